"""The board as it is seen: who is named how, which hands are wanted, and what one person can still choose."""

from datetime import date

import pytest

from clubhouse import days, tasks, units
from clubhouse.attendance import sign_in_by_name
from clubhouse.audit import COMMAND_LINE
from clubhouse.board import my_day, see_board
from clubhouse.days import DayKind
from clubhouse.helping import join_unit, leave_unit, visit_only
from clubhouse.house import House
from clubhouse.invitations import invite
from clubhouse.people import Kind, Person, ShownAs
from clubhouse.tasks import NewTask
from clubhouse.units import Unit
from tests.boards import AFTERNOON, MORNING, add_task, add_unit, on_board, part_of
from tests.houses import SetClock, add


def test_members_and_staff_stand_in_one_list_as_each_chose_to_be_shown(house: House, culinary: Unit) -> None:
    people = [
        add(house, "Rosa", "Alvarez"),
        add(house, "Sam", "Lee", Kind.STAFF),
        add(house, "Bartholomew", "Okafor", nickname="Bart", shown_as=ShownAs.NICKNAME),
        add(house, "Ines", "Costa", shown_as=ShownAs.INITIALS),
        add(house, "Hidden", "Person", shown_as=ShownAs.HIDDEN),
        add(house, "Vic", "", Kind.VOLUNTEER),
    ]
    for person in people:
        join_unit(house, person.id, culinary.id, MORNING)
    helpers = on_board(house, culinary).helpers
    assert [each.shown for each in helpers] == ["Rosa A.", "Sam L.", "Bart", "I. C.", "", "Vic"]
    assert [each.person_id for each in helpers] == [person.id for person in people]
    assert "Hidden" not in repr(see_board(house))


def test_a_leader_who_stays_unnamed_is_not_named(house: House, culinary: Unit) -> None:
    hidden = add(house, "Hidden", "Person", Kind.STAFF, shown_as=ShownAs.HIDDEN)
    part = part_of(house, MORNING)
    units.assign_lead(house, COMMAND_LINE, culinary.id, part, hidden, weekday=1, day=None)
    assert on_board(house, culinary).leaders == ("",)


def test_the_invited_and_those_just_visiting_are_not_on_the_board(
    house: House, rosa: Person, culinary: Unit, clerical: Unit
) -> None:
    ben = add(house, "Ben")
    invite(house, COMMAND_LINE, rosa.id, clerical.id, MORNING)
    visit_only(house, ben.id)
    seen = on_board(house, clerical)
    assert (seen.helpers, seen.free, seen.full) == ((), 0, True)
    assert not any(unit.helpers for unit in see_board(house).units)


def test_the_home_unit_comes_first_and_the_others_in_their_order(
    house: House, culinary: Unit, clerical: Unit
) -> None:
    wellness = add_unit(house, "Wellness")
    orders = {
        home: [each.unit.name for each in see_board(house, home_unit_id=home).units]
        for home in (None, culinary.id, wellness.id, 99)
    }
    plain = ["Culinary", "Clerical", "Wellness"]
    assert orders == {None: plain, culinary.id: plain, wellness.id: ["Wellness", "Culinary", "Clerical"], 99: plain}


def test_a_resting_unit_is_left_out_with_its_people_and_tasks(house: House, rosa: Person, culinary: Unit) -> None:
    add_task(house, culinary)
    join_unit(house, rosa.id, culinary.id, MORNING)
    units.rest_unit(house, COMMAND_LINE, culinary.id)
    assert see_board(house).units == ()
    wellness = add_unit(house, "Wellness")
    assert [each.unit for each in see_board(house, home_unit_id=culinary.id).units] == [wellness]


def test_a_task_on_the_board_carries_its_how_to(house: House, culinary: Unit) -> None:
    wanted = NewTask(
        culinary.id, MORNING, "Menu", "Ask who eats what.\nWrite it down.", "writing", 2, house.today(), ""
    )
    tasks.add_task(house, COMMAND_LINE, wanted)
    (needed,) = on_board(house, culinary).needed
    assert (needed.task.how_to, needed.task.skills, needed.task.hands) == (wanted.how_to, "writing", 2)


def test_whose_task_ended_or_moved_still_helps_in_the_unit(
    house: House, rosa: Person, culinary: Unit, clerical: Unit
) -> None:
    dishes = add_task(house, culinary)
    join_unit(house, rosa.id, culinary.id, MORNING, dishes.id)
    assert [each.task_id for each in on_board(house, culinary).helpers] == [dishes.id]
    tasks.end_task(house, COMMAND_LINE, dishes.id)
    assert [(each.person_id, each.task_id) for each in on_board(house, culinary).helpers] == [(rosa.id, None)]


