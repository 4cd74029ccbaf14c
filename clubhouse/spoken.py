"""Days, times, lengths and seats as people type them into a form, and the words that are read the same way again."""

import re
from collections.abc import Iterable
from datetime import date, time, timedelta

from clubhouse.errors import BadInput
from clubhouse.recurrence_words import day_from_words
from clubhouse.series_checks import MOST_MINUTES, MOST_SEATS

DAY = 24 * 60
"""Minutes."""
ALL_DAY = "all day"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?")
_LENGTH = re.compile(
    r"(?:(\d{1,2}) ?(?:d|days?))? ?(?:(\d{1,3}) ?(?:h|hours?))? ?(?:(\d{1,5}) ?(?:m|min|minutes?)?)?"
)


def day_said(text: str, today: date) -> date:
    """The day for *today*, *friday*, *4 december* or *2026-12-04*; the next from `today` on. Raises `BadInput`."""
    words = " ".join(text.casefold().split())
    near = {"today": 0, "tomorrow": 1}
    if words in near:
        return today + timedelta(days=near[words])
    for weekday, name in enumerate(_WEEKDAYS):
        if len(words) >= 3 and name.startswith(words):
            return today + timedelta(days=(weekday - today.weekday()) % 7)
    try:
        if any(each.isdecimal() for each in words):  # a month alone is none
            return day_from_words(words, today)
    except BadInput:
        pass
    raise BadInput(f"{text!r} is no day. Write it as friday, 4 december or 2026-12-04.")


def days_said(text: str, today: date) -> list[date]:
    """Several days with commas between them; none where nothing was typed. Raises `BadInput`."""
    return [day_said(each.strip(), today) for each in text.split(",") if each.strip()]


def days_words(days: Iterable[date]) -> str:
    """Days as `days_said` reads them."""
    return ", ".join(map(str, days))


def time_said(text: str) -> time | None:
    """The time for *18:30*, *6 pm* or *6:30pm*; None for *all day*. Raises `BadInput`."""
    words = " ".join(text.casefold().replace("-", " ").split())
    found = _TIME.fullmatch(words)
    if words == ALL_DAY:
        return None
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    half = found[3] if found else ""
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif half or not (found and found[2]):
        hour = 24
    if hour > 23 or minute > 59:
        raise BadInput(f"{text!r} is no time of day. Write it as 18:30 or 6:30 pm, or: all day.")
    return time(hour, minute)


def starts_words(starts: time | None) -> str:
    """A time as `time_said` reads it."""
    return f"{starts:%H:%M}" if starts else ALL_DAY


def minutes_said(text: str) -> int:
    """The minutes for *1:30*, *90*, *1 hour 30*, *2h* or *1 day*. Raises `BadInput`."""
    words = " ".join(text.casefold().split())
    clock = re.fullmatch(r"(\d{1,3}):([0-5]\d)", words)
    found = _LENGTH.fullmatch(words) if words and not clock else None
    if clock:
        minutes = int(clock[1]) * 60 + int(clock[2])
    elif found:
        days, hours, rest = (int(each or 0) for each in found.groups())
        minutes = days * DAY + hours * 60 + rest
    else:
        raise BadInput(f"{text!r} is no length. Write it as 1:30, 90 minutes, 2 hours or 1 day.")
    if not 0 <= minutes <= MOST_MINUTES:
        raise BadInput("At most 14 days have room here.")
    return minutes


def length_said(text: str) -> int:
    """The minutes that something lasts, at least one. Raises `BadInput`."""
    minutes = minutes_said(text)
    if not minutes:
        raise BadInput("It lasts at least a minute. Write it as 1:30, 90 minutes, 2 hours or 1 day.")
    return minutes


def minutes_words(minutes: int) -> str:
    """Minutes as `minutes_said` reads them."""
    if minutes and minutes % DAY == 0:
        return f"{minutes // DAY} day{'s' if minutes > DAY else ''}"
    return f"{minutes // 60}:{minutes % 60:02}"


def before_said(text: str) -> int:
    """How many minutes before it starts: *2 hours*, a number alone for hours, nothing for none. Raises `BadInput`."""
    words = text.strip()
    return minutes_said(f"{words} hours" if words.isascii() and words.isdigit() else words) if words else 0


def before_words(minutes: int) -> str:
    """Minutes before it starts as `before_said` reads them."""
    return minutes_words(minutes) if minutes else ""


def seats_said(text: str) -> int | None:
    """The number of seats; None, where nothing or *none* was typed, for no limit. Raises `BadInput`."""
    words = text.strip().casefold()
    if words in ("", "none"):
        return None
    if not (words.isascii() and words.isdigit()) or int(words[:9]) > MOST_SEATS:
        raise BadInput(f"Seats are a number from 0 to {MOST_SEATS}. Leave it empty for no limit.")
    return int(words)


def seats_words(seats: int | None) -> str:
    """Seats as `seats_said` reads them."""
    return "" if seats is None else str(seats)
