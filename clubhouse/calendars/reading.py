"""What a calendar file of another program plans, in the house's own days and times, and what it must leave out.

Reading writes nothing. Times of other zones become the house's by what the clock here shows on the first day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from clubhouse.calendars.content import Component, Content, read_content
from clubhouse.calendars.moments import NotRead, Zones, length, on_clock
from clubhouse.calendars.rules import moved_rule, next_day, read_rule
from clubhouse.errors import Problem
from clubhouse.names import clean
from clubhouse.recurrence import days_between, ended_on
from clubhouse.series import continued
from clubhouse.series_checks import LONGEST_NOTES, LONGEST_TITLE, MOST_MINUTES

MOST_DAYS = 1000
"""That an event may name besides its rule."""
MOST_RULES = 1000
"""That are followed in one file."""
_LONGEST_UID = 200
_DAY = 24 * 60
_HOUR = 60
_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Said:
    """What a file says of an event on one day, in the house's time."""

    day: date
    starts: time | None
    minutes: int
    title: str
    place: str
    notes: str


@dataclass(frozen=True)
class Planned:
    """One series or single event of a file."""

    line: int
    uid: str
    first: Said
    """As it is planned; its day is the first by the rule."""
    rule: str = ""
    not_on: frozenset[date] = frozenset()
    also_on: frozenset[date] = frozenset()
    """Days besides those of the rule."""
    changed: dict[date, Said] = field(default_factory=dict)
    """What is otherwise on a day that is its own."""
    called_off: bool = False
    of: tuple[str, date] | None = None
    """The series and the day that this alone is said of, where the file does not tell of the series."""
    after: tuple[str, date] | None = None
    """What this follows on, and the day of it from which the file has it differ."""

    def comes_on(self, day: date) -> bool:
        """Whether the rule gives it that day."""
        return bool(days_between(self.rule, self.first.day, day, day))


@dataclass(frozen=True)
class Reading:
    """What a calendar file holds."""

    planned: tuple[Planned, ...]
    left_out: tuple[Problem, ...]
    """What is not carried over, or not quite as it stands."""


def read_calendar(path: Path, zone: ZoneInfo) -> Reading:
    """Read the file for a house in `zone`. Raises `BadFile` for what is no whole calendar file."""
    content = read_content(path)
    reader = _Reader(content, Zones(zone, content.zones))
    planned = tuple(reader.read())
    return Reading(planned, tuple(sorted(reader.problems, key=lambda problem: problem.line)))


