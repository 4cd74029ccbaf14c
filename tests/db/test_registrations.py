"""Statements about registrations and presences: once each, in order of coming, ended and never moved or deleted."""

import sqlite3
from datetime import UTC, date, datetime

import pytest

import db.presences
import db.registrations
from db.presences import ThereHow
from db.registrations import Mine, NewRegistration
from db.store import Store
from tests.db.people import put
from tests.db.test_news import person

__all__ = ["person"]

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = date(2026, 11, 23)


def test_the_order_of_coming(store: Store, person: int) -> None:
    other = put(store, "M0002")
    first = db.registrations.add(store, NewRegistration(1, person, False, None), NOON)
    second = db.registrations.add(store, NewRegistration(1, other, True, person), NOON)
    assert db.registrations.of_occurrence(store, 1) == [first, second]
    assert db.registrations.get(store, 1, other) == second
    assert db.registrations.counts(store, DAY, DAY) == {1: db.registrations.count(store, 1)} == {1: 2}
    assert [db.registrations.place(store, 1, other)] == db.registrations.of_person(store, other, DAY, DAY)
    assert db.registrations.place(store, 1, other) == Mine(1, 1, True)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        db.registrations.add(store, NewRegistration(1, person, False, None), NOON)
    db.registrations.end(store, first.id, NOON)
    assert db.registrations.place(store, 1, other) == Mine(1, 0, True)
    assert db.registrations.add(store, NewRegistration(1, person, False, None), NOON).id > second.id


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM registrations", "UPDATE registrations SET id = 9", "UPDATE registrations SET ended_at = NULL"],
)
def test_a_registration_is_ended_never_moved_or_deleted(store: Store, person: int, statement: str) -> None:
    made = db.registrations.add(store, NewRegistration(1, person, False, None), NOON)
    db.registrations.end(store, made.id, NOON)
    with pytest.raises(sqlite3.IntegrityError):
        store.connection.execute(statement)


def test_who_was_there_is_noted_once_and_can_be_taken_back(store: Store, person: int) -> None:
    assert db.presences.add(store, 1, person, ThereHow.SCAN, NOON)
    assert not db.presences.add(store, 1, person, ThereHow.LIST, NOON)
    assert db.presences.is_there(store, 1, person)
    assert db.presences.of_person(store, person, DAY, DAY) == {1}
    assert db.presences.by_scan(store, person, NOON) == [1]
    assert db.presences.undo(store, 1, person, NOON)
    assert not db.presences.undo(store, 1, person, NOON)
    assert db.presences.of_occurrence(store, 1) == []
