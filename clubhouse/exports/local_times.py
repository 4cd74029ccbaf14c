"""Moments as kept, in UTC text, told as local days and times: fast enough for millions of them.

Between two changes of the clocks every date of UTC is told alike, so that the local time is looked up by the text of
the UTC time, and no moment is ever worked out for itself.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from db.values import instant_text

Clock = dict[str, tuple[int, str, int]]
"""By the UTC time `13:47`: minutes since midnight in UTC, the local time, and the local day less that of UTC."""


class _Date(NamedTuple):
    """One date of UTC, told locally."""

    begins: int
    """Its first minute since 1970."""
    clock: Clock
    days: tuple[str, str, str]
    """The local day that is 0, 1 and, counted from the end, -1 ahead of it."""


class PlainDay(NamedTuple):
    """A local day on which the clock is not changed."""

    begins: str
    """Its first moment, as kept."""
    ends: str
    """The first moment of the next day, as kept."""
    times: dict[str, tuple[int, str]]
    """By the UTC time `13:47`: minutes since the day began, and the local time."""


class LocalTimes:
    """The clock on the wall of a house in `zone`."""

    def __init__(self, zone: ZoneInfo) -> None:
        """Knows nothing yet; each date is worked out once."""
        self.zone = zone
        self._dates = _Dates(zone)
        self._plain: dict[timedelta | None, dict[str, tuple[int, str]]] = {}

    def told(self, instant: str) -> tuple[str, str]:
        """The local day and time, `2026-11-23` and `08:47`, of the moment `2026-11-23T13:47:05Z`."""
        _, clock, days = self._dates[instant[:10]]
        _, local, ahead = clock[instant[11:16]]
        return days[ahead], local

    def minutes(self, start: str, end: str) -> int:
        """The whole minutes of real time from one moment to the other."""
        return self.stay(start, end)[3]

    def stay(self, start: str, end: str) -> tuple[str, str, str, int]:
        """Of two moments the first's local time, the second's day and time, and the minutes between them."""
        date_begun, clock, _ = self._dates[start[:10]]
        begun, came, _ = clock[start[11:16]]
        date_ended, clock, days = self._dates[end[:10]]
        ended, left, ahead = clock[end[11:16]]
        # The last minute is whole where its seconds reach those of the first.
        minutes = date_ended + ended - date_begun - begun - (end[17:19] < start[17:19])
        return came, days[ahead], left, minutes

    def moment(self, instant: str) -> str:
        """The local day and time with seconds."""
        day, local = self.told(instant)
        return f"{day} {local}:{instant[17:19]}"

    def plain_day(self, day: str) -> PlainDay | None:
        """The local day, where its clock is not changed."""
        begins = datetime.combine(date.fromisoformat(day), time(), self.zone)
        ends = begins + timedelta(days=1)
        offset = begins.utcoffset()
        if offset != ends.utcoffset():
            return None
        if offset not in self._plain:
            midnight = begins.astimezone(UTC)
            moments = (midnight + timedelta(minutes=minute) for minute in range(24 * 60))
            self._plain[offset] = {
                f"{moment:%H:%M}": (minute, f"{minute // 60:02}:{minute % 60:02}")
                for minute, moment in enumerate(moments)
            }
        return PlainDay(instant_text(begins), instant_text(ends), self._plain[offset])


class _Dates(dict[str, _Date]):
    """The dates of UTC that were asked for, by text `2026-11-23`."""

    def __init__(self, zone: ZoneInfo) -> None:
        """None yet."""
        super().__init__()
        self._zone = zone
        self._clocks: dict[timedelta | None, Clock] = {}

    def __missing__(self, text: str) -> _Date:
        """Work out a date when it is first asked for."""
        midnight = datetime.combine(date.fromisoformat(text), time(), UTC)
        days = [(midnight + timedelta(days=ahead)).date().isoformat() for ahead in (0, 1, -1)]
        told = _Date(int(midnight.timestamp()) // 60, self._clock(midnight), (days[0], days[1], days[2]))
        self[text] = told
        return told

    def _clock(self, midnight: datetime) -> Clock:
        offset = midnight.astimezone(self._zone).utcoffset()
        if offset != (midnight + timedelta(days=1)).astimezone(self._zone).utcoffset():
            return self._work_out(midnight)
        if offset not in self._clocks:
            self._clocks[offset] = self._work_out(midnight)
        return self._clocks[offset]

    def _work_out(self, midnight: datetime) -> Clock:
        told: Clock = {}
        for minute in range(24 * 60):
            moment = midnight + timedelta(minutes=minute)
            local = moment.astimezone(self._zone)
            told[f"{moment:%H:%M}"] = (minute, f"{local:%H:%M}", (local.date() - midnight.date()).days)
        return told
