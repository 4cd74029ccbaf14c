"""LibreOffice finds in a workbook what the export says: the same values, days, times and lengths that add up.

These tests need the program `soffice`, and are left out where it is not installed.
"""

import csv
import shutil
import subprocess
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from clubhouse.exports.cells import Holds
from clubhouse.exports.forms import Form
from clubhouse.exports.sheets import SHEETS
from tests.clubhouse.exports.conftest import Desk

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")

OFFICE, TABLE, TEXT = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "text")
)
TYPES = {
    Holds.DAY: "date", Holds.MOMENT: "date", Holds.TIME: "time", Holds.LENGTH: "time", Holds.NUMBER: "float",
    Holds.DECIMAL: "float", Holds.MONEY: "float", Holds.TEXT: "string", Holds.WORD: "string",
}  # fmt: skip
"""What LibreOffice calls what a column holds."""

Cell = tuple[str, str]
"""The type of a cell, and the text that it shows; both empty where there is nothing."""


def opened(paths: list[Path], folder: Path) -> list[list[list[Cell]]]:
    """The cells of the first sheet of each workbook, as LibreOffice has read them."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "fods"]
    subprocess.run([*command, "--outdir", folder, *paths], check=True, capture_output=True, timeout=240)
    return [_first_sheet(folder / f"{path.stem}.fods") for path in paths]


def _first_sheet(path: Path) -> list[list[Cell]]:
    sheet = ElementTree.parse(path).getroot().find(f".//{TABLE}table")
    assert sheet is not None
    return [list(_cells(row)) for row in islice(sheet.iter(f"{TABLE}table-row"), 100)]


def _cells(row: ElementTree.Element) -> Iterator[Cell]:
    for cell in row.iter(f"{TABLE}table-cell"):
        shown = "\n".join("".join(line.itertext()) for line in cell.iter(f"{TEXT}p"))
        for _ in range(min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 50)):
            yield cell.get(f"{OFFICE}value-type", ""), shown


def test_every_export_is_read_with_the_same_values_and_types(desk: Desk, tmp_path: Path) -> None:
    whats = [what for what in SHEETS if what != "audit"]  # the log grows by every export
    books = {what: desk.write(what, Form.XLSX, names=True)[0] for what in whats}
    for what, (head, *rows) in zip(books, opened(list(books.values()), tmp_path), strict=True):
        columns = SHEETS[what].columns
        with desk.write(what, names=True)[0].open(encoding="utf-8", newline="") as file:
            wanted = list(csv.reader(file))
        width = len(columns)
        assert [shown for _, shown in head[:width]] == wanted[0]
        for row, cells in zip(rows, wanted[1:], strict=False):
            padded = [*row, *[("", "")] * width][:width]
            assert [shown for _, shown in padded] == [
                _as_shown(cell, each.holds) for cell, each in zip(cells, columns, strict=True)
            ]
            assert [kind for kind, shown in padded if shown] == [
                TYPES[each.holds] for (_, shown), each in zip(padded, columns, strict=True) if shown
            ]
        filled = [row for row in rows if any(shown for _, shown in row)]
        assert len(filled) == len([cells for cells in wanted[1:] if any(cells)])


def _as_shown(cell: str, holds: Holds) -> str:
    return cell.removeprefix("'") if holds is Holds.TEXT else cell


def test_three_times_twenty_minutes_are_an_hour(desk: Desk, tmp_path: Path) -> None:
    path, _ = desk.write("visits", Form.XLSX)
    book = load_workbook(path)
    sheet = book["visits"]
    place = next(cell.column_letter for cell in sheet[1] if cell.value == "Length")
    lines = [row[0].row for row in sheet.iter_rows(min_row=2) if row[1].value == "M0001"][:3]
    total = sheet.cell(1, 30, "=" + "+".join(f"{place}{line}" for line in lines))
    total.number_format = "[h]:mm"
    added = tmp_path / "added.xlsx"
    book.save(added)
    ((first, *_),) = opened([added], tmp_path)
    assert first[29] == ("time", "1:00")
