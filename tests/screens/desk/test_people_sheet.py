"""Cards put on the next sheet at the desk, and the sheet written; a record printed from there too."""

from pathlib import Path

import pytest

from clubhouse import cards, next_sheet
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Person
from tests.houses import actions_on_disk, add
from tests.screens.desks import open_desk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import Day


async def open_person(running: Kiosk, typed: str) -> None:
    """From the desk or the room of people, to the page of whoever is found by these letters."""
    if running.page == "Desk":
        running.press("2")
        await running.opens("PeopleRoom")
    running.type(typed)
    await running.settle()
    running.press("enter")
    await running.opens("PersonPage")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_two_are_put_on_the_sheet_and_it_is_written(
    house: House, day: Day, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    add(house, "Tom", "Tull")
    async with kiosk(house, size) as running:
        await open_desk(running, day.anas_card)
        await open_person(running, "tull")
        running.press("K")
        await running.shows("A card for Tom Tull?", "On the next sheet, to be printed")
        running.press("down", "enter")
        await running.shows("The card is on the next sheet")
        running.press("escape")
        await running.opens("PeopleRoom")
        running.press("escape")
        await open_person(running, "alvarez")
        running.press("K")
        await running.shows("The one in use on the next sheet")
        running.press("down", "down", "enter")
        await running.shows("The card is on the next sheet")
        assert cards.card_of(house, rosa).code == rosas_card
        running.press("escape")
        await running.opens("PeopleRoom")
        running.press("escape")
        await running.shows("Cards to print", "2 wait")
        running.press("home", "down", "down", "enter")
        await running.opens("SheetRoom")
        await running.shows("Tom Tull", "Rosa Alvarez", "W Write the sheet")
        running.press("W")
        await running.opens("SheetForm")
        running.press("right", "enter", "left", "enter", "enter")
        await running.opens("SheetRoom")
        await running.shows("It is written:", "nobody yet: press K")
    (page,) = (house.store.path.parent / "to-print").iterdir()
    text = page.read_text(encoding="utf-8")
    assert "210mm" in text
    assert "Tom T." in text
    assert text.count('<div class="card">') == 2


async def test_a_new_card_is_printed_in_place_of_a_lost_one(
    house: House, day: Day, rosa: Person, rosas_card: str
) -> None:
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        await open_person(running, "alvarez")
        running.press("K")
        await running.shows("A new one on the next sheet")
        running.press("down", "enter")
        await running.shows("The card is on the next sheet")
    assert cards.card_of(house, rosa).code != rosas_card
    assert [each.person.id for each in next_sheet.see_sheet(house, COMMAND_LINE)] == [rosa.id]


async def test_one_is_taken_off(house: House, day: Day, rosa: Person, rosas_card: str) -> None:
    next_sheet.put_on_sheet(house, COMMAND_LINE, rosa.id)
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        running.press("2")
        await running.opens("PeopleRoom")
        await running.shows("1 waits")
        running.press("home", "down", "down", "enter")
        await running.opens("SheetRoom")
        running.press("T")
        await running.until(lambda: not next_sheet.see_sheet(house, COMMAND_LINE), "nobody on the sheet")
        await running.shows("nobody yet: press K")


async def test_a_folder_that_is_not_there_is_said_and_nothing_is_written(
    house: House, day: Day, rosa: Person, rosas_card: str, tmp_path: Path
) -> None:
    next_sheet.put_on_sheet(house, COMMAND_LINE, rosa.id)
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        running.press("2")
        await running.opens("PeopleRoom")
        running.press("home", "down", "down", "enter")
        await running.opens("SheetRoom")
        running.press("W")
        await running.opens("SheetForm")
        running.press("enter", "enter", "delete")
        running.type(f"{tmp_path}/gone\r")
        await running.shows("There is no folder")
        assert len(next_sheet.see_sheet(house, COMMAND_LINE)) == 1


async def test_a_record_is_printed_from_a_persons_page(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        await open_person(running, "alvarez")
        await running.shows("D Record read a month, sign it, print it")
        running.press("D")
        await running.opens("StaffRecord")
        running.press("R")
        await running.opens("PrintForm")
        running.press("enter")
        await running.opens("StaffRecord")
        await running.shows("It is written:")
    (page,) = (house.store.path.parent / "to-print").iterdir()
    assert page.name == f"record-{rosa.code}-2026-11.html"
    assert "print_record" in actions_on_disk(house)
