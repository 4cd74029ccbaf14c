"""How often something comes, as a calendar file says it: a rule of whole days on the house's own calendar."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import takewhile

from clubhouse.calendars.moments import NotRead
from clubhouse.errors import BadInput
from clubhouse.recurrence import checked_rule, days_between

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST_TIMES = 9999
_FURTHEST = timedelta(days=60 * 366)
"""A number of times that takes longer than this is as good as none."""
_COMPARED = timedelta(days=2 * 366)


def read_rule(text: str, first: date, wall: time | None, zone: tzinfo) -> str:
    """The rule of something that starts on `first` at `wall`, in days of `zone`. Raises `NotRead`.

    A number of times becomes a last day.
    """
    terms = _terms(text)
    count, until = terms.pop("COUNT", ""), terms.pop("UNTIL", "")
    if terms.get("INTERVAL") == "1":
        del terms["INTERVAL"]
    rule = _checked(";".join(f"{key}={value}" for key, value in terms.items()), text)
    if until:
        return f"{rule};UNTIL={_last_day(until, wall, zone, text):%Y%m%d}"
    return _counted(rule, first, count, text) if count else rule


def moved_rule(rule: str, first: date, to: date) -> str:
    """The same rule so many days later or earlier, begun on `to` in place of `first`. Raises `NotRead`."""
    days = (to - first).days
    terms = dict(term.split("=") for term in rule.split(";"))
    if days and "BYDAY" in terms:
        terms["BYDAY"] = ",".join(_moved(day, days) for day in terms["BYDAY"].split(","))
    if days and "UNTIL" in terms:
        terms["UNTIL"] = f"{date.fromisoformat(terms['UNTIL']) + timedelta(days=days):%Y%m%d}"
    made = ";".join(f"{key}={value}" for key, value in terms.items())
    was = days_between(rule, first, first, first + _COMPARED)
    now = days_between(made, to, to, to + _COMPARED - timedelta(days=days))
    wanted = [day + timedelta(days=days) for day in was]
    end = to + _COMPARED - timedelta(days=abs(days) + 1)
    if [day for day in wanted if day <= end] != [day for day in now if day <= end]:
        raise NotRead("comes by a rule that falls on other days here")
    return made


def next_day(rule: str, first: date, day: date) -> date | None:
    """The first day on or after `day` on which something comes that began on `first`."""
    for ahead in (62, 800, 12_000):
        found = days_between(rule, first, day, day + timedelta(days=ahead))
        if found:
            return found[0]
    return None


def _moved(day: str, days: int) -> str:
    if day not in _WEEKDAYS:
        raise NotRead("comes by a rule that falls on other days here")
    return _WEEKDAYS[(_WEEKDAYS.index(day) + days) % 7]


def _terms(text: str) -> dict[str, str]:
    parts = [part.partition("=") for part in text.strip().strip(";").upper().split(";")]
    terms = {key.strip(): value.strip() for key, _, value in parts}
    if len(terms) < len(parts) or {"COUNT", "UNTIL"} <= terms.keys():
        raise _no_rule(text)
    return terms


def _checked(rule: str, text: str) -> str:
    terms = {term.partition("=")[0] for term in rule.split(";")}
    kept = {"FREQ", "INTERVAL", "WKST"} | ({"BYDAY"} if "FREQ=WEEKLY" in rule else set())
    # Such a rule may never come and would be followed day by day to the end of the calendar; no program writes it.
    if "INTERVAL" in terms and re.search("FREQ=(DAILY|WEEKLY)", rule) and terms - kept:
        raise _no_rule(text)
    try:
        return checked_rule(rule)
    except BadInput:
        raise _no_rule(text) from None


def _last_day(until: str, wall: time | None, zone: tzinfo, text: str) -> date:
    try:
        if len(until) == 8:
            return date.fromisoformat(until)
        moment = datetime.strptime(until.removesuffix("Z"), "%Y%m%dT%H%M%S").replace(
            tzinfo=UTC if until.endswith("Z") else zone
        )
        last = moment.astimezone(UTC).astimezone(zone)
        return last.date() - timedelta(days=wall is not None and last.time() < wall)
    except (ValueError, OverflowError):
        raise _no_rule(text) from None


def _counted(rule: str, first: date, count: str, text: str) -> str:
    from dateutil.rrule import rrulestr  # slow to import

    if not (count.isascii() and count.isdigit() and len(count) <= 4 and 1 <= int(count) <= _MOST_TIMES):
        raise _no_rule(text)
    start = datetime.combine(first, time())
    comes = rrulestr(f"{rule};COUNT={int(count)}", dtstart=start)
    days = [each.date() for each in takewhile(lambda each: each - start < _FURTHEST, comes)]
    if not days:
        raise _no_rule(text)
    return f"{rule};UNTIL={days[-1]:%Y%m%d}"


def _no_rule(text: str) -> NotRead:
    return NotRead(f"comes again by a rule that is not kept here, {text[:60]!r}")
