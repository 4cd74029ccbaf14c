"""Every operation on calendar files."""

from collections.abc import Callable

from clubhouse.audit import COMMAND_LINE
from clubhouse.calendars.importing import import_calendar
from clubhouse.house import House
from tests.clubhouse.calendars.held import FILES

CALENDAR_READS = {
    "calendars.writing.house_calendar",
    "calendars.writing.my_calendar",
    "calendars.writing.outside_calendar",
}
CALENDAR_WRITES: dict[str, tuple[Callable[[House, object], object], list[str]]] = {
    "calendars.importing.import_calendar": (
        lambda house, _: import_calendar(house, COMMAND_LINE, FILES / "described_zone.ics", "social"),
        ["add_series"],
    ),
}
