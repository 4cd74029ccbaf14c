"""Exporting: from what is asked to a whole file, with a row in the audit log."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from importlib.metadata import version
from itertools import islice
from operator import itemgetter
from pathlib import Path

import db.days
from clubhouse import audit
from clubhouse.errors import NotFound
from clubhouse.exports.cells import Column, Row, without
from clubhouse.exports.csv_file import write_csv
from clubhouse.exports.excel import write_xlsx
from clubhouse.exports.files import whole_file
from clubhouse.exports.json_lines import write_json
from clubhouse.exports.local_times import LocalTimes
from clubhouse.exports.request import Reading, Request
from clubhouse.exports.sheets import SHEETS, Sheet
from clubhouse.exports.table import Table
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from db.exporting import Reader, reading

Told = Callable[[int], object]
"""Is told how many rows are written, now and then."""
_EVERY = 10_000


class Form(StrEnum):
    """A format of files."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


@dataclass(frozen=True)
class Exported:
    """What was written."""

    path: Path
    rows: int
    estimated: int
    """So many visits of these days end with a guess."""
    open: int
    """So many visits of these days have not ended."""


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

    `columns` are those of a preset. Raises `NotAllowed`, `NotFound`, `BadFile`, `OSError`, or a `StoreError`.
    """
    require(house, actor, Permission.REPORTS)
    with whole_file(target) as part, _table(house, actor, request, columns) as (table, counts):
        written = _Counted(table.rows, told)
        counted = replace(table, rows=iter(written))
        if form is Form.CSV:
            write_csv(counted, part, bom=bom)
        elif form is Form.XLSX:
            write_xlsx(counted, part)
        else:
            write_json(counted, part)
        about = {"from": request.first, "to": request.last, "names": request.names, "rows": written.count}
        with house.store.transaction():
            audit.record(house, actor, "export", request.what, None, {**about, "file": target.name})
    return Exported(target, written.count, *counts)


def preview(
    house: House, actor: str, request: Request, columns: tuple[Column, ...] = (), most: int = 10
) -> tuple[tuple[Column, ...], list[Row]]:
    """The first rows, to look at before a file is written. Raises `NotAllowed`, `NotFound`."""
    require(house, actor, Permission.REPORTS)
    with _table(house, actor, request, columns) as (table, _):
        return table.columns, list(islice(table.rows, most))


class _Counted:
    """Rows that are counted as they go by."""

    def __init__(self, rows: Iterator[Row], told: Told) -> None:
        """None has gone by yet."""
        self._rows, self._told = rows, told
        self.count = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            if self.count % _EVERY == 0:
                self._told(self.count)
            yield row


@contextmanager
def _table(
    house: House, actor: str, request: Request, wanted: tuple[Column, ...]
) -> Iterator[tuple[Table, tuple[int, int]]]:
    sheet = _sheet(request.what)
    with reading(house.store) as reader:
        _, estimated, still_open = reader.count_visits(request.first, request.last)
        rows = sheet.rows(_reading(house, reader, request))
        columns, shown = (
            _as_wanted(sheet.columns, rows, wanted) if wanted else without(sheet.columns, rows, names=request.names)
        )
        facts = _facts(house, actor, sheet, request, estimated, still_open)
        yield Table(sheet.what, columns, shown, facts), (estimated, still_open)


def _sheet(what: str) -> Sheet:
    if what not in SHEETS:
        raise NotFound(f"There is no export {what!r}. There are: {', '.join(SHEETS)}.")
    return SHEETS[what]


def _as_wanted(
    known: tuple[Column, ...], rows: Iterator[Row], wanted: tuple[Column, ...]
) -> tuple[tuple[Column, ...], Iterator[Row]]:
    keys = [column.key for column in known]
    places = [keys.index(column.key) for column in wanted]
    if len(places) == 1:
        return wanted, ([row[places[0]]] for row in rows)
    pick = itemgetter(*places)
    return wanted, (list(pick(row)) for row in rows)


def _reading(house: House, reader: Reader, request: Request) -> Reading:
    with house.store.snapshot():
        zone = house.settings().zone
        pattern: dict[int, str] = {day: str(kind) for day, kind in db.days.pattern(house.store).items()}
        special = db.days.specials(house.store, request.first, request.last)
    since = request.corrections_since
    begin = datetime.combine(since, time(), zone) if since else datetime.combine(request.first, time(), UTC)
    return Reading(
        reader=reader,
        days=(request.first, request.last),
        local=LocalTimes(zone),
        corrected=frozenset(reader.corrected_visits(begin - timedelta(days=0 if since else 1))),
        only_corrected=since is not None,
        rounding=request.rounding,
        per=request.per,
        pattern=pattern,
        special={each.day.isoformat(): each.kind for each in special if each.kind is not None},
    )


def _facts(
    house: House, actor: str, sheet: Sheet, request: Request, estimated: int, still_open: int
) -> tuple[tuple[str, str], ...]:
    only = f", only what was changed on {request.corrections_since} or later" if request.corrections_since else ""
    return (
        ("House", house.settings().name),
        ("Export", f"{sheet.what}, columns version {sheet.version}"),
        ("What it holds", sheet.about),
        ("Rule", sheet.rule),
        ("Days", f"{request.first} to {request.last}{only}"),
        ("Estimated sign-outs", str(estimated)),
        ("Open visits", str(still_open)),
        ("Made by", actor),
        ("Made at", f"{house.now():%Y-%m-%d %H:%M}"),
        ("Program", f"clubhouse-kiosk {version('clubhouse-kiosk')}"),
    )
