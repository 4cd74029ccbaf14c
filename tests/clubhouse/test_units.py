"""Units: names and signs, rest, seats, home units, and who of the staff leads on which day."""

from dataclasses import replace
from datetime import date

import pytest

from clubhouse import units
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.people import Kind, Person, end_person, list_people
from clubhouse.units import Lead, NewUnit, Unit
from tests.boards import AFTERNOON, MORNING, add_unit, on_board, part_of, set_seats
from tests.houses import ACTOR, SetClock, add, on_disk

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
GARDEN = NewUnit("Garden", "g", "green", "Pantry and garden")


def lead(house: House, unit: Unit, person: Person, weekday: int | None = 1, day: date | None = None) -> Lead:
    """Somebody leads in the morning, each Monday unless told otherwise."""
    part = part_of(house, MORNING)
    return units.assign_lead(house, COMMAND_LINE, unit.id, part, person, weekday=weekday, day=day)


def leading(house: House, day: date) -> list[tuple[int, int]]:
    """Unit and person of each lead of that day."""
    return [(each.unit_id, each.person_id) for each in units.leads_on(house, day)]


def test_a_unit_has_a_sign_of_one_letter(house: House) -> None:
    unit = units.add_unit(house, COMMAND_LINE, GARDEN)
    assert (unit.name, unit.sign, unit.colour, unit.about) == ("Garden", "G", "green", "Pantry and garden")
    assert unit.resting_since is None
    signs = {"": "K", "  ": "K", "ß": "S", "éa": "É", "7": "7"}
    for sign, expected in signs.items():
        to = replace(GARDEN, name="Kitchen", sign=sign)
        assert units.change_unit(house, COMMAND_LINE, unit.id, to).sign == expected
    assert [each.name for each in units.list_units(house)] == ["Kitchen"]


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (replace(GARDEN, name=" "), "needs a name"),
        (replace(GARDEN, name="x" * 31), "at most 30"),
        (replace(GARDEN, name="culinary"), "already"),
        (replace(GARDEN, colour="pink"), "blue, green"),
    ],
)
def test_a_unit_that_cannot_be_is_refused(house: House, unit: NewUnit, words: str) -> None:
    add_unit(house)
    clerical = add_unit(house, "Clerical")
    with pytest.raises(BadInput, match=words):
        units.add_unit(house, COMMAND_LINE, unit)
    with pytest.raises(BadInput, match=words):
        units.change_unit(house, COMMAND_LINE, clerical.id, unit)
    assert [each.name for each in units.list_units(house)] == ["Culinary", "Clerical"]


def test_a_unit_keeps_its_own_name(house: House) -> None:
    unit = add_unit(house)
    assert units.change_unit(house, COMMAND_LINE, unit.id, replace(GARDEN, name="CULINARY")).name == "CULINARY"


def test_a_unit_is_found_by_its_name_in_any_case(house: House) -> None:
    with pytest.raises(NotFound, match="none yet"):
        units.unit_named(house, "Garden")
    add_unit(house, "Küche")
    assert units.unit_named(house, " KÜCHE").name == "Küche"
    with pytest.raises(NotFound, match="There are: Küche"):
        units.unit_named(house, "Garden")


def test_a_resting_unit_is_on_no_board_until_it_wakes(house: House) -> None:
    culinary, clerical = add_unit(house), add_unit(house, "Clerical")
    assert units.rest_unit(house, COMMAND_LINE, culinary.id).resting_since == MONDAY
    with pytest.raises(StopIteration):
        on_board(house, culinary)
    assert on_board(house, clerical).unit == clerical
    assert units.wake_unit(house, COMMAND_LINE, culinary.id).resting_since is None
    assert on_board(house, culinary).unit == culinary


def test_seats_go_by_part_and_none_is_no_limit(house: House) -> None:
    unit = add_unit(house)
    assert on_board(house, unit).seats is None
    set_seats(house, unit, 3)
    assert (on_board(house, unit).seats, on_board(house, unit, AFTERNOON).seats) == (3, None)
    set_seats(house, unit, 0)
    assert (on_board(house, unit).seats, on_board(house, unit).full) == (0, True)
    set_seats(house, unit, None)
    assert (on_board(house, unit).free, on_board(house, unit).full) == (None, False)
    seats_logged = on_disk(house.store.path, "SELECT was, became FROM audit WHERE action = 'set_seats' ORDER BY id")
    assert seats_logged[1] == ('{"morning": 3}', '{"morning": 0}')


