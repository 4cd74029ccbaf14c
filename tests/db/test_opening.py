"""Opening: a house's file becomes current, anything else is refused with a sentence and left as it was."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import db.settings
from db.errors import StoreBusy, StoreDamaged, StoreError, StoreMissing, StoreTooNew
from db.migrations import version
from db.opening import create_store, open_store
from db.schema import STEPS
from tests.houses import on_disk
from tests.processes import said_at_once

CREATE = """
import sys
from pathlib import Path
from db.opening import create_store
import sqlite_utils
# go
store = create_store(Path(sys.argv[1]))
print(store.connection.execute("SELECT count(*) FROM visits").fetchone())
"""

# A program one step ahead of this one.
UPGRADE = """
import sys
from pathlib import Path
import db.schema
db.schema.STEPS += (db.schema.Step("9999_more", "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;"),)
import db.migrations
db.migrations.migrate.__defaults__ = (db.schema.STEPS,)
from db.opening import open_store
import sqlite_utils
# go
store = open_store(Path(sys.argv[1]))
print(store.connection.execute("SELECT count(*) FROM more").fetchone())
"""


def test_a_new_file_is_current_private_and_in_folders_made_for_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "house.db"
    with closing(create_store(path)) as store:
        assert version(store) == len(STEPS)
        db.settings.put(store, "colour", "blue")
        modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert modes == {"house.db": 0o600, "house.db-wal": 0o600, "house.db-shm": 0o600}


def test_creating_a_house_where_one_is_opens_that_one(path: Path) -> None:
    with closing(open_store(path)) as store:
        db.settings.put(store, "colour", "blue")
    with closing(create_store(path)) as store:
        assert db.settings.every(store)["colour"] == "blue"


def test_an_empty_file_becomes_a_house(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with closing(open_store(tmp_path / "empty.db")) as store:
        assert version(store) == len(STEPS)


def test_a_missing_file_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_store(tmp_path / "house.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"Dear reader, a letter.\n" * 200, b"\x00" * 5000, b"SQLite format 3\x00x"])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(StoreDamaged, match="damaged or is not a Clubhouse database"):
        open_store(path)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("letter.txt", content)]


def test_another_programs_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    with closing(sqlite3.connect(path)) as recipes:
        recipes.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match=r"database of another program\. Choose another file"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_was(path: Path) -> None:
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreTooNew) as told:
        open_store(path)
    assert str(told.value) == (
        f"{path} was written by a newer version of this program. Install that version to open it."
    )
    assert path.read_bytes() == before


def test_a_file_that_was_cut_off_is_told_as_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(StoreDamaged), closing(open_store(path)) as store, store.snapshot():
        store.connection.execute("SELECT * FROM audit").fetchall()


def test_opening_a_current_file_writes_nothing(path: Path) -> None:
    before = path.read_bytes()
    open_store(path).close()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["house.db"]


def test_processes_that_start_on_an_empty_file_at_once_all_open_it(tmp_path: Path) -> None:
    assert said_at_once(6, CREATE, tmp_path / "house.db") == ["(0,)\n"] * 6
    assert on_disk(tmp_path / "house.db", "SELECT name FROM _sqlite_migrations") == [(step.name,) for step in STEPS]


def test_processes_that_upgrade_one_file_at_once_keep_one_whole_copy_of_the_older(path: Path) -> None:
    with closing(open_store(path)) as store:
        db.settings.put(store, "colour", "blue")
    assert said_at_once(5, UPGRADE, path) == ["(0,)\n"] * 5
    copy = path.with_name(f"house.db.version-{len(STEPS)}")
    assert on_disk(copy, "PRAGMA user_version") == [(len(STEPS),)]
    assert on_disk(copy, "SELECT value FROM settings WHERE key = 'colour'") == [("blue",)]
    assert on_disk(copy, "SELECT name FROM sqlite_schema WHERE name = 'more'") == []
    assert on_disk(path, "SELECT value FROM settings WHERE key = 'colour'") == [("blue",)]
    assert {each.name for each in path.parent.iterdir()} == {path.name, copy.name}


def test_every_refusal_is_of_one_family(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        open_store(tmp_path / "none.db")


def test_a_first_start_waits_for_no_reader_longer_than_it_may(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("PRAGMA journal_mode = DELETE")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM settings").fetchall()
        with pytest.raises(StoreBusy):
            open_store(path, busy_seconds=0)
    with closing(open_store(path)) as store:
        assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
