"""*Today*: what needs a look, who is in and since when; letters find anybody, in or not, and Enter opens them."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import finding
from clubhouse.finding import FoundPeople
from screens.desk import today_words
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.rows import Row, Rows
from screens.desk.today_look import LookAgain
from screens.desk.today_person import PersonRoom
from screens.desk.today_sheet import PaperSheet
from screens.desk.today_visitors import NewVisitor, VisitorRoom
from screens.desk.today_words import DaySeen
from screens.marking import stands
from screens.words import N_, _


@dataclass
class SeenToday(Message):
    """The house has told of the day."""

    seen: DaySeen


@dataclass
class FoundAnybody(Message):
    """The house has looked for letters."""

    typed: str
    found: FoundPeople


class TodayRoom(ListRoom):
    """Who is in stands in the order of coming; whoever is found by letters and not in stands below."""

    name_of_room = N_("Today")
    narrows = True
    heads: ClassVar[tuple[str, ...]] = (N_("Name"), N_("Since"), N_("Where"))
    commands = (
        DeskKey("1", N_("A paper sheet"), N_("Types in a day from paper, line by line"), "sheet"),
        DeskKey("2", N_("A visitor comes"), N_("Writes down a guest by name and purpose"), "visitor"),
    )
    DEFAULT_CSS = """
    TodayRoom #summary { height: auto; max-height: 2; padding: 0 1; text-style: bold; }
    """
    _seen: DaySeen | None = None
    _found: FoundAnybody | None = None

    def furnish(self) -> ComposeResult:
        """How many are in, and the list."""
        yield Static(id="summary", markup=False)
        yield from super().furnish()

    def follow(self) -> None:
        """Look at the day anew."""
        look = partial(today_words.see_day, self.kiosk.house, self.actor.code)
        self.ask(look, SeenToday, group="look")

    def on_seen_today(self, message: SeenToday) -> None:
        """Show it, the mark kept."""
        self._seen = message.seen
        self._show()

    def _show(self) -> None:
        if not self._seen or not stands(self, "Rows", "#summary"):
            return
        day, clock = self._seen.today, self.kiosk.settings.clock_hours
        self.query_one("#summary", Static).update(Content(today_words.summary(self._seen)))
        others: list[Row] = []
        if self._found and self._found.typed == self.rows.typed:
            others = today_words.found_rows(self._found.found, [each.person_id for each in day.here])
        # Whoever looks for somebody takes a person with Enter, not a line that names several.
        look = [] if self.rows.typed.strip() else today_words.look_rows(self._seen)
        self.show_rows([*look, *today_words.here_rows(day, clock), *others])

    def takes_key(self, event: events.Key) -> bool:
        """As in every list; letters look for those who are not in, too."""
        typed = self.rows.typed if stands(self, "Rows") else ""
        taken = super().takes_key(event)
        if stands(self, "Rows") and self.rows.typed != typed:
            self._look_for(self.rows.typed)
        return taken

    def _look_for(self, typed: str) -> None:
        self.say("")
        self._show()
        if typed.strip():
            find = partial(finding.find_people, self.kiosk.house, self.actor.code, typed)
            self.ask(find, partial(FoundAnybody, typed), group="find")

    def on_found_anybody(self, message: FoundAnybody) -> None:
        """Show them below those who are in."""
        self._found = message
        self._show()

    def say_letters(self) -> None:
        super().say_letters()
        if not self.rows.typed and stands(self, "#find"):
            words = _("Type letters of a name: finds everybody, in or not. Enter opens.")
            self.query_one("#find", Static).update(Content(words))

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Open the person, the visitor, or all that needs the same look."""
        what, _space, rest = str(taken.row.id).partition(" ")
        if what == "person":
            self.enter_page(PersonRoom(self.actor, self.permissions, int(rest), taken.row.cells[0]))
        elif what == "visitor" and self._seen:
            visitor = next(each for each in self._seen.today.visitors if each.id == int(rest))
            self.enter_page(VisitorRoom(self.actor, self.permissions, visitor))
        elif what == "look":
            self.enter_page(LookAgain(self.actor, self.permissions, rest))
        else:
            self.say(_("That stands in the room for paid work."))

    def action_sheet(self) -> None:
        """Type in a day from paper."""
        self.enter(PaperSheet)

    def action_visitor(self) -> None:
        """Write down a guest."""
        self.enter(NewVisitor)
