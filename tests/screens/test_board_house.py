"""The board as the house is: full or empty, on other days and at other hours, with other kiosks at work beside it."""

import pytest

from clubhouse import days, helping, units
from clubhouse.days import DayKind
from clubhouse.house import House
from clubhouse.people import Kind, ShownAs
from tests.houses import SetClock, add
from tests.screens.kiosks import SIZES, kiosk
from tests.screens.mornings import ACTOR_ON_FILE, UNIT_NAMES, make_day, make_full_day, sign_ups
from tests.screens.test_board import on_screen, open_board

sizes = pytest.mark.parametrize("size", SIZES, ids=str)


@sizes
async def test_ten_units_eighty_tasks_and_everybody_here_can_be_leafed_through(
    house: House, rosas_card: str, size: tuple[int, int]
) -> None:
    make_full_day(house)
    async with kiosk(house, size) as running:
        await open_board(running, rosas_card)
        seen: list[str] = []
        while len(seen) < len(UNIT_NAMES):
            shown = [row.choice for row in running.rows() if row.choice and row.choice.action.startswith("unit")]
            assert [choice.key for choice in shown] == ["1", "2", "3"][: len(shown)]
            seen += [choice.words.partition("] ")[2] for choice in shown]
            assert on_screen(running)
            assert all(running.flat().count(choice.words) == 1 for choice in shown)
            assert running.flat().count("To do: ") == len(shown)
            running.press("7")
            await running.settle()
        assert seen == list(UNIT_NAMES)
        await running.shows("1 [C] Culinary")
        running.press("7")
        await running.shows("1 [H] Hospitality")
        running.press("3")
        await running.shows("You help in Reach Out this morning.")
        await running.settle()
        assert on_screen(running)


async def test_each_part_is_offered_from_its_unit_meeting_on(house: House, clock: SetClock, rosas_card: str) -> None:
    make_day(house)
    async with kiosk(house) as running:
        for place, (time, words) in enumerate(
            (
                ("08:00", "1 Where I'll help this morning"),
                ("11:59", "1 Where I'll help this morning"),
                ("12:30", ""),
                ("12:59", ""),
                ("13:00", "1 Where I'll help this afternoon"),
                ("15:59", "1 Where I'll help this afternoon"),
                ("16:00", ""),
            )
        ):
            clock.set(f"2026-11-23 {time}")
            await running.come(rosas_card, later=5 * place)
            assert words in running.flat(), time
            assert ("1" in running.choices()) is bool(words), time


async def test_no_other_day_asks_anybody_to_help(house: House, clock: SetClock, rosas_card: str) -> None:
    make_day(house)
    clock.set("2026-11-26 07:00")
    days.set_day(house, ACTOR_ON_FILE, house.today(), DayKind.SOCIAL, "Thanksgiving")
    async with kiosk(house) as running:
        for place, day in enumerate(("2026-11-26", "2026-11-28", "2026-11-29")):
            clock.set(f"{day} 09:00")
            await running.come(rosas_card, later=5 * place)
            assert "help" not in running.flat()
            assert set(running.choices()) <= {"0", "2", "4", "7", "8", "9", "U"}


async def test_without_units_nothing_is_offered(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        assert sorted(running.choices()) == ["0", "2", "4", "7", "9", "U"]


@sizes
async def test_the_last_seat_taken_on_another_kiosk(house: House, rosas_card: str, size: tuple[int, int]) -> None:
    make_full_day(house, people=0)
    (morning, *_), known = days.list_parts(house), units.list_units(house)
    units.set_seats(house, ACTOR_ON_FILE, known[0].id, morning, 1)
    wei = add(house, "Wei", "Chen")
    async with kiosk(house, size) as running:
        await open_board(running, rosas_card)
        await running.shows("1 [C] Culinary · 1 seat free")
        await running.elsewhere(lambda other: helping.join_unit(other, wei.id, known[0].id, morning.id))
        running.press("1")
        await running.shows(
            "All seats in Culinary are taken now.", f"There is room in: {', '.join(UNIT_NAMES[1:])}.",
            "Culinary · no seat free Wei C.",
        )  # fmt: skip
        assert running.page == "BoardPage"
        assert sign_ups(house) == [("Wei", "morning", "joined", "Culinary", None)]
        running.press("2")
        await running.shows("You help in Clerical this morning.")


async def test_the_board_follows_other_kiosks_and_the_mark_stays_on_its_unit(house: House, rosas_card: str) -> None:
    day = make_day(house)
    wei = add(house, "Wei", "Chen")
    async with kiosk(house) as running:
        await open_board(running, rosas_card)
        running.press("down")
        await running.settle()
        assert running.marked().startswith("2   [C] Clerical")
        await running.elsewhere(lambda other: helping.join_unit(other, wei.id, day.clerical.id, day.morning.id))
        await running.shows("2 [C] Clerical Wei C.")
        assert running.marked().startswith("2   [C] Clerical")
        await running.elsewhere(lambda other: units.rest_unit(other, ACTOR_ON_FILE, day.culinary.id))
        await running.shows("1 [C] Clerical")
        assert running.marked().startswith("1   [C] Clerical")
        running.press("enter")
        await running.shows("You help in Clerical this morning.")


async def test_a_part_that_ends_meanwhile_gives_way_to_the_next(
    house: House, clock: SetClock, rosas_card: str
) -> None:
    make_day(house)
    async with kiosk(house) as running:
        await open_board(running, rosas_card)
        clock.set("2026-11-23 13:05")
        running.press("1")
        await running.shows("Where would you like to help this afternoon?")
        assert sign_ups(house) == []


async def test_hidden_people_are_counted_and_not_named(house: House, rosas_card: str) -> None:
    day = make_day(house)
    for place, unit in enumerate((day.culinary, day.culinary, day.clerical)):
        day.joins(add(house, "Zebulonia", f"Q{place}", shown_as=ShownAs.HIDDEN), unit)
    day.joins(add(house, "Wei", "Chen"), day.culinary)
    day.joins(add(house, "Bo", "Nguyen", Kind.STAFF), day.culinary)
    async with kiosk(house) as running:
        await open_board(running, rosas_card)
        await running.shows("Wei C., Bo N., 2 more", "2 [C] Clerical 1 person To do")
        assert "Zebulonia" not in running.text()
