"""Statements about permissions, which go by task."""

from datetime import datetime

from db.store import Store
from db.values import instant_text


def of_person(store: Store, person_id: int) -> list[str]:
    """The tasks that were given to a person."""
    rows = store.connection.execute(
        "SELECT task FROM permissions WHERE person_id = ? AND ended_at IS NULL ORDER BY task", (person_id,)
    )
    return [task for (task,) in rows]


def give(store: Store, person_id: int, task: str, at: datetime) -> None:
    """Give one; giving it twice is giving it once."""
    store.connection.execute(
        "INSERT INTO permissions (person_id, task, given_at) VALUES (?, ?, ?)"
        " ON CONFLICT (person_id, task) WHERE ended_at IS NULL DO NOTHING",
        (person_id, task, instant_text(at)),
    )


def take(store: Store, person_id: int, task: str, at: datetime) -> None:
    """Take one back."""
    store.connection.execute(
        "UPDATE permissions SET ended_at = ? WHERE person_id = ? AND task = ? AND ended_at IS NULL",
        (instant_text(at), person_id, task),
    )
