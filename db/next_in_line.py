"""Statements about who would like to work, in the order in which they said so."""

from dataclasses import dataclass
from datetime import datetime

from db.store import Store
from db.values import instant, instant_text


@dataclass(frozen=True)
class Wish:
    """Somebody said *I'd like to work*."""

    id: int
    person_id: int
    placement_id: int | None
    """The placement they would like; None for any."""
    at: datetime


def _list(store: Store, where: str, *values: object) -> list[Wish]:
    rows = store.connection.execute(
        f"SELECT id, person_id, placement_id, at FROM next_in_line WHERE ended_at IS NULL {where} ORDER BY id", values
    )
    return [Wish(id_, person, placement, instant(at)) for id_, person, placement, at in rows]


def every(store: Store) -> list[Wish]:
    """All wishes, in the order of coming."""
    return _list(store, "")


def of_person(store: Store, person_id: int) -> list[Wish]:
    """The person's wishes."""
    return _list(store, "AND person_id = ?", person_id)


def add(store: Store, person_id: int, placement_id: int | None, at: datetime) -> Wish:
    """Put a wish at the end of the line. Raises `sqlite3.IntegrityError` for one that stands there already."""
    cursor = store.connection.execute(
        "INSERT INTO next_in_line (person_id, placement_id, at) VALUES (?, ?, ?)",
        (person_id, placement_id, instant_text(at)),
    )
    assert cursor.lastrowid is not None
    return Wish(cursor.lastrowid, person_id, placement_id, at)


def end(store: Store, wish_id: int, at: datetime) -> None:
    """The person does not wait for that any more."""
    store.connection.execute("UPDATE next_in_line SET ended_at = ? WHERE id = ?", (instant_text(at), wish_id))
