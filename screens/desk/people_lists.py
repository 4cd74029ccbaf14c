"""The lists of one person's page: photos by purpose, the steps of the orientation, whom to call, what they look
after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.message import Message

from clubhouse import known, orientation, permissions, photos, wishes
from clubhouse.known import Known
from clubhouse.people import Kind, Person
from clubhouse.permissions import STAFF_HOLD, Permission, Role
from clubhouse.wishes import EmergencyContact
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.people_forms import AddEmergency, Buddy
from screens.desk.people_words import TASKS, agrees_words, buddy_words, full_date
from screens.desk.question import Question, Reply
from screens.desk.rows import Row, Rows
from screens.words import N_, _


@dataclass
class KnownSeen(Message):
    """The house has looked the person up."""

    known: Known


@dataclass
class Written(Message):
    """The house has done it."""

    words: str


class OfPerson(ListRoom):
    """A list about one person; each key changes one line at once."""

    def __init__(self, actor: Person, held: frozenset[Permission], person_id: int) -> None:
        """What is shown is asked of the house."""
        super().__init__(actor, held)
        self._about_id = person_id
        self._known: Known | None = None

    def rows_of(self, seen: Known) -> Sequence[Row]:
        """What stands there."""
        raise NotImplementedError

    def turn(self, row: Row) -> None:
        """Enter, or a touch."""
        raise NotImplementedError

    def follow(self) -> None:
        """Ask the house."""
        look = partial(known.see_person, self.kiosk.house, self.actor.code, self._about_id)
        self.ask(look, KnownSeen, group="look")

    def on_known_seen(self, seen: KnownSeen) -> None:
        """Show it, the mark where it was."""
        self._known = seen.known
        self.show_rows(self.rows_of(seen.known))

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Another answer."""
        self.turn(taken.row)

    def write(self, operation: Callable[..., object], *what: object, words: str) -> None:
        """Let the house do it, and say so."""
        does = partial(operation, self.kiosk.house, self.actor.code, *what)
        self.ask(does, lambda _result: Written(words), group="answer")

    def on_written(self, written: Written) -> None:
        """Say so, and show it."""
        self._asked = False
        self.say(written.words)
        self.follow()


class Photos(OfPerson):
    """For what the person agrees to be pictured; what was never asked is a no."""

    name_of_room = N_("Photos")
    enter_words = N_("Yes, or no")
    heads: ClassVar[tuple[str, ...]] = (N_("Pictures for"), N_("Agrees"))
    commands = (
        DeskKey("Y", N_("Yes"), N_("The person agrees"), "agree"),
        DeskKey("N", N_("No"), N_("The person would rather not"), "refuse"),
    )

    def rows_of(self, seen: Known) -> Sequence[Row]:
        """A line for each purpose."""
        return [Row(each.purpose, (each.purpose, agrees_words(each.agrees))) for each in seen.consents]

    def turn(self, row: Row) -> None:
        """The other answer."""
        consents = self._known.consents if self._known else ()
        self._answer(row, not any(each.agrees for each in consents if each.purpose == row.id))

    def action_agree(self) -> None:
        """Yes."""
        self._answer(self.rows.marked, True)

    def action_refuse(self) -> None:
        """No."""
        self._answer(self.rows.marked, False)

    def _answer(self, row: Row | None, agrees: bool) -> None:
        if row is not None:
            words = f"{row.id}: {agrees_words(agrees)}"
            self.write(photos.set_consent, self._about_id, row.id, agrees, words=words)


class Orientation(OfPerson):
    """Getting to know the house, in any order; no step is a condition for anything."""

    name_of_room = N_("Orientation")
    enter_words = N_("Done, or not")
    heads: ClassVar[tuple[str, ...]] = (N_("Step"), N_("Done on"))
    commands = (
        DeskKey("B", N_("Buddy"), N_("Who goes along; begins the orientation where there is none"), "buddy"),
        DeskKey("E", N_("Knows the house"), N_("Ends the orientation, whatever steps were taken; it asks"), "end"),
    )

    def rows_of(self, seen: Known) -> Sequence[Row]:
        """A line for each step."""
        checklist = seen.checklist
        if checklist is None:
            return [Row("begin", (_("+ Begin the orientation"), ""))]
        steps = [
            Row(f"step {each.step}", (each.step, full_date(each.done_on) if each.done_on else "-"))
            for each in checklist.steps
        ]
        ended = checklist.orientation.ended_on
        return [*steps, *([Row("begin", (_("+ Begin once more"), ""))] if ended else [])]

    def on_known_seen(self, seen: KnownSeen) -> None:
        """Who goes along stands in the line above."""
        super().on_known_seen(seen)
        checklist = seen.known.checklist
        if checklist and not checklist.orientation.ended_on:
            self.say(f"{checklist.name}, {buddy_words(checklist.buddy)}")

    def turn(self, row: Row) -> None:
        """Tick, or take the tick back."""
        if row.id == "begin":
            self.action_buddy()
            return
        checklist = self._known.checklist if self._known else None
        step = next((each for each in checklist.steps if f"step {each.step}" == row.id), None) if checklist else None
        if step:
            does = orientation.untick_step if step.done_on else orientation.tick_step
            self.write(does, self._about_id, step.step, words="")

    def action_buddy(self) -> None:
        """Choose who goes along."""
        if self._known:
            self.enter_page(Buddy(self.actor, self.permissions, self._known))

    def action_end(self) -> None:
        """Ask, and end it."""
        if self._known and self._known.checklist and self._known.checklist.orientation.ended_on is None:
            words = _("{name} knows the house now, whatever steps were taken?").format(name=self._known.name)
            does = partial(orientation.end_orientation, self.kiosk.house, self.actor.code, self._about_id)
            reply = Reply(_("Yes, knows the house"), does, _("The orientation is done."))
            self.enter_page(Question(self.actor, self.permissions, words, [reply], closes=2))


