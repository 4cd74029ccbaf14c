"""The key to one's own record: with a PIN before it, nothing of it is read or written without the key."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from clubhouse import goals, pins, record, record_page
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import Overtaken
from clubhouse.goals import Area, SupportKind
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.record_key import PinNeeded, RecordKey
from clubhouse.record_pin import choose_pin, open_record, remove_pin, take_pin_away
from db.pins import Pin
from tests.houses import add, on_disk

MONTH, PIN = "2026-11", "13579"


def own_operations(
    house: House, mia: Person, goal_id: int, support_id: int, key: RecordKey | None
) -> list[Callable[[], object]]:
    """Everything that the kiosk asks or does for the person themselves, behind My record."""
    me, who = mia.code, mia.id
    return [
        lambda: record.my_record(house, me, who, MONTH, key=key),
        lambda: record_page.record_page(house, me, who, MONTH, key=key),
        lambda: record.write_own_words(house, me, who, MONTH, "A good month", key=key),
        lambda: record.sign_month(house, me, who, MONTH, key=key),
        lambda: record.take_back_signature(house, me, who, MONTH, key=key),
        lambda: goals.see_goals(house, me, who, key=key),
        lambda: goals.add_goal(house, me, who, Area.WORK, "Plants", key=key),
        lambda: goals.see_supports(house, me, who, date.min, date.max, key=key),
        lambda: goals.supports_written(house, me, who, key=key),
        lambda: goals.add_support(house, me, who, SupportKind.HOUSING, "The lease", key=key),
        lambda: goals.undo_support(house, me, who, support_id, key=key),
        lambda: goals.change_goal(house, me, who, goal_id, "Flowers", key=key),
        lambda: goals.end_goal(house, me, who, goal_id + 2, key=key),
    ]


@pytest.fixture
def mia(house: House) -> Person:
    """A member."""
    return add(house, "Mia", "Malone")


@pytest.fixture
def ids(house: House, mia: Person) -> tuple[int, int]:
    """The numbers of a goal and a support of hers."""
    goal = goals.add_goal(house, mia.code, mia.id, Area.HOUSING, "A flat with a cat")
    return goal.id, goals.add_support(house, mia.code, mia.id, SupportKind.TRANSPORT, "A bus pass").id


def rows(house: House) -> list[tuple[object, ...]]:
    """Everything about the record that is on the disk, and the log."""
    tables = ("goals", "supports", "own_words", "signatures", "audit")
    return [row for table in tables for row in on_disk(house.store.path, f"SELECT * FROM {table}")]


def test_without_a_pin_no_key_is_needed(house: House, mia: Person, ids: tuple[int, int]) -> None:
    for operation in own_operations(house, mia, *ids, None):
        operation()


@pytest.mark.parametrize("place", range(13))
def test_with_a_pin_each_operation_needs_the_key(house: House, mia: Person, ids: tuple[int, int], place: int) -> None:
    choose_pin(house, mia, PIN)
    before = rows(house)
    tom = add(house, "Tom")
    choose_pin(house, tom, PIN)
    others = open_record(house, tom, PIN)
    before = rows(house)
    for wrong in (None, others, replace(others, person_id=mia.id), RecordKey(mia.id, b"")):
        with pytest.raises(PinNeeded, match="type the PIN"):
            own_operations(house, mia, *ids, wrong)[place]()
    assert rows(house) == before


def test_the_key_opens_all_of_it(house: House, mia: Person, ids: tuple[int, int]) -> None:
    choose_pin(house, mia, PIN)
    for operation in own_operations(house, mia, *ids, open_record(house, mia, PIN)):
        operation()


def test_a_key_opens_nothing_after_the_pin_was_changed(house: House, mia: Person) -> None:
    choose_pin(house, mia, PIN)
    key = open_record(house, mia, PIN)
    pins.change_pin(house, mia, PIN, "2468")
    with pytest.raises(PinNeeded):
        record.my_record(house, mia.code, mia.id, MONTH, key=key)
    remove_pin(house, mia, "2468")
    assert record.my_record(house, mia.code, mia.id, MONTH, key=key).days == 0


def test_a_pin_that_was_taken_away_while_it_was_typed_opens_nothing(
    house: House, mia: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_pin(house, mia, PIN)
    matches = pins._matches

    def taken_meanwhile(kept: Pin | None, pin: str) -> bool:
        right = matches(kept, pin)
        take_pin_away(house, COMMAND_LINE, mia.id)
        return right

    monkeypatch.setattr(pins, "_matches", taken_meanwhile)
    with pytest.raises(Overtaken, match="taken away"):
        open_record(house, mia, PIN)


def test_staff_read_and_sign_without_it_but_their_own(house: House, mia: Person) -> None:
    choose_pin(house, mia, PIN)
    ana = add(house, "Ana", kind=Kind.STAFF)
    given = pins.give_pin(house, COMMAND_LINE, ana)
    assert record.sign_month(house, ana.code, mia.id, MONTH).signed
    assert record.my_record(house, ana.code, mia.id, MONTH).staff is not None
    assert record.my_record(house, COMMAND_LINE, mia.id, MONTH).own is None
    with pytest.raises(PinNeeded):
        record.my_record(house, ana.code, ana.id, MONTH)
    assert record.my_record(house, ana.code, ana.id, MONTH, key=open_record(house, ana, given)).days == 0


def test_a_key_shows_nothing_of_its_proof(house: House, mia: Person) -> None:
    choose_pin(house, mia, PIN)
    assert repr(open_record(house, mia, PIN)) == f"RecordKey(person_id={mia.id})"
