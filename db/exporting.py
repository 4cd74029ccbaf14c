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

_CORRECTIONS = "('add_visit', 'correct_visit', 'tell_leaving', 'undo_visit')"
"""What the log calls a change of a visit after the fact, in the words of the index `audit_corrections`."""


class Reader:
    """The house as it was at one moment."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Reads on a `connection` that is in a transaction."""
        self._connection = connection

    def _rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        named = values[0] if values and isinstance(values[0], dict) else values
        return iter(self._connection.execute(sql, named))

    def visits(self, first: date, last: date) -> Iterator[tuple[Any, ...]]:
        """Visit number, person's number, day, in, how, out, how; by day and time."""
        return self._rows(
            "SELECT id, person_id, day, in_at, in_how, out_at, out_how FROM visits"
            " WHERE undone_at IS NULL AND day BETWEEN ? AND ? ORDER BY day, in_at, id",
            first.isoformat(),
            last.isoformat(),
        )

    def visits_by_day(self, first: date, last: date) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
        """Each day with visits, and these as `visits` has them, less the day."""
        day = self._visited_day(">=", first.isoformat())
        while day and day <= last.isoformat():
            rows = self._rows(
                "SELECT id, person_id, in_at, in_how, out_at, out_how FROM visits"
                " WHERE undone_at IS NULL AND day = ? ORDER BY in_at, id",
                day,
            )
            yield day, list(rows)
            day = self._visited_day(">", day)

    def _visited_day(self, than: str, day: str) -> str | None:
        # The next one, by the index: far less work than to find all of them among the visits.
        rows = self._rows(f"SELECT min(day) FROM visits WHERE undone_at IS NULL AND day {than} ?", day)
        (found,) = next(rows)
        return None if found is None else str(found)

    def known(self) -> dict[int, tuple[str, str, str, str]]:
        """Code, first name, last name and kind of everybody, by number."""
        rows = self._rows("SELECT id, code, first_name, last_name, kind FROM people")
        return {number: (code, first, last, kind) for number, code, first, last, kind in rows}

    def count_unsure(self, first: date, last: date) -> tuple[int, int]:
        """How many visits end with an estimate, and how many have not ended."""
        days = (first.isoformat(), last.isoformat())
        found = self._connection.execute(
            "SELECT (SELECT count(*) FROM visits WHERE out_how = 'estimate' AND undone_at IS NULL"
            " AND day BETWEEN ? AND ?),"
            " (SELECT count(*) FROM visits WHERE out_at IS NULL AND undone_at IS NULL AND day BETWEEN ? AND ?)",
            days * 2,
        ).fetchone()
        return found[0], found[1]

    def corrected_visits(self, since: datetime) -> set[int]:
        """The numbers of the visits that were changed after the fact at or after `since`."""
        rows = self._rows(
            "SELECT DISTINCT subject FROM audit INDEXED BY audit_corrections"
            f" WHERE at >= ? AND action IN {_CORRECTIONS} AND subject GLOB 'visit *'",
            instant_text(since),
        )
        return {int(subject.split()[1]) for (subject,) in rows}

    def changes(self, since: str) -> Iterator[tuple[Any, ...]]:
        """Visit number, moment, who, what did it, what was and why, of each such change; in order."""
        return self._rows(
            "SELECT CAST(substr(subject, 7) AS INTEGER), at, actor, action, was, reason"
            " FROM audit INDEXED BY audit_corrections"
            f" WHERE at >= ? AND action IN {_CORRECTIONS} AND subject GLOB 'visit *' ORDER BY at, id",
            since,
        )

    def visit(self, number: int) -> tuple[Any, ...] | None:
        """Person's number, day, in, how, out, how; None for a visit that was taken out."""
        rows = self._rows(
            "SELECT person_id, day, in_at, in_how, out_at, out_how FROM visits WHERE id = ? AND undone_at IS NULL",
            number,
        )
        return next(rows, None)

    def moved_visits(self, since: str) -> Iterator[tuple[int, tuple[int, str]]]:
        """Visit number, whose it was and since when it is not, where two entries became one, or two again."""
        rows = self._rows(
            "SELECT row_id, iif(at >= :since, was, became), coalesce(ended_at, at)"
            " FROM merges JOIN merge_moves ON merge_id = merges.id"
            " WHERE in_table = 'visits' AND (at >= :since) <> (ended_at IS NOT NULL AND ended_at >= :since)"
            " ORDER BY merges.id DESC",
            {"since": since},
        )
        return ((visit, (was, at)) for visit, was, at in rows)

    def locks(self) -> list[tuple[str, str, str | None]]:
        """Month, since when and until when it was locked, of every lock."""
        return list(self._rows("SELECT month, locked_at, ended_at FROM locked_months ORDER BY id"))

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
        """Code, first name, last name, kind, since, ended on, home unit, last day here; by code.

        An entry that was merged into another is not among them.
        """
        return self._rows(
            "SELECT code, first_name, last_name, kind, since, ended_on, coalesce(units.name, ''),"
            " (SELECT day FROM visits WHERE person_id = people.id AND undone_at IS NULL ORDER BY in_at DESC LIMIT 1)"
            " FROM people LEFT JOIN units ON units.id = home_unit_id WHERE merged_into_id IS NULL ORDER BY code"
        )

    def hours(self, first: date, last: date) -> Iterator[tuple[Any, ...]]:
        """Day, code, names, what, for whom, kind, employer, job, at, minutes, state, correction, wage; by day."""
        return self._rows(
            "SELECT work_days.day, people.code, people.first_name, people.last_name, what, coalesce(other.code, ''),"
            " CASE WHEN placements.id IS NULL THEN upper(substr(jobs.kind, 1, 1)) || 'E'"
            " WHEN is_group THEN 'group TE' ELSE 'TE' END, coalesce(employers.name, jobs.employer),"
            " coalesce(placements.job, jobs.job), work_days.at, work_days.minutes, state, correction,"
            " (SELECT cents FROM placement_wages WHERE placement_wages.placement_id = work_days.placement_id"
            " AND placement_wages.since <= work_days.day AND replaced_at IS NULL ORDER BY since DESC LIMIT 1)"
            " FROM work_days JOIN people ON people.id = work_days.person_id"
            " LEFT JOIN people AS other ON other.id = for_id LEFT JOIN jobs ON jobs.id = job_id"
            " LEFT JOIN placements ON placements.id = work_days.placement_id"
            " LEFT JOIN employers ON employers.id = employer_id"
            " WHERE work_days.ended_at IS NULL AND work_days.day BETWEEN ? AND ?"
            " ORDER BY work_days.day, work_days.id",
            first.isoformat(),
            last.isoformat(),
        )

    def jobs(self, first: date, last: date) -> Iterator[tuple[Any, ...]]:
        """Code, names, kind, employer, job, minutes a week, first day, planned last day, last day; by first day."""
        days = {"first": first.isoformat(), "last": last.isoformat()}
        return iter(
            self._connection.execute(
                "SELECT code, first_name, last_name, iif(is_group, 'group TE', 'TE'), employers.name, job,"
                " weekly_minutes, first_day, planned_last_day, coalesce(last_day, '')"
                " FROM terms JOIN people ON people.id = person_id JOIN placements ON placements.id = placement_id"
                " JOIN employers ON employers.id = employer_id"
                " WHERE undone_at IS NULL AND first_day <= :last AND coalesce(last_day, :first) >= :first"
                " UNION ALL"
                " SELECT code, first_name, last_name, upper(substr(jobs.kind, 1, 1)) || 'E', employer, job,"
                " weekly_minutes, first_day, '', coalesce(last_day, '')"
                " FROM jobs JOIN people ON people.id = person_id"
                " WHERE first_day <= :last AND coalesce(last_day, :first) >= :first ORDER BY first_day, code",
                days,
            )
        )

    def seen_since(self, day: date) -> Iterator[tuple[Any, ...]]:
        """The people on the lists who were here on `day` or later: their names and how each is shown."""
        return self._rows(
            "SELECT code, kind, first_name, last_name, nickname, shown_as, since FROM people"
            " WHERE ended_on IS NULL AND EXISTS (SELECT 1 FROM visits WHERE person_id = people.id"
            " AND undone_at IS NULL AND in_at >= ?) ORDER BY first_name, last_name, id",
            day.isoformat(),
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
