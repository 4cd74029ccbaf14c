"""The store: transactions are whole or not at all, reads hold still, and each thread has a connection."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

import db.settings
from db.errors import StoreBusy, StoreMissing, StoreUnwritable
from db.opening import create_store
from db.store import Store, make_private_file


def colour(store: Store) -> str | None:
    """What another program reads."""
    return db.settings.every(store).get("colour")


class Stop(Exception):
    """Something went wrong outside the store."""


@contextmanager
def ending_with(error: type[BaseException]) -> Iterator[None]:
    """Expects the block to be ended by `error`."""
    with pytest.raises(error):
        yield


def test_a_transaction_is_on_the_disk_when_it_ends(store: Store, other: Store) -> None:
    with store.transaction():
        db.settings.put(store, "colour", "blue")
        assert colour(other) is None
    assert colour(other) == "blue"


@pytest.mark.parametrize("error", [Stop, KeyboardInterrupt, GeneratorExit])
def test_any_exception_rolls_a_transaction_back(store: Store, other: Store, error: type[BaseException]) -> None:
    with ending_with(error), store.transaction():
        db.settings.put(store, "colour", "blue")
        raise error
    assert colour(store) is None
    assert colour(other) is None
    assert not store.connection.in_transaction


def test_an_inner_transaction_that_fails_takes_back_only_its_own(store: Store, other: Store) -> None:
    with store.transaction():
        db.settings.put(store, "colour", "blue")
        with ending_with(Stop), store.transaction():
            db.settings.put(store, "colour", "red")
            with store.transaction():
                db.settings.put(store, "colour", "green")
            raise Stop
    assert colour(other) == "blue"


def test_an_outer_transaction_that_fails_takes_back_the_inner(store: Store, other: Store) -> None:
    with ending_with(Stop), store.transaction():
        with store.transaction():
            db.settings.put(store, "colour", "blue")
        raise Stop
    assert colour(other) is None


def test_a_transaction_takes_the_write_lock_before_it_reads(store: Store, other: Store) -> None:
    with store.transaction(), pytest.raises(StoreBusy), other.transaction():
        pytest.fail("two writers at once")
    with other.transaction():
        db.settings.put(other, "colour", "blue")
    assert colour(store) == "blue"


def test_a_snapshot_holds_still_while_another_writes(store: Store, other: Store) -> None:
    with store.snapshot():
        before = colour(store)
        with other.transaction():
            db.settings.put(other, "colour", "blue")
        assert (before, colour(store)) == (None, None)
    assert colour(store) == "blue"


def test_a_snapshot_inside_a_transaction_sees_what_was_written(store: Store) -> None:
    with store.transaction():
        db.settings.put(store, "colour", "blue")
        with store.snapshot():
            assert colour(store) == "blue"
        assert store.connection.in_transaction


def test_no_transaction_begins_inside_a_snapshot(store: Store) -> None:
    with store.snapshot(), pytest.raises(RuntimeError, match="inside a snapshot"), store.transaction():
        pytest.fail("begun")
    with store.transaction():
        assert store.connection.in_transaction


def test_after_a_snapshot_that_failed_a_transaction_can_begin(store: Store) -> None:
    with ending_with(Stop), store.snapshot():
        raise Stop
    with store.transaction():
        db.settings.put(store, "colour", "blue")
    assert colour(store) == "blue"


def test_each_thread_has_a_connection_of_its_own(store: Store) -> None:
    with ThreadPoolExecutor(1) as another_thread:
        theirs = another_thread.submit(lambda: store.connection).result()
        assert theirs is not store.connection
        assert theirs is another_thread.submit(lambda: store.connection).result()


def test_the_data_version_changes_only_when_another_commits(store: Store, other: Store) -> None:
    before = store.data_version()
    db.settings.put(store, "colour", "blue")
    with ending_with(Stop), other.transaction():
        db.settings.put(other, "colour", "red")
        raise Stop
    assert store.data_version() == before
    db.settings.put(other, "colour", "green")
    assert store.data_version() != before


def test_a_closed_store_opens_again_when_used(store: Store) -> None:
    db.settings.put(store, "colour", "blue")
    was = store.connection
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        was.execute("SELECT 1")
    assert colour(store) == "blue"


def test_a_file_that_is_missing_is_told_and_not_made(tmp_path: Path) -> None:
    store = Store(tmp_path / "nowhere.db")
    with pytest.raises(StoreMissing, match=r"There is no house at .*nowhere\.db\.$"):
        store.data_version()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("waiting_for_the_disk")
@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
def test_every_connection_writes_durably_and_checks_references(store: Store, pragma: str, value: object) -> None:
    with ThreadPoolExecutor(1) as another_thread:
        found = another_thread.submit(lambda: store.connection.execute(f"PRAGMA {pragma}").fetchone()).result()
    assert found == (value,)


def test_a_transaction_that_fills_the_disk_leaves_nothing_and_the_store_goes_on(store: Store, other: Store) -> None:
    (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with ending_with(StoreUnwritable), store.transaction():
        db.settings.put(store, "colour", "blue")
        db.settings.put(store, "long", "x" * 1_000_000)
    assert colour(other) is None
    store.connection.execute("PRAGMA max_page_count = 1000000")
    with store.transaction():
        db.settings.put(store, "colour", "red")
    assert colour(other) == "red"


def test_a_private_file_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    make_private_file(tmp_path / "house.db")
    assert (tmp_path / "house.db").stat().st_mode & 0o777 == 0o600


def test_a_private_file_is_never_made_over_another(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        make_private_file(path)
    assert path.read_bytes() == before


def test_a_file_that_was_taken_away_is_missed_at_once(store: Store) -> None:
    db.settings.put(store, "colour", "blue")
    store.path.unlink()
    with pytest.raises(StoreMissing), store.transaction():
        db.settings.put(store, "colour", "red")


def test_another_file_in_the_same_place_is_used_from_then_on(store: Store, tmp_path: Path) -> None:
    db.settings.put(store, "colour", "blue")
    other = create_store(tmp_path / "another.db")
    db.settings.put(other, "colour", "red")
    other.close()
    for ending in ("", "-wal", "-shm"):  # as `clubhouse restore` puts a damaged file aside
        store.path.with_name(store.path.name + ending).rename(tmp_path / f"aside{ending}")
    other.path.rename(store.path)
    assert colour(store) == "red"
