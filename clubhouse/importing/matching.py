"""Whom a row of a list means: by the code, else by the name where only one person has it.

Whoever cannot be told apart for certain is a problem, never a guess: a mix-up would give one member's card and
visits to another.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from string import ascii_lowercase, ascii_uppercase

from clubhouse.errors import BadInput, Problem
from clubhouse.importing.rows import Said
from clubhouse.names import full_name
from clubhouse.people import Kind, NewPerson, Person, ShownAs, checked

_HOUSE_MADE = re.compile(r"[MSV]\d{4,}", re.ASCII | re.IGNORECASE)
"""A code given by `free_codes`, which a house may replace by its own numbers."""

_MOST_LISTED = 5
_KEPT = tuple(field.name for field in fields(NewPerson))
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


def folded(code: str) -> str:
    """A code as it is compared: the file's own NOCASE knows ASCII letters only."""
    return code.translate(_LOWER)


@dataclass(frozen=True)
class Entry:
    """One row, understood."""

    person: Person | None
    """Who it is; None for somebody new."""
    to: NewPerson
    """What is to stand on file; the code is empty where a free one is to be given."""

    @property
    def is_same(self) -> bool:
        """Whether that stands on file already."""
        return self.person is not None and _known(self.person) == self.to


def match_all(on_file: list[Person], said: list[Said], today: date) -> tuple[list[Entry], list[Problem]]:
    """Each row with its person, and the problems of those that cannot be matched or kept."""
    matcher = _Matcher(on_file, said)
    entries: list[Entry] = []
    problems = [*_same_codes(said)]
    for row in said:
        try:
            person = matcher.person(row)
            entries.append(Entry(person, checked(_merged(row, person, today))))
        except BadInput as error:
            problems.append(Problem(row.line, str(error)))
    return entries, problems


def _same_codes(said: list[Said]) -> Iterable[Problem]:
    first_line: dict[str, int] = {}
    for row in said:
        if row.code and (line := first_line.setdefault(folded(row.code), row.line)) != row.line:
            yield Problem(row.line, f"The code {row.code} stands on line {line} already. Give each person their own.")


class _Matcher:
    def __init__(self, on_file: list[Person], said: list[Said]) -> None:
        self.by_code = {folded(person.code): person for person in on_file}
        self.claimed = {folded(row.code): row.line for row in said if row.code}
        """The line that names each code."""
        self.called: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in on_file:
            self.called[person.first_name, person.last_name].append(person)
        self.rows_called: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for row in said:
            self.rows_called[row.name].append(row)
        self.new_codes = Counter(row.name for row in said if row.code and folded(row.code) not in self.by_code)
        """How many rows give a name a code that nobody has."""

    def person(self, row: Said) -> Person | None:
        """Who the row is about; None for somebody new. Raises `BadInput` when that is not certain."""
        called = self.called.get(row.name, [])
        if row.code is None:
            return self._by_name(row, called)
        person = self.by_code.get(folded(row.code))
        if person is None:
            return self._by_name_with_new_code(row, row.code, called)
        _refuse_mix_up(row, person, called)
        return person

    def _by_name(self, row: Said, called: list[Person]) -> Person | None:
        rows = self.rows_called[row.name]
        if row.first_name and len(rows) > 1:
            raise BadInput(
                f"{_full(row)} stands on the lines {_listed([str(each.line) for each in rows])}. Remove what is"
                " double; if they are several people, give each a code of their own in a column: code."
            )
        if len(called) > 1:
            raise BadInput(
                f"{len(called)} people on file are called {_full(row)}, with the codes {_codes(called)}."
                " Write in a column 'code' which of them this is."
            )
        for person in called:
            if line := self.claimed.get(folded(person.code)):
                raise BadInput(
                    f"{_full(row)} is on file with the code {person.code}, which line {line} names too."
                    " Remove one of the two lines, or give each a code of their own."
                )
        return called[0] if called else None

    def _by_name_with_new_code(self, row: Said, code: str, called: list[Person]) -> Person | None:
        left = [person for person in called if folded(person.code) not in self.claimed]
        if not left:
            return None
        if len(left) == self.new_codes[row.name] == 1 and _HOUSE_MADE.fullmatch(left[0].code):
            return left[0]
        raise BadInput(
            f"{_full(row)} is on file with the code {_codes(left)}, not {code}. If this is the same person,"
            " write that code; if not, add this one first with: clubhouse people add"
        )


def _refuse_mix_up(row: Said, person: Person, called: list[Person]) -> None:
    differs = row.first_name != person.first_name and row.last_name != person.last_name
    if called and differs:
        raise BadInput(
            f"The code {person.code} belongs to {full_name(person)}, and {_full(row)} has {_codes(called)}. Perhaps"
            " one column was sorted without the others. Write the code that goes with the name."
        )


def _merged(row: Said, person: Person | None, today: date) -> NewPerson:
    known = _known(person) if person else NewPerson("", Kind.MEMBER, "", "", "", ShownAs.FIRST_NAME, today)
    said = {name: value for name in _KEPT if (value := getattr(row, name)) is not None}
    if folded(row.code or "") == folded(known.code):  # m0017 is no change of M0017
        said["code"] = known.code
    return replace(known, **said)


def _known(person: Person) -> NewPerson:
    return NewPerson(**{name: getattr(person, name) for name in _KEPT})


def _full(row: Said) -> str:
    return " ".join(row.name).strip()


def _codes(people: list[Person]) -> str:
    return _listed([person.code for person in people])


def _listed(texts: list[str]) -> str:
    more = [f"{len(texts) - _MOST_LISTED} more"] if len(texts) > _MOST_LISTED else []
    return " and ".join(texts[:_MOST_LISTED] + more)
