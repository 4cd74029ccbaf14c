"""A house's list of people, from a CSV file: all of it, or nothing and a list of what to mend."""

from dataclasses import dataclass, replace
from pathlib import Path

from clubhouse import people
from clubhouse.errors import BadFile, ImportProblems, Problem
from clubhouse.house import House
from clubhouse.importing.columns import read_header
from clubhouse.importing.files import read_rows
from clubhouse.importing.matching import Entry, folded, match_all
from clubhouse.importing.rows import read_all
from clubhouse.people import Kind
from clubhouse.permissions import Permission, require

__all__ = ["BadFile", "ImportProblems", "Imported", "Problem", "import_people"]


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
    """Put the people of a CSV file on file, or change them, in one transaction.

    It takes `SETTINGS`, and `GREETER` as each person does. Raises `BadFile` when it is no CSV file,
    `ImportProblems` with everything that is to be mended in it.
    """
    rows = read_rows(path)
    columns = read_header(rows)
    with house.store.transaction():
        require(house, actor, Permission.SETTINGS)
        said, problems = read_all(columns, rows[1:], house.today())
        entries, unclear = match_all(people.list_people(house), said, house.today())
        if problems or unclear:
            raise ImportProblems(*problems, *unclear)
        _write(house, actor, entries)
    added = sum(entry.person is None for entry in entries)
    same = sum(entry.is_same for entry in entries)
    return Imported(added, len(entries) - added - same, same, columns.unused)


def _write(house: House, actor: str, entries: list[Entry]) -> None:
    # One iterator for all, as each would look through every code; what the file gives itself is left out.
    given = {folded(entry.to.code) for entry in entries}
    free = {kind: (code for code in people.free_codes(house, kind) if folded(code) not in given) for kind in Kind}
    for entry in entries:
        if entry.person is None:
            people.add_person(house, actor, replace(entry.to, code=entry.to.code or next(free[entry.to.kind])))
        elif not entry.is_same:
            people.change_person(house, actor, entry.person.id, entry.to, reason="import")
