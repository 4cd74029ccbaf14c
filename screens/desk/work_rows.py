"""Hours row by row: of a whole month, or of one person in one job; each confirmed with one key."""

from collections.abc import Sequence
from datetime import date

from clubhouse.employment import confirming
from clubhouse.employment.hours_out import HoursRow, MonthLine, hours_between
from clubhouse.employment.months import days_of, month_of
from clubhouse.employment.pay import h_mm
from clubhouse.employment.work_days import What, WorkState
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.asking import Refusal
from screens.desk.listing import DeskKey
from screens.desk.rows import Row
from screens.desk.work_hours_forms import CorrectHours, RemoveHours
from screens.desk.work_room import Done, WorkList, plainly
from screens.desk.work_words import hours_words, mark_words, place_words, row_words
from screens.words import N_, _, month_words, weekday_words


class WorkRows(WorkList):
    """The rows, in the order of people, jobs and days."""

    name_of_room = N_("Hours")
    heads = (N_("Day"), N_("Hours"), "", "", "")
    commands = (
        DeskKey("K", N_("Confirm"), N_("Confirms the line and goes to the next; or takes it back"), "confirm"),
        DeskKey("R", N_("Take away"), N_("With a reason"), "remove"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission], first: date, line: MonthLine | None) -> None:
        """Of the month that begins with `first`; all of it, or what makes up `line`."""
        super().__init__(actor, held)
        self.first, self.line = first, line
        self._hours: dict[int | str, HoursRow] = {}
        self._waiting: list[int] = []
        """Rows that were taken for right while the house was busy with others."""

    def title_words(self) -> str:
        """*November 2026 · Rosa Alvarez, Clerk*, or whose room it is where it is everybody's."""
        if self.line is None:
            room, _dot, who = super().title_words().partition(" · ")
            return f"{room} · {month_words(self.first)} · {who}"
        return f"{month_words(self.first)} · {full_name(self.line.person)}, {place_words(self.line.place)}"

    def look(self, again: bool) -> list[HoursRow]:
        """The rows of the month."""
        first, last = days_of(month_of(self.first))
        person_id = self.line.person.id if self.line else None
        return hours_between(self.kiosk.house, self.actor.code, first, last, person_id, again=again)

    def rows_of(self, seen: object) -> Sequence[Row]:
        """One line each."""
        assert isinstance(seen, list)
        rows = sorted((row for row in seen if self._belongs(row)), key=_in_order)
        self._hours = {row.work.id: row for row in rows}
        none = Row("none", (_("No hours are written down."),), dim=True)
        return [self._row(row) for row in rows] or [none]

    def _belongs(self, row: HoursRow) -> bool:
        line = self.line
        return line is None or (row.place, row.work.what) == (line.place, line.what)

    def _row(self, row: HoursRow) -> Row:
        work, who = row.work, full_name(row.person) if row.person else ""
        starts = self.kiosk.house.local(work.starts_at) if work.starts_at else None
        # The month stands in the title.
        day = _("{day} {weekday}").format(day=work.day.day, weekday=weekday_words(work.day))
        marks = mark_words(work)
        if self.line is None and self.is_small:
            hours = h_mm(work.minutes) if work.minutes else row_words(row)
            return Row(work.id, (str(work.day.day), hours, who, row.place.job, marks))
        hours = hours_words(work, starts)
        if work.what is not What.WORKED:
            hours = f"{hours} {row_words(row)}".strip()
        whose = () if self.line else (who, place_words(row.place))
        return Row(work.id, (day, hours, *whose, marks))

    def open_row(self, row: Row) -> None:
        """Set it right."""
        found = self._hours.get(row.id)
        if found and found.work.what is not What.CLOSED:
            self.enter_page(CorrectHours(self.actor, self.permissions, found.work))

    # -- keys ----------------------------------------------------------------------------------------------------

    @property
    def _marked(self) -> HoursRow | None:
        return self._hours.get(self.rows.marked.id) if self.rows.marked else None

    def action_confirm(self) -> None:
        """The marked row is right, and the next is marked; a row that is confirmed already is so no more."""
        row = self._marked
        if row is None:
            return
        if row.work.state is WorkState.CONFIRMED or row.work.id in self._waiting:
            act = plainly(confirming.unconfirm_hours, self.kiosk.house, self.actor.code, [row.work.id])
            self.do(act, _("Not confirmed any more."))
            return
        self._waiting.append(row.work.id)
        self.rows.moved_by("down")
        self._confirm_waiting()

    def _confirm_waiting(self) -> None:
        if self._waiting and not self._asked:
            ids, self._waiting = self._waiting, []
            self.do(plainly(confirming.confirm_hours, self.kiosk.house, self.actor.code, ids), _("Confirmed."))

    def on_done(self, done: Done) -> None:
        """Those that were taken for right meanwhile follow; `WorkList` says what was done."""
        self.call_next(self._confirm_waiting)

    def on_refusal(self, refusal: Refusal) -> None:
        """What waited is asked for no more."""
        self._waiting = []

    def action_remove(self) -> None:
        """Take the marked row away."""
        if row := self._marked:
            self.enter_page(RemoveHours(self.actor, self.permissions, row.work))


def _in_order(row: HoursRow) -> tuple[str, str, date, int]:
    return full_name(row.person) if row.person else "", place_words(row.place), row.work.day, row.work.id
