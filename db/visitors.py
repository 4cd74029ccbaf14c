"""Statements about visitors: guests who sign in by name, without being on file."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.store import Store
from db.values import instant, instant_text, maybe_instant


class Purpose(StrEnum):
    """What brings a visitor."""

    TOUR = "tour"
    GUEST = "guest"
    """Of somebody who is here, or of the house."""
    MEETING = "meeting"
    DELIVERY = "delivery"
    OTHER = "other"


@dataclass(frozen=True)
class Visitor:
    """A guest on one day."""

    id: int
    name: str
    purpose: Purpose
    line: str
    """Where they are from, or whom they see; empty when nothing was said."""
    day: date
    in_at: datetime
    out_at: datetime | None
    estimated: bool
    """The house guessed when they left."""
    person_id: int | None
    """Who they are on file now, if they came to stay."""


_COLUMNS = "id, name, purpose, line, day, in_at, out_at, out_how, person_id"


def _list(store: Store, where: str, *values: object) -> list[Visitor]:
    rows = store.connection.execute(f"SELECT {_COLUMNS} FROM visitors WHERE undone_at IS NULL AND {where}", values)
    return [
        Visitor(
            id_, name, Purpose(purpose), line, date.fromisoformat(day), instant(came), maybe_instant(left),
            how == "estimate", person_id,
        )
        for id_, name, purpose, line, day, came, left, how, person_id in rows
    ]  # fmt: skip


def get(store: Store, visitor_id: int) -> Visitor | None:
    """The visitor with that number."""
    found = _list(store, "id = ?", visitor_id)
    return found[0] if found else None


def here(store: Store, day: date) -> list[Visitor]:
    """Who is here on `day`, in the order of coming."""
    return _list(store, "out_at IS NULL AND day = ? ORDER BY in_at, id", day.isoformat())


def open_before(store: Store, day: date) -> list[Visitor]:
    """Those of earlier days who never signed out."""
    return _list(store, "out_at IS NULL AND day < ? ORDER BY day, id", day.isoformat())


def between(store: Store, first: date, last: date) -> list[Visitor]:
    """Everybody of these days, both included, in order."""
    return _list(store, "day BETWEEN ? AND ? ORDER BY day, in_at, id", first.isoformat(), last.isoformat())


def counts(store: Store, first: date, last: date) -> dict[tuple[str, Purpose], int]:
    """How many came in each month, `2026-11`, for each purpose."""
    rows = store.connection.execute(
        "SELECT substr(day, 1, 7), purpose, count(*) FROM visitors"
        " WHERE undone_at IS NULL AND day BETWEEN ? AND ? GROUP BY 1, 2",
        (first.isoformat(), last.isoformat()),
    )
    return {(month, Purpose(purpose)): count for month, purpose, count in rows}


def add(store: Store, name: str, purpose: Purpose, line: str, day: date, at: datetime) -> int:
    """Somebody comes in; returns the number."""
    cursor = store.connection.execute(
        "INSERT INTO visitors (name, purpose, line, day, in_at) VALUES (?, ?, ?, ?, ?)",
        (name, purpose, line, day.isoformat(), instant_text(at)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def finish(store: Store, visitor_id: int, at: datetime, *, estimated: bool = False) -> None:
    """Somebody leaves; never before they came."""
    store.connection.execute(
        "UPDATE visitors SET out_at = max(in_at, ?), out_how = ? WHERE id = ?",
        (instant_text(at), "estimate" if estimated else "told", visitor_id),
    )


def reopen(store: Store, visitor_id: int) -> None:
    """They have not left after all."""
    store.connection.execute("UPDATE visitors SET out_at = NULL, out_how = NULL WHERE id = ?", (visitor_id,))


def undo(store: Store, visitor_id: int, at: datetime) -> None:
    """It was a slip: the row stays, and counts nowhere."""
    store.connection.execute("UPDATE visitors SET undone_at = ? WHERE id = ?", (instant_text(at), visitor_id))


def set_person(store: Store, visitor_id: int, person_id: int) -> None:
    """Who they are on file."""
    store.connection.execute("UPDATE visitors SET person_id = ? WHERE id = ?", (person_id, visitor_id))
