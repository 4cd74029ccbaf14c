"""Damaged, foreign and absurd calendar files: a sentence, nothing changed, and no more memory than a file's size."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhouse.audit import COMMAND_LINE
from clubhouse.calendars import importing, reading
from clubhouse.calendars.content import MOST_BYTES, MOST_EVENTS
from clubhouse.calendars.importing import Imported, import_calendar
from clubhouse.errors import BadFile
from clubhouse.house import House
from tests.clubhouse.calendars.held import FILES, bring_in, calendar, content, event
from tests.forms import with_one_house

GOOGLE = (FILES / "google.ics").read_bytes()
ONCE = ("DTSTART:20261204T180000", "DURATION:PT1H")
_MEGABYTE = 1_000_000
MOST_MEMORY = 60 * _MEGABYTE
"""Far below what a parser that keeps all of a file takes for some of these."""


def refused(house: House, folder: Path, text: str | bytes) -> str:
    """The sentence with which a file is refused; fails when anything was written."""
    before = content(house)
    with pytest.raises(BadFile) as caught:
        bring_in(house, folder, text)
    assert content(house) == before
    assert not house.store.connection.in_transaction
    return str(caught.value)


def memory(act: Callable[[], object]) -> int:
    """The most bytes that are in use at once."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("length", [len(GOOGLE) * part // 12 for part in range(1, 12)])
def test_a_file_that_is_cut_off_is_refused(house: House, tmp_path: Path, length: int) -> None:
    assert "cut off" in refused(house, tmp_path, GOOGLE[:length])


def test_a_file_whose_last_line_end_is_missing_is_whole(house: House, tmp_path: Path) -> None:
    assert bring_in(house, tmp_path, GOOGLE.rstrip()).added == 4


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b" \r\n\r\n",
        b"hello",
        b"First name,Last name\nEve,Stone\n",
        b"<html>BEGIN:VCALENDAR</html>",
        b"PK\x03\x04" + bytes(1000),
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\xff\xfeB\x00E\x00G",
        b"BEGIN:VCARD\r\nEND:VCARD\r\n",
        b"BEGIN:VCALENDAR\r\n\0END:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nX:\x81\x8d\r\nEND:VCALENDAR\r\n",
    ],
)
def test_what_is_no_calendar_file_is_refused(house: House, tmp_path: Path, raw: bytes) -> None:
    said = refused(house, tmp_path, raw)
    assert "is no calendar file" in said
    assert said.endswith("as an .ics file.")


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCALENDAR\r\n" * 3 + "END:VCALENDAR\r\n" * 3,
        "BEGIN:VCALENDAR\r\n" + "BEGIN:X\r\n" * 100_000 + "END:X\r\n" * 100_000 + "END:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n",
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n",
    ],
    ids=["in itself", "deep", "crossed", "ended twice", "outside"],
)
def test_components_that_do_not_pair_are_refused(house: House, tmp_path: Path, text: str) -> None:
    assert "cut off or damaged" in refused(house, tmp_path, text)


def test_a_file_of_50_megabytes_is_refused_without_being_read(house: House, tmp_path: Path) -> None:
    file = tmp_path / "large.ics"
    with file.open("wb") as target:
        target.write(b"BEGIN:VCALENDAR\r\n")
        target.truncate(50 * _MEGABYTE)

    def act() -> None:
        with pytest.raises(BadFile, match="larger than 5 MB"):
            import_calendar(house, COMMAND_LINE, file, "social")

    assert memory(act) < 4 * MOST_BYTES


def test_a_hundred_thousand_events_are_refused_without_being_read(house: House, tmp_path: Path) -> None:
    text = calendar("BEGIN:VEVENT\nDTSTART:20261204\nSUMMARY:A\nEND:VEVENT\n" * 90_000)
    assert len(text) < MOST_BYTES
    assert memory(lambda: refused(house, tmp_path, text)) < MOST_MEMORY
    assert f"at most {MOST_EVENTS}" in refused(house, tmp_path, text)


