"""The house meeting at the desk: what is on the agenda, and what was decided, noted for all to read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from textual.message import Message

from clubhouse import house_meeting
from clubhouse.house import House
from clubhouse.house_meeting import Agenda, AgendaItem
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.fields import Field
from screens.desk.form import Form
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.rows import Row, Rows
from screens.words import N_, _, date_words, day_words

DECIDED_DAYS = 28
"""What was decided within so many days stands below the agenda, and can be set right."""


@dataclass
class AgendaSeen(Message):
    """The house has shown the agenda and what was decided lately."""

    agenda: Agenda
    decided: list[AgendaItem]


@dataclass
class Reopened(Message):
    """It is open again."""

    item: AgendaItem


class AgendaRoom(ListRoom):
    """Enter notes what was decided about the marked line."""

    name_of_room = N_("House meeting")
    heads = (N_("What"), N_("Who"), N_("Decided"))
    commands = (
        DeskKey("A", N_("Add"), N_("Brings something up for the house"), "add"),
        DeskKey("R", N_("Reopen"), N_("What was decided is open again"), "reopen"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """Empty until the house was asked."""
        super().__init__(actor, held)
        self._items: dict[int, AgendaItem] = {}

    def follow(self) -> None:
        """Ask the house."""
        self.ask(partial(_look, self.kiosk.house), lambda seen: AgendaSeen(*seen), group="look")

    def on_agenda_seen(self, seen: AgendaSeen) -> None:
        """Show the open lines, then what was decided, the latest first."""
        self._items = {item.item_id: item for item in (*seen.agenda.items, *reversed(seen.decided))}
        self.show_rows([_row(item) for item in self._items.values()])
        if not self._items:
            self.say(_("Nothing is on the agenda for {day} yet.").format(day=date_words(seen.agenda.day)))

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Note the decision, or other words for it."""
        item = self._items.get(int(taken.row.id))
        if item:
            self.say("")
            self.enter_page(DecisionForm(self.actor, self.permissions, item))

    def action_add(self) -> None:
        """Something for the house."""
        self.say("")
        self.enter(ItemForm)

    def action_reopen(self) -> None:
        """Nothing is decided after all."""
        item = self._items.get(int(self.rows.marked.id)) if self.rows.marked else None
        if item and item.decided_on:
            reopen = partial(house_meeting.reopen_item, self.kiosk.house, self.actor.code, item.item_id)
            self.ask(reopen, Reopened, group="answer")
        elif item:
            self.say(_("That is open. Enter notes what was decided."))

    def on_reopened(self, reopened: Reopened) -> None:
        """Say so."""
        self._asked = False
        self.say(_("It is on the agenda again: {what}").format(what=reopened.item.words))
        self.follow()


class ItemForm(Form):
    """Something that the house brings up."""

    name_of_room = N_("Bring something up")
    done_words = N_("It is on the agenda.")

    def fields(self) -> Sequence[Field]:
        """One line."""
        return (Field("words", N_("What to talk about"), N_("One line; nobody's name stands beside it.")),)

    def save(self, typed: Mapping[str, str]) -> object:
        """Put it on the agenda."""
        return house_meeting.add_item_of_house(self.kiosk.house, self.actor.code, typed["words"])


class DecisionForm(Form):
    """What was decided about one thing."""

    name_of_room = N_("What was decided")
    done_words = N_("The decision is noted.")

    def __init__(self, actor: Person, held: frozenset[Permission], item: AgendaItem) -> None:
        """About `item`, decided or not."""
        super().__init__(actor, held)
        self._item = item

    def fields(self) -> Sequence[Field]:
        """One line, with what it is about."""
        return (Field("decision", N_("Decided"), self._item.words, self._item.decision),)

    def save(self, typed: Mapping[str, str]) -> object:
        """Note it."""
        return house_meeting.note_decision(self.kiosk.house, self.actor.code, self._item.item_id, typed["decision"])


def _look(house: House) -> tuple[Agenda, list[AgendaItem]]:
    with house.store.snapshot():
        today = house.today()
        decided = house_meeting.list_decisions(house, today - timedelta(days=DECIDED_DAYS), today)
        return house_meeting.see_agenda(house), decided


def _row(item: AgendaItem) -> Row:
    decided = day_words(item.decided_on) + ": " + item.decision if item.decided_on else ""
    return Row(item.item_id, (item.words, item.by, decided), dim=item.decided_on is not None)
