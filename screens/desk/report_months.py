"""The months that are over: which are locked, what in each is in doubt, and the keys that lock and unlock one."""

from collections.abc import Mapping, Sequence

from clubhouse.audit import COMMAND_LINE
from clubhouse.locking import MonthSeen, lock_month, see_months, unlock_month
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.fields import Field
from screens.desk.form import Form
from screens.desk.listing import DeskKey
from screens.desk.rows import Row
from screens.desk.work_room import WorkList
from screens.words import N_, _, month_words


class MonthsRoom(WorkList):
    """A line for each month, the latest first; Enter shows what in it is in doubt."""

    name_of_room = N_("Lock a month")
    enter_words = N_("See what is in doubt")
    heads = (N_("Month"), N_("In doubt"), N_("Locked"))
    commands = (
        DeskKey("L", N_("Lock"), N_("After the month was reported; it asks first"), "lock"),
        DeskKey("U", N_("Unlock"), N_("Takes the lock off, with a reason"), "unlock"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """Nothing was seen yet."""
        super().__init__(actor, held)
        self._months: dict[int | str, MonthSeen] = {}

    def look(self, _again: bool) -> list[MonthSeen]:
        """The months; that nobody's name stands there, so the look is not noted."""
        return see_months(self.kiosk.house, self.actor.code)

    def rows_of(self, seen: object) -> Sequence[Row]:
        """A line each."""
        assert isinstance(seen, list)
        self._months = {each.month: each for each in seen}
        return [self._row(each) for each in seen]

    def _row(self, each: MonthSeen) -> Row:
        words = _("no")
        if each.lock:
            on = self.kiosk.house.local(each.lock.locked_at).date()
            by = _("in a terminal") if each.by == COMMAND_LINE else each.by
            words = _("on {day}, {who}").format(day=on, who=by)
        return Row(each.month, (month_words(each.days[0]), str(each.doubts or ""), words))

    @property
    def _marked(self) -> MonthSeen | None:
        return self._months.get(self.rows.marked.id) if self.rows.marked else None

    def open_row(self, row: Row) -> None:
        """What would make a report of that month wrong."""
        from screens.desk.report_doubts import DoubtsRoom

        self.enter_page(DoubtsRoom(self.actor, self.permissions, self._months[row.id].days))

    def action_lock(self) -> None:
        """Lock the marked month, when it was asked once, and once more where something is in doubt."""
        if each := self._marked:
            words = month_words(each.days[0])
            if each.lock:
                self.say(_("{month} is locked already. U takes the lock off.").format(month=words))
                return
            question = _(
                "{month} has been reported? From now on its visits are set right by those who look after reports"
                " alone, with a reason. Signing in and out goes on as ever."
            )
            self.do(
                lambda sure: _locked(self, each.month, sure),
                _("{month} is locked.").format(month=words),
                question.format(month=words),
            )

    def action_unlock(self) -> None:
        """Ask why."""
        if each := self._marked:
            if each.lock:
                self.enter_page(UnlockForm(self.actor, self.permissions, each))
            else:
                self.say(_("{month} is not locked.").format(month=month_words(each.days[0])))


def _locked(room: MonthsRoom, month: str, sure: bool) -> None:
    lock_month(room.kiosk.house, room.actor.code, month, sure=sure)


class UnlockForm(Form):
    """Why the lock is taken off."""

    name_of_room = N_("Take the lock off")
    done_words = N_("The month is not locked any more. That it was stays on file.")

    def __init__(self, actor: Person, held: frozenset[Permission], month: MonthSeen) -> None:
        """Of that month."""
        super().__init__(actor, held)
        self._month = month

    def title_words(self) -> str:
        """Which month it is."""
        return _("{room} · {name}").format(room=_(self.name_of_room), name=month_words(self._month.days[0]))

    def fields(self) -> Sequence[Field]:
        """Why."""
        return (Field("reason", N_("Why"), N_("Such as: the report was not sent.")),)

    def save(self, typed: Mapping[str, str]) -> object:
        """Take it off."""
        return unlock_month(self.kiosk.house, self.actor.code, self._month.month, typed["reason"])
