"""One person's page: the answer to their scan, and what they can do now."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from clubhouse import attendance, door, invitations
from clubhouse.attendance import Answer, Outcome
from clubhouse.board import MyDay
from clubhouse.house import House
from clubhouse.program import Event
from screens.answers import SAYINGS, Said, said
from screens.asking import Refusal
from screens.marking import key_kept
from screens.page import Page
from screens.parts import mine_words, this_part
from screens.scan_desk import Answered
from screens.widgets.answer import AnswerPanel
from screens.widgets.choices import MOST, Choice, Choices
from screens.widgets.keys import KeyRow
from screens.words import N_, _

SIGN_OUT = Choice("9", N_("Sign out: I am leaving"), "sign_out", N_("Ends your visit now"))
DONE = Choice("0", N_("Done: close my page"), "done", N_("Closes your page"))
UNDO_IN = Choice("U", N_("Undo: do not sign me in"), "undo", N_("Takes your sign-in back"))
UNDO_OUT = Choice("U", N_("Undo: I am still here"), "undo", N_("Takes your sign-out back"))
TOLD = Choice("8", N_("I left at another time"), "told", N_("Say when you left on the day without a sign-out"))
YES = Choice("1", N_("Yes, I'll help"), "accept", N_("You are on the list"))
NOT_TODAY = Choice("2", N_("Not today"), "decline", N_("As good an answer; it is noted nowhere"))
EVENTS = Choice("2", N_("Classes and events"), "events", N_("What is on, and what you are registered for"))
HOURS = Choice("3", N_("My job hours"), "hours", N_("Your paid work, or that you would like to work"))
MORE = Choice("4", N_("My record and more"), "more", N_("Your record, the house meeting, your card for your phone"))
HERE_FOR = Choice("5", N_("I am here for..."), "today", N_("Shows what is on today"))
MY_CARD = Choice("7", N_("My card for my phone"), "my_card", N_("Shows your card, so that you can photograph it"))


MOST_WITH_KEYS = 5
"""With more choices there is no room for the function keys, which work all the same."""
MOST_WITH_CARD = 6
"""With more choices an answer that tells more than usual would be short of room."""
ROOMY = 26
"""With so many rows there is room for everything."""


@dataclass
class DaySeen(Message):
    """The house has said what the person can choose now; the answer to the scan is as it was."""

    answer: Answer


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
    Home.-full AnswerPanel { height: 3; }
    """

    def __init__(self) -> None:
        """Nobody's page yet."""
        super().__init__()
        self._is_away = False
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
        self._show(answer, code, _marked(answer))

    def _show(self, answer: Answer, code: str, marked: str) -> None:
        self.answer, self.code, self._asked = answer, code, False
        choices = offered(answer, code)
        self.set_class(len(choices) > MOST_WITH_KEYS, "-crowded")
        self.set_class(len(choices) == MOST and 24 <= self.size.height < ROOMY, "-full")
        clock = self.kiosk.settings.clock_hours
        self.query_one(AnswerPanel).show(said(answer, clock), ascii_only=self.kiosk.ascii_only)
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
        action, _space, number = taken.choice.action.partition(" ")
        actions: dict[str, Callable[[], None]] = {
            "events": self._open_program,
            "today": partial(self._open_program, today=True),
            "here": partial(self._at_event, door.come_to, number),
            "not_here": partial(self._at_event, door.not_there, number),
            "hours": self._open_hours,
            "sign_out": self._sign_out,
            "undo": self._undo,
            "told": partial(self.kiosk.open_leaving, self.answer),
            "help": self._open_board,
            "accept": partial(self._answer_invitation, invitations.accept_invitation),
            "decline": partial(self._answer_invitation, invitations.decline_invitation),
            "my_card": partial(self.kiosk.open_my_card, self.code),
            "more": self._open_more,
            "done": self.kiosk.rest,
        }
        actions[action]()

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
        """Back from the board or the programme: show what was chosen there."""
        if self._is_away and self.answer and self.answer.person:
            self._is_away = False
            self._look()

    def follow(self) -> None:
        """An invitation may have come."""
        if self.answer and self.answer.my_day and self.kiosk.screen is self:
            self._look()

    def _look(self) -> None:
        assert self.answer is not None
        self.ask(partial(attendance.with_my_day, self.kiosk.house, self.answer), DaySeen, group="look")

    def on_day_seen(self, seen: DaySeen) -> None:
        """Show the day as it is now, keeping the mark; the answer to the scan stays."""
        was, self._asked = self.answer, False
        if (
            was
            and was.visit == seen.answer.visit
            and (was.my_day, was.door, was.work) != (seen.answer.my_day, seen.answer.door, seen.answer.work)
        ):
            now = replace(was, my_day=seen.answer.my_day, door=seen.answer.door, work=seen.answer.work)
            kept = key_kept(self, offered(now, self.code), otherwise=DONE.key)
            self._show(now, self.code, kept)

    def _open_program(self, *, today: bool = False) -> None:
        assert self.answer is not None
        if self.answer.person and self.answer.door:
            self._is_away = True
            day = self.answer.at.date() if today else None
            self.kiosk.open_program(self.answer.person, self.answer.door.news, day)

    def _open_hours(self) -> None:
        if self.answer and self.answer.person and self.answer.work:
            self._is_away = True
            self.kiosk.open_hours(self.answer.person)

    def _at_event(self, operation: Callable[[House, int, int], object], number: str) -> None:
        if self.answer and self.answer.person:
            change = partial(operation, self.kiosk.house, self.answer.person.id, int(number))
            self.ask(partial(_changing, self.kiosk.house, self.answer, change), DaySeen, group="answer")

    def _open_more(self) -> None:
        if self.answer and self.answer.person:
            self._is_away = True
            self.kiosk.open_more(self.answer.person, self.code)

    def _open_board(self) -> None:
        assert self.answer is not None
        if self.answer.person and self.answer.my_day and self.answer.my_day.offered:
            self._is_away = True
            self.kiosk.open_board(self.answer.person, self.answer.my_day, self.answer.my_day.offered)

    def _answer_invitation(self, operation: Callable[[House, int, int], object]) -> None:
        assert self.answer is not None
        assert self.answer.person is not None
        if self.answer.my_day and self.answer.my_day.invitation:
            part = self.answer.my_day.invitation.part
            reply = partial(operation, self.kiosk.house, self.answer.person.id, part.id)
            self.ask(partial(_changing, self.kiosk.house, self.answer, reply), DaySeen, group="answer")

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why it was not done; the page stays."""
        saying = SAYINGS[Outcome.UNKNOWN]
        self.query_one(AnswerPanel).show(Said(saying, refusal.sentence, ""), ascii_only=self.kiosk.ascii_only)


def _changing(house: House, answer: Answer, change: Callable[[], object]) -> Answer:
    change()
    return attendance.with_my_day(house, answer)


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


def here_choice(now: tuple[Event, ...]) -> Choice | None:
    """*I am here for Bowling*, or its undo; None when nothing is on, or the list has the person already."""
    coming = [event for event in now if not event.there]
    came = [event for event in now if event.there and not event.has_seat]
    if len(coming) > 1:
        return HERE_FOR
    if coming:
        words = _("I am here for {title}").format(title=coming[0].occurrence.title)
        return Choice("5", words, f"here {coming[0].occurrence.id}", N_("Notes that you are there"))
    if len(came) == 1:  # another key, for hands that shake press twice
        undo = _("Undo: I am not here for {title}").format(title=came[0].occurrence.title)
        return Choice("6", undo, f"not_here {came[0].occurrence.id}", N_("Takes it back"))
    return None


def offered(answer: Answer, code: str) -> list[Choice]:
    """What the person can do now; of a stranger's card nothing but *Done*."""
    my_day = answer.my_day
    asked = my_day is not None and my_day.invitation is not None
    here = here_choice(answer.door.now) if answer.door else None
    offers = {
        YES: asked,
        NOT_TODAY: asked,
        help_choice(my_day): my_day is not None and my_day.offered is not None and not asked,
        EVENTS: answer.is_here and not asked,
        HOURS: answer.work is not None and answer.work.offered and not asked,
        MORE: answer.is_here and not asked,
        here: here is not None,
        TOLD: answer.guessed is not None and answer.is_here,
        SIGN_OUT: answer.is_here,
        UNDO_IN: attendance.can_undo(answer) and answer.is_here,
        UNDO_OUT: attendance.can_undo(answer) and not answer.is_here,
        MY_CARD: bool(code) and answer.is_here and not asked,
        DONE: True,
    }
    choices = [choice for choice, offer in offers.items() if choice and offer]
    if len(choices) > (MOST_WITH_CARD if _tells_more(answer) else MOST):
        choices = [choice for choice in choices if choice is not MY_CARD]  # it stands behind MORE too
    for given_up in (MORE, here):  # what is on now can be chosen among classes and events too
        if len(choices) > MOST:
            choices = [choice for choice in choices if choice is not given_up]
    return choices


def _tells_more(answer: Answer) -> bool:
    events, work = answer.door, answer.work
    told = events is not None and bool(events.now or events.news)
    return told or answer.guessed is not None or (work is not None and work.asked_for is not None)
