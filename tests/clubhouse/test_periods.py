"""Periods are read as people write them, and compared with those before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhouse.errors import BadInput
from clubhouse.periods import after, before, period_typed, period_words, year_before

TODAY = date(2026, 11, 23)

READ = {
    "today": ("2026-11-23", "2026-11-23"),
    "Yesterday": ("2026-11-22", "2026-11-22"),
    "this week": ("2026-11-23", "2026-11-29"),
    "last week": ("2026-11-16", "2026-11-22"),
    "last  month": ("2026-10-01", "2026-10-31"),
    "this quarter": ("2026-10-01", "2026-12-31"),
    "last quarter": ("2026-07-01", "2026-09-30"),
    "last year": ("2025-01-01", "2025-12-31"),
    "fiscal year from July": ("2026-07-01", "2027-06-30"),
    "last fiscal year from jul": ("2025-07-01", "2026-06-30"),
    "fiscal year from December": ("2025-12-01", "2026-11-30"),
    "2026": ("2026-01-01", "2026-12-31"),
    "2026-02": ("2026-02-01", "2026-02-28"),
    "2026q3": ("2026-07-01", "2026-09-30"),
    "2026-11-05": ("2026-11-05", "2026-11-05"),
    "2026-10-01 to 2026-12-31": ("2026-10-01", "2026-12-31"),
}


@pytest.mark.parametrize("text", READ)
def test_words_are_read(text: str) -> None:
    assert tuple(map(str, period_typed(text, TODAY))) == READ[text]


@pytest.mark.parametrize(
    "text", ["", "soon", "next month", "2026-13", "0000", "2026-02-30", "2026-12-31 to 2026-01-01"]
)
def test_what_is_no_period_is_told(text: str) -> None:
    with pytest.raises(BadInput, match="Write for example"):
        period_typed(text, TODAY)


@given(st.text(max_size=20))
def test_any_text_is_a_period_or_refused(text: str) -> None:
    try:
        first, last = period_typed(text, TODAY)
    except BadInput:
        return
    assert first <= last


@pytest.mark.parametrize(
    ("period", "earlier", "a_year_ago"),
    [
        ("2026-03", "2026-02", "2025-03"),
        ("2026q1", "2025q4", "2025q1"),
        ("2024-02", "2024-01", "2023-02"),
        ("2026-11-16 to 2026-11-22", "2026-11-09 to 2026-11-15", "2025-11-16 to 2025-11-22"),
        ("2024-02-29", "2024-02-28", "2023-02-28"),
    ],
)
def test_the_period_before_and_the_year_before(period: str, earlier: str, a_year_ago: str) -> None:
    found = period_typed(period, TODAY)
    assert before(found) == period_typed(earlier, TODAY)
    assert year_before(found) == period_typed(a_year_ago, TODAY)


@pytest.mark.parametrize("text", ["2026-10", "2026-10-01 to 2026-12-31"])
def test_a_period_is_told_as_it_is_read(text: str) -> None:
    assert period_words(period_typed(text, TODAY)) == text


@pytest.mark.parametrize("text", ["2026-10", "2026-12", "2026-q4", "2026", "2026-10-05 to 2026-10-11", "2026-02-28"])
def test_after_is_the_way_back_from_before(text: str) -> None:
    period = period_typed(text, TODAY)
    assert after(before(period)) == period
    assert after(period)[0] == period[1] + timedelta(days=1)
