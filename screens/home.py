"""One person's page: the answer to their scan, and what they can do now."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from clubhouse import attendance
from clubhouse.attendance import Answer, Outcome
from screens.answers import SAYINGS, Said, said
from screens.asking import Refusal
from screens.page import Page
from screens.scan_desk import Answered
from screens.widgets.answer import AnswerPanel
from screens.widgets.choices import Choice, Choices
from screens.widgets.keys import KeyRow
from screens.words import N_

SIGN_OUT = Choice("9", N_("Sign out: I am leaving"), "sign_out", N_("Ends your visit now"))
DONE = Choice("0", N_("Done"), "done", N_("Closes your page"))
UNDO_IN = Choice("U", N_("Undo: do not sign me in"), "undo", N_("Takes your sign-in back"))
UNDO_OUT = Choice("U", N_("Undo: I am still here"), "undo", N_("Takes your sign-out back"))
TOLD = Choice("8", N_("I left at another time"), "told", N_("Say when you left on the day without a sign-out"))
MY_CARD = Choice("7", N_("My card for my phone"), "my_card", N_("Shows your card, so that you can photograph it"))


class Home(Page):
    """Stays until the next scan, *Done*, or the idle warning. Knows one answer and forgets it when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Done"), tooltip=N_("Closes your page"), show=False),
    ]
    DEFAULT_CSS = """
    Home Choices { padding: 1 2 0 2; }
    Home.-short Choices { padding: 0 1; }
    Home.-short KeyRow { display: none; }
    """

    def __init__(self) -> None:
        """Nobody's page yet."""
        super().__init__()
        self.answer: Answer | None = None
        self.code = ""
        """The card that was scanned, for showing it; empty without one."""

    def compose(self) -> ComposeResult:
        """The answer first."""
        yield AnswerPanel()
        yield Choices()
        yield KeyRow()

    def show(self, answer: Answer, code: str = "") -> None:
        """Make this the page of the person answered."""
        self.answer, self.code, self._asked = answer, code, False
        clock = self.kiosk.settings.clock_hours
        self.query_one(AnswerPanel).show(said(answer, clock), ascii_only=self.kiosk.ascii_only)
        leaves = answer.outcome is Outcome.ALREADY_HERE
        self.query_one(Choices).show(offered(answer, code), marked=SIGN_OUT.key if leaves else DONE.key)

    def forget(self) -> None:
        """Nobody's page any more."""
        self.answer, self.code, self._asked = None, "", False
        self.query_one(AnswerPanel).forget()
        self.query_one(Choices).forget()

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Do what was chosen."""
        if self.answer is None:
            return
        actions: dict[str, Callable[[], None]] = {
            "sign_out": self._sign_out,
            "undo": self._undo,
            "told": partial(self.kiosk.open_leaving, self.answer),
            "my_card": partial(self.kiosk.open_my_card, self.code),
            "done": self.kiosk.rest,
        }
        actions[taken.choice.action]()

    def action_leave(self) -> None:
        """Done."""
        self.kiosk.rest()

    def _sign_out(self) -> None:
        assert self.answer is not None
        assert self.answer.person is not None
        self.ask(partial(attendance.sign_out, self.kiosk.house, self.answer.person.id), Answered, group="answer")

    def _undo(self) -> None:
        assert self.answer is not None
        self.ask(partial(attendance.undo, self.kiosk.house, self.answer), Answered, group="answer")

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why it was not done; the page stays."""
        saying = SAYINGS[Outcome.UNKNOWN]
        self.query_one(AnswerPanel).show(Said(saying, refusal.sentence, ""), ascii_only=self.kiosk.ascii_only)


def offered(answer: Answer, code: str) -> list[Choice]:
    """What the person can do now; of a stranger's card nothing but *Done*."""
    offers = {
        MY_CARD: bool(code) and answer.person is not None and answer.outcome is not Outcome.PAUSED,
        TOLD: answer.guessed is not None and answer.is_here,
        SIGN_OUT: answer.is_here,
        UNDO_IN: attendance.can_undo(answer) and answer.is_here,
        UNDO_OUT: attendance.can_undo(answer) and not answer.is_here,
        DONE: True,
    }
    return [choice for choice, offer in offers.items() if offer]
