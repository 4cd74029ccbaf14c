"""The paid work of the demonstration house: two employers, four placements, and some weeks of hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from clubhouse.audit import COMMAND_LINE
from clubhouse.demo.cast import Cast, Role, local
from clubhouse.employment import confirming, coverage, employers, jobs, next_in_line, placements, terms, work_days
from clubhouse.employment.employers import NewEmployer
from clubhouse.employment.jobs import JobKind, NewJob
from clubhouse.employment.placements import NewPlacement, UsualTime
from clubhouse.employment.stretches import usual_on
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission, give_permission

WEEKS = 5
"""So many weeks of hours are written down."""
_AFTER_WORK = 16 * 60 + 30
_EMPLOYERS = (
    NewEmployer("Harbor Bakery", "Ms. Oak, in the mornings, 555-0100"),
    NewEmployer("City Library", "Mr. Wells at the front desk, 555-0117"),
)


@dataclass(frozen=True)
class _Work:
    """A placement, before the house has given it a number."""

    employer: int
    job: str
    place: str
    weekdays: str
    starts: time
    minutes: int
    cents: int
    held: bool = True


_PLACEMENTS = (
    _Work(0, "Baker's assistant", "12 Quay Street", "12345", time(7), 210, 1550),
    _Work(0, "Counter clerk", "12 Quay Street", "1245", time(10), 240, 1600),
    _Work(1, "Mail-room clerk", "1 Market Square, room 4", "12345", time(13), 180, 1725),
    _Work(1, "Shelving", "1 Market Square", "135", time(9), 240, 1650, held=False),
)
"""Each with its times, the weekdays by number."""


@dataclass(frozen=True)
class PaidWork:
    """What was set up, to be gone on with."""

    held: tuple[tuple[Person, int, tuple[UsualTime, ...]], ...]
    """Who holds which placement, and its usual times."""
    coverer: Person
    """Of the staff, who covers."""
    keeper: Person
    """Of the staff, who looks after employment."""


def set_up_work(house: House, cast: Cast) -> PaidWork:
    """Employers, placements, terms, own jobs and a line, as of the house's clock."""
    staff = [each.person for each in cast.habits if each.person.kind is Kind.STAFF]
    regulars = [each.person for each in cast.habits if each.role is Role.REGULAR]
    keeper, today = staff[0], house.today()
    give_permission(house, COMMAND_LINE, keeper, Permission.EMPLOYMENT)
    known = [employers.add_employer(house, keeper.code, each) for each in _EMPLOYERS]
    held = []
    for place, work in enumerate(_PLACEMENTS):
        times = tuple(UsualTime(int(weekday), work.starts, work.minutes) for weekday in work.weekdays)
        weekly = sum(each.minutes for each in times)
        new = NewPlacement(known[work.employer].id, work.job, work.place, "", False, weekly, keeper.id, today)
        made = placements.add_placement(house, keeper.code, new, times, work.cents)
        if work.held:
            person = regulars[place]
            # The first of them is planned to end some weeks from the demonstration's day.
            until = today + timedelta(days=110) if place == 0 else None
            terms.begin_term(house, keeper.code, made.id, person.id, today, until)
            held.append((person, made.id, times))
    for person, kind, employer in (
        (regulars[6], JobKind.SUPPORTED, "Corner Books"),
        (regulars[7], JobKind.INDEPENDENT, "City Transit"),
    ):
        jobs.add_job(house, keeper.code, NewJob(person.id, kind, employer, "Clerk", 900, today))
    for person in regulars[8:10]:
        next_in_line.like_to_work(house, person.code, person.id)
    return PaidWork(tuple(held), staff[1], keeper)


def working_days(now: datetime) -> Iterator[date]:
    """The weekdays of the last weeks, before the day of `now`, in order."""
    days = (now.date() - timedelta(days=number) for number in range(7 * WEEKS, 0, -1))
    return (day for day in days if day.weekday() < 5)


def after_work(house: House, day: date) -> datetime:
    """The moment at which the hours of that day are written down."""
    return local(day, _AFTER_WORK, house.settings().zone)


def write_hours(house: House, work: PaidWork, day: date) -> None:
    """The hours of one day, on a house whose clock shows `after_work`; now and then somebody covers."""
    zone = house.settings().zone
    for place, (person, placement_id, times) in enumerate(work.held):
        for usual in usual_on(times, day, zone):
            if (day.toordinal() + place) % 9 == 0:
                request = coverage.cannot_go(house, person.code, person.id, placement_id, day)
                coverage.arrange_coverage(house, work.keeper.code, request.id, work.coverer.id)
                work_days.log_coverage(
                    house, work.coverer.code, work.coverer.id, placement_id, day, person.id, usual.stretch, sure=True
                )
            else:
                work_days.log_hours(house, person.code, person.id, placement_id, day, usual.stretch)


def look_at_today(house: House, work: PaidWork, today: date) -> None:
    """Some hours are confirmed, and one who holds a placement can't go today: it is not yet covered."""
    person, placement_id, _ = work.held[-1]
    month = str(today - timedelta(days=14))[:7]
    confirming.confirm_month(house, work.keeper.code, month, placement_id)
    coverage.cannot_go(house, person.code, person.id, placement_id, today)
