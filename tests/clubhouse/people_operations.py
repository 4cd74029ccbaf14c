"""Every operation about people that writes or asks who does, and who may."""

from datetime import date, time, timedelta

from clubhouse import (
    finding,
    goals,
    house_meeting,
    merging,
    orientation,
    photos,
    reach_out,
    record,
    record_page,
    today,
    visitors,
    visits,
    wishes,
)
from clubhouse.goals import Area, SupportKind
from clubhouse.permissions import Permission
from clubhouse.reach_out import CameOfIt, Way
from clubhouse.visitors import Purpose
from clubhouse.wishes import Wishes
from tests.clubhouse.joining_operations import JOINING_READS, JOINING_WRITES
from tests.clubhouse.people_scene import MONTH, SISTER, PeopleWrite
from tests.clubhouse.printing_operations import PRINTING_READS, PRINTING_WRITES
from tests.clubhouse.record_operations import PARTS_OF_RECORD, READS_OF_RECORD, RECORD_WRITES

_GREETER, _BOARD, _REACH_OUT = Permission.GREETER, Permission.BOARD, Permission.REACH_OUT

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
        "today.take_visit_out",
        lambda house, scene, actor: today.take_visit_out(house, actor, scene.visit.id, "twice on the sheet"),
        ["undo_visit"],
        _GREETER,
    ),
    PeopleWrite(
        "visits.confirm_guess",
        lambda house, scene, actor: visits.confirm_guess(house, actor, scene.guessed.id),
        ["correct_visit"],
        _GREETER,
    ),
    PeopleWrite(
        "visits.visits_of",
        lambda house, scene, actor: visits.visits_of(house, actor, scene.mia.id, 14),
        ["view"],
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
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "record_page.record_page",
        lambda house, scene, actor: record_page.record_page(house, actor, scene.mia.id, MONTH),
        ["view"],
        _REACH_OUT,
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
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "record.take_back_signature",
        lambda house, scene, actor: record.take_back_signature(house, actor, scene.mia.id, MONTH),
        ["take_back_signature"],
        _REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "goals.see_goals",
        lambda house, scene, actor: goals.see_goals(house, actor, scene.mia.id),
        ["view"],
        _REACH_OUT,
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
        "visitors.stay_after_all",
        lambda house, scene, _: visitors.stay_after_all(house, scene.gone.id),
        ["visitor_stays"],
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
    *JOINING_WRITES,
    *RECORD_WRITES,
    *PRINTING_WRITES,
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
    *JOINING_READS,
    *PRINTING_READS,
)
"""Those that only read, and ask who does."""

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
    "print_folder.folder_beside",
    "print_folder.kiosk_folder",
} | READS_OF_RECORD
PARTS_OF_PEOPLE = {"own.note_view_of_other", "visitors.close_left_open", "wishes.put_wishes"} | PARTS_OF_RECORD
