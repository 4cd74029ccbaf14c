"""Every function key of every page is a place to touch that does what the key does, and large enough to hit."""

from contextlib import aclosing

import pytest

from clubhouse.house import House
from screens.widgets.keys import KeyButton
from tests.forms import some
from tests.houses import SetClock, actions_on_disk, add_with_card
from tests.screens.kiosks import LARGE, SIZES, Kiosk, kiosk
from tests.screens.walking import every_page, go_home

OPENING = {"Home": "", "NoCard": "f2", "MyCard": "7", "Look": "f3", "Help": "f1"}
LEAST_ROWS = 3
"""How high a place to touch is (DOMAIN.md, section 6); two rows where five choices share the smallest screen."""


async def go_to(running: Kiosk, page: str, card: str) -> None:
    """Open the page anew."""
    await go_home(running, card)
    if page == "Home":  # at the first scan there is an undo too, and no room for the function keys
        assert isinstance(running.app.house.clock, SetClock)
        running.app.house.clock.forward(minutes=5)
        await go_home(running, card)
    if page == "NoCard":
        running.press("0")
        await running.opens("Welcome")
    if OPENING[page]:
        running.press(OPENING[page])
    await running.opens(page)


def buttons(running: Kiosk) -> list[KeyButton]:
    """The function keys on the screen."""
    return [each for each in running.app.screen.query(KeyButton) if each.region]


@pytest.mark.parametrize("page", some(OPENING, ["Home", "Look"]))
async def test_touching_a_function_key_is_pressing_it(house: House, page: str) -> None:
    _, card = add_with_card(house)
    async with kiosk(house, LARGE) as running:
        await go_to(running, page, card)
        keys = [str(button.render()).split("\n")[0] for button in buttons(running)]
        assert keys
        for place, key in enumerate(keys):
            reached = []
            for touched in (False, True):
                await go_to(running, page, card)
                if touched:
                    x, y = buttons(running)[place].region.center
                    running.touch_at(int(x), int(y))
                else:
                    running.press({"Esc": "escape"}.get(key, key.lower()))
                await running.settle()
                reached.append((running.page, running.text()))
            assert reached[0] == reached[1], key
            assert reached[0][0] != page or key in ("F1", "F2", "F3"), key


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_places_to_touch_are_large_and_apart(house: House, clock: SetClock, size: tuple[int, int]) -> None:
    _, card = add_with_card(house)
    async with kiosk(house, size) as running, aclosing(every_page(running, house, clock, card, "ros")) as pages:
        async for page in pages:
            places = [widget.region for widget in (*running.rows(), *buttons(running))]
            assert len(places) <= 7 + 4
            for place in places:
                crowded = len(running.rows()) > 4 or running.page == "MyCard"
                least = 2 if size[1] < 24 and crowded else LEAST_ROWS
                assert place.height >= least, page
                assert place.bottom <= size[1], page
                assert not any(place.overlaps(other) for other in places if other is not place), page


async def test_a_touch_beside_everything_does_nothing(house: House) -> None:
    _, card = add_with_card(house)
    async with kiosk(house) as running:
        await go_home(running, card)
        before = running.text()
        for x, y in ((5, 2), (79, 0), (40, 23), (0, 10)):
            if not any(place.region.contains(x, y) for place in (*running.rows(), *buttons(running))):
                running.touch_at(x, y)
        await running.settle()
        assert running.text() == before


async def test_pressing_here_and_lifting_there_chooses_nothing(house: House) -> None:
    _, card = add_with_card(house)
    async with kiosk(house) as running:
        await go_home(running, card)
        answer = running.app.home.answer
        running.slide((10, running.rows()[1].region.y + 1), (10, running.rows()[3].region.y + 1))
        await running.settle()
        assert running.page == "Home"
        assert running.app.home.answer is answer
        assert actions_on_disk(house)[-1] == "sign_in"
