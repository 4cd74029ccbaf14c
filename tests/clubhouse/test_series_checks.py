"""What may be said of a class or event, and what staff are told kindly."""

from dataclasses import replace
from datetime import date, time

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.days import DayKind, set_day
from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.series_checks import Gentle, checked, gentle_notes, is_evening_weekend_holiday
from tests.events import FRIDAY, add_event, new_series

THANKSGIVING = date(2026, 11, 26)


@pytest.mark.parametrize(
    "said",
    [
        {"title": " "},
        {"title": "x" * 61},
        {"place": "x" * 61},
        {"notes": "x" * 2001},
        {"kind": "party"},
        {"minutes": 0},
        {"minutes": 14 * 1440 + 1},
        {"starts": None, "minutes": 90},
        {"seats": -1},
        {"seats": 1000},
        {"closes_minutes": -1},
        {"rule": "FREQ=HOURLY"},
        {"rule": "FREQ=DAILY;UNTIL=20200101"},
    ],
)
def test_what_cannot_be_is_refused(house: House, said: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        checked(house, replace(new_series(), **said))  # type: ignore[arg-type]


def test_words_are_kept_tidy(house: House) -> None:
    kept = checked(house, replace(new_series("  Big \t bingo "), notes=" a \n\n b\x07 ", starts=time(14, 0, 30)))
    assert (kept.title, kept.notes, kept.starts) == ("Big bingo", "a\n\nb", time(14))


@pytest.mark.parametrize(
    ("day", "starts", "minutes", "during"),
    [
        (FRIDAY, time(10), 60, True),
        (FRIDAY, time(12), 60, False),
        (FRIDAY, time(8), 60, False),
        (FRIDAY, time(8), 121, True),
        (FRIDAY, time(18), 60, False),
        (FRIDAY, time(15, 59), 600, True),
        (FRIDAY, None, 1440, True),
        (date(2026, 11, 28), time(10), 60, False),
        (THANKSGIVING, time(10), 60, False),
    ],
)
def test_unit_work_and_all_else(house: House, day: date, starts: time | None, minutes: int, during: bool) -> None:
    set_day(house, COMMAND_LINE, THANKSGIVING, DayKind.SOCIAL, "Thanksgiving")
    event = add_event(house, new_series(first_day=day, starts=starts, minutes=minutes))
    assert gentle_notes(house, event) == ((Gentle.DURING_UNIT_WORK,) if during else ())
    assert is_evening_weekend_holiday(house, event) is not during


def test_a_holiday_event_elsewhere_is_noted(house: House) -> None:
    set_day(house, COMMAND_LINE, THANKSGIVING, DayKind.SOCIAL, "Thanksgiving")
    on, off = (add_event(house, new_series("thanksgiving dinner", day, time(18))) for day in (THANKSGIVING, FRIDAY))
    assert gentle_notes(house, on) == ()
    assert gentle_notes(house, off) == (Gentle.HOLIDAY_ELSEWHERE,)
