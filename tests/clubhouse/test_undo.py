"""Signing in by name, signing out by key, and taking either back."""

from dataclasses import replace

import pytest

from clubhouse.attendance import (
    Outcome,
    can_undo,
    count_here,
    scan,
    sign_in_by_name,
    sign_out,
    undo,
)
from clubhouse.codes import complete
from clubhouse.errors import NotFound, Overtaken
from clubhouse.house import House
from clubhouse.people import Kind, ShownAs, change_person
from tests.houses import (
    ACTOR,
    SetClock,
    add,
    add_with_card,
    on_disk,
    visits_on_disk,
)

MORNING = "2026-11-23T13:47:00Z"
UNKNOWN = complete("BDEFGHIJKLNRTUVCBDEFGHIJ")


def outcome(house: House, scanned: str) -> Outcome:
    """What came of a scan."""
    return scan(house, scanned).outcome


def test_a_person_found_by_name_is_signed_in_and_staff_are_not_signed_out(house: House, clock: SetClock) -> None:
    sam = add(house, "Sam", "Lee", Kind.STAFF)
    assert sign_in_by_name(house, sam.id).outcome is Outcome.STAFF_IN
    clock.forward(seconds=1)
    assert sign_in_by_name(house, sam.id).outcome is Outcome.ALREADY_HERE
    assert on_disk(house.store.path, "SELECT in_how, out_at FROM visits") == [("name", None)]
    with pytest.raises(NotFound, match="Please look again"):
        sign_in_by_name(house, 99)


def test_signing_out_twice_is_told(house: House) -> None:
    rosa, code = add_with_card(house)
    scan(house, code)
    assert sign_out(house, rosa.id).outcome is Outcome.SIGNED_OUT
    for person_id in (rosa.id, 99):
        with pytest.raises(Overtaken, match="You are signed out already"):
            sign_out(house, person_id)


def test_an_undone_sign_in_counts_nowhere_and_the_card_works_at_once(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house)
    answer = scan(house, code)
    undone = undo(house, answer)
    assert (undone.outcome, undone.is_here) == (Outcome.IN_UNDONE, False)
    assert (visits_on_disk(house), count_here(house)) == ([], 0)
    clock.forward(seconds=1)
    assert outcome(house, code) is Outcome.FIRST_VISIT


@pytest.mark.parametrize("by_scan", [True, False])
def test_an_undone_sign_out_leaves_the_person_here(house: House, clock: SetClock, by_scan: bool) -> None:
    sam, code = add_with_card(house, "Sam", "Lee", Kind.STAFF)
    scan(house, code)
    clock.forward(hours=1)
    answer = undo(house, scan(house, code) if by_scan else sign_out(house, sam.id))
    assert (answer.outcome, answer.is_here) == (Outcome.OUT_UNDONE, True)
    assert visits_on_disk(house) == [(MORNING, None, None)]
    assert not can_undo(answer)


def test_an_undo_is_done_once_and_only_while_nothing_else_happened(house: House, clock: SetClock) -> None:
    rosa, code = add_with_card(house)
    signed_in = scan(house, code)
    clock.forward(hours=1)
    signed_out = sign_out(house, rosa.id)
    with pytest.raises(Overtaken, match="changed in the meantime"):
        undo(house, signed_in)
    scan(house, code)
    with pytest.raises(Overtaken, match="changed in the meantime"):
        undo(house, signed_out)
    assert len(visits_on_disk(house)) == 2


@pytest.mark.parametrize("scanned", [UNKNOWN, "x", ""])
def test_where_nothing_was_written_there_is_nothing_to_undo(house: House, scanned: str) -> None:
    with pytest.raises(Overtaken, match="nothing to undo"):
        undo(house, scan(house, scanned))


def test_those_here_today_are_counted(house: House, clock: SetClock) -> None:
    codes = [add_with_card(house, name)[1] for name in ("Rosa", "Ann")]
    scan(house, codes[0])
    clock.forward(days=1)
    assert count_here(house) == 0
    scan(house, codes[1])
    assert count_here(house) == 1


def test_somebody_hidden_is_greeted_without_a_name(house: House) -> None:
    rosa, code = add_with_card(house)
    change_person(house, ACTOR, rosa.id, replace(rosa, shown_as=ShownAs.HIDDEN))
    assert scan(house, code).name == ""
