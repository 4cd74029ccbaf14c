"""The PIN of one's own before My record: typed to go in, chosen, changed, or taken away."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from textual.message import Message

from clubhouse import pins, record_pin
from clubhouse.house import House
from clubhouse.names import shown_name
from clubhouse.people import Person
from clubhouse.record_key import RecordKey
from screens.marking import stands
from screens.pin_page import PinPage
from screens.words import N_, _


class PinFor(Enum):
    """What a PIN is typed for."""

    OPENING = "open"
    CHOOSING = "choose"
    CHANGING = "change"
    REMOVING = "remove"


_NEW = N_("Choose 4 to 12 digits that you remember, then press Enter.")
_AGAIN = N_("The same digits once more, then press Enter.")
ASKED = {
    PinFor.OPENING: (N_("Type your PIN, then press Enter."),),
    PinFor.CHOOSING: (_NEW, _AGAIN),
    PinFor.CHANGING: (N_("Type the PIN that you have now, then press Enter."), _NEW, _AGAIN),
    PinFor.REMOVING: (N_("Type your PIN, then press Enter: from then on there is none."),),
}
"""What is typed, one after the other."""


@dataclass
class Taken(Message):
    """The house has taken the PIN."""

    key: RecordKey | None
    """To the record, where it was typed to open that."""


class OwnPin(PinPage):
    """As many PINs as it takes; what was typed is forgotten as soon as it was tried."""

    def __init__(self, person: Person, purpose: PinFor, done: Callable[[RecordKey | None], None]) -> None:
        """`done` is called with the key that the house gave, when the page is closed again."""
        super().__init__(person.id, shown_name(person))
        self._person, self._for, self._done = person, purpose, done
        self._given: list[str] = []

    def first_words(self) -> str:
        """What to type."""
        return _(ASKED[self._for][len(self._given)])

    def entered(self, pin: str) -> None:
        """The next one, or try."""
        self._given.append(pin)
        if len(self._given) < len(ASKED[self._for]):
            self.hint(self.first_words())
            return
        given, self._given = self._given, []
        if self._for in (PinFor.CHOOSING, PinFor.CHANGING) and given[-1] != given[-2]:
            again = _("That was typed in two different ways. Begin again: {words}")
            self.hint(again.format(words=self.first_words()))
            return
        self.hint(_("One moment."))
        self.ask(partial(_try, self.kiosk.house, self._person, self._for, given), Taken, group="answer")

    def on_taken(self, taken: Taken) -> None:
        """Back, and on from there."""
        if stands(self, "#dots") and self.app.screen is self:
            self.action_leave()
            self._done(taken.key)


def _try(house: House, person: Person, purpose: PinFor, given: list[str]) -> RecordKey | None:
    if purpose is PinFor.CHOOSING:
        record_pin.choose_pin(house, person, given[0])
    elif purpose is PinFor.CHANGING:
        pins.change_pin(house, person, given[0], given[1])
    elif purpose is PinFor.REMOVING:
        record_pin.remove_pin(house, person, given[0])
    else:
        return record_pin.open_record(house, person, given[0])
    return None
