"""What is taken along: a picture on the screen that a decoder reads, and a calendar library understands."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from clubhouse.audit import COMMAND_LINE
from clubhouse.calendars.entry import (
    COLUMNS,
    ROWS,
    SMALL_COLUMNS,
    SMALL_ROWS,
    EntryCode,
    calendar_entry,
    entry_code,
)
from clubhouse.house import House
from clubhouse.program import Event, see_program
from clubhouse.series import NewSeries, add_series
from tests.clubhouse.calendars.held import FIRST
from tests.clubhouse.test_qr import drawn_cells, read
from tests.forms import with_one_house

LONG = "Cooking together: soup, bread & salad in the kitchen"


@pytest.fixture
def cooking(house: House) -> Event:
    """A class this evening, with another title in the house."""
    new = NewSeries("class", "Kitchen group", LONG, "Kitchen", "", FIRST, time(18), 90, "", None, 0, False)
    add_series(house, COMMAND_LINE, new)
    return see_program(house, FIRST, FIRST).events[0]


def titled(event: Event, title: str) -> Event:
    """The same event under another title."""
    return replace(event, occurrence=replace(event.occurrence, public_title=title))


def drawn(event: Event, rows: int = ROWS) -> EntryCode:
    """Its picture; fails where there is none."""
    code = entry_code(event, rows)
    assert code is not None
    return code


def decoded(code: EntryCode) -> icalendar.Component:
    """What a phone finds in the picture."""
    (text,) = read(drawn_cells(list(code.lines)))
    return icalendar.Event.from_ical(text.replace("\n", "\r\n"))


def test_the_text_is_one_bare_event_in_utc_with_the_neutral_title(cooking: Event) -> None:
    assert calendar_entry(titled(cooking, "Soup; bread, salt")) == (
        "BEGIN:VEVENT\nSUMMARY:Soup\\; bread\\, salt\nDTSTART:20261123T230000Z\nDTEND:20261124T003000Z\nEND:VEVENT"
    )


def test_what_lasts_the_whole_day_has_days(cooking: Event) -> None:
    occurrence = replace(cooking.occurrence, starts=None, minutes=2 * 24 * 60, public_title="Trip")
    lines = calendar_entry(replace(cooking, occurrence=occurrence)).split("\n")
    assert lines[2:4] == ["DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261125"]
    assert decoded(drawn(replace(cooking, occurrence=occurrence))).decoded("dtend") == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("rows", "columns", "letters"), [(ROWS, COLUMNS, 38), (SMALL_ROWS, SMALL_COLUMNS, 10)], ids=["80x24", "54x20"]
)
def test_a_picture_fits_its_screen_and_is_read_from_it(cooking: Event, rows: int, columns: int, letters: int) -> None:
    code = drawn(titled(cooking, "Sing together in the hallway of the house, tonight"), rows)
    assert (len(code.lines), {len(line) for line in code.lines}) == (rows, {columns})
    assert len(code.title) == letters
    found = decoded(code)
    zone = ZoneInfo("America/New_York")
    assert str(found["summary"]) == code.title
    assert found.decoded("dtstart") == datetime(2026, 11, 23, 18, tzinfo=zone)
    assert found.decoded("dtend") == datetime(2026, 11, 23, 19, 30, tzinfo=zone)


def test_a_large_screen_shows_the_whole_title(cooking: Event) -> None:
    assert drawn(cooking, 40).title == LONG
    assert len(drawn(cooking, 40).lines) <= 26
    assert drawn(cooking).title == LONG[:36].rstrip() + "."


def test_letters_with_marks_and_pictures_of_several_are_not_cut_in_two(cooking: Event) -> None:
    family = "👨\u200d👩\u200d👧"
    assert calendar_entry(titled(cooking, f"Cafe\u0301 {family}"), 5).split("\n")[1] == "SUMMARY:Caf."
    assert calendar_entry(titled(cooking, f"Cafe\u0301 {family}"), 9).split("\n")[1] == "SUMMARY:Cafe\u0301."


def test_a_short_title_makes_a_smaller_picture(cooking: Event) -> None:
    code = drawn(titled(cooking, "Bowling"))
    assert (code.version, code.title, len(code.lines)) == (4, "Bowling", SMALL_ROWS)


def test_where_no_picture_fits_there_is_none(cooking: Event) -> None:
    assert entry_code(cooking, SMALL_ROWS - 1) is None
    assert entry_code(cooking, 0) is None


def test_the_version_is_what_a_decoder_sees(cooking: Event) -> None:
    code = drawn(cooking)
    (found,) = zxingcpp.read_barcodes(drawn_cells(list(code.lines)))
    assert (code.version, found.ec_level, found.format) == (5, "L", zxingcpp.BarcodeFormat.QRCode)


@with_one_house(25, 500)
@given(
    title=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60)
    | st.sampled_from(
        ["Kaffe og kaker på lørdag – alle er velkomne", "映画の夜", "🎲🎲🎲🎲🎲🎲🎲🎲🎲🎲🎲🎲🎲🎲🎲", "\\;,:" * 15]
    ),
    days=st.integers(0, 700),
    rows=st.sampled_from([ROWS, SMALL_ROWS]),
)
def test_any_title_is_read_as_it_is_said_to_stand(cooking: Event, title: str, days: int, rows: int) -> None:
    start = cooking.starts_at + timedelta(days=days)
    event = replace(titled(cooking, title), starts_at=start, ends_at=start + timedelta(hours=1))
    code = entry_code(event, rows)
    assert code is not None
    found = decoded(code)
    assert str(found["summary"]) == code.title
    assert found.decoded("dtstart") == start
    assert title.startswith(code.title.removesuffix("."))
    assert len(code.lines) <= rows
