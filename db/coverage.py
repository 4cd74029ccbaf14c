"""Statements about coverage: days for which somebody is looked for, and who was asked.

A request is taken once. An offer that is not taken is forgotten: *not today* is nobody's business [std 3].
"""

from dataclasses import dataclass
from datetime import date, datetime

from db.store import Store
from db.values import instant, instant_text


@dataclass(frozen=True)
class NewRequest:
    """A day of a placement for which somebody is looked for."""

    placement_id: int
    day: date
    person_id: int | None
    """In whose place; None where nobody holds the placement."""


@dataclass(frozen=True)
class Request(NewRequest):
    """A request on file."""

    id: int
    at: datetime
    taken_by: int | None
    """Who covers."""


@dataclass(frozen=True)
class Offer:
    """Somebody is asked whether they would cover."""

    request_id: int
    person_id: int
    by_id: int | None
    """Who asks; None for the command line."""


def _list(store: Store, where: str, *values: object) -> list[Request]:
    rows = store.connection.execute(
        "SELECT placement_id, day, person_id, id, at, taken_by FROM coverage_requests"
        f" WHERE ended_at IS NULL AND {where}",
        values,
    )
    return [
        Request(placement, date.fromisoformat(day), person, id_, instant(at), taken)
        for placement, day, person, id_, at, taken in rows
    ]


def get(store: Store, request_id: int) -> Request | None:
    """The request with that id, if it stands."""
    found = _list(store, "id = ?", request_id)
    return found[0] if found else None


def between(store: Store, first: date, last: date) -> list[Request]:
    """The requests for the days from `first` to `last`."""
    return _list(store, "day BETWEEN ? AND ? ORDER BY day, id", str(first), str(last))


def taken_by(store: Store, person_id: int, first: date) -> list[Request]:
    """What the person has said yes to, from that day on."""
    return _list(store, "taken_by = ? AND day >= ? ORDER BY day, id", person_id, str(first))


def add(store: Store, request: NewRequest, at: datetime) -> int:
    """Put a request on file; returns its id. Raises `sqlite3.IntegrityError` for one that stands already."""
    cursor = store.connection.execute(
        "INSERT INTO coverage_requests (placement_id, day, person_id, at) VALUES (?, ?, ?, ?)",
        (request.placement_id, str(request.day), request.person_id, instant_text(at)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def take(store: Store, request_id: int, person_id: int | None, at: datetime) -> None:
    """Somebody covers that day, or with None nobody does after all."""
    store.connection.execute(
        "UPDATE coverage_requests SET taken_by = ?, taken_at = ? WHERE id = ?",
        (person_id, instant_text(at) if person_id else None, request_id),
    )


def end(store: Store, request_id: int, at: datetime) -> None:
    """Nobody is looked for any more."""
    store.connection.execute("UPDATE coverage_requests SET ended_at = ? WHERE id = ?", (instant_text(at), request_id))


def offers(store: Store, request_id: int) -> list[Offer]:
    """Who is asked to cover that day."""
    rows = store.connection.execute(
        "SELECT request_id, person_id, by_id FROM coverage_offers WHERE request_id = ? ORDER BY person_id",
        (request_id,),
    )
    return [Offer(*row) for row in rows]


def offers_to(store: Store, person_id: int) -> list[Offer]:
    """What the person is asked."""
    rows = store.connection.execute(
        "SELECT request_id, person_id, by_id FROM coverage_offers WHERE person_id = ? ORDER BY request_id",
        (person_id,),
    )
    return [Offer(*row) for row in rows]


def offer(store: Store, made: Offer, at: datetime) -> None:
    """Ask somebody; asking twice is asking once."""
    store.connection.execute(
        "INSERT INTO coverage_offers (request_id, person_id, by_id, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (request_id, person_id) DO NOTHING",
        (made.request_id, made.person_id, made.by_id, instant_text(at)),
    )


def forget_offers(store: Store, request_id: int, person_id: int | None = None) -> None:
    """Take offers away without a trace: that to one person, or all of the request."""
    if person_id is None:
        store.connection.execute("DELETE FROM coverage_offers WHERE request_id = ?", (request_id,))
    else:
        store.connection.execute(
            "DELETE FROM coverage_offers WHERE request_id = ? AND person_id = ?", (request_id, person_id)
        )
