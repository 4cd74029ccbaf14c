"""Whoever is asked to cover says yes or *not today*, and writes it down as coverage, without learning for whom."""

import pytest

from clubhouse.employment import coverage
from clubhouse.house import House
from clubhouse.people import Kind, Person
from tests.employment import add_placement
from tests.houses import actions_on_disk, add, add_with_card
from tests.screens.job_hours import asks, looked_for, on_file, open_hours
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.test_board import on_screen

sizes = pytest.mark.parametrize("size", SIZES, ids=str)


async def open_question(running: Kiosk, card: str) -> None:
    """Scan, look, and open the question."""
    await open_hours(running, card)
    await running.shows("1 Somebody would like your help")
    running.press("1")
    await running.opens("CoveringPage")
    await running.shows("0 Decide later")


@sizes
@pytest.mark.parametrize("kind", [Kind.MEMBER, Kind.STAFF])
async def test_yes_and_written_down_as_coverage(house: House, size: tuple[int, int], kind: Kind) -> None:
    ben, card = add_with_card(house, "Ben", "Cho", kind)
    asks(house, add_placement(house), ben)
    async with kiosk(house, size) as running:
        await running.come(card)
        await running.shows("Somebody would like your help on Monday 23 November: press 3.")
        running.press("3")
        await running.opens("HoursPage")
        await running.shows("1 Somebody would like your help Monday 23 November, 9:00 to 13:00")
        running.press("1")
        await running.opens("CoveringPage")
        await running.shows("Would you cover Monday 23 November, 9:00 to 13:00?", "Harbor Bakery, 12 Quay Street")
        assert on_screen(running)
        assert running.marked().startswith("0   Decide later")
        running.press("1")
        await running.shows("Thank you. You cover Monday 23 November, 9:00 to 13:00.")
        assert looked_for(house) == [("2026-11-23", "Ben")]
        running.press("0")
        await running.opens("HoursPage")
        await running.shows("1 Monday, 23 November (today) You cover, 9:00 to 13:00")
        running.press("1")
        await running.opens("HoursDayPage")
        await running.shows("1 As usual, 9:00 to 13:00", "4 I can't cover after all")
        running.press("1")
        await running.shows("Covered 9:00 to 13:00, 4 h.")
        assert on_screen(running)
        assert "Hildegunda" not in running.text()
        assert on_file(house) == [("covered", "2026-11-23", 240, "Ben")]


async def test_not_today_leaves_no_trace(house: House) -> None:
    ben, card = add_with_card(house, "Ben", "Cho")
    asks(house, add_placement(house), ben)
    async with kiosk(house) as running:
        await running.come(card)
        before = actions_on_disk(house)
        running.press("3")
        await running.opens("HoursPage")
        await running.shows("1 Somebody")
        running.press("1")
        await running.opens("CoveringPage")
        await running.shows("2 Not today")
        running.press("2")
        await running.opens("HoursPage")
        await running.shows("There is no paid work of yours here.")
        assert actions_on_disk(house) == before
        running.press("0")
        await running.opens("Home")
        await running.until(lambda: "Somebody would" not in running.flat(), "nobody to ask any more")


async def test_yes_is_taken_back(house: House) -> None:
    ben, card = add_with_card(house, "Ben", "Cho")
    asks(house, add_placement(house), ben)
    async with kiosk(house) as running:
        await open_question(running, card)
        running.press("1")
        await running.shows("U Undo: I do not cover")
        running.press("u")
        await running.opens("HoursPage")
        assert looked_for(house) == [("2026-11-23", None)]


async def test_who_said_yes_can_say_later_that_they_cannot(house: House) -> None:
    ben, card = add_with_card(house, "Ben", "Cho")
    request = asks(house, add_placement(house), ben)
    coverage.accept_coverage(house, ben.code, ben.id, request.id)
    async with kiosk(house) as running:
        await open_hours(running, card)
        running.press("1")
        await running.opens("HoursDayPage")
        await running.shows("4 I can't cover after all")
        running.press("4")
        await running.shows("Thank you for saying so. Staff know.")
        assert looked_for(house) == [("2026-11-23", None)]
        assert running.choices() == ["0"]


async def test_somebody_else_was_quicker(house: House) -> None:
    ben, card = add_with_card(house, "Ben", "Cho")
    request = asks(house, add_placement(house), ben)
    async with kiosk(house) as running:
        await open_question(running, card)
        running.app._follower.close()
        await running.elsewhere(lambda other: _takes(other, request.id, add(house, "Eve")))
        running.press("1")
        await running.shows("Somebody covers that day already. Thank you.")
        assert running.choices() == ["0"]
        assert looked_for(house) == [("2026-11-23", "Eve")]


def _takes(house: House, request_id: int, person: Person) -> None:
    coverage.arrange_coverage(house, "command line", request_id, person.id)
