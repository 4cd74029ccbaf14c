"""Visits after the fact: listing, writing down what paper says, correcting, and closing what was left open."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import db.people
import db.visits
from clubhouse import audit, invitations
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.permissions import Permission, require
from clubhouse.views import note_view
from db.people import Person
from db.visits import InHow, OutHow, Visit

__all__ = ["Visit"]

GUESS_IS_RIGHT = "the guess is right"
"""The reason that the audit log has for a guess that was confirmed."""
LONGEST_HOURS = 24
"""A visit that lasts longer is a slip of the pen."""
MOST_A_DAY = 8
"""Nobody comes and goes more often, day by day."""


def latest_two(house: House, person: Person) -> tuple[Visit | None, Visit | None]:
    """The person's open visit, or else the last, and the one before it."""
    found = db.visits.latest(house.store, person.id, 2)
    still_open = db.visits.open_of(house.store, person.id)
    if still_open:  # not the last by its time when the clock was set back before it began
        found = [still_open, *(visit for visit in found if visit.id != still_open.id)]
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def closed_if_left_open(house: House, visit: Visit, at: datetime) -> Visit:
    """`visit`, ended as an estimate if it was left open on a day before that of `at`."""
    return _close(house, visit) if visit.out_at is None and visit.day < at.date() else visit


def close_days(house: House) -> list[Visit]:
    """End every visit left open on a day before today, as an estimate.

    Seats still held on such days are freed, and the programme of classes and events reaches a day further.
    """
    from clubhouse import series, visitors  # the kiosk starts without them

    with house.store.snapshot():
        today = house.today()
        is_done = not db.visits.open_before(house.store, today) and not invitations.are_held(house, today)
        is_done = is_done and not visitors.are_left_open(house, today)
        if is_done and series.reaches_ahead(house):
            return []
    with house.store.transaction():
        invitations.free_held_seats(house, today)
        series.reach_ahead(house)
        visitors.close_left_open(house, today)
        return [_close(house, visit) for visit in db.visits.open_before(house.store, house.today())]


def _close(house: House, visit: Visit) -> Visit:
    db.visits.finish(house.store, visit.id, estimated_end(house, visit), OutHow.ESTIMATE)
    return _written(house, audit.HOUSE, "close_day", visit, "")


def estimated_end(house: House, visit: Visit) -> datetime:
    """When the person probably left: at closing time, or if they came later after `visit-minutes`, that day."""
    settings = house.settings()
    closing = datetime.combine(visit.day, settings.closing_time, settings.zone)
    if visit.in_at < closing:
        return closing
    last_minute = datetime.combine(visit.day, time(23, 59), settings.zone)
    return max(visit.in_at, min(visit.in_at + timedelta(minutes=settings.visit_minutes), last_minute))


def visits_between(house: House, first: date, last: date) -> list[tuple[Visit, Person]]:
    """Everybody's visits of these local days, both included, with the person."""
    with house.store.snapshot():
        people = {person.id: person for person in db.people.every(house.store)}
        return [(visit, people[visit.person_id]) for visit in db.visits.between(house.store, first, last)]


def add_visit(
    house: House, actor: str, person: Person, in_at: datetime, out_at: datetime | None, reason: str
) -> Visit:
    """Write down a visit from paper; without an end it is open, which only today's can be.

    Raises `BadInput` for times that cannot be, or that overlap with another visit of the person, `MonthLocked`.
    """
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        start, end = checked_times(house, in_at, out_at)
        _require_unlocked(house, actor, reason, start.date())
        still_open = db.visits.open_of(house.store, person.id)
        if still_open:
            closed_if_left_open(house, still_open, house.now())
        _refuse_overlap(house, person.id, start, end, besides=0)
        if end is None:
            visit = db.visits.begin(house.store, person.id, start.date(), start, InHow.PAPER)
        else:
            visit = db.visits.add_ended(house.store, person.id, start.date(), start, end)
        audit.record(house, actor, "add_visit", f"visit {visit.id}", None, visit, reason)
        return visit


def correct_visit(
    house: House, actor: str, visit_id: int, in_at: datetime, out_at: datetime | None, reason: str
) -> Visit:
    """Set the times of a visit right; the audit log keeps the old ones.

    Raises `BadInput`, `NotFound`, `MonthLocked`.
    """
    if not clean(reason):
        raise BadInput("A correction needs a reason, such as: paper sheet.")
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        was = _get(house, visit_id)
        start, end = checked_times(house, in_at, out_at)
        _require_unlocked(house, actor, reason, was.day, start.date())
        _refuse_overlap(house, was.person_id, start, end, besides=visit_id)
        out_how = None if end is None else OutHow.PAPER if end != was.out_at else was.out_how
        to = replace(was, day=start.date(), in_at=start, out_at=end, out_how=out_how)
        db.visits.correct(house.store, to)
        return _written(house, actor, "correct_visit", was, clean(reason))


