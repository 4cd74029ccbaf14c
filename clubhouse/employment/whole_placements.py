"""A placement as staff write it on one page: employer by name, what it is, usual times and wage, all at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from clubhouse.employment.employers import Employer, NewEmployer, add_employer, list_employers, reopen_employer
from clubhouse.employment.placement_pages import wages_on
from clubhouse.employment.placements import (
    NewPlacement,
    Placement,
    UsualTime,
    add_placement,
    change_placement,
    get_placement,
    set_times,
    set_wage,
)
from clubhouse.employment.stretches import times_on
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.permissions import Permission, require
from db.placements import times, wages


@dataclass(frozen=True)
class WholePlacement:
    """All that is said of a placement."""

    employer: str
    """In any case; one that is not on file is put there."""
    said: NewPlacement
    """What it is; its employer is that of the name."""
    times: tuple[UsualTime, ...]
    cents: int | None
    """The hourly wage; None leaves it as it is."""
    since: date
    """From when other times and another wage hold, where those on file are others."""


def write_placement(
    house: House, actor: str, placement_id: int | None, whole: WholePlacement, *, sure: bool = False
) -> Placement:
    """Another placement, or with a number what is said of that one; all of it or nothing.

    An employer that was closed is opened again. Raises `BadInput`, `NotFound`, `MonthReported` unless `sure`.
    """
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        said = replace(whole.said, employer_id=_employer(house, actor, whole.employer).id)
        if placement_id is None:
            return add_placement(house, actor, said, whole.times, whole.cents)
        if _differs(get_placement(house, placement_id), said):
            change_placement(house, actor, placement_id, said)
        _set(house, actor, placement_id, whole, sure)
        return get_placement(house, placement_id)


def _employer(house: House, actor: str, name: str) -> Employer:
    for each in list_employers(house):
        if each.name.casefold() == clean(name).casefold():
            return each if each.closed_on is None else reopen_employer(house, actor, each.id)
    return add_employer(house, actor, NewEmployer(name, ""))


def _differs(was: Placement, said: NewPlacement) -> bool:
    return any(getattr(was, name) != getattr(said, name) for name in NewPlacement.__dataclass_fields__)


def _set(house: House, actor: str, placement_id: int, whole: WholePlacement, sure: bool) -> None:
    now = times_on(times(house.store, placement_id), whole.since).get(placement_id, ())
    if _in_order(whole.times) != _in_order(now):
        set_times(house, actor, placement_id, whole.times, whole.since)
    known = wages_on(wages(house.store, placement_id), whole.since).get(placement_id)
    if whole.cents is not None and whole.cents != known:
        set_wage(house, actor, placement_id, whole.cents, whole.since, sure=sure)


def _in_order(each: Sequence[UsualTime]) -> list[UsualTime]:
    return sorted(each, key=lambda usual: (usual.weekday, usual.starts, usual.minutes))
