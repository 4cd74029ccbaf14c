"""Fixtures for tests in a real terminal: tmux, and a house whose people hold cards."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clubhouse.people import Person
from tests.end_to_end.terminal import Tmux
from tests.houses import add_with_card, make_house

FIRST_NAMES = ("Rosa", "Jamal", "Ngozi", "Wei")


@dataclass(frozen=True)
class Carrier:
    """Somebody with the card they carry."""

    person: Person
    card: str

    @property
    def name(self) -> str:
        """What the kiosk greets with."""
        return self.person.first_name


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """Real terminals, gone when the test is over."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed: no real terminal to type into")
    server = Tmux(tmp_path)
    yield server
    server.close()


@pytest.fixture
def carriers(path: Path) -> list[Carrier]:
    """Four members of the house at `path`, which is closed again."""
    house = make_house(path)
    found = [Carrier(*add_with_card(house, name, "Doe")) for name in FIRST_NAMES]
    house.close()
    return found
