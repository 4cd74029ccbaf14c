"""What people are called or type is shown as it is: never markup, never a command, whatever the bytes."""

from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from clubhouse.cards import issue_card
from clubhouse.house import House
from clubhouse.people import Kind, Person, ShownAs, add_person, new_person
from clubhouse.settings import set_setting
from db.opening import open_store
from screens.scanning import TERMINATORS
from tests.forms import cases, long
from tests.houses import ACTOR, SetClock, add_with_card, make_house, visits_on_disk
from tests.screens.kiosks import SMALL, kiosk, run, typed
from tests.screens.walking import every_page, go_home

NAMES = {
    "closing tag": "[/] x",
    "action": "[@click=app.quit]hi[/]",
    "style": "[bold]Bea[/bold]",
    "backslash": "\\[red]",
    "braces": "{name} {0} %s",
    "right to left": "יעל",
    "arabic": "ليلى",
    "emoji": "👩‍👩‍👧 Kim 🎉",
    "combining": "Zoe\u0301\u0323\u0308 Y\u0335",
    "chinese": "歐陽小明",
    "zero width": "Ali\u200dce\u200bBo",
    "long": "Wolfeschlegelstein" * 4,
    "long and wide": "長" * 80,
}


def named(house: House, name: str) -> tuple[Person, str]:
    """A member who is shown by that nickname, exactly as it stands."""
    new = replace(new_person(house, Kind.MEMBER, "Nobody", "Else", name), shown_as=ShownAs.NICKNAME)
    person = add_person(house, ACTOR, new)
    return person, issue_card(house, ACTOR, person).code


async def test_each_name_is_shown_as_it_is(house: House) -> None:
    cards = [named(house, name) for name in NAMES.values()]
    async with kiosk(house, SMALL) as running:
        for person, card in cards:
            await go_home(running, card)
            beginning = person.nickname[:12].strip()
            assert beginning.replace(" ", "") in running.flat().replace(" ", "")
            assert all(cell_len(line) <= SMALL[0] for line in running.lines())
            assert running.choices() == ["2", "4", "9", "U", "7", "0"]


@pytest.mark.parametrize("name", [long("closing tag"), "action", long("combining"), "long"])
async def test_a_name_is_harmless_on_every_page(house: House, clock: SetClock, name: str) -> None:
    person, card = named(house, NAMES[name])
    async with kiosk(house, SMALL) as running:
        async with aclosing(every_page(running, house, clock, card, "nobody else")) as pages:
            async for page in pages:
                assert all(cell_len(line) <= SMALL[0] for line in running.lines())
                if page in ("Home", "NoCard"):
                    beginning = person.nickname[:12].strip()
                    assert beginning.replace(" ", "") in running.flat().replace(" ", ""), page
                if page == "Home":
                    assert len(running.rows()) == 6
        assert running.app.is_running


@pytest.mark.parametrize("name", ["[/] x", "[@click=app.quit]hi", "{brace}", "Casa Açaí", "長屋"])
async def test_the_houses_name_is_shown_as_it_is(house: House, name: str) -> None:
    set_setting(house, ACTOR, "name", name)
    async with kiosk(house) as running:
        assert running.lines()[0].strip() == name


@pytest.mark.parametrize("typed_name", ["[/] x", "[@click=app.quit]hi", "{braces}", "]]]", "\\[b]", "éàü", "歐陽"])
async def test_letters_are_shown_as_typed(house: House, typed_name: str) -> None:
    async with kiosk(house) as running:
        running.press("f2")
        await running.opens("NoCard")
        running.type(typed_name)
        await running.shows(f"First letters of your name: {typed_name}_")


async def test_no_end_of_letters_fits_on_the_screen(house: House) -> None:
    async with kiosk(house, SMALL) as running:
        running.press("f2")
        await running.opens("NoCard")
        running.type("x" * 500)
        await running.settle()
        assert running.page == "NoCard"
        assert len(running.app.screen.typed) <= 80  # type: ignore[attr-defined]


ENDS = frozenset({"f1", "f2", "f3", "f10", "escape"})
"""Keys that a person has; what is tested here is what a scanner may send."""
FOREIGN = st.text(
    st.one_of(st.characters(max_codepoint=0x7F), st.characters(), st.sampled_from("[]{}\\/@=9Uu0\r\n\t")), max_size=60
)
OPENING: dict[str, tuple[str, ...]] = {
    "Welcome": (), "NoCard": ("f2",), "Look": ("f3",), "Help": ("f1",), "Closing": ("f10",),
}  # fmt: skip


@pytest.fixture(scope="module")
def any_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house that all examples share: what they send signs nobody in."""
    path = tmp_path_factory.mktemp("any") / "house.db"
    house = make_house(path)
    add_with_card(house)
    house.close()
    return path


@cases(2, 40)
@given(st.lists(FOREIGN, min_size=6, max_size=6))
@example(
    ["[/] x\r", "[@click=app.exit]hi\r", "\x1b[A\x1b[B\x1b\x1b", "\x03\x11\x1a\x04", "{0}\t{}\n", "\x00\x7f\x80"]
)
def test_any_bytes_on_every_page(any_house: Path, sent: list[str]) -> None:
    async def send_all() -> None:
        house = House(open_store(any_house), SetClock())
        async with kiosk(house) as running:
            for (page, keys), text in zip(OPENING.items(), sent, strict=False):
                running.app.rest()
                await running.opens("Welcome")
                running.press(*keys)
                await running.opens(page)
                running.send(*(key for key in typed("x" * 20 + text) if key.key not in ENDS))
                running.paste(text)
                running.type("\r")
                await running.settle()
                assert running.app.is_running
                assert running.app._exception is None
            assert visits_on_disk(house) == []
        house.close()

    run(send_all())


@pytest.mark.parametrize("control", [*range(0x20), 0x7F], ids=hex)
def test_a_control_character_is_no_letter(control: int) -> None:
    for key in typed(chr(control)):
        assert key.key in TERMINATORS or not key.is_printable


async def test_control_characters_inside_a_scan_fire_nothing(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        for page, keys in OPENING.items():
            running.app.rest()
            await running.opens("Welcome")
            running.press(*keys)
            await running.opens(page)
            before = running.text()
            for control in "\x01\x03\x04\x08\x10\x11\x1a\x1f\x7f":
                running.app.forget_keys()
                running.type(rosas_card[:20] + control + rosas_card[20:])
            await running.settle()
            assert running.page == page
            if page != "NoCard":
                assert running.text() == before
        assert visits_on_disk(house) == []
        await go_home(running, rosas_card)
        await running.shows("Welcome, Rosa.")
