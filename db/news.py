"""Statements about news: what a person is to be told at their next scan."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.store import Store
from db.values import instant_text


class NewsKind(StrEnum):
    """What has happened to something that the person is registered for."""

    SEAT = "seat"
    """They waited, and have a seat now."""
    WAITING = "waiting"
    """There are fewer seats, and they wait now."""
    CHANGED = "changed"
    """Another day, time, place or title."""
    CANCELLED = "cancelled"
    HELD = "held"
    """It was cancelled, and is held after all."""


@dataclass(frozen=True)
class Untold:
    """One thing to tell."""

    occurrence_id: int
    kind: NewsKind


def of_person(store: Store, person_id: int, told_since: datetime, from_day: date) -> list[Untold]:
    """What the person was not told before `told_since`, of occurrences that begin on `from_day` or later."""
    rows = store.connection.execute(
        "SELECT occurrence_id, news.kind FROM news JOIN occurrences ON occurrences.id = occurrence_id"
        " WHERE person_id = ?1 AND told_at IS NULL AND day >= ?3"
        " UNION SELECT occurrence_id, news.kind FROM news JOIN occurrences ON occurrences.id = occurrence_id"
        " WHERE person_id = ?1 AND told_at >= ?2 AND day >= ?3 ORDER BY 1",
        (person_id, instant_text(told_since), from_day.isoformat()),
    )
    return [Untold(occurrence_id, NewsKind(kind)) for occurrence_id, kind in rows]


def put(store: Store, person_id: int, occurrence_id: int, kind: NewsKind, at: datetime) -> None:
    """Tell it at the next scan, in place of what was to be told of that occurrence."""
    store.connection.execute(
        "INSERT INTO news (person_id, occurrence_id, kind, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (person_id, occurrence_id) WHERE told_at IS NULL DO UPDATE SET kind = excluded.kind,"
        " at = excluded.at",
        (person_id, occurrence_id, kind, instant_text(at)),
    )


def forget(store: Store, person_id: int, occurrence_id: int, at: datetime) -> None:
    """The person has seen to it by themselves: there is nothing to tell any more."""
    store.connection.execute(
        "UPDATE news SET told_at = ? WHERE person_id = ? AND occurrence_id = ? AND told_at IS NULL",
        (instant_text(at), person_id, occurrence_id),
    )


def tell(store: Store, person_id: int, at: datetime) -> None:
    """The person is told all there is to tell."""
    store.connection.execute(
        "UPDATE news SET told_at = ? WHERE person_id = ? AND told_at IS NULL", (instant_text(at), person_id)
    )
