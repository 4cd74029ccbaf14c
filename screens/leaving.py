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
        self._show("3")

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Move the time, keep it, or go back."""
        if taken.choice.action == "back":
            self.action_leave()
        elif taken.choice.action == "right":
            tell = partial(visits.tell_leaving, self.kiosk.house, self.person, self.visit, self.left_at.time())
            self.ask(tell, Told, group="answer")
        else:
            self.left_at = self._moved(STEP if taken.choice.action == "later" else -STEP)
            self._show(taken.choice.key)

    def _moved(self, step: timedelta) -> datetime:
        moved = _on_the_quarter(self.left_at, step)
        return moved if moved.date() == self.visit.day and moved >= self.visit.in_at else self.left_at

    def _show(self, marked: str) -> None:
        clock = self.kiosk.settings.clock_hours
        came = time_words(self.visit.in_at.astimezone(self.zone), clock)
        words = _("{day}: you came at {came}. When did you leave?").format(day=day_words(self.visit.day), came=came)
        self.query_one("#question", Static).update(Content(words))
        earlier, later = (time_words(self._moved(step), clock) for step in (-STEP, STEP))
        self.query_one(Choices).show(
            [
                Choice("1", _("Earlier: {time}").format(time=earlier), "earlier"),
                Choice("2", _("Later: {time}").format(time=later), "later"),
                Choice("3", _("I left at {time}").format(time=time_words(self.left_at, clock)), "right"),
                Choice("0", _("Back: leave it as it is"), "back"),
            ],
            marked=marked,
        )

    def on_told(self, told: Told) -> None:
        """Thank you; back to the person's page."""
        if told.visit.estimated:
            self._show_kept()
            return
        self.kiosk.told_leaving(told.visit)
        self.action_leave()

    def _show_kept(self) -> None:
        # The month is locked: what was said stands in the list of those who look after the reports.
        words = _("Thank you. {day} was reported already, so what you said is kept for a colleague to set it right.")
        self.query_one("#question", Static).update(Content(words.format(day=day_words(self.visit.day))))
        self.query_one(Choices).show([Choice("0", _("Back"), "back")])

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
