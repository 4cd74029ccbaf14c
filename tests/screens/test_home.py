"""One person's page: what can be done there, by digit, by arrows and Enter, and by touch alike."""

from collections.abc import Awaitable, Callable

import pytest

from clubhouse.attendance import sign_out
from clubhouse.cards import issue_card
from clubhouse.house import House
from clubhouse.people import Kind, Person, pause_person
from clubhouse.visits import add_visit
from tests.houses import ACTOR, SetClock, actions_on_disk, add_with_card, local, visits_on_disk
from tests.screens.kiosks import LARGE, SIZES, WIDE, Kiosk, kiosk


async def take_by_key(running: Kiosk, key: str, words: str) -> None:
    """Press the digit or letter."""
    assert words in running.flat()
    running.press(key)


async def take_by_small_letter(running: Kiosk, key: str, words: str) -> None:
    """Press it without Shift."""
    assert words in running.flat()
    running.press(key.lower())


async def take_by_arrows(running: Kiosk, key: str, words: str) -> None:
    """Move the mark there, then press Enter."""
    for _ in range(8):
        if f"{key}   {words}" in running.marked():
            break
        running.press("down")
        await running.settle()
    running.press("enter")


async def take_by_touch(running: Kiosk, key: str, words: str) -> None:
    """Touch the words."""
    running.touch(f"{key}   {words}")


ways = pytest.mark.parametrize(
    "take",
    [take_by_key, take_by_small_letter, take_by_arrows, take_by_touch],
    ids=["key", "small", "arrows", "touch"],
)
Take = Callable[[Kiosk, str, str], Awaitable[None]]


@ways
async def test_sign_out_and_its_undo(house: House, clock: SetClock, rosas_card: str, take: Take) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        clock.forward(hours=2)
        await take(running, "9", "Sign out: I am leaving")
        await running.shows("Goodbye, Rosa. You are signed out, 10:47.", "See you next time.")
        await running.settle()
        assert visits_on_disk(house)[0][1:] == ("2026-11-23T15:47:00Z", "key")
        await take(running, "U", "Undo: I am still here")
        await running.shows("Your sign-out is undone.", "You are signed in as before, since 8:47.")
        assert visits_on_disk(house) == [("2026-11-23T13:47:00Z", None, None)]


@ways
async def test_undoing_a_sign_in(house: House, rosas_card: str, take: Take) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await take(running, "U", "Undo: do not sign me in")
        await running.shows("Your sign-in is undone.", "You are not signed in.")
        await running.settle()
        assert visits_on_disk(house) == []
        assert actions_on_disk(house)[-2:] == ["sign_in", "undo_sign_in"]
        assert running.choices() == ["0"]


@ways
async def test_done(house: House, rosas_card: str, take: Take) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await take(running, "0", "Done")
        await running.opens("Welcome")
        await running.shows("1 person is here.")
        assert "Rosa" not in running.text()


