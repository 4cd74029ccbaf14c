"""CSV files as spreadsheets write them: which letters, which delimiter, where each row begins.

Nothing is guessed silently: what cannot be read for certain is refused with a sentence.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clubhouse.errors import BadFile, ImportProblems, Problem
from clubhouse.given_file import read_given

MOST_BYTES = 20_000_000
"""No list of people is larger; a larger file is the wrong one."""

_DELIMITERS = "\t,;"
_SEPARATOR_LINE = re.compile(r"sep=([,;\t])(?:\r\n|\r|\n)", re.IGNORECASE)
"""With which Excel tells itself the delimiter."""
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx or .ods, and .xls, begin."""
_AS_CSV = "Open it in your spreadsheet program and save it as CSV (UTF-8)"


@dataclass(frozen=True)
class Row:
    """One row that holds more than delimiters and spaces."""

    line: int
    """The line on which it begins, counted from 1; a quoted cell may span several."""
    cells: tuple[str, ...]
    """As they stand; trailing ones may be missing."""

    def cell(self, place: int) -> str | None:
        """The cell in that place, counted from 0; None where the row ends before it."""
        return self.cells[place] if place < len(self.cells) else None


def read_rows(path: Path) -> list[Row]:
    """The rows of the file, the header first.

    Raises `BadFile` for what is no text, `ImportProblems` for an empty file or quotation marks that do not pair.
    """
    text = _text(path)
    separator = _SEPARATOR_LINE.match(text)
    if separator:
        rows = list(_rows(text[separator.end() :], separator[1], lines_before=1))
    else:
        rows = list(_rows(text, _delimiter(text), lines_before=0))
    if not rows:
        raise ImportProblems(
            Problem(1, "The file is empty. Its first line names the columns, then one line a person.")
        )
    return rows


def _text(path: Path) -> str:
    raw = read_given(path, "CSV file", MOST_BYTES, "A list of people is much smaller.")
    if raw.startswith(_SPREADSHEETS):
        raise BadFile(f"{path} is a spreadsheet, not a CSV file. {_AS_CSV}, then import that file.")
    text = _decoded(raw)
    if text is None or "\0" in text:
        raise BadFile(f"{path} is not a CSV file, or its letters cannot be read. {_AS_CSV}, then import that file.")
    return text


def _decoded(raw: bytes) -> str | None:
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if encoding == "cp1252" and _is_broken_utf8(raw) else text
    return None


def _is_broken_utf8(raw: bytes) -> bool:
    # A file glued from two would otherwise give Ã© for é, unnoticed.
    foreign = [letter for letter in raw.decode("utf-8", "replace") if letter > "\x7f"]
    return foreign.count("\ufffd") * 2 < len(foreign)


def _delimiter(text: str) -> str:
    """The one that splits the header most; where none does, a cell may hold any but the tab."""

    def count(delimiter: str) -> int:
        try:
            return next((len(row.cells) for row in _rows(text, delimiter, lines_before=0)), 0)
        except ImportProblems:
            return 0

    return max(_DELIMITERS, key=count)


def _rows(text: str, delimiter: str, lines_before: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    while True:
        line = lines_before + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise ImportProblems(Problem(line, _QUOTES)) from None
        if any(cell.strip(" \t,;") for cell in cells):
            yield Row(line, tuple(cells))


_QUOTES = (
    "The quotation marks in this row do not pair up. Remove them,"
    ' or write the whole cell between two of them and double those inside: "Rosa ""Rosie"" Vega".'
)
