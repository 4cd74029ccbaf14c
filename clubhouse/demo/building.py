"""Building the demonstration house: the people first, then their days up to this morning."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import db.bulk
from clubhouse.clock import VARIABLE, Clock, clock_from_environment, running_from, system_clock
from clubhouse.demo.cast import HISTORY_DAYS, Cast, local, make_cast, work_day
from clubhouse.demo.floor import add_what_comes_once, send_invitations, set_up
from clubhouse.demo.helping import entries_of, make_places, make_ticks
from clubhouse.demo.history import make_entries, make_visits
from clubhouse.demo.knowing import add_people_rows
from clubhouse.demo.paid_work import after_work, look_at_today, set_up_work, working_days, write_hours
from clubhouse.demo.program import make_came, plan_program, program_entries
from clubhouse.errors import BadInput
from clubhouse.house import House, found_house
from clubhouse.names import find_letters
from clubhouse.series import reach_ahead
from db.audit import NewEntry

NAME = "Harbor House"
ZONE = "America/New_York"

BOARD_DAYS = 75
"""So long ago the house began to use the board."""

_SEED = "harbor house"
_MORNING = 9 * 60 + 5
"""When the demonstration opens: most have come, some are still to come."""
_PLANNED = timedelta(days=366)
"""So far ahead something stands in the calendar."""


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
        _ = now.date() + _PLANNED
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
    seed, today = f"{_SEED} {now.date()}", now.date()
    began, yesterday = (local(today - timedelta(days=ago), 17 * 60, zone) for ago in (BOARD_DAYS, 1))
    worked = local(work_day(today - timedelta(days=1)), 17 * 60, zone)
    with house.store.transaction():
        visits = make_visits(seed, cast, now, zone, house)
        db.bulk.add_people(house.store, ((each.person, find_letters(each.person)) for each in cast.habits))
        db.bulk.add_cards(house.store, cast.cards)
        db.bulk.add_visits(house.store, visits)
        log = _Log(house, make_entries(cast, visits, zone))
        log.write_until(began)
        floor = set_up(replace(house, clock=lambda: began), cast, Random(f"{seed} floor"))
        plan_program(replace(house, clock=lambda: began), cast, today)
        reach_ahead(replace(house, clock=lambda: now))
        work = set_up_work(replace(house, clock=lambda: began), cast)
        places = make_places(seed, cast, [visit for visit in visits if visit.day > began.date()], floor, now)
        ticks = make_ticks(places, floor, now)
        db.bulk.add_sign_ups(house.store, ((each.sign_up, each.at, each.ended_at) for each in places))
        db.bulk.add_ticks(house.store, ticks)
        log.add(entries_of(cast, places, ticks))
        came = make_came(house, cast, visits, Random(f"{seed} program"), now)
        db.bulk.add_registrations(house.store, came.registrations)
        db.bulk.add_presences(house.store, came.presences)
        log.add(program_entries(cast, came))
        for day in working_days(now):
            moment = after_work(house, day)
            log.write_until(moment)
            write_hours(_at(house, moment), work, day)
        log.write_until(worked)
        add_people_rows(replace(house, clock=lambda: worked), cast)
        log.write_until(yesterday)
        look_at_today(replace(house, clock=lambda: yesterday), work, today)
        add_what_comes_once(replace(house, clock=lambda: yesterday), today)
        log.write_until(now)
        send_invitations(replace(house, clock=lambda: now))


def _at(house: House, moment: datetime) -> House:
    return replace(house, clock=lambda: moment)


class _Log:
    """The log of what is made up, written in the order of time between what operations write themselves."""

    def __init__(self, house: House, entries: Iterable[NewEntry]) -> None:
        """Nothing is written yet."""
        self._house = house
        self._left = list(entries)

    def add(self, entries: Iterable[NewEntry]) -> None:
        """More to be written; none of it earlier than what stands there."""
        self._left = sorted([*self._left, *entries], key=lambda entry: entry.at)

    def write_until(self, moment: datetime) -> None:
        """Write what happened up to that moment."""
        end = bisect_right(self._left, moment, key=lambda entry: entry.at)
        db.bulk.add_entries(self._house.store, self._left[:end])
        del self._left[:end]
