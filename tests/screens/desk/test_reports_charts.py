"""Charts at the desk: the same as on the command line, one at a time, in the room there is."""

from datetime import date

import pytest

from clubhouse import visits
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.pictures import Picture, pictures
from screens.desk.report_charts import bars
from tests.houses import local
from tests.screens.desk.test_reports import open_reports
from tests.screens.desks import marked_row
from tests.screens.kiosks import SIZES, kiosk
from tests.screens.mornings import Day

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_chart_is_shown_with_how_it_is_counted(
    house: House, day: Day, rosa: Person, size: tuple[int, int]
) -> None:
    visits.add_visit(house, COMMAND_LINE, rosa, local("2026-10-20 09:00"), local("2026-10-20 12:00"), "paper sheet")
    drawn = pictures(house, OCTOBER)
    async with kiosk(house, size) as running:
        await open_reports(running, day, 1, "ChartsRoom")
        for place, picture in enumerate(drawn, 1):
            await running.shows(picture.title, f"{place} of {len(drawn)}")
            assert picture.about[:30] in " ".join(running.text().split())
            running.press("N")
        await running.shows(f"1 of {len(drawn)}")
        running.press("B")
        await running.shows("Members at work beside ADA-WOD", "20 % of ADA-WOD", "50 % of ADA-WOD")
        running.press("E")
        await running.shows("Members at work beside ADA-WOD · September 2026")


async def test_the_bar_of_the_day_on_which_somebody_came_is_whole(house: House, day: Day, rosa: Person) -> None:
    visits.add_visit(house, COMMAND_LINE, rosa, local("2026-10-20 09:00"), local("2026-10-20 12:00"), "paper sheet")
    async with kiosk(house) as running:
        await open_reports(running, day, 0, "FiguresRoom")
        await running.shows("beside September 2026")
        running.press("G")
        await running.opens("ChartsRoom")
        await running.shows("Tue 2026-10-20")
        running.press(*["down"] * 16)
        assert "█" in await marked_row(running)
        await running.shows("Tue 2026-10-20: 1")


@pytest.mark.parametrize("width", [20, 51, 77, 117])
def test_the_longest_bar_fits_beside_its_name_and_height(width: int) -> None:
    found = bars(Picture("p", (("Monday", 12.5), ("Tuesday", 6.25), ("Wednesday", 0.0))), width, "#")
    whole = max(len(row.cells[1]) for row in found)
    assert len("Wednesday") + 2 + whole + 2 + len("6.25") <= max(width, 21)
    assert [len(row.cells[1]) for row in found] == [whole, round(whole / 2), 0]
    assert [row.cells[2] for row in found] == ["12.5", "6.25", "0"]


def test_a_chart_of_nothing_has_no_rows() -> None:
    assert list(bars(Picture("p", ()), 77, "#")) == []
