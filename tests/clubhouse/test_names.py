"""Names in every script: kept tidy, shown as each person chooses, found as somebody in a hurry types them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhouse.names import clean, find_letters, full_name, greeting_name, letters, shown_name, whole_letters
from db.people import Kind, NewPerson, ShownAs

ANY_TEXT = st.text() | st.text(st.characters(categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp", "Mn", "Lo"]))


def person(first: str, last: str = "", nickname: str = "", shown_as: ShownAs = ShownAs.FIRST_NAME) -> NewPerson:
    """A member of that name."""
    return NewPerson("M1", Kind.MEMBER, first, last, nickname, shown_as, date(2026, 1, 5))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Rosa \t Maria\n", "Rosa Maria"),
        ("A\u0301lvarez", "Álvarez"),
        ("Ro\x00sa\x1b[31m", "Rosa[31m"),
        ("\u202eRosa\u2066", "Rosa"),
        ("Rosa\u2028Maria\u3000Lee", "Rosa Maria Lee"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud800Rosa\ue000", "Rosa"),
        ("\u200d", ""),
        ("\x00\x01", ""),
        ("O'Connor-Smith", "O'Connor-Smith"),
    ],
)
def test_a_name_is_kept_on_one_line_without_what_cannot_be_seen(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(ANY_TEXT)
def test_a_kept_name_is_tidy_already(typed: str) -> None:
    kept = clean(typed)
    assert clean(kept) == kept
    assert kept == kept.strip()
    assert "\n" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Álvarez", "alvarez"),
        ("NGUYỄN", "nguyen"),
        ("Jean-Luc", "jean luc"),
        ("O'Connor", "oconnor"),
        ("Øystein Łucja", "oystein lucja"),
        ("Straße", "strasse"),
        ("İpek Işık", "ipek isik"),
        ("ÆØÅ", "aeoa"),
        ("Þór", "thor"),
        ("ℋelen", "helen"),
        ("ﬁona", "fiona"),
        ("李小龙", "李小龙"),
        ("Lee, Sam", "lee sam"),
        ("!?*%_", ""),
    ],
)
def test_letters_are_what_somebody_in_a_hurry_types(typed: str, plain: str) -> None:
    assert letters(typed) == plain


@given(ANY_TEXT)
def test_letters_stay_as_they_are_when_typed_again_or_in_capitals(typed: str) -> None:
    plain = letters(typed)
    assert letters(plain) == plain
    assert plain == letters(typed.upper().lower())


@pytest.mark.parametrize(
    ("shown_as", "shown", "greeting"),
    [
        (ShownAs.FIRST_NAME, "Rosa A.", "Rosa"),
        (ShownAs.NICKNAME, "Rosie", "Rosie"),
        (ShownAs.INITIALS, "R. A.", "R. A."),
        (ShownAs.HIDDEN, "", ""),
    ],
)
def test_a_name_is_shown_as_the_person_chooses(shown_as: ShownAs, shown: str, greeting: str) -> None:
    rosa = person("Rosa", "Alvarez", "Rosie", shown_as)
    assert (shown_name(rosa), greeting_name(rosa)) == (shown, greeting)


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        (person("Łucja"), "Łucja"),
        (person("Łucja", shown_as=ShownAs.INITIALS), "Ł."),
        (person("Rosa", "Alvarez", "", ShownAs.NICKNAME), "Rosa A."),
        (person("李", "小龙"), "李 小."),
        (person("rosa", "q\u0307uinn"), "rosa Q\u0307."),
    ],
)
def test_a_name_with_parts_missing_or_in_another_script_is_shown(who: NewPerson, shown: str) -> None:
    assert shown_name(who) == shown


@given(st.builds(person, *[ANY_TEXT.map(clean)] * 3, st.sampled_from(ShownAs)).filter(lambda who: who.first_name))
def test_any_person_can_be_shown_greeted_and_found(who: NewPerson) -> None:
    hidden = who.shown_as is ShownAs.HIDDEN
    assert (shown_name(who) == "") == hidden
    assert (greeting_name(who) == "") == hidden
    assert full_name(who).startswith(who.first_name)
    assert whole_letters(who) <= find_letters(who)
    assert "" not in find_letters(who)
    assert whole_letters(who)


@given(st.text("abc", min_size=1), st.text("xyz", min_size=2), st.sampled_from(ShownAs))
def test_no_choice_shows_the_whole_last_name(first: str, last: str, shown_as: ShownAs) -> None:
    shown = shown_name(person(first, last, shown_as=shown_as))
    assert last not in shown
    assert sum(letter in "xyzXYZ" for letter in shown) <= 1


def test_the_last_name_may_be_typed_first_or_alone() -> None:
    assert find_letters(person("Rosa", "Álvarez", "Rosie")) >= {
        "rosa alvarez", "alvarez rosa", "alvarez", "rosie alvarez",
    }  # fmt: skip


def test_a_name_without_spaces_is_found_as_it_is_written() -> None:
    assert {"李小龙", "小龙李"} <= find_letters(person("小龙", "李"))
