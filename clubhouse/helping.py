"""Choosing where to help: everything is a person's own choice, and can be changed or left [std 3]."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import db.people
import db.sign_ups
import db.units
from clubhouse import audit, units
from clubhouse.board import free_of
from clubhouse.days import open_parts, plan_of
from clubhouse.errors import NotFound, Overtaken, Refused
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from clubhouse.tasks import get_task, task_still_in
from db.days import Part
from db.people import Person
from db.sign_ups import NewSignUp, SignUp, State
from db.units import Unit

__all__ = ["SignUp", "State"]


class NoSeat(Refused):
    """The last seat was taken; `wanting` are the names of the units that still want hands."""

    def __init__(self, unit: str, wanting: tuple[str, ...]) -> None:
        """`unit` is the one that is full."""
        self.unit, self.wanting = unit, wanting
        others = f" There is room in: {', '.join(wanting)}." if wanting else ""
        super().__init__(f"All seats in {unit} are taken now.{others}")


def join_unit(house: House, person_id: int, unit_id: int, part_id: int, task_id: int | None = None) -> SignUp:
    """The person helps there, and nowhere else in that part; who is there already keeps their task.

    Raises `NoSeat`, `Overtaken`, `NotFound`.
    """
    with house.store.transaction():
        person = person_on_file(house, person_id)
        return _join(house, person.code, person, unit_id, part_id, task_id, by_id=None)


def put_on_board(
    house: House, actor: str, person_id: int, unit_id: int, part_id: int, task_id: int | None = None
) -> SignUp:
    """Write down what somebody asked for, or assign one of the staff. Raises as `join_unit` does."""
    with house.store.transaction():
        by_id = require(house, actor, Permission.BOARD)
        return _join(house, actor, person_on_file(house, person_id), unit_id, part_id, task_id, by_id)


def _join(
    house: House, actor: str, person: Person, unit_id: int, part_id: int, task_id: int | None, by_id: int | None
) -> SignUp:
    now, part, mine = open_part(house, person, part_id)
    unit = units.get_unit(house, unit_id)
    check_task(house, task_id, unit)
    place = next((each for each in mine if each.state is not State.INVITED), None)
    if place and place.unit_id == unit_id:
        return _take_task(house, actor, place, task_id or place.task_id)
    held = next((each for each in mine if each.state is State.INVITED and each.unit_id == unit_id), None)
    if held is None:
        find_seat(house, unit, part, now)
    if place:
        db.sign_ups.end(house.store, place.id, now)
    wanted = NewSignUp(person.id, now.date(), part_id, State.JOINED, unit_id, task_id, by_id)
    joined = (
        db.sign_ups.accept(house.store, held.id, wanted, now) if held else db.sign_ups.add(house.store, wanted, now)
    )
    audit.record(house, actor, "join_unit", f"sign-up {joined.id}", place, joined)
    return joined


def open_part(house: House, person: Person, part_id: int) -> tuple[datetime, Part, list[SignUp]]:
    """The moment, the part, and what the person has in it. Raises `Overtaken` when the part is over."""
    now = house.now()
    part = next((each for each in open_parts(plan_of(house, now.date()), now) if each.id == part_id), None)
    if part is None:
        raise Overtaken("That part of the day is over. Please choose again.")
    mine = [each for each in db.sign_ups.of_person(house.store, person.id, now.date()) if each.part_id == part_id]
    return now, part, mine


def check_task(house: House, task_id: int | None, unit: Unit) -> None:
    """Raise `Overtaken` when the unit rests, `NotFound` when the task is not (any more) one of the unit."""
    if unit.resting_since is not None:
        raise Overtaken(f"{unit.name} rests at the moment. Please choose another unit.")
    if task_id is not None and get_task(house, task_id).unit_id != unit.id:
        raise NotFound("That task is in another unit now. Please look again.")


def find_seat(house: House, unit: Unit, part: Part, now: datetime) -> None:
    """Raise `NoSeat` when the unit is full."""
    seats = db.units.seats(house.store, part.id)
    if _free_now(house, unit, part, now, seats) != 0:
        return
    wanting = [
        other.name
        for other in db.units.every(house.store)
        if other.resting_since is None and _free_now(house, other, part, now, seats) != 0
    ]
    raise NoSeat(unit.name, tuple(wanting))


def _free_now(house: House, unit: Unit, part: Part, now: datetime, seats: dict[int, int | None]) -> int | None:
    return free_of(seats.get(unit.id), db.sign_ups.count(house.store, now.date(), part.id, unit.id))


def take_task(house: House, person_id: int, part_id: int, task_id: int | None) -> SignUp:
    """Help with a task of one's unit, or with None with whatever comes. Raises `Overtaken`, `NotFound`."""
    with house.store.transaction():
        person = person_on_file(house, person_id)
        _, _, mine = open_part(house, person, part_id)
        place = next((each for each in mine if each.state is State.JOINED), None)
        if place is None:
            raise Overtaken("Please choose a unit first.")
        check_task(house, task_id, units.get_unit(house, place.unit_id or 0))
        return _take_task(house, person.code, place, task_id)


