"""A day of one's job hours: as usual, another time, undo, *I can't go*; and what is confirmed stays."""

from datetime import date, time, timedelta

import pytest

from clubhouse.employment import confirming, coverage, months
from clubhouse.employment.placements import UsualTime
from clubhouse.employment.stretches import from_to
from clubhouse.house import House
from clubhouse.people import Person
from tests.employment import MONDAY, add_employer, add_placement, hold, log
from tests.houses import SetClock, add
from tests.screens.job_hours import looked_for, on_file, open_day
from tests.screens.kiosks import SIZES, kiosk
from tests.screens.mornings import ACTOR_ON_FILE
from tests.screens.test_board import on_screen

sizes = pytest.mark.parametrize("size", SIZES, ids=str)
TODAY = "2026-11-23"


@sizes
async def test_as_usual_with_one_key_and_undo(
    house: House, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    hold(house, add_placement(house), rosa)
    async with kiosk(house, size) as running:
        await open_day(running, rosas_card)
        await running.shows("Monday, 23 November", "Baker's assistant, Harbor Bakery", "1 As usual, 9:00 to 13:00")
        assert running.choices() == ["1", "3", "4", "5", "0"]
        assert running.marked().startswith("1   As usual")
        assert on_screen(running)
        running.press("1")
        await running.shows("Worked 9:00 to 13:00, 4 h.", "U Undo: take these hours away")
        assert on_screen(running)
        assert on_file(house) == [("worked", TODAY, 240, "Rosa")]
        running.press("u")
        await running.shows("1 As usual, 9:00 to 13:00")
        assert on_file(house) == []


async def test_each_usual_stretch_has_its_own_key(house: House, rosa: Person, rosas_card: str) -> None:
    split = (UsualTime(1, time(9), 180), UsualTime(1, time(13), 120))
    hold(house, add_placement(house, times=split), rosa)
    async with kiosk(house) as running:
        await open_day(running, rosas_card)
        await running.shows("1 As usual, 9:00 to 12:00", "2 As usual, 13:00 to 15:00")
        assert len(running.choices()) <= 7
        running.press("1")
        await running.shows("Worked 9:00 to 12:00, 3 h.", "2 As usual, 13:00 to 15:00")
        assert "1" not in running.choices()
        running.press("2")
        await running.shows("Worked 9:00 to 12:00, 3 h; worked 13:00 to 15:00, 2 h.")
        assert [row[2] for row in on_file(house)] == [180, 120]


async def test_hands_that_shake_write_once(house: House, rosa: Person, rosas_card: str) -> None:
    hold(house, add_placement(house), rosa)
    async with kiosk(house) as running:
        await open_day(running, rosas_card)
        running.press("1", "1", "1")
        await running.shows("Worked 9:00 to 13:00")
        await running.settle()
        assert len(on_file(house)) == 1


@pytest.mark.parametrize(("key", "ahead", "words"), [("1", 0, "today"), ("2", 1, "tomorrow"), ("4", 3, "that day")])
async def test_i_cannot_go_tells_staff_and_is_taken_back(
    house: House, rosa: Person, rosas_card: str, key: str, ahead: int, words: str
) -> None:
    hold(house, add_placement(house), rosa)
    day = str(MONDAY + timedelta(days=ahead))
    async with kiosk(house) as running:
        await open_day(running, rosas_card, key)
        await running.shows(f"4 I can't go {words}")
        assert ("1" in running.choices()) == (ahead == 0)
        running.press("4")
        await running.shows("Thank you for saying so. Staff know.", "6 I can go after all")
        assert looked_for(house) == [(day, None)]
        running.press("6")
        await running.shows(f"4 I can't go {words}")
        assert looked_for(house) == []


async def test_who_cannot_go_reads_that_somebody_covers_and_not_who(
    house: House, rosa: Person, rosas_card: str
) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa)
    ben = add(house, "Benedetto")
    request = coverage.cannot_go(house, rosa.code, rosa.id, baker.id, MONDAY)
    coverage.arrange_coverage(house, ACTOR_ON_FILE, request.id, ben.id)
    async with kiosk(house) as running:
        await open_day(running, rosas_card)
        await running.shows("You can't go, somebody covers.", "Please talk with staff.")
        assert running.choices() == ["0"]
        assert "Benedetto" not in running.text()


