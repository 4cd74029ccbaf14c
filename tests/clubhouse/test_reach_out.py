"""The reach-out list follows from the last visit; each is reached as they wish, and who comes back leaves it."""

from datetime import date, timedelta

import pytest

from clubhouse import reach_out
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.people import Kind, Person, end_person, pause_person
from clubhouse.reach_out import CameOfIt, ReachOutList, Way, log_contact, see_contacts, see_reach_out, undo_contact
from clubhouse.settings import set_setting
from clubhouse.today import sign_in_for
from clubhouse.units import set_home_unit
from clubhouse.visits import add_visit
from clubhouse.wishes import Wishes, see_wishes, set_wishes
from tests.boards import add_unit
from tests.houses import SetClock, add, on_disk


def seen(house: House, name: str, days: int, kind: Kind = Kind.MEMBER) -> Person:
    """Somebody whose last visit was so many days ago."""
    person = add(house, name, kind=kind)
    for ago in (days, days + 20):
        came = house.now() - timedelta(days=ago, hours=1)
        add_visit(house, COMMAND_LINE, person, came, came + timedelta(minutes=30), "paper")
    return person


def listed(found: ReachOutList) -> list[tuple[str, int, int]]:
    """First name, days and band of each, in order."""
    return [(each.name.split()[0], each.days, each.band) for each in found.members]


def test_members_seen_in_ninety_days_but_not_lately_stand_there_the_latest_first(house: House) -> None:
    for name, days in (("Two", 2), ("Three", 3), ("Ten", 10), ("Ninety", 90), ("More", 91), ("Year", 365)):
        seen(house, name, days)
    seen(house, "Sam", 10, Kind.STAFF)
    add(house, "Never")
    assert listed(see_reach_out(house, COMMAND_LINE)) == [("Three", 3, 3), ("Ten", 10, 7), ("Ninety", 90, 30)]
    assert listed(see_reach_out(house, COMMAND_LINE, 14)) == [("Ninety", 90, 30)]
    assert listed(see_reach_out(house, COMMAND_LINE, long_ago=True)) == [("More", 91, 30), ("Year", 365, 30)]


def test_a_page_is_a_part_of_the_list_and_tells_of_the_whole(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach_out, "A_PAGE", 2)
    for days in (3, 4, 5, 6, 7):
        rosa = seen(house, f"D{days}", days)
    log_contact(house, COMMAND_LINE, rosa.id, Way.CALL, CameOfIt.TALKED)
    pages = [see_reach_out(house, COMMAND_LINE, page=page) for page in range(4)]
    assert [[each[0] for each in listed(page)] for page in pages] == [
        ["D3", "D4"],
        ["D5", "D6"],
        ["D7"],
        ["D3", "D4"],
    ]
    assert [(page.count, page.skip) for page in pages] == [(5, 0), (5, 2), (5, 4), (5, 0)]
    assert [bool(each.last) for each in pages[2].members] == [True]
    whole = see_reach_out(house, COMMAND_LINE)
    assert (len(whole.members), whole.count, whole.skip) == (5, 5, 0)
    assert whole.members == sum((page.members for page in pages[:3]), ())


def test_the_house_chooses_its_bands_and_how_long_is_long(house: House) -> None:
    seen(house, "Ten", 10)
    set_setting(house, COMMAND_LINE, "reach-out-bands", "5, 9")
    assert listed(see_reach_out(house, COMMAND_LINE)) == [("Ten", 10, 9)]
    set_setting(house, COMMAND_LINE, "active-days", "9")
    assert listed(see_reach_out(house, COMMAND_LINE)) == []
    assert listed(see_reach_out(house, COMMAND_LINE, long_ago=True)) == [("Ten", 10, 9)]


def test_a_members_own_wish_of_days_goes_before_that_of_the_house(house: House) -> None:
    early, late = seen(house, "Early", 2), seen(house, "Late", 10)
    set_wishes(house, COMMAND_LINE, early.id, Wishes(after_days=2))
    set_wishes(house, COMMAND_LINE, late.id, Wishes(after_days=11))
    assert listed(see_reach_out(house, COMMAND_LINE, 7)) == [("Early", 2, 0)]


def test_please_dont_and_who_left_the_lists_stand_nowhere_and_a_pause_is_told(house: House) -> None:
    asked, left, paused = (seen(house, name, 10) for name in ("Asked", "Left", "Paused"))
    log_contact(house, COMMAND_LINE, asked.id, Way.CALL, CameOfIt.PLEASE_DONT)
    end_person(house, COMMAND_LINE, left.id)
    pause_person(house, COMMAND_LINE, paused.id, "see Sam")
    (found,) = see_reach_out(house, COMMAND_LINE).members
    assert (found.name, found.paused) == ("Paused Alvarez", True)
    assert see_wishes(house, COMMAND_LINE, asked.id).way is Way.PLEASE_DONT


