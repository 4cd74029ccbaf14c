"""Finding people at the desk: by any letters of a name, or by their code; those who have left the lists too."""

from dataclasses import dataclass
from datetime import date

import db.people
import db.visits
from clubhouse.house import House
from clubhouse.names import clean, full_name, letters
from clubhouse.permissions import Permission, require
from db.people import Person

MOST_FOUND = 50


@dataclass(frozen=True)
class FoundPerson:
    """One answer to somebody at the desk."""

    person: Person
    name: str
    """First and last name."""
    here: bool
    last_day: date | None
    """Of the last visit."""


@dataclass(frozen=True)
class FoundPeople:
    """What a search at the desk found."""

    found: tuple[FoundPerson, ...]
    """The one with that code first, then by name; those on the lists before those who are not."""
    more: bool
    """There are more than `MOST_FOUND`; another letter will help."""


def find_people(house: House, actor: str, typed: str) -> FoundPeople:
    """Those whose first name, nickname or last name begins with what was typed, or whose code it is.

    Nobody for no letters at all. Raises `NotAllowed`.
    """
    with house.store.snapshot():
        require(house, actor, Permission.GREETER)
        coded = db.people.by_code(house.store, clean(typed))
        kept = db.people.entry_kept(house.store, coded.id) if coded else None
        wanted = letters(typed)
        found = (
            db.people.by_letters(house.store, wanted, whole=False, most=MOST_FOUND + 1, ended=True) if wanted else []
        )
        others = sorted((each for each in found if kept is None or each.id != kept.id), key=_on_no_list)
        people = [*([kept] if kept else []), *others]
        return FoundPeople(tuple(_found(house, each) for each in people[:MOST_FOUND]), len(people) > MOST_FOUND)


def _on_no_list(person: Person) -> bool:
    return person.ended_on is not None


def _found(house: House, person: Person) -> FoundPerson:
    last = db.visits.latest(house.store, person.id, 1)
    here = db.visits.open_of(house.store, person.id) is not None
    return FoundPerson(person, full_name(person), here, last[0].day if last else None)
