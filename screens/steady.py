"""Pages on which a key means what it meant on the page before: a hand that shakes must not choose on both."""

from textual import events
from textual.message import Message

from screens.page import Page

BREATH_SECONDS = 0.5
"""What is pressed so soon after a page has opened was meant for the page before."""


class SteadyPage(Page):
    """Takes no choice by key before a breath has passed."""

    def __init__(self) -> None:
        """Opened now."""
        super().__init__()
        self._opened_at = Message().time

    def takes_key(self, event: events.Key) -> bool:
        """Let the second press of a shaking hand do nothing; *Back* works at once."""
        return (event.is_printable or event.key == "enter") and event.time < self._opened_at + BREATH_SECONDS
