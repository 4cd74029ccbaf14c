"""Classes and events over time: planning them, changing or cancelling one of them, or this and all that follow.

Occurrences are on file for `AHEAD` from today, so that one can register for them; what comes by a rule is added
as the days go by. Whoever is registered for something that changes is told at their next scan.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from secrets import token_hex

import db.occurrences
import db.series
from clubhouse import audit
from clubhouse.errors import NotFound, Overtaken
from clubhouse.helping import person_on_file
from clubhouse.house import House
from clubhouse.occurrences import as_planned, comes_on, get_occurrence, hold, is_over, lay_out, leave_out
from clubhouse.permissions import Permission, require
from clubhouse.recurrence import days_between, ended_on
from clubhouse.series_checks import checked, checked_occurrence
from db.occurrences import NewOccurrence, Occurrence
from db.series import NewSeries, Series

__all__ = ["NewSeries", "Occurrence", "Series"]

AHEAD = timedelta(weeks=13)


def add_series(
    house: House,
    actor: str,
    series: NewSeries,
    leads: Sequence[int] = (),
    not_on: Iterable[date] = (),
    also_on: Iterable[date] = (),
    uid: str = "",
) -> Series:
    """Plan a class or event; `leads` are the ids of those who lead it. Raises `BadInput`, `NotFound`.

    It is not held on the days `not_on` and besides its rule held on `also_on`; `uid` is its name in the calendar
    that it comes from.
    """
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        new = checked(house, series)
        made = _get(house, db.series.add(house.store, new, uid or token_hex(16)))
        _put_leads(house, made.id, leads)
        audit.record(house, actor, "add_series", f"series {made.id}", None, made)
        off = set(not_on)
        leave_out(house, made, [day for day in sorted(off) if comes_on(made, day)])
        extra = [day for day in sorted(set(also_on) - off) if not comes_on(made, day)]
        db.occurrences.add(
            house.store, [replace(checked_occurrence(as_planned(made, day)), extra=True) for day in extra]
        )
        _reach(house, made, house.today() + AHEAD)
        return _get(house, made.id)


def reaches_ahead(house: House) -> bool:
    """Whether the occurrences of every series are on file for `AHEAD`."""
    with house.store.snapshot():
        return not db.series.made_before(house.store, house.today() + AHEAD)


def reach_ahead(house: House) -> None:
    """Put on file what comes by a rule in the days up to `AHEAD`."""
    with house.store.transaction():
        until = house.today() + AHEAD
        for series in db.series.made_before(house.store, until):
            _reach(house, series, until)


def _reach(house: House, series: Series, until: date) -> None:
    # A single event is on file at once, however far ahead.
    end = until if series.rule else max(until, series.first_day)
    days = days_between(series.rule, series.first_day, series.made_until, end)
    db.occurrences.add(house.store, [as_planned(series, day) for day in days])
    db.series.put_made_until(house.store, series.id, end)


def change_following(
    house: House, actor: str, occurrence_id: int, to: NewSeries, leads: Sequence[int] | None = None
) -> Series:
    """From this occurrence on, say something else of a series, or let it come on other days. Raises `BadInput`.

    Its first day is that of `to`; where it comes no more in that week but did so on an earlier day of it that is
    still ahead (Thursday for Friday), on that one. What lies before or is over stays as it was, and what was changed
    of one by itself stays too. Who is registered stays so where it still comes on that day, or else in that week or
    month. With None its leaders stay.
    """
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        pivot = get_occurrence(house, occurrence_id)
        was = _get(house, pivot.series_id)
        new = _in_its_week(house, pivot, to.first_day, checked(house, to))
        following = db.occurrences.of_series(house.store, was.id, pivot.original_day)
        now = _cut(house, was, new, pivot.original_day)
        _put_leads(house, now.id, db.series.lead_ids(house.store, was.id) if leads is None else leads)
        audit.record(house, actor, "change_series", f"series {now.id}", was, now)
        until = max(house.today() + AHEAD, was.made_until if now.rule else now.first_day)
        further = [each.original_day for each in following if each.original_day > until]
        days = days_between(now.rule, now.first_day, now.first_day, until)
        lay_out(house, actor, was, now, [*days, *(day for day in further if comes_on(now, day))], following)
        db.series.put_made_until(house.store, now.id, until)
        return _get(house, now.id)


def _in_its_week(house: House, pivot: Occurrence, asked: date, new: NewSeries) -> NewSeries:
    monday = pivot.original_day - timedelta(days=pivot.original_day.weekday())
    if not new.rule or not monday <= asked < monday + timedelta(days=7) <= new.first_day:
        return new
    others = db.occurrences.of_series(house.store, pivot.series_id)
    held = [max(each.original_day, each.day) for each in others if each.original_day < pivot.original_day]
    since = max([monday, house.today(), *(day + timedelta(days=1) for day in held)])
    for day in reversed(days_between(new.rule, monday, since, asked)):
        if not is_over(house, replace(pivot, day=day, starts=new.starts, minutes=new.minutes)):
            return replace(new, first_day=day)
    return new


def _cut(house: House, was: Series, new: NewSeries, day: date) -> Series:
    # Nothing lies before the first: then it is the same series, under the same name in other calendars.
    if not any(each.original_day < day for each in db.occurrences.of_series(house.store, was.id)):
        db.series.change(house.store, was.id, new)
        return _get(house, was.id)
    _end_before(house, was, day)
    uid = continued(was.uid)
    while db.series.by_uid(house.store, uid):
        uid = continued(uid)
    return _get(house, db.series.add(house.store, new, uid))


def continued(uid: str) -> str:
    """The name in other calendars of what follows on the series `uid` when it is cut in two."""
    name, _, number = uid.rpartition("~")
    return f"{name}~{int(number) + 1}" if name and number.isdecimal() else f"{uid}~2"


def _end_before(house: House, series: Series, day: date) -> None:
    if series.rule:
        rule = ended_on(series.rule, day - timedelta(days=1))
        db.series.change(house.store, series.id, replace(series, rule=rule))


def cancel_following(house: House, actor: str, occurrence_id: int) -> None:
    """The series ends before this occurrence, or the next that is not over; whoever is registered is told."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        pivot = get_occurrence(house, occurrence_id)
        was = _get(house, pivot.series_id)
        found = db.occurrences.of_series(house.store, was.id, pivot.original_day)
        following = [each for each in found if not is_over(house, each)]
        after = pivot.original_day + timedelta(days=1)
        _end_before(house, was, min((each.original_day for each in following), default=after))
        for each in following:
            hold(house, actor, each.id, held=False)
        audit.record(house, actor, "end_series", f"series {was.id}", was, _get(house, was.id))


