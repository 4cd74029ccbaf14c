"""Every operation of paid work that writes, and a house in which each has something to do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import issue_card
from clubhouse.employment import (
    benefits_report,
    confirming,
    corrections,
    coverage,
    coverage_days,
    employers,
    hours_out,
    jobs,
    months,
    my_hours,
    next_in_line,
    outlook,
    placement_pages,
    placements,
    report_files,
    terms,
    whole_placements,
    work_days,
)
from clubhouse.employment.employers import Employer, NewEmployer
from clubhouse.employment.jobs import Job, JobKind, NewJob
from clubhouse.employment.placements import Placement
from clubhouse.employment.stretches import of_length
from clubhouse.employment.terms import Term
from clubhouse.employment.whole_placements import WholePlacement
from clubhouse.employment.work_days import Work
from clubhouse.house import House
from clubhouse.people import Kind, Person
from db.coverage import Request
from tests.employment import MONDAY, WEEKDAYS, add_employer, add_placement, cannot_go, confirm, hold, keeper, log
from tests.houses import add

FRIDAY, THURSDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 19), date(2026, 11, 24)
OCTOBER = date(2026, 10, 30)

EMPLOYMENT_READS = {
    "employment.beside.at_work",
    "employment.coverage.get_request",
    "employment.coverage.offered_to",
    "employment.coverage_days.count_looked_for",
    "employment.coverage_days.count_not_covered",
    "employment.coverage_days.count_unconfirmed",
    "employment.coverage_days.days_between",
    "employment.employers.employer_named",
    "employment.employers.get_employer",
    "employment.employers.list_employers",
    "employment.employers.see_employers",
    "employment.guideline.employment_figures",
    "employment.jobs.get_job",
    "employment.months.first_reported",
    "employment.months.is_reported",
    "employment.months.reported_months",
    "employment.placements.get_placement",
    "employment.placements.list_placements",
    "employment.privacy.is_own",
    "employment.privacy.keeps",
    "employment.privacy.own_or_keeper",
    "employment.privacy.require_own_or",
    "employment.stretches.from_length",
    "employment.stretches.from_to",
    "employment.terms.get_term",
    "employment.terms.holders_on",
    "employment.writing.ask_about_overlaps",
    "employment.writing.check_day",
    "employment.writing.check_length",
    "employment.writing.check_unsettled",
    "employment.writing.get_hours",
    "employment.writing.owns",
    "employment.writing.requests_of",
    "figures.work_ordered_attendance",
}
EMPLOYMENT_PARTS = {
    "employment.privacy.note_look",
    "employment.privacy.note_look_at",
    "employment.writing.add_row",
    "employment.writing.end_request",
    "employment.writing.take_request",
}


@dataclass(frozen=True)
class WorkScene:
    """Two placements on a Monday, and people who work, cover, and would like to work."""

    keeper: Person
    """A member of staff who looks after employment."""
    holder: Person
    """Holds `baker` since the first of October, and has logged Friday, and changed it; Thursday is confirmed."""
    other: Person
    """Stands in the line; has an own job; is asked to cover Tuesday."""
    staff: Person
    """Covers today, and has no permission for employment."""
    employer: Employer
    """With a placement."""
    quiet: Employer
    """Without any, and closed."""
    baker: Placement
    clerk: Placement
    """Held by nobody."""
    closed: Placement
    term: Term
    fresh: Term
    """Of a third placement, without hours."""
    job: Job
    friday: Work
    thursday: Work
    october: Work
    """Confirmed; October has been reported."""
    today: Request
    """For today, taken by `staff`."""
    tuesday: Request
    """Offered to `other`."""


def work_scene(house: House) -> WorkScene:
    """Put all of it on file, at the house's time."""
    with house.store.transaction():
        kim, rosa, ben, sam = (
            keeper(house),
            add(house, "Hildy"),
            add(house, "Ben"),
            add(house, "Stu", kind=Kind.STAFF),
        )
        for person in (kim, rosa, ben, sam):
            issue_card(house, COMMAND_LINE, person)
        employer, quiet = add_employer(house), add_employer(house, "Quiet Books")
        employers.close_employer(house, COMMAND_LINE, quiet.id)
        baker, clerk, shelves, shut = (
            add_placement(house, employer, job) for job in ("Baker", "Clerk", "Shelves", "Porter")
        )
        shut = placements.close_placement(house, COMMAND_LINE, shut.id, date(2026, 6, 1))
        term, fresh = hold(house, baker, rosa, date(2026, 10, 1)), hold(house, shelves, ben)
        friday, thursday, october = (
            log(house, baker, rosa, day, minutes) for day, minutes in ((FRIDAY, 225), (THURSDAY, 240), (OCTOBER, 240))
        )
        friday = corrections.change_hours(house, rosa.code, friday.id, of_length(240))
        (thursday, october) = confirm(house, thursday, october)
        months.lock_month(house, COMMAND_LINE, "2026-10", sure=True)
        next_in_line.like_to_work(house, ben.code, ben.id)
        job = jobs.add_job(
            house, COMMAND_LINE, NewJob(ben.id, JobKind.SUPPORTED, "City Library", "Page", 600, date(2026, 9, 1))
        )
        today, tuesday = (cannot_go(house, baker, rosa, day) for day in (MONDAY, TUESDAY))
        today = coverage.arrange_coverage(house, COMMAND_LINE, today.id, sam.id)
        coverage.offer_coverage(house, COMMAND_LINE, tuesday.id, ben.id)
    return WorkScene(
        kim, rosa, ben, sam, employer, quiet, baker, clerk, shut, term, fresh, job, friday, thursday, october, today,
        tuesday,
    )  # fmt: skip


