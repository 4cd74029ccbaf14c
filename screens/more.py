"""More for a member: the own record, goals, supports, the house meeting, the card for a phone, a PIN.

What is private lies behind the member's PIN where there is one; it is asked once, for as long as this page is open.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.content import Content
from textual.message import Message

from clubhouse import record_pin
from clubhouse.people import Person
from clubhouse.record_key import RecordKey
from screens.own_page import BACK, OwnPage
from screens.own_pin import OwnPin, PinFor
from screens.page import Page
from screens.widgets.choices import Choice
from screens.words import N_, _

RECORD = Choice("1", N_("My record, month by month"), "record", N_("What you did here, in plain words"))
GOALS = Choice("2", N_("My goals"), "goals", N_("What you would like, in your own words"))
SUPPORTS = Choice("3", N_("What the house helped me with"), "supports", N_("And who wrote it down"))
MEETING = Choice("4", N_("House meeting"), "meeting", N_("What the next one talks about; bring something up"))
CARD = Choice("5", N_("Show my card for my phone"), "card", N_("Shows your card, so that you can photograph it"))
PIN = Choice("6", N_("A PIN for my record"), "pin", N_("So that nobody with your card can open it"))


@dataclass
class PinKnown(Message):
    """The house has said whether there is a PIN; `action` is what it was asked for."""

    has: bool
    action: str


class MorePage(OwnPage):
    """Each choice opens a page of its own."""

    DEFAULT_CSS = """
    MorePage VerticalScroll { display: none; }
    MorePage Choices { height: 1fr; }
    """

    def __init__(self, person: Person, code: str) -> None:
        """`code` is that of the card that was scanned; empty without one."""
        super().__init__(person)
        self._code = code

    def follow(self) -> None:
        """There is nothing to ask."""
        choices = [RECORD, GOALS, SUPPORTS, MEETING, *([CARD] if self._code else []), PIN, BACK]
        self.show_page(_("My record and more"), Content(""), choices)

    def chosen(self, action: str, number: str = "") -> None:
        """What is private is opened by the PIN, where there is one."""
        if action == "meeting":
            self._enter("meeting")
        elif action == "card":
            self.kiosk.open_my_card(self._code)
        else:
            has = partial(record_pin.has_pin, self.kiosk.house, self.person.id)
            self.ask(has, lambda has: PinKnown(has, action), group="answer")

    def on_pin_known(self, known: PinKnown) -> None:
        """Ask for it, or go in."""
        self._asked = False
        if known.action == "pin":
            self.key = None  # it is worth nothing when there is another PIN
            self.enter(MyPinPage(self.person, known.has))
        elif known.has and self.key is None:
            self.enter(OwnPin(self.person, PinFor.OPENING, partial(self._unlock, known.action)))
        else:
            self._enter(known.action)

    def _unlock(self, action: str, key: RecordKey | None) -> None:
        self.key = key
        self._enter(action)

    def _enter(self, action: str) -> None:
        self.enter(_PAGES[action](self.person, self.key))


def _record(person: Person, key: RecordKey | None) -> Page:
    from screens.record import RecordPage

    return RecordPage(person, key)


def _goals(person: Person, key: RecordKey | None) -> Page:
    from screens.goals import GoalsPage

    return GoalsPage(person, key)


def _supports(person: Person, key: RecordKey | None) -> Page:
    from screens.supports import SupportsPage

    return SupportsPage(person, key)


def _meeting(person: Person, _key: RecordKey | None) -> Page:
    from screens.house_meeting import HouseMeetingPage

    return HouseMeetingPage(person)


_PAGES: dict[str, Callable[[Person, RecordKey | None], Page]] = {
    "record": _record,
    "goals": _goals,
    "supports": _supports,
    "meeting": _meeting,
}


class MyPinPage(OwnPage):
    """To have a PIN or none is the member's own choice."""

    def __init__(self, person: Person, has: bool) -> None:
        """`has`: there is one now."""
        super().__init__(person)
        self._has = has

    def follow(self) -> None:
        """What is offered changes here only."""
        if self._has:
            offered = [
                Choice("1", N_("Change my PIN"), "change", N_("Needs the one that you have now")),
                Choice("2", N_("I want no PIN any more"), "remove", N_("Needs the one that you have now")),
            ]
            words = _("Your record is opened by your PIN. Have you forgotten it? Staff can take it away for you.")
        else:
            offered = [Choice("1", N_("Choose a PIN"), "choose", N_("4 to 12 digits, typed twice"))]
            words = _("You need no PIN. With one, nobody who holds your card can read your record at the kiosk.")
        self.show_page(_("A PIN for my record"), Content(words), [*offered, BACK], marked=BACK.key)

    def chosen(self, action: str, number: str = "") -> None:
        """Type it."""
        done = {
            "choose": (PinFor.CHOOSING, True, N_("Your PIN is set. From now on it opens your record.")),
            "change": (PinFor.CHANGING, True, N_("Your PIN is changed.")),
            "remove": (PinFor.REMOVING, False, N_("You have no PIN any more.")),
        }
        purpose, has, words = done[action]
        self.enter(OwnPin(self.person, purpose, partial(self._changed, has, words)))

    def _changed(self, has: bool, words: str, _key: RecordKey | None) -> None:
        self._has = has
        self.say(_(words))
        self.follow()
