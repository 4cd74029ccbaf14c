"""Where would you like to help? One key joins, changes or leaves; just visiting and deciding later are equals."""

import pytest

from clubhouse import units
from clubhouse.cards import issue_card
from clubhouse.house import House
from clubhouse.people import Person
from tests.houses import ACTOR, add, add_with_card
from tests.screens.kiosks import LARGE, SIZES, Kiosk, kiosk
from tests.screens.mornings import make_day, make_unit, sign_ups
from tests.screens.test_home import Take, ways

sizes = pytest.mark.parametrize("size", SIZES, ids=str)


async def open_board(running: Kiosk, card: str) -> None:
    """Scan, and ask where to help."""
    await running.come(card, later=5)
    running.press("1")
    await running.opens("BoardPage")


def on_screen(running: Kiosk) -> bool:
    """Whether every choice stands on the screen as a whole."""
    return all(
        row.region.height >= 2 and running.app.screen.region.contains_region(row.region) for row in running.rows()
    )


@sizes
async def test_after_the_scan_one_key_asks_and_one_key_joins(
    house: House, rosas_card: str, size: tuple[int, int]
) -> None:
    day = make_day(house)
    day.joins(add(house, "Wei", "Chen"), day.culinary, day.lunch)
    day.seats(day.culinary, 3)
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        await running.shows("You are signed in", "1 Where I'll help this morning")
        assert running.marked().startswith("1   Where I'll help this morning")
        running.press("1")
        await running.opens("BoardPage")
        await running.shows(
            "Where would you like to help this morning?",
            "1 [C] Culinary · 2 seats free Wei C. To do: Lunch prep, Dishes",
            "2 [C] Clerical Nobody yet: be the first. To do: Phones",
            "6 Just visiting today", "8 Look at this afternoon", "0 Decide later",
        )  # fmt: skip
        assert on_screen(running)
        running.press("1")
        await running.opens("UnitPage")
        await running.shows("You help in Culinary this morning.")
        assert sign_ups(house)[1:] == [("Rosa", "morning", "joined", "Culinary", None)]


@ways
async def test_every_way_of_choosing_joins(house: House, rosas_card: str, take: Take) -> None:
    make_day(house)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await take(running, "1", "Where I'll help this morning")
        await running.opens("BoardPage")
        await take(running, "2", "[C] Clerical")
        await running.shows("You help in Clerical this morning.")
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Clerical", None)]


async def test_one_key_leaves_and_one_key_changes(house: House, rosas_card: str) -> None:
    make_day(house)
    async with kiosk(house) as running:
        await open_board(running, rosas_card)
        running.press("1")
        await running.opens("UnitPage")
        running.press("u")
        await running.opens("BoardPage")
        await running.shows("0 Decide later")
        assert sign_ups(house) == []
        running.press("2")
        await running.opens("UnitPage")
        running.press("escape")
        await running.opens("BoardPage")
        await running.shows("This morning: Clerical", "Rosa A.", "0 Back")
        running.press("1")
        await running.shows("You help in Culinary this morning.")
        await running.come(rosas_card, later=5)
        await running.shows("1 This morning: Culinary (change)")
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Culinary", None)]


@sizes
async def test_just_visiting_is_an_answer_like_any_other(
    house: House, rosas_card: str, size: tuple[int, int]
) -> None:
    make_day(house)
    async with kiosk(house, size) as running:
        await open_board(running, rosas_card)
        widths = {(row.region.x, row.region.width) for row in running.rows()}
        assert len(widths) == 1
        assert all(row.region.height >= (3 if size == LARGE else 2) for row in running.rows())
        running.press("6")
        await running.opens("Home")
        await running.shows("1 This morning: just visiting (change)")
        assert {state for _, _, state, _, _ in sign_ups(house)} == {"visiting"}
        running.press("1")
        await running.shows("This morning: just visiting", "0 Back")
        running.press("1")
        await running.shows("You help in Culinary this morning.")


@pytest.mark.parametrize("key", ["0", "escape"])
async def test_deciding_later_chooses_nothing(house: House, rosas_card: str, key: str) -> None:
    make_day(house)
    async with kiosk(house) as running:
        await open_board(running, rosas_card)
        running.press(key)
        await running.opens("Home")
        await running.shows("1 Where I'll help this morning", "You are signed in")
        assert sign_ups(house) == []


async def test_the_home_unit_stands_first(house: House, rosa: Person, rosas_card: str) -> None:
    day = make_day(house)
    units.set_home_unit(house, ACTOR, rosa, day.clerical.id)
    async with kiosk(house) as running:
        await open_board(running, rosas_card)
        await running.shows("1 [C] Clerical", "2 [C] Culinary")
        assert running.marked().startswith("1   [C] Clerical")


@sizes
async def test_both_parts_can_be_chosen_at_once(house: House, rosas_card: str, size: tuple[int, int]) -> None:
    make_day(house)
    async with kiosk(house, size) as running:
        await open_board(running, rosas_card)
        running.press("1")
        await running.shows("You help in Culinary this morning.", "8 Look at this afternoon too")
        await running.settle()
        assert on_screen(running)
        running.press("8")
        await running.shows("Where would you like to help this afternoon?", "8 Look at this morning")
        running.press("2")
        await running.shows("You help in Clerical this afternoon.")
        assert sign_ups(house) == [
            ("Rosa", "morning", "joined", "Culinary", None),
            ("Rosa", "afternoon", "joined", "Clerical", None),
        ]


async def test_staff_choose_as_members_do(house: House) -> None:
    day = make_day(house)
    async with kiosk(house) as running:
        await open_board(running, day.anas_card)
        running.press("1")
        await running.shows("You help in Culinary this morning.")
        assert sign_ups(house) == [("Ana", "morning", "joined", "Culinary", None)]


async def test_hands_that_shake_join_once(house: House, rosas_card: str) -> None:
    make_day(house)
    async with kiosk(house) as running:
        await open_board(running, rosas_card)
        running.press("1", "1", "1")
        await running.opens("UnitPage")
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Culinary", None)]


async def test_one_unit_alone(house: House, rosas_card: str) -> None:
    make_unit(house, "The Unit")
    async with kiosk(house) as running:
        await open_board(running, rosas_card)
        assert running.choices() == ["1", "6", "8", "0"]
        await running.shows("Nothing on the list yet.")


async def test_a_new_card_is_asked_too(house: House, rosa: Person) -> None:
    make_day(house)
    card = issue_card(house, ACTOR, rosa).code
    _, other = add_with_card(house, "Wei", "Chen")
    async with kiosk(house) as running:
        await open_board(running, card)
        await open_board(running, other)
        running.press("1")
        await running.shows("You help in Culinary this morning.")
        assert [name for name, *_ in sign_ups(house)] == ["Wei"]
