"""One person's page: the answer to their scan, and what they can do now."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from clubhouse import attendance, board, invitations
from clubhouse.attendance import Answer, Outcome
from clubhouse.board import MyDay
from clubhouse.house import House
from clubhouse.people import Person
from screens.answers import SAYINGS, Said, said
from screens.asking import Refusal
from screens.marking import key_kept
from screens.page import Page
from screens.parts import mine_words, this_part
from screens.scan_desk import Answered
from screens.widgets.answer import AnswerPanel
from screens.widgets.choices import Choice, Choices
from screens.widgets.keys import KeyRow
from screens.words import N_, _

SIGN_OUT = Choice("9", N_("Sign out: I am leaving"), "sign_out", N_("Ends your visit now"))
DONE = Choice("0", N_("Done: close my page"), "done", N_("Closes your page"))
UNDO_IN = Choice("U", N_("Undo: do not sign me in"), "undo", N_("Takes your sign-in back"))
UNDO_OUT = Choice("U", N_("Undo: I am still here"), "undo", N_("Takes your sign-out back"))
TOLD = Choice("8", N_("I left at another time"), "told", N_("Say when you left on the day without a sign-out"))
YES = Choice("1", N_("Yes, I'll help"), "accept", N_("You are on the list"))
NOT_TODAY = Choice("2", N_("Not today"), "decline", N_("As good an answer; it is noted nowhere"))
MY_CARD = Choice("7", N_("My card for my phone"), "my_card", N_("Shows your card, so that you can photograph it"))


MOST_WITH_KEYS = 4
"""With more choices there is no room for the function keys, which work all the same."""


@dataclass
class MyDaySeen(Message):
    """The house has said what the person can choose now."""

    my_day: MyDay


@dataclass
class InvitationAnswered(Message):
    """Yes or not today is noted; this is the day since."""

    my_day: MyDay


class Home(Page):
    """Stays until the next scan, *Done*, or the idle warning. Knows one answer and forgets it when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Done"), tooltip=N_("Closes your page"), show=False),
    ]
    DEFAULT_CSS = """
    Home Choices { padding: 1 2 0 2; }
    Home.-short Choices { padding: 0 1; }
    Home.-short KeyRow, Home.-crowded KeyRow { display: none; }
    Home.-crowded Choices { padding: 0 2; }
    """

    def __init__(self) -> None:
        """Nobody's page yet."""
        super().__init__()
        self._board_opened = False
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
        self._put(offered(answer, code), _marked(answer))

    def _put(self, choices: list[Choice], marked: str) -> None:
        assert self.answer is not None
        words = said(self.answer, self.kiosk.settings.clock_hours)
        self.query_one(AnswerPanel).show(words, ascii_only=self.kiosk.ascii_only)
        self.set_class(len(choices) > MOST_WITH_KEYS, "-crowded")
        self.query_one(Choices).show(choices, marked=marked)

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
            "help": self._open_board,
            "accept": partial(self._answer_invitation, invitations.accept_invitation),
            "decline": partial(self._answer_invitation, invitations.decline_invitation),
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

    def on_screen_resume(self) -> None:
        """Back from the board: show what was chosen there."""
        if self._board_opened and self.answer and self.answer.person:
            self._board_opened = False
            self._look()

    def follow(self) -> None:
        """An invitation may have come."""
        if self.answer and self.answer.my_day and self.kiosk.screen is self:
            self._look()

    def _look(self) -> None:
        assert self.answer is not None
        assert self.answer.person is not None
        self.ask(partial(board.my_day, self.kiosk.house, self.answer.person), MyDaySeen, group="look")

    def on_my_day_seen(self, seen: MyDaySeen) -> None:
        """Show the day as it is now; the answer to the scan stays, and the mark where it was."""
        if self.answer and self.answer.my_day != seen.my_day:
            self._turn_to(replace(self.answer, my_day=seen.my_day))

    def on_invitation_answered(self, answered: InvitationAnswered) -> None:
        """Show the day without the question."""
        self._asked = False
        if self.answer:
            self._turn_to(replace(self.answer, my_day=answered.my_day))

    def _turn_to(self, answer: Answer) -> None:
        self.answer = answer
        choices = offered(answer, self.code)
        self._put(choices, key_kept(self, choices, otherwise=DONE.key))

    def _open_board(self) -> None:
        assert self.answer is not None
        if self.answer.person and self.answer.my_day and self.answer.my_day.offered:
            self._board_opened = True
            self.kiosk.open_board(self.answer.person, self.answer.my_day, self.answer.my_day.offered)

    def _answer_invitation(self, operation: Callable[[House, int, int], object]) -> None:
        assert self.answer is not None
        assert self.answer.person is not None
        if self.answer.my_day and self.answer.my_day.invitation:
            house, person, part = self.kiosk.house, self.answer.person, self.answer.my_day.invitation.part
            self.ask(partial(_answering, house, person, part.id, operation), InvitationAnswered, group="answer")

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why it was not done; the page stays."""
        saying = SAYINGS[Outcome.UNKNOWN]
        self.query_one(AnswerPanel).show(Said(saying, refusal.sentence, ""), ascii_only=self.kiosk.ascii_only)


def _answering(house: House, person: Person, part_id: int, operation: Callable[[House, int, int], object]) -> MyDay:
    operation(house, person.id, part_id)
    return board.my_day(house, person)


def _marked(answer: Answer) -> str:
    if answer.outcome is Outcome.ALREADY_HERE:
        return SIGN_OUT.key
    asked = answer.my_day is not None and answer.my_day.offered is not None
    return YES.key if asked and answer.is_here else DONE.key


def help_choice(my_day: MyDay | None) -> Choice:
    """*Where I'll help this morning*, or what was chosen for it."""
    part = my_day.offered if my_day else None
    if my_day is None or part is None:
        return Choice("1", "", "help")
    chosen = mine_words(my_day.of(part))
    if chosen:
        return Choice("1", _("{chosen} (change)").format(chosen=chosen), "help", N_("Shows the units"))
    return Choice("1", _("Where I'll help {part}").format(part=this_part(part)), "help", N_("Shows the units"))


def offered(answer: Answer, code: str) -> list[Choice]:
    """What the person can do now; of a stranger's card nothing but *Done*."""
    my_day = answer.my_day
    asked = my_day is not None and my_day.invitation is not None
    offers = {
        YES: asked,
        NOT_TODAY: asked,
        help_choice(my_day): my_day is not None and my_day.offered is not None and not asked,
        TOLD: answer.guessed is not None and answer.is_here,
        SIGN_OUT: answer.is_here,
        UNDO_IN: attendance.can_undo(answer) and answer.is_here,
        UNDO_OUT: attendance.can_undo(answer) and not answer.is_here,
        MY_CARD: bool(code) and answer.is_here and not asked,
        DONE: True,
    }
    return [choice for choice, offer in offers.items() if offer]
