"""Statements about cards."""

from dataclasses import dataclass
from datetime import datetime

from db.store import Store
from db.values import instant, instant_text, maybe_instant


@dataclass(frozen=True)
class Card:
    """A card that was issued."""

    id: int
    code: str
    """The 29 letters of the QR picture."""
    person_id: int
    issued_at: datetime
    replaced_at: datetime | None
    """Since when it signs nobody in."""


_COLUMNS = "id, code, person_id, issued_at, replaced_at"


def _card(row: tuple[int, str, int, str, str | None]) -> Card:
    id_, code, person_id, issued_at, replaced_at = row
    return Card(id_, code, person_id, instant(issued_at), maybe_instant(replaced_at))


def by_code(store: Store, code: str) -> Card | None:
    """The card that carries `code`, in use or replaced."""
    row = store.connection.execute(f"SELECT {_COLUMNS} FROM cards WHERE code = ?", (code,)).fetchone()
    return None if row is None else _card(row)


def get(store: Store, card_id: int) -> Card | None:
    """The card with that number."""
    row = store.connection.execute(f"SELECT {_COLUMNS} FROM cards WHERE id = ?", (card_id,)).fetchone()
    return None if row is None else _card(row)


def in_use(store: Store, person_id: int) -> Card | None:
    """The person's card, if one was issued and not replaced."""
    row = store.connection.execute(
        f"SELECT {_COLUMNS} FROM cards WHERE person_id = ? AND replaced_at IS NULL", (person_id,)
    ).fetchone()
    return None if row is None else _card(row)


def every(store: Store) -> list[Card]:
    """All cards ever issued, the oldest first."""
    return [_card(row) for row in store.connection.execute(f"SELECT {_COLUMNS} FROM cards ORDER BY id")]


def issue(store: Store, code: str, person_id: int, at: datetime) -> Card:
    """Put a new card on file."""
    cursor = store.connection.execute(
        "INSERT INTO cards (code, person_id, issued_at) VALUES (?, ?, ?)", (code, person_id, instant_text(at))
    )
    assert cursor.lastrowid is not None
    return Card(cursor.lastrowid, code, person_id, instant(instant_text(at)), None)


def retire(store: Store, card_id: int, at: datetime) -> None:
    """From now on the card answers that it was replaced."""
    store.connection.execute(
        "UPDATE cards SET replaced_at = max(issued_at, ?) WHERE id = ?", (instant_text(at), card_id)
    )


def retire_merged(store: Store, person_id: int, at: datetime) -> None:
    """The same for the cards in use of entries that were merged into this person, and into those, and so on."""
    store.connection.execute(
        "WITH RECURSIVE entries (id) AS (SELECT id FROM people WHERE merged_into_id = ?"
        " UNION SELECT people.id FROM entries JOIN people ON merged_into_id = entries.id)"
        " UPDATE cards SET replaced_at = max(issued_at, ?)"
        " WHERE person_id IN (SELECT id FROM entries) AND replaced_at IS NULL",
        (person_id, instant_text(at)),
    )
