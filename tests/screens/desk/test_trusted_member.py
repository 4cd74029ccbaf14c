"""A member whom the house has asked to look after something finds the same desk as staff, room for room."""

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Kind
from clubhouse.permissions import STAFF_HOLD, Permission, Role, give_permission, give_role
from tests.houses import actions_on_disk, add, add_with_card, on_disk
from tests.screens.desks import open_desk
from tests.screens.kiosks import Kiosk, kiosk

NAME = ("Zebulon", "Quist")


async def rooms(running: Kiosk, card: str) -> list[tuple[str, str]]:
    """The name of each room that the desk offers, and what stands there."""
    await open_desk(running, card)
    found = []
    keys = running.choices()
    if "9" in keys:
        running.press("9")
        await running.settle()
        keys += [key for key in running.choices() if key not in keys]
    for key in (key for key in keys if key not in "90"):
        await _enter(running, key)
        found.append((running.page, running.flat()))
        await _leave(running, card)
    return found


async def _enter(running: Kiosk, key: str) -> None:
    if key not in running.choices():
        running.press("9")
        await running.settle()
    running.press(key)
    await running.until(lambda: running.page != "Desk", "the room")
    await running.settle()


async def _leave(running: Kiosk, card: str) -> None:
    while running.page not in ("Desk", "Welcome"):
        running.press("escape")
        await running.settle()
    if running.page == "Welcome":  # the meeting lies above no desk
        await open_desk(running, card)


async def seen_by(house: House, kind: Kind, given: list[Permission]) -> list[tuple[str, str]]:
    """The rooms of somebody of that kind who holds these."""
    person, card = add_with_card(house, *NAME, kind=kind)
    for permission in given:
        give_permission(house, COMMAND_LINE, person, permission)
    async with kiosk(house) as running:
        return await rooms(running, card)


@pytest.mark.parametrize(
    "more", [None, pytest.param(Permission.REPORTS, marks=pytest.mark.long)], ids=["staff's tasks", "and reports"]
)
async def test_the_same_rooms_hold_the_same(house: House, more: Permission | None) -> None:
    add(house, "Rosa")
    given = [more] if more else []
    member = await seen_by(house, Kind.MEMBER, [*sorted(STAFF_HOLD), *given])
    staff = await seen_by(house, Kind.STAFF, given)
    assert len(member) > 4
    assert member == staff


async def test_a_member_signs_somebody_in_and_the_log_says_who(house: House) -> None:
    rosa = add(house, "Rosa")
    mia, card = add_with_card(house, *NAME)
    give_role(house, COMMAND_LINE, mia, Role.STAFF)
    async with kiosk(house) as running:
        await open_desk(running, card)
        running.press("1")
        await running.opens("TodayRoom")
        running.type("rosa")
        await running.shows("Rosa Alvarez")
        running.press("enter")
        await running.opens("PersonRoom")
        running.press("1")
        await running.shows("Rosa Alvarez is in")
    assert "add_visit" in actions_on_disk(house)
    assert on_disk(house.store.path, "SELECT actor FROM audit WHERE action = 'add_visit'") == [(mia.code,)]
    assert on_disk(house.store.path, "SELECT person_id FROM visits") == [(rosa.id,)]
