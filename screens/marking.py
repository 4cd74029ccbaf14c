"""Showing what has changed elsewhere: the mark stays where it was, and a page that is closing is left alone."""

from collections.abc import Sequence

from screens.page import Page
from screens.widgets.choices import Choice, ChoiceRow


def key_kept(page: Page, choices: Sequence[Choice], otherwise: str) -> str:
    """The key under which the marked choice stands among `choices`, or `otherwise` when it is not there any more."""
    row = page.focused
    action = row.choice.action if isinstance(row, ChoiceRow) and row.choice else ""
    return next((choice.key for choice in choices if choice.action == action), otherwise)


def stands(page: Page, *parts: str) -> bool:
    """Whether these parts of the page are there still: an answer of the house may come while it is closing."""
    return page.app.is_running and all(page.query(part) for part in parts)
