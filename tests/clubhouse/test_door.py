"""At the door of an event: who is noted as there, what is told, and what an undo takes back."""

from dataclasses import replace
from datetime import date, time

import pytest

from clubhouse import attendance, door, occurrences
from clubhouse.attendance import Outcome, scan, sign_in_by_name
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import Overtaken
from clubhouse.house import House
from clubhouse.people import Kind
from clubhouse.permissions import NotAllowed
from clubhouse.registering import register, register_for
from clubhouse.settings import set_setting
from tests.events import add_event, met, new_series, told
from tests.houses import SetClock, actions_on_disk, add, add_with_card, on_disk

MONDAY = date(2026, 11, 23)


def there(house: House) -> list[tuple[object, ...]]:
    """`(occurrence, person, how)` of all who are noted, as another program reads them."""
    return on_disk(
        house.store.path, "SELECT occurrence_id, person_id, how FROM presences WHERE undone_at IS NULL ORDER BY id"
    )


@pytest.mark.parametrize(
    ("at", "noted"),
    [("08:29", False), ("08:30", True), ("09:30", True), ("09:59", True), ("10:00", False)],
)
def test_a_scan_counts_from_half_an_hour_before_until_the_end(
    house: House, clock: SetClock, at: str, noted: bool
) -> None:
    event = add_event(house, new_series(first_day=MONDAY, starts=time(9)))
    person, code = add_with_card(house)
    register_for(house, COMMAND_LINE, person.id, event.id)
    clock.set(f"2026-11-23 {at}")
    answer = scan(house, code)
    assert there(house) == ([(event.id, person.id, "scan")] if noted else [])
    assert [each.there for each in met(answer.door).now] == ([True] if noted else [])


def test_minutes_before_the_start_are_a_setting(house: House, clock: SetClock) -> None:
    set_setting(house, COMMAND_LINE, "door-minutes", "0")
    event = add_event(house, new_series(first_day=MONDAY, starts=time(9)))
    person, code = add_with_card(house)
    register(house, person.id, event.id)
    assert met(scan(house, code).door).now == ()


def test_who_waits_is_not_noted_and_who_is_not_registered_neither(house: House) -> None:
    event = add_event(house, new_series(first_day=MONDAY, starts=time(9), seats=0))
    waiting, code = add_with_card(house, "Wen")
    _, other = add_with_card(house, "Gus")
    register(house, waiting.id, event.id)
    assert [each.turn for each in met(scan(house, code).door).now] == [1]
    assert [each.mine for each in met(scan(house, other).door).now] == [None]
    assert there(house) == []


def test_who_comes_without_registering_is_welcome(house: House) -> None:
    event = add_event(house, new_series(first_day=MONDAY, starts=time(9), seats=0))
    person = add(house)
    assert door.come_to(house, person.id, event.id).there
    assert door.come_to(house, person.id, event.id).there
    assert there(house) == [(event.id, person.id, "key")]
    assert not door.not_there(house, person.id, event.id).there
    with pytest.raises(Overtaken, match="not noted"):
        door.not_there(house, person.id, event.id)


def test_one_comes_to_what_is_on(house: House) -> None:
    later = add_event(house)
    with pytest.raises(Overtaken, match="not on now"):
        door.come_to(house, add(house).id, later.id)


@pytest.mark.parametrize("kind", Kind)
def test_whoever_is_registered_is_noted(house: House, kind: Kind) -> None:
    event = add_event(house, new_series(first_day=MONDAY, starts=time(9)))
    person, code = add_with_card(house, kind=kind)
    register(house, person.id, event.id)
    scan(house, code)
    assert there(house) == [(event.id, person.id, "scan")]


def test_who_found_their_name_is_noted(house: House) -> None:
    event = add_event(house, new_series(first_day=MONDAY, starts=time(9)))
    person = add(house)
    register(house, person.id, event.id)
    sign_in_by_name(house, person.id)
    assert there(house) == [(event.id, person.id, "scan")]


