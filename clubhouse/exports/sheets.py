"""What can be exported: its columns, its rows, and the rule they follow."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from clubhouse.exports import (
    attendance,
    corrections,
    files_of_people,
    house_work,
    numbers,
    paid_work,
    paper_sheet,
    reaching,
)
from clubhouse.exports.cells import Column, Row
from clubhouse.exports.request import Reading
from clubhouse.exports.visit_lines import visit_lines
from clubhouse.permissions import Permission


@dataclass(frozen=True)
class Sheet:
    """One export."""

    what: str
    """Its name on the command line and of its file."""
    version: int
    """Goes up when a column changes or goes; a new column at the end is no new version."""
    about: str
    """What it holds, in one sentence."""
    rule: str
    """How it counts, in one sentence."""
    columns: tuple[Column, ...]
    rows: Callable[[Reading], Iterator[Row]]
    corrected: tuple[Column, ...] = ()
    """Columns that stand behind the others when corrections alone are asked for: what was there before."""
    corrected_rows: Callable[[Reading], Iterator[Row]] | None = None
    """The rows with those columns."""
    lines: Callable[[Reading, Sequence[Column]], Iterator[Sequence[str]]] | None = None
    """The same as lines of CSV, where those are made by themselves."""
    corrections: bool = False
    """Whether it can be asked for what was changed after the fact alone."""
    needs: Permission | None = None
    """The permission that it asks for besides that for reports."""
    has_pictures: bool = False
    """Whether charts go with it."""
    on_paper: bool = False
    """Whether it is made to be printed and written on."""
    tells_all_with_names: bool = False
    """With names it shows what only those who look after it may see: hours and pay, wishes and contacts."""

    def columns_for(self, *, corrections_alone: bool) -> tuple[Column, ...]:
        """Its columns, with those of what was there before where corrections alone are asked for."""
        return (*self.columns, *self.corrected) if corrections_alone else self.columns

    def needs_for(self, *, names: bool) -> tuple[Permission, ...]:
        """The permissions that it asks for besides that for reports."""
        if names and self.tells_all_with_names:
            return Permission.EMPLOYMENT, Permission.REACH_OUT
        return (self.needs,) if self.needs else ()


_BY_DAY_OF_BEGIN = (
    "A visit belongs to the local day on which it began, also past midnight; what was undone is left out."
)
_MEMBERS = "Members only, no staff, volunteers or visitors. " + _BY_DAY_OF_BEGIN

SHEETS = {
    sheet.what: sheet
    for sheet in (
        Sheet(
            "visits", 1, "Each visit, with its minutes.", _BY_DAY_OF_BEGIN,
            attendance.VISITS, attendance.visits,
            corrected=corrections.OF_VISITS, corrected_rows=corrections.visits, lines=visit_lines, corrections=True,
        ),
        Sheet(
            "service-days", 1, "Each member's day, however often they came and went.", _MEMBERS,
            attendance.SERVICE_DAYS, attendance.service_days,
            corrected=corrections.OF_SERVICE_DAYS, corrected_rows=corrections.service_days, corrections=True,
        ),
        Sheet(
            "quarter-hours", 1, "Each member's day in units of 15 minutes.",
            f"{_MEMBERS} The rule of rounding stands in each row.",
            attendance.QUARTER_HOURS, attendance.quarter_hours,
            corrected=corrections.OF_QUARTER_HOURS, corrected_rows=corrections.quarter_hours, corrections=True,
        ),
        Sheet(
            "units", 1, "Who helped in which unit.", "Whoever was there when the part began, or came later.",
            house_work.UNITS, house_work.units,
        ),
        Sheet(
            "tasks", 1, "Which tasks were done.", "A task counts on the day on which somebody said that it was done.",
            house_work.TASKS, house_work.tasks,
        ),
        Sheet(
            "events", 1, "Classes and events, and how many were there.", "There are those who were noted there.",
            house_work.EVENTS, house_work.events,
        ),
        Sheet(
            "hours", 1, "Job hours, each stretch.", "What counts now; days without work are left out.",
            paid_work.HOURS, paid_work.hours, corrections=True, needs=Permission.EMPLOYMENT,
        ),
        Sheet(
            "jobs", 1, "Who held which job.", "Terms in TE, and members' own jobs, held on any of these days.",
            paid_work.JOBS, paid_work.jobs, needs=Permission.EMPLOYMENT,
        ),
        Sheet(
            "figures", 1, "The figures of the house.", "Each as its own formula says; members only.",
            numbers.FIGURES, numbers.figures, has_pictures=True,
        ),
        Sheet(
            "people", 1, "Everybody on file.", "As of now, whatever the days.",
            files_of_people.PEOPLE, files_of_people.people,
        ),
        Sheet(
            "reach-out", 1, "Members not seen for a while.",
            "As of now; whoever would rather not be contacted is left out.",
            reaching.REACH_OUT, reaching.reach_out, needs=Permission.REACH_OUT,
        ),
        Sheet(
            "sign-in-sheet", 1, "Sign in here", "Everybody seen lately, as each chose to be shown.",
            paper_sheet.SIGN_IN_SHEET, paper_sheet.sign_in_sheet, on_paper=True,
        ),
        Sheet(
            "audit", 1, "Who did or saw what, when and where.", "Every change and every view of private data.",
            files_of_people.AUDIT, files_of_people.audit, tells_all_with_names=True,
        ),
    )
}  # fmt: skip
"""Every export, by name."""