@pytest.mark.parametrize("seats", [-1, 1000])
def test_seats_that_cannot_be_are_refused(house: House, seats: int) -> None:
    with pytest.raises(BadInput, match="0 to 999"):
        set_seats(house, add_unit(house), seats)


def test_a_home_unit_is_chosen_changed_and_left(house: House) -> None:
    unit, rosa = add_unit(house), add(house)
    for choice in (unit.id, None):
        assert units.set_home_unit(house, rosa.code, rosa, choice).home_unit_id == choice
        assert [person.home_unit_id for person in list_people(house)] == [choice]
    with pytest.raises(NotFound, match="number 9"):
        units.set_home_unit(house, rosa.code, rosa, 9)


def test_what_is_not_there_is_told(house: House) -> None:
    sam = add(house, "Sam", kind=Kind.STAFF)
    part = part_of(house, MORNING)
    for change in (
        lambda: units.change_unit(house, COMMAND_LINE, 9, GARDEN),
        lambda: units.rest_unit(house, COMMAND_LINE, 9),
        lambda: units.set_seats(house, COMMAND_LINE, 9, part, 3),
        lambda: units.assign_lead(house, COMMAND_LINE, 9, part, sam, weekday=1, day=None),
    ):
        with pytest.raises(NotFound, match="no unit with the number 9"):
            change()


def test_staff_lead_each_week_from_the_day_they_are_asked(house: House) -> None:
    unit, sam = add_unit(house), add(house, "Sam", "Lee", Kind.STAFF)
    lead(house, unit, sam)
    assert leading(house, MONDAY) == [(unit.id, sam.id)]
    assert leading(house, date(2027, 11, 22)) == [(unit.id, sam.id)]
    assert leading(house, TUESDAY) == leading(house, date(2026, 11, 16)) == []
    assert (on_board(house, unit).leaders, on_board(house, unit, AFTERNOON).leaders) == (("Sam L.",), ())


def test_somebody_for_the_day_stands_in_for_the_weekly_pattern(house: House) -> None:
    culinary, clerical = add_unit(house), add_unit(house, "Clerical")
    sam, ana = add(house, "Sam", kind=Kind.STAFF), add(house, "Ana", kind=Kind.STAFF)
    for unit in (culinary, clerical):
        lead(house, unit, sam)
    lead(house, culinary, ana, weekday=None, day=MONDAY)
    assert leading(house, MONDAY) == [(clerical.id, sam.id), (culinary.id, ana.id)]
    assert leading(house, date(2026, 11, 30)) == [(culinary.id, sam.id), (clerical.id, sam.id)]


def test_a_lead_ends_today_and_stands_on_the_days_before(house: House, clock: SetClock) -> None:
    unit, sam = add_unit(house), add(house, "Sam", kind=Kind.STAFF)
    weekly, once = lead(house, unit, sam), lead(house, unit, sam, weekday=None, day=date(2026, 12, 1))
    clock.forward(days=7)
    units.end_lead(house, COMMAND_LINE, weekly)
    units.end_lead(house, COMMAND_LINE, once)
    assert leading(house, date(2026, 11, 30)) == leading(house, date(2026, 12, 1)) == []
    assert leading(house, MONDAY) == [(unit.id, sam.id)]


@pytest.mark.parametrize("kind", [Kind.MEMBER, Kind.VOLUNTEER])
def test_only_staff_are_assigned(house: House, kind: Kind) -> None:
    with pytest.raises(BadInput, match="everybody else is asked"):
        lead(house, add_unit(house), add(house, kind=kind))


@pytest.mark.parametrize(("weekday", "day"), [(None, None), (1, MONDAY)])
def test_a_lead_is_for_a_weekday_or_for_a_day(house: House, weekday: int | None, day: date | None) -> None:
    sam = add(house, "Sam", kind=Kind.STAFF)
    with pytest.raises(BadInput, match="either a weekday"):
        lead(house, add_unit(house), sam, weekday, day)


def test_whoever_is_assigned_twice_is_named_once_and_whoever_left_the_house_not_at_all(house: House) -> None:
    unit, sam, ana = add_unit(house), add(house, "Sam", kind=Kind.STAFF), add(house, "Ana", kind=Kind.STAFF)
    for person in (sam, sam, ana):
        lead(house, unit, person)
    assert on_board(house, unit).leaders == ("Sam A.", "Ana A.")
    end_person(house, ACTOR, sam.id)
    assert on_board(house, unit).leaders == ("Ana A.",)
