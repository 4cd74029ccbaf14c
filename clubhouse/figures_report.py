"""All figures of a period, each beside the same period before and the year before."""

from dataclasses import dataclass

from clubhouse.employment.guideline import Guideline, employment_figures
from clubhouse.errors import BadInput
from clubhouse.figures import Attendance, Figure, Shows, check_period, house_figures
from clubhouse.house import House
from clubhouse.periods import Period, before, year_before


@dataclass(frozen=True)
class Line:
    """One figure, now and then."""

    now: Figure
    before: Figure
    year_before: Figure


@dataclass(frozen=True)
class FiguresReport:
    """The figures of a house."""

    period: Period
    before: Period
    year_before: Period
    lines: tuple[Line, ...]


def figures_report(house: House, period: Period) -> FiguresReport:
    """The figures of a period and of those it is compared with, as of one moment. Raises `BadInput`."""
    check_period(period)
    try:
        periods = (period, before(period), year_before(period))
    except (ValueError, OverflowError):
        raise BadInput(f"There is nothing before {period[0]} to compare with. Name later days.") from None
    with house.store.snapshot():
        now, earlier, a_year_ago = (all_figures(house, each) for each in periods)
    return FiguresReport(*periods, tuple(map(Line, now, earlier, a_year_ago)))


def all_figures(house: House, period: Period) -> tuple[Figure, ...]:
    """Those of the house, then those of paid work. Raises `BadInput`."""
    with house.store.snapshot():
        found = house_figures(house, period)
        wod = next(each for each in found if each.key == "ada-wod")
        return (*found, *_paid_work(house, period, Attendance(wod.above, wod.below)))


def _paid_work(house: House, period: Period, attendance: Attendance) -> tuple[Figure, ...]:
    found, on = employment_figures(house, *period, attendance), "on the last day of the period"
    least, most = (f"{minutes // 60}" for minutes in found.guideline_minutes)
    low, high = (f"{minutes // 60}" for minutes in found.usual_minutes)
    return (
        Figure("at-work", "Members at work", f"members in TE, SE or IE {on}, each once",
               found.at_work, 1, Shows.COUNT),
        Figure("in-te", "Members in TE", f"members who hold a placement {on}, each once",
               found.in_te, 1, Shows.COUNT),
        Figure("in-se", "Members in SE", f"members with a supported job {on}, each once",
               found.in_se, 1, Shows.COUNT),
        Figure("in-ie", "Members in IE", f"members with a job of their own {on}, each once",
               found.in_ie, 1, Shows.COUNT),
        Figure("te-jobs", "TE jobs", f"placements that the house holds {on}", found.te_jobs, 1, Shows.COUNT),
        _guideline("at-work-share", "At work, % of ADA-WOD",
                   f"members at work by ADA-WOD; the guideline is {found.work_guideline.percent} % or more",
                   found.work_guideline),
        _guideline("te-share", "In TE, % of ADA-WOD",
                   f"members in TE by ADA-WOD; the guideline is {found.te_guideline.percent} % or more",
                   found.te_guideline),
        _guideline("te-jobs-share", f"TE jobs of {least}-{most} h, %",
                   f"TE jobs with {least} to {most} hours a week by all;"
                   f" the guideline is {found.jobs_guideline.percent} % or more",
                   found.jobs_guideline),
        Figure("te-jobs-usual", f"TE jobs of {low}-{high} h, %",
               f"TE jobs with the usual {low} to {high} hours a week by all",
               found.te_jobs_usual * 100, found.te_jobs, Shows.PERCENT),
    )  # fmt: skip


def _guideline(key: str, name: str, formula: str, rule: Guideline) -> Figure:
    return Figure(key, name, formula, rule.part * 100 * rule.whole_under, rule.whole_over, Shows.PERCENT)
