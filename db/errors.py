"""What can go wrong with the file of a house, each told in one sentence that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
"""What SQLite answers while another program holds the file."""
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNWRITABLE = {
    sqlite3.SQLITE_READONLY: "it is write-protected. Give this user the right to write it and its folder",
    sqlite3.SQLITE_FULL: "the disk is full. Free some space",
    sqlite3.SQLITE_IOERR: "the disk is full or does not answer. Free some space, or check the disk and its cable",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened. Check the folder and who may read and write there",
    sqlite3.SQLITE_PERM: "this user may not open it. Check who may read and write it",
    sqlite3.SQLITE_AUTH: "this user may not open it. Check who may read and write it",
}


class StoreError(Exception):
    """The file cannot be used now; `str()` is a sentence for people."""


class StoreMissing(StoreError):
    """There is no file at the place named."""


class StoreBusy(StoreError):
    """Another program held the file for longer than the busy timeout. Nothing was written; try again."""


class StoreUnwritable(StoreError):
    """The file is there but cannot be written: write-protected, disk full, disk failing."""


class StoreDamaged(StoreError):
    """The file is no database, or its pages are broken."""


class StoreForeign(StoreDamaged):
    """The file is another program's database."""


class StoreTooNew(StoreError):
    """The file was written by a newer version of this program."""


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite says of `path` into one of the errors above; other errors pass unchanged."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _told(path, error) from error


def busy(path: Path) -> StoreBusy:
    """The error for a file that another program holds."""
    return StoreBusy(f"{path} is in use by another program. Wait a moment and try again.")


def _told(path: Path, error: sqlite3.DatabaseError) -> Exception:
    # The low byte is the primary result code; the rest only refines it (sqlite.org/rescode.html).
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in BUSY:
        return busy(path)
    if code in _DAMAGED:
        return StoreDamaged(f"{path} is damaged or is not a Clubhouse database. {latest_backup_sentence(path)}")
    if code in _UNWRITABLE:
        return StoreUnwritable(f"{path} cannot be used: {_UNWRITABLE[code]}, then try again.")
    return error


def latest_backup_note(path: Path) -> Path:
    """The small text file beside the database that names its latest backup, readable when the database is not."""
    return path.with_name(path.name + ".latest-backup")


def latest_backup_sentence(path: Path) -> str:
    """Which backup to restore, or that none is known."""
    note = latest_backup_note(path)
    try:
        backup = note.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        backup = ""
    if backup:
        return f"The latest backup is {backup}: bring it back with: clubhouse restore {backup}"
    return "No backup of it is known. If you have one, bring it back with: clubhouse restore FILE"
