"""Registering for classes and events: by oneself at the kiosk, or written down by those who look after them."""

from dataclasses import dataclass
from datetime import timedelta

import db.news
import db.registrations
from clubhouse import audit
from clubhouse.errors import Overtaken
from clubhouse.helping import person_on_file
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from clubhouse.program import LONGEST_DAYS, Event, see_event
from clubhouse.waiting_list import telling
from db.people import Person
from db.registrations import NewRegistration


class Closed(Overtaken):
    """It is too late to register or leave by oneself."""


@dataclass(frozen=True)
class Registered:
    """What came of it."""

    event: Event
    """With the person's own place."""
    overlaps: tuple[Event, ...]
    """What else the person is registered for at that time; it is said, not forbidden."""


def register(house: House, person_id: int, occurrence_id: int, *, ride: bool = False) -> Registered:
    """The person would like to come; on the waiting list when it is full. Who is registered already stays so.

    Raises `Closed` when it is too late, `Overtaken` when it is not held or over.
    """
    with house.store.transaction():
        _refuse_closed(see_event(house, occurrence_id), house)
        person = person_on_file(house, person_id)
        return _register(house, person.code, person, occurrence_id, ride, by_id=None)


def register_for(house: House, actor: str, person_id: int, occurrence_id: int, *, ride: bool = False) -> Registered:
    """Write down that somebody would like to come, at any time, also afterwards."""
    with house.store.transaction():
        by_id = require(house, actor, Permission.EVENTS)
        return _register(house, actor, person_on_file(house, person_id), occurrence_id, ride, by_id)


def _register(
    house: House, actor: str, person: Person, occurrence_id: int, ride: bool, by_id: int | None
) -> Registered:
    was = see_event(house, occurrence_id, person.id)
    if was.mine is None:
        new = NewRegistration(occurrence_id, person.id, ride and was.occurrence.rides, by_id)
        made = db.registrations.add(house.store, new, house.clock())
        audit.record(house, actor, "register", f"registration {made.id}", None, made)
    event = see_event(house, occurrence_id, person.id)
    return Registered(event, _overlapping(house, event, person.id))


def _overlapping(house: House, event: Event, person_id: int) -> tuple[Event, ...]:
    first = event.occurrence.day - timedelta(days=LONGEST_DAYS + 1)
    mine = db.registrations.of_person(house.store, person_id, first, event.ends_at.date() + timedelta(days=1))
    others = [see_event(house, each.occurrence_id, person_id) for each in mine]
    found = [each for each in others if each.occurrence.id != event.occurrence.id and each.overlaps(event)]
    return tuple(sorted(found, key=lambda each: (each.occurrence.day, each.starts_at.time())))


def leave(house: House, person_id: int, occurrence_id: int) -> Event:
    """The person does not come after all; the next who waits has the seat. Raises as `register` does."""
    with house.store.transaction():
        _refuse_closed(see_event(house, occurrence_id), house)
        person = person_on_file(house, person_id)
        return _leave(house, person.code, person, occurrence_id)


def take_off_list(house: House, actor: str, person_id: int, occurrence_id: int) -> Event:
    """Write down that somebody does not come after all. Raises `Overtaken` when they stand on no list."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        return _leave(house, actor, person_on_file(house, person_id), occurrence_id)


def _leave(house: House, actor: str, person: Person, occurrence_id: int) -> Event:
    mine = db.registrations.get(house.store, occurrence_id, person.id)
    if mine is None:
        raise Overtaken("This name is not on the list.")
    with telling(house, occurrence_id):
        db.registrations.end(house.store, mine.id, house.clock())
        db.news.forget(house.store, person.id, occurrence_id, house.clock())
    audit.record(house, actor, "leave_event", f"registration {mine.id}", mine, None)
    return see_event(house, occurrence_id, person.id)


def set_ride(house: House, person_id: int, occurrence_id: int, ride: bool) -> Event:
    """Whether the person needs a ride. Raises `Overtaken` when they are not registered."""
    with house.store.transaction():
        person = person_on_file(house, person_id)
        mine = db.registrations.get(house.store, occurrence_id, person_id)
        if mine is None:
            raise Overtaken("Please register first.")
        if mine.ride is not ride:
            db.registrations.put_ride(house.store, mine.id, ride)
            audit.record(house, person.code, "set_ride", f"registration {mine.id}", mine.ride, ride)
        return see_event(house, occurrence_id, person_id)


def _refuse_closed(event: Event, house: House) -> None:
    now = house.now()
    if event.is_over(now):
        raise Overtaken("That is over. Please look at the other events.")
    if event.is_closed(now):
        raise Closed(
            "This is not changed here any more. Please ask at reception; you are welcome to come all the same."
        )
