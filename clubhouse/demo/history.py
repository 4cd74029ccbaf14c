"""Months of a house's days: who came when, who forgot to sign out, and the log of it all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from clubhouse import audit
from clubhouse.demo.cast import HISTORY_DAYS, Cast, Habit, Role, local
from clubhouse.house import DEFAULT_STATION, House
from clubhouse.people import Kind
from clubhouse.visits import estimated_end
from db.audit import NewEntry
from db.visits import InHow, OutHow, Visit

_BUSIER = (0.95, 1.0, 1.08, 1.04, 0.92)
"""Monday to Friday."""
_SOCIAL_STARTS = 13 * 60


@dataclass(frozen=True)
class Stay:
    """One pair of in and out, in minutes after midnight."""

    arrives: int
    leaves: int


def make_visits(seed: str, cast: Cast, now: datetime, zone: ZoneInfo, house: House) -> list[Visit]:
    """Every visit up to `now`, in the order in which they began, with ids from 1."""
    today = now.date()
    found = [
        visit
        for ago in range(HISTORY_DAYS, -1, -1)
        for visit in _day(Random(f"{seed} {ago}"), cast, today - timedelta(days=ago), now, zone)
    ]
    found.sort(key=lambda visit: (visit.in_at, visit.person_id))
    return [_guessed(house, replace(visit, id=number)) for number, visit in enumerate(found, 1)]


def _guessed(house: House, visit: Visit) -> Visit:
    return replace(visit, out_at=estimated_end(house, visit)) if visit.estimated else visit


def _day(rng: Random, cast: Cast, day: date, now: datetime, zone: ZoneInfo) -> Iterator[Visit]:
    for habit in cast.habits:
        if _comes(rng, habit, day):
            *earlier, last = [_visit(rng, habit, day, stay, zone) for stay in _stays(rng, habit, day)]
            for visit in (*earlier, _perhaps_forgotten(rng, habit, last)):
                if visit.in_at <= now:
                    yield _as_of(visit, now)


def _is_social(day: date) -> bool:
    return day.weekday() == 5 and day.toordinal() // 7 % 2 == 0


def _comes(rng: Random, habit: Habit, day: date) -> bool:
    chance = rng.random()  # drawn for everybody, so that nobody's days hang on who else is in the house
    if not habit.first_day <= day <= habit.last_day:
        return False
    if _is_social(day):
        return chance < habit.socials
    if day.weekday() > 4:
        return False
    return day in (habit.first_day, habit.last_day) or chance < habit.often * _BUSIER[day.weekday()]


def _stays(rng: Random, habit: Habit, day: date) -> list[Stay]:
    if _is_social(day):
        arrives = _SOCIAL_STARTS + rng.randint(-20, 50)
        return [Stay(arrives, arrives + rng.randint(60, 150))]
    arrives = habit.arrives + int(rng.triangular(-14, 26, 2))
    if habit.person.kind is Kind.STAFF:
        return [Stay(arrives, 16 * 60 + rng.randint(0, 35))]
    if arrives > 12 * 60:
        return [Stay(arrives, 15 * 60 + rng.randint(15, 70))]
    chance = rng.random()
    if chance < 0.06 and arrives < 600:  # an errand at noon
        return [Stay(arrives, rng.randint(690, 720)), Stay(rng.randint(775, 810), rng.randint(890, 960))]
    return [Stay(arrives, rng.randint(750, 790) if chance < 0.35 else rng.randint(865, 962))]


def _visit(rng: Random, habit: Habit, day: date, stay: Stay, zone: ZoneInfo) -> Visit:
    staff = habit.person.kind is Kind.STAFF
    # Whoever has no card yet, or left it at home, is found by name.
    by_name = not staff and rng.random() < 0.05
    return Visit(
        id=0,
        person_id=habit.person.id,
        day=day,
        in_at=local(day, stay.arrives, zone, rng.randrange(60)),
        in_how=InHow.NAME if by_name else InHow.SCAN,
        out_at=local(day, stay.leaves, zone, rng.randrange(60)),
        out_how=OutHow.SCAN if staff else OutHow.KEY,
    )


def _perhaps_forgotten(rng: Random, habit: Habit, visit: Visit) -> Visit:
    forgot = habit.person.kind is not Kind.STAFF and rng.random() < 0.025
    return replace(visit, out_how=OutHow.ESTIMATE) if forgot else visit


def _as_of(visit: Visit, now: datetime) -> Visit:
    """The visit as it stands at `now`: open when its end is still to come, or today and forgotten."""
    still_open = visit.day == now.date() and (visit.estimated or (visit.out_at is not None and visit.out_at > now))
    return replace(visit, out_at=None, out_how=None) if still_open else visit


def make_entries(cast: Cast, visits: list[Visit], zone: ZoneInfo) -> list[NewEntry]:
    """The log of everything, in the order of time."""
    entries = [*_of_people(cast), *_of_cards(cast), *_of_visits(cast, visits, zone)]
    return sorted(entries, key=lambda entry: entry.at)


def _of_people(cast: Cast) -> Iterator[NewEntry]:
    first_staff = cast.habits[0].person.code
    for habit in cast.habits:
        person = habit.person
        before = replace(person, paused_at=None, pause_reason="")
        at = cast.cards[person.id - 1].issued_at - timedelta(minutes=5)
        yield _entry(at, first_staff, "add_person", f"person {person.id}", None, before)
        if habit.role is Role.PAUSED and person.paused_at:
            subject, reason = f"person {person.id}", person.pause_reason
            yield _entry(person.paused_at, first_staff, "pause_person", subject, before, person, reason)


def _of_cards(cast: Cast) -> Iterator[NewEntry]:
    first_staff = cast.habits[0].person.code
    before: dict[int, int] = {}
    for card in cast.cards:
        person = {"person": cast.habits[card.person_id - 1].person.code}
        action = "replace_card" if card.person_id in before else "issue_card"
        yield _entry(card.issued_at, first_staff, action, f"card {card.id}", before.get(card.person_id), person)
        before[card.person_id] = card.id


def _of_visits(cast: Cast, visits: list[Visit], zone: ZoneInfo) -> Iterator[NewEntry]:
    codes = {habit.person.id: habit.person.code for habit in cast.habits}
    for visit in visits:
        began, subject, code = replace(visit, out_at=None, out_how=None), f"visit {visit.id}", codes[visit.person_id]
        yield _entry(visit.in_at, code, "sign_in", subject, None, began)
        if visit.estimated:
            midnight = local(visit.day + timedelta(days=1), 0, zone)
            yield _entry(midnight, audit.HOUSE, "close_day", subject, began, visit)
        elif visit.out_at:
            yield _entry(visit.out_at, code, "sign_out", subject, began, visit)


def _entry(
    at: datetime, actor: str, action: str, subject: str, was: object, became: object, reason: str = ""
) -> NewEntry:
    return audit.entry(at, DEFAULT_STATION, actor, action, subject, was, became, reason)