def test_a_done_task_keeps_its_helper(house: House, rosa: Person, culinary: Unit) -> None:
    dishes = add_task(house, culinary)
    join_unit(house, rosa.id, culinary.id, MORNING, dishes.id)
    tasks.tick_task(house, rosa.code, dishes.id, rosa)
    assert [each.task_id for each in on_board(house, culinary).helpers] == [dishes.id]


@pytest.mark.parametrize(
    ("time", "expected"),
    [("08:47", "morning"), ("12:00", None), ("13:00", "afternoon"), ("16:00", None)],
)
def test_the_board_is_of_the_part_that_is_offered(
    house: House, culinary: Unit, clock: SetClock, time: str, expected: str | None
) -> None:
    clock.set(f"2026-11-23 {time}")
    seen = see_board(house)
    assert (seen.part.name if seen.part else None) == expected
    assert len(seen.units) == (1 if expected else 0)
    assert see_board(house, MORNING).part == part_of(house, MORNING)


def test_the_board_of_another_day_shows_that_day(house: House, rosa: Person, culinary: Unit, clock: SetClock) -> None:
    join_unit(house, rosa.id, culinary.id, MORNING)
    clock.forward(days=1)
    seen = see_board(house, MORNING, date(2026, 11, 23))
    assert [each.shown for each in seen.units[0].helpers] == ["Rosa A."]
    assert see_board(house, MORNING).units[0].helpers == ()
    days.set_day(house, COMMAND_LINE, date(2026, 11, 26), DayKind.CLOSED, "Thanksgiving")
    closed = see_board(house, MORNING, date(2026, 11, 26))
    assert (closed.part, closed.units, closed.plan.note) == (None, (), "Thanksgiving")


def test_what_one_person_chose_and_can_still_choose(
    house: House, rosa: Person, culinary: Unit, clock: SetClock
) -> None:
    dishes = add_task(house, culinary)
    join_unit(house, rosa.id, culinary.id, MORNING, dishes.id)
    seen = my_day(house, rosa)
    assert [(mine.unit, mine.task_id) for mine in seen.parts] == [(culinary, dishes.id), (None, None)]
    assert seen.offered == part_of(house, MORNING)
    assert seen.of(part_of(house, MORNING)) == seen.parts[0]
    clock.set("2026-11-23 12:00")
    later = my_day(house, rosa)
    assert ([mine.part.name for mine in later.parts], later.offered) == (["afternoon"], None)
    assert later.of(part_of(house, MORNING)) is None
    clock.set("2026-11-23 16:00")
    assert my_day(house, rosa).parts == ()


def test_who_left_a_place_has_chosen_nothing(house: House, rosa: Person, culinary: Unit) -> None:
    join_unit(house, rosa.id, culinary.id, MORNING)
    leave_unit(house, rosa.id, MORNING)
    assert my_day(house, rosa).parts[0].unit is None


@pytest.mark.parametrize("resting", [False, True])
def test_a_house_without_a_unit_awake_asks_nothing(house: House, resting: bool) -> None:
    if resting:
        units.rest_unit(house, COMMAND_LINE, add_unit(house).id)
    answer = sign_in_by_name(house, add(house).id)
    assert answer.my_day is not None
    assert (answer.my_day.parts, answer.my_day.offered, answer.my_day.invitation) == ((), None, None)
    assert see_board(house).units == ()


@pytest.mark.parametrize("day", ["2026-11-28", "2026-11-29"])
def test_on_a_day_that_is_not_work_ordered_nothing_is_asked(
    house: House, culinary: Unit, clock: SetClock, day: str
) -> None:
    clock.set(f"{day} 10:00")
    answer = sign_in_by_name(house, add(house).id)
    assert answer.my_day is not None
    assert (answer.my_day.parts, answer.my_day.offered) == ((), None)
    assert see_board(house).part is None


def test_a_house_with_one_part_and_one_unit(house: House, rosa: Person, culinary: Unit, clock: SetClock) -> None:
    days.end_part(house, COMMAND_LINE, MORNING)
    clock.set("2026-11-23 08:30")
    assert my_day(house, rosa).offered == part_of(house, AFTERNOON)
    join_unit(house, rosa.id, culinary.id, AFTERNOON)
    assert [each.shown for each in see_board(house).units[0].helpers] == ["Rosa A."]
