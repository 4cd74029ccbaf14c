"""The person says when they really left on a day whose sign-out was guessed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import visits
from clubhouse.attendance import Answer
from clubhouse.visits import Visit
from screens.asking import Refusal
from screens.page import Page
from screens.widgets.choices import Choice, Choices
from screens.widgets.keys import KeyRow
from screens.words import _, day_words, time_words

STEP = timedelta(minutes=15)


@dataclass
class Told(Message):
    """The visit is set right."""

    visit: Visit


class Leaving(Page):
    """Earlier and later in quarter hours, then *That is right*."""

    DEFAULT_CSS = """
    Leaving #question { padding: 1 3; }
    Leaving Choices { padding: 0 2; }
    Leaving.-short #question { padding: 0 3; }
    """

    def __init__(self, answer: Answer) -> None:
        """`answer` carries the person and the guessed visit."""
        super().__init__()
        assert answer.person
        assert answer.guessed
        assert answer.guessed.out_at
        self.person, self.visit = answer.person, answer.guessed
        self.zone = answer.at.tzinfo
        self.left_at = answer.guessed.out_at.astimezone(self.zone)

    def compose(self) -> ComposeResult:
        """The question, the ways to answer it."""
        yield Static(id="question", markup=False)
        yield Choices()
        yield KeyRow()

    def on_mount(self) -> None:
        """Begin with the guess."""
        self._show()
        self.query_one(Choices).show(
            [
                Choice("1", _("Earlier"), "earlier"),
                Choice("2", _("Later"), "later"),
                Choice("3", _("That is right"), "right"),
                Choice("0", _("Back: leave it as it is"), "back"),
            ]
        )

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Move the time, keep it, or go back."""
        if taken.choice.action == "back":
            self.action_leave()
        elif taken.choice.action == "right":
            tell = partial(visits.tell_leaving, self.kiosk.house, self.person, self.visit, self.left_at.time())
            self.ask(tell, Told, group="answer")
        else:
            self._move(STEP if taken.choice.action == "later" else -STEP)

    def _move(self, step: timedelta) -> None:
        moved = _on_the_quarter(self.left_at, step)
        if moved.date() == self.visit.day and moved >= self.visit.in_at:
            self.left_at = moved
        self._show()

    def _show(self) -> None:
        clock = self.kiosk.settings.clock_hours
        came = time_words(self.visit.in_at.astimezone(self.zone), clock)
        words = _("{day}: you came at {came}. When did you leave?").format(day=day_words(self.visit.day), came=came)
        at = (time_words(self.left_at, clock), "bold")
        self.query_one("#question", Static).update(Content.assemble(words, "\n\n        ", at))

    def on_told(self, told: Told) -> None:
        """Thank you; back to the person's page."""
        self.kiosk.told_leaving(told.visit)
        self.action_leave()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why it stays as it was."""
        self.query_one("#question", Static).update(Content(refusal.sentence))


def _on_the_quarter(moment: datetime, step: timedelta) -> datetime:
    moved = moment + step
    return (
        moved - timedelta(minutes=moved.minute % 15)
        if step > timedelta()
        else moved + timedelta(minutes=-moved.minute % 15)
    )
