"""The figures of the house on the command line: in words, as charts of plain characters, or for programs."""

import json
import sys
from pathlib import Path

import click

from clubhouse.commands.output import write_out
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, month_typed
from clubhouse.figures_page import figures_page
from clubhouse.figures_report import FiguresReport, Line, figures_report
from clubhouse.periods import EXAMPLES, months, period_typed, period_words
from clubhouse.pictures import Picture, pictures

_WIDE = 40
"""So many characters are the longest bar."""


@click.command()
@click.option(
    "--during", type=PLAIN, metavar="PERIOD", help=f"Which days, in words: {EXAMPLES}.  [default: last month]"
)
@click.option("--month", metavar="MONTH", help="A month such as 2026-10, in place of --during.")
@click.option("--charts", is_flag=True, help="Charts of attendance, units, events and work, in plain characters.")
@click.option("--formulas", is_flag=True, help="Beside each figure how it is counted.")
@click.option(
    "--page", type=click.Path(path_type=Path), metavar="FILE", help="A page to print for the board, with charts."
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="One figure a line: figure, name, formula, shows, above, below, value, before, year_before.",
)
@click.pass_obj
def figures(
    place: Place,
    during: str | None,
    month: str | None,
    charts: bool,
    formulas: bool,
    page: Path | None,
    as_json: bool,
) -> None:
    """Show the figures of the house, beside two earlier periods.

    Nobody's name stands in them.
    """
    if during and month:
        raise click.UsageError("Name the days either with --during or with --month.")
    with place.house() as house:
        period = months(month_typed(month), 1) if month else period_typed(during or "last month", house.today())
        report = figures_report(house, period)
        drawn = pictures(house, period) if charts or page else ()
        if page:
            write_out(figures_page(house, report, drawn), page)
            return
    if as_json:
        for line in report.lines:
            click.echo(json.dumps(_told(line), ensure_ascii=False))
        return
    _show(report, formulas)
    for each in drawn:
        click.echo("\n" + "\n".join(draw(each, about=formulas)))


def _show(report: FiguresReport, formulas: bool) -> None:
    heads = [period_words(each) for each in (report.period, report.before, report.year_before)]
    click.echo("".join([f"{'':<24}", *(f"{head:>{_column(head)}}" for head in heads)]))
    for line in report.lines:
        values = (each.value or "-" for each in (line.now, line.before, line.year_before))
        shown = (f"{value:>{_column(head)}}" for head, value in zip(heads, values, strict=True))
        click.echo("".join([f"{line.now.name:<24}", *shown]))
        if formulas:
            click.echo(f"    {line.now.formula}: {line.now.division}")


def _column(head: str) -> int:
    return max(12, len(head) + 2)


def _told(line: Line) -> dict[str, object]:
    now = line.now
    return {
        "figure": now.key,
        "name": now.name,
        "formula": now.formula,
        "shows": now.shows,
        "above": now.above,
        "below": now.below,
        "value": now.value or None,
        "before": line.before.value or None,
        "year_before": line.year_before.value or None,
    }


def draw(picture: Picture, *, about: bool = False) -> list[str]:
    """The lines of a chart; of hash signs where the terminal has no blocks."""
    block = "\N{FULL BLOCK}" if _can_print("\N{FULL BLOCK}") else "#"
    most = max((height for _, height in picture.bars), default=0)
    wide = max((len(name) for name, _ in picture.bars), default=0)
    bars = [
        f"{name:<{wide}} {block * round(_WIDE * height / most) if most else ''} {height:g}"
        for name, height in picture.bars
    ]
    heads = [picture.title, f"    {picture.about}"] if about and picture.about else [picture.title]
    return [*heads, *(bars or ["(nothing in these days)"])]


def _can_print(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
