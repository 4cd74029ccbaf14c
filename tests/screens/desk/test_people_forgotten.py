"""Nothing of whoever was looked at in the rooms of people and reach-out is left once the desk is locked."""

from datetime import timedelta

import pytest

from clubhouse import cards, goals, visits, wishes
from clubhouse.audit import COMMAND_LINE
from clubhouse.goals import Area
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Role, give_role
from clubhouse.wishes import NewEmergencyContact, Way, Wishes
from tests.houses import add, add_with_card
from tests.screens.desks import open_desk
from tests.screens.kiosks import Kiosk, kiosk
from tests.screens.test_privacy import FIRST, LAST, keeps, kept_of

SEEN, PHONE, SISTER, GOAL = "Hieronymussa", "555 0197 3", "Walpurgissa", "Zeppelins"
PAGES = {"e": "EditPerson", "u": "HomeUnit", "p": "Photos", "o": "Orientation", "w": "ContactWishes",
         "d": "StaffRecord", "y": "Emergency", "s": "SafetyPause", "l": "Question", "r": "LooksAfter",
         "m": "FindOther"}  # fmt: skip
"""Of a person, by their keys."""


def put_on_file(house: House) -> Person:
    """A member not here for twelve days, with all that is private."""
    seen, twin = add(house, SEEN, "Bosch"), add(house, "Hiero", "Bosch")
    assert twin.id != seen.id
    came = house.now() - timedelta(days=12)
    visits.add_visit(house, COMMAND_LINE, seen, came, came + timedelta(hours=1), "paper sheet")
    wishes.set_wishes(house, COMMAND_LINE, seen.id, Wishes(Way.CALL, PHONE))
    wishes.add_emergency(house, COMMAND_LINE, seen.id, NewEmergencyContact(SISTER, "sister", PHONE))
    goals.add_goal(house, seen.code, seen.id, Area.WORK, GOAL)
    return seen


async def look_at_every_page(running: Kiosk, card: str) -> None:
    """Open them all, and leave them again; the room of people stays open."""
    await open_desk(running, card)
    running.press("6")
    await running.opens("ReachOutRoom")
    await running.shows(SEEN)
    running.press("enter")
    await running.opens("MemberToReach")
    running.press("l")
    await running.opens("LogContact")
    for page in ("MemberToReach", "ReachOutRoom", "Desk"):
        running.press("escape")
        await running.opens(page)
    running.press("2")
    await running.opens("PeopleRoom")
    running.type(f"{SEEN[:6].lower()}\r")
    await running.opens("PersonPage")
    await running.shows(PHONE)
    running.press("k")
    await running.opens("Question")
    running.press("down", "enter")
    await running.opens("PersonPage")
    for key, page in PAGES.items():
        running.press(key)
        await running.opens(page)
        if page == "Emergency":
            await running.shows(SISTER)
        if page == "StaffRecord":
            await running.shows(SEEN, GOAL)
            running.press("r")
            await running.opens("PrintForm")
            running.press("escape")
            await running.opens(page)
        running.press("escape")
        await running.opens("PersonPage")


async def look_at_the_sheet(running: Kiosk) -> None:
    """See whose card is to be printed, and go back to their page."""
    running.press("escape")
    await running.opens("PeopleRoom")
    running.press("escape")
    await running.shows("Cards to print")
    running.press("home", "down", "down", "enter")
    await running.opens("SheetRoom")
    await running.shows(SEEN)
    running.press("escape")
    await running.opens("PeopleRoom")
    running.type(f"{SEEN[:6].lower()}\r")
    await running.opens("PersonPage")
    await running.shows(PHONE)


@pytest.mark.parametrize("way", ["idle", "next scan"])
async def test_every_page_is_forgotten(house: House, way: str) -> None:
    staff, card = add_with_card(house, FIRST, LAST, Kind.STAFF)
    give_role(house, COMMAND_LINE, staff, Role.COORDINATOR)
    seen = put_on_file(house)
    async with kiosk(house) as running:
        await look_at_every_page(running, card)
        await look_at_the_sheet(running)
        running.press("k")
        await running.opens("Question")
        running.press("enter")
        await running.opens("NewCard")
        await running.until(lambda: "▀" in running.text(), "the picture")
        code = cards.card_of(house, seen).code
        assert keeps(running, PHONE)
        if way == "idle":
            running.wait_idle(180)
            await running.opens("Welcome")
        else:
            running.app.answer_scan("a library card")
            await running.opens("Home")
        words = (FIRST, LAST, SEEN, SEEN[:6].lower(), PHONE, SISTER, GOAL, code)
        await running.until(lambda: not kept_of(running, *words), "all of it to be forgotten")
