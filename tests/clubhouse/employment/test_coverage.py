"""Coverage: who can't go, who is asked, who goes, and what staff see of it on the day."""

from datetime import date, timedelta

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import coverage, terms, work_days
from clubhouse.employment.coverage_days import CoverDay, Stand, count_not_covered, coverage_between, coverage_of
from clubhouse.employment.placements import Placement, UsualTime, close_placement, set_times
from clubhouse.employment.stretches import of_length
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.people import Kind, Person, end_person
from tests.employment import MONDAY, WEEKDAYS, add_employer, add_placement, cannot_go, covered, hold, log
from tests.houses import SetClock, add, on_disk

FRIDAY, TUESDAY, SATURDAY = date(2026, 11, 20), date(2026, 11, 24), date(2026, 11, 21)


@pytest.fixture
def rosa(house: House) -> Person:
    """A member."""
    return add(house)


@pytest.fixture
def ben(house: House) -> Person:
    """Another member."""
    return add(house, "Ben")


@pytest.fixture
def bakery(house: House, rosa: Person) -> Placement:
    """A placement that Rosa holds since the second of November."""
    placement = add_placement(house)
    hold(house, placement, rosa)
    return placement


def on(house: House, day: date = MONDAY) -> list[CoverDay]:
    """The placements of a day as staff see them."""
    return coverage_of(house, COMMAND_LINE, day, again=True)


def stands(house: House, day: date = MONDAY) -> list[Stand]:
    """What is known of them."""
    return [each.stand for each in on(house, day)]


def test_today_somebody_is_expected_and_of_a_day_that_is_over_hours_are_missing(
    house: House, bakery: Placement, clock: SetClock
) -> None:
    assert (stands(house), stands(house, TUESDAY), stands(house, FRIDAY)) == (
        [Stand.WORKING],
        [Stand.WORKING],
        [Stand.OPEN],
    )
    assert stands(house, SATURDAY) == []
    clock.forward(days=1)
    assert stands(house) == [Stand.OPEN]


def test_what_is_not_yet_covered_stands_on_top(house: House, bakery: Placement, rosa: Person, ben: Person) -> None:
    library = add_placement(
        house, add_employer(house, "Aardvark Books"), times=(UsualTime(1, WEEKDAYS[0].starts, 60),)
    )
    hold(house, library, ben)
    assert [each.employer for each in on(house)] == ["Aardvark Books", "Harbor Bakery"]
    cannot_go(house, bakery, rosa, MONDAY)
    assert [(each.employer, each.stand) for each in on(house)] == [
        ("Harbor Bakery", Stand.NOT_COVERED),
        ("Aardvark Books", Stand.WORKING),
    ]
    assert (count_not_covered(house), count_not_covered(house, TUESDAY)) == (1, 0)


def test_a_placement_without_a_holder_is_not_yet_covered_until_somebody_goes(house: House, ben: Person) -> None:
    placement = add_placement(house)
    assert stands(house) == [Stand.NOT_COVERED]
    request = coverage.ask_for_coverage(house, COMMAND_LINE, placement.id, MONDAY)
    coverage.arrange_coverage(house, COMMAND_LINE, request.id, ben.id)
    (day,) = on(house)
    assert (day.stand, day.covered_by, day.holder) == (Stand.COVERED, (ben,), None)
    work_days.log_coverage(house, ben.code, ben.id, placement.id, MONDAY, None, of_length(240))
    assert [row.minutes for row in on(house)[0].work] == [240]


def test_an_offer_is_taken_once_and_the_others_are_asked_no_more(
    house: House, bakery: Placement, rosa: Person, ben: Person
) -> None:
    sam = add(house, "Sam", kind=Kind.STAFF)
    request = cannot_go(house, bakery, rosa, TUESDAY)
    for person in (ben, sam, ben):
        coverage.offer_coverage(house, COMMAND_LINE, request.id, person.id)
    assert coverage.offered_to(house, COMMAND_LINE, request.id) == [ben.id, sam.id]
    (asked,) = coverage.my_coverage(house, ben.code, ben.id).asked
    assert (asked.place.employer, asked.request.day, asked.usual[0].minutes) == ("Harbor Bakery", TUESDAY, 240)
    coverage.accept_coverage(house, sam.code, sam.id, request.id)
    assert coverage.my_coverage(house, ben.code, ben.id).asked == ()
    assert [each.for_id for each in coverage.my_coverage(house, sam.code, sam.id).taken] == [rosa.id]
    with pytest.raises(Overtaken, match="covers that day already"):
        coverage.accept_coverage(house, ben.code, ben.id, request.id)


def test_not_today_leaves_no_trace(house: House, bakery: Placement, rosa: Person, ben: Person) -> None:
    request = cannot_go(house, bakery, rosa, TUESDAY)
    ((before,),) = on_disk(house.store.path, "SELECT count(*) FROM audit")
    coverage.offer_coverage(house, COMMAND_LINE, request.id, ben.id)
    coverage.decline_coverage(house, ben.code, ben.id, request.id)
    assert on_disk(house.store.path, "SELECT count(*) FROM coverage_offers") == [(0,)]
    assert on_disk(house.store.path, "SELECT count(*) FROM audit") == [(before,)]
    with pytest.raises(Overtaken):
        coverage.decline_coverage(house, ben.code, ben.id, request.id)


