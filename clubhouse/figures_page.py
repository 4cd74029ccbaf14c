"""The figures on paper, for the board: a table and charts, complete in itself, with no script and nothing fetched."""

from collections.abc import Sequence
from html import escape

from clubhouse.figures_report import FiguresReport
from clubhouse.house import House
from clubhouse.paper import page
from clubhouse.periods import period_words
from clubhouse.pictures import Picture

_STYLE = """
@page { size: auto; margin: 14mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 10pt/1.35 sans-serif; color: #000; background: #fff; }
h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin: 6mm 0 2mm; }
table { border-collapse: collapse; width: 100%; margin-top: 4mm; }
thead { display: table-header-group; }
tr, section { break-inside: avoid; }
th, td { border-bottom: 0.5pt solid #888; padding: 1mm 2mm; text-align: start; vertical-align: top; }
td.number, th.number { text-align: end; white-space: nowrap; }
svg { width: 100%; height: auto; }
"""
_ROW, _NAME, _BARS, _VALUE, _LETTER = 14, 120, 400, 60, 5.2
"""Heights and widths in the units of a chart; a name has at least so much room, and so much a letter."""


def figures_page(house: House, report: FiguresReport, drawn: Sequence[Picture]) -> str:
    """One HTML page."""
    name = house.settings().name
    title = f"{name}: {period_words(report.period)}"
    heads = (period_words(each) for each in (report.period, report.before, report.year_before))
    head = (
        "<th>Figure</th>"
        + "".join(f'<th class="number">{each}</th>' for each in heads)
        + "<th>How it is counted</th>"
    )
    rows = "".join(
        f"<tr><td>{escape(line.now.name)}</td>"
        + "".join(
            f'<td class="number">{each.value or "-"}</td>' for each in (line.now, line.before, line.year_before)
        )
        + f"<td>{escape(line.now.formula)}: {line.now.division}</td></tr>\n"
        for line in report.lines
    )
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    return page(title, _STYLE, f'<h1 dir="auto">{escape(title)}</h1>\n{table}' + "".join(map(_chart, drawn)))


def _chart(picture: Picture) -> str:
    most = max((height for _, height in picture.bars), default=0) or 1
    names = max(_NAME, _LETTER * max((len(name) for name, _ in picture.bars), default=0))
    bars = "".join(_bar(place, names, name, height, most) for place, (name, height) in enumerate(picture.bars))
    wide, high = names + _BARS + _VALUE, _ROW * max(1, len(picture.bars))
    return (
        f"<section><h2>{escape(picture.title)}</h2>\n<p>{escape(picture.about)}</p>\n"
        f'<svg viewBox="0 0 {wide:g} {high}" font-size="9" role="img" aria-label="{escape(picture.title)}">\n'
        f"{bars}</svg></section>\n"
    )


def _bar(place: int, begins: float, name: str, height: float, most: float) -> str:
    top, long = place * _ROW, _BARS * height / most
    middle = top + _ROW * 0.7
    return (
        f'<text x="0" y="{middle:g}">{escape(name)}</text>'
        f'<rect x="{begins:g}" y="{top + 2}" width="{long:.1f}" height="{_ROW - 4}" fill="#333"/>'
        f'<text x="{begins + long + 4:.1f}" y="{middle:g}">{height:g}</text>\n'
    )
