"""The board on paper, for a day without power: every part of a day on one page, with lines to write names on.

The type is made smaller until all of it stands on one sheet, whether that is US Letter or A4. Names stand as
their people chose to be shown; who is invited stands nowhere. The page is complete in itself: no script, and
nothing fetched from elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from clubhouse.board import Helper, UnitOnBoard, see_board
from clubhouse.days import Part, plan_of
from clubhouse.errors import Refused
from clubhouse.house import House
from clubhouse.paper import POINT, lines, page, sizes
from clubhouse.tasks import Needed

WIDTH, HEIGHT = 190.0, 255.0
"""Millimetres that are printed on: they fit on both papers."""
LARGEST, SMALLEST = 12.0, 5.0
"""Points of type."""

# Heights in ems of the body's type; the rules of `_STYLE` are the same.
_TITLE, _PART, _UNIT, _LINE, _TASK, _GAP = 3.2, 2.4, 2.0, 1.3, 2.0, 1.0
_TITLE_SHARE = 0.6
"""How much of a column a task's title may take; the rest is the line to write on."""

_STYLE = """
@page {{ size: auto; margin: 10mm; }}
* {{ box-sizing: border-box; margin: 0; padding: 0; }}
html {{ font: {size}pt/1.3 sans-serif; color: #000; background: #fff; }}
body {{ width: {width}mm; margin: 0 auto; }}
h1 {{ font-size: 1.5em; line-height: 1.2; height: 2.13em; white-space: nowrap; overflow: hidden; }}
h2 {{ font-size: 1.2em; line-height: 1.2; height: 2em; padding-top: 0.4em; border-top: 1pt solid #000; }}
.units {{ display: flex; justify-content: space-between; }}
.column {{ width: {column}%; }}
.unit {{ margin-bottom: 1em; break-inside: avoid; }}
h3 {{ font-size: 1em; height: 2em; line-height: 2em; white-space: nowrap; overflow: hidden; background: #eee; }}
h3 b {{ display: inline-block; width: 2em; text-align: center; border: 0.5pt solid #000; background: #fff; }}
h3 i {{ font-weight: normal; }}
.row {{ display: flex; align-items: flex-end; min-height: 2em; }}
.row span {{ max-width: {share}%; }}
.row::after {{ content: ""; flex: 1; margin-left: 0.5em; border-bottom: 0.5pt solid #000; }}
"""


@dataclass(frozen=True)
class _Layout:
    """A size of type and a number of columns."""

    size: float
    columns: int

    @property
    def column_share(self) -> float:
        """The width of a column, in percent of the page."""
        return (100 - 2 * (self.columns - 1)) / self.columns

    @property
    def letters(self) -> float:
        """How many ems stand on a line of a column."""
        return WIDTH * self.column_share / 100 / (self.size * POINT)

    @property
    def room(self) -> float:
        """How many ems stand above each other on the page."""
        return HEIGHT / (self.size * POINT)


_Seen = tuple[Part, tuple[UnitOnBoard, ...]]


def board_sheet(house: House, day: date) -> str:
    """One HTML page with all parts of `day`. Raises `Refused` for a day without unit meetings."""
    with house.store.snapshot():
        plan = plan_of(house, day)
        parts = _once([(part, see_board(house, part.id, day).units) for part in plan.parts])
        name = house.settings().name
    if not any(units for _, units in parts):
        raise Refused(f"There are no unit meetings on {day}. See the days with: clubhouse days list")
    layout = _layout([units for _, units in parts])
    style = _STYLE.format(
        size=layout.size, width=WIDTH, column=f"{layout.column_share:.2f}", share=_TITLE_SHARE * 100
    )
    note = f", {plan.note}" if plan.note else ""
    head = f'<h1 dir="auto">{escape(name)}: {day:%A} {day}{escape(note)}</h1>\n'
    return page("The board", style, head + "".join(_part(part, units, layout) for part, units in parts))


