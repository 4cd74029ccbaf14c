"""The month: weeks side by side or days below each other; arrows mark a day, Enter opens it."""

import re
from datetime import date, time, timedelta

import pytest
from rich.cells import cell_len

from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.program import see_program
from clubhouse.settings import set_setting
from screens.month_lines import Grid, by_day, day_lines, grid_for, grid_lines, list_lines
from tests.houses import ACTOR
from tests.screens.kiosks import LARGE, SIZES, SMALL, WIDE, Kiosk, kiosk
from tests.screens.programs import comes, open_program, plan

TODAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


async def open_month(running: Kiosk, card: str) -> None:
    """Scan, and look at the month."""
    await open_program(running, card)
    running.press("8")
    await running.shows("9 The month as a calendar")
    running.press("9")
    await running.opens("MonthPage")


@pytest.fixture
def planned(house: House, rosa: Person) -> None:
    """Two things on Friday, one of them Rosa's own; one thing on Tuesday, and one in December."""
    comes(house, plan(house), rosa)
    plan(house, "Karaoke", FRIDAY, time(20), seats=None)
    plan(house, "Movie night", date(2026, 11, 24), time(19))
    plan(house, "Holiday dinner", date(2026, 12, 25), time(12))


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
async def test_every_day_of_the_month_can_be_read(
    house: House, planned: None, rosas_card: str, size: tuple[int, int]
) -> None:
    async with kiosk(house, size) as running:
        await open_month(running, rosas_card)
        await running.shows("November 2026", "7 8 Enter 0", "Month before Next month This day Back")
        assert all(cell_len(line) <= size[0] for line in running.lines())
        if size == SMALL:
            await running.shows(
                "[Today 23] nothing is planned", "Friday 27 *18:30 Bowling 20:00 Karaoke", "Tuesday 24 19:00 Movie"
            )
        else:
            await running.shows("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "[23] today", "27 *")
            assert all(f" {day} " in running.flat() for day in range(2, 23))
            await running.shows("Monday 23 November Nothing is planned.")


async def test_arrows_mark_a_day_and_enter_opens_it(house: House, planned: None, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await open_month(running, rosas_card)
        running.press("right")
        await running.shows("[24]", "Tuesday 24 November 19:00 Movie night · 2 seats free")
        running.press("enter")
        await running.opens("EventPage")
        await running.shows("Movie night", "1 I would like to come")
        running.press("0")
        await running.opens("MonthPage")
        running.press("down", "left", "left", "left", "left", "up", "down", "down")
        await running.shows("December 2026")
        running.press("up")
        await running.shows("[27]", "Friday 27 November *18:30 Bowling · 1 seat free 20:00 Karaoke · seats for")
        running.press("space")
        await running.opens("ProgramPage")
        await running.shows("Friday 27 November", "1 18:30 · Bowling You are registered", "2 20:00 · Karaoke")
        running.press("0")
        await running.opens("MonthPage")
        running.press("0")
        await running.opens("ProgramPage")


async def test_nothing_opens_where_nothing_is_on(house: House, planned: None, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await open_month(running, rosas_card)
        running.press("enter")
        await running.settle()
        assert running.page == "MonthPage"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("on", "back"), [("8", "7"), ("pagedown", "pageup")])
async def test_other_months(
    house: House, planned: None, rosas_card: str, size: tuple[int, int], on: str, back: str
) -> None:
    async with kiosk(house, size) as running:
        await open_month(running, rosas_card)
        running.press(on)
        await running.shows("December 2026", "Holiday")
        running.press(on)
        await running.shows("January 2027")
        running.press(back, back)
        await running.shows("November 2026", "[Today 23]" if size == SMALL else "[23] today")
        for _ in range(20):
            running.press(on)
        await running.shows("November 2027")


async def test_in_the_list_arrows_go_from_one_day_to_the_next_where_something_is_on(
    house: House, planned: None, rosas_card: str
) -> None:
    async with kiosk(house, SMALL) as running:
        await open_month(running, rosas_card)
        running.press("down")
        await running.shows("[Tuesday 24]")
        running.press("down")
        await running.shows("[Friday 27]")
        running.press("down")
        await running.shows("[Friday 27]")
        running.press("up", "up")
        await running.shows("[Today 23]")


async def test_a_long_list_is_moved_along(house: House, rosas_card: str) -> None:
    for place in range(1, 31):
        plan(house, f"Event {place}", date(2026, 12, place))
    async with kiosk(house, SMALL) as running:
        await open_month(running, rosas_card)
        running.press("8")
        await running.shows("[Tuesday 1] 18:30 Event 1")
        for place in range(2, 31):
            running.press("down")
            wanted = re.compile(rf"^ \[.*\] +18:30 Event {place}\b")
            await running.until(lambda: any(map(wanted.match, running.lines())), f"day {place}")  # noqa: B023


async def test_touching_a_day_marks_it_and_again_opens_it(house: House, planned: None, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await open_month(running, rosas_card)
        running.touch("24 ")
        await running.shows("[24]", "Tuesday 24 November")
        running.touch("[24]")
        await running.opens("EventPage")
        running.press("0")
        await running.opens("MonthPage")
        running.touch("Next month")
        await running.shows("December 2026")
        running.touch("Back")
        await running.opens("ProgramPage")


async def test_the_month_follows_other_kiosks_and_the_mark_stays(
    house: House, planned: None, rosas_card: str
) -> None:
    async with kiosk(house) as running:
        await open_month(running, rosas_card)
        running.press("right", "right")
        await running.shows("[25]")
        await running.elsewhere(lambda other: plan(other, "Bingo", date(2026, 11, 25)))
        await running.shows("[25]", "Wednesday 25 November 18:30 Bingo · 2 seats free")


async def test_a_window_made_small_shows_the_list(house: House, planned: None, rosas_card: str) -> None:
    async with kiosk(house, LARGE) as running:
        await open_month(running, rosas_card)
        await running.pilot.resize_terminal(*SMALL)
        await running.shows("[Today 23]")
        await running.pilot.resize_terminal(*LARGE)
        await running.shows("[23] today")


@pytest.mark.parametrize(("starts", "first"), [("monday", "Monday"), ("sunday", "Sunday")])
async def test_weeks_begin_as_the_house_likes(house: House, rosas_card: str, starts: str, first: str) -> None:
    set_setting(house, ACTOR, "week-starts", starts)
    async with kiosk(house) as running:
        await open_month(running, rosas_card)
        assert running.lines()[1].split()[0] == first


@pytest.mark.parametrize("day", [date(2026, 2, 1), date(2026, 11, 30), date(2027, 2, 1), date(2028, 2, 29)])
@pytest.mark.parametrize("sunday_first", [False, True])
@pytest.mark.parametrize("size", [(78, 16), (118, 32)])
def test_every_day_has_its_place_and_no_other(day: date, sunday_first: bool, size: tuple[int, int]) -> None:
    grid = grid_for(day, *size)
    lines = grid_lines(day, TODAY, {}, grid, sunday_first=sunday_first)
    assert len(lines) <= size[1]
    days = [piece.day for line in lines[1 :: grid.rows] for piece in line if piece.day]
    assert days == [day.replace(day=1) + timedelta(days=place) for place in range(len(days))]
    assert {each.month for each in days} == {day.month}
    assert (days[-1] + timedelta(days=1)).month != day.month
    assert {cell_len(piece.words) for line in lines for piece in line} == {grid.width}
    assert {piece.day for line in lines for piece in line if piece.marked} == {day}


def test_more_than_has_room_is_counted(house: House) -> None:
    for place in range(5):
        plan(house, f"Event {place} 歐陽小明", FRIDAY, time(10 + place), seats=None)
    events = see_program(house, FRIDAY, FRIDAY).events
    days = by_day(events)
    cell = [line[4].words.strip() for line in grid_lines(FRIDAY, TODAY, days, Grid(11, 3))[13:16]]
    assert cell[0] == "[27]"
    assert cell[1].endswith("…")
    assert cell[2].endswith("+3")
    assert day_lines(events, 3, 24)[2:] == ["And 3 more: press Enter."]
    assert len(day_lines(events, 5, 24)) == 5
    assert len(list_lines(FRIDAY, TODAY, days, 40, 24)) == 6
    assert all(cell_len(piece.words) <= 40 for line in list_lines(FRIDAY, TODAY, days, 40, 24) for piece in line)
