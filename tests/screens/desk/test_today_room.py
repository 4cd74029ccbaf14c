"""*Today* at the desk: who is in, what needs a look; others signed in and out; visits and visitors set right."""

from datetime import date, time, timedelta

import pytest

from clubhouse.attendance import scan, sign_in_by_name
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.invitations import invite
from clubhouse.people import Person
from clubhouse.today import paper_line
from clubhouse.visitors import Purpose, sign_in_visitor, visitors_here
from clubhouse.visits import close_days, visits_between
from tests.houses import SetClock, add, add_with_card, on_disk, visits_on_disk
from tests.screens.desks import marked_row, open_desk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import Day

FRIDAY = date(2026, 11, 20)


async def open_today(running: Kiosk, day: Day) -> None:
    """Go into the room."""
    await open_desk(running, day.anas_card)
    running.press("1")
    await running.opens("TodayRoom")


async def open_somebody(running: Kiosk, typed: str) -> None:
    """Find somebody by letters and open their page."""
    running.type(typed)
    await running.settle()
    running.press("enter")
    await running.opens("PersonRoom")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_who_is_in_and_what_needs_a_look(
    house: House, day: Day, clock: SetClock, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    scan(house, rosas_card, clock.moment - timedelta(days=3))
    close_days(house)
    sign_in_by_name(house, rosa.id)
    day.joins(rosa, day.culinary)
    tom = add(house, "Tom", "Tull")
    invite(house, COMMAND_LINE, tom.id, day.clerical.id, day.afternoon.id)
    sign_in_visitor(house, "Vee", Purpose.TOUR)
    async with kiosk(house, size) as running:
        await open_today(running, day)
        await running.shows(
            "In now: 1 member, 0 staff, 1 visitor. 1 tour this month.",
            "! 1 sign-out is a guess: Rosa",
            "? 1 invitation waits: Tom",
            "Rosa Alvarez 8:47 Culinary",
            "Vee 8:47 visitor",
        )
        running.press("down", "enter")
        await running.opens("LookAgain")
        await running.shows("Invitations that wait", "Tom Tull afternoon: Clerical")
        running.press("escape")
        await running.opens("TodayRoom")
        running.press("home", "enter")
        await running.opens("LookAgain")
        await running.shows("Rosa Alvarez 20 Nov 2026, 8:47 to 16:00, a guess")
        running.press("enter")
        await running.opens("PersonRoom")
        assert "20 Nov 2026" in await marked_row(running)
        running.press("enter")
        await running.opens("SetRight")
        running.press("down", *["backspace"] * 5)
        running.type("1530\r\r")
        await running.shows("A correction needs a reason")
        running.type("told me\r")
        await running.opens("PersonRoom")
        await running.shows("set right", "8:47 to 15:30")
        running.press("escape")
        await running.opens("LookAgain")
        await running.shows("Nothing is left here.")
    found = on_disk(house.store.path, "SELECT action, actor, reason FROM audit WHERE action = 'correct_visit'")
    assert found == [("correct_visit", day.ana.code, "told me")]
    assert on_disk(house.store.path, "SELECT count(*) FROM audit WHERE action = 'view'") == [(1,)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_guesses_are_confirmed_with_one_key_each(
    house: House, day: Day, clock: SetClock, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    scan(house, rosas_card, clock.moment - timedelta(days=3))
    _, toms_card = add_with_card(house, "Tom", "Tull")
    scan(house, toms_card, clock.moment - timedelta(days=3))
    close_days(house)
    async with kiosk(house, size) as running:
        await open_today(running, day)
        await running.shows("! 2 sign-outs are a guess")
        running.press("home", "enter")
        await running.opens("LookAgain")
        await running.shows("1 The guess is right", "Rosa Alvarez 20 Nov 2026, 8:47 to 16:00, a guess")
        running.press("home", "1")
        await running.shows("Rosa Alvarez: noted, the guess is right.")
        assert [each.estimated for each, _ in visits_between(house, FRIDAY, FRIDAY)].count(True) == 1
        running.type("tull")
        await running.settle()
        running.press("enter")
        await running.opens("PersonRoom")
        await running.shows("4 The guess is right", "a guess")
        running.press("4")
        await running.shows("Noted: the guess is right.")
        await running.until(lambda: "4 The guess" not in running.flat(), "the key to be gone")
        running.press("escape")
        await running.opens("LookAgain")
        await running.shows("Nothing is left here.")
        running.press("escape")
        await running.shows("Type letters to find somebody here.")
        running.press("escape")
        await running.opens("TodayRoom")
        await running.shows("In now")
        await running.until(lambda: "guess" not in running.flat(), "no guess")
    assert not [each for each, _ in visits_between(house, FRIDAY, FRIDAY) if each.estimated]


async def test_somebody_not_in_is_found_signed_in_and_out(
    house: House, day: Day, clock: SetClock, rosa: Person
) -> None:
    async with kiosk(house) as running:
        await open_today(running, day)
        running.type("r")
        await running.shows("Rosa Alvarez not in")
        await open_somebody(running, "os")
        running.press("2")
        await running.opens("PastTime")
        running.type("815\r")
        await running.opens("PersonRoom")
        await running.shows("23 Nov 2026 8:15, still in")
        running.press("1")
        await running.shows("Rosa Alvarez is signed out, 8:47.", "8:15 to 8:47")
        clock.forward(minutes=20)
        running.press("1")
        await running.shows("Rosa Alvarez is in, since 9:07.")
        running.press("2")
        await running.opens("PastTime")
        running.type(" 1200\r")
        await running.shows("That time has not come yet.", "1200_")
        assert len(visits_on_disk(house)) == 2


async def test_letters_and_enter_open_the_person_and_no_line_that_names_several(
    house: House, day: Day, rosa: Person
) -> None:
    invite(house, COMMAND_LINE, rosa.id, day.clerical.id, day.afternoon.id)
    async with kiosk(house) as running:
        await open_today(running, day)
        await running.shows("? 1 invitation waits: Rosa Alvarez")
        await open_somebody(running, "rosa")
        await running.shows("Today · Rosa Alvarez")
        running.press("escape")
        await running.opens("TodayRoom")
        running.press("escape")
        await running.shows("? 1 invitation waits: Rosa Alvarez")


async def test_a_visit_is_taken_out_with_a_reason(house: House, day: Day, rosa: Person) -> None:
    paper_line(house, COMMAND_LINE, rosa.id, house.today(), time(7), time(8))
    async with kiosk(house) as running:
        await open_today(running, day)
        await open_somebody(running, "rosa")
        running.press("3")
        await running.opens("TakeOut")
        running.type("twice\r")
        await running.opens("PersonRoom")
        await running.shows("The visit is taken out.")
        assert visits_on_disk(house) == []


async def test_a_visitor_comes_and_leaves(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_today(running, day)
        running.press("2")
        await running.opens("NewVisitor")
        running.type("Tom Tull\r\rfrom the bank\r\r\r")
        await running.opens("TodayRoom")
        await running.shows("The visitor is written down.", "Tom Tull 8:47 visitor")
        running.press("enter")
        await running.opens("VisitorRoom")
        await running.shows("Visitor · Tom Tull", "To see the house: a tour", "from the bank")
        running.press("1")
        await running.opens("TodayRoom")
        await running.shows("Tom Tull is signed out.")
        running.press("2")
        await running.opens("NewVisitor")
        running.type("Una\r\r\r830\r840\r")
        await running.opens("TodayRoom")
    assert visitors_here(house) == []
    rows = on_disk(house.store.path, "SELECT name, purpose, out_at IS NULL FROM visitors ORDER BY id")
    assert rows == [("Tom Tull", "tour", 0), ("Una", "tour", 0)]
