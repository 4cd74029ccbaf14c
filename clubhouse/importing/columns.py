"""What the columns of a list of people hold, told by their headers.

Only what the house keeps is taken; a column of anything else is named to the user and otherwise not looked at.
"""

from dataclasses import dataclass
from enum import StrEnum

from clubhouse.errors import ImportProblems, Problem
from clubhouse.importing.cells import KINDS, word
from clubhouse.importing.files import Row
from clubhouse.names import clean


class Column(StrEnum):
    """What a column can hold; the value is the header that we recommend."""

    FIRST = "first name"
    LAST = "last name"
    NAME = "name"
    """First and last name in one cell."""
    NICKNAME = "nickname"
    KIND = "kind"
    CODE = "code"
    SHOWN_AS = "shown as"
    SINCE = "since"


# Headers without case, accents, spaces and punctuation.
_HEADERS: dict[Column, str] = {
    Column.FIRST: "first firstname firstnames given givenname givennames forename forenames",
    Column.LAST: "last lastname lastnames surname surnames family familyname",
    Column.NAME: "name fullname membername",
    Column.NICKNAME: "nick nickname preferred preferredname preferredfirstname goesby knownas",
    Column.KIND: "kind role type status membertype persontype",
    Column.CODE: "code id number membercode memberid membernumber memberno personcode personid",
    Column.SHOWN_AS: "shownas showas displayas displayname display nameshown nameonscreen",
    Column.SINCE: "since joined joinedon joindate datejoined membersince start startdate",
}
_COLUMN_OF = {header: column for column, headers in _HEADERS.items() for header in headers.split()}


@dataclass(frozen=True)
class Columns:
    """What a file's columns hold."""

    places: dict[Column, int]
    """Where each stands, counted from 0."""
    width: int
    """How many columns the header names."""
    unused: tuple[str, ...]
    """The headers of those that are not taken, as they stand."""


def read_header(rows: list[Row]) -> Columns:
    """The columns named by the first of `rows`. Raises `ImportProblems` when they do not say who is who."""
    header = rows[0]
    known = [(place, _column_of(rows, place)) for place in range(len(header.cells))]
    places = {column: place for place, column in reversed(known) if column}
    problems = [
        Problem(header.line, f"Two columns hold the {column}: {clean(header.cells[places[column]])} and"
                f" {clean(header.cells[place])}. Keep one of them.")
        for place, column in known if column and places[column] != place
    ]  # fmt: skip
    if not places.keys() & {Column.FIRST, Column.NAME, Column.CODE}:
        problems.append(Problem(header.line, _NO_HEADER))
    elif len(rows) == 1:
        problems.append(Problem(header.line, "Nobody stands below the header. Write one line for each person."))
    if problems:
        raise ImportProblems(*problems)
    places = _names_settled(places, header)
    taken = set(places.values())
    unused = (clean(cell) for place, cell in enumerate(header.cells) if place not in taken)
    return Columns(places, len(header.cells), tuple(name for name in unused if name))


_NO_HEADER = (
    "No column here holds the names. The first line of the file names the columns; these are known: "
    + ", ".join(Column)
    + "."
)


def _column_of(rows: list[Row], place: int) -> Column | None:
    header = word(rows[0].cells[place])
    if header == "status" and not any(word(row.cell(place) or "") in KINDS for row in rows[1:]):
        return None  # in many lists it tells other things, such as who came lately
    return _COLUMN_OF.get(header)


def _names_settled(places: dict[Column, int], header: Row) -> dict[Column, int]:
    """Without the doubles: `name` beside `first name` says nothing new, beside `surname` it is the first name."""
    if Column.NAME not in places:
        return places
    places = dict(places)
    if Column.FIRST in places:
        del places[Column.NAME]
    elif Column.LAST in places and word(header.cells[places[Column.NAME]]) == "name":
        places[Column.FIRST] = places.pop(Column.NAME)
    else:
        places.pop(Column.LAST, None)
    return places
