"""What is shown once and never again: a new card to be photographed, and a new PIN."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import cards, pins
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.room import Room
from screens.marking import stands
from screens.words import N_, _


@dataclass
class Made(Message):
    """The house has made it."""

    shown: str
    """What stands on the screen and nowhere else."""


class ShownOnce(Room):
    """Made when the page opens, and forgotten when it closes."""

    DEFAULT_CSS = """
    ShownOnce #words { height: auto; text-align: center; padding: 1 1 0 1; }
    ShownOnce.-short #words { padding: 0; }
    ShownOnce #place { height: 1fr; align-horizontal: center; }
    ShownOnce #keys { height: 1; padding: 0 1; background: $panel; }
    """

    def __init__(self, actor: Person, held: frozenset[Permission], person: Person) -> None:
        """It is for `person`."""
        super().__init__(actor, held)
        self._person = person

    def words(self) -> str:
        """What to do with it."""
        raise NotImplementedError

    def make(self) -> str:
        """Ask the house for it. Runs in a thread."""
        raise NotImplementedError

    def picture(self, shown: str) -> str:
        """As it stands on the screen."""
        return shown

    def furnish(self) -> ComposeResult:
        """What to do, and the place for it."""
        yield Static(Content(self.words()), id="words")
        with Vertical(id="place"):
            yield Static(id="picture", markup=False)
        yield Static(_("F1 Help   Esc Back; it is not shown again"), id="keys", markup=False)

    def on_mount(self) -> None:
        """Have it made, once."""
        self.ask(self.make, Made, group="answer")

    def on_made(self, made: Made) -> None:
        """Show it."""
        if stands(self, "#picture"):
            self.query_one("#picture", Static).update(Content(self.picture(made.shown)))


class NewCard(ShownOnce):
    """The QR picture in black on white, whatever the look of the kiosk: decoders need that contrast."""

    name_of_room = N_("New card")
    _first = False
    DEFAULT_CSS = """
    NewCard #words { padding: 0; }
    NewCard #picture { width: auto; height: auto; color: #000000; background: #ffffff; }
    """

    def words(self) -> str:
        """For the holder."""
        return _("{name} photographs this now.").format(name=full_name(self._person))

    def make(self) -> str:
        """A first card, or another in place of the one in use."""
        makes = cards.issue_card if self._first else cards.replace_card
        return makes(self.kiosk.house, self.actor.code, self._person).code

    def picture(self, shown: str) -> str:
        """As the scanner reads it."""
        from clubhouse import qr  # slow to import, and rarely needed

        return "\n".join(qr.half_blocks(shown))


class FirstCard(NewCard):
    """For somebody who has none."""

    _first = True


class NewPin(ShownOnce):
    """Digits that the person learns and changes at the desk."""

    name_of_room = N_("New PIN")
    DEFAULT_CSS = """
    NewPin #picture { width: auto; text-style: bold; padding: 2 4; border: heavy $edge; margin: 1; }
    """

    def words(self) -> str:
        """For whoever gets it."""
        words = _("The PIN of {name}, shown this once. They open the desk with it, and change it with 8.")
        return words.format(name=full_name(self._person))

    def make(self) -> str:
        """A new one in place of any other."""
        return pins.give_pin(self.kiosk.house, self.actor.code, self._person)
