"""The next sheet of cards: who is on it, and the page written where staff say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.message import Message

from clubhouse import next_sheet
from clubhouse.exports.places import folder_typed
from clubhouse.next_sheet import OnSheet
from clubhouse.print_folder import folder_beside
from screens.desk.fields import YES, Field, choice_field, yes_no_field
from screens.desk.form import Form
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.people_words import since_words
from screens.desk.room import Room
from screens.desk.rows import Row
from screens.words import N_, _

NOBODY = "nobody"


@dataclass
class SheetSeen(Message):
    """The house has said whose cards stand on it."""

    cards: list[OnSheet]


@dataclass
class TakenOff(Message):
    """A card is on it no longer."""

    name: str


class SheetRoom(ListRoom):
    """Whoever is put on the sheet on their own page stands here until it is written."""

    name_of_room = N_("Cards to print")
    enter_words = ""
    heads: ClassVar[tuple[str, ...]] = (N_("Name"), N_("Code"), N_("On the sheet"))
    commands = (
        DeskKey("W", N_("Write the sheet"), N_("A page with all of them, to print; it asks where"), "write"),
        DeskKey("T", N_("Take off"), N_("The marked card stays as it is, and is not printed"), "take_off"),
    )

    def follow(self) -> None:
        """Ask the house."""
        self.ask(partial(next_sheet.see_sheet, self.kiosk.house, self.actor.code), SheetSeen, group="look")

    def on_sheet_seen(self, seen: SheetSeen) -> None:
        """Show them."""
        rows = [Row(each.card_id, (each.name, each.person.code, since_words(each.since))) for each in seen.cards]
        self.show_rows(rows or [Row(NOBODY, (_("nobody yet: press K on a person's page"),))])

    def action_write(self) -> None:
        """Ask where, on what, and with names or not."""
        self.say("")
        self.enter(SheetForm)

    def action_take_off(self) -> None:
        """The marked one is not printed."""
        row = self.rows.marked
        if row and row.id != NOBODY:
            take = partial(next_sheet.take_off_sheet, self.kiosk.house, self.actor.code, int(row.id))
            self.ask(take, lambda _done: TakenOff(row.cells[0]), group="answer")

    def on_taken_off(self, taken: TakenOff) -> None:
        """Say so, and show the others."""
        self._asked = False
        self.say(_("{name} is on the sheet no longer.").format(name=taken.name))
        self.follow()


def folder_field(room: Room) -> Field:
    """Where a page goes that is asked for in that room."""
    folder = room.kiosk.settings.print_folder or folder_beside(room.kiosk.house)
    hint = N_("A folder that is there, or the one that stands here.")
    return Field("folder", N_("Folder"), hint, str(folder), folder_typed)


class SheetForm(Form):
    """Where the page goes, the paper, and whether names stand on the cards."""

    name_of_room = N_("Write the sheet")
    save_words = N_("Write it")
    save_about = N_("Enter writes the page with all cards of the sheet.")
    leave_words = N_("Back, nothing is written")

    def fields(self) -> Sequence[Field]:
        """Three."""
        return (
            choice_field("paper", N_("Paper"), (("letter", N_("Letter")), ("a4", N_("A4")))),
            yes_no_field("names", N_("Names"), hint=N_("As each has it shown; without, only the picture.")),
            folder_field(self),
        )

    def save(self, typed: Mapping[str, str]) -> Path:
        """Write it."""
        return next_sheet.print_sheet(
            self.kiosk.house,
            self.actor.code,
            folder_typed(typed["folder"]),
            paper="a4" if typed["paper"] == "a4" else "letter",
            names=typed["names"] == YES,
        )

    def saved(self, result: object) -> None:
        """Say where it is."""
        self.leave_saying(written_words(result))


def written_words(path: object) -> str:
    """Where the page is, and what becomes of it."""
    return _("It is written: {path}. Print it from a browser, then throw the file away.").format(path=path)
