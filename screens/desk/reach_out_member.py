"""One member on the reach-out list: their wish and phone, what was tried, and a contact logged with few keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import reach_out, wishes
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.reach_out import CameOfIt, Contact, ToReach, Way
from clubhouse.wishes import Wishes
from screens.desk.fields import Field, choice_field
from screens.desk.form import Form
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.people_words import day_said, wishes_words
from screens.desk.question import Question, Reply
from screens.desk.reach_out_words import CAME, NEXT, USED, WHEN, contact_words, days_from, days_words, next_words
from screens.desk.rows import Row, Rows
from screens.marking import stands
from screens.words import N_, _


@dataclass
class ContactsSeen(Message):
    """The house has shown what was tried; that is in the log now."""

    contacts: list[Contact]
    by: dict[int, str]
    """The names of those who noted them."""
    wishes: Wishes
    """As they are now; a contact may have changed them."""


def see_contacts(house: House, actor: str, person_id: int) -> ContactsSeen:
    """The last contacts, and who noted them. Raises what the operations do."""
    contacts = reach_out.see_contacts(house, actor, person_id)
    by = reach_out.who_was_it(house, actor, contacts)
    return ContactsSeen(contacts, by, wishes.see_wishes(house, actor, person_id))


class LogContact(Form):
    """Way, what came of it, a line, when next; Enter takes what stands there."""

    name_of_room = N_("Log a contact")
    done_words = N_("The contact is noted.")

    def __init__(self, actor: Person, held: frozenset[Permission], member: ToReach) -> None:
        """The way wished for stands there."""
        super().__init__(actor, held)
        self._member = member

    def title_words(self) -> str:
        """With whom."""
        return f"{super().title_words()} · {self._member.name}"

    def fields(self) -> Sequence[Field]:
        """All of them have something, but the line."""
        wished = self._member.wishes.way
        used = wished if wished in dict(USED) else Way.CALL
        return (
            choice_field("way", N_("We"), USED, str(used)),
            choice_field("came", N_("What came of it"), CAME),
            Field("line", N_("A line"), N_("What the next one should know; may stay empty.")),
            choice_field("next", N_("Next"), NEXT),
            choice_field("day", N_("When it was"), WHEN),
        )

    def save(self, typed: Mapping[str, str]) -> Contact:
        """Log it."""
        today = self.kiosk.house.today()
        return reach_out.log_contact(
            self.kiosk.house,
            self.actor.code,
            self._member.person_id,
            Way(typed["way"]),
            CameOfIt(typed["came"]),
            typed["line"],
            days_from(today, typed["next"]),
            days_from(today, typed["day"], -1),
        )


class MemberToReach(ListRoom):
    """The contacts are looked at when the page opens and after each change here, and each look leaves a row."""

    name_of_room = N_("Reach-out")
    enter_words = N_("Read it whole")
    heads: ClassVar[tuple[str, ...]] = (N_("Day"), N_("What was done"), N_("Who"), N_("Line"), N_("Next"))
    commands = (
        DeskKey("L", N_("Log a contact"), N_("Way, what came of it, a line, when next"), "log"),
        DeskKey("U", N_("Undo"), N_("The marked contact was a slip; it asks"), "undo"),
    )
    DEFAULT_CSS = """
    MemberToReach #about { height: auto; max-height: 6; padding: 0 1; background: $calm-ground; color: $calm; }
    """

    def __init__(self, actor: Person, held: frozenset[Permission], member: ToReach) -> None:
        """As the list shows the member."""
        super().__init__(actor, held)
        self._member, self._due, self._left = member, True, False
        self._contacts: dict[int | str, Contact] = {}

    def furnish(self) -> ComposeResult:
        """Who it is and what they wish, then the contacts."""
        yield Static(Content(about_words(self._member)), id="about")
        yield from super().furnish()

    def follow(self) -> None:
        """Ask the house, where a look is due."""
        if self._due:
            self._due = False
            look = partial(see_contacts, self.kiosk.house, self.actor.code, self._member.person_id)
            self.ask(look, lambda seen: seen, group="look")

    def on_screen_resume(self) -> None:
        """Back from what may have changed them: a look is due, which no change elsewhere makes it."""
        self._due = self._due or self._left
        self._left = False
        super().on_screen_resume()

    def on_contacts_seen(self, seen: ContactsSeen) -> None:
        """Show them; where there are none, one line that logs the first."""
        if not stands(self, "Rows", "#about"):
            return
        self._member = replace(self._member, wishes=seen.wishes)
        self.query_one("#about", Static).update(Content(about_words(self._member)))
        self._contacts = {each.id: each for each in seen.contacts}
        today = self.kiosk.local_now().date()
        rows = [
            Row(
                each.id,
                (
                    day_said(each.day, today),
                    contact_words(each),
                    seen.by.get(each.by_id or 0, ""),
                    each.line,
                    _planned(each),
                ),
            )
            for each in seen.contacts
        ]
        self.show_rows(rows or [Row("none", (_("no contact yet"), "", "", "", ""))])

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Tell that contact in full, for its line may be longer than the list is wide; without any, log one."""
        contact = self._contacts.get(taken.row.id)
        if contact is None:
            self.action_log()
            return
        known = [cell for cell in taken.row.cells[:4] if cell]
        planned = _planned(contact)
        self.say(" · ".join([*known, *([_("next: {day}").format(day=planned)] if planned else [])]))

    def action_log(self) -> None:
        """Log a contact."""
        self._left = True
        self.say("")
        self.enter_page(LogContact(self.actor, self.permissions, self._member))

    def action_undo(self) -> None:
        """Ask, and take the marked contact back."""
        contact = self._contacts.get(self.rows.marked.id) if self.rows.marked else None
        if contact:
            self._left = True
            today = self.kiosk.local_now().date()
            words = _("Was this a slip? {day}: {what}").format(
                day=day_said(contact.day, today), what=contact_words(contact)
            )
            does = partial(reach_out.undo_contact, self.kiosk.house, self.actor.code, contact.id)
            reply = Reply(_("Yes, take it back"), does, _("The contact is taken back."))
            self.enter_page(Question(self.actor, self.permissions, words, [reply]))


def _planned(contact: Contact) -> str:
    return next_words(contact.next_on, contact.day)


def about_words(member: ToReach) -> str:
    """Who it is, how long away, the wish with the phone; a safety pause is said first."""
    pause = _("There is a safety pause: speak with whoever set it first.")
    unit = member.unit or _("no unit")
    lines = [
        *([pause] if member.paused else []),
        f"{member.name} ({member.code}) · {unit} · {_('away')} {days_words(member.days)}",
        _("Wishes: {wishes}").format(wishes=wishes_words(member.wishes)),
    ]
    return "\n".join(lines)
