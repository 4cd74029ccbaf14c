"""Who leaves the house gives their seats to others, and takes back what is still free when they stay after all."""

from clubhouse import tasks, units
from clubhouse.attendance import scan, sign_in_by_name, sign_out, undo
from clubhouse.audit import COMMAND_LINE
from clubhouse.helping import join_unit, put_on_board, visit_only
from clubhouse.house import House
from clubhouse.invitations import invite
from clubhouse.people import Person
from clubhouse.units import Unit
from db.soundness import problems
from tests.boards import AFTERNOON, MORNING, add_task, on_board, places_on_disk
from tests.houses import SetClock, add, add_with_card


def test_signing_out_gives_the_seats_of_the_rest_of_the_day_to_others(
    house: House, rosa: Person, culinary: Unit, clerical: Unit, clock: SetClock
) -> None:
    join_unit(house, rosa.id, culinary.id, MORNING)
    join_unit(house, rosa.id, clerical.id, AFTERNOON)
    clock.set("2026-11-23 12:10")
    out = sign_out(house, rosa.id)
    assert [place[1] for place in places_on_disk(house)] == [MORNING]
    assert on_board(house, clerical, AFTERNOON).free == 1
    back = undo(house, out)
    assert back.my_day is not None
    assert [(mine.part.name, mine.unit) for mine in back.my_day.parts] == [("afternoon", clerical)]
    assert on_board(house, clerical, AFTERNOON).free == 0


def test_undoing_a_sign_out_takes_back_what_is_still_free(
    house: House, rosa: Person, culinary: Unit, clerical: Unit, clock: SetClock
) -> None:
    dishes = add_task(house, culinary)
    join_unit(house, rosa.id, clerical.id, MORNING)
    join_unit(house, rosa.id, culinary.id, AFTERNOON, dishes.id)
    clock.forward(minutes=5)
    out = sign_out(house, rosa.id)
    assert places_on_disk(house) == []
    ana = add(house, "Ana")
    join_unit(house, ana.id, clerical.id, MORNING)
    undo(house, out)
    assert places_on_disk(house) == [
        (ana.id, MORNING, "joined", clerical.id, None),
        (rosa.id, AFTERNOON, "joined", culinary.id, dishes.id),
    ]


def test_undoing_a_sign_out_takes_back_a_visit_and_not_what_was_left_before(
    house: House, rosa: Person, culinary: Unit, clock: SetClock
) -> None:
    visit_only(house, rosa.id)
    join_unit(house, rosa.id, culinary.id, AFTERNOON)
    clock.forward(minutes=5)
    undo(house, sign_out(house, rosa.id))
    assert [place[1:4] for place in places_on_disk(house)] == [
        (AFTERNOON, "joined", culinary.id),
        (MORNING, "visiting", None),
    ]


def test_undoing_a_sign_out_of_the_second_in_which_the_place_was_changed(
    house: House, rosa: Person, culinary: Unit, clerical: Unit
) -> None:
    join_unit(house, rosa.id, culinary.id, MORNING)
    join_unit(house, rosa.id, clerical.id, MORNING)
    undo(house, sign_out(house, rosa.id))
    assert [place[3] for place in places_on_disk(house)] == [clerical.id]


def test_undoing_a_sign_out_leaves_what_staff_did_meanwhile(
    house: House, rosa: Person, culinary: Unit, clerical: Unit, clock: SetClock
) -> None:
    dishes = add_task(house, clerical)
    join_unit(house, rosa.id, culinary.id, MORNING)
    join_unit(house, rosa.id, clerical.id, AFTERNOON, dishes.id)
    clock.forward(minutes=5)
    out = sign_out(house, rosa.id)
    put_on_board(house, COMMAND_LINE, rosa.id, clerical.id, MORNING)
    invite(house, COMMAND_LINE, rosa.id, clerical.id, AFTERNOON)
    tasks.end_task(house, COMMAND_LINE, dishes.id)
    undo(house, out)
    assert places_on_disk(house) == [
        (rosa.id, MORNING, "joined", clerical.id, None),
        (rosa.id, AFTERNOON, "joined", clerical.id, None),
    ]
    assert problems(house.store) == []


def test_undoing_a_sign_out_opens_no_resting_unit_and_no_part_that_is_over(
    house: House, rosa: Person, culinary: Unit, clerical: Unit, clock: SetClock
) -> None:
    join_unit(house, rosa.id, culinary.id, MORNING)
    join_unit(house, rosa.id, clerical.id, AFTERNOON)
    clock.set("2026-11-23 11:59")
    out = sign_out(house, rosa.id)
    units.rest_unit(house, COMMAND_LINE, clerical.id)
    clock.set("2026-11-23 12:01")
    assert undo(house, out).is_here
    assert places_on_disk(house) == []


def test_undoing_a_sign_out_on_another_day_takes_no_seat(
    house: House, rosa: Person, culinary: Unit, clock: SetClock
) -> None:
    join_unit(house, rosa.id, culinary.id, AFTERNOON)
    out = sign_out(house, rosa.id)
    clock.forward(days=1)
    undo(house, out)
    assert places_on_disk(house) == []


def test_undoing_a_sign_in_gives_the_seats_back(house: House, culinary: Unit, clock: SetClock) -> None:
    rosa, code = add_with_card(house)
    answer = scan(house, code)
    join_unit(house, rosa.id, culinary.id, MORNING)
    clock.forward(minutes=1)
    undo(house, answer)
    assert (places_on_disk(house), on_board(house, culinary).helpers) == ([], ())


def test_who_is_not_here_has_no_day_to_choose(house: House, rosa: Person, culinary: Unit) -> None:
    assert sign_out(house, rosa.id).my_day is None
    assert sign_in_by_name(house, rosa.id).my_day is not None
