"""Months: reported once, and from then on whatever is written of them is marked as a correction."""

from datetime import date, timedelta

import db.reported_months
import db.work_days
from clubhouse import audit
from clubhouse.employment.asking import NotComplete
from clubhouse.employment.coverage_days import Stand, days_between
from clubhouse.errors import BadInput, Overtaken
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from db.reported_months import Reported

__all__ = ["Reported"]


def month_of(day: date) -> str:
    """The month of `day`, as 2026-11."""
    return str(day)[:7]


def days_of(month: str) -> tuple[date, date]:
    """The first and last day of a month written as 2026-11. Raises `BadInput`."""
    try:
        if len(month) != 7:
            raise ValueError
        first = date.fromisoformat(f"{month}-01")
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    except (ValueError, OverflowError):
        raise BadInput(f"{month!r} is no month. Write it as 2026-11.") from None


def is_reported(house: House, placement_id: int | None, day: date) -> bool:
    """Whether the month of `day` has been reported, of that placement or of the whole house."""
    with house.store.snapshot():
        reported = db.reported_months.of_month(house.store, month_of(day))
    return any(each.placement_id in (None, placement_id) for each in reported)


def first_reported(house: House, placement_id: int, since: date, until: date | None) -> str | None:
    """The first reported month with hours of the placement on a day from `since` to before `until`."""
    with house.store.snapshot():
        reported = db.reported_months.since(house.store, month_of(since))
        months = {each.month for each in reported if each.placement_id in (None, placement_id)}
        last = until - timedelta(days=1) if until else date.max
        rows = db.work_days.of_placement(house.store, placement_id, since, last) if months else []
    return min(months & {month_of(row.day) for row in rows}, default=None)


def reported_months(house: House, since: str) -> list[Reported]:
    """What has been reported of that month and those after it. Raises `BadInput`."""
    days_of(since)
    with house.store.snapshot():
        return db.reported_months.since(house.store, since)


def lock_month(
    house: House, actor: str, month: str, placement_id: int | None = None, *, sure: bool = False
) -> Reported:
    """Note that a month has been reported, of one placement or of the whole house; nobody changes it by themselves.

    Raises `NotComplete` unless `sure`, `Overtaken` when it was noted already, `BadInput` for a month to come.
    """
    first, _ = days_of(month)
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        if first > house.today():
            raise BadInput(f"{month} has not come yet. Report a month when it is over.")
        if is_reported(house, placement_id, first):
            raise Overtaken(f"{month} was reported already.")
        if not sure:
            _ask_about_what_is_missing(house, month, placement_id)
        reported = Reported(month, placement_id, house.clock())
        db.reported_months.add(house.store, reported)
        audit.record(house, actor, "lock_month", f"month {month}", None, reported)
        return reported


def _ask_about_what_is_missing(house: House, month: str, placement_id: int | None) -> None:
    first, last = days_of(month)
    rows = db.work_days.to_confirm(house.store, first, last)
    unconfirmed = [each for each in rows if each.placement_id and placement_id in (None, each.placement_id)]
    unexplained = [
        each.day
        for each in days_between(house, first, min(last, house.today()))
        if each.stand in (Stand.OPEN, Stand.NOT_COVERED) and placement_id in (None, each.placement.id)
    ]
    if unconfirmed or unexplained:
        raise NotComplete(month, len(unconfirmed), tuple(unexplained))
