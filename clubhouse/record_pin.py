"""A PIN of one's own before My record, for members who want one.

It is the same that opens the staff desk for those who may go in there, so nobody has two to remember; the waits
after wrong tries are the same too. Whoever has forgotten it asks staff, who take it away; of the record nothing is
lost.
"""

import db.pins
from clubhouse import audit, permissions, pins
from clubhouse.errors import Overtaken, Refused
from clubhouse.house import House
from clubhouse.own import get_person
from clubhouse.people import Person
from clubhouse.permissions import Permission, require
from clubhouse.record_key import RecordKey, key_to

WRONG = "That PIN is not right. Should you have forgotten it, ask staff: they can take it away."


def has_pin(house: House, person_id: int) -> bool:
    """Whether a PIN stands before the person's record."""
    with house.store.snapshot():
        return db.pins.of_person(house.store, person_id) is not None


def open_record(house: House, person: Person, pin: str) -> RecordKey:
    """The key to the person's own record. Raises `WrongPin` or `PinWait`; a wrong try is counted."""

    def key() -> RecordKey:
        kept = db.pins.of_person(house.store, person.id)
        if kept is None:
            raise Overtaken("Your PIN was taken away in the meantime. Please go back and open your record again.")
        return key_to(person.id, kept)

    return pins.with_pin(house, person, pin, key, WRONG)


def choose_pin(house: House, person: Person, new: str) -> None:
    """A first PIN of one's own choice. Raises `BadInput`, and `Overtaken` for whoever has one."""
    fresh = pins.hashed(pins.checked_pin(new))
    with house.store.transaction():
        get_person(house, person.id)
        if has_pin(house, person.id):
            raise Overtaken("You have a PIN already. Change that one.")
        db.pins.put(house.store, person.id, fresh, house.clock())
        audit.record(house, person.code, "choose_pin", f"person {person.id}", None, None)


def remove_pin(house: House, person: Person, old: str) -> None:
    """No PIN any more. Raises `WrongPin`, `PinWait`, and `Refused` where it opens the staff desk too."""

    def remove() -> None:
        if permissions.permissions_held(house, person):
            raise Refused("Your PIN opens the staff desk too, so it stays. You can change it.")
        db.pins.take_away(house.store, person.id)
        audit.record(house, person.code, "remove_pin", f"person {person.id}", None, None)

    pins.with_pin(house, person, old, remove, WRONG)


def take_pin_away(house: House, actor: str, person_id: int) -> None:
    """Staff take away a PIN that was forgotten; the count of wrong tries begins anew. Raises `Overtaken`."""
    with house.store.transaction():
        require(house, actor, Permission.SETTINGS)
        person = get_person(house, person_id)
        if not has_pin(house, person.id):
            raise Overtaken("That person has no PIN.")
        db.pins.take_away(house.store, person.id)
        db.pins.forget_tries(house.store, person.id)
        audit.record(house, actor, "take_pin_away", f"person {person.id}", None, None)
