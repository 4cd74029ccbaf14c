"""The employment guideline of accreditation, as figures: members at work beside the average daily attendance.

They are numbers of the house alone, with nobody's name or hours in them, and so open to all [std 8].
"""

from dataclasses import dataclass
from datetime import date

import db.jobs
import db.placements
import db.terms
from clubhouse.figures import Attendance, work_ordered_attendance
from clubhouse.house import House
from db.jobs import JobKind


@dataclass(frozen=True)
class Guideline:
    """One rule of the guideline, in whole numbers; `met` compares them without any rounding."""

    part: int
    whole_over: int
    """The whole is `whole_over` divided by `whole_under`; nothing of it is rounded."""
    whole_under: int
    percent: int
    """The least that is asked for."""

    @property
    def met(self) -> bool | None:
        """Whether the part is at least that percentage of the whole; None where there is no whole."""
        if not self.whole_under or not self.whole_over:
            return None
        return self.part * 100 * self.whole_under >= self.percent * self.whole_over

    @property
    def hundredths(self) -> int | None:
        """The part in hundredths of a percent of the whole, rounded half up; None where there is no whole."""
        if not self.whole_under or not self.whole_over:
            return None
        return (self.part * 20_000 * self.whole_under + self.whole_over) // (2 * self.whole_over)


@dataclass(frozen=True)
class EmploymentFigures:
    """The figures of a period, with people and jobs as they were on one day."""

    first: date
    last: date
    on: date
    """The day on which people and jobs are counted: the last of the period that is not still to come."""
    attendance: Attendance
    """ADA-WOD of the period."""
    in_te: int
    """Members who hold a placement, each counted once."""
    in_se: int
    in_ie: int
    at_work: int
    """Members in any of the three, each counted once."""
    te_jobs: int
    """Placements that the house holds."""
    te_jobs_within: int
    """Of those, with usual hours a week within `guideline_minutes`."""
    te_jobs_usual: int
    """Of those, with usual hours a week within `usual_minutes`."""
    guideline_minutes: tuple[int, int]
    usual_minutes: tuple[int, int]
    work_guideline: Guideline
    te_guideline: Guideline
    jobs_guideline: Guideline


def employment_figures(
    house: House, first: date, last: date, attendance: Attendance | None = None
) -> EmploymentFigures:
    """The figures of the days from `first` to `last`. Raises `BadInput` for days in the wrong order.

    Whoever has figured out ADA-WOD already gives it as `attendance`.
    """
    with house.store.snapshot():
        attendance, settings = attendance or work_ordered_attendance(house, first, last), house.settings()
        on = max(first, min(last, house.today()))
        te = {term.person_id for term in db.terms.between(house.store, on, on)}
        jobs = db.jobs.between(house.store, on, on)
        se, ie = ({job.person_id for job in jobs if job.kind is kind} for kind in JobKind)
        held = db.placements.open_between(house.store, on, on)
    low, high = settings.guideline_minutes
    within = sum(low <= each.weekly_minutes <= high for each in held)
    usual = sum(settings.week_minutes[0] <= each.weekly_minutes <= settings.week_minutes[1] for each in held)
    at_work = len(te | se | ie)
    return EmploymentFigures(
        first,
        last,
        on,
        attendance,
        len(te),
        len(se),
        len(ie),
        at_work,
        len(held),
        within,
        usual,
        settings.guideline_minutes,
        settings.week_minutes,
        Guideline(at_work, attendance.present, attendance.days, settings.guideline_at_work),
        Guideline(len(te), attendance.present, attendance.days, settings.guideline_te),
        Guideline(within, len(held), 1, settings.guideline_te_jobs),
    )
