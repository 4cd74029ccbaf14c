"""Signing in by the first letters of one's name, without a way to leaf through the names of others."""

from dataclasses import replace

import pytest

from clubhouse.attendance import scan
from clubhouse.cards import issue_card
from clubhouse.house import House
from clubhouse.people import Kind, Person, ShownAs, change_person, end_person, pause_person
from tests.houses import ACTOR, SetClock, add, add_with_card, on_disk, visits_on_disk
from tests.screens.kiosks import SIZES, Kiosk, kiosk


async def look_for(running: Kiosk, letters: str) -> None:
    """Open the page and type."""
    if running.page == "NoCard":
        running.press("escape")
        await running.opens("Welcome")
    running.press("f2")
    await running.opens("NoCard")
    running.type(letters)
    await running.settle()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("way", ["1", "enter", "touch"])
async def test_finding_ones_name(house: House, size: tuple[int, int], way: str) -> None:
    add(house)
    async with kiosk(house, size) as running:
        await look_for(running, "alv")
        await running.shows("First letters of your name: alv_", "1 Rosa A.", "Press the number of your name.")
        if way == "touch":
            running.touch("Rosa A.")
        else:
            running.press(way)
        await running.opens("Home")
        await running.shows("Welcome, Rosa. You are signed in, 8:47.")
        assert on_disk(house.store.path, "SELECT in_how FROM visits") == [("name",)]
        assert running.choices() == ["2", "4", "9", "U", "0"]


async def test_nobody_is_shown_before_three_letters_and_never_more_than_five(house: House) -> None:
    for letter in "abcdefgh":
        add(house, f"Mar{letter}", letter.upper() * 3)
    async with kiosk(house) as running:
        await look_for(running, "ma")
        await running.shows("Type 3 letters or more.")
        assert running.choices() == []
        running.type("r")
        await running.shows("There are more. Type another letter.")
        assert running.choices() == ["1", "2", "3", "4", "5"]
        assert "Marf" not in running.text()
        assert all(row.region.bottom <= 21 for row in running.rows())
        running.type("h")
        await running.shows("Press the number of your name.")
        assert running.choices() == ["1"]


async def test_rubbing_out(house: House) -> None:
    add(house)
    async with kiosk(house) as running:
        await look_for(running, "roz")
        await running.shows("No such name. Try your last name, or ask at reception.")
        running.press("backspace")
        running.type("s")
        await running.shows("1 Rosa A.")
        running.press(*["backspace"] * 9)
        await running.shows("First letters of your name: _", "Type 3 letters or more.")
        assert running.choices() == []


async def test_those_who_look_the_same_cannot_be_taken(house: House) -> None:
    add(house, "Rosa", "Alvarez")
    add(house, "Rosa", "Almond")
    add(house, "Rosario", "Beck")
    async with kiosk(house) as running:
        await look_for(running, "ros")
        await running.shows("Some look the same. Type more of your last name.", "1 Rosario B.")
        assert running.choices() == ["1"]
        await look_for(running, "rosa alm")
        await running.shows("1 Rosa A.", "Press the number of your name.")


async def test_names_stand_as_their_people_choose(house: House) -> None:
    add(house, "Wilhelmina", "Carver", nickname="Billie", shown_as=ShownAs.NICKNAME)
    add(house, "Wilfred", "Dunn", shown_as=ShownAs.INITIALS)
    add(house, "Wilma", "Ek", shown_as=ShownAs.HIDDEN)
    async with kiosk(house) as running:
        await look_for(running, "wil")
        await running.shows("Billie", "W. D.")
        for name in ("Wilhelmina", "Carver", "Wilfred", "Dunn", "Wilma", "Ek"):
            assert name not in running.text()
        await look_for(running, "wilma ek")
        await running.shows("1 (name not shown)")
        running.press("1")
        await running.shows("Welcome. You are signed in, 8:47.")


async def test_who_is_here_already_is_told_so(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house, kind=Kind.STAFF)
    scan(house, code)
    clock.forward(hours=1)
    async with kiosk(house) as running:
        await look_for(running, "ros")
        running.press("1")
        await running.shows("Hello, Rosa. You are here already, since 8:47.")
        assert len(visits_on_disk(house)) == 1


async def test_a_paused_member_is_asked_to_see_staff(house: House, rosa: Person) -> None:
    pause_person(house, ACTOR, rosa.id, "private matters")
    async with kiosk(house) as running:
        await look_for(running, "ros")
        running.press("1")
        await running.shows("Hello, Rosa. Please see a staff member.")
        assert "private" not in running.text()
        assert visits_on_disk(house) == []


async def test_who_has_left_the_lists_is_not_found(house: House, rosa: Person) -> None:
    end_person(house, ACTOR, rosa.id)
    async with kiosk(house) as running:
        await look_for(running, "rosa")
        await running.shows("No such name.")


async def test_a_name_changed_meanwhile_signs_the_same_person_in(house: House, rosa: Person) -> None:
    async with kiosk(house) as running:
        await look_for(running, "ros")
        await running.elsewhere(lambda other: change_person(other, ACTOR, rosa.id, replace(rosa, first_name="Rose")))
        running.press("1")
        await running.shows("Welcome, Rose.")


async def test_a_scan_wins_over_letters_half_typed(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await look_for(running, "xyz")
        running.scan(rosas_card)
        await running.shows("Welcome, Rosa.")
        assert running.page == "Home"


async def test_a_scan_right_after_leaving_the_page_is_read(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await look_for(running, "xyz")
        running.press("escape")
        running.scan(rosas_card)
        await running.shows("Welcome, Rosa.")


async def test_a_digit_without_a_name_is_not_typed(house: House) -> None:
    async with kiosk(house) as running:
        await look_for(running, "7ro9s5")
        await running.shows("First letters of your name: ros_")


@pytest.mark.parametrize(("kind", "in_how"), [(Kind.STAFF, "name"), (Kind.VOLUNTEER, "name")])
async def test_staff_and_volunteers_may_forget_their_card_too(house: House, kind: Kind, in_how: str) -> None:
    issue_card(house, ACTOR, add(house, kind=kind))
    async with kiosk(house) as running:
        await look_for(running, "ros")
        running.press("1")
        await running.shows("8:47.")
        assert on_disk(house.store.path, "SELECT in_how FROM visits") == [(in_how,)]


@pytest.mark.parametrize("key", ["1", "enter"])
async def test_hands_that_shake_press_twice(house: House, rosa: Person, key: str) -> None:
    async with kiosk(house) as running:
        await look_for(running, "ros")
        running.press(key, key)
        await running.opens("Home")
        await running.shows("Welcome, Rosa. You are signed in, 8:47.")
        assert len(visits_on_disk(house)) == 1
