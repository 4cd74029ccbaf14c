"""When something comes again: RFC 5545 rules (section 3.3.10), written by people in words.

A rule is kept without its start, which stands beside it; an empty rule is something that comes once.
"""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from clubhouse.errors import BadInput

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_LONGEST_GAP = timedelta(days=366 * 5)
"""A rule that is silent for longer has come to its end, for a list of tasks."""

EXAMPLES = "every weekday, every monday and thursday, every other friday, first monday, last friday, every day"
"""What people may write; shown when something cannot be understood."""


def rule_from_words(words: str) -> str:
    """The rule for *every weekday*, *every other thursday until 2027-06-30*, *1st and 3rd tuesday*, or a rule itself.

    Raises `BadInput` for anything else.
    """
    text = " ".join(words.lower().replace(",", " and ").replace("and and", "and").split())
    text, _, until = text.partition(" until ")
    if text in ("", "once"):
        return ""
    if "freq=" in text:
        return checked_rule(words.strip().upper())
    rule = _weekly(text) or _monthly(text)
    if not rule:
        raise BadInput(f"{words!r} is no rule that is known. Write for example: {EXAMPLES}.")
    return checked_rule(rule + (f";UNTIL={_day(until):%Y%m%d}" if until else ""))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{text!r} is no date. Write it as 2027-06-30.") from None


def _weekly(text: str) -> str:
    if text in ("every day", "daily"):
        return "FREQ=DAILY"
    if text in ("every weekday", "weekdays"):
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    found = re.fullmatch(r"every (other )?(.+)", text)
    days = _days(found[2]) if found else _days(text)
    if not days:
        return ""
    return f"FREQ=WEEKLY{';INTERVAL=2' if found and found[1] else ''};BYDAY={','.join(days)}"


def _monthly(text: str) -> str:
    *places, day = re.split(r" and | ", text)
    weekday = _days(day)
    if not weekday or not places or any(place not in _PLACES for place in places):
        return ""
    return f"FREQ=MONTHLY;BYDAY={','.join(f'{_PLACES[place]}{weekday[0]}' for place in places)}"


def _days(text: str) -> list[str]:
    names = [name.removesuffix("s") if name.removesuffix("s") in _NAMES else name for name in text.split(" and ")]
    return [_WEEKDAYS[_NAMES.index(name)] for name in names] if all(name in _NAMES for name in names) else []


def checked_rule(rule: str) -> str:
    """`rule` as kept. Raises `BadInput` when it is no RFC 5545 rule of whole days."""
    from dateutil.rrule import rrulestr  # slow to import

    try:
        if not re.fullmatch(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[-+,0-9A-Z]+)*", rule):
            raise ValueError
        rrulestr(rule, dtstart=datetime(2026, 1, 1))  # noqa: DTZ001 - days have no zone
    except (ValueError, TypeError, KeyError):
        raise BadInput(f"{rule} is no rule that is known. Write for example: {EXAMPLES}.") from None
    return rule


@lru_cache(maxsize=4096)
def latest_day(rule: str, first_day: date, day: date) -> date | None:
    """The last day on or before `day` on which something comes that began on `first_day`; None before the first."""
    if not rule:
        return first_day if first_day <= day else None
    from dateutil.rrule import rrulestr  # slow to import

    start = _near_start(rule, first_day, day)
    found = rrulestr(rule, dtstart=datetime.combine(start, time())).before(datetime.combine(day, time()), inc=True)
    return found.date() if found else None


def _near_start(rule: str, first_day: date, day: date) -> date:
    # A rule without a count or an interval falls on the same days from whichever week it is reckoned, so an old
    # one need not be followed through all its years.
    counts = "COUNT=" in rule or "INTERVAL=" in rule or ("BYDAY=" not in rule and rule.split(";")[0] != "FREQ=DAILY")
    near = day - _LONGEST_GAP
    return first_day if counts or near <= first_day else near
