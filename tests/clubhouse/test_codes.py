"""Card codes: made from chance, read as scanners send them, and no slip of a few letters goes unseen."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhouse.codes import ALPHABET, LENGTH, PREFIX, Unreadable, check_letters, complete, make_code, read_code

CODES = st.text(ALPHABET, min_size=24, max_size=24).map(complete)
CODE = complete("BDEFGHIJKLNRTUVCBDEFGHIJ")


def changed(code: str, at: int, letters: str) -> str:
    """`code` with `letters` in place of what stood there."""
    return code[:at] + letters + code[at + len(letters) :]


def test_a_new_code_has_the_form_of_a_card_and_fitting_check_letters() -> None:
    codes = {make_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert re.fullmatch(f"{PREFIX}[{ALPHABET}]{{27}}", code)
        assert len(code) == LENGTH
        assert read_code(code) == code


def test_check_letters_are_these() -> None:
    """Cards are printed: the check letters of a body never change."""
    assert [check_letters(letter * 24) for letter in "CBV"] == ["CCC", "CJD", "IKU"]


@given(CODES)
def test_every_change_of_one_letter_is_noticed(code: str) -> None:
    for at in range(LENGTH):
        for letter in set(ALPHABET) - {code[at]}:
            assert isinstance(read_code(changed(code, at, letter)), Unreadable)


@given(CODES)
def test_every_swap_of_neighbours_is_noticed(code: str) -> None:
    for at in range(LENGTH - 1):
        if code[at] != code[at + 1]:
            assert isinstance(read_code(changed(code, at, code[at + 1] + code[at])), Unreadable)


@pytest.mark.parametrize("length", [2, 3])
def test_changes_of_neighbouring_letters_are_noticed(length: int) -> None:
    chance = random.Random(length)
    for _ in range(4000):
        code = complete("".join(chance.choices(ALPHABET, k=24)))
        at = chance.randrange(LENGTH - length + 1)
        letters = "".join(chance.choices(ALPHABET, k=length))
        if letters != code[at : at + length]:
            assert isinstance(read_code(changed(code, at, letters)), Unreadable)


@given(CODES, st.integers(0, LENGTH - 1))
def test_a_lost_or_doubled_letter_makes_it_no_card(code: str, at: int) -> None:
    assert read_code(code[:at] + code[at + 1 :]) is Unreadable.NOT_OURS
    assert read_code(code[:at] + code[at] + code[at:]) is Unreadable.NOT_OURS


@pytest.mark.parametrize("end", ["", "\r", "\n", "\r\n", "\t", "\r\n\r\n"])
@pytest.mark.parametrize("start", ["", "]Q1", "]q3", r"\000026", r"]Q2\000026"])
@pytest.mark.parametrize("form", [str.upper, str.lower, str.swapcase])
def test_what_scanners_put_round_a_code_is_taken_off(start: str, end: str, form: object) -> None:
    assert callable(form)
    assert read_code(start + form(CODE) + end) == CODE


@pytest.mark.parametrize(
    "scanned",
    [
        "",
        "\r",
        "5901234123457",
        "https://example.org",
        " " + CODE,
        CODE + " ",
        CODE + CODE,
        f"{CODE}\r{CODE}",
        CODE[:-1],
        CODE[2:],
        "]Q1]Q1" + CODE,
        r"\000126" + CODE,
        CODE.replace("K", "\u212a"),  # the Kelvin sign, whose small letter is our k
        CODE.replace("I", "ı"),  # the dotless i, whose capital is our I
        CODE.replace("B", "A"),
    ],
)
def test_anything_else_is_not_a_card_of_ours(scanned: str) -> None:
    assert read_code(scanned) is Unreadable.NOT_OURS


def test_a_card_whose_check_letters_do_not_fit_is_unclear() -> None:
    wrong = CODE[:-1] + ("C" if CODE[-1] != "C" else "B")
    assert read_code(wrong) is Unreadable.UNCLEAR


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")) | st.text(ALPHABET + PREFIX + "\r\n\t]Q1\\0"))
def test_whatever_is_scanned_reads_as_a_whole_code_or_not_at_all(scanned: str) -> None:
    read = read_code(scanned)
    assert isinstance(read, Unreadable) or (read == complete(read[2:-3]) and read in scanned.upper())
