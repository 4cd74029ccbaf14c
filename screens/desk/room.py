"""What every page of the staff desk has in common: who is there, what they may do, and that it locks by itself."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from clubhouse.names import shown_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.settings import Settings
from screens.asking import Refusal
from screens.idle import WARNING_SECONDS
from screens.marking import stands
from screens.own_card import OwnCardPage
from screens.words import N_, _


class Room(OwnCardPage):
    """A page of the desk: its title and who is there in the first line, what was done or refused in the second.

    Nothing here decides who may do what: the operations of the house do.
    """

    name_of_room: ClassVar[str] = N_("Staff desk")
    """Stands in the title."""

    DEFAULT_CSS = """
    Room #title { height: 1; background: $chosen-ground; color: $chosen; text-style: bold; padding: 0 1; }
    Room #said { height: auto; max-height: 5; padding: 0 1; background: $calm-ground; color: $calm; display: none; }
    Room #said.-told { display: block; }
    """

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """`actor` is at the desk and holds these permissions."""
        super().__init__(actor.id)
        self.actor = actor
        self.permissions = held

    def compose(self) -> ComposeResult:
        """The title, what was said, and the room's own."""
        yield Static(Content(self.title_words()), id="title")
        yield Static(id="said", markup=False)
        yield from self.furnish()

    def furnish(self) -> ComposeResult:
        """What stands in the room."""
        raise NotImplementedError

    def title_words(self) -> str:
        """*Today · Ana R.*"""
        who = shown_name(self.actor) or _("(name not shown)")
        return _("{room} · {who}").format(room=_(self.name_of_room), who=who)

    def rests_for(self, settings: Settings) -> int:
        """The desk locks after the seconds of its own setting, the warning counted in."""
        return max(1, settings.desk_lock_seconds - WARNING_SECONDS)

    def say(self, words: str) -> None:
        """Tell what was done, or why it was not; empty to tell nothing any more."""
        if stands(self, "#said"):
            self.query_one("#said", Static).update(Content(words))
            self.query_one("#said").set_class(bool(words), "-told")

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why it was not done; the room stays."""
        self.say(refusal.sentence)

    def leave_saying(self, words: str) -> None:
        """Back to the page before, which tells what was done here."""
        self.action_leave()
        if isinstance(self.app.screen, Room):
            self.app.screen.say(words)

    def enter(self, room: "type[Room]") -> None:
        """Open another room for the same person, on top of this one."""
        self.enter_page(room(self.actor, self.permissions))

    def enter_page(self, page: "Room") -> None:
        """Open a room that was made already."""
        if self.app.screen is self:  # hands that shake press twice
            self.app.push_screen(page)

    def action_leave(self) -> None:
        """Back; what was typed here begins no scan."""
        self.kiosk.forget_keys()
        super().action_leave()
