"""From when to when, by keys: quarter hours or exact, past midnight, or only how long."""

from datetime import date, time

import pytest

from clubhouse.employment.corrections import correct_hours
from clubhouse.employment.placements import UsualTime
from clubhouse.employment.stretches import of_length
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.settings import set_setting
from tests.employment import MONDAY, add_placement, hold, log
from tests.houses import ACTOR, SetClock, on_disk
from tests.screens.job_hours import on_file, open_day
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import ACTOR_ON_FILE
from tests.screens.test_board import on_screen

sizes = pytest.mark.parametrize("size", SIZES, ids=str)


async def open_time(running: Kiosk, card: str, key: str = "3") -> None:
    """Scan, open Monday, and another time."""
    await open_day(running, card)
    await running.shows(f"{key} ")
    running.press(key)
    await running.opens("HoursTimePage")


@sizes
async def test_start_and_end_in_quarter_hours(
    house: House, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    hold(house, add_placement(house), rosa)
    async with kiosk(house, size) as running:
        await open_time(running, rosas_card)
        await running.shows("When did you begin?", "1 Earlier: 8:45", "2 Later: 9:15", "3 I began at 9:00")
        assert on_screen(running)
        running.press("2", "2")
        await running.shows("3 I began at 9:30")
        running.press("4")
        await running.shows("1 Earlier: 9:00", "2 Later: 10:00", "4 In steps of 15 min")
        running.press("3")
        await running.shows("You began at 9:30. When were you done?", "3 Write it down: until 13:30, 4 h")
        assert on_screen(running)
        running.press("1")
        await running.shows("3 Write it down: until 13:15, 3 h 45 min")
        running.press("3")
        await running.opens("HoursDayPage")
        await running.shows("Worked 9:30 to 13:15, 3 h 45 min.")
        assert on_file(house) == [("worked", "2026-11-23", 225, "Rosa")]


async def test_past_midnight(house: House, rosa: Person, rosas_card: str) -> None:
    hold(house, add_placement(house, times=(UsualTime(1, time(22), 240),)), rosa)
    async with kiosk(house) as running:
        await open_time(running, rosas_card)
        await running.shows("3 I began at 22:00")
        running.press("3")
        await running.shows("Write it down: until 2:00 the next day, 4 h")
        running.press("2")
        await running.shows("Write it down: until 2:15 the next day, 4 h 15 min")
        running.press("3")
        await running.opens("HoursDayPage")
        await running.shows("Worked 22:00 to 2:15, 4 h 15 min.")
        assert on_file(house) == [("worked", "2026-11-23", 255, "Rosa")]


async def test_to_the_minute_where_the_house_says_so(house: House, rosa: Person, rosas_card: str) -> None:
    set_setting(house, ACTOR, "hour-steps", "exact")
    hold(house, add_placement(house), rosa)
    async with kiosk(house) as running:
        await open_time(running, rosas_card)
        running.press("3")
        await running.shows("When were you done?")
        for steps in ("In steps of 1 min", "In steps of 15 min"):
            running.press("4")
            await running.shows(steps)
        running.press("2", "2")
        await running.shows("3 Write it down: until 13:02, 4 h 2 min")
        running.press("3")
        await running.opens("HoursDayPage")
        await running.shows("Worked 9:00 to 13:02")
        assert [row[2] for row in on_file(house)] == [242]


async def test_only_how_long(house: House, rosa: Person, rosas_card: str) -> None:
    hold(house, add_placement(house), rosa)
    async with kiosk(house) as running:
        await open_time(running, rosas_card)
        running.press("5")
        await running.shows("How long did you work?", "1 Shorter: 3 h 30 min", "2 Longer: 4 h 30 min")
        running.press("1")
        await running.shows("3 Write it down: 3 h 30 min")
        running.press("3")
        await running.opens("HoursDayPage")
        await running.shows("Worked 3 h 30 min.")
        assert "1" not in running.choices()
        assert on_disk(house.store.path, "SELECT starts_at, minutes FROM work_days") == [(None, 210)]


async def test_the_length_never_becomes_nothing_nor_a_whole_day(house: House, rosa: Person, rosas_card: str) -> None:
    hold(house, add_placement(house), rosa)
    async with kiosk(house) as running:
        await open_time(running, rosas_card)
        running.press("5")
        await running.shows("How long did you work?")
        running.press(*["1"] * 12)
        await running.settle()
        await running.shows("3 Write it down: 30 min", "1 Shorter: 30 min")
        running.press(*["2"] * 60)
        await running.shows("3 Write it down: 23 h 30 min")


async def test_change_ones_own(house: House, rosa: Person, rosas_card: str) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa)
    log(house, baker, rosa, MONDAY)
    async with kiosk(house) as running:
        await open_time(running, rosas_card, "8")
        await running.shows("How long did you work?", "3 Write it down: 4 h")
        running.press("5")
        await running.shows("3 I began at 9:00")
        running.press("3")
        await running.shows("until 13:00, 4 h")
        running.press("1")
        await running.shows("until 12:45, 3 h 45 min")
        running.press("3")
        await running.opens("HoursDayPage")
        await running.shows("Worked 9:00 to 12:45, 3 h 45 min.")
        assert on_file(house) == [("worked", "2026-11-23", 225, "Rosa")]


