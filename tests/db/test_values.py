"""Moments and days as they stand in the file: sortable text that reads back as what was written."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.values import instant, instant_text, maybe_date, maybe_instant
from tests.houses import local

MIDNIGHT = time()
MOMENTS = st.datetimes(
    # A day from either end of the calendar, where some zones have no time.
    datetime.combine(date.min + timedelta(days=1), MIDNIGHT),
    datetime.combine(date.max - timedelta(days=1), MIDNIGHT),
    timezones=st.timezones() | st.just(UTC),
)


def test_a_moment_is_kept_in_utc_to_the_second() -> None:
    assert instant_text(local("2026-11-23 08:47:05.999")) == "2026-11-23T13:47:05Z"


@pytest.mark.parametrize("year", [1, 26, 999, 2026, 9999])
def test_every_year_is_kept_with_four_digits(year: int) -> None:
    assert instant_text(datetime(year, 6, 1, tzinfo=UTC)) == f"{year:04}-06-01T00:00:00Z"


@given(MOMENTS)
def test_a_moment_reads_back_as_it_was_written(moment: datetime) -> None:
    kept = instant(instant_text(moment))
    assert kept.utcoffset() == timedelta(0)
    assert timedelta(0) <= moment.astimezone(UTC) - kept < timedelta(seconds=1)


@given(MOMENTS, MOMENTS)
def test_kept_moments_sort_as_they_happened(one: datetime, other: datetime) -> None:
    first, second = (moment.astimezone(UTC).replace(microsecond=0) for moment in (one, other))
    assert (instant_text(one) < instant_text(other)) == (first < second)


def test_the_same_moment_is_kept_alike_from_every_zone() -> None:
    oslo = datetime(2026, 11, 23, 14, 47, tzinfo=timezone(timedelta(hours=1)))
    assert instant_text(oslo) == instant_text(local("2026-11-23 08:47"))


def test_nothing_kept_reads_as_none() -> None:
    assert (maybe_instant(None), maybe_date(None)) == (None, None)


def test_what_is_kept_reads_as_a_moment_and_a_day() -> None:
    assert maybe_instant("2026-11-23T13:47:05Z") == datetime(2026, 11, 23, 13, 47, 5, tzinfo=UTC)
    assert maybe_date("2026-11-23") == date(2026, 11, 23)
