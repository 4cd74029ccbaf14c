"""At the door of an event: who is registered is known there, and who comes without is welcome.

The house notes who was there and nothing else; nobody is marked for not coming [std 3].
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import db.news
import db.occurrences
import db.presences
from clubhouse import audit
from clubhouse.errors import Overtaken
from clubhouse.helping import person_on_file
from clubhouse.house import House
from clubhouse.names import full_name
from clubhouse.permissions import Permission, require
from clubhouse.program import LONGEST_DAYS, Event, as_seen, moved, see_event, times
from clubhouse.waiting_list import has_seat
from db.news import NewsKind, Untold
from db.occurrences import Occurrence
from db.people import Kind, NewPerson, Person
from db.presences import ThereHow
from db.visits import Visit

__all__ = ["NewsKind", "ThereHow"]


@dataclass(frozen=True)
class News:
    """What the person is told of something they are registered for."""

    kind: NewsKind
    occurrence: Occurrence
    turn: int = 0
    """The person's place among those who wait, from 1; 0 for somebody who does not."""


@dataclass(frozen=True)
class AtTheDoor:
    """What somebody who comes in finds."""

    now: tuple[Event, ...]
    """What is on now, or about to begin."""
    news: tuple[News, ...]


@dataclass(frozen=True)
class Attendee:
    """Somebody on the list of an event."""

    person_id: int
    code: str
    name: str
    """First and last name: the list is for those who look after the event."""
    kind: Kind
    registered: bool
    has_seat: bool
    ride: bool
    there: bool


@dataclass(frozen=True)
class EventList:
    """An event with everybody on its list."""

    event: Event
    attendees: tuple[Attendee, ...]
    """The registered in the order of coming, then those who came without."""


def arrive(house: House, person: Person, visit: Visit, at: datetime) -> None:
    """Somebody has come in at the local moment `at`: note them where they have a seat now, and tell them the news."""
    moment = max(at, visit.in_at)  # a scan may be answered after a later one
    for event in _on_now(house, person, at):
        if event.has_seat and not event.there:
            _note(house, person.code, person, event.occurrence, ThereHow.SCAN, moment)
    db.news.tell(house.store, person.id, moment)


def at_the_door(house: House, person: Person, visit: Visit, at: datetime) -> AtTheDoor:
    """What is on at the local moment `at`, and the news that the person was told in this visit.

    Of what is over there is none, and of what is not held there is no more to say than that.
    """
    with house.store.snapshot():
        since = at.date() - timedelta(days=LONGEST_DAYS + 1)
        told = db.news.of_person(house.store, person.id, visit.in_at, since)
        news = (_still_true(house, person, each, at) for each in told)
        return AtTheDoor(_on_now(house, person, at), tuple(each for each in news if each))


def _still_true(house: House, person: Person, untold: Untold, at: datetime) -> News | None:
    # What was told in this visit may have changed again, or the person has seen to it.
    occurrence = db.occurrences.get(house.store, untold.occurrence_id)
    if occurrence is None or (occurrence.cancelled_at is not None) is not (untold.kind is NewsKind.CANCELLED):
        return None
    event = as_seen(house, occurrence, person.id)
    if event.is_over(at):
        return None
    if untold.kind is NewsKind.CANCELLED:
        return News(untold.kind, occurrence)
    changed = {NewsKind.SEAT: not event.has_seat, NewsKind.WAITING: event.has_seat}.get(untold.kind, False)
    return None if event.mine is None or changed else News(untold.kind, occurrence, event.turn)


def _on_now(house: House, person: Person, at: datetime) -> tuple[Event, ...]:
    # What began yesterday may go on past midnight, and what begins tomorrow may be minutes away.
    found = db.occurrences.around(house.store, at.date(), LONGEST_DAYS)
    if not found:
        return ()
    said, now = house.settings(), at.astimezone(UTC)
    on = [each for each in found if _is_on(times(each, said.zone), now, said.door_minutes)]
    return tuple(as_seen(house, each, person.id) for each in on)


