"""Every operation about people that writes or asks who does; who may; and a house in which each has work to do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from clubhouse import (
    cards,
    finding,
    goals,
    house_meeting,
    merging,
    orientation,
    people,
    photos,
    reach_out,
    record,
    record_page,
    settings,
    today,
    visitors,
    visits,
    wishes,
)
from clubhouse.audit import COMMAND_LINE
from clubhouse.goals import Area, Goal, Support, SupportKind
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission
from clubhouse.reach_out import CameOfIt, Contact, Way
from clubhouse.visitors import Purpose, Visitor
from clubhouse.visits import Visit
from clubhouse.wishes import EmergencyContact, NewEmergencyContact, Wishes
from tests.houses import add, add_with_card

MONTH = "2026-11"
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
    visitor: Visitor


def people_scene(house: House) -> PeopleScene:
    """Put all of it on file, at the house's time."""
    now = house.now()
    with house.store.transaction():
        (mia, _), (twin, _), (here, _) = (add_with_card(house, name) for name in ("Mia", "Mimi", "Hugo"))
        newcomer, merged, paused = add(house, "Nora"), add(house, "Norah"), add(house, "Pia")
        paused = people.pause_person(house, COMMAND_LINE, paused.id, "see Ana")
        came = now - timedelta(days=10)
        visit = visits.add_visit(house, COMMAND_LINE, mia, came, came + timedelta(hours=2), "paper sheet")
        today.sign_in_for(house, COMMAND_LINE, here.id)
        merging.merge_people(house, COMMAND_LINE, newcomer.id, merged.id)
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
            twin=twin,
            merged=merged,
            contact=reach_out.log_contact(house, COMMAND_LINE, mia.id, Way.CALL, CameOfIt.TALKED),
            emergency=wishes.add_emergency(house, COMMAND_LINE, mia.id, SISTER),
            goal=goals.add_goal(house, mia.code, mia.id, Area.WORK, "A job with plants"),
            support=goals.add_support(house, mia.code, mia.id, SupportKind.HOUSING, "Read the lease together"),
            item=house_meeting.add_item(house, mia.id, "A trip to the lake").item_id,
            decided=decided.item_id,
            visitor=visitors.sign_in_visitor(house, "Tom Tull", Purpose.TOUR),
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


_GREETER, _BOARD, _REACH_OUT = Permission.GREETER, Permission.BOARD, Permission.REACH_OUT
_REPORTS, _SETTINGS = Permission.REPORTS, Permission.SETTINGS

