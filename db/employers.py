"""Statements about employers, with whom the house has placements."""

from dataclasses import dataclass
from datetime import date

from db.store import Store
from db.values import maybe_date


@dataclass(frozen=True)
class NewEmployer:
    """A business or office that gives work."""

    name: str
    contact: str
    """Whom to call there, in the house's own words; may be empty."""


@dataclass(frozen=True)
class Employer(NewEmployer):
    """An employer on file."""

    id: int
    closed_on: date | None
    """The day from which the house has nothing there any more."""


def every(store: Store) -> list[Employer]:
    """All employers by name, the closed too."""
    rows = store.connection.execute("SELECT name, contact, id, closed_on FROM employers ORDER BY name, id")
    return [Employer(name, contact, id_, maybe_date(closed)) for name, contact, id_, closed in rows]


def get(store: Store, employer_id: int) -> Employer | None:
    """The employer with that id."""
    row = store.connection.execute(
        "SELECT name, contact, id, closed_on FROM employers WHERE id = ?", (employer_id,)
    ).fetchone()
    return Employer(row[0], row[1], row[2], maybe_date(row[3])) if row else None


def add(store: Store, employer: NewEmployer) -> int:
    """Put an employer on file; returns its id."""
    cursor = store.connection.execute(
        "INSERT INTO employers (name, contact) VALUES (?, ?)", (employer.name, employer.contact)
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def change(store: Store, employer_id: int, to: NewEmployer) -> None:
    """Replace what is said of an employer."""
    store.connection.execute(
        "UPDATE employers SET name = ?, contact = ? WHERE id = ?", (to.name, to.contact, employer_id)
    )


def close(store: Store, employer_id: int, day: date | None) -> None:
    """From `day` the house has nothing there; with None it has again."""
    store.connection.execute("UPDATE employers SET closed_on = ? WHERE id = ?", (day and str(day), employer_id))
