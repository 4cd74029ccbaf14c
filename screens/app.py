"""The kiosk: which page is open, whose keys are whose, and when a page closes by itself.

A scan works on every page and always wins: the next person's page opens at once, and what the person before had
open is forgotten.
"""

import asyncio
import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message

from clubhouse.attendance import TROUBLE, Answer
from clubhouse.commands.terminal import LEAST_COLUMNS, LEAST_ROWS
from clubhouse.house import House
from clubhouse.visits import Visit, close_days
from screens import words
from screens.answers import Tone, said
from screens.asking import ask
from screens.doors import Doors
from screens.following import Follower, HouseChanged
from screens.forgetting import forget_painted
from screens.home import Home
from screens.idle import IdleWarning, IdleWatch, Rest
from screens.page import Page
from screens.scan_desk import Answered, ScanDesk
from screens.scanning import Key, Letters, ScanKeys, scans_in_paste
from screens.shaking import Shaking
from screens.themes import THEMES
from screens.too_small import TooSmall
from screens.welcome import Welcome
from screens.words import N_

if TYPE_CHECKING:
    from clubhouse.demo import Deck
    from screens.playing import Player

PAINT_SECONDS = 0.5
"""An answer that is not painted by then no longer holds back the next."""


class DaysClosed(Message):
    """Open visits of the days before `today` are closed."""

    def __init__(self, today: date) -> None:
        """`today` is the house's local date."""
        super().__init__()
        self.today = today


