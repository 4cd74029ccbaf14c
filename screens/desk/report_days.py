"""What the lists of reports have in common: a line about the marked row, and days that can be turned or typed."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from clubhouse.errors import BadInput
from clubhouse.periods import Period, after, before, months, period_typed
from screens.asking import Refusal
from screens.desk.fields import Field
from screens.desk.form import Form
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.rows import Row, Rows
from screens.marking import stands
from screens.words import N_, _, month_words

LAST_MONTH = "last month"
"""The days that are shown at first, as they would be typed."""


def days_words(period: Period) -> str:
    """*October 2026*, or the first and last day."""
    if period == months(period[0], 1):
        return month_words(period[0])
    return _("{first} to {last}").format(first=period[0], last=period[1])


class LinedRoom(ListRoom):
    """A list that is read: what there is to say of the marked row stands below it."""

    enter_words = ""
    DEFAULT_CSS = """
    LinedRoom #above { height: auto; max-height: 2; padding: 0 1; color: $primary; text-style: bold; }
    LinedRoom #line { height: auto; min-height: 2; max-height: 7; padding: 0 1; overflow-y: auto; }
    LinedRoom #line { background: $calm-ground; color: $calm; }
    """

    def line_words(self, row: Row | None) -> str:
        """What is said of `row`, which is marked; None where there is no row."""
        raise NotImplementedError

    def furnish(self) -> ComposeResult:
        """Above the list what it is of, below it the line."""
        yield Static(id="above", markup=False)
        *listing, commands = super().furnish()
        yield from listing
        yield Static(id="line", markup=False)
        yield commands

    def show_rows(self, rows: Sequence[Row], marked: int | str | None = None) -> None:
        """Show these, with the line of the one that is marked."""
        super().show_rows(rows, marked)
        self.say_line()

    def takes_key(self, event: events.Key) -> bool:
        """The line goes with the mark."""
        taken = super().takes_key(event)
        self.say_line()
        return taken

    def on_rows_taken(self, _taken: Rows.Taken) -> None:
        """A touch marks a row."""
        self.say_line()

    def say_line(self) -> None:
        """Say what there is to say of the marked row."""
        if stands(self, "Rows", "#line"):
            self.query_one("#line", Static).update(Content(self.line_words(self.rows.marked)))

    def say_above(self, words: str) -> None:
        """Say what the list is of."""
        if stands(self, "#above"):
            self.query_one("#above", Static).update(Content(words))


class DaysRoom(LinedRoom):
    """A list about some days; last month at first. A room asks the house in `look`."""

    commands: ClassVar[Sequence[DeskKey]] = (
        DeskKey("D", N_("Other days"), N_("Type the days, such as this quarter"), "days"),
        DeskKey("E", N_("Earlier"), N_("The month before, or as many days before"), "earlier"),
        DeskKey("L", N_("Later"), N_("The month after, or as many days after"), "later"),
    )
    _period: Period | None = None
    _looked: Period | None = None
    """The days for which the house was asked; back from another page, another look would be noted as another."""

    @property
    def period(self) -> Period:
        """The days that are shown."""
        if self._period is None:
            self._period = period_typed(LAST_MONTH, self.kiosk.local_now().date())
        return self._period

    def look(self) -> None:
        """Ask the house about `period`."""
        raise NotImplementedError

    def follow(self) -> None:
        """Say which days it will be, and ask, once."""
        if self._looked == self.period or not stands(self, "Rows"):
            return
        self._looked = self.period
        self.show_rows([])
        self.say_above(_("{days}: one moment …").format(days=days_words(self.period)))
        self.look()

    def take_days(self, period: Period) -> None:
        """Show those days instead."""
        self.say("")
        self._period = period
        self.follow()

    def on_refusal(self, _refusal: Refusal) -> None:
        """Why not stands above; `Room` says it."""
        self.say_above(days_words(self.period))

    def action_days(self) -> None:
        """Type the days."""
        self.enter_page(DaysForm(self.actor, self.permissions))

    def action_earlier(self) -> None:
        """The days before."""
        self._turn(before)

    def action_later(self) -> None:
        """The days after."""
        self._turn(after)

    def _turn(self, way: Callable[[Period], Period]) -> None:
        try:
            self.take_days(way(self.period))
        except (ValueError, OverflowError):
            self.say(_("The calendar ends here."))


class DaysForm(Form):
    """Which days, in words."""

    name_of_room = N_("Other days")
    save_words = N_("Show")
    save_about = N_("Enter shows these days.")
    leave_words = N_("Back")

    def fields(self) -> Sequence[Field]:
        """One."""
        return (days_field(self.check_days, ""),)

    def check_days(self, text: str) -> Period:
        """The days typed. Raises `BadInput`."""
        return period_typed(text, self.kiosk.local_now().date())

    def save(self, typed: Mapping[str, str]) -> Period:
        """Nothing is kept."""
        return self.check_days(typed["days"])

    def saved(self, result: object) -> None:
        """Show them."""
        assert isinstance(result, tuple)
        self.action_leave()
        if isinstance(self.app.screen, DaysRoom):
            self.app.screen.take_days(result)


def days_field(check: Callable[[str], Period], value: str) -> Field:
    """Which days, in words."""
    hint = N_("Such as last month, this quarter, 2026-10, last year, fiscal year from July.")

    def checked(text: str) -> object:
        if not text.strip():
            raise BadInput(_("Type which days, such as: last month."))
        return check(text)

    return Field("days", N_("Days"), hint, value, checked)
