"""Statements about hours: one row for each stretch that somebody worked or covered, or an employer was closed.

A row is never written over: a change ends it and points to the row that counts in its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from db.store import Store
from db.values import instant_text, maybe_instant


class What(StrEnum):
    """What a row says of its day."""

    WORKED = "worked"
    """By whoever holds the placement, or has the job."""
    COVERED = "covered"
    """By somebody else, in the place of whoever holds the placement."""
    CLOSED = "closed"
    """The employer was closed."""


class WorkState(StrEnum):
    """How sure the house is."""

    LOGGED = "logged"
    CONFIRMED = "confirmed"


@dataclass(frozen=True)
class NewWork:
    """One stretch of work, or a day on which there was none."""

    placement_id: int | None
    """None for a member's own job, which `job_id` then names."""
    job_id: int | None
    day: date
    """The house's date on which it began."""
    what: What
    person_id: int | None
    """Who worked; None where the employer was closed."""
    for_id: int | None
    """In whose place somebody covered; None otherwise, and where nobody held the placement."""
    starts_at: datetime | None
    """The moment; None where only the length is known."""
    minutes: int
    """Of real time; 0 where the employer was closed."""


@dataclass(frozen=True)
class Work(NewWork):
    """A row on file."""

    id: int
    state: WorkState
    correction: bool
    """It was written after its month had been reported."""
    at: datetime
    """When it was written."""
    ended_at: datetime | None
    """When it stopped to count; None while it does."""
    replaced_by: int | None
    """The row that counts in its place."""


@dataclass(frozen=True)
class MonthSum:
    """All that counts of one person in one job, month and way of working."""

    person_id: int
    placement_id: int | None
    job_id: int | None
    month: str
    """As 2026-11."""
    what: What
    minutes: int
    cent_minutes: int
    """The sum over rows of minutes times the cents an hour that held on the row's day; not yet divided by 60."""
    unpriced_minutes: int
    """Of days on which no wage is on file."""
    rows: int
    logged: int
    """Rows not yet confirmed."""
    corrections: int


_COLUMNS = (
    "placement_id, job_id, day, what, person_id, for_id, starts_at, minutes, id, state, correction, at, ended_at,"
    " replaced_by"
)


_WHAT, _STATE = {str(each): each for each in What}, {str(each): each for each in WorkState}
_day = lru_cache(maxsize=4096)(date.fromisoformat)
"""A year of hours has as many rows of one day as there are placements."""


def _work(row: Sequence[Any]) -> Work:
    placement, job, day, what, person, for_id, starts, minutes, id_, state, correction, at, ended, replaced = row
    return Work(
        placement,
        job,
        _day(day),
        _WHAT[what],
        person,
        for_id,
        maybe_instant(starts),
        minutes,
        id_,
        _STATE[state],
        bool(correction),
        datetime.fromisoformat(at),
        maybe_instant(ended),
        replaced,
    )


def _list(store: Store, where: str, *values: object) -> list[Work]:
    rows = store.connection.execute(f"SELECT {_COLUMNS} FROM work_days WHERE {where}", values)
    return [_work(row) for row in rows]


def get(store: Store, work_id: int) -> Work | None:
    """The row with that id, also one that counts no more."""
    found = _list(store, "id = ?", work_id)
    return found[0] if found else None


def between(store: Store, first: date, last: date) -> list[Work]:
    """All that counts of the days from `first` to `last`, in order."""
    return _list(
        store, "ended_at IS NULL AND day BETWEEN ? AND ? ORDER BY day, placement_id, id", str(first), str(last)
    )


def of_person(store: Store, person_id: int, first: date, last: date) -> list[Work]:
    """What the person worked and covered on the days from `first` to `last`, in order."""
    return _list(
        store,
        "ended_at IS NULL AND person_id = ? AND day BETWEEN ? AND ? ORDER BY day, starts_at, id",
        person_id,
        str(first),
        str(last),
    )


def of_placement(store: Store, placement_id: int, first: date, last: date) -> list[Work]:
    """What counts of the placement on the days from `first` to `last`, in order."""
    return _list(
        store,
        "ended_at IS NULL AND placement_id = ? AND day BETWEEN ? AND ? ORDER BY day, starts_at, id",
        placement_id,
        str(first),
        str(last),
    )


def to_confirm(store: Store, first: date, last: date) -> list[Work]:
    """What is not yet confirmed of the days from `first` to `last`, in order."""
    return _list(
        store,
        "ended_at IS NULL AND state = 'logged' AND day BETWEEN ? AND ? ORDER BY day, id",
        str(first),
        str(last),
    )


def replaced_by(store: Store, work_id: int) -> list[Work]:
    """The rows in whose place that one counts; each of them may stand in the place of others."""
    return _list(store, "replaced_by = ? ORDER BY id", work_id)


def add(store: Store, work: NewWork, state: WorkState, correction: bool, at: datetime) -> Work:
    """Put a row on file. Raises `sqlite3.IntegrityError` for a day on which the employer is known to be closed."""
    cursor = store.connection.execute(
        "INSERT INTO work_days (placement_id, job_id, day, what, person_id, for_id, starts_at, minutes, state,"
        " correction, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            work.placement_id,
            work.job_id,
            str(work.day),
            work.what,
            work.person_id,
            work.for_id,
            work.starts_at and instant_text(work.starts_at),
            work.minutes,
            state,
            correction,
            instant_text(at),
        ),
    )
    assert cursor.lastrowid is not None
    found = get(store, cursor.lastrowid)
    assert found is not None
    return found


def end(store: Store, work_id: int, at: datetime, replaced_by: int | None) -> None:
    """The row counts no more; another may count in its place."""
    store.connection.execute(
        "UPDATE work_days SET ended_at = ?, replaced_by = ? WHERE id = ?", (instant_text(at), replaced_by, work_id)
    )


def set_state(store: Store, work_id: int, state: WorkState) -> None:
    """Confirm a row, or take that back."""
    store.connection.execute("UPDATE work_days SET state = ? WHERE id = ?", (state, work_id))


_SUMS = """
SELECT person_id, placement_id, job_id, substr(day, 1, 7), what, sum(minutes), coalesce(sum(minutes * cents), 0),
  sum(CASE WHEN cents IS NULL THEN minutes ELSE 0 END), count(*), sum(state = 'logged'), sum(correction)
FROM (
  SELECT *, (
    SELECT cents FROM placement_wages
    WHERE placement_wages.placement_id = work_days.placement_id AND since <= day AND replaced_at IS NULL
    ORDER BY since DESC LIMIT 1
  ) AS cents
  FROM work_days WHERE ended_at IS NULL AND what <> 'closed' AND day BETWEEN ? AND ? {who}
)
GROUP BY 1, 2, 3, 4, 5 ORDER BY 4, 1, 2, 3, 5
"""


def month_sums(store: Store, first: date, last: date, person_id: int | None = None) -> list[MonthSum]:
    """What counts of the days from `first` to `last`, of one person or of everybody, by month."""
    rows = store.connection.execute(
        _SUMS.format(who="AND person_id = ?" if person_id else ""),
        (str(first), str(last), *([person_id] if person_id else [])),
    )
    return [_month_sum(row) for row in rows]


def _month_sum(row: Sequence[Any]) -> MonthSum:
    person, placement, job, month, what, *sums = row
    return MonthSum(person, placement, job, month, What(what), *sums)
