"""Single occurrences: changed by themselves, cancelled, held after all."""

from dataclasses import replace
from datetime import date

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.occurrences import (
    as_new,
    cancel_occurrence,
    change_occurrence,
    get_occurrence,
    hold_occurrence,
    set_seats,
)
from clubhouse.registering import register
from tests.events import FRIDAY, add_event, new_series, told
from tests.houses import actions_on_disk, add_with_card


def test_another_day_for_this_one_alone(house: House) -> None:
    event = add_event(house, new_series(rule="FREQ=WEEKLY"))
    person, code = add_with_card(house)
    register(house, person.id, event.id)
    said = replace(as_new(event), day=date(2026, 11, 28), series_id=99, original_day=date(2020, 1, 1))
    moved = change_occurrence(house, COMMAND_LINE, event.id, said)
    assert (moved.day, moved.original_day, moved.series_id, moved.differs) == (
        date(2026, 11, 28),
        FRIDAY,
        event.series_id,
        True,
    )
    assert told(house, code) == [("changed", event.id)]


def test_cancelling_twice_is_cancelling_once(house: House) -> None:
    event = add_event(house)
    cancelled = cancel_occurrence(house, COMMAND_LINE, event.id)
    assert cancel_occurrence(house, COMMAND_LINE, event.id) == cancelled
    held = hold_occurrence(house, COMMAND_LINE, event.id)
    assert hold_occurrence(house, COMMAND_LINE, event.id) == held == event
    assert actions_on_disk(house)[-2:] == ["cancel_occurrence", "hold_occurrence"]


def test_who_was_told_of_the_end_is_told_that_it_is_held_after_all(house: House) -> None:
    event = add_event(house)
    person, code = add_with_card(house)
    register(house, person.id, event.id)
    cancel_occurrence(house, COMMAND_LINE, event.id)
    assert told(house, code) == [("cancelled", event.id)]
    hold_occurrence(house, COMMAND_LINE, event.id)
    assert told(house, code) == [("held", event.id)]


def test_what_cannot_be_changes_nothing(house: House) -> None:
    event = add_event(house)
    with pytest.raises(BadInput):
        set_seats(house, COMMAND_LINE, event.id, 1000)
    with pytest.raises(NotFound):
        get_occurrence(house, 999)
    assert get_occurrence(house, event.id) == event
