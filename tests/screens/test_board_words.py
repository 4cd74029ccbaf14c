"""Every word of the pages of the board can be translated, and none that the model forbids is among them."""

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

import pytest

import clubhouse
from clubhouse import helping, invitations, tasks, units
from clubhouse.days import list_parts
from clubhouse.house import House
from clubhouse.people import Kind, ShownAs
from clubhouse.settings import set_setting
from screens import words
from screens.meeting_commands import COMMANDS, Needs
from tests.houses import ACTOR, add, add_with_card
from tests.screens.desks import PIN, ask_for_pin
from tests.screens.kiosks import WIDE, Kiosk, kiosk
from tests.screens.meetings import command, marked_line
from tests.screens.mornings import ACTOR_ON_FILE, make_task, make_unit
from tests.screens.test_words import KEYS, NEVER, Bracketed, constants_of, outside_brackets

FLOOR_2 = Path(clubhouse.__file__).parent
REACHES_THE_BOARD = ["helping.py", "invitations.py", "tasks.py", "units.py", "days.py", "permissions.py", "board.py"]
"""Modules of floor 2 whose refusals the board, the unit meeting or the staff door can show."""
REFUSALS = ["NotFound", "BadInput", "Refused", "Overtaken", "AlreadyTicked", "NotAllowed", "__init__"]
OF_STAFF = "Staff are assigned to lead; everybody else is asked. Choose one of the staff."
"""Staff can be assigned, members never are (DOMAIN.md, sections 2 and 3)."""


def sentences() -> list[str]:
    """Every sentence of a refusal that can reach these pages."""
    found = [text for name in REACHES_THE_BOARD for text in constants_of(FLOOR_2 / name, *REFUSALS)]
    full = [str(helping.NoSeat("", wanting)) for wanting in ((), ("",))]
    return [text for text in found + full if text != OF_STAFF]


def test_the_sentences_are_found() -> None:
    found = " ".join(sentences())
    for known in (
        "That part of the day is over.", "That question is settled already.", "Somebody has ticked this already.",
        "All seats in", "There is room in:", "rests at the moment", "Staff are put on the board",
        "This is done by staff", "A task needs a title", "A unit needs a name", "A part begins with its meeting",
    ):  # fmt: skip
        assert known in found
    assert OF_STAFF in constants_of(FLOOR_2 / "units.py", "BadInput")


def test_no_refusal_says_what_the_model_forbids() -> None:
    never = re.compile(rf"\b({'|'.join(NEVER)})s?\b", re.IGNORECASE)
    assert never.search("Your card has expired.")
    assert [text for text in sentences() if never.search(text)] == []


def house_in_digits(house: House) -> tuple[str, str]:
    """A full house whose data have no letters; the cards of a member who is invited and of staff."""
    set_setting(house, ACTOR, "name", "24 / 7")
    morning = list_parts(house)[0]
    rosa, card = add_with_card(house, "314", "159")
    ana, anas_card = add_with_card(house, "27", "18", Kind.STAFF)
    made = [make_unit(house, str(number), about="5") for number in range(6)]
    units.set_seats(house, ACTOR_ON_FILE, made[0].id, morning, 3)
    units.set_seats(house, ACTOR_ON_FILE, made[1].id, morning, 0)
    units.assign_lead(house, ACTOR_ON_FILE, made[0].id, morning, ana, weekday=1, day=None)
    listed = [make_task(house, made[0], morning, str(number), hands=number, skills="9") for number in range(1, 8)]
    tasks.tick_task(house, ACTOR_ON_FILE, listed[0].id)
    for place in range(2):
        hidden = add(house, "6", str(place), shown_as=ShownAs.HIDDEN)
        helping.join_unit(house, hidden.id, made[2].id, morning.id)
    invitations.invite(house, ana.code, rosa.id, made[0].id, morning.id, listed[0].id)
    return card, anas_card


async def board_pages(running: Kiosk, card: str) -> AsyncGenerator[str, None]:
    """Open each page of the board in turn, and give its name."""
    await running.come(card)
    yield "invited"
    running.press("2")
    await running.until(lambda: "8" not in running.choices() and "7" in running.choices(), "the usual choices")
    running.press("1")
    await running.opens("BoardPage")
    yield "board"
    running.press("2")
    await running.settle()
    yield "full"
    running.press("1")
    await running.opens("UnitPage")
    yield "unit"
    running.press("7")
    await running.settle()
    yield "more tasks"
    running.press("1")
    await running.opens("TaskPage")
    yield "task"
    running.press("f1")
    await running.opens("Help")
    yield "help"


async def meeting_pages(running: Kiosk, card: str) -> AsyncGenerator[str, None]:
    """Open the meeting, and begin each command."""
    running.app.rest()
    await running.opens("Welcome")
    await ask_for_pin(running, card)
    yield "staff PIN"
    running.type(f"{PIN}\r")
    await running.opens("Desk")
    yield "desk"
    running.press("3")
    await running.opens("Meeting")
    yield "meeting"
    running.press("down")
    await running.until(lambda: marked_line(running).startswith("["), "a task to be marked")
    for each in COMMANDS:
        await command(running, each.key)
        yield each.words
        if each.needs is Needs.NAME:
            for typed in ("3", "14", "0"):
                running.type(typed)
                await running.settle()
                yield f"{each.words}, {typed}"
        if each.needs is not Needs.NOTHING:
            running.press("escape")
            await running.settle()


@pytest.mark.parametrize("pages_of", [board_pages, meeting_pages])
async def test_every_word_can_be_translated(house: House, monkeypatch: pytest.MonkeyPatch, pages_of: object) -> None:
    cards = house_in_digits(house)
    monkeypatch.setattr(words, "_translations", Bracketed())
    monkeypatch.setattr(words, "use_language", lambda language: None)
    names = []
    async with kiosk(house, WIDE, shows="⟦Scan your card") as running:
        walk = board_pages(running, cards[0]) if pages_of is board_pages else meeting_pages(running, cards[1])
        async with aclosing(walk) as pages:
            async for page in pages:
                assert "⟦" in running.flat(), page
                untranslated = KEYS.sub("", outside_brackets(running.flat()))
                # One letter alone is a key, or the x of a tick.
                assert [word for word in re.findall(r"[^\W\d_]+", untranslated) if len(word) > 1] == [], page
                names.append(page)
    assert len(names) >= 7
