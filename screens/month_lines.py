"""The lines of a month: weeks side by side where there is room, or else its days below each other.

Every line comes with the day that stands in each of its columns, so that a touch finds it. The marked day stands in
brackets, and each day of one's own has a star: nothing is told by colour alone.
"""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import wrap

from rich.cells import cell_len, set_cell_size

from clubhouse.program import Event
from screens.events_words import seats_words, time_of
from screens.words import _, weekday_words

MOST_ROWS = 5
"""More lines in a week than these are empty mostly."""
_ELLIPSIS = "…"

Days = Mapping[date, Sequence[Event]]
"""What is on, by day."""


@dataclass(frozen=True)
class Piece:
    """Words of one day on one line."""

    day: date | None
    """None where no day stands."""
    words: str
    marked: bool = False
    tinted: bool = False
    """On a ground of its own: every other week."""


Line = tuple[Piece, ...]


def by_day(events: Sequence[Event]) -> dict[date, list[Event]]:
    """The events of each day that has any, in order."""
    found: dict[date, list[Event]] = {}
    for event in events:
        found.setdefault(event.occurrence.day, []).append(event)
    return found


@dataclass(frozen=True)
class Grid:
    """How large the weeks are drawn."""

    width: int
    """Columns of one day."""
    rows: int
    """Lines of one week: the days' numbers, and what is on below them."""


def grid_for(marked: date, width: int, height: int) -> Grid:
    """The largest that has room in so many columns and lines, for the month of `marked`."""
    weeks = len(Calendar().monthdatescalendar(marked.year, marked.month))
    return Grid(width // 7, max(2, min(MOST_ROWS, (height - 1) // weeks)))


def grid_lines(marked: date, today: date, days: Days, grid: Grid, *, sunday_first: bool = False) -> list[Line]:
    """The weekdays, then the weeks of the month of `marked`."""
    weeks = Calendar(6 if sunday_first else 0).monthdatescalendar(marked.year, marked.month)
    lines: list[Line] = [tuple(Piece(None, _cut(" " + weekday_words(day), grid)) for day in weeks[0])]
    for place, week in enumerate(weeks):
        cells = [_cell(day, marked, today, days.get(day, ()), grid) for day in week]
        tinted = place % 2 == 0
        lines += [tuple(replace(cell[row], tinted=tinted) for cell in cells) for row in range(grid.rows)]
    return lines


def _cell(day: date, marked: date, today: date, events: Sequence[Event], grid: Grid) -> list[Piece]:
    if day.month != marked.month:
        return [Piece(None, " " * grid.width)] * grid.rows
    words = [_number(day, marked, today, events), *_titles(events, grid)]
    words += [""] * (grid.rows - len(words))
    return [Piece(day, _cut(each, grid), day == marked) for each in words]


def _number(day: date, marked: date, today: date, events: Sequence[Event]) -> str:
    number = f"[{day.day}]" if day == marked else f" {day.day} "
    return " ".join(part for part in (number, _star(events), _("today") if day == today else "") if part)


def _titles(events: Sequence[Event], grid: Grid) -> list[str]:
    room, width = grid.rows - 1, grid.width - 2
    if len(events) == 1:
        return [f" {_fit(each, width)}" for each in _folded(events[0].occurrence.title, width, room)]
    if len(events) <= room:
        return [f" {_fit(each.occurrence.title, width)}" for each in events]
    more = f" +{len(events) - room}"
    *whole, last = events[:room]
    return [
        *(f" {_fit(each.occurrence.title, width)}" for each in whole),
        f" {_fit(last.occurrence.title, width - len(more))}{more}",
    ]


def list_lines(marked: date, today: date, days: Days, width: int, clock_hours: int) -> list[Line]:
    """One line for each event of the month of `marked`; for the marked day and today also where nothing is on."""
    shown = sorted({*days, marked, *([today] if (today.year, today.month) == (marked.year, marked.month) else [])})
    return [line for day in shown for line in _day_lines(day, marked, today, days.get(day, ()), width, clock_hours)]


def _day_lines(
    day: date, marked: date, today: date, events: Sequence[Event], width: int, clock_hours: int
) -> list[Line]:
    name = _("Today") if day == today else weekday_words(day)
    said = _("{weekday} {day}").format(weekday=name, day=day.day)
    said = f"[{said}]" if day == marked else f" {said} "
    heads = [f"{said:<15}", *(" " * 15 for _each in events[1:])]
    words = [f"{_star([event])}{time_of(event, clock_hours)} {event.occurrence.title}" for event in events]
    told = [f"{head}{each}" for head, each in zip(heads, words or [_("nothing is planned")], strict=False)]
    return [(Piece(day, _fit(each, width), day == marked),) for each in told]


def day_lines(events: Sequence[Event], room: int, clock_hours: int) -> list[str]:
    """The events of one day on at most `room` lines."""
    if not events:
        return [_("Nothing is planned.")]
    lines = [_event_line(event, clock_hours) for event in events]
    if len(lines) <= room:
        return lines
    return [*lines[: room - 1], _("And {count} more: press Enter.").format(count=len(lines) - room + 1)]


def _event_line(event: Event, clock_hours: int) -> str:
    words = f"{_star([event])}{time_of(event, clock_hours)} {event.occurrence.title}"
    return " · ".join(part for part in (words, seats_words(event)) if part)


def _star(events: Sequence[Event]) -> str:
    return "*" if any(event.mine for event in events) else ""


def _folded(words: str, width: int, room: int) -> list[str]:
    # What has no room stands on the last line, to be cut off there.
    lines = wrap(words, width) or [words]
    return [*lines[: room - 1], " ".join(lines[room - 1 :])] if len(lines) >= room else lines


def _fit(words: str, width: int) -> str:
    return words if cell_len(words) <= width else set_cell_size(words, width - 1).rstrip() + _ELLIPSIS


def _cut(words: str, grid: Grid) -> str:
    return set_cell_size(words, grid.width)
