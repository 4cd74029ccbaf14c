"""One class or event: when, where, who leads, what it is about, and the person's own place in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import door, registering
from clubhouse.errors import Overtaken
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.program import Event, moved, see_event, see_program
from clubhouse.registering import Registered
from screens.asking import Refusal
from screens.events_words import capital, from_to_words, leaders_words, mine_words, place_words, seats_words, time_of
from screens.marking import key_kept, stands
from screens.steady import SteadyPage
from screens.widgets.choices import Choice, Choices
from screens.words import N_, _

COME = Choice("1", N_("I would like to come"), "register", N_("Puts you on the list"))
LEAVE = Choice("U", N_("Undo: I do not come after all"), "leave", N_("Takes you off the list"))
RIDE = Choice("2", N_("I need a ride"), "ride", N_("Tells those who look after it"))
NO_RIDE = Choice("4", N_("I need no ride after all"), "no_ride", N_("Takes it back"))
HERE = Choice("5", N_("I am here"), "here", N_("Notes that you are there"))
NOT_HERE = Choice("6", N_("Undo: I am not here"), "not_here", N_("Takes it back"))
TAKE_ALONG = Choice("3", N_("Take it along"), "take", N_("Shows a picture that a phone puts into its calendar"))
READ_ON = Choice("7", N_("Read on"), "read", N_("Shows what has no room on this page, then the beginning again"))
BACK = Choice("0", N_("Back"), "back", N_("Goes back; what was chosen stays"))


@dataclass
class EventSeen(Message):
    """The house has shown the event, or says why it cannot."""

    event: Event | None
    beside: tuple[Event, ...]
    """What else the person is registered for at that time."""
    now: datetime
    is_on: bool = False
    """Whether who comes now can say so."""
    sentence: str = ""


@dataclass
class Came(Message):
    """The person is on the list now, or waits."""

    registered: Registered


@dataclass
class Changed(Message):
    """Something else of the person's own has changed."""

    event: Event


