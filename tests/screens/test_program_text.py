"""On the pages of classes and events too: what people typed is text, all words can be translated, nobody is named."""

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import date, time
from pathlib import Path

import pytest
from rich.cells import cell_len

import clubhouse
from clubhouse.house import House
from clubhouse.occurrences import set_seats
from clubhouse.people import Kind, Person
from screens import words
from screens.widgets.choices import MOST
from screens.widgets.keys import KeyButton
from tests.houses import add, add_with_card
from tests.screens.kiosks import SIZES, SMALL, WIDE, Kiosk, kiosk
from tests.screens.mornings import ACTOR_ON_FILE
from tests.screens.programs import comes, fill, plan
from tests.screens.test_board_text import FIRST, LAST, NAMES
from tests.screens.test_board_words import REFUSALS
from tests.screens.test_privacy import keeps, kept_of
from tests.screens.test_words import KEYS, NEVER, Bracketed, constants_of, outside_brackets

TODAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
REACHES = ["program.py", "registering.py", "door.py"]
"""Modules of floor 2 whose refusals these pages show."""


def plan_all(house: House, person: Person, title: str = "2", public_title: str = "3") -> None:
    """Everything that the pages can show, called so: on now, waited for, with news, with a ride, full."""
    ana = add(house, title[:20], "4", Kind.STAFF)
    plan(
        house, title, TODAY, time(9), public_title=public_title, place=title, notes=title, rides=True, leads=(ana.id,)
    )
    waited = plan(house, title, public_title=public_title, place=title, seats=1, rides=True)
    fill(house, waited, 1)
    comes(house, waited, person)
    comes(house, plan(house, title, FRIDAY, time(19), place=title, seats=None, rides=True), person)
    told = plan(house, title, date(2026, 11, 28), None, 24 * 60, place=title, seats=2)
    fill(house, told, 1)
    comes(house, told, person)
    set_seats(house, ACTOR_ON_FILE, told.id, 1)


async def program_pages(running: Kiosk, card: str) -> AsyncGenerator[str, None]:
    """Open each page in turn and give its name."""
    await running.come(card, later=5)
    yield "home"
    running.press("5")
    await running.until(lambda: "6" in running.choices(), "to be there")
    yield "there"
    running.press("2")
    await running.opens("ProgramPage")
    await running.until(lambda: "1" in running.choices(), "what is on")
    yield "week"
    running.press("2")
    await running.opens("EventPage")
    await running.until(lambda: "U" in running.choices(), "what can be chosen")
    yield "event"
    running.press("2")
    await running.until(lambda: "4" in running.choices(), "a ride")
    yield "ride"
    running.press("u")
    await running.until(lambda: "1" in running.choices(), "the list to be left")
    yield "left"
    running.press("3")
    await running.opens("TakeAlong")
    yield "take along"
    running.press("0")
    await running.opens("EventPage")
    running.press("0")
    await running.opens("ProgramPage")
    await running.settle()
    running.press("8")
    await running.until(lambda: "9" in running.choices(), "the month")
    yield "month's list"
    running.press("9")
    await running.opens("MonthPage")
    await running.until(lambda: "23" in running.text(), "the month")
    yield "month"
    running.press("enter")
    await running.opens("EventPage")
    running.press("f1")
    await running.opens("Help")
    yield "help"


@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
async def test_titles_places_and_notes_are_text(house: House, name: str) -> None:
    rosa, card = add_with_card(house)
    plan_all(house, rosa, name, name)
    async with kiosk(house, SMALL) as running:
        await running.until(lambda: name[:9] in running.flat().replace("\xa0", " "), "the title at rest")
        async with aclosing(program_pages(running, card)) as pages:
            async for page in pages:
                assert all(cell_len(line) <= SMALL[0] for line in running.lines()), page
                if page not in ("take along", "month", "help"):
                    assert name[:9] in running.flat(), page
        assert running.app._exception is None


async def test_every_word_can_be_translated(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    rosa, card = add_with_card(house, "314", "159")
    plan_all(house, rosa)
    monkeypatch.setattr(words, "_translations", Bracketed())
    monkeypatch.setattr(words, "use_language", lambda language: None)
    running_kiosk = kiosk(house, WIDE, shows="⟦Scan your card")
    async with running_kiosk as running, aclosing(program_pages(running, card)) as pages:
        async for page in pages:
            untranslated = KEYS.sub("", outside_brackets(running.flat()))
            # One letter alone is a key; words cut off to fit a day's cell have lost a bracket.
            left = [word for word in re.findall(r"[^\W\d_]+", untranslated) if len(word) > 1]
            assert page in ("month", "take along") or left == [], page


def test_no_refusal_says_what_the_model_forbids() -> None:
    floor = Path(clubhouse.__file__).parent
    never = re.compile(rf"\b({'|'.join(NEVER)})s?\b", re.IGNORECASE)
    sentences = [text for name in REACHES for text in constants_of(floor / name, *REFUSALS, "Closed")]
    assert any("Please ask at reception" in text for text in sentences)
    assert [text for text in sentences if never.search(text)] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_places_to_touch_are_large_apart_and_few(house: House, size: tuple[int, int]) -> None:
    rosa, card = add_with_card(house)
    plan_all(house, rosa, "Bowling", "Evening out")
    async with kiosk(house, size) as running, aclosing(program_pages(running, card)) as pages:
        async for page in pages:
            await running.settle()
            if page == "help":
                continue
            buttons = [each.region for each in running.app.screen.query(KeyButton) if each.region]
            places = [row.region for row in running.rows()] + buttons
            assert len(running.rows()) <= MOST, page
            for place in places:
                assert place.height >= (3 if size[1] >= 24 else 2), page
                assert place.bottom <= size[1], page
                assert not any(place.overlaps(other) for other in places if other is not place), page


@pytest.mark.parametrize("way", ["rest", "next scan"])
async def test_nothing_of_the_person_before_is_left(house: House, way: str) -> None:
    person, card = add_with_card(house, FIRST, LAST)
    plan_all(house, person, "Bowling", "Evening out")
    async with kiosk(house) as running:
        async with aclosing(program_pages(running, card)) as pages:
            async for page in pages:
                assert LAST not in running.text(), page
                assert "Other" not in running.text(), page
        if way == "rest":
            running.wait_idle(100)
            await running.opens("Welcome")
        else:
            await running.come("a library card", later=15)
        gone = (FIRST, LAST, card, card.lower(), f"'{person.code}'")
        await running.until(lambda: not kept_of(running, *gone), "the person to be forgotten")
        assert not keeps(running, "waiting list")