def _once(parts: list[_Seen]) -> list[_Seen]:
    """The parts with each task where it first comes up: what is not done in the morning stands there to be done."""
    seen: set[int] = set()
    found = []
    for part, units in parts:
        left = [replace(unit, needed=tuple(each for each in unit.needed if _open(each, seen))) for unit in units]
        seen.update(each.task.id for unit in units for each in unit.needed)
        found.append((part, tuple(left)))
    return found


def _open(needed: Needed, seen: set[int]) -> bool:
    return not needed.done and needed.task.id not in seen


def _layout(parts: Sequence[Sequence[UnitOnBoard]]) -> _Layout:
    """The largest type with which everything stands on one page, or else the smallest."""
    layouts = [_Layout(size, columns) for size in sizes(LARGEST, SMALLEST) for columns in (2, 3)]
    return next((each for each in layouts if _height(parts, each) <= each.room), layouts[-1])


def _height(parts: Sequence[Sequence[UnitOnBoard]], layout: _Layout) -> float:
    tallest = [
        max(sum(_unit_height(unit, layout) for unit in column) for column in _dealt(units, layout)) for units in parts
    ]
    return _TITLE + sum(_PART + height for height in tallest)


def _unit_height(each: UnitOnBoard, layout: _Layout) -> float:
    here = lines(_people(each.helpers), layout.letters) * _LINE if each.helpers else 0
    room = layout.letters * _TITLE_SHARE
    tasks = sum(max(_TASK, lines(_task_words(needed), room) * _LINE) for needed in each.needed)
    return _UNIT + here + tasks + _TASK + _GAP


def _dealt(units: Sequence[UnitOnBoard], layout: _Layout) -> list[list[UnitOnBoard]]:
    """The units in columns, each put under the column that is shortest so far."""
    columns: list[list[UnitOnBoard]] = [[] for _ in range(layout.columns)]
    heights = [0.0] * layout.columns
    for unit in units:
        shortest = heights.index(min(heights))
        columns[shortest].append(unit)
        heights[shortest] += _unit_height(unit, layout)
    return columns


def _part(part: Part, units: Sequence[UnitOnBoard], layout: _Layout) -> str:
    columns = (
        f'<div class="column">\n{"".join(_unit(unit) for unit in column)}</div>\n' for column in _dealt(units, layout)
    )
    times = f"unit meeting {part.meeting:%H:%M}, {part.starts:%H:%M} to {part.ends:%H:%M}"
    return (
        f'<section>\n<h2 dir="auto">{escape(part.name.capitalize())}: {times}</h2>\n'
        f'<div class="units">\n{"".join(columns)}</div>\n</section>\n'
    )


def _unit(each: UnitOnBoard) -> str:
    seats = "" if each.seats is None else f", {each.seats} seats"
    led = ", ".join(leader for leader in each.leaders if leader)
    facts = escape(f"{seats}{f', led by {led}' if led else ''}")
    here = f'<p dir="auto">{escape(_people(each.helpers))}</p>\n' if each.helpers else ""
    rows = [f"□ {_task_words(needed)}" for needed in each.needed]
    return (
        f'<div class="unit">\n<h3 dir="auto"><b>{escape(each.unit.sign)}</b> {escape(each.unit.name)}'
        f"<i>{facts}</i></h3>\n"
        f"{here}{''.join(_row(words) for words in (*rows, 'Who else helps:'))}</div>\n"
    )


def _row(words: str) -> str:
    return f'<div class="row"><span dir="auto">{escape(words)}</span></div>\n'


def _task_words(needed: Needed) -> str:
    hands = needed.task.hands
    return needed.task.title + (f" ({hands} hands)" if hands and hands > 1 else "")


def _people(helpers: Sequence[Helper]) -> str:
    shown = [helper.shown for helper in helpers if helper.shown]
    hidden = len(helpers) - len(shown)
    return "Here: " + ", ".join([*shown, *([f"{hidden} more"] if hidden else [])])
