"""Statements about photo consent: for what a person agrees to be pictured."""

from datetime import datetime

from db.store import Store
from db.values import instant_text


def of_person(store: Store, person_id: int) -> dict[str, bool]:
    """What the person has answered, by purpose; a purpose never asked about is not among them."""
    rows = store.connection.execute(
        "SELECT purpose, agrees FROM photo_consents WHERE person_id = ? AND ended_at IS NULL ORDER BY purpose",
        (person_id,),
    )
    return {purpose: bool(agrees) for purpose, agrees in rows}


def put(store: Store, person_id: int, purpose: str, agrees: bool, at: datetime) -> None:
    """The answer from now on; the one before stays on file as ended."""
    moment = instant_text(at)
    store.connection.execute(
        "UPDATE photo_consents SET ended_at = ? WHERE person_id = ? AND purpose = ? AND ended_at IS NULL",
        (moment, person_id, purpose),
    )
    store.connection.execute(
        "INSERT INTO photo_consents (person_id, purpose, agrees, at) VALUES (?, ?, ?, ?)",
        (person_id, purpose, agrees, moment),
    )
