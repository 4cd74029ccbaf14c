"""Putting somebody on file with all that goes along, what is known of one person, and coming back on the lists."""

from dataclasses import replace

import pytest

from clubhouse import cards, joining, known, merging, orientation, people, visitors
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.joining import Newcomer
from clubhouse.people import Kind
from clubhouse.visitors import Purpose
from tests.houses import ACTOR, MONDAY_MORNING, add, on_disk


def test_a_guest_is_the_person_from_then_on_and_has_a_buddy(house: House) -> None:
    guest, buddy = visitors.sign_in_visitor(house, "Tom Tull", Purpose.TOUR), add(house)
    new = people.new_person(house, Kind.MEMBER, "Tom", "Tull")
    tom = joining.join_house(house, ACTOR, Newcomer(new, guest.id, True, buddy.id))
    assert visitors.visitors_between(house, ACTOR, house.today(), house.today())[0].person_id == tom.id
    checklist = orientation.see_orientation(house, ACTOR, tom.id)
    assert checklist
    assert checklist.buddy == "Rosa Alvarez"


def test_nobody_is_half_on_file(house: House) -> None:
    new = people.new_person(house, Kind.MEMBER, "Tom")
    with pytest.raises(NotFound):
        joining.join_house(house, ACTOR, Newcomer(new, None, True, 999))
    with pytest.raises(BadInput):
        joining.join_house(house, ACTOR, Newcomer(replace(new, first_name=" ")))
    assert on_disk(house.store.path, "SELECT count(*) FROM people") == [(0,)]


def test_what_is_known_of_somebody_is_told_in_the_houses_time(house: House) -> None:
    rosa = add(house)
    bare = known.see_person(house, ACTOR, rosa.id)
    assert (bare.name, bare.here, bare.last_day, bare.unit) == ("Rosa Alvarez", False, None, "")
    assert (bare.card_since, bare.paused_since, bare.checklist, bare.permissions) == (None, None, None, frozenset())
    cards.issue_card(house, ACTOR, rosa)
    people.pause_person(house, ACTOR, rosa.id, "see Ana")
    told = known.see_person(house, ACTOR, rosa.id)
    assert (told.card_since, told.paused_since) == (MONDAY_MORNING, MONDAY_MORNING)
    assert str(told.paused_since) == str(MONDAY_MORNING)


def test_coming_back_on_the_lists_is_done_once_and_not_for_an_entry_that_is_none(house: House) -> None:
    rosa, twin = add(house), add(house, "Rosie")
    people.end_person(house, COMMAND_LINE, rosa.id)
    assert people.bring_back(house, ACTOR, rosa.id).ended_on is None
    with pytest.raises(Overtaken):
        people.bring_back(house, ACTOR, rosa.id)
    merging.merge_people(house, ACTOR, rosa.id, twin.id)
    with pytest.raises(NotFound):
        people.bring_back(house, ACTOR, twin.id)
