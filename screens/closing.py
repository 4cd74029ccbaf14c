"""Closing the kiosk, asked once more."""

from textual.app import ComposeResult
from textual.widgets import Static

from screens.page import Page
from screens.widgets.choices import Choice, Choices
from screens.words import _


class Closing(Page):
    """Stays open unless somebody means it."""

    DEFAULT_CSS = """
    Closing #ask { padding: 1 3; text-style: bold; }
    Closing Choices { padding: 0 2; }
    """

    def compose(self) -> ComposeResult:
        """The question and two answers."""
        yield Static(_("Close the kiosk? Nobody can sign in here until it is started again."), id="ask", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Staying is marked."""
        self.query_one(Choices).show(
            [Choice("0", _("No, stay open"), "stay"), Choice("1", _("Yes, close the kiosk"), "close")]
        )

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Do so."""
        if taken.choice.action == "close":
            self.app.exit()
        else:
            self.action_leave()
