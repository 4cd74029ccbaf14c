"""Looking ahead: what staff may want to talk about soon. It is no mark on anybody, and nothing follows from it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

import db.coverage
import db.terms
import db.work_days
from clubhouse.employment.coverage_days import Stand, days_between
from clubhouse.employment.places import Names, WorkPlace
from clubhouse.employment.privacy import note_look
from clubhouse.house import House
from db.people import Person
from db.terms import Term
from db.work_days import What

WEEKS = 4
"""So many whole weeks back the hours are looked at."""


@dataclass(frozen=True)
class EndingTerm:
    """A term that is planned to end soon, or was and goes on."""

    term: Term
    person: Person
    place: WorkPlace
    days_left: int
    """Until the planned last day; negative when that is over."""


@dataclass(frozen=True)
class UnusualWeek:
    """A week in which the hours of a term are outside a rule of the house."""

    monday: date
    person: Person
    place: WorkPlace
    minutes: int
    """Worked by who holds the placement."""
    outside_usual: bool
    """Outside the setting `week-hours`."""
    outside_guideline: bool
    """Outside the setting `guideline-hours`."""


@dataclass(frozen=True)
class Unsettled:
    """A work day of which nobody knows who worked."""

    day: date
    place: WorkPlace
    person: Person | None
    """Who holds the placement."""
    stand: Stand
    """Not yet covered, or hours not written."""


@dataclass(frozen=True)
class Outlook:
    """What staff look at before they plan."""

    looked_for: tuple[Unsettled, ...]
    """Days after today for which somebody is looked for, the first on top."""
    ending: tuple[EndingTerm, ...]
    """The first to end first."""
    weeks: tuple[UnusualWeek, ...]
    """Of the last whole weeks, the earliest first; where the employer was closed or somebody covered, too."""
    unheld: tuple[WorkPlace, ...]
    """Placements that nobody holds today."""
    unsettled: tuple[Unsettled, ...]
    """Of the days of those weeks and of this one until yesterday."""
    usual_minutes: tuple[int, int]
    guideline_minutes: tuple[int, int]


def look_ahead(house: House, actor: str, *, again: bool = False) -> Outlook:
    """Terms that end soon, weeks outside the usual hours, placements without a holder. Raises `NotAllowed`."""
    note_look(house, actor, "paid work ahead", again)
    with house.store.snapshot():
        names, settings, today = Names(house), house.settings(), house.today()
        monday = today - timedelta(days=today.weekday())
        first = monday - timedelta(weeks=WEEKS)
        held = {term.placement_id for term in db.terms.between(house.store, today, today)}
        return Outlook(
            _looked_for(house, names, today + timedelta(days=1)),
            _ending(house, names, today, settings.term_notice_days),
            _weeks(house, names, first, monday, settings.week_minutes, settings.guideline_minutes),
            tuple(
                names.placement(each.id)
                for each in names.placements.values()
                if each.open_on(today) and each.id not in held
            ),
            _unsettled(house, names, first, today - timedelta(days=1)),
            settings.week_minutes,
            settings.guideline_minutes,
        )


def _looked_for(house: House, names: Names, first: date) -> tuple[Unsettled, ...]:
    return tuple(
        Unsettled(
            each.day,
            names.placement(each.placement_id),
            names.person(each.person_id) if each.person_id is not None else None,
            Stand.NOT_COVERED,
        )
        for each in db.coverage.between(house.store, first, date.max)
        if each.taken_by is None
    )


def _ending(house: House, names: Names, today: date, notice_days: int) -> tuple[EndingTerm, ...]:
    until = today + timedelta(days=notice_days)
    return tuple(
        EndingTerm(
            term,
            names.person(term.person_id),
            names.placement(term.placement_id),
            (term.planned_last_day - today).days,
        )
        for term in db.terms.planned_to_end_by(house.store, until)
    )


def _weeks(
    house: House, names: Names, first: date, end: date, usual: tuple[int, int], guideline: tuple[int, int]
) -> tuple[UnusualWeek, ...]:
    minutes: dict[tuple[date, int, int], int] = defaultdict(int)
    for work in db.work_days.between(house.store, first, end - timedelta(days=1)):
        if work.what is What.WORKED and work.placement_id and work.person_id:
            minutes[work.day - timedelta(days=work.day.weekday()), work.placement_id, work.person_id] += work.minutes
    found = []
    for term in db.terms.between(house.store, first, end - timedelta(days=1)):
        for number in range(WEEKS):
            monday = first + timedelta(weeks=number)
            if term.holds_on(monday) and term.holds_on(monday + timedelta(days=6)):
                worked = minutes[monday, term.placement_id, term.person_id]
                outside = _outside(worked, usual), _outside(worked, guideline)
                if any(outside):
                    place, person = names.placement(term.placement_id), names.person(term.person_id)
                    found.append(UnusualWeek(monday, person, place, worked, *outside))
    return tuple(sorted(found, key=lambda each: (each.monday, each.person.id)))


def _outside(minutes: int, rule: tuple[int, int]) -> bool:
    return not rule[0] <= minutes <= rule[1]


def _unsettled(house: House, names: Names, first: date, last: date) -> tuple[Unsettled, ...]:
    return tuple(
        Unsettled(each.day, names.placement(each.placement.id), each.holder, each.stand)
        for each in days_between(house, first, last)
        if each.stand in (Stand.NOT_COVERED, Stand.OPEN)
    )