class _Reader:
    """Puts the events of one file together by their names; what it must leave out it lists."""

    def __init__(self, content: Content, zones: Zones) -> None:
        self._content = content
        self._zones = zones
        self.problems = list(content.problems)
        self._rules = 0

    def read(self) -> Iterator[Planned]:
        groups: dict[str, list[Component]] = {}
        for number, event in enumerate(self._content.events, 1):
            uid = clean(event.text("UID"))[:_LONGEST_UID] or f"{event.text('SUMMARY')[:60]} {number}"
            groups.setdefault(uid, []).append(event)
        for uid, events in groups.items():
            events.sort(key=_sequence)
            whole = [event for event in events if event.first("RECURRENCE-ID") is None]
            alone = [event for event in events if event.first("RECURRENCE-ID")]
            if len({start.value for event in whole if (start := event.first("DTSTART"))}) > 1:
                self._leave_out(whole[-1], "stands several times in the file under one name; the last is kept")
            try:
                yield from self._series(uid, whole[-1], alone) if whole else self._alone(uid, alone)
            except NotRead as reason:
                self._leave_out((whole or alone)[-1], str(reason))

    def _leave_out(self, event: Component, reason: str) -> None:
        name = clean(event.text("SUMMARY"))[:LONGEST_TITLE] or "An event"
        self.problems.append(Problem(event.number, f"{name}: {reason}."))

    def _alone(self, uid: str, events: Sequence[Component]) -> Iterator[Planned]:
        for event in events:
            moment = self._moment(event, "RECURRENCE-ID")
            day = on_clock(moment, self._zones.house).date() if isinstance(moment, datetime) else moment
            said = self._said(event, moment) if _is_off(event) else self._said(event)
            off = _is_off(event)
            yield Planned(event.number, f"{uid}/{day:%Y%m%d}", said, called_off=off, of=(uid, day))

    def _series(self, uid: str, event: Component, alone: Sequence[Component]) -> Iterator[Planned]:
        start = self._moment(event, "DTSTART")
        first = self._said(event)
        if len(event.each("RRULE")) > 1 or event.first("EXRULE"):
            raise NotRead("comes by several rules at once, which is not kept here")
        frame = _Frame(start, first)
        rule = ""
        if line := event.first("RRULE"):
            self._rules += 1
            if self._rules > MOST_RULES:
                raise NotRead(f"comes again, as more than {MOST_RULES} before it in the file do")
            by_file = read_rule(line.value, frame.day, frame.wall, frame.zone)
            rule = moved_rule(by_file, frame.day, first.day)
            self._warn_of_shifts(event, frame, by_file)
        most = MOST_DAYS + 1
        named = {name: [*islice(self._days(event, name, frame), most)] for name in ("EXDATE", "RDATE")}
        if sum(map(len, named.values())) > MOST_DAYS:
            raise NotRead(f"names more than {MOST_DAYS} days by themselves")
        made = Planned(event.number, uid, first, rule, called_off=_is_off(event))
        made = self._with_days(event, made, named["EXDATE"], named["RDATE"])
        yield from self._with_alone(made, frame, alone)

    def _with_days(self, event: Component, made: Planned, off: Sequence["_Day"], extra: Sequence["_Day"]) -> Planned:
        """With the days besides the rule; a start that the rule does not give is one of them."""
        starts = made.first.starts
        not_on = {each.day for each in off if each.starts == starts or each.is_whole}
        also_on, changed = set[date](), dict[date, Said]()
        if not made.comes_on(made.first.day) and made.first.day not in not_on:
            also_on.add(made.first.day)
        for each in extra:
            at = starts if each.is_whole else each.starts
            if each in off or (at == starts and each.day in not_on):
                continue
            if made.comes_on(each.day) or each.day in also_on:
                if at == starts or each.day not in not_on:
                    if at != starts:
                        self._leave_out(event, f"comes twice on {each.day}; the first of them is kept")
                    continue
                not_on.discard(each.day)
            else:
                also_on.add(each.day)
            if at != starts:
                changed[each.day] = replace(made.first, day=each.day, starts=at)
        return replace(_on_its_rule(made), not_on=frozenset(not_on), also_on=frozenset(also_on), changed=changed)

    def _with_alone(self, made: Planned, frame: "_Frame", alone: Sequence[Component]) -> Iterator[Planned]:
        """With what the file says of single occurrences, and in two where it changes all that follow."""
        not_on, also_on, changed = set(made.not_on), set(made.also_on), dict(made.changed)
        cuts: list[tuple[date, Said | None]] = []
        for event in alone:
            try:
                line = event.first("RECURRENCE-ID")
                day = frame.original(self._moment(event, "RECURRENCE-ID"))
                said = None if _is_off(event) else self._said(event)
            except NotRead as reason:
                self._leave_out(event, str(reason))
                continue
            if line and line.parameters.get("RANGE", "").upper() == "THISANDFUTURE":
                cuts.append((day, said))
            elif said is None:
                not_on.add(day)
                also_on.discard(day)
                changed.pop(day, None)
            else:
                not_on.discard(day)
                changed[day] = said
                if not made.comes_on(day):
                    also_on.add(day)
        whole = replace(made, not_on=frozenset(not_on), also_on=frozenset(also_on), changed=changed)
        yield from self._cut(whole, sorted(cuts, key=lambda cut: cut[0]))

    def _cut(self, made: Planned, cuts: Sequence[tuple[date, Said | None]]) -> Iterator[Planned]:
        for day, said in cuts:
            before, after = _split(made, day)
            if not made.rule or before is None:
                after = made
            else:
                yield before
            if said is None:
                return
            try:
                rule = moved_rule(after.rule, day, said.day) if after.rule else ""
            except NotRead as reason:
                sentence = f"{said.title}: from {day} on it {reason}; it stays as it was."
                self.problems.append(Problem(made.line, sentence))
                rule, said = after.rule, replace(after.first, day=day)
            made = _moved(replace(after, rule=rule), said, said.day - day)
        yield made

    def _warn_of_shifts(self, event: Component, frame: "_Frame", rule: str) -> None:
        if frame.wall is None or _key(frame.zone) == self._zones.house.key:
            return
        days = days_between(rule, frame.day, frame.day, frame.day + _YEAR)
        shown = {frame.here(day, self._zones.house) for day in days}
        if len(shown) > 1:
            self._leave_out(event, "its time shifts here through the year; that of its first day is kept")

    def _days(self, event: Component, name: str, frame: "_Frame") -> Iterator["_Day"]:
        for line in event.each(name):
            values = line.value.split(",")
            if len(values) > MOST_DAYS:
                raise NotRead(f"names more than {MOST_DAYS} days by themselves")
            for value in values:
                moment = self._zones.moment(line, value.partition("/")[0])
                yield frame.named(moment, self._zones.house)

    def _moment(self, event: Component, name: str) -> date:
        line = event.first(name)
        if line is None:
            raise NotRead("does not say when it begins")
        return self._zones.moment(line)

    def _said(self, event: Component, at: date | None = None) -> Said:
        """What the event says of itself, or would if it began `at`."""
        start = at or self._moment(event, "DTSTART")
        title = clean(event.text("SUMMARY")) or ("An event" if _is_off(event) else "")
        if not title:
            raise NotRead("has no title")
        if event.text("CLASS").strip().upper() in ("PRIVATE", "CONFIDENTIAL"):
            raise NotRead("is marked as private in its calendar")
        place = clean(event.text("LOCATION"))
        notes = event.text("DESCRIPTION")
        # A place too long for its line stands in the notes, whole.
        full = [words for words in (title, place) if len(words) > LONGEST_TITLE]
        text = "\n".join(clean(line) for line in "\n".join([*full, notes]).splitlines()).strip()
        minutes = _minutes(self._length(event, start) if at is None else timedelta(hours=1), start)
        here = on_clock(start, self._zones.house) if isinstance(start, datetime) else start
        starts = here.time().replace(second=0) if isinstance(here, datetime) else None
        day = here.date() if isinstance(here, datetime) else here
        return Said(day, starts, minutes, _short(title), _short(place), text[:LONGEST_NOTES].strip())

    def _length(self, event: Component, start: date) -> timedelta:
        ends, lasts = event.first("DTEND"), event.first("DURATION")
        if ends is None:
            usual = timedelta(minutes=_HOUR) if isinstance(start, datetime) else timedelta(days=1)
            return length(lasts.value) if lasts else usual
        end = self._zones.moment(ends)
        if isinstance(end, datetime) and isinstance(start, datetime):
            return _between(start, end)
        if isinstance(end, datetime) or isinstance(start, datetime):
            raise NotRead("begins with a time and ends with a day, or the other way round")
        return end - start


