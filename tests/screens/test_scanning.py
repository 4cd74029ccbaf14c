"""A scanner's keys become one scan, whatever the page does with letters; a person's keys stay a person's."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key as KeyEvent

from clubhouse.codes import ALPHABET, LENGTH, complete, read_code
from screens.scanning import PAUSE_SECONDS, Key, Letters, ScanKeys, scans_in_paste
from tests.screens.kiosks import typed

CODE = complete("CBDEFGHIJKLNRTUVCBDEFGHI")
OTHER = complete("VVVVTTTTRRRRNNNNLLLLKKKK")
CHOICES = "0789Uu"
LONG = PAUSE_SECONDS + 0.5

each_page = pytest.mark.parametrize("letters", Letters)


def feed(keys: ScanKeys, text: str, letters: Letters, at: float = 10.0) -> list[Key | str]:
    """What becomes of each key of `text`, all typed at the second `at`."""
    return [keys.feed(key.key, key.character, at, letters, CHOICES.__contains__) for key in typed(text)]


def press(keys: ScanKeys, name: str, letters: Letters, at: float = 10.0) -> Key | str:
    """What becomes of one key that has a name."""
    return keys.feed(name, name if len(name) == 1 else None, at, letters, CHOICES.__contains__)


def scans(verdicts: Sequence[Key | str]) -> list[str]:
    """The scans among what became of keys."""
    return [each for each in verdicts if isinstance(each, str)]


@each_page
@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t"], ids=["CR", "LF", "CRLF", "Tab"])
@pytest.mark.parametrize("prefix", ["", "]Q1", "\\000026", "]Q1\\000026", "]q3"])
@pytest.mark.parametrize("code", [CODE, CODE.lower(), CODE.swapcase().capitalize()], ids=["upper", "lower", "mixed"])
def test_a_code_comes_out_once(letters: Letters, end: str, prefix: str, code: str) -> None:
    verdicts = feed(ScanKeys(), prefix + code + end, letters)
    assert [read_code(scan) for scan in scans(verdicts)] == [CODE]


@each_page
def test_no_key_of_a_code_goes_on_unless_a_name_is_typed(letters: Letters) -> None:
    on = Key.PASSED if letters is Letters.TYPED else Key.HELD
    assert feed(ScanKeys(), CODE + "\r", letters) == [on] * LENGTH + [CODE]


@each_page
def test_codes_back_to_back_stay_apart(letters: Letters) -> None:
    pair = [CODE, OTHER]
    assert scans(feed(ScanKeys(), "".join(f"{code}\r\n" for code in pair * 3), letters)) == pair * 3


@each_page
@pytest.mark.parametrize("prefix", ["", "]Q1", "]Q1\\000026"])
def test_a_stall_in_mid_scan_loses_nothing(letters: Letters, prefix: str) -> None:
    scanned = prefix + CODE
    for stall in range(4, len(scanned) + 1):  # up to three letters are a slip of the hand
        keys = ScanKeys()
        feed(keys, scanned[:stall], letters)
        found = scans(feed(keys, scanned[stall:] + "\r", letters, at=10.0 + LONG))
        assert [read_code(scan) for scan in found] == [CODE], f"stalled after {scanned[:stall]!r}"


@each_page
@pytest.mark.parametrize("stray", ["x", "xyz", "ch", "q]", "hello there", "c" * 40])
def test_what_was_typed_before_a_pause_does_not_spoil_the_scan(letters: Letters, stray: str) -> None:
    keys = ScanKeys()
    feed(keys, stray, letters)
    assert [read_code(scan) for scan in scans(feed(keys, CODE + "\r", letters, at=10.0 + LONG))] == [CODE]


@pytest.mark.parametrize("slip", ["x", "xq", "xyz", "c"])
@pytest.mark.parametrize("choice", ["9", "u", "U"])
def test_after_a_slip_a_choice_is_still_taken(slip: str, choice: str) -> None:
    keys = ScanKeys()
    assert set(feed(keys, slip, Letters.CHOICES)) == {Key.HELD}
    assert press(keys, choice, Letters.CHOICES) is Key.PASSED


@pytest.mark.parametrize("slip", ["", "x", "xq", "xyz"])
@pytest.mark.parametrize("key", ["enter", "up", "down", "escape", "f1", "tab"])
def test_after_a_slip_the_other_keys_work(slip: str, key: str) -> None:
    keys = ScanKeys()
    feed(keys, slip, Letters.CHOICES)
    assert press(keys, key, Letters.CHOICES) is Key.PASSED


@pytest.mark.parametrize("key", ["f1", "f2", "f3", "f10"])
def test_where_all_letters_are_the_scanners_function_keys_work(key: str) -> None:
    assert press(ScanKeys(), key, Letters.SCANNER) is Key.PASSED


@pytest.mark.parametrize("typed_name", ["Rosa", "chen", "Chung", "Bécher", "o'neill", "李小龙", "9"])
def test_a_name_is_typed_letter_by_letter(typed_name: str) -> None:
    keys = ScanKeys()
    assert set(feed(keys, typed_name, Letters.TYPED)) == {Key.PASSED}
    assert press(keys, "backspace", Letters.TYPED) is Key.PASSED
    assert press(keys, "enter", Letters.TYPED) is Key.PASSED


@pytest.mark.parametrize("typed_name", ["", "Ros"])
@pytest.mark.parametrize("prefix", ["]Q1", "\\000026", "]Q1\\000026"])
def test_no_digit_of_a_prefix_chooses_a_name(typed_name: str, prefix: str) -> None:
    verdicts = feed(ScanKeys(), typed_name + prefix + CODE + "\r", Letters.TYPED)
    digits = [verdict for key, verdict in zip(typed_name + prefix, verdicts, strict=False) if key.isdigit()]
    assert set(digits) == {Key.HELD}
    assert [read_code(scan) for scan in scans(verdicts)] == [CODE]


def test_a_scan_is_found_after_a_name_half_typed() -> None:
    assert scans(feed(ScanKeys(), "Ros" + CODE + "\r", Letters.TYPED)) == [CODE]


@each_page
@pytest.mark.parametrize("control", [*"\x01\x03\x04\x08\x0b\x0c\x10\x11\x1a\x1f\x7f"])
def test_a_control_character_inside_a_code_never_passes_and_spoils_it(letters: Letters, control: str) -> None:
    keys = ScanKeys()
    feed(keys, CODE[:20], letters)
    assert Key.PASSED not in feed(keys, control, letters)
    assert CODE not in [read_code(scan) for scan in scans(feed(keys, CODE[20:] + "\r", letters))]


@pytest.mark.parametrize("letters", [Letters.SCANNER, Letters.CHOICES])
@pytest.mark.parametrize(
    "foreign",
    ["https://example.org/?id=9", "BEGIN:VCARD", "FN:Rosa", "TEL:0789", "WIFI:T:WPA;S:house;P:9780U;;", "mailto:9@u"],
)
def test_a_foreign_code_chooses_nothing(letters: Letters, foreign: str) -> None:
    verdicts = feed(ScanKeys(), foreign + "\r", letters)
    assert Key.PASSED not in verdicts
    assert scans(verdicts) == [foreign]


@pytest.mark.xfail(reason="a choice is taken at its key, before anybody can know that more follows")
@pytest.mark.parametrize("foreign", ["9780140328721", "0012345678905", "URL:https://example.org", "UID:19"])
def test_a_foreign_code_that_begins_with_a_choice_chooses_nothing(foreign: str) -> None:
    assert Key.PASSED not in feed(ScanKeys(), foreign + "\r", Letters.CHOICES)


@each_page
@pytest.mark.parametrize("end", ["\r\n", "\n\r", "\t\r", "\t\n"])
def test_the_second_key_that_ends_a_scan_takes_no_choice(letters: Letters, end: str) -> None:
    assert feed(ScanKeys(), CODE + end, letters)[-2:] == [CODE, Key.HELD]


@each_page
def test_enter_after_a_scan_is_a_persons(letters: Letters) -> None:
    assert feed(ScanKeys(), CODE + "\r\r", letters)[-2:] == [CODE, Key.PASSED]


def test_a_name_that_might_begin_a_code_can_be_rubbed_out() -> None:
    keys = ScanKeys()
    feed(keys, "Chidiebere", Letters.TYPED)
    assert press(keys, "backspace", Letters.TYPED) is Key.PASSED


@each_page
def test_a_misread_code_comes_out_to_be_told(letters: Letters) -> None:
    misread = CODE[:-1] + ("C" if CODE[-1] != "C" else "B")
    assert scans(feed(ScanKeys(), misread + "\r", letters)) == [misread]


@each_page
def test_a_terminator_alone_is_a_persons(letters: Letters) -> None:
    assert feed(ScanKeys(), "\r\n\t", letters) == [Key.PASSED] * 3


@each_page
def test_a_stuck_key_fills_no_memory(letters: Letters) -> None:
    keys = ScanKeys()
    for at in range(3000):
        keys.feed("x", "x", at * 0.7, letters, CHOICES.__contains__)
        keys.feed("y", "y", at * 2.0, letters, CHOICES.__contains__)
    assert sum(len(value) for value in vars(keys).values() if isinstance(value, str)) < 1000


def test_a_paste_is_cut_into_scans() -> None:
    pasted = f"{CODE}\r\n{OTHER}\tnonsense\n\n"
    assert scans_in_paste(pasted, Letters.SCANNER) == [CODE, OTHER, "nonsense"]
    assert scans_in_paste(pasted, Letters.CHOICES) == [CODE, OTHER, "nonsense"]
    assert scans_in_paste(pasted, Letters.TYPED) == [CODE, OTHER]
    assert scans_in_paste("", Letters.SCANNER) == []


def test_a_huge_paste_is_cut_short() -> None:
    (scanned,) = scans_in_paste("x" * 1_000_000, Letters.SCANNER)
    assert len(scanned) < 1000


KEYS = st.one_of(
    st.characters().map(lambda character: next(typed(character), KeyEvent("f1", None))),
    st.sampled_from([*"CHchUu09]Q\\", *ALPHABET]).map(lambda character: KeyEvent(character, character)),
    st.sampled_from(["enter", "tab", "ctrl+j", "ctrl+m", "escape", "up", "backspace", "f1", "ctrl+c", "delete"]).map(
        lambda name: KeyEvent(name, None)
    ),
)
PRESSES = st.lists(st.tuples(KEYS, st.sampled_from([0.0, 0.001, 0.5, LONG]), st.sampled_from(Letters)), max_size=60)


@given(PRESSES, st.sampled_from(Letters), st.sampled_from(["\r", "\n", "\t"]))
def test_after_any_keys_and_a_pause_a_card_is_read(
    presses: list[tuple[KeyEvent, float, Letters]], letters: Letters, end: str
) -> None:
    keys, at = ScanKeys(), 100.0
    for key, gap, page in presses:
        at += gap
        keys.feed(key.key, key.character, at, page, CHOICES.__contains__)
    found = scans(feed(keys, CODE + end, letters, at=at + LONG))
    assert [read_code(scan) for scan in found] == [CODE]


@given(st.text(max_size=80), st.sampled_from(Letters))
def test_only_what_was_typed_comes_out(text: str, letters: Letters) -> None:
    assert all(scan in text for scan in scans(feed(ScanKeys(), text + "\r", letters)) if "\ufffd" not in scan)
