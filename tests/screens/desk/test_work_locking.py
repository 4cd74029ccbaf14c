"""No page of paid work leaves anything behind: names, employers and hours are forgotten when the desk locks."""

import pytest

from clubhouse.house import House
from tests.forms import some
from tests.screens.desk.works import Work, make_work, open_work
from tests.screens.kiosks import Kiosk, kiosk
from tests.screens.test_privacy import keeps, kept_of

WORDS = ("Alvarez", "Benjamin", "Harbor Bakery", "Kimberly")
PAGES = (
    ("WorkDay", "enter"),
    ("Offer", "enter o"),
    ("Arrange", "enter a"),
    ("WriteHours", "enter w"),
    ("WorkMonth", "m"),
    ("WorkRows", "m enter"),
    ("CorrectHours", "m enter enter"),
    ("RemoveHours", "m enter r"),
    ("WorkPlaces", "p"),
    ("PlacementForm", "p 1"),
    ("WorkLine", "p 3"),
    ("WorkEmployers", "p 4"),
    ("EmployerForm", "p 4 enter"),
    ("WorkPlacePage", "p enter"),
    ("BeginTerm", "p enter b"),
    ("OtherTimes", "p enter t"),
    ("OtherWage", "p enter p"),
    ("WriteThere", "p enter w"),
    ("ClosePlacement", "p enter z"),
    ("EndTerm", "p enter end x"),
    ("WorkJobs", "j"),
    ("JobForm", "j n"),
    ("WorkAhead", "l"),
)
SAMPLE = {"WorkDay", "WriteHours", "RemoveHours", "WorkPlacePage", "WorkLine"}
"""A list, a form, a question, one of the things, and names in their order."""


@pytest.fixture
def work(house: House) -> Work:
    """Two placements at one employer."""
    return make_work(house)


async def walk(running: Kiosk, work: Work, keys: str) -> None:
    """Press them one after the other, each when the page before is there."""
    await open_work(running, work)
    for key in keys.split():
        running.press(key)
        await running.settle()


@pytest.mark.parametrize(("page", "keys"), some(PAGES, [each for each in PAGES if each[0] in SAMPLE]))
async def test_nothing_is_left_when_the_desk_locks(house: House, work: Work, page: str, keys: str) -> None:
    async with kiosk(house) as running:
        await walk(running, work, keys)
        await running.opens(page)
        assert keeps(running, *WORDS)
        running.wait_idle(180)
        await running.opens("Welcome")
        await running.until(lambda: not kept_of(running, *WORDS), "all of it to be forgotten")


async def test_nothing_is_left_of_any_page(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_work(running, work)
        for page, keys in PAGES:
            for key in keys.split():
                running.press(key)
                await running.settle()
            await running.opens(page)
            while running.page != "Work":
                running.press("escape")
                await running.settle()
        assert keeps(running, *WORDS)
        running.app.rest()
        await running.opens("Welcome")
        await running.until(lambda: not kept_of(running, *WORDS), "all of it to be forgotten")


async def test_nothing_is_left_of_a_question(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await walk(running, work, "m k")
        await running.shows("All hours of Rosa Alvarez")
        running.app.answer_scan("a library card")
        await running.opens("Home")
        await running.until(lambda: not kept_of(running, *WORDS), "all of it to be forgotten")
