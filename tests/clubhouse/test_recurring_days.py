"""Days of a rule between two others, beside dateutil and the standard's own examples (RFC 5545, section 3.8.5.3)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from clubhouse.errors import BadInput
from clubhouse.program import moved, times
from clubhouse.recurrence import checked_rule, days_between, ended_on, first_day_of, without_count
from db.occurrences import Occurrence
from tests.clubhouse.test_recurrence import RULES

SEPTEMBER = date(1997, 9, 2)
"""On which most examples begin: a Tuesday, with Labour Day the day before."""


def days(*written: str) -> list[date]:
    """Days from `1997 9 2 4`-like lines: year, month and days of that month."""
    lines = (map(int, line.split()) for line in written)
    return [date(year, month, day) for year, month, *each in lines for day in each]


# The rule, its first day, its first days as the standard lists them, and whether these are all.
EXAMPLES: list[tuple[str, date, list[date], bool]] = [
    ("FREQ=DAILY;COUNT=10", SEPTEMBER, days("1997 9 2 3 4 5 6 7 8 9 10 11"), True),
    ("FREQ=DAILY;UNTIL=19970905", SEPTEMBER, days("1997 9 2 3 4 5"), True),
    (
        "FREQ=DAILY;INTERVAL=2",
        SEPTEMBER,
        days("1997 9 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30", "1997 10 2 4"),
        False,
    ),
    ("FREQ=DAILY;INTERVAL=10;COUNT=5", SEPTEMBER, days("1997 9 2 12 22", "1997 10 2 12"), True),
    ("FREQ=WEEKLY;COUNT=10", SEPTEMBER, days("1997 9 2 9 16 23 30", "1997 10 7 14 21 28", "1997 11 4"), True),
    (
        "FREQ=WEEKLY;UNTIL=19971223",
        SEPTEMBER,
        days("1997 9 2 9 16 23 30", "1997 10 7 14 21 28", "1997 11 4 11 18 25", "1997 12 2 9 16 23"),
        True,
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        SEPTEMBER,
        days("1997 9 2 16 30", "1997 10 14 28", "1997 11 11 25", "1997 12 9 23", "1998 1 6 20", "1998 2 3 17"),
        False,
    ),
    (
        "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
        SEPTEMBER,
        days("1997 9 2 4 9 11 16 18 23 25 30", "1997 10 2"),
        True,
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR",
        date(1997, 9, 1),
        days(
            "1997 9 1 3 5 15 17 19 29",
            "1997 10 1 3 13 15 17 27 29 31",
            "1997 11 10 12 14 24 26 28",
            "1997 12 8 10 12 22",
        ),
        True,
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        SEPTEMBER,
        days("1997 9 2 4 16 18 30", "1997 10 2 14 16"),
        True,
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        date(1997, 9, 5),
        days("1997 9 5", "1997 10 3", "1997 11 7", "1997 12 5", "1998 1 2", "1998 2 6", "1998 3 6", "1998 4 3")
        + days("1998 5 1", "1998 6 5"),
        True,
    ),
    (
        "FREQ=MONTHLY;UNTIL=19971224;BYDAY=1FR",
        date(1997, 9, 5),
        days("1997 9 5", "1997 10 3", "1997 11 7", "1997 12 5"),
        True,
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        date(1997, 9, 7),
        days("1997 9 7 28", "1997 11 2 30", "1998 1 4 25", "1998 3 1 29", "1998 5 3 31"),
        True,
    ),
    (
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        date(1997, 9, 22),
        days("1997 9 22", "1997 10 20", "1997 11 17", "1997 12 22", "1998 1 19", "1998 2 16"),
        True,
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        date(1997, 9, 28),
        days("1997 9 28", "1997 10 29", "1997 11 28", "1997 12 29", "1998 1 29", "1998 2 26"),
        False,
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        SEPTEMBER,
        days("1997 9 2 15", "1997 10 2 15", "1997 11 2 15", "1997 12 2 15", "1998 1 2 15"),
        True,
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        date(1997, 9, 30),
        days("1997 9 30", "1997 10 1 31", "1997 11 1 30", "1997 12 1 31", "1998 1 1 31", "1998 2 1"),
        True,
    ),
    (
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        date(1997, 9, 10),
        days("1997 9 10 11 12 13 14 15", "1999 3 10 11 12 13"),
        True,
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        SEPTEMBER,
        days("1997 9 2 9 16 23 30", "1997 11 4 11 18 25", "1998 1 6 13 20 27", "1998 3 3 10 17 24 31"),
        False,
    ),
    (
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        date(1997, 6, 10),
        days(*(f"{year} {month} 10" for year in range(1997, 2002) for month in (6, 7))),
        True,
    ),
    (
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        date(1997, 3, 10),
        days("1997 3 10", *(f"{year} {month} 10" for year in (1999, 2001, 2003) for month in (1, 2, 3))),
        True,
    ),
    (
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        date(1997, 1, 1),
        days("1997 1 1", "1997 4 10", "1997 7 19", "2000 1 1", "2000 4 9", "2000 7 18", "2003 1 1", "2003 4 10")
        + days("2003 7 19", "2006 1 1"),
        True,
    ),
    ("FREQ=YEARLY;BYDAY=20MO", date(1997, 5, 19), days("1997 5 19", "1998 5 18", "1999 5 17"), False),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", date(1997, 5, 12), days("1997 5 12", "1998 5 11", "1999 5 17"), False),
    (
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        date(1997, 3, 13),
        days("1997 3 13 20 27", "1998 3 5 12 19 26", "1999 3 4 11 18 25"),
        False,
    ),
    (
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        date(1997, 6, 5),
        days("1997 6 5 12 19 26", "1997 7 3 10 17 24 31", "1997 8 7 14 21 28", "1998 6 4 11 18 25"),
        False,
    ),
    (
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        date(1998, 2, 13),
        days("1998 2 13", "1998 3 13", "1998 11 13", "1999 8 13", "2000 10 13"),
        False,
    ),
    (
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        date(1997, 9, 13),
        days("1997 9 13", "1997 10 11", "1997 11 8", "1997 12 13", "1998 1 10", "1998 2 7", "1998 3 7", "1998 4 11"),
        False,
    ),
    (
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        date(1996, 11, 5),
        days("1996 11 5", "2000 11 7", "2004 11 2"),
        False,
    ),
    (
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        date(1997, 9, 4),
        days("1997 9 4", "1997 10 7", "1997 11 6"),
        True,
    ),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        date(1997, 9, 29),
        days("1997 9 29", "1997 10 30", "1997 11 27", "1997 12 30", "1998 1 29", "1998 2 26", "1998 3 30"),
        False,
    ),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", date(1997, 8, 5), days("1997 8 5 10 19 24"), True),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", date(1997, 8, 5), days("1997 8 5 17 19 31"), True),
    (
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
        date(2007, 1, 15),
        days("2007 1 15 30", "2007 2 15", "2007 3 15 30"),
        True,
    ),
]


@pytest.mark.parametrize(("rule", "first", "listed", "whole"), EXAMPLES, ids=[each[0] for each in EXAMPLES])
def test_the_examples_of_the_standard(rule: str, first: date, listed: list[date], whole: bool) -> None:
    assert checked_rule(rule) == rule
    end = date(2010, 1, 1) if whole else listed[-1]
    for kept in (rule, without_count(rule, first)):
        assert days_between(kept, first, first, end) == listed
        assert days_between(kept, first, listed[1], listed[-2]) == listed[1:-1]
        assert days_between(kept, first, date(1990, 1, 1), first - timedelta(days=1)) == []
    assert first_day_of(rule, first) == first


@given(
    rule=RULES,
    first_day=st.dates(date(2012, 1, 1), date(2020, 12, 31)),
    later=st.integers(-50, 4000),
    length=st.integers(-5, 200),
)
def test_days_between_are_those_of_dateutil(rule: str, first_day: date, later: int, length: int) -> None:
    start = first_day + timedelta(days=later)
    end = start + timedelta(days=length)
    assume("COUNT" not in rule or "BYMONTH" not in rule)  # which dateutil may follow to the year 9999
    ends = "" if "COUNT" in rule else f";UNTIL={end:%Y%m%d}"
    comes = rrulestr(rule + ends, dtstart=datetime.combine(first_day, time()))
    expected = comes.between(datetime.combine(start, time()), datetime.combine(end, time()), inc=True)
    assert days_between(rule, first_day, start, end) == [each.date() for each in expected]


COMES = ("FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=-1FR")


@given(st.sampled_from(COMES), st.integers(1, 40), st.dates(date(2012, 1, 1), date(2020, 12, 31)))
def test_a_last_day_in_place_of_a_number_of_times_is_the_same_rule(comes: str, number: int, first_day: date) -> None:
    rule = f"{comes};COUNT={number}"
    first_day = first_day_of(rule, first_day)
    kept, end = without_count(rule, first_day), first_day + timedelta(days=9000)
    assert "COUNT" not in kept
    assert days_between(kept, first_day, first_day, end) == days_between(rule, first_day, first_day, end)


@given(rule=RULES, first_day=st.dates(date(2012, 1, 1), date(2020, 12, 31)), later=st.integers(-10, 3000))
def test_a_rule_cut_in_two_comes_on_the_same_days(rule: str, first_day: date, later: int) -> None:
    assume("COUNT" not in rule)
    last, end = first_day + timedelta(days=later), first_day + timedelta(days=4000)
    whole = days_between(rule, first_day, first_day, end)
    cut = ended_on(rule, last)
    assert days_between(cut, first_day, first_day, end) == [day for day in whole if day <= last]
    assert ended_on(cut, last + timedelta(days=1)) == ended_on(cut, last) == cut


def test_a_single_day_is_between_or_is_not() -> None:
    assert days_between("", SEPTEMBER, SEPTEMBER, SEPTEMBER) == [SEPTEMBER]
    assert days_between("", SEPTEMBER, SEPTEMBER + timedelta(days=1), date(2000, 1, 1)) == []
    assert first_day_of("", SEPTEMBER) == SEPTEMBER


def test_a_rule_that_never_meets_its_days_is_refused() -> None:
    with pytest.raises(BadInput, match="never comes"):
        first_day_of("FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29", SEPTEMBER)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=31", "01-31 03-31 05-31 07-31 08-31 10-31 12-31"),
        (
            "FREQ=MONTHLY;BYDAY=-1FR",
            "01-29 02-26 03-26 04-30 05-28 06-25 07-30 08-27 09-24 10-29 11-26 12-31",
        ),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "02-28"),
    ],
)
def test_the_ends_of_months(rule: str, expected: str) -> None:
    found = days_between(rule, date(2027, 1, 1), date(2027, 1, 1), date(2027, 12, 31))
    assert " ".join(f"{day:%m-%d}" for day in found) == expected


ZONES = ("Europe/Oslo", "America/New_York", "Australia/Sydney", "Pacific/Tahiti")


def occurrence(day: date, starts: time | None, minutes: int = 90) -> Occurrence:
    """An occurrence of that time."""
    return Occurrence(
        1, day, day, starts, minutes, "Bingo", "", "", "", None, False, False, 1, None, "social", 0, False
    )


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("starts", [time(0, 30), time(9), time(14, 15), time(23, 30)])
def test_a_year_of_one_time_stays_at_that_time(name: str, starts: time) -> None:
    zone = ZoneInfo(name)
    offsets = set()
    for day in days_between("FREQ=DAILY", date(2026, 11, 1), date(2026, 11, 1), date(2027, 10, 31)):
        begins, ends = times(occurrence(day, starts), zone)
        expected = datetime.combine(day, starts, zone)
        offsets.add(expected.utcoffset())
        assert (begins.date(), begins.time(), begins.astimezone(UTC)) == (day, starts, expected.astimezone(UTC))
        assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(minutes=90)
        assert ends.tzinfo is zone
    assert len(offsets) == (1 if name == "Pacific/Tahiti" else 2)


@pytest.mark.parametrize(
    ("name", "day", "starts", "minutes", "begins", "ends"),
    [
        # The hour that is skipped is read by the clock before it; the one that comes twice is the first.
        ("America/New_York", date(2027, 3, 14), time(2, 30), 60, "2027-03-14 07:30", "2027-03-14 08:30"),
        ("America/New_York", date(2026, 11, 1), time(1, 30), 60, "2026-11-01 05:30", "2026-11-01 06:30"),
        ("Europe/Oslo", date(2027, 3, 28), time(2, 30), 60, "2027-03-28 01:30", "2027-03-28 02:30"),
        ("Europe/Oslo", date(2027, 10, 31), time(2, 30), 60, "2027-10-31 00:30", "2027-10-31 01:30"),
        ("Australia/Sydney", date(2027, 10, 3), time(2, 30), 60, "2027-10-02 16:30", "2027-10-02 17:30"),
        ("Australia/Sydney", date(2027, 4, 4), time(2, 30), 60, "2027-04-03 15:30", "2027-04-03 16:30"),
        # Over midnight, in the night in which the clocks change: real time counts.
        ("America/New_York", date(2027, 3, 13), time(23), 300, "2027-03-14 04:00", "2027-03-14 09:00"),
        ("America/New_York", date(2026, 10, 31), time(23), 300, "2026-11-01 03:00", "2026-11-01 08:00"),
        # What lasts the whole day lasts from midnight to midnight of the house.
        ("Europe/Oslo", date(2027, 3, 28), None, 1440, "2027-03-27 23:00", "2027-03-28 22:00"),
        ("Australia/Sydney", date(2027, 4, 3), None, 2880, "2027-04-02 13:00", "2027-04-04 14:00"),
    ],
)
def test_when_the_clocks_change(
    name: str, day: date, starts: time | None, minutes: int, begins: str, ends: str
) -> None:
    found = times(occurrence(day, starts, minutes), ZoneInfo(name))
    assert [f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}" for moment in found] == [begins, ends]


def test_moving_a_moment_counts_real_time() -> None:
    zone = ZoneInfo("America/New_York")
    assert moved(datetime(2027, 3, 14, 3, 30, tzinfo=zone), -60) == datetime(2027, 3, 14, 1, 30, tzinfo=zone)
