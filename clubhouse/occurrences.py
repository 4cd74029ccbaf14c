"""Single occurrences of classes and events: changing, cancelling, holding one after all, its seats."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date
from typing import Any

import db.occurrences
import db.series
from clubhouse import audit
from clubhouse.errors import NotFound
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from clubhouse.program import times
from clubhouse.recurrence import days_between
from clubhouse.series_checks import checked_occurrence
from clubhouse.waiting_list import tell_all, telling
from db.news import NewsKind
from db.occurrences import NewOccurrence, Occurrence
from db.series import Series

__all__ = ["NewOccurrence", "Occurrence"]

_CHANGED_BY_ITSELF = (
    *(("day",), ("starts", "minutes")),
    *(("title",), ("public_title",), ("place",), ("notes",), ("seats",)),
)


def change_occurrence(house: House, actor: str, occurrence_id: int, to: NewOccurrence) -> Occurrence:
    """Another day, time, place or word for this one alone. Raises `BadInput`, `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        was = get_occurrence(house, occurrence_id)
        new = checked_occurrence(replace(to, series_id=was.series_id, original_day=was.original_day, differs=True))
        return _change(house, actor, was, new)


def set_seats(house: House, actor: str, occurrence_id: int, seats: int | None) -> Occurrence:
    """More or fewer seats for this one; None is no limit. The last to come wait when there are fewer."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        was = get_occurrence(house, occurrence_id)
        return _change(house, actor, was, checked_occurrence(replace(as_new(was), seats=seats)))


def cancel_occurrence(house: House, actor: str, occurrence_id: int) -> Occurrence:
    """This one is not held; whoever is registered is told. Once is enough."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        return hold(house, actor, occurrence_id, held=False)


def hold_occurrence(house: House, actor: str, occurrence_id: int) -> Occurrence:
    """This one is held after all, for those who were registered."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        return hold(house, actor, occurrence_id, held=True)


def get_occurrence(house: House, occurrence_id: int) -> Occurrence:
    """The occurrence with that number, cancelled or not. Raises `NotFound`."""
    found = db.occurrences.get(house.store, occurrence_id)
    if found is None:
        raise NotFound(f"There is no event with the number {occurrence_id}.")
    return found


def occurrences_of(house: House, series_id: int) -> list[Occurrence]:
    """All that is on file of a series, the cancelled too."""
    with house.store.snapshot():
        return db.occurrences.of_series(house.store, series_id)


def as_planned(series: Series, day: date) -> NewOccurrence:
    """The occurrence that the series has on `day`."""
    return NewOccurrence(
        series_id=series.id,
        original_day=day,
        day=day,
        starts=series.starts,
        minutes=series.minutes,
        title=series.title,
        public_title=series.public_title,
        place=series.place,
        notes=series.notes,
        seats=series.seats,
        extra=False,
        differs=False,
    )


def as_new(occurrence: Occurrence) -> NewOccurrence:
    """What is said of an occurrence, to be said anew."""
    return NewOccurrence(**{name: getattr(occurrence, name) for name in NewOccurrence.__dataclass_fields__})


def is_over(house: House, occurrence: Occurrence) -> bool:
    """Whether it has ended."""
    return times(occurrence, house.settings().zone)[1] <= house.now().astimezone(UTC)


def carry_over(following: Sequence[Occurrence], days: Sequence[date]) -> dict[int, date]:
    """On which day each of `following` comes now, by id: its own of `days`, or else one in its week or its month.

    An extra day stays; what is cancelled has no day but its own; what comes once is carried wherever it goes.
    """
    if len(following) == len(days) == 1:
        return {following[0].id: days[0]}
    carried = {each.id: each.original_day for each in following if each.extra}
    free = set(days) - set(carried.values())
    for near in (_its_day, _its_week, _its_month):
        for each in following:
            fits = [day for day in free if near(day) == near(each.original_day)]
            if fits and each.id not in carried and (near is _its_day or each.cancelled_at is None):
                carried[each.id] = min(fits)
                free.remove(min(fits))
    return carried


def _its_day(day: date) -> tuple[int, ...]:
    return (day.toordinal(),)


def _its_week(day: date) -> tuple[int, ...]:
    return day.isocalendar()[:2]


def _its_month(day: date) -> tuple[int, ...]:
    return day.year, day.month


def lay_out(
    house: House, actor: str, was: Series, series: Series, days: Sequence[date], following: Sequence[Occurrence]
) -> None:
    """Let `following`, which were planned by `was`, come on `days` by `series`; who is registered is told.

    What is over stays as it was. The others move to the days to which they are carried; where there is none, they
    are cancelled. On a day that is past nothing is held afterwards.
    """
    comes_again, today = bool(was.rule or series.rule), house.today()
    over = [each for each in following if comes_again and is_over(house, each)]
    for each in over:
        off = each.extra or each.original_day not in days
        _change(house, actor, each, replace(as_new(each), series_id=series.id, extra=off))
    taken = {each.original_day for each in over}
    ahead = [day for day in days if day not in taken and (day >= today or not comes_again)]
    coming = [each for each in following if each not in over]
    carried = carry_over(coming, ahead)
    for each in coming:
        _lay(house, actor, was, series, each, carried.get(each.id))
    db.occurrences.add(house.store, [as_planned(series, day) for day in ahead])
    leave_out(house, series, [day for day in days if day not in taken and day not in ahead])


def leave_out(house: House, series: Series, days: Sequence[date]) -> None:
    """On these days of its rule it is not held, and nobody has ever registered for it."""
    db.occurrences.add(house.store, [as_planned(series, day) for day in days])
    for each in db.occurrences.of_series(house.store, series.id) if days else ():
        if each.original_day in days:
            db.occurrences.cancel(house.store, each.id, house.clock())


def _lay(house: House, actor: str, was: Series, series: Series, each: Occurrence, day: date | None) -> None:
    if day is None:
        _hold(house, actor, each, held=False)
        return
    planned = as_planned(series, day)
    if was.rule and not each.extra and not comes_on(was, each.original_day):
        # It was cancelled with the days of its rule, not by itself, and nothing of it is its own.
        _hold(house, actor, _change(house, actor, each, planned), held=True)
    else:
        _change(house, actor, each, _said_anew(was, each, planned))


def _said_anew(was: Series, each: Occurrence, planned: NewOccurrence) -> NewOccurrence:
    """As `planned`, but for what was changed of `each` by itself."""
    before = as_planned(was, each.original_day)
    own: dict[str, Any] = {
        name: getattr(each, name)
        for together in _CHANGED_BY_ITSELF
        if any(getattr(each, name) != getattr(before, name) for name in together)
        for name in together
    }
    return replace(planned, **own, extra=each.extra, differs=each.differs)


def comes_on(series: Series, day: date) -> bool:
    """Whether `day` is one of its rule's, or the one on which it comes once."""
    return bool(days_between(series.rule, series.first_day, day, day))


def hold(house: House, actor: str, occurrence_id: int, *, held: bool) -> Occurrence:
    """Cancel it, or hold it after all, and tell whoever is registered; once is enough."""
    return _hold(house, actor, get_occurrence(house, occurrence_id), held=held)


def _hold(house: House, actor: str, was: Occurrence, *, held: bool) -> Occurrence:
    if (was.cancelled_at is None) is not held:
        series = db.series.get(house.store, was.series_id)
        if held and series and not comes_on(series, was.original_day):
            db.occurrences.change(house.store, was.id, replace(as_new(was), extra=True))
        db.occurrences.cancel(house.store, was.id, None if held else house.clock())
        tell_all(house, was.id, NewsKind.HELD if held else NewsKind.CANCELLED)
        action = "hold_occurrence" if held else "cancel_occurrence"
        audit.record(house, actor, action, f"occurrence {was.id}", was, get_occurrence(house, was.id))
    return get_occurrence(house, was.id)


def _change(house: House, actor: str, was: Occurrence, to: NewOccurrence) -> Occurrence:
    if as_new(was) == to:
        return was
    with telling(house, was.id) if was.cancelled_at is None else nullcontext():
        db.occurrences.change(house.store, was.id, to)
    now = get_occurrence(house, was.id)
    if was.cancelled_at is None and _where_and_when(was) != _where_and_when(now):
        tell_all(house, was.id, NewsKind.CHANGED)
    audit.record(house, actor, "change_occurrence", f"occurrence {was.id}", was, now)
    return now


def _where_and_when(occurrence: Occurrence) -> tuple[object, ...]:
    return occurrence.day, occurrence.starts, occurrence.minutes, occurrence.place, occurrence.title
