"""The help page is made from the keys and choices of the page it was asked on, so that it can never lag behind."""

import pytest
from textual.binding import Binding

from clubhouse.attendance import scan
from clubhouse.house import House
from tests.houses import SetClock
from tests.screens.kiosks import SMALL, WIDE, Kiosk, kiosk


async def open_page(running: Kiosk, page: str, card: str) -> None:
    """Go there as a person would."""
    if page in ("Home", "Leaving", "MyCard"):
        await running.come(card)
    if page == "MyCard":
        running.press("4")
        await running.opens("MorePage")
    ways = {"NoCard": "f2", "Look": "f3", "Closing": "f10", "Leaving": "8", "MyCard": "5"}
    if page in ways:
        running.press(ways[page])
        await running.opens(page)


PAGES = ["Welcome", "Home", "NoCard", "Look", "Closing", "Leaving", "MyCard"]


@pytest.mark.parametrize("page", PAGES)
async def test_every_choice_and_every_shown_key_stands_in_the_help(
    house: House, clock: SetClock, rosas_card: str, page: str
) -> None:
    scan(house, rosas_card)
    clock.forward(days=1)  # so that there is something to tell on the person's page
    async with kiosk(house, WIDE) as running:
        await open_page(running, page, rosas_card)
        screen = running.app.screen
        choices = [(row.choice.key, row.choice.words) for row in running.rows() if row.choice]
        bindings: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            bindings.setdefault(active.binding.action, active.binding)
        keys = [(running.app.get_key_display(each), each.description) for each in bindings.values()]
        assert all(description for _, description in keys)
        running.press("f1")
        await running.opens("Help")
        assert choices or page in ("Welcome", "NoCard", "MyCard")
        for key, words in choices + keys:
            assert f"{key} {words}" in running.flat()
        running.press("escape")
        await running.opens(page)


async def test_every_key_has_words_that_explain_it(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        for page in PAGES[:5]:
            await open_page(running, page, rosas_card)
            for active in running.app.screen.active_bindings.values():
                assert active.binding.description, active.binding.key
                assert active.tooltip or active.binding.tooltip, active.binding.key
            running.app.rest()
            await running.opens("Welcome")


async def test_the_demonstrations_keys_are_not_told_where_they_do_nothing(house: House) -> None:
    async with kiosk(house) as running:
        running.press("f1")
        await running.opens("Help")
        assert "Demonstration" not in running.text()


async def test_on_a_small_screen_the_rest_is_reached_by_arrows(house: House, rosas_card: str) -> None:
    async with kiosk(house, SMALL) as running:
        await running.come(rosas_card)
        running.press("f1")
        await running.opens("Help")
        assert "Close the kiosk" not in running.flat()
        for _ in range(20):
            running.press("down")
            await running.settle()
        assert "Close the kiosk" in running.flat()


async def test_help_opens_once_and_a_scan_closes_it(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        running.press("f1", "f1", "f1")
        await running.opens("Help")
        assert [type(each).__name__ for each in running.app.screen_stack].count("Help") == 1
        await running.come(rosas_card)
        await running.shows("Welcome, Rosa.")