def confirm_guess(house: House, actor: str, visit_id: int) -> Visit:
    """The guess of when somebody left is right: it is none any more, and a correction in the audit log.

    Raises `Overtaken` when it was set right, `BadInput` while another visit shares time with it, `NotFound`,
    `MonthLocked`.
    """
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        was = _get(house, visit_id)
        if not was.estimated or was.out_at is None:
            raise Overtaken("That is no guess any more: it was set right in the meantime.")
        _require_unlocked(house, actor, GUESS_IS_RIGHT, was.day)
        _refuse_overlap(house, was.person_id, was.in_at, was.out_at, besides=visit_id)
        db.visits.correct(house.store, replace(was, out_how=OutHow.PAPER))
        return _written(house, actor, "correct_visit", was, GUESS_IS_RIGHT)


def visits_of(house: House, actor: str, person_id: int, days: int, *, again: bool = False) -> list[Visit]:
    """The person's visits of today and so many days before, the latest first, in the house's time zone.

    The look is noted, except where a page is only painted `again`. Raises `NotAllowed`.
    """
    with house.store.transaction() if not again else house.store.snapshot():
        require(house, actor, Permission.GREETER)
        if not again:
            note_view(house, actor, f"visits of person {person_id}", names=True)
        first = house.today() - timedelta(days=days)
        found = db.visits.latest(house.store, person_id, MOST_A_DAY * (days + 1))
        return [
            replace(each, in_at=house.local(each.in_at), out_at=each.out_at and house.local(each.out_at))
            for each in found
            if each.day >= first
        ]


def tell_leaving(house: House, person: Person, visit: Visit, at: time) -> Visit:
    """The person says when they really left a visit whose end was guessed. Raises `BadInput`, `Overtaken`.

    Of a month that is locked the visit stays estimated, and what they said is kept for whoever looks after reports.
    """
    from clubhouse.locked_months import is_locked  # the kiosk starts without it

    with house.store.transaction():
        was = _get(house, visit.id)
        if was.person_id != person.id or not was.estimated:
            raise Overtaken("This was set right in the meantime. Thank you.")
        end = datetime.combine(was.day, at, house.settings().zone)
        start, _ = checked_times(house, was.in_at, end)
        _refuse_overlap(house, person.id, start, end, besides=was.id)
        if is_locked(house, was.day):
            told = replace(was, out_at=end, out_how=OutHow.TOLD)
            audit.record(house, person.code, "tell_after_lock", f"visit {was.id}", was, told)
            return was
        db.visits.finish(house.store, was.id, end, OutHow.TOLD)
        return _written(house, person.code, "tell_leaving", was, "")


def _require_unlocked(house: House, actor: str, reason: str, *days: date) -> None:
    from clubhouse.locked_months import require_unlocked  # the kiosk starts without it

    require_unlocked(house, actor, days, reason)


def _written(house: House, actor: str, action: str, was: Visit, reason: str) -> Visit:
    now = _get(house, was.id)
    audit.record(house, actor, action, f"visit {was.id}", was, now, reason)
    return now


def _get(house: House, visit_id: int) -> Visit:
    visit = db.visits.get(house.store, visit_id)
    if visit is None:
        raise NotFound(f"There is no visit number {visit_id}. See the numbers with: clubhouse visits list")
    return visit


def checked_times(house: House, in_at: datetime, out_at: datetime | None) -> tuple[datetime, datetime | None]:
    """Both in the house's time zone. Raises `BadInput` for times that no visit can have."""
    try:
        start, end, now = house.local(in_at), out_at and house.local(out_at), house.now()
    except OverflowError:  # at either end of the calendar
        raise BadInput("That date cannot be. Check the year.") from None
    if start > now or (end and end > now):
        raise BadInput("That time has not come yet. Check the date and the time.")
    if end and end < start:
        raise BadInput(f"{end:%H:%M} is before {start:%H:%M}. The time of leaving comes after the time of coming.")
    if end and end - start > timedelta(hours=LONGEST_HOURS):
        raise BadInput(f"That is longer than {LONGEST_HOURS} hours. Check the dates.")
    if end is None and start.date() != now.date():
        raise BadInput("A visit of an earlier day needs a time of leaving.")
    return start, end


def _refuse_overlap(house: House, person_id: int, start: datetime, end: datetime | None, besides: int) -> None:
    for other in db.visits.overlapping(house.store, person_id, start, end or house.now(), besides):
        since, until = house.local(other.in_at), other.out_at and house.local(other.out_at)
        raise BadInput(
            f"There is a visit at that time already: number {other.id}, {since:%Y-%m-%d %H:%M}"
            f" to {f'{until:%H:%M}' if until else 'now'}. Correct that one instead."
        )
    open_visit = db.visits.open_of(house.store, person_id)
    if end is None and open_visit and open_visit.id != besides:
        raise BadInput("This person is signed in already.")
