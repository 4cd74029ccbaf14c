"""An invitation is a question: yes, or not today, which leaves nothing behind; it never takes the mark away."""

import pytest

from clubhouse import invitations
from clubhouse.house import House
from clubhouse.people import Person
from tests.houses import SetClock, actions_on_disk, on_disk
from tests.screens.kiosks import SIZES, kiosk
from tests.screens.mornings import Day, make_day, sign_ups
from tests.screens.test_board import on_screen


@pytest.fixture
def day(house: House) -> Day:
    """A Monday morning; two seats in each unit."""
    day = make_day(house)
    day.seats(day.culinary, 2)
    return day


def invite(house: House, day: Day, person: Person) -> None:
    """Ana asks for help with lunch."""
    invitations.invite(house, day.ana.code, person.id, day.culinary.id, day.morning.id, day.lunch.id)


ASKED = "Ana would like your help this morning with: Lunch prep (Culinary)."


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_scan_asks(house: House, day: Day, rosa: Person, rosas_card: str, size: tuple[int, int]) -> None:
    invite(house, day, rosa)
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        await running.shows("You are signed in", ASKED, "1 Yes, I'll help", "2 Not today")
        assert on_screen(running)


async def test_yes(house: House, day: Day, rosa: Person, rosas_card: str) -> None:
    invite(house, day, rosa)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("1")
        await running.shows("1 This morning: Culinary (change)")
        assert sign_ups(house) == [("Rosa", "morning", "joined", "Culinary", "Lunch prep")]


async def test_not_today_leaves_nothing(house: House, day: Day, rosa: Person, rosas_card: str) -> None:
    invite(house, day, rosa)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        before = actions_on_disk(house)
        running.touch("2   Not today")
        await running.shows("1 Where I'll help this morning", "You are signed in")
        assert on_disk(house.store.path, "SELECT count(*) FROM sign_ups") == [(0,)]
        assert actions_on_disk(house) == before
        await running.come(rosas_card, later=5)
        assert ASKED not in running.flat()
        running.press("1")
        await running.shows("[C] Culinary · 2 seats free")


async def test_whoever_does_not_answer_is_asked_again(
    house: House, clock: SetClock, day: Day, rosa: Person, rosas_card: str
) -> None:
    invite(house, day, rosa)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("0")
        await running.opens("Welcome")
        clock.forward(minutes=10)
        await running.come(rosas_card, later=5)
        await running.shows("You are here already", ASKED)
        clock.set("2026-11-23 12:30")
        await running.come(rosas_card, later=10)
        assert ASKED not in running.flat()


async def test_an_invitation_comes_while_the_page_is_open(
    house: House, day: Day, rosa: Person, rosas_card: str
) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await running.elsewhere(lambda other: invite(other, day, rosa))
        await running.shows(ASKED, "1 Yes, I'll help", "You are signed in")
        await running.elsewhere(
            lambda other: invitations.withdraw_invitation(other, day.ana.code, rosa.id, day.morning.id)
        )
        await running.shows("1 Where I'll help this morning")
        assert ASKED not in running.flat()


async def test_the_mark_stays_when_an_invitation_comes(house: House, day: Day, rosa: Person, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("down", "down", "down")
        await running.settle()
        assert running.marked().startswith("9   Sign out")
        await running.elsewhere(lambda other: invite(other, day, rosa))
        await running.shows(ASKED)
        assert running.marked().startswith("9   Sign out")


async def test_a_mark_whose_choice_is_gone_agrees_to_nothing(
    house: House, day: Day, rosa: Person, rosas_card: str
) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        assert running.marked().startswith("1   Where I'll help")
        await running.elsewhere(lambda other: invite(other, day, rosa))
        await running.shows(ASKED)
        assert running.marked().startswith("0   Done")


@pytest.mark.parametrize(("key", "shown"), [("1", "Culinary (change)"), ("2", "Where I'll help this morning")])
async def test_hands_that_shake_answer_once(
    house: House, day: Day, rosa: Person, rosas_card: str, key: str, shown: str
) -> None:
    invite(house, day, rosa)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press(key, key, key)
        await running.shows(shown)
        await running.settle()
        assert "settled" not in running.flat()
        assert running.page == "Home"


async def test_what_was_withdrawn_meanwhile_is_said(house: House, day: Day, rosa: Person, rosas_card: str) -> None:
    invite(house, day, rosa)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.app._follower.close()
        await running.elsewhere(
            lambda other: invitations.withdraw_invitation(other, day.ana.code, rosa.id, day.morning.id)
        )
        running.press("1")
        await running.shows("That question is settled already.")
        assert sign_ups(house) == []
