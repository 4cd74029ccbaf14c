"""Nothing of a person stays behind, on the screen or in the kiosk's objects; and nobody sees more than was chosen."""

import functools
import gc
import types
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import replace
from enum import Enum, auto

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump

from clubhouse.cards import issue_card
from clubhouse.house import House
from clubhouse.people import Kind, Person, ShownAs, add_person, new_person, pause_person
from screens.forgetting import forget_painted
from tests.forms import long
from tests.houses import ACTOR, SetClock, add_with_card
from tests.screens.kiosks import SMALL, Kiosk, kiosk
from tests.screens.painting import paint
from tests.screens.remembering import texts_in_memory
from tests.screens.walking import every_page, go_home

FIRST, LAST, NICK = "Zebulonia", "Quistgaardo", "Xylophant"
NOT_FOLLOWED = (type, types.ModuleType, types.FrameType, types.CodeType, House)
WITHOUT_PARTS = {int, float, bool, bytes, types.NoneType}
OF_THE_MACHINE = ("asyncio", "_asyncio", "contextvars", "_contextvars", "sqlite3")


class Way(Enum):
    """How the search goes on from an object of a kind."""

    PASS = auto()
    TEXT = auto()
    CLOSURE = auto()
    FOLLOW = auto()


@functools.cache
def way_of(kind: type) -> Way:
    """The way from objects of that kind."""
    if issubclass(kind, str):
        return Way.TEXT
    if issubclass(kind, types.FunctionType):
        return Way.CLOSURE
    if issubclass(kind, NOT_FOLLOWED) or kind in WITHOUT_PARTS or kind.__module__.startswith(OF_THE_MACHINE):
        return Way.PASS
    return Way.FOLLOW


def kept_by(app: App[None]) -> Iterator[str]:
    """Every text that can be reached from the app, its screens and its widgets."""
    seen: set[int] = set()
    found: list[object] = [app]
    while found:
        left: list[object] = []
        for each in found:
            way = way_of(type(each))  # type: ignore[arg-type]
            if way is Way.PASS or id(each) in seen:
                continue
            seen.add(id(each))
            if way is Way.TEXT:
                yield each  # type: ignore[misc]
            elif way is Way.FOLLOW:
                left.append(each)
            else:
                left.extend(cell for cell in each.__closure__ or ())  # type: ignore[attr-defined]
        found = gc.get_referents(*left)


def keeps(running: Kiosk, *words: str) -> bool:
    """Whether a text in the kiosk's objects holds one of these words."""
    return any(word in text for text in kept_by(running.app) for word in words)


def kept_of(running: Kiosk, *words: str) -> set[str]:
    """The texts in the kiosk's objects that hold one of these words, when what nobody needs is thrown away."""
    if not keeps(running, *words):
        return set()
    gc.collect()
    return {text for text in kept_by(running.app) if any(word in text for word in words)}


def remembered(running: Kiosk, *words: str) -> set[str]:
    """Those anywhere in the memory of the program; what other tests have left there counts too."""
    paint(running.app)
    gc.collect()
    return {text for text in texts_in_memory(running.app) if any(word in text for word in words)}


def test_the_search_finds_what_is_kept() -> None:
    class Keeper:
        """Has a name somewhere deep."""

        def __init__(self) -> None:
            """In a list in a partial in a dict."""
            self.kept = {"deep": functools.partial(print, [FIRST])}

    keeper = Keeper()
    assert FIRST in set(kept_by(keeper))  # type: ignore[arg-type]
    assert issubclass(DOMNode, MessagePump)


def test_the_search_finds_what_the_toolkit_remembers() -> None:
    forget_painted()
    words = "".join(reversed(FIRST))
    assert words not in set(texts_in_memory(App()))
    cell_len(words)
    assert words in set(texts_in_memory(App()))
    forget_painted()
    assert words not in set(texts_in_memory(App()))


