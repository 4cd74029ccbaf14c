"""A house on a Monday morning in which every operation about people has something to do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import db.visits
from clubhouse import (
    goals,
    house_meeting,
    merging,
    next_sheet,
    orientation,
    people,
    reach_out,
    record,
    record_pin,
    today,
    visitors,
    visits,
    wishes,
)
from clubhouse.audit import COMMAND_LINE
from clubhouse.goals import Area, Goal, Support, SupportKind
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.reach_out import CameOfIt, Contact, Way
from clubhouse.visitors import Purpose, Visitor
from clubhouse.visits import Visit
from clubhouse.wishes import EmergencyContact, NewEmergencyContact, Wishes
from db.visits import OutHow
from tests.houses import add, add_with_card

MONTH = "2026-11"
PIN = "1234"
"""Of `here`."""
SISTER = NewEmergencyContact("Sue", "sister", "555 0101")


@dataclass(frozen=True)
class PeopleScene:
    """People of a house on a Monday morning, and what the house knows of them."""

    mia: Person
    """A member with a visit, contacts, goals, a signature and all else there is; not in now."""
    visit: Visit
    """Of hers, ten days ago."""
    newcomer: Person
    """Without a card."""
    here: Person
    paused: Person
    left: Person
    """On the lists no longer."""
    twin: Person
    """Another entry of `mia`."""
    merged: Person
    """One with `newcomer` already."""
    contact: Contact
    emergency: EmergencyContact
    goal: Goal
    support: Support
    item: int
    """Of `mia`, on the agenda."""
    decided: int
    guessed: Visit
    """Of `left`, whose sign-out the house guessed."""
    on_sheet: int
    """The number of a card that waits for the next sheet."""
    visitor: Visitor
    gone: Visitor
    """Was here today."""


def people_scene(house: House) -> PeopleScene:
    """Put all of it on file, at the house's time."""
    now = house.now()
    with house.store.transaction():
        (mia, _), (twin, _), (here, _) = (add_with_card(house, name) for name in ("Mia", "Mimi", "Hugo"))
        newcomer, merged, paused = add(house, "Nora"), add(house, "Norah"), add(house, "Pia")
        paused = people.pause_person(house, COMMAND_LINE, paused.id, "see Ana")
        left = people.end_person(house, COMMAND_LINE, add(house, "Lena").id)
        came = now - timedelta(days=10)
        visit = visits.add_visit(house, COMMAND_LINE, mia, came, came + timedelta(hours=2), "paper sheet")
        today.sign_in_for(house, COMMAND_LINE, here.id)
        merging.merge_people(house, COMMAND_LINE, newcomer.id, merged.id)
        record_pin.choose_pin(house, here, PIN)
        wishes.set_wishes(house, COMMAND_LINE, mia.id, Wishes(Way.CALL, "555 0100"))
        orientation.begin_orientation(house, COMMAND_LINE, mia.id, here.id)
        orientation.tick_step(house, COMMAND_LINE, mia.id, "a unit meeting")
        record.sign_month(house, mia.code, mia.id, MONTH)
        record.sign_month(house, COMMAND_LINE, mia.id, MONTH)
        decided = house_meeting.add_item(house, here.id, "New chairs")
        house_meeting.note_decision(house, COMMAND_LINE, decided.item_id, "Six, blue")
        return PeopleScene(
            mia=mia,
            visit=visit,
            newcomer=newcomer,
            here=here,
            paused=paused,
            left=left,
            twin=twin,
            merged=merged,
            contact=reach_out.log_contact(house, COMMAND_LINE, mia.id, Way.CALL, CameOfIt.TALKED),
            emergency=wishes.add_emergency(house, COMMAND_LINE, mia.id, SISTER),
            goal=goals.add_goal(house, mia.code, mia.id, Area.WORK, "A job with plants"),
            support=goals.add_support(house, mia.code, mia.id, SupportKind.HOUSING, "Read the lease together"),
            item=house_meeting.add_item(house, mia.id, "A trip to the lake").item_id,
            decided=decided.item_id,
            guessed=_guessed(house, left),
            on_sheet=next_sheet.put_on_sheet(house, COMMAND_LINE, here.id).card_id,
            visitor=visitors.sign_in_visitor(house, "Tom Tull", Purpose.TOUR),
            gone=_gone(house),
        )


@dataclass(frozen=True)
class PeopleWrite:
    """One operation, and who may do it."""

    name: str
    """Module and function."""
    act: Callable[[House, PeopleScene, str], object]
    """Calls it with the actor given, where it takes one."""
    actions: list[str]
    """The rows that it leaves in the log when the actor is the command line; none for one that only reads."""
    permission: Permission | None = None
    """What its actor has to hold; None where anybody may, or only the person."""
    own: bool = False
    """The person themselves may too; it is always `mia`."""
    of: str = ""
    """What is special about this call."""


def _guessed(house: House, person: Person) -> Visit:
    came = house.now() - timedelta(days=5)
    visit = visits.add_visit(house, COMMAND_LINE, person, came, came + timedelta(hours=2), "paper sheet")
    db.visits.correct(house.store, replace(visit, out_how=OutHow.ESTIMATE))
    return visit


def _gone(house: House) -> Visitor:
    return visitors.sign_out_visitor(house, visitors.sign_in_visitor(house, "Una Orr", Purpose.GUEST).id)
