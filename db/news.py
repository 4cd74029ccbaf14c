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


_OPPOSITES = {
    NewsKind.SEAT: NewsKind.WAITING,
    NewsKind.WAITING: NewsKind.SEAT,
    NewsKind.CANCELLED: NewsKind.HELD,
    NewsKind.HELD: NewsKind.CANCELLED,
}


@dataclass(frozen=True)
class Untold:
    """One thing to tell."""

    occurrence_id: int
    kind: NewsKind


def of_person(store: Store, person_id: int, told_since: datetime, from_day: date) -> list[Untold]:
    """What the person was not told before `told_since`, of occurrences that begin on `from_day` or later, in order.

    Of two things that contradict each other the later stands.
    """
    rows = store.connection.execute(
        "SELECT news.id, occurrence_id, news.kind FROM news JOIN occurrences ON occurrences.id = occurrence_id"
        " WHERE person_id = ?1 AND told_at IS NULL AND forgotten_at IS NULL AND day >= ?3"
        " UNION ALL SELECT news.id, occurrence_id, news.kind FROM news"
        " JOIN occurrences ON occurrences.id = occurrence_id"
        " WHERE person_id = ?1 AND told_at >= ?2 AND forgotten_at IS NULL AND day >= ?3 ORDER BY 1",
        (person_id, instant_text(told_since), from_day.isoformat()),
    )
    found: dict[Untold, None] = {}
    for _, occurrence_id, text in rows:
        kind = NewsKind(text)
        for older in (kind, _OPPOSITES.get(kind, kind)):
            found.pop(Untold(occurrence_id, older), None)
        found[Untold(occurrence_id, kind)] = None
    return list(found)


def put(store: Store, person_id: int, occurrence_id: int, kind: NewsKind, at: datetime) -> None:
    """Tell it at the next scan. What is taken back before it was told is no news at all."""
    opposite = _OPPOSITES.get(kind)
    taken_back = store.connection.execute(
        "UPDATE news SET forgotten_at = ? WHERE person_id = ? AND occurrence_id = ? AND kind = ?"
        " AND told_at IS NULL AND forgotten_at IS NULL",
        (instant_text(at), person_id, occurrence_id, opposite),
    )
    if taken_back.rowcount == 0:
        store.connection.execute(
            "INSERT INTO news (person_id, occurrence_id, kind, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (person_id, occurrence_id, kind) WHERE told_at IS NULL AND forgotten_at IS NULL DO NOTHING",
            (person_id, occurrence_id, kind, instant_text(at)),
        )


def forget(store: Store, person_id: int, occurrence_id: int, at: datetime) -> None:
    """The person has seen to it by themselves: nothing of it is told any more, nor again."""
    store.connection.execute(
        "UPDATE news SET forgotten_at = ? WHERE person_id = ? AND occurrence_id = ? AND forgotten_at IS NULL",
        (instant_text(at), person_id, occurrence_id),
    )


def tell(store: Store, person_id: int, at: datetime) -> None:
    """The person is told all there is to tell."""
    store.connection.execute(
        "UPDATE news SET told_at = ? WHERE person_id = ? AND told_at IS NULL AND forgotten_at IS NULL",
        (instant_text(at), person_id),
    )


def untell(store: Store, person_id: int, since: datetime) -> None:
    """What the person was told at or after `since` is told at their next scan; what waits already stays once."""
    store.connection.execute(
        "UPDATE OR IGNORE news SET told_at = NULL WHERE person_id = ? AND told_at >= ? AND forgotten_at IS NULL",
        (person_id, instant_text(since)),
    )
