"""The classes and events of the demonstration house: planned by the operations that a house would use.

Who is registered and who was there is made up from who came to the house on those days.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from clubhouse import audit, series
from clubhouse.audit import COMMAND_LINE
from clubhouse.days import DayKind, set_day
from clubhouse.demo.cast import Cast, Role
from clubhouse.house import DEFAULT_STATION, House
from clubhouse.occurrences import Occurrence, occurrences_of
from clubhouse.people import Kind
from clubhouse.program import times
from clubhouse.series import NewSeries
from db.audit import NewEntry
from db.presences import ThereHow
from db.registrations import Registration
from db.visits import Visit

_WEEKS_BACK = 8
"""For so many weeks back it is on file who was there."""
_DAYS_AHEAD = 11
"""For so many days ahead people have registered."""
WAITING = 2
"""How many wait for a seat in the one event that is full."""
_FULL = ("Cooking safety", "Bowling")
"""The next one of the first of these that is not today is full."""
HOLIDAY = "Thanksgiving"


class _Plan(NamedTuple):
    """A class or event that comes again."""

    title: str
    public_title: str
    kind: str
    rule: str
    starts: time
    minutes: int
    place: str
    seats: int | None
    leads: tuple[Role, int]
    """Who leads it: the one in that place among those of the role."""
    notes: str
    ride: bool = False
    closes_minutes: int = 0


PLANS = (
    _Plan("GED tutoring", "", "class", "FREQ=WEEKLY;BYDAY=MO", time(16, 15), 75, "Library", 8, (Role.REGULAR, 0),
          "Bring what you would like to practise."),
    _Plan("Computers for beginners", "", "class", "FREQ=WEEKLY;BYDAY=TU,TH", time(16, 15), 60, "Computer room", 6,
          (Role.TEAM, 3), "From switching it on to writing a letter."),
    _Plan("Movie night", "", "social", "FREQ=MONTHLY;BYDAY=1TU,3TU", time(18), 150, "Lounge", 20, (Role.REGULAR, 1),
          "We choose the film together at six."),
    _Plan("Cooking safety", "", "class", "FREQ=WEEKLY;BYDAY=WE", time(16, 15), 90, "Kitchen", 6, (Role.TEAM, 0),
          "Knives, hot pans, clean hands. There is soup afterwards."),
    _Plan("House tour", "", "orientation", "FREQ=WEEKLY;BYDAY=WE", time(11), 45, "Reception", 6, (Role.REGULAR, 2),
          "For whoever would like to see the house. Bring a friend."),
    _Plan("Benefits workshop: work and income", "Workshop", "class", "FREQ=MONTHLY;BYDAY=-1TH", time(17, 30), 90,
          "Meeting room", 12, (Role.TEAM, 4), "What changes when one begins to work, and what does not."),
    _Plan("Bowling", "", "social", "FREQ=WEEKLY;BYDAY=FR", time(17, 30), 120, "Lakeside Lanes", 12, (Role.TEAM, 1),
          "We meet at reception at five.", True, 120),
    _Plan("Park walk", "", "social", "FREQ=WEEKLY;BYDAY=SA", time(10, 30), 90, "Riverside Park", None,
          (Role.REGULAR, 3), "Good shoes. In the rain we have coffee instead.", True),
)  # fmt: skip


@dataclass(frozen=True)
class Came:
    """What is made up of who registered and who was there."""

    registrations: tuple[tuple[Registration, datetime], ...]
    presences: tuple[tuple[int, int, ThereHow, datetime], ...]
    """The occurrence, the person, how it is known, and when it was noted."""


def plan_program(house: House, cast: Cast, today: date) -> None:
    """The series, as of the house's clock, and the holiday that comes next."""
    holiday = thanksgiving(today)
    set_day(house, COMMAND_LINE, holiday, DayKind.SOCIAL, HOLIDAY)
    for number, plan in enumerate(PLANS, 1):
        role, place = plan.leads
        lead = [each.person.id for each in cast.habits if each.role is role][place]
        new = _new(plan, house.today())
        series.add_series(house, COMMAND_LINE, new, [lead], [holiday], uid=f"harbor-house-{number}")
    dinner = NewSeries("social", f"{HOLIDAY} dinner", "Holiday dinner", "Dining room", "Turkey and pie.",
                       holiday, time(13), 180, "", 60, 24 * 60, True)  # fmt: skip
    series.add_series(house, COMMAND_LINE, dinner, uid="harbor-house-holiday")


