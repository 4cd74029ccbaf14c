"""The numbers of a house. A figure is kept as whole numbers, above and below the line, and divided when shown.

They are numbers of the house alone, with nobody's name in them, and so open to all [std 8]. No figure stands
against a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

import db.days
import db.figures
import db.visitors
import db.visits
from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.periods import Period
from db.days import DayKind
from db.visitors import Purpose

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


class Shows(StrEnum):
    """How a figure is written."""

    COUNT = "count"
    AVERAGE = "average"
    """With two decimals."""
    PERCENT = "percent"
    LENGTH = "length"
    """Minutes, as hours and minutes."""


@dataclass(frozen=True)
class Figure:
    """One number of a period."""

    key: str
    """Its stable name, for programs."""
    name: str
    formula: str
    """In words."""
    above: int
    below: int
    """1 where nothing is divided; 0 where there is nothing to divide by."""
    shows: Shows

    @property
    def value(self) -> str:
        """The number as people read it, rounded half up; empty where there is nothing to divide by."""
        if not self.below:
            return ""
        if self.shows is Shows.COUNT:
            return str(self.above)
        if self.shows is Shows.LENGTH:
            minutes = _half_up(self.above, self.below)
            return f"{minutes // 60}:{minutes % 60:02}"
        hundredths = _half_up(self.above * 100, self.below)
        return f"{hundredths // 100}.{hundredths % 100:02}"

    @property
    def division(self) -> str:
        """What is above the line, and below it where something is divided: `962 / 27`."""
        whole = self.shows is Shows.COUNT or (self.below == 1 and self.shows is Shows.LENGTH)
        return str(self.above) if whole else f"{self.above} / {self.below}"


def _half_up(above: int, below: int) -> int:
    return (2 * above + below) // (2 * below)


def work_ordered_attendance(house: House, first: date, last: date) -> Attendance:
    """ADA-WOD: over the work-ordered days from `first` to `last` that are not still to come.

    Raises `BadInput` for days in the wrong order, or too many.
    """
    return attendance_on(house, (first, last), (DayKind.WORK_ORDERED,))


def attendance_on(house: House, period: Period, kinds: Sequence[DayKind]) -> Attendance:
    """Average attendance over the days of these kinds that are not still to come. Raises `BadInput`."""
    check_period(period)
    with house.store.snapshot():
        days = [day for day, kind in kinds_of_days(house, period).items() if kind in kinds]
        present = db.visits.members_by_day(house.store, *period)
    return Attendance(sum(present.get(day, 0) for day in days), len(days))


def check_period(period: Period) -> None:
    """Raise `BadInput` for days in the wrong order, or more than anybody reports."""
    first, last = period
    if not 0 <= (last - first).days < LONGEST_DAYS:
        raise BadInput(f"{first} to {last} is no period. The first day comes first, and ten years are the most.")


def kinds_of_days(house: House, period: Period) -> dict[date, DayKind]:
    """The kind of each day of the period that is not still to come, in order."""
    first, last = period[0], min(period[1], house.today())
    with house.store.snapshot():
        week = db.days.week(house.store)
        differ = {each.day: each.kind for each in db.days.specials(house.store, first, last) if each.kind}
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return {day: differ.get(day) or week.kind_of(day) for day in days}


def house_figures(house: House, period: Period) -> tuple[Figure, ...]:
    """The figures of a period, but for those of paid work. Raises `BadInput`."""
    check_period(period)
    with house.store.snapshot():
        return (*_attendance(house, period), *_members(house, period), *_programme(house, period))


def _attendance(house: House, period: Period) -> tuple[Figure, ...]:
    kinds, present = kinds_of_days(house, period), db.visits.members_by_day(house.store, *period)
    found = []
    for key, name, counted, what in (
        ("ada", "ADA", (DayKind.WORK_ORDERED, DayKind.SOCIAL), "open"),
        ("ada-wod", "ADA-WOD", (DayKind.WORK_ORDERED,), "work-ordered"),
        ("ada-ewh", "ADA-EWH", (DayKind.SOCIAL,), "social (evening, weekend, holiday)"),
    ):
        days = [day for day, kind in kinds.items() if kind in counted]
        formula = f"members here, each once a day, by {what} days; days on which nobody came count, days to come not"
        found.append(Figure(key, name, formula, sum(present.get(day, 0) for day in days), len(days), Shows.AVERAGE))
    return tuple(found)


def _members(house: House, period: Period) -> tuple[Figure, ...]:
    stays, new = db.figures.stays(house.store, *period), db.figures.new_members(house.store, *period)
    days = house.settings().active_days
    return (
        Figure("active-members", "Active members",
               f"members here at least once in the {days} days to the last day of the period",
               _seen(house, min(period[1], house.today()), days), 1, Shows.COUNT),
        Figure("unique-members", "Unique members", "members here at least once in the period, each once",
               stays.members, 1, Shows.COUNT),
        Figure("hours-a-visit", "Average time of a visit",
               "minutes of members' visits that have ended, estimated ones too, by those visits",
               stays.minutes, stays.ended, Shows.LENGTH),
        Figure("new-members", "New members", "members who joined in the period", new, 1, Shows.COUNT),
    )  # fmt: skip


def _seen(house: House, last: date, days: int) -> int:
    first = last - min(timedelta(days=days - 1), last - date.min)
    # A day of the house may begin before that of UTC by its number.
    begins = datetime.combine(max(first, date.min + timedelta(days=2)), time(), UTC) - timedelta(days=1)
    return db.figures.seen_members(house.store, first, last, begins)


def _programme(house: House, period: Period) -> tuple[Figure, ...]:
    past = (period[0], min(period[1], house.today()))
    events, there = db.figures.events(house.store, *past)
    visitors = db.visitors.counts(house.store, *period)
    tours = sum(count for (_, purpose), count in visitors.items() if purpose is Purpose.TOUR)
    return (
        Figure("events", "Classes and events", "held in the period, those of today too", events, 1, Shows.COUNT),
        Figure("event-attendance", "People at events", "people noted there, added up over the events",
               there, 1, Shows.COUNT),
        Figure("unit-hours", "Unit hours", "members' time in units: each part of the day, or until they left it",
               sum(unit_minutes(house, past).values()), 1, Shows.LENGTH),
        Figure("tours", "Tours", "visitors who came for a tour", tours, 1, Shows.COUNT),
    )  # fmt: skip


def unit_minutes(house: House, period: Period) -> dict[str, int]:
    """The minutes that members helped, by unit."""
    zone, found = house.settings().zone, dict[str, int]()
    with house.store.snapshot():
        for each in db.figures.helped(house.store, *period):
            starts, ends = (_local(each.day, text, zone) for text in (each.starts, each.ends))
            left = min(ends, datetime.fromisoformat(each.left_at).astimezone(UTC)) if each.left_at else ends
            minutes = max(0, int((left - starts).total_seconds()) // 60)
            found[each.unit] = found.get(each.unit, 0) + minutes * each.count
    return found


def _local(day: date, text: str, zone: tzinfo) -> datetime:
    # In UTC, because Python takes the difference of two local times by the hands of the clock.
    return datetime.combine(day, time.fromisoformat(text), zone).astimezone(UTC)
