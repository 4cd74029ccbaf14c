"""Paid work for the pages of job hours, in the week of Monday, 23 November 2026."""

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import coverage
from clubhouse.employment.placements import Placement
from clubhouse.house import House
from clubhouse.people import Person
from db.coverage import Request
from tests.employment import MONDAY, cannot_go, hold
from tests.houses import add, on_disk
from tests.screens.kiosks import Kiosk


def on_file(house: House) -> list[tuple[object, ...]]:
    """What, day, minutes and first name of every row that counts, as another program reads it."""
    return on_disk(
        house.store.path,
        """SELECT what, day, minutes, first_name FROM work_days LEFT JOIN people ON people.id = person_id
           WHERE work_days.ended_at IS NULL ORDER BY work_days.id""",
    )


def looked_for(house: House) -> list[tuple[object, ...]]:
    """The day of every request that stands, and who covers."""
    return on_disk(
        house.store.path,
        """SELECT day, first_name FROM coverage_requests LEFT JOIN people ON people.id = taken_by
           WHERE coverage_requests.ended_at IS NULL ORDER BY day""",
    )


def asks(house: House, placement: Placement, person: Person, holder: str = "Hildegunda") -> Request:
    """Somebody else holds the placement and can't go on Monday; the person is asked."""
    other = add(house, holder, "Vandersloot")
    hold(house, placement, other)
    request = cannot_go(house, placement, other, MONDAY)
    coverage.offer_coverage(house, COMMAND_LINE, request.id, person.id)
    return request


async def open_hours(running: Kiosk, card: str) -> None:
    """Scan, and look at one's job hours."""
    await running.come(card, later=5)
    running.press("3")
    await running.opens("HoursPage")
    await running.shows("8 Another day or week")


async def open_day(running: Kiosk, card: str, key: str = "1") -> None:
    """Scan, look, and open the day of that key."""
    await open_hours(running, card)
    running.press(key)
    await running.opens("HoursDayPage")
    await running.shows("0 Back")
