"""Rooms made of the kit, for its tests: a list whose rows letters narrow, one with commands, and a form."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from clubhouse.errors import BadInput
from screens.desk.fields import Field, Kind, choice_field, person_field, yes_no_field
from screens.desk.form import Form
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.rows import Row, Rows
from tests.screens.kiosks import Kiosk


class Names(ListRoom):
    """Three hundred names, to be found by letters."""

    name_of_room = "Names"
    narrows = True
    heads: ClassVar[tuple[str, ...]] = ("Name", "Since")
    commands = (DeskKey("1", "Say it", "Says the name", "speak"),)
    known: ClassVar[list[Row]] = [Row(number, (f"Person {number}", f"{number}:00")) for number in range(300)]
    taken: ClassVar[list[int | str]] = []

    def follow(self) -> None:
        """No house is asked."""
        self.show_rows(self.known)

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Remember it."""
        self.taken.append(taken.row.id)

    def action_speak(self) -> None:
        """Say the marked name."""
        self.say(self.rows.marked.cells[0] if self.rows.marked else "nobody")


class Letterkeys(Names):
    """The same with letters as keys."""

    narrows = False
    heads: ClassVar[tuple[str, ...]] = ()
    commands = (DeskKey("S", "Say it", "Says the name", "speak"),)


def _no_x(value: str) -> None:
    if "x" in value:
        raise BadInput("No x, please.")


class Asking(Form):
    """One field of each kind; what was saved, or a refusal."""

    name_of_room = "Asking"
    done_words = "Kept."
    kept: ClassVar[list[dict[str, str]]] = []

    def fields(self) -> Sequence[Field]:
        """One of each."""
        return (
            Field("title", "Title", "What it is called.", check=_no_x),
            choice_field("way", "Way", (("call", "a call"), ("card", "a card")), "card"),
            yes_no_field("seen", "Seen"),
            person_field("who", "Who", "First letters."),
            Field("pin", "Secret", kind=Kind.SECRET),
        )

    def save(self, typed: Mapping[str, str]) -> object:
        """Refuse one title."""
        if typed["title"] == "refused":
            raise BadInput("The house does not want that.")
        self.kept.append(dict(typed))
        return len(self.kept)


async def enter(running: Kiosk, room: type[Names] | type[Asking]) -> None:
    """Go from the desk into that room."""
    desk = running.app.screen
    desk.enter(room)  # type: ignore[attr-defined]
    await running.opens(room.__name__)
