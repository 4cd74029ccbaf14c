"""Who has a seat and who waits: the first to come have the seats, the others wait in the order of coming.

It follows from the registrations and the seats alone, so a freed seat is the next one's in the same moment. What
a change means for the others is told to them at their next scan.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import db.news
import db.occurrences
import db.registrations
from clubhouse.house import House
from db.news import NewsKind


def has_seat(before: int, seats: int | None) -> bool:
    """Whether somebody before whom `before` others came has one of the seats; None is no limit."""
    return seats is None or before < seats


@contextmanager
def telling(house: House, occurrence_id: int) -> Iterator[None]:
    """Whoever gets or gives up a seat inside is told so at their next scan; those who come or leave know it."""
    was = _seated(house, occurrence_id)
    yield
    for person_id, seated in _seated(house, occurrence_id).items():
        if was.get(person_id, seated) is not seated:
            kind = NewsKind.SEAT if seated else NewsKind.WAITING
            db.news.put(house.store, person_id, occurrence_id, kind, house.clock())


def tell_all(house: House, occurrence_id: int, kind: NewsKind) -> None:
    """Everybody who is registered or waits is told at their next scan."""
    for each in db.registrations.of_occurrence(house.store, occurrence_id):
        db.news.put(house.store, each.person_id, occurrence_id, kind, house.clock())


def _seated(house: House, occurrence_id: int) -> dict[int, bool]:
    occurrence = db.occurrences.get(house.store, occurrence_id)
    seats = occurrence.seats if occurrence else 0
    registered = db.registrations.of_occurrence(house.store, occurrence_id)
    return {each.person_id: has_seat(before, seats) for before, each in enumerate(registered)}
