"""Statements about the house meeting: what is to be talked about, and what was decided."""

from dataclasses import dataclass
from datetime import date, datetime

from db.people import SHOWN_COLUMNS, NewPerson, known_as
from db.store import Store
from db.values import instant, instant_text, maybe_date


@dataclass(frozen=True)
class Item:
    """One line of the agenda."""

    id: int
    person_id: int | None
    """Who brought it up; None for the house."""
    words: str
    at: datetime
    decision: str
    """Empty while it is open."""
    decided_on: date | None
    by: NewPerson | None
    """Who brought it up, as far as a screen shows a name."""


def _list(store: Store, where: str, *values: object) -> list[Item]:
    rows = store.connection.execute(
        f"SELECT agenda_items.id, person_id, words, at, decision, decided_on, {SHOWN_COLUMNS} FROM agenda_items"
        f" LEFT JOIN people ON people.id = person_id WHERE withdrawn_at IS NULL AND {where}",
        values,
    )
    return [
        Item(id_, who, words, instant(at), decision, maybe_date(day), known_as(person) if who else None)
        for id_, who, words, at, decision, day, *person in rows
    ]


def get(store: Store, item_id: int) -> Item | None:
    """The item with that number."""
    found = _list(store, "agenda_items.id = ?", item_id)
    return found[0] if found else None


def undecided(store: Store) -> list[Item]:
    """What is to be talked about, in the order in which it came."""
    return _list(store, "decided_on IS NULL ORDER BY agenda_items.id")


def decided(store: Store, first: date, last: date) -> list[Item]:
    """What was decided on these days, both included, in order."""
    where = "decided_on BETWEEN ? AND ? ORDER BY decided_on, agenda_items.id"
    return _list(store, where, first.isoformat(), last.isoformat())


def add(store: Store, person_id: int | None, words: str, at: datetime) -> int:
    """One more; returns the number."""
    cursor = store.connection.execute(
        "INSERT INTO agenda_items (person_id, words, at) VALUES (?, ?, ?)", (person_id, words, instant_text(at))
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def withdraw(store: Store, item_id: int, at: datetime) -> None:
    """It is not to be talked about after all; the row stays."""
    store.connection.execute("UPDATE agenda_items SET withdrawn_at = ? WHERE id = ?", (instant_text(at), item_id))


def decide(store: Store, item_id: int, decision: str, day: date, by_id: int | None) -> None:
    """What was decided on `day`, noted by that person."""
    store.connection.execute(
        "UPDATE agenda_items SET decision = ?, decided_on = ?, by_id = ? WHERE id = ?",
        (decision, day.isoformat(), by_id, item_id),
    )


def reopen(store: Store, item_id: int) -> None:
    """Nothing is decided yet."""
    store.connection.execute(
        "UPDATE agenda_items SET decision = '', decided_on = NULL, by_id = NULL WHERE id = ?", (item_id,)
    )
