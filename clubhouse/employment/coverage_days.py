"""What is known of each placement on each day: somebody works, somebody covers, it is closed, or it is to be settled.

Every work day of every placement stands here once for each who holds it, or once where nobody does; so no day is
without an answer. A work day is one that has usual times, hours, or a request for coverage.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

import db.coverage
import db.placements
import db.terms
import db.work_days
from clubhouse.employment.places import Names
from clubhouse.employment.privacy import note_look
from clubhouse.employment.stretches import Usual, times_on, usual_on
from clubhouse.house import House
from db.coverage import Request
from db.people import Person
from db.placements import Placement, UsualTime
from db.terms import Term
from db.work_days import What, Work

__all__ = ["Request", "Work"]


class Stand(StrEnum):
    """What is known of one placement on one day, in the order in which staff want to see it."""

    NOT_COVERED = "not yet covered"
    """Somebody is looked for, or nobody holds the placement, and nobody has said yes."""
    OPEN = "hours not written"
    """A day that is over, of which nobody has written anything."""
    COVERED = "covered"
    WORKING = "working"
    """Whoever holds the placement works, has worked, or is expected to."""
    CLOSED = "employer closed"


@dataclass(frozen=True)
class CoverDay:
    """One placement on one day, and who holds it."""

    day: date
    placement: Placement
    employer: str
    term: Term | None
    """None where nobody holds the placement that day."""
    holder: Person | None
    stand: Stand
    covered_by: tuple[Person, ...]
    """Who covered, or has said yes to it."""
    usual: tuple[Usual, ...]
    request: Request | None
    """The request for coverage, taken or not."""
    work: tuple[Work, ...]
    """What is written of it: worked by the holder, covered for them, or closed."""


def coverage_of(house: House, actor: str, day: date | None = None, *, again: bool = False) -> list[CoverDay]:
    """Every placement of `day` (today), what is not yet covered first. Raises `NotAllowed`.

    The look is noted, except where a page is only painted `again`.
    """
    day = day or house.today()
    note_look(house, actor, f"placements of {day}", again)
    return sorted(days_between(house, day, day), key=_first_to_see)


def coverage_between(house: House, actor: str, first: date, last: date, *, again: bool = False) -> list[CoverDay]:
    """The same for the days from `first` to `last`, in the order of days. Raises `NotAllowed`."""
    note_look(house, actor, f"placements of {first} to {last}", again)
    return sorted(days_between(house, first, last), key=lambda each: (each.day, _first_to_see(each)))


def count_not_covered(house: House, day: date | None = None) -> int:
    """How many placements of `day` (today) are not yet covered; a number alone, for the desk's first line."""
    day = day or house.today()
    return sum(each.stand is Stand.NOT_COVERED for each in days_between(house, day, day))


def count_looked_for(house: House) -> int:
    """For how many days after today somebody is looked for, each placement by itself; a number alone."""
    with house.store.snapshot():
        first = house.today() + timedelta(days=1)
        return sum(each.taken_by is None for each in db.coverage.between(house.store, first, date.max))


def count_unconfirmed(house: House) -> int:
    """How many lines of hours of this month and the last are not confirmed; a number alone, for the desk."""
    today = house.today()
    first = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    with house.store.snapshot():
        return len(db.work_days.to_confirm(house.store, first, today))


_ORDER = {stand: place for place, stand in enumerate(Stand)}


def _first_to_see(each: CoverDay) -> tuple[int, time, str, int]:
    starts = each.usual[0].starts.time() if each.usual else time.max
    return _ORDER[each.stand], starts, each.employer, each.placement.id


def days_between(house: House, first: date, last: date) -> list[CoverDay]:
    """The same for operations that have asked for the permission themselves, in no order."""
    with house.store.snapshot():
        kept = _Kept(house, first, last)
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return [each for day in days for each in kept.of(day)]


