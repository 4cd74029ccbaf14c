"""The first page of the desk: who sees which doors, what needs a look, and the ways out."""

import pytest

from clubhouse import attendance
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.permissions import Permission, give_permission
from screens.desk import front, rooms
from screens.desk.rooms import ROOMS, Notice, RoomDoor, doors_for, notices_for, room
from tests.screens.desks import open_desk
from tests.screens.kiosks import SIZES, kiosk
from tests.screens.mornings import Day


def words_for(*held: Permission) -> list[str]:
    """The doors that somebody with these permissions sees."""
    return [door.words for door in doors_for(frozenset(held))]


def test_a_door_is_seen_by_whoever_holds_its_permission() -> None:
    assert words_for(Permission.REPORTS)[-1] == "Change my PIN"
    assert "Unit meeting" in words_for(Permission.BOARD)
    assert "Unit meeting" not in words_for(Permission.REPORTS)


def test_every_door_has_a_key_of_its_own() -> None:
    keys = [door.key for door in (*ROOMS, rooms.MY_PIN, front.MORE, rooms.LOCK)]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == 1 and (key.isdigit() or key in "ABDEFGIJKLMNOPQRSTUVWXYZ") for key in keys)


def test_whoever_may_is_told_what_needs_a_look(house: House, day: Day) -> None:
    attendance.sign_in_by_name(house, day.ana.id)
    board = frozenset({Permission.BOARD})
    assert notices_for(house, board) == ["1 person is here now.", "There is a unit meeting this morning."]
    assert notices_for(house, frozenset({Permission.REPORTS})) == ["1 person is here now."]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_desk_follows_the_house(house: House, day: Day, rosa: Person, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await open_desk(running, day.anas_card)
        await running.shows("0 people are here now.", "3 Unit meeting", "9 More", "0 Lock the desk")
        await running.elsewhere(lambda other: attendance.sign_in_by_name(other, rosa.id))
        await running.shows("1 person is here now.")
        running.touch("Lock the desk")
        await running.opens("Welcome")


@pytest.mark.parametrize("way", ["0", "escape"])
async def test_leaving_locks_the_desk(house: House, day: Day, way: str) -> None:
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        running.press(way)
        await running.opens("Welcome")
        running.press("f9")
        await running.opens("StaffDoor")


async def test_a_member_sees_the_doors_that_were_given(house: House, rosa: Person, rosas_card: str) -> None:
    give_permission(house, COMMAND_LINE, rosa, Permission.EVENTS)
    async with kiosk(house) as running:
        await open_desk(running, rosas_card)
        assert "3" not in running.choices()
        running.press("3")
        await running.settle()
        assert running.page == "Desk"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_many_doors_stand_on_pages_and_keep_their_keys(
    house: House, day: Day, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(RoomDoor(str(number), f"Room {number}", "", None, room("my_pin:MyPin")) for number in range(1, 8))
    monkeypatch.setattr(rooms, "ROOMS", many)
    monkeypatch.setattr(rooms, "NOTICES", tuple(Notice(None, lambda house: "Something") for _ in range(3)))
    async with kiosk(house, size) as running:
        await open_desk(running, day.anas_card)
        await running.shows("Something Something Something")
        assert running.choices() == ["1", "2", "3", "4", "9", "0"]
        assert all(row.region.bottom <= size[1] for row in running.rows())
        running.press("9")
        await running.until(lambda: running.choices() == ["5", "6", "7", "8", "9", "0"], "the second page")
        running.press("2")
        await running.opens("MyPin")
        running.press("escape")
        await running.opens("Desk")
        running.press("9")
        await running.until(lambda: running.choices()[0] == "1", "the first page")
