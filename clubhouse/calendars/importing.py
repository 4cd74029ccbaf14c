"""A calendar file of another program becomes series and events: all of it in one transaction, or nothing.

An event is known again by its name in the file, and then changed by the operations that staff use: who is
registered stays so, and is told. What the house decided by itself about one day stays, and is listed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import db.occurrences
import db.series
from clubhouse.calendars.reading import Planned, Reading, Said, read_calendar
from clubhouse.calendars.rules import next_day
from clubhouse.errors import BadFile, BadInput, Problem
from clubhouse.house import House
from clubhouse.occurrences import as_new, as_planned, cancel_occurrence, change_occurrence, is_over
from clubhouse.permissions import Permission, require
from clubhouse.recurrence import days_between
from clubhouse.series import AHEAD, add_day, add_series, cancel_following, change_following, continued, leads_of
from clubhouse.series_checks import checked
from db.occurrences import NewOccurrence, Occurrence
from db.series import NewSeries, Series

__all__ = ["Imported", "import_calendar"]

MOST_OCCURRENCES = 50_000
"""That one file may put on file."""
_SAID = ("title", "place", "notes", "starts", "minutes")


@dataclass(frozen=True)
class Imported:
    """What an import did."""

    added: int
    changed: int
    unchanged: int
    left_out: tuple[Problem, ...]
    """What was not carried over, or not quite as it stands in the file."""


def import_calendar(house: House, actor: str, path: Path, kind: str, first: date | None = None) -> Imported:
    """Put the events of a calendar file on file, from `first` on (today), or change them. Each new one is a `kind`.

    Raises `BadFile` for what is no whole calendar file or far too much of one, `BadInput` for an unknown kind.
    """
    reading = read_calendar(path, house.settings().zone)
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        kinds = house.settings().event_kinds
        if kind not in kinds:
            raise BadInput(f"{kind!r} is no kind of event here. Choose one of: {', '.join(kinds)}.")
        return _Import(house, actor, path, kind, first or house.today(), reading).done()


class _Import:
    """One file on its way in."""

    def __init__(self, house: House, actor: str, path: Path, kind: str, first: date, reading: Reading) -> None:
        self._house, self._actor, self._path, self._kind, self._first = house, actor, path, kind, first
        self._today = house.today()
        self._reading = reading
        self._names = {each.uid for each in reading.planned}
        self._left_out = list(reading.left_out)
        self._room = MOST_OCCURRENCES
        self._over = 0
        self._wrote = False

    def done(self) -> Imported:
        """Bring everything in."""
        added = changed = unchanged = 0
        # What follows on something comes before it, so that those who are registered go along.
        for planned in sorted(self._reading.planned, key=lambda each: not each.after):
            self._wrote, over = False, self._over
            try:
                is_new = self._take(planned)
            except BadInput as reason:
                self._tell(planned, str(reason))
                continue
            if self._over == over:
                added += is_new
                changed += self._wrote and not is_new
                unchanged += not self._wrote and not is_new
        if self._over:
            sentence = f"What was over before {self._first} was not taken: {self._over} in number."
            self._left_out.append(Problem(1, sentence))
        return Imported(added, changed, unchanged, tuple(sorted(self._left_out, key=lambda each: each.line)))

    def _tell(self, planned: Planned, sentence: str) -> None:
        self._left_out.append(Problem(planned.line, f"{planned.first.title}: {sentence}"))

    def _take(self, planned: Planned) -> bool:
        """Add it or bring it up to date; whether it is new."""
        if planned.of and (series := self._known(planned.of[0])):
            self._change_one(planned, series, planned.of[1])
            return False
        found = self._known(planned.uid)
        if found is None and planned.after:
            found = self._follow_on(planned)
        if planned.called_off:
            if found:
                self._call_off(found)
            return False
        if found is None:
            return self._add(planned)
        self._update(found, planned)
        return False

    def _known(self, uid: str) -> Series | None:
        """The series of that name, or the last of those that follow on it and that the file does not name."""
        found = db.series.by_uid(self._house.store, uid)
        latest, following = found, found
        while following and continued(following.uid) not in self._names:
            following = db.series.by_uid(self._house.store, continued(following.uid))
            if following and latest and following.first_day >= latest.first_day:
                latest = following
        return latest

    def _add(self, planned: Planned, leads: Iterable[int] = (), uid: str = "") -> bool:
        cut = _from(planned, self._first)
        if cut is None:
            self._over += 1
            return False
        self._spend(cut)
        new = NewSeries(
            kind=self._kind,
            title=cut.first.title,
            public_title="",
            place=cut.first.place,
            notes=cut.first.notes,
            first_day=cut.first.day,
            starts=cut.first.starts,
            minutes=cut.first.minutes,
            rule=cut.rule,
            seats=None,
            closes_minutes=0,
            rides=False,
        )
        days = sorted(cut.not_on), sorted(cut.also_on)
        made = add_series(self._house, self._actor, new, tuple(leads), *days, uid=uid or planned.uid)
        self._wrote = True
        for day, said in sorted(cut.changed.items()):
            self._put(made, day, said)
        return True

    def _spend(self, planned: Planned) -> None:
        until = self._today + AHEAD
        days = len(days_between(planned.rule, planned.first.day, planned.first.day, until)) if planned.rule else 1
        self._room -= days + len(planned.not_on) + len(planned.also_on) + len(planned.changed)
        if self._room < 0:
            raise BadFile(
                f"{self._path} has events on more than {MOST_OCCURRENCES} days together."
                " Choose a later first day, or export fewer calendars."
            )

    def _update(self, found: Series, planned: Planned) -> None:
        goes_on = found.uid != planned.uid
        days = [each.original_day for each in db.occurrences.of_series(self._house.store, found.id)]
        start = min([found.first_day, *days])
        cut = _from(planned, start if goes_on or start <= self._today else self._today)
        if cut is None and planned.rule:
            self._call_off(found)
            return
        cut = cut or planned
        want = checked(self._house, _wanted(found, cut))
        if want != _wanted(found, None):
            series = self._change(found, want, planned)
            if series is None:
                return
            found = series
        self._bring_days(found, cut)

    def _change(self, found: Series, want: NewSeries, planned: Planned) -> Series | None:
        """From now on the series says what the file says; None where it stays as it is, or is over."""
        occurrences = db.occurrences.of_series(self._house.store, found.id)
        if want.rule != found.rule and _was_ended(found, occurrences):
            self._tell(planned, "it was ended here, and stays so.")
            return None
        over = [each for each in occurrences if found.rule and self._is_over(each)]
        pivot = min((each for each in occurrences if each not in over), key=_original, default=None)
        # Nothing is held twice on the day of one that is over.
        free = max([self._today, *(each.original_day + timedelta(days=1) for each in over)])
        day = next_day(want.rule, want.first_day, free) if over else want.first_day
        if pivot is None:
            return self._go_on(found, planned) if day else None
        self._wrote = True
        if day is None:
            cancel_following(self._house, self._actor, pivot.id)
            return None
        return change_following(self._house, self._actor, pivot.id, replace(want, first_day=day))

    def _go_on(self, found: Series, planned: Planned) -> Series | None:
        """What had come to its end goes on, led by the same people."""
        uid = continued(found.uid)
        cut = _from(planned, self._today)
        if cut and self._add(cut, leads_of(self._house, found.id), uid):
            return db.series.by_uid(self._house.store, uid)
        return None

    def _follow_on(self, planned: Planned) -> Series | None:
        """What the file has differ from a day on is cut off what is on file, with those who are registered."""
        uid, day = planned.after or ("", self._today)
        before = self._known(uid)
        occurrences = db.occurrences.of_series(self._house.store, before.id) if before else []
        ahead = [each for each in occurrences if each.original_day >= day and not self._is_over(each)]
        pivot = min(ahead, key=_original, default=None)
        cut = _from(planned, self._today)
        if before is None or pivot is None or cut is None or pivot.original_day == min(map(_original, occurrences)):
            return None
        self._wrote = True
        return change_following(self._house, self._actor, pivot.id, checked(self._house, _wanted(before, cut)))

    def _call_off(self, found: Series) -> None:
        occurrences = db.occurrences.of_series(self._house.store, found.id)
        ahead = [each for each in occurrences if each.day >= self._today and each.cancelled_at is None]
        if ahead:
            self._wrote = True
            cancel_following(self._house, self._actor, min(ahead, key=_original).id)

    def _bring_days(self, series: Series, planned: Planned) -> None:
        """The days that the file tells of by themselves, as far as they are still to come."""
        for day in sorted(planned.not_on):
            if day >= self._today and planned.comes_on(day):
                self._cancel(series, day)
        for day in sorted(planned.also_on):
            if day >= self._today and self._find(series, day) is None:
                add_day(self._house, self._actor, series.id, day)
                self._wrote = True
        for day, said in sorted(planned.changed.items()):
            if max(day, said.day) >= self._today:
                self._put(series, day, said)
        for each in db.occurrences.of_series(self._house.store, series.id):
            self._compare(series, planned, each)

    def _compare(self, series: Series, planned: Planned, occurrence: Occurrence) -> None:
        day = occurrence.original_day
        expected = day in planned.also_on or (planned.comes_on(day) and day not in planned.not_on)
        if self._is_over(occurrence):
            return
        if expected and occurrence.cancelled_at:
            self._tell(planned, f"on {day} it is not held here, and stays so; in the file it is.")
        elif not expected and occurrence.cancelled_at is None:
            self._tell(planned, f"on {day} it is held here, and stays so; in the file it is not.")
        elif expected and day not in planned.changed and _told(occurrence) != _told(as_planned(series, day)):
            self._tell(planned, f"on {day} it differs here, and stays so.")

    def _cancel(self, series: Series, day: date) -> None:
        occurrence = self._find(series, day) or self._make(series, day)
        if occurrence.cancelled_at is None:
            cancel_occurrence(self._house, self._actor, occurrence.id)
            self._wrote = True

    def _change_one(self, planned: Planned, series: Series, day: date) -> None:
        if planned.called_off:
            if self._find(series, day):
                self._cancel(series, day)
        elif self._find(series, day) or days_between(series.rule, series.first_day, day, day):
            self._put(series, day, planned.first)

    def _put(self, series: Series, day: date, said: Said) -> None:
        """What the file says of that one day."""
        occurrence = self._find(series, day) or self._make(series, day)
        to = replace(
            as_new(occurrence),
            day=said.day,
            starts=said.starts,
            minutes=said.minutes,
            title=said.title,
            place=said.place,
            notes=said.notes,
        )
        if to != as_new(occurrence):
            change_occurrence(self._house, self._actor, occurrence.id, to)
            self._wrote = True

    def _is_over(self, occurrence: Occurrence) -> bool:
        return occurrence.original_day < self._today or is_over(self._house, occurrence)

    def _find(self, series: Series, day: date) -> Occurrence | None:
        found = db.occurrences.of_series(self._house.store, series.id, day)
        return next((each for each in found if each.original_day == day), None)

    def _make(self, series: Series, day: date) -> Occurrence:
        """Put a day that lies further ahead than is on file there."""
        db.occurrences.add(self._house.store, [as_planned(series, day)])
        made = self._find(series, day)
        assert made is not None
        return made


def _from(planned: Planned, day: date) -> Planned | None:
    """What is left of it from `day` on; None when it is over."""
    also_on = sorted(each for each in planned.also_on if each >= day)
    first = next_day(planned.rule, planned.first.day, max(day, planned.first.day)) if planned.rule else None
    rule = planned.rule if first else ""
    if first is None:
        # The first of its other days takes the place of the start.
        alone = planned.first.day if not planned.rule and planned.first.day >= day else None
        first = alone or next(iter(also_on), None)
    if first is None:
        return None
    return replace(
        planned,
        first=replace(planned.first, day=first),
        rule=rule,
        not_on=frozenset(each for each in planned.not_on if each >= day and planned.comes_on(each)),
        also_on=frozenset(each for each in also_on if rule or each != first),
        changed={each: said for each, said in planned.changed.items() if each >= day},
    )


def _wanted(series: Series, planned: Planned | None) -> NewSeries:
    """What is on file of the series, with what the file says of it."""
    on_file = NewSeries(**{name: getattr(series, name) for name in NewSeries.__dataclass_fields__})
    if planned is None:
        return on_file
    said = {name: getattr(planned.first, name) for name in _SAID}
    return replace(on_file, first_day=planned.first.day, rule=planned.rule, **said)


def _was_ended(series: Series, occurrences: Iterable[Occurrence]) -> bool:
    """Whether staff here ended it: days after its last one are on file, not held."""
    if "UNTIL=" not in series.rule:
        return False
    last = date.fromisoformat(series.rule.partition("UNTIL=")[2][:8])
    return any(each.cancelled_at and each.original_day > last for each in occurrences)


def _told(occurrence: NewOccurrence) -> tuple[object, ...]:
    return occurrence.day, *(getattr(occurrence, name) for name in _SAID)


def _original(occurrence: Occurrence) -> date:
    return occurrence.original_day
