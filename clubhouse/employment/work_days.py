"""Hours: whoever worked or covered writes them down, for some days back and until their month is reported.

Keepers of employment write for everybody and of any day; of a reported month it is marked as a correction.
"""

from datetime import date

import db.work_days
from clubhouse.employment.jobs import get_job
from clubhouse.employment.placements import get_placement
from clubhouse.employment.privacy import NotAsked, keeps, own_or_keeper
from clubhouse.employment.stretches import Stretch
from clubhouse.employment.terms import holders_on
from clubhouse.employment.writing import (
    Settled,
    add_row,
    ask_about_overlaps,
    check_day,
    check_length,
    end_request,
    owns,
    requests_of,
    take_request,
)
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.helping import person_on_file
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from db.work_days import NewWork, What, Work, WorkState

__all__ = ["NewWork", "Settled", "Stretch", "What", "Work", "WorkState"]


def log_hours(
    house: House, actor: str, person_id: int, placement_id: int, day: date, stretch: Stretch, *, sure: bool = False
) -> Work:
    """Whoever holds the placement worked there; who had said they could not go went after all.

    Raises `HoursOverlap` unless `sure`, `BadInput`, `NotFound`, `NotAllowed`, `Settled`.
    """
    with house.store.transaction():
        own_or_keeper(house, actor, person_id)
        get_placement(house, placement_id)
        if person_id not in _holders(house, placement_id, day):
            raise NotFound(f"This name does not hold that placement on {day}. Choose another day or placement.")
        new = NewWork(placement_id, None, day, What.WORKED, person_id, None, stretch.starts_at, stretch.minutes)
        work = _log(house, actor, "log_hours", new, sure)
        for request in requests_of(house, placement_id, day):
            if request.person_id == person_id and request.taken_by is None:
                end_request(house, actor, request)
        return work


def log_coverage(
    house: House,
    actor: str,
    person_id: int,
    placement_id: int,
    day: date,
    for_id: int | None,
    stretch: Stretch,
    *,
    sure: bool = False,
) -> Work:
    """The person covered for whoever held the placement; `for_id` is None where nobody did.

    Who has not said yes to covering asks staff to write it down: `NotAsked`. Raises as `log_hours` does.
    """
    with house.store.transaction():
        own = own_or_keeper(house, actor, person_id)
        get_placement(house, placement_id)
        requests = [each for each in requests_of(house, placement_id, day) if each.person_id == for_id]
        if own and not any(each.taken_by == person_id for each in requests) and not keeps(house, actor):
            raise NotAsked("Nobody has noted that this name covers that day. Please ask staff to write it down.")
        _check_for_whom(house, placement_id, day, for_id, person_id)
        new = NewWork(placement_id, None, day, What.COVERED, person_id, for_id, stretch.starts_at, stretch.minutes)
        work = _log(house, actor, "log_coverage", new, sure)
        for request in requests:
            if request.taken_by is None:
                take_request(house, actor, request, person_id)
        return work


def log_job_hours(
    house: House, actor: str, person_id: int, job_id: int, day: date, stretch: Stretch, *, sure: bool = False
) -> Work:
    """A member worked in a job of their own; nobody has to write that down. Raises as `log_hours` does."""
    with house.store.transaction():
        own_or_keeper(house, actor, person_id)
        job = get_job(house, job_id)
        if job.person_id != person_id or not job.holds_on(day):
            raise NotFound(f"This name does not have that job on {day}. Choose another day or job.")
        new = NewWork(None, job_id, day, What.WORKED, person_id, None, stretch.starts_at, stretch.minutes)
        return _log(house, actor, "log_job_hours", new, sure)


def log_closed(house: House, actor: str, placement_id: int, day: date, reason: str = "") -> Work:
    """The employer is closed that day, so nobody is looked for; said by who holds the placement, or by staff.

    Raises `Overtaken` when that is known already.
    """
    new = NewWork(placement_id, None, day, What.CLOSED, None, None, None, 0)
    with house.store.transaction():
        if not owns(house, actor, new):
            require(house, actor, Permission.EMPLOYMENT)
        if not get_placement(house, placement_id).open_on(day):
            raise BadInput(f"The house does not hold that placement on {day}. Choose another day.")
        there = db.work_days.of_placement(house.store, placement_id, day, day)
        if any(each.what is What.CLOSED for each in there):
            raise Overtaken(f"It is known already that the employer is closed on {day}.")
        check_day(house, new, limited=not keeps(house, actor), ahead=True)
        work = add_row(house, actor, "log_closed", new, reason=reason)
        for request in requests_of(house, placement_id, day):
            if request.taken_by is None:
                end_request(house, actor, request)
        return work


def _log(house: House, actor: str, action: str, new: NewWork, sure: bool) -> Work:
    limited = not keeps(house, actor)
    check_day(house, new, limited=limited)
    check_length(house, new, limited=limited)
    ask_about_overlaps(house, new, 0, sure)
    return add_row(house, actor, action, new)


def _holders(house: House, placement_id: int, day: date) -> set[int]:
    return {term.person_id for term in holders_on(house, placement_id, day)}


def _check_for_whom(house: House, placement_id: int, day: date, for_id: int | None, person_id: int) -> None:
    person_on_file(house, person_id)
    if not get_placement(house, placement_id).open_on(day):
        raise BadInput(f"The house does not hold that placement on {day}. Choose another day.")
    holders = _holders(house, placement_id, day)
    if for_id == person_id:
        raise BadInput("Nobody covers for themselves. Write it down as hours worked.")
    if for_id is None and holders:
        raise BadInput("Somebody holds that placement on that day. Say for whom it was covered.")
    if for_id is not None and for_id not in holders:
        raise NotFound(f"That name does not hold the placement on {day}. Choose who does.")
