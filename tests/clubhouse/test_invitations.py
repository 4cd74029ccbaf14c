"""Invitations: a held seat and a question; *not today* leaves nothing behind, and neither does the end of the day."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from clubhouse import tasks, units
from clubhouse.attendance import scan, sign_in_by_name, sign_out
from clubhouse.audit import COMMAND_LINE
from clubhouse.board import Invitation, my_day
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.helping import NoSeat, State, join_unit, visit_only
from clubhouse.house import House
from clubhouse.invitations import (
    accept_invitation,
    are_held,
    decline_invitation,
    invite,
    withdraw_invitation,
)
from clubhouse.people import Kind, Person, ShownAs
from clubhouse.units import Unit
from clubhouse.visits import close_days
from db.soundness import problems
from tests.boards import AFTERNOON, MORNING, add_task, add_unit, on_board, part_of, places_on_disk, set_seats
from tests.houses import SetClock, add, add_with_card, on_disk


@pytest.fixture
def rosa(house: House) -> Person:
    """A member."""
    return add(house)


@pytest.fixture
def ana(house: House) -> Person:
    """One of the staff, who invites."""
    return add(house, "Ana", "Lee", Kind.STAFF)


@pytest.fixture
def unit(house: House) -> Unit:
    """A unit with two seats in each part."""
    return add_unit(house, seats=2)


def asked(house: House, person: Person) -> Invitation | None:
    """What the person would be asked now."""
    return my_day(house, person).invitation


def content(house: House) -> list[str]:
    """Everything in the file but the sequence of its numbers, as another program reads it."""
    with closing(sqlite3.connect(house.store.path)) as connection:
        return list(connection.iterdump())


def test_the_next_scan_asks_and_says_who_and_what(house: House, ana: Person, unit: Unit) -> None:
    rosa, code = add_with_card(house)
    lunch = add_task(house, unit, "Lunch prep", part=AFTERNOON)
    invite(house, ana.code, rosa.id, unit.id, AFTERNOON, lunch.id)
    answer = scan(house, code)
    assert answer.my_day is not None
    assert answer.my_day.invitation == Invitation(part_of(house, AFTERNOON), unit, "Lunch prep", "Ana")


def test_of_two_questions_the_earlier_part_comes_first(house: House, rosa: Person, ana: Person, unit: Unit) -> None:
    for part in (AFTERNOON, MORNING):
        invite(house, ana.code, rosa.id, unit.id, part)
    for name in ("morning", "afternoon"):
        question = asked(house, rosa)
        assert question is not None
        assert question.part.name == name
        decline_invitation(house, rosa.id, question.part.id)
    assert asked(house, rosa) is None


def test_who_stays_unnamed_or_uses_the_command_line_asks_without_a_name(
    house: House, rosa: Person, unit: Unit
) -> None:
    hidden = add(house, "Sam", kind=Kind.STAFF, shown_as=ShownAs.HIDDEN)
    for actor in (hidden.code, COMMAND_LINE):
        invite(house, actor, rosa.id, unit.id, MORNING)
        question = asked(house, rosa)
        assert question is not None
        assert (question.by, question.task) == ("", "")


def test_the_seat_is_held_and_the_person_is_not_shown(house: House, rosa: Person, ana: Person, unit: Unit) -> None:
    set_seats(house, unit, 1)
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    assert (on_board(house, unit).free, on_board(house, unit).helpers) == (0, ())
    with pytest.raises(NoSeat):
        join_unit(house, ana.id, unit.id, MORNING)
    with pytest.raises(NoSeat):
        invite(house, ana.code, add(house, "Ben").id, unit.id, MORNING)


def test_yes_takes_the_held_seat_as_if_chosen_alone(house: House, rosa: Person, ana: Person, unit: Unit) -> None:
    dishes = add_task(house, unit)
    set_seats(house, unit, 1)
    invite(house, ana.code, rosa.id, unit.id, MORNING, dishes.id)
    joined = accept_invitation(house, rosa.id, MORNING)
    assert (joined.state, joined.by_id) == (State.JOINED, None)
    assert on_disk(house.store.path, "SELECT state, by_id, task_id FROM sign_ups") == [("joined", None, dishes.id)]
    assert [each.shown for each in on_board(house, unit).helpers] == ["Rosa A."]
    assert on_disk(house.store.path, "SELECT actor, was FROM audit ORDER BY id DESC LIMIT 1") == [(rosa.code, None)]


def test_yes_is_kept_where_seats_were_made_fewer_meanwhile(
    house: House, rosa: Person, ana: Person, unit: Unit
) -> None:
    join_unit(house, ana.id, unit.id, MORNING)
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    set_seats(house, unit, 0)
    assert accept_invitation(house, rosa.id, MORNING).state is State.JOINED
    assert (len(on_board(house, unit).helpers), on_board(house, unit).free) == (2, 0)


def test_yes_moves_whoever_helps_elsewhere_or_just_visits(
    house: House, rosa: Person, ana: Person, unit: Unit
) -> None:
    other = add_unit(house, "Clerical")
    join_unit(house, rosa.id, other.id, MORNING)
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    accept_invitation(house, rosa.id, MORNING)
    assert [place[2:4] for place in places_on_disk(house)] == [("joined", unit.id)]
    visit_only(house, rosa.id)
    invite(house, ana.code, rosa.id, unit.id, AFTERNOON)
    accept_invitation(house, rosa.id, AFTERNOON)
    assert [place[1:4] for place in places_on_disk(house)] == [
        (MORNING, "visiting", None),
        (AFTERNOON, "joined", unit.id),
    ]


def test_choosing_that_unit_oneself_is_a_yes(house: House, rosa: Person, ana: Person, unit: Unit) -> None:
    set_seats(house, unit, 1)
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    join_unit(house, rosa.id, unit.id, MORNING)
    assert ([place[2] for place in places_on_disk(house)], asked(house, rosa)) == (["joined"], None)


def test_choosing_another_unit_leaves_the_question_open(house: House, rosa: Person, ana: Person, unit: Unit) -> None:
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    join_unit(house, rosa.id, add_unit(house, "Clerical").id, MORNING)
    assert (asked(house, rosa) is not None, on_board(house, unit).free) == (True, 1)


@pytest.mark.parametrize("how", ["declined", "withdrawn", "forgotten"])
def test_not_today_leaves_no_trace_in_the_file(
    house: House, rosa: Person, ana: Person, unit: Unit, clock: SetClock, how: str
) -> None:
    before = content(house)
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    assert content(house) != before
    if how == "declined":
        decline_invitation(house, rosa.id, MORNING)
    elif how == "withdrawn":
        withdraw_invitation(house, ana.code, rosa.id, MORNING)
    else:
        clock.forward(days=1)
        close_days(house)
    assert content(house) == before


def test_a_settled_question_is_settled(house: House, rosa: Person, ana: Person, unit: Unit) -> None:
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    accept_invitation(house, rosa.id, MORNING)
    for part in (MORNING, AFTERNOON):
        with pytest.raises(Overtaken, match="settled"):
            accept_invitation(house, rosa.id, part)
        with pytest.raises(Overtaken, match="settled"):
            decline_invitation(house, rosa.id, part)
        with pytest.raises(Overtaken, match="settled"):
            withdraw_invitation(house, ana.code, rosa.id, part)
    assert [place[2] for place in places_on_disk(house)] == ["joined"]


def test_a_second_invitation_takes_the_place_of_the_first(
    house: House, rosa: Person, ana: Person, unit: Unit
) -> None:
    other = add_unit(house, "Clerical", seats=1)
    for target in (unit, other, other):
        invite(house, ana.code, rosa.id, target.id, MORNING)
    assert [place[3] for place in places_on_disk(house)] == [other.id]
    assert on_board(house, unit).free == 2


def test_an_invitation_without_a_seat_leaves_the_one_before(
    house: House, rosa: Person, ana: Person, unit: Unit
) -> None:
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    with pytest.raises(NoSeat):
        invite(house, ana.code, rosa.id, add_unit(house, "Clerical", seats=0).id, MORNING)
    assert [place[3] for place in places_on_disk(house)] == [unit.id]


def test_who_cannot_be_invited(house: House, rosa: Person, ana: Person, unit: Unit, clock: SetClock) -> None:
    with pytest.raises(BadInput, match="Staff are put on the board"):
        invite(house, ana.code, ana.id, unit.id, MORNING)
    with pytest.raises(NotFound, match="not on file"):
        invite(house, ana.code, 99, unit.id, MORNING)
    join_unit(house, rosa.id, unit.id, MORNING)
    with pytest.raises(Overtaken, match="helps there already"):
        invite(house, ana.code, rosa.id, unit.id, MORNING)
    units.rest_unit(house, COMMAND_LINE, unit.id)
    with pytest.raises(Overtaken, match="rests"):
        invite(house, ana.code, rosa.id, unit.id, AFTERNOON)
    clock.set("2026-11-23 16:00")
    with pytest.raises(Overtaken, match="is over"):
        invite(house, ana.code, rosa.id, unit.id, AFTERNOON)


def test_a_task_that_ended_or_moved_meanwhile_stops_no_scan_and_no_yes(house: House, ana: Person, unit: Unit) -> None:
    rosa, code = add_with_card(house)
    dishes = add_task(house, unit)
    invite(house, ana.code, rosa.id, unit.id, MORNING, dishes.id)
    tasks.end_task(house, COMMAND_LINE, dishes.id)
    answer = scan(house, code)
    assert answer.my_day is not None
    assert answer.my_day.invitation is not None
    assert answer.my_day.invitation.task == ""
    assert accept_invitation(house, rosa.id, MORNING).task_id is None


def test_a_unit_that_rests_meanwhile_asks_nobody(house: House, rosa: Person, ana: Person, unit: Unit) -> None:
    add_unit(house, "Clerical")
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    units.rest_unit(house, COMMAND_LINE, unit.id)
    assert asked(house, rosa) is None
    units.wake_unit(house, COMMAND_LINE, unit.id)
    assert asked(house, rosa) is not None


def test_a_part_that_is_over_asks_nobody(
    house: House, rosa: Person, ana: Person, unit: Unit, clock: SetClock
) -> None:
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    clock.set("2026-11-23 12:00")
    assert asked(house, rosa) is None
    with pytest.raises(Overtaken, match="is over"):
        accept_invitation(house, rosa.id, MORNING)


def test_signing_out_and_in_keeps_the_question(house: House, rosa: Person, ana: Person, unit: Unit) -> None:
    invite(house, ana.code, rosa.id, unit.id, MORNING)
    sign_in_by_name(house, rosa.id)
    sign_out(house, rosa.id)
    again = sign_in_by_name(house, rosa.id)
    assert again.my_day is not None
    assert again.my_day.invitation is not None


@pytest.mark.parametrize("days", [1, 5, 400])
def test_held_seats_are_freed_when_the_day_ends_also_when_the_kiosk_was_off(
    house: House, rosa: Person, ana: Person, unit: Unit, clock: SetClock, days: int
) -> None:
    for part in (MORNING, AFTERNOON):
        invite(house, ana.code, rosa.id, unit.id, part)
    join_unit(house, ana.id, unit.id, MORNING)
    assert not are_held(house, house.today())
    assert close_days(house) == []
    assert len(places_on_disk(house)) == 3
    clock.forward(days=days)
    assert are_held(house, house.today())
    assert (asked(house, rosa), close_days(house)) == (None, [])
    assert [place[:3] for place in places_on_disk(house)] == [(ana.id, MORNING, "joined")]
    assert not are_held(house, date(2030, 1, 1))
    assert problems(house.store) == []
