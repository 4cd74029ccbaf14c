"""On the pages of job hours too: what people typed is text, all words can be translated, and nothing of it stays."""

import re
from contextlib import aclosing
from pathlib import Path

import pytest
from rich.cells import cell_len

import clubhouse
from clubhouse.house import House
from screens import words
from screens.widgets.choices import MOST
from screens.widgets.keys import KeyButton
from tests.houses import add_with_card
from tests.screens.kiosks import SIZES, SMALL, WIDE, kiosk
from tests.screens.test_board_text import FIRST, LAST, NAMES
from tests.screens.test_board_words import REFUSALS
from tests.screens.test_privacy import keeps, kept_of
from tests.screens.test_words import KEYS, NEVER, Bracketed, constants_of, outside_brackets
from tests.screens.walking_hours import hours_pages, work_everywhere


@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
async def test_employers_and_jobs_are_text(house: House, name: str) -> None:
    rosa, card = add_with_card(house)
    work_everywhere(house, rosa, name)
    async with kiosk(house, SMALL) as running:
        async with aclosing(hours_pages(running, card)) as pages:
            async for page in pages:
                assert all(cell_len(line) <= SMALL[0] for line in running.lines()), page
                if page in ("question", "day", "other work", "written"):
                    assert name[:9] in running.flat(), page
        assert running.app._exception is None


async def test_every_word_can_be_translated(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    rosa, card = add_with_card(house, "314", "159")
    work_everywhere(house, rosa, "2")
    monkeypatch.setattr(words, "_translations", Bracketed())
    monkeypatch.setattr(words, "use_language", lambda language: None)
    running_kiosk = kiosk(house, WIDE, shows="⟦Scan your card")
    async with running_kiosk as running, aclosing(hours_pages(running, card)) as pages:
        async for page in pages:
            untranslated = KEYS.sub("", outside_brackets(running.flat()))
            left = [word for word in re.findall(r"[^\W\d_]+", untranslated) if len(word) > 1]
            assert left == [], page


def test_no_refusal_says_what_the_model_forbids() -> None:
    floor = Path(clubhouse.__file__).parent / "employment"
    never = re.compile(rf"\b({'|'.join(NEVER)})s?\b", re.IGNORECASE)
    refusals = (*REFUSALS, "Settled", "NotAsked")
    sentences = [text for path in floor.glob("*.py") for text in constants_of(path, *refusals)]
    assert any("Please ask staff" in text for text in sentences)
    assert [text for text in sentences if never.search(text)] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_places_to_touch_are_large_apart_and_few(house: House, size: tuple[int, int]) -> None:
    rosa, card = add_with_card(house)
    work_everywhere(house, rosa, "Harbor Bakery")
    async with kiosk(house, size) as running, aclosing(hours_pages(running, card)) as pages:
        async for page in pages:
            await running.settle()
            if page == "help":
                continue
            buttons = [each.region for each in running.app.screen.query(KeyButton) if each.region]
            places = [row.region for row in running.rows()] + buttons
            assert len(running.rows()) <= MOST, page
            for place in places:
                assert place.height >= (3 if size[1] >= 24 else 2), page
                assert place.bottom <= size[1], page
                assert not any(place.overlaps(other) for other in places if other is not place), page


@pytest.mark.parametrize("way", ["rest", "next scan"])
async def test_nothing_of_the_person_before_is_left(house: House, way: str) -> None:
    person, card = add_with_card(house, FIRST, LAST)
    work_everywhere(house, person, "Zanzibarium")
    async with kiosk(house) as running:
        async with aclosing(hours_pages(running, card)) as pages:
            async for page in pages:
                assert LAST not in running.text(), page
                assert "Hildegunda" not in running.text(), page
                if page != "home":  # no name beside an employer
                    assert FIRST not in running.text(), page
                else:
                    assert "Zanzibarium" not in running.text()
        if way == "rest":
            running.wait_idle(100)
            await running.opens("Welcome")
        else:
            await running.come("a library card", later=30)
        gone = (FIRST, LAST, card, card.lower(), f"'{person.code}'", "Zanzibarium", "3 h 45")
        await running.until(lambda: not kept_of(running, *gone), "the person to be forgotten")
        assert not keeps(running, "gross pay")
