"""The time. Operations ask their house's clock and never the system, so that a day can be set for tests and shows."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from clubhouse.errors import BadInput

Clock = Callable[[], datetime]
"""Gives the aware UTC moment."""

VARIABLE = "CLUBHOUSE_NOW"


def system_clock() -> datetime:
    """The computer's own time."""
    return datetime.now(UTC)


def running_from(moment: datetime) -> Clock:
    """A clock that shows `moment` (aware) now and runs on from there."""
    start, began = moment.astimezone(UTC), time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def clock_from_environment(zone: ZoneInfo) -> Clock:
    """The clock set by `CLUBHOUSE_NOW`, a local date and time of the house, or else the system's.

    Raises `BadInput` when the variable is no such time.
    """
    text = os.environ.get(VARIABLE)
    if not text:
        return system_clock
    try:
        moment = datetime.fromisoformat(text)
        return running_from(moment if moment.tzinfo else moment.replace(tzinfo=zone))
    except (ValueError, OverflowError):  # the last hours of the year 9999 are past the end elsewhere
        raise BadInput(f"{VARIABLE} is no date and time. Write it as 2026-11-23T08:47.") from None
