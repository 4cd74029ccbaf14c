"""How people wish to be reached, and whom to call in an emergency. A wish is kept, *please don't* above all."""

import db.emergency
import db.wishes
from clubhouse import audit
from clubhouse.errors import BadInput, Overtaken
from clubhouse.house import House
from clubhouse.own import checked_line, note_view_of_other, require_own
from clubhouse.permissions import Permission
from db.emergency import EmergencyContact, NewEmergencyContact
from db.wishes import Way, Wishes

__all__ = ["EmergencyContact", "NewEmergencyContact", "Way", "Wishes"]

MOST_DAYS = 3650


def see_wishes(house: House, actor: str, person_id: int) -> Wishes:
    """What the person has said about being reached. Who is not the person leaves a row. Raises `NotAllowed`."""
    with house.store.transaction():
        require_own(house, actor, person_id, Permission.REACH_OUT)
        note_view_of_other(house, actor, person_id, "contact wishes")
        return db.wishes.of_person(house.store, person_id) or Wishes()


def set_wishes(house: House, actor: str, person_id: int, wishes: Wishes) -> Wishes:
    """Note what the person says from now on. Raises `BadInput`, `NotAllowed`."""
    tidy = _checked(wishes)
    with house.store.transaction():
        require_own(house, actor, person_id, Permission.REACH_OUT)
        put_wishes(house, actor, person_id, tidy)
    return tidy


def put_wishes(house: House, actor: str, person_id: int, wishes: Wishes) -> None:
    """Note them, as a part of whatever brought them up."""
    was = db.wishes.of_person(house.store, person_id)
    db.wishes.put(house.store, person_id, wishes)
    audit.record(house, actor, "set_wishes", f"person {person_id}", was, wishes)


def _checked(wishes: Wishes) -> Wishes:
    if wishes.after_days is not None and not 1 <= wishes.after_days <= MOST_DAYS:
        raise BadInput(f"A wish of days is a number from 1 to {MOST_DAYS}.")
    phone, address = (
        checked_line(wishes.phone, "The phone number", 40, needed=False),
        checked_line(wishes.address, "The address", needed=False),
    )
    languages = checked_line(wishes.languages, "The list of languages", needed=False)
    if wishes.way in (Way.CALL, Way.TEXT) and not phone:
        raise BadInput("A call or a text needs a phone number.")
    return Wishes(wishes.way, phone, address, languages, wishes.after_days)


def see_emergency(house: House, actor: str, person_id: int) -> list[EmergencyContact]:
    """Whom to call in an emergency. Each view by somebody else leaves a row. Raises `NotAllowed`."""
    with house.store.transaction():
        require_own(house, actor, person_id, Permission.REACH_OUT)
        note_view_of_other(house, actor, person_id, "emergency contacts")
        return db.emergency.of_person(house.store, person_id)


def add_emergency(house: House, actor: str, person_id: int, contact: NewEmergencyContact) -> EmergencyContact:
    """One more to call. Raises `BadInput`, `NotAllowed`."""
    tidy = NewEmergencyContact(
        checked_line(contact.name, "A name", 80),
        checked_line(contact.relation, "What they are to the person", 40, needed=False),
        checked_line(contact.phone, "A phone number", 40),
    )
    with house.store.transaction():
        require_own(house, actor, person_id, Permission.REACH_OUT)
        made = EmergencyContact(**vars(tidy), id=db.emergency.add(house.store, person_id, tidy, house.today()))
        audit.record(house, actor, "add_emergency", f"emergency contact {made.id}", None, made)
        return made


def end_emergency(house: House, actor: str, person_id: int, contact_id: int) -> None:
    """Not to be called any more. Raises `Overtaken` when it is so already, `NotAllowed`."""
    with house.store.transaction():
        require_own(house, actor, person_id, Permission.REACH_OUT)
        for was in db.emergency.of_person(house.store, person_id):
            if was.id == contact_id:
                db.emergency.end(house.store, contact_id, house.today())
                audit.record(house, actor, "end_emergency", f"emergency contact {contact_id}", was, None)
                return
        raise Overtaken("That contact is gone already. Please look again.")
