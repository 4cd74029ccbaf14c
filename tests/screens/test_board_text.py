"""On the pages of the board too: names are text, and nothing of the person before is kept."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from clubhouse.cards import issue_card
from clubhouse.house import House
from clubhouse.people import Kind, Person, ShownAs, add_person, new_person
from tests.houses import ACTOR, add_with_card
from tests.screens.kiosks import SMALL, Kiosk, kiosk
from tests.screens.meetings import command, open_meeting
from tests.screens.mornings import Day, make_day, make_task, make_unit
from tests.screens.test_board import open_board
from tests.screens.test_privacy import keeps, kept_of
from tests.screens.test_unit import join

NAMES = {
    "markup": "[/] [@click=app.quit]hi[/]",
    "braces": "\\[red]{name} {0} %s",
    "scripts": "יעל 歐陽小明 Wolfeschlegel",
}
FIRST, LAST = "Zebulonia", "Quistgaardo"


def member_called(house: House, name: str) -> tuple[Person, str]:
    """A member who is shown by that nickname, and their card."""
    new = replace(new_person(house, Kind.MEMBER, "Nobody", "Else", name), shown_as=ShownAs.NICKNAME)
    person = add_person(house, ACTOR, new)
    return person, issue_card(house, ACTOR, person).code


async def beginning_stands(running: Kiosk, name: str) -> None:
    """As much of the name as has room stands there as text."""
    await running.until(lambda: name[:12].strip() in running.flat().replace("\n", " "), f"{name!r}")
    assert all(cell_len(line) <= SMALL[0] for line in running.lines())


@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
async def test_names_of_people_units_and_tasks_are_text(house: House, name: str) -> None:
    day = make_day(house)
    unit = make_unit(house, name, about=name)
    make_task(house, unit, day.morning, name, how_to=name, skills=name)
    person, card = member_called(house, name)
    _, other_card = add_with_card(house, "Wei", "Chen")
    async with kiosk(house, SMALL) as running:
        await open_board(running, card)
        await running.shows("3 ")
        await beginning_stands(running, name)
        running.press("3")
        await running.shows("You help in")
        await beginning_stands(running, name)
        running.press("1")
        await running.shows("You help with:")
        await beginning_stands(running, name)
        running.press("f1")
        await running.opens("Help")
        running.press("escape")
        await running.opens("TaskPage")
        running.press("escape")
        await running.opens("UnitPage")
        await running.shows("1 ", "With")
        await open_board(running, other_card)
        await beginning_stands(running, name)
        await running.come(card, later=10)
        await running.shows("1 This morning: ")
        await beginning_stands(running, name)
        running.app.rest()
        await open_meeting(running, day.anas_card)
        await beginning_stands(running, name)
        await command(running, "p", "nobody")
        await beginning_stands(running, name)
        assert running.app._exception is None
    assert person.nickname == name


async def on_board(running: Kiosk, card: str, day: Day) -> None:
    """Choose nothing."""
    await open_board(running, card)
    running.press("6")
    await running.opens("Home")


async def on_task(running: Kiosk, card: str, day: Day) -> None:
    """Join, take a task, look at the help."""
    await join(running, card)
    await running.shows(f"You help in {day.culinary.name}")
    running.press("1")
    await running.opens("TaskPage")
    running.press("f1")
    await running.opens("Help")


async def in_meeting(running: Kiosk, card: str, day: Day) -> None:
    """Be looked for, be invited, answer."""
    await open_meeting(running, day.anas_card)
    await command(running, "i", FIRST.lower())
    await running.shows(f"1 {FIRST} Q.")
    running.press("1")
    await running.shows("The seat is held")
    await running.come(card, later=5)
    running.press("2")
    await running.shows("1 Where I'll help")


Walk = Callable[[Kiosk, str, Day], Awaitable[None]]


@pytest.mark.parametrize(
    ("walk", "way"),
    [(on_board, "rest"), (on_task, "next scan"), (in_meeting, "rest")],
    ids=["board", "task", "meeting"],
)
async def test_nothing_of_the_person_before_is_left(house: House, way: str, walk: Walk) -> None:
    day = make_day(house)
    person, card = add_with_card(house, FIRST, LAST)
    async with kiosk(house) as running:
        await walk(running, card, day)
        assert keeps(running, FIRST)
        if way == "rest":
            running.wait_idle(100)
            await running.opens("Welcome")
        else:
            await running.come("a library card", later=15)
        assert FIRST not in running.text()
        words = (FIRST, LAST, FIRST.lower(), card, card.lower(), f"'{person.code}'")
        await running.until(lambda: not kept_of(running, *words), "the person to be forgotten")


@pytest.mark.parametrize(
    ("shown_as", "shown"),
    [(ShownAs.FIRST_NAME, f"{FIRST} Q."), (ShownAs.INITIALS, "Z. Q."), (ShownAs.HIDDEN, "1 person")],
)
async def test_each_is_shown_as_they_chose(house: House, shown_as: ShownAs, shown: str) -> None:
    day = make_day(house)
    new = replace(new_person(house, Kind.MEMBER, FIRST, LAST), shown_as=shown_as)
    day.joins(add_person(house, ACTOR, new), day.culinary, day.lunch)
    _, card = add_with_card(house, "Wei", "Chen")
    async with kiosk(house, SMALL) as running:
        await open_board(running, card)
        await running.shows(f"Culinary {shown}")
        running.press("1")
        await running.shows(f"With {shown}")
        assert LAST not in running.text()
        running.app.rest()
        await open_meeting(running, day.anas_card)
        await running.shows("(name not shown)" if shown_as is ShownAs.HIDDEN else shown)
        assert (FIRST in running.text()) is (shown_as is ShownAs.FIRST_NAME)
