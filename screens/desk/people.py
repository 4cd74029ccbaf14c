"""People: find somebody by letters, or put somebody new on file; guests and newcomers stand there at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from textual.message import Message

from clubhouse import next_sheet, orientation, visitors
from clubhouse.house import House
from clubhouse.orientation import Checklist
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.visitors import Purpose, Visitor
from screens.desk.people_adding import AddPerson
from screens.desk.people_finding import FindPeople
from screens.desk.people_merged import MergedEntries
from screens.desk.people_person import PersonPage
from screens.desk.people_sheet import SheetRoom
from screens.desk.people_words import buddy_words, day_said
from screens.desk.rows import Row
from screens.words import N_, _, plural

GUEST_DAYS = 30
"""For so long a guest who came for a tour stands here, to be put on file with one key."""
NEW, SHEET, MERGED = "new", "sheet", "merged"


@dataclass(frozen=True)
class Beginning:
    """Who may be looked for without a letter."""

    guests: tuple[Visitor, ...]
    checklists: tuple[Checklist, ...]
    cards: int
    """So many wait to be printed."""


@dataclass
class BeginningSeen(Message):
    """The house has said who that is."""

    beginning: Beginning


def see_beginning(house: House, actor: str) -> Beginning:
    """Guests of the last weeks who came for a tour and are not on file, the latest first, and who is being shown
    around."""
    first = house.today() - timedelta(days=GUEST_DAYS)
    guests = visitors.visitors_between(house, actor, first, house.today())
    return Beginning(
        tuple(each for each in reversed(guests) if each.person_id is None and each.purpose is Purpose.TOUR),
        tuple(orientation.list_orientations(house, actor)),
        len(next_sheet.see_sheet(house, actor)),
    )


class PeopleRoom(FindPeople):
    """Enter opens whoever is marked; the first line puts somebody new on file."""

    name_of_room = N_("People")

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """Nobody is known yet."""
        super().__init__(actor, held)
        self._guests: dict[int | str, Visitor] = {}
        self._new: dict[int | str, int] = {}
        self._cards = 0

    def show_beginning(self) -> None:
        """Ask who may be looked for without a letter."""
        look = partial(see_beginning, self.kiosk.house, self.actor.code)
        self.ask(look, BeginningSeen, group="find")

    def on_beginning_seen(self, seen: BeginningSeen) -> None:
        """Show them."""
        if self.typed:
            return  # a letter was typed since
        self._cards = seen.beginning.cards
        guests, checklists = seen.beginning.guests, seen.beginning.checklists
        self._guests = {f"guest {each.id}": each for each in guests}
        self._new = {f"new {each.orientation.person_id}": each.orientation.person_id for each in checklists}
        today = self.kiosk.local_now().date()
        came = _("came for a tour {day}")
        rows = [
            *self.more_rows(),
            *(
                Row(f"guest {each.id}", (each.name, "", _("guest"), came.format(day=day_said(each.day, today))))
                for each in guests
            ),
            *(
                Row(f"new {each.orientation.person_id}", (each.name, "", _("new"), _steps(each)))
                for each in checklists
            ),
        ]
        self.show_rows(rows)

    def more_rows(self) -> Sequence[Row]:
        """What can be done for nobody in particular."""
        rows = [Row(NEW, (_("+ Somebody new"), "", "", ""))]
        if not self.typed and self.permissions & {Permission.REACH_OUT, Permission.SETTINGS}:
            rows.append(Row(MERGED, (_("Entries made one"), "", "", "")))
        if not self.typed and self._cards:
            waiting = plural("{count} waits", "{count} wait", self._cards)
            rows.append(Row(SHEET, (_("Cards to print"), "", "", waiting)))
        return rows

    def chosen(self, person: Person) -> None:
        """Open their page."""
        self.enter_page(PersonPage(self.actor, self.permissions, person.id))

    def taken_otherwise(self, row: Row) -> None:
        """Put somebody on file, as the guest they were or with the letters typed."""
        if row.id in self._new:
            self.enter_page(PersonPage(self.actor, self.permissions, self._new[row.id]))
        elif row.id == SHEET:
            self.enter(SheetRoom)
        elif row.id == MERGED:
            self.enter(MergedEntries)
        else:
            guest = self._guests.get(row.id)
            self.enter_page(AddPerson(self.actor, self.permissions, guest.name if guest else self.typed, guest))


def _steps(checklist: Checklist) -> str:
    steps = _("{done} of {all} steps").format(done=checklist.done, all=len(checklist.steps))
    return steps + " · " + buddy_words(checklist.buddy)
