"""Pages whose choices do not all stand in a column: a digit takes them wherever they stand."""

from typing import ClassVar

from textual import events

from screens.page import Page
from screens.widgets.choices import Choice


class KeyedPage(Page):
    """A page with choices that stand elsewhere than in a column."""

    DIGITS: ClassVar[tuple[Choice, ...]] = ()
    """The action of each is one of the page's own."""

    def choices(self) -> list[Choice]:
        """Those of the columns, and those that stand elsewhere."""
        return [*super().choices(), *self.DIGITS]

    def on_key(self, event: events.Key) -> None:
        """A digit takes its choice."""
        for choice in self.DIGITS:
            if event.character == choice.key:
                event.stop()
                self.call_later(self.run_action, choice.action)
