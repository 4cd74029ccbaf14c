"""What of paid work stands on the page that a scan opens."""

from datetime import date, timedelta

import pytest

from clubhouse.attendance import scan
from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import issue_card
from clubhouse.employment import coverage, jobs, placements, terms
from clubhouse.employment.beside import AtWork, at_work
from clubhouse.employment.jobs import JobKind, NewJob
from clubhouse.house import House
from clubhouse.people import Kind
from tests.employment import MONDAY, add_placement, cannot_go, hold
from tests.houses import SetClock, add


def test_in_a_house_without_placements_there_is_nothing(house: House) -> None:
    assert at_work(house, add(house)) == AtWork(False, None)


def test_where_the_house_holds_placements_every_member_is_offered_the_same(house: House) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa := add(house))
    found = {at_work(house, person) for person in (rosa, add(house, "Ben"), add(house, "Eve"))}
    assert found == {AtWork(True, None)}
    assert at_work(house, add(house, "Ana", kind=Kind.STAFF)) == AtWork(False, None)


def test_a_term_counts_for_as_long_as_its_hours_are_written(house: House, clock: SetClock) -> None:
    baker = add_placement(house)
    term = hold(house, baker, rosa := add(house))
    terms.end_term(house, COMMAND_LINE, term.id)
    placements.close_placement(house, COMMAND_LINE, baker.id, MONDAY + timedelta(days=1))
    back = house.settings().hours_days_back
    clock.forward(days=back)
    assert at_work(house, rosa).offered
    clock.forward(days=1)
    assert not at_work(house, rosa).offered


def test_a_job_of_ones_own_is_enough(house: House) -> None:
    rosa = add(house)
    jobs.add_job(house, rosa.code, NewJob(rosa.id, JobKind.INDEPENDENT, "Library", "Page", 600, MONDAY))
    assert at_work(house, rosa).offered


@pytest.mark.parametrize("kind", [Kind.MEMBER, Kind.STAFF])
def test_whoever_is_asked_to_cover_reads_the_first_day(house: House, kind: Kind) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa := add(house))
    ben = add(house, "Ben", kind=kind)
    later, sooner = (cannot_go(house, baker, rosa, MONDAY + timedelta(days=each)) for each in (2, 1))
    for request in (later, sooner):
        coverage.offer_coverage(house, COMMAND_LINE, request.id, ben.id)
    assert at_work(house, ben) == AtWork(True, date(2026, 11, 24))
    coverage.decline_coverage(house, ben.code, ben.id, sooner.id)
    assert at_work(house, ben).asked_for == date(2026, 11, 25)
    coverage.accept_coverage(house, ben.code, ben.id, later.id)
    assert at_work(house, ben) == AtWork(True, None)


def test_what_was_asked_for_a_day_that_is_over_is_asked_no_more(house: House, clock: SetClock) -> None:
    baker = add_placement(house)
    hold(house, baker, rosa := add(house))
    ana = add(house, "Ana", kind=Kind.STAFF)
    coverage.offer_coverage(house, COMMAND_LINE, cannot_go(house, baker, rosa, MONDAY).id, ana.id)
    clock.forward(days=1)
    assert at_work(house, ana) == AtWork(False, None)


def test_the_answer_to_a_scan_carries_it(house: House) -> None:
    add_placement(house)
    rosa = add(house)
    answer = scan(house, issue_card(house, COMMAND_LINE, rosa).code)
    assert answer.work == AtWork(True, None)
