"""Single occurrences of classes and events: changing, cancelling, holding one after all, its seats."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import db.occurrences
from clubhouse import audit
from clubhouse.errors import NotFound
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from clubhouse.series_checks import checked_occurrence
from clubhouse.waiting_list import tell_all, telling
from db.news import NewsKind
from db.occurrences import NewOccurrence, Occurrence
from db.series import Series

__all__ = ["NewOccurrence", "Occurrence"]


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
        return _hold(house, actor, get_occurrence(house, occurrence_id), held=False)


def hold_occurrence(house: House, actor: str, occurrence_id: int) -> Occurrence:
    """This one is held after all, for those who were registered."""
    with house.store.transaction():
        require(house, actor, Permission.EVENTS)
        return _hold(house, actor, get_occurrence(house, occurrence_id), held=True)


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


def carry_over(following: Sequence[Occurrence], days: Sequence[date]) -> dict[int, date]:
    """On which day each of `following` comes now, by id: on its own of `days`, or else on one in its week.

    An extra day stays; something that comes once is carried wherever it goes.
    """
    if len(following) == len(days) == 1:
        return {following[0].id: days[0]}
    carried = {each.id: each.original_day for each in following if each.extra}
    free = set(days) - set(carried.values())
    for fits in (_on_its_day, _in_its_week):
        for each in following:
            day = min((day for day in free if fits(each, day)), default=None)
            if day and each.id not in carried:
                carried[each.id] = day
                free.discard(day)
    return carried


def _on_its_day(was: Occurrence, day: date) -> bool:
    return was.original_day == day


def _in_its_week(was: Occurrence, day: date) -> bool:
    return was.original_day.isocalendar()[:2] == day.isocalendar()[:2]


def lay_out(
    house: House,
    actor: str,
    series: Series,
    days: Sequence[date],
    carried: Mapping[int, date],
    following: Sequence[Occurrence],
) -> None:
    """Let `series` come on `days`: `following` move to where they are `carried`, the others are cancelled.

    Whoever is registered is told of what changes for them.
    """
    for each in following:
        day = carried.get(each.id)
        if day is None:
            _hold(house, actor, each, held=False)
            continue
        said = as_new(each) if each.differs else as_planned(series, day)
        _change(house, actor, each, replace(said, series_id=series.id, original_day=day, extra=each.extra))
    db.occurrences.add(house.store, [as_planned(series, day) for day in days])


def _hold(house: House, actor: str, was: Occurrence, *, held: bool) -> Occurrence:
    if (was.cancelled_at is None) is not held:
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
