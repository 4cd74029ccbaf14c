"""What would make a report wrong, at the desk: each doubt, and from it to the page on which it is set right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.message import Message

from clubhouse.house import House
from clubhouse.locked_months import locked_between
from clubhouse.names import full_name
from clubhouse.own import get_person
from clubhouse.people import Person
from clubhouse.periods import Period
from clubhouse.permissions import Permission
from clubhouse.quality import Doubt, Finding, check_quality
from screens.desk.listing import DeskKey
from screens.desk.report_days import DaysRoom, days_words
from screens.desk.room import Room
from screens.desk.rows import Row, Rows
from screens.words import N_, _, plural


@dataclass
class Doubted(Message):
    """The house has looked."""

    period: Period
    findings: list[Finding]
    locked: str
    """The months of these days that are locked, in words; empty where none is."""


@dataclass
class Known(Message):
    """The house has said whose visit it is."""

    finding: Finding
    name: str


class DoubtsRoom(DaysRoom):
    """The list of doubts, by codes and numbers; back from where one was set right, it is gone."""

    name_of_room = N_("What would make a report wrong")
    enter_words = N_("Set right")
    heads: ClassVar[tuple[str, ...]] = (N_("Day"), N_("Why"), N_("What"))
    commands = (*DaysRoom.commands, DeskKey("K", N_("Lock a month"), N_("Once it was reported"), "months"))
    _findings: Sequence[Finding] | None = None
    _went_to: Finding | None = None

    def __init__(self, actor: Person, held: frozenset[Permission], period: Period | None = None) -> None:
        """Of the days `period`, last month at first."""
        super().__init__(actor, held)
        self._period = period

    def follow(self) -> None:
        """Look at other days; or show what is true now of the same ones, which is no other look."""
        if self._findings is None:
            super().follow()
        else:
            self._ask(again=True)

    def take_days(self, period: Period) -> None:
        """Show those days instead."""
        self._findings = self._went_to = None
        super().take_days(period)

    def look(self) -> None:
        """Ask for them."""
        self._ask(again=False)

    def _ask(self, *, again: bool) -> None:
        self.ask(partial(_look, self.kiosk.house, self.actor.code, self.period, again), _seen, group="look")

    def on_doubted(self, doubted: Doubted) -> None:
        """Show them, and say so where the one that was opened is gone."""
        if doubted.period != self.period:
            return  # turned meanwhile
        self._findings = doubted.findings
        count = plural("{count} thing to look at", "{count} things to look at", len(doubted.findings))
        days = days_words(self.period)
        if doubted.locked:
            days = _("{days} ({months} locked)").format(days=days, months=doubted.locked)
        self.say_above(_("{days}: {words}").format(days=days, words=count))
        self.show_rows([_row(each) for each in doubted.findings])
        if self._went_to and _key(self._went_to) not in map(_key, doubted.findings):
            self.say(_("Set right: {what}.").format(what=self._went_to.what))
            self._went_to = None

    def line_words(self, row: Row | None) -> str:
        """How the marked one is set right."""
        if self._findings is None:
            return ""  # not yet known
        finding = self._found(row)
        if finding is None:
            return _("Nothing is in doubt in these days.")
        words = _("{what}. Enter opens the page where it is set right.\nIn a terminal: {command}")
        return words.format(what=finding.what, command=finding.mend)

    def _found(self, row: Row | None) -> Finding | None:
        return next((each for each in self._findings or () if row and _key(each) == row.id), None)

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Open the page on which it is set right, or say who can."""
        finding = self._found(taken.row)
        if finding is None:
            return
        self.say_line()
        if (needed := _needed(finding)) not in self.permissions:
            self.say(_ASK[needed] and _(_ASK[needed]))
        elif finding.visit_id is None:
            self._open(finding, _page(self, finding))
        else:
            look = partial(_name, self.kiosk.house, finding.people[0])
            self.ask(look, lambda name: Known(finding, name), group="answer")

    def on_known(self, known: Known) -> None:
        """The visits of that person, with the doubtful one marked."""
        from screens.desk.today_person import PersonRoom

        self._asked = False
        finding = known.finding
        assert finding.day
        days = (self.kiosk.local_now().date() - finding.day).days
        self._open(
            finding,
            PersonRoom(self.actor, self.permissions, finding.people[0], known.name, finding.visit_id, days),
        )

    def _open(self, finding: Finding, page: Room) -> None:
        self._went_to = finding
        self.say("")
        self.enter_page(page)

    def action_months(self) -> None:
        """Which months are locked, and to lock one."""
        from screens.desk.report_months import MonthsRoom

        self.enter_page(MonthsRoom(self.actor, self.permissions))


_ASK = {
    Permission.GREETER: N_("Visits are set right by those who look after the door. Please ask them."),
    Permission.REACH_OUT: N_("Two entries are made one by those who look after reach-out. Please ask them."),
    Permission.EMPLOYMENT: N_("Job hours are set right by those who look after paid work. Please ask them."),
}
"""Who can set it right."""


def _needed(finding: Finding) -> Permission:
    if finding.work:
        return Permission.EMPLOYMENT
    return Permission.REACH_OUT if finding.doubt is Doubt.DOUBLE else Permission.GREETER


def _page(room: DoubtsRoom, finding: Finding) -> Room:
    if finding.work:
        from screens.desk.work_day import WorkDay

        return WorkDay(room.actor, room.permissions, finding.work)
    from screens.desk.people_merge import SideBySide

    kept, old = finding.people
    return SideBySide(room.actor, room.permissions, kept, old, from_list=True)


def _look(house: House, actor: str, period: Period, again: bool) -> tuple[Period, list[Finding], str]:
    findings = check_quality(house, actor, period, again=again)
    return period, findings, ", ".join(each.month for each in locked_between(house, *period))


def _seen(found: tuple[Period, list[Finding], str]) -> Doubted:
    return Doubted(*found)


def _name(house: House, person_id: int) -> str:
    return full_name(get_person(house, person_id))


def _key(finding: Finding) -> str:
    return f"{finding.doubt} {finding.day} {finding.visit_id} {finding.what.partition(',')[0]}"


def _row(finding: Finding) -> Row:
    return Row(_key(finding), (str(finding.day or ""), _(finding.doubt), finding.what))
