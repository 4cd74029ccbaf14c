"""The words about parts of the day and units, without a screen."""

from dataclasses import replace

import pytest

from clubhouse.board import Board, Helper, Invitation, MyDay, MyPart, UnitOnBoard, my_day, see_board
from clubhouse.days import Part
from clubhouse.house import House
from clubhouse.people import Kind
from clubhouse.tasks import Needed, tick_task
from screens.parts import (
    invitation_words,
    mine_words,
    names,
    needs_words,
    part_after,
    question,
    seats_words,
    there_words,
    this_part,
    units_words,
)
from tests.houses import SetClock, add
from tests.screens.mornings import ACTOR_ON_FILE, Day, make_day


@pytest.fixture
def day(house: House) -> Day:
    """A Monday morning."""
    return make_day(house)


@pytest.fixture
def culinary(house: House, day: Day) -> UnitOnBoard:
    """A unit with two tasks and nobody in it."""
    return see_board(house).units[0]


def helper(shown: str) -> Helper:
    """Somebody shown so; hidden when empty."""
    return Helper(1, shown, Kind.MEMBER, None)


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ([], []),
        (["Rosa A."], ["Rosa A."]),
        ([""], ["1 person"]),
        (["", ""], ["2 people"]),
        (["", "Rosa A.", ""], ["Rosa A.", "2 more"]),
    ],
)
def test_the_hidden_are_counted(shown: list[str], words: list[str]) -> None:
    assert names(tuple(map(helper, shown))) == words


def test_who_is_there(culinary: UnitOnBoard) -> None:
    assert there_words(culinary) == "Nobody yet: be the first."
    led = replace(culinary, leaders=("Ana O.", ""), helpers=(helper("Rosa A."), helper("")))
    assert there_words(led) == "Ana O. leads, Rosa A., 1 more"


@pytest.mark.parametrize(
    ("free", "words"), [(None, ""), (0, "no seat free"), (1, "1 seat free"), (12, "12 seats free")]
)
def test_seats(culinary: UnitOnBoard, free: int | None, words: str) -> None:
    assert seats_words(replace(culinary, free=free)) == words


def test_what_is_to_be_done(house: House, day: Day, culinary: UnitOnBoard) -> None:
    assert needs_words(culinary) == "To do: Lunch prep, Dishes"
    tick_task(house, ACTOR_ON_FILE, day.lunch.id)
    assert needs_words(see_board(house).units[0]) == "To do: Dishes"
    done = tuple(Needed(each.task, each.since_day, done=True) for each in culinary.needed)
    assert needs_words(replace(culinary, needed=done)) == needs_words(replace(culinary, needed=()))


def test_parts_are_asked_about_by_name(day: Day) -> None:
    assert this_part(day.afternoon) == "this afternoon"
    assert this_part(replace(day.morning, name="late shift {x}")) == "this late shift {x}"
    assert question(day.morning) == "Where would you like to help this morning?"


def test_what_somebody_has_chosen(day: Day) -> None:
    chosen = MyPart(day.morning, day.culinary, None, visiting=False)
    assert mine_words(chosen) == "This morning: Culinary"
    assert mine_words(replace(chosen, unit=None, visiting=True)) == "This morning: just visiting"
    assert mine_words(replace(chosen, unit=None)) == mine_words(None) == ""
    assert mine_words(replace(chosen, unit=replace(day.culinary, name="{where} [/]"))) == "This morning: {where} [/]"


@pytest.mark.parametrize(
    ("task", "by", "words"),
    [
        ("Lunch prep", "Ana", "Ana would like your help this morning with: Lunch prep (Culinary)."),
        ("", "Ana", "Ana would like your help this morning in Culinary."),
        ("", "", "Somebody would like your help this morning in Culinary."),
        ("{by} [/]", "{unit}", "{unit} would like your help this morning with: {by} [/] (Culinary)."),
    ],
)
def test_an_invitation_says_who_asks_and_for_what(day: Day, task: str, by: str, words: str) -> None:
    assert invitation_words(Invitation(day.morning, day.culinary, task, by)) == words


def test_the_part_after(house: House, clock: SetClock, day: Day) -> None:
    rosa = add(house)
    seen = my_day(house, rosa)
    assert part_after(seen, day.morning) == day.afternoon
    assert part_after(seen, day.afternoon) == day.morning
    clock.set("2026-11-23 12:30")
    assert part_after(my_day(house, rosa), day.afternoon) is None
    assert part_after(my_day(house, rosa), day.morning) is None
    assert part_after(MyDay((), None, None), day.morning) is None


def test_the_units_of_the_resting_screen(house: House, day: Day, culinary: UnitOnBoard) -> None:
    seen = see_board(house)
    assert units_words(seen) == "This morning: Culinary, Clerical"
    led = replace(culinary, leaders=("Ana O.", "Bo"))
    assert units_words(replace(seen, units=(led,))) == "This morning: Culinary\xa0(Ana\xa0O.,\xa0Bo)"
    assert units_words(replace(seen, units=())) == ""
    assert units_words(Board(seen.plan, None, ())) == ""


def test_a_part_stays_itself_when_its_times_change(house: House, day: Day) -> None:
    other: Part = replace(day.morning, name="early")
    assert part_after(my_day(house, add(house)), other) == day.afternoon
