"""Calendar files to test with, and what is held in a house, as plain times and titles."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events  # type: ignore[import-untyped]

from clubhouse.audit import COMMAND_LINE
from clubhouse.calendars.importing import Imported, import_calendar
from clubhouse.house import House
from clubhouse.program import see_program
from clubhouse.series import reach_ahead
from tests.houses import SetClock

FIRST, LAST = date(2026, 11, 23), date(2027, 11, 22)
"""The year from the day on which the test house's clock stands."""
FILES = Path(__file__).parent / "files"

Held = tuple[datetime, datetime, str]
"""Start and end on the house's clock, and the first letters of the title."""


def event(*lines: str, uid: str = "one", title: str = "Bowling") -> str:
    """One event of a file."""
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT", ""))


def calendar(*parts: str) -> str:
    """A whole file."""
    return "".join(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n", *parts, "END:VCALENDAR\r\n"))


def bring_in(
    house: House, folder: Path, text: str | bytes, kind: str = "social", first: date | None = None
) -> Imported:
    """Write a file and import it."""
    file = folder / "calendar.ics"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return import_calendar(house, COMMAND_LINE, file, kind, first)


def live_on(house: House, days: int = 366) -> None:
    """Let the days pass, so that all that comes in them is on file; then turn the clock back."""
    assert isinstance(house.clock, SetClock)
    start = house.clock.moment
    while house.clock.moment < start + timedelta(days=days):
        house.clock.forward(days=60)
        reach_ahead(house)
    house.clock.moment = start


def held(house: House, first: date = FIRST, last: date = LAST) -> list[Held]:
    """What is held in the house."""
    return sorted(
        (each.starts_at.replace(tzinfo=None), each.ends_at.replace(tzinfo=None), each.occurrence.title[:30])
        for each in see_program(house, first, last).events
    )


def held_by_others(text: str, zone: ZoneInfo, first: date = FIRST, last: date = LAST) -> list[Held]:
    """What another library finds in the file; what is called off it lists, and we do not."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(first, last + timedelta(days=1))
    return sorted(_held(each, zone) for each in found if each.get("STATUS") != "CANCELLED")


def _held(component: icalendar.Component, zone: ZoneInfo) -> Held:
    start, end = (_here(component.decoded(name), zone) for name in ("DTSTART", "DTEND"))
    return start, end, str(component["SUMMARY"])[:30]


def _here(moment: date, zone: ZoneInfo) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment


def content(house: House) -> list[str]:
    """Everything in the file of the house, as another program reads it."""
    with closing(sqlite3.connect(house.store.path)) as connection:
        return list(connection.iterdump())
