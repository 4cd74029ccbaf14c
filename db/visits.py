"""Statements about visits: one row for each pair of in and out.

An undone visit keeps its row and counts nowhere; every statement here that does not say otherwise leaves it out.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.store import Store
from db.values import instant, instant_text, maybe_instant


class InHow(StrEnum):
    """How somebody was signed in."""

    SCAN = "scan"
    NAME = "name"
    """Found by the letters of the name."""
    PAPER = "paper"
    """Written down by staff, at the time or later."""


class OutHow(StrEnum):
    """How somebody was signed out."""

    SCAN = "scan"
    KEY = "key"
    PAPER = "paper"
    ESTIMATE = "estimate"
    """By the house, when the day had ended with the visit still open."""
    TOLD = "told"
    """The person said afterwards when they left."""


@dataclass(frozen=True)
class Visit:
    """One stay at the house."""

    id: int
    person_id: int
    day: date
    """The house's local date on which the visit began."""
    in_at: datetime
    in_how: InHow
    out_at: datetime | None
    """None while the person is here; both moments are aware UTC."""
    out_how: OutHow | None

    @property
    def estimated(self) -> bool:
        """Whether the house guessed when the person left."""
        return self.out_how is OutHow.ESTIMATE


_COLUMNS = "id, person_id, day, in_at, in_how, out_at, out_how"

Row = tuple[int, int, str, str, str, str | None, str | None]


def _visit(row: Row) -> Visit:
    id_, person_id, day, in_at, in_how, out_at, out_how = row
    return Visit(
        id_,
        person_id,
        date.fromisoformat(day),
        instant(in_at),
        InHow(in_how),
        maybe_instant(out_at),
        OutHow(out_how) if out_how else None,
    )


def _list(store: Store, where: str, *values: object) -> list[Visit]:
    rows = store.connection.execute(f"SELECT {_COLUMNS} FROM visits WHERE undone_at IS NULL AND {where}", values)
    return [_visit(row) for row in rows]


def _only(found: list[Visit]) -> Visit | None:
    return found[0] if found else None


def get(store: Store, visit_id: int) -> Visit | None:
    """The visit with that id."""
    return _only(_list(store, "id = ?", visit_id))


def open_of(store: Store, person_id: int) -> Visit | None:
    """The visit that the person has not ended."""
    return _only(_list(store, "person_id = ? AND out_at IS NULL", person_id))


def latest(store: Store, person_id: int, most: int) -> list[Visit]:
    """The person's last visits, the latest first."""
    return _list(store, "person_id = ? ORDER BY in_at DESC, id DESC LIMIT ?", person_id, most)


def open_before(store: Store, day: date) -> list[Visit]:
    """Everybody's visits of earlier days that were never ended."""
    return _list(store, "out_at IS NULL AND day < ? ORDER BY day, id", day.isoformat())


def between(store: Store, first: date, last: date) -> list[Visit]:
    """Everybody's visits of these days, both included, in order."""
    return _list(store, "day BETWEEN ? AND ? ORDER BY day, in_at, id", first.isoformat(), last.isoformat())


def overlapping(store: Store, person_id: int, start: datetime, end: datetime, besides: int) -> list[Visit]:
    """The person's visits that share time with `start` to `end`, except visit `besides`."""
    return _list(
        store,
        "person_id = ? AND in_at < ? AND (out_at IS NULL OR out_at > ?) AND id <> ? ORDER BY in_at",
        person_id,
        instant_text(end),
        instant_text(start),
        besides,
    )


def count_open(store: Store, day: date) -> int:
    """How many people are here on `day`."""
    (count,) = store.connection.execute(
        "SELECT count(*) FROM visits WHERE out_at IS NULL AND undone_at IS NULL AND day = ?",
        (day.isoformat(),),
    ).fetchone()
    return int(count)


def begin(store: Store, person_id: int, day: date, at: datetime, how: InHow) -> Visit:
    """Put a new open visit on file. Raises `sqlite3.IntegrityError` when the person has one open."""
    cursor = store.connection.execute(
        "INSERT INTO visits (person_id, day, in_at, in_how) VALUES (?, ?, ?, ?)",
        (person_id, day.isoformat(), instant_text(at), how),
    )
    assert cursor.lastrowid is not None
    # As kept, in UTC: in the hour that a clock shows twice, a local time equals no other.
    return Visit(cursor.lastrowid, person_id, day, instant(instant_text(at)), how, None, None)


def add_ended(store: Store, person_id: int, day: date, in_at: datetime, out_at: datetime) -> Visit:
    """Put a visit on file that paper tells of; the person may be here meanwhile."""
    cursor = store.connection.execute(
        "INSERT INTO visits (person_id, day, in_at, in_how, out_at, out_how) VALUES (?, ?, ?, ?, ?, ?)",
        (person_id, day.isoformat(), instant_text(in_at), InHow.PAPER, instant_text(out_at), OutHow.PAPER),
    )
    assert cursor.lastrowid is not None
    came, left = instant(instant_text(in_at)), instant(instant_text(out_at))
    return Visit(cursor.lastrowid, person_id, day, came, InHow.PAPER, left, OutHow.PAPER)


def finish(store: Store, visit_id: int, at: datetime, how: OutHow) -> None:
    """End a visit; one that would end before it began ends as it begins."""
    store.connection.execute(
        "UPDATE visits SET out_at = max(in_at, ?), out_how = ? WHERE id = ?",
        (instant_text(at), how, visit_id),
    )


def reopen(store: Store, visit_id: int) -> None:
    """Take back that a visit has ended."""
    store.connection.execute("UPDATE visits SET out_at = NULL, out_how = NULL WHERE id = ?", (visit_id,))


def undo(store: Store, visit_id: int, at: datetime) -> None:
    """Take a visit out of every count and list; its row stays."""
    store.connection.execute("UPDATE visits SET undone_at = ? WHERE id = ?", (instant_text(at), visit_id))


def correct(store: Store, visit: Visit) -> None:
    """Replace the day and times of the visit with that id."""
    store.connection.execute(
        "UPDATE visits SET day = ?, in_at = ?, in_how = ?, out_at = ?, out_how = ? WHERE id = ?",
        (
            visit.day.isoformat(),
            instant_text(visit.in_at),
            visit.in_how,
            visit.out_at and instant_text(visit.out_at),
            visit.out_how,
            visit.id,
        ),
    )


def members_by_day(store: Store, first: date, last: date) -> dict[date, int]:
    """How many members were here on each day from `first` to `last` on which any was, each counted once."""
    rows = store.connection.execute(
        "SELECT day, count(DISTINCT person_id) FROM visits WHERE undone_at IS NULL AND day BETWEEN ? AND ?"
        " AND person_id NOT IN (SELECT id FROM people WHERE kind <> 'member') GROUP BY day",
        (first.isoformat(), last.isoformat()),
    )
    return {date.fromisoformat(day): count for day, count in rows}
