"""A month as people hang it on the wall: arrows move from day to day, and below stands what is on that day."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import program
from clubhouse.people import Person
from clubhouse.program import Event, Program, month_of
from screens.asking import Refusal
from screens.marking import stands
from screens.month_lines import Line, Piece, by_day, day_lines, grid_for, grid_lines, list_lines
from screens.steady import SteadyPage
from screens.widgets.choices import Choice
from screens.widgets.keys import KeyButton
from screens.words import N_, _, date_words, month_words

WIDE, TALL = 80, 24
"""The least window for weeks side by side."""
DAY_ROOM = 3
"""Lines for the marked day, below the weeks; where a month has many weeks, fewer."""
FAR = timedelta(days=366)
"""How far one can leaf from today, back and on."""


BEFORE = Choice("7", N_("Month before"), "turn(-1)", N_("Shows the month before"))
NEXT = Choice("8", N_("Next month"), "turn(1)", N_("Shows the next month"))
BACK = Choice("0", N_("Back"), "leave", N_("Goes back; what was chosen stays"))


@dataclass
class MonthSeen(Message):
    """The house has shown what is on in the month of that day."""

    program: Program


class MonthSheet(Static):
    """The lines of the month; a touch marks a day, and another on the same day opens it."""

    @dataclass
    class Touched(Message):
        """Somebody touched a day."""

        day: date

    def __init__(self) -> None:
        """Empty."""
        super().__init__(markup=False)
        self.lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Show these."""
        self.lines = lines
        self.update(Content("\n").join([Content("").join(map(_styled, line)) for line in lines]))

    def on_click(self, event: events.Click) -> None:
        """Say which day it was."""
        if 0 <= event.y < len(self.lines):
            x = 0
            for piece in self.lines[event.y]:
                x += cell_len(piece.words) if len(self.lines[event.y]) > 1 else self.size.width
                if event.x < x:
                    if piece.day:
                        self.post_message(self.Touched(piece.day))
                    return


