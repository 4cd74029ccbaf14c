"""What people type on the command line: plain text, numbers, days and times."""

import re
from datetime import UTC, date, datetime, time
from typing import Any

import click

from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.names import clean


class _Plain(click.ParamType[str]):
    """Text as the house keeps it: on one line, without control characters or broken bytes."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The clean text."""
        return clean(str(value))


PLAIN = _Plain()

_MOMENT = re.compile(r"(?:([0-9]{4}-[0-9]{2}-[0-9]{2})[T ])?([0-9]{2}:[0-9]{2})")


def day_typed(text: str) -> date:
    """The day written as `2026-11-20`. Raises `BadInput`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{text!r} is no date. Write it as 2026-11-20.") from None


def days_typed(house: House, first: str | None, last: str | None) -> tuple[date, date]:
    """The days from `first` to `last`, both included; each is today where nothing was typed. Raises `BadInput`."""
    today = house.today()
    start, end = day_typed(first) if first else today, day_typed(last) if last else today
    if end < start:
        raise BadInput(f"{end} is before {start}. The first day comes first.")
    return start, end


def moment_typed(house: House, text: str, day: date) -> datetime:
    """The local moment written as `2026-11-20T08:47`, or `08:47` for that on `day`. Raises `BadInput`."""
    found = _MOMENT.fullmatch(text)
    if not found:
        raise BadInput(f"{text!r} is no time. Write it as 08:47 or 2026-11-20T08:47.")
    try:
        day = day_typed(found[1]) if found[1] else day
        moment = datetime.combine(day, time.fromisoformat(found[2]), house.settings().zone)
    except ValueError:
        raise BadInput(f"{text!r} is no time of day. Write it as 08:47.") from None
    if moment.astimezone(UTC).astimezone(moment.tzinfo).replace(fold=moment.fold) != moment:
        raise BadInput(f"{text!r} did not happen: the clocks were put forward. Write a time an hour later.")
    return moment


def month_typed(text: str) -> date:
    """The first day of the month written as `2026-12`. Raises `BadInput`."""
    try:
        if not re.fullmatch("[0-9]{4}-[0-9]{2}", text):
            raise ValueError
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise BadInput(f"{text!r} is no month. Write it as 2026-12.") from None


_LENGTH = re.compile("(?:([0-9]{1,3}):([0-5][0-9])|(?=[0-9])(?:([0-9]{1,2})d)?(?:([0-9]{1,3})h)?(?:([0-9]{1,5})m)?)")


def minutes_typed(text: str) -> int:
    """A length written as `1:30`, `90m`, `1h30m` or `2d`, in minutes. Raises `BadInput`."""
    found = _LENGTH.fullmatch(text.casefold())
    if not found:
        raise BadInput(f"{text!r} is no length. Write it as 1:30, 90m, 2h, or 1d for a whole day.")
    clock_hours, clock_minutes, days, hours, minutes = (int(each or 0) for each in found.groups())
    return ((days * 24) + hours + clock_hours) * 60 + minutes + clock_minutes


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORK_DAYS = "12345"


def weekday_typed(text: str) -> int:
    """The ISO weekday written as `monday` or `mon`. Raises `BadInput`."""
    word = text.strip().casefold()
    for number, name in enumerate(_WEEKDAYS, 1):
        if len(word) >= 3 and name.startswith(word):
            return number
    raise BadInput(f"{text!r} is no weekday. Write it as monday.")


def weekdays_typed(text: str) -> str:
    """ISO weekdays as digits, written as `monday,thursday`, `weekdays` or `every day`. Raises `BadInput`."""
    if text.casefold() in ("weekdays", "every weekday"):
        return _WORK_DAYS
    if text.casefold() in ("every day", "daily"):
        return "1234567"
    return "".join(str(weekday_typed(each)) for each in text.split(","))


def weekdays_words(digits: str) -> str:
    """ISO weekdays as `weekdays_typed` reads them."""
    whole = {_WORK_DAYS: "weekdays", "1234567": "every day"}
    return whole.get(digits) or ",".join(_WEEKDAYS[int(digit) - 1] for digit in digits)


def weekday_name(weekday: int) -> str:
    """The ISO weekday as a word in lower case."""
    return _WEEKDAYS[weekday - 1]


def time_typed(text: str) -> time:
    """The time of day written as `08:47`. Raises `BadInput`."""
    try:
        if not re.fullmatch("[0-9]{2}:[0-9]{2}", text):
            raise ValueError
        return time.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{text!r} is no time of day. Write it as 08:47.") from None


def number_or_none(text: str) -> int | None:
    """A whole number, or None for the word `none`. Raises `BadInput`."""
    if text.casefold() == "none":
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise BadInput(f"{text!r} is no number. Write a whole number, or: none.")
    return int(text)
