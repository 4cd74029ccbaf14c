"""Statements about emergency contacts: whom the house calls when something happens to somebody."""

from dataclasses import dataclass
from datetime import date

from db.store import Store


@dataclass(frozen=True)
class NewEmergencyContact:
    """Somebody to call."""

    name: str
    relation: str
    """What they are to the person, in the person's words."""
    phone: str


@dataclass(frozen=True)
class EmergencyContact(NewEmergencyContact):
    """One on file."""

    id: int


def of_person(store: Store, person_id: int) -> list[EmergencyContact]:
    """Whom to call, in the order in which they were named."""
    rows = store.connection.execute(
        "SELECT name, relation, phone, id FROM emergency_contacts"
        " WHERE person_id = ? AND ended_on IS NULL ORDER BY id",
        (person_id,),
    )
    return [EmergencyContact(*row) for row in rows]


def add(store: Store, person_id: int, contact: NewEmergencyContact, day: date) -> int:
    """One more; returns the id."""
    cursor = store.connection.execute(
        "INSERT INTO emergency_contacts (person_id, name, relation, phone, since) VALUES (?, ?, ?, ?, ?)",
        (person_id, contact.name, contact.relation, contact.phone, day.isoformat()),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def end(store: Store, contact_id: int, day: date) -> None:
    """They are called no more; the row stays."""
    store.connection.execute("UPDATE emergency_contacts SET ended_on = ? WHERE id = ?", (day.isoformat(), contact_id))
