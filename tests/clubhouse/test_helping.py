"""Choosing where to help: one place in a part, changed and left at will, and a seat that nobody else gets."""

import pytest

from clubhouse import helping, tasks, units
from clubhouse.attendance import sign_in_by_name
from clubhouse.audit import COMMAND_LINE
from clubhouse.board import my_day
from clubhouse.errors import NotFound, Overtaken
from clubhouse.helping import NoSeat, State, join_unit, leave_unit, put_on_board, take_off, take_task, visit_only
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.units import Unit
from tests.boards import AFTERNOON, MORNING, add_task, add_unit, on_board, places_on_disk, set_seats
from tests.houses import SetClock, actions_on_disk, add, on_disk


def test_somebody_joins_a_unit_with_or_without_a_task(house: House, rosa: Person, culinary: Unit) -> None:
    dishes = add_task(house, culinary)
    joined = join_unit(house, rosa.id, culinary.id, MORNING)
    assert (joined.state, joined.day, joined.by_id) == (State.JOINED, house.today(), None)
    join_unit(house, rosa.id, culinary.id, AFTERNOON, dishes.id)
    assert places_on_disk(house) == [
        (rosa.id, MORNING, "joined", culinary.id, None),
        (rosa.id, AFTERNOON, "joined", culinary.id, dishes.id),
    ]


def test_choosing_again_changes_the_place_and_the_log_tells_both(
    house: House, rosa: Person, culinary: Unit, clerical: Unit
) -> None:
    first = join_unit(house, rosa.id, culinary.id, MORNING)
    second = join_unit(house, rosa.id, clerical.id, MORNING)
    assert [place[3] for place in places_on_disk(house)] == [clerical.id]
    assert on_disk(house.store.path, "SELECT id, ended_at IS NULL FROM sign_ups") == [(first.id, 0), (second.id, 1)]
    logged = on_disk(house.store.path, "SELECT actor, was, became FROM audit ORDER BY id DESC LIMIT 1")
    assert logged[0][0] == rosa.code
    assert ('"unit_id": 1' in str(logged[0][1]), '"unit_id": 2' in str(logged[0][2])) == (True, True)


def test_choosing_the_same_again_writes_nothing(house: House, rosa: Person, culinary: Unit) -> None:
    first, logged = join_unit(house, rosa.id, culinary.id, MORNING), actions_on_disk(house)
    assert join_unit(house, rosa.id, culinary.id, MORNING) == first
    assert actions_on_disk(house) == logged


def test_a_task_is_taken_changed_and_given_back(house: House, rosa: Person, culinary: Unit, clerical: Unit) -> None:
    dishes, menu, phones = add_task(house, culinary), add_task(house, culinary, "Menu"), add_task(house, clerical)
    with pytest.raises(Overtaken, match="choose a unit first"):
        take_task(house, rosa.id, MORNING, dishes.id)
    join_unit(house, rosa.id, culinary.id, MORNING)
    for task_id in (dishes.id, menu.id, None):
        assert take_task(house, rosa.id, MORNING, task_id).task_id == task_id
        assert [place[4] for place in places_on_disk(house)] == [task_id]
    with pytest.raises(NotFound, match="another unit"):
        take_task(house, rosa.id, MORNING, phones.id)
    tasks.end_task(house, COMMAND_LINE, dishes.id)
    with pytest.raises(NotFound, match="no task"):
        take_task(house, rosa.id, MORNING, dishes.id)


def test_a_place_is_left_and_was_no_promise(house: House, rosa: Person, culinary: Unit) -> None:
    join_unit(house, rosa.id, culinary.id, MORNING)
    leave_unit(house, rosa.id, MORNING)
    assert (places_on_disk(house), on_board(house, culinary).helpers) == ([], ())
    with pytest.raises(Overtaken, match="on no list"):
        leave_unit(house, rosa.id, MORNING)


def test_decide_later_leaves_nothing(house: House, rosa: Person, culinary: Unit) -> None:
    logged = actions_on_disk(house)
    seen = my_day(house, rosa)
    assert [(mine.part.name, mine.unit, mine.visiting) for mine in seen.parts] == [
        ("morning", None, False),
        ("afternoon", None, False),
    ]
    assert (places_on_disk(house), actions_on_disk(house)) == ([], logged)


def test_just_visiting_is_for_all_that_is_left_of_the_day(
    house: House, rosa: Person, culinary: Unit, clock: SetClock
) -> None:
    join_unit(house, rosa.id, culinary.id, MORNING)
    visit_only(house, rosa.id)
    assert places_on_disk(house) == [
        (rosa.id, MORNING, "visiting", None, None),
        (rosa.id, AFTERNOON, "visiting", None, None),
    ]
    assert [mine.visiting for mine in my_day(house, rosa).parts] == [True, True]
    assert on_board(house, culinary).helpers == ()
    logged = actions_on_disk(house)
    visit_only(house, rosa.id)
    assert actions_on_disk(house) == logged
    join_unit(house, rosa.id, culinary.id, AFTERNOON)
    assert [place[2] for place in places_on_disk(house)] == ["visiting", "joined"]
    leave_unit(house, rosa.id, MORNING)
    assert [place[2] for place in places_on_disk(house)] == ["joined"]