def test_a_request_is_made_once_by_who_holds_the_placement(
    house: House, bakery: Placement, rosa: Person, ben: Person
) -> None:
    cannot_go(house, bakery, rosa, TUESDAY)
    with pytest.raises(Overtaken, match="know this already"):
        cannot_go(house, bakery, rosa, TUESDAY)
    with pytest.raises(NotFound, match="does not hold"):
        cannot_go(house, bakery, ben, TUESDAY)
    with pytest.raises(BadInput, match="Note that they can't go"):
        coverage.ask_for_coverage(house, COMMAND_LINE, bakery.id, TUESDAY)


def test_who_can_go_after_all_goes_unless_somebody_covers(
    house: House, bakery: Placement, rosa: Person, ben: Person
) -> None:
    request = cannot_go(house, bakery, rosa, MONDAY)
    coverage.go_after_all(house, rosa.code, request.id)
    assert stands(house) == [Stand.WORKING]
    request = cannot_go(house, bakery, rosa, MONDAY)
    coverage.arrange_coverage(house, COMMAND_LINE, request.id, ben.id)
    with pytest.raises(Overtaken, match="talk with staff"):
        coverage.go_after_all(house, rosa.code, request.id)
    coverage.release_coverage(house, ben.code, request.id)
    assert stands(house) == [Stand.NOT_COVERED]
    log(house, bakery, rosa, MONDAY)
    assert stands(house) == [Stand.WORKING]


def test_nobody_covers_for_themselves_nor_after_they_are_off_the_lists(
    house: House, bakery: Placement, rosa: Person, ben: Person
) -> None:
    request = cannot_go(house, bakery, rosa, TUESDAY)
    with pytest.raises(BadInput, match="for themselves"):
        coverage.offer_coverage(house, COMMAND_LINE, request.id, rosa.id)
    end_person(house, COMMAND_LINE, ben.id)
    with pytest.raises(BadInput, match="no list"):
        coverage.arrange_coverage(house, COMMAND_LINE, request.id, ben.id)


def test_who_worked_part_of_the_day_and_can_not_go_on_is_still_to_be_covered(
    house: House, bakery: Placement, rosa: Person, ben: Person
) -> None:
    log(house, bakery, rosa, MONDAY, 60)
    cannot_go(house, bakery, rosa, MONDAY)
    assert stands(house) == [Stand.NOT_COVERED]
    covered(house, bakery, ben, MONDAY, rosa, 180)
    (day,) = on(house)
    assert (day.stand, day.covered_by, len(day.work)) == (Stand.WORKING, (ben,), 2)


def test_of_group_te_each_who_holds_it_stands_there(house: House, rosa: Person, ben: Person) -> None:
    crew = add_placement(house, group=True)
    hold(house, crew, rosa)
    hold(house, crew, ben)
    log(house, crew, rosa, FRIDAY)
    by_holder = {each.holder.id: each.stand for each in on(house, FRIDAY) if each.holder}
    assert by_holder == {rosa.id: Stand.WORKING, ben.id: Stand.OPEN}
    work_days.log_closed(house, COMMAND_LINE, crew.id, MONDAY)
    assert stands(house) == [Stand.CLOSED, Stand.CLOSED]


def test_the_usual_times_of_before_hold_for_the_days_before(house: House, bakery: Placement) -> None:
    set_times(house, COMMAND_LINE, bakery.id, [UsualTime(6, WEEKDAYS[0].starts, 60)], MONDAY)
    found = coverage_between(house, COMMAND_LINE, FRIDAY - timedelta(days=1), MONDAY + timedelta(days=5), again=True)
    assert [str(each.day)[-2:] for each in found] == ["19", "20", "28"]


def test_a_day_after_the_end_of_a_term_or_the_placement_is_nobodys(
    house: House, bakery: Placement, rosa: Person
) -> None:
    request = cannot_go(house, bakery, rosa, TUESDAY)
    (term,) = terms.terms_of(house, rosa.code, rosa.id)
    terms.end_term(house, COMMAND_LINE, term.id, MONDAY)
    assert [each.holder for each in on(house, TUESDAY)] == [None]
    with pytest.raises(NotFound, match="looked for"):
        coverage.get_request(house, request.id)
    close_placement(house, COMMAND_LINE, bakery.id, TUESDAY)
    assert (stands(house), stands(house, TUESDAY)) == ([Stand.WORKING], [])


def test_what_was_covered_before_anybody_held_it_stands_with_who_holds_it_now(
    house: House, rosa: Person, ben: Person
) -> None:
    placement = add_placement(house)
    row = covered(house, placement, ben, FRIDAY, None)
    hold(house, placement, rosa)
    (day,) = on(house, FRIDAY)
    assert (day.stand, day.holder, day.work, day.covered_by) == (Stand.COVERED, rosa, (row,), (ben,))
