"""Many rows at once, for a file made up as a whole: people, cards, visits, sign-ups, registrations and their log.

The constraints of the schema hold as for any other row; the rules of the house are the caller's.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain, islice
from typing import TYPE_CHECKING

from db.audit import NewEntry
from db.cards import Card
from db.people import Person
from db.presences import ThereHow
from db.registrations import Registration
from db.sign_ups import SignUp
from db.store import Store
from db.tasks import Tick
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
    rows: Iterable[dict[str, object]] = (
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
    _add_many(store, "visits", rows)


def add_sign_ups(store: Store, sign_ups: Iterable[tuple[SignUp, datetime, datetime | None]]) -> None:
    """Put sign-ups on file under the ids they carry, each with when it was made and when it ended, if it did."""
    rows = (
        {
            **vars(sign_up),
            "day": sign_up.day.isoformat(),
            "at": instant_text(at),
            "ended_at": ended_at and instant_text(ended_at),
        }
        for sign_up, at, ended_at in sign_ups
    )
    _add_many(store, "sign_ups", rows)


def add_ticks(store: Store, ticks: Iterable[tuple[Tick, int]]) -> None:
    """Say of tasks that they are done, each by the person with that id."""
    _database(store).table("task_ticks").insert_all(
        {
            "task_id": tick.task_id,
            "since_day": tick.since_day.isoformat(),
            "day": tick.day.isoformat(),
            "at": instant_text(tick.at),
            "person_id": person_id,
        }
        for tick, person_id in ticks
    )


def add_registrations(store: Store, registrations: Iterable[tuple[Registration, datetime]]) -> None:
    """Put registrations on file under the ids they carry, each with when it was made."""
    rows = ({**vars(made), "ride": int(made.ride), "at": instant_text(at)} for made, at in registrations)
    _add_many(store, "registrations", rows)


def add_presences(store: Store, presences: Iterable[tuple[int, int, ThereHow, datetime]]) -> None:
    """Note who was there: the occurrence, the person, how it is known, and when it was noted."""
    rows = (
        {"occurrence_id": occurrence_id, "person_id": person_id, "how": how, "at": instant_text(at)}
        for occurrence_id, person_id, how, at in presences
    )
    _add_many(store, "presences", rows)


def add_entries(store: Store, entries: Iterable[NewEntry]) -> None:
    """Write rows of the log, in the order given."""
    _add_many(store, "audit", ({**vars(entry), "at": instant_text(entry.at)} for entry in entries))


def _add_many(store: Store, table: str, rows: Iterable[dict[str, object]]) -> None:
    # `insert_all` looks at every value of every row, which takes most of the time where there are ten thousands.
    rest = iter(rows)
    for first in islice(rest, 1):
        named = ", ".join(f":{column}" for column in first)
        statement = f"INSERT INTO {table} ({', '.join(first)}) VALUES ({named})"
        store.connection.executemany(statement, chain([first], rest))


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
