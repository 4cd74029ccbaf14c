"""An event to take along: a QR picture that a phone turns into an entry of its own calendar, without any network.

The text is one bare VEVENT, which scanners know by its first line, and no longer than a screen can show.
"""

from dataclasses import dataclass
from datetime import UTC, date, timedelta
from functools import lru_cache
from unicodedata import category

from clubhouse.program import Event
from clubhouse.qr import Matrix, in_half_blocks

ROWS, COLUMNS = 22, 45
"""Of the largest picture that 80x24 shows with a line to spare: version 5, for titles of up to 38 letters."""
SMALL_ROWS, SMALL_COLUMNS = 20, 41
"""Of the picture that 54x20 shows: version 4, for titles of up to 10 letters."""
_SMALLEST, _LARGEST = 4, 7
_QUIET = 4
_BELOW = 3
"""Modules of white below: a line of half blocks holds two, and every picture is odd."""
_CAPITALS = 10
"""From so many capitals and digits in a row on, it is shorter to write them as such."""
_CUT = "."
"""Ends a shortened title: one byte, where three dots in one letter take as much room as three letters."""
_JOINER = "\u200d"


@dataclass(frozen=True)
class EntryCode:
    """The picture of one event."""

    lines: tuple[str, ...]
    """Half blocks, to be shown black on white."""
    version: int
    title: str
    """As it will stand in the phone, perhaps shortened."""


def calendar_entry(event: Event, letters: int | None = None) -> str:
    """The event as one VEVENT with its neutral title, of at most so many letters, and times in UTC."""
    first, last = event.starts_at, event.ends_at
    if event.occurrence.starts is None:
        day, after = event.occurrence.day, event.occurrence.day + timedelta(minutes=event.occurrence.minutes)
        times = (f"DTSTART;VALUE=DATE:{_day(day)}", f"DTEND;VALUE=DATE:{_day(after)}")
    else:
        times = (
            f"DTSTART:{first.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTEND:{last.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        )
    title = _shortened(event.occurrence.shown_outside, letters)
    return "\n".join(("BEGIN:VEVENT", f"SUMMARY:{_escaped(title)}", *times, "END:VEVENT"))


@lru_cache(maxsize=1)  # a screen draws it again at every change of size
def entry_code(event: Event, rows: int = ROWS) -> EntryCode | None:
    """The smallest picture with the longest title, in at most so many lines; None where no picture has room."""
    most = min((2 * rows - _QUIET - _BELOW - 17) // 4, _LARGEST)
    title = event.occurrence.shown_outside
    for letters in range(len(title), 0, -1):
        text = calendar_entry(event, letters)
        for version in range(_SMALLEST, most + 1):
            if modules := _drawn(text, version):
                return EntryCode(tuple(in_half_blocks(modules[:-1])), version, _shortened(title, letters))
    return None


def _drawn(text: str, version: int) -> Matrix | None:
    """The modules with white round them; None where the text does not fit."""
    from qrcode.constants import ERROR_CORRECT_L  # slow to import, and rarely needed
    from qrcode.exceptions import DataOverflowError
    from qrcode.main import QRCode

    # A screen is clean and lit: the lowest level leaves the most room for words.
    drawing = QRCode(version=version, error_correction=ERROR_CORRECT_L, border=_QUIET)
    drawing.add_data(text, optimize=_CAPITALS)
    try:
        drawing.make(fit=False)
    except DataOverflowError:
        return None
    return tuple(tuple(bool(module) for module in row) for row in drawing.get_matrix())


def _shortened(title: str, letters: int | None) -> str:
    if letters is None or len(title) <= letters:
        return title
    end = letters - 1
    # A letter and the marks upon it, or a picture made of several, stay together.
    while end > 0 and (category(title[end]).startswith("M") or _JOINER in title[end - 1 : end + 1]):
        end -= 1
    return title[:end].rstrip() + _CUT


def _escaped(title: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\;," else letter for letter in title)


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"
