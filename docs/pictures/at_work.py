"""What somebody with a transitional job sees, and who covers for them.

Each brings the resting kiosk to what is to be seen; its docstring is the words beside the picture.
"""

from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import card_of, list_cards
from clubhouse.employment.coverage import offer_coverage
from clubhouse.employment.coverage_days import coverage_of
from clubhouse.employment.placement_pages import see_placements
from clubhouse.house import House
from tests.screens.kiosks import Kiosk


async def hours(running: Kiosk, cards: list[str]) -> None:
    """A week of job hours, each day with a number."""
    await running.come(_holders_card(running.app.house))
    running.press("3")
    await running.opens("HoursPage")
    await running.shows("8 Another day or week")
    running.press("left")
    await running.shows("16 November")


async def hours_day(running: Kiosk, cards: list[str]) -> None:
    """A day of job hours: as usual with one key, another time, or I can't go."""
    await running.come(_holders_card(running.app.house))
    running.press("3")
    await running.opens("HoursPage")
    await running.shows("8 Another day or week")
    running.type("1", later=1)
    await running.opens("HoursDayPage")
    await running.shows("1 As usual")


async def hours_time(running: Kiosk, cards: list[str]) -> None:
    """When did you begin? Earlier, later, and the key to go on."""
    await hours_day(running, cards)
    running.type("3", later=2)
    await running.opens("HoursTimePage")
    await running.shows("When did you begin?")


async def covering(running: Kiosk, cards: list[str]) -> None:
    """Somebody is asked to cover: yes, or not today."""
    house = running.app.house
    request = next(each.request for each in coverage_of(house, COMMAND_LINE) if each.request and not each.covered_by)
    card = cards[0]
    asked = next(person for held, person in list_cards(house) if held.code == card)
    offer_coverage(house, COMMAND_LINE, request.id, asked.id)
    await running.come(card)
    running.press("3")
    await running.opens("HoursPage")
    await running.shows("1 Somebody would like your help")
    running.type("1", later=1)
    await running.opens("CoveringPage")
    await running.shows("1 Yes, I'll cover")


def _holders_card(house: House) -> str:
    # Of whoever holds the placement that comes first in the list.
    person = next(line.holders[0].person for line in see_placements(house, COMMAND_LINE) if line.holders)
    return card_of(house, person).code
