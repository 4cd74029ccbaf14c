"""A key pressed twice acts once: the second press is no answer to what the first has brought up."""

from time import monotonic

import pytest
from textual import events

from clubhouse.house import House
from clubhouse.invitations import invite
from clubhouse.people import Person
from screens.shaking import SHAKE_SECONDS
from tests.houses import visits_on_disk
from tests.screens.kiosks import Kiosk, kiosk
from tests.screens.mornings import Day, make_day, sign_ups


@pytest.fixture
def day(house: House) -> Day:
    """A Monday morning."""
    return make_day(house)


async def press(running: Kiosk, key: str, second: float) -> None:
    """Press `key` at that second after all that came before."""
    event = events.Key(key, key if len(key) == 1 else None)
    event.time = 1_000_000.0 + second
    running.send(event)
    await running.settle()


@pytest.mark.parametrize("key", ["1", "enter"])
async def test_the_page_that_opens_takes_no_second_press(house: House, day: Day, rosas_card: str, key: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        for second in (0, 0.2, SHAKE_SECONDS - 0.01):
            await press(running, key, second)
        assert running.page == "BoardPage"
        assert sign_ups(house) == []
        await press(running, key, SHAKE_SECONDS)
        await running.opens("UnitPage")


async def test_another_key_acts_at_once(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await press(running, "1", 0)
        await press(running, "2", 0.01)
        await running.opens("UnitPage")
        assert [row[3] for row in sign_ups(house)] == ["Clerical"]


async def test_the_same_key_for_the_same_thing_acts_each_time(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        marked = running.marked()
        for _ in range(len(running.rows())):
            await press(running, "down", 0.01)
        assert running.marked() == marked
        await press(running, "down", 0.01)
        assert running.marked() != marked


async def test_a_choice_that_takes_the_place_of_another_is_not_taken(
    house: House, day: Day, rosa: Person, rosas_card: str
) -> None:
    invite(house, day.ana.code, rosa.id, day.culinary.id, day.morning.id, day.lunch.id)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await press(running, "1", 0)
        await running.shows("1 This morning: Culinary (change)")
        await press(running, "1", 0.3)
        assert running.page == "Home"
        await press(running, "1", 0.6)
        await running.opens("BoardPage")


async def test_the_key_that_asked_for_more_time_signs_nobody_out(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.wait_idle(50)
        await running.opens("IdleWarning")
        await press(running, "9", 0)
        assert running.page == "Home"
        await press(running, "9", 0.3)
        assert [out for _in, out, _how in visits_on_disk(house)] == [None]
        await press(running, "9", SHAKE_SECONDS)
        assert [out for _in, out, _how in visits_on_disk(house)] != [None]


async def test_a_scan_right_after_the_key_is_read(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await press(running, "7", 0)
        assert running.page == "MyCard"
        running.pace = 1_000_000.01 - monotonic()
        await running.come("7-library-card")
        await running.shows("That is not a card of this house.")
        await running.come(rosas_card)
        await running.shows("You are signed in")
