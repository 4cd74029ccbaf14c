"""One's own week of job hours: what is written, totals, other weeks, and *I would like to work*."""

from datetime import date, timedelta

import pytest

from clubhouse.employment import confirming, coverage, jobs, next_in_line, work_days
from clubhouse.employment.jobs import JobKind, NewJob
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.settings import set_setting
from tests.employment import MONDAY, add_employer, add_placement, cannot_go, covered, hold, log
from tests.houses import ACTOR, SetClock, add, add_with_card
from tests.screens.job_hours import asks, on_file, open_hours
from tests.screens.kiosks import SIZES, kiosk
from tests.screens.mornings import ACTOR_ON_FILE
from tests.screens.test_board import on_screen

sizes = pytest.mark.parametrize("size", SIZES, ids=str)
WEDNESDAY = date(2026, 11, 25)


@sizes
async def test_the_week_by_day(
    house: House, clock: SetClock, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa)
    clock.set("2026-11-25 13:30")
    confirming.confirm_hours(house, ACTOR_ON_FILE, [log(house, baker, rosa, MONDAY, 255).id])
    work_days.log_closed(house, rosa.code, baker.id, date(2026, 11, 24))
    cannot_go(house, baker, rosa, date(2026, 11, 26))
    async with kiosk(house, size) as running:
        await open_hours(running, rosas_card)
        await running.shows(
            "My job hours this week", "Week: 4 h 15 min · November 2026: 4 h 15 min",
            "1 Monday, 23 November Worked 4 h 15 min, confirmed", "The employer is closed",
            "3 Wednesday, 25 November (today) Nothing written yet, usually 9:00 to 13:00",
            "You can't go, staff know", "5 Friday, 27 November 9:00 to 13:00",
        )  # fmt: skip
        assert running.choices() == ["1", "2", "3", "4", "5", "8", "0"]
        assert running.marked().startswith("3   Wednesday")
        assert on_screen(running)
        assert "pay" not in running.text()


async def test_hours_and_coverage_stand_apart_and_pay_where_the_house_shows_it(
    house: House, rosa: Person, rosas_card: str
) -> None:
    employer = add_employer(house)
    baker, clerk = add_placement(house, employer), add_placement(house, employer, "Clerk")
    hold(house, baker, rosa)
    hold(house, clerk, ben := add(house, "Ben"))
    log(house, baker, rosa, MONDAY)
    covered(house, clerk, rosa, MONDAY, ben, 90)
    set_setting(house, ACTOR, "pay-shown", "on")
    async with kiosk(house) as running:
        await open_hours(running, rosas_card)
        await running.shows("Week: 4 h and covered 1 h 30 min", "gross pay 82.50", "Clerk: covered 1 h 30 min")
        assert "Ben" not in running.text()


async def test_earlier_and_later_weeks_as_far_as_hours_are_written(
    house: House, rosa: Person, rosas_card: str
) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa, date(2026, 10, 1))
    log(house, baker, rosa, MONDAY - timedelta(days=5))
    async with kiosk(house) as running:
        await open_hours(running, rosas_card)
        running.press("8")
        await running.shows("1 The week before", "2 The week after", "3 Saturday", "4 Sunday", "Harbor Bakery")
        running.press("1")
        await running.shows("Monday 16 November to Sunday 22 November", "Week: 4 h", "Worked 4 h")
        running.press("right")
        await running.shows("My job hours this week")
        for _ in range(8):
            running.press("left")
            await running.settle()
        await running.shows("19 October to Sunday 25 October")
        running.press("8")
        await running.settle()
        assert "The week before" not in running.text()
        running.press("escape")
        await running.shows("8 Another day or week")
        running.press("escape")
        await running.opens("Home")


async def test_one_key_says_that_one_would_like_to_work(house: House, rosa: Person, rosas_card: str) -> None:
    add_placement(house)
    async with kiosk(house) as running:
        await open_hours(running, rosas_card)
        await running.shows("There is no paid work of yours here.", "1 I would like to work")
        running.press("1")
        await running.shows("You stand in the line", "U Undo: I would not like to work now")
        assert len(next_in_line.wishes_of(house, rosa.code, rosa.id)) == 1
        running.press("u")
        await running.shows("1 I would like to work")
        assert next_in_line.wishes_of(house, rosa.code, rosa.id) == []


async def test_who_works_may_like_to_work_too(house: House, rosa: Person, rosas_card: str) -> None:
    hold(house, add_placement(house), rosa)
    async with kiosk(house) as running:
        await open_hours(running, rosas_card)
        running.press("8")
        await running.shows("6 I would like to work")
        running.press("6")
        await running.shows("You stand in the line")
        assert len(next_in_line.wishes_of(house, rosa.code, rosa.id)) == 1


async def test_a_job_of_ones_own_is_listed_and_may_be_logged(
    house: House, clock: SetClock, rosa: Person, rosas_card: str
) -> None:
    clock.set("2026-11-25 13:30")
    jobs.add_job(house, rosa.code, NewJob(rosa.id, JobKind.SUPPORTED, "City Library", "Page", 600, date(2026, 9, 1)))
    async with kiosk(house) as running:
        await open_hours(running, rosas_card)
        running.press("3")
        await running.opens("HoursDayPage")
        await running.shows("Page, City Library Nothing written.", "3 Another time")
        assert running.choices() == ["3", "0"]
        running.press("3")
        await running.opens("HoursTimePage")
        running.press("5")
        await running.shows("3 Write it down: 4 h")
        running.press("3")
        await running.opens("HoursDayPage")
        await running.shows("Worked 4 h.")
        assert on_file(house) == [("worked", "2026-11-25", 240, "Rosa")]


async def test_every_day_with_work_can_be_reached(
    house: House, clock: SetClock, rosa: Person, rosas_card: str
) -> None:
    clock.set("2026-11-25 13:30")
    jobs.add_job(house, rosa.code, NewJob(rosa.id, JobKind.SUPPORTED, "City Library", "Page", 600, date(2026, 9, 1)))
    baker = add_placement(house)
    hold(house, baker, ben := add(house, "Ben"))
    request = cannot_go(house, baker, ben, WEDNESDAY)
    coverage.offer_coverage(house, ACTOR_ON_FILE, request.id, rosa.id)
    async with kiosk(house) as running:
        await open_hours(running, rosas_card)
        seen = running.flat()
        running.press("8")
        await running.shows("1 The week before")
        seen += running.flat()
        days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
        assert all(f"{day}, 2" in seen for day in days)


async def test_staff_have_the_page_only_where_they_cover(house: House) -> None:
    ana, card = add_with_card(house, "Ana", "Ortiz", Kind.STAFF)
    baker = add_placement(house)
    async with kiosk(house) as running:
        await running.come(card)
        assert "3" not in running.choices()
        await running.elsewhere(lambda other: asks(other, baker, ana))
        await running.shows("Somebody would like your help on Monday 23 November: press 3.", "3 My job hours")
        assert "Harbor Bakery" not in running.text()


async def test_what_changes_elsewhere_shows(house: House, rosa: Person, rosas_card: str) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa)
    async with kiosk(house) as running:
        await open_hours(running, rosas_card)
        await running.elsewhere(lambda other: log(other, baker, rosa, MONDAY))
        await running.shows("Worked 4 h")
