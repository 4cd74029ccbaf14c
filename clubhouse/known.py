"""What the house knows of one person, for their page at the desk; wishes and emergency contacts are asked apart."""

from dataclasses import dataclass
from datetime import date, datetime

import db.cards
import db.visits
from clubhouse.house import House
from clubhouse.names import full_name
from clubhouse.orientation import Checklist, see_orientation
from clubhouse.own import get_person
from clubhouse.permissions import Permission, permissions_of, require
from clubhouse.photos import Consent, see_consents
from clubhouse.units import list_units
from clubhouse.views import note_view
from db.people import Person


@dataclass(frozen=True)
class Known:
    """One person."""

    person: Person
    name: str
    """First and last name."""
    here: bool
    last_day: date | None
    """Of the last visit."""
    unit: str
    """The home unit; empty for none."""
    card_since: datetime | None
    """Local; None while there is no card."""
    paused_since: datetime | None
    """Local; None while there is no safety pause."""
    consents: tuple[Consent, ...]
    checklist: Checklist | None
    """None for somebody who never had an orientation."""
    permissions: frozenset[Permission]
    """What they look after."""


def see_person(house: House, actor: str, person_id: int, *, again: bool = False) -> Known:
    """The person with that number. Raises `NotAllowed`, `NotFound` for an entry that is one with another.

    The look is noted, except where a page is only painted `again`.
    """
    with house.store.snapshot() if again else house.store.transaction():
        require(house, actor, Permission.GREETER)
        person = get_person(house, person_id)
        if not again:
            note_view(house, actor, f"page of person {person_id}", names=True)
        last, card = db.visits.latest(house.store, person_id, 1), db.cards.in_use(house.store, person_id)
        units = {unit.id: unit.name for unit in list_units(house)}
        return Known(
            person,
            full_name(person),
            db.visits.open_of(house.store, person_id) is not None,
            last[0].day if last else None,
            units.get(person.home_unit_id or 0, ""),
            house.local(card.issued_at) if card else None,
            house.local(person.paused_at) if person.paused_at else None,
            see_consents(house, actor, person_id),
            see_orientation(house, actor, person_id),
            permissions_of(house, person),
        )
