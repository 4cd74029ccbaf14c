"""A member's own card on the screen: whole, black on white, and readable by an independent decoder."""

import pytest
import zxingcpp
from PIL import Image
from rich.segment import Segment

from clubhouse.house import House
from clubhouse.settings import set_setting
from screens.widgets.keys import KeyRow
from tests.houses import ACTOR
from tests.screens.kiosks import SIZES, WIDE, Kiosk, kiosk

BLACK, WHITE = 0, 255
MODULE = 6
"""Pixels a module, so that the decoder is not what is tested."""


def pixels(running: Kiosk) -> Image.Image:
    """The screen as a camera sees it: each cell two modules high, in the colours that are painted."""
    strips = running.app.screen._compositor.render_strips()
    picture = Image.new("L", (strips[0].cell_length, 2 * len(strips)))
    for y, strip in enumerate(strips):
        x = 0
        for segment in strip:
            for upper, lower in _halves(segment):
                picture.putpixel((x, 2 * y), upper)
                picture.putpixel((x, 2 * y + 1), lower)
                x += 1
    return picture.resize((picture.width * MODULE, picture.height * MODULE), Image.Resampling.NEAREST)


def _halves(segment: Segment) -> list[tuple[int, int]]:
    assert segment.style
    assert segment.style.bgcolor
    paper = sum(segment.style.bgcolor.get_truecolor()) // 3
    ink = sum(segment.style.color.get_truecolor()) // 3 if segment.style.color else paper
    known = {"█": (ink, ink), "▀": (ink, paper), "▄": (paper, ink)}
    return [known.get(character, (paper, paper)) for character in segment.text]


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
@pytest.mark.parametrize("look", ["light", "dark"])
async def test_the_picture_is_read_from_the_screen(
    house: House, rosas_card: str, size: tuple[int, int], look: str
) -> None:
    set_setting(house, ACTOR, "look", look)
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        running.press("7")
        await running.opens("MyCard")
        (found,) = zxingcpp.read_barcodes(pixels(running))
        assert found.text == rosas_card
        picture = running.app.screen.query_one("#picture")
        assert picture.region.size == (33, 17)
        assert running.app.screen.region.contains_region(picture.region)
        assert picture.region.bottom <= running.app.screen.query_one(KeyRow).region.y
        assert rosas_card not in running.text()


async def test_a_touch_on_back_returns(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.touch("My card for my phone")
        await running.opens("MyCard")
        await running.shows("Photograph this, and show the photo to the scanner.")
        running.touch("Back")
        await running.opens("Home")
        await running.shows("Welcome, Rosa.")


async def test_the_card_is_shown_again_and_again(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        for _ in range(3):
            running.press("7")
            await running.opens("MyCard")
            running.press("escape")
            await running.opens("Home")
        assert len(running.app.screen_stack) <= 2
