"""The numbers of a house. A figure is kept as whole numbers, above and below the line, and divided when shown."""

from dataclasses import dataclass
from datetime import date, timedelta

import db.days
import db.visits
from clubhouse.errors import BadInput
from clubhouse.house import House
from db.days import DayKind

LONGEST_DAYS = 3660
"""More days than this are no period that anybody reports."""


@dataclass(frozen=True)
class Attendance:
    """Average daily attendance: members present, each counted once a day, over open days."""

    present: int
    """The sum over the days of the members who were here on each."""
    days: int
    """The open days, those too on which nobody came."""

    @property
    def hundredths(self) -> int:
        """The average in hundredths, rounded half up; 0 where there was no open day."""
        return (self.present * 200 + self.days) // (2 * self.days) if self.days else 0


def work_ordered_attendance(house: House, first: date, last: date) -> Attendance:
    """ADA-WOD: over the work-ordered days from `first` to `last` that are not still to come.

    Raises `BadInput` for days in the wrong order, or too many.
    """
    if not 0 <= (last - first).days < LONGEST_DAYS:
        raise BadInput(f"{first} to {last} is no period. The first day comes first.")
    with house.store.snapshot():
        days = _work_ordered_days(house, first, min(last, house.today()))
        present = db.visits.members_by_day(house.store, first, last)
    return Attendance(sum(present.get(day, 0) for day in days), len(days))


def _work_ordered_days(house: House, first: date, last: date) -> list[date]:
    pattern = db.days.pattern(house.store)
    differ = {each.day: each.kind for each in db.days.specials(house.store, first, last) if each.kind}
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if differ.get(day, pattern[day.isoweekday()]) is DayKind.WORK_ORDERED]
