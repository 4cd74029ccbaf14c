"""The hours of one month: a line for each person and job, to be confirmed, reported, and printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clubhouse.employment import confirming, months, report_files
from clubhouse.employment.hours_out import MonthLine, hours_between, month_hours, total
from clubhouse.employment.pay import money
from clubhouse.employment.work_days import What
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.listing import DeskKey
from screens.desk.rows import Row
from screens.desk.work_room import WorkList, plainly
from screens.desk.work_words import place_words, to_confirm_words
from screens.words import N_, _, month_words

TOTAL = "total"


@dataclass(frozen=True)
class MonthSeen:
    """A month."""

    lines: list[MonthLine]
    reported: bool
    """Whether it was reported for the whole house."""
    locked: frozenset[int]
    """The placements of which it was reported by themselves."""


class WorkMonth(WorkList):
    """The lines of a month."""

    name_of_room = N_("Hours")
    heads = (N_("Who"), N_("Job"), N_("Hours"), N_("To confirm"), N_("Pay"))
    commands = (
        DeskKey("B", N_("Month before"), N_("Shows the month before"), "month_before"),
        DeskKey("N", N_("Next month"), N_("Shows the next month"), "next_month"),
        DeskKey("D", N_("Day by day"), N_("Every row of the month, to be confirmed one by one"), "days"),
        DeskKey("K", N_("Confirm this line"), N_("All hours of the marked line"), "confirm"),
        DeskKey("A", N_("Confirm all"), N_("All hours of the month"), "confirm_all"),
        DeskKey("L", N_("Lock as reported"), N_("What is written later is marked as a correction"), "lock"),
        DeskKey("P", N_("Lock one placement"), N_("The same for the placement of the marked line alone"), "lock_one"),
        DeskKey("R", N_("Benefits report"), N_("Of whoever is marked, as a page to print and sign"), "report"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """Begins with this month."""
        super().__init__(actor, held)
        self.first = self.kiosk.house.today().replace(day=1)
        self._lines: dict[int | str, MonthLine] = {}
        self._reported, self._locked = False, frozenset[int]()

    @property
    def month(self) -> str:
        """As 2026-11."""
        return months.month_of(self.first)

    def title_words(self) -> str:
        """*Hours · November 2026, reported · Ana R.*"""
        room, _dot, who = super().title_words().partition(" · ")
        words = month_words(self.first)
        month = _("{month}, reported").format(month=words) if self._reported else words
        return f"{room} · {month} · {who}"

    def look(self, again: bool) -> MonthSeen:
        """The month's sums."""
        house, month = self.kiosk.house, self.month
        lines = month_hours(house, self.actor.code, month, month, again=again)
        reported = {each.placement_id for each in months.reported_months(house, month) if each.month == month}
        return MonthSeen(lines, None in reported, frozenset(each for each in reported if each is not None))

    def rows_of(self, seen: object) -> Sequence[Row]:
        """A line each by name and job, and below them their sum."""
        assert isinstance(seen, MonthSeen)
        self._reported, self._locked = seen.reported, seen.locked
        lines = sorted(seen.lines, key=lambda line: (full_name(line.person), line.place.employer, line.what))
        self._lines = {_key(line): line for line in lines}
        if not lines:
            return [Row(TOTAL, (_("No hours are written down for this month."),), dim=True)]
        whole, count = total(lines), sum(line.unconfirmed for line in lines)
        words = (_("All together"), "", whole.h_mm, str(count or ""), *self._pay(money(whole.known_cents)))
        return [*(self._row(key, line) for key, line in self._lines.items()), Row(TOTAL, words)]

    def _row(self, key: int | str, line: MonthLine) -> Row:
        marks = [str(line.unconfirmed)] if line.unconfirmed else []
        marks += [_("reported")] if line.place.placement_id in self._locked and not self._reported else []
        marks += [_("corrected later")] if line.corrections else []
        name, place = full_name(line.person), place_words(line.place)
        if line.what is What.COVERED:
            place = _("covered: {place}").format(place=place)
        return Row(key, (name, place, line.pay.h_mm, " · ".join(marks), *self._pay(money(line.pay.cents) or "?")))

    def _pay(self, words: str) -> tuple[str, ...]:
        return () if self.is_small else (words,)

    def open_row(self, row: Row) -> None:
        """The rows of one line."""
        line = self._lines.get(row.id)
        if line:
            self._open_rows(line)
        elif self._lines:
            self._open_rows(None)

    def _open_rows(self, line: MonthLine | None) -> None:
        from screens.desk.work_rows import WorkRows

        self.enter_page(WorkRows(self.actor, self.permissions, self.first, line))

    # -- keys ----------------------------------------------------------------------------------------------------

    def _go(self, first: date) -> None:
        self.first = first
        self.look_anew()

    def action_month_before(self) -> None:
        """Show the month before."""
        self._go((self.first - timedelta(days=1)).replace(day=1))

    def action_next_month(self) -> None:
        """Show the next month."""
        self._go((self.first + timedelta(days=31)).replace(day=1))

    def action_days(self) -> None:
        """Every row."""
        self._open_rows(None)

    @property
    def _marked_line(self) -> MonthLine | None:
        line = self._lines.get(self.rows.marked.id) if self.rows.marked else None
        if line is None:
            self.say(_("Mark the line of somebody first."))
        return line

    def action_confirm(self) -> None:
        """All that is not yet confirmed of one person in one job."""
        if line := self._marked_line:
            who, place = full_name(line.person), place_words(line.place)
            question = _("All hours of {who}, {place}, in {month} are right?")
            words = question.format(who=who, place=place, month=month_words(self.first))
            self.do(plainly(_confirm_line, self, line, self.month), _("Confirmed."), words)

    def action_confirm_all(self) -> None:
        """All that is not yet confirmed."""
        count = sum(line.unconfirmed for line in self._lines.values())
        question = _("All hours of {month} are right? {count}.")
        act = plainly(confirming.confirm_month, self.kiosk.house, self.actor.code, self.month)
        words = question.format(month=month_words(self.first), count=to_confirm_words(count))
        self.do(act, _("The whole month is confirmed."), words)

    def action_lock(self) -> None:
        """The month was reported."""
        self._lock(None, month_words(self.first), _("The month is noted as reported."))

    def action_lock_one(self) -> None:
        """The month was reported of one placement."""
        line = self._marked_line
        if line and line.place.placement_id is None:
            self.say(_("That is a job of the member's own. Mark the line of a placement."))
        elif line:
            words = _("{month} of {place}").format(month=month_words(self.first), place=place_words(line.place))
            self._lock(line.place.placement_id, words, _("The month is noted as reported, of that placement."))

    def _lock(self, placement_id: int | None, what: str, words: str) -> None:
        month, house, actor = self.month, self.kiosk.house, self.actor.code
        question = _("{month} has been reported? What is written of it from now on is marked as a correction.")
        self.do(
            lambda sure: months.lock_month(house, actor, month, placement_id, sure=sure),
            words,
            question.format(month=what),
        )

    def action_report(self) -> None:
        """The benefits report of whoever is marked."""
        if line := self._marked_line:
            self.do(plainly(_report, self, line.person, self.month), "")


def _key(line: MonthLine) -> str:
    return f"{line.person.id}:{line.place.placement_id}:{line.place.job_id}:{line.what}"


def _confirm_line(room: WorkMonth, line: MonthLine, month: str) -> None:
    house, actor = room.kiosk.house, room.actor.code
    rows = hours_between(house, actor, *months.days_of(month), line.person.id, again=True)
    ids = [row.work.id for row in rows if (row.place, row.work.what) == (line.place, line.what)]
    confirming.confirm_hours(house, actor, ids)


def _report(room: WorkMonth, person: Person, month: str) -> str:
    path = report_files.write_benefits_report(room.kiosk.house, room.actor.code, person.id, month)
    return _("The report is written: {path} - open it in a browser and print it, then throw it away.").format(
        path=path
    )
