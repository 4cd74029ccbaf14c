"""Months whose attendance was reported and is locked: what belongs to one is changed by whoever looks after reports.

Whatever is changed later is a correction, with its reason, and comes in the next export. The house itself goes on:
nobody who signs in or out is ever stopped by a lock.
"""

from collections.abc import Iterable
from datetime import date

import db.locked_months
from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.permissions import NotAllowed, Permission, require
from db.locked_months import Locked

__all__ = ["Locked"]


class MonthLocked(NotAllowed):
    """The month was reported, and the person does not look after reports."""

    def __init__(self, month: str) -> None:
        """`month` as 2026-10."""
        self.month = month
        words = f"{date.fromisoformat(f'{month}-01'):%B %Y}"
        super().__init__(
            f"{words} was reported and is locked. Somebody who looks after reports can still set it right:"
            " please ask them."
        )


def month_of(day: date) -> str:
    """The month of `day`, as 2026-10."""
    return str(day)[:7]


def is_locked(house: House, day: date) -> bool:
    """Whether the month of `day` is locked."""
    with house.store.snapshot():
        return db.locked_months.of_month(house.store, month_of(day)) is not None


def locked_between(house: House, first: date, last: date) -> list[Locked]:
    """What is locked of the months of these days, both included."""
    with house.store.snapshot():
        return db.locked_months.between(house.store, month_of(first), month_of(last))


def require_unlocked(house: House, actor: str, days: Iterable[date], reason: str) -> None:
    """Let pass what touches no locked month, or is done with a reason by whoever looks after reports.

    Raises `MonthLocked`, or `BadInput` without a reason.
    """
    for month in sorted({month_of(day) for day in days}):
        if db.locked_months.of_month(house.store, month):
            require_reports(house, actor, month)
            if not clean(reason):
                raise BadInput(f"{month} was reported and is locked. Say why it is corrected, such as: paper sheet.")


def require_reports(house: House, actor: str, month: str) -> None:
    """Let pass whoever looks after reports. Raises `MonthLocked`."""
    try:
        require(house, actor, Permission.REPORTS)
    except NotAllowed:
        raise MonthLocked(month) from None
