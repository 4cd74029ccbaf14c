"""A SQLite file with a table for each export, its columns explained in the table `columns`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from clubhouse.exports.cells import Holds
from clubhouse.exports.table import Table
from db.exported import ExportedColumn, ExportedTable, write_file

_TYPES = {Holds.NUMBER: "INTEGER", Holds.MONEY: "REAL", Holds.DECIMAL: "REAL"}


def write_sqlite(tables: Iterable[Table], path: Path, *, views: bool) -> None:
    """Write `tables` to `path`, which is empty; with views unless a preset has chosen the columns."""
    write_file(path, _told(tables), views=views)


def _told(tables: Iterable[Table]) -> Iterator[ExportedTable]:
    for table in tables:
        columns = [
            ExportedColumn(each.key, each.header, each.holds, each.about, _TYPES.get(each.holds, "TEXT"))
            for each in table.columns
        ]
        yield ExportedTable(table.what.replace("-", "_"), columns, table.rows, table.facts)
