"""Statements about goals, in a person's own words. One that is changed or put aside stays on file."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.store import Store
from db.values import maybe_date


class Area(StrEnum):
    """What part of life a goal is about."""

    WORK = "work"
    EDUCATION = "education"
    HOUSING = "housing"
    HEALTH = "health"
    FRIENDS_AND_FAMILY = "friends-and-family"
    OTHER = "other"


@dataclass(frozen=True)
class Goal:
    """What somebody would like."""

    id: int
    area: Area
    words: str
    since: date
    ended_on: date | None
    """None for one that stands."""


def of_person(store: Store, person_id: int) -> list[Goal]:
    """All goals the person ever wrote, in the order of writing."""
    rows = store.connection.execute(
        "SELECT id, area, words, since, ended_on FROM goals WHERE person_id = ? ORDER BY id", (person_id,)
    )
    return [
        Goal(id_, Area(area), words, date.fromisoformat(since), maybe_date(ended_on))
        for id_, area, words, since, ended_on in rows
    ]


def add(store: Store, person_id: int, area: Area, words: str, day: date) -> Goal:
    """One more."""
    cursor = store.connection.execute(
        "INSERT INTO goals (person_id, area, words, since) VALUES (?, ?, ?, ?)",
        (person_id, area, words, day.isoformat()),
    )
    assert cursor.lastrowid is not None
    return Goal(cursor.lastrowid, area, words, day, None)


def end(store: Store, goal_id: int, day: date) -> None:
    """It stands no longer."""
    store.connection.execute("UPDATE goals SET ended_on = ? WHERE id = ?", (day.isoformat(), goal_id))
