"""A house's time zone as a calendar file describes it: when the clocks change, as rules that every program follows.

Programs that do not know the zone by its name read this; the rules are checked against the zone's own changes.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_YEARS = 12
"""So many years the clocks must have changed by one rule, or are told one by one."""
_LONGEST = timedelta(days=366 * 40)


@dataclass(frozen=True)
class _Change:
    """The clocks change."""

    wall: datetime
    """What they showed just before, without a zone."""
    was: timedelta
    now: timedelta
    name: str
    is_summer: bool

    @property
    def weeks(self) -> set[int]:
        """Which weekday of its month it is, counted from the front and, for the last, from the back."""
        is_last = (self.wall + timedelta(days=7)).month != self.wall.month
        return {(self.wall.day - 1) // 7 + 1} | ({-1} if is_last else set())

    @property
    def stays(self) -> tuple[object, ...]:
        """What is the same each year when it follows a rule."""
        return self.wall.month, self.wall.weekday(), self.wall.time(), self.was, self.now, self.name


def zone_component(zone: ZoneInfo, first: date, last: date) -> "Timezone":
    """The zone for a file whose events lie from `first` to `last`; by rules it holds for all years after."""
    from icalendar import Timezone

    years = [_changes(zone, year) for year in range(first.year - 1, first.year - 1 + _YEARS)]
    rules = [_rule(year) for year in zip(*years, strict=False)] if len({len(year) for year in years}) == 1 else [""]
    if not all(rules):
        end = max(last, first + timedelta(days=366 * 12))
        return Timezone.from_tzinfo(zone, zone.key, first - timedelta(days=366), min(end, first + _LONGEST))
    made = Timezone()
    made.add("tzid", zone.key)
    for change, rule in zip(years[0] or [_since_ever(zone)], rules or [""], strict=True):
        made.add_component(_observance(change, rule))
    return made


def _observance(change: _Change, rule: str) -> "Timezone":
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

    made: Timezone = (TimezoneDaylight if change.is_summer else TimezoneStandard)()  # type: ignore[assignment]
    made.add("dtstart", change.wall)
    made.add("tzoffsetfrom", change.was)
    made.add("tzoffsetto", change.now)
    made.add("tzname", change.name)
    if rule:
        made.add("rrule", vRecur.from_ical(rule))
    return made


def _rule(changes: tuple[_Change, ...]) -> str:
    """The rule that the changes of one season follow, or nothing."""
    weeks = set.intersection(*(change.weeks for change in changes))
    if len({change.stays for change in changes}) > 1 or not weeks:
        return ""
    wall = changes[0].wall
    return f"FREQ=YEARLY;BYMONTH={wall.month};BYDAY={min(weeks)}{_DAYS[wall.weekday()]}"


def _changes(zone: ZoneInfo, year: int) -> list[_Change]:
    found, start = [], datetime(year, 1, 1, tzinfo=UTC)
    for day in range(366):
        early, late = start + timedelta(days=day), start + timedelta(days=day + 1)
        if early.year == year and _offset(zone, early) != _offset(zone, late):
            found.append(_change(zone, early, late))
    return found


def _change(zone: ZoneInfo, early: datetime, late: datetime) -> _Change:
    was = _offset(zone, early)
    while late - early > timedelta(minutes=1):
        middle = early + timedelta(minutes=(late - early) // timedelta(minutes=2))
        early, late = (middle, late) if _offset(zone, middle) == was else (early, middle)
    after = late.astimezone(zone)
    wall = (late + was).replace(tzinfo=None)
    return _Change(wall, was, _offset(zone, late), after.tzname() or zone.key, bool(after.dst()))


def _since_ever(zone: ZoneInfo) -> _Change:
    now = datetime(2000, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = now.utcoffset() or timedelta()
    return _Change(datetime(1970, 1, 1), offset, offset, now.tzname() or zone.key, False)  # noqa: DTZ001 - a wall clock


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
