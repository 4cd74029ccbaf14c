"""An event as a picture: whole on the screen, black on white, and read by an independent decoder."""

from datetime import date, time

import pytest
import zxingcpp

from clubhouse.house import House
from clubhouse.settings import set_setting
from screens.widgets.keys import KeyButton
from tests.houses import ACTOR
from tests.screens.kiosks import LARGE, SIZES, WIDE, Kiosk, kiosk
from tests.screens.programs import open_event, plan
from tests.screens.test_my_card import pixels


async def take_along(running: Kiosk, card: str) -> None:
    """Scan, open the event, and its picture."""
    await open_event(running, card)
    await running.shows("3 Take it along")
    running.press("3")
    await running.opens("TakeAlong")


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
@pytest.mark.parametrize("look", ["light", "dark"])
async def test_the_picture_is_read_from_the_screen(
    house: House, rosas_card: str, size: tuple[int, int], look: str
) -> None:
    set_setting(house, ACTOR, "look", look)
    plan(house, "Clubhouse bowling", public_title="Bowling")
    async with kiosk(house, size) as running:
        await take_along(running, rosas_card)
        (found,) = zxingcpp.read_barcodes(pixels(running))
        assert "SUMMARY:Bowling\n" in found.text.replace("\r", "")
        assert "DTSTART:20261127T233000Z" in found.text
        assert "Clubhouse" not in found.text
        picture, back = running.app.screen.query_one("#picture"), running.app.screen.query_one(KeyButton)
        assert running.app.screen.region.contains_region(picture.region)
        assert running.app.screen.region.contains_region(back.region)
        assert not picture.region.overlaps(back.region)
        assert back.region.height >= 3


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_long_title_is_shortened_and_shown_so(house: House, rosas_card: str, size: tuple[int, int]) -> None:
    plan(house, "A very long title that no picture has any room for at all")
    async with kiosk(house, size) as running:
        await take_along(running, rosas_card)
        (found,) = zxingcpp.read_barcodes(pixels(running))
        title = next(line for line in found.text.splitlines() if line.startswith("SUMMARY:"))[8:]
        assert title.endswith("…")
        await running.shows(title.split()[0], "…")
        assert running.app.screen.region.contains_region(running.app.screen.query_one(KeyButton).region)


@pytest.mark.parametrize("way", ["0", "escape", "touch"])
async def test_back(house: House, rosas_card: str, way: str) -> None:
    plan(house)
    async with kiosk(house) as running:
        await take_along(running, rosas_card)
        running.touch("Back") if way == "touch" else running.press(way)
        await running.opens("EventPage")
        await running.shows("Bowling", "1 I would like to come")


async def test_what_is_over_is_not_taken_along(house: House, rosas_card: str) -> None:
    plan(house, "Breakfast", date(2026, 11, 23), time(8), minutes=50)
    async with kiosk(house, LARGE) as running:
        await open_event(running, rosas_card)
        await running.shows("3 Take it along")
        running.app.house.clock.forward(minutes=10)  # type: ignore[attr-defined]
        plan(house, "Another")
        await running.until(lambda: running.choices() == ["0"], "that it is over")
