"""Closing a page that nobody touches: with a warning by text and bell, and any key gives more time (WCAG 2.2.1)."""

import time
from collections.abc import Callable
from enum import Enum

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.words import _, plural

WARNING_SECONDS = 20


class Rest(Enum):
    """What is due."""

    NOTHING = "nothing"
    WARN = "warn"
    CLOSE = "close"


class IdleWatch:
    """Counts the seconds since somebody last touched the kiosk."""

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        """`ticks` gives monotonic seconds."""
        self._ticks = ticks
        self._touched = ticks()

    def touch(self) -> None:
        """Somebody is there: begin again."""
        self._touched = self._ticks()

    def due(self, idle_seconds: int) -> tuple[Rest, int]:
        """What is due after `idle_seconds` of rest, and how many seconds of the warning are left."""
        left = round(self._touched + idle_seconds + WARNING_SECONDS - self._ticks())
        if left <= 0:
            return Rest.CLOSE, 0
        return (Rest.WARN if left <= WARNING_SECONDS else Rest.NOTHING), left


class IdleWarning(ModalScreen[None], inherit_bindings=False):
    """Lies over a page that nobody has touched for a while; the app takes it away at any key or touch."""

    DEFAULT_CSS = """
    IdleWarning { align: center middle; background: $background; }
    IdleWarning Vertical {
        width: 48; height: auto; border: heavy $asking; background: $asking-ground; padding: 1 2;
    }
    IdleWarning Static { text-align: center; color: $asking; }
    IdleWarning.ascii Vertical { border: ascii $asking; }
    """

    def compose(self) -> ComposeResult:
        """Three lines in the middle."""
        with Vertical():
            yield Static(Content.styled(_("Are you still there?"), "bold"))
            yield Static(id="left", markup=False)
            yield Static(_("Press any key, or touch the screen, for more time."), markup=False)

    def count(self, seconds_left: int) -> None:
        """Say how long the page stays."""
        words = plural("This page closes in {count} second.", "This page closes in {count} seconds.", seconds_left)
        self.query_one("#left", Static).update(Content(words))