class EventPage(SteadyPage):
    """One key registers and one leaves; whatever changes elsewhere shows."""

    DEFAULT_CSS = """
    EventPage #event { height: auto; min-height: 3; max-height: 5; padding: 0 2; }
    EventPage #event { background: $calm-ground; color: $calm; }
    EventPage #event.mine { background: $glad-ground; color: $glad; }
    EventPage VerticalScroll { padding: 0 2; height: 1fr; }
    EventPage Choices { padding: 0 1; height: auto; }
    EventPage.-short ChoiceRow { height: 2; border: none; background: $panel; }
    EventPage.-short ChoiceRow:focus { background: $chosen-ground; border: none; }
    """

    def __init__(self, person: Person, occurrence_id: int) -> None:
        """What is shown is asked of the house."""
        super().__init__()
        self.person, self.occurrence_id = person, occurrence_id
        self._seen: EventSeen | None = None
        self._said = ""
        self._title = ""

    def compose(self) -> ComposeResult:
        """Title and time, all that is to be read, choices."""
        yield Static(id="event", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static(id="about", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Ask the house."""
        self.follow()

    def on_resize(self) -> None:
        """How much of what is to be read has room."""
        self.call_after_refresh(self._offer)

    def on_screen_resume(self) -> None:
        """Back from the picture for the phone."""
        if self._seen:
            self.follow()

    def follow(self) -> None:
        """Show the event as it is now."""
        look = partial(_look, self.kiosk.house, self.person, self.occurrence_id)
        self.ask(look, lambda seen: seen, group="look")

    def on_event_seen(self, seen: EventSeen) -> None:
        """Show it, keeping the mark where it was."""
        if not self._stands():
            return  # closed meanwhile
        was, self._seen = self._seen, seen
        if seen.event is None:
            self._say(seen.sentence)
        elif was is None or was.event is None:
            self._said = ""
        self._show()

    def _show(self) -> None:
        assert self._seen
        event, clock = self._seen.event, self.kiosk.settings.clock_hours
        head = self.query_one("#event", Static)
        head.set_class(event is not None and event.mine is not None, "mine")
        if event is None:
            head.update(Content.styled(self._title, "bold"))
        else:
            self._title = event.occurrence.title
            when = " · ".join(part for part in (from_to_words(event, clock), event.occurrence.place) if part)
            head.update(Content.assemble((self._title, "bold"), "\n", when, "\n", (_own(event), "bold")))
        self.query_one("#about", Static).update(Content(self._about()))
        self._offer()
        self.call_after_refresh(self._offer)  # how long it is shows when it is laid out

    def _about(self) -> str:
        assert self._seen
        event, clock = self._seen.event, self.kiosk.settings.clock_hours
        if event is None:
            return self._said
        told = [self._said, *(_beside(each, clock) for each in self._seen.beside)]
        if event.is_closed(self._seen.now) and not self._said:
            told.append(_("Please ask at reception; you are welcome to come all the same."))
        ride = _("You need a ride.") if event.mine and event.mine.ride else ""
        return "\n".join(line for line in (*told, ride, leaders_words(event), event.occurrence.notes) if line)

    def _offer(self) -> None:
        if self._stands() and self._seen:
            choices = offered(self._seen, is_long=self._is_long())
            self.query_one(Choices).show(choices, marked=key_kept(self, choices, otherwise=BACK.key))

    def _is_long(self) -> bool:
        return self.query_one("#about").size.height > self.query_one(VerticalScroll).size.height > 0

    def _stands(self) -> bool:
        return stands(self, "#event", "#about", "VerticalScroll", "ChoiceRow")

    def _say(self, words: str) -> None:
        self._said = words
        if self._stands() and self._seen:
            self._show()
            self.query_one(VerticalScroll).scroll_home(animate=False)

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Register, leave, be there, or go back."""
        house, person, number = self.kiosk.house, self.person.id, self.occurrence_id
        operations: dict[str, Callable[[], Event]] = {
            "leave": partial(registering.leave, house, person, number),
            "ride": partial(registering.set_ride, house, person, number, True),
            "no_ride": partial(registering.set_ride, house, person, number, False),
            "here": partial(door.come_to, house, person, number),
            "not_here": partial(door.not_there, house, person, number),
        }
        action = taken.choice.action
        if action == "register":
            self.ask(partial(registering.register, house, person, number), Came, group="answer")
        elif action in operations:
            self.ask(operations[action], Changed, group="answer")
        elif action == "take" and self._seen and self._seen.event:
            self.kiosk.open_take_along(self._seen.event)
        elif action == "read":
            self._read_on()
        else:
            self.action_leave()

    def on_came(self, came: Came) -> None:
        """Say when somebody was quicker."""
        event, was = came.registered.event, self._seen and self._seen.event
        if event.turn and was and was.free:
            words = _("Somebody has taken the last seat: {turn}. Press U if you do not want to wait.")
            self._say(words.format(turn=mine_words(event)))
        else:
            self._say("")
        self._asked = False
        self.follow()

    def on_changed(self, changed: Changed) -> None:
        """Show it."""
        self._say("")
        self._asked = False
        self.follow()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why, and show the event as it is now."""
        self._say(refusal.sentence)
        if self._asked:  # a look that fails is not tried again at once
            self.follow()

    def _read_on(self) -> None:
        scroll = self.query_one(VerticalScroll)
        at_end = scroll.scroll_y >= scroll.max_scroll_y
        scroll.scroll_to(y=0 if at_end else scroll.scroll_y + max(1, scroll.size.height - 1), animate=False)


def offered(seen: EventSeen, *, is_long: bool) -> list[Choice]:
    """What can be chosen now; of something that is not held any more nothing but *Back*."""
    event = seen.event
    if event is None:
        return [BACK]
    can_change = not (event.is_closed(seen.now) or event.is_over(seen.now))
    rides = event.occurrence.rides and event.mine is not None and not event.is_over(seen.now)
    needs = event.mine is not None and event.mine.ride
    offers = {
        _come_choice(event): event.mine is None and can_change and not event.there,
        RIDE: rides and not needs,
        NO_RIDE: rides and needs,
        TAKE_ALONG: not event.is_over(seen.now),
        HERE: seen.is_on and not event.there,
        NOT_HERE: seen.is_on and event.there,
        READ_ON: is_long,
        LEAVE: event.mine is not None and can_change,
        BACK: True,
    }
    return [choice for choice, offer in offers.items() if offer]


def _come_choice(event: Event) -> Choice:
    if event.free is None or event.free:
        return COME
    words = _("Join the waiting list: you would be {place}").format(place=place_words(event.waiting + 1))
    return Choice("1", words, "register", N_("A seat that is given back goes to whoever waits longest"))


def _look(house: House, person: Person, occurrence_id: int) -> EventSeen:
    now, opens = house.now(), house.settings().door_minutes
    try:
        event = see_event(house, occurrence_id, person.id)
    except Overtaken as gone:
        return EventSeen(None, (), now, sentence=_(str(gone)))
    day, around = event.occurrence.day, timedelta(days=1)
    beside = see_program(house, day - around, day + around, person.id).overlapping(event)
    return EventSeen(event, beside, now, is_on=_is_on(event, now, opens))


def _is_on(event: Event, now: datetime, minutes_before: int) -> bool:
    # `now` in UTC: two moments of one local zone are compared by their hands, an hour wrong when clocks go back.
    return moved(event.starts_at, -minutes_before) <= now.astimezone(UTC) and not event.is_over(now)


def _own(event: Event) -> str:
    return capital(mine_words(event) or seats_words(event))


def _beside(other: Event, clock_hours: int) -> str:
    words = _("At that time you are registered for {title} too, {time}.")
    return words.format(title=other.occurrence.title, time=time_of(other, clock_hours))
