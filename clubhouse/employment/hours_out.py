"""Hours for others: each row, or sums by person, job and month, worked and covered apart.

Who asks has to look after employment, or asks for their own. Each line carries whole minutes and exact sums; cents
are divided out only when a line is shown (see `pay`).
"""

from dataclasses import dataclass
from datetime import date

import db.work_days
from clubhouse.employment.months import days_of
from clubhouse.employment.pay import Pay
from clubhouse.employment.places import Names, WorkPlace
from clubhouse.employment.privacy import note_look, note_look_at
from clubhouse.errors import BadInput
from clubhouse.house import House
from db.people import Person
from db.work_days import MonthSum, What, Work


@dataclass(frozen=True)
class MonthLine:
    """One person in one job, month and way of working."""

    person: Person
    place: WorkPlace
    month: str
    """As 2026-11."""
    what: What
    """Worked or covered."""
    pay: Pay
    rows: int
    unconfirmed: int
    """Rows that staff have not confirmed."""
    corrections: int
    """Rows written after the month had been reported."""


@dataclass(frozen=True)
class HoursRow:
    """One row of hours, with the names that belong to it."""

    work: Work
    place: WorkPlace
    person: Person | None
    """None where the employer was closed."""
    covered_for: Person | None


def month_hours(
    house: House, actor: str, first: str, last: str, person_id: int | None = None, *, again: bool = False
) -> list[MonthLine]:
    """The lines of the months `first` to `last`, of everybody or of one person. Raises `NotAllowed`, `BadInput`."""
    start, end = days_of(first)[0], days_of(last)[1]
    if end < start:
        raise BadInput(f"{last} is before {first}. The first month comes first.")
    _note(house, actor, person_id, f"hours {first} to {last}", again)
    with house.store.snapshot():
        names = Names(house)
        return [_line(names, each) for each in db.work_days.month_sums(house.store, start, end, person_id)]


def hours_between(
    house: House, actor: str, first: date, last: date, person_id: int | None = None, *, again: bool = False
) -> list[HoursRow]:
    """Each row of the days from `first` to `last`, of everybody or of one person. Raises `NotAllowed`."""
    _note(house, actor, person_id, f"hours {first} to {last}", again)
    with house.store.snapshot():
        names = Names(house)
        if person_id is None:
            rows = db.work_days.between(house.store, first, last)
        else:
            rows = db.work_days.of_person(house.store, person_id, first, last)
        return [_row(names, each) for each in rows]


def total(lines: list[MonthLine]) -> Pay:
    """All lines together: the sum of their minutes and exact pay, not of cents already rounded."""
    return sum((line.pay for line in lines), Pay())


def _note(house: House, actor: str, person_id: int | None, what: str, again: bool) -> None:
    if person_id is None:
        note_look(house, actor, what, again)
    else:
        note_look_at(house, actor, person_id, what, again)


def _line(names: Names, each: MonthSum) -> MonthLine:
    return MonthLine(
        names.person(each.person_id),
        names.place(each.placement_id, each.job_id),
        each.month,
        each.what,
        Pay(each.minutes, each.cent_minutes, each.unpriced_minutes),
        each.rows,
        each.logged,
        each.corrections,
    )


def _row(names: Names, work: Work) -> HoursRow:
    return HoursRow(
        work,
        names.place(work.placement_id, work.job_id),
        names.person(work.person_id) if work.person_id is not None else None,
        names.person(work.for_id) if work.for_id is not None else None,
    )
