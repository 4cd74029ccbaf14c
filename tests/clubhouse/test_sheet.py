"""The page that prints cards: what stands on it, and what must not."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from clubhouse.cards import Card, issue_card, list_cards
from clubhouse.house import House
from clubhouse.people import Person, ShownAs, change_person
from clubhouse.sheet import LINES_A_PAGE, Paper, card_sheet
from tests.clubhouse.test_qr import drawn_svg, read
from tests.houses import ACTOR, NAME, add


class Page(HTMLParser):
    """What a browser finds: tags with their attributes, and the text inside them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._style = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._style = tag == "style"

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._style:
            self.texts.append(data.strip())


def sections(html: str, kind: str) -> list[str]:
    return re.findall(f'<section class="{kind}">.*?</section>', html, flags=re.DOTALL)


def issued(house: House, number: int) -> list[tuple[Card, Person]]:
    with house.store.transaction():
        for each in range(number):
            issue_card(house, ACTOR, add(house, f"First{each}", f"Last{each}"))
    return list_cards(house)


@pytest.fixture
def two(house: House) -> list[tuple[Card, Person]]:
    return issued(house, 2)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize(("number", "pages"), [(1, [1]), (10, [10]), (11, [10, 1]), (25, [10, 10, 5])])
def test_ten_cards_stand_on_a_page(house: House, paper: Paper, number: int, pages: list[int]) -> None:
    html = card_sheet(house, issued(house, number), paper=paper, names=False)
    assert [page.count('<div class="card">') for page in sections(html, "cards")] == pages


def test_every_picture_is_read_back_in_the_order_of_the_list(house: House) -> None:
    cards = issued(house, 12)
    html = card_sheet(house, cards, paper="a4", names=True)
    pictures = re.findall("<svg.*?</svg>", html)
    assert [read(drawn_svg(picture)) for picture in pictures] == [[card.code] for card, _ in cards]


@pytest.mark.parametrize(
    ("paper", "size", "columns", "rows"),
    [
        ("letter", "8.5in 11in", "repeat(2, 3.5in)", "repeat(5, 2in)"),
        ("a4", "210mm 297mm", "repeat(2, 85mm)", "repeat(5, 54mm)"),
    ],
)
def test_cards_have_the_size_of_the_stock(
    house: House, two: list[tuple[Card, Person]], paper: Paper, size: str, columns: str, rows: str
) -> None:
    html = card_sheet(house, two, paper=paper, names=False)
    assert f"@page {{ size: {size}; margin: 0; }}" in html
    assert f"grid-template: {rows} / {columns};" in html


def test_a_card_tells_nothing_about_anybody(house: House, two: list[tuple[Card, Person]]) -> None:
    html = card_sheet(house, two, paper="letter", names=False)
    (page,) = sections(html, "cards")
    assert Page(page).texts == []
    assert {tag for tag, _ in Page(page).tags} == {"section", "div", "svg", "rect", "path"}
    for word in (NAME, "Clubhouse", "member", "health"):
        assert word.casefold() not in html.casefold()
    assert not [card.code for card, _ in two if card.code in html]


def test_the_name_as_shown_stands_under_the_picture_when_asked_for(
    house: House, two: list[tuple[Card, Person]]
) -> None:
    (_, first), (_, second) = two
    change_person(house, ACTOR, second.id, replace(second, shown_as=ShownAs.HIDDEN))
    html = card_sheet(house, list_cards(house), paper="letter", names=True)
    assert Page(*sections(html, "cards")).texts == ["First0 L."]
    assert first.last_name not in html


def test_the_hand_out_list_says_where_each_person_s_card_is(house: House) -> None:
    html = card_sheet(house, issued(house, 12), paper="letter", names=False)
    assert html.rindex('class="cards"') < html.index('class="list"')
    heading, made_on, *cells = Page(*sections(html, "list")).texts
    assert heading == "Hand-out list, keep it at reception and shred it afterwards"
    assert "2026-11-23" in made_on
    assert cells[:4] == ["Page", "Row", "Column", "Code in the house"]
    lines = [tuple(cells[start : start + 4]) for start in range(4, len(cells), 4)]
    assert lines[0] == ("1", "1", "1", "M0001")
    assert lines[1] == ("1", "1", "2", "M0002")
    assert lines[9] == ("1", "5", "2", "M0010")
    assert lines[10:] == [("2", "1", "1", "M0011"), ("2", "1", "2", "M0012")]


def test_the_hand_out_list_has_names_only_when_asked_for(house: House, two: list[tuple[Card, Person]]) -> None:
    assert "First0" not in card_sheet(house, two, paper="letter", names=False)
    html = card_sheet(house, two, paper="letter", names=True)
    assert Page(*sections(html, "list")).texts[-5:] == ["1", "1", "2", "M0002", "First1 L."]


def test_a_long_hand_out_list_goes_on_on_the_next_page(house: House) -> None:
    html = card_sheet(house, issued(house, LINES_A_PAGE + 1), paper="letter", names=False)
    assert [page.count("<tr>") for page in sections(html, "list")] == [LINES_A_PAGE + 1, 2]


def test_the_page_is_complete_in_itself_and_runs_nothing(house: House, two: list[tuple[Card, Person]]) -> None:
    page = Page(card_sheet(house, two, paper="letter", names=True))
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "base"}
    for _, attributes in page.tags:
        assert not {name for name in attributes if name.startswith("on") or name in ("src", "href", "style")}
    html = card_sheet(house, two, paper="letter", names=True)
    assert re.findall(r"https?://[^\"]*", html) == ["http://www.w3.org/2000/svg"] * 2  # a name, fetched by nobody
    assert "url(" not in html
    assert "@import" not in html


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "&amp;", "\"'>", "</style>", "محمد", "李明"])
def test_any_name_and_code_is_shown_as_it_is(house: House, name: str) -> None:
    person = add(house, name, "")
    person = change_person(house, ACTOR, person.id, replace(person, code=name))
    issue_card(house, ACTOR, person)
    page = Page(card_sheet(house, list_cards(house), paper="letter", names=True))
    assert page.texts.count(name) == 3  # the name on the card, and code and name in the list
    assert "script" not in {tag for tag, _ in page.tags}
