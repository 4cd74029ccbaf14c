"""Statements about series: a class or event that comes once, or again by a rule, and who leads it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from db.people import SHOWN_COLUMNS, NewPerson, known_as
from db.store import Store
from db.values import instant_text, maybe_time, time_text


@dataclass(frozen=True)
class NewSeries:
    """What is said of a class or event."""

    kind: str
    """One of the setting `event-kinds`."""
    title: str
    public_title: str
    """The neutral title for those outside; empty where it is the title."""
    place: str
    notes: str
    first_day: date
    starts: time | None
    """The house's local time; None for something that lasts the whole day."""
    minutes: int
    """How long it lasts; whole days where it lasts the whole day."""
    rule: str
    """RFC 5545, without its start and without COUNT; empty for something that comes once."""
    seats: int | None
    """None where there is no limit."""
    closes_minutes: int
    """So long before it starts people register and leave by themselves."""
    rides: bool
    """Whether people are asked if they need a ride."""


@dataclass(frozen=True)
class Series(NewSeries):
    """A series on file."""

    id: int
    uid: str
    """Its name in other calendars (RFC 5545, section 3.8.4.7); never changes."""
    made_until: date
    """The day up to which its occurrences are on file."""


@dataclass(frozen=True)
class Leader:
    """Somebody who leads a series, member or staff."""

    series_id: int
    person_id: int
    person: NewPerson


_COLUMNS = (
    "kind, title, public_title, place, notes, first_day, starts, minutes, rule, seats, closes_minutes, rides,"
    " id, uid, made_until"
)


def _series(row: Any) -> Series:
    kind, title, public_title, place, notes, first_day, starts, minutes, rule, seats, closes, rides = row[:12]
    id_, uid, made_until = row[12:]
    return Series(
        kind=kind,
        title=title,
        public_title=public_title,
        place=place,
        notes=notes,
        first_day=date.fromisoformat(first_day),
        starts=maybe_time(starts),
        minutes=minutes,
        rule=rule,
        seats=seats,
        closes_minutes=closes,
        rides=bool(rides),
        id=id_,
        uid=uid,
        made_until=date.fromisoformat(made_until),
    )


def get(store: Store, series_id: int) -> Series | None:
    """The series with that id."""
    row = store.connection.execute(f"SELECT {_COLUMNS} FROM series WHERE id = ?", (series_id,)).fetchone()
    return row and _series(row)


def by_uid(store: Store, uid: str) -> Series | None:
    """The series that other calendars call `uid`."""
    row = store.connection.execute(f"SELECT {_COLUMNS} FROM series WHERE uid = ?", (uid,)).fetchone()
    return row and _series(row)


def every(store: Store) -> list[Series]:
    """All series, the oldest first."""
    return [_series(row) for row in store.connection.execute(f"SELECT {_COLUMNS} FROM series ORDER BY id")]


def made_before(store: Store, day: date) -> list[Series]:
    """Those that come again and whose occurrences are not on file up to `day`; of those that have ended they are."""
    rows = store.connection.execute(
        f"SELECT {_COLUMNS} FROM series WHERE rule <> '' AND made_until < ? AND (instr(rule, 'UNTIL=') = 0"
        " OR substr(rule, instr(rule, 'UNTIL=') + 6, 8) > replace(made_until, '-', '')) ORDER BY id",
        (day.isoformat(),),
    )
    return [_series(row) for row in rows]


def add(store: Store, series: NewSeries, uid: str) -> int:
    """Put a series on file, still without occurrences; returns its id."""
    cursor = store.connection.execute(
        "INSERT INTO series (kind, title, public_title, place, notes, first_day, starts, minutes, rule, seats,"
        " closes_minutes, rides, uid, made_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*_values(series), uid, series.first_day.isoformat()),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def change(store: Store, series_id: int, to: NewSeries) -> None:
    """Replace what is said of a series."""
    store.connection.execute(
        "UPDATE series SET kind = ?, title = ?, public_title = ?, place = ?, notes = ?, first_day = ?, starts = ?,"
        " minutes = ?, rule = ?, seats = ?, closes_minutes = ?, rides = ? WHERE id = ?",
        (*_values(to), series_id),
    )


def put_made_until(store: Store, series_id: int, day: date) -> None:
    """Say that the occurrences are on file up to `day`."""
    store.connection.execute("UPDATE series SET made_until = ? WHERE id = ?", (day.isoformat(), series_id))


def leaders(store: Store, first: date, last: date) -> list[Leader]:
    """Who leads the series that are held on these days, in the order in which they were named.

    Who has ended is left out.
    """
    rows = store.connection.execute(
        f"SELECT series_id, person_id, {SHOWN_COLUMNS} FROM series_leads JOIN people ON people.id = person_id"
        " WHERE series_id IN (SELECT series_id FROM occurrences WHERE cancelled_at IS NULL AND day BETWEEN ? AND ?)"
        " AND ended_at IS NULL AND ended_on IS NULL ORDER BY series_leads.id",
        (first.isoformat(), last.isoformat()),
    )
    return [Leader(series_id, person_id, known_as(person)) for series_id, person_id, *person in rows]


def lead_ids(store: Store, series_id: int) -> list[int]:
    """The ids of those who lead one series, in the order in which they were named."""
    rows = store.connection.execute(
        "SELECT person_id FROM series_leads WHERE series_id = ? AND ended_at IS NULL ORDER BY id", (series_id,)
    )
    return [person_id for (person_id,) in rows]


def add_lead(store: Store, series_id: int, person_id: int) -> None:
    """Let somebody lead; naming them twice is naming them once."""
    store.connection.execute(
        "INSERT INTO series_leads (series_id, person_id) VALUES (?, ?)"
        " ON CONFLICT (series_id, person_id) WHERE ended_at IS NULL DO NOTHING",
        (series_id, person_id),
    )


def end_lead(store: Store, series_id: int, person_id: int, at: datetime) -> None:
    """Somebody leads no longer."""
    store.connection.execute(
        "UPDATE series_leads SET ended_at = ? WHERE series_id = ? AND person_id = ? AND ended_at IS NULL",
        (instant_text(at), series_id, person_id),
    )


def _values(series: NewSeries) -> tuple[object, ...]:
    return (
        series.kind,
        series.title,
        series.public_title,
        series.place,
        series.notes,
        series.first_day.isoformat(),
        time_text(series.starts),
        series.minutes,
        series.rule,
        series.seats,
        series.closes_minutes,
        int(series.rides),
    )
