"""Locking a month once its attendance was reported, and taking the lock off again, with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import db.locked_months
import db.people
import db.visits
from clubhouse import audit
from clubhouse.employment.asking import NotSure
from clubhouse.employment.months import days_of
from clubhouse.errors import BadInput, Overtaken
from clubhouse.house import House
from clubhouse.locked_months import month_of
from clubhouse.names import clean
from clubhouse.periods import Period
from clubhouse.permissions import Permission, require
from clubhouse.quality import find_doubts
from clubhouse.visits import closed_if_left_open
from db.locked_months import Locked

__all__ = ["Locked"]

MONTHS_SEEN = 24
"""So many months that are over are listed."""


class StillInDoubt(NotSure):
    """A month is about to be locked in which something is worth a look."""

    def __init__(self, month: str, count: int) -> None:
        """How many things there are to look at."""
        self.month, self.count = month, count
        things = "is still 1 thing" if count == 1 else f"are still {count} things"
        super().__init__(
            f"In {month} there {things} to look at, listed as what would make a report wrong."
            " Set them right first, or say that it is locked as it is."
        )


@dataclass(frozen=True)
class MonthSeen:
    """A month that is over."""

    month: str
    """As 2026-10."""
    days: Period
    doubts: int
    """So many things in it are worth a look."""
    lock: Locked | None
    by: str
    """The code of who locked it, or that it was done on the command line; empty where it is not locked."""


def see_months(house: House, actor: str) -> list[MonthSeen]:
    """The months that are over, the latest first. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.REPORTS)
        return [_seen(house, month) for month in _months_over(house.today())]


def _months_over(today: date) -> Iterator[str]:
    day = today
    for _ in range(MONTHS_SEEN):
        day = day.replace(day=1) - timedelta(days=1)
        yield month_of(day)


def _seen(house: House, month: str) -> MonthSeen:
    lock, days = db.locked_months.of_month(house.store, month), days_of(month)
    by = "" if lock is None else _who(house, lock.locked_by)
    return MonthSeen(month, days, len(find_doubts(house, days)), lock, by)


def _who(house: House, person_id: int | None) -> str:
    person = None if person_id is None else db.people.get(house.store, person_id)
    return person.code if person else audit.COMMAND_LINE


def lock_month(house: House, actor: str, month: str, *, sure: bool = False) -> Locked:
    """Lock a month that is over: visits of it are corrected from now on, with a reason, and no more than that.

    What was left open is closed first. Raises `StillInDoubt` unless `sure`, `Overtaken` when it is locked already,
    `BadInput`, `NotAllowed`.
    """
    days = days_of(month)
    with house.store.transaction():
        by = require(house, actor, Permission.REPORTS)
        if days[1] >= house.today():
            raise BadInput(f"{month} is not over yet. Lock a month when it is over and was reported.")
        if db.locked_months.of_month(house.store, month):
            raise Overtaken(f"{month} is locked already.")
        _close_left_open(house, days)
        doubts = len(find_doubts(house, days))
        if doubts and not sure:
            raise StillInDoubt(month, doubts)
        db.locked_months.add(house.store, month, house.clock(), by)
        locked = db.locked_months.of_month(house.store, month)
        assert locked is not None
        audit.record(house, actor, "lock_visits", f"month {month}", None, locked)
        return locked


def _close_left_open(house: House, days: Period) -> None:
    for visit in db.visits.open_before(house.store, days[1] + timedelta(days=1)):
        closed_if_left_open(house, visit, house.now())


def unlock_month(house: House, actor: str, month: str, reason: str) -> Locked:
    """Take the lock off; that it was locked stays on file. Raises `Overtaken` when it is not locked, `BadInput`."""
    days_of(month)
    if not clean(reason):
        raise BadInput("Taking a lock off needs a reason, such as: the report was not sent.")
    with house.store.transaction():
        by = require(house, actor, Permission.REPORTS)
        was = db.locked_months.of_month(house.store, month)
        if was is None:
            raise Overtaken(f"{month} is not locked.")
        now = replace(was, ended_at=house.now(), ended_by=by)
        db.locked_months.end(house.store, was.id, house.clock(), by)
        audit.record(house, actor, "unlock_visits", f"month {month}", was, now, clean(reason))
        return now