class KioskApp(Doors, inherit_bindings=False):
    """The kiosk of one house."""

    TITLE = "Clubhouse Kiosk"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", N_("Help"), tooltip=N_("What every key does")),
        Binding("f2", "no_card", N_("I have no card"), tooltip=N_("Find your name and sign in without a card")),
        Binding("f3", "look", N_("Dark or light"), tooltip=N_("Dark or light letters, and another language")),
        Binding("f5", "play('member')", N_("A member's card"), tooltip=N_("Demonstration only"), show=False),
        Binding("f6", "play('again')", N_("The same card again"), tooltip=N_("Demonstration only"), show=False),
        Binding("f7", "play('staff')", N_("A staff card"), tooltip=N_("Demonstration only"), show=False),
        Binding("f8", "play('unusual')", N_("An unusual card"), tooltip=N_("Demonstration only"), show=False),
        Binding("f10", "close", N_("Close the kiosk"), tooltip=N_("Asks first"), show=False),
    ]

    def __init__(
        self,
        house: House,
        deck: "Deck | None" = None,
        ticks: Callable[[], float] = time.monotonic,
        settled: Callable[[], None] = lambda: None,
        at_desk: bool = False,
    ) -> None:
        """`deck` are the cards that a demonstration plays; `ticks` gives monotonic seconds.

        `settled` is called once, when the first page is painted. `at_desk`, the kiosk rests at the staff door.
        """
        super().__init__()
        self.house = house
        self.settings = house.settings()
        self.ascii_only = _is_plain_terminal()
        self.player = _player(deck)
        self.demo_pin = deck.pin if deck else ""
        self.home, self.welcome = Home(), Welcome()
        self.at_desk = at_desk
        self._settled = settled
        self._has_begun = False
        self._keys, self._shaking = ScanKeys(), Shaking()
        self._idle = IdleWatch(ticks)
        self._closed_before: date | None = None
        self._scan_desk = ScanDesk(house, self.post_message)
        self._follower = Follower(house, self.post_message)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.settings.look

    async def on_mount(self) -> None:
        """Rest, and when that is painted begin to listen: to scans, to other kiosks, to the clock."""
        self.install_screen(self.home, "home")
        self.install_screen(self.welcome, "welcome")
        await self.push_screen(self.welcome)
        # A worker, so that a kiosk that is closed at once waits for nothing.
        self.call_after_refresh(self.run_worker, self._begin)

    async def _begin(self) -> None:
        # A person's page lies ready under all others, so that taking those away shows it at once.
        with self.batch_update():
            while len(self.screen_stack) > 1:
                await self.pop_screen()
            await self.push_screen(self.home)
            await self.push_screen(self.welcome)
        if self.at_desk:
            self.action_staff()
        self._cover_if_small(self.size)
        self._settled()
        self._end_on_signals()
        for work in (self._scan_desk, self._follower):
            self.run_worker(work.run, thread=True, exit_on_error=False)
        self.set_interval(1, self.close_if_idle)
        self._turn_minute()
        self._has_begun = True

    def _end_on_signals(self) -> None:
        # Whoever ends the kiosk from outside gets the terminal back as it was.
        with suppress(NotImplementedError, RuntimeError, ValueError):  # not on Windows, nor off the main thread
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self.exit)

    def on_unmount(self) -> None:
        """Let the threads end; scans already taken are still answered."""
        self._scan_desk.close()
        self._follower.close()

    # -- keys, scans and touches ---------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Every key and paste is looked at here first, before any widget or binding sees it."""
        if isinstance(event, (events.InputEvent, events.Paste)) and not event.is_forwarded and self._takes(event):
            return
        await super().on_event(event)

    def _takes(self, event: events.InputEvent | events.Paste) -> bool:
        letters = self.screen.letters if isinstance(self.screen, Page) else Letters.CHOICES
        page = self.screen
        more_time = not isinstance(event, events.MouseMove) and self._touch()
        if isinstance(event, events.Key):
            verdict = self._keys.feed(event.key, event.character, event.time, letters, self._chooses)
            if isinstance(verdict, str):
                self.scanned(verdict)
            if verdict is not Key.PASSED or not self._has_begun or self._shaking.repeats(event, page):
                return True
            return more_time or self._page_takes(event)
        if isinstance(event, events.Paste):
            for scanned in scans_in_paste(event.text, letters):
                self.scanned(scanned)
            return True
        return more_time

    def _page_takes(self, event: events.Key) -> bool:
        return isinstance(self.screen, Page) and self.screen.takes_key(event)

    def _chooses(self, character: str) -> bool:
        choices = self.screen.choices() if isinstance(self.screen, Page) else []
        return any(choice.key == character.upper() for choice in choices)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Cards are played in a demonstration only; and not every page has a use for every key."""
        page = self.screen_stack[-1] if self.screen_stack else None
        if isinstance(page, Page) and action in page.needless:
            return False
        return self.player is not None if action == "play" else True

    def get_key_display(self, binding: Binding) -> str:
        """The key as it is printed on keyboards: *F1*, *Esc*, *Enter*."""
        key = binding.key.split(",")[0]
        return {"escape": "Esc", "backspace": "Backspace", "delete": "Del"}.get(key, key.capitalize())

    def scanned(self, text: str) -> None:
        """Somebody held something to the scanner."""
        if not (isinstance(self.screen, Page) and self.screen.takes_scan(text)):
            self.answer_scan(text)

    def answer_scan(self, text: str) -> None:
        """Let the house answer a scan."""
        self._scan_desk.put(text)

    async def on_answered(self, answered: Answered) -> None:
        """Open the page of whoever was answered, and wait until it is painted before the next."""
        if self.home not in self.screen_stack:
            return  # the kiosk is closing; what was written stands
        shown = self.home.answer
        if answered.after_trouble and (shown is None or shown.outcome not in TROUBLE):
            return  # somebody else is at the kiosk by now; what was written stands all the same
        self.workers.cancel_node(self.home)  # what the person before had asked for is not shown to this one
        self.home.show(answered.answer, answered.code or self._same_card(answered.answer))
        self._open_home()
        self._ring(answered.answer)
        await self._painted()
        forget_painted()

    def _same_card(self, answer: Answer) -> str:
        # A key was answered: the card that opened the page is still the person's.
        shown = self.home.answer
        same = shown and shown.person and answer.person and shown.person.id == answer.person.id
        return self.home.code if same else ""

    def _open_home(self) -> None:
        while self.screen is not self.home and len(self.screen_stack) > 1:
            self.pop_screen()
        self._idle.touch()

    async def _painted(self) -> None:
        # A screen learns that its widgets have changed by a message of theirs, for which the first round waits.
        for _ in range(2):
            if not self.screen_stack:
                return  # the kiosk is closing
            painted = asyncio.Event()
            self.screen.call_after_refresh(painted.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(painted.wait(), PAINT_SECONDS)

    def _ring(self, answer: Answer) -> None:
        rings = {Tone.GLAD: 1, Tone.CALM: 0, Tone.ASKING: 2}[said(answer, 24).saying.tone]
        for _ in range(rings if self.settings.bell else 0):
            self.bell()

    # -- resting -------------------------------------------------------------------------------------------------

    def rest(self) -> None:
        """Close every page and forget whose they were."""
        # In the app's own name: a screen remembers which page has opened it.
        with self._context(), self.batch_update():
            self._open_home()
            self.workers.cancel_node(self.home)
            self.home.forget()
            self.push_screen(self.welcome)
            if self.at_desk:
                self.action_staff()
        self.forget_keys()
        self.theme = self.settings.look
        words.use_language("en")

    async def forget_painted(self) -> None:
        """When the page on top is painted, what stood on those before it is nowhere any more."""
        await self._painted()
        forget_painted()

    def forget_keys(self) -> None:
        """What was typed on the page that is left belongs to no scan."""
        self._keys.forget()
        self._shaking.forget()
        self.call_later(self.forget_painted)

    def close_if_idle(self) -> None:
        """Warn, or close, when nobody has touched the open page for a while."""
        if not self.is_running or (isinstance(self.screen, Page) and self.screen.rests):
            return
        pages = (page for page in reversed(self.screen_stack) if isinstance(page, Page))
        own = next((seconds for page in pages if (seconds := page.rests_for(self.settings))), 0)
        due, left = self._idle.due(own or self.settings.idle_seconds)
        if due is Rest.CLOSE:
            self.rest()
        elif due is Rest.WARN:
            self._warn(left)

    def _warn(self, seconds_left: int) -> None:
        if not isinstance(self.screen, IdleWarning):
            self.push_screen(IdleWarning(classes="ascii" if self.ascii_only else ""))
            if self.settings.bell:
                self.bell()
        self.call_after_refresh(self._count, seconds_left)

    def _count(self, seconds_left: int) -> None:
        if isinstance(self.screen, IdleWarning):
            self.screen.count(seconds_left)

    def _touch(self) -> bool:
        # Whether the touch was an answer to the warning, and so no more than that.
        self._idle.touch()
        warned = isinstance(self.screen, IdleWarning)
        if warned:
            self.pop_screen()
            self._mouse_down_widget = None  # or lifting the finger would choose what was touched before
        return warned

    # -- time and other kiosks -----------------------------------------------------------------------------------

    def local_now(self) -> datetime:
        """The moment on the house's wall clock, without asking the disk."""
        return self.house.clock().astimezone(self.settings.zone)

    def _turn_minute(self) -> None:
        if not self.is_running:
            return  # the kiosk is closing
        now = self.local_now()
        if self.screen is self.welcome:
            self.welcome.turn_clock()
        if now.date() != self._closed_before:
            ask(self, partial(close_days, self.house), lambda closed: DaysClosed(now.date()), group="days")
        self.set_timer(60 - now.second, self._turn_minute)

    def on_days_closed(self, closed: DaysClosed) -> None:
        """Not again before tomorrow."""
        self._closed_before = closed.today

    def on_house_changed(self, changed: HouseChanged) -> None:
        """Show what another kiosk or this one has written."""
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.follow()

    def on_resize(self, event: events.Resize) -> None:
        """Say so when the window is too small to read."""
        self._cover_if_small(event.size)

    def _cover_if_small(self, size: Size) -> None:
        small = size.width < LEAST_COLUMNS or size.height < LEAST_ROWS
        covered = isinstance(self.screen, TooSmall)
        if small and not covered:
            self.push_screen(TooSmall())
        elif covered and not small:
            self.pop_screen()
        if small:
            self.call_after_refresh(self._say_too_small, size.width, size.height)

    def _say_too_small(self, width: int, height: int) -> None:
        if isinstance(self.screen, TooSmall):
            self.screen.say(width, height)

    def action_play(self, what: str) -> None:
        """Play a card of the demonstration."""
        if self.player:
            self.scanned(self.player.play(what))

    def told_leaving(self, visit: Visit) -> None:
        """The last visit is set right: say so on the person's page."""
        if self.home.answer:
            self.home.show(replace(self.home.answer, before=visit), self.home.code)

    def speak(self, language: str) -> None:
        """Another language, until the kiosk rests."""
        words.use_language(language)
        self.screen.refresh(recompose=True)


def _player(deck: "Deck | None") -> "Player | None":
    if deck is None:
        return None
    from screens.playing import Player

    return Player(deck)


def _is_plain_terminal() -> bool:
    # The kiosk draws on stderr; a terminal without UTF-8 has no symbols and no line drawing.
    encoding = (getattr(sys.__stderr__, "encoding", "") or "").lower().replace("-", "")
    return os.environ.get("CLUBHOUSE_ASCII") == "1" or encoding != "utf8"


def run_kiosk(house: House, deck: "Deck | None" = None, *, at_desk: bool = False) -> None:
    """Show the kiosk until it is closed; with `deck`, as a demonstration whose keys play its cards.

    `at_desk`, it rests at the staff door.
    """
    for size in ("COLUMNS", "LINES"):  # the window itself knows better, and may change
        os.environ.pop(size, None)
    KioskApp(house, deck, settled=_collect_garbage_again, at_desk=at_desk).run()


def _collect_garbage_again() -> None:
    # What was loaded for the start stays for as long as the kiosk runs, and need never be looked through.
    gc.freeze()
    gc.enable()
