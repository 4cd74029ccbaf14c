"""Reach-out at the desk: who stands on the list, what is noted, and that coming takes one off it."""

from datetime import timedelta

import pytest

from clubhouse import people, reach_out, units, visits, wishes
from clubhouse.attendance import sign_in_by_name
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.reach_out import CameOfIt, Way
from clubhouse.wishes import Wishes
from screens.desk import reach_out as room
from screens.desk.rows import Rows
from tests.houses import add, on_disk
from tests.screens.desks import marked_row, open_desk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import Day

VIEWS = "SELECT subject FROM audit WHERE action = 'view' ORDER BY id"


def away(house: House, name: str, days: int) -> Person:
    """A member whose last visit was so many days ago."""
    person = add(house, name, "Moss")
    came = house.now() - timedelta(days=days)
    visits.add_visit(house, COMMAND_LINE, person, came, came + timedelta(hours=2), "paper sheet")
    return person


async def open_list(running: Kiosk, day: Day) -> None:
    """Go into the room."""
    await open_desk(running, day.anas_card)
    running.press("6")
    await running.opens("ReachOutRoom")


def names(running: Kiosk) -> list[str]:
    """What stands first in each line."""
    return [row.cells[0] for row in running.app.screen.query_one(Rows).shown]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_list_stands_by_unit_and_is_noted_once(house: House, day: Day, size: tuple[int, int]) -> None:
    mia, _zoe = away(house, "Mia", 12), away(house, "Zoe", 4)
    units.set_home_unit(house, COMMAND_LINE, mia, day.culinary.id)
    wishes.set_wishes(house, COMMAND_LINE, mia.id, Wishes(Way.CALL, "555 0100"))
    dont = away(house, "Dora", 12)
    wishes.set_wishes(house, COMMAND_LINE, dont.id, Wishes(Way.PLEASE_DONT))
    async with kiosk(house, size) as running:
        await open_list(running, day)
        await running.shows("2 members, not here for 3 days or more")
        assert names(running) == ["Culinary:", "Mia Moss", "no unit:", "Zoe Moss"]
        assert (await marked_row(running)).startswith("Mia Moss 12 a call")
        await running.elsewhere(lambda other: sign_in_by_name(other, mia.id))
        await running.shows("1 member, not here for 3 days")
        assert names(running) == ["no unit:", "Zoe Moss"]
    assert on_disk(house.store.path, VIEWS) == [("reach-out",)]


async def test_a_long_list_comes_in_pages(house: House, day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (reach_out, room):
        monkeypatch.setattr(module, "A_PAGE", 2)
    for name, days in (("Anna", 4), ("Ben", 5), ("Cleo", 6)):
        away(house, name, days)
    async with kiosk(house) as running:
        await open_list(running, day)
        await running.shows("3 members, not here for 3 days", "Enter here shows the next of 3, from 3 on")
        assert (await marked_row(running)).startswith("Anna Moss")
        running.press("end", "enter")
        await running.shows("Enter here shows those before: 1 to 2", "Cleo Moss")
        assert "Anna" not in running.flat()
        assert (await marked_row(running)).startswith("Cleo Moss")
        running.press("home", "enter")
        await running.shows("Anna Moss", "Ben Moss")
    assert on_disk(house.store.path, VIEWS) == [("reach-out",)]


async def test_the_days_are_turned_and_those_away_for_long_stand_apart(house: House, day: Day) -> None:
    for name, days in (("Three", 3), ("Ten", 10), ("Ancient", 200)):
        away(house, name, days)
    async with kiosk(house) as running:
        await open_list(running, day)
        await running.shows("Three Moss", "Ten Moss")
        running.press("d")
        await running.shows("1 member, not here for 7 days")
        assert names(running) == ["no unit:", "Ten Moss"]
        running.press("d")
        await running.shows("0 members, not here for 14 days")
        running.press("d")
        await running.shows("not here for 30 days")
        running.press("d")
        await running.shows("2 members, not here for 3 days")
        running.press("a")
        await running.shows("1 member, last here more than 90 days ago.", "Ancient Moss")
        running.press("a")
        await running.shows("2 members, not here for 3 days")


async def test_a_call_is_logged_with_one_letter_and_five_times_enter_and_undone(house: House, day: Day) -> None:
    mia = away(house, "Mia", 12)
    wishes.set_wishes(house, COMMAND_LINE, mia.id, Wishes(Way.TEXT, "555 0100", languages="Spanish"))
    async with kiosk(house) as running:
        await open_list(running, day)
        await running.shows("Mia Moss")
        running.press("l")
        await running.opens("LogContact")
        await running.shows("wrote a text message")
        for _ in range(5):
            running.press("enter")
        await running.opens("ReachOutRoom")
        await running.shows("The contact is noted.", "today wrote a text message: we talked")
        running.press("enter")
        await running.opens("MemberToReach")
        await running.shows(
            "away 12 days", "a text message · 555 0100 · Spanish", "today wrote a text message: we talked Ana O."
        )
        running.press("u")
        await running.opens("Question")
        running.press("enter")
        await running.shows("The contact is taken back.", "no contact yet")
    assert reach_out.see_contacts(house, COMMAND_LINE, mia.id) == []


async def test_line_and_next_are_kept_and_please_dont_leaves_the_list(house: House, day: Day) -> None:
    mia = away(house, "Mia", 12)
    async with kiosk(house) as running:
        await open_list(running, day)
        await running.shows("Mia Moss")
        running.press("enter")
        await running.opens("MemberToReach")
        running.press("enter")
        await running.opens("LogContact")
        running.press("down", "right", "down")
        running.type("Back on [b]Friday[/b]")
        running.press("down", "right", "right", "right", "down", "right", "enter")
        await running.opens("MemberToReach")
        await running.shows("The contact is noted.", "yesterday called")
        running.press("enter")
        await running.shows(
            "yesterday · called: left a message · Ana O. · Back on [b]Friday[/b] · next: Monday 30 November"
        )
        running.press("l")
        await running.opens("LogContact")
        running.press("down", "left", "left", "down", "down", "down", "enter")
        await running.opens("MemberToReach")
        await running.shows("today called: please d", "Wishes: please don't")
        running.press("escape")
        await running.shows("0 members")
    first = reach_out.see_contacts(house, COMMAND_LINE, mia.id)
    assert {each.came_of_it for each in first} == {CameOfIt.PLEASE_DONT, CameOfIt.MESSAGE_LEFT}
    assert wishes.see_wishes(house, COMMAND_LINE, mia.id).way is Way.PLEASE_DONT


async def test_a_safety_pause_is_said_first(house: House, day: Day) -> None:
    mia = away(house, "Mia", 12)
    people.pause_person(house, COMMAND_LINE, mia.id, "Xylophone")
    async with kiosk(house) as running:
        await open_list(running, day)
        await running.shows("pause! -")
        running.press("enter")
        await running.opens("MemberToReach")
        await running.shows("There is a safety pause: speak with whoever set it first.")
        assert "Xylophone" not in running.text()


async def test_what_was_tried_is_noted_as_seen_once_on_opening(house: House, day: Day) -> None:
    mia = away(house, "Mia", 12)
    async with kiosk(house) as running:
        await open_list(running, day)
        await running.shows("Mia Moss")
        running.press("enter")
        await running.opens("MemberToReach")
        await running.shows("no contact yet")
        await running.elsewhere(lambda other: sign_in_by_name(other, mia.id))
        await running.settle()
        seen = on_disk(house.store.path, VIEWS)
    assert seen == [("reach-out",), (f"contacts of person {mia.id}",), (f"contact wishes of person {mia.id}",)]
