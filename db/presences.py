"""Statements about presences: who was there. Nothing says who was not."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.people import SHOWN_COLUMNS, NewPerson, known_as
from db.store import Store
from db.values import instant_text


class ThereHow(StrEnum):
    """How the house came to know."""

    SCAN = "scan"
    KEY = "key"
    """The person said so at the kiosk."""
    LIST = "list"
    """Taken from a list at the desk, at the time or later."""


@dataclass(frozen=True)
class Presence:
    """Somebody was there."""

    occurrence_id: int
    person_id: int
    how: ThereHow
    person: NewPerson


def of_occurrence(store: Store, occurrence_id: int) -> list[Presence]:
    """Who was there, in the order in which it was noted."""
    rows = store.connection.execute(
        f"SELECT occurrence_id, person_id, how, {SHOWN_COLUMNS} FROM presences JOIN people ON people.id = person_id"
        " WHERE occurrence_id = ? AND undone_at IS NULL ORDER BY presences.id",
        (occurrence_id,),
    )
    return [Presence(where, who, ThereHow(how), known_as(person)) for where, who, how, *person in rows]


def is_there(store: Store, occurrence_id: int, person_id: int) -> bool:
    """Whether it is noted that the person was there."""
    found = store.connection.execute(
        "SELECT 1 FROM presences WHERE occurrence_id = ? AND person_id = ? AND undone_at IS NULL",
        (occurrence_id, person_id),
    ).fetchone()
    return found is not None


def of_person(store: Store, person_id: int, first: date, last: date) -> set[int]:
    """The occurrences of these days at which the person was."""
    rows = store.connection.execute(
        "SELECT occurrences.id FROM occurrences CROSS JOIN presences ON occurrence_id = occurrences.id"
        " WHERE cancelled_at IS NULL AND day BETWEEN ? AND ? AND person_id = ? AND undone_at IS NULL",
        (first.isoformat(), last.isoformat(), person_id),
    )
    return {occurrence_id for (occurrence_id,) in rows}


def by_scan(store: Store, person_id: int, since: datetime) -> list[int]:
    """The occurrences of that day at which the person was noted by a scan at or after `since`."""
    rows = store.connection.execute(
        "SELECT occurrence_id FROM presences WHERE person_id = ? AND at >= ? AND how = 'scan' AND undone_at IS NULL",
        (person_id, instant_text(since)),
    )
    return [occurrence_id for (occurrence_id,) in rows]


def add(store: Store, occurrence_id: int, person_id: int, how: ThereHow, at: datetime) -> bool:
    """Note that somebody was there; False when it is noted already."""
    cursor = store.connection.execute(
        "INSERT INTO presences (occurrence_id, person_id, how, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (occurrence_id, person_id) WHERE undone_at IS NULL DO NOTHING",
        (occurrence_id, person_id, how, instant_text(at)),
    )
    return cursor.rowcount == 1


def undo(store: Store, occurrence_id: int, person_id: int, at: datetime) -> bool:
    """Take it back; False when nothing was noted."""
    cursor = store.connection.execute(
        "UPDATE presences SET undone_at = ? WHERE occurrence_id = ? AND person_id = ? AND undone_at IS NULL",
        (instant_text(at), occurrence_id, person_id),
    )
    return cursor.rowcount == 1
