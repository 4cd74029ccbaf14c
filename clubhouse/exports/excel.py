"""Excel workbooks: real dates, times, lengths and numbers, and a second sheet that explains the first."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from io import BufferedWriter, FileIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from clubhouse.exports.cells import Cell, Column, Holds, Row
from clubhouse.exports.table import Table

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""A sheet has 1,048,576 rows, and the first is the header; more go on the next sheet."""
_FIRST_DAY = date(1899, 12, 30).toordinal()
"""Day 0 of Excel's calendar, from March 1900 on."""

_FORMATS = {
    Holds.DAY: "yyyy-mm-dd",
    Holds.TIME: "hh:mm",
    Holds.LENGTH: "[h]:mm",
    Holds.MOMENT: "yyyy-mm-dd hh:mm:ss",
    Holds.MONEY: "0.00",
    Holds.DECIMAL: "0.00",
    Holds.NUMBER: "0",
}
_WIDTHS = {Holds.DAY: 12, Holds.TIME: 8, Holds.LENGTH: 9, Holds.MOMENT: 20, Holds.TEXT: 24}


@cache
def _day(text: str) -> float:
    return date.fromisoformat(text).toordinal() - _FIRST_DAY


@cache
def _length(text: str) -> float:
    hours, minutes = text.split(":")
    return (int(hours) * 60 + int(minutes)) / (24 * 60)


def _moment(text: str) -> float:
    moment = datetime.fromisoformat(text)
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return moment.toordinal() - _FIRST_DAY + seconds / 86400


_SERIALS: dict[Holds, Callable[[str], float]] = {
    Holds.DAY: _day,
    Holds.TIME: _length,
    Holds.LENGTH: _length,
    Holds.MOMENT: _moment,
    Holds.MONEY: float,
    Holds.DECIMAL: float,
}


def write_xlsx(table: Table, path: Path) -> None:
    """Write `table` to `path`, in constant memory."""
    from xlsxwriter import Workbook  # slow to import

    # What it keeps on the disk until the end goes with this folder, however the writing ends.
    with TemporaryDirectory(prefix="clubhouse-") as folder:
        disk = _Disk(path, "w")
        out = BufferedWriter(disk)
        book = Workbook(out, {"constant_memory": True, "tmpdir": folder})
        formats = {holds: book.add_format({"num_format": number}) for holds, number in _FORMATS.items()}
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        rows, number = iter(table.rows), 1
        while True:
            sheet = book.add_worksheet(table.what if number == 1 else f"{table.what} {number}")
            written = _write_sheet(sheet, table.columns, islice(rows, MOST_ROWS), formats, head)
            if written < MOST_ROWS:
                break
            number += 1
        _explain(book, table, head)
        _draw(book, table)
        book.close()
        out.close()
        if disk.trouble:
            raise disk.trouble


class _Disk(FileIO):
    """A file that keeps to itself what is wrong with the disk, until the workbook is done with it.

    The archive that a workbook is would else try again when it is dropped, and complain where nobody listens.
    """

    trouble: OSError | None = None

    def write(self, content: "ReadableBuffer") -> int:
        """As any file; what comes after a trouble is lost."""
        try:
            return memoryview(content).nbytes if self.trouble else super().write(content)
        except OSError as error:
            self.trouble = error
            return memoryview(content).nbytes


def _write_sheet(
    sheet: "Worksheet",
    columns: tuple[Column, ...],
    rows: Iterator[Row],
    formats: "dict[Holds, Format]",
    head: "Format",
) -> int:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, max(_WIDTHS.get(column.holds, 10), len(column.header) + 3))
        sheet.write_string(0, place, column.header, head)
    writes = [_writing(sheet, place, column.holds, formats) for place, column in enumerate(columns)]
    number = 0
    for number, row in enumerate(rows, 1):
        for write, cell in zip(writes, row, strict=True):
            if cell != "":
                write(number, cell)
    sheet.autofilter(0, 0, number, len(columns) - 1)
    return number


def _writing(
    sheet: "Worksheet", place: int, holds: Holds, formats: "dict[Holds, Format]"
) -> Callable[[int, Cell], object]:
    write_number, write_string = sheet.write_number, sheet.write_string
    if holds in (Holds.TEXT, Holds.WORD):
        return lambda number, cell: write_string(number, place, str(cell))
    shape, serial = formats[holds], _SERIALS.get(holds)
    if serial is None:
        return lambda number, cell: write_number(number, place, int(cell), shape)
    return lambda number, cell: write_number(number, place, serial(str(cell)), shape)


def _explain(book: "Workbook", table: Table, head: "Format") -> None:
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 1, 24)
    sheet.set_column(2, 2, 90)
    number = 0
    for number, (name, value) in enumerate(table.facts):
        sheet.write_string(number, 0, name, head)
        sheet.write_string(number, 1, value)
    for place, title in enumerate(("Column", "Holds", "What stands there")):
        sheet.write_string(number + 2, place, title, head)
    for line, column in enumerate(table.columns, number + 3):
        for place, text in enumerate((column.header, column.holds, column.about)):
            sheet.write_string(line, place, text)


def _draw(book: "Workbook", table: Table) -> None:
    """A sheet with a chart of each picture, and another with the numbers that they show."""
    if not table.pictures:
        return
    charts, numbers = book.add_worksheet("Charts"), book.add_worksheet("Numbers of charts")
    line = 0
    for place, picture in enumerate(table.pictures):
        numbers.write_string(line, 0, picture.title)
        for number, (name, height) in enumerate(picture.bars, line + 1):
            numbers.write_string(number, 0, name)
            numbers.write_number(number, 1, height)
        last = line + len(picture.bars)
        chart = book.add_chart({"type": "column"})
        names, heights = ([numbers.name, line + 1, column, max(last, line + 1), column] for column in (0, 1))
        chart.add_series({"name": picture.title, "categories": names, "values": heights})
        chart.set_title({"name": picture.title})
        chart.set_legend({"none": True})
        charts.insert_chart(place * 16, 0, chart, {"x_scale": 1.6})
        line = last + 2
