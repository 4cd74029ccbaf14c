"""What each row of a list of people says of a person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from clubhouse.errors import BadInput, Problem
from clubhouse.importing.cells import read_kind, read_shown_as, read_since, split_name
from clubhouse.importing.columns import Column, Columns
from clubhouse.importing.files import Row
from clubhouse.names import clean
from clubhouse.people import Kind, ShownAs

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Said:
    """What one row says; None where it says nothing, so that what is on file stays.

    An empty cell for a last name or nickname says that there is none; any other empty cell says nothing.
    """

    line: int
    code: str | None
    kind: Kind | None
    first_name: str | None
    last_name: str | None
    nickname: str | None
    shown_as: ShownAs | None
    since: date | None

    @property
    def name(self) -> tuple[str, str]:
        """First and last name, empty where not said."""
        return self.first_name or "", self.last_name or ""


def read_all(columns: Columns, rows: list[Row], today: date) -> tuple[list[Said], list[Problem]]:
    """What all rows say, and the problems of cells that cannot be taken; those say nothing."""
    problems: list[Problem] = []
    said = [_Reader(columns, today, row, problems).said() for row in rows]
    return said, problems


@dataclass(frozen=True)
class _Reader:
    columns: Columns
    today: date
    row: Row
    problems: list[Problem]

    def said(self) -> Said:
        width = self.columns.width
        if any(clean(cell) for cell in self.row.cells[width:]):
            self._add(
                f"There are more cells than the {width} that the first line names."
                ' Put a cell that holds the separator between quotation marks: "Vega, Rosa".'
            )
        first, last = self._names()
        return Said(
            line=self.row.line,
            code=self._cell(Column.CODE) or None,
            kind=self._value(Column.KIND, read_kind),
            first_name=first,
            last_name=last,
            nickname=self._cell(Column.NICKNAME),
            shown_as=self._value(Column.SHOWN_AS, read_shown_as),
            since=self._value(Column.SINCE, partial(read_since, today=self.today)),
        )

    def _names(self) -> tuple[str | None, str | None]:
        if Column.NAME not in self.columns.places:
            return self._cell(Column.FIRST), self._cell(Column.LAST)
        # A name that cannot be split is a problem already; whole, it is not a second one.
        return self._value(Column.NAME, split_name) or (self._cell(Column.NAME), "")

    def _cell(self, column: Column) -> str | None:
        place = self.columns.places.get(column)
        cell = None if place is None else self.row.cell(place)
        return None if cell is None else clean(cell)

    def _value(self, column: Column, read: Callable[[str], _Value]) -> _Value | None:
        text = self._cell(column)
        if not text:
            return None
        try:
            return read(text)
        except BadInput as error:
            self._add(str(error))
            return None

    def _add(self, sentence: str) -> None:
        self.problems.append(Problem(self.row.line, sentence))