@dataclass(frozen=True)
class WorkWrite:
    """One operation, called so that it writes."""

    name: str
    """Module and function, under `employment`."""
    act: Callable[[House, WorkScene, str], object]
    """Calls it with the actor given."""
    actions: list[str]
    """The rows that it leaves in the log."""
    own: str = ""
    """Who may do it too, beside keepers of employment, as a field of the scene; empty for nobody else."""
    of: str = ""
    """What is special about this call."""


_W = WorkWrite
_BAKERY = NewEmployer("Old Mill", "")


def _new_job(scene: WorkScene) -> NewJob:
    return NewJob(scene.other.id, JobKind.INDEPENDENT, "City Library", "Page", 600, date(2026, 10, 1))


def _whole(scene: WorkScene) -> WholePlacement:
    return WholePlacement("Old Mill", replace(scene.baker, job="Pastry"), (), 1700, MONDAY)


EMPLOYMENT_WRITES = (
    _W(
        "whole_placements.write_placement",
        lambda h, s, a: whole_placements.write_placement(h, a, s.baker.id, _whole(s)),
        ["add_employer", "change_placement", "set_times", "set_wage"],
    ),
    _W(
        "report_files.write_benefits_report",
        lambda h, s, a: report_files.write_benefits_report(h, a, s.holder.id, "2026-11"),
        ["view"],
        "holder",
    ),
    _W("employers.add_employer", lambda h, s, a: employers.add_employer(h, a, _BAKERY), ["add_employer"]),
    _W(
        "employers.change_employer",
        lambda h, s, a: employers.change_employer(h, a, s.employer.id, _BAKERY),
        ["change_employer"],
    ),
    _W("employers.close_employer", lambda h, s, a: employers.close_employer(h, a, s.quiet.id), ["close_employer"]),
    _W("employers.reopen_employer", lambda h, s, a: employers.reopen_employer(h, a, s.quiet.id), ["reopen_employer"]),
    _W(
        "placements.add_placement",
        lambda h, s, a: placements.add_placement(h, a, replace(s.baker, job="Till"), WEEKDAYS, 1600),
        ["add_placement", "set_times", "set_wage"],
    ),
    _W(
        "placements.change_placement",
        lambda h, s, a: placements.change_placement(h, a, s.baker.id, replace(s.baker, job="Pastry")),
        ["change_placement"],
    ),
    _W(
        "placements.close_placement",
        lambda h, s, a: placements.close_placement(h, a, s.clerk.id),
        ["close_placement"],
    ),
    _W(
        "placements.reopen_placement",
        lambda h, s, a: placements.reopen_placement(h, a, s.closed.id),
        ["reopen_placement"],
    ),
    _W("placements.set_times", lambda h, s, a: placements.set_times(h, a, s.baker.id, ()), ["set_times"]),
    _W("placements.set_wage", lambda h, s, a: placements.set_wage(h, a, s.baker.id, 1700), ["set_wage"]),
    _W(
        "terms.begin_term",
        lambda h, s, a: terms.begin_term(h, a, s.clerk.id, s.other.id),
        ["begin_term", "leave_line"],
    ),
    _W("terms.change_term", lambda h, s, a: terms.change_term(h, a, s.term.id, TUESDAY), ["change_term"]),
    _W("terms.end_term", lambda h, s, a: terms.end_term(h, a, s.term.id), ["end_request", "end_term"]),
    _W("terms.take_back_term", lambda h, s, a: terms.take_back_term(h, a, s.fresh.id), ["take_back_term"]),
    _W(
        "next_in_line.like_to_work",
        lambda h, s, a: next_in_line.like_to_work(h, a, s.holder.id, s.clerk.id),
        ["like_to_work"],
        "holder",
    ),
    _W(
        "next_in_line.leave_line",
        lambda h, s, a: next_in_line.leave_line(h, a, s.other.id),
        ["leave_line"],
        "other",
    ),
    _W("jobs.add_job", lambda h, s, a: jobs.add_job(h, a, _new_job(s)), ["add_job"], "other"),
    _W("jobs.change_job", lambda h, s, a: jobs.change_job(h, a, s.job.id, _new_job(s)), ["change_job"], "other"),
    _W("jobs.end_job", lambda h, s, a: jobs.end_job(h, a, s.job.id), ["end_job"], "other"),
    _W(
        "work_days.log_hours",
        lambda h, s, a: work_days.log_hours(h, a, s.holder.id, s.baker.id, MONDAY, of_length(240)),
        ["log_hours"],
        "holder",
    ),
    _W(
        "work_days.log_coverage",
        lambda h, s, a: work_days.log_coverage(
            h, a, s.staff.id, s.baker.id, MONDAY, s.holder.id, of_length(240), sure=True
        ),
        ["log_coverage"],
        "staff",
    ),
    _W(
        "work_days.log_job_hours",
        lambda h, s, a: work_days.log_job_hours(h, a, s.other.id, s.job.id, MONDAY, of_length(60)),
        ["log_job_hours"],
        "other",
    ),
    _W(
        "work_days.log_closed",
        lambda h, s, a: work_days.log_closed(h, a, s.baker.id, TUESDAY),
        ["log_closed", "end_request"],
        "holder",
    ),
    _W(
        "corrections.correct_hours",
        lambda h, s, a: corrections.correct_hours(h, a, s.thursday.id, of_length(247), "time sheet"),
        ["correct_hours"],
    ),
    _W(
        "corrections.correct_hours",
        lambda h, s, a: corrections.correct_hours(h, a, s.october.id, of_length(247), "time sheet"),
        ["correct_hours"],
        of="of a reported month",
    ),
    _W(
        "corrections.remove_hours",
        lambda h, s, a: corrections.remove_hours(h, a, s.friday.id, "written twice"),
        ["remove_hours"],
        "holder",
    ),
    _W(
        "confirming.confirm_hours",
        lambda h, s, a: confirming.confirm_hours(h, a, [s.friday.id, s.thursday.id]),
        ["confirm_hours"],
    ),
    _W(
        "confirming.unconfirm_hours",
        lambda h, s, a: confirming.unconfirm_hours(h, a, [s.thursday.id]),
        ["unconfirm_hours"],
    ),
    _W("confirming.confirm_month", lambda h, s, a: confirming.confirm_month(h, a, "2026-11"), ["confirm_hours"]),
    _W("months.lock_month", lambda h, s, a: months.lock_month(h, a, "2026-11", sure=True), ["lock_month"]),
    _W(
        "coverage.cannot_go",
        lambda h, s, a: coverage.cannot_go(h, a, s.holder.id, s.baker.id, date(2026, 11, 25)),
        ["cannot_go"],
        "holder",
    ),
    _W(
        "coverage.ask_for_coverage",
        lambda h, s, a: coverage.ask_for_coverage(h, a, s.clerk.id, MONDAY),
        ["ask_for_coverage"],
    ),
    _W(
        "coverage.go_after_all",
        lambda h, s, a: coverage.go_after_all(h, a, s.tuesday.id),
        ["end_request"],
        "holder",
    ),
    _W("coverage.offer_coverage", lambda h, s, a: coverage.offer_coverage(h, a, s.tuesday.id, s.staff.id), []),
    _W("coverage.withdraw_offer", lambda h, s, a: coverage.withdraw_offer(h, a, s.tuesday.id, s.other.id), []),
    _W(
        "coverage.accept_coverage",
        lambda h, s, a: coverage.accept_coverage(h, a, s.other.id, s.tuesday.id),
        ["accept_coverage"],
        "other",
    ),
    _W(
        "coverage.decline_coverage",
        lambda h, s, a: coverage.decline_coverage(h, a, s.other.id, s.tuesday.id),
        [],
        "other",
    ),
    _W(
        "coverage.arrange_coverage",
        lambda h, s, a: coverage.arrange_coverage(h, a, s.tuesday.id, s.staff.id),
        ["accept_coverage"],
    ),
    _W(
        "coverage.release_coverage",
        lambda h, s, a: coverage.release_coverage(h, a, s.today.id),
        ["release_coverage"],
        "staff",
    ),
    _W("coverage_days.coverage_of", lambda h, s, a: coverage_days.coverage_of(h, a), ["view"]),
    _W(
        "coverage_days.coverage_between",
        lambda h, s, a: coverage_days.coverage_between(h, a, THURSDAY, MONDAY),
        ["view"],
    ),
    _W("placement_pages.see_placements", lambda h, s, a: placement_pages.see_placements(h, a), ["view"]),
    _W("placement_pages.see_placement", lambda h, s, a: placement_pages.see_placement(h, a, s.baker.id), ["view"]),
    _W("next_in_line.see_line", lambda h, s, a: next_in_line.see_line(h, a), ["view"]),
    _W("jobs.see_jobs", lambda h, s, a: jobs.see_jobs(h, a), ["view"]),
    _W("outlook.look_ahead", lambda h, s, a: outlook.look_ahead(h, a), ["view"]),
    _W("hours_out.month_hours", lambda h, s, a: hours_out.month_hours(h, a, "2026-10", "2026-11"), ["view"]),
    _W("hours_out.hours_between", lambda h, s, a: hours_out.hours_between(h, a, THURSDAY, MONDAY), ["view"]),
    _W("coverage.my_coverage", lambda h, s, a: coverage.my_coverage(h, a, s.holder.id), ["view"], "holder"),
    _W("next_in_line.wishes_of", lambda h, s, a: next_in_line.wishes_of(h, a, s.holder.id), ["view"], "holder"),
    _W("terms.terms_of", lambda h, s, a: terms.terms_of(h, a, s.holder.id), ["view"], "holder"),
    _W("jobs.jobs_of", lambda h, s, a: jobs.jobs_of(h, a, s.other.id), ["view"], "other"),
    _W("my_hours.my_hours", lambda h, s, a: my_hours.my_hours(h, a, s.holder.id), ["view"], "holder"),
    _W("corrections.earlier_of", lambda h, s, a: corrections.earlier_of(h, a, s.friday.id), ["view"], "holder"),
    _W(
        "benefits_report.benefits_report",
        lambda h, s, a: benefits_report.benefits_report(h, a, s.holder.id, "2026-11"),
        ["view"],
        "holder",
    ),
    _W(
        "benefits_report.benefits_page",
        lambda h, s, a: benefits_report.benefits_page(h, a, s.holder.id, "2026-11"),
        ["view"],
        "holder",
    ),
)
"""`change_hours` and what takes it back stand in `OWN_WRITES`: staff correct instead."""

OWN_WRITES = (
    _W(
        "corrections.change_hours",
        lambda h, s, a: corrections.change_hours(h, s.holder.code, s.friday.id, of_length(180)),
        ["change_hours"],
        "holder",
    ),
    _W(
        "corrections.take_back_change",
        lambda h, s, a: corrections.take_back_change(h, s.holder.code, s.friday.id),
        ["take_back_change"],
        "holder",
    ),
)
