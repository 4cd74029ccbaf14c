"""Classes and events to test with, and what stands on the disk of who is registered."""

from datetime import date, time

import db.occurrences
from clubhouse import series
from clubhouse.attendance import scan
from clubhouse.audit import COMMAND_LINE
from clubhouse.door import AtTheDoor
from clubhouse.house import House
from clubhouse.occurrences import Occurrence
from clubhouse.series import NewSeries, Series
from tests.houses import on_disk

FRIDAY = date(2026, 11, 27)
"""Of the week in which the test house's clock stands, the day after Thanksgiving."""


def new_series(
    title: str = "Bingo",
    first_day: date = FRIDAY,
    starts: time | None = time(14),
    minutes: int = 60,
    rule: str = "",
    seats: int | None = None,
    *,
    kind: str = "social",
    closes: int = 0,
    rides: bool = False,
) -> NewSeries:
    """What is said of an event: an hour on Friday at two, unless told otherwise."""
    return NewSeries(kind, title, "", "Hall", "", first_day, starts, minutes, rule, seats, closes, rides)


def add_event(house: House, new: NewSeries | None = None) -> Occurrence:
    """The first occurrence of a series that is planned now."""
    return dates_of(house, series.add_series(house, COMMAND_LINE, new or new_series()))[0]


def dates_of(house: House, made: Series) -> list[Occurrence]:
    """Every occurrence of a series that is on file, in order, the cancelled too."""
    return db.occurrences.of_series(house.store, made.id)


def held_days(house: House, made: Series) -> list[str]:
    """The days on which a series is held, such as `11-27`."""
    return [f"{each.day:%m-%d}" for each in dates_of(house, made) if each.cancelled_at is None]


def list_on_disk(house: House, occurrence_id: int) -> list[object]:
    """The ids of those registered, in order, as another program reads them."""
    rows = on_disk(
        house.store.path,
        f"SELECT person_id FROM registrations WHERE occurrence_id = {occurrence_id} AND ended_at IS NULL ORDER BY id",
    )
    return [person_id for (person_id,) in rows]


def told(house: House, code: str) -> list[tuple[str, int]]:
    """What the holder of a card is told at their next scan: kind and occurrence."""
    return [(each.kind.value, each.occurrence.id) for each in met(scan(house, code).door).news]


def met(door: AtTheDoor | None) -> AtTheDoor:
    """What somebody found at the door."""
    assert door is not None
    return door
