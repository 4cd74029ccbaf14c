"""Moments as kept, in UTC text, told as local days and times: fast enough for millions of them."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

_SECONDS = {f"{second // 60:02}:{second % 60:02}": second for second in range(3600)}
"""Seconds in the hour by the text `47:05`."""


class LocalTimes:
    """The clock on the wall of a house in `zone`."""

    def __init__(self, zone: ZoneInfo) -> None:
        """Knows nothing yet; each hour is worked out once."""
        self.zone = zone
        self._hours: dict[str, tuple[int, dict[str, tuple[str, str]]]] = {}

    def told(self, instant: str) -> tuple[str, str]:
        """The local day and time, `2026-11-23` and `08:47`, of the moment `2026-11-23T13:47:05Z`."""
        return self._hour(instant[:13])[1][instant[14:16]]

    def minutes(self, start: str, end: str) -> int:
        """The whole minutes of real time from one moment to the other."""
        seconds = self._hour(end[:13])[0] - self._hour(start[:13])[0] + _SECONDS[end[14:19]] - _SECONDS[start[14:19]]
        return seconds // 60

    def moment(self, instant: str) -> str:
        """The local day and time with seconds."""
        day, time = self.told(instant)
        return f"{day} {time}:{instant[17:19]}"

    def _hour(self, hour: str) -> tuple[int, dict[str, tuple[str, str]]]:
        known = self._hours.get(hour)
        if known is None:
            begins = datetime.fromisoformat(f"{hour}:00:00+00:00")
            local = tuple((begins + timedelta(minutes=minute)).astimezone(self.zone) for minute in range(60))
            minutes = {
                f"{minute:02}": _told(each.toordinal(), each.hour, each.minute) for minute, each in enumerate(local)
            }
            known = self._hours[hour] = int(begins.astimezone(UTC).timestamp()), minutes
        return known


@cache
def _told(ordinal: int, hour: int, minute: int) -> tuple[str, str]:
    # A day has 1,440 of them, which many hours share.
    return datetime.fromordinal(ordinal).date().isoformat(), f"{hour:02}:{minute:02}"
