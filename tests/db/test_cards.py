"""Statements about cards: one in use a person, and a replaced one stays replaced."""

import sqlite3

import pytest

import db.cards
from db.store import Store
from tests.db.people import put
from tests.houses import local

CODE, OTHER_CODE = "CHBDEFGHIJKLNRTUVCBDEFGHIJTKL", "CHCVUTRNLKJIHGFEDBCVUTRNLKTHH"
MORNING = local("2026-11-23 08:47")


def test_a_card_reads_back_as_it_was_issued(store: Store) -> None:
    card = db.cards.issue(store, CODE, put(store), local("2026-11-23 08:47:05.5"))
    assert db.cards.by_code(store, CODE) == card
    assert db.cards.in_use(store, card.person_id) == card
    assert db.cards.every(store) == [card]


def test_a_person_has_one_card_in_use(store: Store) -> None:
    person = put(store)
    db.cards.issue(store, CODE, person, MORNING)
    with pytest.raises(sqlite3.IntegrityError, match=r"UNIQUE.*cards\.person_id"):
        db.cards.issue(store, OTHER_CODE, person, MORNING)


def test_no_two_cards_carry_one_code(store: Store) -> None:
    db.cards.issue(store, CODE, put(store, "M1"), MORNING)
    with pytest.raises(sqlite3.IntegrityError, match=r"UNIQUE.*cards\.code"):
        db.cards.issue(store, CODE, put(store, "M2"), MORNING)


def test_a_retired_card_is_known_and_not_in_use(store: Store) -> None:
    card = db.cards.issue(store, CODE, put(store), MORNING)
    db.cards.retire(store, card.id, local("2026-11-24 09:00"))
    retired = db.cards.by_code(store, CODE)
    assert retired is not None
    assert retired.replaced_at == local("2026-11-24 09:00")
    assert db.cards.in_use(store, card.person_id) is None


def test_a_card_retired_by_a_clock_set_back_is_retired_as_it_was_issued(store: Store) -> None:
    card = db.cards.issue(store, CODE, put(store), MORNING)
    db.cards.retire(store, card.id, local("2020-01-01 00:00"))
    retired = db.cards.by_code(store, CODE)
    assert retired is not None
    assert retired.replaced_at == MORNING


def test_a_card_belongs_to_somebody_on_file(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.cards.issue(store, CODE, 99, MORNING)
