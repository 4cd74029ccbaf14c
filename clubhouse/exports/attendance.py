"""Attendance as rows: each visit, each person's day, and the quarter hours that a payer counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import Any

from clubhouse.exports.cells import WHO, YES_NO, Column, Holds, Row, length
from clubhouse.exports.house_work import helped
from clubhouse.exports.request import Reading

_KIND = Column("kind", "Kind", Holds.WORD, "member, staff or volunteer.")
_DAY = Column("day", "Day", Holds.DAY, "The house's local date on which it began.")
_MINUTES = Column("minutes", "Minutes", Holds.NUMBER, "Whole minutes of real time; nothing where it is still open.")
_LENGTH = Column("length", "Length", Holds.LENGTH, "The same in hours and minutes.")

VISITS = (
    Column("visit", "Visit", Holds.NUMBER, "The number of the visit in the house's file."),
    *WHO,
    _KIND,
    _DAY,
    Column("in", "In", Holds.TIME, "When the person signed in."),
    Column("out_day", "Out on", Holds.DAY, "The date on which the person signed out."),
    Column("out", "Out", Holds.TIME, "When the person signed out; nothing while they are here."),
    _MINUTES,
    _LENGTH,
    Column("in_how", "In by", Holds.WORD, "scan, name (found by its letters) or paper."),
    Column(
        "out_how", "Out by", Holds.WORD, "scan, key, paper, told (afterwards) or estimate (a sign-out was forgotten)."
    ),
    Column("estimated", "Estimated", Holds.WORD, "yes where the house had to guess when the person left."),
    Column("open", "Open", Holds.WORD, "yes where the person has not signed out."),
    Column(
        "corrected",
        "Corrected",
        Holds.WORD,
        "yes where it was written or changed after the fact; see the audit export.",
    ),
)


def visits(reading: Reading) -> Iterator[Row]:
    """A row for each pair of in and out."""
    known = reading.reader.known()
    for day, found in reading.reader.visits_by_day(*reading.days):
        yield from visits_of_day(reading, known, day, found)


def visits_of_day(
    reading: Reading, known: Mapping[int, tuple[str, str, str, str]], day: str, found: Iterable[tuple[Any, ...]]
) -> Iterator[Row]:
    """A row for each of the visits `found` of that day; `known` is everybody by number."""
    corrected, stay = reading.corrected, reading.local.stay
    for number, person_id, in_at, in_how, out_at, out_how in found:
        is_corrected = YES_NO[number in corrected]
        code, first, last, kind = known[person_id]
        if out_at is None:
            came = reading.local.told(in_at)[1]
            yield [number, code, first, last, kind, day, came, "", "", "", "", in_how, "", "no", "yes", is_corrected]
            continue
        came, out_day, left, minutes = stay(in_at, out_at)
        yield [
            number, code, first, last, kind, day, came, out_day, left, minutes, length(minutes), in_how, out_how,
            YES_NO[out_how == "estimate"], "no", is_corrected,
        ]  # fmt: skip


SERVICE_DAYS = (
    *WHO,
    _DAY,
    Column("day_kind", "Kind of day", Holds.WORD, "work-ordered, social or closed."),
    Column("first_in", "First in", Holds.TIME, "When the person first signed in that day."),
    Column("last_out", "Last out", Holds.TIME, "When the person last signed out of a visit that began that day."),
    _MINUTES,
    _LENGTH,
    Column("visits", "Visits", Holds.NUMBER, "How many pairs of in and out; one person all the same."),
    Column("activities", "Activities", Holds.NUMBER, "In how many units and events the person took part."),
    Column("activity_names", "Which", Holds.TEXT, "Their names."),
    Column(
        "staff", "Staff present", Holds.NUMBER, "How many of the staff were in at the same time for a minute or more."
    ),
    Column("estimated", "Estimated", Holds.NUMBER, "How many of the visits end with a guess."),
    Column("open", "Open", Holds.NUMBER, "How many of the visits have not ended, and count no minutes."),
    Column("corrected", "Corrected", Holds.WORD, "yes where a visit was written or changed after the fact."),
)


@dataclass
class PersonDay:
    """All of one person's visits that began on one day."""

    code: str
    first_name: str
    last_name: str
    kind: str
    stays: list[tuple[str, str]] = field(default_factory=list)
    """In and out of each visit that has ended, as kept."""
    first_in: str = ""
    last_out: str = ""
    minutes: list[int] = field(default_factory=list)
    visits: int = 0
    estimated: int = 0
    open: int = 0
    corrected: bool = False


