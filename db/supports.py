"""Statements about supports: what the house helped somebody with."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.store import Store
from db.values import instant_text


class SupportKind(StrEnum):
    """What it was about."""

    HOUSING = "housing"
    EDUCATION = "education"
    BENEFITS = "benefits"
    HEALTH_CARE = "health-care"
    TRANSPORT = "transport"


@dataclass(frozen=True)
class NewSupport:
    """The house helped somebody."""

    person_id: int
    kind: SupportKind
    day: date
    line: str
    by_id: int | None
    """Who wrote it down; None for the command line."""


@dataclass(frozen=True)
class Support(NewSupport):
    """One on file."""

    id: int


def of_person(store: Store, person_id: int, first: date, last: date) -> list[Support]:
    """What the person was helped with on these days, in order."""
    rows = store.connection.execute(
        "SELECT person_id, kind, day, line, by_id, id FROM supports"
        " WHERE person_id = ? AND day BETWEEN ? AND ? AND undone_at IS NULL ORDER BY day, id",
        (person_id, first.isoformat(), last.isoformat()),
    )
    return [
        Support(who, SupportKind(kind), date.fromisoformat(day), line, by_id, id_)
        for who, kind, day, line, by_id, id_ in rows
    ]


def add(store: Store, new: NewSupport) -> Support:
    """One more."""
    cursor = store.connection.execute(
        "INSERT INTO supports (person_id, kind, day, line, by_id) VALUES (?, ?, ?, ?, ?)",
        (new.person_id, new.kind, new.day.isoformat(), new.line, new.by_id),
    )
    assert cursor.lastrowid is not None
    return Support(**vars(new), id=cursor.lastrowid)


def undo(store: Store, support_id: int, at: datetime) -> None:
    """It was a slip: the row stays, and stands in no record."""
    store.connection.execute("UPDATE supports SET undone_at = ? WHERE id = ?", (instant_text(at), support_id))
