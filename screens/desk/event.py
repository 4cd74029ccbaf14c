"""One class or event at the desk: its list of people, who was there, and the keys that change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import door, occurrences, planning, registering, series
from clubhouse.door import Attendee
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.planning import Following, PlannedEvent
from screens.asking import Refusal
from screens.desk.event_forms import AddSomebody, ChangeAll, ChangeFollowing, ChangeOne, Leads, MoreDay, Seats
from screens.desk.event_words import following_words, head_words, kind_words, list_words, one_words, told_words
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.question import Question, Reply
from screens.desk.rows import Row, Rows
from screens.events_words import when_words
from screens.marking import stands
from screens.shaking import SHAKE_SECONDS
from screens.words import N_, _


@dataclass
class EventSeen(Message):
    """The house has shown the event."""

    seen: PlannedEvent


@dataclass
class Noted(Message):
    """Something was written down."""

    words: str


@dataclass
class FollowingSeen(Message):
    """The house has counted what would be cancelled."""

    following: Following


class EventRoom(ListRoom):
    """Enter notes that the marked person is there, or takes it back, and the letters are free for the next name."""

    name_of_room = N_("Class or event")
    narrows = True
    enter_words = N_("There, or not")
    heads: ClassVar[tuple[str, ...]] = (N_("There"), N_("Name"), N_("List"), N_("Ride"), "")
    commands: ClassVar[Sequence[DeskKey]] = (
        DeskKey("1", N_("Add"), N_("Puts somebody on the list; once it is on or over, notes them as there"), "add"),
        DeskKey("2", N_("Take off"), N_("The marked person does not come after all; it asks"), "take_off"),
        DeskKey("3", N_("Seats"), N_("More or fewer of them"), "seats"),
        DeskKey("4", N_("Change"), N_("This one, or this and all that follow"), "change"),
        DeskKey("5", N_("Cancel"), N_("This one, or this and all that follow; it asks"), "cancel"),
        DeskKey("6", N_("Hold after all"), N_("What was cancelled, for those who were registered"), "hold"),
        DeskKey("7", N_("Who leads"), N_("Members or staff"), "leads"),
        DeskKey("8", N_("One more day"), N_("Holds it on a day besides those of its rule"), "more_day"),
    )
    DEFAULT_CSS = """
    EventRoom #about { height: auto; max-height: 6; padding: 0 1; background: $calm-ground; color: $calm; }
    """

    def __init__(self, actor: Person, held: frozenset[Permission], occurrence_id: int) -> None:
        """What is shown is asked of the house."""
        super().__init__(actor, held)
        self._occurrence_id = occurrence_id
        self._seen: PlannedEvent | None = None
        self._people: dict[int | str, Attendee] = {}
        self._opens = False
        self._noted: tuple[int | str, float] = (0, 0.0)

    def furnish(self) -> ComposeResult:
        """What it is, its list, the keys."""
        yield Static(id="about", markup=False)
        yield from super().furnish()

    # -- showing -------------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Ask the house; that the names are seen is noted once."""
        look = planning.see_planned if self._seen else planning.open_list
        if self._seen or not self._opens:
            self._opens = not self._seen
            group = "open" if self._opens else "look"
            self.ask(partial(look, self.kiosk.house, self.actor.code, self._occurrence_id), EventSeen, group)

    def on_refusal(self, refusal: Refusal) -> None:
        """Where it could not be opened, the next look tries again; `Room` says why."""
        self._opens = False

    def on_event_seen(self, seen: EventSeen) -> None:
        """Show it, the mark where it was."""
        if not stands(self, "Rows", "#about"):
            return  # closed meanwhile
        self._seen = seen.seen
        self._people = {each.person_id: each for each in seen.seen.list.attendees}
        self.query_one("#about", Static).update(Content(head_words(seen.seen, self.kiosk.settings.clock_hours)))
        self.show_rows(rows_of(seen.seen.list.attendees))

    # -- who was there -------------------------------------------------------------------------------------------

    def takes_key(self, event: events.Key) -> bool:
        """Enter notes the marked person at once: the letters of the next name are typed into an empty line."""
        if event.key == "enter" and stands(self, "Rows"):
            marked = self.rows.marked
            if marked and (marked.id != self._noted[0] or event.time - self._noted[1] >= SHAKE_SECONDS):
                self._noted = marked.id, event.time  # hands that shake press twice, and mean it once
                self._note(marked)
            return True
        return super().takes_key(event)

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """A touch notes it too."""
        self._note(taken.row)

    def action_move(self, key: str) -> None:
        """Enter on the help page's list of keys means the same."""
        if key == "enter" and self.rows.marked:
            self._note(self.rows.marked)
        else:
            super().action_move(key)

    def _note(self, row: Row) -> None:
        person, seen = self._people.get(row.id), self._seen
        if person is None or seen is None:
            return
        self.rows.narrow("")
        self.rows.mark(row.id)
        self.say_letters()
        self.kiosk.forget_keys()
        if not seen.has_begun:
            when = when_words(seen.event.occurrence, self.kiosk.settings.clock_hours)
            self.say(_("Who is there can be noted when it begins: {when}.").format(when=when))
            return
        note = door.unmark_there if person.there else door.mark_there
        words = _("{name}: taken back.") if person.there else _("{name} is noted as there.")
        self._write(
            partial(note, self.kiosk.house, self.actor.code, person.person_id, self._occurrence_id),
            words.format(name=person.name),
            group=f"there {person.person_id}",
        )

    def _write(self, operation: Callable[[], object], words: str, group: str) -> None:
        self.ask(operation, lambda _result: Noted(words), group=group)

    def on_noted(self, noted: Noted) -> None:
        """Say so, and show it."""
        self._asked = False
        self.say(noted.words)
        self.follow()

    # -- the keys ------------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Add somebody."""
        if self._seen:
            self.say("")
            self.enter_page(AddSomebody(self.actor, self.permissions, self._seen))

    def action_take_off(self) -> None:
        """Take the marked person off the list."""
        person = self._people.get(self.rows.marked.id) if self.rows.marked else None
        if person is None or not person.registered:
            self.say(_("Mark somebody who is on the list. Enter takes back that somebody was there."))
            return
        off = partial(
            registering.take_off_list, self.kiosk.house, self.actor.code, person.person_id, self._occurrence_id
        )
        self._question(
            _("Take {name} off the list? The first who waits has the seat then.").format(name=person.name),
            Reply(_("Yes, off the list"), off, _("{name} is off the list.").format(name=person.name)),
        )

    def action_seats(self) -> None:
        """More or fewer seats."""
        if self._seen:
            self.say("")
            self.enter_page(Seats(self.actor, self.permissions, self._seen))

    def action_change(self) -> None:
        """Change this one, or this and all that follow."""
        seen = self._seen
        if seen is None:
            return
        self.say("")
        if not seen.series.rule:
            self.enter_page(ChangeAll(self.actor, self.permissions, seen))
            return
        following = partial(ChangeFollowing, self.actor, self.permissions, seen)
        self._question(
            _("Change {event}?").format(event=self._named(seen)),
            Reply(_("Only this one"), opens=partial(ChangeOne, self.actor, self.permissions, seen)),
            Reply(_("This and all that follow"), opens=following),
        )

    def action_cancel(self) -> None:
        """Cancel this one, or this and all that follow; first see how many that is."""
        if self._seen is None:
            return
        if self._seen.event.occurrence.cancelled_at:
            self.say(_("It is not held. 6 holds it after all."))
            return
        count = partial(planning.see_following, self.kiosk.house, self.actor.code, self._occurrence_id)
        self.ask(count, FollowingSeen, group="following")

    def on_following_seen(self, seen: FollowingSeen) -> None:
        """Ask."""
        if self._seen is None or self.app.screen is not self:
            return
        one, house, actor = self._seen, self.kiosk.house, self.actor.code
        replies = [
            Reply(
                _("Only this one: {told}").format(told=told_words(one.event.taken)),
                partial(occurrences.cancel_occurrence, house, actor, self._occurrence_id),
                _("It is not held. 6 holds it after all."),
            )
        ]
        if seen.following.events > 1:
            replies.append(
                Reply(
                    following_words(seen.following),
                    partial(series.cancel_following, house, actor, self._occurrence_id),
                    _("This and all that follow are not held."),
                )
            )
        words = _(
            "Cancel {event}? Who is on the list is told at the next scan, and stays there: it may be held after all."
        )
        self._question(words.format(event=self._named(one)), *replies)

    def action_hold(self) -> None:
        """Hold it after all."""
        if self._seen is None:
            return
        if self._seen.event.occurrence.cancelled_at is None:
            self.say(_("It is held."))
            return
        hold = partial(occurrences.hold_occurrence, self.kiosk.house, self.actor.code, self._occurrence_id)
        self._write(hold, _("It is held after all."), group="answer")

    def action_leads(self) -> None:
        """Who leads."""
        if self._seen:
            self.say("")
            self.enter_page(Leads(self.actor, self.permissions, self._seen))

    def action_more_day(self) -> None:
        """One more day."""
        if self._seen:
            self.say("")
            self.enter_page(MoreDay(self.actor, self.permissions, self._seen))

    def _named(self, seen: PlannedEvent) -> str:
        return one_words(seen.event.occurrence, self.kiosk.settings.clock_hours)

    def _question(self, words: str, *replies: Reply) -> None:
        self.say("")
        self.enter_page(Question(self.actor, self.permissions, words, replies))


def rows_of(attendees: Sequence[Attendee]) -> list[Row]:
    """A line for each, in the order of coming; those who wait with their turn."""
    waiting = [each.person_id for each in attendees if each.registered and not each.has_seat]
    return [
        Row(
            each.person_id,
            (
                _("there") if each.there else "",
                each.name,
                list_words(each, waiting.index(each.person_id) + 1 if each.person_id in waiting else 0),
                _("needs one") if each.ride else "",
                kind_words(each.kind),
            ),
        )
        for each in attendees
    ]
