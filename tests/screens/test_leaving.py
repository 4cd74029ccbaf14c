"""Saying when one really left on a day whose sign-out the house had to guess."""

import pytest

from clubhouse.attendance import scan
from clubhouse.house import House
from clubhouse.locking import lock_month
from clubhouse.people import Person
from clubhouse.visits import close_days, correct_visit, visits_between
from tests.houses import ACTOR, SetClock, actions_on_disk, local, visits_on_disk
from tests.screens.kiosks import SIZES, Kiosk, kiosk


async def come_next_day(running: Kiosk, house: House, clock: SetClock, card: str) -> None:
    """Forget to sign out on Monday, come on Tuesday, and ask to tell."""
    scan(house, card)
    clock.forward(days=1)
    await running.come(card)
    await running.shows("On Monday, 23 November there was no sign-out, so we wrote 16:00.")
    running.press("8")
    await running.opens("Leaving")
    await running.shows("Monday, 23 November: you came at 8:47. When did you leave?")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("touched", [False, True], ids=["digits", "touch"])
async def test_telling(house: House, clock: SetClock, rosas_card: str, size: tuple[int, int], touched: bool) -> None:
    def take(key: str, words: str) -> None:
        running.touch(words) if touched else running.press(key)

    async with kiosk(house, size) as running:
        await come_next_day(running, house, clock, rosas_card)
        assert running.choices() == ["1", "2", "3", "0"]
        for time in ("15:45", "15:30"):
            take("1", "Earlier")
            await running.shows(f"I left at {time}")
        take("2", "Later")
        await running.shows("I left at 15:45")
        take("3", "I left at 15:45")
        await running.opens("Home")
        await running.shows("Good morning, Rosa. You are signed in, 8:47.", "Have a good day.")
        assert "8" not in running.choices()
        assert visits_on_disk(house)[0] == ("2026-11-23T13:47:00Z", "2026-11-23T20:45:00Z", "told")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_choice_stands_above_the_keys(
    house: House, clock: SetClock, rosas_card: str, size: tuple[int, int]
) -> None:
    async with kiosk(house, size) as running:
        await come_next_day(running, house, clock, rosas_card)
        assert all(row.region.bottom <= size[1] - 3 for row in running.rows())
        await running.shows("0 Back: leave it as it is")


@pytest.mark.parametrize("back", ["0", "escape"])
async def test_back_leaves_it_as_it_is(house: House, clock: SetClock, rosas_card: str, back: str) -> None:
    async with kiosk(house) as running:
        await come_next_day(running, house, clock, rosas_card)
        running.press("1", back)
        await running.opens("Home")
        await running.shows("so we wrote 16:00", "8 I left at another time")
        assert visits_on_disk(house)[0][2] == "estimate"


async def test_never_before_one_came_nor_on_another_day(house: House, clock: SetClock, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await come_next_day(running, house, clock, rosas_card)
        running.press(*["1"] * 60)
        await running.settle()
        await running.shows("I left at 9:00")
        running.press(*["2"] * 90)
        await running.settle()
        await running.shows("I left at 23:45")


async def test_what_was_set_right_meanwhile_stays(house: House, clock: SetClock, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await come_next_day(running, house, clock, rosas_card)

        def correct(other: House) -> None:
            ((visit, _),) = visits_between(other, local("2026-11-23 00:00").date(), local("2026-11-23 00:00").date())
            correct_visit(other, ACTOR, visit.id, visit.in_at, local("2026-11-23 14:00"), "paper")

        await running.elsewhere(correct)
        running.press("1", "3")
        await running.shows("This was set right in the meantime. Thank you.")
        assert visits_on_disk(house)[0][1:] == ("2026-11-23T19:00:00Z", "paper")


async def test_the_next_scan_wins(house: House, clock: SetClock, rosa: Person, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await come_next_day(running, house, clock, rosas_card)
        running.press("1")
        await running.come("no card")
        await running.shows("That is not a card of this house.")
        running.press("0")
        await running.opens("Welcome")
        assert close_days(house) == []
        assert visits_on_disk(house)[0][2] == "estimate"


async def test_hands_that_shake_press_twice(house: House, clock: SetClock, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await come_next_day(running, house, clock, rosas_card)
        running.press("3", "3")
        await running.opens("Home")
        await running.shows("Good morning, Rosa.", "Have a good day.")
        assert visits_on_disk(house)[0][2] == "told"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_of_a_month_that_was_reported_one_is_thanked_and_it_is_kept(
    house: House, clock: SetClock, rosas_card: str, size: tuple[int, int]
) -> None:
    clock.set("2026-10-30 08:47")
    scan(house, rosas_card)
    clock.set("2026-11-02 08:47")
    lock_month(house, ACTOR, "2026-10", sure=True)
    async with kiosk(house, size) as running:
        await running.come(rosas_card)
        running.press("8")
        await running.opens("Leaving")
        running.press("1", "3")
        await running.shows("Thank you. Friday, 30 October was reported already, so what you said is kept")
        assert running.choices() == ["0"]
        running.press("0")
        await running.opens("Home")
    assert visits_on_disk(house)[0][2] == "estimate"
    assert "tell_after_lock" in actions_on_disk(house)