@pytest.mark.parametrize(
    ("first_day", "starts", "minutes", "at"),
    [
        (MONDAY, None, 1440, "2026-11-23 20:00"),
        (MONDAY, time(22), 240, "2026-11-24 01:59"),
        (MONDAY, time(9), 4 * 1440, "2026-11-27 08:59"),
        (MONDAY, None, 14 * 1440, "2026-12-06 23:59"),
        (date(2026, 11, 24), time(0, 10), 60, "2026-11-23 23:45"),
        (date(2027, 11, 7), time(1, 30), 60, "2027-11-07 01:45"),
    ],
)
def test_what_is_on_all_day_past_midnight_or_for_days(
    house: House, clock: SetClock, first_day: date, starts: time | None, minutes: int, at: str
) -> None:
    event = add_event(house, new_series(first_day=first_day, starts=starts, minutes=minutes))
    _, code = add_with_card(house)
    clock.set(at)
    assert [each.occurrence.id for each in met(scan(house, code).door).now] == [event.id]


def test_in_the_hour_that_comes_twice_an_event_ends_in_the_second(house: House, clock: SetClock) -> None:
    event = add_event(house, new_series(first_day=date(2027, 11, 7), starts=time(1, 30), minutes=60))
    _, code = add_with_card(house)
    clock.set("2027-11-07 01:15")
    clock.forward(minutes=60)  # a quarter past one for the second time
    assert [each.occurrence.id for each in met(scan(house, code).door).now] == [event.id]
    clock.forward(minutes=15)
    assert met(scan(house, code).door).now == ()


def test_undo_of_a_sign_in_takes_back_what_it_noted_and_the_news_waits(house: House) -> None:
    on = add_event(house, new_series(first_day=MONDAY, starts=time(9)))
    later = add_event(house)
    person, code = add_with_card(house)
    for event in (on, later):
        register(house, person.id, event.id)
    occurrences.cancel_occurrence(house, COMMAND_LINE, later.id)
    answer = scan(house, code)
    assert [each.kind for each in met(answer.door).news] == ["cancelled"]
    attendance.undo(house, answer)
    assert there(house) == []
    assert told(house, code) == [("cancelled", later.id)]


def test_a_repeated_scan_writes_nothing_and_tells_the_same(house: House, clock: SetClock) -> None:
    on = add_event(house, new_series(first_day=MONDAY, starts=time(9)))
    person, code = add_with_card(house)
    register(house, person.id, on.id)
    occurrences.change_occurrence(house, COMMAND_LINE, on.id, replace(occurrences.as_new(on), place="Garden"))
    first = scan(house, code)
    written = actions_on_disk(house)
    clock.forward(seconds=2)
    again = scan(house, code)
    assert again.outcome is Outcome.REPEATED
    assert actions_on_disk(house) == written
    assert met(again.door).news == met(first.door).news != ()


def test_news_is_told_in_one_visit_and_no_more(house: House, clock: SetClock) -> None:
    event = add_event(house)
    person, code = add_with_card(house)
    register(house, person.id, event.id)
    occurrences.cancel_occurrence(house, COMMAND_LINE, event.id)
    assert told(house, code) == [("cancelled", event.id)]
    clock.forward(minutes=5)
    assert told(house, code) == [("cancelled", event.id)]
    attendance.sign_out(house, person.id)
    clock.forward(minutes=5)
    assert told(house, code) == []


def test_of_what_is_over_there_is_no_news(house: House, clock: SetClock) -> None:
    event = add_event(house, new_series(first_day=MONDAY, starts=time(9)))
    person, code = add_with_card(house)
    register(house, person.id, event.id)
    occurrences.cancel_occurrence(house, COMMAND_LINE, event.id)
    clock.set("2026-11-23 10:00")
    assert told(house, code) == []


def test_the_list_knows_there_and_nothing_else(house: House) -> None:
    event = add_event(house, new_series(seats=1, rides=True))
    ann, bob, cy = (add(house, name) for name in ("Ann", "Bob", "Cy"))
    register(house, ann.id, event.id, ride=True)
    register(house, bob.id, event.id)
    door.mark_there(house, COMMAND_LINE, bob.id, event.id)
    door.mark_there(house, COMMAND_LINE, cy.id, event.id)
    found = door.see_list(house, COMMAND_LINE, event.id).attendees
    assert [(each.name, each.registered, each.has_seat, each.ride, each.there) for each in found] == [
        ("Ann Alvarez", True, True, True, False),
        ("Bob Alvarez", True, False, False, True),
        ("Cy Alvarez", False, False, False, True),
    ]
    with pytest.raises(NotAllowed):
        door.see_list(house, ann.code, event.id)
