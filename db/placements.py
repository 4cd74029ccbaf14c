"""Statements about placements, their usual times of a week, and their wages.

Times and wages hold from a day on, until others hold; what was replaced for the same day stays on file.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from db.store import Store
from db.values import instant_text, maybe_date


@dataclass(frozen=True)
class NewPlacement:
    """A job that the house holds with an employer."""

    employer_id: int
    job: str
    """What the work is called, such as: mail-room clerk."""
    place: str
    """Where the work is done; may be empty, as may `contact`."""
    contact: str
    is_group: bool
    """Group TE: several members hold it at the same time, side by side with staff."""
    weekly_minutes: int
    """What is usual a week, of each who holds it."""
    looked_after_by: int | None
    """Who of the house looks after it."""
    opened_on: date


@dataclass(frozen=True)
class Placement(NewPlacement):
    """A placement on file."""

    id: int
    closed_on: date | None
    """The day from which the house holds it no longer."""

    def open_on(self, day: date) -> bool:
        """Whether the house holds it on that day."""
        return self.opened_on <= day and (self.closed_on is None or day < self.closed_on)


@dataclass(frozen=True)
class UsualTime:
    """When one works on a weekday."""

    weekday: int
    """ISO weekday of the start."""
    starts: time
    minutes: int
    """What the clock on the wall shows more at the end; past midnight too."""


@dataclass(frozen=True)
class Times:
    """The usual times of a week that hold from a day on."""

    placement_id: int
    since: date
    times: tuple[UsualTime, ...]
    """In the order of the week; none where nothing is usual."""


@dataclass(frozen=True)
class Wage:
    """What is paid an hour from a day on."""

    placement_id: int
    since: date
    cents: int
    correction: bool
    """It was set after a month in which it holds had been reported."""


_COLUMNS = (
    "employer_id, job, place, contact, is_group, weekly_minutes, looked_after_by, opened_on, placements.id, closed_on"
)


def _list(store: Store, where: str, *values: object) -> list[Placement]:
    rows = store.connection.execute(f"SELECT {_COLUMNS} FROM placements WHERE {where}", values)
    return [
        Placement(
            employer,
            job,
            place,
            contact,
            bool(group),
            weekly,
            by,
            date.fromisoformat(opened),
            id_,
            maybe_date(closed),
        )
        for employer, job, place, contact, group, weekly, by, opened, id_, closed in rows
    ]


def get(store: Store, placement_id: int) -> Placement | None:
    """The placement with that id."""
    found = _list(store, "id = ?", placement_id)
    return found[0] if found else None


def every(store: Store) -> list[Placement]:
    """All placements in the order in which they were added, the closed too."""
    return _list(store, "1 ORDER BY id")


def open_between(store: Store, first: date, last: date) -> list[Placement]:
    """Those that the house holds on any day from `first` to `last`."""
    return _list(store, "opened_on <= ? AND (closed_on IS NULL OR closed_on > ?) ORDER BY id", str(last), str(first))


def add(store: Store, placement: NewPlacement) -> int:
    """Put a placement on file; returns its id."""
    cursor = store.connection.execute(
        "INSERT INTO placements (employer_id, job, place, contact, is_group, weekly_minutes, looked_after_by,"
        " opened_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        _values(placement),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def change(store: Store, placement_id: int, to: NewPlacement) -> None:
    """Replace what is said of a placement."""
    store.connection.execute(
        "UPDATE placements SET employer_id = ?, job = ?, place = ?, contact = ?, is_group = ?, weekly_minutes = ?,"
        " looked_after_by = ?, opened_on = ? WHERE id = ?",
        (*_values(to), placement_id),
    )


def close(store: Store, placement_id: int, day: date | None) -> None:
    """From `day` the house holds it no longer; with None it does again."""
    store.connection.execute("UPDATE placements SET closed_on = ? WHERE id = ?", (day and str(day), placement_id))


def _values(placement: NewPlacement) -> tuple[object, ...]:
    return (
        placement.employer_id,
        placement.job,
        placement.place,
        placement.contact,
        placement.is_group,
        placement.weekly_minutes,
        placement.looked_after_by,
        str(placement.opened_on),
    )


def times(store: Store, placement_id: int | None = None) -> list[Times]:
    """All usual times that hold or held, of one placement or of every one, the earliest first."""
    rows = store.connection.execute(
        "SELECT placement_id, since, times FROM placement_times WHERE replaced_at IS NULL"
        f"{' AND placement_id = ?' if placement_id else ''} ORDER BY placement_id, since",
        (placement_id,) if placement_id else (),
    )
    return [Times(id_, date.fromisoformat(since), _times(text)) for id_, since, text in rows]


# Of many placements the same times are usual, and each look reads them all.
@lru_cache(maxsize=1024)
def _times(text: str) -> tuple[UsualTime, ...]:
    return tuple(UsualTime(day, time.fromisoformat(starts), minutes) for day, starts, minutes in json.loads(text))


def put_times(store: Store, new: Times, at: datetime) -> None:
    """Set the usual times from a day on; those set for the same day before are replaced."""
    text = json.dumps([(each.weekday, f"{each.starts:%H:%M}", each.minutes) for each in new.times])
    _replace(store, "placement_times", new.placement_id, new.since, at)
    store.connection.execute(
        "INSERT INTO placement_times (placement_id, since, times) VALUES (?, ?, ?)",
        (new.placement_id, str(new.since), text),
    )


def wages(store: Store, placement_id: int | None = None) -> list[Wage]:
    """All wages that hold or held, of one placement or of every one, the earliest first."""
    rows = store.connection.execute(
        "SELECT placement_id, since, cents, correction FROM placement_wages WHERE replaced_at IS NULL"
        f"{' AND placement_id = ?' if placement_id else ''} ORDER BY placement_id, since",
        (placement_id,) if placement_id else (),
    )
    return [Wage(id_, date.fromisoformat(since), cents, bool(correction)) for id_, since, cents, correction in rows]


def put_wage(store: Store, new: Wage, at: datetime) -> None:
    """Set the wage from a day on; the one set for the same day before is replaced."""
    _replace(store, "placement_wages", new.placement_id, new.since, at)
    store.connection.execute(
        "INSERT INTO placement_wages (placement_id, since, cents, correction) VALUES (?, ?, ?, ?)",
        (new.placement_id, str(new.since), new.cents, new.correction),
    )


def _replace(store: Store, table: str, placement_id: int, since: date, at: datetime) -> None:
    store.connection.execute(
        f"UPDATE {table} SET replaced_at = ? WHERE placement_id = ? AND since = ? AND replaced_at IS NULL",
        (instant_text(at), placement_id, str(since)),
    )