def test_just_visiting_in_the_afternoon_leaves_the_morning_as_it_was(
    house: House, rosa: Person, culinary: Unit, clock: SetClock
) -> None:
    join_unit(house, rosa.id, culinary.id, MORNING)
    clock.set("2026-11-23 13:30")
    visit_only(house, rosa.id)
    assert [place[1:3] for place in places_on_disk(house)] == [(MORNING, "joined"), (AFTERNOON, "visiting")]


def test_the_last_seat_is_taken_once_and_the_other_reads_where_hands_are_wanted(
    house: House, rosa: Person, culinary: Unit, clerical: Unit
) -> None:
    full, resting = add_unit(house, "Wellness", seats=0), add_unit(house, "Garden")
    units.rest_unit(house, COMMAND_LINE, resting.id)
    join_unit(house, rosa.id, clerical.id, MORNING)
    ana = add(house, "Ana")
    for unit in (clerical, full):
        with pytest.raises(NoSeat) as told:
            join_unit(house, ana.id, unit.id, MORNING)
        assert (told.value.unit, told.value.wanting) == (unit.name, ("Culinary",))
        assert str(told.value) == f"All seats in {unit.name} are taken now. There is room in: Culinary."
    set_seats(house, culinary, 0)
    with pytest.raises(NoSeat, match=r"are taken now\.$"):
        join_unit(house, ana.id, clerical.id, MORNING)
    assert [place[0] for place in places_on_disk(house)] == [rosa.id]


def test_who_finds_no_seat_keeps_the_place_they_had(
    house: House, rosa: Person, culinary: Unit, clerical: Unit
) -> None:
    ana = add(house, "Ana")
    join_unit(house, rosa.id, clerical.id, MORNING)
    kept = join_unit(house, ana.id, culinary.id, MORNING)
    with pytest.raises(NoSeat):
        join_unit(house, ana.id, clerical.id, MORNING)
    assert on_disk(house.store.path, f"SELECT ended_at FROM sign_ups WHERE id = {kept.id}") == [(None,)]


def test_fewer_seats_than_people_send_nobody_away(house: House, culinary: Unit) -> None:
    people = [add(house, name) for name in ("Ana", "Ben", "Cai")]
    for person in people:
        join_unit(house, person.id, culinary.id, MORNING)
    set_seats(house, culinary, 1)
    assert (len(on_board(house, culinary).helpers), on_board(house, culinary).free) == (3, 0)
    for _ in range(2):
        leave_unit(house, people.pop().id, MORNING)
    assert on_board(house, culinary).free == 0
    leave_unit(house, people.pop().id, MORNING)
    assert on_board(house, culinary).free == 1


def test_nobody_joins_a_resting_unit_a_part_that_is_over_or_what_is_not_there(
    house: House, rosa: Person, culinary: Unit, clock: SetClock
) -> None:
    for person, unit in ((99, culinary.id), (rosa.id, 99)):
        with pytest.raises(NotFound):
            join_unit(house, person, unit, MORNING)
    with pytest.raises(Overtaken, match="is over"):
        join_unit(house, rosa.id, culinary.id, 9)
    units.rest_unit(house, COMMAND_LINE, culinary.id)
    with pytest.raises(Overtaken, match="Culinary rests"):
        join_unit(house, rosa.id, culinary.id, MORNING)
    clock.set("2026-11-23 12:00")
    for act in (lambda: join_unit(house, rosa.id, culinary.id, MORNING), lambda: leave_unit(house, rosa.id, MORNING)):
        with pytest.raises(Overtaken, match="is over"):
            act()
    assert places_on_disk(house) == []


def test_staff_write_down_what_somebody_asked_for_and_stand_on_the_board_themselves(
    house: House, rosa: Person, culinary: Unit, clerical: Unit
) -> None:
    sam = add(house, "Sam", kind=Kind.STAFF)
    assert put_on_board(house, sam.code, rosa.id, culinary.id, MORNING).by_id == sam.id
    put_on_board(house, sam.code, sam.id, culinary.id, MORNING)
    assert [(each.shown, each.kind) for each in on_board(house, culinary).helpers] == [
        ("Rosa A.", Kind.MEMBER),
        ("Sam A.", Kind.STAFF),
    ]
    take_off(house, sam.code, rosa.id, MORNING)
    assert [place[0] for place in places_on_disk(house)] == [sam.id]
    with pytest.raises(Overtaken, match="on no list"):
        take_off(house, sam.code, rosa.id, MORNING)


def test_a_day_left_open_keeps_what_was_done_on_it(
    house: House, rosa: Person, culinary: Unit, clock: SetClock
) -> None:
    join_unit(house, rosa.id, culinary.id, MORNING)
    clock.forward(days=3)
    sign_in_by_name(house, rosa.id)
    assert len(places_on_disk(house)) == 1
    assert on_board(house, culinary).helpers == ()
    assert helping.join_unit(house, rosa.id, culinary.id, MORNING).day == house.today()
