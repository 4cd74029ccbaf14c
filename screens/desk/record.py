"""Somebody's record at the desk: staff read a month, countersign it, and write what the house helped with.

Each month that is opened leaves a row in the audit log, as every view of what is private does. Job hours stand there
only for whoever looks after employment.
"""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from textual.message import Message

from clubhouse import goals, record, record_pin, record_print
from clubhouse.errors import BadInput
from clubhouse.exports.places import folder_typed
from clubhouse.goals import SupportKind, WrittenSupport
from clubhouse.house import House
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.fields import Field, choice_field
from screens.desk.form import Form
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.people_sheet import folder_field, written_words
from screens.desk.question import Question, Reply
from screens.desk.rows import Row
from screens.record_words import KINDS, SUPPORTS, Month, sections, support_words
from screens.words import N_, _, month_words


@dataclass
class RecordSeen(Message):
    """The house has shown it."""

    name: str
    month: str
    lines: list[tuple[str, list[str]]]
    supports: tuple[WrittenSupport, ...]


@dataclass
class RecordWritten(Message):
    """The house has done it; `words` say so."""

    words: str


class StaffRecord(ListRoom):
    """One month as lines to read."""

    name_of_room = N_("Record")
    enter_words = ""
    commands = (
        DeskKey("S", N_("Sign"), N_("You sign the month for the house"), "sign"),
        DeskKey("D", N_("Do not sign"), N_("As good an answer"), "decline"),
        DeskKey("T", N_("Take back"), N_("The answer of the house is taken back"), "take_back"),
        DeskKey("W", N_("Write a support"), N_("What the house helped with"), "write"),
        DeskKey("U", N_("Undo a support"), N_("The marked line was a slip; it asks"), "undo"),
        DeskKey("R", N_("Print"), N_("Writes the month as a page to print; it asks where"), "print"),
        DeskKey("B", N_("Month before"), N_("An earlier month"), "before"),
        DeskKey("N", N_("Next month"), N_("A later month"), "after"),
        DeskKey("P", N_("Take PIN away"), N_("One that was forgotten; nothing of the record is lost"), "pin"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission], person_id: int) -> None:
        """`actor` looks at the record of `person_id`, of this month first."""
        super().__init__(actor, held)
        self._of = person_id
        self._first = self.kiosk.local_now().date().replace(day=1)
        self._sure = False
        self._supports: dict[int, WrittenSupport] = {}

    @property
    def _month(self) -> str:
        return f"{self._first:%Y-%m}"

    def on_mount(self) -> None:
        """Look once: each look leaves a row."""
        self._look()

    def follow(self) -> None:
        """What others write shows when the month is opened again."""

    def _look(self) -> None:
        look = partial(_look, self.kiosk.house, self.actor, self._of, self._month, self._clock)
        self.ask(look, lambda seen: seen, group="look")

    @property
    def _clock(self) -> int:
        return self.kiosk.settings.clock_hours

    def on_record_seen(self, seen: RecordSeen) -> None:
        """Show it, unless another month is asked for by now."""
        if seen.month != self._month:
            return
        title = _("{name}, {month}").format(name=seen.name, month=month_words(self._first))
        width = max(20, self.size.width - 6)
        self._supports = {each.support.id: each for each in seen.supports}
        lines: list[tuple[str, str]] = [("", title)]
        for head, under in seen.lines:
            lines += [("", ""), ("", head)]
            whose = [f"support {each.support.id}" for each in seen.supports] if head == _(SUPPORTS) else []
            for place, line in enumerate(under):
                parts = textwrap.wrap(line, width) or [""]
                lines += [(whose[place] if whose else "", f"  {part}") for part in parts]
        self.show_rows([Row(f"{place} {what}", (line,)) for place, (what, line) in enumerate(lines)])

    def action_sign(self) -> None:
        """For the house."""
        self._sign(_("You have signed the month."), signs=True)

    def action_decline(self) -> None:
        """Chose not to."""
        self._sign(_("Noted: not signed."), signs=False)

    def _sign(self, words: str, *, signs: bool) -> None:
        sign = partial(record.sign_month, self.kiosk.house, self.actor.code, self._of, self._month, signs=signs)
        self._do(sign, words)

    def action_take_back(self) -> None:
        """As if the house had not answered."""
        back = partial(record.take_back_signature, self.kiosk.house, self.actor.code, self._of, self._month)
        self._do(back, _("The answer is taken back."))

    def action_write(self) -> None:
        """What the house helped with."""
        self.say("")
        self._written = True
        self.enter_page(SupportForm(self.actor, self.permissions, self._of))

    def action_undo(self) -> None:
        """Ask, and take the marked support back; its row stays on file."""
        marked = str(self.rows.marked.id).split() if self.rows.marked else []
        if "support" not in marked:
            self.say(_("Mark a line of what the house helped with first, with the arrows."))
            return
        self.say("")
        self._written = True
        each = self._supports[int(marked[-1])]
        words = _("Was this a slip? {what}").format(what=support_words(each))
        does = partial(goals.undo_support, self.kiosk.house, self.actor.code, self._of, each.support.id)
        reply = Reply(
            _("Yes, take it back"), does, _("It stands in the record no longer. The log keeps that it was there.")
        )
        self.enter_page(Question(self.actor, self.permissions, words, [reply]))

    def action_print(self) -> None:
        """Ask where."""
        self.say("")
        self.enter_page(PrintForm(self.actor, self.permissions, self._of, self._month))

    _written = False

    def on_screen_resume(self) -> None:
        """Back from the form: what was written shows."""
        if self._written:
            self._written = False
            self._look()

    def action_before(self) -> None:
        """A month earlier."""
        self._turn(self._first - timedelta(days=1))

    def action_after(self) -> None:
        """A month later, up to this one."""
        if self._first < self.kiosk.local_now().date().replace(day=1):
            self._turn(self._first + timedelta(days=31))

    def _turn(self, day: date) -> None:
        self.say("")
        self._sure = False
        self._first = day.replace(day=1)
        self._look()

    def action_pin(self) -> None:
        """Asked once more; the member can choose another at the kiosk."""
        if not self._sure:
            self._sure = True
            self.say(_("Press P once more, and the person has no PIN. At the kiosk they can choose another."))
            return
        self._sure = False
        take = partial(record_pin.take_pin_away, self.kiosk.house, self.actor.code, self._of)
        self._do(take, _("The PIN is taken away."))

    def _do(self, operation: Callable[[], object], words: str) -> None:
        self._sure = False
        self.ask(operation, lambda result: RecordWritten(words), group="answer")

    def on_record_written(self, written: RecordWritten) -> None:
        """Say so, and show it."""
        self._asked = False
        self.say(written.words)
        self._look()


