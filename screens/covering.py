"""Somebody asks whether the person would cover a day of work: yes, or not today, which leaves no trace.

Whose day it is stands nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse.employment import coverage
from clubhouse.employment.coverage import MyCoverage, ToCover
from clubhouse.people import Person
from screens.asking import Refusal
from screens.hours_words import cover_words, place_words
from screens.marking import key_kept, stands
from screens.page import Page
from screens.widgets.choices import Choice, Choices
from screens.words import N_, _

YES = Choice("1", N_("Yes, I'll cover"), "accept", N_("Staff see it at once"))
NOT_TODAY = Choice("2", N_("Not today"), "decline", N_("As good an answer; it is noted nowhere"))
UNDO = Choice("U", N_("Undo: I do not cover"), "release", N_("Takes it back"))
DECIDE_LATER = Choice("0", N_("Decide later"), "back", N_("Goes back; nothing is chosen"))
BACK = Choice("0", N_("Back"), "back", N_("Goes back; what was chosen stays"))


@dataclass
class Asked(Message):
    """What the person is asked, and has said yes to."""

    coverage: MyCoverage


@dataclass
class CoverAnswered(Message):
    """The answer is on file."""

    accepted: bool


class CoveringPage(Page):
    """One question after the other."""

    DEFAULT_CSS = """
    CoveringPage #question { height: auto; min-height: 4; padding: 1 2; background: $calm-ground; color: $calm; }
    CoveringPage #question.mine { background: $glad-ground; color: $glad; }
    CoveringPage Choices { padding: 0 1; }
    """

    def __init__(self, person: Person) -> None:
        """What is asked is looked up."""
        super().__init__()
        self.person = person
        self._question: ToCover | None = None
        self._accepted = False

    def compose(self) -> ComposeResult:
        """The question, the answers."""
        yield Static(id="question", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Ask the house."""
        self.follow()

    def follow(self) -> None:
        """Show what is asked now."""
        look = partial(coverage.my_coverage, self.kiosk.house, self.person.code, self.person.id)
        self.ask(look, Asked, group="look")

    def on_asked(self, asked: Asked) -> None:
        """Show the question; what was accepted here stands until the page is left."""
        if not stands(self, "#question", "ChoiceRow"):
            return  # closed meanwhile
        if self._accepted and self._question:
            held = [each for each in asked.coverage.taken if each.request.id == self._question.request.id]
            self._show(held[0]) if held else self.action_leave()
        elif asked.coverage.asked:
            still = [
                each for each in asked.coverage.asked if self._question and each.request == self._question.request
            ]
            self._show((still or list(asked.coverage.asked))[0])
        elif self.kiosk.screen is self:
            self.action_leave()

    def _show(self, cover: ToCover) -> None:
        self._question = cover
        words = N_("Thank you. You cover {when}.") if self._accepted else N_("Would you cover {when}?")
        when = cover_words(cover, self.kiosk.settings.clock_hours)
        place = ", ".join(part for part in (place_words(cover.place), cover.where) if part)
        question = self.query_one("#question", Static)
        question.set_class(self._accepted, "mine")
        question.update(Content.assemble((_(words).format(when=when), "bold"), "\n", place))
        choices = [UNDO, BACK] if self._accepted else [YES, NOT_TODAY, DECIDE_LATER]
        self.query_one(Choices).show(choices, marked=key_kept(self, choices, otherwise="0"))

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Answer, take the answer back, or go back."""
        if taken.choice.action == "back" or self._question is None:
            self.action_leave()
            return
        house, person, number = self.kiosk.house, self.person, self._question.request.id
        answers: dict[str, Callable[[], object]] = {
            "accept": partial(coverage.accept_coverage, house, person.code, person.id, number),
            "decline": partial(coverage.decline_coverage, house, person.code, person.id, number),
            "release": partial(coverage.release_coverage, house, person.code, number),
        }
        action = taken.choice.action
        self.ask(answers[action], lambda _request: CoverAnswered(action == "accept"), group="answer")

    def on_cover_answered(self, answered: CoverAnswered) -> None:
        """Show it; after *not today* there may be another question."""
        self._asked = False
        self._accepted = self._accepted or answered.accepted
        self.follow()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why; somebody else may have been quicker."""
        if stands(self, "#question", "ChoiceRow"):
            self.query_one("#question", Static).update(Content(refusal.sentence))
            self.query_one(Choices).show([BACK], marked="0")
