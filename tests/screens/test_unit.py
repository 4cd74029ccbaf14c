"""The unit somebody has joined: its tasks, one key to take one, one key out again; and it is always true."""

import pytest

from clubhouse import helping, tasks, units
from clubhouse.house import House
from clubhouse.people import Person
from tests.houses import add, add_with_card
from tests.screens.kiosks import SIZES, WIDE, Kiosk, kiosk
from tests.screens.mornings import ACTOR_ON_FILE, Day, make_day, make_task, sign_ups
from tests.screens.test_board import on_screen, open_board

sizes = pytest.mark.parametrize("size", SIZES, ids=str)


@pytest.fixture
def day(house: House) -> Day:
    """A Monday morning."""
    return make_day(house)


async def join(running: Kiosk, card: str) -> None:
    """Scan and join Culinary."""
    await open_board(running, card)
    running.press("1")
    await running.opens("UnitPage")
    await running.shows("You help in Culinary this morning.")


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
async def test_the_tasks_with_their_hands_and_who_is_there(
    house: House, day: Day, rosas_card: str, size: tuple[int, int]
) -> None:
    day.joins(add(house, "Wei", "Chen"), day.culinary, day.lunch)
    tasks.tick_task(house, ACTOR_ON_FILE, day.dishes.id)
    async with kiosk(house, size) as running:
        await join(running, rosas_card)
        await running.shows(
            "You help in Culinary this morning. Take a task, or help with whatever comes.",
            "1 Lunch prep · 2 hands needed · knife With Wei C.",
            "2 Dishes · done Nobody yet",
            "U Undo: I do not help here", "0 Done",
        )  # fmt: skip
        assert "Phones" not in running.text()
        assert running.marked().startswith("0   Done")
        assert on_screen(running)


async def test_a_touch_takes_a_task_and_one_key_leaves(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await join(running, rosas_card)
        running.touch("2   Dishes")
        await running.opens("TaskPage")
        await running.shows("You help with: Dishes, this morning.")
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Culinary", "Dishes")]
        await join(running, rosas_card)
        running.press("u")
        await running.opens("BoardPage")
        assert sign_ups(house) == []


async def test_done_closes_everything_and_what_was_chosen_stays(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await join(running, rosas_card)
        running.press("enter")
        await running.opens("Welcome")
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Culinary", None)]


@sizes
async def test_many_tasks_are_leafed_through(house: House, day: Day, rosas_card: str, size: tuple[int, int]) -> None:
    titles = ["Lunch prep", "Dishes", *(f"Task {place}" for place in range(1, 7))]
    for title in titles[2:]:
        make_task(house, day.culinary, day.morning, title)
    async with kiosk(house, size) as running:
        await join(running, rosas_card)
        seen: list[str] = []
        while len(seen) < len(titles):
            assert on_screen(running)
            seen += [
                row.choice.words.partition(" ·")[0]
                for row in running.rows()
                if row.choice and row.choice.action.startswith("task")
            ]
            running.press("7")
            await running.settle()
        assert seen == titles
        await running.shows("1 Lunch prep")
        running.press("7")
        await running.shows("1 Task 2")
        running.press("1")
        await running.shows("You help with: Task 2, this morning.")


async def test_whoever_looks_in_again_keeps_their_task(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await join(running, rosas_card)
        running.press("1")
        await running.opens("TaskPage")
        await join(running, rosas_card)
        await running.shows("1 Lunch prep · 2 hands needed · knife With Rosa A.")
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Culinary", "Lunch prep")]


async def test_the_tasks_follow_other_kiosks_and_the_mark_stays(house: House, day: Day, rosas_card: str) -> None:
    wei = add(house, "Wei", "Chen")
    async with kiosk(house) as running:
        await join(running, rosas_card)
        running.press("up", "up", "up")
        await running.settle()
        assert running.marked().startswith("2   Dishes")
        await running.elsewhere(
            lambda other: helping.join_unit(other, wei.id, day.culinary.id, day.morning.id, day.dishes.id)
        )
        await running.shows("2 Dishes With Wei C.")
        assert running.marked().startswith("2   Dishes")
        await running.elsewhere(lambda other: tasks.end_task(other, ACTOR_ON_FILE, day.lunch.id))
        await running.shows("1 Dishes")
        assert running.marked().startswith("1   Dishes")
        running.press("enter")
        await running.shows("You help with: Dishes")


async def test_a_task_that_is_ended_in_that_very_moment(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await join(running, rosas_card)
        running.app._follower.close()
        await running.elsewhere(lambda other: tasks.end_task(other, ACTOR_ON_FILE, day.lunch.id))
        running.press("1")
        await running.until(lambda: running.choices() == ["1", "8", "U", "0"], "the list as it is now")
        assert running.page == "UnitPage"
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Culinary", None)]
        running.press("1")
        await running.shows("You help with: Dishes")


async def test_who_is_put_elsewhere_reads_where(house: House, day: Day, rosa: Person, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await join(running, rosas_card)
        await running.elsewhere(
            lambda other: helping.put_on_board(other, day.ana.code, rosa.id, day.clerical.id, day.morning.id)
        )
        await running.shows("You help in Clerical this morning.", "1 Phones")


@pytest.mark.parametrize("what", ["taken off", "unit rests"])
async def test_who_is_on_no_list_any_more_is_asked_anew(
    house: House, day: Day, rosa: Person, rosas_card: str, what: str
) -> None:
    async with kiosk(house) as running:
        await join(running, rosas_card)
        if what == "taken off":
            await running.elsewhere(lambda other: helping.take_off(other, day.ana.code, rosa.id, day.morning.id))
        else:
            await running.elsewhere(lambda other: units.rest_unit(other, day.ana.code, day.culinary.id))
        await running.opens("BoardPage")


async def test_a_unit_that_rests_takes_nobodys_task_page_away(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await join(running, rosas_card)
        running.press("1")
        await running.opens("TaskPage")
        await running.elsewhere(lambda other: units.rest_unit(other, day.ana.code, day.culinary.id))
        await running.settle()
        await running.elsewhere(lambda other: tasks.end_task(other, day.ana.code, day.phones.id))
        await running.settle()
        assert running.page == "TaskPage"
        running.press("escape")
        await running.opens("BoardPage")
        await running.shows("1 [C] Clerical")


async def test_the_next_scan_closes_every_page(house: House, day: Day, rosas_card: str) -> None:
    _, next_card = add_with_card(house, "Amina", "Diallo")
    async with kiosk(house) as running:
        await join(running, rosas_card)
        running.press("1")
        await running.opens("TaskPage")
        await running.come(next_card)
        await running.shows("Welcome, Amina.", "1 Where I'll help this morning")
        assert [type(page).__name__ for page in running.app.screen_stack].count("Home") == 1
        assert not {"BoardPage", "UnitPage", "TaskPage"} & {type(page).__name__ for page in running.app.screen_stack}
        assert "Rosa" not in running.text()
