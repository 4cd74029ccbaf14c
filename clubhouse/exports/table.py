"""A table that is ready to be written in any format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clubhouse.exports.cells import Column, Row
from clubhouse.pictures import Picture


@dataclass(frozen=True)
class Table:
    """Columns, rows that come one at a time, and what is to be known of them."""

    what: str
    columns: tuple[Column, ...]
    rows: Iterator[Row]
    """Each is read once: these, or the `lines`."""
    facts: tuple[tuple[str, str], ...]
    """Name and value: the house, the period, the rule, who made it when from which version, what is estimated."""
    pictures: tuple[Picture, ...] = ()
    """Charts that go with it, where a format has any."""
    is_whole: bool = True
    """Whether it has the export's own columns, and not those of a preset."""
    lines: Iterator[Sequence[str]] | None = None
    """The rows as lines of CSV, many at a time, where an export makes those by itself."""
