"""People and units that several tests of the work-ordered day begin with."""

from pathlib import Path

import pytest

from clubhouse.attendance import sign_in_by_name
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.units import Unit
from tests.boards import add_unit
from tests.houses import add


@pytest.fixture
def rosa(house: House) -> Person:
    """A member who is here."""
    person = add(house)
    sign_in_by_name(house, person.id)
    return person


@pytest.fixture
def culinary(house: House) -> Unit:
    """A unit without a limit."""
    return add_unit(house)


@pytest.fixture
def clerical(house: House) -> Unit:
    """Another unit, with a single seat in each part."""
    return add_unit(house, "Clerical", seats=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a test writes its list of people."""
    return tmp_path / "people.csv"