def add_day(house: House, actor: str, series_id: int, day: date) -> Occurrence:
    """Hold it on one more day, besides those of its rule. Raises `Overtaken` when it is held that day already."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        series = _get(house, series_id)
        if any(each.original_day == day for each in db.occurrences.of_series(house.store, series_id, day)):
            raise Overtaken("It is planned for that day already. Change that one, or hold it after all.")
        db.occurrences.add(house.store, [replace(checked_occurrence(as_planned(series, day)), extra=True)])
        found = db.occurrences.of_series(house.store, series_id, day)
        made = next(each for each in found if each.original_day == day)
        audit.record(house, actor, "add_day", f"occurrence {made.id}", None, made)
        return made


def set_leads(house: House, actor: str, series_id: int, leads: Sequence[int]) -> None:
    """Who leads it from now on, members or staff, in this order. Raises `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        series = _get(house, series_id)
        was = db.series.lead_ids(house.store, series.id)
        _put_leads(house, series.id, leads)
        audit.record(house, actor, "set_leads", f"series {series.id}", was, list(leads))


def leads_of(house: House, series_id: int) -> list[int]:
    """The ids of those who lead a series, in order."""
    with house.store.snapshot():
        return db.series.lead_ids(house.store, series_id)


def _put_leads(house: House, series_id: int, leads: Sequence[int]) -> None:
    was = db.series.lead_ids(house.store, series_id)
    if was == list(leads):
        return
    for person_id in was:
        db.series.end_lead(house.store, series_id, person_id, house.clock())
    for person_id in leads:
        person_on_file(house, person_id)
        db.series.add_lead(house.store, series_id, person_id)


def list_series(house: House) -> list[Series]:
    """Every series, the oldest first."""
    with house.store.snapshot():
        return db.series.every(house.store)


def get_series(house: House, series_id: int) -> Series:
    """The series with that number. Raises `NotFound`."""
    with house.store.snapshot():
        return _get(house, series_id)


def series_by_uid(house: House, uid: str) -> Series | None:
    """The series that other calendars know under that name."""
    with house.store.snapshot():
        return db.series.by_uid(house.store, uid)


def as_new(series: Series, occurrence: NewOccurrence) -> NewSeries:
    """What is said of a series, to be said anew from `occurrence` on."""
    said = {name: getattr(series, name) for name in NewSeries.__dataclass_fields__}
    return NewSeries(**said | {"first_day": occurrence.original_day})


def _get(house: House, series_id: int) -> Series:
    series = db.series.get(house.store, series_id)
    if series is None:
        raise NotFound(f"There is no class or event with the number {series_id}.")
    return series
