"""Statements about the next sheet of cards: which wait to be printed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.store import Store
from db.values import instant, instant_text


class Ended(StrEnum):
    """Why a card waits no longer."""

    PRINTED = "printed"
    TAKEN_OFF = "taken-off"


@dataclass(frozen=True)
class Waiting:
    """A card in use that is to be printed."""

    card_id: int
    person_id: int
    at: datetime
    """When it was put on the sheet."""


def waiting(store: Store) -> list[Waiting]:
    """The cards that wait, in the order in which they were put there; not those that were replaced since."""
    rows = store.connection.execute(
        # Left alone, SQLite reads every card ever printed, to have them in order.
        "SELECT card_id, person_id, at FROM card_prints INDEXED BY card_prints_waiting"
        " CROSS JOIN cards ON cards.id = card_id"
        " WHERE ended_at IS NULL AND replaced_at IS NULL ORDER BY card_prints.id"
    )
    return [Waiting(card_id, person_id, instant(at)) for card_id, person_id, at in rows]


def add(store: Store, card_id: int, at: datetime) -> None:
    """The card waits. Raises `sqlite3.IntegrityError` for one that does already."""
    store.connection.execute("INSERT INTO card_prints (card_id, at) VALUES (?, ?)", (card_id, instant_text(at)))


def end(store: Store, card_id: int, how: Ended, at: datetime) -> None:
    """The card waits no longer; the row stays."""
    store.connection.execute(
        "UPDATE card_prints SET ended_at = ?, ended_how = ? WHERE card_id = ? AND ended_at IS NULL",
        (instant_text(at), how, card_id),
    )
