"""Words and figures of paid work at the desk."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from clubhouse.employment.coverage_days import CoverDay, Stand
from clubhouse.employment.hours_out import HoursRow
from clubhouse.employment.pay import h_mm
from clubhouse.employment.places import WorkPlace
from clubhouse.employment.stretches import Usual
from clubhouse.employment.work_days import What, Work, WorkState
from clubhouse.names import full_name
from clubhouse.people import Person
from screens.words import N_, _, date_words, plural

MOST_DAYS = 6
"""So many days are named one by one."""

STANDS = {
    Stand.NOT_COVERED: N_("not yet covered"),
    Stand.OPEN: N_("hours not written"),
    Stand.COVERED: N_("covered"),
    Stand.WORKING: N_("working"),
    Stand.CLOSED: N_("employer closed"),
}
WHATS = {What.WORKED: N_("worked"), What.COVERED: N_("covered"), What.CLOSED: N_("employer closed")}


def day_list(days: Iterable[date]) -> str:
    """*2 November, 3 November …*, each day once."""
    each = sorted(set(days))
    words = ", ".join(date_words(day) for day in each[:MOST_DAYS])
    return f"({words}{' …' if len(each) > MOST_DAYS else ''})" if each else ""


def job_words(employer: str, job: str) -> str:
    """*Harbor Bakery: Counter clerk*."""
    return _("{employer}: {job}").format(employer=employer, job=job)


def place_words(place: WorkPlace) -> str:
    """The same of a placement or a member's own job."""
    return job_words(place.employer, place.job)


def usual_words(usual: Sequence[Usual]) -> str:
    """*9:00-13:00*."""
    return ", ".join(f"{clock(each.starts)}-{clock(each.ends)}" for each in usual)


def clock(moment: datetime) -> str:
    """As times are typed here, *09:00*, so that what is read can be typed."""
    return f"{moment:%H:%M}"


def who_words(each: CoverDay) -> str:
    """Whoever is there, and in whose place."""
    covering = ", ".join(full_name(person) for person in each.covered_by)
    holder = full_name(each.holder) if each.holder else ""
    if covering:
        return _("{who} for {holder}").format(who=covering, holder=holder) if holder else covering
    if each.stand is Stand.NOT_COVERED:
        return _("for {holder}").format(holder=holder) if holder else _("nobody holds it")
    return holder


def hours_words(work: Work, starts: datetime | None) -> str:
    """*09:00, 4:00 hours*; `starts` is local."""
    if work.what is What.CLOSED:
        return ""
    return f"{clock(starts)}  {h_mm(work.minutes)}" if starts else h_mm(work.minutes)


def mark_words(work: Work) -> str:
    """What is to be known of a row of hours."""
    marks = [_("confirmed") if work.state is WorkState.CONFIRMED else _("to confirm")]
    if work.correction:
        marks.append(_("corrected later"))
    return " · ".join(marks)


def row_words(row: HoursRow) -> str:
    """*worked*, or *covered for Rosa Alvarez*."""
    if row.covered_for:
        return _("covered for {who}").format(who=full_name(row.covered_for))
    return _(WHATS[row.work.what])


def names_of(people: Iterable[Person]) -> str:
    """Their names, one after the other."""
    return ", ".join(full_name(person) for person in people)


def to_confirm_words(count: int) -> str:
    """*3 to confirm*, or that nothing is."""
    return plural("{count} to confirm", "{count} to confirm", count) if count else _("confirmed")
