"""Stretches of work count real minutes: past midnight, and in the nights in which New York changes its clocks."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from clubhouse.employment.stretches import (
    Stretch,
    from_length,
    from_to,
    of_length,
    real_minutes,
    shown_minutes,
    usual_on,
)
from clubhouse.errors import BadInput
from clubhouse.house import House
from db.placements import UsualTime
from tests.houses import ZONE, local

FALL_BACK, SPRING_FORWARD = date(2026, 10, 31), date(2027, 3, 13)
"""The evenings before the clocks change."""


@pytest.mark.parametrize(
    ("day", "starts", "ends", "minutes", "start_utc"),
    [
        (date(2026, 11, 23), time(9), time(13), 240, "2026-11-23T14:00:00+00:00"),
        (date(2026, 11, 23), time(22), time(6), 480, "2026-11-24T03:00:00+00:00"),
        (date(2026, 11, 23), time(23, 50), time(0, 10), 20, "2026-11-24T04:50:00+00:00"),
        (FALL_BACK, time(22), time(6), 540, "2026-11-01T02:00:00+00:00"),
        (date(2026, 11, 1), time(0), time(4), 300, "2026-11-01T04:00:00+00:00"),
        (SPRING_FORWARD, time(22), time(6), 420, "2027-03-14T03:00:00+00:00"),
        (date(2027, 3, 14), time(1), time(4), 120, "2027-03-14T06:00:00+00:00"),
        (date(2026, 12, 31), time(22), time(2), 240, "2027-01-01T03:00:00+00:00"),
    ],
)
def test_from_one_time_to_another(
    house: House, day: date, starts: time, ends: time, minutes: int, start_utc: str
) -> None:
    stretch = from_to(house, day, starts, ends)
    assert stretch.minutes == minutes
    assert stretch.starts_at is not None
    assert stretch.starts_at.astimezone(UTC).isoformat() == start_utc


def test_a_length_is_real_time_from_its_start(house: House) -> None:
    stretch = from_length(house, FALL_BACK, time(22), 480)
    assert stretch == Stretch(local("2026-10-31 22:00"), 480)
    assert of_length(90) == Stretch(None, 90)


@pytest.mark.parametrize("starts", [time(2), time(2, 59)])
def test_a_time_that_the_clocks_skip_is_refused(house: House, starts: time) -> None:
    with pytest.raises(BadInput, match="put forward"):
        from_to(house, date(2027, 3, 14), starts, time(6))


@pytest.mark.parametrize(
    ("day", "starts", "shown", "real"),
    [
        (date(2026, 11, 23), time(9), 240, 240),
        (date(2026, 10, 31), time(23), 480, 540),
        (date(2026, 3, 7), time(23), 480, 420),
        (date(2026, 11, 1), time(1, 30), 30, 90),
        (date(2026, 3, 8), time(1), 90, None),
        (date(2026, 3, 8), time(2, 30), 60, None),
    ],
)
def test_what_the_clock_shows_is_told_in_real_minutes_beforehand(
    house: House, day: date, starts: time, shown: int, real: int | None
) -> None:
    assert real_minutes(day, starts, shown, ZONE) == real
    if real is not None:
        made = from_to(house, day, starts, (datetime.combine(day, starts) + timedelta(minutes=shown)).time())
        assert made.minutes == real
        assert made.starts_at is not None
        assert shown_minutes(made.starts_at, real, ZONE) == shown


def test_a_start_that_is_the_end_and_the_end_of_the_calendar_are_refused(house: House) -> None:
    with pytest.raises(BadInput, match="same time"):
        from_to(house, date(2026, 11, 23), time(9), time(9))
    with pytest.raises(BadInput, match="Check the year"):
        from_to(house, date.max, time(22), time(6))


@pytest.mark.parametrize(
    ("day", "minutes"), [(date(2026, 11, 7), 480), (FALL_BACK, 540), (SPRING_FORWARD, 420)], ids=str
)
def test_the_usual_time_follows_the_clock_on_the_wall(day: date, minutes: int) -> None:
    night = UsualTime(6, time(22), 480)
    (usual,) = usual_on([night], day, ZONE)
    assert (f"{usual.starts:%a %H:%M}", f"{usual.ends:%a %H:%M}") == ("Sat 22:00", "Sun 06:00")
    assert (usual.minutes, usual.stretch) == (minutes, Stretch(usual.starts, minutes))


def test_the_usual_times_of_a_day_stand_in_order() -> None:
    times = [UsualTime(1, time(17), 60), UsualTime(2, time(9), 60), UsualTime(1, time(9), 60)]
    assert [usual.starts.hour for usual in usual_on(times, date(2026, 11, 23), ZONE)] == [9, 17]
