"""A time of day as it is read from a paper sheet and typed: `847`, `8:47`, `0847` and `15` are all understood."""

import re
from datetime import time

from clubhouse.errors import BadInput

LONGEST = 4
"""No time has more digits."""
_TIME = re.compile(r"(?P<hour>[0-9]{1,2})(?:[:.]?(?P<minute>[0-9]{2}))?(?P<half>[ap])?m?")


def typed_time(text: str, clock_hours: int = 24, after: time | None = None) -> time:
    """The time that was typed; `8a` and `3:30p` are understood too. Raises `BadInput`.

    In a house with a 12-hour clock a time that would lie before `after` is one of the afternoon.
    """
    found = _TIME.fullmatch(text.strip().casefold().replace(" ", ""))
    hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (24, 0)
    half = found["half"] if found else None
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        raise BadInput(f"{text.strip()!r} is no time of day. Type it like 847 or 8:47.")
    if half:
        return time(hour % 12 + (12 if half == "p" else 0), minute)
    if clock_hours == 12 and after and 1 <= hour < 12 and time(hour, minute) < after:
        return time(hour + 12, minute)
    return time(hour, minute)
