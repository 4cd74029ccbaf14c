"""Fixtures that every floor shares: a house in a real file of the test's own, with a clock that the test sets."""

import gc
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

from clubhouse import pins
from clubhouse.house import House
from db.opening import open_store
from db.store import Store
from tests.forms import LONG
from tests.houses import SetClock, make_house

# The same cases each time; how long one takes is the machine's affair.
settings.register_profile("house", derandomize=True, deadline=None, max_examples=30, database=None)
settings.register_profile(LONG, settings.get_profile("house"), max_examples=500)
settings.load_profile("house")

REAL_CONNECT = Store._connect


def pytest_configure(config: pytest.Config) -> None:
    """Before the tests are read, which have some of the settings: more cases where the long forms are asked for."""
    settings.load_profile(LONG if config.option.markexpr == LONG else "house")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long form of a property is the property itself, with more cases."""
    for item in items if settings.get_current_profile_name() == LONG else ():
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker(LONG)


def pytest_collection_finish() -> None:
    """Never look again for garbage in what is loaded: it stays, and looking took a third of the suite's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(autouse=True)
def _no_house_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CLUBHOUSE_DB", "CLUBHOUSE_NOW"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def full_cost() -> Iterator[tuple[int, int, int]]:
    """What a PIN costs on purpose; in tests, which are about other things, it costs nearly nothing."""
    real = pins.COST
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pins, "COST", (2, 1, 1))
        yield real


def _not_waiting(store: Store) -> sqlite3.Connection:
    connection = REAL_CONNECT(store)
    connection.execute("PRAGMA synchronous=OFF")
    return connection


@pytest.fixture(scope="session", autouse=True)
def _no_wait_for_the_disk() -> Iterator[None]:
    # No test cuts the power; what is killed is a process, and what that has written the system keeps.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "_connect", _not_waiting)
        yield


@pytest.fixture
def waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store waits, as in every real house, until the disk has it."""
    monkeypatch.setattr(Store, "_connect", REAL_CONNECT)


@pytest.fixture(scope="session")
def new_house_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a new house, to be copied and not opened."""
    path = tmp_path_factory.mktemp("new") / "house.db"
    make_house(path).close()
    return path


@pytest.fixture
def path(tmp_path: Path, new_house_file: Path) -> Path:
    """The file of a new house in New York with nobody on file, not yet open."""
    return Path(shutil.copy(new_house_file, tmp_path / "house.db"))


@pytest.fixture
def clock() -> SetClock:
    """The clock of `house`: Monday, 2026-11-23, 8:47 in the morning."""
    return SetClock()


@pytest.fixture
def house(path: Path, clock: SetClock) -> Iterator[House]:
    """The house at `path`, open."""
    house = House(open_store(path), clock)
    yield house
    house.close()
