"""A scan while something is on, and what a person's page tells of classes and events."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from clubhouse import invitations
from clubhouse.attendance import sign_out
from clubhouse.house import House
from clubhouse.occurrences import as_new, cancel_occurrence, change_occurrence, set_seats
from clubhouse.people import Person
from tests.houses import SetClock
from tests.screens.kiosks import SIZES, kiosk
from tests.screens.mornings import ACTOR_ON_FILE, make_day
from tests.screens.programs import comes, fill, plan, there
from tests.screens.test_board import on_screen
from tests.screens.test_home import Take, ways

sizes = pytest.mark.parametrize("size", SIZES, ids=str)
MONDAY = date(2026, 11, 23)


@sizes
async def test_who_is_on_the_list_reads_so_and_is_noted(
    house: House, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    comes(house, plan(house, "Coffee", MONDAY, time(9)), rosa)
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        await running.shows("You are signed in", "You are on the list for Coffee: good that you are here.")
        assert running.choices() == ["2", "4", "9", "U", "7", "0"]
        assert there(house) == [("Rosa", "Coffee", "scan")]
        assert on_screen(running)


@ways
async def test_who_comes_without_is_welcome_with_one_key(house: House, rosas_card: str, take: Take) -> None:
    plan(house, "Coffee", MONDAY, time(9))
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await take(running, "5", "I am here for Coffee")
        await running.shows("You are here for Coffee: welcome.", "6 Undo: I am not here for Coffee")
        assert there(house) == [("Rosa", "Coffee", "key")]
        await take(running, "6", "Undo: I am not here for Coffee")
        await running.shows("5 I am here for Coffee")
        assert there(house) == []


async def test_hands_that_shake_are_there_once(house: House, rosas_card: str) -> None:
    plan(house, "Coffee", MONDAY, time(9))
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("5", "5", "5")
        await running.shows("6 Undo: I am not here for Coffee")
        await running.settle()
        assert len(there(house)) == 1


@sizes
async def test_when_several_things_are_on_the_day_opens(house: House, rosas_card: str, size: tuple[int, int]) -> None:
    plan(house, "Coffee", MONDAY, time(9))
    plan(house, "Typing", MONDAY, time(9))
    plan(house, "Tomorrow", date(2026, 11, 24))
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        await running.shows("5 I am here for...")
        running.press("5")
        await running.opens("ProgramPage")
        await running.shows("Today", "1 9:00 · Coffee", "2 9:00 · Typing")
        assert running.choices() == ["1", "2", "0"]
        running.press("2")
        await running.opens("EventPage")
        await running.shows("5 I am here")
        running.press("5")
        await running.shows("6 Undo: I am not here")
        running.press("escape")
        await running.opens("ProgramPage")
        running.press("escape")
        await running.shows("You are here for Typing: welcome.", "5 I am here for Coffee")


async def test_who_waits_may_come_all_the_same(house: House, rosa: Person, rosas_card: str) -> None:
    coffee = plan(house, "Coffee", MONDAY, time(9), seats=1)
    fill(house, coffee, 1)
    comes(house, coffee, rosa)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("5")
        await running.shows("You are here for Coffee: welcome.")


@sizes
async def test_the_news_are_told(
    house: House, clock: SetClock, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    bowling = plan(house, seats=3)
    fill(house, bowling, 2)
    comes(house, bowling, rosa)
    async with kiosk(house, size) as running:
        told: dict[str, Callable[[], object]] = {
            "There are fewer seats for Bowling: you are 2nd on the waiting list.": lambda: set_seats(
                house, ACTOR_ON_FILE, bowling.id, 1
            ),
            "You have a seat now: Bowling, Friday 27 November, 18:30.": lambda: set_seats(
                house, ACTOR_ON_FILE, bowling.id, 9
            ),
            "Bowling has changed: now Saturday 28 November, 18:30, Bowling hall.": lambda: change_occurrence(
                house, ACTOR_ON_FILE, bowling.id, replace(as_new(bowling), day=date(2026, 11, 28), seats=9)
            ),
            "Bowling is cancelled on Saturday 28 November, 18:30.": lambda: cancel_occurrence(
                house, ACTOR_ON_FILE, bowling.id
            ),
        }
        for place, (words, happens) in enumerate(told.items()):
            clock.forward(minutes=5)
            happens()
            await running.come(rosas_card, later=10 * (place + 1))
            await running.shows(words)
            assert on_screen(running)
            sign_out(house, rosa.id)
        clock.forward(minutes=5)
        await running.come(rosas_card, later=100)
        assert "Bowling" not in running.flat()


async def test_while_an_invitation_asks_2_is_not_today(house: House, rosa: Person, rosas_card: str) -> None:
    day = make_day(house)
    made = [plan(house, f"Event {place}", seats=1) for place in range(2)]
    for event in made:
        fill(house, event, 1)
        comes(house, event, rosa)
        set_seats(house, ACTOR_ON_FILE, event.id, 2)
    invitations.invite(house, day.ana.code, rosa.id, day.culinary.id, day.morning.id, day.lunch.id)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await running.shows("2 Not today", "You have a seat now: Event 0", "And 1 more.")
        assert "press 2" not in running.flat()
        running.press("2")
        await running.shows("2 Classes and events", "And 1 more: press 2.")
        assert running.page == "Home"


@sizes
async def test_all_at_once_has_room(
    house: House, clock: SetClock, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    make_day(house)
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        clock.forward(days=1)
        plan(house, "Coffee", date(2026, 11, 24), time(9))
        await running.come(rosas_card, later=5)
        await running.shows(
            "You are signed in, 8:47.", "so we wrote 16:00. Press 8 if it was another time.", "5 I am here for Coffee"
        )
        assert running.choices() == ["1", "2", "5", "8", "9", "U", "0"]
        assert on_screen(running)


async def test_somebody_who_is_not_here_is_offered_no_events(house: House, rosas_card: str) -> None:
    plan(house, "Coffee", MONDAY, time(9))
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("9")
        await running.shows("signed out")
        assert running.choices() == ["U", "0"]
        running.press("u")
        await running.shows("2 Classes and events", "5 I am here for Coffee")


@sizes
async def test_the_resting_screen_names_todays_seats_neutrally(house: House, size: tuple[int, int]) -> None:
    make_day(house)
    plan(house, "Secret club", MONDAY, time(18), seats=3, public_title="Evening out")
    fill(house, plan(house, "Full house", MONDAY, time(19), seats=1), 1)
    plan(house, "Over", MONDAY, time(7), minutes=30)
    plan(house, "Karaoke", MONDAY, time(20), seats=None)
    async with kiosk(house, size) as running:
        await running.shows("Today: Evening out, 18:00 (3 seats free); Karaoke, 20:00", "This morning: Culinary")
        for hidden in ("Secret", "Full house", "Over", "Other"):
            assert hidden not in running.text()
        await running.shows("F1", "Help", "I have no card")


async def test_without_events_nothing_is_said(house: House) -> None:
    async with kiosk(house) as running:
        assert "Today" not in running.text()


@sizes
async def test_a_crowded_resting_screen_keeps_its_keys(house: House, size: tuple[int, int]) -> None:
    make_day(house)
    for place in range(12):
        plan(house, f"A rather long title {place}", MONDAY, time(10 + place), seats=5)
    async with kiosk(house, size) as running:
        await running.shows("Today: A rather long title 0, 10:00", "Scan your card to sign in", "F9", "Staff")
