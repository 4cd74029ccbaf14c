"""A page for words of one's own: one line or many, large, and kept only when one says so."""

import re
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.asking import Refusal
from screens.marking import stands
from screens.own_page import Done, OwnPage
from screens.page import Page
from screens.scanning import Letters
from screens.widgets.choices import Choice, Choices
from screens.widgets.keys import KeyRow
from screens.words import N_, _

KEEP = Choice("F4", N_("Keep these words"), "keep", N_("Writes them down and goes back"))


class TypingPage(Page):
    """Letters go to the page at once. `Esc` leaves, and asks first where something would be lost."""

    letters = Letters.TYPED
    idle_seconds: ClassVar[int] = 180
    """Words of one's own want time."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "rub_out", N_("Rub out"), tooltip=N_("Take the last letter away"), show=False),
        Binding("enter", "enter", N_("Next line"), tooltip=N_("Or, where one line is meant, keeps it"), show=False),
        Binding("f4", "keep", N_("Keep these words"), tooltip=N_("Writes them down and goes back"), show=False),
    ]
    DEFAULT_CSS = """
    TypingPage #question { padding: 1 2 0 2; text-style: bold; height: auto; }
    TypingPage VerticalScroll { margin: 0 2; padding: 0 1; border: heavy $primary; height: 1fr; }
    TypingPage.ascii VerticalScroll { border: ascii $primary; }
    TypingPage #hint { padding: 0 3; height: auto; min-height: 1; max-height: 3; color: $quiet; }
    TypingPage Choices { padding: 0 2; height: auto; }
    TypingPage.-short #question { padding: 0 2; }
    """

    def __init__(
        self, question: str, keep: Callable[[str], object], kept: str, words: str = "", *, lines: bool = False
    ) -> None:
        """`keep` is run in a thread with the words, and the page before then says `kept`.

        `words` stand there at first. With `lines` there may be several, and Enter begins another.
        """
        super().__init__()
        self._question, self._keep, self._kept = question, keep, kept
        self._before = self.typed = words
        self._lines, self._sure = lines, False

    def compose(self) -> ComposeResult:
        """The question, the words, what to press."""
        yield Static(Content(self._question), id="question")
        with VerticalScroll(can_focus=False):
            yield Static(id="typed", markup=False)
        yield Static(id="hint", markup=False)
        yield Choices()
        yield KeyRow()

    def on_mount(self) -> None:
        """Ready for the first letter."""
        self.query_one(Choices).show([KEEP])
        self._type(self.typed)

    def takes_key(self, event: events.Key) -> bool:
        """Every letter is taken at once, so that none overtakes another."""
        character = event.character or ""
        if self._asked:
            return not event.key.startswith("f")
        if event.key == "enter":
            self.action_enter()
        elif event.key == "f4":
            self.action_keep()
        elif event.key == "backspace":
            self.action_rub_out()
        elif character and character.isprintable():
            self._type(self.typed + character)
        else:
            return False
        return True

    def action_enter(self) -> None:
        """Another line, or, where one is meant, keep it."""
        if self._lines:
            self._type(self.typed + "\n")
        else:
            self.action_keep()

    def action_rub_out(self) -> None:
        """Take the last letter away."""
        self._type(self.typed[:-1])

    def action_keep(self) -> None:
        """Write it down."""
        self.kiosk.forget_keys()
        self.ask(partial(self._keep, self.typed), lambda result: Done(), group="answer")

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """A touch keeps the words too."""
        self.action_keep()

    def on_done(self, done: Done) -> None:
        """Back, saying so."""
        if self.app.screen is self:
            super().action_leave()
            if isinstance(self.app.screen, OwnPage):
                self.app.screen.say(self._kept)

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why not; the words stay."""
        self._hint(refusal.sentence)

    def action_leave(self) -> None:
        """Back without keeping, asked once more where words would be lost; the letters begin no scan."""
        self.kiosk.forget_keys()
        if self._sure or self.typed.strip() in ("", self._before.strip()):
            super().action_leave()
        else:
            self._sure = True
            self._hint(_("Your words are not kept yet. F4 keeps them. Esc once more goes back without them."))

    def _type(self, typed: str) -> None:
        # No longer than a page that one can see through; the house says what is too long for what is asked.
        self.typed, self._sure = re.sub(r"\n{3,}", "\n\n", typed)[:5000], False
        if stands(self, "#typed", "#hint", "VerticalScroll"):
            self.query_one("#typed", Static).update(Content(f"{self.typed}_"))
            self._hint(
                _("F4 keeps your words. Enter begins another line.") if self._lines else _("Enter keeps your words.")
            )
            self.query_one(VerticalScroll).scroll_end(animate=False)

    def _hint(self, words: str) -> None:
        if stands(self, "#hint"):
            self.query_one("#hint", Static).update(Content(words))
