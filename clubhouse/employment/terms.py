"""Terms: who holds a placement from when to when.

Whoever wishes to may hold one, and hold another later: what went before never counts against anybody [std 22].
"""

from calendar import monthrange
from datetime import date, timedelta

import db.coverage
import db.next_in_line
import db.terms
import db.work_days
from clubhouse import audit
from clubhouse.employment.asking import AlreadyHeld
from clubhouse.employment.placements import get_placement
from clubhouse.employment.privacy import note_look_at
from clubhouse.errors import BadInput, NotFound, Refused
from clubhouse.helping import person_on_file
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from db.people import Kind
from db.placements import Placement
from db.terms import NewTerm, Term
from db.work_days import What, Work

__all__ = ["NewTerm", "Term"]

_FAR = date(9999, 12, 31)


def begin_term(
    house: House,
    actor: str,
    placement_id: int,
    person_id: int,
    first_day: date | None = None,
    planned_last_day: date | None = None,
    *,
    sure: bool = False,
) -> Term:
    """A member holds the placement from `first_day` (today) on; planned for the setting `term-months`.

    They leave the line for that placement and for any. Raises `AlreadyHeld` unless `sure`, `BadInput`, `NotFound`.
    """
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        placement, first_day = get_placement(house, placement_id), first_day or house.today()
        planned = planned_last_day or months_on(first_day, house.settings().term_months)
        new = NewTerm(placement_id, person_id, first_day, planned)
        _check(house, new, placement)
        _ask_about_others(house, new, placement, sure)
        term_id = db.terms.add(house.store, new)
        term = _written(house, actor, "begin_term", term_id, None)
        _leave_line(house, actor, new)
        return term


def change_term(house: House, actor: str, term_id: int, planned_last_day: date) -> Term:
    """Another day on which it is planned to end. Raises `BadInput` for one before it began."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        was = get_term(house, term_id)
        if planned_last_day < was.first_day:
            raise BadInput(f"It began on {was.first_day}. It cannot be planned to end before that day.")
        db.terms.plan(house.store, term_id, planned_last_day)
        return _written(house, actor, "change_term", term_id, was)


def end_term(
    house: House, actor: str, term_id: int, last_day: date | None = None, reason: str = "", *, sure: bool = False
) -> Term:
    """The term was held until `last_day` (today), that day too; one that had ended can be set right so.

    Raises `BadInput` for a day before it began, `Refused` when there are hours after it; `AlreadyHeld` unless
    `sure` when it then reaches into another's term.
    """
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        was, last_day = get_term(house, term_id), last_day or house.today()
        if last_day < was.first_day:
            raise BadInput(f"It began on {was.first_day}. It cannot end before that day; it can be taken back.")
        after = _hours(house, was, last_day + timedelta(days=1))
        if after:
            raise Refused(f"There are hours after that day, the last on {after[-1].day}. Take those away first.")
        if was.last_day is not None and was.last_day < last_day:
            placement = get_placement(house, was.placement_id)
            if placement.closed_on is not None and last_day >= placement.closed_on:
                raise BadInput(f"The placement was closed on {placement.closed_on}. The term ends before that day.")
            _ask_about_others(house, was, placement, sure, last_day)
        db.terms.end(house.store, term_id, last_day)
        _end_requests(house, actor, was, last_day + timedelta(days=1))
        return _written(house, actor, "end_term", term_id, was, reason)


def take_back_term(house: House, actor: str, term_id: int, reason: str = "") -> None:
    """The term was written down by mistake: it was never held. Raises `Refused` when there are hours of it."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        was = get_term(house, term_id)
        if _hours(house, was, was.first_day):
            raise Refused("There are hours of this term. Take those away first, or end the term instead.")
        db.terms.undo(house.store, term_id, house.clock())
        _end_requests(house, actor, was, was.first_day)
        audit.record(house, actor, "take_back_term", f"term {term_id}", was, None, reason)


def get_term(house: House, term_id: int) -> Term:
    """The term with that number. Raises `NotFound`."""
    with house.store.snapshot():
        term = db.terms.get(house.store, term_id)
    if term is None:
        raise NotFound(f"There is no term with the number {term_id}.")
    return term


def terms_of(house: House, actor: str, person_id: int) -> list[Term]:
    """The person's terms, the earliest first; for themselves and for keepers of employment. Raises `NotAllowed`."""
    note_look_at(house, actor, person_id, "terms", again=False)
    with house.store.snapshot():
        return db.terms.of_person(house.store, person_id)


def holders_on(house: House, placement_id: int, day: date) -> list[Term]:
    """Who holds the placement on that day; for operations that have asked for the permission themselves."""
    with house.store.snapshot():
        return [term for term in db.terms.of_placement(house.store, placement_id) if term.holds_on(day)]


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        raise BadInput("That date cannot be. Check the year.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _check(house: House, new: NewTerm, placement: Placement) -> None:
    person = person_on_file(house, new.person_id)
    if person.kind is not Kind.MEMBER:
        raise BadInput("A placement is held by a member; staff cover. Choose a member.")
    if new.first_day < placement.opened_on or placement.closed_on is not None:
        raise BadInput("The house does not hold this placement in that time. Choose another placement or day.")
    if new.planned_last_day < new.first_day:
        raise BadInput(f"A term from {new.first_day} cannot be planned to end before it. Check both days.")
    if any(term.person_id == new.person_id for term in _overlapping(house, new, _FAR, 0)):
        raise Refused("This member holds this placement in that time already.")


def _ask_about_others(
    house: House, term: NewTerm | Term, placement: Placement, sure: bool, last_day: date = _FAR
) -> None:
    own = term.id if isinstance(term, Term) else 0
    others = _overlapping(house, term, last_day, own)
    if others and not placement.is_group and not sure:
        raise AlreadyHeld(tuple(others))


def _overlapping(house: House, new: NewTerm, last_day: date, besides: int) -> list[Term]:
    return [
        term
        for term in db.terms.of_placement(house.store, new.placement_id)
        if term.id != besides and term.first_day <= last_day and (term.last_day or _FAR) >= new.first_day
    ]


def _hours(house: House, term: Term, first: date) -> list[Work]:
    """What is written of the person's holding the placement from that day to the end of the term."""
    found = db.work_days.of_placement(house.store, term.placement_id, first, term.last_day or _FAR)
    return [each for each in found if term.person_id == (each.person_id if each.what is What.WORKED else each.for_id)]


def _end_requests(house: House, actor: str, term: Term, first: date) -> None:
    for request in db.coverage.between(house.store, first, term.last_day or _FAR):
        if request.placement_id == term.placement_id and request.person_id == term.person_id:
            db.coverage.forget_offers(house.store, request.id)
            db.coverage.end(house.store, request.id, house.clock())
            audit.record(house, actor, "end_request", f"coverage {request.id}", request, None)


def _leave_line(house: House, actor: str, new: NewTerm) -> None:
    for wish in db.next_in_line.of_person(house.store, new.person_id):
        if wish.placement_id in (None, new.placement_id):
            db.next_in_line.end(house.store, wish.id, house.clock())
            audit.record(house, actor, "leave_line", f"wish {wish.id}", wish, None)


def _written(house: House, actor: str, action: str, term_id: int, was: Term | None, reason: str = "") -> Term:
    now = get_term(house, term_id)
    audit.record(house, actor, action, f"term {term_id}", was, now, reason)
    return now
