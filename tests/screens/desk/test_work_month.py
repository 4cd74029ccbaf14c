"""The hours of a month at the desk: confirmed, corrected, reported, printed."""

from datetime import date

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment.months import lock_month, reported_months
from clubhouse.house import House
from tests.employment import hold, log
from tests.screens.desk.works import Work, hours_on_disk, make_work, open_page
from tests.screens.desks import marked_row
from tests.screens.kiosks import SIZES, WIDE, Kiosk, kiosk


@pytest.fixture
def work(house: House) -> Work:
    """Rosa has written hours on Thursday, confirmed, and on Friday."""
    return make_work(house)


async def open_rows(running: Kiosk, work: Work) -> None:
    """Open the rows of the month."""
    await open_page(running, work, "m", "WorkMonth")
    await running.shows("All together")
    running.press("d")
    await running.opens("WorkRows")


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
async def test_a_month_stands_by_person_and_placement(house: House, work: Work, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await open_page(running, work, "m", "WorkMonth")
        await running.shows("Hours · November 2026 · Kimberly R.", "Rosa Al", "8:00", "All together")
        assert ("120.00" in running.flat()) is (size != SIZES[1])
        running.press("enter")
        await running.opens("WorkRows")
        await running.shows("November 2026 · Rosa Alvarez", "19 Thursday", "confirmed", "20 Friday", "to confirm")
        running.press("escape")
        await running.opens("WorkMonth")
        running.press("b")
        await running.shows("October 2026", "No hours are written down for this month.")
        running.press("n", "n")
        await running.shows("December 2026")


async def test_rows_are_confirmed_one_key_each_and_taken_back(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_rows(running, work)
        running.press("end", "k")
        await running.shows("Confirmed.")
        await running.until(lambda: "to confirm" not in running.flat(), "both to be confirmed")
        assert [row[3] for row in hours_on_disk(house)] == ["confirmed", "confirmed"]
        running.press("home", "k")
        await running.shows("Not confirmed any more.", "to confirm")
        assert [row[3] for row in hours_on_disk(house)] == ["logged", "confirmed"]
        running.press("end", "k")
        await running.until(lambda: [row[3] for row in hours_on_disk(house)] == ["logged"] * 2, "both taken back")
        await running.settle()
        running.press("home", "k", "k")
        await running.until(lambda: [row[3] for row in hours_on_disk(house)] == ["confirmed"] * 2, "both at once")


@pytest.mark.parametrize(("key", "words"), [("k", "All hours of Rosa Alvarez"), ("a", "All hours of November 2026")])
async def test_a_whole_line_or_month_is_confirmed_after_a_question(
    house: House, work: Work, key: str, words: str
) -> None:
    async with kiosk(house) as running:
        await open_page(running, work, "m", "WorkMonth")
        await running.shows("All together")
        running.press(key)
        await running.shows(words, "Enter: yes. Esc: no.")
        assert [row[3] for row in hours_on_disk(house)] == ["confirmed", "logged"]
        running.press("enter")
        await running.shows("onfirmed.")
        await running.settle()
        assert [row[3] for row in hours_on_disk(house)] == ["confirmed", "confirmed"]


async def test_a_month_is_reported_after_both_questions_and_corrections_stand_marked(
    house: House, work: Work
) -> None:
    async with kiosk(house) as running:
        await open_page(running, work, "m", "WorkMonth")
        await running.shows("All together")
        running.press("l")
        await running.shows("November 2026 has been reported?")
        running.press("enter")
        await running.shows("not confirmed: 1", "(Monday 2 November, Tuesday 3 November", "Enter: yes. Esc: no.")
        assert reported_months(house, "2026-11") == []
        running.press("enter")
        await running.shows("The month is noted as reported.", "November 2026, reported")
        running.press("enter")
        await running.opens("WorkRows")
        running.press("enter")
        await running.opens("CorrectHours")
        await running.shows("Or how long 4:00")
        running.press("down", "down", *["backspace"] * 4)
        running.type("3:30\r\r")
        await running.shows("A correction needs a reason")
        running.type("time sheet\r")
        await running.opens("WorkRows")
        await running.shows("The hours are set right.", "3:30", "corrected later")
        assert hours_on_disk(house)[0] == ("2026-11-19", "worked", 210, "confirmed", 1)
        running.press("escape")
        await running.shows("corrected later", "7:30")


async def test_one_placement_is_reported_by_itself(house: House, work: Work) -> None:
    hold(house, work.clerk, work.kim, sure=True)
    log(house, work.clerk, work.kim, date(2026, 11, 20))
    async with kiosk(house) as running:
        await open_page(running, work, "m", "WorkMonth")
        await running.shows("All together")
        running.press("end", "p")
        await running.shows("Mark the line of somebody first.")
        running.press("home", "p")
        await running.shows("November 2026 of Harbor Bakery: Clerk has been reported?")
        running.press("enter")
        await running.shows("not confirmed: 1", "Enter: yes. Esc: no.")
        running.press("enter")
        await running.shows("The month is noted as reported, of that placement.", "1 · reported")
        assert running.flat().count("· reported") == 1
    assert [each.placement_id for each in reported_months(house, "2026-11")] == [work.clerk.id]


async def test_what_was_reported_already_is_said(house: House, work: Work) -> None:
    lock_month(house, COMMAND_LINE, "2026-11", sure=True)
    async with kiosk(house) as running:
        await open_page(running, work, "m", "WorkMonth")
        await running.shows("reported")
        running.press("l", "enter")
        await running.shows("2026-11 was reported already.")


async def test_a_question_of_the_house_can_be_answered_with_no(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_page(running, work, "m", "WorkMonth")
        await running.shows("All together")
        running.press("l", "enter")
        await running.shows("not confirmed: 1")
        running.press("escape")
        await running.settle()
        assert (running.page, reported_months(house, "2026-11")) == ("WorkMonth", [])
        running.press("k", "escape", "escape")
        await running.opens("Work")


async def test_the_benefits_report_is_a_file_and_where_it_is_is_said(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_page(running, work, "m", "WorkMonth")
        await running.shows("All together")
        assert (await marked_row(running)).startswith("Rosa Alvarez")
        running.press("r")
        await running.shows("The report is written:", "then throw it away.")
        running.press("end", "r")
        await running.shows("Mark the line of somebody first.")
    (made,) = (house.store.path.parent / "to-print").iterdir()
    assert made.name == f"benefits-{work.rosa.code}-2026-11.html"
    assert "120.00" in made.read_text(encoding="utf-8")
    assert made.stat().st_mode & 0o077 == 0