@dataclass(frozen=True)
class _Day:
    """A day that a file names by itself, in the house's time."""

    day: date
    starts: time | None
    is_whole: bool
    """It was named without a time."""


class _Frame:
    """How the days of an event, in its own zone, lie in the house's calendar."""

    def __init__(self, start: date, first: Said) -> None:
        is_timed = isinstance(start, datetime)
        self.day: date = start.date() if isinstance(start, datetime) else start
        self.wall = start.time() if isinstance(start, datetime) else None
        self.zone: tzinfo = (start.tzinfo if isinstance(start, datetime) else None) or ZoneInfo("UTC")
        self._ahead = first.day - self.day
        self._starts = first.starts if is_timed else None

    def original(self, moment: date) -> date:
        """The house's day of the occurrence that begins at `moment`, or on that day."""
        if isinstance(moment, datetime):
            moment = on_clock(moment, self.zone).date() if self.wall is not None else moment.date()
        return moment + self._ahead

    def named(self, moment: date, house: ZoneInfo) -> _Day:
        """A day that is named by itself; at the time of the series it is the same one here all year."""
        if not isinstance(moment, datetime) or self.wall is None:
            return _Day(self.original(moment), self._starts, is_whole=True)
        if on_clock(moment, self.zone).time() == self.wall:
            return _Day(self.original(moment), self._starts, is_whole=False)
        here = on_clock(moment, house)
        return _Day(here.date(), here.time().replace(second=0), is_whole=False)

    def here(self, day: date, house: ZoneInfo) -> tuple[timedelta, time]:
        """How the occurrence of that day in its zone lies on the house's clock."""
        assert self.wall is not None
        shown = on_clock(datetime.combine(day, self.wall, self.zone), house)
        return shown.date() - day, shown.time()


def _on_its_rule(made: Planned) -> Planned:
    """Begun on the first day that the rule gives."""
    if not made.rule or made.comes_on(made.first.day):
        return made
    day = next_day(made.rule, made.first.day, made.first.day)
    if day is None:
        raise NotRead("never comes by its rule")
    return replace(made, first=replace(made.first, day=day))


def _split(made: Planned, day: date) -> tuple[Planned | None, Planned]:
    """What lies before `day`, if anything does, and what follows under a name of its own."""
    before = replace(
        made,
        rule=made.rule and ended_on(made.rule, day - timedelta(days=1)),
        not_on=frozenset(each for each in made.not_on if each < day),
        also_on=frozenset(each for each in made.also_on if each < day),
        changed={each: said for each, said in made.changed.items() if each < day},
    )
    after = replace(
        made,
        uid=continued(made.uid),
        after=(made.uid, day),
        first=replace(made.first, day=day),
        not_on=made.not_on - before.not_on,
        also_on=made.also_on - before.also_on,
        changed={each: said for each, said in made.changed.items() if each >= day},
    )
    return (before if made.first.day < day else None), after


def _moved(made: Planned, said: Said, by: timedelta) -> Planned:
    return replace(
        made,
        first=said,
        not_on=frozenset(day + by for day in made.not_on),
        also_on=frozenset(day + by for day in made.also_on),
        changed={day + by: each for day, each in made.changed.items() if day + by != said.day},
    )


def _between(start: datetime, end: datetime) -> timedelta:
    utc = ZoneInfo("UTC")
    return on_clock(end, utc) - on_clock(start, utc)


def _minutes(lasts: timedelta, start: date) -> int:
    minutes = -(-lasts // timedelta(minutes=1))
    if not isinstance(start, datetime):
        minutes = max(_DAY, minutes // _DAY * _DAY) if minutes >= 0 else minutes
    if minutes < 0:
        raise NotRead("ends before it begins")
    if minutes > MOST_MINUTES:
        raise NotRead("lasts longer than 14 days")
    return minutes or _HOUR


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1].rstrip() + "…"


def _is_off(event: Component) -> bool:
    return event.method == "CANCEL" or event.text("STATUS").strip().upper() == "CANCELLED"


def _sequence(event: Component) -> int:
    text = event.text("SEQUENCE").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _key(zone: tzinfo) -> str | None:
    return zone.key if isinstance(zone, ZoneInfo) else None
