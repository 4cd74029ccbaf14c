"""The mark stays on the choice a person has marked, while a page shows what has changed elsewhere."""

from collections.abc import Sequence

from screens.page import Page
from screens.widgets.choices import Choice, ChoiceRow


def key_kept(page: Page, choices: Sequence[Choice], otherwise: str) -> str:
    """The key under which the marked choice stands among `choices`, or `otherwise` when it is not there any more."""
    row = page.focused
    action = row.choice.action if isinstance(row, ChoiceRow) and row.choice else ""
    return next((choice.key for choice in choices if choice.action == action), otherwise)
