"""The programme of classes and events, as it is seen: what is on, what is free, what one is registered for."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import db.occurrences
import db.presences
import db.registrations
from clubhouse.errors import Overtaken
from clubhouse.house import House
from clubhouse.names import shown_name
from clubhouse.waiting_list import has_seat
from db.occurrences import Occurrence
from db.registrations import Mine

__all__ = ["Mine", "Occurrence"]

LONGEST_DAYS = 14
"""No occurrence lasts longer."""


@dataclass(frozen=True)
class Event:
    """A class or event on one day, as one person sees it."""

    occurrence: Occurrence
    starts_at: datetime
    ends_at: datetime
    """Both in the house's time zone."""
    leaders: tuple[str, ...]
    """Who leads it, as they wish to be shown; nobody who wishes to stay unnamed."""
    taken: int
    """How many are registered or wait."""
    mine: Mine | None
    """The person's own place."""
    there: bool
    """It is noted that the person was there."""

    @property
    def free(self) -> int | None:
        """Seats that nobody has; None where there is no limit."""
        return None if self.occurrence.seats is None else max(0, self.occurrence.seats - self.taken)

    @property
    def waiting(self) -> int:
        """How many wait for a seat."""
        return 0 if self.occurrence.seats is None else max(0, self.taken - self.occurrence.seats)

    @property
    def has_seat(self) -> bool:
        """Whether the person is registered, and does not wait."""
        return self.mine is not None and has_seat(self.mine.before, self.occurrence.seats)

    @property
    def turn(self) -> int:
        """The person's place among those who wait, from 1; 0 for somebody who does not."""
        return 0 if self.mine is None or self.has_seat else self.mine.before - (self.occurrence.seats or 0) + 1

    @property
    def closes_at(self) -> datetime:
        """Until then people register and leave by themselves."""
        return moved(self.starts_at, -self.occurrence.closes_minutes)

    def is_closed(self, now: datetime) -> bool:
        """Whether it is too late to register or leave by oneself."""
        return _utc(now) >= _utc(self.closes_at)

    def is_over(self, now: datetime) -> bool:
        """Whether it has ended."""
        return _utc(now) >= _utc(self.ends_at)

    def overlaps(self, other: "Event") -> bool:
        """Whether the two share any time."""
        return _utc(self.starts_at) < _utc(other.ends_at) and _utc(other.starts_at) < _utc(self.ends_at)


@dataclass(frozen=True)
class Program:
    """What is on, some days long."""

    first: date
    last: date
    now: datetime
    events: tuple[Event, ...]
    """In order; what lasts the whole day stands first on its day."""

    @property
    def mine(self) -> tuple[Event, ...]:
        """What the person is registered or waits for, and is not over."""
        return tuple(event for event in self.events if event.mine and not event.is_over(self.now))

    def overlapping(self, event: Event) -> tuple[Event, ...]:
        """What else the person is registered for at the time of `event`."""
        others = (each for each in self.events if each.mine and each.occurrence.id != event.occurrence.id)
        return tuple(each for each in others if each.overlaps(event))


def see_program(house: House, first: date, last: date, person_id: int | None = None) -> Program:
    """What is held from `first` to `last`, both included, by the day it begins, as that person sees it."""
    with house.store.snapshot():
        zone = house.settings().zone
        occurrences = db.occurrences.between(house.store, first, last)
        taken = db.registrations.counts(house.store, first, last)
        leaders = _leaders(house, first, last) if occurrences else {}
        mine = db.registrations.of_person(house.store, person_id, first, last) if person_id else []
        there = db.presences.of_person(house.store, person_id, first, last) if person_id else set()
        places = {each.occurrence_id: each for each in mine}
        events = tuple(
            Event(
                each,
                *times(each, zone),
                leaders.get(each.series_id, ()),
                taken.get(each.id, 0),
                places.get(each.id),
                each.id in there,
            )
            for each in occurrences
        )
        return Program(first, last, house.now(), events)


def see_event(house: House, occurrence_id: int, person_id: int | None = None) -> Event:
    """One event, as that person sees it. Raises `Overtaken` when it is not held."""
    with house.store.snapshot():
        found = db.occurrences.get(house.store, occurrence_id)
        if found is None or found.cancelled_at is not None:
            raise Overtaken("That is not held. Please look at the other events.")
        return as_seen(house, found, person_id)


def as_seen(house: House, occurrence: Occurrence, person_id: int | None = None) -> Event:
    """An occurrence as that person sees it, held or not."""
    with house.store.snapshot():
        return Event(
            occurrence,
            *times(occurrence, house.settings().zone),
            _leaders(house, occurrence.day, occurrence.day).get(occurrence.series_id, ()),
            db.registrations.count(house.store, occurrence.id),
            db.registrations.place(house.store, occurrence.id, person_id) if person_id else None,
            person_id is not None and db.presences.is_there(house.store, occurrence.id, person_id),
        )


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the month of `day`."""
    first, month = day.replace(day=1), timedelta(days=31)
    if date.max - first < month:
        return first, date.max
    return first, (first + month).replace(day=1) - timedelta(days=1)


def times(occurrence: Occurrence, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """When it starts and ends; a time that a clock skips is read as if it had not (RFC 5545, section 3.3.5)."""
    if occurrence.starts is None:
        end = occurrence.day + timedelta(minutes=occurrence.minutes)
        return datetime.combine(occurrence.day, time(), zone), datetime.combine(end, time(), zone)
    start = datetime.combine(occurrence.day, occurrence.starts, zone).astimezone(UTC).astimezone(zone)
    return start, moved(start, occurrence.minutes)


def moved(moment: datetime, minutes: int) -> datetime:
    """`moment` and so many minutes more of real time, across any change of the clocks."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)


def _utc(moment: datetime) -> datetime:
    # Python compares two moments of one zone by their hands, which are wrong in the hour a clock goes through twice.
    return moment.astimezone(UTC)


def _leaders(house: House, first: date, last: date) -> dict[int, tuple[str, ...]]:
    from db import series  # the kiosk starts without it

    found: dict[int, tuple[str, ...]] = {}
    for lead in series.leaders(house.store, first, last):
        shown = shown_name(lead.person)
        if shown:
            found[lead.series_id] = (*found.get(lead.series_id, ()), shown)
    return found
