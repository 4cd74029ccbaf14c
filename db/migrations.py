"""Bringing a file to the schema of this program.

`PRAGMA user_version` says how many steps of `db.schema` a file has; sqlite-utils keeps their names and times in
`_sqlite_migrations`. A file with more steps than this program knows is refused.
"""

import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from db.errors import StoreTooNew
from db.schema import STEPS, Step
from db.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database


def version(store: Store) -> int:
    """How many steps the file has. Raises `StoreTooNew` when that is more than this program knows."""
    with store.snapshot():
        (found,) = store.connection.execute("PRAGMA user_version").fetchone()
    if found > len(STEPS):
        raise StoreTooNew(
            f"{store.path} was written by a newer version of this program. Install that version to open it."
        )
    return int(found)


def migrate(store: Store, steps: tuple[Step, ...] = STEPS) -> None:
    """Bring the file to the last of `steps`, in one transaction; several processes may do so at once."""
    from sqlite_utils import Database, Migrations  # slow to import, and rarely needed

    migrations = Migrations("clubhouse")
    for step in steps:
        migrations(name=step.name)(_applying(step))
    with store.transaction():
        migrations.apply(Database(store.connection, strict=True, execute_plugins=False))
        store.connection.execute(f"PRAGMA user_version = {len(steps)}")


def _applying(step: Step) -> Callable[["Database"], None]:
    def apply(database: "Database") -> None:
        for statement in _statements(step.sql):
            database.conn.execute(statement)

    return apply


def _statements(sql: str) -> Iterator[str]:
    # One by one, because `executescript` would commit the transaction around it.
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
