"""Copies: whole or not there at all, one private file each, made while others write; and bringing one back."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import db.settings
from db.backups import back_up, overwrite, remember_backup
from db.errors import StoreDamaged, StoreMissing, StoreUnwritable, latest_backup_sentence
from db.soundness import problems
from db.store import Store
from tests.houses import NAME, on_disk


def files(folder: Path) -> set[str]:
    """The names of the files in a folder."""
    return {each.name for each in folder.iterdir()}


def test_a_backup_is_one_private_file_that_holds_everything(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    back_up(store, folder / "copy.db")
    assert files(folder) == {"copy.db"}
    assert (folder / "copy.db").stat().st_mode & 0o777 == 0o600
    dumped = list(sqlite3.connect(folder / "copy.db").iterdump())
    assert dumped == list(store.connection.iterdump())
    assert files(folder) == {"copy.db"}


def test_a_backup_never_replaces_a_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("something dear")
    with pytest.raises(FileExistsError):
        back_up(store, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "something dear"


def test_a_backup_into_a_folder_that_is_not_there_is_an_error_of_the_system(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        back_up(store, tmp_path / "no" / "copy.db")
    assert "no" not in files(tmp_path)


def test_a_backup_that_was_cut_off_before_does_not_stop_the_next(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.db.part").write_bytes(b"half a copy")
    back_up(store, tmp_path / "copy.db")
    assert on_disk(tmp_path / "copy.db", "SELECT value FROM settings WHERE key = 'name'") == [(NAME,)]
    assert "copy.db.part" not in files(tmp_path)


def test_a_backup_that_fails_leaves_no_file(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def disk_full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.backups._flush", disk_full)
    with pytest.raises(OSError, match="No space"):
        back_up(store, tmp_path / "copy.db")
    assert files(tmp_path) == {"house.db", "house.db-wal", "house.db-shm"}


def test_a_backup_of_a_missing_house_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        back_up(Store(tmp_path / "none.db"), tmp_path / "copy.db")
    assert files(tmp_path) == set()


def test_a_backup_holds_no_half_of_what_another_is_writing(store: Store, other: Store, tmp_path: Path) -> None:
    with other.transaction():
        db.settings.put(other, "left", "1")
        back_up(store, tmp_path / "copy.db")
        db.settings.put(other, "right", "1")
    assert on_disk(tmp_path / "copy.db", "SELECT key FROM settings WHERE key IN ('left', 'right')") == []


def test_backups_made_while_others_write_are_sound(store: Store, tmp_path: Path) -> None:
    def write() -> None:
        for number in range(100):
            db.settings.put(store, f"key {number}", "x" * 500)

    with ThreadPoolExecutor(1) as another_thread:
        writing = another_thread.submit(write)
        for number in range(3):
            back_up(store, tmp_path / f"copy-{number}.db")
        writing.result()
    for number in range(3):
        assert problems(Store(tmp_path / f"copy-{number}.db")) == []


def test_the_latest_backup_is_remembered_beside_the_house(store: Store, tmp_path: Path) -> None:
    remember_backup(store, tmp_path / "first.db")
    remember_backup(store, tmp_path / "copy.db")
    assert f"clubhouse restore {tmp_path / 'copy.db'}" in latest_backup_sentence(store.path)
    assert "first.db" not in latest_backup_sentence(store.path)


def test_bringing_a_backup_back_undoes_what_came_after_and_open_kiosks_follow(
    store: Store, other: Store, tmp_path: Path
) -> None:
    back_up(store, tmp_path / "copy.db")
    db.settings.put(store, "colour", "blue")
    seen = other.data_version()
    assert db.settings.every(other)["colour"] == "blue"
    overwrite(store, tmp_path / "copy.db")
    assert "colour" not in db.settings.every(other)
    assert other.data_version() != seen
    assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert problems(store) == []


def test_a_backup_that_is_no_database_is_named_and_the_house_stays(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"not a database" * 500)
    with pytest.raises(StoreDamaged, match=r"copy\.db is damaged"):
        overwrite(store, tmp_path / "copy.db")
    assert db.settings.every(store)["name"] == NAME


def test_a_backup_that_is_missing_is_named_and_not_made(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreUnwritable, match=r"none\.db cannot be used"):
        overwrite(store, tmp_path / "none.db")
    assert "none.db" not in files(tmp_path)
    assert db.settings.every(store)["name"] == NAME


def test_a_backup_inside_a_transaction_is_refused_at_once(store: Store, tmp_path: Path) -> None:
    with store.transaction(), pytest.raises(RuntimeError, match="inside a transaction"):
        back_up(store, tmp_path / "copy.db")
    back_up(store, tmp_path / "copy.db")
    assert problems(Store(tmp_path / "copy.db")) == []
