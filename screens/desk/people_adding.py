"""Putting somebody on file: their name, whom they were a guest as, and who shows them around."""

from collections.abc import Mapping, Sequence

from clubhouse import joining, people
from clubhouse.joining import Newcomer
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission
from clubhouse.visitors import Visitor
from screens.desk.fields import YES, Field, person_field, yes_no_field
from screens.desk.form import Form
from screens.desk.people_forms import name_fields, person_typed
from screens.desk.people_person import PersonPage
from screens.desk.room import Room
from screens.words import N_, _


class AddPerson(Form):
    """Somebody new; the code comes by itself."""

    name_of_room = N_("Somebody new")

    def __init__(self, actor: Person, held: frozenset[Permission], name: str, guest: Visitor | None = None) -> None:
        """`name` as far as it is known; `guest` is who came for a tour."""
        super().__init__(actor, held)
        self._guest = guest
        first, _blank, last = name.strip().partition(" ")
        begins = people.new_person(self.kiosk.house, Kind.MEMBER, _capital(first), _capital(last))
        self._begins = begins

    def fields(self) -> Sequence[Field]:
        """The name, and who shows them around."""
        return (
            *name_fields(self._begins, self.permissions),
            yes_no_field("orientation", N_("Orientation"), value=True, hint=N_("A checklist of getting to know it.")),
            person_field("buddy", N_("Buddy"), N_("Letters of who goes along; may stay empty.")),
        )

    def save(self, typed: Mapping[str, str]) -> Person:
        """All of it at once."""
        newcomer = Newcomer(
            person_typed(self._begins, typed),
            self._guest.id if self._guest else None,
            typed["orientation"] == YES,
            int(typed["buddy"]) if typed["buddy"] else None,
        )
        return joining.join_house(self.kiosk.house, self.actor.code, newcomer)

    def saved(self, result: object) -> None:
        """On to their page, where the card is made."""
        assert isinstance(result, Person)
        told = _("{code} is on file. K makes a card.").format(code=result.code)
        self.action_leave()
        if isinstance(self.app.screen, Room):
            self.app.screen.enter_page(PersonPage(self.actor, self.permissions, result.id, told))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
