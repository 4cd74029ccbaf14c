"""The first page of the staff desk: what needs a look, and the rooms that its person may enter."""

from dataclasses import dataclass
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from screens.desk.room import Room
from screens.desk.rooms import LOCK, RoomDoor, doors_for, notices_for
from screens.marking import stands
from screens.widgets.choices import Choice, Choices
from screens.words import N_

MOST_DOORS = 6
"""So many choices have room below the title and what needs a look."""
MORE = Choice("9", N_("More"), "more", N_("Shows the other rooms"))


@dataclass
class Noticed(Message):
    """The house has said what needs a look."""

    words: list[str]


class Desk(Room):
    """The rooms as choices; leaving it locks the desk."""

    DEFAULT_CSS = """
    Desk #notices { height: auto; max-height: 5; padding: 0 3; }
    Desk Choices { padding: 0 2; }
    Desk.-short #notices { padding: 0 1; max-height: 4; }
    Desk.-short Choices { padding: 0 1; }
    """
    _page = 0

    def furnish(self) -> ComposeResult:
        """What needs a look, the rooms."""
        yield Static(id="notices", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Show the doors at once; the house is asked what needs a look."""
        self._show()
        self.follow()

    def on_screen_resume(self) -> None:
        """Back from a room: what needs a look may be another by now."""
        self.follow()

    def follow(self) -> None:
        """Ask the house what needs a look."""
        if self.is_mounted:
            self.ask(partial(notices_for, self.kiosk.house, self.permissions), Noticed, group="notices")

    def on_noticed(self, noticed: Noticed) -> None:
        """Show it."""
        if stands(self, "#notices"):
            self.query_one("#notices", Static).update(Content("\n".join(noticed.words)))

    def _show(self) -> None:
        self.query_one(Choices).show([*(self._pages()[self._page]), _choice(LOCK)])

    def _pages(self) -> list[list[Choice]]:
        """The doors, with *More* where there is more than one page of them; each has its key on every page."""
        choices = [_choice(door) for door in doors_for(self.permissions)]
        if len(choices) < MOST_DOORS:
            return [choices]
        step = MOST_DOORS - 2
        return [[*choices[start : start + step], MORE] for start in range(0, len(choices), step)]

    def choices(self) -> list[Choice]:
        """Those of every page: the key of a door opens it from any of them."""
        doors = [_choice(door) for door in doors_for(self.permissions)]
        return [*doors, *([MORE] if len(self._pages()) > 1 else []), _choice(LOCK)]

    def takes_key(self, event: events.Key) -> bool:
        """A key of a choice takes it at once, also where it is not in sight."""
        key = (event.character or "").upper()
        taken = next((choice for choice in self.choices() if choice.key == key), None)
        if taken and self.query(Choices):
            self._take(taken.action)
        return taken is not None

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Go there."""
        self._take(taken.choice.action)

    def _take(self, action: str) -> None:
        self.say("")
        if action == MORE.action:
            self._page = (self._page + 1) % len(self._pages())
            self._show()
            return
        door = next(door for door in (*doors_for(self.permissions), LOCK) if door.key == action)
        door.opens(self)

    def action_leave(self) -> None:
        """Lock the desk."""
        self.kiosk.rest()


def _choice(door: RoomDoor) -> Choice:
    return Choice(door.key, door.words, door.key, door.about)
