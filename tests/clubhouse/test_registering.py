"""Registering for classes and events: once, in time, and what overlaps is said."""

from datetime import date, time

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import Overtaken
from clubhouse.house import House
from clubhouse.occurrences import cancel_occurrence, set_seats
from clubhouse.registering import Closed, leave, register, register_for, set_ride, take_off_list
from tests.events import FRIDAY, add_event, list_on_disk, new_series, told
from tests.houses import SetClock, add, add_with_card


def test_registering_twice_is_registering_once(house: House) -> None:
    event, person = add_event(house), add(house)
    first = register(house, person.id, event.id)
    assert register(house, person.id, event.id) == first
    assert list_on_disk(house, event.id) == [person.id]


def test_until_it_closes_and_staff_at_any_time(house: House, clock: SetClock) -> None:
    event, person = add_event(house, new_series(closes=60)), add(house)
    clock.set("2026-11-27 12:59")
    register(house, person.id, event.id)
    clock.set("2026-11-27 13:00")
    with pytest.raises(Closed, match="reception"):
        leave(house, person.id, event.id)
    take_off_list(house, COMMAND_LINE, person.id, event.id)
    with pytest.raises(Closed):
        register(house, person.id, event.id)
    clock.set("2026-11-27 15:00")
    with pytest.raises(Overtaken, match="over"):
        register(house, person.id, event.id)
    assert register_for(house, COMMAND_LINE, person.id, event.id).event.has_seat
    with pytest.raises(Overtaken, match="not on the list"):
        take_off_list(house, COMMAND_LINE, add(house, "Bob").id, event.id)


def test_what_is_not_held_takes_nobody(house: House) -> None:
    event, person = add_event(house), add(house)
    cancel_occurrence(house, COMMAND_LINE, event.id)
    with pytest.raises(Overtaken, match="not held"):
        register(house, person.id, event.id)


def test_what_overlaps_is_said_also_where_it_lasts_for_days(house: House) -> None:
    person = add(house)
    camp = add_event(house, new_series("Camp", date(2026, 11, 20), None, 10 * 1440))
    register_for(house, COMMAND_LINE, person.id, camp.id)
    before = add_event(house, new_series("Tea", starts=time(13)))
    register(house, person.id, before.id)
    found = register(house, person.id, add_event(house, new_series(first_day=FRIDAY)).id)
    assert [each.occurrence.title for each in found.overlaps] == ["Camp"]


def test_a_ride_is_asked_for_where_there_are_rides(house: House) -> None:
    person, without = add(house), add_event(house)
    found = register(house, person.id, without.id, ride=True).event.mine
    assert found is not None
    assert not found.ride
    event = set_ride(house, person.id, without.id, True)
    assert event.mine is not None
    assert event.mine.ride
    with pytest.raises(Overtaken, match="register first"):
        set_ride(house, add(house, "Bob").id, without.id, True)


def test_whoever_leaves_hears_no_more_of_it(house: House) -> None:
    event = add_event(house, new_series(seats=0))
    person, code = add_with_card(house)
    register(house, person.id, event.id)
    set_seats(house, COMMAND_LINE, event.id, 1)
    leave(house, person.id, event.id)
    assert told(house, code) == []