def _take_task(house: House, actor: str, place: SignUp, task_id: int | None) -> SignUp:
    now = replace(place, task_id=task_id)
    if now != place:
        db.sign_ups.take_task(house.store, place.id, task_id)
        audit.record(house, actor, "take_task", f"sign-up {place.id}", place, now)
    return now


def leave_unit(house: House, person_id: int, part_id: int) -> None:
    """The person does not help there after all. Raises `Overtaken` when they did not."""
    with house.store.transaction():
        person = person_on_file(house, person_id)
        _leave(house, person.code, person, part_id)


def _leave(house: House, actor: str, person: Person, part_id: int) -> None:
    now, _, mine = open_part(house, person, part_id)
    places = [each for each in mine if each.state is not State.INVITED]
    if not places:
        raise Overtaken("This name is on no list for that part of the day.")
    _end(house, actor, "leave_unit", places, now)


def take_off(house: House, actor: str, person_id: int, part_id: int) -> None:
    """Write down that somebody does not help in that part after all. Raises `Overtaken` when they did not."""
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        _leave(house, actor, person_on_file(house, person_id), part_id)


def visit_only(house: House, person_id: int) -> None:
    """Just visiting today: as good an answer as any other, for all that is left of the day."""
    with house.store.transaction():
        person = person_on_file(house, person_id)
        now = house.now()
        for part in open_parts(plan_of(house, now.date()), now):
            _, _, mine = open_part(house, person, part.id)
            places = [each for each in mine if each.state is not State.INVITED]
            if any(each.state is State.VISITING for each in places):
                continue
            _end(house, person.code, "leave_unit", places, now)
            _visit(house, person, part.id, now)


def _visit(house: House, person: Person, part_id: int, now: datetime) -> None:
    wanted = NewSignUp(person.id, now.date(), part_id, State.VISITING, None, None, None)
    made = db.sign_ups.add(house.store, wanted, now)
    audit.record(house, person.code, "visit_only", f"sign-up {made.id}", None, made)


def leave_all(house: House, person: Person, at: datetime) -> None:
    """Who leaves the house gives the seats of what is left of the day to others."""
    open_now = {part.id for part in open_parts(plan_of(house, at.date()), at)}
    mine = db.sign_ups.of_person(house.store, person.id, at.date())
    places = [each for each in mine if each.part_id in open_now and each.state is not State.INVITED]
    _end(house, person.code, "leave_unit", places, at)


def come_back(house: House, person: Person, left_at: datetime) -> None:
    """Take back that somebody left the house at `left_at`: they help again where a seat is still free."""
    day = house.local(left_at).date()
    if day != house.today():
        return
    # The last first: of two places in one part, the earlier was left for the later in that very second.
    for place in reversed(db.sign_ups.ended_at(house.store, person.id, day, left_at)):
        with suppress(Refused):  # before anything is written
            _take_again(house, person, place)


def _take_again(house: House, person: Person, place: SignUp) -> None:
    now, _, mine = open_part(house, person, place.part_id)
    if any(each.state is not State.INVITED for each in mine):
        return
    if place.unit_id is None:
        _visit(house, person, place.part_id, now)
    else:
        task_id = task_still_in(house, place.task_id, place.unit_id)
        _join(house, person.code, person, place.unit_id, place.part_id, task_id, place.by_id)


def _end(house: House, actor: str, action: str, places: list[SignUp], at: datetime) -> None:
    for place in places:
        db.sign_ups.end(house.store, place.id, at)
        audit.record(house, actor, action, f"sign-up {place.id}", place, None)


def person_on_file(house: House, person_id: int) -> Person:
    """The person with that id, or whose entry was merged into that person's. Raises `NotFound`."""
    person = db.people.entry_kept(house.store, person_id)
    if person is None:
        raise NotFound("That name is not on file any more. Please look again.")
    return person
