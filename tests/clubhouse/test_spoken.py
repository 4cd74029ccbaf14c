"""Days, times, lengths and seats as people type them."""

from collections.abc import Callable
from datetime import date, time

import pytest

from clubhouse.errors import BadInput
from clubhouse.spoken import (
    before_said,
    before_words,
    day_said,
    days_said,
    days_words,
    length_said,
    minutes_said,
    minutes_words,
    seats_said,
    seats_words,
    starts_words,
    time_said,
)

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", MONDAY),
        ("Tomorrow", date(2026, 11, 24)),
        ("friday", date(2026, 11, 27)),
        ("mon", MONDAY),
        (" 4  December ", date(2026, 12, 4)),
        ("dec 4", date(2026, 12, 4)),
        ("1 june", date(2027, 6, 1)),
        ("2026-11-01", date(2026, 11, 1)),
        ("june 30, 2028", date(2028, 6, 30)),
    ],
)
def test_days(typed: str, day: date) -> None:
    assert day_said(typed, MONDAY) == day


@pytest.mark.parametrize("typed", ["", "june", "32 may", "2026-13-01", "fr", "someday", "[/]", "0"])
def test_what_is_no_day(typed: str) -> None:
    with pytest.raises(BadInput, match="is no day"):
        day_said(typed, MONDAY)


def test_several_days_and_back() -> None:
    days = [date(2026, 12, 25), date(2027, 1, 1)]
    assert days_said("25 december, 1 january,", MONDAY) == days
    assert days_said(days_words(days), MONDAY) == days
    assert days_said("", MONDAY) == []
    with pytest.raises(BadInput, match="'never'"):
        days_said("25 december, never", MONDAY)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("18:30", time(18, 30)),
        ("9.05", time(9, 5)),
        ("6 pm", time(18)),
        ("6:30PM", time(18, 30)),
        ("12 am", time(0)),
        ("12:15 pm", time(12, 15)),
        ("all day", None),
        ("All-Day", None),
    ],
)
def test_times(typed: str, at: time | None) -> None:
    assert time_said(typed) == at
    assert time_said(starts_words(at)) == at


@pytest.mark.parametrize("typed", ["", "6", "18", "24:00", "18:60", "13 pm", "0 am", "noon", "18:3"])
def test_what_is_no_time(typed: str) -> None:
    with pytest.raises(BadInput, match="is no time of day"):
        time_said(typed)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("1:30", 90), ("90", 90), ("90 minutes", 90), ("2h", 120), ("1 hour 30", 90), ("2 days", 2880), ("1d", 1440)],
)
def test_lengths(typed: str, minutes: int) -> None:
    assert length_said(typed) == minutes
    assert minutes_said(minutes_words(minutes)) == minutes


@pytest.mark.parametrize("typed", ["", "0", "0:00", "1:60", "long", "15 days", "99999"])
def test_what_is_no_length(typed: str) -> None:
    with pytest.raises(BadInput):
        length_said(typed)


@pytest.mark.parametrize(("typed", "minutes"), [("", 0), ("2", 120), ("30 minutes", 30), ("1 day", 1440), ("0", 0)])
def test_how_long_before(typed: str, minutes: int) -> None:
    assert before_said(typed) == minutes
    assert before_said(before_words(minutes)) == minutes


@pytest.mark.parametrize(("typed", "seats"), [("", None), ("none", None), (" 12 ", 12), ("0", 0), ("999", 999)])
def test_seats(typed: str, seats: int | None) -> None:
    assert seats_said(typed) == seats
    assert seats_said(seats_words(seats)) == seats


@pytest.mark.parametrize(
    ("say", "typed"), [(seats_said, "1000"), (seats_said, "-1"), (seats_said, "many"), (before_said, "soon")]
)
def test_what_is_no_number(say: Callable[[str], object], typed: str) -> None:
    with pytest.raises(BadInput):
        say(typed)
