"""Days, times, lengths and time zones as calendar files write them, and what they are on the house's own clock."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clubhouse.calendars.content import Line

FIRST_YEAR, LAST_YEAR = 1970, 2199
_MOMENT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z)?)?", re.IGNORECASE)
_LENGTH = re.compile(
    r"\+?P(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,7})S)?)?"
)
_LONGEST_ZONE = 20_000
_MOST_ZONES = 100


class NotRead(Exception):
    """What a file says of an event cannot be carried over; the text is the rest of a sentence about it."""


@dataclass
class Zones:
    """The time zones of one file: by their usual names, by those of Windows, or as the file describes them."""

    house: ZoneInfo
    described: dict[str, str]
    _known: dict[str, tzinfo] = field(default_factory=dict)

    def named(self, name: str) -> tzinfo:
        """The zone. Raises `NotRead` when nobody knows it."""
        if name not in self._known:
            if len(self._known) >= _MOST_ZONES:
                raise NotRead(f"is in one time zone more than the {_MOST_ZONES} that are read of a file")
            found = _usual(name) or _of_windows(name) or _described(self.described.get(name, ""))
            if found is None:
                raise NotRead(f"is in a time zone that is not known, {name[:60]!r}")
            self._known[name] = found
        return self._known[name]

    def moment(self, line: Line, value: str = "") -> date:
        """A day, or a time with its zone; one without is on the house's clock. Raises `NotRead`."""
        text = (value or line.value).strip()
        found = _MOMENT.fullmatch(text)
        try:
            if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
                raise ValueError
            day = date(int(found[1]), int(found[2]), int(found[3]))
            if found[4] is None:
                return day
            at = time(int(found[4]), int(found[5]), min(59, int(found[6] or 0)))
        except ValueError:
            raise NotRead(f"has a date that cannot be read, {text[:40]!r}") from None
        name = line.parameters.get("TZID", "")
        zone: tzinfo = UTC if found[7] else self.named(name) if name else self.house
        return datetime.combine(day, at, zone)


def length(text: str) -> timedelta:
    """A length such as `PT1H30M`. Raises `NotRead`."""
    found = _LENGTH.fullmatch(text.strip().upper())
    if found is None or not any(found.groups()):
        raise NotRead(f"has a length that cannot be read, {text[:40]!r}")
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def on_clock(moment: datetime, zone: tzinfo) -> datetime:
    """What the clock in `zone` shows at `moment`."""
    return moment.astimezone(UTC).astimezone(zone)


def _usual(name: str) -> ZoneInfo | None:
    # Some programs put their own name before it: /example.org/20260101_1/America/New_York.
    parts = name.strip("/").split("/")
    for count in (len(parts), 3, 2):
        key = "/".join(parts[-count:])
        if re.fullmatch(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+){0,2}", key):
            try:
                return ZoneInfo(key)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return None


def _of_windows(name: str) -> ZoneInfo | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    key = WINDOWS_TO_OLSON.get(name.strip())
    return _usual(key) if key else None


def _described(text: str) -> tzinfo | None:
    from icalendar import Timezone

    # A zone's clocks change at most a few times a year; any other rule would be followed for ever.
    rules = re.findall(r"^RRULE[^:\r\n]*:(.*)$", text, re.MULTILINE | re.IGNORECASE)
    if not text or len(text) > _LONGEST_ZONE or any("FREQ=YEARLY" not in rule.upper() for rule in rules):
        return None
    if any(re.search(r"BYHOUR|BYMINUTE|BYSECOND|COUNT=\d{4}", rule, re.IGNORECASE) for rule in rules):
        return None
    try:
        made = Timezone.from_ical(text)
        assert isinstance(made, Timezone)
        zone: tzinfo = made.to_tz(lookup_tzid=False)
        zone.utcoffset(datetime(2026, 1, 1))  # noqa: DTZ001 - the zone is asked about its own clock
    except Exception:  # whatever the file says, and however it fails
        return None
    return zone
