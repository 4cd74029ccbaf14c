"""Statements that look for what would make a report wrong."""

from dataclasses import dataclass
from datetime import date, datetime

from db.store import Store
from db.values import maybe_instant


@dataclass(frozen=True)
class Doubtful:
    """One visit to look at, and another that it overlaps."""

    visit_id: int
    other_id: int
    """The visit itself where there is no other."""
    person_id: int
    code: str
    day: date
    told_at: datetime | None = None
    """When the person said that they left, after the month had been locked."""


def _doubtful(store: Store, sql: str, first: date, last: date) -> list[Doubtful]:
    rows = store.connection.execute(sql, (first.isoformat(), last.isoformat()))
    return [
        Doubtful(visit, other, person, code, date.fromisoformat(day), *map(maybe_instant, told))
        for visit, other, person, code, day, *told in rows
    ]


def open_visits(store: Store, first: date, last: date) -> list[Doubtful]:
    """Visits of these days that have not ended."""
    return _doubtful(
        store,
        "SELECT visits.id, visits.id, person_id, code, day FROM visits JOIN people ON people.id = person_id"
        " WHERE out_at IS NULL AND undone_at IS NULL AND day BETWEEN ? AND ? ORDER BY day, visits.id",
        first,
        last,
    )


def estimated(store: Store, first: date, last: date) -> list[Doubtful]:
    """Visits of these days whose end is a guess."""
    return _doubtful(
        store,
        "SELECT visits.id, visits.id, person_id, code, day,"
        " (SELECT json_extract(became, '$.out_at') FROM audit WHERE subject = 'visit ' || visits.id"
        " AND action = 'tell_after_lock' ORDER BY audit.id DESC LIMIT 1)"
        " FROM visits JOIN people ON people.id = person_id"
        " WHERE out_how = 'estimate' AND undone_at IS NULL AND day BETWEEN ? AND ? ORDER BY day, visits.id",
        first,
        last,
    )


def overlapping(store: Store, first: date, last: date) -> list[Doubtful]:
    """Visits of these days that began before another of the same person had ended."""
    return _doubtful(
        store,
        "SELECT later.id, earlier.id, later.person_id, code, later.day FROM visits AS later"
        " JOIN people ON people.id = later.person_id"
        " JOIN visits AS earlier ON earlier.id = (SELECT id FROM visits WHERE person_id = later.person_id"
        " AND undone_at IS NULL AND (in_at, id) < (later.in_at, later.id) ORDER BY in_at DESC, id DESC LIMIT 1)"
        " WHERE later.undone_at IS NULL AND later.day BETWEEN ? AND ?"
        " AND (earlier.out_at IS NULL OR earlier.out_at > later.in_at) ORDER BY later.day, later.id",
        first,
        last,
    )


@dataclass(frozen=True)
class Twins:
    """Two members on the lists with the same names, in any case."""

    ids: tuple[int, int]
    codes: tuple[str, str]


def same_names(store: Store) -> list[Twins]:
    """Of each such name two."""
    rows = store.connection.execute(
        "SELECT one.id, other.id, one.code, other.code FROM"
        " (SELECT min(code) AS first, max(code) AS last FROM people WHERE kind = 'member' AND ended_on IS NULL"
        " GROUP BY lower(first_name), lower(last_name) HAVING count(*) > 1) AS twins"
        " JOIN people AS one ON one.code = twins.first JOIN people AS other ON other.code = twins.last ORDER BY 3"
    )
    return [Twins((one, other), (code, other_code)) for one, other, code, other_code in rows]
