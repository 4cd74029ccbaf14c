"""What a chart shows: members here by day, by weekday and by hour, and the hours of units. Numbers only."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import db.figures
import db.visits
from clubhouse.figures import check_period, kinds_of_days, unit_minutes
from clubhouse.house import House
from clubhouse.periods import Period
from db.days import DayKind

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Picture:
    """One chart: bars with a name each."""

    title: str
    bars: tuple[tuple[str, float], ...]
    """Name and height, in the order in which they stand."""


def pictures(house: House, period: Period) -> tuple[Picture, ...]:
    """The charts of a period. Raises `BadInput`."""
    check_period(period)
    with house.store.snapshot():
        units = sorted(unit_minutes(house, (period[0], min(period[1], house.today()))).items())
        return (
            *_by_day(house, period),
            Picture("Members here by hour, on average", _by_hour(house, period)),
            Picture("Hours of units", tuple((name, round(minutes / 60, 1)) for name, minutes in units)),
        )


def _by_day(house: House, period: Period) -> tuple[Picture, Picture]:
    present, kinds = db.visits.members_by_day(house.store, *period), kinds_of_days(house, period)
    days = [day for day, kind in kinds.items() if kind is not DayKind.CLOSED]
    weekdays = []
    for weekday, name in enumerate(_WEEKDAYS):
        counts = [present.get(day, 0) for day in days if day.weekday() == weekday]
        if counts:
            weekdays.append((name, round(sum(counts) / len(counts), 1)))
    return (
        Picture("Members here by day", tuple((f"{day:%a} {day}", float(present.get(day, 0))) for day in days)),
        Picture("Members here by weekday, on average", tuple(weekdays)),
    )


def _by_hour(house: House, period: Period) -> tuple[tuple[str, float], ...]:
    """For each hour of the clock, the visits that touch it, by the open days."""
    zone, hours = house.settings().zone, [0] * 24
    kinds = kinds_of_days(house, period)
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
