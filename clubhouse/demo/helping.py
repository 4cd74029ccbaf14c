"""Who helped where in the demonstration house, through all its months: chosen at the kiosk, left at the door."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from clubhouse import audit
from clubhouse.days import Part
from clubhouse.demo.cast import Cast
from clubhouse.house import DEFAULT_STATION
from clubhouse.people import Kind
from clubhouse.recurrence import latest_day
from clubhouse.tasks import Task
from db.audit import NewEntry
from db.sign_ups import SignUp, State
from db.tasks import Tick
from db.visits import Visit

_AT_HOME = 0.6
"""How often somebody helps in the unit that they call theirs."""
_TICKED_DAYS = 14
"""For so many days back the ticks of daily tasks are on file, and three times as many of those that come seldom."""


@dataclass(frozen=True)
class Floor:
    """What there is to choose from."""

    parts: tuple[Part, ...]
    unit_ids: tuple[int, ...]
    seats: dict[tuple[int, int], int]
    """By unit and part; one that is missing has room for all."""
    homes: dict[int, int]
    """Home units, by person."""
    tasks: tuple[Task, ...]
    zone: ZoneInfo


@dataclass(frozen=True)
class Place:
    """A sign-up, with when it was made and when it ended, if it did."""

    sign_up: SignUp
    at: datetime
    ended_at: datetime | None


def make_places(seed: str, cast: Cast, visits: list[Visit], floor: Floor, now: datetime) -> list[Place]:
    """What everybody chose up to `now`, in the order in which they did, with ids from 1."""
    members = {each.person.id for each in cast.habits if each.person.kind is not Kind.STAFF}
    wishes = [
        (at, visit, part)
        for visit in visits
        if visit.person_id in members and visit.day.weekday() < 5
        for part in floor.parts
        if (at := _chooses_at(visit, part, floor.zone)) and at <= now
    ]
    wishes.sort(key=lambda wish: (wish[0], wish[1].id, wish[2].id))
    return list(_places(Random(f"{seed} helping"), wishes, floor))


def _chooses_at(visit: Visit, part: Part, zone: ZoneInfo) -> datetime | None:
    """When somebody here chooses for a part: on coming, or at its meeting; None for those who were not here then."""
    meeting, ends = (datetime.combine(visit.day, each, zone) for each in (part.meeting, part.ends))
    first = visit.in_at if part.meeting < time(12) else max(visit.in_at, meeting)
    at = first + timedelta(seconds=20 + visit.id * 37 % 150)
    return at if at < min(visit.out_at or ends, ends) else None


def _places(rng: Random, wishes: list[tuple[datetime, Visit, Part]], floor: Floor) -> Iterator[Place]:
    taken: Counter[tuple[date, int, int]] = Counter()
    chosen: set[tuple[date, int, int]] = set()
    number = 0
    for at, visit, part in wishes:
        state, wants, luck = rng.random(), rng.random(), rng.random()
        key = (visit.day, part.id, visit.person_id)
        unit_id = _unit(rng, visit.person_id, wants, floor)
        seat = (visit.day, part.id, unit_id)
        if state < 0.42 or key in chosen or taken[seat] >= floor.seats.get((unit_id, part.id), 99):
            continue  # decides later, came back after an errand, or found no seat
        number += 1
        chosen.add(key)
        visiting = state > 0.95
        taken[seat] += not visiting
        task_id = None if visiting or luck < 0.3 else _task(rng, unit_id, part, floor)
        sign_up = SignUp(
            visit.person_id,
            visit.day,
            part.id,
            State.VISITING if visiting else State.JOINED,
            None if visiting else unit_id,
            task_id,
            None,
            number,
        )
        yield Place(sign_up, at, _left_at(visit, part, floor.zone))


def _unit(rng: Random, person_id: int, wants: float, floor: Floor) -> int:
    other = rng.choice(floor.unit_ids)
    return floor.homes.get(person_id, other) if wants < _AT_HOME else other


def _task(rng: Random, unit_id: int, part: Part, floor: Floor) -> int | None:
    daily = [
        task.id for task in floor.tasks if (task.unit_id, task.part_id) == (unit_id, part.id) and _is_daily(task)
    ]
    return rng.choice(daily) if daily else None


def _is_daily(task: Task) -> bool:
    return "MO,TU,WE,TH,FR" in task.rule


def _left_at(visit: Visit, part: Part, zone: ZoneInfo) -> datetime | None:
    # Who leaves before a part is over gives the seat back; a forgotten sign-out gives back nothing.
    if visit.out_at is None or visit.estimated or visit.out_at >= datetime.combine(visit.day, part.ends, zone):
        return None
    return visit.out_at


def make_ticks(places: list[Place], floor: Floor, now: datetime) -> list[tuple[Tick, int]]:
    """Who said of which task that it is done, on the last work days before today."""
    today = now.date()
    helped: dict[tuple[date, int, int | None], list[Place]] = defaultdict(list)
    for place in places:
        if today - timedelta(days=3 * _TICKED_DAYS) <= place.sign_up.day < today:
            helped[place.sign_up.day, place.sign_up.part_id, place.sign_up.unit_id].append(place)
    found: list[tuple[Tick, int]] = []
    for day in sorted({day for day, _, _ in helped}):
        for task in floor.tasks:
            if _was_done(task, day, today):
                found += _tick(task, day, helped[day, task.part_id, task.unit_id], floor)
    return sorted(found, key=lambda pair: (pair[0].at, pair[0].task_id))


def _was_done(task: Task, day: date, today: date) -> bool:
    if latest_day(task.rule, task.first_day, day) != day:
        return False
    # What comes up every day is sometimes left for the next.
    return not _is_daily(task) or ((task.id + day.day) % 11 > 0 and (today - day).days <= _TICKED_DAYS)


def _tick(task: Task, day: date, helped: list[Place], floor: Floor) -> Iterator[tuple[Tick, int]]:
    ends = next(part.ends for part in floor.parts if part.id == task.part_id)
    at = datetime.combine(day, ends, floor.zone) - timedelta(minutes=20 + task.id)
    there = [
        place.sign_up.person_id for place in helped if place.at < at and not (place.ended_at and place.ended_at < at)
    ]
    if there:
        yield Tick(task.id, day, day, at), there[task.id % len(there)]


def entries_of(cast: Cast, places: list[Place], ticks: list[tuple[Tick, int]]) -> Iterator[NewEntry]:
    """What the operations write of it in the log."""
    codes = {each.person.id: each.person.code for each in cast.habits}
    for place in places:
        made, code, subject = place.sign_up, codes[place.sign_up.person_id], f"sign-up {place.sign_up.id}"
        action = "visit_only" if made.state is State.VISITING else "join_unit"
        yield audit.entry(place.at, DEFAULT_STATION, code, action, subject, None, made)
        if place.ended_at:
            yield audit.entry(place.ended_at, DEFAULT_STATION, code, "leave_unit", subject, made, None)
    for tick, person_id in ticks:
        yield audit.entry(tick.at, DEFAULT_STATION, codes[person_id], "tick_task", f"task {tick.task_id}", None, tick)
