"""Guests sign in by name and purpose, are signed out by themselves when they forget, and tours are counted."""

from datetime import date, timedelta

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.visitors import (
    Purpose,
    VisitorMonth,
    add_visitor,
    count_visitors,
    joins,
    sign_in_visitor,
    sign_out_visitor,
    stay_after_all,
    undo_visitor,
    visitors_between,
    visitors_here,
)
from clubhouse.visits import close_days
from db.soundness import problems
from tests.houses import SetClock, add, local, on_disk


def test_a_guest_comes_and_goes_and_is_no_person_on_file(house: House, clock: SetClock) -> None:
    guest = sign_in_visitor(house, "  Tom   van Tull ", Purpose.GUEST, "sees Rosa")
    assert [each.shown for each in visitors_here(house)] == ["Tom T."]
    clock.forward(hours=1)
    left = sign_out_visitor(house, guest.id)
    assert (left.name, left.out_at, left.estimated) == ("Tom van Tull", house.clock(), False)
    assert visitors_here(house) == []
    assert on_disk(house.store.path, "SELECT count(*) FROM people") == [(0,)]
    with pytest.raises(Overtaken, match="signed out already"):
        sign_out_visitor(house, guest.id)


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_guest_has_a_name(house: House, name: str) -> None:
    with pytest.raises(BadInput):
        sign_in_visitor(house, name, Purpose.GUEST)
    assert visitors_here(house) == []


def test_a_slip_is_taken_back_and_counts_nowhere(house: House) -> None:
    guest = sign_in_visitor(house, "Tom", Purpose.TOUR)
    undo_visitor(house, guest.id)
    assert (visitors_here(house), count_visitors(house, date.min, date.max)) == ([], [])
    with pytest.raises(NotFound, match="no visitor number"):
        undo_visitor(house, guest.id)


def test_who_forgets_is_signed_out_at_closing_time_when_the_day_turns(house: House, clock: SetClock) -> None:
    sign_in_visitor(house, "Tom", Purpose.TOUR)
    clock.set("2026-11-23 18:00")
    sign_in_visitor(house, "Ida", Purpose.MEETING)
    close_days(house)
    assert len(visitors_here(house)) == 2
    clock.set("2026-11-24 08:00")
    close_days(house)
    seen = visitors_between(house, COMMAND_LINE, date(2026, 11, 23), date(2026, 11, 23))
    assert [(each.name, each.out_at and f"{house.local(each.out_at):%H:%M}", each.estimated) for each in seen] == [
        ("Tom", "16:00", True),
        ("Ida", "18:00", True),
    ]
    assert problems(house.store) == []


def test_tours_are_counted_by_month(house: House) -> None:
    for day, purpose in (("2026-10-30", Purpose.TOUR), ("2026-11-02", Purpose.TOUR), ("2026-11-03", Purpose.OTHER)):
        add_visitor(house, COMMAND_LINE, "Tom", purpose, local(f"{day} 10:00"), local(f"{day} 11:00"))
    sign_in_visitor(house, "Ida", Purpose.TOUR)
    assert count_visitors(house, date(2026, 10, 1), date(2026, 11, 30)) == [
        VisitorMonth("2026-10", 1, 1),
        VisitorMonth("2026-11", 2, 3),
    ]
    assert count_visitors(house, date(2026, 11, 3), date(2026, 11, 3)) == [VisitorMonth("2026-11", 0, 1)]


def test_what_is_written_down_afterwards_has_times_that_can_be(house: House) -> None:
    now = house.now()
    for came, left in ((now, now + timedelta(minutes=1)), (now, now - timedelta(hours=1)),
                       (now - timedelta(days=1), now)):  # fmt: skip
        with pytest.raises(BadInput):
            add_visitor(house, COMMAND_LINE, "Tom", Purpose.TOUR, came, left)
    assert visitors_between(house, COMMAND_LINE, date.min, date.max) == []


def test_a_tour_is_a_visitor_first(house: House) -> None:
    guest, tom = sign_in_visitor(house, "Tom", Purpose.TOUR), add(house, "Tom")
    assert joins(house, COMMAND_LINE, guest.id, tom.id).person_id == tom.id
    with pytest.raises(NotFound):
        joins(house, COMMAND_LINE, guest.id, 99)


def test_a_guest_who_was_signed_out_by_a_slip_is_here_still(house: House, clock: SetClock) -> None:
    guest = sign_in_visitor(house, "Tom", Purpose.TOUR)
    with pytest.raises(Overtaken, match="changed"):
        stay_after_all(house, guest.id)
    sign_out_visitor(house, guest.id)
    assert stay_after_all(house, guest.id) == guest
    assert [each.shown for each in visitors_here(house)] == ["Tom"]
    sign_out_visitor(house, guest.id)
    clock.forward(days=1)
    with pytest.raises(Overtaken, match="changed"):
        stay_after_all(house, guest.id)


def test_a_guest_of_today_written_down_without_leaving_is_here(house: House) -> None:
    add_visitor(house, COMMAND_LINE, "Tom", Purpose.TOUR, local("2026-11-23 08:30"), None)
    assert [each.shown for each in visitors_here(house)] == ["Tom"]
    with pytest.raises(BadInput, match="needs a time of leaving"):
        add_visitor(house, COMMAND_LINE, "Tom", Purpose.TOUR, local("2026-11-20 08:30"), None)
    with pytest.raises(BadInput, match="has not come yet"):
        add_visitor(house, COMMAND_LINE, "Tom", Purpose.TOUR, local("2026-11-23 09:30"), None)
