"""Statements about visits: one open a person, undone ones in no list, and ends that never precede beginnings."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

import db.visits
from db.store import Store
from db.visits import InHow, OutHow, Visit
from tests.db.people import put

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def begin(store: Store, person: int, at: datetime = NOON) -> Visit:
    """An open visit from `at`."""
    return db.visits.begin(store, person, at.date(), at, InHow.SCAN)


def ended(store: Store, person: int, start: datetime, end: datetime) -> Visit:
    """A visit from `start` to `end`."""
    visit = begin(store, person, start)
    db.visits.finish(store, visit.id, end, OutHow.KEY)
    return replace(visit, out_at=end, out_how=OutHow.KEY)


def test_a_visit_reads_back_as_it_began(store: Store) -> None:
    visit = begin(store, put(store), NOON + timedelta(milliseconds=999))
    assert db.visits.get(store, visit.id) == visit
    assert visit.in_at == NOON


def test_a_person_has_one_open_visit(store: Store) -> None:
    person = put(store)
    begin(store, person)
    with pytest.raises(sqlite3.IntegrityError, match=r"UNIQUE.*visits\.person_id"):
        begin(store, person, NOON + HOUR)


def test_an_ended_or_undone_visit_makes_room_for_another(store: Store) -> None:
    person = put(store)
    first = ended(store, person, NOON, NOON + HOUR)
    undone = begin(store, person, NOON + 2 * HOUR)
    db.visits.undo(store, undone.id, NOON + 2 * HOUR)
    third = begin(store, person, NOON + 3 * HOUR)
    assert db.visits.latest(store, person, 9) == [third, first]
    assert db.visits.open_of(store, person) == third


def test_an_undone_visit_is_in_no_list(store: Store) -> None:
    person = put(store)
    visit = begin(store, person)
    db.visits.undo(store, visit.id, NOON)
    assert db.visits.get(store, visit.id) is None
    assert db.visits.open_of(store, person) is None
    assert db.visits.between(store, DAY, DAY) == []
    assert db.visits.open_before(store, DAY + timedelta(days=1)) == []
    assert db.visits.overlapping(store, person, NOON - HOUR, NOON + HOUR, besides=0) == []
    assert db.visits.count_open(store, DAY) == 0


def test_a_visit_that_would_end_before_it_began_ends_as_it_began(store: Store) -> None:
    visit = ended(store, put(store), NOON, NOON - HOUR)
    kept = db.visits.get(store, visit.id)
    assert kept is not None
    assert kept.out_at == NOON


def test_a_reopened_visit_is_open_as_before(store: Store) -> None:
    visit = begin(store, put(store))
    db.visits.finish(store, visit.id, NOON + HOUR, OutHow.KEY)
    db.visits.reopen(store, visit.id)
    assert db.visits.get(store, visit.id) == visit


def test_a_corrected_visit_reads_back_as_corrected(store: Store) -> None:
    visit = begin(store, put(store))
    to = replace(visit, day=DAY - timedelta(days=1), in_at=NOON - 24 * HOUR, out_at=NOON - 20 * HOUR)
    to = replace(to, out_how=OutHow.PAPER, in_how=InHow.PAPER)
    db.visits.correct(store, to)
    assert db.visits.get(store, visit.id) == to


@pytest.mark.parametrize(
    ("start", "end", "shares"),
    [(-2, -1, False), (-1, 0, False), (-1, 1, True), (0, 2, True), (1, 3, True), (2, 3, False), (-1, 3, True)],
)
def test_visits_that_only_touch_do_not_overlap(store: Store, start: int, end: int, shares: bool) -> None:
    person = put(store)
    visit = ended(store, person, NOON, NOON + 2 * HOUR)
    ended(store, put(store, "M2"), NOON, NOON + 2 * HOUR)
    found = db.visits.overlapping(store, person, NOON + start * HOUR, NOON + end * HOUR, besides=0)
    assert found == ([visit] if shares else [])
    assert db.visits.overlapping(store, person, NOON + start * HOUR, NOON + end * HOUR, besides=visit.id) == []


def test_an_open_visit_overlaps_with_all_that_comes_after(store: Store) -> None:
    person = put(store)
    visit = begin(store, person)
    assert db.visits.overlapping(store, person, NOON + 99 * HOUR, NOON + 100 * HOUR, besides=0) == [visit]


def test_open_visits_of_earlier_days_are_listed_oldest_first(store: Store) -> None:
    people = [put(store, f"M{number}") for number in range(3)]
    visits = [begin(store, person, NOON - number * 24 * HOUR) for number, person in enumerate(people)]
    assert db.visits.open_before(store, DAY) == [visits[2], visits[1]]


def test_only_the_open_visits_of_the_day_are_counted(store: Store) -> None:
    begin(store, put(store, "M1"))
    ended(store, put(store, "M2"), NOON, NOON + HOUR)
    begin(store, put(store, "M3"), NOON - 24 * HOUR)
    assert db.visits.count_open(store, DAY) == 1


def test_visits_between_days_include_both_days(store: Store) -> None:
    visits = [ended(store, put(store, f"M{n}"), NOON + n * 24 * HOUR, NOON + n * 24 * HOUR) for n in range(4)]
    assert db.visits.between(store, DAY + timedelta(days=1), DAY + timedelta(days=2)) == visits[1:3]
