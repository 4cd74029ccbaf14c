"""One task: its how-to to the last line, the tick and its undo."""

import pytest

from clubhouse import tasks
from clubhouse.house import House
from clubhouse.people import Person
from tests.houses import on_disk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import ACTOR_ON_FILE, Day, make_day, make_task, sign_ups
from tests.screens.test_board import on_screen
from tests.screens.test_unit import join

sizes = pytest.mark.parametrize("size", SIZES, ids=str)


@pytest.fixture
def day(house: House) -> Day:
    """A Monday morning."""
    return make_day(house)


async def take_task(running: Kiosk, card: str, key: str = "1") -> None:
    """Scan, join Culinary and take its first task."""
    await join(running, card)
    running.press(key)
    await running.opens("TaskPage")


def ticks(house: House) -> list[tuple[object, ...]]:
    """Whose ticks stand."""
    return on_disk(house.store.path, "SELECT task_id, person_id FROM task_ticks WHERE undone_at IS NULL")


@sizes
async def test_how_it_is_done(house: House, day: Day, rosas_card: str, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await take_task(running, rosas_card)
        await running.shows(
            "You help with: Lunch prep, this morning. knife",
            "Wash your hands. The menu hangs beside the stove.",
            "5 It is done", "U Undo: I do not take this task", "0 Close",
        )  # fmt: skip
        assert on_screen(running)
        assert running.marked().startswith("0   Close")


async def test_without_a_how_to_it_says_whom_to_ask(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await take_task(running, rosas_card, "2")
        await running.shows("There is no how-to for this task. Ask whoever is beside you.")


@sizes
async def test_a_long_how_to_is_read_to_its_end_by_one_key(
    house: House, day: Day, rosas_card: str, size: tuple[int, int]
) -> None:
    how_to = "\n".join(f"Step {place}: and so on." for place in range(1, 31))
    make_task(house, day.culinary, day.morning, "Long one", how_to=how_to)
    async with kiosk(house, size) as running:
        await take_task(running, rosas_card, "3")
        await running.shows("7 Read on", "Step 1:")
        read = running.flat()
        for _ in range(20):
            running.press("7")
            await running.settle()
            if "Step 1:" in running.flat():
                break
            read += running.flat()
        assert "Step 1:" in running.flat()
        assert all(f"Step {place}:" in read for place in range(1, 31))
        assert on_screen(running)


async def test_tick_and_its_undo(house: House, day: Day, rosa: Person, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await take_task(running, rosas_card)
        running.press("5")
        await running.shows("6 It is not done yet")
        assert ticks(house) == [(day.lunch.id, rosa.id)]
        running.touch("6   It is not done yet")
        await running.shows("5 It is done")
        assert ticks(house) == []


async def test_a_hand_that_shakes_ticks_once(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await join(running, rosas_card)
        running.press("1", "1")
        await running.opens("TaskPage")
        running.press("1")
        await running.settle()
        assert ticks(house) == []
        running.press("5", "5")
        await running.shows("6 It is not done yet")
        running.press("5")
        await running.settle()
        assert len(ticks(house)) == 1


async def test_not_taking_it_leaves_the_person_in_the_unit(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await take_task(running, rosas_card)
        running.press("u")
        await running.opens("UnitPage")
        await running.shows("You help in Culinary this morning.", "1 Lunch prep · 2 hands needed · knife Nobody yet")
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Culinary", None)]
        running.press("2")
        await running.shows("You help with: Dishes")


async def test_somebody_was_quicker(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await take_task(running, rosas_card)
        running.app._follower.close()
        await running.elsewhere(lambda other: tasks.tick_task(other, ACTOR_ON_FILE, day.lunch.id))
        running.press("5")
        await running.shows("Somebody has ticked this already. Thank you.", "6 It is not done yet")


async def test_a_tick_elsewhere_shows_and_the_mark_stays(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await take_task(running, rosas_card)
        running.press("up")
        await running.settle()
        assert running.marked().startswith("U")
        await running.elsewhere(lambda other: tasks.tick_task(other, ACTOR_ON_FILE, day.lunch.id))
        await running.shows("6 It is not done yet")
        assert running.marked().startswith("U")


async def test_closing_keeps_what_was_chosen(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await take_task(running, rosas_card)
        running.press("0")
        await running.opens("Welcome")
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Culinary", "Lunch prep")]
        await running.come(rosas_card, later=5)
        await running.shows("This morning: Culinary (change)")
