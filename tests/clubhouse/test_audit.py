"""The log: who, what, when, where, what was and what is, read by the house's own days."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from clubhouse.attendance import scan, sign_out
from clubhouse.audit import COMMAND_LINE, HOUSE, entries_between, record
from clubhouse.house import House
from clubhouse.visits import close_days
from tests.houses import SetClock, add_with_card, on_disk

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def test_a_sign_in_and_out_tell_who_where_and_what_was(house: House, clock: SetClock) -> None:
    person, code = add_with_card(house)
    scan(house, code)
    clock.forward(hours=3)
    sign_out(replace(house, station="garden"), person.id)
    came, left = entries_between(house, MONDAY, MONDAY)[-2:]
    assert (came.actor, came.action, came.subject, came.station) == ("M0001", "sign_in", "visit 1", "kiosk")
    assert (left.actor, left.action, left.subject, left.station) == ("M0001", "sign_out", "visit 1", "garden")
    assert came.was is None
    assert came.became == left.was
    assert json.loads(left.became or "")["out_at"] == "2026-11-23T16:47:00Z"


def test_what_the_house_does_by_itself_is_told_as_the_house(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house)
    scan(house, code)
    clock.forward(days=1)
    close_days(house)
    entry = entries_between(house, MONDAY + DAY, MONDAY + DAY)[-1]
    assert (entry.actor, entry.action) == (HOUSE, "close_day")


@pytest.mark.parametrize(
    ("local", "day"),
    [
        ("2026-11-22 23:59:59", MONDAY - DAY),
        ("2026-11-23 00:00", MONDAY),
        ("2026-11-23 23:59:59", MONDAY),
        ("2026-11-24 00:00", MONDAY + DAY),
    ],
)
def test_rows_belong_to_the_local_day(house: House, clock: SetClock, local: str, day: date) -> None:
    clock.set(local)
    record(house, COMMAND_LINE, "look", "house", None, None)
    around = [MONDAY - DAY, MONDAY, MONDAY + DAY]
    looked = [each for each in around if "look" in [entry.action for entry in entries_between(house, each, each)]]
    assert looked == [day]


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati", "Etc/GMT+12", "UTC"])
def test_the_whole_calendar_can_be_asked_for(house: House, zone: str) -> None:
    house.store.connection.execute("UPDATE settings SET value = ? WHERE key = 'timezone'", (zone,))
    assert len(entries_between(house, date.min, date.max)) == 2


def test_text_that_cannot_be_kept_never_stops_a_change(house: House) -> None:
    odd = replace(house, station="\udcff door")
    record(odd, "\udcff", "look", "house", None, {"name": "Ærø"}, "why\x00 \ud800 not")
    ((station, actor, became, reason),) = on_disk(
        house.store.path, "SELECT station, actor, became, reason FROM audit WHERE action = 'look'"
    )
    assert (station, actor, became, reason) == ("door", "", '{"name": "Ærø"}', "why not")
