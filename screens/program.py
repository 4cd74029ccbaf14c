"""Classes and events: what is on this week or this month, with what the person is registered for on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import program
from clubhouse.door import News
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.program import Event, Program, month_of
from screens.asking import Refusal
from screens.events_words import near_words, short_news_words, state_words, time_of, when_words
from screens.marking import key_kept, stands
from screens.steady import SteadyPage
from screens.widgets.choices import MOST, Choice, Choices
from screens.words import N_, _

MORE_EVENTS = Choice("7", N_("More classes and events"), "more", N_("Shows what has no room on this page"))
MONTH = Choice("8", N_("This month"), "month", N_("Shows all that is on this month"))
WEEK = Choice("8", N_("This week"), "week", N_("Shows what is on this week"))
CALENDAR = Choice("9", N_("The month as a calendar"), "calendar", N_("Shows the month day by day, and other months"))
BACK = Choice("0", N_("Back"), "back", N_("Goes back; what was chosen stays"))

WEEKEND = 5
"""The weekday, Saturday, from which the week that follows shows too."""
LAST_DAYS = timedelta(days=6)
"""So near its end the month that follows shows too."""


@dataclass(frozen=True)
class Line:
    """One line of the page: an event, or news of one that is not held any more."""

    event: Event | None
    news: News | None


@dataclass
class ProgramSeen(Message):
    """The house has shown what is on; `asked` is what for."""

    program: Program
    asked: str


class ProgramPage(SteadyPage):
    """Each class or event is one choice, which opens its own page."""

    DEFAULT_CSS = """
    ProgramPage #title { height: 2; padding: 0 2; text-style: bold; content-align: left middle; }
    ProgramPage Choices { padding: 0 1; }
    ProgramPage.-short #title { height: 1; }
    """

    def __init__(self, person: Person, news: Sequence[News], day: date | None = None) -> None:
        """`news` stand on top. With `day` it is what is on that day."""
        super().__init__()
        self.person, self.news, self.day = person, tuple(news), day
        self._spans = "week"
        self._lines: list[Line] = []
        self._first = 0

    def compose(self) -> ComposeResult:
        """When, and what."""
        yield Static(id="title", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Ask the house."""
        self.follow()

    def on_screen_resume(self) -> None:
        """Back from an event: what was chosen there shows."""
        if self._lines:
            self.follow()

    def follow(self) -> None:
        """Show what is on now."""
        look = partial(_look, self.kiosk.house, self.person, self.day, self._spans)
        self.ask(look, lambda seen: ProgramSeen(seen, self._spans), group="look")

    def on_program_seen(self, seen: ProgramSeen) -> None:
        """Show it, keeping the mark where it was."""
        if not stands(self, "#title", "ChoiceRow") or seen.asked != self._spans:
            return  # closed meanwhile, or asked before the person turned to something else
        self._lines = lines_of(seen.program, self.news, whole_day=self.day is not None)
        words = _title(seen.program, self.day, self._spans)
        if not self._lines:
            words = f"{words}: {_('nothing is planned.')}"
        self.query_one("#title", Static).update(Content(words))
        choices = self._offered(seen.program)
        self.query_one(Choices).show(choices, marked=key_kept(self, choices, otherwise="1" if self._lines else "0"))

    def _offered(self, seen: Program) -> list[Choice]:
        fixed = [BACK] if self.day else [MONTH, BACK] if self._spans == "week" else [WEEK, CALENDAR, BACK]
        room = MOST - len(fixed)
        if len(self._lines) > room:
            room, fixed = room - 1, [MORE_EVENTS, *fixed]
        self._first = self._first if self._first < len(self._lines) else 0
        shown = self._lines[self._first : self._first + room]
        clock, today = self.kiosk.settings.clock_hours, None if self.day else seen.now.date()
        return [_choice(str(place), each, today, clock) for place, each in enumerate(shown, 1)] + fixed

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Open an event, look further, or go back."""
        action, _space, number = taken.choice.action.partition(" ")
        if action == "event":
            self.kiosk.open_event(self.person, int(number))
        elif action == "gone":
            self.query_one("#title", Static).update(Content(taken.choice.more[0]))
        elif action == "more":
            self._turn()
        elif action == "calendar":
            self.kiosk.open_month(self.person, self.kiosk.local_now().date())
        elif action == "back":
            self.action_leave()
        else:
            self._spans, self._first = action, 0
            self.follow()

    def _turn(self) -> None:
        shown = sum(choice.action.startswith(("event ", "gone ")) for choice in self.choices())
        self._first = self._first + shown if self._first + shown < len(self._lines) else 0
        self.follow()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why nothing new can be shown."""
        if stands(self, "#title"):
            self.query_one("#title", Static).update(Content(refusal.sentence))


def span(spans: str, today: date) -> tuple[date, date]:
    """From `today` to the end of this week or month; near its end, to that of the next."""
    if spans == "week":
        sunday = today + timedelta(days=6 - today.weekday())
        return today, sunday + timedelta(weeks=1) if today.weekday() >= WEEKEND else sunday
    _first, last = month_of(today)
    return today, month_of(last + timedelta(days=1))[1] if last - today <= LAST_DAYS else last


def lines_of(seen: Program, news: Sequence[News], *, whole_day: bool = False) -> list[Line]:
    """News first, then what the person is registered for, then the rest; over is shown only on a `whole_day`."""
    by_id = {event.occurrence.id: event for event in seen.events}
    left = {number for number, event in by_id.items() if event.mine is None}  # what one has left is no news any more
    told = {} if whole_day else {each.occurrence.id: each for each in news if each.occurrence.id not in left}
    on_top = [Line(by_id.get(number), each) for number, each in told.items()]
    events = [event for event in seen.events if event.occurrence.id not in told]
    events = [event for event in events if whole_day or not event.is_over(seen.now)]
    return [*on_top, *(Line(event, None) for event in sorted(events, key=lambda event: event.mine is None))]


def _look(house: House, person: Person, day: date | None, spans: str) -> Program:
    first, last = (day, day) if day else span(spans, house.today())
    return program.see_program(house, first, last, person.id)


def _title(seen: Program, day: date | None, spans: str) -> str:
    today = seen.now.date()
    if day:
        return near_words(day, today)
    if spans == "week":
        return _("This week and the next") if seen.last - today > timedelta(days=6) else _("This week")
    return _("This month and the next") if seen.last.month != today.month else _("This month")


def _choice(key: str, line: Line, today: date | None, clock_hours: int) -> Choice:
    event, news = line.event, line.news
    if event is None:
        assert news is not None
        occurrence = news.occurrence
        words = f"{when_words(occurrence, clock_hours)} · {occurrence.title}"
        action = "event" if occurrence.cancelled_at is None else "gone"
        return Choice(key, words, f"{action} {occurrence.id}", "", (short_news_words(news),))
    occurrence = event.occurrence
    when = time_of(event, clock_hours)
    if today:  # else the day stands above
        when = _("{day}, {time}").format(day=near_words(occurrence.day, today), time=when)
    more = (*((short_news_words(news),) if news else ()), state_words(event))
    return Choice(key, f"{when} · {occurrence.title}", f"event {occurrence.id}", "", more)
