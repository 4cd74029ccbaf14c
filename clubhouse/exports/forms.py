"""The formats of files, and what writes each."""

from enum import StrEnum
from pathlib import Path

from clubhouse.exports.csv_file import write_csv
from clubhouse.exports.excel import write_xlsx
from clubhouse.exports.html_page import write_html
from clubhouse.exports.json_lines import write_json
from clubhouse.exports.sqlite_file import write_sqlite
from clubhouse.exports.table import Table


class Form(StrEnum):
    """A format of files; its value is also how their names end."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    SQLITE = "sqlite"
    HTML = "html"
    """A page to print."""
    ICS = "ics"
    """A calendar; of events only."""


def write_table(table: Table, form: Form, path: Path, *, bom: bool) -> None:
    """Write `table` to `path`, which is there and empty. Raises `OSError` when the disk is full."""
    if form is Form.CSV:
        write_csv(table, path, bom=bom)
    elif form is Form.XLSX:
        write_xlsx(table, path)
    elif form is Form.JSON:
        write_json(table, path)
    elif form is Form.HTML:
        write_html(table, path)
    else:
        write_sqlite([table], path, views=table.is_whole)
