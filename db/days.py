"""Statements about kinds of day and parts of the day."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from db.store import Store
from db.values import instant_text, maybe_date


class DayKind(StrEnum):
    """What kind of day it is at the house."""

    WORK_ORDERED = "work-ordered"
    SOCIAL = "social"
    """Evening, weekend or holiday programme."""
    CLOSED = "closed"


@dataclass(frozen=True)
class NewPart:
    """A part of the day with a unit meeting of its own."""

    name: str
    weekdays: str
    """The ISO weekdays on which it is held, as digits: `12345` is Monday to Friday."""
    meeting: time
    """When its unit meetings are; from then on it is offered."""
    starts: time
    ends: time


@dataclass(frozen=True)
class Part(NewPart):
    """A part on file."""

    id: int
    ended_on: date | None


@dataclass(frozen=True)
class SpecialDay:
    """A day that differs from the weekly pattern."""

    day: date
    kind: DayKind | None
    """None where it is of the pattern's kind again."""
    note: str
    """Why, for people: *Thanksgiving*, *snow*."""


@dataclass(frozen=True)
class Week:
    """The weekly pattern, as it was and as it will be."""

    at_first: dict[int, DayKind]
    """The kind of each ISO weekday before the first change."""
    changes: tuple[tuple[date, int, DayKind], ...]
    """Since when which weekday is of which kind, in the order in which they hold."""

    def kind_of(self, day: date) -> DayKind:
        """The kind that the pattern gives to `day`."""
        weekday = day.isoweekday()
        for since, of, kind in reversed(self.changes):
            if of == weekday and since <= day:
                return kind
        return self.at_first[weekday]


def week(store: Store) -> Week:
    """The weekly pattern through all time."""
    rows = store.connection.execute("SELECT weekday, kind FROM weekly_pattern ORDER BY weekday")
    at_first = {weekday: DayKind(kind) for weekday, kind in rows}
    later = store.connection.execute("SELECT since, weekday, kind FROM weekday_changes ORDER BY since, id")
    return Week(
        at_first, tuple((date.fromisoformat(since), weekday, DayKind(kind)) for since, weekday, kind in later)
    )


def change_weekday(store: Store, weekday: int, kind: DayKind, since: date, at: datetime) -> None:
    """An ISO weekday is of that kind from `since` on, until the next change; what it was before stays."""
    store.connection.execute(
        "INSERT INTO weekday_changes (weekday, kind, since, at) VALUES (?, ?, ?, ?)",
        (weekday, kind, since.isoformat(), instant_text(at)),
    )


def special(store: Store, day: date) -> SpecialDay | None:
    """What differs on that day."""
    found = specials(store, day, day)
    return found[0] if found else None


def specials(store: Store, first: date, last: date) -> list[SpecialDay]:
    """The days that differ, `first` to `last`."""
    rows = store.connection.execute(
        "SELECT day, kind, note FROM special_days WHERE day BETWEEN ? AND ? ORDER BY day",
        (first.isoformat(), last.isoformat()),
    )
    return [SpecialDay(date.fromisoformat(day), DayKind(kind) if kind else None, note) for day, kind, note in rows]


def put_special(store: Store, special_day: SpecialDay) -> None:
    """Set what differs on a day."""
    store.connection.execute(
        "INSERT INTO special_days (day, kind, note) VALUES (?, ?, ?)"
        " ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, note = excluded.note",
        (special_day.day.isoformat(), special_day.kind, special_day.note),
    )


def parts(store: Store) -> list[Part]:
    """The parts in use, in the order of the day."""
    rows = store.connection.execute(
        "SELECT name, weekdays, meeting, starts, ends, id, ended_on FROM day_parts"
        " WHERE ended_on IS NULL ORDER BY starts, id"
    )
    return [
        Part(name, weekdays, _time(meeting), _time(starts), _time(ends), id_, maybe_date(ended_on))
        for name, weekdays, meeting, starts, ends, id_, ended_on in rows
    ]


def add_part(store: Store, part: NewPart) -> int:
    """Put a part on file; returns its id."""
    cursor = store.connection.execute(
        "INSERT INTO day_parts (name, weekdays, meeting, starts, ends) VALUES (?, ?, ?, ?, ?)", _values(part)
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def change_part(store: Store, part_id: int, part: NewPart) -> None:
    """Replace name, weekdays and times."""
    store.connection.execute(
        "UPDATE day_parts SET name = ?, weekdays = ?, meeting = ?, starts = ?, ends = ? WHERE id = ?",
        (*_values(part), part_id),
    )


def end_part(store: Store, part_id: int, day: date) -> None:
    """The part is held no more."""
    store.connection.execute("UPDATE day_parts SET ended_on = ? WHERE id = ?", (day.isoformat(), part_id))


def _values(part: NewPart) -> tuple[str, ...]:
    return (part.name, part.weekdays, *(f"{each:%H:%M}" for each in (part.meeting, part.starts, part.ends)))


def _time(text: str) -> time:
    return time.fromisoformat(text)
