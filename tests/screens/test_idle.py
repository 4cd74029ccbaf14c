"""A page that nobody touches closes by itself: with a warning, and more time for any key, as often as wanted."""

import pytest

from clubhouse.house import House
from clubhouse.settings import set_setting
from screens.idle import WARNING_SECONDS, IdleWatch, Rest
from tests.houses import ACTOR, add_with_card, visits_on_disk
from tests.screens.kiosks import SIZES, Kiosk, Ticks, kiosk

IDLE_SECONDS = 45


@pytest.mark.parametrize(
    ("seconds", "due"),
    [
        (0, Rest.NOTHING),
        (44, Rest.NOTHING),
        (45, Rest.WARN),
        (64, Rest.WARN),
        (65, Rest.CLOSE),
        (9999, Rest.CLOSE),
    ],
)
def test_what_is_due(seconds: int, due: Rest) -> None:
    ticks = Ticks()
    watch = IdleWatch(ticks)
    ticks.seconds += seconds
    assert watch.due(IDLE_SECONDS)[0] is due
    watch.touch()
    assert watch.due(IDLE_SECONDS) == (Rest.NOTHING, IDLE_SECONDS + WARNING_SECONDS)


def test_the_warning_comes_twenty_seconds_ahead() -> None:
    assert WARNING_SECONDS >= 20  # WCAG 2.2, 2.2.1


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_warned_then_closed(house: House, rosas_card: str, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        running.wait_idle(44)
        await running.settle()
        assert running.page == "Home"
        running.wait_idle(1)
        await running.shows("Are you still there?", "This page closes in 20 seconds.", "Press any key")
        running.wait_idle(19)
        await running.shows("This page closes in 1 second.")
        running.wait_idle(1)
        await running.opens("Welcome")
        assert "Rosa" not in running.text()
        assert visits_on_disk(house)[0][1] is None


async def warn(running: Kiosk) -> None:
    """Let the warning come."""
    running.wait_idle(IDLE_SECONDS + 5)
    await running.opens("IdleWarning")


async def test_any_key_gives_more_time_and_does_nothing_else(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        before = running.text()
        for key in ("9", "0", "u", "x", "space", "enter", "escape", "f1", "f3", "f10", "down", "tab"):
            await warn(running)
            running.press(key)
            await running.opens("Home")
            assert running.text() == before
        running.wait_idle(44)
        await running.settle()
        assert running.page == "Home"
        assert visits_on_disk(house)[0][1] is None


async def test_a_touch_gives_more_time_and_chooses_nothing(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.touch("Sign out: I am leaving")
        await running.shows("signed out")
        await running.settle()
        row = running.rows()[0].region
        running.touch_at(row.x + 5, row.y + 1)
        await running.shows("Your sign-out is undone.")
        await running.settle()
        before = running.text()
        for row in [each.region for each in running.rows()]:
            await warn(running)
            running.touch_at(row.x + 5, row.y + 1)
            await running.opens("Home")
            assert running.text() == before


async def test_a_moving_pointer_is_nobody(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await warn(running)
        running.move_to(10, 10)
        await running.settle()
        assert running.page == "IdleWarning"


async def test_a_scan_during_the_warning_opens_the_next_page(house: House, rosas_card: str) -> None:
    _, next_card = add_with_card(house, "Amina", "Diallo")
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await warn(running)
        running.scan(next_card)
        await running.shows("Welcome, Amina.")
        assert running.page == "Home"
        assert "Rosa" not in running.text()


@pytest.mark.parametrize(
    ("keys", "page"),
    [(["f2"], "NoCard"), (["f3"], "Look"), (["f1"], "Help"), (["f10"], "Closing"), (["f2", "f1"], "Help")],
)
async def test_every_page_closes_by_itself(house: House, keys: list[str], page: str) -> None:
    async with kiosk(house) as running:
        for key in keys:
            running.press(key)
            await running.settle()
        assert running.page == page
        await warn(running)
        running.wait_idle(WARNING_SECONDS)
        await running.opens("Welcome")


async def test_typing_is_being_there(house: House) -> None:
    async with kiosk(house) as running:
        running.press("f2")
        await running.opens("NoCard")
        for letter in "rosalind":
            running.ticks.seconds += 40
            running.type(letter)
            await running.settle()
            running.app.close_if_idle()
        assert running.page == "NoCard"
        await running.shows("rosalind_")


async def test_the_time_is_the_houses_own(house: House, rosas_card: str) -> None:
    set_setting(house, ACTOR, "idle-seconds", "300")
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.wait_idle(299)
        await running.settle()
        assert running.page == "Home"
        running.wait_idle(1)
        await running.opens("IdleWarning")


@pytest.mark.parametrize(("bell", "rings"), [("on", 1), ("off", 0)])
async def test_the_warning_rings_once(house: House, rosa: object, bell: str, rings: int) -> None:
    set_setting(house, ACTOR, "bell", bell)
    async with kiosk(house) as running:
        running.press("f3")
        await running.opens("Look")
        rung = running.count_rings()
        running.wait_idle(46)
        await running.opens("IdleWarning")
        running.wait_idle(1)
        await running.shows("18 seconds")
        assert len(rung) == rings