class MonthPage(SteadyPage):
    """Weeks side by side where there is room for them, or else the days below each other."""

    DIGITS = (BEFORE, NEXT, BACK)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", N_("The day before"), tooltip=N_("Marks the day before"), show=False),
        Binding("right", "move(1)", N_("The next day"), tooltip=N_("Marks the next day"), show=False),
        Binding("up", "move(-7)", N_("The week before"), tooltip=N_("Marks the day a week before"), show=False),
        Binding("down", "move(7)", N_("The next week"), tooltip=N_("Marks the day a week later"), show=False),
        Binding("enter,space", "open", N_("This day"), tooltip=N_("Opens the day that is marked"), show=False),
        Binding("pageup", "turn(-1)", N_("Month before"), tooltip=N_("Shows the month before"), show=False),
        Binding("pagedown", "turn(1)", N_("Next month"), tooltip=N_("Shows the next month"), show=False),
    ]
    DEFAULT_CSS = """
    MonthPage #title { height: 1; padding: 0 2; text-style: bold; background: $chosen-ground; color: $chosen; }
    MonthPage #sheet-place { height: auto; padding: 0 1; }
    MonthPage #day { height: 1fr; padding: 0 2; border-top: solid $edge; }
    MonthPage #keys { height: 3; dock: bottom; }
    MonthPage.ascii #day { border-top: ascii $edge; }
    MonthPage #keys KeyButton { margin: 0; }
    MonthPage.-list #sheet-place { height: 1fr; }
    MonthPage.-list #day { display: none; }
    """

    def __init__(self, person: Person, day: date) -> None:
        """`day` is marked first."""
        super().__init__()
        self.person, self.marked, self.today = person, day, day
        self._program: Program | None = None

    def compose(self) -> ComposeResult:
        """The month, the day, the keys."""
        yield Static(id="title", markup=False)
        with VerticalScroll(id="sheet-place", can_focus=False):
            yield MonthSheet()
        yield Static(id="day", markup=False)
        with Horizontal(id="keys"):
            for choice in (BEFORE, NEXT):
                yield KeyButton(choice.key, _(choice.words), choice.action, self)
            yield KeyButton("Enter", _("This day"), "open", self)
            yield KeyButton(BACK.key, _(BACK.words), BACK.action, self)

    def on_mount(self) -> None:
        """Ask the house."""
        self.follow()

    def on_resize(self) -> None:
        """Weeks side by side, or days below each other."""
        self._show()

    def on_screen_resume(self) -> None:
        """Back from a day: what was chosen there shows."""
        if self._program:
            self.follow()

    def follow(self) -> None:
        """Show the month as it is now."""
        first, last = month_of(self.marked)
        self.ask(partial(program.see_program, self.kiosk.house, first, last, self.person.id), MonthSeen, group="look")

    def on_month_seen(self, seen: MonthSeen) -> None:
        """Show it, if the person has not turned to another month."""
        if (seen.program.first, seen.program.last) == month_of(self.marked):
            self._program = seen.program
            self._show()

    def _days(self) -> dict[date, list[Event]]:
        shown = self._program and (self._program.first, self._program.last) == month_of(self.marked)
        return by_day(self._program.events) if self._program and shown else {}

    def _show(self) -> None:
        if self._program is None or not stands(self, "#title", "#sheet-place", "MonthSheet", "#day"):
            return  # not told yet, or closed meanwhile
        size, settings, days = self.app.size, self.kiosk.settings, self._days()
        is_list, clock = size.width < WIDE or size.height < TALL, settings.clock_hours
        self.set_class(is_list, "-list")
        self.query_one("#title", Static).update(Content(_title(self.marked)))
        if is_list:
            lines = list_lines(self.marked, self.today, days, size.width - 4, clock)
        else:
            sunday_first = settings.week_starts == "sunday"
            grid = grid_for(self.marked, size.width - 2, size.height - 5 - DAY_ROOM)
            lines = grid_lines(self.marked, self.today, days, grid, sunday_first=sunday_first)
        self.query_one(MonthSheet).show(lines)
        self._show_day(days.get(self.marked, []), size.height - len(lines) - 6)
        self.call_after_refresh(self._keep_in_view)

    def _show_day(self, found: list[Event], room: int) -> None:
        told = day_lines(found, max(1, room), self.kiosk.settings.clock_hours)
        self.query_one("#day", Static).update(
            Content("\n").join([Content.styled(date_words(self.marked), "bold"), *(Content(line) for line in told)])
        )

    def _keep_in_view(self) -> None:
        if not stands(self, "#sheet-place", "MonthSheet"):
            return
        place, lines = self.query_one("#sheet-place"), self.query_one(MonthSheet).lines
        rows = [row for row, line in enumerate(lines) if any(piece.marked for piece in line)]
        if rows and place.size.height:
            top = max(0, min(int(place.scroll_y), rows[0]))
            if rows[-1] >= top + place.size.height:
                top = rows[-1] - place.size.height + 1
            place.scroll_to(y=min(top, rows[0]), animate=False)

    # -- moving --------------------------------------------------------------------------------------------------

    def action_move(self, days: int) -> None:
        """Mark another day; in the list, up and down go to the next on which something is on."""
        if self.has_class("-list"):
            known = sorted({*self._days(), self.marked, self.today})
            near = [day for day in known if (day > self.marked if days > 0 else day < self.marked)]
            near = [day for day in near if day.month == self.marked.month]
            self._mark((near[0] if days > 0 else near[-1]) if near else self.marked)
        else:
            self._mark(self.marked + timedelta(days=days))

    def action_turn(self, months: int) -> None:
        """Show another month; today is marked in its own, else the first day."""
        first, last = month_of(self.marked)
        first = month_of(last + timedelta(days=1) if months > 0 else first - timedelta(days=1))[0]
        self._mark(self.today if month_of(self.today)[0] == first else first)

    def _mark(self, day: date) -> None:
        if abs(day - self.today) > FAR:
            return
        was, self.marked = self.marked, day
        self._show()
        if month_of(was) != month_of(day):
            self.follow()

    def on_month_sheet_touched(self, touched: MonthSheet.Touched) -> None:
        """Mark it; a second touch opens it."""
        if touched.day == self.marked:
            self.action_open()
        else:
            self._mark(touched.day)

    def action_open(self) -> None:
        """Open the only event of the day, or its list; nothing where nothing is on."""
        found = self._days().get(self.marked, [])
        if len(found) == 1:
            self.kiosk.open_event(self.person, found[0].occurrence.id)
        elif found:
            self.kiosk.open_program(self.person, (), self.marked)

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why nothing new can be shown."""
        if stands(self, "#title"):
            self.query_one("#title", Static).update(Content(refusal.sentence))


def _styled(piece: Piece) -> Content:
    ground = "bold $chosen on $chosen-ground" if piece.marked else "on $panel" if piece.tinted else ""
    return Content.styled(piece.words, ground)


def _title(marked: date) -> str:
    about = _("arrows mark a day, * is yours")
    return _("{month}  ({about})").format(month=month_words(marked), about=about)