PEOPLE_WRITES = (
    PeopleWrite(
        "today.sign_in_for",
        lambda house, scene, actor: today.sign_in_for(house, actor, scene.mia.id),
        ["add_visit"],
        _GREETER,
    ),
    PeopleWrite(
        "today.sign_out_for",
        lambda house, scene, actor: today.sign_out_for(house, actor, scene.here.id),
        ["sign_out"],
        _GREETER,
    ),
    PeopleWrite(
        "today.paper_line",
        lambda house, scene, actor: today.paper_line(
            house, actor, scene.mia.id, date(2026, 11, 20), time(9), time(15)
        ),
        ["add_visit"],
        _GREETER,
    ),
    PeopleWrite(
        "wishes.see_wishes",
        lambda house, scene, actor: wishes.see_wishes(house, actor, scene.mia.id),
        ["view"],
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "wishes.set_wishes",
        lambda house, scene, actor: wishes.set_wishes(house, actor, scene.mia.id, Wishes(Way.CARD)),
        ["set_wishes"],
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "wishes.see_emergency",
        lambda house, scene, actor: wishes.see_emergency(house, actor, scene.mia.id),
        ["view"],
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "wishes.add_emergency",
        lambda house, scene, actor: wishes.add_emergency(house, actor, scene.mia.id, SISTER),
        ["add_emergency"],
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "wishes.end_emergency",
        lambda house, scene, actor: wishes.end_emergency(house, actor, scene.mia.id, scene.emergency.id),
        ["end_emergency"],
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "photos.set_consent",
        lambda house, scene, actor: photos.set_consent(house, actor, scene.mia.id, "newsletter", True),
        ["set_consent"],
        _GREETER,
        own=True,
    ),
    PeopleWrite(
        "orientation.begin_orientation",
        lambda house, scene, actor: orientation.begin_orientation(house, actor, scene.newcomer.id),
        ["begin_orientation"],
        _GREETER,
    ),
    PeopleWrite(
        "orientation.set_buddy",
        lambda house, scene, actor: orientation.set_buddy(house, actor, scene.mia.id, scene.newcomer.id),
        ["set_buddy"],
        _GREETER,
    ),
    PeopleWrite(
        "orientation.tick_step",
        lambda house, scene, actor: orientation.tick_step(house, actor, scene.mia.id, "lunch together"),
        ["tick_step"],
        _GREETER,
        own=True,
    ),
    PeopleWrite(
        "orientation.untick_step",
        lambda house, scene, actor: orientation.untick_step(house, actor, scene.mia.id, "a unit meeting"),
        ["untick_step"],
        _GREETER,
        own=True,
    ),
    PeopleWrite(
        "orientation.end_orientation",
        lambda house, scene, actor: orientation.end_orientation(house, actor, scene.mia.id),
        ["end_orientation"],
        _GREETER,
        own=True,
    ),
    PeopleWrite(
        "reach_out.see_reach_out",
        lambda house, scene, actor: reach_out.see_reach_out(house, actor),
        ["view"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "reach_out.see_contacts",
        lambda house, scene, actor: reach_out.see_contacts(house, actor, scene.mia.id),
        ["view"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "reach_out.log_contact",
        lambda house, scene, actor: reach_out.log_contact(house, actor, scene.mia.id, Way.TEXT, CameOfIt.WILL_COME),
        ["log_contact"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "reach_out.log_contact",
        lambda house, scene, actor: reach_out.log_contact(house, actor, scene.mia.id, Way.CALL, CameOfIt.PLEASE_DONT),
        ["log_contact", "set_wishes"],
        _REACH_OUT,
        of="with somebody who would rather not be contacted",
    ),
    PeopleWrite(
        "reach_out.undo_contact",
        lambda house, scene, actor: reach_out.undo_contact(house, actor, scene.contact.id),
        ["undo_contact"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "record.my_record",
        lambda house, scene, actor: record.my_record(house, actor, scene.mia.id, MONTH),
        ["view"],
        _REPORTS,
        own=True,
    ),
    PeopleWrite(
        "record_page.record_page",
        lambda house, scene, actor: record_page.record_page(house, actor, scene.mia.id, MONTH),
        ["view"],
        _REPORTS,
        own=True,
    ),
    PeopleWrite(
        "record.write_own_words",
        lambda house, scene, actor: record.write_own_words(house, actor, scene.mia.id, MONTH, "A good month."),
        ["write_own_words"],
        own=True,
    ),
    PeopleWrite(
        "record.sign_month",
        lambda house, scene, actor: record.sign_month(house, actor, scene.mia.id, MONTH, signs=False),
        ["sign_month"],
        _REPORTS,
        own=True,
    ),
    PeopleWrite(
        "record.take_back_signature",
        lambda house, scene, actor: record.take_back_signature(house, actor, scene.mia.id, MONTH),
        ["take_back_signature"],
        _REPORTS,
        own=True,
    ),
    PeopleWrite(
        "goals.see_goals",
        lambda house, scene, actor: goals.see_goals(house, actor, scene.mia.id),
        ["view"],
        _REPORTS,
        own=True,
    ),
    PeopleWrite(
        "goals.add_goal",
        lambda house, scene, actor: goals.add_goal(house, actor, scene.mia.id, Area.HOUSING, "A flat with a cat"),
        ["add_goal"],
        own=True,
    ),
    PeopleWrite(
        "goals.change_goal",
        lambda house, scene, actor: goals.change_goal(house, actor, scene.mia.id, scene.goal.id, "Plants and people"),
        ["change_goal"],
        own=True,
    ),
    PeopleWrite(
        "goals.end_goal",
        lambda house, scene, actor: goals.end_goal(house, actor, scene.mia.id, scene.goal.id),
        ["end_goal"],
        own=True,
    ),
    PeopleWrite(
        "goals.see_supports",
        lambda house, scene, actor: goals.see_supports(house, actor, scene.mia.id, date.min, date.max),
        ["view"],
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "goals.add_support",
        lambda house, scene, actor: goals.add_support(house, actor, scene.mia.id, SupportKind.BENEFITS, "A form"),
        ["add_support"],
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "goals.undo_support",
        lambda house, scene, actor: goals.undo_support(house, actor, scene.mia.id, scene.support.id),
        ["undo_support"],
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "house_meeting.add_item",
        lambda house, scene, _: house_meeting.add_item(house, scene.mia.id, "Lake"),
        ["add_item"],
    ),
    PeopleWrite(
        "house_meeting.withdraw_item",
        lambda house, scene, _: house_meeting.withdraw_item(house, scene.mia.id, scene.item),
        ["withdraw_item"],
    ),
    PeopleWrite(
        "house_meeting.add_item_of_house",
        lambda house, scene, actor: house_meeting.add_item_of_house(house, actor, "The roof"),
        ["add_item"],
        _BOARD,
    ),
    PeopleWrite(
        "house_meeting.note_decision",
        lambda house, scene, actor: house_meeting.note_decision(house, actor, scene.item, "In June"),
        ["note_decision"],
        _BOARD,
    ),
    PeopleWrite(
        "house_meeting.reopen_item",
        lambda house, scene, actor: house_meeting.reopen_item(house, actor, scene.decided),
        ["reopen_item"],
        _BOARD,
    ),
    PeopleWrite(
        "visitors.sign_in_visitor",
        lambda house, scene, _: visitors.sign_in_visitor(house, "Vee", Purpose.GUEST),
        ["sign_in_visitor"],
    ),
    PeopleWrite(
        "visitors.sign_out_visitor",
        lambda house, scene, _: visitors.sign_out_visitor(house, scene.visitor.id),
        ["sign_out_visitor"],
    ),
    PeopleWrite(
        "visitors.undo_visitor",
        lambda house, scene, _: visitors.undo_visitor(house, scene.visitor.id),
        ["undo_visitor"],
    ),
    PeopleWrite(
        "visitors.add_visitor",
        lambda house, scene, actor: visitors.add_visitor(
            house, actor, "Vee", Purpose.TOUR, house.now() - timedelta(hours=1), house.now()
        ),
        ["add_visitor"],
        _GREETER,
    ),
    PeopleWrite(
        "visitors.joins",
        lambda house, scene, actor: visitors.joins(house, actor, scene.visitor.id, scene.newcomer.id),
        ["visitor_joins"],
        _GREETER,
    ),
    PeopleWrite(
        "merging.merge_people",
        lambda house, scene, actor: merging.merge_people(house, actor, scene.mia.id, scene.twin.id),
        ["merge_people", "merge_people"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "merging.unmerge_people",
        lambda house, scene, actor: merging.unmerge_people(house, actor, scene.merged.id),
        ["unmerge_people", "unmerge_people"],
        _REACH_OUT,
    ),
)
"""Those that write, if only the row that says who looked."""

PEOPLE_READS = (
    PeopleWrite("today.see_today", lambda house, scene, actor: today.see_today(house, actor), [], _GREETER),
    PeopleWrite(
        "finding.find_people", lambda house, scene, actor: finding.find_people(house, actor, "m"), [], _GREETER
    ),
    PeopleWrite(
        "photos.see_consents",
        lambda house, scene, actor: photos.see_consents(house, actor, scene.mia.id),
        [],
        _GREETER,
        own=True,
    ),
    PeopleWrite(
        "orientation.see_orientation",
        lambda house, scene, actor: orientation.see_orientation(house, actor, scene.mia.id),
        [],
        _GREETER,
        own=True,
    ),
    PeopleWrite(
        "orientation.list_orientations",
        lambda house, scene, actor: orientation.list_orientations(house, actor),
        [],
        _GREETER,
    ),
    PeopleWrite(
        "visitors.visitors_between",
        lambda house, scene, actor: visitors.visitors_between(house, actor, date.min, date.max),
        [],
        _GREETER,
    ),
    PeopleWrite("merging.list_merged", lambda house, scene, actor: merging.list_merged(house, actor), [], _GREETER),
)
"""Those that only read, and ask who does."""

OLDER = (
    PeopleWrite(
        "people.add_person",
        lambda house, scene, actor: people.add_person(house, actor, people.new_person(house, Kind.MEMBER, "Eve")),
        ["add_person"],
        _GREETER,
    ),
    PeopleWrite(
        "people.add_person",
        lambda house, scene, actor: people.add_person(house, actor, people.new_person(house, Kind.STAFF, "Eve")),
        ["add_person"],
        _SETTINGS,
        of="of staff",
    ),
    PeopleWrite(
        "people.change_person",
        lambda house, scene, actor: people.change_person(
            house, actor, scene.mia.id, replace(scene.mia, nickname="Mi")
        ),
        ["change_person"],
        _GREETER,
    ),
    PeopleWrite(
        "people.change_person",
        lambda house, scene, actor: people.change_person(
            house, actor, scene.mia.id, replace(scene.mia, kind=Kind.STAFF)
        ),
        ["change_person"],
        _SETTINGS,
        of="into staff",
    ),
    PeopleWrite(
        "people.end_person",
        lambda house, scene, actor: people.end_person(house, actor, scene.mia.id),
        ["end_person"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "people.pause_person",
        lambda house, scene, actor: people.pause_person(house, actor, scene.mia.id, "see Ana"),
        ["pause_person"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "people.resume_person",
        lambda house, scene, actor: people.resume_person(house, actor, scene.paused.id),
        ["resume_person"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "cards.issue_card",
        lambda house, scene, actor: cards.issue_card(house, actor, scene.newcomer),
        ["issue_card"],
        _GREETER,
    ),
    PeopleWrite(
        "cards.replace_card",
        lambda house, scene, actor: cards.replace_card(house, actor, scene.mia),
        ["replace_card"],
        _GREETER,
    ),
    PeopleWrite(
        "visits.add_visit",
        lambda house, scene, actor: visits.add_visit(house, actor, scene.mia, house.now(), house.now(), "paper"),
        ["add_visit"],
        _GREETER,
    ),
    PeopleWrite(
        "visits.correct_visit",
        lambda house, scene, actor: visits.correct_visit(
            house, actor, scene.visit.id, scene.visit.in_at, scene.visit.in_at, "paper"
        ),
        ["correct_visit"],
        _GREETER,
    ),
    PeopleWrite(
        "settings.set_setting",
        lambda house, scene, actor: settings.set_setting(house, actor, "look", "dark"),
        ["set_setting"],
        _SETTINGS,
    ),
)
"""Those about people, cards, visits and settings that the table of `test_operations` has already."""

READS_OF_PEOPLE = {
    *(read.name for read in PEOPLE_READS),
    "house_meeting.list_decisions",
    "house_meeting.next_meeting",
    "house_meeting.see_agenda",
    "own.get_person",
    "own.require_own",
    "record.require_person",
    "visitors.are_left_open",
    "visitors.count_visitors",
    "visitors.visitors_here",
    "visits.checked_times",
}
PARTS_OF_PEOPLE = {"own.note_view_of_other", "visitors.close_left_open", "wishes.put_wishes"}
