"""The staff door: whoever may run the meeting gets in with their card; any other scan is answered as ever."""

import pytest

from clubhouse import permissions
from clubhouse.cards import replace_card
from clubhouse.house import House
from clubhouse.people import Kind, Person, end_person, pause_person
from clubhouse.permissions import Permission
from db.errors import StoreUnwritable
from tests.houses import ACTOR, SetClock, add_with_card, visits_on_disk
from tests.screens.kiosks import SIZES, WIDE, Kiosk, kiosk
from tests.screens.mornings import ACTOR_ON_FILE, Day, make_day


@pytest.fixture
def day(house: House) -> Day:
    """A Monday morning."""
    return make_day(house)


async def open_door(running: Kiosk) -> None:
    """Stand before the door."""
    running.press("f9")
    await running.opens("StaffDoor")


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
async def test_it_says_what_to_do(house: House, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await open_door(running)
        await running.shows(
            "Staff: hold up your card to run the unit meeting. You stay signed in.", "Esc", "Back", "F1", "Help"
        )
        running.touch("Back")
        await running.opens("Welcome")


async def test_a_touch_opens_the_door(house: House) -> None:
    async with kiosk(house) as running:
        running.touch("Staff")
        await running.opens("StaffDoor")


async def test_staff_get_in_and_stay_signed_in(house: House, clock: SetClock, day: Day) -> None:
    async with kiosk(house) as running:
        await running.come(day.anas_card)
        clock.forward(minutes=20)
        running.press("0")
        await running.opens("Welcome")
        before = visits_on_disk(house)
        await open_door(running)
        running.scan(day.anas_card)
        await running.opens("Meeting")
        await running.shows("Unit meeting, this morning", "Lunch prep")
        assert visits_on_disk(house) == before == [("2026-11-23T13:47:00Z", None, None)]


async def test_a_member_whom_the_house_has_asked_gets_in(
    house: House, day: Day, rosa: Person, rosas_card: str
) -> None:
    permissions.give_permission(house, ACTOR_ON_FILE, rosa, Permission.BOARD)
    async with kiosk(house) as running:
        await open_door(running)
        running.scan(rosas_card)
        await running.opens("Meeting")
        assert visits_on_disk(house) == []


async def test_any_other_card_is_answered_as_ever(house: House, day: Day, rosa: Person, rosas_card: str) -> None:
    _, volunteer = add_with_card(house, "Vera", "Volkov", Kind.VOLUNTEER)
    paused, paused_card = add_with_card(house, "Pia", "Paul", Kind.STAFF)
    pause_person(house, ACTOR, paused.id, "private")
    ended, ended_card = add_with_card(house, "Eli", "East", Kind.STAFF)
    end_person(house, ACTOR, ended.id)
    new_card = replace_card(house, ACTOR, rosa).code
    async with kiosk(house) as running:
        for scanned, words in (
            (new_card, "Welcome, Rosa."),
            (rosas_card, "This card was replaced."),
            (volunteer, "Welcome, Vera."),
            (paused_card, "Please see a staff member."),
            (ended_card, "This card was replaced."),
            ("a library card", "That is not a card of this house."),
        ):
            running.app.rest()
            await open_door(running)
            await running.settle()
            await running.come(scanned, later=5)
            await running.shows(words)
            assert running.page == "Home"
    assert len(visits_on_disk(house)) == 2


async def test_a_scanner_that_reads_the_card_twice_signs_nobody_out(house: House, clock: SetClock, day: Day) -> None:
    async with kiosk(house) as running:
        await running.come(day.anas_card)
        clock.forward(minutes=20)
        running.app.rest()
        await open_door(running)
        running.type(f"{day.anas_card}\r" * 3)
        await running.opens("Meeting")
        running.scan(day.anas_card)
        await running.settle()
        clock.forward(seconds=2)
        running.scan(day.anas_card)
        await running.settle()
        assert running.page == "Meeting"
        assert len(visits_on_disk(house)) == 1
        clock.forward(seconds=5)
        running.scan(day.anas_card)
        await running.shows("You are out")


async def test_no_scan_is_lost_behind_another(house: House, day: Day, rosas_card: str) -> None:
    _, other = add_with_card(house, "Wei", "Chen")
    async with kiosk(house) as running:
        await open_door(running)
        running.type(f"{rosas_card}\r{other}\r{day.anas_card}\r")
        await running.until(lambda: len(visits_on_disk(house)) == 3, "all three signed in")
        await running.shows("Ana")


async def test_somebody_elses_card_just_after_the_meeting_was_opened(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await open_door(running)
        running.type(f"{day.anas_card}\r{rosas_card}\r")
        await running.shows("Welcome, Rosa.")
        assert len(visits_on_disk(house)) == 1


async def test_trouble_is_said_and_the_door_works_afterwards(
    house: House, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreUnwritable("the disk failed")

    async with kiosk(house) as running:
        await open_door(running)
        with monkeypatch.context() as broken:
            broken.setattr("screens.staff_door.permissions.holder", fail)
            running.scan(day.anas_card)
            await running.shows("The computer cannot write now.")
        running.scan(day.anas_card)
        await running.opens("Meeting")
