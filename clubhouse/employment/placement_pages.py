"""Placements as those see them who look after employment: wages, who holds them, and who would like to."""

from dataclasses import dataclass
from datetime import date

import db.next_in_line
import db.placements
import db.terms
from clubhouse.employment.next_in_line import InLine
from clubhouse.employment.places import Names
from clubhouse.employment.privacy import note_look
from clubhouse.employment.stretches import times_on
from clubhouse.errors import NotFound
from clubhouse.house import House
from db.people import Person
from db.placements import Placement, Times, UsualTime, Wage
from db.terms import Term


@dataclass(frozen=True)
class Held:
    """A term with the person."""

    term: Term
    person: Person


@dataclass(frozen=True)
class PlacementLine:
    """One placement in the list."""

    placement: Placement
    employer: str
    holders: tuple[Held, ...]
    """Who holds it on the day; nobody, one, or of group TE several."""
    times: tuple[UsualTime, ...]
    cents: int | None
    """The hourly wage on the day; None where none is known."""
    looked_after_by: Person | None


@dataclass(frozen=True)
class PlacementPage:
    """One placement with all that is known of it."""

    line: PlacementLine
    """As it is today."""
    contact: str
    """The placement's, or else the employer's."""
    terms: tuple[Held, ...]
    """Every term, the earliest first."""
    times: tuple[Times, ...]
    wages: tuple[Wage, ...]
    """Every wage, the earliest first."""
    line_for_it: tuple[InLine, ...]
    """Who would like this one or any, in the order of coming."""


def see_placements(
    house: House, actor: str, day: date | None = None, *, closed: bool = False, again: bool = False
) -> list[PlacementLine]:
    """The placements as of `day` (today), with `closed` those too that were closed before. Raises `NotAllowed`."""
    day = day or house.today()
    note_look(house, actor, f"placements and who holds them on {day}", again)
    with house.store.snapshot():
        names = Names(house)
        wanted = (
            each for each in names.placements.values() if closed or each.closed_on is None or each.closed_on > day
        )
        terms = db.terms.between(house.store, day, day)
        times = times_on(db.placements.times(house.store), day)
        wages = wages_on(db.placements.wages(house.store), day)
        return [_line(names, each, terms, times.get(each.id, ()), wages.get(each.id)) for each in wanted]


def see_placement(house: House, actor: str, placement_id: int, *, again: bool = False) -> PlacementPage:
    """One placement. Raises `NotFound`, `NotAllowed`."""
    note_look(house, actor, f"placement {placement_id}", again)
    with house.store.snapshot():
        names, today = Names(house), house.today()
        if placement_id not in names.placements:
            raise NotFound(f"There is no placement with the number {placement_id}.")
        placement = names.placements[placement_id]
        terms = db.terms.of_placement(house.store, placement_id)
        times = db.placements.times(house.store, placement_id)
        wages = db.placements.wages(house.store, placement_id)
        holding = [term for term in terms if term.holds_on(today)]
        now = times_on(times, today).get(placement_id, ())
        wishes = (each for each in db.next_in_line.every(house.store) if each.placement_id in (None, placement_id))
        return PlacementPage(
            _line(names, placement, holding, now, wages_on(wages, today).get(placement_id)),
            placement.contact or names.employers[placement.employer_id].contact,
            tuple(Held(term, names.person(term.person_id)) for term in terms),
            tuple(times),
            tuple(wages),
            tuple(
                InLine(
                    each, names.person(each.person_id), names.placement(placement_id) if each.placement_id else None
                )
                for each in wishes
            ),
        )


def wages_on(every: list[Wage], day: date) -> dict[int, int]:
    """By placement the cents an hour that hold on `day`; `every` has the earliest first."""
    return {each.placement_id: each.cents for each in every if each.since <= day}


def _line(
    names: Names, placement: Placement, terms: list[Term], times: tuple[UsualTime, ...], cents: int | None
) -> PlacementLine:
    holding = (term for term in terms if term.placement_id == placement.id)
    by = placement.looked_after_by
    return PlacementLine(
        placement,
        names.employers[placement.employer_id].name,
        tuple(Held(term, names.person(term.person_id)) for term in holding),
        times,
        cents,
        names.person(by) if by is not None else None,
    )
