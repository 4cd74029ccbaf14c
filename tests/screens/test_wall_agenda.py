"""The agenda of the house meeting on the wall: beside the units where it needs no page more."""

from dataclasses import replace

from clubhouse import house_meeting
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from screens.wall import _pages
from screens.wall_words import look, saying
from tests.houses import add
from tests.screens.mornings import make_day


def shown(house: House, height: int) -> str:
    """All cards of all pages."""
    pages = _pages(look(house), 80, height)
    return "\n".join(line.plain for page in pages for column in page.columns for card in column for line in card)


def test_the_agenda_stands_beside_the_units_where_there_is_room(house: House) -> None:
    make_day(house)
    assert "House meeting" not in shown(house, 40)
    house_meeting.add_item(house, add(house, "Sam").id, "A trip [/]")
    assert "House meeting" in shown(house, 40)
    assert "A trip [/]" in shown(house, 40)
    assert "Sam" not in shown(house, 40)
    units = len(look(house).board.units)
    assert "House meeting" not in shown(house, 2 * units)


def test_without_a_board_it_is_said(house: House) -> None:
    for number in range(5):
        house_meeting.add_item_of_house(house, COMMAND_LINE, f"Item {number}")
    looked = look(house)
    said = saying(replace(looked, board=replace(looked.board, units=())))
    assert said[-1].splitlines()[1:] == ["Item 0", "Item 1", "Item 2", "and 2 more"]
