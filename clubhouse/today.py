"""Today, as reception sees it: who is in, who is asked, what wants a look; and signing others in and out.

Who is in stands with full names, as on the sheet at the door; only a greeter sees it. What wants a look is never
anybody's fault: a forgotten sign-out is normal.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import db.people
import db.today
import db.visitors
import db.visits
from clubhouse import audit, door, helping, visits
from clubhouse.days import offered_part, open_parts, plan_of
from clubhouse.errors import BadInput, NotFound, Overtaken, Refused
from clubhouse.house import House
from clubhouse.locked_months import require_unlocked
from clubhouse.names import clean, full_name
from clubhouse.own import get_person
from clubhouse.permissions import Permission, require, require_for
from clubhouse.units import list_units
from db.people import Kind, Person
from db.visitors import Visitor
from db.visits import OutHow, Visit

LOOK_DAYS = 14
"""So far back the house looks for what wants a look."""


@dataclass(frozen=True)
class Here:
    """Somebody who is in."""

    person_id: int
    visit_id: int
    code: str
    name: str
    kind: Kind
    since: datetime
    """In the house's time zone."""
    unit: str
    """Where they help now; empty when nowhere, or just visiting."""


@dataclass(frozen=True)
class Asked:
    """Somebody who is invited and has not answered."""

    person_id: int
    name: str
    part: str
    unit: str


@dataclass(frozen=True)
class Guess:
    """A visit whose end the house guessed."""

    visit_id: int
    person_id: int
    name: str
    came: datetime
    left: datetime
    """Both in the house's time zone; `left` is the guess."""


@dataclass(frozen=True)
class Overlap:
    """Two visits of one person that share time."""

    person_id: int
    name: str
    visit_ids: tuple[int, int]
    times: tuple[tuple[datetime, datetime | None], tuple[datetime, datetime | None]]
    """When each began and ended, in the house's time zone; None while it goes on."""


@dataclass(frozen=True)
class Today:
    """The day as it stands."""

    at: datetime
    here: tuple[Here, ...]
    """In the order of coming."""
    visitors: tuple[Visitor, ...]
    """Guests who are here, their times in the house's time zone."""
    asked: tuple[Asked, ...]
    guesses: tuple[Guess, ...]
    """Of the last `LOOK_DAYS` days, the latest first."""
    overlaps: tuple[Overlap, ...]

    def count(self, kind: Kind) -> int:
        """How many of that kind are in."""
        return sum(each.kind is kind for each in self.here)