@pytest.mark.parametrize(
    ("now", "words"),
    [("2026-11-02 09:00", "7:00 the next day, 9 h"), ("2026-03-09 09:00", "7:00 the next day, 7 h")],
)
async def test_in_a_night_of_a_clock_change_the_true_length_is_told_before_and_after(
    house: House, clock: SetClock, rosa: Person, rosas_card: str, now: str, words: str
) -> None:
    clock.set(now)
    saturday = UsualTime(6, time(23), 480)
    hold(house, add_placement(house, times=(saturday,)), rosa, date(2026, 2, 1))
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("3")
        await running.opens("HoursPage")
        running.press("left")
        await running.shows("usually 23:00 to 7:00")
        await running.settle()
        running.touch("usually 23:00 to 7:00")
        await running.opens("HoursDayPage")
        running.press("3")
        await running.opens("HoursTimePage")
        running.press("3")
        await running.shows(f"3 Write it down: until {words}")
        running.press("3")
        await running.opens("HoursDayPage")
        await running.shows(f"Worked 23:00 to 7:00, {words[-3:]}.")
        running.press("8")
        await running.opens("HoursTimePage")
        running.press("3")
        await running.shows(f"3 Write it down: until {words}")


async def test_undo_of_a_change_brings_back_what_stood_there(house: House, rosa: Person, rosas_card: str) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa)
    log(house, baker, rosa, MONDAY)
    async with kiosk(house) as running:
        await open_time(running, rosas_card, "8")
        await running.shows("3 Write it down: 4 h")
        running.press("1", "3")
        await running.opens("HoursDayPage")
        await running.shows("Worked 3 h 30 min.", "U Undo: the time as before")
        running.press("u", "u", "u")
        await running.shows("Worked 4 h.", "U Undo: take these hours away")
        await running.settle()
        assert on_file(house) == [("worked", "2026-11-23", 240, "Rosa")]
        running.press("8")
        await running.opens("HoursTimePage")
        running.press("0")
        await running.opens("HoursDayPage")
        await running.shows("U Undo: take these hours away")


async def test_what_staff_have_corrected_meanwhile_is_not_undone(house: House, rosa: Person, rosas_card: str) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa)
    log(house, baker, rosa, MONDAY)
    async with kiosk(house) as running:
        await open_time(running, rosas_card, "8")
        await running.shows("3 Write it down: 4 h")
        running.press("1", "3")
        await running.opens("HoursDayPage")
        await running.shows("U Undo: the time as before")
        ((row,),) = on_disk(house.store.path, "SELECT id FROM work_days WHERE ended_at IS NULL")
        await running.elsewhere(
            lambda other: correct_hours(other, ACTOR_ON_FILE, int(str(row)), of_length(180), "so")
        )
        await running.shows("Worked 3 h.", "U Undo: take these hours away")


async def test_back_writes_nothing(house: House, rosa: Person, rosas_card: str) -> None:
    hold(house, add_placement(house), rosa)
    async with kiosk(house) as running:
        await open_time(running, rosas_card)
        running.press("3")
        await running.shows("0 Back: when I began")
        running.press("0")
        await running.shows("0 Back: write nothing")
        running.press("0")
        await running.opens("HoursDayPage")
        assert on_file(house) == []


async def test_an_overlap_is_asked_about_and_may_be_dropped(house: House, rosa: Person, rosas_card: str) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa)
    log(house, baker, rosa, MONDAY)
    async with kiosk(house) as running:
        await open_time(running, rosas_card)
        await running.shows("3 I began at 9:00")
        running.press("3")
        await running.shows("3 Write it down: until 13:00")
        running.press("3")
        await running.shows("Are both right?", "5 Yes, both are right")
        assert running.marked().startswith("0   No")
        running.press("0")
        await running.shows("3 Write it down: until 13:00")
        running.press("3")
        await running.shows("5 Yes, both are right")
        running.press("5")
        await running.opens("HoursDayPage")
        assert len(on_file(house)) == 2


async def test_a_time_that_the_clocks_skip_says_so(
    house: House, clock: SetClock, rosa: Person, rosas_card: str
) -> None:
    hold(house, add_placement(house, times=(UsualTime(7, time(2, 30), 240),)), rosa)
    clock.set("2027-03-14 12:00")  # at 2:00 the clocks go forward
    async with kiosk(house) as running:
        await open_day(running, rosas_card, "4")
        await running.shows("Sunday, 14 March")
        running.press("3")
        await running.opens("HoursTimePage")
        running.press("3")
        await running.shows("When were you done?")
        running.press("3")
        await running.shows("the clocks were put forward")
        assert running.page == "HoursTimePage"
        assert on_file(house) == []
