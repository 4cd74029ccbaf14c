"""Reach-out: members who were not seen for a while, and getting in touch as each wishes.

Nobody is marked for being away: the list follows from the last visit alone, and whoever comes back leaves it by
coming. Who said *please don't* is never on it. It stands on no public screen, and each view leaves a row.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import db.contacts
import db.people
import db.wishes
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.names import shown_name
from clubhouse.own import checked_line, get_person
from clubhouse.permissions import Permission, require
from clubhouse.units import list_units
from clubhouse.views import note_view
from clubhouse.wishes import put_wishes
from db.contacts import Away, CameOfIt, Contact, NewContact
from db.wishes import Way, Wishes

__all__ = ["CameOfIt", "Contact", "NewContact", "Way"]

MOST_CONTACTS = 50
A_PAGE = 200
"""So many members are looked up at once where a page of the list is asked for."""
_LONG_AGO = date(1, 1, 2)


@dataclass(frozen=True)
class ToReach:
    """A member whom the house would like to hear from."""

    person_id: int
    code: str
    name: str
    unit: str
    """The home unit; empty for none."""
    last_day: date
    """Of the last visit."""
    days: int
    """Since then."""
    band: int
    """The largest of the house's numbers of days that has passed; 0 for one who wished for an earlier word."""
    wishes: Wishes
    paused: bool
    """There is a safety pause; speak with whoever set it first."""
    last: Contact | None
    """The last contact since the last visit."""

    @property
    def next_on(self) -> date | None:
        """When somebody agreed to get in touch again."""
        return self.last.next_on if self.last else None


@dataclass(frozen=True)
class ReachOutList:
    """Whom to get in touch with."""

    day: date
    after: int
    """After how many days away one stands here who has no wish of their own."""
    bands: tuple[int, ...]
    members: tuple[ToReach, ...]
    """The most recently seen first; all, or those of one page."""
    count: int
    """How many there are, on all pages."""
    skip: int = 0
    """So many come before those of this page."""

    @property
    def units(self) -> tuple[tuple[str, tuple[ToReach, ...]], ...]:
        """The same by home unit, in the order of their names; those without one last."""
        names = sorted({each.unit for each in self.members}, key=lambda name: (not name, name.casefold()))
        return tuple((name, tuple(each for each in self.members if each.unit == name)) for name in names)


def see_reach_out(
    house: House, actor: str, after: int | None = None, *, long_ago: bool = False, page: int | None = None
) -> ReachOutList:
    """Members seen in the last `active-days` days but not for `after` days, or as long as they wish themselves.

    Without `after` it is the first of the bands. With `long_ago` those who were last seen before that. With a `page`,
    from 0 on, only the `A_PAGE` members of that one; past the last page, those of the first.
    """
    with house.store.transaction():
        require(house, actor, Permission.REACH_OUT)
        note_view(house, actor, "reach-out", names=True)
        return _to_reach(house, after, long_ago, page)


def look_again(
    house: House, actor: str, after: int | None = None, *, long_ago: bool = False, page: int | None = None
) -> ReachOutList:
    """The same for a list that lies open already, so that it leaves no row. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.REACH_OUT)
        return _to_reach(house, after, long_ago, page)


def _to_reach(house: House, after: int | None, long_ago: bool, page: int | None) -> ReachOutList:
    settings, today = house.settings(), house.today()
    after = settings.reach_out_bands[0] if after is None else after
    edge = max(_LONG_AGO, today - timedelta(days=settings.active_days))
    first, last = (_LONG_AGO, edge - timedelta(days=1)) if long_ago else (edge, today - timedelta(days=1))
    asked, most, skip = (first, last, today, 0 if long_ago else after), -1 if page is None else A_PAGE, 0
    away, count = db.contacts.away(house.store, *asked, most=most, skip=(page or 0) * A_PAGE)
    if away:
        skip = (page or 0) * A_PAGE
    elif page:
        away, count = db.contacts.away(house.store, *asked, most=most)
    units = {unit.id: unit.name for unit in list_units(house)}
    since = db.contacts.since(house.store, first, (each.person_id for each in away))
    seen = _Seen(today, settings.reach_out_bands, units, {each.person_id: each for each in since})
    return ReachOutList(
        today, after, settings.reach_out_bands, tuple(seen.to_reach(each) for each in away), count, skip
    )


@dataclass(frozen=True)
class _Seen:
    """What all lines of a list are made with."""

    today: date
    bands: tuple[int, ...]
    units: dict[int, str]
    contacts: dict[int, Contact]
    """The last of each person."""

    def to_reach(self, away: Away) -> ToReach:
        """One line."""
        days = (self.today - away.last_day).days
        passed = bisect_right(self.bands, days)
        last = self.contacts.get(away.person_id)
        return ToReach(
            away.person_id,
            away.code,
            away.name,
            self.units.get(away.home_unit_id or 0, ""),
            away.last_day,
            days,
            self.bands[passed - 1] if passed else 0,
            away.wishes,
            away.paused,
            last if last and last.day >= away.last_day else None,
        )


def log_contact(
    house: House,
    actor: str,
    person_id: int,
    way: Way,
    came_of_it: CameOfIt,
    line: str = "",
    next_on: date | None = None,
    day: date | None = None,
) -> Contact:
    """Note that the house got in touch, today or on an earlier `day`; *please don't* becomes the person's wish.

    Raises `BadInput`, `NotAllowed`.
    """
    line = checked_line(line, "What is written here", needed=False)
    with house.store.transaction():
        by_id = require(house, actor, Permission.REACH_OUT)
        get_person(house, person_id)
        today = house.today()
        day = day or today
        if way is Way.PLEASE_DONT:
            raise BadInput("Say how you got in touch: call, text, card or visit.")
        if day > today or (next_on and next_on < today):
            raise BadInput("A contact was today or earlier, and the next is today or later. Check the dates.")
        new = NewContact(person_id, day, way, came_of_it, line, next_on, by_id)
        made = Contact(**vars(new), id=db.contacts.add(house.store, new, house.now()), at=house.now())
        audit.record(house, actor, "log_contact", f"contact {made.id}", None, made)
        if came_of_it is CameOfIt.PLEASE_DONT:
            known = db.wishes.of_person(house.store, person_id) or Wishes()
            put_wishes(house, actor, person_id, replace(known, way=Way.PLEASE_DONT))
        return made


def undo_contact(house: House, actor: str, contact_id: int) -> None:
    """Take a contact back: it was a slip. Raises `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.REACH_OUT)
        was = db.contacts.get(house.store, contact_id)
        if was is None:
            raise NotFound(f"There is no contact number {contact_id}.")
        db.contacts.undo(house.store, contact_id, house.clock())
        audit.record(house, actor, "undo_contact", f"contact {contact_id}", was, None)


def see_contacts(house: House, actor: str, person_id: int) -> list[Contact]:
    """The last contacts with a person, the latest first; each view leaves a row. Raises `NotAllowed`."""
    with house.store.transaction():
        require(house, actor, Permission.REACH_OUT)
        get_person(house, person_id)
        note_view(house, actor, f"contacts of person {person_id}", names=True)
        return db.contacts.of_person(house.store, person_id, MOST_CONTACTS)


def who_was_it(house: House, actor: str, contacts: Iterable[Contact]) -> dict[int, str]:
    """The names, as shown, of those who noted these contacts, by their numbers. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.REACH_OUT)
        found = (db.people.get(house.store, each) for each in {each.by_id for each in contacts} if each)
        return {person.id: shown_name(person) for person in found if person}
