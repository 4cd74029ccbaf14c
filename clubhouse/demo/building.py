"""Building the demonstration house: the people first, then their days up to this morning."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import db.bulk
from clubhouse.clock import VARIABLE, Clock, clock_from_environment, running_from, system_clock
from clubhouse.demo.cast import HISTORY_DAYS, Cast, local, make_cast, work_day
from clubhouse.demo.history import make_entries, make_visits
from clubhouse.errors import BadInput
from clubhouse.house import House, found_house
from clubhouse.names import find_letters

NAME = "Harbor House"
ZONE = "America/New_York"

_SEED = "harbor house"
_MORNING = 9 * 60 + 5
"""When the demonstration opens: most have come, some are still to come."""


def build(path: Path) -> House:
    """Make the demonstration house at `path` and open it. Raises `Refused` when a house is there already.

    Its clock is that of `opening_clock`. Raises `BadInput` for a moment too near an end of the calendar.
    """
    zone = ZoneInfo(ZONE)
    clock = opening_clock(zone)
    now = clock().astimezone(zone).replace(microsecond=0)
    try:
        began = local(now.date() - timedelta(days=HISTORY_DAYS + 7), 8 * 60, zone)
        cast = make_cast(Random(f"{_SEED} {now.date()}"), now.date(), zone)
    except OverflowError:
        raise BadInput(f"{VARIABLE} is too near an end of the calendar for a demonstration.") from None
    house = found_house(path, NAME, ZONE, clock=lambda: began)
    try:
        _fill(house, cast, now, zone)
    except BaseException:
        house.close()
        raise
    return replace(house, clock=clock)


def opening_clock(zone: ZoneInfo) -> Clock:
    """The clock that `CLUBHOUSE_NOW` sets, or else one that starts at 9:05 on the last work day."""
    clock = clock_from_environment(zone)
    if clock is not system_clock:
        return clock
    today = clock().astimezone(zone).date()
    return running_from(local(work_day(today), _MORNING, zone))


def _fill(house: House, cast: Cast, now: datetime, zone: ZoneInfo) -> None:
    with house.store.transaction():
        visits = make_visits(f"{_SEED} {now.date()}", cast, now, zone, house)
        db.bulk.add_people(house.store, ((each.person, find_letters(each.person)) for each in cast.habits))
        db.bulk.add_cards(house.store, cast.cards)
        db.bulk.add_visits(house.store, visits)
        db.bulk.add_entries(house.store, make_entries(cast, visits, zone))
