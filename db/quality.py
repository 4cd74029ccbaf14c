"""Statements that look for what would make a report wrong."""

from dataclasses import dataclass
from datetime import date

from db.store import Store


@dataclass(frozen=True)
class Doubtful:
    """One visit to look at, and another that it overlaps."""

    visit_id: int
    other_id: int
    """The visit itself where there is no other."""
    code: str
    day: date


def _doubtful(store: Store, sql: str, first: date, last: date) -> list[Doubtful]:
    rows = store.connection.execute(sql, (first.isoformat(), last.isoformat()))
    return [Doubtful(visit, other, code, date.fromisoformat(day)) for visit, other, code, day in rows]


def open_visits(store: Store, first: date, last: date) -> list[Doubtful]:
    """Visits of these days that have not ended."""
    return _doubtful(
        store,
        "SELECT visits.id, visits.id, code, day FROM visits JOIN people ON people.id = person_id"
        " WHERE out_at IS NULL AND undone_at IS NULL AND day BETWEEN ? AND ? ORDER BY day, visits.id",
        first,
        last,
    )


def estimated(store: Store, first: date, last: date) -> list[Doubtful]:
    """Visits of these days whose end is a guess."""
    return _doubtful(
        store,
        "SELECT visits.id, visits.id, code, day FROM visits JOIN people ON people.id = person_id"
        " WHERE out_how = 'estimate' AND undone_at IS NULL AND day BETWEEN ? AND ? ORDER BY day, visits.id",
        first,
        last,
    )


def overlapping(store: Store, first: date, last: date) -> list[Doubtful]:
    """Visits of these days that began before another of the same person had ended."""
    return _doubtful(
        store,
        "SELECT later.id, earlier.id, code, later.day FROM visits AS later JOIN people ON people.id = later.person_id"
        " JOIN visits AS earlier ON earlier.id = (SELECT id FROM visits WHERE person_id = later.person_id"
        " AND undone_at IS NULL AND (in_at, id) < (later.in_at, later.id) ORDER BY in_at DESC, id DESC LIMIT 1)"
        " WHERE later.undone_at IS NULL AND later.day BETWEEN ? AND ?"
        " AND (earlier.out_at IS NULL OR earlier.out_at > later.in_at) ORDER BY later.day, later.id",
        first,
        last,
    )


def same_names(store: Store) -> list[tuple[str, str]]:
    """The codes of two members on the lists with the same names, in any case."""
    rows = store.connection.execute(
        "SELECT min(code), max(code) FROM people WHERE kind = 'member' AND ended_on IS NULL"
        " GROUP BY lower(first_name), lower(last_name) HAVING count(*) > 1 ORDER BY 1"
    )
    return [(one, other) for one, other in rows]