def days_of_people(reading: Reading) -> Iterator[tuple[str, list[PersonDay]]]:
    """For each day on which somebody came, everybody's day, in the order of coming."""
    known = reading.reader.known()
    for day, rows in groupby(reading.reader.visits(*reading.days), key=itemgetter(2)):
        found: dict[int, PersonDay] = {}
        for number, person_id, _, in_at, _, out_at, out_how in rows:
            mine = found.get(person_id) or found.setdefault(person_id, PersonDay(*known[person_id]))
            mine.visits += 1
            mine.corrected |= number in reading.corrected
            mine.first_in = mine.first_in or in_at
            if out_at is None:
                mine.open += 1
                continue
            mine.estimated += out_how == "estimate"
            mine.stays.append((in_at, out_at))
            mine.minutes.append(reading.local.minutes(in_at, out_at))
            mine.last_out = max(mine.last_out, out_at)
        yield day, list(found.values())


def service_days(reading: Reading) -> Iterator[Row]:
    """A row for each member and day."""
    activities = _activities(reading)
    for day, people in days_of_people(reading):
        activities_of = activities(day)
        staff = [each for each in people if each.kind == "staff"]
        for mine in people:
            if mine.kind != "member":
                continue
            took_part = activities_of.get(mine.code, [])
            yield [
                mine.code, mine.first_name, mine.last_name, day, reading.kind_of(day),
                reading.local.told(mine.first_in)[1], reading.local.told(mine.last_out)[1] if mine.last_out else "",
                sum(mine.minutes), length(sum(mine.minutes)), mine.visits, len(took_part), ", ".join(took_part),
                sum(_together(mine, other) for other in staff), mine.estimated, mine.open, YES_NO[mine.corrected],
            ]  # fmt: skip


def _together(one: PersonDay, other: PersonDay) -> bool:
    # A minute or more, told by the text of the minutes.
    return any(max(a, c)[:16] < min(b, d)[:16] for a, b in one.stays for c, d in other.stays)


def _activities(reading: Reading) -> Callable[[str], dict[str, list[str]]]:
    """Names of units and events by person, of one day after the other."""
    work = ((day, code, unit) for day, _, unit, code, *_ in helped(reading))
    came = ((day, code, title) for day, title, code in reading.reader.presences(*reading.days))
    streams = [_Days(work), _Days(came)]

    def of_day(day: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for code, name in dict.fromkeys(each for stream in streams for each in stream.of(day)):
            found.setdefault(code, []).append(name)
        return found

    return of_day


class _Days:
    """Rows that begin with a day, in order, given out by day; the days are asked for in order too."""

    def __init__(self, rows: Iterator[tuple[str, str, str]]) -> None:
        """Nothing is read yet."""
        self._groups = groupby(rows, key=itemgetter(0))
        self._next = self._read()

    def _read(self) -> tuple[str, list[tuple[str, str]]] | None:
        group = next(self._groups, None)
        return group and (group[0], [(code, name) for _, code, name in group[1]])

    def of(self, day: str) -> list[tuple[str, str]]:
        """Code and name of each row of `day`."""
        while self._next and self._next[0] < day:
            self._next = self._read()
        return self._next[1] if self._next and self._next[0] == day else []


class Rounding(StrEnum):
    """How minutes become quarter hours; payers differ, so it is always named (DOMAIN.md, section 4)."""

    DOWN = "down"
    """Only whole quarter hours count."""
    NEAREST = "nearest"
    """Eight minutes more make one."""
    UP = "up"
    """A quarter hour that has begun counts."""


class Per(StrEnum):
    """Over what the minutes are added before they are rounded."""

    DAY = "day"
    VISIT = "visit"


_ADDED = {Rounding.DOWN: 0, Rounding.NEAREST: 7, Rounding.UP: 14}


def quarter_hours_of(minutes: int, rounding: Rounding) -> int:
    """How many quarter hours `minutes` are under the rule."""
    return (minutes + _ADDED[rounding]) // 15


QUARTER_HOURS = (
    *WHO,
    _DAY,
    _MINUTES,
    _LENGTH,
    Column("units", "Units of 15 minutes", Holds.NUMBER, "Quarter hours under the rule named beside."),
    Column(
        "rule", "Rule", Holds.WORD, "down, nearest (8 minutes make a unit) or up, and whether by day or by visit."
    ),
    Column("estimated", "Estimated", Holds.NUMBER, "How many of the day's visits end with a guess."),
    Column("open", "Open", Holds.NUMBER, "How many of the day's visits have not ended, and count no minutes."),
    Column("corrected", "Corrected", Holds.WORD, "yes where a visit was written or changed after the fact."),
)


def quarter_hours(reading: Reading) -> Iterator[Row]:
    """A row for each member and day, with the quarter hours of the rule asked for."""
    rounding, per = Rounding(reading.rounding), Per(reading.per)
    for day, people in days_of_people(reading):
        for mine in people:
            if mine.kind != "member":
                continue
            minutes = sum(mine.minutes)
            counted = mine.minutes if per is Per.VISIT else [minutes]
            units = sum(quarter_hours_of(each, rounding) for each in counted)
            yield [
                mine.code, mine.first_name, mine.last_name, day, minutes, length(minutes), units,
                f"{rounding} by {per}", mine.estimated, mine.open, YES_NO[mine.corrected],
            ]  # fmt: skip
