"""A new SQLite file with tables that were exported, for Datasette and other programs; never the house's own file."""

import errno
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_DOCUMENTED = """
CREATE TABLE columns (
  in_table TEXT NOT NULL, key TEXT NOT NULL, header TEXT NOT NULL, holds TEXT NOT NULL, about TEXT NOT NULL
) STRICT;
CREATE TABLE facts (in_table TEXT NOT NULL, fact TEXT NOT NULL, value TEXT NOT NULL) STRICT;
"""

_VIEWS = {
    "visits": """
CREATE VIEW people_by_day AS
  SELECT day, kind, count(DISTINCT code) AS people, count(*) AS visits, sum(minutes) AS minutes,
    sum(estimated = 'yes') AS estimated, sum(open = 'yes') AS open
  FROM visits GROUP BY day, kind;
CREATE VIEW members_by_month AS
  SELECT substr(day, 1, 7) AS month, count(DISTINCT code) AS members, count(*) AS visits,
    round(avg(minutes) / 60, 2) AS hours_a_visit
  FROM visits WHERE kind = 'member' GROUP BY month;
""",
    "units": """
CREATE VIEW helpers_by_unit AS
  SELECT substr(day, 1, 7) AS month, unit, count(*) AS times, count(DISTINCT code) AS people
  FROM units GROUP BY month, unit;
""",
    "events": """
CREATE VIEW events_by_month AS
  SELECT substr(day, 1, 7) AS month, count(*) AS events, sum(there) AS there
  FROM events WHERE cancelled = 'no' GROUP BY month;
""",
    "hours": """
CREATE VIEW hours_by_month AS
  SELECT substr(day, 1, 7) AS month, code, kind, what, sum(minutes) AS minutes
  FROM hours GROUP BY month, code, kind, what;
""",
}
"""Views by the table that they read."""


@dataclass(frozen=True)
class ExportedColumn:
    """A column of a table that was exported."""

    key: str
    header: str
    holds: str
    about: str
    sql_type: str
    """INTEGER, REAL or TEXT."""


@dataclass(frozen=True)
class ExportedTable:
    """A table that was exported; its rows come one at a time."""

    name: str
    columns: Sequence[ExportedColumn]
    rows: Iterable[Sequence[str | int]]
    facts: Sequence[tuple[str, str]]


def write_file(path: Path, tables: Iterable[ExportedTable], *, views: bool) -> None:
    """Write `tables` into the empty file at `path`, with views unless columns are somebody's own.

    Raises `OSError` when the disk is full, or the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            # Nobody reads the file before it is whole, so nothing of it need be kept when the power goes.
            for pragma in ("journal_mode=OFF", "synchronous=OFF"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
            connection.execute("BEGIN")
            _run(connection, _DOCUMENTED)
            for table in tables:
                _write(connection, table)
                if views:
                    _run(connection, _VIEWS.get(table.name, ""))
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise OSError(errno.ENOSPC, str(error)) from error
        raise OSError(str(error)) from error


def _write(connection: sqlite3.Connection, table: ExportedTable) -> None:
    kinds = ", ".join(f'"{each.key}" {each.sql_type}' for each in table.columns)
    places = ", ".join("?" * len(table.columns))
    connection.execute(f'CREATE TABLE "{table.name}" ({kinds}) STRICT')
    rows = ([None if cell == "" else cell for cell in row] for row in table.rows)
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)
    connection.executemany(
        "INSERT INTO columns VALUES (?, ?, ?, ?, ?)",
        ((table.name, each.key, each.header, each.holds, each.about) for each in table.columns),
    )
    connection.executemany("INSERT INTO facts VALUES (?, ?, ?)", ((table.name, *fact) for fact in table.facts))


def _run(connection: sqlite3.Connection, statements: str) -> None:
    # One by one, because `executescript` would commit.
    for statement in statements.split(";\n"):
        connection.execute(statement)
