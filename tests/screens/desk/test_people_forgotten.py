"""Nothing of whoever was looked at in the rooms of people and reach-out is left once the desk is locked."""

from datetime import timedelta

import pytest

from clubhouse import cards, visits, wishes
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Role, give_role
from clubhouse.wishes import NewEmergencyContact, Way, Wishes
from tests.houses import add, add_with_card
from tests.screens.desks import open_desk
from tests.screens.kiosks import Kiosk, kiosk
from tests.screens.test_privacy import FIRST, LAST, keeps, kept_of

SEEN, PHONE, SISTER = "Hieronymussa", "555 0197 3", "Walpurgissa"
PAGES = {"e": "EditPerson", "u": "HomeUnit", "p": "Photos", "o": "Orientation", "w": "ContactWishes",
         "y": "Emergency", "s": "SafetyPause", "l": "Question", "r": "LooksAfter", "m": "FindOther"}  # fmt: skip
"""Of a person, by their keys."""


def put_on_file(house: House) -> Person:
    """A member not here for twelve days, with all that is private."""
    seen, twin = add(house, SEEN, "Bosch"), add(house, "Hiero", "Bosch")
    assert twin.id != seen.id
    came = house.now() - timedelta(days=12)
    visits.add_visit(house, COMMAND_LINE, seen, came, came + timedelta(hours=1), "paper sheet")
    wishes.set_wishes(house, COMMAND_LINE, seen.id, Wishes(Way.CALL, PHONE))
    wishes.add_emergency(house, COMMAND_LINE, seen.id, NewEmergencyContact(SISTER, "sister", PHONE))
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
    for key, page in PAGES.items():
        running.press(key)
        await running.opens(page)
        if page == "Emergency":
            await running.shows(SISTER)
        running.press("escape")
        await running.opens("PersonPage")


@pytest.mark.parametrize("way", ["idle", "next scan"])
async def test_every_page_is_forgotten(house: House, way: str) -> None:
    staff, card = add_with_card(house, FIRST, LAST, Kind.STAFF)
    give_role(house, COMMAND_LINE, staff, Role.COORDINATOR)
    seen = put_on_file(house)
    async with kiosk(house) as running:
        await look_at_every_page(running, card)
        running.press("k")
        await running.opens("Question")
        running.press("enter")
        await running.opens("FirstCard")
        await running.until(lambda: "▀" in running.text(), "the picture")
        code = cards.card_of(house, seen).code
        assert keeps(running, PHONE)
        if way == "idle":
            running.wait_idle(180)
            await running.opens("Welcome")
        else:
            running.app.answer_scan("a library card")
            await running.opens("Home")
        words = (FIRST, LAST, SEEN, SEEN[:6].lower(), PHONE, SISTER, code)
        await running.until(lambda: not kept_of(running, *words), "all of it to be forgotten")
