"""Reading a house's list of people from a CSV file: all of it, or nothing and a list of what to mend."""

from dataclasses import dataclass
from pathlib import Path

from clubhouse.errors import Refused
from clubhouse.house import House


@dataclass(frozen=True)
class Problem:
    """One thing to mend in the file."""

    line: int
    """Counted from 1, as text editors do; 0 when it is the file as a whole."""
    sentence: str
    """What is wrong and what to write instead."""


class ImportProblems(Refused):
    """The file has problems, all of them listed; nothing was imported."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """`problems` in the order of their lines."""
        super().__init__("\n".join(f"Line {each.line}: {each.sentence}" for each in problems))
        self.problems = problems


@dataclass(frozen=True)
class Imported:
    """What an import did."""

    added: int
    changed: int
    same: int
    """People who stood on file exactly so already."""
    unused: tuple[str, ...]
    """Headers of the columns that are not kept."""


def import_people(house: House, actor: str, path: Path) -> Imported:
    """Put the people of a CSV file on file, in one transaction. Raises `BadFile` or `ImportProblems`."""
    raise NotImplementedError
