"""Many rows at once, for a file made up as a whole: people, cards, visits and the log of them.

The constraints of the schema hold as for any other row; the rules of the house are the caller's.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.audit import NewEntry
from db.cards import Card
from db.people import Person
from db.store import Store
from db.values import instant_text
from db.visits import Visit

if TYPE_CHECKING:
    from sqlite_utils import Database


def add_people(store: Store, people: Iterable[tuple[Person, set[str]]]) -> None:
    """Put people on file under the ids they carry, each found by their letters."""
    known = list(people)
    database = _database(store)
    database.table("people").insert_all(_person_row(person) for person, _ in known)
    database.table("name_letters").insert_all(
        {"letters": each, "person_id": person.id} for person, letters in known for each in sorted(letters)
    )


def add_cards(store: Store, cards: Iterable[Card]) -> None:
    """Put cards on file under the ids they carry."""
    _database(store).table("cards").insert_all(
        {
            "id": card.id,
            "code": card.code,
            "person_id": card.person_id,
            "issued_at": instant_text(card.issued_at),
            "replaced_at": card.replaced_at and instant_text(card.replaced_at),
        }
        for card in cards
    )


def add_visits(store: Store, visits: Iterable[Visit]) -> None:
    """Put visits on file under the ids they carry."""
    _database(store).table("visits").insert_all(
        {
            "id": visit.id,
            "person_id": visit.person_id,
            "day": visit.day.isoformat(),
            "in_at": instant_text(visit.in_at),
            "in_how": visit.in_how,
            "out_at": visit.out_at and instant_text(visit.out_at),
            "out_how": visit.out_how,
        }
        for visit in visits
    )


def add_entries(store: Store, entries: Iterable[NewEntry]) -> None:
    """Write rows of the log, in the order given."""
    _database(store).table("audit").insert_all({**vars(entry), "at": instant_text(entry.at)} for entry in entries)


def _database(store: Store) -> "Database":
    from sqlite_utils import Database  # slow to import, and rarely needed

    return Database(store.connection, strict=True, execute_plugins=False)


def _person_row(person: Person) -> dict[str, object]:
    return {
        **vars(person),
        "since": person.since.isoformat(),
        "ended_on": person.ended_on and person.ended_on.isoformat(),
        "paused_at": person.paused_at and instant_text(person.paused_at),
    }
