"""What the cells of a list of people say: names, kinds, dates, in the ways in which houses write them."""

import re
from datetime import date

from clubhouse.errors import BadInput
from clubhouse.names import clean, letters
from clubhouse.people import Kind, ShownAs


def word(text: str) -> str:
    """`text` without case, accents, spaces and punctuation, to compare it with words that we know."""
    return letters(text).replace(" ", "")


KINDS = {
    **dict.fromkeys(("member", "members", "m"), Kind.MEMBER),
    **dict.fromkeys(("staff", "staffmember", "employee", "s"), Kind.STAFF),
    **dict.fromkeys(("volunteer", "volunteers", "v"), Kind.VOLUNTEER),
}
"""The words for each kind."""

_SHOWN = {
    **dict.fromkeys(
        ("firstname", "first", "firstnameandlastinitial", "firstnamelastinitial", "default"), ShownAs.FIRST_NAME
    ),
    **dict.fromkeys(("nickname", "nick", "preferredname", "goesby"), ShownAs.NICKNAME),
    **dict.fromkeys(("initials", "initial", "initialsonly"), ShownAs.INITIALS),
    **dict.fromkeys(("hidden", "hide", "private", "anonymous", "none", "notshown", "donotshow"), ShownAs.HIDDEN),
}

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
"""A date, perhaps with the midnight that spreadsheets and databases put behind it."""
_EARLIEST = date(1900, 1, 1)
_COMMA = re.compile("[,،，、]")
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


def read_kind(text: str) -> Kind:
    """The kind that the cell names. Raises `BadInput`."""
    kind = KINDS.get(word(text))
    if kind is None:
        raise BadInput(f"{_quoted(text)} is no kind of person here. Write member, staff or volunteer.")
    return kind


def read_shown_as(text: str) -> ShownAs:
    """How the person wishes to be shown. Raises `BadInput`."""
    shown = _SHOWN.get(word(text))
    if shown is None:
        raise BadInput(f"{_quoted(text)} is no way to show a name. Write first name, nickname, initials or hidden.")
    return shown


def read_since(text: str, today: date) -> date:
    """The day that the cell names, `today` at the latest. Raises `BadInput`."""
    found = _ISO.fullmatch(text)
    if found is None:
        raise BadInput(
            f"{_quoted(text)} is not a date that reads one way only."
            " Write year-month-day: 2026-04-03 is the 3rd of April 2026."
        )
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        raise BadInput(f"There is no day {found[1]}. Check the month and the day.") from None
    if not _EARLIEST <= day <= today:
        raise BadInput(f"Nobody has joined on {day}. Check the year, or leave the cell empty for today.")
    return day


def split_name(text: str) -> tuple[str, str]:
    """First and last name of "First Last" or "Last, First". Raises `BadInput` for more than one comma.

    Small words before the last one (van, de la) and what follows it (Jr.) are part of the last name.
    """
    parts = [part.strip() for part in _COMMA.split(text)]
    if len(parts) == 2 and word(parts[1]) not in _SUFFIXES:
        return parts[1], parts[0]
    if len(parts) > 2:
        raise BadInput(f"{_quoted(text)} has more than one comma. Write it as: Last, First.")
    words = " ".join(parts).split()
    start = len(words) - 1
    if start > 1 and word(words[start]) in _SUFFIXES:
        start -= 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return (words[0], "") if start < 1 else (" ".join(words[:start]), " ".join(words[start:]))


def _quoted(text: str) -> str:
    short = clean(text)
    return f'"{short[:30]}..."' if len(short) > 33 else f'"{short}"'
