"""The programme at the desk: four weeks as a list, by day; another four with a key, or what is not held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from textual.message import Message

from clubhouse import planning
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.program import Event, Program
from screens.desk.event import EventRoom
from screens.desk.event_forms import NewEvent
from screens.desk.event_words import short_day, taken_words, wait_words
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.rows import Row, Rows
from screens.events_words import time_of
from screens.marking import stands
from screens.words import N_, _

SPAN = timedelta(weeks=4)
FARTHEST = 260
"""So many spans ahead or back one can go: twenty years."""


@dataclass
class PlanSeen(Message):
    """The house has shown what is on."""

    program: Program
    not_held: Program | None
    """Where it was asked for."""


class EventsRoom(ListRoom):
    """What is on; Enter opens one with its list."""

    name_of_room = N_("Classes and events")
    narrows = True
    heads: ClassVar[tuple[str, ...]] = (N_("Day"), N_("Time"), N_("Title"), N_("Seats"), "")
    commands: ClassVar[Sequence[DeskKey]] = (
        DeskKey("1", N_("New"), N_("Plans a class or event"), "plan"),
        DeskKey("2", N_("Earlier"), N_("Shows the four weeks before"), "earlier"),
        DeskKey("3", N_("Later"), N_("Shows the next four weeks"), "later"),
        DeskKey("4", N_("Not held"), N_("Shows also what was cancelled; once more, and it does not"), "not_held"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """From today."""
        super().__init__(actor, held)
        self._turned, self._shows_not_held, self._from_below = 0, False, False

    @property
    def _first(self) -> date:
        return self.kiosk.local_now().date() + self._turned * SPAN

    def find_words(self) -> str:
        """Which days are shown, beside what the letters do."""
        last = self._first + SPAN - timedelta(days=1)
        return _("{first} to {last}. Type letters to find something.").format(
            first=short_day(self._first), last=short_day(last)
        )

    def follow(self) -> None:
        """Ask the house what is on."""
        if not stands(self, "Rows"):
            return
        self.say_letters()
        house, first, last = self.kiosk.house, self._first, self._first + SPAN - timedelta(days=1)
        look = partial(planning.see_plan, house, self.actor.code, first, last)
        also = self._shows_not_held
        self.ask(lambda: (look(), look(held=False) if also else None), lambda seen: PlanSeen(*seen), group="look")

    def on_plan_seen(self, seen: PlanSeen) -> None:
        """Show it by day; what is not held stands back."""
        if not stands(self, "Rows") or seen.program.first != self._first:
            return  # closed, or turned meanwhile
        clock = self.kiosk.settings.clock_hours
        events = [*seen.program.events, *(seen.not_held.events if seen.not_held else ())]
        events.sort(key=lambda each: (each.occurrence.day, each.starts_at.time(), each.occurrence.id))
        rows = [_row(each, clock) for each in events]
        marked = rows[-1].id if self._from_below and rows else None
        self._from_below = False
        self.show_rows(rows, marked)

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Open that one."""
        assert isinstance(taken.row.id, int)
        self.say("")
        self.enter_page(EventRoom(self.actor, self.permissions, taken.row.id))

    def action_plan(self) -> None:
        """Plan a new one."""
        self.say("")
        self.enter(NewEvent)

    def action_earlier(self) -> None:
        """The weeks before, the latest of them marked."""
        self._turn(-1)

    def action_later(self) -> None:
        """The weeks after."""
        self._turn(1)

    def _turn(self, step: int) -> None:
        self._turned = max(-FARTHEST, min(self._turned + step, FARTHEST))
        self._from_below = step < 0
        self.rows.narrow("")
        self.follow()

    def action_not_held(self) -> None:
        """Show what was cancelled too, or no longer."""
        self._shows_not_held = not self._shows_not_held
        self.say(_("What is not held is shown too.") if self._shows_not_held else "")
        self.follow()


def _row(event: Event, clock_hours: int) -> Row:
    on = event.occurrence
    cancelled = on.cancelled_at is not None
    state = _("not held") if cancelled else wait_words(event)
    cells = (short_day(on.day), time_of(event, clock_hours), on.title, taken_words(event), state)
    return Row(on.id, cells, dim=cancelled)
