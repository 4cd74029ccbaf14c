"""Lists of people in the hands of a test: written to a file, imported, and what is on file afterwards."""

from pathlib import Path

import pytest

from clubhouse.errors import ImportProblems
from clubhouse.house import House
from clubhouse.importing import Imported, import_people
from clubhouse.people import Person, list_people
from tests.houses import ACTOR, actions_on_disk


def bring_in(house: House, file: Path, content: str | bytes) -> Imported:
    """Write the list and import it."""
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return import_people(house, ACTOR, file)


def problems(house: House, file: Path, content: str | bytes) -> list[str]:
    """Each problem of the list as a line; fails unless there is one and nothing was written."""
    before = actions_on_disk(house), list_people(house)
    with pytest.raises(ImportProblems) as caught:
        bring_in(house, file, content)
    assert (actions_on_disk(house), list_people(house)) == before
    return [str(problem) for problem in caught.value.problems]


def names(house: House) -> list[tuple[str, str]]:
    """First and last name of everyone on file."""
    return [(person.first_name, person.last_name) for person in list_people(house)]


def only(house: House) -> Person:
    """The one person on file."""
    (person,) = list_people(house)
    return person