@ways
async def test_my_card(house: House, rosas_card: str, take: Take) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await take(running, "7", "My card for my phone")
        await running.opens("MyCard")
        running.press("escape")
        await running.shows("Welcome, Rosa.")


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
async def test_everything_stands_on_the_screen(
    house: House, clock: SetClock, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        clock.forward(days=1)
        await running.come(rosas_card, later=5)
        await running.shows(
            "Good morning, Rosa. You are signed in, 8:47.",
            "On Monday, 23 November there was no sign-out, so we wrote 16:00. Press 8 if it was another time.",
            "4 My record and more", "8 I left at another time", "9 Sign out", "U Undo", "0 Done",
        )  # fmt: skip
        assert running.choices() == ["2", "4", "8", "9", "U", "0"]
        rows = running.rows()
        assert all(row.region.bottom <= size[1] for row in rows)
        assert all(row.region.height >= (3 if size[1] >= 24 else 2) for row in rows)


async def test_escape_is_done(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("escape")
        await running.opens("Welcome")


async def test_up_and_down_go_round_the_choices_and_the_mark_is_seen(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        assert running.marked().startswith("0   Done")
        seen = []
        for _ in range(6):
            running.press("down")
            await running.settle()
            seen.append(running.marked()[0])
            lines = running.lines()
            heavy = [y for y, line in enumerate(lines) if "┏" in line]
            assert len(heavy) == 1
            assert running.marked() in lines[heavy[0] + 1]
        assert seen == ["2", "4", "9", "U", "7", "0"]
        running.press("up")
        await running.settle()
        assert running.marked().startswith("7")


@pytest.mark.parametrize(("kind", "shown"), [(Kind.MEMBER, "already here"), (Kind.VOLUNTEER, "already here")])
async def test_here_already_marks_sign_out(house: House, clock: SetClock, kind: Kind, shown: str) -> None:
    _, code = add_with_card(house, kind=kind)
    async with kiosk(house) as running:
        await running.come(code)
        clock.forward(minutes=5)
        await running.come(code)
        await running.shows("Hello, Rosa. You are here already, since 8:47.", "Are you leaving? Then press 9.")
        assert running.marked().startswith("9   Sign out")
        assert running.choices() == ["2", "4", "9", "7", "0"]
        running.press("enter")
        await running.shows("signed out")


async def test_a_strangers_card_offers_nothing_but_done(house: House, rosa: Person, rosas_card: str) -> None:
    pause_person(house, ACTOR, rosa.id, "private")
    async with kiosk(house) as running:
        for scanned in ("hello", "CHCBDEFGHIJKLNRTUVCBDEFGHIBTR", rosas_card):
            await running.come(scanned)
            assert running.choices() == ["0"]


async def test_a_digit_that_is_not_offered_does_nothing(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        before = running.text()
        for key in "13568":
            running.press(key)
        await running.settle()
        assert running.text() == before


async def test_what_changed_elsewhere_is_not_done_twice(house: House, rosa: Person, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await running.elsewhere(lambda other: sign_out(other, rosa.id))
        running.press("9")
        await running.shows("You are signed out already.")
        assert len(visits_on_disk(house)) == 1


async def test_an_undo_that_was_overtaken_changes_nothing(house: House, rosa: Person, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await running.elsewhere(lambda other: sign_out(other, rosa.id))
        was = visits_on_disk(house)
        running.press("u")
        await running.shows("This has changed in the meantime. Please scan your card again.")
        assert visits_on_disk(house) == was


async def test_several_visits_on_one_day(house: House, clock: SetClock, rosas_card: str) -> None:
    async with kiosk(house, LARGE) as running:
        for _ in range(3):
            await running.come(rosas_card)
            await running.shows("signed in")
            clock.forward(hours=1)
            running.press("9")
            await running.shows("signed out")
            clock.forward(hours=1)
        await running.come(rosas_card)
        await running.shows("Hello again, Rosa. You are signed in again, 14:47.")
        assert [out_how for _, _, out_how in visits_on_disk(house)] == ["key", "key", "key", None]


async def test_back_after_long_away(house: House, rosa: Person) -> None:
    add_visit(house, ACTOR, rosa, local("2026-03-02 09:00"), local("2026-03-02 12:00"), "paper")
    code = issue_card(house, ACTOR, rosa).code
    async with kiosk(house) as running:
        await running.come(code)
        await running.shows("Welcome back, Rosa. You are signed in, 8:47.", "How good to see you again.")


async def test_hands_that_shake_press_twice(house: House, clock: SetClock, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("9", "9", "9")
        await running.settle()
        await running.shows("Goodbye, Rosa. You are signed out, 8:47.")
        assert running.choices() == ["U", "0"]
        running.press("u", "U")
        await running.settle()
        await running.shows("Your sign-out is undone.")
        assert actions_on_disk(house)[-2:] == ["sign_out", "undo_sign_out"]
