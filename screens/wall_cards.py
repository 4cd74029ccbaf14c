"""What stands on the wall about each unit, and how all of it finds room: no line is wider than the wall.

Everything is shown with as many lines as there is room for, and with empty lines between the units where some are
left. When even the shortest form of all units does not fit, they stand on several pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from textual.content import Content

from clubhouse.board import UnitOnBoard
from clubhouse.house_meeting import Agenda
from clubhouse.people import Kind
from screens.parts import seats_words
from screens.words import _, date_words, plural

GROUNDS = {
    "blue": "#003a70", "green": "#0b4a1a", "orange": "#7a3300", "purple": "#4b1a78",
    "red": "#7a0010", "teal": "#00474f", "brown": "#4a2c14", "grey": "#3a4249",
}  # fmt: skip
"""The ground of a unit's sign, by its colour: white letters stand on each at 7:1 or more."""
ON_GROUND = "#ffffff"
TWO_COLUMNS = 100
"""From so many columns of text on, cards stand in two rows beside each other."""
GUTTER = 3
_LIMITS = ((2, 1), (2, 2), (3, 2), (3, 3), (4, 3), (5, 4), (7, 5), (9, 7))
"""How many lines of people and of tasks a card may have, from the shortest form on."""
_WIDEST_GAP = 2
_SIGN = 5
"""Cells before a card's words."""