def _new(plan: _Plan, first: date) -> NewSeries:
    return NewSeries(
        plan.kind,
        plan.title,
        plan.public_title,
        plan.place,
        plan.notes,
        first,
        plan.starts,
        plan.minutes,
        plan.rule,
        plan.seats,
        plan.closes_minutes,
        plan.ride,
    )


def thanksgiving(today: date) -> date:
    """The fourth Thursday of November, this year or, when that is over, next year."""
    first = today.replace(month=11, day=1)
    found = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    return found if found >= today else thanksgiving(today.replace(year=today.year + 1, month=1, day=1))


def make_came(house: House, cast: Cast, visits: list[Visit], rng: Random, now: datetime) -> Came:
    """Who has registered up to `now` for the coming days, and who was there in the weeks before."""
    every = [each for one in series.list_series(house) for each in occurrences_of(house, one.id)]
    held = [each for each in every if each.cancelled_at is None]
    held.sort(key=lambda each: (each.day, each.id))
    members = {each.person.id for each in cast.habits if each.person.kind is Kind.MEMBER}
    theirs = [each for each in visits if each.person_id in members]
    today = now.date()
    coming = [each for each in held if today <= each.day <= today + timedelta(days=_DAYS_AHEAD)]
    gone = [each for each in held if today - timedelta(weeks=_WEEKS_BACK) <= each.day < today]
    lately = [each for each in theirs if today - timedelta(days=7) <= each.day]
    return Came(tuple(_numbered(_registered(coming, lately, rng, now))), tuple(_there(house, gone, theirs, rng)))


def _registered(
    coming: list[Occurrence], lately: list[Visit], rng: Random, now: datetime
) -> Iterator[tuple[Registration, datetime]]:
    full = _full(coming, now.date())
    for each in coming:
        most = each.seats or 14
        wanted = most + WAITING if each.id == full else rng.randint(most // 4, most * 2 // 3)
        for visit in _different(rng.sample(lately, len(lately)), wanted):
            at = min(now, visit.in_at + timedelta(minutes=rng.randint(1, 20)))
            yield Registration(each.id, visit.person_id, each.rides and rng.random() < 0.3, None, 0), at


def _full(coming: list[Occurrence], today: date) -> int | None:
    found = {each.title: each.id for each in reversed(coming) if each.day > today}
    return next((found[title] for title in _FULL if title in found), None)


def _different(visits: Iterable[Visit], wanted: int) -> list[Visit]:
    """One visit each of so many people."""
    first: dict[int, Visit] = {}
    for each in visits:
        if len(first) < wanted:
            first.setdefault(each.person_id, each)
    return list(first.values())


def _numbered(registered: Iterable[tuple[Registration, datetime]]) -> Iterator[tuple[Registration, datetime]]:
    in_order = sorted(registered, key=lambda each: (each[1], each[0].occurrence_id, each[0].person_id))
    for number, (registration, at) in enumerate(in_order, 1):
        yield replace(registration, id=number), at


def _there(
    house: House, gone: list[Occurrence], visits: list[Visit], rng: Random
) -> Iterator[tuple[int, int, ThereHow, datetime]]:
    zone = house.settings().zone
    here: dict[date, list[Visit]] = {each.day: [] for each in gone}
    for visit in visits:
        if visit.day in here:
            here[visit.day].append(visit)
    for each in gone:
        at = times(each, zone)[1]
        day = here[each.day]
        for visit in _different(rng.sample(day, len(day)), rng.randint(3, min(9, each.seats or 9))):
            yield each.id, visit.person_id, ThereHow.LIST, at


def program_entries(cast: Cast, came: Came) -> Iterator[NewEntry]:
    """What the operations write of it in the log."""
    codes = {each.person.id: each.person.code for each in cast.habits}
    staff = next(each.person.code for each in cast.habits if each.person.kind is Kind.STAFF)
    for made, at in came.registrations:
        subject = f"registration {made.id}"
        yield audit.entry(at, DEFAULT_STATION, codes[made.person_id], "register", subject, None, made)
    for occurrence_id, person_id, _, at in came.presences:
        yield audit.entry(at, DEFAULT_STATION, staff, "mark_there", f"occurrence {occurrence_id}", None, person_id)
