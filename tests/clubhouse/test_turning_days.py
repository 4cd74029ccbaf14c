"""Days that turn, kiosks that were off, clocks that change or are set back: no scan is lost or doubled by them."""

from datetime import datetime

import pytest

from clubhouse.attendance import (
    Outcome,
    scan,
    sign_out,
    undo,
)
from clubhouse.house import House
from clubhouse.people import Kind
from db.soundness import problems
from tests.houses import (
    SetClock,
    add_with_card,
    local,
    on_disk,
    visits_on_disk,
)

MORNING = "2026-11-23T13:47:00Z"


def outcome(house: House, scanned: str) -> Outcome:
    """What came of a scan."""
    return scan(house, scanned).outcome


def test_a_visit_left_open_is_closed_by_the_next_scan_and_told_kindly(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house)
    scan(house, code)
    clock.forward(days=3)
    answer = scan(house, code)
    assert answer.outcome is Outcome.WELCOME
    assert answer.guessed is not None
    assert answer.guessed.out_at == local("2026-11-23 16:00")
    assert visits_on_disk(house)[0] == (MORNING, "2026-11-23T21:00:00Z", "estimate")


def test_the_day_turns_at_local_midnight(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house)
    clock.set("2026-11-23 23:59:58")
    scan(house, code)
    clock.set("2026-11-24 00:00:05")
    assert outcome(house, code) is Outcome.WELCOME
    assert on_disk(house.store.path, "SELECT day FROM visits ORDER BY id") == [("2026-11-23",), ("2026-11-24",)]


def test_a_card_read_twice_across_midnight_is_one_scan(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house)
    clock.set("2026-11-23 23:59:59")
    scan(house, code)
    clock.set("2026-11-24 00:00:00")
    assert outcome(house, code) is Outcome.REPEATED
    assert len(visits_on_disk(house)) == 1
    assert problems(house.store) == []


@pytest.mark.parametrize("back", [{"minutes": 1}, {"hours": 1}, {"days": 1}, {"days": 400}])
@pytest.mark.parametrize("kind", [Kind.MEMBER, Kind.STAFF])
def test_a_clock_set_back_never_stops_a_scan(
    house: House, clock: SetClock, back: dict[str, float], kind: Kind
) -> None:
    rosa, code = add_with_card(house, kind=kind)
    scan(house, code)
    clock.forward(minutes=5)
    sign_out(house, rosa.id)
    clock.forward(**{unit: -number for unit, number in back.items()})
    assert scan(house, code).is_here
    clock.forward(seconds=20)
    assert outcome(house, code) is (Outcome.STAFF_OUT if kind is Kind.STAFF else Outcome.ALREADY_HERE)
    assert problems(house.store) == []


def test_a_visit_begun_before_the_clock_was_set_back_ends_no_earlier_than_it_began(
    house: House, clock: SetClock
) -> None:
    rosa, code = add_with_card(house)
    scan(house, code)
    clock.forward(days=-2)
    answer = sign_out(house, rosa.id)
    assert answer.visit is not None
    assert answer.visit.out_at == answer.visit.in_at
    assert problems(house.store) == []


@pytest.mark.parametrize("utc", ["05:30", "06:30"])
def test_in_the_hour_that_the_clock_shows_twice_all_goes_on(house: House, clock: SetClock, utc: str) -> None:
    rosa, code = add_with_card(house)
    clock.moment = datetime.fromisoformat(f"2026-11-01T{utc}:00+00:00")
    answer = scan(house, code)
    assert visits_on_disk(house) == [(f"2026-11-01T{utc}:00Z", None, None)]
    assert outcome(house, code) is Outcome.REPEATED
    assert undo(house, answer).outcome is Outcome.IN_UNDONE
    scan(house, code)
    clock.forward(hours=1)
    out = sign_out(house, rosa.id).visit
    assert out is not None
    assert out.out_at is not None
    assert (out.out_at - out.in_at).seconds == 3600


@pytest.mark.parametrize(("kind", "came"), [(Kind.MEMBER, Outcome.ALREADY_HERE), (Kind.STAFF, Outcome.STAFF_OUT)])
def test_a_scan_from_before_the_last_one_is_no_repeat_of_it(
    house: House, clock: SetClock, kind: Kind, came: Outcome
) -> None:
    _, code = add_with_card(house, kind=kind)
    scan(house, code)
    clock.forward(hours=-1)
    assert outcome(house, code) is came
