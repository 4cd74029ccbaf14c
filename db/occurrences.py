"""Statements about occurrences: a series on one of its days.

An occurrence is cancelled, never deleted. Statements that do not say otherwise leave the cancelled out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from db.store import Store
from db.values import instant_text, maybe_instant, maybe_time, time_text


@dataclass(frozen=True)
class NewOccurrence:
    """A class or event on one day."""

    series_id: int
    original_day: date
    """The day that the rule gave it; with the series it names the occurrence for good."""
    day: date
    """The house's local date on which it begins."""
    starts: time | None
    """The house's local time; None for something that lasts the whole day."""
    minutes: int
    title: str
    public_title: str
    """The neutral title for those outside; empty where it is the title."""
    place: str
    notes: str
    seats: int | None
    """None where there is no limit."""
    extra: bool
    """A day besides those of the rule."""
    differs: bool
    """It was changed by itself, and keeps that when the series changes."""


@dataclass(frozen=True)
class Occurrence(NewOccurrence):
    """An occurrence on file, with what it has of its series."""

    id: int
    cancelled_at: datetime | None
    kind: str
    closes_minutes: int
    rides: bool

    @property
    def shown_outside(self) -> str:
        """The title for those outside."""
        return self.public_title or self.title


_COLUMNS = (
    "occurrences.series_id, original_day, day, occurrences.starts, occurrences.minutes, occurrences.title,"
    " occurrences.public_title, occurrences.place, occurrences.notes, occurrences.seats, extra, differs,"
    " occurrences.id, cancelled_at, kind, closes_minutes, rides"
)
_FROM = "FROM occurrences JOIN series ON series.id = series_id"
_IN_ORDER = "ORDER BY day, occurrences.starts, occurrences.id"


def _occurrence(row: Any) -> Occurrence:
    series_id, original_day, day, starts, minutes, title, public_title, place, notes, seats, extra, differs = row[:12]
    id_, cancelled_at, kind, closes_minutes, rides = row[12:]
    return Occurrence(
        series_id=series_id,
        original_day=date.fromisoformat(original_day),
        day=date.fromisoformat(day),
        starts=maybe_time(starts),
        minutes=minutes,
        title=title,
        public_title=public_title,
        place=place,
        notes=notes,
        seats=seats,
        extra=bool(extra),
        differs=bool(differs),
        id=id_,
        cancelled_at=maybe_instant(cancelled_at),
        kind=kind,
        closes_minutes=closes_minutes,
        rides=bool(rides),
    )


def _list(store: Store, where: str, *values: object) -> list[Occurrence]:
    rows = store.connection.execute(f"SELECT {_COLUMNS} {_FROM} WHERE {where} {_IN_ORDER}", values)
    return [_occurrence(row) for row in rows]


def get(store: Store, occurrence_id: int) -> Occurrence | None:
    """The occurrence with that id, cancelled or not."""
    found = _list(store, "occurrences.id = ?", occurrence_id)
    return found[0] if found else None


def between(store: Store, first: date, last: date) -> list[Occurrence]:
    """Those that begin on these days, both included, in order; what lasts the whole day first."""
    return _list(store, "cancelled_at IS NULL AND day BETWEEN ? AND ?", first.isoformat(), last.isoformat())


def around(store: Store, day: date, days: int) -> list[Occurrence]:
    """Those that may be on some time on `day`: begun the day before, that day or the next, or earlier and long.

    `days` is how many days the longest lasts.
    """
    return _list(
        store,
        "cancelled_at IS NULL AND day BETWEEN ?1 AND ?3 AND (day >= ?2 OR occurrences.minutes > 1440)",
        (day - timedelta(days=days + 1)).isoformat(),
        (day - timedelta(days=1)).isoformat(),
        (day + timedelta(days=1)).isoformat(),
    )


def of_series(store: Store, series_id: int, original_from: date = date.min) -> list[Occurrence]:
    """Those of one series whose original day is `original_from` or later, the cancelled too."""
    return _list(store, "series_id = ? AND original_day >= ?", series_id, original_from.isoformat())


def add(store: Store, made: Iterable[NewOccurrence]) -> None:
    """Put occurrences on file; one that is there already, cancelled or not, stays as it is."""
    store.connection.executemany(
        "INSERT INTO occurrences (series_id, original_day, day, starts, minutes, title, public_title, place, notes,"
        " seats, extra, differs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (series_id, original_day) DO NOTHING",
        [(each.series_id, each.original_day.isoformat(), *_values(each)) for each in made],
    )


def change(store: Store, occurrence_id: int, to: NewOccurrence) -> None:
    """Replace what is said of an occurrence, and whose it is."""
    store.connection.execute(
        "UPDATE occurrences SET series_id = ?, original_day = ?, day = ?, starts = ?, minutes = ?, title = ?,"
        " public_title = ?, place = ?, notes = ?, seats = ?, extra = ?, differs = ? WHERE id = ?",
        (to.series_id, to.original_day.isoformat(), *_values(to), occurrence_id),
    )


def cancel(store: Store, occurrence_id: int, at: datetime | None) -> None:
    """It is not held; with None it is held after all."""
    store.connection.execute(
        "UPDATE occurrences SET cancelled_at = ? WHERE id = ?", (at and instant_text(at), occurrence_id)
    )


def _values(made: NewOccurrence) -> tuple[object, ...]:
    return (
        made.day.isoformat(),
        time_text(made.starts),
        made.minutes,
        made.title,
        made.public_title,
        made.place,
        made.notes,
        made.seats,
        int(made.extra),
        int(made.differs),
    )
