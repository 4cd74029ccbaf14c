"""Statements for exports: many rows, one at a time, on a connection of their own, while kiosks go on writing.

What is read belongs to one moment, however long the reading takes. Rows are as kept: moments in UTC text.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from typing import Any

from db.errors import told_plainly
from db.store import Store
from db.values import instant_text

_CORRECTIONS = "('add_visit', 'correct_visit', 'tell_leaving', 'undo_sign_in', 'undo_sign_out')"
"""What the log calls a change of a visit after the fact."""


class Reader:
    """The house as it was at one moment."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Reads on a `connection` that is in a transaction."""
        self._connection = connection

    def _rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        return iter(self._connection.execute(sql, values))

    def visits(self, first: date, last: date) -> Iterator[tuple[Any, ...]]:
        """Visit number, person's number, day, in, how, out, how; by day and time."""
        return self._rows(
            "SELECT id, person_id, day, in_at, in_how, out_at, out_how FROM visits"
            " WHERE undone_at IS NULL AND day BETWEEN ? AND ? ORDER BY day, in_at, id",
            first.isoformat(),
            last.isoformat(),
        )

    def known(self) -> dict[int, tuple[str, str, str, str]]:
        """Code, first name, last name and kind of everybody, by number."""
        rows = self._rows("SELECT id, code, first_name, last_name, kind FROM people")
        return {number: (code, first, last, kind) for number, code, first, last, kind in rows}

    def count_visits(self, first: date, last: date) -> tuple[int, int, int]:
        """How many visits there are, how many of them estimated, and how many still open."""
        found = self._connection.execute(
            "SELECT count(*), count(*) FILTER (WHERE out_how = 'estimate'), count(*) FILTER (WHERE out_at IS NULL)"
            " FROM visits WHERE undone_at IS NULL AND day BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        ).fetchone()
        return found[0], found[1], found[2]

    def corrected_visits(self, since: datetime) -> set[int]:
        """The numbers of the visits that were changed after the fact at or after `since`."""
        rows = self._rows(
            "SELECT DISTINCT subject FROM audit"
            f" WHERE at >= ? AND action IN {_CORRECTIONS} AND subject GLOB 'visit *'",
            instant_text(since),
        )
        return {int(subject.split()[1]) for (subject,) in rows}

    def unit_work(self, first: date, last: date) -> Iterator[tuple[Any, ...]]:
        """Day, part, its start, unit, code, names, kind, task, who wrote it down, ended at; by day, part and unit."""
        return self._rows(
            "SELECT sign_ups.day, day_parts.name, day_parts.starts, units.name, people.code,"
            " people.first_name, people.last_name, people.kind, coalesce(tasks.title, ''),"
            " coalesce(scribe.code, ''), sign_ups.ended_at"
            " FROM sign_ups JOIN people ON people.id = person_id JOIN units ON units.id = sign_ups.unit_id"
            " JOIN day_parts ON day_parts.id = sign_ups.part_id LEFT JOIN tasks ON tasks.id = sign_ups.task_id"
            " LEFT JOIN people AS scribe ON scribe.id = by_id"
            " WHERE state = 'joined' AND sign_ups.day BETWEEN ? AND ?"
            " ORDER BY sign_ups.day, day_parts.starts, units.name, sign_ups.id",
            first.isoformat(),
            last.isoformat(),
        )

    def ticks(self, first: date, last: date) -> Iterator[tuple[Any, ...]]:
        """Day, task, unit, part, the day it came up, code and names of who said so; by day."""
        return self._rows(
            "SELECT task_ticks.day, tasks.title, units.name, day_parts.name, since_day, coalesce(people.code, ''),"
            " coalesce(people.first_name, ''), coalesce(people.last_name, '')"
            " FROM task_ticks JOIN tasks ON tasks.id = task_id JOIN units ON units.id = tasks.unit_id"
            " JOIN day_parts ON day_parts.id = tasks.part_id LEFT JOIN people ON people.id = task_ticks.person_id"
            " WHERE undone_at IS NULL AND task_ticks.day BETWEEN ? AND ? ORDER BY task_ticks.day, task_ticks.id",
            first.isoformat(),
            last.isoformat(),
        )

    def events(self, first: date, last: date) -> Iterator[tuple[Any, ...]]:
        """Number, day, starts, minutes, kind, title, place, seats, cancelled at, registered, there; by day."""
        return self._rows(
            "SELECT occurrences.id, day, occurrences.starts, occurrences.minutes, kind, occurrences.title,"
            " occurrences.place, occurrences.seats, cancelled_at,"
            " (SELECT count(*) FROM registrations WHERE occurrence_id = occurrences.id AND ended_at IS NULL),"
            " (SELECT count(*) FROM presences WHERE occurrence_id = occurrences.id AND undone_at IS NULL)"
            " FROM occurrences JOIN series ON series.id = series_id"
            " WHERE day BETWEEN ? AND ? ORDER BY day, occurrences.starts, occurrences.id",
            first.isoformat(),
            last.isoformat(),
        )

    def presences(self, first: date, last: date) -> Iterator[tuple[Any, ...]]:
        """Day, title and code of everybody who was at an event; by day."""
        return self._rows(
            "SELECT day, occurrences.title, code FROM occurrences JOIN presences ON occurrence_id = occurrences.id"
            " JOIN people ON people.id = person_id"
            " WHERE cancelled_at IS NULL AND undone_at IS NULL AND day BETWEEN ? AND ? ORDER BY day, presences.id",
            first.isoformat(),
            last.isoformat(),
        )

    def people(self) -> Iterator[tuple[Any, ...]]:
        """Code, first name, last name, kind, since, ended on, home unit, last day here; by code."""
        return self._rows(
            "SELECT code, first_name, last_name, kind, since, ended_on, coalesce(units.name, ''),"
            " (SELECT day FROM visits WHERE person_id = people.id AND undone_at IS NULL ORDER BY in_at DESC LIMIT 1)"
            " FROM people LEFT JOIN units ON units.id = home_unit_id ORDER BY code"
        )

    def audit(self, start: datetime, end: datetime) -> Iterator[tuple[Any, ...]]:
        """Number, moment, station, who, what, to what, what was and became, why; in order."""
        return self._rows(
            "SELECT id, at, station, actor, action, subject, coalesce(was, ''), coalesce(became, ''), reason"
            " FROM audit WHERE at >= ? AND at < ? ORDER BY at, id",
            instant_text(start),
            instant_text(end),
        )


@contextmanager
def reading(store: Store) -> Iterator[Reader]:
    """The house as it is now, and stays for the reader until the end. Raises a `StoreError`."""
    with (
        told_plainly(store.path),
        closing(sqlite3.connect(f"{store.path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)) as own,
    ):
        own.execute("BEGIN")
        yield Reader(own)
