"""Statements about registrations: who would like to come to an occurrence, in the order of coming.

The id is the order. Whoever comes before as many as there are seats has one; the others wait. An occurrence's
seats stand in `db.occurrences`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from db.people import SHOWN_COLUMNS, NewPerson, known_as
from db.store import Store
from db.values import instant_text


@dataclass(frozen=True)
class NewRegistration:
    """One person for one occurrence."""

    occurrence_id: int
    person_id: int
    ride: bool
    """They need a ride."""
    by_id: int | None
    """Who wrote it down for them; None for themselves."""


@dataclass(frozen=True)
class Registration(NewRegistration):
    """A registration on file."""

    id: int


@dataclass(frozen=True)
class Mine:
    """A person's own place for an occurrence."""

    occurrence_id: int
    before: int
    """How many came earlier."""
    ride: bool


@dataclass(frozen=True)
class Listed:
    """A registration with what a list shows of its person."""

    registration: Registration
    person: NewPerson


def of_occurrence(store: Store, occurrence_id: int) -> list[Registration]:
    """All of one occurrence, in the order of coming."""
    rows = store.connection.execute(
        "SELECT occurrence_id, person_id, ride, by_id, id FROM registrations"
        " WHERE occurrence_id = ? AND ended_at IS NULL ORDER BY id",
        (occurrence_id,),
    )
    return [Registration(where, who, bool(ride), by_id, id_) for where, who, ride, by_id, id_ in rows]


def listed(store: Store, occurrence_id: int) -> list[Listed]:
    """All of one occurrence with their people, in the order of coming."""
    rows = store.connection.execute(
        f"SELECT occurrence_id, person_id, ride, by_id, registrations.id, {SHOWN_COLUMNS}"
        " FROM registrations JOIN people ON people.id = person_id"
        " WHERE occurrence_id = ? AND ended_at IS NULL ORDER BY registrations.id",
        (occurrence_id,),
    )
    return [
        Listed(Registration(where, who, bool(ride), by_id, id_), known_as(person))
        for where, who, ride, by_id, id_, *person in rows
    ]


def get(store: Store, occurrence_id: int, person_id: int) -> Registration | None:
    """The person's registration for that occurrence."""
    row = store.connection.execute(
        "SELECT occurrence_id, person_id, ride, by_id, id FROM registrations"
        " WHERE occurrence_id = ? AND person_id = ? AND ended_at IS NULL",
        (occurrence_id, person_id),
    ).fetchone()
    return row and Registration(row[0], row[1], bool(row[2]), row[3], row[4])


def counts(store: Store, first: date, last: date) -> dict[int, int]:
    """How many are registered or wait, by occurrence, of those that begin on these days; nobody stands nowhere."""
    # Counted one by one: grouped, SQLite would go through all occurrences there ever were.
    rows = store.connection.execute(
        "SELECT id, (SELECT count(*) FROM registrations WHERE occurrence_id = occurrences.id AND ended_at IS NULL)"
        " FROM occurrences WHERE cancelled_at IS NULL AND day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    return {occurrence_id: number for occurrence_id, number in rows if number}


def count(store: Store, occurrence_id: int) -> int:
    """How many are registered for one occurrence or wait."""
    (number,) = store.connection.execute(
        "SELECT count(*) FROM registrations WHERE occurrence_id = ? AND ended_at IS NULL", (occurrence_id,)
    ).fetchone()
    return int(number)


def place(store: Store, occurrence_id: int, person_id: int) -> Mine | None:
    """The person's own place for one occurrence."""
    row = store.connection.execute(
        "SELECT ride, (SELECT count(*) FROM registrations AS earlier"
        "  WHERE earlier.occurrence_id = mine.occurrence_id AND earlier.ended_at IS NULL AND earlier.id < mine.id)"
        " FROM registrations AS mine WHERE occurrence_id = ? AND person_id = ? AND ended_at IS NULL",
        (occurrence_id, person_id),
    ).fetchone()
    return row and Mine(occurrence_id, row[1], bool(row[0]))


def of_person(store: Store, person_id: int, first: date, last: date) -> list[Mine]:
    """The person's own, of occurrences that begin on these days."""
    # CROSS JOIN keeps SQLite from going through all that the person ever registered for.
    rows = store.connection.execute(
        "SELECT occurrence_id, ride, (SELECT count(*) FROM registrations AS earlier"
        "  WHERE earlier.occurrence_id = mine.occurrence_id AND earlier.ended_at IS NULL AND earlier.id < mine.id)"
        " FROM occurrences CROSS JOIN registrations AS mine ON occurrence_id = occurrences.id"
        " WHERE cancelled_at IS NULL AND day BETWEEN ? AND ? AND person_id = ? AND ended_at IS NULL",
        (first.isoformat(), last.isoformat(), person_id),
    )
    return [Mine(occurrence_id, before, bool(ride)) for occurrence_id, ride, before in rows]


def add(store: Store, new: NewRegistration, at: datetime) -> Registration:
    """Put a registration at the end. Raises `sqlite3.IntegrityError` when the person stands there already."""
    cursor = store.connection.execute(
        "INSERT INTO registrations (occurrence_id, person_id, ride, by_id, at) VALUES (?, ?, ?, ?, ?)",
        (new.occurrence_id, new.person_id, int(new.ride), new.by_id, instant_text(at)),
    )
    assert cursor.lastrowid is not None
    return Registration(**vars(new), id=cursor.lastrowid)


def put_ride(store: Store, registration_id: int, ride: bool) -> None:
    """Whether they need a ride."""
    store.connection.execute("UPDATE registrations SET ride = ? WHERE id = ?", (int(ride), registration_id))


def end(store: Store, registration_id: int, at: datetime) -> None:
    """They do not come after all; the row stays."""
    store.connection.execute(
        "UPDATE registrations SET ended_at = ? WHERE id = ?", (instant_text(at), registration_id)
    )
