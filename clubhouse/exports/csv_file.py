"""CSV as RFC 4180 says, in UTF-8."""

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from clubhouse.exports.cells import Cell, Holds, Row
from clubhouse.exports.table import Table

_RUNS = ("=", "+", "-", "@", "\t", "\r")


@lru_cache(maxsize=65536)
def harmless(text: Cell) -> Cell:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it (OWASP, *CSV Injection*)."""
    return f"'{text}" if isinstance(text, str) and text.lstrip().startswith(_RUNS) else text


def write_csv(table: Table, path: Path, *, bom: bool = False) -> None:
    """Write `table` to `path`, which exists; with `bom`, so that Excel opens it as UTF-8 by itself."""
    typed = [place for place, column in enumerate(table.columns) if column.holds is Holds.TEXT]
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.header for column in table.columns])
        writer.writerows(_harmless(table.rows, typed) if typed else table.rows)


def _harmless(rows: Iterator[Row], typed: list[int]) -> Iterator[Row]:
    for row in rows:
        for place in typed:
            row[place] = harmless(row[place])
        yield row
