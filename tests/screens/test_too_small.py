"""A window too small to read says so, and nothing is lost while it is."""

import pytest

from clubhouse.commands.terminal import LEAST_COLUMNS, LEAST_ROWS
from clubhouse.house import House
from tests.houses import visits_on_disk
from tests.screens.kiosks import LARGE, SMALL, kiosk


def test_the_smallest_size_is_the_one_that_pages_are_made_for() -> None:
    assert (LEAST_COLUMNS, LEAST_ROWS) == SMALL


@pytest.mark.parametrize("size", [(53, 20), (54, 19), (10, 3), (200, 19)], ids=str)
async def test_it_says_so_and_goes_away_again(house: House, size: tuple[int, int]) -> None:
    async with kiosk(house) as running:
        await running.pilot.resize_terminal(*size)
        await running.opens("TooSmall")
        if size[0] * size[1] > 200:
            await running.shows(f"This window is too small ({size[0]} x {size[1]}). Please make it at least 54 x 20.")
        await running.pilot.resize_terminal(*SMALL)
        await running.opens("Welcome")
        await running.shows("Scan your card to sign in")


async def test_the_numbers_follow_the_window(house: House) -> None:
    async with kiosk(house) as running:
        for width in (53, 52, 51):
            await running.pilot.resize_terminal(width, 20)
            await running.shows(f"({width} x 20)")


async def test_a_kiosk_that_starts_too_small_says_so(house: House) -> None:
    async with kiosk(house, (50, 10), shows="too small") as running:
        assert running.page == "TooSmall"
        await running.pilot.resize_terminal(*LARGE)
        await running.opens("Welcome")


async def test_the_page_comes_back_as_it_was(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        before = running.text()
        await running.pilot.resize_terminal(40, 10)
        await running.opens("TooSmall")
        await running.pilot.resize_terminal(*LARGE)
        await running.opens("Home")
        await running.settle()
        assert running.text() == before


async def test_a_scan_is_written_all_the_same(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.pilot.resize_terminal(40, 10)
        await running.opens("TooSmall")
        running.scan(rosas_card)
        await running.until(lambda: len(visits_on_disk(house)) == 1, "the visit on disk")


async def test_a_page_in_a_small_window_closes_by_itself_too(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await running.pilot.resize_terminal(40, 10)
        await running.opens("TooSmall")
        running.wait_idle(46)
        await running.settle()
        running.wait_idle(1000)
        await running.settle()
        await running.pilot.resize_terminal(*LARGE)
        await running.opens("Welcome")
        assert "Rosa" not in running.text()
