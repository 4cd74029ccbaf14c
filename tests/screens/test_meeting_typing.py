"""Names, titles and scans in the meeting: what is typed is text, a scan always wins, no code fires a command."""

import asyncio

import pytest

from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.people import Person, Search, ShownAs
from screens.meeting_typing import keys_in_rows
from tests.houses import actions_on_disk, add, add_with_card
from tests.screens.desks import open_desk
from tests.screens.kiosks import SMALL, kiosk
from tests.screens.meetings import command, mark, marked_line, open_meeting, take_first, tasks_on_disk
from tests.screens.mornings import Day, make_day, sign_ups


@pytest.fixture
def day(house: House) -> Day:
    """A Monday morning."""
    return make_day(house)


async def test_names_are_found_by_their_first_letters(house: House, day: Day, rosa: Person) -> None:
    add(house, "Rosalind", "Berg")
    add(house, "Zebulonia", "Quist", shown_as=ShownAs.HIDDEN)
    async with kiosk(house, SMALL) as running:
        await open_meeting(running, day.anas_card)
        await command(running, "p")
        await running.shows("Put on, Culinary: _ Type the first letters of the name.")
        for typed, words in (
            ("ros", "1 Rosa A. 2 Rosalind B."),
            ("ali", "Put on, Culinary: rosali_ 1 Rosalind B."),
            ("x", "No such name."),
        ):
            running.type(typed)
            await running.shows(words)
        running.press(*["backspace"] * 7)
        running.type("zebu")
        await running.shows("zebu_ No such name.")
        running.type("lonia quist")
        await running.shows("1 (name not shown)")
        running.press("1")
        await running.until(lambda: len(sign_ups(house)) == 1, "her to be put on")


async def test_those_who_look_the_same_cannot_be_taken(house: House, day: Day) -> None:
    for last in ("Alvarez", "Abad"):
        add(house, "Rosa", last)
    async with kiosk(house, SMALL) as running:
        await open_meeting(running, day.anas_card)
        await command(running, "p", "rosa")
        await running.shows("Some look the same. Type more of the last name.")
        running.press("1", "enter")
        await running.settle()
        assert sign_ups(house) == []
        await running.shows("Put on, Culinary: rosa_")


async def test_enter_takes_the_only_one_and_waits_for_the_search(
    house: House, day: Day, rosa: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await command(running, "p")
        running.type("rosa")
        running.press("enter")
        await running.until(lambda: len(sign_ups(house)) == 1, "her to be put on")
        assert "Type the first letters" not in running.flat()


async def test_a_search_that_fails_says_so_and_does_nothing(
    house: House, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*_: object) -> Search:
        raise BadInput("Please ask at reception.")

    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        monkeypatch.setattr("screens.meeting.people.search_name", nobody)
        await command(running, "p", "ros")
        await running.shows("Please ask at reception.")
        running.press("escape")
        await running.settle()
        running.press("t")
        await running.shows("Mark a task first.")


@pytest.mark.parametrize("letter", ["a", "p", ""])
async def test_a_scan_wins_whatever_is_typed(house: House, day: Day, rosas_card: str, letter: str) -> None:
    async with kiosk(house, SMALL) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Lunch prep")
        if letter:
            await command(running, letter, "Ros")
        before = (tasks_on_disk(day), sign_ups(house))
        running.scan(rosas_card)
        await running.shows("Welcome, Rosa. You are signed in")
        assert running.page == "Home"
        assert (tasks_on_disk(day), sign_ups(house)) == before
        assert actions_on_disk(house)[-1] == "sign_in"


async def test_no_card_fires_a_command(house: House, day: Day) -> None:
    _, card = add_with_card(house, "Wei", "Chen")
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Lunch prep")
        before, actions = running.text(), actions_on_disk(house)
        for spoiled in (card[:-1], card[:20] + "\x01" + card[20:], card + card[:5]):
            running.type(spoiled)
            await running.settle()
            assert running.page == "Meeting"
            assert running.text() == before
            running.app.forget_keys()
        assert actions_on_disk(house) == actions


async def test_what_is_typed_is_text(house: House, day: Day) -> None:
    async with kiosk(house, SMALL) as running:
        await open_meeting(running, day.anas_card)
        for typed in ("[/] x", "[@click=app.quit]hi", "{line} %s \\[b]", "歐陽 ² ٣"):
            await command(running, "p", typed)
            running.press("escape")
            await running.settle()
            await command(running, "a", typed)
            await running.shows(f"Add task, Culinary: {typed}_")
            running.press("enter")
            await running.shows(f"[ ] {typed}")
            assert tasks_on_disk(day)[-1][0] == typed
        await mark(running, "[@click=app.quit]hi")
        await command(running, "e")
        await running.shows("End task, [@click=app.quit]hi?")


async def test_keys_that_come_before_the_list_do_nothing(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_desk(running, day.anas_card)
        running.press("3")
        while running.page != "Meeting" or not running.app.screen.is_mounted:
            running.press("down", "t")  # from before there is a list until there is one
            await asyncio.sleep(0)
            assert running.app._exception is None
        await running.shows("Unit meeting, this morning")
        await running.settle()
        assert len(tasks_on_disk(day)) == 3


async def test_letters_that_come_at_once_are_all_typed(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        running.type("aEnd of the match: sweep x2")
        running.press("enter", "down", "t")
        await running.shows("[ ] End of the match: sweep · 2 hands", "[x] Lunch prep")


async def test_after_a_number_the_next_letter_is_a_command_at_once(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Lunch prep")
        await take_first(running, "p", "rosa")
        running.press("t")
        await running.shows("[x] Lunch prep")


async def test_escape_ends_the_typing_and_then_the_meeting(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        await mark(running, "Phones")
        await command(running, "a", "Something")
        running.press("escape")
        await running.settle()
        assert "Something" not in running.text()
        assert marked_line(running) == "[ ] Phones"
        running.press("escape")
        await running.opens("Welcome")
        assert len(tasks_on_disk(day)) == 3


async def test_help_tells_every_key(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_meeting(running, day.anas_card)
        running.press("f1")
        await running.opens("Help")
        await running.shows("A Add task Type what is to be done", "R Take off The marked person")
        seen = running.flat()
        for _ in range(4):
            running.press("pagedown")
            await running.settle()
            seen += running.flat()
        assert "Other part of the day" in seen
        assert "Page down Marks a line a page below" in seen
        assert "Rub out" in seen
        running.press("escape")
        await running.opens("Meeting")
        running.press("a")
        await running.shows("Add task, Culinary: _")


@pytest.mark.parametrize("width", [52, 78, 118])
def test_no_key_is_broken_in_two(width: int) -> None:
    rows = keys_in_rows(width).splitlines()
    assert all(len(row) <= width for row in rows)
    assert "  ".join(rows).split("  ")[:2] == ["A Add task", "T Tick"]
    assert len("  ".join(rows).split("  ")) == 11
