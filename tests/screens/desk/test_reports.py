"""Reports at the desk: the figures and the doubts of some days, turned and typed."""

import pytest

from clubhouse import attendance, visits
from clubhouse.audit import COMMAND_LINE
from clubhouse.figures_report import figures_report
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.periods import period_typed
from clubhouse.permissions import COORDINATOR_HOLDS, give_permission
from tests.houses import SetClock, actions_on_disk, local
from tests.screens.desks import marked_row, open_desk
from tests.screens.kiosks import LARGE, SIZES, Kiosk, kiosk
from tests.screens.mornings import Day


async def open_reports(running: Kiosk, day: Day, downs: int = 0, page: str = "ReportsRoom") -> None:
    """Go as a coordinator into the room, and on into one of its rooms."""
    for task in COORDINATOR_HOLDS:
        give_permission(running.app.house, COMMAND_LINE, day.ana, task)
    await open_desk(running, day.anas_card)
    running.press("7")
    await running.opens("ReportsRoom")
    if page != "ReportsRoom":
        running.press(*["down"] * downs, "enter")
        await running.opens(page)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_five_ways_on(house: House, day: Day, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await open_reports(running, day)
        await running.shows("Reports · Ana O.", "Figures", "Charts", "Exports", "What would make a report wrong")
        await running.shows("Lock a month", "Enter Open")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_figure_stands_beside_two_others_with_its_formula(
    house: House, day: Day, rosa: Person, size: tuple[int, int]
) -> None:
    visits.add_visit(house, COMMAND_LINE, rosa, local("2026-10-20 09:00"), local("2026-10-20 12:00"), "paper sheet")
    report = figures_report(house, period_typed("last month", house.today()))
    async with kiosk(house, size) as running:
        await open_reports(running, day, 0, "FiguresRoom")
        await running.shows("October 2026, beside September 2026 and October 2025", "Figure", "Year before")
        for line in report.lines:
            values = [each.value or "-" for each in (line.now, line.before, line.year_before)]
            assert await marked_row(running) == " ".join([line.now.name, *values])
            await running.shows(f"{line.now.name}: {line.now.formula}")
            running.press("down")


async def test_the_days_are_turned_and_typed(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_reports(running, day, 0, "FiguresRoom")
        running.press("E")
        await running.shows("September 2026, beside August 2026")
        running.press("L", "L")
        await running.shows("November 2026, beside October 2026")
        running.press("D")
        await running.opens("DaysForm")
        running.type("soon\r")
        await running.shows("'soon' is no period that is known")
        running.press("delete", "enter")
        await running.shows("Type which days")
        running.type("last quarter\r")
        await running.opens("FiguresRoom")
        await running.shows("2026-07-01 to 2026-09-30, beside 2026-04-01 to 2026-06-30")
        running.press("D")
        await running.opens("DaysForm")
        running.type("0001\r")
        await running.shows("There is nothing before 0001-01-01 to compare with")
        running.press("E")
        await running.shows("The calendar ends here.")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_doubt_says_how_it_is_set_right(
    house: House, day: Day, rosa: Person, clock: SetClock, size: tuple[int, int]
) -> None:
    attendance.sign_in_by_name(house, rosa.id)
    clock.forward(days=1)
    visits.close_days(house)
    async with kiosk(house, size) as running:
        await open_reports(running, day, 3, "DoubtsRoom")
        await running.shows("October 2026: 0 things to look at", "Nothing is in doubt in these days.")
        running.press("L")
        await running.shows("November 2026: 1 thing to look at", "estimated sign-out", "visit 1 of")
        await running.shows("In a terminal:", "clubhouse visits correct 1 --out TIME --reason WHY")
    assert actions_on_disk(house).count("view") == 2


async def test_help_and_back_looks_at_nothing_again(house: House, day: Day) -> None:
    async with kiosk(house, LARGE) as running:
        await open_reports(running, day, 3, "DoubtsRoom")
        await running.shows("Nothing is in doubt")
        running.press("f1")
        await running.opens("Help")
        running.press("escape")
        await running.opens("DoubtsRoom")
        await running.settle()
    assert actions_on_disk(house).count("view") == 1
