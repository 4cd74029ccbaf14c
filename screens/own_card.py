"""Pages that one person has opened with a card: a scanner that reads the card once more must not close them."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import count

from textual.message import Message

from clubhouse import permissions
from clubhouse.attendance import REPEAT_SECONDS
from clubhouse.people import Person
from screens.page import Page


@dataclass
class Recognised(Message):
    """The house has looked at the card that was held up."""

    scanned: str
    person: Person | None
    """Who holds at least one permission; None for everybody else."""


class OwnCardPage(Page):
    """For a few seconds the person's own card is not answered; every other scan wins, as everywhere."""

    def __init__(self, person_id: int) -> None:
        """`person_id` is whoever has opened the page."""
        super().__init__()
        self.person_id = person_id
        self._opened = self.kiosk.house.clock()
        self._scans = count()

    def takes_scan(self, scanned: str) -> bool:
        """Ask whose card that is, as long as it may be the one that has opened the page."""
        if self.kiosk.house.clock() - self._opened > timedelta(seconds=REPEAT_SECONDS):
            return False
        who = partial(permissions.holder, self.kiosk.house, scanned)
        self.ask(who, lambda person: Recognised(scanned, person), group=f"scan {next(self._scans)}")
        return True

    def on_recognised(self, recognised: Recognised) -> None:
        """Anybody else's card is answered as ever."""
        if recognised.person is None or recognised.person.id != self.person_id:
            self.kiosk.answer_scan(recognised.scanned)
