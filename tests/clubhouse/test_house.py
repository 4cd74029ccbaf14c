"""The House: founding, opening, and its time."""

from datetime import date

from clubhouse.house import House
from tests.houses import NAME, ZONE, SetClock


def test_a_house_knows_its_name_and_zone(house: House) -> None:
    assert (house.settings().name, house.settings().zone) == (NAME, ZONE)


def test_today_is_the_local_date_where_utc_has_tomorrow_already(house: House, clock: SetClock) -> None:
    clock.set("2026-11-23 22:30")
    assert house.today() == date(2026, 11, 23)
