"""What a chart shows: members here by day, by weekday and by hour, units, events, job hours, and members at work.

Numbers of the house alone, with nobody's name in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import db.figures
import db.visits
from clubhouse.employment.guideline import EmploymentFigures, employment_figures
from clubhouse.figures import Attendance, check_period, kinds_of_days, unit_minutes
from clubhouse.house import House
from clubhouse.periods import Period
from db.days import DayKind

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MOST_BARS = 62
"""Of more days than this the bars are weeks, and of more weeks months."""
_MOST_TITLES = 15


@dataclass(frozen=True)
class Picture:
    """One chart: bars with a name each."""

    title: str
    bars: tuple[tuple[str, float], ...]
    """Name and height, in the order in which they stand."""
    about: str = ""
    """How a bar is counted, in words."""


def pictures(house: House, period: Period) -> tuple[Picture, ...]:
    """The charts of a period. Raises `BadInput`."""
    check_period(period)
    past = (period[0], min(period[1], house.today()))
    with house.store.snapshot():
        present, kinds = db.visits.members_by_day(house.store, *period), kinds_of_days(house, period)
        counts = [(day, present.get(day, 0)) for day, kind in kinds.items() if kind is not DayKind.CLOSED]
        worked = [(day, count) for day, count in counts if kinds[day] is DayKind.WORK_ORDERED]
        attendance = Attendance(sum(count for _, count in worked), len(worked))
        return (
            *_by_day(counts),
            Picture("Members here by hour, on average", _by_hour(house, period, kinds),
                    "members' visits that touch the hour, by open days"),
            Picture("Hours of units", _hours(sorted(unit_minutes(house, past).items())),
                    "members' time in units: each part of the day, or until they left it"),
            Picture("People at events", _events(house, past),
                    "people noted there, added up over all times it was held"),
            Picture("Job hours", _job_hours(house, past),
                    "hours of members at work, covering too, as far as they are written down"),
            _at_work(employment_figures(house, *period, attendance)),
        )  # fmt: skip


def _by_day(counts: Sequence[tuple[date, int]]) -> tuple[Picture, Picture]:
    weekdays = []
    for weekday, name in enumerate(_WEEKDAYS):
        found = [count for day, count in counts if day.weekday() == weekday]
        if found:
            weekdays.append((name, round(sum(found) / len(found), 1)))
    about = "members here, each once a day; open days on which nobody came are there too"
    if len(counts) <= _MOST_BARS:
        by_day = Picture(
            "Members here by day", tuple((f"{day:%a} {day}", float(count)) for day, count in counts), about
        )
    else:
        name, spans = _spans(counts)
        bars = tuple((span, round(sum(found) / len(found), 1)) for span, found in spans.items())
        by_day = Picture(f"Members here a day, by {name}", bars, f"{about}, by open days")
    return by_day, Picture("Members here by weekday, on average", tuple(weekdays), f"{about}, by such days")


def _spans(counts: Sequence[tuple[date, int]]) -> tuple[str, dict[str, list[int]]]:
    """The numbers by weeks, or by months where those are too many; what they are called."""
    weeks: dict[str, list[int]] = {}
    months: dict[str, list[int]] = {}
    for day, count in counts:
        weeks.setdefault(f"week of {day - timedelta(days=day.weekday())}", []).append(count)
        months.setdefault(f"{day}"[:7], []).append(count)
    return ("week", weeks) if len(weeks) <= _MOST_BARS else ("month", months)


def _hours(minutes: Sequence[tuple[str, int]]) -> tuple[tuple[str, float], ...]:
    return tuple((name, round(each / 60, 1)) for name, each in minutes)


def _by_hour(house: House, period: Period, kinds: dict[date, DayKind]) -> tuple[tuple[str, float], ...]:
    """For each hour of the clock, the visits that touch it, by the open days."""
    zone, hours = house.settings().zone, [0] * 24
    days = sum(kind is not DayKind.CLOSED for kind in kinds.values())
    for day, came, left, count in db.figures.stays_by_hour(house.store, *period):
        if kinds.get(day, DayKind.CLOSED) is DayKind.CLOSED:
            continue
        hour, end = (datetime.fromisoformat(f"{each}:00:00+00:00") for each in (came, left))
        touched: set[int] = set()
        while hour <= min(end, hour + timedelta(days=1)) and len(touched) < 24:
            touched.add(hour.astimezone(zone).hour)
            hour = (hour + timedelta(hours=1)).astimezone(UTC)
        for each in touched:
            hours[each] += count
    used = [hour for hour, count in enumerate(hours) if count]
    span = range(min(used), max(used) + 1) if used and days else range(0)
    return tuple((f"{hour:02}:00", round(hours[hour] / days, 1)) for hour in span)


def _events(house: House, past: Period) -> tuple[tuple[str, float], ...]:
    found = db.figures.events_by_title(house.store, *past)
    bars = [(title if times == 1 else f"{title} ({times} times)", float(there)) for title, times, there in found]
    rest = bars[_MOST_TITLES:]
    return (*bars[:_MOST_TITLES], *([("all others", sum(there for _, there in rest))] if rest else []))


def _job_hours(house: House, past: Period) -> tuple[tuple[str, float], ...]:
    _, spans = _spans(db.figures.job_minutes(house.store, *past))
    return _hours([(span, sum(minutes)) for span, minutes in spans.items()])


def _at_work(found: EmploymentFigures) -> Picture:
    days = found.attendance.days
    present = found.attendance.present / days if days else 0.0
    bars = (
        ("in TE", float(found.in_te)),
        (f"{found.te_guideline.percent} % of ADA-WOD", round(present * found.te_guideline.percent / 100, 2)),
        ("in TE, SE or IE", float(found.at_work)),
        (f"{found.work_guideline.percent} % of ADA-WOD", round(present * found.work_guideline.percent / 100, 2)),
    )
    about = "members at work on the last day of the period, each once, beside shares of ADA-WOD in it"
    return Picture("Members at work beside ADA-WOD", bars, about)
