"""A person on file, put there by the statements alone."""

from datetime import date

import db.people
from db.people import Kind, NewPerson, ShownAs
from db.store import Store


def put(store: Store, code: str = "M0001", *letters: str, first: str = "Rosa", last: str = "Alvarez") -> int:
    """The id of a new member who is found by `letters`."""
    person = NewPerson(code, Kind.MEMBER, first, last, "", ShownAs.FIRST_NAME, date(2026, 1, 5))
    return db.people.add(store, person, set(letters) or {"rosa alvarez"})
