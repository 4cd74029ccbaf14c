"""Lists as plain text in aligned columns, safe to show on any terminal."""

import unicodedata
from collections.abc import Iterable, Sequence

import click

from clubhouse.names import clean


def columns(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print `rows` under `heads`, each column as wide as its widest cell; control characters are left out."""
    lines = [heads, *([clean(cell) for cell in row] for row in rows)]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(heads))]
    for line in lines:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _width(text: str) -> int:
    # Terminal cells: marks and joiners take none, Chinese, Japanese and Korean letters two.
    return sum(
        0 if unicodedata.category(each) in ("Mn", "Me", "Cf") else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )
