"""When something comes again: rules beside dateutil itself and a count day by day."""

import calendar
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given
from hypothesis import strategies as st

from clubhouse.recurrence import checked_rule, latest_day

START = date(2026, 11, 2)
"""A Monday, and the day the clocks have just changed in New York."""
EVERY_WEEKDAY = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


def plainly(rule: str, first_day: date, day: date) -> date | None:
    """What dateutil says when it follows the rule from its first day."""
    found = rrulestr(rule, dtstart=datetime.combine(first_day, time())).before(
        datetime.combine(day, time()), inc=True
    )
    return found.date() if found else None


def each_day(first: date, years: int) -> list[date]:
    """Every day from `first`, for so many years."""
    return [first + timedelta(days=days) for days in range(366 * years)]


def counted(first: date, years: int, comes: list[date]) -> list[date | None]:
    """The last of `comes` on or before each day, by a walk through the years."""
    latest, found = None, set(comes)
    walk: list[date | None] = []
    for day in each_day(first, years):
        latest = day if day in found else latest
        walk.append(latest)
    return walk


def test_every_weekday_counted_day_by_day() -> None:
    weekdays = [day for day in each_day(START, 3) if day.weekday() < 5]
    assert [latest_day(EVERY_WEEKDAY, START, day) for day in each_day(START, 3)] == counted(START, 3, weekdays)


def test_every_other_thursday_counted_day_by_day() -> None:
    rule, first = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", date(2026, 11, 5)
    thursdays = each_day(first, 3)[::14]
    assert [latest_day(rule, first, day) for day in each_day(first, 3)] == counted(first, 3, thursdays)


@pytest.mark.parametrize(("place", "pick"), [(1, 0), (3, 2), (-1, -1)])
def test_a_weekday_of_the_month_counted_month_by_month(place: int, pick: int) -> None:
    fridays = [
        [day for day in calendar.Calendar().itermonthdates(year, month) if (day.month, day.weekday()) == (month, 4)]
        for year in range(2026, 2030)
        for month in range(1, 13)
    ]
    comes = [days[pick] for days in fridays if days[pick] >= START]
    found = [latest_day(f"FREQ=MONTHLY;BYDAY={place}FR", START, day) for day in each_day(START, 3)]
    assert found == counted(START, 3, comes)


def test_a_day_that_a_month_lacks_is_left_out() -> None:
    rule = checked_rule("FREQ=MONTHLY;BYMONTHDAY=31")
    assert latest_day(rule, date(2027, 1, 1), date(2027, 3, 30)) == date(2027, 1, 31)
    assert latest_day(rule, date(2027, 1, 1), date(2027, 3, 31)) == date(2027, 3, 31)


def test_a_rule_that_ended_years_ago_keeps_its_last_day() -> None:
    rule = checked_rule(f"{EVERY_WEEKDAY};UNTIL=20160630")
    assert latest_day(rule, date(2016, 1, 4), date(2026, 11, 23)) == date(2016, 6, 30)


def test_a_day_that_comes_every_twenty_eight_years_is_found() -> None:
    rule = checked_rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO")
    assert latest_day(rule, date(1996, 1, 1), date(2026, 11, 23)) == date(2016, 2, 29)


RULES = st.builds(
    lambda frequency, terms: ";".join((frequency, *sorted({term.split("=")[0]: term for term in terms}.values()))),
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"]),
    st.lists(
        st.sampled_from(
            ["INTERVAL=2", "INTERVAL=3", "INTERVAL=40", "BYDAY=MO,TU,WE,TH,FR", "BYDAY=SU", "BYDAY=WE,SA", "WKST=SU",
             "BYMONTHDAY=1,15", "BYMONTHDAY=-1", "BYMONTH=2,11", "COUNT=7", "COUNT=400", "BYSETPOS=1", "BYSETPOS=-1"]
        ),
        max_size=4,
    ),
)  # fmt: skip


@given(
    rule=RULES,
    until=st.none() | st.dates(date(2012, 1, 1), date(2030, 1, 1)),
    first_day=st.dates(date(2012, 1, 1), date(2020, 12, 31)),
    later=st.integers(0, 4500),
)
@example(rule=EVERY_WEEKDAY, until=None, first_day=date(2016, 11, 1), later=3674)
@example(rule="FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", until=date(2016, 11, 6), first_day=date(2016, 1, 5), later=3000)
@example(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU", until=None, first_day=date(2016, 1, 6), later=3002)
def test_an_old_rule_falls_on_the_days_it_always_did(
    rule: str, until: date | None, first_day: date, later: int
) -> None:
    if until and "COUNT" not in rule:
        rule += f";UNTIL={until:%Y%m%d}"
    day = first_day + timedelta(days=later)
    assert latest_day(rule, first_day, day) == plainly(rule, first_day, day)
