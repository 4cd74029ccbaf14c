"""A day typed in from a paper sheet, as fast as one can read it: letters of the name, in, out, Enter, next.

Each line is on the disk before the next begins. Keys typed while the house looks or writes wait for their turn, so
that none is lost or overtakes another.
"""

from collections import deque
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import finding, today
from clubhouse.errors import Refused
from clubhouse.finding import FoundPeople
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.typed_times import typed_time
from clubhouse.visits import Visit
from screens.asking import Refusal
from screens.desk.room import Room
from screens.desk.sheet_line import Part, SheetLine
from screens.desk.today_words import name_words, person_words, short_day, span_words
from screens.marking import stands
from screens.parts import unbroken
from screens.scanning import Letters
from screens.words import N_, _, day_words, plural

REASON = "paper sheet: line taken back"


@dataclass
class NamesFound(Message):
    """The house has looked for letters."""

    letters: str
    found: FoundPeople


@dataclass
class LineWritten(Message):
    """The line is on the disk."""

    visit: Visit
    words: str


@dataclass
class LineTakenBack(Message):
    """The last line counts no more."""


class PaperSheet(Room):
    """What was typed stands above, the line that is typed below it, and what can be taken below that."""

    name_of_room = N_("A paper sheet")
    letters = Letters.TYPED
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "type('enter')", N_("Next"), tooltip=N_("The next part; after out, the line is kept"), show=False
        ),
        Binding(
            "backspace", "type('backspace')", N_("Rub out"), tooltip=N_("A letter less, or back a part"), show=False
        ),
        Binding("delete", "type('delete')", N_("Undo the last line"), tooltip=N_("Takes it back"), show=False),
        Binding("pageup", "type('pageup')", N_("The day before"), tooltip=N_("Types in another day"), show=False),
        Binding("pagedown", "type('pagedown')", N_("The day after"), tooltip=N_("Types in another day"), show=False),
    ]
    DEFAULT_CSS = """
    PaperSheet #day { height: 1; padding: 0 1; text-style: bold; }
    PaperSheet #lines { height: 1fr; padding: 0 1; content-align: left bottom; color: $quiet; }
    PaperSheet #line {
        height: auto; min-height: 1; max-height: 3; padding: 0 1; background: $chosen-ground; color: $chosen;
    }
    PaperSheet #hint { height: 4; padding: 0 1; background: $calm-ground; color: $calm; }
    PaperSheet #keys { height: auto; padding: 0 1; background: $panel; }
    """

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """A sheet of today, with nothing typed."""
        super().__init__(actor, held)
        self.day: date = self.kiosk.local_now().date()
        self.line = SheetLine()
        self._written: list[tuple[int, str]] = []
        self._held: deque[tuple[str, str]] = deque()

    # -- showing -------------------------------------------------------------------------------------------------

    def furnish(self) -> ComposeResult:
        """The day, what was typed, what is typed, who was found, the keys."""
        yield Static(id="day", markup=False)
        yield Static(id="lines", markup=False)
        yield Static(id="line", markup=False)
        yield Static(id="hint", markup=False)
        keys = (
            _("Enter Next"),
            _("Del Undo a line"),
            _("PgUp, PgDn Day"),
            _("F1 Help"),
            _("Esc Back"),
        )
        yield Static("   ".join(unbroken(each) for each in keys), id="keys", markup=False)

    def on_mount(self) -> None:
        """Ready for the first name."""
        self._show()

    def on_resize(self) -> None:
        """As many lines as have room."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not stands(self, "#lines", "#line", "#hint", "#day"):
            return
        count = plural("{count} line typed", "{count} lines typed", len(self._written))
        day = _("{day} {year}").format(day=day_words(self.day), year=self.day.year)
        self.query_one("#day", Static).update(Content(f"{day} · {count}"))
        room = max(1, self.query_one("#lines").size.height)
        self.query_one("#lines", Static).update(Content("\n".join(words for _id, words in self._written[-room:])))
        self.query_one("#line", Static).update(Content(self._line_words()))
        if self.line.looked:
            self.query_one("#hint", Static).update(Content(self._hint()))

    def _line_words(self) -> str:
        line, cursor = self.line, {self.line.part: "_"}
        who = name_words(line.who) if line.who else line.letters
        return _("Name: {who}   In: {came}   Out: {left}").format(
            who=who + cursor.get(Part.WHO, ""),
            came=line.times[Part.IN] + cursor.get(Part.IN, ""),
            left=line.times[Part.OUT] + cursor.get(Part.OUT, ""),
        )

    def _hint(self) -> str:
        line = self.line
        if line.part is Part.IN:
            return _("When did they come? 847 is 8:47.")
        if line.part is Part.OUT:
            return _("When did they leave? Enter keeps the line. Empty: still in, which can only be today.")
        if not line.letters:
            return _("Type the first letters of a name from the sheet.")
        if not line.offered:
            return _("No such name. Rub letters out; somebody new is added under People.")
        if len(line.offered) == 1:
            return _("{name}: type the time of coming, or Enter.").format(name=self._told_apart()[0])
        names = "   ".join(unbroken(f"{place} {name}") for place, name in enumerate(self._told_apart(), 1))
        more = _("There are more. Type another letter.") if len(line.found.found) > len(line.offered) else ""
        return f"{names}   {more}".strip()

    def _told_apart(self) -> list[str]:
        names = [name_words(each) for each in self.line.offered]
        return [
            f"{name} {each.person.code}" if names.count(name) > 1 else name
            for name, each in zip(names, self.line.offered, strict=True)
        ]

    # -- keys ----------------------------------------------------------------------------------------------------

    def takes_key(self, event: events.Key) -> bool:
        """Every key of the line waits for its turn; those that leave the page do not."""
        if event.key == "escape" or (event.key.startswith("f") and event.key[1:].isdigit()):
            return False
        self._held.append((event.key, event.character or ""))
        self._work()
        return True

    def action_type(self, key: str) -> None:
        """Stands on the help page; the key itself is taken before any binding."""
        self._held.append((key, ""))
        self._work()

    def _work(self) -> None:
        while self._held and not self._asked and not self.line.waits_for(self._meant()):
            key, character = self._held.popleft()
            try:
                self._take(key, character)
            except Refused as refused:
                self._complain(_(str(refused)))
        self._show()

    def _meant(self) -> str:
        key, character = self._held[0]
        return "x" if key == "backspace" else character

    def _take(self, key: str, character: str) -> None:
        clock = self.kiosk.settings.clock_hours
        if key in ("pageup", "pagedown"):
            self._turn(-1 if key == "pageup" else 1)
        elif key == "delete":
            self._take_back()
        elif key == "backspace":
            self.say("")
            if self.line.rub_out():
                self._look()
        elif key in ("enter", "tab"):
            self._go_on(clock)
        elif character.isprintable() and character:
            self.say("")
            self.line.type(character, clock)
            if not self.line.looked:
                self._look()

    def _look(self) -> None:
        letters = self.line.letters
        find = partial(finding.find_people, self.kiosk.house, self.actor.code, letters)
        self.ask(find, partial(NamesFound, letters), group="find")

    def on_names_found(self, message: NamesFound) -> None:
        """Those names can be taken now."""
        if self.line.letters == message.letters and not self.line.looked:
            self.line.found, self.line.looked = message.found, True
            self._work()

    def _turn(self, step: int) -> None:
        today_ = self.kiosk.local_now().date()
        self.day = min(today_, self.day + timedelta(days=step))
        self.say(_("The lines from here on are of {day}.").format(day=day_words(self.day)))

    def _complain(self, words: str) -> None:
        # Keys typed after the slip belong to another line.
        self._held.clear()
        self.say(words)
        if self.kiosk.settings.bell:
            self.kiosk.bell()

    # -- lines ---------------------------------------------------------------------------------------------------

    def _go_on(self, clock: int) -> None:
        self.kiosk.forget_keys()
        line = self.line
        if line.part is not Part.OUT or not line.who:
            line.go_on(clock)
            return
        came = typed_time(line.times[Part.IN], clock)
        left = typed_time(line.times[Part.OUT], clock, came) if line.times[Part.OUT].strip() else None
        self.say("")
        house, person, zone = self.kiosk.house, line.who.person, self.kiosk.settings.zone
        write = partial(today.paper_line, house, self.actor.code, person.id, self.day, came, left)

        def words(visit: Visit) -> LineWritten:
            times = span_words(visit.in_at.astimezone(zone), visit.out_at and visit.out_at.astimezone(zone), clock)
            return LineWritten(visit, f"{short_day(visit.day)}   {person_words(person)}   {times}")

        self.ask(write, words, group="answer")

    def on_line_written(self, message: LineWritten) -> None:
        """It is on the disk: the next."""
        self._asked = False
        self._written.append((message.visit.id, message.words))
        self.line = SheetLine()
        self._work()

    def _take_back(self) -> None:
        if not self._written:
            self.say(_("No line was typed yet."))
            return
        visit_id, _words = self._written[-1]
        take_back = partial(today.take_visit_out, self.kiosk.house, self.actor.code, visit_id, REASON)
        self.ask(take_back, lambda visit: LineTakenBack(), group="answer")

    def on_line_taken_back(self, message: LineTakenBack) -> None:
        """Say which."""
        self._asked = False
        _visit_id, words = self._written.pop()
        self.say(_("Taken back: {line}").format(line=words))
        self._work()

    def on_refusal(self, refusal: Refusal) -> None:
        """The line stays as it was typed, to be mended; `Room` says why."""
        self._asked = False
        self.line.looked = True
        self._complain(refusal.sentence)
        self._show()

    def action_leave(self) -> None:
        """A line half typed is emptied first; then back."""
        if self._asked:
            return
        self._held.clear()
        if self.line.empty:
            super().action_leave()
            return
        self.line = SheetLine()
        self.say(_("The line is empty again. Esc once more goes back."))
        self._show()
