"""Guests sign in by name and purpose at the kiosk, and out again; nothing of them stays behind."""

from datetime import date

import pytest

from clubhouse.house import House
from clubhouse.visitors import Purpose, count_visitors, sign_in_visitor, visitors_here
from tests.houses import on_disk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.test_privacy import kept_of

NAME = "Zebulonia Quistgaardo"


async def open_visitors(running: Kiosk) -> None:
    """Go to the page for visitors, by *I have no card*."""
    running.press("f2")
    await running.opens("NoCard")
    await running.shows("F4", "I am a visitor")
    running.press("f4")
    await running.opens("VisitorPage")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_tour_signs_in_and_is_counted(house: House, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await open_visitors(running)
        await running.shows("What brings you?", "1 To see the house: a tour", "9 I am leaving", "0 Back")
        assert all(row.region.bottom <= size[1] for row in running.rows())
        running.press("1")
        await running.opens("VisitorName")
        running.type("Tom  Tull\r")
        await running.opens("VisitorAnswer")
        await running.shows("Welcome, Tom. You are signed in as a visitor, 8:47.")
        running.press("0")
        await running.opens("Welcome")
        assert "Tom" not in running.text()
    assert [each.shown for each in visitors_here(house)] == ["Tom T."]
    assert [each.tours for each in count_visitors(house, date(2026, 11, 1), house.today())] == [1]


async def test_a_visitor_signs_out_and_can_take_it_back(house: House) -> None:
    for number in range(6):
        sign_in_visitor(house, f"Guest{number} Tull", Purpose.GUEST)
    async with kiosk(house) as running:
        await open_visitors(running)
        running.press("9")
        await running.opens("VisitorLeaving")
        await running.shows("Which is your name?", "1 Guest0 T.", "5 Guest4 T.", "7 More names")
        running.press("7")
        await running.shows("1 Guest5 T.")
        assert "Tull" not in running.text()
        running.press("1")
        await running.opens("VisitorAnswer")
        await running.shows("Goodbye, Guest5. You are signed out, 8:47.")
        assert len(visitors_here(house)) == 5
        running.press("U")
        await running.shows("Welcome, Guest5. You are signed in as a visitor")
        assert len(visitors_here(house)) == 6
        running.press("U")
        await running.shows("You are not signed in.")
        assert len(visitors_here(house)) == 5
        running.press("0")
        await running.opens("Welcome")


async def test_without_a_name_nobody_is_signed_in(house: House) -> None:
    async with kiosk(house) as running:
        await open_visitors(running)
        running.press("5")
        await running.opens("VisitorName")
        running.press("enter")
        await running.shows("A name is missing.")
        running.type("To\x7f\x7f[/] x\r")
        await running.opens("VisitorAnswer")
        await running.shows("Welcome, [/].")
    assert on_disk(house.store.path, "SELECT name, purpose FROM visitors") == [("[/] x", "other")]


async def test_a_scan_wins_over_a_visitor(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await open_visitors(running)
        running.press("1")
        await running.opens("VisitorName")
        running.type("Zeb")
        running.scan(rosas_card)
        await running.shows("Welcome, Rosa.")
        assert visitors_here(house) == []


@pytest.mark.parametrize("way", ["done", "idle", "escape", "half typed"])
async def test_nothing_of_a_visitor_is_left(house: House, way: str) -> None:
    async with kiosk(house) as running:
        await open_visitors(running)
        running.press("2")
        await running.opens("VisitorName")
        running.type(NAME)
        await running.shows(NAME)
        if way != "half typed":
            running.press("enter")
            await running.opens("VisitorAnswer")
        if way in ("done", "escape"):
            running.press("0" if way == "done" else "escape")
        else:
            running.wait_idle(100)
        await running.opens("Welcome")
        await running.until(lambda: not kept_of(running, *NAME.split()), "the visitor to be forgotten")
