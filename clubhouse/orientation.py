"""Orientation: getting to know the house with a buddy, step by step, as fast as one likes.

The steps are a setting. No step is a condition for anything [std 3].
"""

from dataclasses import dataclass
from datetime import date

import db.orientation
import db.people
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.names import full_name
from clubhouse.own import get_person, require_own
from clubhouse.permissions import Permission, require
from db.orientation import NewOrientation, Orientation


@dataclass(frozen=True)
class OrientationStep:
    """One line of the checklist."""

    step: str
    done_on: date | None


@dataclass(frozen=True)
class Checklist:
    """Somebody's way into the house."""

    orientation: Orientation
    name: str
    """Of the person, first and last."""
    buddy: str
    """First and last name; empty while there is none."""
    steps: tuple[OrientationStep, ...]
    """In the order of the setting; then done ones that the house no longer has."""

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(each.done_on is not None for each in self.steps)


def begin_orientation(house: House, actor: str, person_id: int, buddy_id: int | None = None) -> Checklist:
    """Somebody gets to know the house. Raises `Overtaken` when that goes on already."""
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        person, going_on = get_person(house, person_id), db.orientation.of_person(house.store, person_id)
        if going_on and going_on.ended_on is None:
            raise Overtaken(f"The orientation of {full_name(person)} goes on already.")
        _check_buddy(house, person_id, buddy_id)
        made = db.orientation.begin(house.store, NewOrientation(person_id, buddy_id, house.today()))
        audit.record(house, actor, "begin_orientation", f"orientation {made.id}", None, made)
        return _checklist(house, made)


def see_orientation(house: House, actor: str, person_id: int) -> Checklist | None:
    """The person's checklist; None for somebody who never had one. Raises `NotAllowed`."""
    with house.store.snapshot():
        require_own(house, actor, person_id, Permission.GREETER)
        found = db.orientation.of_person(house.store, person_id)
        return _checklist(house, found) if found else None


def list_orientations(house: House, actor: str) -> list[Checklist]:
    """All that go on, the newest first. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.GREETER)
        return [_checklist(house, each.orientation) for each in db.orientation.under_way(house.store)]


def set_buddy(house: House, actor: str, person_id: int, buddy_id: int | None) -> Checklist:
    """Who goes along from now on; None for nobody yet. Raises `NotFound` without an orientation."""
    with house.store.transaction():
        require(house, actor, Permission.GREETER)
        was = _going_on(house, person_id)
        _check_buddy(house, person_id, buddy_id)
        db.orientation.set_buddy(house.store, was.id, buddy_id)
        return _written(house, actor, "set_buddy", was)


def tick_step(house: House, actor: str, person_id: int, step: str) -> Checklist:
    """A step is done; ticking it twice is ticking it once. The buddy may do so too. Raises `BadInput`."""
    with house.store.transaction():
        was = _going_on(house, person_id)
        by_id = _require_along(house, actor, was)
        if step not in house.settings().orientation_steps:
            known = ", ".join(house.settings().orientation_steps)
            raise BadInput(f"There is no step {step!r}. There are: {known}.")
        if db.orientation.tick(house.store, was.id, step, house.today(), by_id):
            audit.record(house, actor, "tick_step", f"orientation {was.id}", None, step)
        return _checklist(house, was)


def untick_step(house: House, actor: str, person_id: int, step: str) -> Checklist:
    """A step is not done after all. Raises `Overtaken` when it was not."""
    with house.store.transaction():
        was = _going_on(house, person_id)
        _require_along(house, actor, was)
        if not db.orientation.untick(house.store, was.id, step, house.clock()):
            raise Overtaken("That step is open already.")
        audit.record(house, actor, "untick_step", f"orientation {was.id}", step, None)
        return _checklist(house, was)


def end_orientation(house: House, actor: str, person_id: int) -> Checklist:
    """The person knows the house, whatever steps were taken. Raises `NotFound` without an orientation."""
    with house.store.transaction():
        require_own(house, actor, person_id, Permission.GREETER)
        was = _going_on(house, person_id)
        db.orientation.end(house.store, was.id, house.today())
        return _written(house, actor, "end_orientation", was)


def _require_along(house: House, actor: str, orientation: Orientation) -> int | None:
    buddy = db.people.get(house.store, orientation.buddy_id) if orientation.buddy_id else None
    if buddy and actor.casefold() == buddy.code.casefold():
        return buddy.id
    return require_own(house, actor, orientation.person_id, Permission.GREETER)


def _check_buddy(house: House, person_id: int, buddy_id: int | None) -> None:
    if buddy_id is not None and get_person(house, buddy_id).id == person_id:
        raise BadInput("A buddy is somebody else. Choose another person.")


def _going_on(house: House, person_id: int) -> Orientation:
    found = db.orientation.of_person(house.store, person_id)
    if found is None or found.ended_on is not None:
        raise NotFound(f"There is no orientation of {full_name(get_person(house, person_id))} that goes on.")
    return found


def _written(house: House, actor: str, action: str, was: Orientation) -> Checklist:
    now = db.orientation.of_person(house.store, was.person_id)
    assert now is not None
    audit.record(house, actor, action, f"orientation {was.id}", was, now)
    return _checklist(house, now)


def _checklist(house: House, orientation: Orientation) -> Checklist:
    done = db.orientation.steps(house.store, orientation.id)
    person, buddy = (
        db.people.get(house.store, id_) if id_ else None for id_ in (orientation.person_id, orientation.buddy_id)
    )
    steps = dict.fromkeys([*house.settings().orientation_steps, *done])
    return Checklist(
        orientation,
        full_name(person) if person else "",
        full_name(buddy) if buddy else "",
        tuple(OrientationStep(step, done.get(step)) for step in steps),
    )
