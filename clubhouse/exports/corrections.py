"""What was changed after the fact, with what stood there before: the rows of an export asked for corrections alone.

Before is as it stood on the day named: whatever was changed twice since then has one row. A visit that was taken out
has a row too, with nothing but what it was; one that came back to what it was has none.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from clubhouse.exports import attendance
from clubhouse.exports.attendance import Per, Rounding, quarter_hours_of
from clubhouse.exports.cells import YES_NO, Column, Holds, Row, length
from clubhouse.exports.request import Reading

_MINUTES = Column("was_minutes", "Was: minutes", Holds.NUMBER, "Whole minutes before; 0 where it was added.")
_CHANGED = (
    Column("changed_at", "Changed at", Holds.MOMENT, "When it was changed last, local time."),
    Column("was_locked", "Was locked", Holds.WORD, "yes where the month was locked when it was changed."),
)
OF_VISITS = (
    Column("change", "Change", Holds.WORD, "added, changed or taken out."),
    Column("was_code", "Was: code", Holds.TEXT, "Whose it was; another where two entries were made one."),
    Column("was_day", "Was: day", Holds.DAY, "The day on which it began, before; nothing where it was added."),
    Column("was_in", "Was: in", Holds.TIME, "When the person had signed in, before."),
    Column("was_out_day", "Was: out on", Holds.DAY, "The date of signing out, before."),
    Column("was_out", "Was: out", Holds.TIME, "When the person had signed out, before."),
    Column("was_out_how", "Was: out by", Holds.WORD, "How it had ended, before."),
    _MINUTES,
    *_CHANGED,
    Column("changed_by", "Changed by", Holds.TEXT, "The code of whoever changed it last, or command line."),
    Column("reason", "Why", Holds.TEXT, "The reason that was given; people write names into it.", names=True),
)
OF_SERVICE_DAYS = (
    Column("was_visits", "Was: visits", Holds.NUMBER, "How many pairs of in and out, before."),
    _MINUTES,
    *_CHANGED,
)
OF_QUARTER_HOURS = (
    _MINUTES,
    Column("was_units", "Was: units", Holds.NUMBER, "Quarter hours before, under the same rule."),
    *_CHANGED,
)


@dataclass(frozen=True)
class State:
    """A visit as it stands, or stood; moments as kept."""

    person_id: int
    day: str
    in_at: str
    in_how: str
    out_at: str | None
    out_how: str | None


@dataclass(frozen=True)
class Correction:
    """What became of one visit."""

    visit: int
    was: State | None
    """None where it was added."""
    now: State | None
    """None where it was taken out."""
    at: str
    by: str
    reason: str
    locked: bool

    @property
    def shown(self) -> State:
        """What it is, or was."""
        found = self.now or self.was
        assert found is not None
        return found


def corrections(reading: Reading) -> list[Correction]:
    """Every visit of these days, or that was of them, which is not what it was; by day and time."""
    moved, locks = dict(reading.reader.moved_visits(reading.since)), reading.reader.locks()
    firsts: dict[int, Any] = {}
    lasts: dict[int, Any] = {}
    for row in reading.reader.changes(reading.since):
        firsts.setdefault(row[0], row)
        lasts[row[0]] = row
    found = []
    for visit in sorted(firsts.keys() | moved.keys()):
        now = _now(reading.reader.visit(visit))
        was = _was(json.loads(firsts[visit][4] or "null")) if visit in firsts else now
        at, by, reason = ("", "", "")
        if visit in lasts:
            _, at, by, _, _, reason = lasts[visit]
        if visit in moved:
            was_of, moved_at = moved[visit]
            was, at = was and replace(was, person_id=was_of), max(at, moved_at)
        days = {each.day for each in (was, now) if each}
        locked = any(month == day[:7] and start <= at < (end or "9") for month, start, end in locks for day in days)
        found.append(Correction(visit, was, now, at, by, reason, locked))
    first, last = (day.isoformat() for day in reading.days)
    found = [
        each
        for each in found
        if each.was != each.now and any(first <= state.day <= last for state in (each.was, each.now) if state)
    ]
    return sorted(found, key=lambda each: (each.shown.day, each.shown.in_at, each.visit))


def _now(row: tuple[Any, ...] | None) -> State | None:
    return State(*row) if row else None


def _was(told: dict[str, Any] | None) -> State | None:
    if told is None:
        return None
    return State(*(told[key] for key in ("person_id", "day", "in_at", "in_how", "out_at", "out_how")))


def visits(reading: Reading) -> Iterator[Row]:
    """A row for each visit that is not what it was."""
    known = reading.reader.known()
    for each in corrections(reading):
        now, was, shown = each.now, each.was, each.shown
        code, first, last, kind = known[shown.person_id]
        out_how = (now and now.out_how) or ""
        yield [
            each.visit, code, first, last, kind, shown.day, *_times(reading, now), shown.in_how, out_how,
            YES_NO[out_how == "estimate"], YES_NO[bool(now) and not out_how], "yes",
            "added" if was is None else "changed" if now else "taken out",
            known[was.person_id][0] if was else "", was.day if was else "", *_times(reading, was)[:3],
            (was and was.out_how) or "", _times(reading, was)[3],
            reading.local.moment(each.at), YES_NO[each.locked], each.by, each.reason,
        ]  # fmt: skip


def _times(reading: Reading, state: State | None) -> tuple[str, str, str, int | str, str]:
    """In, out on, out, minutes and length."""
    if state is None:
        return "", "", "", 0, length(0)
    if state.out_at is None:
        return reading.local.told(state.in_at)[1], "", "", "", ""
    came, out_day, left, minutes = reading.local.stay(state.in_at, state.out_at)
    return came, out_day, left, minutes, length(minutes)


@dataclass
class _Before:
    """A person's day as it was."""

    minutes: list[int]
    at: str = ""
    locked: bool = False