def test_please_dont_keeps_what_was_said_before(house: House) -> None:
    rosa = seen(house, "Rosa", 10)
    set_wishes(house, COMMAND_LINE, rosa.id, Wishes(Way.CALL, "555", "Elm 1", "Spanish", 9))
    log_contact(house, COMMAND_LINE, rosa.id, Way.CALL, CameOfIt.PLEASE_DONT)
    assert see_wishes(house, COMMAND_LINE, rosa.id) == Wishes(Way.PLEASE_DONT, "555", "Elm 1", "Spanish", 9)


def test_who_comes_back_leaves_the_list_by_coming(house: House) -> None:
    rosa = seen(house, "Rosa", 10)
    assert len(see_reach_out(house, COMMAND_LINE).members) == 1
    sign_in_for(house, COMMAND_LINE, rosa.id)
    assert see_reach_out(house, COMMAND_LINE).members == ()


def test_the_list_goes_by_home_unit_those_without_one_last(house: House) -> None:
    units = {name: add_unit(house, name) for name in ("Clerical", "culinary")}
    for name, unit in (("A", "culinary"), ("B", ""), ("C", "Clerical"), ("D", "culinary")):
        person = seen(house, name, 10)
        if unit:
            set_home_unit(house, COMMAND_LINE, person, units[unit].id)
    grouped = see_reach_out(house, COMMAND_LINE).units
    assert [(unit, [each.name[0] for each in members]) for unit, members in grouped] == [
        ("Clerical", ["C"]),
        ("culinary", ["A", "D"]),
        ("", ["B"]),
    ]


def test_the_wished_for_way_and_the_last_contact_stand_beside_the_name(house: House, clock: SetClock) -> None:
    rosa, sam = seen(house, "Rosa", 10), add(house, "Sam", kind=Kind.STAFF)
    set_wishes(house, COMMAND_LINE, rosa.id, Wishes(Way.TEXT, "555 0100", "Elm 1", "Spanish"))
    long_before = date(2026, 11, 10)
    log_contact(house, sam.code, rosa.id, Way.CALL, CameOfIt.TALKED, "before the last visit", day=long_before)
    (found,) = see_reach_out(house, COMMAND_LINE).members
    assert (found.wishes.way, found.wishes.phone, found.wishes.languages) == (Way.TEXT, "555 0100", "Spanish")
    assert (found.last, found.next_on) == (None, None)
    made = log_contact(house, sam.code, rosa.id, Way.TEXT, CameOfIt.SENT, "hi", date(2026, 11, 30))
    clock.forward(minutes=1)
    (found,) = see_reach_out(house, COMMAND_LINE).members
    assert (found.last, found.next_on, made.by_id) == (made, date(2026, 11, 30), sam.id)
    undo_contact(house, COMMAND_LINE, made.id)
    assert see_reach_out(house, COMMAND_LINE).members[0].last is None
    assert [each.line for each in see_contacts(house, COMMAND_LINE, rosa.id)] == ["before the last visit"]
    with pytest.raises(NotFound, match="no contact number"):
        undo_contact(house, COMMAND_LINE, made.id)


def test_a_contact_that_cannot_be_is_refused_and_nothing_is_written(house: House) -> None:
    rosa, today = add(house), house.today()
    for way, day, next_on in (
        (Way.PLEASE_DONT, today, None),
        (Way.CALL, today + timedelta(days=1), None),
        (Way.CALL, today, today - timedelta(days=1)),
    ):
        with pytest.raises(BadInput):
            log_contact(house, COMMAND_LINE, rosa.id, way, CameOfIt.TALKED, "", next_on, day)
    with pytest.raises(BadInput, match="too long"):
        log_contact(house, COMMAND_LINE, rosa.id, Way.CALL, CameOfIt.TALKED, "x" * 201)
    assert on_disk(house.store.path, "SELECT count(*) FROM contacts") == [(0,)]


def test_a_wish_to_be_called_needs_a_number_and_days_are_days(house: House) -> None:
    rosa = add(house)
    for wishes in (Wishes(Way.CALL), Wishes(Way.TEXT), Wishes(after_days=0), Wishes(address="x" * 201)):
        with pytest.raises(BadInput):
            set_wishes(house, COMMAND_LINE, rosa.id, wishes)
    assert see_wishes(house, COMMAND_LINE, rosa.id) == Wishes()
