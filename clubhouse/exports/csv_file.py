"""CSV as RFC 4180 says, in UTF-8."""

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from clubhouse.exports.cells import Cell, Holds, Row
from clubhouse.exports.table import Table

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""The last four are the wide ones, which some spreadsheets read alike."""


def harmless(text: str) -> str:
    """`text`, with an apostrophe before what a spreadsheet would run as a formula (OWASP, *CSV Injection*)."""
    return f"'{text}" if _runs(text) else text


def _runs(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.lstrip(" ").startswith(_RUNS)


def write_csv(table: Table, path: Path, *, bom: bool = False) -> None:
    """Write `table` to `path`, which exists; with `bom`, so that Excel opens it as UTF-8 by itself."""
    typed = [place for place, column in enumerate(table.columns) if column.holds is Holds.TEXT]
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([harmless(column.header) for column in table.columns])
        writer.writerows(_harmless(table.rows, typed) if typed else table.rows)


def _harmless(rows: Iterator[Row], typed: list[int]) -> Iterator[Row]:
    runs = lru_cache(maxsize=65536)(_runs)  # of this file alone: afterwards nobody remembers what was in it
    for row in rows:
        safe = row
        for place in typed:
            if runs(row[place]):
                safe = [*safe[:place], f"'{row[place]}", *safe[place + 1 :]]
        yield safe
