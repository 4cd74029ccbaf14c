"""One's own job hours: the week by day, each day one choice, with the totals of week and month above.

The page belongs to the person who opened it, names nobody, and is closed with the others when the kiosk rests.
"""

from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse.employment import next_in_line
from clubhouse.employment.my_hours import MyDay
from clubhouse.people import Kind, Person
from screens.asking import Refusal
from screens.hours_items import HoursSeen, days_shown, look_at
from screens.hours_words import cover_words, day_lines, place_words, total_words, week_words
from screens.marking import key_kept, stands
from screens.page import Page
from screens.widgets.choices import MOST, Choice, Choices
from screens.words import N_, _, day_words

WISH = Choice("1", N_("I would like to work"), "wish", N_("Tells staff; nothing has to be fulfilled for it"))
WISH_TOO = Choice("6", N_("I would like to work"), "wish", N_("Tells staff; nothing has to be fulfilled for it"))
NO_WISH = Choice("U", N_("Undo: I would not like to work now"), "no_wish", N_("Takes you out of the line"))
OTHERS = Choice("8", N_("Another day or week"), "others", N_("Shows the weeks before and after, and other days"))
BEFORE = Choice("1", N_("The week before"), "turn -1", N_("Shows the week before"))
AFTER = Choice("2", N_("The week after"), "turn 1", N_("Shows the week after"))
BACK = Choice("0", N_("Back"), "back", N_("Goes back; what was written stays"))
WEEKS_AHEAD = 8
"""How far one can look on from today."""


class Wished(Message):
    """The person stands in the line now, or no longer."""