async def use_every_part(running: Kiosk, card: str) -> None:
    """Look for the name, sign in, look at the card, ask for help."""
    running.press("f2")
    await running.opens("NoCard")
    running.type(FIRST[:6].lower())
    await running.shows("1 Zebulonia")
    await go_home(running, card)
    await running.shows(FIRST)
    for key, page in (("7", "MyCard"), ("f1", "Help")):
        running.press(key)
        await running.opens(page)
        running.press("escape")
        await running.opens("Home")
    assert keeps(running, FIRST)
    assert keeps(running, card)


@pytest.mark.parametrize("way", ["done", "idle", "next scan", "signed out"])
async def test_nothing_of_the_person_before_is_left(house: House, way: str) -> None:
    _, card = add_with_card(house, FIRST, LAST)
    async with kiosk(house) as running:
        await use_every_part(running, card)
        if way == "next scan":
            await running.come("a library card", later=5)
        elif way == "idle":
            running.wait_idle(100)
        else:
            running.press(*{"done": "0", "signed out": "9"}[way])
            await running.settle()
            running.press("0")
        await running.opens("Home" if way == "next scan" else "Welcome")
        await running.shows("not a card" if way == "next scan" else "Scan your card")
        assert FIRST not in running.text()
        await running.until(lambda: not kept_of(running, FIRST, LAST, FIRST[:6].lower()), "the name to be forgotten")
        await running.until(lambda: not kept_of(running, card, card.lower()), "the card to be forgotten")


async def test_letters_of_a_name_half_typed_are_forgotten(house: House) -> None:
    async with kiosk(house) as running:
        running.press("f2")
        await running.opens("NoCard")
        running.type("zebul")
        await running.shows("zebul_")
        running.press("escape")
        await running.opens("Welcome")
        await running.until(lambda: not kept_of(running, "zebul"), "the letters to be forgotten")


@pytest.mark.parametrize(
    ("shown_as", "shown", "hidden"),
    [
        long(ShownAs.FIRST_NAME, [FIRST], [LAST, NICK]),
        (ShownAs.NICKNAME, [NICK], [FIRST, LAST]),
        long(ShownAs.INITIALS, ["Z. Q."], [FIRST, LAST, NICK]),
        (ShownAs.HIDDEN, [], [FIRST, LAST, NICK, "Z. Q."]),
    ],
)
async def test_a_name_stands_as_chosen_on_every_page(
    house: House, clock: SetClock, shown_as: ShownAs, shown: list[str], hidden: list[str]
) -> None:
    person, card = member_shown_as(house, shown_as)
    async with kiosk(house, SMALL) as running:
        pages = every_page(running, house, clock, card, f"{FIRST} {LAST}"[:6].lower())
        seen = ""
        async with aclosing(pages):
            async for page in pages:
                seen += running.flat()
                for secret in (*hidden, card, card.lower(), person.code):
                    assert secret not in running.flat(), page
        for name in shown:
            assert name in seen


async def test_a_hidden_name_typed_whole_is_not_repeated_by_the_house(house: House) -> None:
    member_shown_as(house, ShownAs.HIDDEN)
    async with kiosk(house) as running:
        running.press("f2")
        await running.opens("NoCard")
        running.type(f"{FIRST} {LAST}".lower())
        await running.shows("1 (name not shown)")
        assert FIRST not in running.text()


@pytest.mark.parametrize("by_name", [False, True])
async def test_the_reason_of_a_pause_is_nowhere(house: House, by_name: bool) -> None:
    person, card = add_with_card(house, FIRST, LAST)
    pause_person(house, ACTOR, person.id, "Unmistakable reason")
    async with kiosk(house) as running:
        if by_name:
            running.press("f2")
            await running.opens("NoCard")
            running.type("zeb")
            await running.shows("1 Zebulonia")
            running.press("1")
        else:
            running.scan(card)
        await running.shows("Please see a staff member.")
        assert "Unmistakable" not in running.text()
        running.press("f1")
        await running.opens("Help")
        assert "Unmistakable" not in running.text()


def member_shown_as(house: House, shown_as: ShownAs) -> tuple[Person, str]:
    """Somebody with a nickname and a card who wishes to be shown so."""
    new = replace(new_person(house, Kind.MEMBER, FIRST, LAST, NICK), shown_as=shown_as)
    person = add_person(house, ACTOR, new)
    return person, issue_card(house, ACTOR, person).code
