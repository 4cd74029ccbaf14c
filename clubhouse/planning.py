"""What those who look after the programme see before they change it: who leads, what to think about, who is told.

Nothing of the programme is written here; `foresee` carries a plan out, and takes it back before anybody else can
see it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import db.occurrences
import db.people
import db.registrations
import db.series
from clubhouse.door import EventList, see_list
from clubhouse.errors import NotFound
from clubhouse.house import House
from clubhouse.names import full_name
from clubhouse.occurrences import get_occurrence, is_over
from clubhouse.permissions import Permission, require
from clubhouse.program import Event, Program, moved, see_not_held, see_program
from clubhouse.series_checks import Gentle, gentle_notes, holiday_missed
from clubhouse.views import note_view
from db.days import SpecialDay
from db.occurrences import Occurrence
from db.series import Series


@dataclass(frozen=True)
class Thought:
    """Something to think about, and the occurrence that gives rise to it; nothing is refused for it."""

    gentle: Gentle
    occurrence: Occurrence
    holiday: SpecialDay | None
    """Which is meant, where it does not lie on that one."""


@dataclass(frozen=True)
class Leading:
    """Somebody who leads a series."""

    person_id: int
    name: str
    """First and last name."""


@dataclass(frozen=True)
class PlannedEvent:
    """An event as those who look after it see it."""

    list: EventList
    series: Series
    leaders: tuple[Leading, ...]
    thoughts: tuple[Thought, ...]
    has_begun: bool
    """Whether it can be noted who is there: from so long before it starts as a scan at the door counts."""

    @property
    def event(self) -> Event:
        """The event itself, held or not."""
        return self.list.event


@dataclass(frozen=True)
class Following:
    """An occurrence and all that follow of its series, that are held and not over."""

    events: int
    people: int
    """How many are registered for one of them or wait, each counted once."""


@dataclass(frozen=True)
class Foreseen:
    """What a plan would come to."""

    series: Series
    held: tuple[Occurrence, ...]
    """What is on file of it and not over, in order."""
    thoughts: tuple[Thought, ...]


class _NotYet(Exception):
    def __init__(self, foreseen: Foreseen) -> None:
        self.foreseen = foreseen


def see_plan(house: House, actor: str, first: date, last: date, *, held: bool = True) -> Program:
    """What is held from `first` to `last`, or what was cancelled there. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.EVENTS)
        return see_program(house, first, last) if held else see_not_held(house, first, last)


def see_planned(house: House, actor: str, occurrence_id: int) -> PlannedEvent:
    """One event, held or not, with everybody on its list. Raises `NotAllowed`, `NotFound`."""
    with house.store.snapshot():
        listed = see_list(house, actor, occurrence_id)
        occurrence = listed.event.occurrence
        series = db.series.get(house.store, occurrence.series_id)
        if series is None:
            raise NotFound(f"There is no class or event with the number {occurrence.series_id}.")
        thoughts = () if occurrence.cancelled_at else thoughts_on(house, [occurrence])
        door_opens = moved(listed.event.starts_at, -house.settings().door_minutes)
        return PlannedEvent(listed, series, _leaders(house, series.id), thoughts, house.now() >= door_opens)


def open_list(house: House, actor: str, occurrence_id: int) -> PlannedEvent:
    """The same for whoever opens it now; the log notes that they saw the names."""
    with house.store.transaction():
        seen = see_planned(house, actor, occurrence_id)
        note_view(house, actor, f"list of event {occurrence_id}", names=True)
        return seen


def _leaders(house: House, series_id: int) -> tuple[Leading, ...]:
    found = (db.people.get(house.store, person_id) for person_id in db.series.lead_ids(house.store, series_id))
    return tuple(Leading(person.id, full_name(person)) for person in found if person)


def thoughts_on(house: House, occurrences: Iterable[Occurrence]) -> tuple[Thought, ...]:
    """What to think about with these, each thought once, with the first that gives rise to it."""
    found: dict[Gentle, Thought] = {}
    for each in occurrences:
        for gentle in gentle_notes(house, each):
            holiday = holiday_missed(house, each) if gentle is Gentle.HOLIDAY_ELSEWHERE else None
            found.setdefault(gentle, Thought(gentle, each, holiday))
    return tuple(found.values())


def see_following(house: House, actor: str, occurrence_id: int) -> Following:
    """How much is changed or cancelled with an occurrence and all that follow. Raises `NotAllowed`, `NotFound`."""
    with house.store.snapshot():
        require(house, actor, Permission.EVENTS)
        pivot = get_occurrence(house, occurrence_id)
        found = db.occurrences.of_series(house.store, pivot.series_id, pivot.original_day)
        coming = [each for each in found if each.cancelled_at is None and not is_over(house, each)]
        return Following(len(coming), len(_registered(house, coming)))


def _registered(house: House, occurrences: Sequence[Occurrence]) -> set[int]:
    listed = (db.registrations.of_occurrence(house.store, each.id) for each in occurrences)
    return {registration.person_id for registrations in listed for registration in registrations}


def waiting_again(event: Event, seats: int | None) -> int:
    """How many who have a seat would wait again if there were so many; None is no limit."""
    return max(0, event.taken - event.waiting - seats) if seats is not None else 0


def foresee(house: House, plan: Callable[[], Series]) -> Foreseen:
    """What would be held if `plan`, which plans or changes a series, were carried out. Raises what it raises."""
    try:
        with house.store.transaction():
            series = plan()
            found = db.occurrences.of_series(house.store, series.id)
            held = tuple(each for each in found if each.cancelled_at is None and not is_over(house, each))
            raise _NotYet(Foreseen(series, held, thoughts_on(house, held)))
    except _NotYet as told:
        return told.foreseen
