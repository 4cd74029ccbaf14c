"""Dark or light for whoever stands there, back to the house's own look afterwards, and legible in both."""

from collections.abc import Iterator

import pytest
from textual.color import Color

from clubhouse.house import House
from clubhouse.settings import set_setting
from tests.houses import ACTOR, add_with_card
from tests.screens.kiosks import LARGE, SIZES, Kiosk, kiosk
from tests.screens.test_themes import LEAST_CONTRAST, contrast


async def darken(running: Kiosk) -> None:
    """Choose the dark look, and go back."""
    running.press("f3")
    await running.opens("Look")
    running.press("2", "0")
    await running.until(lambda: running.app.theme == "dark" and running.page != "Look", "the dark look")
    await running.settle()


@pytest.mark.parametrize("way", ["key", "touch"])
async def test_choosing_a_look(house: House, way: str) -> None:
    def take(key: str, words: str) -> None:
        running.touch(words) if way == "touch" else running.press(key)

    async with kiosk(house) as running:
        assert running.app.theme == "light"
        running.press("f3")
        await running.opens("Look")
        await running.shows("Which can you read best?")
        take("2", "Light letters on a dark ground")
        await running.until(lambda: running.app.theme == "dark")
        take("1", "Dark letters on a light ground")
        await running.until(lambda: running.app.theme == "light")
        take("2", "Light letters on a dark ground")
        take("0", "Done")
        await running.opens("Welcome")
        assert running.app.theme == "dark"


async def test_the_next_person_gets_the_houses_own_look(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await darken(running)
        running.press("0")
        await running.opens("Welcome")
        assert running.app.theme == "light"


async def test_a_house_that_is_dark_starts_dark(house: House) -> None:
    set_setting(house, ACTOR, "look", "dark")
    async with kiosk(house) as running:
        assert running.app.theme == "dark"


async def test_a_chosen_look_stays_for_the_scan_that_follows(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await darken(running)
        await running.come(rosas_card)
        assert running.app.theme == "dark"
        running.wait_idle(1000)
        await running.opens("Welcome")
        assert running.app.theme == "light"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("look", ["light", "dark"])
async def test_what_is_painted_can_be_read(house: House, size: tuple[int, int], look: str) -> None:
    set_setting(house, ACTOR, "look", look)
    _, card = add_with_card(house)
    async with kiosk(house, size) as running:
        assert_legible(running)
        for key in ("f1", "f2", "f3", "f10"):
            running.press(key)
            await running.settle()
            running.app.screen.set_focus(None)
            assert_legible(running)
            running.press("escape")
            await running.opens("Welcome")
        for scanned in (card, card, "nonsense"):
            await running.come(scanned)
            assert_legible(running)
        running.wait_idle(50)
        await running.opens("IdleWarning")
        assert_legible(running)
        running.press("x")
        await running.pilot.resize_terminal(50, 20)
        await running.opens("TooSmall")
        assert_legible(running)


async def test_the_marked_choice_has_a_ground_of_its_own(house: House, rosas_card: str) -> None:
    async with kiosk(house, LARGE) as running:
        await running.come(rosas_card)
        marked, other = running.rows()[-1], running.rows()[0]
        grounds = {row: row.styles.background for row in (marked, other)}
        assert marked.has_focus
        assert contrast(grounds[marked], grounds[other]) >= 3


def assert_legible(running: Kiosk) -> None:
    """Every letter that is painted stands out from its ground."""
    for word, text, ground in painted(running):
        assert contrast(text, ground) >= LEAST_CONTRAST, (running.page, word, text.hex, ground.hex)


def painted(running: Kiosk) -> Iterator[tuple[str, Color, Color]]:
    """The words on the screen, each with the colours it is painted in."""
    for strip in running.app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if any(each.isalnum() for each in text):
                assert style
                assert style.color
                assert style.bgcolor
                assert not style.dim
                yield text, Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
