"""In a demonstration four keys hold up cards; at a real kiosk they do nothing."""

import pytest

from clubhouse.demo import Deck
from clubhouse.house import House
from clubhouse.people import Kind
from screens.playing import Player
from tests.houses import SetClock, add_with_card, visits_on_disk
from tests.screens.kiosks import SIZES, kiosk


def make_deck(house: House) -> Deck:
    """Two members, one of staff, and a scan that is no card."""
    members = tuple(add_with_card(house, name)[1] for name in ("Rosa", "Amina"))
    return Deck(members, (add_with_card(house, "Ines", kind=Kind.STAFF)[1],), ("https://example.org/menu",))


def test_cards_are_dealt_in_turn() -> None:
    player = Player(Deck(("a", "b"), ("s",), ("u", "v")))
    assert player.play("again") == "a"
    assert [player.play("member") for _ in range(3)] == ["a", "b", "a"]
    assert player.play("staff") == "s"
    assert player.play("again") == "s"
    assert [player.play("unusual") for _ in range(3)] == ["u", "v", "u"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_key_holds_up_a_card(house: House, clock: SetClock, size: tuple[int, int]) -> None:
    async with kiosk(house, size, make_deck(house)) as running:
        await running.shows(
            "Demonstration:",
            "F5 a member's card",
            "F6 the same card again",
            "F7 a staff card",
            "F8 an unusual card",
            "Help",
            "Scan your card to sign in",
        )
        running.press("f5")
        await running.shows("Welcome, Rosa.")
        clock.forward(minutes=1)
        running.press("f6")
        await running.shows("Hello, Rosa. You are here already, since 8:47.")
        running.press("f7")
        await running.shows("Good morning, Ines. You are in, 8:48.")
        running.press("f8")
        await running.shows("That is not a card of this house.")
        running.press("f5")
        await running.shows("Welcome, Amina.")
        assert len(visits_on_disk(house)) == 3


async def test_the_keys_stand_in_the_help_of_a_demonstration(house: House) -> None:
    async with kiosk(house, deck=make_deck(house)) as running:
        running.press("f1")
        await running.opens("Help")
        await running.shows("F5 A member's card", "F6 The same card again", "F7 A staff card", "F8 An unusual card")


async def test_at_a_real_kiosk_the_keys_do_nothing(house: House) -> None:
    make_deck(house)
    async with kiosk(house) as running:
        before = running.text()
        assert "Demonstration" not in before
        running.press("f5", "f6", "f7", "f8")
        await running.settle()
        assert running.text() == before
        assert running.page == "Welcome"
        assert visits_on_disk(house) == []