def _is_on(between: tuple[datetime, datetime], now: datetime, minutes_before: int) -> bool:
    # `now` in UTC: two moments of one local zone are compared by their hands, an hour wrong when clocks go back.
    return moved(between[0], -minutes_before) <= now < between[1]


def undo_arrival(house: House, person: Person, visit: Visit, at: datetime) -> None:
    """The sign-in is taken back, and what was noted by it; the news is told at the next scan."""
    db.news.untell(house.store, person.id, visit.in_at)
    for occurrence_id in db.presences.by_scan(house.store, person.id, visit.in_at):
        db.presences.undo(house.store, occurrence_id, person.id, at)
        audit.record(house, person.code, "unmark_there", f"occurrence {occurrence_id}", person.id, None)


def come_to(house: House, person_id: int, occurrence_id: int) -> Event:
    """The person is there, registered or not. Raises `Overtaken` when it is not on now."""
    with house.store.transaction():
        person = person_on_file(house, person_id)
        if all(event.occurrence.id != occurrence_id for event in _on_now(house, person, house.now())):
            raise Overtaken("That is not on now. Please look at the other events.")
        event = see_event(house, occurrence_id, person_id)
        _note(house, person.code, person, event.occurrence, ThereHow.KEY, house.clock())
        return see_event(house, occurrence_id, person_id)


def not_there(house: House, person_id: int, occurrence_id: int) -> Event:
    """The person is not there after all. Raises `Overtaken` when that was not noted."""
    with house.store.transaction():
        person = person_on_file(house, person_id)
        _take_back(house, person.code, person, occurrence_id)
        return see_event(house, occurrence_id, person_id)


def mark_there(house: House, actor: str, person_id: int, occurrence_id: int) -> None:
    """Note from a list that somebody is or was there; noting it twice is noting it once."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        event = see_event(house, occurrence_id)
        _note(house, actor, person_on_file(house, person_id), event.occurrence, ThereHow.LIST, house.clock())


def unmark_there(house: House, actor: str, person_id: int, occurrence_id: int) -> None:
    """Take back what was noted. Raises `Overtaken` when it was not."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        _take_back(house, actor, person_on_file(house, person_id), occurrence_id)


def see_list(house: House, actor: str, occurrence_id: int) -> EventList:
    """Everybody on the list of an event, for those who look after it. Raises `NotAllowed`, `Overtaken`."""
    with house.store.snapshot():
        require(house, actor, Permission.EVENTS)
        event = see_event(house, occurrence_id)
        there = {each.person_id: each.person for each in db.presences.of_occurrence(house.store, occurrence_id)}
        attendees = []
        for before, each in enumerate(db.registrations.listed(house.store, occurrence_id)):
            seated = has_seat(before, event.occurrence.seats)
            who = each.registration
            attendees.append(_attendee(who.person_id, each.person, True, seated, who.ride, who.person_id in there))
            there.pop(who.person_id, None)
        attendees += [_attendee(id_, person, False, False, False, True) for id_, person in there.items()]
        return EventList(event, tuple(attendees))


def _attendee(
    person_id: int, person: NewPerson, registered: bool, has_seat: bool, ride: bool, there: bool
) -> Attendee:
    return Attendee(person_id, person.code, full_name(person), person.kind, registered, has_seat, ride, there)


def _note(house: House, actor: str, person: Person, occurrence: Occurrence, how: ThereHow, at: datetime) -> None:
    if db.presences.add(house.store, occurrence.id, person.id, how, at):
        audit.record(house, actor, "mark_there", f"occurrence {occurrence.id}", None, person.id)


def _take_back(house: House, actor: str, person: Person, occurrence_id: int) -> None:
    if not db.presences.undo(house.store, occurrence_id, person.id, house.clock()):
        raise Overtaken("That was not noted.")
    audit.record(house, actor, "unmark_there", f"occurrence {occurrence_id}", person.id, None)
