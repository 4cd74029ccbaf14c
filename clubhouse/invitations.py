"""Inviting somebody to help: a seat is held until they say yes or *not today*.

An invitation is a question between two people. It stands in no audit log, and *not today* takes it away
without a trace [std 3].
"""

from datetime import date

import db.sign_ups
from clubhouse import units
from clubhouse.errors import BadInput, Overtaken
from clubhouse.helping import check_task, find_seat, join_unit, open_part, person_on_file
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from clubhouse.tasks import task_still_in
from db.people import Kind
from db.sign_ups import NewSignUp, SignUp, State


def invite(
    house: House, actor: str, person_id: int, unit_id: int, part_id: int, task_id: int | None = None
) -> SignUp:
    """Hold a seat for somebody and ask them at their next scan; a second invitation takes the place of the first.

    Raises `NoSeat`, `Overtaken` when they help there already, `BadInput` for staff, who are assigned.
    """
    with house.store.transaction():
        by_id = require(house, actor, Permission.BOARD)
        person, unit = person_on_file(house, person_id), units.get_unit(house, unit_id)
        if person.kind is Kind.STAFF:
            raise BadInput("Staff are put on the board; everybody else is invited.")
        now, part, mine = open_part(house, person, part_id)
        check_task(house, task_id, unit)
        for each in mine:
            if each.state is State.INVITED:
                db.sign_ups.forget_invitation(house.store, each.id)
            elif each.unit_id == unit_id:
                raise Overtaken("This person helps there already.")
        find_seat(house, unit, part, now)
        wanted = NewSignUp(person_id, now.date(), part_id, State.INVITED, unit_id, task_id, by_id)
        return db.sign_ups.add(house.store, wanted, now)


def accept_invitation(house: House, person_id: int, part_id: int) -> SignUp:
    """Yes: the person helps there. Raises `Overtaken` when the invitation is gone."""
    with house.store.transaction():
        asked = _waiting(house, person_id, part_id)
        task_id = task_still_in(house, asked.task_id, asked.unit_id)
        return join_unit(house, person_id, asked.unit_id or 0, part_id, task_id)


def decline_invitation(house: House, person_id: int, part_id: int) -> None:
    """Not today: the seat is free again, and nothing is left behind. Raises `Overtaken` when it is gone already."""
    with house.store.transaction():
        db.sign_ups.forget_invitation(house.store, _waiting(house, person_id, part_id).id)


def withdraw_invitation(house: House, actor: str, person_id: int, part_id: int) -> None:
    """Staff take an invitation back. Raises `Overtaken` when it is gone already."""
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        db.sign_ups.forget_invitation(house.store, _waiting(house, person_id, part_id).id)


def are_held(house: House, before: date) -> bool:
    """Whether there are invitations of the days before `before` that nobody has answered."""
    return bool(db.sign_ups.invitations_before(house.store, before))


def free_held_seats(house: House, before: date) -> None:
    """Forget the invitations of the days before `before` that nobody has answered."""
    for asked in db.sign_ups.invitations_before(house.store, before):
        db.sign_ups.forget_invitation(house.store, asked.id)


def _waiting(house: House, person_id: int, part_id: int) -> SignUp:
    today = house.today()
    for each in db.sign_ups.of_person(house.store, person_id, today):
        if each.part_id == part_id and each.state is State.INVITED:
            return each
    raise Overtaken("That question is settled already.")
