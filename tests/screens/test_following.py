"""What another kiosk writes shows on this one by itself."""

import pytest

from clubhouse.attendance import scan
from clubhouse.house import House
from screens.following import Follower, HouseChanged
from tests.houses import add_with_card
from tests.screens.kiosks import kiosk


async def test_the_count_follows_another_kiosk(house: House) -> None:
    first, second = (add_with_card(house, name)[1] for name in ("Rosa", "Amina"))
    async with kiosk(house) as running:
        assert "here." not in running.flat()
        await running.elsewhere(lambda other: scan(other, first))
        await running.shows("1 person is here.")
        await running.elsewhere(lambda other: scan(other, second))
        await running.shows("2 people are here.")
        assert "Rosa" not in running.text()
        assert "Amina" not in running.text()


async def test_an_open_page_is_not_disturbed(house: House, rosas_card: str) -> None:
    _, other_card = add_with_card(house, "Amina")
    async with kiosk(house) as running:
        await running.come(rosas_card)
        before = running.text()
        await running.elsewhere(lambda other: scan(other, other_card))
        running.press("f1")
        await running.opens("Help")
        running.press("escape")
        await running.opens("Home")
        assert running.text() == before


def test_many_changes_are_one_message() -> None:
    assert HouseChanged().can_replace(HouseChanged())


@pytest.mark.parametrize("gone", [False, True])
def test_the_follower_ends_when_told(house: House, gone: bool) -> None:
    told: list[HouseChanged] = []
    follower = Follower(house, told.append)
    if gone:
        house.store.path.rename(house.store.path.with_name("away"))
        house.store.close()
    follower.close()
    follower.run()
    assert told == []
