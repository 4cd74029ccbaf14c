"""Classes and events for the pages that show them, on and after Monday, 23 November 2026."""

from datetime import date, time

from clubhouse import registering, series
from clubhouse.house import House
from clubhouse.occurrences import Occurrence, occurrences_of
from clubhouse.people import Person
from clubhouse.series import NewSeries
from tests.houses import add, on_disk
from tests.screens.kiosks import Kiosk
from tests.screens.mornings import ACTOR_ON_FILE

FRIDAY = date(2026, 11, 27)


def plan(
    house: House,
    title: str = "Bowling",
    day: date = FRIDAY,
    starts: time | None = time(18, 30),
    minutes: int = 90,
    *,
    public_title: str = "",
    place: str = "Bowling hall",
    notes: str = "",
    rule: str = "",
    seats: int | None = 2,
    closes_minutes: int = 0,
    rides: bool = False,
    leads: tuple[int, ...] = (),
) -> Occurrence:
    """A class or event; the first of it where it comes again."""
    new = NewSeries(
        "social", title, public_title, place, notes, day, starts, minutes, rule, seats, closes_minutes, rides
    )
    return occurrences_of(house, series.add_series(house, ACTOR_ON_FILE, new, leads).id)[0]


def comes(house: House, occurrence: Occurrence, *people: Person) -> None:
    """These have registered, on another kiosk or earlier."""
    for person in people:
        registering.register(house, person.id, occurrence.id)


def fill(house: House, occurrence: Occurrence, count: int) -> list[Person]:
    """So many others register."""
    others = [add(house, f"Other{place}", "Person") for place in range(count)]
    comes(house, occurrence, *others)
    return others


def registered(house: House) -> list[tuple[object, ...]]:
    """First name, title, whether a ride is needed, in the order of coming, as another program reads it."""
    return on_disk(
        house.store.path,
        """SELECT first_name, title, ride FROM registrations JOIN people ON people.id = person_id
           JOIN occurrences ON occurrences.id = occurrence_id WHERE ended_at IS NULL ORDER BY registrations.id""",
    )


def there(house: House) -> list[tuple[object, ...]]:
    """First name, title and how it is known, of everybody noted as there."""
    return on_disk(
        house.store.path,
        """SELECT first_name, title, how FROM presences JOIN people ON people.id = person_id
           JOIN occurrences ON occurrences.id = occurrence_id WHERE undone_at IS NULL ORDER BY presences.id""",
    )


async def open_program(running: Kiosk, card: str) -> None:
    """Scan, and look at classes and events."""
    await running.come(card, later=5)
    running.press("2")
    await running.opens("ProgramPage")


async def open_event(running: Kiosk, card: str, key: str = "1") -> None:
    """Scan, look, and open the event of that key."""
    await open_program(running, card)
    running.press(key)
    await running.opens("EventPage")
