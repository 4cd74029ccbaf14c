"""A kiosk in the hands of a test: keys, scans and touches go in at the driver, and its screen is read."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from clubhouse.demo import Deck
from clubhouse.house import House
from db.opening import open_store
from screens.app import KioskApp
from screens.scan_desk import RETRY_SECONDS, ScanDesk
from screens.shaking import SHAKE_SECONDS
from screens.widgets.choices import ChoiceRow
from tests.screens.stillness import DEADLINE_SECONDS, until

LARGE, SMALL, WIDE = (80, 24), (54, 20), (120, 40)
"""The sizes that the screens are made for."""
SIZES = [LARGE, SMALL]


class Ticks:
    """Monotonic seconds that pass only when a test says so."""

    def __init__(self) -> None:
        """Starts anywhere."""
        self.seconds = 1000.0

    def __call__(self) -> float:
        """The second."""
        return self.seconds


_FRAMES = dict.fromkeys([*range(0x2500, 0x25A0)], " ")  # Unicode's box drawing and block elements


@dataclass
class Kiosk:
    """A running kiosk."""

    app: KioskApp
    pilot: Pilot[None]
    ticks: Ticks
    has_answered_scans: Callable[[], bool]
    """Whether the scan desk is done with whatever came."""
    pace: float = 0.0
    """How many seconds later than it did each key counts as pressed, for a test is faster than a hand."""

    # -- what a person or a scanner does ---------------------------------------------------------------------

    def send(self, *sent: events.Event) -> None:
        """Let these arrive one after the other, with nothing between them."""
        assert self.app._driver is not None
        for event in sent:
            event.time += self.pace
            self.app._driver.process_message(event)

    def type(self, text: str, later: float = 0.0) -> None:
        """Let the characters of `text` arrive as from a terminal; they were typed `later` seconds from now."""
        for event in typed(text):
            event.time += later
            self.send(event)

    def press(self, *keys: str) -> None:
        """Press keys by name, `f2`, `enter`, `9`, `U`: at once, but in no hurry after what came before."""
        self.pace += SHAKE_SECONDS
        self.send(*(events.Key(key, key if len(key) == 1 else None) for key in keys))

    def scan(self, code: str, end: str = "\r") -> None:
        """What a scanner types for a card."""
        self.type(code + end)

    def paste(self, text: str) -> None:
        """What a terminal sends when a text is pasted."""
        self.send(events.Paste(text))

    def touch_at(self, x: int, y: int) -> None:
        """Touch a cell of the screen."""
        self.send(_mouse(events.MouseDown, x, y), _mouse(events.MouseUp, x, y))

    def slide(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Touch one cell and lift the finger at another."""
        self.send(_mouse(events.MouseDown, *start), _mouse(events.MouseUp, *end))

    def touch(self, words: str) -> None:
        """Touch where `words` stand."""
        found = [(line.index(words), y) for y, line in enumerate(self.lines()) if words in line]
        assert found, f"{words!r} is not on the screen:\n{self.text()}"
        self.touch_at(*found[0])

    def move_to(self, x: int, y: int) -> None:
        """Move a pointer there without pressing."""
        self.send(events.MouseMove(None, x, y, 1, 1, 0, False, False, False, x, y))

    def wait_idle(self, seconds: float) -> None:
        """Let `seconds` pass in which nobody touches the kiosk, and let the kiosk notice."""
        self.ticks.seconds += seconds
        self.app.close_if_idle()

    async def come(self, scanned: str, later: float = 0.0) -> None:
        """Scan, and wait until the answer is on the screen."""
        self.type(scanned + "\r", later)
        await self.until(self._answered_anew(), f"the answer to {scanned!r}")
        await self.settle()

    def _answered_anew(self) -> Callable[[], bool]:
        was = self.app.home.answer
        return lambda: self.page == "Home" and self.app.home.answer is not was

    async def elsewhere(self, does: Callable[[House], object]) -> None:
        """Let another kiosk at the same file do something."""
        other = House(open_store(self.app.house.store.path), self.app.house.clock, "another kiosk")
        try:
            does(other)
        finally:
            other.close()

    # -- what can be seen ------------------------------------------------------------------------------------

    def lines(self) -> list[str]:
        """The screen's lines from the top, without blanks at their ends."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines())

    def flat(self) -> str:
        """The screen's words with single spaces, however the lines were broken, without frames."""
        return " ".join(self.text().translate(_FRAMES).split())

    def rows(self) -> list[ChoiceRow]:
        """The choices on the screen, from the top."""
        return [row for row in self.app.screen.query(ChoiceRow) if row.choice and row.display]

    def choices(self) -> list[str]:
        """The keys of the choices on the screen, from the top."""
        return [row.choice.key for row in self.rows() if row.choice]

    def marked(self) -> str:
        """The words of the choice that Enter takes."""
        marked = self.app.screen.focused
        return str(marked.render()) if isinstance(marked, ChoiceRow) else ""

    def count_rings(self) -> list[None]:
        """A list that grows with each ring of the bell from now on."""
        rings: list[None] = []
        self.app.bell = lambda: rings.append(None)  # type: ignore[method-assign]
        return rings

    @property
    def page(self) -> str:
        """Which page lies on top."""
        return type(self.app.screen).__name__

    # -- waiting ---------------------------------------------------------------------------------------------

    async def until(
        self, predicate: Callable[[], object], what: str = "what was expected", seconds: float = DEADLINE_SECONDS
    ) -> None:
        """Wait until `predicate` is true; fail with the screen when it never is."""
        await until(self.app, predicate, lambda: f"waited in vain for {what}:\n{self.text()}", seconds)

    async def shows(self, *words: str) -> None:
        """Wait until all of these stand on the screen."""
        await self.until(lambda: all(each in self.flat() for each in words), f"{words}")

    async def opens(self, page: str) -> None:
        """Wait until that page lies on top, and is laid out."""
        await self.until(lambda: self.page == page, f"page {page}")
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything that was sent is dealt with, and every question to the house is answered."""
        await self.until(self._has_no_question, "answers of the house")

    def _has_no_question(self) -> bool:
        # The desk and the follower run as long as the kiosk, in the group `default`.
        workers = (worker for worker in self.app.workers if worker.group != "default")
        return self.has_answered_scans() and all(worker.is_finished for worker in workers)


@asynccontextmanager
async def kiosk(
    house: House,
    size: tuple[int, int] = LARGE,
    deck: Deck | None = None,
    ascii_only: bool = False,
    retry_seconds: float = RETRY_SECONDS,
    shows: str = "Scan your card",
    at_desk: bool = False,
) -> AsyncIterator[Kiosk]:
    """A kiosk on `house` that has just started and `shows` these words."""
    ticks = Ticks()
    app = KioskApp(house, deck, ticks, at_desk=at_desk)
    app._scan_desk._retry_seconds = retry_seconds
    app.ascii_only = ascii_only
    async with app.run_test(size=size, notifications=True) as pilot:
        running = Kiosk(app, pilot, ticks, _watch_answers(app._scan_desk))
        await running.settle()
        await running.shows(shows)
        yield running


def _watch_answers(desk: ScanDesk) -> Callable[[], bool]:
    put, answer = desk.put, desk._answer
    taken: list[None] = []  # of what was scanned nothing may be kept
    answered: list[None] = []

    def take(scanned: str) -> None:
        taken.append(None)
        put(scanned)

    def say(scanned: str, at: datetime) -> None:
        try:
            answer(scanned, at)
        finally:
            answered.append(None)

    desk.put, desk._answer = take, say  # type: ignore[method-assign]
    return lambda: len(taken) == len(answered)


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine to its end, in a test that is no coroutine itself."""
    asyncio.run(work)


def typed(text: str) -> Iterator[events.Key]:
    """The keys that a terminal makes of these characters."""
    parser = XTermParser()
    for each in (text, ""):
        for event in parser.feed(each) if each else parser.tick():
            if isinstance(event, events.Key):
                yield event


def _mouse(kind: type[events.MouseDown] | type[events.MouseUp], x: int, y: int) -> events.MouseEvent:
    return kind(None, x, y, 0, 0, 1, False, False, False, x, y)
