"""Nothing of what a person has read, typed or been asked on any page is left in memory when the kiosk rests."""

from contextlib import aclosing

import pytest

from clubhouse import goals, house_meeting, record, record_pin, wishes
from clubhouse.audit import COMMAND_LINE
from clubhouse.codes import make_code
from clubhouse.goals import Area, SupportKind
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Role, give_role
from clubhouse.wishes import NewEmergencyContact, Way, Wishes
from screens.desk.record import StaffRecord
from tests.forms import long
from tests.houses import SetClock, add_with_card
from tests.screens.desks import give_pin, open_desk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.test_privacy import FIRST, LAST, kept_of, remembered
from tests.screens.walking import every_page, go_home
from tests.screens.walking_hours import hours_pages, work_everywhere

GOAL, HELPED, OWN, ITEM, PHONE, SISTER, JOB = (
    "Quokkafarm", "Leasesignature", "Wordsofmyown", "Rooftopbees", "555 0188 2", "Walpurgissa", "Zanzibarium"
)  # fmt: skip
SAID = (GOAL, HELPED, OWN, PHONE, SISTER, JOB)
"""What is on file of the person; the agenda, which is for everybody, is not."""
TYPED = "Halfatypedline"
DIGITS = "86420975"


@pytest.fixture
def known(house: House) -> tuple[Person, str]:
    """A member of whom the house knows a great deal, and their card."""
    person, card = add_with_card(house, FIRST, LAST)
    goals.add_goal(house, person.code, person.id, Area.WORK, GOAL)
    goals.add_support(house, COMMAND_LINE, person.id, SupportKind.HOUSING, HELPED)
    record.write_own_words(house, person.code, person.id, "2026-11", OWN)
    house_meeting.add_item(house, person.id, ITEM)
    wishes.set_wishes(house, COMMAND_LINE, person.id, Wishes(Way.CALL, PHONE))
    wishes.add_emergency(house, COMMAND_LINE, person.id, NewEmergencyContact(SISTER, "sister", PHONE))
    return person, card


async def forgotten(running: Kiosk, *words: str) -> None:
    """Wait until none of these, nor the person, is anywhere."""
    assert not any(word in running.flat() for word in words)
    await running.until(lambda: not kept_of(running, FIRST, LAST, *words), "all of it to be forgotten")
    await running.until(lambda: not remembered(running, FIRST, LAST, *words), "nothing to be left in memory")


@pytest.mark.parametrize("way", ["idle", long("next scan")])
async def test_of_an_open_record_and_a_line_half_typed(house: House, known: tuple[Person, str], way: str) -> None:
    async with kiosk(house) as running:
        await go_home(running, known[1])
        for key, page in (("4", "MorePage"), ("1", "RecordPage"), ("1", "ReadMonth")):
            running.press(key)
            await running.opens(page)
        await running.settle()
        running.press("0")
        await running.opens("RecordPage")
        running.press("2")
        await running.opens("TypingPage")
        running.type(TYPED)
        await running.shows(TYPED)
        assert remembered(running, GOAL)
        await leave(running, way)
        await forgotten(running, *SAID, TYPED)


@pytest.mark.parametrize("way", ["idle", "next scan"])
async def test_of_a_pin_half_typed(house: House, known: tuple[Person, str], way: str) -> None:
    record_pin.choose_pin(house, known[0], DIGITS)
    async with kiosk(house) as running:
        await go_home(running, known[1])
        running.press("4")
        await running.opens("MorePage")
        running.press("1")
        await running.opens("OwnPin")
        running.type(DIGITS[:-1])
        await running.settle()
        assert kept_of(running, DIGITS[:-1])
        await leave(running, way)
        await forgotten(running, *SAID, DIGITS[:-1])


@pytest.mark.parametrize("way", ["idle", "next scan"])
async def test_of_a_record_at_the_desk(house: House, known: tuple[Person, str], way: str) -> None:
    staff, card = add_with_card(house, "Ana", "Ortizzimo", Kind.STAFF)
    give_role(house, COMMAND_LINE, staff, Role.COORDINATOR)
    give_pin(house, staff)
    async with kiosk(house) as running:
        await open_desk(running, card)
        desk = running.app.screen
        desk.enter_page(StaffRecord(desk.actor, desk.permissions, known[0].id))  # type: ignore[attr-defined]
        await running.opens("StaffRecord")
        await running.shows(OWN)
        del desk
        running.press("W")
        await running.opens("SupportForm")
        running.press("enter")
        running.type(TYPED)
        await running.shows(TYPED)
        await leave(running, way)
        await forgotten(running, *SAID, TYPED, "Ortizzimo")


async def leave(running: Kiosk, way: str) -> None:
    """Nobody touches the kiosk any more, or somebody else holds up something."""
    if way == "idle":
        running.wait_idle(1000)
        if running.page == "IdleWarning":
            running.wait_idle(1000)
        await running.opens("Welcome")
    else:
        running.type(make_code() + "\r", later=5)
        await running.opens("Home")


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_of_every_page(house: House, clock: SetClock, known: tuple[Person, str], size: tuple[int, int]) -> None:
    _, card = known
    async with kiosk(house, size) as running:
        pages = every_page(running, house, clock, card, FIRST[:6].lower())
        async with aclosing(pages):
            async for page in pages:
                if page in ("IdleWarning", "TooSmall"):
                    continue
        running.app.rest()
        await running.opens("Welcome")
        await forgotten(running, *SAID, card, card.lower(), FIRST[:6].lower())


@pytest.mark.long
async def test_of_every_page_of_job_hours(house: House, known: tuple[Person, str]) -> None:
    person, card = known
    work_everywhere(house, person, JOB)
    async with kiosk(house) as running:
        found = False
        async with aclosing(hours_pages(running, card)) as pages:
            async for _ in pages:
                found = found or JOB in running.flat()
        assert found
        running.app.rest()
        await running.opens("Welcome")
        await forgotten(running, *SAID, card, card.lower())
