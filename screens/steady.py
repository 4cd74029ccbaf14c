"""Pages on which a key means what it meant on the page before: a hand that shakes must not choose on both."""

from typing import ClassVar

from textual import events
from textual.message import Message

from screens.page import Page
from screens.widgets.choices import Choice

BREATH_SECONDS = 0.5
"""What is pressed so soon after a page has opened was meant for the page before."""


class SteadyPage(Page):
    """Takes no choice by key before a breath has passed."""

    DIGITS: ClassVar[tuple[Choice, ...]] = ()
    """Choices that stand in no column; the action of each is one of the page's own."""

    def __init__(self) -> None:
        """Opened now."""
        super().__init__()
        self._opened_at = Message().time

    def choices(self) -> list[Choice]:
        """Those of the columns, and those that stand elsewhere."""
        return [*super().choices(), *self.DIGITS]

    def on_key(self, event: events.Key) -> None:
        """A digit takes its choice, wherever that stands."""
        for choice in self.DIGITS:
            if event.character == choice.key:
                event.stop()
                self.call_later(self.run_action, choice.action)

    def takes_key(self, event: events.Key) -> bool:
        """Let the second press of a shaking hand do nothing; *Back* works at once."""
        return (event.is_printable or event.key == "enter") and event.time < self._opened_at + BREATH_SECONDS
