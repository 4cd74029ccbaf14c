"""From a doubt at the desk to the page where it is set right, and back, where it is gone."""

import pytest

from clubhouse import attendance, visits
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.locking import lock_month
from clubhouse.people import Person
from clubhouse.permissions import STAFF_HOLD, Permission, take_permission
from screens.desk.today_person import PersonRoom
from tests.employment import add_placement, hold
from tests.houses import SetClock, actions_on_disk, add, local, visits_on_disk
from tests.screens.desk.test_reports import open_reports
from tests.screens.desks import marked_row, open_desk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import Day


async def open_doubts(running: Kiosk, day: Day, count: str = "1 thing") -> None:
    """Go there, to what would make a report of this month wrong."""
    await open_reports(running, day, 3, "DoubtsRoom")
    await running.shows("October 2026: ", "to look at")
    running.press("L")
    await running.shows(f"November 2026: {count} to look at")


@pytest.fixture
def guessed(house: House, rosa: Person, clock: SetClock) -> None:
    """Rosa did not sign out; it is a month later."""
    clock.set("2026-11-02 09:00")
    attendance.sign_in_by_name(house, rosa.id)
    clock.set("2026-11-23 08:47")
    visits.close_days(house)


@pytest.mark.usefixtures("guessed")
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_guessed_visit_is_set_right_and_gone(house: House, day: Day, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await open_doubts(running, day)
        await running.shows("estimated sign-out", "Enter opens the page where it is set right.")
        running.press("enter")
        await running.opens("PersonRoom")
        await running.shows("Rosa Alvarez")
        assert "a guess" in await marked_row(running)
        running.press("enter")
        await running.opens("SetRight")
        running.press("enter", "delete")
        running.type("1430\rshe told us\r\r")
        await running.opens("PersonRoom")
        running.press("escape")
        await running.opens("DoubtsRoom")
        await running.shows("Set right: visit 1 of M0001", "Nothing is in doubt in these days.")
    assert visits_on_disk(house)[0][1:] == ("2026-11-02T19:30:00Z", "paper")
    assert actions_on_disk(house).count("view") == 3  # two looks for doubts, one at her visits


@pytest.mark.usefixtures("guessed")
async def test_what_was_only_looked_at_stays(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_doubts(running, day)
        running.press("enter")
        await running.opens("PersonRoom")
        running.press("escape")
        await running.opens("DoubtsRoom")
        await running.settle()
        assert "visit 1 of M0001" in await marked_row(running)
        await running.shows("November 2026: 1 thing to look at")


async def test_two_entries_are_made_one_and_gone(house: House, day: Day, rosa: Person) -> None:
    twin = add(house, "ROSA", "alvarez")
    async with kiosk(house) as running:
        await open_doubts(running, day)
        await running.shows("looks like one person twice")
        running.press("enter")
        await running.opens("SideBySide")
        await running.shows(rosa.code, twin.code)
        running.press("enter")
        await running.opens("Question")
        running.press("enter")
        await running.opens("DoubtsRoom")
        await running.shows("Nothing is in doubt in these days.")


async def test_a_work_day_without_hours_opens_that_day(house: House, day: Day, rosa: Person) -> None:
    hold(house, add_placement(house), rosa)
    async with kiosk(house) as running:
        await open_doubts(running, day, "15 things")
        await running.shows("work day without hours")
        running.press("enter")
        await running.opens("WorkDay")
        await running.shows("hours not written")


@pytest.mark.usefixtures("guessed")
async def test_whoever_may_not_is_told_who_can(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_doubts(running, day)
        take_permission(house, COMMAND_LINE, day.ana, Permission.GREETER)
        running.app.screen.permissions = frozenset({Permission.REPORTS})  # type: ignore[attr-defined]
        running.press("enter")
        await running.shows("Visits are set right by those who look after the door.")


@pytest.mark.usefixtures("guessed")
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_month_is_locked_after_two_questions_and_opened_with_a_reason(
    house: House, day: Day, clock: SetClock, size: tuple[int, int]
) -> None:
    clock.set("2026-12-02 09:00")
    async with kiosk(house, size) as running:
        await open_reports(running, day, 4, "MonthsRoom")
        assert (await marked_row(running)).startswith("November 2026 1 no")
        running.press("L")
        await running.shows("November 2026 has been reported?")
        clock.forward(seconds=5)
        await answer(running)
        await running.shows("In 2026-11 there is still 1 thing to look at")
        await answer(running)
        await running.shows("November 2026 is locked.", "on 2026-12-02, S0001")
        running.press("L")
        await running.shows("is locked already. U takes the lock off.")
        running.press("U")
        await running.opens("UnlockForm")
        running.type("not sent\r\r")
        await running.opens("MonthsRoom")
        await running.shows("The month is not locked any more.")
        assert (await marked_row(running)).startswith("November 2026 1 no")
        running.press("enter")
        await running.opens("DoubtsRoom")
        await running.shows("November 2026: 1 thing to look at")


async def answer(running: Kiosk) -> None:
    """Say yes, as somebody does who has read the question."""
    await running.settle()
    running.app.screen._pressed = 0.0  # type: ignore[attr-defined]
    running.press("enter")


async def test_a_month_locked_from_the_doubts_says_so_there(house: House, day: Day, rosa: Person) -> None:
    came, left = local("2026-10-20 09:00"), local("2026-10-20 10:00")
    visits.add_visit(house, COMMAND_LINE, rosa, came, left, "paper sheet")
    async with kiosk(house) as running:
        await open_reports(running, day, 3, "DoubtsRoom")
        running.press("K")
        await running.opens("MonthsRoom")
        running.press("L")
        await running.shows("October 2026 has been reported?")
        await answer(running)
        await running.shows("October 2026 is locked.")
        running.press("escape")
        await running.opens("DoubtsRoom")
        await running.shows("October 2026 (2026-10 locked)")


async def test_whoever_looks_after_the_door_alone_is_told_whom_to_ask(
    house: House, day: Day, rosa: Person, clock: SetClock
) -> None:
    came, left = local("2026-11-20 09:00"), local("2026-11-20 10:00")
    visits.add_visit(house, COMMAND_LINE, rosa, came, left, "paper sheet")
    clock.set("2026-12-01 09:00")
    lock_month(house, COMMAND_LINE, "2026-11", sure=True)
    before = visits_on_disk(house)
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        running.app.screen.enter_page(  # type: ignore[attr-defined]
            PersonRoom(day.ana, STAFF_HOLD, rosa.id, "Rosa Alvarez")
        )
        await running.opens("PersonRoom")
        await running.shows("20 Nov 2026")
        running.press("enter")
        await running.opens("SetRight")
        running.press("enter", "delete")
        running.type("1430\rshe told us\r\r")
        await running.shows("November 2026 was reported and is locked.", "who looks after reports")
    assert visits_on_disk(house) == before