class HoursPage(Page):
    """Each day is one choice, which opens its own page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", N_("The week before"), tooltip=N_("Shows the week before"), show=False),
        Binding("right", "turn(1)", N_("The week after"), tooltip=N_("Shows the week after"), show=False),
    ]
    DEFAULT_CSS = """
    HoursPage #title { height: 3; padding: 0 2; background: $calm-ground; color: $calm; }
    HoursPage Choices { padding: 0 1; }
    HoursPage.-short #title { height: auto; max-height: 5; }
    """

    def __init__(self, person: Person, day: date | None = None) -> None:
        """Shows the week of `day`, or of today."""
        super().__init__()
        self.person, self.day = person, day
        self._others = False
        self._seen: HoursSeen | None = None

    def compose(self) -> ComposeResult:
        """Which week, the totals, and the days."""
        yield Static(id="title", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Ask the house."""
        self._look(again=False)

    def on_screen_resume(self) -> None:
        """Back from a day: what was written there shows."""
        if self._seen:
            self.follow()

    def follow(self) -> None:
        """Show the week as it is now."""
        self._look(again=True)

    def _look(self, *, again: bool) -> None:
        look = partial(look_at, self.kiosk.house, self.person, self.day, again=again)
        self.ask(look, lambda seen: seen, group="look")

    def on_hours_seen(self, seen: HoursSeen) -> None:
        """Show it, keeping the mark where it was."""
        if not stands(self, "#title", "ChoiceRow"):
            return  # closed meanwhile
        self._seen = seen
        self.query_one("#title", Static).update(self._title(seen))
        choices = self._offered(seen)
        self.query_one(Choices).show(choices, marked=key_kept(self, choices, otherwise=self._ready(choices, seen)))

    def _title(self, seen: HoursSeen) -> Content:
        line = _("You stand in the line of those who would like to work.") if seen.wishes else ""
        told = total_words(seen.hours, self.day or seen.today)
        if not seen.hours.work and not any(day.entries for day in seen.hours.days):
            told = line or _("There is no paid work of yours here. Would you like to work? Tell us with one key.")
        if self._others:
            work = "; ".join(place_words(each.place) for each in seen.hours.work)
            told = "\n".join(part for part in (work, line) if part)
        return Content.assemble((week_words(seen.hours, seen.today), "bold"), "\n", told)

    def _ready(self, choices: list[Choice], seen: HoursSeen) -> str:
        today = f"day {seen.today}"
        return next((choice.key for choice in choices if choice.action == today), choices[0].key)

    def _offered(self, seen: HoursSeen) -> list[Choice]:
        shown, hidden = self._split(seen)
        if self._others:
            turns = [choice for choice, step in ((BEFORE, -1), (AFTER, 1)) if self._can_turn(seen, step)]
            days = [self._day(str(key), day, seen) for key, day in enumerate(hidden, 3)]
            return [*turns, *days, *self._wish(seen, WISH_TOO), BACK]
        asked = [self._asked_choice(seen)] if seen.coverage.asked else []
        days = [self._day(str(key), day, seen) for key, day in enumerate(shown, 1 + len(asked))]
        wish = [] if seen.hours.work else self._wish(seen, WISH)
        return [*asked, *days, *([] if days or asked else wish), OTHERS, BACK]

    def _split(self, seen: HoursSeen) -> tuple[list[MyDay], list[MyDay]]:
        return days_shown(seen, MOST - 2 - bool(seen.coverage.asked), MOST - 4)

    def _day(self, key: str, day: MyDay, seen: HoursSeen) -> Choice:
        now, clock = self.kiosk.local_now(), self.kiosk.settings.clock_hours
        words = _("{day} (today)").format(day=day_words(day.day)) if day.day == seen.today else day_words(day.day)
        return Choice(key, words, f"day {day.day}", "", day_lines(seen, day, clock, now))

    def _asked_choice(self, seen: HoursSeen) -> Choice:
        first = cover_words(seen.coverage.asked[0], self.kiosk.settings.clock_hours)
        return Choice("1", N_("Somebody would like your help"), "asked", N_("Yes, or not today"), (first,))

    def _wish(self, seen: HoursSeen, wish: Choice) -> list[Choice]:
        if seen.wishes:
            return [NO_WISH]
        return [wish] if self.person.kind is Kind.MEMBER else []

    def _can_turn(self, seen: HoursSeen, step: int) -> bool:
        monday = seen.hours.days[0].day + timedelta(weeks=step)
        earliest = seen.today - timedelta(days=self.kiosk.settings.hours_days_back)
        return monday + timedelta(days=6) >= earliest and monday <= seen.today + timedelta(weeks=WEEKS_AHEAD)

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Open a day, look at another week, say that one would like to work, or go back."""
        action, _space, which = taken.choice.action.partition(" ")
        if action == "day":
            self.kiosk.open_hours_day(self.person, date.fromisoformat(which))
        elif action == "asked":
            self.kiosk.open_covering(self.person)
        elif action == "turn":
            self.action_turn(int(which))
        elif action in ("wish", "no_wish"):
            self._change_wish(action)
        elif action == "others":
            self._others = True
            self.follow()
        else:
            self.action_leave()

    def action_turn(self, step: int) -> None:
        """Show another week, where there is one to be looked at."""
        if self._seen and self._can_turn(self._seen, step):
            monday = self._seen.hours.days[0].day + timedelta(weeks=step)
            this_week = self._seen.today - timedelta(days=self._seen.today.weekday())
            self.day = None if monday == this_week else monday
            self._others = False
            self.follow()

    def action_leave(self) -> None:
        """From the other days back to the week, and from there to the person's page."""
        if self._others:
            self._others = False
            self.follow()
        else:
            super().action_leave()

    def _change_wish(self, action: str) -> None:
        assert self._seen
        house, person = self.kiosk.house, self.person
        if action == "wish":
            change = partial(next_in_line.like_to_work, house, person.code, person.id)
            self.ask(change, lambda wish: Wished(), group="answer")
        elif self._seen.wishes:
            leave = partial(next_in_line.leave_line, house, person.code, person.id, self._seen.wishes[0].placement_id)
            self.ask(leave, lambda nothing: Wished(), group="answer")

    def on_wished(self) -> None:
        """Show it."""
        self._asked = False
        self.follow()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why, and show the week as it is now."""
        if stands(self, "#title"):
            self.query_one("#title", Static).update(Content(refusal.sentence))
        if self._asked:  # a look that fails is not tried again at once
            self.follow()
