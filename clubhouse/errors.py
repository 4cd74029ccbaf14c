"""Why an operation was not done. `str()` is one plain sentence that says what to do instead."""

from dataclasses import dataclass


class Refused(Exception):
    """Nothing was written."""


class NotFound(Refused):
    """What was named is not on file."""


class BadInput(Refused):
    """What was typed or imported cannot be taken as it stands."""


class BadFile(Refused):
    """A file named by the user cannot be read, written or understood."""


class Overtaken(Refused):
    """What was to be changed has changed meanwhile."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend in a file that was to be imported."""

    line: int
    """Where it stands, counted from 1 as text editors do."""
    sentence: str
    """What is wrong and what to write instead."""

    def __str__(self) -> str:
        """As one line of a list."""
        return f"Line {self.line}: {self.sentence}"


class ImportProblems(Refused):
    """A file has problems, all of them listed. Nothing was imported."""

    def __init__(self, *problems: Problem) -> None:
        """At least one problem, in any order."""
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__("\n".join(map(str, self.problems)))