@dataclass
class EmergencySeen(Message):
    """The house has shown whom to call; that is in the log now."""

    contacts: list[EmergencyContact]


class Emergency(ListRoom):
    """Whom to call. Looked at when the page opens and after each change here, and each look leaves a row."""

    name_of_room = N_("Emergency contact")
    heads: ClassVar[tuple[str, ...]] = (N_("Name"), N_("Who that is"), N_("Phone"))
    enter_words = N_("Take off")
    commands = (DeskKey("A", N_("Add"), N_("One more to call"), "add"),)

    def __init__(self, actor: Person, held: frozenset[Permission], person: Person) -> None:
        """They are asked for when the page opens."""
        super().__init__(actor, held)
        self._person, self._due, self._left = person, True, False
        self._contacts: dict[int | str, EmergencyContact] = {}

    def follow(self) -> None:
        """Ask the house, where a look is due."""
        if self._due:
            self._due = False
            look = partial(wishes.see_emergency, self.kiosk.house, self.actor.code, self._person.id)
            self.ask(look, EmergencySeen, group="look")

    def on_screen_resume(self) -> None:
        """Back from what may have changed them: a look is due, which no change elsewhere makes it."""
        self._due = self._due or self._left
        self._left = False
        super().on_screen_resume()

    def on_emergency_seen(self, seen: EmergencySeen) -> None:
        """Show them."""
        self._contacts = {each.id: each for each in seen.contacts}
        rows = [Row(each.id, (each.name, each.relation, each.phone)) for each in seen.contacts]
        self.show_rows(rows or [Row("none", (_("Nobody is noted yet. A adds somebody."), "", ""), dim=True)])

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Ask, and take that one off."""
        contact = self._contacts.get(taken.row.id)
        if contact:
            self._left = True
            house, actor = self.kiosk.house, self.actor.code
            does = partial(wishes.end_emergency, house, actor, self._person.id, contact.id)
            reply = Reply(_("Yes, take off"), does, _("{name} is taken off.").format(name=contact.name))
            words = _("Is {name} not to be called any more?").format(name=contact.name)
            self.enter_page(Question(self.actor, self.permissions, words, [reply]))

    def action_add(self) -> None:
        """One more."""
        self._left = True
        self.say("")
        self.enter_page(AddEmergency(self.actor, self.permissions, self._person))


class LooksAfter(OfPerson):
    """What somebody looks after; staff and coordinators in one key."""

    name_of_room = N_("Looks after")
    enter_words = N_("Give, or take back")
    heads: ClassVar[tuple[str, ...]] = (N_("Task"), "")
    commands = (
        DeskKey("S", N_("As staff do"), N_("Gives all that staff look after"), "staff"),
        DeskKey("K", N_("As coordinators do"), N_("Gives all there is"), "coordinator"),
    )

    def rows_of(self, seen: Known) -> Sequence[Row]:
        """A line for each task."""
        return [Row(each.value, (_(TASKS[each]), _state(seen, each))) for each in Permission]

    def turn(self, row: Row) -> None:
        """Give it, or take it back; of what comes with being staff, say so."""
        seen, task = self._known, Permission(str(row.id))
        if seen is None:
            return
        if _comes_with_staff(seen, task):
            self.say(_("That comes with being staff."))
            return
        holds = task in seen.permissions
        if holds and task is Permission.SETTINGS and seen.person.id == self.actor.id:
            self._ask_about_own()
            return
        does = permissions.take_permission if holds else permissions.give_permission
        self.write(does, seen.person, task, words=f"{_(TASKS[task])}: {agrees_words(not holds)}")

    def _ask_about_own(self) -> None:
        words = _(
            "You would give this desk's keys away: nobody but another who looks after settings gives them back."
        )
        take = permissions.take_permission
        does = partial(take, self.kiosk.house, self.actor.code, self.actor, Permission.SETTINGS)
        reply = Reply(_("Yes, take it from me"), does, _("You look after settings no longer."))
        self.enter_page(Question(self.actor, self.permissions, words, [reply], closes=2))

    def action_staff(self) -> None:
        """All that staff do."""
        self._give(Role.STAFF, _("They look after all that staff do."))

    def action_coordinator(self) -> None:
        """All there is."""
        self._give(Role.COORDINATOR, _("They look after all there is."))

    def _give(self, role: Role, words: str) -> None:
        if self._known:
            self.write(permissions.give_role, self._known.person, role, words=words)


def _comes_with_staff(seen: Known, task: Permission) -> bool:
    return seen.person.kind is Kind.STAFF and task in STAFF_HOLD


def _state(seen: Known, task: Permission) -> str:
    if _comes_with_staff(seen, task):
        return _("comes with being staff")
    return _("yes") if task in seen.permissions else "-"
