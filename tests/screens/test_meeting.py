"""The unit meeting runs from the keyboard on one screen: every change that can be made there."""

import pytest

from clubhouse.house import House
from clubhouse.people import Person, ShownAs
from screens.meeting_commands import COMMANDS
from tests.houses import add, on_disk
from tests.screens.kiosks import SIZES, WIDE, kiosk
from tests.screens.meetings import (
    command,
    leads_on_disk,
    mark,
    marked_line,
    open_meeting,
    take_first,
    tasks_on_disk,
)
from tests.screens.mornings import Day, make_day, sign_ups


@pytest.fixture
def day(house: House) -> Day:
    """A Monday morning."""
    return make_day(house)


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
async def test_the_whole_board_and_every_key_stand_on_the_screen(
    house: House, day: Day, rosa: Person, size: tuple[int, int]
) -> None:
    day.joins(rosa, day.culinary, day.lunch)
    day.joins(add(house, "Zebulonia", shown_as=ShownAs.HIDDEN), day.clerical)
    async with kiosk(house, size) as running:
        await open_meeting(running, day.anas_card)
        await running.shows(
            "Unit meeting, this morning",
            "[C] Culinary [ ] Lunch prep · 2 hands · knife Rosa A. [ ] Dishes",
            "[C] Clerical (name not shown) [ ] Phones",
            *(f"{each.key} {each.words}" for each in COMMANDS), "Arrows: line, part", "F1 Help", "Esc Close",
        )  # fmt: skip
        unbroken = [line for line in running.lines() if "  T Tick  " in line or "Take off" in line]
        assert all("R Take off" in line for line in unbroken if "Take off" in line)
        assert "Zebulonia" not in running.text()
        assert marked_line(running) == "[C] Culinary"


async def test_tasks_are_added_to_the_marked_unit(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Clerical")
        listed = "[ ] Phones"
        for typed, title, hands in (
            ("Sweep the yard", "Sweep the yard", None), ("Soup x2", "Soup", 2), ("Bread X12", "Bread", 12),
            ("x2", "x2", None),
        ):  # fmt: skip
            await command(running, "a", typed)
            await running.shows(f"Add task, Clerical: {typed}_")
            running.press("enter")
            listed += f" [ ] {title}" + (f" · {hands} hands" if hands else "")
            await running.shows(listed, "It is on the list.")
            assert tasks_on_disk(day)[-1] == (title, "Clerical", "morning", hands)
            assert marked_line(running) == "[C] Clerical"


async def test_tick_and_untick(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Lunch prep")
        running.press("t", "t")
        await running.shows("[x] Lunch prep")
        assert marked_line(running).startswith("[x] Lunch prep")
        running.press("T")
        await running.shows("[ ] Lunch prep")
        assert on_disk(house.store.path, "SELECT count(*) FROM task_ticks WHERE undone_at IS NULL") == [(0,)]


async def test_a_task_ends_only_when_somebody_is_sure(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Dishes")
        await command(running, "e")
        await running.shows("End task, Dishes? Enter: yes, off every list. Esc: no.")
        running.press("escape")
        await running.settle()
        assert len(tasks_on_disk(day)) == 3
        await command(running, "e")
        running.press("enter")
        await running.until(lambda: "Dishes" not in running.text(), "the task to be gone")
        assert [title for title, *_ in tasks_on_disk(day)] == ["Lunch prep", "Phones"]
        assert marked_line(running) == "[C] Clerical"


async def test_a_task_and_a_person_move_on(house: House, day: Day, rosa: Person) -> None:
    day.joins(rosa, day.culinary, day.lunch)
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Dishes")
        running.press("m")
        await running.shows("[C] Clerical [ ] Dishes [ ] Phones")
        assert marked_line(running) == "[C] Clerical"
        running.press("escape")
        await running.opens("Welcome")
        await open_meeting(running, day.anas_card)
        await mark(running, "Rosa A.")
        running.press("m")
        await running.until(lambda: sign_ups(house) == [("Rosa", "morning", "joined", "Clerical", None)], "the move")


async def test_putting_on_and_taking_off(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Dishes")
        await take_first(running, "p", "ros")
        await running.shows("[ ] Dishes Rosa A.")
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Culinary", "Dishes")]
        await take_first(running, "p", "ana")
        await running.shows("[ ] Dishes Rosa A. Ana O.")
        await mark(running, "Rosa A.")
        running.press("r")
        await running.until(lambda: "Rosa" not in running.text(), "her to be taken off")
        assert sign_ups(house) == [("Ana", "morning", "joined", "Culinary", "Dishes")]


async def test_inviting_holds_a_seat_and_the_next_scan_asks(
    house: House, day: Day, rosa: Person, rosas_card: str
) -> None:
    day.seats(day.culinary, 2)
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Lunch prep")
        await take_first(running, "i", "ros")
        await running.shows("The seat is held; the next scan asks.", "[C] Culinary · 1 seat free")
        assert "Rosa" not in running.text()
        await running.come(rosas_card, later=5)
        await running.shows("Ana would like your help this morning with: Lunch prep (Culinary).")


async def test_who_leads(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Phones")
        await take_first(running, "l", "ana")
        await running.shows("[C] Clerical · Ana O. leads")
        assert leads_on_disk(house) == [("Ana", "Clerical", "2026-11-23")]


async def test_the_other_part_of_the_day(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        running.press("right")
        await running.shows("Unit meeting, this afternoon")
        await command(running, "a", "Set the tables")
        running.press("enter")
        await running.shows("[ ] Set the tables")
        running.press("right")
        await running.shows("Unit meeting, this morning")
        assert "Set the tables" not in running.text()
        assert tasks_on_disk(day)[-1] == ("Set the tables", "Culinary", "afternoon", None)


async def test_a_part_is_not_turned_while_something_is_typed(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await command(running, "a", "Set")
        running.press("left", "down", "up", "right", "down")
        await running.settle()
        running.type(" up")
        await running.settle()
        await running.shows("Unit meeting, this morning", "Add task, Culinary: Set up_")
        running.press("enter")
        await running.shows("[ ] Set up")
        assert tasks_on_disk(day)[-1] == ("Set up", "Culinary", "morning", None)
