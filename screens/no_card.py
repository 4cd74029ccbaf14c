"""Signing in without a card: by the first letters of one's name."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from clubhouse import attendance
from screens.asking import Refusal
from screens.naming import NamePage
from screens.scan_desk import Answered
from screens.widgets.choices import Choices
from screens.widgets.keys import KeyRow
from screens.words import N_


class NoCard(NamePage):
    """Whoever is found is signed in; a visitor goes on to a page of their own."""

    needless = frozenset({"no_card"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "app.visitor", N_("I am a visitor"), tooltip=N_("Signs guests in and out, without a card")),
    ]

    def compose(self) -> ComposeResult:
        """The question with the letters, the answers."""
        yield Static(id="typed", markup=False)
        yield Static(id="hint", markup=False)
        yield Choices()
        yield KeyRow()

    def chosen(self, person_id: int, shown: str) -> None:
        """Sign in whoever that is."""
        self.ask(partial(attendance.sign_in_by_name, self.kiosk.house, person_id), Answered, group="answer")

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why nobody was signed in."""
        self.query_one("#hint", Static).update(Content(refusal.sentence))
