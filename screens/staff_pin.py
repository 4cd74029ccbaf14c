"""The PIN that opens the staff desk."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from clubhouse import pins
from screens.marking import stands
from screens.pin_page import PinPage
from screens.words import N_, _


@dataclass
class DeskOpened(Message):
    """The PIN was right."""

    opened: pins.Opened


class StaffPin(PinPage):
    """Digits and Enter, and the desk is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", N_("Open the desk"), tooltip=N_("Tries the PIN that you typed"), show=False),
    ]

    def demo_words(self) -> str:
        """In a made-up house, what to type."""
        pin = self.kiosk.demo_pin
        return _("In this made-up house the PIN of all staff is {pin}.").format(pin=pin) if pin else ""

    def entered(self, pin: str) -> None:
        """Try it."""
        self.hint(_("One moment."))
        self.ask(partial(pins.open_desk, self.kiosk.house, self.person_id, pin), DeskOpened, group="answer")

    def on_desk_opened(self, message: DeskOpened) -> None:
        """Go in."""
        if stands(self, "#dots"):
            self.kiosk.open_desk(message.opened)
