"""Finding people at the desk, putting somebody on file, and one person's page: what stands there, and for whom."""

import pytest

from clubhouse import merging, orientation, people, visitors
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission, give_permission, take_permission
from clubhouse.visitors import Purpose
from screens.desk.rows import Rows
from tests.houses import SetClock, actions_on_disk, add, add_with_card, on_disk
from tests.screens.desks import marked_row, open_desk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import Day


async def open_people(running: Kiosk, card: str) -> None:
    """Go into the room."""
    await open_desk(running, card)
    running.press("2")
    await running.opens("PeopleRoom")


async def open_person(running: Kiosk, card: str, letters: str) -> None:
    """Find somebody, and open their page."""
    await open_people(running, card)
    running.type(f"{letters}\r")
    await running.opens("PersonPage")


def shown(running: Kiosk) -> list[str]:
    """The rows in sight, a text each."""
    return [" ".join(row.cells).strip() for row in running.app.screen.query_one(Rows).shown]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_one_letter_finds_and_who_is_on_no_list_stands_back(
    house: House, day: Day, size: tuple[int, int]
) -> None:
    add(house, "Rosa")
    gone = add(house, "Rolf", "Olsen")
    people.end_person(house, COMMAND_LINE, gone.id)
    async with kiosk(house, size) as running:
        await open_people(running, day.anas_card)
        running.type("r")
        await running.shows("Rosa Alvarez", "on no list")
        assert [row.dim for row in running.app.screen.query_one(Rows).shown] == [False, True, False]
        running.type("x")
        await running.shows("Nobody is found by that.")
        running.press("escape")
        await running.shows("Type the first letters of a name, or a code.")
        assert running.page == "PeopleRoom"


async def test_an_enter_that_overtakes_the_answer_opens_whoever_it_finds(
    house: House, day: Day, rosa: Person
) -> None:
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, rosa.code.lower())
        await running.shows("Rosa Alvarez, member since 23 November 2026.", "Never here yet.")


async def test_a_guest_becomes_a_member_with_a_buddy_and_a_card(house: House, day: Day) -> None:
    guest = visitors.sign_in_visitor(house, "tom tull", Purpose.TOUR)
    visitors.sign_in_visitor(house, "Gas Man", Purpose.GUEST)
    buddy = add(house, "Benita", "Cruz")
    async with kiosk(house) as running:
        await open_people(running, day.anas_card)
        await running.shows("tom tull")
        assert "Gas" not in running.text()
        running.press("down", "down", "enter")
        await running.opens("AddPerson")
        running.press(*["enter"] * 7)
        running.type("beni")
        await running.shows("1 Benita C.")
        running.press("1", "enter")
        await running.opens("PersonPage")
        await running.shows("is on file. K makes a card.", "with Benita Cruz")
        running.press("k")
        await running.opens("Question")
        running.press("enter")
        await running.opens("FirstCard")
        await running.shows("Tom Tull photographs this now.")
        await running.until(lambda: "▀" in running.text(), "the picture")
    ((tom, joined),) = on_disk(
        house.store.path, f"SELECT people.id, first_name FROM visitors JOIN people ON people.id = person_id"
        f" WHERE visitors.id = {guest.id}",
    )  # fmt: skip
    assert joined == "Tom"
    checklist = orientation.see_orientation(house, COMMAND_LINE, int(str(tom)))
    assert checklist
    assert checklist.orientation.buddy_id == buddy.id
    assert actions_on_disk(house)[-1] == "issue_card"


async def test_somebody_new_needs_a_name_and_a_day(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_people(running, day.anas_card)
        running.press("enter")
        await running.opens("AddPerson")
        running.press("enter")
        await running.shows("A first name is missing.")
        running.type("Ida")
        running.press("up", "up")
        running.press(*["down"] * 5, "backspace", "enter")
        await running.shows("Type the day as year-month-day")
        running.type("3")
        running.press("enter", "right", "enter", "enter")
        await running.opens("PersonPage")
        await running.shows("Ida, member since 23 November 2026", "O Orientation none")


LINES = {
    Permission.GREETER: "EUKPO",
    Permission.REACH_OUT: "WYSLMD",
    Permission.SETTINGS: "RN",
}


@pytest.mark.parametrize("other", [None, Permission.REACH_OUT, Permission.SETTINGS])
async def test_what_one_may_not_do_is_not_offered(house: House, rosa: Person, other: Permission | None) -> None:
    keeper, card = add_with_card(house, "Vic", "Vale", Kind.VOLUNTEER)
    held = [Permission.GREETER, *([other] if other else [])]
    for permission in held:
        give_permission(house, COMMAND_LINE, keeper, permission)
    async with kiosk(house) as running:
        await open_person(running, card, "rosa")
        await running.shows("Rosa Alvarez")
        await running.settle()
        assert {row[0] for row in shown(running)} == set("".join(LINES[each] for each in held))
        running.press("r" if other is not Permission.SETTINGS else "w")
        await running.settle()
        assert running.page == "PersonPage"
    views = on_disk(house.store.path, "SELECT subject FROM audit WHERE action = 'view' ORDER BY subject")
    wishes = [(f"contact wishes of person {rosa.id}",)] * (other is Permission.REACH_OUT)
    assert views == [*wishes, (f"page of person {rosa.id}",)]


async def test_staff_are_changed_by_whoever_looks_after_settings(house: House, day: Day) -> None:
    add(house, "Sam", "Stone", Kind.STAFF)
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "sam")
        await running.shows("Sam Stone")
        await running.settle()
        assert {row[0] for row in shown(running)} == set("UKPOWDY")


