"""Cards: one in use a person, a replaced one signs nobody in, and the log never holds a code."""

import pytest

from clubhouse.attendance import Outcome, scan
from clubhouse.cards import card_of, issue_card, issue_missing_cards, list_cards, replace_card
from clubhouse.codes import read_code
from clubhouse.errors import NotFound, Refused
from clubhouse.house import House
from clubhouse.people import Kind, end_person
from tests.houses import ACTOR, SetClock, add, add_with_card, on_disk


def test_an_issued_card_carries_a_readable_code_and_is_the_one_in_use(house: House) -> None:
    person = add(house)
    card = issue_card(house, ACTOR, person)
    assert read_code(card.code) == card.code
    assert card_of(house, person) == card


def test_a_second_card_is_refused_with_what_to_do_when_it_is_lost(house: House) -> None:
    person, code = add_with_card(house)
    with pytest.raises(Refused, match=r"has a card already\. If it is lost: clubhouse cards replace M0001"):
        issue_card(house, ACTOR, person)
    assert [card.code for card, _ in list_cards(house)] == [code]


def test_whoever_has_no_card_is_told_how_to_get_one(house: House) -> None:
    person = add(house)
    with pytest.raises(NotFound, match=r"has no card yet\. Issue one with: clubhouse cards issue M0001"):
        card_of(house, person)
    with pytest.raises(NotFound, match="has no card yet"):
        replace_card(house, ACTOR, person)


def test_a_replaced_card_signs_nobody_in_and_the_new_one_does(house: House, clock: SetClock) -> None:
    person, old = add_with_card(house)
    clock.forward(days=1)
    new = replace_card(house, ACTOR, person)
    assert scan(house, old).outcome is Outcome.REPLACED
    assert scan(house, new.code).outcome is Outcome.FIRST_VISIT
    assert [(card.code, card.replaced_at is None) for card, _ in list_cards(house)] == [
        (old, False),
        (new.code, True),
    ]


def test_missing_cards_are_issued_to_everyone_on_the_lists_once(house: House) -> None:
    with_card, _ = add_with_card(house)
    without, ended = add(house, "Sam", "Lee"), add(house, "Ann", "Bell")
    end_person(house, ACTOR, ended.id)
    issued = issue_missing_cards(house, ACTOR)
    assert [card.person_id for card in issued] == [without.id]
    assert issue_missing_cards(house, ACTOR) == []
    assert card_of(house, with_card)


def test_staff_who_come_back_get_a_new_card(house: House) -> None:
    sam, old = add_with_card(house, "Sam", "Lee", Kind.STAFF)
    end_person(house, ACTOR, sam.id)
    new = issue_card(house, ACTOR, sam)
    assert scan(house, old).outcome is Outcome.REPLACED
    assert scan(house, new.code).outcome is Outcome.STAFF_IN


def test_no_code_stands_in_the_log(house: House, clock: SetClock) -> None:
    person, code = add_with_card(house)
    clock.forward(days=1)
    codes = [code, replace_card(house, ACTOR, person).code]
    scan(house, codes[1])
    log = str(on_disk(house.store.path, "SELECT * FROM audit"))
    assert [each for each in codes if each in log] == []
