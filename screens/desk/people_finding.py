"""Finding somebody at the desk: each letter asks the house, and the list shows who that may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import finding
from clubhouse.finding import FoundPeople, FoundPerson
from clubhouse.people import LONGEST_NAME, Person
from clubhouse.permissions import Permission
from screens.desk.listing import ListRoom
from screens.desk.people_words import day_said, kind_words
from screens.desk.rows import Row, Rows
from screens.marking import stands
from screens.words import N_, _


@dataclass
class PeopleFound(Message):
    """The house has looked for what was typed."""

    typed: str
    answer: FoundPeople


class FindPeople(ListRoom):
    """A list that begins with the first letter. A room says what happens to who is `chosen`, and what stands there
    while nothing is typed."""

    narrows = True
    heads: ClassVar[tuple[str, ...]] = (N_("Name"), N_("Code"), "", N_("Last here"))

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """Nothing is typed yet."""
        super().__init__(actor, held)
        self.typed, self._sought, self._enters = "", "", False
        self._found: dict[int | str, FoundPerson] = {}

    def chosen(self, person: Person) -> None:
        """Somebody was taken from the list."""
        raise NotImplementedError

    def show_beginning(self) -> None:
        """Nothing is typed."""
        self.show_rows([])

    def more_rows(self) -> Sequence[Row]:
        """What stands below those who were found."""
        return ()

    def taken_otherwise(self, row: Row) -> None:
        """A row was taken that is nobody's."""

    # -- letters -------------------------------------------------------------------------------------------------

    def takes_key(self, event: events.Key) -> bool:
        """Letters look for somebody; an Enter that overtakes the answer waits for it."""
        if not stands(self, "Rows"):
            return True  # not yet open, or closed
        if self._typed_by(event.key, event.character or ""):
            self._enters = False
            self.say("")
            self.say_letters()
            self.follow()
        elif event.key == "enter" and self._sought != self.typed:
            self._enters = True
        else:
            return self.rows.moved_by(event.key)
        return True

    def _typed_by(self, key: str, character: str) -> bool:
        if key == "backspace":
            self.typed = self.typed[:-1]
        elif key == "escape" and self.typed:
            self.typed = ""
            self.kiosk.forget_keys()
        elif character and character.isprintable() and len(self.typed) < LONGEST_NAME:
            self.typed = (self.typed + character).lstrip()
        else:
            return False
        return True

    def find_words(self) -> str:
        """What the letters are for."""
        return _("Type the first letters of a name, or a code.")

    def say_letters(self) -> None:
        """Show what is typed."""
        if stands(self, "#find"):
            words = _("Find: {typed}").format(typed=f"{self.typed}_") if self.typed else self.find_words()
            self.query_one("#find", Static).update(Content(words))

    # -- the answer ----------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Ask the house for whoever fits the letters."""
        typed = self.typed
        if not typed:
            self._sought = ""
            self.show_beginning()
            return
        look = partial(finding.find_people, self.kiosk.house, self.actor.code, typed)
        self.ask(look, lambda answer: PeopleFound(typed, answer), group="find")

    def on_people_found(self, found: PeopleFound) -> None:
        """Show them; with other letters the mark begins at the top."""
        if found.typed != self.typed:
            return  # another letter was typed since
        people, fresh = found.answer.found, self._sought != found.typed
        self._found = {each.person.id: each for each in people}
        rows = [*(self._row(each) for each in people), *self.more_rows()]
        self.show_rows(rows, rows[0].id if rows and fresh else None)
        self._sought = found.typed
        if fresh and found.answer.more:
            self.say(_("There are more. Type another letter."))
        elif fresh and not people:
            self.say(_("Nobody is found by that."))
        if self._enters and stands(self, "Rows"):
            self._enters = False
            self.rows.moved_by("enter")

    def _row(self, found: FoundPerson) -> Row:
        person, today = found.person, self.kiosk.local_now().date()
        named = f"{found.name} ({person.nickname})" if person.nickname else found.name
        last = _("here now") if found.here else day_said(found.last_day, today) if found.last_day else _("never yet")
        kind = _("on no list") if person.ended_on else kind_words(person.kind)
        return Row(person.id, (named, person.code, kind, last), dim=person.ended_on is not None)

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Open whoever that is."""
        self.kiosk.forget_keys()  # the letters begin no scan on the next page
        self.say("")
        found = self._found.get(taken.row.id)
        if found:
            self.chosen(found.person)
        else:
            self.taken_otherwise(taken.row)
