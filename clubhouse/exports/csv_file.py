"""CSV as RFC 4180 says, in UTF-8."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from clubhouse.exports.cells import Cell, Column, Holds, Row
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
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([harmless(column.header) for column in table.columns])
        if table.lines is None:
            writer.writerows(_harmless(table.rows, table.columns))
        else:
            for lines in table.lines:
                file.write("".join(lines))


def csv_lines(rows: Iterable[Row], columns: Sequence[Column]) -> list[str]:
    """Each row as it stands in a file, with its end of line."""
    writer = csv.writer(_Written())
    return [str(writer.writerow(row)) for row in _harmless(rows, columns)]


class _Written:
    """Gives back what is written to it, which is what `csv` answers then."""

    def write(self, text: str) -> str:
        """The same text."""
        return text


def _harmless(rows: Iterable[Row], columns: Sequence[Column]) -> Iterator[Row]:
    typed = [place for place, column in enumerate(columns) if column.holds is Holds.TEXT]
    runs = lru_cache(maxsize=65536)(_runs)  # of these rows alone: afterwards nobody remembers what was in them
    for row in rows:
        safe = row
        for place in typed:
            if runs(row[place]):
                safe = [*safe[:place], f"'{row[place]}", *safe[place + 1 :]]
        yield safe
