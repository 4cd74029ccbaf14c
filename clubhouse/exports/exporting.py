"""Exporting: from what is asked to a whole file, with a row in the audit log."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from clubhouse import audit
from clubhouse.errors import BadInput
from clubhouse.exports.cells import Column, Row
from clubhouse.exports.files import whole_file
from clubhouse.exports.forms import Form, write_table
from clubhouse.exports.making import Unsure, allowed_sheet, making
from clubhouse.exports.request import Request
from clubhouse.exports.sheets import SHEETS
from clubhouse.exports.sqlite_file import write_sqlite
from clubhouse.exports.table import Table
from clubhouse.house import House
from clubhouse.views import note_view

Told = Callable[[int], object]
"""Is told how many rows are written, now and then."""
_EVERY = 10_000
EVERYTHING = "everything"
"""All exports, as the tables of one SQLite file."""


@dataclass(frozen=True)
class Exported:
    """What was written."""

    path: Path
    rows: int
    """0 for a calendar."""
    unsure: Unsure


def export(
    house: House,
    actor: str,
    request: Request,
    form: Form,
    target: Path,
    *,
    columns: tuple[Column, ...] = (),
    bom: bool = False,
    told: Told = lambda rows: None,
) -> Exported:
    """Write what is asked for into the new file `target`, whole or not at all, and note it in the audit log.

    `columns` are those of a preset. Raises `NotAllowed`, `NotFound`, `BadInput`, `BadFile`, `OSError`, or a
    `StoreError`.
    """
    counter = _Counter(told)
    with whole_file(target) as part:
        unsure = _write(house, actor, request, form, part, columns, counter, bom=bom)
        about = {"from": request.first, "to": request.last, "names": request.names, "rows": counter.count}
        with house.store.transaction():
            audit.record(house, actor, "export", request.what, None, {**about, "file": target.name})
    return Exported(target, counter.count, unsure)


def preview(
    house: House, actor: str, request: Request, columns: tuple[Column, ...] = (), most: int = 10
) -> tuple[tuple[Column, ...], list[Row]]:
    """The first rows, to look at before a file is written; that is noted too. Raises as `export`, less the file."""
    with making(house, actor, request, columns) as (table, _):
        rows = list(islice(table.rows, most))
    note_view(house, actor, f"preview of {request.what}", names=request.names)
    return table.columns, rows


class _Counter:
    """Counts rows as they go by."""

    def __init__(self, told: Told) -> None:
        """None has gone by yet."""
        self._told = told
        self.count = 0

    def counting(self, table: Table) -> Table:
        """The same table, whose rows or lines are counted."""
        lines = table.lines and self._lines_going_by(table.lines)
        return replace(table, rows=self._going_by(table.rows), lines=lines)

    def _going_by(self, rows: Iterator[Row]) -> Iterator[Row]:
        while batch := list(islice(rows, _EVERY)):
            yield from batch
            self.count += len(batch)
            self._told(self.count)

    def _lines_going_by(self, batches: Iterator[Sequence[str]]) -> Iterator[Sequence[str]]:
        next_word = _EVERY
        for batch in batches:
            yield batch
            self.count += len(batch)
            if self.count >= next_word:
                self._told(self.count)
                next_word = self.count + _EVERY
        self._told(self.count)


def _write(
    house: House,
    actor: str,
    request: Request,
    form: Form,
    part: Path,
    columns: tuple[Column, ...],
    counter: _Counter,
    *,
    bom: bool,
) -> Unsure:
    if request.what == EVERYTHING:
        return _write_everything(house, actor, request, form, part, counter)
    if form is Form.ICS:
        return _write_calendar(house, actor, request, part)
    with making(house, actor, request, columns) as (table, unsure):
        write_table(counter.counting(table), form, part, bom=bom)
    return unsure


def _write_everything(
    house: House, actor: str, request: Request, form: Form, part: Path, counter: _Counter
) -> Unsure:
    if form is not Form.SQLITE:
        raise BadInput(f"{EVERYTHING} goes into a file of tables. Ask for it with --as sqlite.")
    if request.corrections_since:
        raise BadInput("Ask for the corrections of one export at a time.")
    asked = [replace(request, what=sheet.what) for sheet in SHEETS.values() if not sheet.on_paper]
    for each in asked:  # nothing is begun that is not allowed to its end
        allowed_sheet(house, actor, each)
    found: list[Unsure] = []

    def tables() -> Iterator[Table]:
        for each in asked:
            with making(house, actor, each) as (table, unsure):
                found.append(unsure)
                yield counter.counting(table)

    write_sqlite(tables(), part, views=True)
    return found[0]


def _write_calendar(house: House, actor: str, request: Request, part: Path) -> Unsure:
    from clubhouse.calendars.writing import house_calendar  # slow to import

    if request.what != "events":
        raise BadInput("A calendar file holds events. Export them with: clubhouse export events --as ics")
    allowed_sheet(house, actor, request)
    part.write_bytes(house_calendar(house, actor, request.first, request.last))
    return Unsure(0, 0)