class SupportForm(Form):
    """What the house helped somebody with."""

    name_of_room = N_("What the house helped with")
    done_words = N_("It is written down, and the member can read it.")

    def __init__(self, actor: Person, held: frozenset[Permission], person_id: int) -> None:
        """About `person_id`."""
        super().__init__(actor, held)
        self._of = person_id

    def fields(self) -> Sequence[Field]:
        """About what, what, and when."""
        return (
            choice_field("kind", N_("About"), [(kind.value, words) for kind, words in KINDS.items()]),
            Field("line", N_("What was done"), N_("One line, as you would say it to the member.")),
            Field("day", N_("Day"), N_("As 2026-11-23."), f"{self.kiosk.local_now():%Y-%m-%d}", check=checked_day),
        )

    def save(self, typed: Mapping[str, str]) -> object:
        """Write it down."""
        kind, day = SupportKind(typed["kind"]), checked_day(typed["day"])
        return goals.add_support(self.kiosk.house, self.actor.code, self._of, kind, typed["line"], day)


class PrintForm(Form):
    """Where the page goes."""

    name_of_room = N_("Print the month")
    save_words = N_("Write it")
    save_about = N_("Enter writes the page.")
    leave_words = N_("Back, nothing is written")

    def __init__(self, actor: Person, held: frozenset[Permission], person_id: int, month: str) -> None:
        """That month of `person_id`."""
        super().__init__(actor, held)
        self._of, self._month = person_id, month

    def fields(self) -> Sequence[Field]:
        """One."""
        return (folder_field(self),)

    def save(self, typed: Mapping[str, str]) -> Path:
        """Write it."""
        folder = folder_typed(typed["folder"])
        return record_print.print_record(self.kiosk.house, self.actor.code, self._of, self._month, folder)

    def saved(self, result: object) -> None:
        """Say where it is."""
        self.leave_saying(written_words(result))


def checked_day(typed: str) -> date:
    """The day, as typed. Raises `BadInput`."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise BadInput(_("That is no day. Write it as 2026-11-23.")) from None


def _look(house: House, actor: Person, person_id: int, month: str, clock_hours: int) -> RecordSeen:
    with house.store.transaction():
        seen = record.my_record(house, actor.code, person_id, month)
        found = Month(seen, tuple(goals.with_writers(house, seen.supports, actor.id)))
        return RecordSeen(full_name(seen.person), month, sections(found, clock_hours, own=False), found.supports)
