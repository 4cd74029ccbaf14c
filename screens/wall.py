"""The board on a wall: who helps where in this part of the day, for everybody who passes by.

Read only, without keys but those that close it. It shows nothing that is private: names as their people chose to
be shown, and nobody who is only invited. It follows every kiosk, and turns with the day by itself.
"""

import asyncio
import os
import signal
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from clubhouse.house import House
from screens.asking import Refusal, ask
from screens.following import Follower, HouseChanged
from screens.themes import THEMES
from screens.wall_cards import Lines, Page, agenda_card, card_of, pages_of
from screens.wall_words import Looked, look, part_words, saying
from screens.words import N_, _, day_words, time_words

PAGE_SECONDS = 10
"""How long each page stays where there are several."""


class Wall(Screen[None], inherit_bindings=False):
    """The only page of the wall."""

    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - as Textual declares it
    DEFAULT_CSS = """
    Wall { overflow: hidden; layout: vertical; }
    Wall #head { height: 1; background: $chosen-ground; color: $chosen; text-style: bold; padding: 0 1; }
    Wall #clock { width: auto; }
    Wall #house { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    Wall #part { height: 1; padding: 0 1; text-style: bold; color: $primary; text-wrap: nowrap; }
    Wall #cards { height: 1fr; padding: 0 1; margin-top: 1; }
    Wall .column { width: 1fr; height: 1fr; text-wrap: nowrap; }
    Wall #second { margin-left: 3; }
    Wall #saying { height: 1fr; content-align: center middle; text-align: center; padding: 0 4; text-style: bold; }
    Wall #foot { height: 1; padding: 0 1; color: $quiet; text-align: right; }
    Wall.-tall #head { height: 3; padding: 1 2; }
    Wall.-tall #part { height: 2; padding: 1 2 0 2; }
    Wall.-tall #cards, Wall.-tall #foot { padding: 0 2; }
    """

    def __init__(self) -> None:
        """Empty until the house was asked."""
        super().__init__()
        self._looked: Looked | None = None
        self._page = 0
        self._pages: list[Page] = []

    def compose(self) -> ComposeResult:
        """From top to bottom as it is read."""
        with Horizontal(id="head"):
            yield Static(id="house", markup=False)
            yield Static(id="clock", markup=False)
        yield Static(id="part", markup=False)
        with Horizontal(id="cards"):
            yield Static(id="first", classes="column", markup=False)
            yield Static(id="second", classes="column", markup=False)
            yield Static(id="saying", markup=False)
        yield Static(id="foot", markup=False)

    def show(self, looked: Looked) -> None:
        """Show what is true now; the page that is turned up stays."""
        self._looked = looked
        self._draw()

    def turn_page(self) -> None:
        """The next of several pages."""
        self._page += 1
        if len(self._pages) > 1:
            self._draw()

    def say_stale(self, moment: datetime) -> None:
        """The house could not be asked; what was last seen stays."""
        clock = self._looked.settings.clock_hours if self._looked else 24
        words = _("The computer cannot be read now, {time}. This is how it was before.")
        self._put("foot", words.format(time=time_words(moment, clock)))

    def turn_clock(self, now: datetime) -> None:
        """Show the time."""
        if self._looked:
            self._put("clock", time_words(now, self._looked.settings.clock_hours))

    def on_resize(self, event: events.Resize) -> None:
        """Other room, other pages."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if self._looked is None or not self.query("#foot"):
            return
        board = self._looked.board
        self._put("house", f"{self._looked.settings.name}  {day_words(board.plan.day)}")
        self._put("part", part_words(self._looked))
        room = self.query_one("#cards").content_region.size
        self._pages = _pages(self._looked, room.width, room.height)
        page = self._pages[self._page % len(self._pages)] if self._pages else Page([], 0)
        for id_, column in zip(("first", "second"), (*page.columns, [], []), strict=False):
            self.query_one(f"#{id_}").display = bool(column)
            self.query_one(f"#{id_}", Static).update(_column(column, page.gap))
        self.query_one("#saying").display = not page.columns
        self._put("saying", "" if page.columns else "\n\n".join(saying(self._looked)))
        self._put("foot", self._which_page())

    def _which_page(self) -> str:
        pages = len(self._pages)
        return _("Page {page} of {pages}").format(page=self._page % pages + 1, pages=pages) if pages > 1 else ""

    def _put(self, id_: str, words: str) -> None:
        # An answer of the house may come before the screen is there, or when it has gone.
        for each in self.query(f"#{id_}").results(Static):
            each.update(Content(words))


def _pages(looked: Looked, width: int, height: int) -> list[Page]:
    """The units, and beside them the agenda of the house meeting where that needs no page more."""
    units = [card_of(unit) for unit in looked.board.units]
    pages = pages_of(units, width, height)
    if not (units and looked.agenda.items):
        return pages
    with_agenda = pages_of([*units, agenda_card(looked.agenda)], width, height)
    return with_agenda if len(with_agenda) == len(pages) else pages


def _column(cards: list[Lines], gap: int) -> Content:
    return Content("\n" * (gap + 1)).join(Content("\n").join(card) for card in cards)


class WallApp(App[None], inherit_bindings=False):
    """The board of one house, on a screen of its own."""

    TITLE = "Clubhouse Board"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,ctrl+c,f10", "quit", N_("Close the board"), tooltip=N_("Closes at once"), show=False),
    ]

    def __init__(self, house: House) -> None:
        """The house's look is taken at once, the rest when the screen is there."""
        super().__init__()
        self.house = house
        self.settings = house.settings()
        self.wall = Wall()
        self._follower = Follower(house, self.post_message)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.settings.look

    def get_default_screen(self) -> Screen[None]:
        """There is one page only."""
        return self.wall

    def on_mount(self) -> None:
        """Begin when the screen is there."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._end_on_signals()
        self.run_worker(self._follower.run, thread=True, exit_on_error=False)
        self.set_interval(PAGE_SECONDS, self.wall.turn_page)
        self._turn_minute()

    def _end_on_signals(self) -> None:
        # Whoever ends the board from outside gets the terminal back as it was.
        with suppress(NotImplementedError, RuntimeError, ValueError):  # not on Windows, nor off the main thread
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self.exit)

    def on_unmount(self) -> None:
        """Let the thread end."""
        self._follower.close()

    def _turn_minute(self) -> None:
        self.turn_minute()
        self.set_timer(60 - self.house.clock().second, self._turn_minute)

    def turn_minute(self) -> None:
        """Show what is true in this minute: another part, another day."""
        self.wall.turn_clock(self._local_now())
        self.look()

    def look(self) -> None:
        """Ask the house."""
        if not self.is_running:
            return
        ask(self, partial(look, self.house), lambda looked: looked, group="look")

    def on_house_changed(self, changed: HouseChanged) -> None:
        """Somebody has written at a kiosk or in a terminal."""
        self.look()

    def on_looked(self, looked: Looked) -> None:
        """Show it."""
        if not self.is_running:
            return
        self.settings = looked.settings
        self.theme = looked.settings.look
        self.wall.show(looked)
        self.wall.turn_clock(self._local_now())

    def on_refusal(self, refusal: Refusal) -> None:
        """The file cannot be read; it is tried again with the next minute or change."""
        self.wall.say_stale(self._local_now())

    def _local_now(self) -> datetime:
        return self.house.clock().astimezone(self.settings.zone)


def run_wall(house: House) -> None:
    """Show the wall board until it is closed."""
    for size in ("COLUMNS", "LINES"):  # the window itself knows better, and may change
        os.environ.pop(size, None)
    WallApp(house).run()
