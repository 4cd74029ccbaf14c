"""A form: every kind of field filled by keys, checks that mark their field, refusals that lose nothing."""

import pytest

from clubhouse.house import House
from clubhouse.people import Person
from tests.houses import add
from tests.screens.desk.rooms_to_try import Asking, enter
from tests.screens.desks import PIN, marked_row, open_desk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import Day


async def open_form(running: Kiosk, day: Day) -> None:
    """Open the form at the desk."""
    await open_desk(running, day.anas_card)
    await enter(running, Asking)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_form_is_filled_from_top_to_bottom(
    house: House, day: Day, rosa: Person, size: tuple[int, int]
) -> None:
    async with kiosk(house, size) as running:
        await open_form(running, day)
        await running.shows("Asking · Ana O.", "Title _", "What it is called.", "Way a card", "Seen no", "Save")
        running.type("Lunh\x7fch 2\r")
        await running.shows("Way < a card >", "Left and right choose.")
        running.press("left", "left", "right", "enter", "right", "enter")
        running.type("alv")
        await running.shows("1 Rosa A.")
        running.type("1")
        await running.shows("Who Rosa A._")
        running.press("enter")
        running.type("123")
        await running.shows("Secret ●●●_")
        running.press("enter")
        await running.opens("Desk")
        await running.shows("Kept.")
        assert Asking.kept == [{"title": "Lunch 2", "way": "call", "seen": "yes", "who": str(rosa.id), "pin": "123"}]


async def test_what_is_typed_fast_arrives_in_order(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_form(running, day)
        running.type("Title [/] 9\r\r\r\r99\r")
        await running.opens("Desk")
        assert Asking.kept == [{"title": "Title [/] 9", "way": "card", "seen": "no", "who": "", "pin": "99"}]


async def test_a_check_marks_its_field_and_keeps_what_was_typed(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_form(running, day)
        running.type("axe\r")
        await running.shows("No x, please.", "Title axe_")
        running.press("down", "down", "down", "down", "down")
        assert await marked_row(running) == "Save"
        running.press("enter")
        await running.shows("No x, please.", "Title axe_")
        assert await marked_row(running) == "Title axe_"
        running.press("backspace", "backspace")
        running.press("down", "down", "down", "down", "down", "enter")
        await running.opens("Desk")
        assert Asking.kept[0]["title"] == "a"


async def test_a_refusal_of_the_house_keeps_everything(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_form(running, day)
        running.type("refused\r\r\r\rsecret\r")
        await running.shows("The house does not want that.", "Title refused", "Secret ●●●●●●_")
        running.touch("Title")
        await running.shows("Title refused_")
        running.type(" not")
        await running.settle()
        running.touch("Save")
        await running.opens("Desk")
        assert Asking.kept[0]["title"] == "refused not"


async def test_letters_that_name_nobody_do_not_pass(house: House, day: Day, rosa: Person) -> None:
    add(house, "Rosamund", "Beck")
    async with kiosk(house) as running:
        await open_form(running, day)
        running.type("t\r\r\rros")
        await running.shows("1 Rosa A. 2 Rosamund B.")
        running.press("enter")
        await running.shows("Press the number of a name, or rub the letters out.")
        running.type("7am")
        await running.shows("1 Rosamund B.")
        running.press("enter", "enter")
        await running.opens("Desk")
        assert Asking.kept[0]["who"] != ""


async def test_somebody_taken_can_be_taken_back(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_form(running, day)
        running.type("t\r\r\rros")
        await running.shows("1 Rosa A.")
        running.type("1")
        running.press("backspace", "enter", "enter")
        await running.opens("Desk")
        assert Asking.kept[0]["who"] == ""


async def test_leaving_saves_nothing_and_a_scan_wins(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await open_form(running, day)
        running.type("half")
        running.press("escape")
        await running.opens("Desk")
        await enter(running, Asking)
        running.type("hal")
        await running.come(rosas_card, later=5)
        await running.shows("Welcome, Rosa.")
        assert Asking.kept == []


async def test_a_paste_is_not_typed(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_form(running, day)
        running.paste("pasted\rtext")
        await running.settle()
        assert "pasted" not in running.text()


async def test_changing_ones_pin(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        running.press("8")
        await running.opens("MyPin")
        running.type("1111\r12\r")
        await running.shows("A PIN has 4 to 12 digits, and nothing else.")
        running.type("34\r1235\r")
        await running.shows("The new PIN was typed in two different ways.")
        running.type("\x7f4\r")
        await running.shows("The old PIN is not right. Nothing was changed.")
        running.press("up", "up", *["backspace"] * 4)
        running.type(f"{PIN}\r\r\r")
        await running.opens("Desk")
        await running.shows("Your PIN is changed.")
        running.press("0")
        await running.opens("Welcome")
        running.press("f9")
        await running.opens("StaffDoor")
        running.scan(day.anas_card)
        await running.opens("StaffPin")
        running.type("1234\r")
        await running.opens("Desk")
