"""Statements about terms: who holds a placement from when to when."""

from dataclasses import dataclass
from datetime import date, datetime

from db.store import Store
from db.values import instant_text, maybe_date


@dataclass(frozen=True)
class NewTerm:
    """A placement in somebody's hands."""

    placement_id: int
    person_id: int
    first_day: date
    planned_last_day: date
    """The last day as it was agreed; nothing ends by itself on it."""


@dataclass(frozen=True)
class Term(NewTerm):
    """A term on file."""

    id: int
    last_day: date | None
    """The last day on which it was held; None while it goes on."""

    def holds_on(self, day: date) -> bool:
        """Whether the placement is in the person's hands on that day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


_COLUMNS = "placement_id, person_id, first_day, planned_last_day, id, last_day"


def _list(store: Store, where: str, *values: object) -> list[Term]:
    rows = store.connection.execute(f"SELECT {_COLUMNS} FROM terms WHERE undone_at IS NULL AND {where}", values)
    return [
        Term(placement, person, date.fromisoformat(first), date.fromisoformat(planned), id_, maybe_date(last))
        for placement, person, first, planned, id_, last in rows
    ]


def get(store: Store, term_id: int) -> Term | None:
    """The term with that id."""
    found = _list(store, "id = ?", term_id)
    return found[0] if found else None


def between(store: Store, first: date, last: date) -> list[Term]:
    """Every term held on any day from `first` to `last`, the earliest first."""
    return sorted(
        _list(store, "last_day IS NULL AND first_day <= ?", str(last))
        + _list(store, "last_day >= ? AND first_day <= ?", str(first), str(last)),
        key=lambda term: (term.first_day, term.id),
    )


def of_placement(store: Store, placement_id: int) -> list[Term]:
    """Every term of the placement, the earliest first."""
    return _list(store, "placement_id = ? ORDER BY first_day, id", placement_id)


def of_person(store: Store, person_id: int) -> list[Term]:
    """Every term of the person, the earliest first."""
    return _list(store, "person_id = ? ORDER BY first_day, id", person_id)


def planned_to_end_by(store: Store, day: date) -> list[Term]:
    """The terms that go on and are planned to end on that day or before, the first to end first."""
    return _list(store, "last_day IS NULL AND planned_last_day <= ? ORDER BY planned_last_day, id", str(day))


def add(store: Store, term: NewTerm) -> int:
    """Put a term on file; returns its id."""
    cursor = store.connection.execute(
        "INSERT INTO terms (placement_id, person_id, first_day, planned_last_day) VALUES (?, ?, ?, ?)",
        (term.placement_id, term.person_id, str(term.first_day), str(term.planned_last_day)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def plan(store: Store, term_id: int, planned_last_day: date) -> None:
    """Another day on which it is planned to end."""
    store.connection.execute("UPDATE terms SET planned_last_day = ? WHERE id = ?", (str(planned_last_day), term_id))


def end(store: Store, term_id: int, last_day: date | None) -> None:
    """It was held until `last_day`, or with None goes on."""
    store.connection.execute("UPDATE terms SET last_day = ? WHERE id = ?", (last_day and str(last_day), term_id))


def undo(store: Store, term_id: int, at: datetime) -> None:
    """It was never held; the row stays."""
    store.connection.execute("UPDATE terms SET undone_at = ? WHERE id = ?", (instant_text(at), term_id))
