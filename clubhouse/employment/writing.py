"""What holds for every row of hours, whoever writes it: its day, its length, and what else there is at that time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import db.coverage
import db.work_days
from clubhouse import audit
from clubhouse.employment.asking import HoursOverlap
from clubhouse.employment.months import is_reported
from clubhouse.employment.privacy import is_own
from clubhouse.employment.stretches import LONGEST_MINUTES
from clubhouse.employment.terms import holders_on
from clubhouse.errors import BadInput, NotFound, Refused
from clubhouse.house import House
from db.coverage import Request
from db.work_days import NewWork, What, Work, WorkState


class Settled(Refused):
    """The hours are confirmed or reported, so that staff alone set them right."""


def get_hours(house: House, work_id: int) -> Work:
    """The row with that number, which counts; for operations that ask for the permission. Raises `NotFound`."""
    with house.store.snapshot():
        work = db.work_days.get(house.store, work_id)
    if work is None or work.ended_at is not None:
        raise NotFound(f"There are no job hours with the number {work_id} any more. Please look again.")
    return work


def owns(house: House, actor: str, work: NewWork) -> bool:
    """Whether the row is `actor`'s own: they worked, or hold the placement whose employer was closed."""
    if work.what is not What.CLOSED:
        return is_own(house, actor, work.person_id)
    holders = holders_on(house, work.placement_id or 0, work.day)
    return any(is_own(house, actor, term.person_id) for term in holders)


def check_unsettled(house: House, work: Work) -> None:
    """Raise `Settled` for a row that its person cannot change any more."""
    if work.state is WorkState.CONFIRMED:
        raise Settled("Staff have confirmed these hours. Please ask staff to set them right.")
    _check_unreported(house, work)


def _check_unreported(house: House, work: NewWork) -> None:
    if is_reported(house, work.placement_id, work.day):
        raise Settled("The hours of that month have been reported. Please ask staff to set them right.")


def check_day(house: House, work: NewWork, *, limited: bool, ahead: bool = False) -> None:
    """Raise `BadInput` for a day that cannot be; who is `limited` writes of the last days that are not reported."""
    today, settings = house.today(), house.settings()
    if work.day > today and not ahead:
        raise BadInput(f"{work.day} has not come yet. Hours are written when the work is done.")
    if work.starts_at is not None and house.local(work.starts_at).date() != work.day:
        raise BadInput(f"That time is not on {work.day}. Check the day.")
    if limited:
        if work.day < today - timedelta(days=settings.hours_days_back):
            raise Settled(
                f"That is more than {settings.hours_days_back} days ago. Please ask staff to write it down."
            )
        _check_unreported(house, work)


def check_length(house: House, work: NewWork, *, limited: bool) -> None:
    """Raise `BadInput` for a length that cannot be; who is `limited` writes in the house's steps."""
    if not 1 <= work.minutes <= LONGEST_MINUTES:
        raise BadInput("Hours of one day are more than none and at most 24. Check the times.")
    steps = house.settings().hour_steps
    if limited and work.minutes % steps:
        raise BadInput(f"Hours are written here in steps of {steps} minutes. Choose the nearest time.")


def ask_about_overlaps(house: House, work: NewWork, besides: int, sure: bool) -> None:
    """Raise `HoursOverlap` unless `sure` when there are hours at that time, but for those of row `besides`."""
    others = [] if sure else [each for each in _near(house, work) if each.id != besides and _at_once(work, each)]
    if others:
        raise HoursOverlap(tuple(others))


def _near(house: House, work: NewWork) -> Iterator[Work]:
    """Rows of the person around that day, and of the placement: one day lies at most on each side of midnight."""
    first, last = work.day - timedelta(days=1), work.day + timedelta(days=1)
    mine = db.work_days.of_person(house.store, work.person_id or 0, first, last)
    yield from mine
    if work.placement_id is not None:
        there = db.work_days.of_placement(house.store, work.placement_id, first, last)
        known = {each.id for each in mine}
        yield from (each for each in there if each.id not in known and _holder(each) == _holder(work))


def _holder(work: NewWork) -> int | None:
    """In whose term the hours lie."""
    return work.person_id if work.what is What.WORKED else work.for_id


def _at_once(one: NewWork, other: NewWork) -> bool:
    if other.what is What.CLOSED:
        return False
    if one.starts_at is None or other.starts_at is None:
        same_work = (one.placement_id, one.job_id) == (other.placement_id, other.job_id)
        return same_work and one.day == other.day and one.person_id == other.person_id
    return one.starts_at < _end(other, other.starts_at) and other.starts_at < _end(one, one.starts_at)


def _end(work: NewWork, starts_at: datetime) -> datetime:
    return starts_at + timedelta(minutes=work.minutes)


def add_row(
    house: House,
    actor: str,
    action: str,
    new: NewWork,
    *,
    state: WorkState = WorkState.LOGGED,
    was: Work | None = None,
    reason: str = "",
) -> Work:
    """Put a row on file, in the place of `was`; of a month that has been reported it is a correction."""
    now = db.work_days.add(house.store, new, state, is_reported(house, new.placement_id, new.day), house.clock())
    if was is not None:
        db.work_days.end(house.store, was.id, house.clock(), now.id)
    audit.record(house, actor, action, f"work day {now.id}", was, now, reason)
    return now


def requests_of(house: House, placement_id: int, day: date) -> list[Request]:
    """The requests for coverage of the placement that day."""
    found = db.coverage.between(house.store, day, day)
    return [each for each in found if each.placement_id == placement_id]


def end_request(house: House, actor: str, request: Request) -> None:
    """Nobody is looked for any more, and nobody is asked."""
    db.coverage.forget_offers(house.store, request.id)
    db.coverage.end(house.store, request.id, house.clock())
    audit.record(house, actor, "end_request", f"coverage {request.id}", request, None)


def take_request(house: House, actor: str, request: Request, person_id: int | None) -> Request:
    """Somebody covers, or with None nobody does after all; whoever else was asked is asked no more."""
    db.coverage.forget_offers(house.store, request.id)
    db.coverage.take(house.store, request.id, person_id, house.clock())
    now = replace(request, taken_by=person_id)
    action = "release_coverage" if person_id is None else "accept_coverage"
    audit.record(house, actor, action, f"coverage {request.id}", request, now)
    return now
