"""Whole pages as text files in `pages/`, to be read in a diff.

After a wanted change, write them anew with `CLUBHOUSE_WRITE_PAGES=1 pytest tests/screens/test_pages.py` and read
what changed before it is kept.
"""

import os
from datetime import time
from pathlib import Path

import pytest

from clubhouse.house import House
from clubhouse.occurrences import set_seats
from clubhouse.people import Kind, Person
from clubhouse.settings import set_setting
from tests.employment import add_employer, add_placement, hold, log
from tests.houses import SetClock, add
from tests.screens.job_hours import asks
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import ACTOR_ON_FILE
from tests.screens.programs import comes, fill, plan

PAGES = Path(__file__).parent / "pages"
WRITES = os.environ.get("CLUBHOUSE_WRITE_PAGES") == "1"


async def compare(running: Kiosk, name: str, size: tuple[int, int]) -> None:
    """The screen is exactly as the file of that name says."""
    await running.settle()
    path = PAGES / f"{name} {size[0]}x{size[1]}.txt"
    if WRITES:
        PAGES.mkdir(exist_ok=True)
        path.write_text(running.text() + "\n", encoding="utf-8")
    assert (running.text() + "\n").splitlines() == path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_pages(house: House, clock: SetClock, rosas_card: str, size: tuple[int, int]) -> None:
    add(house, "Rosalind", "Chu")
    async with kiosk(house, size) as running:
        await compare(running, "welcome", size)
        running.press("f2")
        await running.opens("NoCard")
        running.type("ros")
        await running.shows("1 Rosa A.", "2 Rosalind C.")
        await compare(running, "no card", size)
        await running.come(rosas_card, later=5)
        await compare(running, "first visit", size)
        clock.forward(minutes=30)
        await running.come(rosas_card, later=10)
        await compare(running, "already here", size)
        running.wait_idle(50)
        await running.opens("IdleWarning")
        await running.shows("15 seconds")
        await compare(running, "idle warning", size)
        running.press("x")
        await running.opens("Home")
        clock.forward(days=1)
        await running.come(rosas_card, later=15)
        await compare(running, "guessed", size)
        running.press("8")
        await running.opens("Leaving")
        await compare(running, "leaving", size)
        await running.come("nonsense", later=20)
        await compare(running, "not ours", size)
        running.press("f1")
        await running.opens("Help")
        await compare(running, "help", size)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_pages_of_classes_and_events(
    house: House, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    ana = add(house, "Ana", "Ortiz", Kind.STAFF)
    notes = "We meet at the front door.\nThe bus goes back at 20:15."
    bowling = plan(house, leads=(ana.id,), seats=3, rides=True, notes=notes, public_title="Evening out")
    plan(house, "Coffee", house.today(), time(9), seats=None, place="Lounge")
    comes(house, bowling, rosa)
    fill(house, bowling, 3)
    set_seats(house, ACTOR_ON_FILE, bowling.id, 0)
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        await compare(running, "news", size)
        running.press("2")
        await running.opens("ProgramPage")
        await compare(running, "program", size)
        running.press("1")
        await running.opens("EventPage")
        await running.shows("2 I need a ride")
        await compare(running, "event", size)
        running.press("0")
        await running.opens("ProgramPage")
        running.press("8")
        await running.shows("9 The month as a calendar")
        running.press("9")
        await running.opens("MonthPage")
        await compare(running, "month", size)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_pages_of_job_hours(
    house: House, clock: SetClock, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    employer = add_employer(house)
    baker = add_placement(house, employer)
    hold(house, baker, rosa)
    log(house, baker, rosa, house.today())
    asks(house, add_placement(house, employer, "Counter clerk"), rosa)
    set_setting(house, ACTOR_ON_FILE, "pay-shown", "on")
    clock.forward(minutes=240)
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        await compare(running, "asked to cover", size)
        running.press("3")
        await running.opens("HoursPage")
        await compare(running, "hours", size)
        running.press("3")
        await running.opens("HoursDayPage")
        await compare(running, "hours day", size)
        running.press("0")
        await running.opens("HoursPage")
        running.press("8")
        await running.shows("1 The week before")
        await compare(running, "hours other days", size)
        running.press("0")
        await running.shows("8 Another day or week")
        running.press("2")
        await running.opens("HoursDayPage")
        await running.shows("8 Change the time")
        await compare(running, "hours written", size)
        running.press("3")
        await running.opens("HoursTimePage")
        await compare(running, "hours time", size)
        running.press("0")
        await running.opens("HoursDayPage")
        running.press("0")
        await running.opens("HoursPage")
        running.press("1")
        await running.opens("CoveringPage")
        await compare(running, "covering", size)


async def test_too_small(house: House) -> None:
    async with kiosk(house, (40, 12), shows="too small") as running:
        await compare(running, "too small", (40, 12))


async def test_without_symbols(house: House, rosas_card: str) -> None:
    async with kiosk(house, ascii_only=True) as running:
        await running.come(rosas_card)
        await compare(running, "ascii", (80, 24))
        assert running.text().isascii()


def test_no_file_is_left_over() -> None:
    names = [
        "welcome",
        "no card",
        "first visit",
        "already here",
        "idle warning",
        "guessed",
        "leaving",
        "not ours",
        "help",
        "news",
        "program",
        "event",
        "month",
        "asked to cover",
        "hours",
        "hours day",
        "hours other days",
        "hours written",
        "hours time",
        "covering",
    ]
    expected = {f"{name} {width}x{height}.txt" for name in names for width, height in SIZES}
    assert {path.name for path in PAGES.iterdir()} == expected | {"too small 40x12.txt", "ascii 80x24.txt"}
