"""A member whom the house has asked to look after something finds the same desk as staff, door for door."""

from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Kind
from clubhouse.permissions import Permission, Role, give_permission, give_role, permissions_held
from screens.desk.rooms import doors_for
from tests.houses import actions_on_disk, add, add_with_card, on_disk
from tests.screens.desks import open_desk
from tests.screens.kiosks import kiosk

NAME = ("Zebulon", "Quist")


def test_the_same_doors_stand_open_for_a_member_as_for_staff(house: House) -> None:
    mia, sam = add(house, "Mia"), add(house, "Sam", kind=Kind.STAFF)
    give_role(house, COMMAND_LINE, mia, Role.STAFF)
    for more in (None, *Permission):
        if more:
            for person in (mia, sam):
                give_permission(house, COMMAND_LINE, person, more)
        held = [permissions_held(house, person) for person in (mia, sam)]
        assert held[0] == held[1]
        assert doors_for(held[0]) == doors_for(held[1])


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
