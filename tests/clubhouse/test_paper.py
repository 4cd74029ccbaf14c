"""What pages for printing share."""

import pytest

from clubhouse.paper import lines, page, sizes
from tests.clubhouse.test_sheet import Page


def test_sizes_come_down_from_the_largest_to_the_smallest() -> None:
    found = list(sizes(12, 5))
    assert (found[0], found[-1]) == (12, 5)
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize(
    ("text", "room", "taken"),
    [("", 10, 1), ("a" * 17, 10, 1), ("a" * 18, 10, 2), ("a" * 50, 10, 5), ("字" * 9, 10, 1), ("字" * 10, 10, 2)],
)
def test_words_take_as_many_lines_as_they_need(text: str, room: float, taken: int) -> None:
    assert lines(text, room) == taken


def test_a_title_is_text() -> None:
    found = Page(page("<b>&", "", "<p>x</p>"))
    assert found.texts == ["<b>&", "x"]
