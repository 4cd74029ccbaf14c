"""The way to the unit meeting: whoever may run it holds up their card once more."""

from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import permissions
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.asking import Refusal
from screens.marking import stands
from screens.page import Page
from screens.widgets.keys import KeyRow
from screens.words import _


@dataclass
class Recognised(Message):
    """The house has looked at the card that was held up."""

    scanned: str
    person: Person | None
    """Who may run the meeting; None for everybody else."""


class StaffDoor(Page):
    """The next scan opens the meeting, if its person holds the permission; any other scan is answered as ever."""

    DEFAULT_CSS = """
    StaffDoor Vertical { align: center middle; height: 1fr; }
    StaffDoor #words { width: auto; max-width: 100%; border: heavy $primary; padding: 1 3; text-align: center; }
    StaffDoor.ascii #words { border: ascii $primary; }
    """

    def __init__(self) -> None:
        """Nothing scanned yet."""
        super().__init__()
        self._scans: list[str] = []

    def compose(self) -> ComposeResult:
        """One sentence."""
        with Vertical():
            words = _("Staff: hold up your card to run the unit meeting.\nYou stay signed in.")
            yield Static(words, id="words", markup=False)
        yield KeyRow()

    def takes_scan(self, scanned: str) -> bool:
        """Ask who that is before anybody is signed in or out; what is scanned meanwhile waits for that."""
        self._scans.append(scanned)
        if len(self._scans) == 1:
            who = partial(permissions.holder, self.kiosk.house, scanned, Permission.BOARD)
            self.ask(who, lambda person: Recognised(scanned, person), group="answer")
        return True

    def on_recognised(self, recognised: Recognised) -> None:
        """Open the meeting, or let the scans be answered."""
        scans, self._scans, self._asked = self._scans, [], False
        if recognised.person:
            self.kiosk.open_meeting(recognised.person)
            scans = [scanned for scanned in scans if scanned != recognised.scanned]
        for scanned in scans:
            self.kiosk.answer_scan(scanned)

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why nothing opens."""
        scans, self._scans = self._scans[1:], []
        for scanned in scans:
            self.kiosk.answer_scan(scanned)
        if stands(self, "#words"):
            self.query_one("#words", Static).update(Content(refusal.sentence))
