"""What a window shows that is too small for the kiosk."""

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from clubhouse.commands.terminal import LEAST_COLUMNS, LEAST_ROWS
from screens.words import _


class TooSmall(ModalScreen[None], inherit_bindings=False):
    """Lies over the page until the window is large enough; scans are answered all the same."""

    DEFAULT_CSS = "TooSmall { background: $background; } TooSmall Static { color: $foreground; }"

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(id="words", markup=False)

    def say(self, width: int, height: int) -> None:
        """How large it is, and how large it should be."""
        words = _(
            "This window is too small ({width} x {height}). Please make it at least {least_width} x {least_height}."
        )
        self.query_one(Static).update(
            Content(words.format(width=width, height=height, least_width=LEAST_COLUMNS, least_height=LEAST_ROWS))
        )
