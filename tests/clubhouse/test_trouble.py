"""Store busy and store failed: nothing is on the disk, nothing is raised, and the next scan works."""

import resource
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from clubhouse.attendance import TROUBLE, Outcome, scan
from clubhouse.house import House, open_house
from db.opening import open_store
from db.soundness import problems
from tests.houses import SetClock, actions_on_disk, add_with_card, damage_tables, visits_on_disk


@contextmanager
def write_lock(path: Path) -> Iterator[None]:
    """Another program is writing and does not stop."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """The system lets this process write no file beyond `size` bytes."""
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, was[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.fixture
def hasty(path: Path, clock: SetClock) -> Iterator[House]:
    """The house, open at a kiosk that waits hardly at all for another writer."""
    house = House(open_store(path, busy_seconds=0.02), clock)
    yield house
    house.close()


def test_a_busy_store_is_told_and_the_next_scan_works(hasty: House) -> None:
    _, code = add_with_card(hasty)
    before = actions_on_disk(hasty)
    with write_lock(hasty.store.path):
        answer = scan(hasty, code)
        assert (answer.outcome, answer.person, answer.visit) == (Outcome.BUSY, None, None)
        assert answer.at.isoformat() == "2026-11-23T08:47:00-05:00"
        assert answer.outcome in TROUBLE
    assert (visits_on_disk(hasty), actions_on_disk(hasty)) == ([], before)
    assert scan(hasty, code).outcome is Outcome.FIRST_VISIT


def test_a_busy_store_still_tells_what_is_no_card(hasty: House) -> None:
    with write_lock(hasty.store.path):
        assert scan(hasty, "5901234123457").outcome is Outcome.NOT_OURS


def test_a_full_disk_is_told_and_leaves_nothing(house: House) -> None:
    codes = [add_with_card(house, f"Rosa{number}")[1] for number in range(80)]
    (pages,) = house.store.connection.execute("PRAGMA page_count").fetchone()
    house.store.connection.execute(f"PRAGMA max_page_count = {pages}")
    outcomes = [scan(house, code).outcome for code in codes]
    assert set(outcomes) == {Outcome.FIRST_VISIT, Outcome.FAILED}
    assert len(visits_on_disk(house)) == outcomes.count(Outcome.FIRST_VISIT)
    assert problems(house.store) == []
    house.store.connection.execute("PRAGMA max_page_count = 100000")
    assert scan(house, codes[outcomes.index(Outcome.FAILED)]).outcome is Outcome.FIRST_VISIT


def test_a_disk_that_takes_no_more_bytes_is_told_and_leaves_nothing(house: House) -> None:
    _, code = add_with_card(house)
    log = house.store.path.with_name("house.db-wal")
    with no_file_larger_than(log.stat().st_size + 100):
        assert scan(house, code).outcome is Outcome.FAILED
    assert visits_on_disk(house) == []
    assert scan(house, code).outcome is Outcome.FIRST_VISIT
    assert problems(house.store) == []


def test_a_write_protected_file_is_told(house: House) -> None:
    _, code = add_with_card(house)
    house.store.connection.execute("PRAGMA query_only = ON")
    assert scan(house, code).outcome is Outcome.FAILED
    assert visits_on_disk(house) == []


def test_a_damaged_file_is_told(path: Path) -> None:
    house = open_house(path)
    _, code = add_with_card(house)
    house.close()
    damage_tables(path)
    assert scan(house, code).outcome is Outcome.FAILED
    house.close()


def test_a_file_that_has_gone_is_told_and_not_made_anew(path: Path) -> None:
    house = open_house(path)
    _, code = add_with_card(house)
    house.close()
    path.unlink()
    assert scan(house, code).outcome is Outcome.FAILED
    assert list(path.parent.iterdir()) == []
