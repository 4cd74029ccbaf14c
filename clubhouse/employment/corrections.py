"""Setting hours right: one's own until they are confirmed, and by staff with a reason.

Nothing is written over: a change is a new row, and the one before it stays on file with what it said.
"""

from dataclasses import replace

import db.work_days
from clubhouse import audit
from clubhouse.employment.privacy import keeps, note_look, own_or_keeper
from clubhouse.employment.stretches import Stretch
from clubhouse.employment.writing import (
    add_row,
    ask_about_overlaps,
    check_day,
    check_length,
    check_unsettled,
    get_hours,
    owns,
)
from clubhouse.errors import BadInput, Overtaken
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.permissions import NotAllowed, Permission, require
from db.work_days import NewWork, What, Work, WorkState


def change_hours(house: House, actor: str, work_id: int, stretch: Stretch, *, sure: bool = False) -> Work:
    """Set one's own hours right, as long as they are not confirmed nor their month reported.

    Raises `Settled`, `HoursOverlap` unless `sure`, `BadInput`, `NotFound`, `NotAllowed` for those of others.
    """
    with house.store.transaction():
        was = _own(house, actor, work_id)
        return _replace(house, actor, "change_hours", was, stretch, WorkState.LOGGED, sure)


def take_back_change(house: House, actor: str, work_id: int, *, sure: bool = False) -> Work:
    """Take a change of one's own hours back: what stood there before counts again, in a row of its own.

    Raises `Overtaken` for hours that were never changed, and otherwise as `change_hours` does.
    """
    with house.store.transaction():
        was = _own(house, actor, work_id)
        earlier = db.work_days.replaced_by(house.store, work_id)
        if not earlier:
            raise Overtaken("These hours were never changed. Please look again.")
        to = _with(was, Stretch(earlier[-1].starts_at, earlier[-1].minutes))
        # Neither the day nor the steps are looked at: so it stood there.
        ask_about_overlaps(house, to, was.id, sure)
        return add_row(house, actor, "take_back_change", to, was=was)


def correct_hours(
    house: House, actor: str, work_id: int, stretch: Stretch, reason: str, *, sure: bool = False
) -> Work:
    """Staff set hours right, confirmed and reported ones too; they stay confirmed.

    Raises `BadInput` without a reason, `HoursOverlap` unless `sure`, `NotFound`, `NotAllowed`.
    """
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        if not clean(reason):
            raise BadInput("A correction needs a reason, such as: time sheet of the employer.")
        was = get_hours(house, work_id)
        if was.what is What.CLOSED:
            raise BadInput("The employer was closed that day. Take that away first, then write the hours down.")
        return _replace(house, actor, "correct_hours", was, stretch, was.state, sure, clean(reason))


def remove_hours(house: House, actor: str, work_id: int, reason: str = "") -> None:
    """The row counts no more: one's own as long as it is not confirmed; staff any, with a reason.

    Raises `Settled`, `BadInput` without a reason, `NotFound`, `NotAllowed`.
    """
    with house.store.transaction():
        was = get_hours(house, work_id)
        own = owns(house, actor, was)
        if not own:
            require(house, actor, Permission.EMPLOYMENT)
        if own and not keeps(house, actor):
            check_unsettled(house, was)
        elif not clean(reason) and not (own and was.state is WorkState.LOGGED):
            raise BadInput("Taking hours away needs a reason, such as: written twice.")
        db.work_days.end(house.store, work_id, house.clock(), None)
        audit.record(house, actor, "remove_hours", f"work day {work_id}", was, None, clean(reason))


def earlier_of(house: House, actor: str, work_id: int, *, again: bool = False) -> list[Work]:
    """What stood in the place of a row before, the last first. Raises `NotFound`, `NotAllowed`."""
    with house.store.snapshot():
        work = get_hours(house, work_id)
        own = own_or_keeper(house, actor, work.person_id)
    if not own:
        note_look(house, actor, f"work day {work_id}", again)
    with house.store.snapshot():
        found: list[Work] = db.work_days.replaced_by(house.store, work_id)
        for each in found:  # grows meanwhile: behind each stands what it had replaced
            found.extend(db.work_days.replaced_by(house.store, each.id))
    return found


def _own(house: House, actor: str, work_id: int) -> Work:
    """The row, which its person can still change."""
    work = get_hours(house, work_id)
    if work.what is What.CLOSED or not owns(house, actor, work):
        raise NotAllowed("These are hours of somebody else. Staff set them right, with a reason.")
    check_unsettled(house, work)
    return work


def _with(work: Work, stretch: Stretch) -> NewWork:
    """The same work, at another time."""
    fields = {name: getattr(work, name) for name in NewWork.__dataclass_fields__}
    return replace(NewWork(**fields), starts_at=stretch.starts_at, minutes=stretch.minutes)


def _replace(
    house: House, actor: str, action: str, was: Work, stretch: Stretch, state: WorkState, sure: bool, reason: str = ""
) -> Work:
    to = _with(was, stretch)
    limited = not keeps(house, actor)
    check_day(house, to, limited=limited)
    check_length(house, to, limited=limited)
    ask_about_overlaps(house, to, was.id, sure)
    return add_row(house, actor, action, to, state=state, was=was, reason=reason)
