"""One event: come, wait, leave, be there; and somebody may always have been quicker."""

from dataclasses import replace
from datetime import date, time

import pytest

from clubhouse import registering
from clubhouse.house import House
from clubhouse.occurrences import as_new, cancel_occurrence, change_occurrence, hold_occurrence
from clubhouse.people import Kind, Person
from tests.houses import SetClock, add
from tests.screens.kiosks import SIZES, kiosk
from tests.screens.mornings import ACTOR_ON_FILE
from tests.screens.programs import comes, fill, open_event, plan, registered, there
from tests.screens.test_board import on_screen

sizes = pytest.mark.parametrize("size", SIZES, ids=str)
MONDAY = date(2026, 11, 23)


@sizes
async def test_come_and_leave_again(house: House, rosas_card: str, size: tuple[int, int]) -> None:
    ana = add(house, "Ana", "Ortiz", Kind.STAFF)
    plan(house, notes="Bring socks.", leads=(ana.id,))
    async with kiosk(house, size) as running:
        await open_event(running, rosas_card)
        await running.shows(
            "Bowling Friday 27 November, 18:30 to 20:00 · Bowling hall 2 seats free Ana O. leads Bring socks.",
            "1 I would like to come", "3 Take it along", "0 Back",
        )  # fmt: skip
        assert running.marked().startswith("0   Back")
        assert on_screen(running)
        running.press("1")
        await running.shows("You are registered", "U Undo: I do not come after all")
        assert on_screen(running)
        assert registered(house) == [("Rosa", "Bowling", 0)]
        running.press("u")
        await running.shows("1 I would like to come", "2 seats free")
        assert registered(house) == []


