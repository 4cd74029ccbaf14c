"""The meeting when something is refused, when others write meanwhile, in a full house and in an empty one."""

import pytest

from clubhouse import helping, tasks, units
from clubhouse.house import House
from clubhouse.people import Kind, Person
from tests.houses import SetClock, add_with_card, on_disk, visits_on_disk
from tests.screens.desks import open_desk
from tests.screens.kiosks import LARGE, SMALL, kiosk
from tests.screens.meetings import (
    command,
    leads_on_disk,
    mark,
    marked_line,
    open_meeting,
    take_first,
    tasks_on_disk,
)
from tests.screens.mornings import ACTOR_ON_FILE, Day, make_day, make_full_day, make_task, sign_ups


@pytest.fixture
def day(house: House) -> Day:
    """A Monday morning."""
    return make_day(house)


REFUSED = [
    ("Culinary", "t", "Mark a task first."),
    ("Culinary", "e", "Mark a task first."),
    ("Culinary", "m", "Mark a task or a person first."),
    ("Culinary", "i ana 1", "Staff are put on the board; everybody else is invited."),
    ("Culinary", "l ros 1", "Staff are assigned to lead; everybody else is asked."),
    ("Lunch prep", "r", "Mark a person first."),
    ("Clerical", "p ros 1", "All seats in Clerical are taken now. There is room in: Culinary."),
    ("Clerical", "i ros 1", "All seats in Clerical are taken now. There is room in: Culinary."),
]


async def test_what_is_refused_says_why_and_changes_nothing(house: House, day: Day, rosa: Person) -> None:
    day.seats(day.clerical, 0)
    before = (tasks_on_disk(day), sign_ups(house), leads_on_disk(house))
    async with kiosk(house, SMALL) as running:
        await open_meeting(running, day.anas_card)
        for line, keys, sentence in REFUSED:
            await mark(running, line)
            was, (letter, _, typed) = marked_line(running), keys.partition(" ")
            if typed:
                await take_first(running, letter, typed.split()[0])
            else:
                await command(running, letter)
            await running.shows(sentence)
            assert marked_line(running) == was
            assert (tasks_on_disk(day), sign_ups(house), leads_on_disk(house)) == before
            running.app.screen._say("")  # type: ignore[attr-defined]


async def test_a_title_that_is_refused_can_be_typed_on(house: House, day: Day) -> None:
    title = "Clean all the windows of the house from the inside and from the outside"
    async with kiosk(house, SMALL) as running:
        await open_meeting(running, day.anas_card)
        await command(running, "a", title)
        running.press("enter")
        await running.shows("A task needs a title of at most 60 letters.", f"{title}_")
        running.press(*["backspace"] * 21)
        await running.settle()
        running.press("enter")
        await running.shows(f"[ ] {title[:-21]}")
        assert tasks_on_disk(day)[-1][0] == title[:-21].strip()


async def test_the_marked_line_stays_marked_when_others_write(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Phones")
        await running.elsewhere(lambda other: make_task(other, day.culinary, day.morning, "Soup"))
        await running.shows("[ ] Soup")
        assert marked_line(running) == "[ ] Phones"
        await running.elsewhere(lambda other: helping.join_unit(other, rosa.id, day.culinary.id, day.morning.id))
        await running.shows("Rosa A.")
        assert marked_line(running) == "[ ] Phones"
        await command(running, "a", "Ring")
        await running.elsewhere(lambda other: tasks.end_task(other, ACTOR_ON_FILE, day.phones.id))
        await running.until(lambda: "Phones" not in " ".join(running.lines()[:-5]), "the list to follow")
        await running.shows("Add task, Phones: Ring_")
        running.press("enter")
        await running.shows("[ ] Ring")
        assert tasks_on_disk(day)[-1][:2] == ("Ring", "Clerical")


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=str)
async def test_a_full_house_stays_usable(house: House, size: tuple[int, int]) -> None:
    make_full_day(house)
    _, card = add_with_card(house, "Ana", "Ortiz", Kind.STAFF)
    async with kiosk(house, size) as running:
        await open_meeting(running, card)
        running.press("end")
        await running.settle()
        assert marked_line(running) == "(name not shown)"
        running.press("pageup")
        await running.settle()
        await command(running, "a", "Sort coats x3")
        running.press("enter")
        await running.shows("It is on the list.")
        last = on_disk(house.store.path, "SELECT title, hands FROM tasks ORDER BY id DESC LIMIT 1")
        assert last == [("Sort coats", 3)]
        assert marked_line(running) in running.text()


async def test_no_meeting_and_no_units(house: House, clock: SetClock) -> None:
    _, card = add_with_card(house, "Ana", "Ortiz", Kind.STAFF)
    async with kiosk(house) as running:
        await open_meeting(running, card)
        await running.shows("There are no units yet.")
        running.press("a", "t", "p")
        await running.settle()
        assert running.page == "Meeting"
    clock.set("2026-11-28 09:00")
    async with kiosk(house) as running:
        await open_desk(running, card)
        running.press("3")
        await running.shows("There is no unit meeting today.")
        running.press("a", "right")
        await running.settle()
        assert "Add task," not in running.text()
        assert visits_on_disk(house) == []


async def test_it_rests_ten_minutes_before_it_asks(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        running.wait_idle(599)
        await running.settle()
        assert running.page == "Meeting"
        running.wait_idle(1)
        await running.opens("IdleWarning")
        running.press("x")
        await running.opens("Meeting")
        running.wait_idle(620)
        await running.opens("Welcome")


async def test_a_unit_that_is_laid_to_rest_is_gone(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Phones")
        await running.elsewhere(lambda other: units.rest_unit(other, ACTOR_ON_FILE, day.clerical.id))
        await running.until(lambda: "Clerical" not in running.text(), "the unit to be gone")
        assert marked_line(running) == "[ ] Dishes"
        running.press("escape")
        await running.opens("Welcome")