def _days_before(reading: Reading) -> dict[str, dict[int, _Before]]:
    """By day and person, the minutes of each visit as it was, of the days on which one is not what it was."""
    first, last = (day.isoformat() for day in reading.days)
    changed = corrections(reading)
    found: dict[str, dict[int, _Before]] = {}
    for each in changed:
        for state in (each.was, each.now):
            if state and first <= state.day <= last:
                mine = found.setdefault(state.day, {}).setdefault(state.person_id, _Before([]))
                mine.at, mine.locked = max(mine.at, each.at), mine.locked or each.locked
    for each in changed:
        if each.was and first <= each.was.day <= last:
            found[each.was.day][each.was.person_id].minutes.append(_minutes(reading, each.was))
    numbers = {each.visit for each in changed}
    for day, people in found.items():
        for row in reading.reader.visits(*_only(day)):
            if row[0] not in numbers and row[1] in people:
                people[row[1]].minutes.append(_minutes(reading, State(*row[1:])))
    return dict(sorted(found.items()))


def _only(day: str) -> tuple[date, date]:
    return date.fromisoformat(day), date.fromisoformat(day)


def _minutes(reading: Reading, state: State) -> int:
    return reading.local.minutes(state.in_at, state.out_at) if state.out_at else 0


Rows = Callable[[Reading], Iterator[Row]]
_Was = Callable[[_Before], list[str | int]]


def _changed_days(reading: Reading, rows: Rows, blank: Callable[[str], list[str | int]], was: _Was) -> Iterator[Row]:
    """The rows of the people and days that are not what they were: as they are now, and what they were."""
    known = reading.reader.known()
    for day, people in _days_before(reading).items():
        of_day = replace(reading, days=_only(day))
        now = {str(row[0]): row for row in rows(of_day)}
        for person_id, before in sorted(people.items(), key=lambda each: known[each[0]][0]):
            code, first, last, kind = known[person_id]
            if kind == "member":
                row = now.get(code) or [code, first, last, day, *blank(day)]
                told = (reading.local.moment(before.at), YES_NO[before.locked])
                yield [*row[:-1], "yes", *was(before), *told]


def service_days(reading: Reading) -> Iterator[Row]:
    """A row for each member and day that is not what it was."""

    def blank(day: str) -> list[str | int]:
        return [reading.kind_of(day), "", "", 0, length(0), 0, 0, "", 0, 0, 0, "yes"]

    return _changed_days(
        reading, attendance.service_days, blank, lambda before: [len(before.minutes), sum(before.minutes)]
    )


def quarter_hours(reading: Reading) -> Iterator[Row]:
    """A row for each member and day whose visits are not what they were."""
    rounding, per = Rounding(reading.rounding), Per(reading.per)

    def was(before: _Before) -> list[str | int]:
        counted = before.minutes if per is Per.VISIT else [sum(before.minutes)]
        return [sum(before.minutes), sum(quarter_hours_of(each, rounding) for each in counted)]

    def blank(_day: str) -> list[str | int]:
        return [0, length(0), 0, f"{rounding} by {per}", 0, 0, "yes"]

    return _changed_days(reading, attendance.quarter_hours, blank, was)
