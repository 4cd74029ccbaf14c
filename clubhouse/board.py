"""The board of the unit meeting, as it is seen: who helps where, which hands are still wanted."""

from dataclasses import dataclass
from datetime import date

import db.people
import db.sign_ups
import db.units
from clubhouse import units
from clubhouse.days import DayPlan, offered_part, open_parts, plan_of
from clubhouse.house import House
from clubhouse.names import greeting_name, shown_name
from clubhouse.tasks import Needed, get_task, task_still_in, tasks_needed
from db.days import Part
from db.people import Kind, NewPerson, Person
from db.sign_ups import Placed, SignUp, State
from db.units import Lead, Unit

__all__ = ["SignUp", "State"]


@dataclass(frozen=True)
class Helper:
    """Somebody on the board, as they wish to be shown."""

    person_id: int
    shown: str
    """Empty when the person wishes to stay unnamed."""
    kind: Kind
    task_id: int | None
    """One of the tasks on the unit's list."""


@dataclass(frozen=True)
class UnitOnBoard:
    """One unit in one part of a day."""

    unit: Unit
    seats: int | None
    """None where there is no limit."""
    free: int | None
    """Seats neither taken nor held; never below zero."""
    leaders: tuple[str, ...]
    """Who of the staff leads it, as shown."""
    helpers: tuple[Helper, ...]
    needed: tuple[Needed, ...]
    """The tasks on its list."""

    @property
    def full(self) -> bool:
        """Whether nobody can join."""
        return self.free == 0


@dataclass(frozen=True)
class Board:
    """One part of one day."""

    plan: DayPlan
    part: Part | None
    """None on a day without parts, or when the last is over."""
    units: tuple[UnitOnBoard, ...]


@dataclass(frozen=True)
class Invitation:
    """What somebody is asked at their next scan."""

    part: Part
    unit: Unit
    task: str
    """The task's title; empty when it is the unit as a whole."""
    by: str
    """Who asks, as shown; empty for somebody unnamed."""


@dataclass(frozen=True)
class MyPart:
    """What a person has chosen for one part of today."""

    part: Part
    unit: Unit | None
    task_id: int | None
    visiting: bool
    """Just visiting today."""


@dataclass(frozen=True)
class MyDay:
    """What a person can still choose today, and has chosen."""

    parts: tuple[MyPart, ...]
    """Those not over yet, in order; none when the day is not work-ordered."""
    offered: Part | None
    """The one to ask about now."""
    invitation: Invitation | None

    def of(self, part: Part) -> MyPart | None:
        """What the person has chosen for that part; None when it is over."""
        return next((mine for mine in self.parts if mine.part.id == part.id), None)


def see_board(
    house: House, part_id: int | None = None, day: date | None = None, home_unit_id: int | None = None
) -> Board:
    """The board of a part of `day`, or else of the part that is offered now; resting units are left out.

    The unit `home_unit_id` stands first.
    """
    with house.store.snapshot():
        now = house.now()
        plan = plan_of(house, day or now.date())
        part = next((each for each in plan.parts if each.id == part_id), None) or offered_part(plan, now)
        if part is None:
            return Board(plan, None, ())
        found = _units_on_board(house, plan, part)
        return Board(plan, part, tuple(sorted(found, key=lambda each: each.unit.id != home_unit_id)))


def _units_on_board(house: House, plan: DayPlan, part: Part) -> tuple[UnitOnBoard, ...]:
    placed = db.sign_ups.placed(house.store, plan.day, part.id)
    seats = db.units.seats(house.store, part.id)
    needed = tasks_needed(house, plan.day, plan.parts, part)
    leads = [lead for lead in units.leads_on(house, plan.day) if lead.part_id == part.id]
    known = {lead.person_id: db.people.get(house.store, lead.person_id) for lead in leads}
    shown = {id_: shown_name(person) for id_, person in known.items() if person and person.ended_on is None}
    listed = {(each.task.unit_id, each.task.id) for each in needed}
    return tuple(
        UnitOnBoard(
            unit=unit,
            seats=seats.get(unit.id),
            free=free_of(seats.get(unit.id), sum(each.sign_up.unit_id == unit.id for each in placed)),
            leaders=tuple(shown[id_] for id_ in _leading(leads, unit) if id_ in shown),
            helpers=tuple(_helper(each, listed) for each in placed if _helps_in(each.sign_up, unit)),
            needed=tuple(each for each in needed if each.task.unit_id == unit.id),
        )
        for unit in db.units.every(house.store)
        if unit.resting_since is None
    )


def _leading(leads: list[Lead], unit: Unit) -> list[int]:
    return list(dict.fromkeys(lead.person_id for lead in leads if lead.unit_id == unit.id))


def free_of(seats: int | None, taken: int) -> int | None:
    """The seats left of `seats`; None is no limit."""
    # Seats may have been made fewer than those who are there; nobody has to go.
    return None if seats is None else max(0, seats - taken)


def _helps_in(sign_up: SignUp, unit: Unit) -> bool:
    return sign_up.unit_id == unit.id and sign_up.state is State.JOINED


def _helper(placed: Placed, listed: set[tuple[int, int]]) -> Helper:
    person = NewPerson(
        "", placed.kind, placed.first_name, placed.last_name, placed.nickname, placed.shown_as, placed.sign_up.day
    )
    # Its task may have ended or moved meanwhile; whoever took it still helps in the unit.
    task_id = placed.sign_up.task_id if (placed.sign_up.unit_id, placed.sign_up.task_id) in listed else None
    return Helper(placed.sign_up.person_id, shown_name(person), placed.kind, task_id)


def my_day(house: House, person: Person) -> MyDay:
    """What the person can still choose today, and has chosen; the invitation to answer first, if there is one."""
    with house.store.snapshot():
        now = house.now()
        plan = plan_of(house, now.date())
        parts = open_parts(plan, now)
        mine = db.sign_ups.of_person(house.store, person.id, plan.day)
        known = {unit.id: unit for unit in db.units.every(house.store)}
        awake = [unit for unit in known.values() if unit.resting_since is None]
        return MyDay(
            tuple(_my_part(part, mine, known) for part in parts) if awake else (),
            offered_part(plan, now) if awake else None,
            next((_invitation(house, each, parts, known) for each in mine if _waits(each, parts, awake)), None),
        )


def _my_part(part: Part, mine: list[SignUp], known: dict[int, Unit]) -> MyPart:
    place = next((each for each in mine if each.part_id == part.id and each.state is not State.INVITED), None)
    if place is None:
        return MyPart(part, None, None, visiting=False)
    return MyPart(part, known.get(place.unit_id or 0), place.task_id, visiting=place.state is State.VISITING)


def _waits(sign_up: SignUp, parts: tuple[Part, ...], awake: list[Unit]) -> bool:
    can_help = any(part.id == sign_up.part_id for part in parts) and any(unit.id == sign_up.unit_id for unit in awake)
    return sign_up.state is State.INVITED and can_help


def _invitation(house: House, sign_up: SignUp, parts: tuple[Part, ...], known: dict[int, Unit]) -> Invitation:
    part = next(part for part in parts if part.id == sign_up.part_id)
    by = db.people.get(house.store, sign_up.by_id) if sign_up.by_id else None
    task_id = task_still_in(house, sign_up.task_id, sign_up.unit_id)
    task = get_task(house, task_id).title if task_id else ""
    return Invitation(part, known[sign_up.unit_id or 0], task, greeting_name(by) if by else "")
