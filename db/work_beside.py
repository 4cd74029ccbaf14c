"""One statement about paid work that every scan asks: whether there is anything of it for the person."""

from dataclasses import dataclass
from datetime import date

from db.store import Store


@dataclass(frozen=True)
class Beside:
    """What there is of paid work, without where or what."""

    has_placements: bool
    """The house holds placements."""
    works: bool
    """The person holds a placement or a job, or did or will, or covers."""
    asked_for: date | None
    """The first day that they are asked to cover; None when nobody asks."""


def beside(store: Store, person_id: int, since: date, today: date) -> Beside:
    """Of that person, whose hours can be written from `since` on."""
    row = store.connection.execute(
        """SELECT EXISTS (SELECT 1 FROM placements WHERE closed_on IS NULL OR closed_on > :today),
             EXISTS (SELECT 1 FROM terms
                     WHERE person_id = :person AND undone_at IS NULL AND coalesce(last_day, :since) >= :since)
             OR EXISTS (SELECT 1 FROM jobs WHERE person_id = :person AND coalesce(last_day, :since) >= :since)
             OR EXISTS (SELECT 1 FROM coverage_requests
                        WHERE taken_by = :person AND day >= :since AND ended_at IS NULL),
             (SELECT min(day) FROM coverage_offers JOIN coverage_requests ON coverage_requests.id = request_id
              WHERE coverage_offers.person_id = :person AND ended_at IS NULL AND taken_by IS NULL
                AND day >= :today)""",
        {"person": person_id, "since": str(since), "today": str(today)},
    ).fetchone()
    return Beside(bool(row[0]), bool(row[1]), date.fromisoformat(row[2]) if row[2] else None)
