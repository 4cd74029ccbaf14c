"""The kiosk with one page more, on which a single word stands: what opening any page is measured against."""

import sys
from contextlib import closing
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from clubhouse.house import open_house
from screens.app import KioskApp
from screens.page import Page

WORD = "Nothing stands here"


class EmptyPage(Page):
    """Asks the house nothing."""

    def compose(self) -> ComposeResult:
        """One word."""
        yield Static(WORD, markup=False)


class KioskWithEmptyPage(KioskApp):
    """F11 opens the empty page."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f11", "empty", show=False)]

    def action_empty(self) -> None:
        """Open it."""
        self.push_screen(EmptyPage())


if __name__ == "__main__":
    with closing(open_house(Path(sys.argv[1]))) as house:
        KioskWithEmptyPage(house).run()
