"""Group TE on the screens: several hold one placement side by side, each with hours and coverage of their own."""

import pytest

from clubhouse.employment.placements import Placement
from clubhouse.house import House
from clubhouse.people import Person
from tests.employment import MONDAY, add_employer, add_placement, hold
from tests.houses import add_with_card
from tests.screens.desk.works import Work, make_work, open_work
from tests.screens.desks import marked_row
from tests.screens.job_hours import on_file, open_day
from tests.screens.kiosks import SIZES, Kiosk, kiosk

TODAY = "2026-11-23"


@pytest.fixture
def work(house: House) -> Work:
    """The desk's people."""
    return make_work(house)


@pytest.fixture
def crew(house: House, work: Work) -> Placement:
    """A site that several share."""
    return add_placement(house, add_employer(house, "Sunny Laundry"), "Folding crew", group=True)


async def open_row(running: Kiosk, work: Work, words: str) -> None:
    """Open the line of the day's list in which these words stand."""
    await open_work(running, work)
    await running.shows("Folding crew")
    running.press("home")
    while words not in await marked_row(running):
        running.press("down")
    running.press("enter")
    await running.opens("WorkDay")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_who_holds_it_writes_their_own_hours(house: House, crew: Placement, size: tuple[int, int]) -> None:
    cards = []
    for name in ("Ines", "Ulrich"):
        person, card = add_with_card(house, name, "Winter")
        hold(house, crew, person, MONDAY)
        cards.append(card)
    async with kiosk(house, size) as running:
        await open_day(running, cards[0])
        await running.shows("Folding crew, Sunny Laundry", "1 As usual, 9:00 to 13:00")
        running.press("1")
        await running.shows("Worked 9:00 to 13:00, 4 h.")
        assert "Ulrich" not in running.text()
        await open_day(running, cards[1])
        await running.shows("Nothing written yet")
        running.press("1")
        await running.shows("Worked 9:00 to 13:00, 4 h.")
        assert "are both right" not in running.flat().casefold()
        assert "Ines" not in running.text()
    mine = [row for row in on_file(house) if row[1] == TODAY]
    assert mine == [("worked", TODAY, 240, "Ines"), ("worked", TODAY, 240, "Ulrich")]


async def test_one_of_them_is_covered_and_the_other_works(house: House, work: Work, crew: Placement) -> None:
    people: list[tuple[Person, str]] = [add_with_card(house, name, "Winter") for name in ("Ines", "Ulrich")]
    for person, _card in people:
        hold(house, crew, person, MONDAY)
    async with kiosk(house) as running:
        await open_day(running, people[0][1])
        running.press("1")
        await running.shows("Worked 9:00 to 13:00, 4 h.")
        await open_day(running, people[1][1])
        running.press("4")
        await running.shows("Thank you for saying so. Staff know.")
        running.app.rest()
        await running.opens("Welcome")
        await open_row(running, work, "Ulrich Winter")
        await running.shows("not yet covered: for Ulrich Winter")
        assert "Ines" not in running.flat()
        running.press("a")
        await running.opens("Arrange")
        running.type("ana")
        await running.shows("1 Ana O.")
        running.type("1\r\r")
        await running.opens("WorkDay")
        await running.shows("covered: Ana Ortiz for Ulrich Winter")
        running.press("w")
        await running.opens("WriteHours")
        running.type("\r\r\r\r\r")
        await running.opens("WorkDay")
        await running.shows("Ana Ortiz, covered")
        running.press("escape")
        await running.opens("Work")
        await running.shows("working", "Ines Winter", "Ana Ortiz for")
        running.press("m")
        await running.opens("WorkMonth")
        await running.shows("Ines Winter", "covered: Sunny Laundry")
        assert "Ulrich Winter" not in running.flat()
    assert on_file(house)[-2:] == [("worked", TODAY, 240, "Ines"), ("covered", TODAY, 240, "Ana")]


async def test_another_joins_without_a_question(house: House, work: Work, crew: Placement) -> None:
    hold(house, crew, add_with_card(house, "Ines", "Winter")[0], MONDAY)
    add_with_card(house, "Ulrich", "Winter")
    async with kiosk(house) as running:
        await open_work(running, work)
        running.press("p")
        await running.opens("WorkPlaces")
        await running.shows("Folding crew")
        running.type("fold\r")
        await running.opens("WorkPlacePage")
        await running.shows("Folding crew (group TE)", "Ines Winter")
        running.press("b")
        await running.opens("BeginTerm")
        running.type("ulr")
        await running.shows("1 Ulrich W.")
        running.type("1\r\r\r")
        await running.opens("WorkPlacePage")
        await running.shows("The term is written down.", "Ulrich Winter, since 2026-11-23", "Ines Winter, since")
