"""A list at the desk: the mark moves by keys and touches, letters narrow it, and keys work on the marked row."""

import pytest

from clubhouse.house import House
from screens.desk.rows import Row, Rows, fitted, narrowed
from tests.screens.desk.rooms_to_try import Letterkeys, Names, enter
from tests.screens.desks import marked_row, open_desk
from tests.screens.kiosks import SIZES, kiosk
from tests.screens.mornings import Day


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_mark_moves_and_stays_in_sight(house: House, day: Day, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await open_desk(running, day.anas_card)
        await enter(running, Names)
        await running.shows("Names · Ana O.", "Name", "Since", "Type letters to find", "1 Say it", "Esc Back")
        page = running.app.screen.query_one(Rows).size.height - 2
        for keys, place in (
            (["down"], 1),
            (["pagedown"], 1 + page),
            (["down", "down", "up"], 2 + page),
            (["pageup"], 2),
            (["end"], 299),
            (["down"], 299),
            (["up"], 298),
            (["home", "up"], 0),
            (["pagedown", "pageup"], 0),
        ):
            running.press(*keys)
            assert await marked_row(running) == f"Person {place} {place}:00"
            await running.settle()
            assert f"Person {place} " in running.text(), keys
            assert "Since" in running.text()


async def test_enter_and_a_touch_take_a_row(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        await enter(running, Names)
        running.press("down", "enter")
        running.touch("Person 4 ")
        await running.settle()
        assert Names.taken == [1, 4]
        assert await marked_row(running) == "Person 4 4:00"
        running.touch("Since")
        await running.settle()
        assert Names.taken == [1, 4]
        running.press("end")
        await running.settle()
        running.touch("Person 290 ")
        await running.settle()
        assert Names.taken == [1, 4, 290]


async def test_letters_narrow_the_list_and_the_mark_keeps_its_row(
    house: House, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = (Row("z", ("Zoë Ågren", "")), Row("y", ("Yan Zoe", "")))
    monkeypatch.setattr(Names, "known", [*Names.known, *more])
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        await enter(running, Names)
        await running.settle()
        running.type("zoe")
        await running.shows("Find: zoe_", "Zoë Ågren", "Yan Zoe")
        assert "Person" not in running.text()
        running.type(" ag")
        assert (await marked_row(running)).startswith("Zoë")
        running.press("1")
        await running.shows("Zoë Ågren")
        running.press(*["backspace"] * 3)
        assert (await marked_row(running)).startswith("Zoë")
        running.type("q")
        await running.settle()
        assert await marked_row(running) == ""
        running.press("enter", "down", "1", "escape")
        await running.shows("Person 0", "Type letters")
        assert (running.page, Names.taken) == ("Names", [])
        running.press("escape")
        await running.opens("Desk")


async def test_the_mark_stays_on_its_row_when_the_list_changes(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        await enter(running, Letterkeys)
        rows = running.app.screen.query_one(Rows)
        running.press(*["down"] * 5)
        await running.settle()
        rows.show(Names.known[3:])
        assert await marked_row(running) == "Person 5 5:00"
        rows.show([row for row in Names.known if row.id != 5])
        assert await marked_row(running) == "Person 2 2:00"
        rows.show([])
        running.press("s", "enter")
        await running.shows("nobody")
        assert Names.taken == []


async def test_letters_are_keys_where_they_narrow_nothing(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        await enter(running, Letterkeys)
        running.press("down", "s")
        await running.shows("Person 1 ", "S Say it")
        await running.until(lambda: running.app.screen.query_one("#said").display, "the name to be said")
        running.press("f1")
        await running.opens("Help")
        await running.shows("S Say it", "Says the name", "Esc Back")


@pytest.mark.parametrize("room", [Names, Letterkeys])
async def test_a_scan_wins(house: House, day: Day, rosas_card: str, room: type[Names]) -> None:
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        await enter(running, room)
        running.press("down")
        await running.come(rosas_card, later=5)
        await running.shows("Welcome, Rosa.")
        assert [type(each).__name__ for each in running.app.screen_stack][1:] == ["Home"]


async def test_user_text_is_text(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        await enter(running, Names)
        rows = running.app.screen.query_one(Rows)
        rows.show([Row(1, ("[@click=app.quit]hi[/] \x1b[31m\n陈伟", "[bold]")), Row(2, ("陈" * 80, "x"), dim=True)])
        await running.shows("[@click=app.quit]hi[/] [31m 陈伟", "[bold]", "…")


async def test_a_single_cell_runs_over_all_columns(house: House, day: Day) -> None:
    async with kiosk(house, SIZES[1]) as running:
        await open_desk(running, day.anas_card)
        await enter(running, Names)
        words = "Nobody is here today, and nobody was here yesterday."
        running.app.screen.query_one(Rows).show([Row(1, (words[:50],)), Row(2, ("Ana", "8:47"))])
        await running.shows(words[:50], "Ana 8:47")


@pytest.mark.parametrize(
    ("widths", "room", "expected"),
    [
        ([5, 5], 20, [5, 5]),
        ([30, 5], 20, [13, 5]),
        ([30, 20, 5], 40, [15, 16, 5]),
        ([9, 9], 12, [5, 5]),
        ([9, 9], 3, [3, 3]),
        ([], 3, []),
    ],
)
def test_wide_columns_make_room_for_the_others(widths: list[int], room: int, expected: list[int]) -> None:
    assert narrowed(widths, room) == expected


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [("abc", 5, "abc  "), ("abcdef", 4, "abc…"), ("陈伟陈", 4, "陈… "), ("", 2, "  "), ("ab", 1, "a"), ("ab", 0, "")],
)
def test_words_are_fitted_into_their_cells(words: str, width: int, expected: str) -> None:
    assert fitted(words, width) == expected
