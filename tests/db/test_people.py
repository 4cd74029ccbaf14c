"""Statements about people: codes without case, letters by their beginning, nobody twice."""

import sqlite3
from datetime import date

import pytest

import db.people
from db.people import Kind, NewPerson, ShownAs
from db.store import Store
from tests.db.people import put
from tests.houses import local


def found(store: Store, letters: str, whole: bool = False, most: int = 9) -> list[int]:
    """The ids of those found by `letters`."""
    return [person.id for person in db.people.by_letters(store, letters, whole=whole, most=most)]


def test_a_person_reads_back_as_written(store: Store) -> None:
    new = NewPerson("S0001", Kind.STAFF, "Łucja", "李", "Lu", ShownAs.NICKNAME, date(2020, 2, 29))
    person_id = db.people.add(store, new, {"lucja"})
    person = db.people.get(store, person_id)
    assert person is not None
    assert {name: getattr(person, name) for name in vars(new)} == vars(new)
    assert (person.ended_on, person.paused_at, person.pause_reason) == (None, None, "")


def test_a_code_is_found_in_any_case(store: Store) -> None:
    person_id = put(store, "m-17B")
    for code in ("m-17B", "M-17b"):
        person = db.people.by_code(store, code)
        assert person is not None
        assert person.id == person_id
    assert db.people.by_code(store, "M-17") is None


def test_no_two_people_share_a_code(store: Store) -> None:
    put(store, "M0001")
    with pytest.raises(sqlite3.IntegrityError, match=r"UNIQUE.*people\.code"):
        put(store, "m0001")


def test_letters_find_by_their_beginning_and_never_from_the_middle(store: Store) -> None:
    rosa, ros = put(store, "M1", "rosa alvarez", "alvarez"), put(store, "M2", "ros", first="Ros")
    assert found(store, "ros") == [ros, rosa]
    assert found(store, "alv") == [rosa]
    assert found(store, "osa") == []


def test_whole_letters_find_nobody_whose_letters_go_on(store: Store) -> None:
    put(store, "M1", "rosa alvarez")
    ros = put(store, "M2", "ros")
    assert found(store, "ros", whole=True) == [ros]


@pytest.mark.parametrize("wild", ["%", "_", "ros%", "r_sa", "*"])
def test_no_sign_stands_for_other_letters(store: Store, wild: str) -> None:
    put(store, "M1", "rosa alvarez")
    assert found(store, wild) == []


def test_somebody_found_by_several_letters_is_listed_once(store: Store) -> None:
    rosa = put(store, "M1", "rosa alvarez", "rosaalvarez", "rosa")
    assert found(store, "rosa") == [rosa]


def test_no_more_people_are_found_than_asked_for(store: Store) -> None:
    for number in range(4):
        put(store, f"M{number}")
    assert len(found(store, "rosa", most=3)) == 3


def test_the_ended_are_not_found_until_they_are_back(store: Store) -> None:
    rosa = put(store)
    db.people.end(store, rosa, date(2026, 11, 23))
    assert found(store, "rosa") == []
    db.people.end(store, rosa, None)
    assert found(store, "rosa") == [rosa]


def test_a_changed_person_is_found_by_the_new_letters_only(store: Store) -> None:
    rosa = put(store)
    rose = NewPerson("M9", Kind.STAFF, "Rose", "", "", ShownAs.HIDDEN, date(2026, 1, 1))
    db.people.change(store, rosa, rose, {"x"})
    assert (found(store, "rosa"), found(store, "x")) == ([], [rosa])
    person = db.people.get(store, rosa)
    assert person is not None
    assert (person.code, person.kind, person.first_name) == ("M9", Kind.STAFF, "Rose")


def test_a_pause_is_set_and_lifted(store: Store) -> None:
    rosa = put(store)
    db.people.pause(store, rosa, local("2026-11-23 08:47"), "see Sam")
    paused = db.people.get(store, rosa)
    assert paused is not None
    assert (paused.paused_at, paused.pause_reason) == (local("2026-11-23 08:47"), "see Sam")
    db.people.pause(store, rosa, None, "")
    lifted = db.people.get(store, rosa)
    assert lifted is not None
    assert lifted.paused_at is None


def test_people_are_called_by_exactly_their_names(store: Store) -> None:
    rosa = put(store, "M1")
    put(store, "M2", first="rosa")
    assert [person.id for person in db.people.called(store, "Rosa", "Alvarez")] == [rosa]


def test_codes_are_listed_by_their_first_letter_in_any_case(store: Store) -> None:
    for code in ("M0001", "m0002", "S0001", "N1"):
        put(store, code)
    assert sorted(db.people.codes_like(store, "M")) == ["M0001", "m0002"]


@pytest.mark.parametrize("since", ["2026-02-30", "yesterday", "2026-1-1"])
def test_a_day_that_is_none_cannot_be_written(store: Store, since: str) -> None:
    put(store)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        store.connection.execute("UPDATE people SET since = ?", (since,))
