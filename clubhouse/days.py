"""Kinds of day and parts of the day: a weekly pattern, and single days that differ."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import db.days
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.permissions import Permission, require
from db.days import DayKind, NewPart, Part, SpecialDay

__all__ = ["DayKind", "NewPart", "Part", "SpecialDay"]


@dataclass(frozen=True)
class DayPlan:
    """What a day is."""

    day: date
    kind: DayKind
    note: str
    """Why it differs from the weekly pattern; empty where it does not."""
    parts: tuple[Part, ...]
    """The parts held that day, in order; none unless the day is work-ordered."""


def plan_of(house: House, day: date) -> DayPlan:
    """What `day` is at this house."""
    with house.store.snapshot():
        special = db.days.special(house.store, day)
        kind = (special and special.kind) or db.days.week(house.store).kind_of(day)
        held = [part for part in db.days.parts(house.store) if str(day.isoweekday()) in part.weekdays]
    return DayPlan(day, kind, special.note if special else "", tuple(held if kind is DayKind.WORK_ORDERED else ()))


def open_parts(plan: DayPlan, now: datetime) -> tuple[Part, ...]:
    """The parts of the plan's day that are not over at the local moment `now`."""
    if plan.day != now.date():
        return plan.parts if plan.day > now.date() else ()
    return tuple(part for part in plan.parts if now.time() < part.ends)


def offered_part(plan: DayPlan, now: datetime) -> Part | None:
    """The part to ask about at `now`: each from its unit meeting on, the day's first from the opening of doors."""
    offered = [part for part in open_parts(plan, now) if part == plan.parts[0] or now.time() >= part.meeting]
    return offered[-1] if offered else None


def part_named(house: House, name: str) -> Part:
    """The part of that name. Raises `NotFound`."""
    with house.store.snapshot():
        parts = db.days.parts(house.store)
    for part in parts:
        if part.name.casefold() == name.strip().casefold():
            return part
    raise NotFound(
        f"There is no part of the day called {name!r}. There are: {', '.join(each.name for each in parts)}."
    )


def weekly_pattern(house: House) -> dict[int, DayKind]:
    """The kind of each ISO weekday in the seven days from today on."""
    with house.store.snapshot():
        week, today = db.days.week(house.store), house.today()
    coming = (today + timedelta(days=number) for number in range(7))
    return dict(sorted((day.isoweekday(), week.kind_of(day)) for day in coming))


def list_parts(house: House) -> list[Part]:
    """The parts in use, in the order of the day."""
    with house.store.snapshot():
        return db.days.parts(house.store)


def special_days(house: House, first: date, last: date) -> list[SpecialDay]:
    """The days that differ, both included."""
    with house.store.snapshot():
        return db.days.specials(house.store, first, last)


def set_weekday(house: House, actor: str, weekday: int, kind: DayKind, since: date | None = None) -> None:
    """Set the kind of an ISO weekday from `since` on, today at first; earlier days stay what they were.

    Raises `BadInput` for a weekday that is none, `MonthLocked` where such a day was reported.
    """
    if weekday not in range(1, 8):
        raise BadInput("A weekday is a number from 1 (Monday) to 7 (Sunday).")
    with house.store.transaction():
        require(house, actor, Permission.SETTINGS)
        begins = since or house.today()
        first = begins + timedelta(days=(weekday - begins.isoweekday()) % 7)  # the first such day
        _require_unlocked(house, actor, first, 7)
        was = db.days.week(house.store).kind_of(first)
        db.days.change_weekday(house.store, weekday, kind, begins, house.clock())
        audit.record(house, actor, "set_weekday", f"weekday {weekday}", was, kind, f"since {begins}")


def set_day(house: House, actor: str, day: date, kind: DayKind | None, note: str = "") -> DayPlan:
    """Let one day differ: a holiday, a snow day. With None it is of the weekly pattern's kind again.

    Raises `MonthLocked` where its month was reported.
    """
    with house.store.transaction():
        require(house, actor, Permission.SETTINGS)
        _require_unlocked(house, actor, day)
        was = db.days.special(house.store, day)
        now = SpecialDay(day, kind, clean(note))
        db.days.put_special(house.store, now)
        audit.record(house, actor, "set_day", f"day {day}", was, now)
        return plan_of(house, day)


def _require_unlocked(house: House, actor: str, first: date, step: int = 0) -> None:
    # Averages are over days of a kind, so that a day of another kind changes what was reported.
    from clubhouse.locked_months import require_unlocked  # the kiosk starts without it

    past = (house.today() - first).days // step if step else 0
    days = [first + timedelta(days=step * number) for number in range(max(0, past) + 1)]
    require_unlocked(house, actor, days, "the kind of a day")


def add_part(house: House, actor: str, part: NewPart) -> Part:
    """Another part of the day. Raises `BadInput`."""
    with house.store.transaction():
        require(house, actor, Permission.SETTINGS)
        part_id = db.days.add_part(house.store, _checked(house, part, 0))
        return _written(house, actor, "add_part", part_id, None)


def change_part(house: House, actor: str, part_id: int, to: NewPart) -> Part:
    """Other times or another name for a part. Raises `BadInput`, `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.SETTINGS)
        was = _get(house, part_id)
        db.days.change_part(house.store, part_id, _checked(house, to, part_id))
        return _written(house, actor, "change_part", part_id, was)


def end_part(house: House, actor: str, part_id: int) -> None:
    """The part is held no more; what was done in it stays on file. Raises `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.SETTINGS)
        was = _get(house, part_id)
        db.days.end_part(house.store, part_id, house.today())
        audit.record(house, actor, "end_part", f"part {part_id}", was, None)


def _checked(house: House, part: NewPart, part_id: int) -> NewPart:
    name = clean(part.name)
    if not name or len(name) > 20:
        raise BadInput("A part of the day needs a name of at most 20 letters, such as: morning.")
    if not part.weekdays or set(part.weekdays) - set("1234567"):
        raise BadInput("Name the weekdays of the part by number, 1 for Monday to 7 for Sunday, such as: 12345.")
    meeting, starts, ends = (each.replace(second=0, microsecond=0) for each in (part.meeting, part.starts, part.ends))
    if not meeting <= starts < ends:
        raise BadInput("A part begins with its meeting, then it starts, then it ends. Check the three times.")
    if any(each.id != part_id and each.name.casefold() == name.casefold() for each in db.days.parts(house.store)):
        raise BadInput(f"There is a part called {name} already. Choose another name.")
    return NewPart(name, "".join(sorted(set(part.weekdays))), meeting, starts, ends)


def _written(house: House, actor: str, action: str, part_id: int, was: Part | None) -> Part:
    now = _get(house, part_id)
    audit.record(house, actor, action, f"part {part_id}", was, now)
    return now


def _get(house: House, part_id: int) -> Part:
    for part in db.days.parts(house.store):
        if part.id == part_id:
            return part
    raise NotFound(f"There is no part of the day with the number {part_id}.")
