"""Confirming: staff say that hours are right, one by one or a whole month at once."""

from collections.abc import Iterable, Sequence

import db.work_days
from clubhouse import audit
from clubhouse.employment.months import days_of, is_reported
from clubhouse.employment.writing import Settled, get_hours
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from db.work_days import Work, WorkState


def confirm_hours(house: House, actor: str, work_ids: Sequence[int]) -> list[Work]:
    """These rows are right; one that was confirmed stays so. Raises `NotFound` when one counts no more."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        rows = [get_hours(house, work_id) for work_id in work_ids]
        return _set(house, actor, "confirm_hours", rows, WorkState.CONFIRMED)


def unconfirm_hours(house: House, actor: str, work_ids: Sequence[int]) -> list[Work]:
    """Take that back. Raises `Settled` for a month that has been reported."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        rows = [get_hours(house, work_id) for work_id in work_ids]
        for row in rows:
            if is_reported(house, row.placement_id, row.day):
                raise Settled("The hours of that month have been reported. Correct them instead, with a reason.")
        return _set(house, actor, "unconfirm_hours", rows, WorkState.LOGGED)


def confirm_month(
    house: House, actor: str, month: str, placement_id: int | None = None, person_id: int | None = None
) -> list[Work]:
    """All that is not yet confirmed of a month is right; of one placement or person where one is named."""
    first, last = days_of(month)
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        rows = [
            row
            for row in db.work_days.to_confirm(house.store, first, last)
            if placement_id in (None, row.placement_id) and person_id in (None, row.person_id)
        ]
        return _set(house, actor, "confirm_hours", rows, WorkState.CONFIRMED)


def _set(house: House, actor: str, action: str, rows: Iterable[Work], state: WorkState) -> list[Work]:
    found = []
    for was in rows:
        if was.state is not state:
            db.work_days.set_state(house.store, was.id, state)
        now = get_hours(house, was.id)
        if now != was:
            audit.record(house, actor, action, f"work day {was.id}", was, now)
        found.append(now)
    return found
