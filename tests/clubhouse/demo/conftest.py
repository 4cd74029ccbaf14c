"""Demonstration houses that several tests look at; to make one takes seconds, and to copy its file nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clubhouse import clock, demo
from clubhouse.house import House
from db.opening import open_store
from tests.houses import SetClock, local

NOW = "2026-11-23T09:05"


def built(path: Path, now: str) -> House:
    """The demonstration house at `path`, built as if it were `now`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(clock.VARIABLE, now)
        return demo.build(path)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a demonstration house, to be copied and not opened."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    built(path, NOW).close()
    return path


@pytest.fixture
def show(tmp_path: Path, demo_file: Path) -> Iterator[House]:
    """A demonstration house of the test's own, on Monday at 9:05, in the week of Thanksgiving."""
    path = Path(shutil.copy(demo_file, tmp_path / "demo.db"))
    house = House(open_store(path), SetClock(local("2026-11-23 09:05")))
    yield house
    house.close()
