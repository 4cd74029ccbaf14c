"""Stretches of work: from when, and how long in real time.

People say what the clock on the wall shows. A stretch is the time that passes between: past midnight it goes on the
next day, and in a night on which the clocks change it is an hour longer or shorter than the clock shows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from clubhouse.errors import BadInput
from clubhouse.house import House
from db.placements import Times, UsualTime

LONGEST_MINUTES = 24 * 60


@dataclass(frozen=True)
class Stretch:
    """How long somebody worked."""

    starts_at: datetime | None
    """The moment; None where only the length is known."""
    minutes: int


@dataclass(frozen=True)
class Usual:
    """The usual time of one day, to be taken with one key."""

    starts: datetime
    """Local, as `ends`."""
    ends: datetime
    minutes: int
    """Of real time."""

    @property
    def stretch(self) -> Stretch:
        """As it is logged."""
        return Stretch(self.starts, self.minutes)


def from_to(house: House, day: date, starts: time, ends: time) -> Stretch:
    """From `starts` on `day` to when the clock next shows `ends`; an hour shown twice is taken as the first.

    Raises `BadInput` for a time that the clocks skip on that day, or when both are the same.
    """
    with house.store.snapshot():
        zone = house.settings().zone
    if starts == ends:
        raise BadInput("The work starts and ends at the same time. Check both times.")
    try:
        until = day if ends > starts else day + timedelta(days=1)
        start, end = _moment(day, starts, zone), _moment(until, ends, zone)
    except OverflowError:
        raise BadInput("That date cannot be. Check the year.") from None
    return Stretch(start, minutes_between(start, end))


def from_length(house: House, day: date, starts: time, minutes: int) -> Stretch:
    """So many minutes of real time from `starts` on `day`. Raises `BadInput` for a time that the clocks skip."""
    with house.store.snapshot():
        zone = house.settings().zone
    return Stretch(_moment(day, starts, zone), minutes)


def of_length(minutes: int) -> Stretch:
    """So many minutes, no matter when."""
    return Stretch(None, minutes)


def real_minutes(day: date, starts: time, shown: int, zone: ZoneInfo) -> int | None:
    """What `from_to` makes of a stretch of which the clock on the wall shows so many minutes; to tell it beforehand.

    None where it refuses, for the clocks skip the start or the end.
    """
    first = datetime.combine(day, starts)
    end = first + timedelta(minutes=shown)
    try:
        return minutes_between(*(_moment(each.date(), each.time(), zone) for each in (first, end)))
    except BadInput:
        return None


def shown_minutes(start: datetime, minutes: int, zone: ZoneInfo) -> int:
    """The other way: what the clock on the wall shows more after so many minutes of real time."""
    end = start.astimezone(UTC) + timedelta(minutes=minutes)
    first, last = (each.astimezone(zone).replace(tzinfo=None) for each in (start, end))
    return int((last - first).total_seconds()) // 60


def times_on(every: Sequence[Times], day: date) -> dict[int, tuple[UsualTime, ...]]:
    """By placement the usual times of a week that hold on `day`; `every` has the earliest first."""
    return {each.placement_id: each.times for each in every if each.since <= day}


def usual_on(times: Iterable[UsualTime], day: date, zone: ZoneInfo) -> tuple[Usual, ...]:
    """What is usual on that day, in order; past midnight it belongs to the day on which it starts."""
    found = [_usual(each, day, zone) for each in times if each.weekday == day.isoweekday()]
    return tuple(sorted(found, key=lambda usual: usual.starts))


def _usual(usual: UsualTime, day: date, zone: ZoneInfo) -> Usual:
    shown = datetime.combine(day, usual.starts)  # what the clock on the wall shows, so without a zone
    start, end = (each.replace(tzinfo=zone) for each in (shown, shown + timedelta(minutes=usual.minutes)))
    return Usual(start, end, minutes_between(start, end))


def minutes_between(start: datetime, end: datetime) -> int:
    """The whole minutes of real time from one moment to another."""
    # Through UTC: Python takes the difference of two times in one zone as their clocks show it.
    return int((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds()) // 60


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    moment = datetime.combine(day, at.replace(second=0, microsecond=0, tzinfo=None), zone)
    if moment.astimezone(UTC).astimezone(zone).replace(fold=0) != moment:
        raise BadInput(
            f"{at:%H:%M} did not happen on {day}: the clocks were put forward. Write a time an hour later."
        )
    return moment