@sizes
async def test_full_is_a_place_on_the_waiting_list(
    house: House, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    bowling = plan(house, seats=1)
    seated, _waiting = fill(house, bowling, 2)
    async with kiosk(house, size) as running:
        await open_event(running, rosas_card)
        await running.shows("Full, 1 waits", "1 Join the waiting list: you would be 2nd")
        running.press("1")
        await running.shows("You are 2nd on the waiting list")
        await running.elsewhere(lambda other: registering.leave(other, seated.id, bowling.id))
        await running.shows("You are 1st on the waiting list")
        running.press("u")
        await running.shows("1 Join the waiting list: you would be 1st")
        assert rosa.first_name not in {str(name) for name, _title, _ride in registered(house)}


async def test_somebody_else_takes_the_last_seat_meanwhile(house: House, rosas_card: str) -> None:
    bowling = plan(house, seats=1)
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("1 I would like to come")
        running.app._follower.close()
        await running.elsewhere(lambda other: fill(other, bowling, 1))
        running.press("1")
        await running.shows(
            "Somebody has taken the last seat: you are 1st on the waiting list. Press U if you do not want to wait.",
            "You are 1st on the waiting list",
        )
        running.press("u")
        await running.shows("1 Join the waiting list: you would be 1st")
        assert "Somebody" not in running.flat()
        assert len(registered(house)) == 1


async def test_a_ride_is_asked_for_and_taken_back(house: House, rosas_card: str) -> None:
    plan(house, rides=True)
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("1 I would like to come")
        assert "2" not in running.choices()
        running.press("1")
        await running.shows("2 I need a ride")
        running.press("2")
        await running.shows("You need a ride.", "4 I need no ride after all")
        assert registered(house) == [("Rosa", "Bowling", 1)]
        running.press("4")
        await running.shows("2 I need a ride")
        assert registered(house) == [("Rosa", "Bowling", 0)]


async def test_what_else_is_at_that_time_is_said_and_forbids_nothing(
    house: House, rosa: Person, rosas_card: str
) -> None:
    comes(house, plan(house, "Typing", starts=time(18), minutes=60), rosa)
    plan(house)
    async with kiosk(house) as running:
        await open_event(running, rosas_card, key="2")
        await running.shows("Bowling", "At that time you are registered for Typing too, 18:00.")
        running.press("1")
        await running.shows("You are registered", "At that time you are registered for Typing too, 18:00.")
        assert len(registered(house)) == 2


async def test_when_the_list_is_closed_reception_helps(house: House, clock: SetClock, rosas_card: str) -> None:
    plan(house, closes_minutes=60)
    clock.set("2026-11-27 17:00")
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("1 I would like to come")
        running.app._follower.close()
        clock.set("2026-11-27 17:30")
        running.press("1")
        await running.shows("Please ask at reception; you are welcome to come all the same.")
        assert running.page == "EventPage"
        await running.until(lambda: running.choices() == ["3", "0"], "what can be chosen still")
        assert registered(house) == []


async def test_here_and_not_here(house: House, rosas_card: str) -> None:
    plan(house, "Coffee", MONDAY, time(9))
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("1 I would like to come", "5 I am here")
        running.press("5")
        await running.shows("6 Undo: I am not here")
        assert there(house) == [("Rosa", "Coffee", "key")]
        running.press("6")
        await running.shows("5 I am here")
        assert there(house) == []
        assert registered(house) == []


async def test_before_it_is_on_nobody_is_there(house: House, rosas_card: str) -> None:
    plan(house, "Coffee", MONDAY, time(10))
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("1 I would like to come")
        assert running.choices() == ["1", "3", "0"]


@sizes
async def test_long_notes_are_read_to_their_end(house: House, rosas_card: str, size: tuple[int, int]) -> None:
    plan(house, notes="\n".join(f"Step {place}: and so on." for place in range(1, 31)), rides=True)
    async with kiosk(house, size) as running:
        await open_event(running, rosas_card)
        await running.shows("7 Read on", "Step 1:")
        running.press("1")
        await running.shows("You are registered", "2 I need a ride")
        await running.settle()
        assert on_screen(running)
        read = running.flat()
        for _ in range(40):
            running.press("7")
            await running.settle()
            read += running.flat()
            if "Step 30:" in read:
                break
        assert all(f"Step {place}:" in read for place in range(1, 31))
        running.press("7")
        await running.shows("Step 1:")


async def test_a_change_elsewhere_shows_and_the_mark_stays(house: House, rosas_card: str) -> None:
    bowling = plan(house)
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("1 I would like to come")
        running.press("up")
        await running.settle()
        assert running.marked().startswith("3   Take it along")
        moved = replace(as_new(bowling), day=date(2026, 11, 28), place="Lounge")
        await running.elsewhere(lambda other: change_occurrence(other, ACTOR_ON_FILE, bowling.id, moved))
        await running.shows("Saturday 28 November, 18:30 to 20:00 · Lounge")
        assert running.marked().startswith("3   Take it along")
        await running.elsewhere(lambda other: fill(other, bowling, 2))
        await running.shows("1 Join the waiting list: you would be 1st")


async def test_cancelled_and_held_after_all(house: House, rosas_card: str) -> None:
    bowling = plan(house)
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("1 I would like to come")
        await running.elsewhere(lambda other: cancel_occurrence(other, ACTOR_ON_FILE, bowling.id))
        await running.shows("That is not held. Please look at the other events.")
        assert running.choices() == ["0"]
        assert "seats free" not in running.text()
        await running.elsewhere(lambda other: hold_occurrence(other, ACTOR_ON_FILE, bowling.id))
        await running.shows("1 I would like to come")
        assert "not held" not in running.flat()


async def test_hands_that_shake_register_once(house: House, rosas_card: str) -> None:
    plan(house, rides=True)
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("1 I would like to come")
        running.press("1", "1", "1")
        await running.shows("You are registered")
        await running.settle()
        running.press("2", "2", "u", "u")
        await running.settle()
        assert len(registered(house)) <= 1
        assert running.app._exception is None


async def test_the_inner_title_shows_inside_and_nobodys_name(house: House, rosas_card: str) -> None:
    bowling = plan(house, public_title="Evening out")
    fill(house, bowling, 1)
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("Bowling", "1 seat free")
        assert "Evening out" not in running.text()
        assert "Other" not in running.text()
