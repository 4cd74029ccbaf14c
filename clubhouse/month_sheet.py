"""The month on paper, for the wall and the newsletter: classes, events, holidays and closed days on one sheet.

The type is made smaller until all of it stands on one sheet in landscape, whether that is US Letter or A4. A month
stands as weeks of seven days; one with so much in it that its letters would be too small stands as a list by day.
Titles are the neutral ones, unless the page stays in the house.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from html import escape

from clubhouse.days import DayKind, DayPlan, plan_of
from clubhouse.house import House
from clubhouse.paper import POINT, lines, page, sizes
from clubhouse.program import Event, month_of, see_program

WIDTH, HEIGHT = 256.0, 187.0
"""Millimetres that are printed on: they fit on both papers."""
LARGEST, SMALLEST = 13.0, 5.0
"""Points of type."""
READABLE = 7.5
"""The smallest type of weeks, in points; below it a list has the larger letters."""
MOST_COLUMNS = 6
_LONGEST = timedelta(days=14)
"""So long something lasts at most."""

# Heights and widths in ems of the type; the rules of the styles are the same.
_TITLE, _HEAD, _LINE, _PAD, _GAP = 2.6, 1.8, 1.2, 0.6, 0.5

_STYLE = """
@page {{ size: landscape; margin: 10mm; }}
* {{ box-sizing: border-box; margin: 0; padding: 0; }}
html {{ font: {size}pt/1.2 sans-serif; color: #000; background: #fff; }}
body {{ width: {width}mm; margin: 0 auto; }}
h1 {{ font-size: 1.6em; font-weight: normal; height: 1.62em; white-space: nowrap; overflow: hidden; }}
h1 b {{ margin-inline-end: 1em; }}
p, h2 {{ overflow-wrap: anywhere; }}
.note {{ font-style: italic; }}
"""
_WEEKS_STYLE = """
table {{ width: 100%; height: {table}mm; border-collapse: collapse; table-layout: fixed; }}
th {{ height: 1.8em; border: 0.5pt solid #000; background: #eee; }}
td {{ vertical-align: top; padding: 0.3em; border: 0.5pt solid #000; }}
td.closed {{ background: #f2f2f2; }}
"""
_LIST_STYLE = """
.days {{ display: flex; justify-content: space-between; }}
.column {{ width: {column}%; }}
h2 {{ font-size: 1em; line-height: 1.2; margin-top: 0.5em; border-bottom: 0.5pt solid #000; }}
.column > :first-child {{ margin-top: 0; }}
"""


@dataclass(frozen=True)
class _Day:
    """A day as it is printed."""

    day: date
    closed: bool
    note: str
    """Why it differs, or that it is closed."""
    entries: tuple[tuple[str, str], ...]
    """When, and what and where."""


def month_sheet(house: House, month: date, inner: bool = False) -> str:
    """One HTML page with the month in which that day lies; with `inner`, titles as they are used in the house."""
    first, last = month_of(month)
    with house.store.snapshot():
        settings = house.settings()
        before = first - min(_LONGEST, first - date.min)
        events = see_program(house, before, last).events
        every = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        days = [_day(plan_of(house, day), events, settings.clock_hours, inner) for day in every]
    return _weeks_page(days, settings.name, settings.week_starts == "sunday") or _list_page(days, settings.name)


def _day(plan: DayPlan, events: Sequence[Event], hours: int, inner: bool) -> _Day:
    on = [event for event in events if _lies_on(event, plan.day)]
    closed = plan.kind is DayKind.CLOSED and not on
    entries = tuple((_when(event.occurrence.starts, hours), _what(event, inner)) for event in on)
    return _Day(plan.day, closed, plan.note or ("closed" if closed else ""), entries)


def _lies_on(event: Event, day: date) -> bool:
    # What lasts whole days stands on each of them; what goes on past midnight on the day on which it begins.
    whole = event.occurrence.starts is None
    return event.occurrence.day == day or (whole and event.occurrence.day < day < event.ends_at.date())


def _when(starts: time | None, hours: int) -> str:
    if starts is None:
        return ""
    if hours == 24:
        return f"{starts.hour}:{starts:%M}"
    return f"{starts.hour % 12 or 12}:{starts:%M} {'am' if starts.hour < 12 else 'pm'}"


def _what(event: Event, inner: bool) -> str:
    on = event.occurrence
    title = on.title if inner else on.shown_outside
    return f"{title}, {on.place}" if on.place else title


def _ems(millimetres: float, size: float) -> float:
    return millimetres / (size * POINT)


def _lines_of(entry: tuple[str, str], room: float) -> int:
    return lines(" ".join(entry).strip(), room)


def _title(days: Sequence[_Day], name: str) -> str:
    return f'<h1 dir="auto"><b>{days[0].day:%B} {days[0].day.year}</b> {escape(name)}</h1>\n'


def _entry(entry: tuple[str, str]) -> str:
    when, what = (escape(each) for each in entry)
    return f'<p dir="auto">{f"<b>{when}</b> " if when else ""}{what}</p>\n'


def _weeks_page(days: Sequence[_Day], name: str, sunday: bool) -> str:
    """The month as weeks; empty where its letters would be too small."""
    weeks = _weeks(days, sunday)
    size = next((each for each in sizes(LARGEST, READABLE) if _weeks_fit(weeks, each)), None)
    if size is None:
        return ""
    table = HEIGHT - _TITLE * size * POINT
    style = _STYLE.format(size=size, width=WIDTH) + _WEEKS_STYLE.format(table=f"{table:.1f}")
    heads = "".join(f'<th scope="col">{day:%A}</th>' for day in _week_of(sunday))
    rows = "".join(f"<tr>\n{''.join(_cell(each) for each in week)}</tr>\n" for week in weeks)
    return page("The month", style, f"{_title(days, name)}<table>\n<tr>{heads}</tr>\n{rows}</table>\n")


def _weeks(days: Sequence[_Day], sunday: bool) -> list[list[_Day | None]]:
    places: list[_Day | None] = [None] * ((days[0].day.weekday() + sunday) % 7)
    places += days
    places += [None] * (-len(places) % 7)
    return [places[start : start + 7] for start in range(0, len(places), 7)]


def _week_of(sunday: bool) -> list[date]:
    # Any week will do for the names of its days.
    return [date(2026, 11, 23) + timedelta(days=number - sunday) for number in range(7)]


def _weeks_fit(weeks: Sequence[Sequence[_Day | None]], size: float) -> bool:
    room = _ems(WIDTH / 7, size) - _PAD
    rows = (max(_cell_height(each, room) for each in week) for week in weeks)
    return _TITLE + _HEAD + sum(rows) <= _ems(HEIGHT, size)


def _cell_height(each: _Day | None, room: float) -> float:
    if each is None:
        return 0
    head = lines(f"{each.day.day} {each.note}".strip(), room)
    return _PAD + _LINE * (head + sum(_lines_of(entry, room) for entry in each.entries))


def _cell(each: _Day | None) -> str:
    if each is None:
        return "<td></td>\n"
    kind = ' class="closed"' if each.closed else ""
    return f"<td{kind}>{_day_words(f'{each.day.day}', each.note)}{''.join(map(_entry, each.entries))}</td>\n"


def _day_words(day: str, note: str, tag: str = "p") -> str:
    said = f' <span class="note">{escape(note)}</span>' if note else ""
    return f'<{tag} dir="auto"><b>{day}</b>{said}</{tag}>\n'


def _list_page(days: Sequence[_Day], name: str) -> str:
    """The days that have something, below each other in columns; in the smallest letters where nothing fits."""
    shown = [each for each in days if each.entries or each.note]
    layouts = [(size, columns) for size in sizes(LARGEST, SMALLEST) for columns in range(2, MOST_COLUMNS + 1)]
    for size, columns in layouts:
        dealt = _dealt(shown, size, columns)
        if len(dealt) <= columns:
            break
    style = _STYLE.format(size=size, width=WIDTH) + _LIST_STYLE.format(column=f"{_share(columns):.2f}")
    # What does not fit goes on in further rows of columns, on a second sheet.
    rows = [dealt[start : start + columns] for start in range(0, len(dealt), columns)]
    body = "".join(f'<div class="days">\n{"".join(map(_column, row))}</div>\n' for row in rows)
    return page("The month", style, _title(days, name) + body)


def _share(columns: int) -> float:
    return (100 - 2 * (columns - 1)) / columns


def _dealt(days: Sequence[_Day], size: float, columns: int) -> list[list[str]]:
    """The days in as many columns as they take; a day that is cut says again which it is."""
    room, height = _ems(WIDTH * _share(columns) / 100, size), _ems(HEIGHT, size) - _TITLE
    found: list[list[str]] = [[]]
    left = height
    for each in days:
        said = _day_words(f"{each.day:%A} {each.day.day}", each.note, "h2")
        head = _GAP + _LINE * lines(f"{each.day:%A} {each.day.day} {each.note}", room)
        first = _LINE * _lines_of(each.entries[0], room) if each.entries else 0
        if left < head + first and found[-1]:
            found, left = [*found, []], height
        found[-1].append(said)
        left -= head
        for entry in each.entries:
            taken = _LINE * _lines_of(entry, room)
            if left < taken:
                found, left = [*found, [said]], height - head
            found[-1].append(_entry(entry))
            left -= taken
    return found


def _column(parts: Sequence[str]) -> str:
    return f'<div class="column">\n{"".join(parts)}</div>\n'
