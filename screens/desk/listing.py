"""A room with a list: rows to move through and take, letters that narrow it, and keys that work on the marked row."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from clubhouse.people import LONGEST_NAME
from screens.desk.room import Room
from screens.desk.rows import Row, Rows
from screens.marking import stands
from screens.scanning import Letters
from screens.widgets.choices import Choice
from screens.words import N_, _


@dataclass(frozen=True)
class DeskKey:
    """A key of a room with a list."""

    key: str
    """A capital letter, but never C or H, with which every card begins; a digit in a room that letters narrow."""
    words: str
    about: str
    """One more line, for the help page."""
    action: str
    """The room's method `action_...`, called at once; it finds the row as `self.rows.marked`."""


class ListRoom(Room):
    """Shows rows. A room says how they come: `follow` asks the house, and the answer's handler calls `show_rows`."""

    commands: ClassVar[Sequence[DeskKey]] = ()
    """The keys that stand below the list."""
    narrows: ClassVar[bool] = False
    """Whether letters narrow the list; then commands have digits."""
    enter_words: ClassVar[str] = N_("Open")
    """What Enter does with the marked line; empty where it does nothing."""
    heads: ClassVar[tuple[str, ...]] = ()
    """What stands above the columns."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move('up')", N_("Up"), tooltip=N_("Marks the line above"), show=False),
        Binding("down", "move('down')", N_("Down"), tooltip=N_("Marks the line below"), show=False),
        Binding("pageup", "move('pageup')", N_("Page up"), tooltip=N_("Marks a line a page above"), show=False),
        Binding("pagedown", "move('pagedown')", N_("Page down"), tooltip=N_("Marks a line a page below"), show=False),
        Binding("home", "move('home')", N_("First line"), tooltip=N_("Marks the first line"), show=False),
        Binding("end", "move('end')", N_("Last line"), tooltip=N_("Marks the last line"), show=False),
        Binding("enter", "move('enter')", N_("Open"), tooltip=N_("Opens the line that is marked"), show=False),
    ]
    DEFAULT_CSS = """
    ListRoom #find { height: 1; padding: 0 1; color: $primary; text-style: bold; }
    ListRoom #commands { height: auto; padding: 0 1; background: $panel; }
    """

    @property
    def letters(self) -> Letters:  # type: ignore[override]
        """Letters narrow the list, or are keys."""
        return Letters.TYPED if self.narrows else Letters.CHOICES

    def choices(self) -> list[Choice]:
        """The keys, for the help page and for telling them from a scan."""
        return [Choice(each.key, each.words, each.action, each.about) for each in self.commands]

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    def furnish(self) -> ComposeResult:
        """What narrows the list, the list, the keys."""
        if self.narrows:
            yield Static(id="find", markup=False)
        yield Rows(tuple(_(head) for head in self.heads))
        yield Static(id="commands", markup=False)

    def on_mount(self) -> None:
        """Ask the house."""
        self.say_letters()
        self.follow()

    def on_screen_resume(self) -> None:
        """Back from another room, which may have changed what stands here."""
        if stands(self, "Rows"):
            self.follow()

    def show_rows(self, rows: Sequence[Row], marked: int | str | None = None) -> None:
        """Show these, keeping the mark, or marking the row `marked`; nothing while the room opens or closes."""
        if stands(self, "Rows"):
            self.rows.show(rows, marked)

    def keys_to_show(self) -> Sequence[DeskKey]:
        """The keys that stand below the list; a room may leave out those that do nothing now."""
        return self.commands

    def show_keys(self) -> None:
        """The keys, in as many rows as they need."""
        if stands(self, "#commands"):
            keys = keys_in_rows(
                self.keys_to_show(), self.size.width - 2, _(self.enter_words) if self.enter_words else ""
            )
            self.query_one("#commands", Static).update(Content(keys))

    def on_resize(self, event: events.Resize) -> None:
        """The keys are broken anew."""
        self.show_keys()

    def takes_key(self, event: events.Key) -> bool:
        """Moves, commands and letters are taken at once, so that of keys pressed fast none overtakes another."""
        if not stands(self, "Rows"):
            return True  # not yet open, or closed
        character = event.character or ""
        command = next((each for each in self.commands if each.key == character.upper()), None)
        if command:
            self.kiosk.forget_keys()  # the letters that narrowed the list begin no scan on the next page
            getattr(self, f"action_{command.action}")()
        elif self.narrows and self._narrowed_by(event.key, character):
            self.say_letters()
        else:
            return self.rows.moved_by(event.key)
        return True

    def find_words(self) -> str:
        """What stands where the letters will."""
        return _("Type letters to find somebody here.")

    def _narrowed_by(self, key: str, character: str) -> bool:
        typed = self.rows.typed
        if key == "backspace":
            self.rows.narrow(typed[:-1])
        elif key == "escape" and typed:
            self.rows.narrow("")
            self.kiosk.forget_keys()
        elif character and character.isprintable() and len(typed) < LONGEST_NAME:
            self.rows.narrow((typed + character).lstrip())
        else:
            return False
        return True

    def say_letters(self) -> None:
        """Show the letters typed, or what they are for."""
        if self.narrows and stands(self, "#find"):
            typed = self.rows.typed
            words = _("Find: {typed}").format(typed=f"{typed}_") if typed else self.find_words()
            self.query_one("#find", Static).update(Content(words))

    def action_move(self, key: str) -> None:
        """Stands on the help page; the key itself is taken before any binding."""
        self.rows.moved_by(key)


def keys_in_rows(commands: Sequence[DeskKey], width: int, enter: str) -> str:
    """The keys of a room, none of them broken in two; `enter` is what Enter does."""
    enters = [_("Enter {does}").format(does=enter)] if enter else []
    keys = [*(f"{each.key} {_(each.words)}" for each in commands), *enters, _("F1 Help"), _("Esc Back")]
    rows = textwrap.wrap("  ".join(key.replace(" ", "\0") for key in keys), max(1, width), break_on_hyphens=False)
    return "\n".join(rows).replace("\0", " ")
