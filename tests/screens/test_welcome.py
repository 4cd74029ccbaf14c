"""The resting screen: whose house, what time, how many are here, and function keys only."""

import string

import pytest
from textual.widgets import Digits

from clubhouse.house import House
from clubhouse.settings import set_setting
from tests.houses import ACTOR, NAME, SetClock, visits_on_disk
from tests.screens.kiosks import LARGE, SIZES, WIDE, kiosk


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
async def test_it_says_what_to_do(house: House, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await running.shows(
            NAME, "Monday, 23 November", "Scan your card to sign in", "Help", "I have no card", "Dark or light"
        )
        assert "here." not in running.flat()
        assert all(len(line) <= size[0] for line in running.lines())


async def test_no_letter_and_no_digit_does_anything(house: House) -> None:
    async with kiosk(house) as running:
        before = running.text()
        for key in string.ascii_letters + string.digits + string.punctuation:
            running.type(key)
            running.press("backspace", "escape", "up", "down", "space")
        await running.settle()
        assert running.page == "Welcome"
        assert running.text() == before


@pytest.mark.parametrize(
    ("key", "words", "page"),
    [("f1", "Help", "Help"), ("f2", "I have no card", "NoCard"), ("f3", "Dark or light", "Look")],
)
async def test_each_function_key_and_its_button_open_the_same(house: House, key: str, words: str, page: str) -> None:
    async with kiosk(house) as running:
        before = running.text()
        for touched in ("", words, key.upper()):
            running.touch(touched) if touched else running.press(key)
            await running.opens(page)
            running.touch("Back")
            await running.opens("Welcome")
            assert running.text() == before


async def test_it_rests_without_end(house: House) -> None:
    async with kiosk(house) as running:
        before = running.text()
        running.wait_idle(100_000)
        await running.settle()
        assert running.text() == before


async def test_the_name_and_the_clock_follow_the_settings(house: House) -> None:
    async with kiosk(house) as running:
        shown = running.app.screen.query_one(Digits)
        await running.elsewhere(lambda other: set_setting(other, ACTOR, "name", "Open Door"))
        await running.elsewhere(lambda other: set_setting(other, ACTOR, "clock", "12"))
        await running.shows("Open Door")
        await running.until(lambda: shown.value == "8:47 AM", "the clock")


async def test_the_day_and_the_clock_are_right_when_a_page_closes(house: House, clock: SetClock) -> None:
    async with kiosk(house) as running:
        running.press("f3")
        await running.opens("Look")
        clock.set("2026-12-25 13:05")
        running.press("escape")
        await running.opens("Welcome")
        await running.shows("Friday, 25 December")


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t"], ids=["CR", "LF", "CRLF", "Tab"])
async def test_a_scan_opens_the_persons_page(house: House, rosas_card: str, end: str) -> None:
    async with kiosk(house) as running:
        running.scan(rosas_card.lower(), end)
        await running.opens("Home")
        await running.shows("Welcome, Rosa. You are signed in, 8:47.")
        assert running.choices() == ["2", "4", "9", "U", "7", "0"]
        assert len(visits_on_disk(house)) == 1


async def test_a_pasted_code_is_a_scan(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        running.paste(f"]Q1{rosas_card}\r\n")
        await running.shows("Welcome, Rosa.")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_long_house_name_stays_on_its_line(house: House, size: tuple[int, int]) -> None:
    set_setting(house, ACTOR, "name", "The " + "Very " * 9 + "Old Mill")
    async with kiosk(house, size) as running:
        await running.shows("Scan your card to sign in")
        assert running.lines()[0].strip().startswith("The Very Very")
        assert "Monday" in running.text()


async def test_without_symbols_no_line_drawing_stands_outside_the_clock(house: House) -> None:
    async with kiosk(house, LARGE, ascii_only=True) as running:
        lines = running.lines()
        assert "+---" in running.text()
        assert "".join(lines[:2] + lines[7:]).isascii()
