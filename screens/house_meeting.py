"""The house meeting at the kiosk: what the next one talks about, and bringing something up oneself."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from textual.content import Content
from textual.message import Message

from clubhouse import house_meeting
from clubhouse.house import House
from clubhouse.house_meeting import Agenda, AgendaItem
from clubhouse.people import Person
from screens.own_page import BACK, Done, OwnPage
from screens.typing_page import TypingPage
from screens.widgets.choices import Choice
from screens.words import N_, _, date_words, day_words

BRING_UP = Choice("1", N_("Bring something up"), "add", N_("Anybody can; it stands on the agenda at once"))
AGAIN = Choice("U", N_("Undo: bring it up again"), "again", N_("Puts it on the agenda again"))
MOST_OWN = 3
"""So many of one's own can be withdrawn from the page at once."""
DECIDED_DAYS = 28
"""What was decided within so many days stands there too."""


@dataclass
class AgendaSeen(Message):
    """The house has shown the agenda, and what was decided lately."""

    agenda: Agenda
    decided: list[AgendaItem]


class HouseMeetingPage(OwnPage):
    """It is for everybody; what is one's own can be withdrawn."""

    def __init__(self, person: Person) -> None:
        """Nothing is withdrawn yet."""
        super().__init__(person)
        self._items: dict[int, str] = {}
        self._withdrawn = ""

    def follow(self) -> None:
        """Ask the house."""
        self.ask(partial(_look, self.kiosk.house, self.person.id), lambda seen: AgendaSeen(*seen), group="look")

    def on_agenda_seen(self, seen: AgendaSeen) -> None:
        """Show it."""
        mine = [item for item in seen.agenda.items if item.mine][-MOST_OWN:]
        self._items = {item.item_id: item.words for item in mine}
        withdraw = [
            Choice(str(place), _("Withdraw: {words}").format(words=item.words), f"withdraw {item.item_id}")
            for place, item in enumerate(mine, 2)
        ]
        again = [AGAIN] if self._withdrawn else []
        title = _("House meeting: {day}").format(day=date_words(seen.agenda.day))
        self.show_page(title, agenda_text(seen), [BRING_UP, *withdraw, *again, BACK])

    def chosen(self, action: str, number: str = "") -> None:
        """Bring something up, or withdraw it."""
        house, person = self.kiosk.house, self.person
        if action == "add":
            self._withdrawn = ""
            keep = partial(house_meeting.add_item, house, person.id)
            question = _("What shall the house meeting talk about?")
            self.enter(TypingPage(question, keep, _("It is on the agenda.")))
        elif action == "withdraw":
            self._withdrawn = self._items.get(int(number), "")
            withdraw = partial(house_meeting.withdraw_item, house, person.id, int(number))
            self.ask(withdraw, lambda made: Done(_("It is withdrawn.")), group="answer")
        else:
            words, self._withdrawn = self._withdrawn, ""
            add = partial(house_meeting.add_item, house, person.id, words)
            self.ask(add, lambda made: Done(_("It is on the agenda again.")), group="answer")


def _look(house: House, person_id: int) -> tuple[Agenda, list[AgendaItem]]:
    with house.store.snapshot():
        today = house.today()
        decided = house_meeting.list_decisions(house, today - timedelta(days=DECIDED_DAYS), today)
        return house_meeting.see_agenda(house, person_id), decided


def agenda_text(seen: AgendaSeen) -> Content:
    """The agenda, and below it what was decided."""
    lines = [Content(item_words(item)) for item in seen.agenda.items]
    lines = lines or [Content(_("Nothing is on the agenda yet."))]
    if seen.decided:
        lines += [Content(""), Content.styled(_("Decided lately"), "bold")]
        lines += [Content(decision_words(item)) for item in reversed(seen.decided)]
    return Content("\n").join(lines)


def item_words(item: AgendaItem) -> str:
    """*- A trip to the lake (Rosa A.)*"""
    by = _("you") if item.mine else item.by
    return f"- {item.words} ({by})" if by else f"- {item.words}"


def decision_words(item: AgendaItem) -> str:
    """*- Monday, 23 November, New chairs: six, blue*"""
    assert item.decided_on
    words = _("- {day}, {what}: {decision}")
    return words.format(day=day_words(item.decided_on), what=item.words, decision=item.decision)
