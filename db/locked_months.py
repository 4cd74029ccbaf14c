"""Statements about months whose attendance was reported and is locked. A lock is ended, never deleted."""

from dataclasses import dataclass
from datetime import datetime

from db.store import Store
from db.values import instant, instant_text, maybe_instant


@dataclass(frozen=True)
class Locked:
    """A month that is locked, or was."""

    id: int
    month: str
    """As 2026-11."""
    locked_at: datetime
    locked_by: int | None
    """None for the command line."""
    ended_at: datetime | None
    """None while it is locked."""
    ended_by: int | None


_COLUMNS = "SELECT id, month, locked_at, locked_by, ended_at, ended_by FROM locked_months"

_Row = tuple[int, str, str, int | None, str | None, int | None]


def _locked(row: _Row) -> Locked:
    id_, month, locked_at, locked_by, ended_at, ended_by = row
    return Locked(id_, month, instant(locked_at), locked_by, maybe_instant(ended_at), ended_by)


def of_month(store: Store, month: str) -> Locked | None:
    """The lock of that month; None where it is not locked."""
    row = store.connection.execute(f"{_COLUMNS} WHERE month = ? AND ended_at IS NULL", (month,)).fetchone()
    return None if row is None else _locked(row)


def between(store: Store, first: str, last: str) -> list[Locked]:
    """What is locked of the months from `first` to `last`."""
    rows = store.connection.execute(
        f"{_COLUMNS} WHERE ended_at IS NULL AND month BETWEEN ? AND ? ORDER BY month", (first, last)
    )
    return [_locked(row) for row in rows]


def add(store: Store, month: str, at: datetime, by: int | None) -> None:
    """Lock a month. Raises `sqlite3.IntegrityError` for one that is."""
    store.connection.execute(
        "INSERT INTO locked_months (month, locked_at, locked_by) VALUES (?, ?, ?)", (month, instant_text(at), by)
    )


def end(store: Store, lock_id: int, at: datetime, by: int | None) -> None:
    """The month is locked no more."""
    store.connection.execute(
        "UPDATE locked_months SET ended_at = max(locked_at, ?), ended_by = ? WHERE id = ?",
        (instant_text(at), by, lock_id),
    )


def of_person(store: Store, person_id: int) -> str | None:
    """The first locked month with a visit of the person; None where there is none."""
    return _first(store, "SELECT day FROM visits WHERE person_id = ? AND undone_at IS NULL", person_id)


def of_merge(store: Store, merge_id: int) -> str | None:
    """The first locked month with a visit that was moved by that merge; None where there is none."""
    moved = "SELECT row_id FROM merge_moves WHERE merge_id = ? AND in_table = 'visits'"
    return _first(store, f"SELECT day FROM visits WHERE undone_at IS NULL AND id IN ({moved})", merge_id)


def _first(store: Store, days: str, of: int) -> str | None:
    (month,) = store.connection.execute(
        f"SELECT min(substr(day, 1, 7)) FROM ({days})"
        " WHERE substr(day, 1, 7) IN (SELECT month FROM locked_months WHERE ended_at IS NULL)",
        (of,),
    ).fetchone()
    return None if month is None else str(month)