def test_far_too_many_days_are_refused_and_nothing_is_written(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MOST_OCCURRENCES", 200)
    daily = [event(*ONCE, "RRULE:FREQ=DAILY", uid=str(number)) for number in range(3)]
    assert "Choose a later first day" in refused(house, tmp_path, calendar(*daily))
    assert bring_in(house, tmp_path, calendar(*daily[:2])).added == 2


LONG = {
    "text": "DESCRIPTION:" + "x" * 4_000_000,
    "attachment": "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD" * 1_000_000,
    "quotation": 'SUMMARY;X="' + "a" * 4_000_000,
    "semicolons": ";" * 4_000_000,
    "parameters": "LOCATION" + ";X=1" * 1_000_000 + ":Hall",
    "days": "EXDATE:" + "20261201T180000," * 250_000,
    "folds": "DESCRIPTION:" + "\r\n " * 100_000,
    "folded letters": "X-ALT-DESC:" + "x\r\n " * 100_000,
    "many days": "EXDATE:20261201T180000\r\n" * 20_000,
    "guests": "ATTENDEE:mailto:a@example.org\r\n" * 20_000,
    "nothing": "\r\n" * 200_000,
    "quotations": "SUMMARY;X=" + '"a"' * 30_000 + ":x",
    "rule": "RRULE:FREQ=DAILY;BYMONTHDAY=" + ",".join(["1"] * 40_000),
    "backslashes": "DESCRIPTION:" + "\\" * 90_000,
}
"""Lines, or many of them, in events that are otherwise whole."""


@pytest.mark.parametrize("line", LONG.values(), ids=list(LONG))
def test_lines_of_absurd_length_cost_little_memory(house: House, tmp_path: Path, line: str) -> None:
    text = calendar(event(*ONCE, line), event(*ONCE, uid="two", title="Bingo"))
    assert len(text) < MOST_BYTES
    done: list[Imported] = []
    assert memory(lambda: done.append(bring_in(house, tmp_path, text))) < MOST_MEMORY
    assert done[0].added + len(done[0].left_out) >= 2


def test_a_zone_without_end_is_not_followed(house: House, tmp_path: Path) -> None:
    observance = (
        "BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nRRULE:FREQ={}\r\n"
        "TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\n"
    )
    lines = ("DTSTART;TZID=Mine:20261204T180000", "DURATION:PT1H")
    for rule in ("SECONDLY", "DAILY", "YEARLY;BYSECOND=1", "YEARLY;COUNT=99999"):
        zone = f"BEGIN:VTIMEZONE\r\nTZID:Mine\r\n{observance.format(rule)}END:VTIMEZONE\r\n"
        done = bring_in(house, tmp_path, calendar(zone, event(*lines)))
        assert [each.sentence for each in done.left_out] == ["Bowling: is in a time zone that is not known, 'Mine'."]
    broken = "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    assert bring_in(house, tmp_path, calendar(broken, event(*lines))).added == 0


@pytest.mark.parametrize("frequency", ["DAILY", "WEEKLY"])
def test_a_rule_that_would_be_followed_to_the_end_of_the_calendar_is_listed(
    house: House, tmp_path: Path, frequency: str
) -> None:
    rule = f"RRULE:FREQ={frequency};INTERVAL=7;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO"
    done = bring_in(house, tmp_path, calendar(event(*ONCE, rule)))
    assert "comes again by a rule that is not kept here" in done.left_out[0].sentence


def test_more_rules_than_a_house_has_are_listed(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_RULES", 2)
    weekly = [event(*ONCE, "RRULE:FREQ=WEEKLY", uid=f"{number}") for number in range(3)]
    done = bring_in(house, tmp_path, calendar(*weekly))
    assert (done.added, len(done.left_out)) == (2, 1)


@pytest.mark.parametrize("missing", ["", "folder", "nul\0"])
def test_a_file_that_cannot_be_read_is_refused(house: House, tmp_path: Path, missing: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(BadFile, match=r"There is no file|is a folder|cannot be read"):
        import_calendar(house, COMMAND_LINE, tmp_path / (missing or "none.ics"), "social")


PUT = [b":", b";", b"\r\n", b"\r\n ", b'"', b"\\", b"\xe2\x80"]


@with_one_house(40, 1000)
@given(name=st.sampled_from(sorted(path.name for path in FILES.glob("*.ics"))), data=st.data())
def test_a_file_with_any_bytes_in_it_is_refused_or_read_whole(
    house: House, tmp_path: Path, name: str, data: st.DataObject
) -> None:
    raw = (FILES / name).read_bytes()
    place, length = data.draw(st.integers(0, len(raw))), data.draw(st.integers(0, 40))
    put = data.draw(st.binary(max_size=20) | st.sampled_from(PUT))
    before = content(house)
    try:
        done = bring_in(house, tmp_path, raw[:place] + put + raw[place + length :])
    except BadFile:
        assert content(house) == before
        return
    assert done.added + done.changed + done.unchanged + len(done.left_out) > 0
    assert all(each.sentence.endswith(".") for each in done.left_out)