def see_today(house: House, actor: str) -> Today:
    """The day as it stands now. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.GREETER)
        now = house.now()
        first = now.date() - timedelta(days=LOOK_DAYS)
        return Today(
            now,
            _here(house, now),
            tuple(replace(each, in_at=house.local(each.in_at)) for each in db.visitors.here(house.store, now.date())),
            _asked(house, now),
            tuple(_guess(house, each) for each in db.today.guessed(house.store, first, now.date())),
            tuple(_overlap(house, each) for each in db.today.overlaps(house.store, first, now.date(), now)),
        )


def _here(house: House, now: datetime) -> tuple[Here, ...]:
    part = offered_part(plan_of(house, now.date()), now)
    units = db.today.helping(house.store, now.date(), part.id) if part else {}
    return tuple(
        Here(
            each.person_id,
            each.visit_id,
            each.code,
            f"{each.first_name} {each.last_name}".strip(),
            each.kind,
            house.local(each.in_at),
            units.get(each.person_id, ""),
        )
        for each in db.today.present(house.store, now.date())
    )


def _asked(house: House, now: datetime) -> tuple[Asked, ...]:
    parts = {part.id: part.name for part in open_parts(plan_of(house, now.date()), now)}
    units = {unit.id: unit.name for unit in list_units(house)}
    return tuple(
        Asked(each.person_id, f"{each.first_name} {each.last_name}".strip(), parts[each.part_id], units[each.unit_id])
        for each in db.today.waiting(house.store, now.date())
        if each.part_id in parts
    )


def _guess(house: House, each: db.today.Guessed) -> Guess:
    name = f"{each.first_name} {each.last_name}".strip()
    return Guess(each.visit_id, each.person_id, name, house.local(each.in_at), house.local(each.out_at))


def _overlap(house: House, each: db.today.Overlap) -> Overlap:
    times = (
        (house.local(each.first_in), each.first_out and house.local(each.first_out)),
        (house.local(each.second_in), each.second_out and house.local(each.second_out)),
    )
    name = f"{each.first_name} {each.last_name}".strip()
    return Overlap(each.person_id, name, (each.first_id, each.second_id), times)


def sign_in_for(house: House, actor: str, person_id: int, at: datetime | None = None) -> Visit:
    """Sign somebody in, now or `at` a time of today that is past; who comes back is on the lists again.

    Raises `BadInput` when they are in already, `Refused` while they are asked to see staff first.
    """
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        person = get_person(house, person_id)
        if person.paused_at is not None:
            raise Refused(
                f"{full_name(person)} is asked to see staff first. Lift the safety pause, then sign them in."
            )
        visit = visits.add_visit(house, actor, person, at or house.now(), None, "")
        _take_back(house, actor, person)
        return visit


def _take_back(house: House, actor: str, person: Person) -> None:
    if person.ended_on is not None:
        require_for(house, actor, Permission.GREETER, person)
        db.people.end(house.store, person.id, None)
        now = db.people.get(house.store, person.id)
        audit.record(house, actor, "come_back", f"person {person.id}", person, now)


def sign_out_for(house: House, actor: str, person_id: int, at: datetime | None = None) -> Visit:
    """Sign somebody out, now or `at` a time that is past. Raises `Overtaken` when they are not in, `BadInput`."""
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        person, now = get_person(house, person_id), house.now()
        was = db.visits.open_of(house.store, person_id)
        if was is None:
            raise Overtaken(f"{full_name(person)} is signed out already.")
        _, left = visits.checked_times(house, was.in_at, at or now)
        require_unlocked(house, actor, [was.day], "signed out at the desk")
        db.visits.finish(house.store, was.id, left or now, OutHow.PAPER)
        helping.leave_all(house, person, max(now, house.local(was.in_at)))
        done = db.visits.get(house.store, was.id)
        assert done is not None
        audit.record(house, actor, "sign_out", f"visit {was.id}", was, done)
        return done


def paper_line(
    house: House, actor: str, person_id: int, day: date, came: time, left: time | None, reason: str = "paper sheet"
) -> Visit:
    """One line of a paper sheet: in, out, next. Without `left` the person is still here, which can only be today.

    Raises `BadInput` with the sentence that names the visit which is there at that time already.
    """
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        zone = house.settings().zone
        start = datetime.combine(day, came, zone)
        end = None if left is None else datetime.combine(day, left, zone)
        return visits.add_visit(house, actor, get_person(house, person_id), start, end, reason)


def take_visit_out(house: House, actor: str, visit_id: int, reason: str) -> Visit:
    """Take out a visit that never was, such as a line typed twice; its row stays, and counts nowhere.

    Whoever was in by it is not in any more. Raises `BadInput` without a reason, `NotFound`, `MonthLocked`.
    """
    if not clean(reason):
        raise BadInput("A correction needs a reason, such as: paper sheet.")
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        was, now = db.visits.get(house.store, visit_id), house.now()
        if was is None:
            raise NotFound("This visit was taken out already.")
        require_unlocked(house, actor, [was.day], reason)
        person = get_person(house, was.person_id)
        db.visits.undo(house.store, visit_id, now)
        if was.out_at is None:
            helping.leave_all(house, person, max(now, house.local(was.in_at)))
        door.undo_arrival(house, person, was, now)
        audit.record(house, actor, "undo_visit", f"visit {visit_id}", was, None, clean(reason))
        return was