@dataclass(frozen=True)
class Item:
    """A name or a task: never broken in two."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class Card:
    """What is said about one unit, before it is put into lines."""

    sign: str
    ground: str
    name: str
    seats: str
    full: bool
    people: tuple[Item, ...]
    hidden: int
    """People here who wish to stay unnamed."""
    wanting: tuple[Item, ...]
    """Tasks that still want hands."""


def card_of(unit: UnitOnBoard) -> Card:
    """The card of a unit."""
    leaders = [name for name in unit.leaders if name]
    leading = {(Kind.STAFF, name) for name in leaders}
    helpers = [each for each in unit.helpers if (each.kind, each.shown) not in leading]
    shown = [Item(each.shown) for each in helpers if each.shown]
    return Card(
        unit.unit.sign,
        GROUNDS.get(unit.unit.colour, GROUNDS["grey"]),
        unit.unit.name,
        seats_words(unit) or _("room for all"),
        unit.full,
        (*(Item(_("{name} leads").format(name=name), "bold") for name in leaders), *shown),
        len(helpers) - len(shown),
        tuple(_wanting(unit)),
    )


def agenda_card(agenda: Agenda) -> Card:
    """What the next house meeting talks about, as a card beside those of the units."""
    items = tuple(Item(item.words) for item in agenda.items)
    return Card("*", GROUNDS["grey"], _("House meeting"), date_words(agenda.day), True, items, 0, ())


def _wanting(unit: UnitOnBoard) -> list[Item]:
    found = []
    for each in unit.needed:
        there = sum(helper.task_id == each.task.id for helper in unit.helpers)
        left = (each.task.hands or 1) - there
        if not each.done and left > 0:
            found.append(Item(f"{each.task.title} ({left})" if left > 1 else each.task.title))
    return found


def flow(items: Sequence[Item], hidden: int, width: int, lines: int, label: str = "") -> list[Content]:
    """`label` and the items with commas, on at most `lines` lines; those without room are told as *and 3 more*."""
    words = [cut(Content.styled(each.text, each.style), width - 1) for each in items]
    first = Content.styled(label, "bold $primary")
    ends = list(
        _ends(_ends_on((0, width), first.cell_length, width), [word.cell_length + 1 for word in words], width)
    )
    for kept in range(len(words), 0, -1):
        tail = _and_more(kept, len(words) - kept + hidden)
        if _ends_on(ends[kept], Content(tail).cell_length, width)[0] <= lines:
            return _laid(first, words[:kept], tail, width)
    # However long the first is, its beginning is told.
    tail = _and_more(len(words[:1]), len(words[1:]) + hidden)
    room = width - first.cell_length - Content(tail).cell_length - 2
    return _laid(first, [cut(word, room) for word in words[:1]], tail, width)


def _ends(end: tuple[int, int], lengths: list[int], width: int) -> Iterator[tuple[int, int]]:
    """Where the text ends after each number of words: the line, counted from 1, and the cells used of it."""
    yield end
    for length in lengths:
        end = _ends_on(end, length, width)
        yield end


def _ends_on(end: tuple[int, int], length: int, width: int) -> tuple[int, int]:
    line, used = end
    if not length:
        return end
    return (line, used + 1 + length) if used + 1 + length <= width else (line + 1, length)


def _and_more(kept: int, more: int) -> str:
    if not more:
        return ""
    if not kept:
        return plural("{count} here", "{count} here", more)
    return plural("and {count} more", "and {count} more", more)


def _laid(label: Content, words: list[Content], tail: str, width: int) -> list[Content]:
    last = len(words) - 1
    lines: list[Content] = []
    used = width
    commas = [word + ("," if place < last else "") for place, word in enumerate(words)]
    for word in [label, *commas, Content(tail)]:
        if not word:
            continue
        if used + 1 + word.cell_length <= width:
            lines[-1] = lines[-1] + " " + word
        else:
            lines.append(word)
        used = lines[-1].cell_length
    return lines


def cut(words: Content, width: int) -> Content:
    """The words, or as many of their letters as there is room for."""
    if words.cell_length <= width:
        return words
    return words.truncate(max(width - 3, 0)) + "..."


def card_lines(card: Card, width: int, most_people: int, most_wanting: int) -> list[Content]:
    """The card as lines of at most `width` cells."""
    room = width - _SIGN
    seats = Content.styled(card.seats, "" if card.full else "bold")
    name = cut(Content.styled(card.name, "bold"), room - seats.cell_length - 1)
    sign = Content.styled(f" {card.sign} ", f"bold {ON_GROUND} on {card.ground}")
    gap = " " * (room - name.cell_length - seats.cell_length)
    people = flow(card.people, card.hidden, room, most_people) or [Content(_("Nobody yet: be the first."))]
    lines = [*people, *_wanted_lines(card, room, most_wanting)]
    title = Content(" " * (_SIGN - sign.cell_length)) + name + gap + seats
    return [sign + title.stylize("on $panel"), *(Content(" " * _SIGN) + line for line in lines)]


def _wanted_lines(card: Card, room: int, most: int) -> list[Content]:
    if not card.wanting:
        return []
    return flow(card.wanting, 0, room, most, _("Hands wanted:"))


Lines = list[Content]


@dataclass(frozen=True)
class Page:
    """What is up at one time."""

    columns: list[list[Lines]]
    """Of cards of lines."""
    gap: int
    """Empty lines between two cards."""


def pages_of(cards: Sequence[Card], width: int, height: int) -> list[Page]:
    """The cards on as few pages as can be, each with as many lines as there is room for."""
    columns = 2 if width >= TWO_COLUMNS and len(cards) > 1 else 1
    each_width = (width - GUTTER * (columns - 1)) // columns
    for pages in range(1, len(cards) + 1):
        found = _dealt(cards, pages, columns)
        gap = _widest_gap([_shortest(column, each_width) for page in found for column in page], height, most=1)
        if gap is not None or pages == len(cards):
            return [_page(page, each_width, height, gap or 0) for page in found]
    return []


def _dealt(cards: Sequence[Card], pages: int, columns: int) -> list[list[list[Card]]]:
    """The cards in order, down each column, with as many on each page as on any other."""
    sizes = [len(cards) // pages + (place < len(cards) % pages) for place in range(pages)]
    rest = iter(cards)
    halves = [[-(-size // columns), size // columns][:columns] for size in sizes]
    return [[list(islice(rest, count)) for count in half if count] for half in halves]


def _page(columns: Sequence[Sequence[Card]], width: int, height: int, gap: int) -> Page:
    filled = [_filled(column, width, height, gap) for column in columns]
    return Page(filled, _widest_gap(filled, height, _WIDEST_GAP) or gap)


def _shortest(cards: Sequence[Card], width: int) -> list[Lines]:
    return [card_lines(card, width, *_LIMITS[0]) for card in cards]


def _filled(cards: Sequence[Card], width: int, height: int, gap: int) -> list[Lines]:
    """The cards of a column, made longer in turn for as long as all of them fit."""
    found = _shortest(cards, width)
    for limits in _LIMITS[1:]:
        for place, card in enumerate(cards):
            longer = card_lines(card, width, *limits)
            if _height(found, gap) - len(found[place]) + len(longer) <= height:
                found[place] = longer
    return found


def _widest_gap(columns: Sequence[Sequence[Lines]], height: int, most: int) -> int | None:
    """How many lines can stay empty between two cards; None where the cards do not even fit without."""
    fitting = (gap for gap in range(most, -1, -1) if all(_height(column, gap) <= height for column in columns))
    return next(fitting, None)


def _height(column: Sequence[Lines], gap: int) -> int:
    return sum(len(card) for card in column) + gap * (len(column) - 1)
