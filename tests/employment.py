"""Paid work to test with: an employer, placements, who holds them, and hours."""

from datetime import date, time

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import confirming, coverage, employers, placements, terms, work_days
from clubhouse.employment.employers import Employer, NewEmployer
from clubhouse.employment.placements import NewPlacement, Placement, UsualTime
from clubhouse.employment.stretches import Stretch, of_length
from clubhouse.employment.terms import Term
from clubhouse.employment.work_days import Work
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission, give_permission
from db.coverage import Request
from tests.houses import add

OPENED = date(2026, 1, 5)
MONDAY = date(2026, 11, 23)
"""The test house's today."""
WEEKDAYS = tuple(UsualTime(weekday, time(9), 240) for weekday in range(1, 6))
"""9:00 to 13:00 on each weekday: 20 hours a week."""
CENTS = 1500


def add_employer(house: House, name: str = "Harbor Bakery") -> Employer:
    """Another employer."""
    return employers.add_employer(house, COMMAND_LINE, NewEmployer(name, "Ms. Oak, 555-0100"))


def add_placement(
    house: House,
    employer: Employer | None = None,
    job: str = "Baker's assistant",
    *,
    times: tuple[UsualTime, ...] = WEEKDAYS,
    cents: int | None = CENTS,
    group: bool = False,
    weekly_minutes: int = 1200,
    opened_on: date = OPENED,
) -> Placement:
    """Another placement, of a new employer where none is given."""
    employer = employer or add_employer(house)
    new = NewPlacement(employer.id, job, "12 Quay Street", "", group, weekly_minutes, None, opened_on)
    return placements.add_placement(house, COMMAND_LINE, new, times, cents)


def hold(
    house: House, placement: Placement, person: Person, first_day: date = date(2026, 11, 2), *, sure: bool = False
) -> Term:
    """The person holds the placement from then on."""
    return terms.begin_term(house, COMMAND_LINE, placement.id, person.id, first_day, sure=sure)


def log(
    house: House, placement: Placement, person: Person, day: date, stretch: Stretch | int = 240, *, sure: bool = False
) -> Work:
    """Hours that the person writes down; a number is minutes."""
    made = of_length(stretch) if isinstance(stretch, int) else stretch
    return work_days.log_hours(house, person.code, person.id, placement.id, day, made, sure=sure)


def covered(
    house: House, placement: Placement, by: Person, day: date, for_whom: Person | None, minutes: int = 240
) -> Work:
    """Coverage that staff write down."""
    for_id = for_whom.id if for_whom else None
    return work_days.log_coverage(
        house, COMMAND_LINE, by.id, placement.id, day, for_id, of_length(minutes), sure=True
    )


def confirm(house: House, *rows: Work) -> list[Work]:
    """Staff confirm these."""
    return confirming.confirm_hours(house, COMMAND_LINE, [row.id for row in rows])


def keeper(house: House, name: str = "Kim") -> Person:
    """A member of staff who looks after employment."""
    person = add(house, name, "Reed", kind=Kind.STAFF)
    give_permission(house, COMMAND_LINE, person, Permission.EMPLOYMENT)
    return person


def cannot_go(house: House, placement: Placement, person: Person, day: date) -> Request:
    """The person says that they can't go."""
    return coverage.cannot_go(house, person.code, person.id, placement.id, day)
