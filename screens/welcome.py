"""The resting screen: whose house this is, what time it is, and what to do with a card."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Digits, Static

from clubhouse.attendance import count_here
from clubhouse.board import Board, see_board
from clubhouse.house import House
from clubhouse.program import Program, see_program
from clubhouse.settings import Settings
from screens.events_words import today_words
from screens.page import Page
from screens.parts import unbroken, units_words
from screens.scanning import Letters
from screens.widgets.keys import KeyRow
from screens.words import N_, _, day_words, plural, time_words


@dataclass
class Seen(Message):
    """What the resting screen shows of the house."""

    settings: Settings
    here: int
    board: Board
    """The part of the day that is offered now."""
    today: Program


class Welcome(Page):
    """Rests here between two people. Letters belong to the scanner, so there are function keys only."""

    letters = Letters.SCANNER
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "app.staff", N_("Staff"), tooltip=N_("The staff desk, and the unit meeting")),
    ]
    DEFAULT_CSS = """
    Welcome { align: center top; }
    Welcome #house {
        height: 1; width: 1fr; background: $chosen-ground; color: $chosen; text-style: bold; text-align: center;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    Welcome #day { width: 1fr; height: 1; margin-top: 1; text-align: center; }
    Welcome #clock { width: 1fr; height: 3; text-align: center; color: $primary; }
    Welcome #scan {
        width: 1fr; height: 5; margin: 1 6; border: heavy $primary; color: $primary;
        content-align: center middle; text-align: center;
    }
    Welcome #here { width: 1fr; height: 1; text-align: center; color: $quiet; }
    Welcome #units { width: 1fr; height: auto; max-height: 4; margin: 1 4 0 4; text-align: center; }
    Welcome #events { width: 1fr; height: auto; max-height: 2; margin: 0 4; text-align: center; }
    Welcome.-eventful.-demo #units { max-height: 3; }
    Welcome #demo { width: 1fr; height: auto; text-align: center; color: $asking; background: $asking-ground; }
    Welcome.ascii #scan { border: ascii $primary; }
    Welcome.-short #day { margin-top: 0; }
    Welcome.-short #scan { margin: 0 2; height: 5; }
    Welcome.-short #units, Welcome.-short #events { margin: 0 1; }
    """

    @property
    def rests(self) -> bool:
        """Here the kiosk rests."""
        return True

    def compose(self) -> ComposeResult:
        """From top to bottom as it is read."""
        yield Static(id="house", markup=False)
        yield Static(id="day", markup=False)
        yield Digits(id="clock")
        yield Static(id="scan", markup=False)
        yield Static(id="here", markup=False)
        yield Static(id="units", markup=False)
        yield Static(id="events", markup=False)
        if self.kiosk.player:
            keys = (
                _("F5 a member's card"),
                _("F6 the same card again"),
                _("F7 a staff card"),
                _("F8 an unusual card"),
            )
            words = "   ".join(unbroken(each) for each in (_("Demonstration:"), *keys, _("F10 closes")))
            yield Static(Content(words), id="demo")
        yield KeyRow()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nowhere to go back to from here."""
        return action != "leave"

    def on_mount(self) -> None:
        """What can be said before the house was asked."""
        self.set_class(self.kiosk.player is not None, "-demo")
        self.query_one("#scan", Static).update(
            Content.assemble(
                (_("Scan your card to sign in"), "bold"), "\n\n", _("Hold it still in front of the scanner.")
            )
        )
        self.turn_clock()

    def on_screen_resume(self) -> None:
        """Nobody's page is open any more: show what is true now."""
        self.turn_clock()
        self.follow()
        self.app.call_later(self.kiosk.forget_painted)

    def turn_clock(self) -> None:
        """Show the time and day as they are now."""
        settings, now = self.kiosk.settings, self.kiosk.local_now()
        self.query_one("#house", Static).update(Content(settings.name))
        self.query_one("#day", Static).update(Content(day_words(now.date())))
        self.query_one(Digits).update(time_words(now, settings.clock_hours).upper())

    def follow(self) -> None:
        """Ask the house what has changed."""
        self.ask(_looking(self.kiosk.house), lambda seen: seen, group="look")

    def on_seen(self, seen: Seen) -> None:
        """Show how many are here; never who."""
        if not self.app.is_running:
            return  # the kiosk is closing
        self.kiosk.settings = seen.settings
        words = plural("{count} person is here.", "{count} people are here.", seen.here) if seen.here else ""
        self.query_one("#here", Static).update(Content(words))
        self.query_one("#units", Static).update(Content(units_words(seen.board)))
        events = today_words(seen.today, seen.settings.clock_hours)
        self.set_class(bool(events), "-eventful")
        self.query_one("#events", Static).update(Content(events))
        self.turn_clock()


def _looking(house: House) -> Callable[[], Seen]:
    def look() -> Seen:
        today = house.today()
        return Seen(house.settings(), count_here(house), see_board(house), see_program(house, today, today))

    return look
