"""Statements about how people wish to be reached."""

from dataclasses import dataclass
from enum import StrEnum

from db.store import Store


class Way(StrEnum):
    """How somebody wishes to hear from the house."""

    CALL = "call"
    TEXT = "text"
    CARD = "card"
    VISIT = "visit"
    PLEASE_DONT = "please-dont"
    """They would rather not be contacted; that is kept."""


@dataclass(frozen=True)
class Wishes:
    """What a person has said about being reached."""

    way: Way | None = None
    """None while nothing was said."""
    phone: str = ""
    address: str = ""
    languages: str = ""
    """In which they like to be spoken to, with commas between them."""
    after_days: int | None = None
    """After how many days away they would like to hear from the house; None leaves it to the house."""


def of_person(store: Store, person_id: int) -> Wishes | None:
    """What the person has said; None when nothing was ever noted."""
    row = store.connection.execute(
        "SELECT way, phone, address, languages, after_days FROM contact_wishes WHERE person_id = ?", (person_id,)
    ).fetchone()
    return None if row is None else Wishes(Way(row[0]) if row[0] else None, *row[1:])


def put(store: Store, person_id: int, wishes: Wishes) -> None:
    """Note these in place of any other."""
    store.connection.execute(
        "INSERT INTO contact_wishes (person_id, way, phone, address, languages, after_days)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (person_id) DO UPDATE SET way = excluded.way,"
        " phone = excluded.phone, address = excluded.address, languages = excluded.languages,"
        " after_days = excluded.after_days",
        (person_id, wishes.way, wishes.phone, wishes.address, wishes.languages, wishes.after_days),
    )
