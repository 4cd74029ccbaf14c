"""One day of one's job hours: as usual with one key, another time, or *I can't go*, which staff see at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse.employment import corrections, coverage, work_days
from clubhouse.employment.my_hours import MyDay
from clubhouse.employment.stretches import of_length
from clubhouse.employment.work_days import WorkState
from clubhouse.people import Person
from screens.asking import Refusal
from screens.events_words import capital
from screens.hours_items import (
    HoursSeen,
    Item,
    changes_for,
    items_of,
    look_at,
    my_day_of,
    takes_back,
    unwritten,
    writes_for,
)
from screens.hours_time import begun_with
from screens.hours_words import item_words, place_words, usual_choice_words
from screens.hours_writing import BOTH_RIGHT, NOT_BOTH, QUESTION, WritingPage, Wrote
from screens.marking import key_kept, stands
from screens.widgets.choices import Choice, Choices
from screens.words import N_, _, date_words, day_words

ANOTHER_TIME = Choice("3", N_("Another time"), "time", N_("Asks from when to when, or how long"))
MORE_HOURS = Choice("3", N_("More hours that day"), "time", N_("Asks from when to when, or how long"))
CANT_TODAY = Choice("4", N_("I can't go today"), "cant", N_("Tells staff at once; somebody is looked for"))
CANT_TOMORROW = Choice("4", N_("I can't go tomorrow"), "cant", N_("Tells staff at once; somebody is looked for"))
CANT_THEN = Choice("4", N_("I can't go that day"), "cant", N_("Tells staff at once; somebody is looked for"))
COULD_NOT = Choice("4", N_("I did not go that day"), "cant", N_("Tells staff"))
CANT_COVER = Choice("4", N_("I can't cover after all"), "release", N_("Tells staff at once; somebody is looked for"))
CLOSED = Choice("5", N_("The employer is closed"), "closed", N_("Nobody is looked for that day"))
GO = Choice("6", N_("I can go after all"), "go", N_("Nobody is looked for any more"))
NEXT_JOB = Choice("7", N_("Other work that day"), "next", N_("Shows the next, then the first again"))
CHANGE = Choice("8", N_("Change the time"), "change", N_("Asks from when to when, or how long"))
UNDO = Choice("U", N_("Undo: take these hours away"), "remove", N_("They do not count any more"))
UNDO_CHANGE = Choice("U", N_("Undo: the time as before"), "unchange", N_("What stood there before counts again"))
OPEN = Choice("U", N_("Undo: the employer is open"), "open", N_("Takes it back"))
BACK = Choice("0", N_("Back"), "back", N_("Goes back; what was written stays"))

DAY = timedelta(days=1)


@dataclass
class DayChanged(Message):
    """Something else of the day was written; `words` thank for it."""

    words: str


class HoursDayPage(WritingPage):
    """Shows one placement, job or coverage at a time."""

    DEFAULT_CSS = """
    HoursDayPage #day { height: 5; padding: 0 2; background: $calm-ground; color: $calm; }
    HoursDayPage #day.mine { background: $glad-ground; color: $glad; }
    HoursDayPage Choices { padding: 0 1; }
    HoursDayPage.-tall #day.full { height: 3; }
    """

    def __init__(self, person: Person, day: date) -> None:
        """What is shown is asked of the house."""
        super().__init__()
        self.person, self.day = person, day
        self._seen: HoursSeen | None = None
        self._place = 0
        self._said = ""
        self._changing: int | None = None
        """The row for which another time is being chosen."""
        self._changed: int | None = None
        """The row that came of it, as long as its answer shows."""

    def compose(self) -> ComposeResult:
        """The day and what is written, the choices."""
        yield Static(id="day", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Ask the house."""
        self.follow()

    def on_screen_resume(self) -> None:
        """Back from choosing a time."""
        if self._seen:
            self._said = ""
            self.follow()

    def follow(self) -> None:
        """Show the day as it is now."""
        look = partial(look_at, self.kiosk.house, self.person, self.day, again=True)
        self.ask(look, lambda seen: seen, group="look")

    def on_hours_seen(self, seen: HoursSeen) -> None:
        """Show it, at first what is to be said something of."""
        if self._seen is None:
            quiet = [item.is_quiet for item in items_of(seen, self.day)]
            self._place = quiet.index(False) if False in quiet else 0
        self._seen = seen
        self._note_change(seen)
        self._show()

    def _note_change(self, seen: HoursSeen) -> None:
        """Back from choosing another time: whether there is another row now, of which the change can be undone."""
        was, self._changing = self._changing, None
        item = self._item()
        if was is not None and item and item.changeable:
            gone = all(entry.work.id != was for entry in my_day_of(seen, self.day).entries)
            self._changed = item.changeable.work.id if gone else None

    def _show(self) -> None:
        if not stands(self, "#day", "ChoiceRow") or self._seen is None:
            return  # closed meanwhile
        item, my_day = self._item(), my_day_of(self._seen, self.day)
        choices = [BOTH_RIGHT, NOT_BOTH] if self.is_asking() and not self._asked else self._offered(item, my_day)
        head = self.query_one("#day", Static)
        head.set_class(item is not None and bool(item.entries), "mine")
        head.set_class(len(choices) > 6, "full")
        head.update(Content.assemble((day_words(self.day), "bold"), "\n", "\n".join(self._lines(item, my_day))))
        ready = choices[0].key if choices[0].action.startswith("usual") else "0"
        self.query_one(Choices).show(choices, marked=key_kept(self, choices, otherwise=ready))

    def _item(self) -> Item | None:
        assert self._seen
        items = items_of(self._seen, self.day)
        return items[self._place % len(items)] if items else None

    def _lines(self, item: Item | None, my_day: MyDay) -> list[str]:
        if item is None:
            return [self._said or _("There is no work of yours that day.")]
        state = capital(item_words(item, my_day, self.kiosk.settings.clock_hours, self.kiosk.local_now()))
        place = place_words(item.place)
        if self._said:
            return [place, self._said]
        return [place, _("{state}.").format(state=state), self._explained(item, my_day)]

    def _explained(self, item: Item, my_day: MyDay) -> str:
        if any(entry.work.state is WorkState.CONFIRMED for entry in item.entries):
            return _("Staff have confirmed them. Is something not right? Please ask staff.")
        if item.entries and not item.changeable:
            return _("That month is reported. Is something not right? Please ask staff.")
        if item.is_covered:
            return _("Somebody covers that day. Would you like to go after all? Please talk with staff.")
        if my_day.day > self._today():
            return _("Hours are written down when the work is done.")
        if not my_day.writable and not item.entries:
            return _("That is some time ago. Please ask staff to write it down.")
        return ""

    def _today(self) -> date:
        assert self._seen
        return self._seen.today

    def _offered(self, item: Item | None, my_day: MyDay) -> list[Choice]:
        assert self._seen
        if item is None:
            return [BACK]
        several = [NEXT_JOB] if len(items_of(self._seen, self.day)) > 1 else []
        change = self._to_change(item)
        return [*self._to_write(item, my_day), *self._to_tell(item, my_day), *several, *change, BACK]

    def _to_write(self, item: Item, my_day: MyDay) -> list[Choice]:
        held = item.offered is not None or item.covering is not None
        if not (held and my_day.writable) or item.closed or item.is_covered:
            return []
        clock = self.kiosk.settings.clock_hours
        usual = [
            Choice(str(place), usual_choice_words(each, clock), f"usual {place}", N_("Writes these hours down"))
            for place, each in unwritten(item)[:2]
            if place <= 2
        ]
        return [*usual, MORE_HOURS if item.entries else ANOTHER_TIME]

    def _to_tell(self, item: Item, my_day: MyDay) -> list[Choice]:
        if item.entries or item.closed or not (my_day.writable or my_day.day > self._today()):
            return []
        if item.covering:
            return [CANT_COVER]
        if item.offered is None or item.place.placement_id is None:
            return []
        if item.offered.request:
            return [] if item.is_covered else [GO]
        ahead = (my_day.day - self._today()).days
        cant = {0: CANT_TODAY, 1: CANT_TOMORROW}.get(ahead, CANT_THEN if ahead > 0 else COULD_NOT)
        return [cant, CLOSED]

    def _to_change(self, item: Item) -> list[Choice]:
        if item.changeable:
            return [CHANGE, UNDO_CHANGE if item.changeable.work.id == self._changed else UNDO]
        return [OPEN] if item.closed and item.closed.changeable else []

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Write, tell, take back, or go back."""
        action, _space, which = taken.choice.action.partition(" ")
        item = self._item() if self._seen else None
        if action in ("sure", "not_sure"):
            self._said = ""
            self.answer(action)
            self._show()
        elif action == "back" or item is None:
            self.action_leave()
        elif action == "next":
            self._place, self._said = self._place + 1, ""
            self._show()
        elif action == "usual":
            stretch = item.usual[int(which) - 1].stretch
            self.write(writes_for(self.kiosk.house, self.person, item, self.day), lambda: stretch)
        elif action == "unchange":
            self.write(takes_back(self.kiosk.house, self.person, self._changed or 0), lambda: of_length(0))
        elif action in ("time", "change"):
            self._open_time(item, action)
        else:
            self._tell(item, action)

    def _open_time(self, item: Item, action: str) -> None:
        house, person, entry = self.kiosk.house, self.person, item.changeable
        about = _("{day} · {place}").format(day=date_words(self.day), place=place_words(item.place))
        self._changing = self._changed = None
        if action == "change" and entry:
            self._changing = entry.work.id
            begun = begun_with(entry.work.starts_at, entry.work.minutes, self.kiosk.settings.zone)
            self.kiosk.open_hours_time(self.day, about, begun, changes_for(house, person, entry))
        else:
            free = [usual for _place, usual in unwritten(item)]
            starts, minutes = (free[0].starts, free[0].minutes) if free else (None, 0)
            begun = begun_with(starts, minutes, self.kiosk.settings.zone)
            self.kiosk.open_hours_time(self.day, about, begun, writes_for(house, person, item, self.day))

    def _tell(self, item: Item, action: str) -> None:
        house, person = self.kiosk.house, self.person
        placement, request = item.place.placement_id or 0, item.offered.request if item.offered else None
        row = item.changeable if action == "remove" else item.closed
        tells: dict[str, tuple[Callable[[], object], str]] = {
            "cant": (
                partial(coverage.cannot_go, house, person.code, person.id, placement, self.day),
                N_("Thank you for saying so. Staff know."),
            ),
            "closed": (partial(work_days.log_closed, house, person.code, placement, self.day), ""),
            "go": (partial(coverage.go_after_all, house, person.code, request.id if request else 0), ""),
            "release": (
                partial(
                    coverage.release_coverage, house, person.code, item.covering.request.id if item.covering else 0
                ),
                N_("Thank you for saying so. Staff know."),
            ),
            "remove": (partial(corrections.remove_hours, house, person.code, row.work.id if row else 0), ""),
            "open": (partial(corrections.remove_hours, house, person.code, row.work.id if row else 0), ""),
        }
        operation, words = tells[action]
        self.ask(operation, lambda _result: DayChanged(words), group="answer")

    def on_wrote(self, wrote: Wrote) -> None:
        """Show it, or ask."""
        self._asked = False
        if wrote.done:
            self.answer("done")
        self._said = "" if wrote.done else _(QUESTION)
        self._show()
        self.follow()

    def on_day_changed(self, changed: DayChanged) -> None:
        """Show it."""
        self._asked = False
        self._said = _(changed.words) if changed.words else ""
        self.follow()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why, and show the day as it is now."""
        self._said = refusal.sentence
        self.answer("refused")
        self._show()
        if self._asked:  # a look that fails is not tried again at once
            self.follow()