class _Kept:
    """All that is on file of some days, read at once."""

    def __init__(self, house: House, first: date, last: date) -> None:
        """Read it; inside a snapshot."""
        store = house.store
        self._names, self._zone, self._now = Names(house), house.settings().zone, house.now()
        self._placements = [
            each
            for each in self._names.placements.values()
            if each.opened_on <= last and (each.closed_on is None or each.closed_on > first)
        ]
        self._times = db.placements.times(store)
        terms = db.terms.between(store, first, last)
        self._terms = _by(((each.placement_id, 0), each) for each in terms)
        work = [each for each in db.work_days.between(store, first, last) if each.placement_id]
        self._work = _by(((each.placement_id or 0, each.day.toordinal()), each) for each in work)
        requests = db.coverage.between(store, first, last)
        self._requests = _by(((each.placement_id, each.day.toordinal()), each) for each in requests)
        covered = (each.person_id for each in work if each.what is What.COVERED)
        covering = {person_id for person_id in (*covered, *(each.taken_by for each in requests)) if person_id}
        self._names.learn(covering | {each.person_id for each in terms})

    def of(self, day: date) -> Iterator[CoverDay]:
        """Every placement of that day."""
        times, known = times_on(self._times, day), dict[tuple[UsualTime, ...], tuple[Usual, ...]]()
        for placement in self._placements:
            key = placement.id, day.toordinal()
            its = tuple(each for each in times.get(placement.id, ()) if each.weekday == day.isoweekday())
            if its not in known:
                known[its] = usual_on(its, day, self._zone)
            usual = known[its]
            if placement.open_on(day) and (usual or key in self._work or key in self._requests):
                terms = [term for term in self._terms.get((placement.id, 0), ()) if term.holds_on(day)]
                # What was written before anybody held it stands with the first who holds it now.
                yield self._cover_day(day, placement, terms[0] if terms else None, usual, first=True)
                yield from (self._cover_day(day, placement, term, usual, first=False) for term in terms[1:])

    def _cover_day(
        self, day: date, placement: Placement, term: Term | None, usual: tuple[Usual, ...], *, first: bool
    ) -> CoverDay:
        key = placement.id, day.toordinal()
        holder_id = term.person_id if term else None
        work = tuple(each for each in self._work.get(key, ()) if _is_of(each, holder_id, first))
        asked = self._requests.get(key, ())
        request = next((each for each in asked if each.person_id == holder_id), None)
        if request is None and first:
            request = next((each for each in asked if each.person_id is None), None)
        covering = [each.person_id for each in work if each.what is What.COVERED and each.person_id]
        if request and request.taken_by:
            covering.append(request.taken_by)
        return CoverDay(
            day,
            placement,
            self._names.employers[placement.employer_id].name,
            term,
            self._names.person(term.person_id) if term else None,
            _stand(work, request, term, day, self._now),
            tuple(self._names.person(person_id) for person_id in dict.fromkeys(covering)),
            usual,
            request,
            work,
        )


_Value = TypeVar("_Value")


def _by(pairs: Iterable[tuple[tuple[int, int], _Value]]) -> dict[tuple[int, int], list[_Value]]:
    found: dict[tuple[int, int], list[_Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def _is_of(work: Work, holder_id: int | None, first: bool) -> bool:
    match work.what:
        case What.CLOSED:
            return True
        case What.WORKED:
            return work.person_id == holder_id
        case What.COVERED:
            return work.for_id == holder_id or (first and work.for_id is None)


def _stand(work: tuple[Work, ...], request: Request | None, term: Term | None, day: date, now: datetime) -> Stand:
    said = {each.what for each in work}
    if request and request.taken_by is None and not said & {What.COVERED, What.CLOSED}:
        return Stand.NOT_COVERED
    for what, stand in _SAID.items():
        if what in said:
            return stand
    if request and request.taken_by is not None:
        return Stand.COVERED
    if term is None:
        return Stand.NOT_COVERED
    return Stand.WORKING if day >= now.date() else Stand.OPEN


_SAID = {What.WORKED: Stand.WORKING, What.COVERED: Stand.COVERED, What.CLOSED: Stand.CLOSED}
"""What is written counts before what was planned; of several, the first."""