async def test_a_permission_taken_meanwhile_is_refused_by_the_house(house: House, rosa: Person) -> None:
    keeper, card = add_with_card(house, "Vic", "Vale", Kind.VOLUNTEER)
    for permission in (Permission.GREETER, Permission.REACH_OUT):
        give_permission(house, COMMAND_LINE, keeper, permission)
    async with kiosk(house) as running:
        await open_person(running, card, "rosa")
        await running.shows("L On the lists")
        take_permission(house, COMMAND_LINE, keeper, Permission.REACH_OUT)
        running.press("l")
        await running.opens("Question")
        running.press("enter")
        await running.shows("This is done by staff")
    assert on_disk(house.store.path, f"SELECT ended_on FROM people WHERE id = {rosa.id}") == [(None,)]


async def test_edit_and_home_unit(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "rosa")
        await running.shows("E Edit")
        running.press("e")
        await running.opens("EditPerson")
        running.type("lia\r\rRo\r\r\r\r\r")
        await running.opens("PersonPage")
        await running.shows("It is saved.", "Rosalia Alvarez (Ro)")
        running.press("u")
        await running.opens("HomeUnit")
        running.press("right", "enter")
        await running.opens("PersonPage")
        await running.shows("U Home unit Culinary")


async def test_off_the_lists_and_back(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "rosa")
        for done, line in (
            ("On no list any more.", "L On the lists no"),
            ("Back on the lists.", "L On the lists yes"),
        ):
            await running.shows("L On the lists")
            running.press("l")
            await running.opens("Question")
            running.press("enter")
            await running.shows(done, line)
    assert actions_on_disk(house)[-2:] == ["end_person", "come_back"]


async def test_a_safety_pause_asks_why_and_shows_it_nowhere(
    house: House, day: Day, rosa: Person, clock: SetClock
) -> None:
    clock.set("2026-11-23 21:30")  # in UTC the next day
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "rosa")
        await running.shows("S Safety pause no")
        running.press("s")
        await running.opens("SafetyPause")
        running.press("enter")
        await running.shows("Write why; it is never shown at the kiosk.")
        running.type("Xylophone\r")
        await running.opens("PersonPage")
        await running.shows("S Safety pause since 23 November 2026", "please see staff before signing in")
        assert "Xylophone" not in running.text()
        running.press("s")
        await running.opens("Question")
        assert "Xylophone" not in running.text()
        running.press("enter")
        await running.shows("There is no safety pause.", "S Safety pause no")


async def test_two_entries_are_made_one_and_two_again(house: House, day: Day, rosa: Person) -> None:
    twin = add(house, "Rosie", "Alvares")
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "rosa")
        await running.shows("M Make one")
        running.press("m")
        await running.opens("FindOther")
        running.type("rosa\r")
        await running.shows("That is the entry whose page was open.")
        running.press("escape")
        running.type("rosie\r")
        await running.opens("SideBySide")
        await running.shows(f"Code {rosa.code} {twin.code}")
        running.press("t")
        await running.shows(f"Code {twin.code} {rosa.code}")
        running.press("enter")
        await running.opens("Question")
        await running.shows(f"{twin.code} stays")
        running.press("enter")
        await running.opens("PeopleRoom")
        await running.shows(f"{rosa.code} is one with {twin.code} now.")
        assert merging.list_merged(house, COMMAND_LINE)[0][1].id == rosa.id
        running.press("escape")
        await running.shows("Entries made one")
        assert await marked_row(running) == "+ Somebody new   "
        running.press("down", "enter")
        await running.opens("MergedEntries")
        await running.shows(f"Rosa Alvarez ({rosa.code})")
        running.press("enter")
        await running.opens("Question")
        running.press("enter")
        await running.shows("They are two entries again.", "No two entries were made one.")
    assert merging.list_merged(house, COMMAND_LINE) == []
