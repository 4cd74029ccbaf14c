"""What SQLite says of a file becomes one sentence that says what to do."""

import sqlite3
from pathlib import Path

import pytest

import db.settings
from db.errors import (
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreUnwritable,
    latest_backup_note,
    latest_backup_sentence,
    told_plainly,
)
from db.opening import open_store
from db.store import Store


def test_a_lock_held_by_another_is_told_as_busy(store: Store, other: Store) -> None:
    with other.transaction(), pytest.raises(StoreBusy) as told, store.transaction():
        pytest.fail("two writers at once")
    assert str(told.value) == f"{store.path} is in use by another program. Wait a moment and try again."


def test_a_file_that_may_only_be_read_is_told_as_write_protected(store: Store) -> None:
    store.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreUnwritable, match=r"write-protected\. Give this user the right"), store.transaction():
        db.settings.put(store, "colour", "blue")


def test_a_folder_in_place_of_a_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreUnwritable, match="cannot be opened"):
        open_store(tmp_path)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (sqlite3.SQLITE_BUSY, StoreBusy),
        (sqlite3.SQLITE_LOCKED, StoreBusy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StoreBusy),
        (sqlite3.SQLITE_CORRUPT, StoreDamaged),
        (sqlite3.SQLITE_CORRUPT_INDEX, StoreDamaged),
        (sqlite3.SQLITE_NOTADB, StoreDamaged),
        (sqlite3.SQLITE_FULL, StoreUnwritable),
        (sqlite3.SQLITE_IOERR_WRITE, StoreUnwritable),
        (sqlite3.SQLITE_IOERR_FSYNC, StoreUnwritable),
        (sqlite3.SQLITE_READONLY_DBMOVED, StoreUnwritable),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, StoreUnwritable),
        (sqlite3.SQLITE_PERM, StoreUnwritable),
    ],
)
def test_every_refinement_of_a_result_code_is_told_alike(path: Path, code: int, told: type[StoreError]) -> None:
    error = sqlite3.OperationalError("raw words of SQLite")
    error.sqlite_errorcode = code
    with pytest.raises(told) as caught, told_plainly(path):
        raise error
    assert str(path) in str(caught.value)
    assert "raw words" not in str(caught.value)
    assert caught.value.__cause__ is error


@pytest.mark.parametrize(
    "error", [sqlite3.IntegrityError("UNIQUE"), sqlite3.OperationalError("no such table"), ValueError("x")]
)
def test_errors_that_are_not_about_the_file_pass_unchanged(path: Path, error: Exception) -> None:
    with pytest.raises(type(error)) as caught, told_plainly(path):
        raise error
    assert caught.value is error


def test_the_latest_backup_is_named_where_one_is_known(path: Path) -> None:
    latest_backup_note(path).write_text("/media/stick/house-2026-11-22.db\n", encoding="utf-8")
    assert latest_backup_sentence(path) == (
        "The latest backup is /media/stick/house-2026-11-22.db:"
        " bring it back with: clubhouse restore /media/stick/house-2026-11-22.db"
    )


@pytest.mark.parametrize("note", [b"", b" \n", b"\xff\xfe\x00", None])
def test_a_note_that_says_nothing_is_as_good_as_none(path: Path, note: bytes | None) -> None:
    if note is not None:
        latest_backup_note(path).write_bytes(note)
    assert latest_backup_sentence(path).startswith("No backup of it is known.")


def test_damage_names_the_latest_backup(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 1000)
    latest_backup_note(path).write_text("/media/stick/house.db\n", encoding="utf-8")
    with pytest.raises(StoreDamaged, match=r"damaged or is not.*clubhouse restore /media/stick/house\.db"):
        open_store(path)
