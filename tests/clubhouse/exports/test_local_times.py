"""Moments are told as Python's own time zones tell them, through every change of the clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhouse.exports.local_times import LocalTimes
from db.values import instant_text

ZONES = ("America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Europe/Dublin", "America/St_Johns", "UTC")
# Naive, because hypothesis wants its limits so; they are of UTC.
moments = st.datetimes(datetime(1975, 1, 1), datetime(2037, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=UTC, microsecond=0)
)


@pytest.mark.parametrize("name", ZONES)
@given(start=moments, lasts=st.integers(0, 3 * 86400))
def test_local_days_times_and_minutes_are_those_of_the_zone(name: str, start: datetime, lasts: int) -> None:
    zone = ZoneInfo(name)
    end = start + timedelta(seconds=lasts)
    came, left = start.astimezone(zone), end.astimezone(zone)
    local, texts = LocalTimes(zone), (instant_text(start), instant_text(end))
    assert local.stay(*texts) == (f"{came:%H:%M}", f"{left:%Y-%m-%d}", f"{left:%H:%M}", lasts // 60)
    assert local.told(texts[0]) == (f"{came:%Y-%m-%d}", f"{came:%H:%M}")
    assert local.minutes(*texts) == lasts // 60
    assert local.moment(texts[0]) == f"{came:%Y-%m-%d %H:%M:%S}"


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", 60),
        ("2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z", 60),
    ],
)
def test_the_days_on_which_the_clocks_change(start: str, end: str, minutes: int) -> None:
    came, _, left, found = LocalTimes(ZoneInfo("America/New_York")).stay(start, end)
    assert (came, left, found) == ("01:30", "01:30" if "11-01" in start else "03:30", minutes)
