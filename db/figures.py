"""Statements for the numbers of a house: they count, and leave every division to whoever shows it."""

from dataclasses import dataclass
from datetime import date, datetime

from db.store import Store
from db.values import instant_text

# Those who are no members are few and looked up quickly; each visit's person would be read for every visit.
_OF_MEMBERS = (
    "FROM visits WHERE undone_at IS NULL AND person_id NOT IN (SELECT id FROM people WHERE kind <> 'member')"
)
# Rounded to the second, because days are kept as fractions; whole minutes of each.
_MINUTES = "CAST((julianday(out_at) - julianday(in_at)) * 86400 + 0.5 AS INTEGER) / 60"


@dataclass(frozen=True)
class Stays:
    """The visits of members in a period."""

    members: int
    """Each counted once."""
    ended: int
    """Visits with a sign-out, estimated ones too."""
    minutes: int
    """The whole minutes of each visit that has ended, added up."""


def stays(store: Store, first: date, last: date) -> Stays:
    """Members' visits that began on these days."""
    row = store.connection.execute(
        "SELECT count(DISTINCT person_id), count(out_at),"
        f" coalesce(sum({_MINUTES}), 0)"
        f" {_OF_MEMBERS} AND day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).fetchone()
    return Stays(*row)


def seen_members(store: Store, first: date, last: date, since: datetime) -> int:
    """How many members began a visit on these days, none of which is before the moment `since`."""
    (count,) = store.connection.execute(
        "SELECT count(*) FROM people WHERE kind = 'member' AND EXISTS (SELECT 1 FROM visits"
        " WHERE person_id = people.id AND undone_at IS NULL AND in_at >= ? AND day BETWEEN ? AND ?)",
        (instant_text(since), first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(count)


def new_members(store: Store, first: date, last: date) -> int:
    """How many members joined on these days; an entry merged into another is not counted."""
    (count,) = store.connection.execute(
        "SELECT count(*) FROM people WHERE kind = 'member' AND merged_into_id IS NULL AND since BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(count)


def events(store: Store, first: date, last: date) -> tuple[int, int]:
    """How many classes and events were held on these days, and how many people were there, added up."""
    row = store.connection.execute(
        "SELECT count(*), coalesce(sum((SELECT count(*) FROM presences"
        " WHERE occurrence_id = occurrences.id AND undone_at IS NULL)), 0)"
        " FROM occurrences WHERE cancelled_at IS NULL AND day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(row[0]), int(row[1])


@dataclass(frozen=True)
class Helped:
    """Members who helped in one unit in one part of a day, and left at the same moment."""

    day: date
    unit: str
    starts: str
    """`09:30`, of the part."""
    ends: str
    left_at: str | None
    """The moment, as kept; None for whoever stayed to the end."""
    count: int


def helped(store: Store, first: date, last: date) -> list[Helped]:
    """Members' places in units on these days."""
    rows = store.connection.execute(
        "SELECT day, units.name, starts, ends, ended_at, count(*) FROM sign_ups JOIN people ON people.id = person_id"
        " JOIN units ON units.id = unit_id JOIN day_parts ON day_parts.id = part_id"
        " WHERE state = 'joined' AND kind = 'member' AND day BETWEEN ? AND ? GROUP BY 1, 2, 3, 4, 5",
        (first.isoformat(), last.isoformat()),
    )
    return [Helped(date.fromisoformat(day), *rest) for day, *rest in rows]


def stays_by_hour(store: Store, first: date, last: date) -> list[tuple[date, str, str, int]]:
    """Day, hour of coming and hour of leaving, `2026-11-23T13` of UTC, and how many members' visits were so."""
    rows = store.connection.execute(
        f"SELECT day, substr(in_at, 1, 13), substr(out_at, 1, 13), count(*) {_OF_MEMBERS} AND out_at IS NOT NULL"
        " AND day BETWEEN ? AND ? GROUP BY 1, 2, 3",
        (first.isoformat(), last.isoformat()),
    )
    return [(date.fromisoformat(day), came, left, count) for day, came, left, count in rows]


def events_by_title(store: Store, first: date, last: date) -> list[tuple[str, int, int]]:
    """Title for outside, how often it was held, and how many were there, added up; most people first."""
    rows = store.connection.execute(
        "SELECT coalesce(nullif(public_title, ''), title) AS shown, count(*), sum((SELECT count(*) FROM presences"
        " WHERE occurrence_id = occurrences.id AND undone_at IS NULL)) AS there"
        " FROM occurrences WHERE cancelled_at IS NULL AND day BETWEEN ? AND ?"
        " GROUP BY shown ORDER BY there DESC, shown",
        (first.isoformat(), last.isoformat()),
    )
    return [(title, times, there) for title, times, there in rows]


def job_minutes(store: Store, first: date, last: date) -> list[tuple[date, int]]:
    """Day, and the minutes that members worked in jobs, or covered, as far as they are written down."""
    rows = store.connection.execute(
        "SELECT day, sum(minutes) FROM work_days JOIN people ON people.id = person_id"
        " WHERE ended_at IS NULL AND kind = 'member' AND day BETWEEN ? AND ? GROUP BY day ORDER BY day",
        (first.isoformat(), last.isoformat()),
    )
    return [(date.fromisoformat(day), minutes) for day, minutes in rows]
