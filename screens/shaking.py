"""Hands that shake press a key twice: where the first press changed what the key does, the second does nothing."""

from dataclasses import dataclass

from textual import events
from textual.screen import Screen

from screens.page import Page
from screens.widgets.choices import Choice, ChoiceRow

SHAKE_SECONDS = 0.5
"""Whoever means a key twice takes longer, for they read what came in between."""


@dataclass(frozen=True)
class _Meaning:
    page: str
    """The kind of page that is open, for of the page itself nothing may be kept."""
    action: str
    """The choice that the key takes; empty where it takes none."""


class Shaking:
    """Knows the last key of a person, when it was first pressed, and what it did then."""

    def __init__(self) -> None:
        """No key yet."""
        self.forget()

    def forget(self) -> None:
        """The next key is a first press."""
        self._key, self._at, self._meant = "", 0.0, _Meaning("", "")

    def repeats(self, event: events.Key, screen: "Screen[object]") -> bool:
        """Whether this key, pressed on `screen`, only repeats a press that has done its work."""
        means = _meaning(event, screen)
        soon = event.key == self._key and event.time - self._at < SHAKE_SECONDS
        if soon and means != self._meant and (means.page != self._meant.page or self._meant.action):
            return True
        if not soon or means != self._meant:
            self._key, self._at, self._meant = event.key, event.time, means
        return False


def _meaning(event: events.Key, screen: "Screen[object]") -> _Meaning:
    choice = _taken(event, screen) if isinstance(screen, Page) else None
    return _Meaning(type(screen).__name__, choice.action if choice else "")


def _taken(event: events.Key, page: Page) -> Choice | None:
    if event.key in ("enter", "space"):
        return page.focused.choice if isinstance(page.focused, ChoiceRow) else None
    key = (event.character or "").upper()
    return next((choice for choice in page.choices() if choice.key == key), None)
