"""Placements: the jobs that the house holds with employers, their usual times of a week, and their wages.

What they are is no secret of anybody; who holds them is (see `placement_pages`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import db.people
import db.placements
import db.terms
from clubhouse import audit
from clubhouse.employment.asking import MonthReported
from clubhouse.employment.employers import get_employer
from clubhouse.employment.months import first_reported
from clubhouse.employment.stretches import times_on
from clubhouse.errors import BadInput, NotFound, Refused
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.permissions import Permission, require
from db.placements import NewPlacement, Placement, Times, UsualTime, Wage

__all__ = ["NewPlacement", "Placement", "Times", "UsualTime", "Wage"]

LONGEST = 60
MOST_CENTS = 100_000
"""More an hour is a slip of the pen."""


@dataclass(frozen=True)
class ListedPlacement:
    """A placement as anybody may see it."""

    placement: Placement
    employer: str
    times: tuple[UsualTime, ...]
    """The usual times as they are today."""


def list_placements(house: House, *, closed: bool = False) -> list[ListedPlacement]:
    """The placements that the house holds today or will, and with `closed` those it held before."""
    with house.store.snapshot():
        today = house.today()
        employers = {each.id: each.name for each in db.employers.every(house.store)}
        times = times_on(db.placements.times(house.store), today)
        placements = db.placements.every(house.store)
    return [
        ListedPlacement(each, employers[each.employer_id], times.get(each.id, ()))
        for each in placements
        if closed or each.closed_on is None or each.closed_on > today
    ]


def get_placement(house: House, placement_id: int) -> Placement:
    """The placement with that number. Raises `NotFound`."""
    with house.store.snapshot():
        placement = db.placements.get(house.store, placement_id)
    if placement is None:
        raise NotFound(f"There is no placement with the number {placement_id}.")
    return placement


def add_placement(
    house: House, actor: str, placement: NewPlacement, times: Sequence[UsualTime] = (), cents: int | None = None
) -> Placement:
    """Another placement, with its usual times and its wage from the day it opens. Raises `BadInput`, `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        placement_id = db.placements.add(house.store, _checked(house, placement))
        now = _written(house, actor, "add_placement", placement_id, None)
        if times:
            set_times(house, actor, placement_id, times, now.opened_on)
        if cents is not None:
            set_wage(house, actor, placement_id, cents, now.opened_on)
        return now


def change_placement(house: House, actor: str, placement_id: int, to: NewPlacement) -> Placement:
    """Say something else of a placement. Raises `BadInput`, `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        was, to = get_placement(house, placement_id), _checked(house, to)
        terms = db.terms.of_placement(house.store, placement_id)
        if terms and terms[0].first_day < to.opened_on:
            raise BadInput(f"Somebody held it from {terms[0].first_day} on. It cannot open after that day.")
        if was.closed_on is not None and was.closed_on < to.opened_on:
            raise BadInput(f"It was closed on {was.closed_on}. It cannot open after that day.")
        db.placements.change(house.store, placement_id, to)
        return _written(house, actor, "change_placement", placement_id, was)


def close_placement(house: House, actor: str, placement_id: int, day: date | None = None) -> Placement:
    """From `day` (today) on the house holds it no longer. Raises `Refused` while somebody holds it."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        was, day = get_placement(house, placement_id), day or house.today()
        if day < was.opened_on:
            raise BadInput(f"It was opened on {was.opened_on}. It cannot be closed before that day.")
        for term in db.terms.of_placement(house.store, placement_id):
            if term.last_day is None or term.last_day >= day:
                raise Refused("Somebody holds this placement. End the term on the day before, then close it.")
        db.placements.close(house.store, placement_id, day)
        return _written(house, actor, "close_placement", placement_id, was)


def reopen_placement(house: House, actor: str, placement_id: int) -> Placement:
    """The house holds it again, as if it had never been closed."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        was = get_placement(house, placement_id)
        db.placements.close(house.store, placement_id, None)
        return _written(house, actor, "reopen_placement", placement_id, was)


def set_times(
    house: House, actor: str, placement_id: int, times: Sequence[UsualTime], since: date | None = None
) -> Times:
    """The usual times of a week from `since` (today) on, until others are set; none for no usual times.

    Raises `BadInput` for a length that cannot be.
    """
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        placement = get_placement(house, placement_id)
        tidy = tuple(sorted((_checked_time(each) for each in times), key=lambda each: (each.weekday, each.starts)))
        now = Times(placement_id, since or house.today(), tidy)
        before = [each for each in db.placements.times(house.store, placement_id) if each.since <= now.since]
        db.placements.put_times(house.store, now, house.clock())
        was = before[-1] if before else None
        audit.record(house, actor, "set_times", f"placement {placement.id}", was, now)
        return now


def set_wage(
    house: House, actor: str, placement_id: int, cents: int, since: date | None = None, *, sure: bool = False
) -> Wage:
    """The hourly wage in cents from `since` (today) on, until another is set.

    Raises `BadInput`; `MonthReported` unless `sure` when the pay of a reported month would change.
    """
    if not 0 <= cents <= MOST_CENTS:
        raise BadInput(f"A wage is a whole number of cents an hour, from 0 to {MOST_CENTS}.")
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        placement, since = get_placement(house, placement_id), since or house.today()
        wages = db.placements.wages(house.store, placement_id)
        before, after = (
            [each for each in wages if each.since <= since],
            [each for each in wages if each.since > since],
        )
        reported = first_reported(house, placement_id, since, after[0].since if after else None)
        if reported is not None and not sure:
            raise MonthReported(reported)
        now = Wage(placement_id, since, cents, reported is not None)
        db.placements.put_wage(house.store, now, house.clock())
        was = before[-1] if before else None
        audit.record(house, actor, "set_wage", f"placement {placement.id}", was, now)
        return now


def _checked(house: House, placement: NewPlacement) -> NewPlacement:
    job, place = clean(placement.job), clean(placement.place)
    get_employer(house, placement.employer_id)
    if not job or len(job) > LONGEST or len(place) > LONGEST:
        raise BadInput(f"A placement needs a job, and may have a place, of at most {LONGEST} letters.")
    if not 0 <= placement.weekly_minutes <= 7 * 24 * 60:
        raise BadInput("The usual hours a week are a number from 0 to 168.")
    if placement.looked_after_by is not None and db.people.get(house.store, placement.looked_after_by) is None:
        raise NotFound("Nobody on file looks after it. Choose somebody of the house.")
    return replace(placement, job=job, place=place, contact=clean(placement.contact))


def _checked_time(usual: UsualTime) -> UsualTime:
    if usual.weekday not in range(1, 8):
        raise BadInput("A weekday is a number from 1 (Monday) to 7 (Sunday).")
    if not 1 <= usual.minutes < 24 * 60:
        raise BadInput("Usual times last at least a minute and less than a day. Check when they end.")
    return replace(usual, starts=usual.starts.replace(second=0, microsecond=0))


def _written(house: House, actor: str, action: str, placement_id: int, was: Placement | None) -> Placement:
    now = get_placement(house, placement_id)
    audit.record(house, actor, action, f"placement {placement_id}", was, now)
    return now
