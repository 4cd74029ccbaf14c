"""When something comes again: RFC 5545 rules (section 3.3.10) of whole days.

A rule is kept without its start, which stands beside it; an empty rule is something that comes once.
"""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from clubhouse.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateutil.rrule import rrule

_NEAR = timedelta(days=62)
"""So far back a rule is followed first; most fall within."""
_LIFETIME = 100
"""So many years a rule is followed to its next day, or to its last by number."""
_FORM = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,3}|UNTIL=\d{8}(T\d{6})?"
    r"|(BYDAY|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS|WKST)=[-+,0-9A-Z]+))*"
)
_NOTHINGTH = re.compile(r"BY[A-Z]+=[^;]*(?<![0-9])0+(?![0-9])")
"""No calendar counts from nought."""
_LAST_YEARS = datetime(9960, 1, 1)  # noqa: DTZ001 - days have no zone
"""From here to the end of the calendar each date falls on each weekday."""

EXAMPLES = (
    "every weekday, every monday and thursday, every other friday until june, first monday, last friday,"
    " the 15th of each month, every day"
)
"""What people may write; shown when something cannot be understood."""


def checked_rule(rule: str) -> str:
    """`rule` as kept. Raises `BadInput` when it is no RFC 5545 rule of whole days, or one that never comes."""
    from dateutil.rrule import rrulestr  # slow to import

    terms = _terms(rule) if _FORM.fullmatch(rule) else {}
    try:
        if len(terms) != rule.count("=") or {"COUNT", "UNTIL"} <= terms.keys() or _NOTHINGTH.search(rule):
            raise ValueError
        rrulestr(rule, dtstart=_LAST_YEARS)
        days = _without(terms, "COUNT", "UNTIL", "INTERVAL")
        next(iter(rrulestr(days, dtstart=_LAST_YEARS)))
    except (ValueError, TypeError, KeyError, StopIteration):
        raise BadInput(f"{rule} is no rule that is known. Write for example: {EXAMPLES}.") from None
    return rule


def _terms(rule: str) -> dict[str, str]:
    return dict(term.split("=") for term in rule.split(";"))


@lru_cache(maxsize=4096)
def latest_day(rule: str, first_day: date, day: date) -> date | None:
    """The last day on or before `day` on which something comes that began on `first_day`; None before the first."""
    if not rule:
        return first_day if first_day <= day else None
    near = _near_start(_terms(rule), first_day, day)
    found = _latest(rule, near, day)
    return _latest(rule, first_day, day) if found is None and near != first_day else found


def _latest(rule: str, first_day: date, day: date) -> date | None:
    found = _comes(rule, first_day).before(datetime.combine(day, time()), inc=True)
    return found.date() if found else None


def _near_start(terms: dict[str, str], first_day: date, day: date) -> date:
    """A later start from which the rule falls on the same days, so that an old one is not followed for years."""
    near, interval = day - _NEAR, int(terms.get("INTERVAL", "1"))
    if near <= first_day or terms.keys() & {"COUNT", "BYSETPOS"}:
        return first_day
    if terms["FREQ"] in ("DAILY", "WEEKLY"):
        step = interval * (7 if terms["FREQ"] == "WEEKLY" else 1)
        return first_day + timedelta(days=(near - first_day).days // step * step)
    by_itself = terms["FREQ"] == "MONTHLY" and interval == 1 and terms.keys() & {"BYDAY", "BYMONTHDAY"}
    return near if by_itself else first_day


def days_between(rule: str, first_day: date, start: date, end: date) -> list[date]:
    """The days from `start` to `end`, both included, on which something comes that began on `first_day`."""
    if not rule:
        return [first_day] if start <= first_day <= end else []
    terms = _terms(rule)
    near = _near_start(terms, first_day, max(start, first_day))
    comes = _comes(rule, near).between(datetime.combine(start, time()), datetime.combine(end, time()), inc=True)
    return [moment.date() for moment in comes]


def first_day_of(rule: str, day: date) -> date:
    """The first day on or after `day` on which it comes. Raises `BadInput` when it never does."""
    found = next(iter(_for_a_lifetime(rule, day)), None) if rule else datetime.combine(day, time())
    if found is None:
        raise BadInput(f"That never comes on or after {day}. Choose an earlier first day or a later end.")
    return found.date()


def without_count(rule: str, first_day: date) -> str:
    """The rule with a last day in place of a number of times, so that it can be cut in two."""
    terms = _terms(rule) if rule else {}
    if "COUNT" not in terms:
        return rule
    *_, last = _for_a_lifetime(rule, first_day)
    return f"{_without(terms, 'COUNT')};UNTIL={last:%Y%m%d}"


def _without(terms: dict[str, str], *keys: str) -> str:
    return ";".join(f"{key}={terms[key]}" for key in terms if key not in keys)


def _for_a_lifetime(rule: str, first_day: date) -> "Iterator[datetime]":
    # Nobody means so many times that they go on for longer.
    terms, last = _terms(rule), f"{min(9999, first_day.year + _LIFETIME)}0101"
    until = min(terms.get("UNTIL", last)[:8], last)
    comes = _comes(f"{_without(terms, 'COUNT', 'UNTIL')};UNTIL={until}", first_day)
    return islice(comes, int(terms["COUNT"]) if "COUNT" in terms else None)


def ended_on(rule: str, day: date) -> str:
    """The rule with `day` as the last on which it may come; one that ends earlier stays as it is."""
    terms, last = _terms(rule), f"{day.year:04}{day:%m%d}"
    return rule if terms.get("UNTIL", last)[:8] < last else f"{_without(terms, 'UNTIL')};UNTIL={last}"


def _comes(rule: str, first_day: date) -> "rrule":
    from dateutil.rrule import rrule, rrulestr  # slow to import

    comes = rrulestr(rule, dtstart=datetime.combine(first_day, time()))
    assert isinstance(comes, rrule)
    return comes
