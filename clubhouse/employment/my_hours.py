"""One person's own page of job hours: the week by day, the usual times to take with one key, and totals."""

from dataclasses import dataclass
from datetime import date, timedelta

import db.coverage
import db.jobs
import db.placements
import db.terms
import db.work_days
from clubhouse.employment.months import days_of, is_reported, month_of
from clubhouse.employment.pay import Pay
from clubhouse.employment.places import Names, WorkPlace, place_of_job
from clubhouse.employment.privacy import is_own, note_look_at
from clubhouse.employment.stretches import Usual, times_on, usual_on
from clubhouse.house import House
from db.coverage import Request
from db.jobs import Job
from db.terms import Term
from db.work_days import What, Work, WorkState


@dataclass(frozen=True)
class MyWork:
    """What somebody works at now, or did or will."""

    place: WorkPlace
    term: Term | None
    """Where it is a placement that they hold."""
    job: Job | None
    """Where it is a job of their own."""


@dataclass(frozen=True)
class Entry:
    """One row of hours on the page."""

    work: Work
    place: WorkPlace
    changeable: bool
    """Whether the person can still change it and take it away."""


@dataclass(frozen=True)
class Offered:
    """A placement or job of which hours can be written that day."""

    place: WorkPlace
    usual: tuple[Usual, ...]
    """The usual times, each to be taken with one key; empty for a job of one's own."""
    request: Request | None
    """They have said that they can't go."""
    written: bool
    """There are hours of theirs, or somebody covered, or the employer was closed."""


@dataclass(frozen=True)
class MyDay:
    """One day of the week."""

    day: date
    entries: tuple[Entry, ...]
    closed: tuple[Entry, ...]
    """That the employer is closed, of the placements which the person holds."""
    offered: tuple[Offered, ...]
    """What the person holds that day."""
    writable: bool
    """Whether hours of that day can be written by the person now."""


@dataclass(frozen=True)
class MyHours:
    """The page."""

    person_id: int
    days: tuple[MyDay, ...]
    """Monday to Sunday."""
    work: tuple[MyWork, ...]
    """What goes on this week."""
    week_worked: int
    """Minutes, as the three that follow."""
    week_covered: int
    month_worked: int
    month_covered: int
    month: str
    """Of the day that was asked for, as 2026-11."""
    month_pay: Pay | None
    """Gross pay of that month, where the house shows it and the person looks themselves."""
    hour_steps: int
    """Of how many minutes the hours are made that people write: 15, or 1 where they are exact."""


def my_hours(house: House, actor: str, person_id: int, day: date | None = None, *, again: bool = False) -> MyHours:
    """The week and the month of `day` (today). Raises `NotAllowed` for others than keepers of employment."""
    day = day or house.today()
    note_look_at(house, actor, person_id, "hours", again)
    with house.store.snapshot():
        settings, month = house.settings(), month_of(day)
        monday = day - timedelta(days=day.weekday())
        page = _Page(house, person_id, monday)
        days = tuple(page.day(monday + timedelta(days=number)) for number in range(7))
        entries = [entry.work for each in days for entry in each.entries]
        sums = db.work_days.month_sums(house.store, *days_of(month), person_id)
        pay = sum((Pay(each.minutes, each.cent_minutes, each.unpriced_minutes) for each in sums), Pay())
        return MyHours(
            person_id,
            days,
            page.work(),
            sum(each.minutes for each in entries if each.what is What.WORKED),
            sum(each.minutes for each in entries if each.what is What.COVERED),
            sum(each.minutes for each in sums if each.what is What.WORKED),
            sum(each.minutes for each in sums if each.what is What.COVERED),
            month,
            pay if settings.pay_shown and is_own(house, actor, person_id) else None,
            settings.hour_steps,
        )


class _Page:
    """What is on file of one person's week, read at once; inside a snapshot."""

    def __init__(self, house: House, person_id: int, monday: date) -> None:
        """Read it."""
        store, sunday = house.store, monday + timedelta(days=6)
        self._house, self._names, self._person_id = house, Names(house), person_id
        self._today, self._settings = house.today(), house.settings()
        self._terms = [each for each in db.terms.of_person(store, person_id) if _meets(each, monday, sunday)]
        self._jobs = [each for each in db.jobs.of_person(store, person_id) if _meets(each, monday, sunday)]
        self._times = [t for term in self._terms for t in db.placements.times(store, term.placement_id)]
        self._rows = db.work_days.of_person(store, person_id, monday, sunday)
        self._requests = db.coverage.between(store, monday, sunday)
        held = {term.placement_id for term in self._terms}
        self._there = [row for each in sorted(held) for row in db.work_days.of_placement(store, each, monday, sunday)]

    def work(self) -> tuple[MyWork, ...]:
        """Placements first."""
        held = [MyWork(self._names.placement(term.placement_id), term, None) for term in self._terms]
        return (*held, *(MyWork(place_of_job(job), None, job) for job in self._jobs))

    def day(self, day: date) -> MyDay:
        """That day of the week."""
        entries = tuple(self._entry(row) for row in self._rows if row.day == day)
        closed = tuple(self._entry(row) for row in self._there if row.day == day and row.what is What.CLOSED)
        terms = [self._placement(term, day) for term in self._terms if term.holds_on(day)]
        jobs = [self._job(job, day) for job in self._jobs if job.holds_on(day)]
        earliest = self._today - timedelta(days=self._settings.hours_days_back)
        return MyDay(day, entries, closed, (*terms, *jobs), earliest <= day <= self._today)

    def _entry(self, row: Work) -> Entry:
        changeable = row.state is WorkState.LOGGED and not is_reported(self._house, row.placement_id, row.day)
        return Entry(row, self._names.place(row.placement_id, row.job_id), changeable)

    def _placement(self, term: Term, day: date) -> Offered:
        times = times_on([each for each in self._times if each.placement_id == term.placement_id], day)
        usual = usual_on(times.get(term.placement_id, ()), day, self._settings.zone)
        mine = (each for each in self._requests if (each.placement_id, each.day) == (term.placement_id, day))
        request = next((each for each in mine if each.person_id == self._person_id), None)
        written = any(
            row.placement_id == term.placement_id and row.day == day and self._is_mine(row) for row in self._there
        )
        return Offered(self._names.placement(term.placement_id), usual, request, written)

    def _job(self, job: Job, day: date) -> Offered:
        written = any(row.job_id == job.id and row.day == day for row in self._rows)
        return Offered(place_of_job(job), (), None, written)

    def _is_mine(self, row: Work) -> bool:
        return row.what is What.CLOSED or self._person_id in (row.person_id, row.for_id)


def _meets(held: Term | Job, first: date, last: date) -> bool:
    return held.first_day <= last and (held.last_day is None or held.last_day >= first)
