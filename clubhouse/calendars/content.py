"""The lines of a calendar file: which letters, which lines belong together, which events they make.

A file is bounded before it is read: by its size, how many events it holds and how deep they lie.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clubhouse.errors import BadFile, Problem
from clubhouse.given_file import read_given

MOST_BYTES = 5_000_000
MOST_EVENTS = 5_000
MOST_LETTERS = 100_000
"""Of one line, where it counts."""
_DEEPEST = 8
_EVENT, _ZONE, _CALENDAR, _METHOD = "VEVENT", "VTIMEZONE", "VCALENDAR", "METHOD"
_LINE = re.compile(r'([A-Za-z0-9-]{1,60})((?:;[A-Za-z0-9-]{1,60}=(?:[^";:]|"[^"]*")*)*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:[^";:]|"[^"]*")*)')
_TEXTS = frozenset({"UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "SEQUENCE", "CLASS"})
_TIMES = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "EXDATE", "RDATE", "RECURRENCE-ID"})
_KEPT = _TEXTS | _TIMES
_FEWER = "Export fewer years of the calendar, or leave its pictures out."
_AGAIN = "Export the calendar again from the program that it comes from, as an .ics file"


@dataclass(frozen=True)
class Line:
    """One property of an event."""

    number: int
    """Where it begins in the file, counted from 1."""
    name: str
    parameters: dict[str, str]
    value: str
    """As it stands, with its backslashes."""


@dataclass(frozen=True)
class Component:
    """One event, with what is read of it."""

    number: int
    lines: list[Line] = field(default_factory=list)
    method: str = ""
    """What the file asks for; `CANCEL` where it calls off."""

    def each(self, name: str) -> list[Line]:
        """All its properties of that name."""
        return [line for line in self.lines if line.name == name]

    def first(self, name: str) -> Line | None:
        """Its property of that name."""
        return next((line for line in self.lines if line.name == name), None)

    def text(self, name: str) -> str:
        """The text of that property, empty where it has none."""
        line = self.first(name)
        return _unescaped(line.value) if line else ""


@dataclass(frozen=True)
class Content:
    """What a calendar file holds."""

    events: list[Component] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=dict)
    """The text of each time zone that the file describes, by name."""
    problems: list[Problem] = field(default_factory=list)


def read_content(path: Path) -> Content:
    """The events and zones of the file. Raises `BadFile` for what is no whole calendar file."""
    text = _text(path)
    if not re.match(r"\s*BEGIN:VCALENDAR\s", text[:1000], re.IGNORECASE):
        raise BadFile(f"{path} is no calendar file. {_AGAIN}.")
    count = len(re.findall(r"^BEGIN:VEVENT", text, re.IGNORECASE | re.MULTILINE))
    if count > MOST_EVENTS:
        raise BadFile(f"{path} holds {count} events; at most {MOST_EVENTS} are read. Export fewer years of it.")
    return _Reader(path).read(text)


class _Reader:
    """Puts the lines of a file together to components."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._inside: list[str] = []
        self._content = Content()
        self._zone: list[str] = []
        self._method = ""

    def read(self, text: str) -> Content:
        for number, line in _unfolded(text):
            self._take(number, line)
        if self._inside:
            raise self._cut_off()
        return self._content

    def _cut_off(self) -> BadFile:
        return BadFile(f"{self._path} is cut off or damaged: not all that begins in it ends. {_AGAIN}.")

    def _take(self, number: int, text: str) -> None:
        name = text[:6].upper()
        if name == "BEGIN:":
            self._begin(number, text[6:].strip().upper())
        if _ZONE in self._inside:
            self._zone.append(text)
        elif self._inside == [_CALENDAR, _EVENT] and name != "BEGIN:":
            self._take_property(number, text)
        elif self._inside == [_CALENDAR] and text[:7].upper() == f"{_METHOD}:":
            self._method = text[7:].strip().upper()
        if text[:4].upper() == "END:":
            self._end(text[4:].strip().upper())

    def _begin(self, number: int, name: str) -> None:
        if len(self._inside) >= _DEEPEST or (name == _CALENDAR) is not (not self._inside):
            raise self._cut_off()
        self._inside.append(name)
        if self._inside == [_CALENDAR]:
            self._method = ""
        if self._inside == [_CALENDAR, _EVENT]:
            self._content.events.append(Component(number, method=self._method))

    def _end(self, name: str) -> None:
        if not self._inside or self._inside.pop() != name:
            raise self._cut_off()
        if name == _ZONE:
            named = next((line[5:].strip() for line in self._zone if line[:5].upper() == "TZID:"), "")
            self._content.zones[named] = "\r\n".join(self._zone)
            self._zone = []

    def _take_property(self, number: int, text: str) -> None:
        if text[:4].upper() == "END:" or not text.strip() or not _may_count(text):
            return
        found = _LINE.fullmatch(text[: MOST_LETTERS + 1])
        if found is None or len(text) > MOST_LETTERS:
            said = "This line cannot be understood and was passed over."
            self._content.problems.append(Problem(number, said))
            return
        parameters = {name.upper(): value.replace('"', "") for name, value in _PARAMETER.findall(found[2])}
        self._content.events[-1].lines.append(Line(number, found[1].upper(), parameters, found[3]))


def _may_count(text: str) -> bool:
    return re.split("[;:]", text[:20], maxsplit=1)[0].strip().upper() in _KEPT


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines with the number of each, those that are folded put together (section 3.1)."""
    start, parts = 0, list[str]()
    for number, found in enumerate(re.finditer(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)", text), 1):
        line = found[1]
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
            continue
        if parts and parts[0]:
            yield start, "".join(parts)
        start, parts = number, [line]
    if parts and parts[0]:
        yield start, "".join(parts)


def _unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.DOTALL)


def _text(path: Path) -> str:
    raw = read_given(path, "calendar file", MOST_BYTES, _FEWER)
    text = _decoded(raw)
    if text is None or "\0" in text:
        raise BadFile(f"{path} is no calendar file, or its letters cannot be read. {_AGAIN}.")
    return text


def _decoded(raw: bytes) -> str | None:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _read_as(raw, "utf-16")
    for wide, begins in (("utf-16-le", b"B\0E\0"), ("utf-16-be", b"\0B\0E")):
        if raw.startswith(begins):
            return _read_as(raw, wide)
    text = _read_as(raw, "utf-8-sig")
    # Some programs fold lines between the bytes of one letter.
    whole = text if text is not None else _read_as(re.sub(rb"\r?\n[ \t]", b"", raw), "utf-8-sig")
    return whole if whole is not None else _read_as(raw, "cp1252")


def _read_as(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
