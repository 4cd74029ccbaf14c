"""The page that prints cards: ten to a sheet of business-card stock, in a frame to cut along.

A card shows the picture of its code and at most a name, nothing that tells whoever finds it where it is from.
The page is complete in itself: no script, and nothing fetched from elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from clubhouse import names as people_names
from clubhouse.cards import Card
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.qr import svg

Paper = Literal["letter", "a4"]

COLUMNS, ROWS = 2, 5
A_PAGE = COLUMNS * ROWS
LINES_A_PAGE = 34
"""Cards to a page of the hand-out list."""


@dataclass(frozen=True)
class _Stock:
    """A sheet of cards, in CSS lengths."""

    page_width: str
    page_height: str
    card_width: str
    card_height: str


_STOCK: dict[Paper, _Stock] = {
    "letter": _Stock("8.5in", "11in", "3.5in", "2in"),
    "a4": _Stock("210mm", "297mm", "85mm", "54mm"),
}

_STYLE = """
@page {{ size: {page_width} {page_height}; margin: 0; }}
* {{ box-sizing: border-box; margin: 0; padding: 0; }}
html {{ font: 11pt/1.2 sans-serif; color: #000; background: #fff; }}
section {{ width: {page_width}; height: {page_height}; overflow: hidden; break-after: page; break-inside: avoid; }}
section:last-of-type {{ break-after: auto; }}
.cards {{ display: grid; justify-content: center; align-content: center;
  grid-template: repeat({rows}, {card_height}) / repeat({columns}, {card_width}); }}
.card {{ display: flex; flex-direction: column; align-items: center; justify-content: center; overflow: hidden;
  outline: 0.25pt dashed #999; }}
.card p {{ max-width: 90%; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; line-height: 1.5; }}
svg {{ display: block; flex: none; }}
.list {{ padding: 18mm 20mm; }}
h1 {{ font-size: 14pt; }}
.list p {{ margin: 2mm 0 4mm; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; }}
th, td {{ border-bottom: 0.25pt solid #999; height: 6mm; padding: 0 2mm; text-align: left;
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }}
th.place {{ width: 24mm; }}
"""

_TITLE = "Hand-out list, keep it at reception and shred it afterwards"


def card_sheet(house: House, cards: Sequence[tuple[Card, Person]], *, paper: Paper, names: bool) -> str:
    """One HTML page with these cards in this order, and last the list of which card is whose.

    With `names`, the name as the person has it shown stands under each picture and in the list.
    """
    pages = [_card_page(cards[start : start + A_PAGE], names) for start in range(0, len(cards), A_PAGE)]
    lines = [_line(number, person, names) for number, (_, person) in enumerate(cards)]
    day = house.today()
    pages += [
        _list_page(lines[start : start + LINES_A_PAGE], f"{day}", names)
        for start in range(0, len(lines), LINES_A_PAGE)
    ]
    style = _STYLE.format(columns=COLUMNS, rows=ROWS, **vars(_STOCK[paper]))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Cards</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n{''.join(pages)}</body>\n</html>\n"
    )


def _card_page(cards: Sequence[tuple[Card, Person]], names: bool) -> str:
    return f'<section class="cards">\n{"".join(_card(card, person, names) for card, person in cards)}</section>\n'


def _card(card: Card, person: Person, names: bool) -> str:
    shown = people_names.shown_name(person) if names else ""
    under = f'<p dir="auto">{escape(shown)}</p>' if shown else ""
    return f'<div class="card">{svg(card.code, size="42mm")}{under}</div>\n'


def _line(number: int, person: Person, names: bool) -> str:
    page, place = divmod(number, A_PAGE)
    row, column = divmod(place, COLUMNS)
    cells = [str(page + 1), str(row + 1), str(column + 1), escape(person.code)]
    if names:
        cells.append(escape(people_names.shown_name(person)))
    return "<tr>" + "".join(f'<td dir="auto">{cell}</td>' for cell in cells) + "</tr>\n"


def _list_page(lines: list[str], day: str, names: bool) -> str:
    heads = "".join(f'<th class="place">{head}</th>' for head in ("Page", "Row", "Column"))
    heads += "<th>Code in the house</th>" + ("<th>Name</th>" if names else "")
    return (
        f'<section class="list">\n<h1>{_TITLE}</h1>\n'
        f"<p>Made on {day}. Row 1 is the top one, column 1 the left one.</p>\n"
        f"<table>\n<tr>{heads}</tr>\n{''.join(lines)}</table>\n</section>\n"
    )