async def test_the_employer_is_closed_and_open_after_all(house: House, rosa: Person, rosas_card: str) -> None:
    hold(house, add_placement(house), rosa)
    async with kiosk(house) as running:
        await open_day(running, rosas_card)
        running.press("5")
        await running.shows("The employer is closed.", "U Undo: the employer is open")
        assert on_file(house) == [("closed", TODAY, 0, None)]
        running.press("u")
        await running.shows("1 As usual")
        assert on_file(house) == []


async def test_confirmed_hours_say_so_kindly(house: House, rosa: Person, rosas_card: str) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa)
    confirming.confirm_hours(house, ACTOR_ON_FILE, [log(house, baker, rosa, MONDAY).id])
    async with kiosk(house) as running:
        await open_day(running, rosas_card)
        await running.shows("Worked 4 h, confirmed.", "Staff have confirmed them. Is something not right?")
        assert "8" not in running.choices()
        assert "U" not in running.choices()


async def test_what_is_confirmed_meanwhile_is_not_taken_away(house: House, rosa: Person, rosas_card: str) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa)
    work = log(house, baker, rosa, MONDAY)
    async with kiosk(house) as running:
        await open_day(running, rosas_card)
        await running.shows("U Undo: take these hours away")
        running.app._follower.close()
        await running.elsewhere(lambda other: confirming.confirm_hours(other, ACTOR_ON_FILE, [work.id]))
        running.press("u")
        await running.shows("Staff have confirmed these hours. Please ask staff to set them right.")
        await running.until(lambda: "U" not in running.choices(), "what can be chosen still")
        assert len(on_file(house)) == 1


async def test_a_month_that_is_reported_is_left_to_staff(
    house: House, clock: SetClock, rosa: Person, rosas_card: str
) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa, date(2026, 10, 1))
    log(house, baker, rosa, date(2026, 10, 30))
    months.lock_month(house, ACTOR_ON_FILE, "2026-10", sure=True)
    clock.set("2026-11-02 09:00")
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("3")
        await running.opens("HoursPage")
        await running.shows("8 Another day or week")
        running.press("left")
        await running.shows("26 October")
        running.press("5")
        await running.opens("HoursDayPage")
        await running.shows("That month is reported. Is something not right? Please ask staff.")
        assert "U" not in running.choices()


async def test_an_overlap_is_asked_about(house: House, rosa: Person, rosas_card: str) -> None:
    employer = add_employer(house)
    baker, clerk = add_placement(house, employer), add_placement(house, employer, "Clerk")
    hold(house, baker, rosa)
    hold(house, clerk, rosa)
    log(house, clerk, rosa, MONDAY, from_to(house, MONDAY, time(12), time(14)))
    async with kiosk(house) as running:
        await open_day(running, rosas_card)
        await running.shows("Baker's assistant, Harbor Bakery", "7 Other work that day")
        running.press("1")
        await running.shows("Are both right?", "5 Yes, both are right", "0 No, do not write it")
        assert len(on_file(house)) == 1
        running.press("0")
        await running.shows("1 As usual")
        running.press("1")
        await running.shows("Are both right?")
        running.press("5")
        await running.shows("Worked 9:00 to 13:00, 4 h.")
        assert [row[2] for row in on_file(house)] == [120, 240]
        running.press("7")
        await running.shows("Clerk, Harbor Bakery", "Worked 12:00 to 14:00")


async def test_a_day_long_ago_is_left_to_staff(house: House, clock: SetClock, rosa: Person, rosas_card: str) -> None:
    hold(house, add_placement(house), rosa)
    async with kiosk(house) as running:
        await open_day(running, rosas_card)
        await running.shows("1 As usual")
        clock.forward(days=house.settings().hours_days_back + 1)
        running.press("1")
        await running.shows("Please ask staff to write it down.")
        assert on_file(house) == []
