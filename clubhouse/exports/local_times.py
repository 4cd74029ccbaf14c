"""Moments as kept, in UTC text, told as local days and times: fast enough for millions of them."""

from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

_SECONDS = {f"{second // 60:02}:{second % 60:02}": second for second in range(3600)}
"""Seconds in the hour by the text `47:05`."""
_MINUTES = [f"{minute:02}" for minute in range(60)]


class _Hour(NamedTuple):
    """One hour of UTC, told locally."""

    epoch: int
    """Its first second since 1970."""
    day: str
    """Its local day; empty where that or the clock changes within the hour."""
    times: dict[str, str]
    """The local time by the text of the minute."""
    days: dict[str, str]
    """The local day by the text of the minute, where `day` is empty."""


class LocalTimes:
    """The clock on the wall of a house in `zone`."""

    def __init__(self, zone: ZoneInfo) -> None:
        """Knows nothing yet; each hour is worked out once."""
        self.zone = zone
        self._hours = _Hours(zone)

    def told(self, instant: str) -> tuple[str, str]:
        """The local day and time, `2026-11-23` and `08:47`, of the moment `2026-11-23T13:47:05Z`."""
        _, day, times, days = self._hours[instant[:13]]
        minute = instant[14:16]
        return day or days[minute], times[minute]

    def minutes(self, start: str, end: str) -> int:
        """The whole minutes of real time from one moment to the other."""
        seconds = self._hours[end[:13]][0] - self._hours[start[:13]][0]
        return (seconds + _SECONDS[end[14:19]] - _SECONDS[start[14:19]]) // 60

    def stay(self, start: str, end: str) -> tuple[str, str, str, int]:
        """Of two moments the first's local time, the second's day and time, and the minutes between them."""
        begun, _, came, _ = self._hours[start[:13]]
        ended, day, left, days = self._hours[end[:13]]
        minutes = (ended - begun + _SECONDS[end[14:19]] - _SECONDS[start[14:19]]) // 60
        return came[start[14:16]], day or days[end[14:16]], left[end[14:16]], minutes

    def moment(self, instant: str) -> str:
        """The local day and time with seconds."""
        day, time = self.told(instant)
        return f"{day} {time}:{instant[17:19]}"


class _Hours(dict[str, _Hour]):
    """The hours that were asked for, by text `2026-11-23T13`."""

    def __init__(self, zone: ZoneInfo) -> None:
        """None yet."""
        super().__init__()
        self._zone = zone

    def __missing__(self, text: str) -> _Hour:
        """Work out an hour when it is first asked for."""
        begins = datetime.fromisoformat(f"{text}:00:00+00:00")
        local = [(begins + timedelta(minutes=minute)).astimezone(self._zone) for minute in range(60)]
        first, last, epoch = local[0], local[-1], int(begins.timestamp())
        if first.date() == last.date() and first.utcoffset() == last.utcoffset():
            hour = _Hour(epoch, f"{first:%Y-%m-%d}", _hour_from(first.hour, first.minute), {})
        else:
            times = {minute: f"{each:%H:%M}" for minute, each in zip(_MINUTES, local, strict=True)}
            days = {minute: f"{each:%Y-%m-%d}" for minute, each in zip(_MINUTES, local, strict=True)}
            hour = _Hour(epoch, "", times, days)
        self[text] = hour
        return hour


@cache
def _hour_from(hour: int, minute: int) -> dict[str, str]:
    # Most hours of most days are alike, and share one of these.
    starts = hour * 60 + minute
    return {text: f"{(starts + at) // 60:02}:{(starts + at) % 60:02}" for at, text in enumerate(_MINUTES)}
