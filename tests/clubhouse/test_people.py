"""People: found by their own names only, added once, changed, ended and paused, with the log told of each."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clubhouse.errors import BadInput, NotFound, Refused
from clubhouse.house import House
from clubhouse.people import (
    LONGEST_NAME,
    MOST_FOUND,
    Kind,
    ShownAs,
    add_person,
    change_person,
    end_person,
    list_people,
    new_person,
    pause_person,
    person_by_code,
    resume_person,
    search_name,
)
from db.soundness import problems
from tests.houses import ACTOR, add, add_with_card, on_disk

ONE_HOUSE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def found(house: House, typed: str) -> list[str]:
    """The names shown to somebody who typed that."""
    return [each.shown for each in search_name(house, typed).found]


@pytest.mark.parametrize("typed", ["ros", "ROSA A", "alv", "Álv", "rosie", "  rosa   alvarez "])
def test_a_person_is_found_by_the_first_letters_of_any_way_to_name_them(house: House, typed: str) -> None:
    add(house, "Rosa", "Álvarez", nickname="Rosie")
    assert found(house, typed) == ["Rosa Á."]


@pytest.mark.parametrize("typed", ["", " ", "r", "ro", "...", "r o"])
def test_too_few_letters_look_nobody_up(house: House, typed: str) -> None:
    add(house)
    answer = search_name(house, typed)
    assert (answer.found, answer.more, answer.too_short) == ([], False, True)


def test_a_short_name_is_found_when_typed_whole(house: House) -> None:
    add(house, "Li", "Wu")
    add(house, "Bo", "")
    assert found(house, "bo") == ["Bo"]
    assert found(house, "li wu") == ["Li W."]
    assert search_name(house, "li").too_short is True


def test_no_more_than_five_are_shown_and_it_says_that_there_are_more(house: House) -> None:
    for number in range(MOST_FOUND + 1):
        add(house, "Maria", f"L{'abcdefgh'[number]}ne")
    answer = search_name(house, "maria")
    assert (len(answer.found), answer.more) == (MOST_FOUND, True)
    assert search_name(house, "maria la").more is False


def test_people_who_look_alike_are_marked(house: House) -> None:
    add(house, "Maria", "Lopez")
    add(house, "Maria", "Lee")
    add(house, "Maria", "Ng")
    assert [(each.shown, each.alike) for each in search_name(house, "maria").found] == [
        ("Maria L.", True),
        ("Maria L.", True),
        ("Maria N.", False),
    ]


def test_a_hidden_person_is_found_only_by_the_whole_name(house: House) -> None:
    add(house, "Rosa", "Alvarez", shown_as=ShownAs.HIDDEN)
    for typed in ("ros", "rosa", "rosa alvare", "alvarez"):
        assert found(house, typed) == []
    assert found(house, "alvarez rosa") == [""]


def test_an_ended_person_is_not_found(house: House) -> None:
    person = add(house)
    end_person(house, ACTOR, person.id)
    assert found(house, "rosa") == []


def test_codes_are_given_in_order_and_by_kind(house: House) -> None:
    assert [add(house, kind=kind).code for kind in (*Kind, *Kind)] == [
        "M0001", "S0001", "V0001", "M0002", "S0002", "V0002",
    ]  # fmt: skip


def test_a_given_code_goes_on_from_the_highest_in_use(house: House) -> None:
    person = new_person(house, Kind.MEMBER, "Rosa")
    for code in ("m0041", "M-99", "Mary", "M\u0661"):
        add_person(house, ACTOR, replace(person, code=code))
    assert add(house).code == "M0042"


@pytest.mark.parametrize("code", ["", "  ", "\x00", "\u200d"])
def test_a_code_that_nobody_can_see_is_replaced_by_a_free_one(house: House, code: str) -> None:
    person = add_person(house, ACTOR, replace(new_person(house, Kind.MEMBER, "Rosa"), code=code))
    assert person.code == "M0001"


def test_a_code_in_use_is_refused_in_any_case(house: House) -> None:
    add(house)
    person = replace(new_person(house, Kind.MEMBER, "Sam"), code=" m0001 ")
    with pytest.raises(Refused, match="The code m0001 belongs to somebody else already"):
        add_person(house, ACTOR, person)
    assert len(list_people(house)) == 1


@pytest.mark.parametrize("first", ["", " ", "\u200d", "\x07", "x" * (LONGEST_NAME + 1)])
def test_a_name_that_is_none_or_too_long_is_refused(house: House, first: str) -> None:
    with pytest.raises(BadInput):
        add(house, first)
    assert list_people(house) == []


def test_a_person_is_found_by_code_in_any_case(house: House) -> None:
    assert person_by_code(house, add(house).code.lower() + " ").first_name == "Rosa"


@pytest.mark.parametrize("code", ["M9999", "", "\udcff", "'; DROP TABLE people"])
def test_an_unknown_code_says_how_to_see_the_codes(house: House, code: str) -> None:
    with pytest.raises(NotFound, match=r"See the codes with: clubhouse people list"):
        person_by_code(house, code)


def test_a_changed_person_is_found_by_the_new_name_and_the_log_keeps_the_old(house: House) -> None:
    person = add(house)
    change_person(house, ACTOR, person.id, replace(person, first_name="Rosalind"), "legal name")
    assert found(house, "rosalind") == ["Rosalind A."]
    was, reason = on_disk(house.store.path, "SELECT was, reason FROM audit WHERE action = 'change_person'")[0]
    assert '"first_name": "Rosa"' in str(was)
    assert reason == "legal name"


def test_a_person_may_keep_the_code_when_changed_but_not_take_anothers(house: House) -> None:
    rosa, sam = add(house), add(house, "Sam", "Lee")
    assert change_person(house, ACTOR, rosa.id, replace(rosa, nickname="Ro")).code == rosa.code
    with pytest.raises(Refused, match="belongs to somebody else"):
        change_person(house, ACTOR, rosa.id, replace(rosa, code=sam.code.lower()))


def test_ending_a_member_leaves_the_card_and_ending_staff_retires_it(house: House) -> None:
    rosa, rosa_card = add_with_card(house)
    sam, sam_card = add_with_card(house, "Sam", "Lee", Kind.STAFF)
    for person in (rosa, sam):
        assert end_person(house, ACTOR, person.id).ended_on == house.today()
    in_use = on_disk(house.store.path, "SELECT code FROM cards WHERE replaced_at IS NULL")
    assert (in_use, sam_card != rosa_card) == ([(rosa_card,)], True)


def test_a_pause_keeps_its_reason_and_is_lifted_without_trace_on_the_person(house: House) -> None:
    person = add(house)
    paused = pause_person(house, ACTOR, person.id, "  see\x00 Sam ")
    assert (paused.paused_at, paused.pause_reason) == (house.now(), "see Sam")
    assert resume_person(house, ACTOR, person.id) == person


@pytest.mark.parametrize("reason", ["", "  ", "\x00"])
def test_a_pause_needs_a_reason(house: House, reason: str) -> None:
    person = add(house)
    with pytest.raises(BadInput, match="needs a reason"):
        pause_person(house, ACTOR, person.id, reason)
    assert list_people(house) == [person]


@pytest.mark.parametrize("operation", [end_person, resume_person])
def test_nobody_with_that_number_is_told(house: House, operation: object) -> None:
    assert callable(operation)
    with pytest.raises(NotFound, match="Nobody has the number 99"):
        operation(house, ACTOR, 99)


@given(*[st.text(max_size=LONGEST_NAME + 5)] * 4, st.sampled_from(Kind), st.sampled_from(ShownAs))
@example("\ud800", "\ud800", "\ud800", "\ud800", Kind.STAFF, ShownAs.FIRST_NAME)
@ONE_HOUSE
def test_any_text_as_a_name_is_kept_and_found_or_refused_whole(
    house: House, code: str, first: str, last: str, nickname: str, kind: Kind, shown_as: ShownAs
) -> None:
    person = replace(new_person(house, kind, first, last, nickname), code=code, shown_as=shown_as)
    before = list_people(house)
    try:
        kept = add_person(house, ACTOR, person)
    except Refused:
        assert list_people(house) == before
        return
    assert [*before, kept] == list_people(house)
    assert person_by_code(house, kept.code) == kept
    assert problems(house.store) == []


@given(st.text())
@example("\ud800\ud800\ud800")
@example("'\"; --")
@ONE_HOUSE
def test_any_text_typed_to_find_a_name_finds_few_or_nobody(house: House, typed: str) -> None:
    if not list_people(house):
        for number in range(MOST_FOUND + 2):
            add(house, "Maria", f"L{number}", shown_as=ShownAs.INITIALS)
        add(house, "Hidden", "Person", shown_as=ShownAs.HIDDEN)
    answer = search_name(house, typed)
    assert len(answer.found) <= MOST_FOUND
    assert all(each.shown for each in answer.found)
    assert not (answer.too_short and answer.found)
