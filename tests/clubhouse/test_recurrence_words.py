"""Rules as people write and read them, beside dateutil itself."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import DAILY, FR, MO, MONTHLY, SA, TH, TU, WEEKLY, YEARLY, rrule
from hypothesis import given
from hypothesis import strategies as st

from clubhouse.errors import BadInput
from clubhouse.recurrence import checked_rule, latest_day
from clubhouse.recurrence_words import rule_from_words, rule_words
from tests.clubhouse.test_recurrence import START, counted, each_day

MONDAY = datetime(2026, 11, 2)  # noqa: DTZ001 - days have no zone
UNTIL = datetime(2027, 6, 30)  # noqa: DTZ001

WORDS = {
    "every weekday": rrule(WEEKLY, MONDAY, byweekday=range(5)),
    "Weekdays": rrule(WEEKLY, MONDAY, byweekday=range(5)),
    "every day": rrule(DAILY, MONDAY),
    "daily until 2027-06-30": rrule(DAILY, MONDAY, until=UNTIL),
    "every monday": rrule(WEEKLY, MONDAY, byweekday=MO),
    "Mondays": rrule(WEEKLY, MONDAY, byweekday=MO),
    "every monday and thursday": rrule(WEEKLY, MONDAY, byweekday=(MO, TH)),
    "every monday, tuesday, and friday": rrule(WEEKLY, MONDAY, byweekday=(MO, TU, FR)),
    "every other thursday": rrule(WEEKLY, MONDAY, interval=2, byweekday=TH),
    "  every   OTHER thursday until 2027-06-30 ": rrule(WEEKLY, MONDAY, interval=2, byweekday=TH, until=UNTIL),
    "first monday": rrule(MONTHLY, MONDAY, byweekday=MO(1)),
    "every first monday": rrule(MONTHLY, MONDAY, byweekday=MO(1)),
    "1st and 3rd tuesday": rrule(MONTHLY, MONDAY, byweekday=(TU(1), TU(3))),
    "last friday": rrule(MONTHLY, MONDAY, byweekday=FR(-1)),
    "last friday until 2027-06-30": rrule(MONTHLY, MONDAY, byweekday=FR(-1), until=UNTIL),
    "FREQ=YEARLY;BYYEARDAY=100": rrule(YEARLY, MONDAY, byyearday=100),
    "freq=monthly;bymonthday=31": rrule(MONTHLY, MONDAY, bymonthday=31),
    "FREQ=MONTHLY;BYMONTHDAY=-1": rrule(MONTHLY, MONDAY, bymonthday=-1),
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29": rrule(YEARLY, MONDAY, bymonth=2, bymonthday=29),
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH": rrule(YEARLY, MONDAY, bymonth=11, byweekday=TH(4)),
    "every tuesday and thursday": rrule(WEEKLY, MONDAY, byweekday=(TU, TH)),
    "first and third tuesday of each month": rrule(MONTHLY, MONDAY, byweekday=(TU(1), TU(3))),
    "the last friday of the month": rrule(MONTHLY, MONDAY, byweekday=FR(-1)),
    "every third friday": rrule(MONTHLY, MONDAY, byweekday=FR(3)),
    "the 15th of each month": rrule(MONTHLY, MONDAY, bymonthday=15),
    "1st, 15th and 22nd every month": rrule(MONTHLY, MONDAY, bymonthday=(1, 15, 22)),
    "the last day of each month": rrule(MONTHLY, MONDAY, bymonthday=-1),
    "every week": rrule(WEEKLY, MONDAY),
    "weekly until june 30, 2027": rrule(WEEKLY, MONDAY, until=UNTIL),
    "every other week until Jun 2027": rrule(WEEKLY, MONDAY, interval=2, until=UNTIL),
    "every year": rrule(YEARLY, MONDAY),
    "every other thursday until june 2027": rrule(WEEKLY, MONDAY, interval=2, byweekday=TH, until=UNTIL),
    "every monday until 30th june 2027": rrule(WEEKLY, MONDAY, byweekday=MO, until=UNTIL),
    "FREQ=WEEKLY;BYDAY=SA;COUNT=3": rrule(WEEKLY, MONDAY, byweekday=SA, count=3),
}

NO_RULES = [
    "sometimes",
    "every",
    "every other day",
    "the 15th",
    "15th monday",
    "the 0th of each month",
    "the 32nd of each month",
    "every blue monday",
    "monday first",
    "first",
    "every monday until summer",
    "every monday until",
    "until 2027-06-30",
    "every monday until june 2027 2028",
    "every monday until 31 june 2027",
    "every monday until june may 2027",
    "every monday until 2027",
    "every monday until june",
    "every monday until mayhem 2027",
    "every monday until 20270630",
    "every monday until 2027-W01-1",
    "FREQ=HOURLY",
    "FREQ=WEEKLY;BYHOUR=9",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;BYDAY=",
    "FREQ=WEEKLY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=-1",
    "FREQ=DAILY;INTERVAL=9999",
    "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=3;UNTIL=20270101",
    "FREQ=DAILY;UNTIL=5",
    "FREQ=DAILY;UNTIL=20271399",
    "FREQ=DAILY;FREQ=WEEKLY",
    "FREQ=DAILY;BYDAY=MO;BYDAY=TU",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=MONTHLY;BYMONTHDAY=1,0",
    "FREQ=MONTHLY;BYDAY=0MO",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-00",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;DTSTART=20260101",
    "DTSTART:20260101\nRRULE:FREQ=DAILY",
]


@pytest.mark.parametrize(("words", "expected"), WORDS.items())
def test_words_mean_the_days_that_dateutil_finds(words: str, expected: rrule) -> None:
    rule = rule_from_words(words)
    assert checked_rule(rule) == rule
    comes = [each.date() for each in expected.between(MONDAY, MONDAY + timedelta(days=1000), inc=True)]
    assert comes
    assert [latest_day(rule, START, day) for day in each_day(START, 2)] == counted(START, 2, comes)


@pytest.mark.parametrize("words", ["", "once", " Once "])
def test_what_comes_once_has_no_rule(words: str) -> None:
    assert rule_from_words(words) == ""
    assert [latest_day("", START, START + timedelta(days=days)) for days in (-1, 0, 900)] == [None, START, START]


@pytest.mark.parametrize("words", NO_RULES)
def test_what_is_no_rule_is_refused_with_examples(words: str) -> None:
    with pytest.raises(BadInput):
        rule_from_words(words)
    with pytest.raises(BadInput, match="every other friday"):
        checked_rule(words)


TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("until", "day"),
    [
        ("june", "20270630"),
        ("november", "20261130"),
        ("22 november", "20271122"),
        ("Nov 23", "20261123"),
        ("february 2028", "20280229"),
        ("january 2020", "20200131"),
    ],
)
def test_a_last_day_without_a_year_is_the_next_and_a_month_is_meant_whole(until: str, day: str) -> None:
    assert rule_from_words(f"every monday until {until}", TODAY) == f"FREQ=WEEKLY;BYDAY=MO;UNTIL={day}"


def test_the_words_read_back_say_the_day_that_was_understood() -> None:
    rule = rule_from_words("every other Thursday until June", TODAY)
    assert rule_words(rule) == "every other thursday until 2027-06-30"


DAYS = st.sampled_from(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
PLACES = st.sampled_from(["first", "second", "third", "fourth", "last"])
DATES = st.sampled_from(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "30th", "31st"])
WRITTEN = st.one_of(
    st.sampled_from(["once", "every day", "every weekday", "every week", "every other week", "every year"]),
    st.just("the last day of each month"),
    st.builds(
        lambda every, days: every + " and ".join(days),
        st.sampled_from(["every ", "every other "]),
        st.lists(DAYS, min_size=1, max_size=3, unique=True),
    ),
    st.builds(
        lambda places, day: f"{' and '.join(places)} {day}",
        st.lists(PLACES, min_size=1, max_size=3, unique=True),
        DAYS,
    ),
    st.builds(
        lambda dates: f"the {' and '.join(dates)} of each month", st.lists(DATES, min_size=1, max_size=3, unique=True)
    ),
)


@given(WRITTEN, st.sampled_from(["", " until 2027-06-30"]))
def test_a_rule_is_told_in_the_words_that_made_it(words: str, until: str) -> None:
    typed = words + (until if words != "once" else "")
    rule = rule_from_words(typed)
    assert rule_words(rule) == typed
    assert rule_from_words(rule_words(rule)) == rule


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYMONTHDAY=1,-1",
        "FREQ=MONTHLY;BYDAY=1MO,2TU",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=MONTHLY",
        "FREQ=WEEKLY;BYDAY=MO;COUNT=3",
        "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630T000000",
        "FREQ=DAILY;INTERVAL=2",
    ],
)
def test_a_rule_that_no_words_make_is_told_as_it_is(rule: str) -> None:
    assert rule_words(rule) == rule_words(rule_from_words(rule)) == rule
