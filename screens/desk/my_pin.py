"""Another PIN for whoever is at the desk."""

from collections.abc import Mapping, Sequence

from clubhouse import pins
from clubhouse.errors import BadInput
from screens.desk.fields import Field, Kind
from screens.desk.form import Form
from screens.words import N_, _


class MyPin(Form):
    """The old one, and the new one twice, so that a slip of the hand locks nobody out."""

    name_of_room = N_("Change my PIN")
    done_words = N_("Your PIN is changed.")

    def fields(self) -> Sequence[Field]:
        """All three as dots."""
        return (
            Field("old", N_("PIN until now"), N_("The one with which you came in."), kind=Kind.SECRET),
            Field("new", N_("New PIN"), N_("4 to 12 digits."), check=pins.checked_pin, kind=Kind.SECRET),
            Field("again", N_("New PIN again"), N_("The same digits once more."), kind=Kind.SECRET),
        )

    def save(self, typed: Mapping[str, str]) -> None:
        """Change it."""
        if typed["new"] != typed["again"]:
            raise BadInput(_("The new PIN was typed in two different ways. Type it again."))
        pins.change_pin(self.kiosk.house, self.actor, typed["old"], typed["new"])
