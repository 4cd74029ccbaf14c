"""The desk locks by itself, and nothing of whoever was there, nor of what they typed, is left in memory."""

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Kind
from clubhouse.permissions import Permission, give_permission
from clubhouse.settings import set_setting
from tests.forms import long
from tests.houses import ACTOR, add, add_with_card
from tests.screens.desk.rooms_to_try import Asking, Names, enter
from tests.screens.desks import ask_for_pin, give_pin, open_desk
from tests.screens.kiosks import Kiosk, kiosk
from tests.screens.test_privacy import FIRST, LAST, keeps, kept_of

SEEN = "Hieronymussa"
"""The first name of somebody who is looked at at the desk."""


async def look_at_reports(running: Kiosk) -> None:
    """See the figures, the doubts, and the first rows of an export with names; then back to the desk."""
    for downs, page in ((0, "FiguresRoom"), (3, "DoubtsRoom"), (2, "ExportsRoom")):
        running.press("7")
        await running.opens("ReportsRoom")
        running.press(*["down"] * downs, "enter")
        await running.opens(page)
        if page != "ExportsRoom":
            running.press("escape", "escape")
            await running.opens("Desk")
    running.press(*["end", "up", "up", "up", "enter"])  # everybody on file
    await running.shows("Export: people")
    running.press("enter", "enter", "right", "enter", "enter")
    await running.opens("PreviewRoom")
    await running.shows(SEEN[:6])
    running.press("escape", "escape", "escape", "escape")
    await running.opens("Desk")


async def use_every_part(running: Kiosk, card: str) -> None:
    """Open the desk, a list and a form, and type somebody's name."""
    await open_desk(running, card)
    await running.shows(FIRST)
    await use_today(running)
    await look_at_reports(running)
    await enter(running, Names)
    running.type(SEEN[:5].lower())
    running.press("escape", "escape")
    await running.opens("Desk")
    await enter(running, Asking)
    running.type(f"{SEEN} was here\r\r\r{SEEN[:4].lower()}")
    await running.shows(f"1 {SEEN}")
    running.type("1")
    await running.settle()
    assert keeps(running, FIRST)
    assert keeps(running, SEEN)


async def use_today(running: Kiosk) -> None:
    """Look for somebody, sign them in, begin to set the visit right, to type a sheet, and to write a visitor down."""
    running.press("1")
    await running.opens("TodayRoom")
    running.type(SEEN[:4].lower())
    await running.shows(SEEN)
    running.press("enter")
    await running.opens("PersonRoom")
    running.press("1")
    await running.shows(f"{SEEN} Bosch is in", "still in")
    await running.settle()
    running.press("enter")
    await running.opens("SetRight")
    running.press("escape")
    await running.opens("PersonRoom")
    running.press("escape")
    await running.opens("TodayRoom")
    for key, page in (("1", "PaperSheet"), ("2", "NewVisitor")):
        running.press(key)
        await running.opens(page)
        running.type(SEEN.lower() if page == "PaperSheet" else SEEN)
        await running.shows(SEEN)
        running.press("escape")
        await running.settle()
        if running.page == page:
            running.press("escape")
        await running.opens("TodayRoom")
    running.press("escape")
    await running.settle()
    if running.page == "TodayRoom":
        running.press("escape")
    await running.opens("Desk")


@pytest.mark.parametrize("way", ["idle", "next scan", long("key"), long("touch"), long("enter")])
async def test_nothing_of_the_person_is_left(house: House, way: str) -> None:
    zebulonia, card = add_with_card(house, FIRST, LAST, Kind.STAFF)
    give_permission(house, COMMAND_LINE, zebulonia, Permission.REPORTS)
    add(house, SEEN, "Bosch")
    async with kiosk(house) as running:
        await use_every_part(running, card)
        if way == "idle":
            running.wait_idle(180)
        elif way == "next scan":
            running.app.answer_scan("a library card")
            await running.opens("Home")
        else:
            running.press("escape")
            await running.opens("Desk")
            if way == "touch":
                running.touch("Lock the desk")
            else:
                running.press(*{"key": ["0"], "enter": ["up", "enter"]}[way])
        await running.opens("Home" if way == "next scan" else "Welcome")
        words = (FIRST, LAST, SEEN, SEEN[:5].lower(), card, card.lower())
        await running.until(lambda: not kept_of(running, *words), "all of it to be forgotten")


async def test_a_pin_is_forgotten_as_soon_as_it_was_tried(house: House) -> None:
    zebulonia, card = add_with_card(house, FIRST, LAST, Kind.STAFF)
    async with kiosk(house) as running:
        await ask_for_pin(running, card)
        give_pin(house, zebulonia, right := "86420975")
        running.type("73915")
        await running.settle()
        assert keeps(running, "73915")
        running.press("enter")
        await running.shows("That PIN is not right.")
        await running.until(lambda: not kept_of(running, "73915"), "the wrong PIN to be forgotten")
        running.type(f"{right}\r")
        await running.opens("Desk")
        await running.until(lambda: not kept_of(running, right), "the right PIN to be forgotten")


@pytest.mark.parametrize(("seconds", "warned"), [(None, 160), ("60", 40), ("30", 10)])
async def test_the_desk_locks_after_its_own_time(house: House, seconds: str | None, warned: int) -> None:
    _, card = add_with_card(house, FIRST, LAST, Kind.STAFF)
    if seconds:
        set_setting(house, ACTOR, "desk-lock-seconds", seconds)
    async with kiosk(house) as running:
        await open_desk(running, card)
        await enter(running, Names)
        running.wait_idle(warned - 1)
        await running.settle()
        assert running.page == "Names"
        running.wait_idle(1)
        await running.opens("IdleWarning")
        running.press("x")
        await running.opens("Names")
        running.press("f1")
        await running.opens("Help")
        running.wait_idle(warned + 20)
        await running.opens("Welcome")
