"""Whoever opens the desk in these tests."""

import pytest

from clubhouse.house import House
from tests.screens.desk.rooms_to_try import Asking, Names
from tests.screens.mornings import Day, make_day


@pytest.fixture
def day(house: House) -> Day:
    """A Monday morning with Ana, who is staff."""
    return make_day(house)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    Names.taken.clear()
    Asking.kept.clear()
