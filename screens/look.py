"""How the kiosk looks for the person who stands at it."""

from textual.app import ComposeResult
from textual.widgets import Static

from screens import words
from screens.page import Page
from screens.themes import THEMES
from screens.widgets.choices import Choice, Choices
from screens.widgets.keys import KeyRow
from screens.words import _


class Look(Page):
    """Light or dark, and a language where there is more than one. Returns to the house's own when the kiosk rests."""

    DEFAULT_CSS = """
    Look #ask { padding: 1 3; text-style: bold; }
    Look Choices { padding: 0 2; }
    """

    def compose(self) -> ComposeResult:
        """The question and the answers."""
        yield Static(_("Which can you read best?"), id="ask", markup=False)
        yield Choices()
        yield KeyRow()

    def on_mount(self) -> None:
        """What there is to choose."""
        looks = [
            Choice("1", _("Dark letters on a light ground"), "light"),
            Choice("2", _("Light letters on a dark ground"), "dark"),
        ]
        languages = [
            Choice(str(place), name, f"language {code}") for place, (code, name) in enumerate(words.languages(), 3)
        ]
        marked = next(choice.key for choice in looks if choice.action == self.app.theme)
        self.query_one(Choices).show([*looks, *languages[:4], Choice("0", _("Done"), "done")], marked=marked)

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Change it at once, so that one can see whether it is better."""
        action = taken.choice.action
        if action in THEMES:
            self.app.theme = action
        elif action == "done":
            self.action_leave()
        else:
            self.kiosk.speak(action.removeprefix("language "))
