"""The file that a house is kept in.

Every statement of this floor runs inside `Store.transaction()` (it may write) or `Store.snapshot()` (it only
reads). A commit is on the disk before it returns: WAL with `synchronous=FULL`. Each thread has a connection of
its own, opened when first needed.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import StoreMissing, told_plainly

BUSY_SECONDS = 5.0


class Store:
    """One house's file, open. Use `db.opening` to get one."""

    def __init__(self, path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        """Nothing is opened yet; `busy_seconds` is how long a statement waits for another writer."""
        self.path = path
        self.busy_seconds = busy_seconds
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection. Raises a `StoreError` when the file cannot be opened.

        Another file in the same place is opened anew, and none is said to be missing: SQLite alone would go on
        writing into the file that nobody can find any more.
        """
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None and (connection.in_transaction or self._local.file == _identity(self.path)):
            return connection
        with told_plainly(self.path):
            fresh = self._connect()
        self._local.connection, self._local.file = fresh, _identity(self.path)
        with self._lock:
            self._connections.append(fresh)
        return fresh

    def _connect(self) -> sqlite3.Connection:
        if not self.path.exists():  # sqlite3 would make an empty house in its place
            raise StoreMissing(f"There is no house at {self.path}.")
        connection = sqlite3.connect(
            self.path, timeout=self.busy_seconds, isolation_level=None, check_same_thread=False
        )
        try:
            for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: commits at the end, rolls back on any exception; nested, it is a savepoint.

        The outermost takes the write lock at once (`BEGIN IMMEDIATE`), so what is read inside stays true until
        the commit. Raises `StoreBusy`, `StoreUnwritable` or `StoreDamaged`.
        """
        connection = self.connection
        if getattr(self._local, "reading", False):
            raise RuntimeError("a transaction cannot begin inside a snapshot")
        begin, commit, rollback = (
            ("SAVEPOINT inner", "RELEASE inner", "ROLLBACK TO inner; RELEASE inner")
            if connection.in_transaction
            else ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
        )
        with told_plainly(self.path):
            connection.execute(begin)
            try:
                yield
                connection.execute(commit)
            except BaseException:
                # A full disk makes SQLite roll back by itself; then there is nothing left to undo.
                if connection.in_transaction:
                    for statement in rollback.split("; "):
                        connection.execute(statement)
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One unchanging view for several reads; inside a transaction it is that transaction's view."""
        connection = self.connection
        if connection.in_transaction:
            yield
            return
        with told_plainly(self.path):
            connection.execute("BEGIN")
            self._local.reading = True
            try:
                yield
            finally:
                self._local.reading = False
                connection.execute("ROLLBACK")

    def use_write_ahead_log(self) -> None:
        """Put the file in WAL mode, where it stays; only for a file that is known to be a house's."""
        give_up = time.monotonic() + self.busy_seconds
        with told_plainly(self.path):
            while not self._in_write_ahead_log(time.monotonic() > give_up):
                time.sleep(0.01)

    def _in_write_ahead_log(self, now_or_never: bool) -> bool:
        # Several first starts at once: this statement does not wait for the others, as all else does.
        try:
            self.connection.execute("PRAGMA journal_mode=WAL").fetchall()
        except sqlite3.OperationalError as error:
            if now_or_never or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        return True

    def data_version(self) -> int:
        """A number that changes when another connection has committed; compare it on one thread only."""
        with told_plainly(self.path):
            (version,) = self.connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def close(self) -> None:
        """Close every thread's connection. The store opens again when next used."""
        with self._lock:
            connections, self._connections = self._connections, []
        self._local = threading.local()
        for connection in connections:
            connection.close()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner can read. Raises `FileExistsError` if there is one."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
