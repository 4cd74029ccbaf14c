"""The staff door: who looks after something gets in with card or name, and a PIN; other scans win as ever."""

import pytest

from clubhouse import permissions
from clubhouse.cards import replace_card
from clubhouse.demo import Deck
from clubhouse.house import House
from clubhouse.people import Kind, Person, end_person, pause_person
from clubhouse.permissions import Permission
from db.errors import StoreUnwritable
from tests.houses import ACTOR, SetClock, add_with_card, on_disk, visits_on_disk
from tests.screens.desks import PIN, ask_for_pin, give_pin, open_desk
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
            "Staff desk: hold up your card, or type the first letters of your name.", "Esc", "Back", "F1", "Help"
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
        await open_desk(running, day.anas_card)
        await running.shows("Staff desk · Ana O.", "1 person is here now.", "Unit meeting", "Lock the desk")
        assert visits_on_disk(house) == before == [("2026-11-23T13:47:00Z", None, None)]
    assert on_disk(house.store.path, "SELECT actor FROM audit WHERE action = 'open_desk'") == [(day.ana.code,)]


async def test_a_member_whom_the_house_has_asked_gets_in(
    house: House, day: Day, rosa: Person, rosas_card: str
) -> None:
    permissions.give_permission(house, ACTOR_ON_FILE, rosa, Permission.BOARD)
    async with kiosk(house) as running:
        await open_desk(running, rosas_card)
        await running.shows("Unit meeting")
        assert visits_on_disk(house) == []


async def test_a_name_does_where_there_is_no_card(house: House, day: Day) -> None:
    give_pin(house, day.ana)
    async with kiosk(house) as running:
        await open_door(running)
        running.type("ortiz")
        await running.shows("1 Ana O.")
        running.press("1")
        await running.opens("StaffPin")
        running.type(f"{PIN}\r")
        await running.opens("Desk")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_pin_is_shown_as_dots_and_can_be_mended(house: House, day: Day, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await ask_for_pin(running, day.anas_card)
        await running.shows("Ana O.", "Type your PIN, then press Enter.")
        running.type("2x46")
        await running.shows("● ● ● _")
        assert "246" not in running.text()
        running.press("backspace", "backspace", "enter")
        await running.shows("A PIN has 4 digits or more.")
        running.type("9468\x7f\x7f\x7f\x7f2468\r")
        await running.opens("Desk")


async def test_wrong_pins_are_told_and_then_one_has_to_wait(house: House, clock: SetClock, day: Day) -> None:
    async with kiosk(house) as running:
        await ask_for_pin(running, day.anas_card)
        for _ in range(5):
            running.type("1111\r")
            await running.settle()
        await running.shows("That PIN is not right.")
        running.type(f"{PIN}\r")
        await running.shows("Please wait 1 minute, then try again.")
        clock.forward(seconds=60)
        running.type(f"{PIN}\r")
        await running.opens("Desk")


async def test_a_name_without_tasks_or_pin_is_answered_like_any_other(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        for name in ("alvarez", "ortiz"):
            await open_door(running)
            running.type(name)
            await running.settle()
            running.press("1")
            await running.opens("StaffPin")
            running.type("1111\r")
            await running.shows("That PIN is not right.")
            running.press("escape")
            await running.opens("StaffDoor")
            await running.shows("First letters of your name: _")
            running.press("escape")
            await running.opens("Welcome")


async def test_any_other_scan_closes_the_desk_and_the_pin_page(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await ask_for_pin(running, day.anas_card)
        running.type("24")
        await running.come(rosas_card)
        await running.shows("Welcome, Rosa.")
        running.app.rest()
        await open_desk(running, day.anas_card)
        await running.come("a library card", later=5)
        await running.shows("That is not a card of this house.")


async def test_only_the_demonstration_tells_a_pin(house: House, day: Day) -> None:
    deck = Deck(("m",), (day.anas_card,), ("u",), PIN)
    async with kiosk(house, deck=deck) as running:
        await ask_for_pin(running, day.anas_card)
        await running.shows("In this made-up house the PIN of all staff is 2468.")
    async with kiosk(house) as running:
        await ask_for_pin(running, day.anas_card)
        assert "made-up" not in running.text()


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
        give_pin(house, day.ana)
        await open_door(running)
        running.type(f"{day.anas_card}\r" * 3)
        await running.opens("StaffPin")
        clock.forward(seconds=2)
        running.scan(day.anas_card)
        await running.settle()
        running.type(f"{PIN}\r")
        await running.opens("Desk")
        clock.forward(seconds=2)
        running.scan(day.anas_card)
        await running.settle()
        assert running.page == "Desk"
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


async def test_somebody_elses_card_just_after_the_door_was_opened(house: House, day: Day, rosas_card: str) -> None:
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
        await running.opens("StaffPin")


async def test_a_terminal_of_the_desk_rests_at_the_door(house: House, day: Day, rosas_card: str) -> None:
    async with kiosk(house, at_desk=True, shows="Staff desk") as running:
        give_pin(house, day.ana)
        running.wait_idle(600)
        running.press("escape")
        await running.settle()
        assert running.page == "StaffDoor"
        running.scan(day.anas_card)
        await running.opens("StaffPin")
        running.type(f"{PIN}\r")
        await running.opens("Desk")
        running.press("0")
        await running.opens("StaffDoor")
        running.type("ro")
        await running.settle()
        running.wait_idle(45)
        await running.opens("IdleWarning")
        running.wait_idle(20)
        await running.opens("StaffDoor")
        await running.shows("First letters of your name: _")
        await running.come(rosas_card, later=5)
        running.press("0")
        await running.opens("StaffDoor")
