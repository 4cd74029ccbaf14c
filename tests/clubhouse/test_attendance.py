"""Every outcome of a scan, and what is on the disk after it; signing out and undoing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clubhouse.attendance import (
    TROUBLE,
    Outcome,
    can_undo,
    scan,
    sign_in_by_name,
    sign_out,
)
from clubhouse.cards import replace_card
from clubhouse.codes import ALPHABET, complete
from clubhouse.house import House
from clubhouse.people import Kind, end_person, pause_person, person_by_code, resume_person
from tests.forms import with_one_house
from tests.houses import (
    ACTOR,
    SetClock,
    actions_on_disk,
    add_with_card,
    local,
    visits_on_disk,
)

MORNING = "2026-11-23T13:47:00Z"
UNKNOWN = complete("BDEFGHIJKLNRTUVCBDEFGHIJ")


def outcome(house: House, scanned: str) -> Outcome:
    """What came of a scan."""
    return scan(house, scanned).outcome


def test_a_first_visit(house: House) -> None:
    rosa, code = add_with_card(house)
    answer = scan(house, code)
    assert (answer.outcome, answer.person, answer.before) == (Outcome.FIRST_VISIT, rosa, None)
    assert (answer.at, answer.name, answer.is_here) == (house.now(), "Rosa", True)
    assert visits_on_disk(house) == [(MORNING, None, None)]


def test_a_welcome_on_another_day(house: House, clock: SetClock) -> None:
    rosa, code = add_with_card(house)
    first = scan(house, code).visit
    clock.forward(hours=5)
    sign_out(house, rosa.id)
    clock.forward(days=1)
    answer = scan(house, code)
    assert answer.outcome is Outcome.WELCOME
    assert answer.before is not None
    assert first is not None
    assert (answer.before.id, answer.guessed) == (first.id, None)
    assert len(visits_on_disk(house)) == 2


@pytest.mark.parametrize(("days", "expected"), [(89, Outcome.WELCOME), (90, Outcome.WELCOME_BACK)])
def test_a_welcome_back_after_ninety_days(house: House, clock: SetClock, days: int, expected: Outcome) -> None:
    _, code = add_with_card(house)
    scan(house, code)
    clock.forward(days=days)
    assert outcome(house, code) is expected
    assert len(visits_on_disk(house)) == 2


def test_signed_in_again_on_the_same_day(house: House, clock: SetClock) -> None:
    rosa, code = add_with_card(house)
    scan(house, code)
    clock.forward(hours=2)
    sign_out(house, rosa.id)
    clock.forward(hours=1)
    assert outcome(house, code) is Outcome.AGAIN
    assert visits_on_disk(house) == [
        (MORNING, "2026-11-23T15:47:00Z", "key"),
        ("2026-11-23T16:47:00Z", None, None),
    ]


def test_already_here(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house)
    first = scan(house, code)
    clock.forward(hours=1)
    answer = scan(house, code)
    assert (answer.outcome, answer.visit, answer.is_here) == (Outcome.ALREADY_HERE, first.visit, True)
    assert not can_undo(answer)
    assert visits_on_disk(house) == [(MORNING, None, None)]


@pytest.mark.parametrize("seconds", [0, 1, 2])
def test_the_same_card_within_three_seconds_is_one_scan(house: House, clock: SetClock, seconds: int) -> None:
    _, code = add_with_card(house)
    first = scan(house, code)
    before = actions_on_disk(house)
    clock.forward(seconds=seconds)
    answer = scan(house, code.lower() + "\r\n")
    assert (answer.outcome, answer.shows, answer.visit) == (Outcome.REPEATED, Outcome.FIRST_VISIT, first.visit)
    assert actions_on_disk(house) == before


def test_the_same_card_after_three_seconds_is_another_scan(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house)
    scan(house, code)
    clock.forward(seconds=4)
    assert outcome(house, code) is Outcome.ALREADY_HERE


@pytest.mark.parametrize(("days", "shows"), [(1, Outcome.WELCOME), (90, Outcome.WELCOME_BACK), (0.1, Outcome.AGAIN)])
def test_a_repeated_scan_shows_the_answer_of_the_first(
    house: House, clock: SetClock, days: float, shows: Outcome
) -> None:
    rosa, code = add_with_card(house)
    scan(house, code)
    sign_out(house, rosa.id)
    clock.forward(days=days)
    assert outcome(house, code) is shows
    answer = scan(house, code)
    assert (answer.outcome, answer.shows) == (Outcome.REPEATED, shows)
    assert can_undo(answer)
    assert len(visits_on_disk(house)) == 2


def test_a_replaced_card(house: House, clock: SetClock) -> None:
    rosa, code = add_with_card(house)
    clock.forward(days=1)
    replace_card(house, ACTOR, rosa)
    answer = scan(house, code)
    assert (answer.outcome, answer.person, answer.name) == (Outcome.REPLACED, None, "")
    assert visits_on_disk(house) == []


def test_a_safety_pause_and_its_end(house: House) -> None:
    rosa, code = add_with_card(house)
    pause_person(house, ACTOR, rosa.id, "see Sam first")
    before = actions_on_disk(house)
    assert outcome(house, code) is Outcome.PAUSED
    assert sign_in_by_name(house, rosa.id).outcome is Outcome.PAUSED
    assert (visits_on_disk(house), actions_on_disk(house)) == ([], before)
    resume_person(house, ACTOR, rosa.id)
    assert outcome(house, code) is Outcome.FIRST_VISIT


def test_an_unknown_card(house: House) -> None:
    add_with_card(house)
    before = actions_on_disk(house)
    assert outcome(house, UNKNOWN) is Outcome.UNKNOWN
    assert (visits_on_disk(house), actions_on_disk(house)) == ([], before)


def test_not_a_card_of_ours(house: House) -> None:
    assert outcome(house, "5901234123457\r") is Outcome.NOT_OURS
    assert visits_on_disk(house) == []


def test_an_unclear_scan(house: House) -> None:
    _, code = add_with_card(house)
    wrong = code[:-1] + ("C" if code[-1] != "C" else "B")
    assert outcome(house, wrong) is Outcome.UNCLEAR
    assert visits_on_disk(house) == []


def test_staff_in_and_out(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house, "Sam", "Lee", Kind.STAFF)
    assert outcome(house, code) is Outcome.STAFF_IN
    clock.forward(hours=8)
    answer = scan(house, code)
    assert (answer.outcome, answer.is_here) == (Outcome.STAFF_OUT, False)
    assert visits_on_disk(house) == [(MORNING, "2026-11-23T21:47:00Z", "scan")]
    repeated = scan(house, code)
    assert (repeated.outcome, repeated.shows) == (Outcome.REPEATED, Outcome.STAFF_OUT)
    clock.forward(seconds=4)
    assert outcome(house, code) is Outcome.STAFF_IN


def test_staff_who_scan_twice_at_once_stay_in(house: House) -> None:
    _, code = add_with_card(house, "Sam", "Lee", Kind.STAFF)
    assert [outcome(house, code) for _ in range(3)] == [Outcome.STAFF_IN, Outcome.REPEATED, Outcome.REPEATED]
    assert visits_on_disk(house) == [(MORNING, None, None)]


def test_a_volunteer_is_answered_like_a_member(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house, "Ann", "Bell", Kind.VOLUNTEER)
    assert outcome(house, code) is Outcome.FIRST_VISIT
    clock.forward(hours=1)
    assert outcome(house, code) is Outcome.ALREADY_HERE


def test_a_member_who_had_ended_comes_back_with_the_same_card(house: House, clock: SetClock) -> None:
    rosa, code = add_with_card(house)
    scan(house, code)
    end_person(house, ACTOR, rosa.id, "moved away")
    clock.forward(days=1000)
    answer = scan(house, code)
    assert answer.outcome is Outcome.WELCOME_BACK
    assert answer.person is not None
    assert answer.person.ended_on is None
    assert person_by_code(house, rosa.code) == answer.person
    assert actions_on_disk(house)[-3:] == ["close_day", "come_back", "sign_in"]


def test_the_card_of_staff_who_ended_signs_nobody_in(house: House) -> None:
    sam, code = add_with_card(house, "Sam", "Lee", Kind.STAFF)
    end_person(house, ACTOR, sam.id)
    assert outcome(house, code) is Outcome.REPLACED
    assert visits_on_disk(house) == []


def test_a_moment_given_with_the_scan_is_the_moment_of_the_visit(house: House) -> None:
    _, code = add_with_card(house)
    answer = scan(house, code, local("2026-11-20 09:15"))
    assert answer.at == local("2026-11-20 09:15")
    assert visits_on_disk(house) == [("2026-11-20T14:15:00Z", None, None)]


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")) | st.text(ALPHABET + "\r\t]Q1", max_size=40))
@example("\ud800")
@example(UNKNOWN)
@example("'; DROP TABLE visits; --")
@with_one_house(30, 500)
def test_nothing_else_that_is_scanned_raises_or_signs_anybody_in(house: House, scanned: str) -> None:
    answer = scan(house, scanned)
    assert answer.outcome in (Outcome.NOT_OURS, Outcome.UNCLEAR, Outcome.UNKNOWN)
    assert answer.outcome not in TROUBLE
    assert visits_on_disk(house) == []
