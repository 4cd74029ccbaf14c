"""The figures of the house as rows, each beside the same period before and the year before."""

from collections.abc import Iterator

from clubhouse.exports.cells import Cell, Column, Holds, Row
from clubhouse.exports.request import Reading
from clubhouse.figures import Figure, Shows
from clubhouse.figures_report import figures_report

FIGURES = (
    Column("figure", "Figure", Holds.WORD, "Its stable name, for programs."),
    Column("name", "Name", Holds.TEXT, "Its name for people."),
    Column("value", "Value", Holds.DECIMAL, "Rounded half up; empty where there is nothing to divide by."),
    Column("before", "Period before", Holds.DECIMAL, "Of the same period just before."),
    Column("year_before", "Year before", Holds.DECIMAL, "Of the same period a year before."),
    Column("holds", "Holds", Holds.WORD, "count, average, percent, or hours with decimals."),
    Column("above", "Above", Holds.NUMBER, "What is divided: the whole number above the line; lengths in minutes."),
    Column("below", "Below", Holds.NUMBER, "What it is divided by; 1 for a count."),
    Column("formula", "Formula", Holds.TEXT, "In words."),
)


def figures(reading: Reading) -> Iterator[Row]:
    """A row for each figure."""
    for line in figures_report(reading.house, reading.days).lines:
        now, holds = line.now, "hours" if line.now.shows is Shows.LENGTH else str(line.now.shows)
        values = (_decimal(each) for each in (now, line.before, line.year_before))
        yield [now.key, now.name, *values, holds, now.above, now.below, now.formula]


def _decimal(figure: Figure) -> Cell:
    if not figure.below:
        return ""
    under = figure.below * 60 if figure.shows is Shows.LENGTH else figure.below
    hundredths = (200 * figure.above + under) // (2 * under)
    return f"{hundredths // 100}.{hundredths % 100:02}"
