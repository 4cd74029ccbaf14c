"""Closing the kiosk is asked once more, and staying is what is marked."""

import pytest

from clubhouse.house import House
from tests.houses import visits_on_disk
from tests.screens.kiosks import SIZES, kiosk


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("way", ["0", "enter", "escape", "touch"])
async def test_staying_open(house: House, size: tuple[int, int], way: str) -> None:
    async with kiosk(house, size) as running:
        running.press("f10")
        await running.opens("Closing")
        await running.shows("Close the kiosk? Nobody can sign in here until it is started again.")
        assert running.marked().startswith("0   No, stay open")
        if way == "touch":
            running.touch("No, stay open")
        else:
            running.press(way)
        await running.opens("Welcome")
        assert running.app.is_running


@pytest.mark.parametrize("way", ["1", "touch"])
async def test_closing(house: House, way: str) -> None:
    async with kiosk(house) as running:
        running.press("f10")
        await running.opens("Closing")
        if way == "touch":
            running.touch("Yes, close the kiosk")
        else:
            running.press("1")
        await running.until(lambda: running.app._exit, "the end")
        assert running.app.return_code == 0


async def test_no_other_key_closes_the_kiosk(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        for key in ("ctrl+q", "ctrl+c", "ctrl+d", "ctrl+z", "ctrl+p", "q", "escape", "f4", "f11", "f12"):
            running.press(key)
        await running.settle()
        assert running.page == "Welcome"
        assert not running.app._exit
        running.app.forget_keys()
        await running.come(rosas_card)
        assert len(visits_on_disk(house)) == 1
