"""Who the people of the demonstration house are and how they come and go: regulars, some who are away, some new."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from random import Random
from zoneinfo import ZoneInfo

from clubhouse.codes import ALPHABET, complete
from clubhouse.demo.names import MEMBERS, STAFF, VOLUNTEERS, Name
from clubhouse.people import Kind, Person, ShownAs
from db.cards import Card

HISTORY_DAYS = 212
"""So long ago the house began to use the kiosk."""
AWAY_DAYS = (31, 38, 45, 52, 60, 67, 75, 83, 96, 105, 118, 131, 144, 160, 179, 198)
"""How long ago each of those was last seen who have not come for a while."""


class Role(Enum):
    """What each person is there to show."""

    REGULAR = auto()
    SOMETIMES = auto()
    SELDOM = auto()
    AWAY = auto()
    NEW = auto()
    UNUSED = auto()
    """New, and has a card but has never used it."""
    PAUSED = auto()
    """Asked to see staff first."""
    REPLACED = auto()
    """A regular with a card in place of a lost one."""
    TEAM = auto()
    """Staff and volunteers."""


_ROLES = (
    [Role.REPLACED, Role.PAUSED, Role.UNUSED]
    + [Role.AWAY] * len(AWAY_DAYS)
    + [Role.NEW] * 9
    + [Role.REGULAR] * 33
    + [Role.SOMETIMES] * 35
)
"""Of members, in no order; all others come seldom."""
_OFTEN = {Role.REGULAR: (0.6, 0.9), Role.REPLACED: (0.6, 0.9), Role.SOMETIMES: (0.2, 0.45), Role.NEW: (0.3, 0.6)}
_OFTEN_ELSE = (0.05, 0.2)


@dataclass(frozen=True)
class Habit:
    """A person, and how they come and go."""

    person: Person
    role: Role
    often: float
    """The chance of a visit on a work day."""
    socials: float
    """The chance of a visit on a day with a social."""
    arrives: int
    """The usual time, in minutes after midnight."""
    first_day: date
    last_day: date
    """There is a visit on the first and the last day, and none before or after; none at all when they are crossed."""


@dataclass(frozen=True)
class Cast:
    """Everybody, and their cards."""

    habits: tuple[Habit, ...]
    """In the order of the people's ids, which count from 1."""
    cards: tuple[Card, ...]
    """In the order in which they were issued, with ids from 1."""


def make_cast(rng: Random, today: date, zone: ZoneInfo) -> Cast:
    """The people of a demonstration on `today`."""
    team = [_team_member(rng, Kind.STAFF, name, today) for name in STAFF]
    team += [_team_member(rng, Kind.VOLUNTEER, name, today) for name in VOLUNTEERS]
    habits = tuple(_numbered([*team, *_members(rng, today)], zone, today))
    return Cast(habits, tuple(_cards(rng, habits, zone, today)))


def local(day: date, minute: int, zone: ZoneInfo, second: int = 0) -> datetime:
    """The moment when clocks in `zone` show that minute after midnight."""
    return datetime.combine(day, time(minute // 60, minute % 60, second), zone)


def work_day(day: date) -> date:
    """`day`, or on a weekend the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _team_member(rng: Random, kind: Kind, name: Name, today: date) -> Habit:
    often, arrives = (0.88, rng.randint(465, 495)) if kind is Kind.STAFF else (0.35, 600)
    person = _person(rng, kind, name, today)
    return Habit(person, Role.TEAM, often, 0.2, arrives, *_days(Role.TEAM, today, 0))


def _members(rng: Random, today: date) -> list[Habit]:
    names = list(MEMBERS)
    rng.shuffle(names)
    roles = _ROLES + [Role.SELDOM] * (len(names) - len(_ROLES))
    habits = [
        _member(rng, role, name, today, roles[:place].count(role))
        for place, (role, name) in enumerate(zip(roles, names, strict=True))
    ]
    rng.shuffle(habits)
    return sorted(habits, key=lambda habit: habit.first_day)  # whoever joined later has the higher number


def _member(rng: Random, role: Role, name: Name, today: date, place: int) -> Habit:
    first, last = _days(role, today, place)
    often = rng.uniform(*_OFTEN.get(role, _OFTEN_ELSE))
    person = _person(rng, Kind.MEMBER, name, today)
    if role in (Role.NEW, Role.UNUSED):
        person = replace(person, since=first)
    return Habit(person, role, often, often * 0.4, _arrives(rng), first, last)


def _days(role: Role, today: date, place: int) -> tuple[date, date]:
    """The first and last day of the one in that place, counted from 0, among those with the role."""
    first, last = work_day(today - timedelta(days=HISTORY_DAYS)), today + timedelta(days=1)
    match role:
        case Role.AWAY:
            last = work_day(today - timedelta(days=AWAY_DAYS[place]))
        case Role.PAUSED:
            last = work_day(today - timedelta(days=6))
        case Role.NEW:
            first = work_day(today - timedelta(days=4 * place + 5))
        case Role.UNUSED:
            first = work_day(today - timedelta(days=1))
            last = first - timedelta(days=1)
    return first, last


def _arrives(rng: Random) -> int:
    """Most come before the morning meeting, some after it, some for the afternoon only."""
    chance = rng.random()
    if chance < 0.76:
        return int(rng.triangular(492, 532, 512))
    return rng.randint(555, 620) if chance < 0.86 else rng.randint(770, 800)


def _person(rng: Random, kind: Kind, name: Name, today: date) -> Person:
    first, last, nickname = name
    ways = (
        ShownAs.FIRST_NAME,
        ShownAs.NICKNAME if nickname else ShownAs.FIRST_NAME,
        ShownAs.INITIALS,
        ShownAs.HIDDEN,
    )
    shown = rng.choices(ways, weights=(48, 40, 7, 5))[0] if kind is Kind.MEMBER else ShownAs.FIRST_NAME
    since = today - timedelta(days=rng.randint(HISTORY_DAYS + 30, 365 * 22))
    return Person("", kind, first, last, nickname, shown, since, 0, None, None, "")


def _numbered(habits: list[Habit], zone: ZoneInfo, today: date) -> Iterator[Habit]:
    count = dict.fromkeys(Kind, 0)
    for number, habit in enumerate(habits, 1):
        kind = habit.person.kind
        count[kind] += 1
        person = replace(habit.person, id=number, code=f"{kind[0].upper()}{count[kind]:04}")
        if habit.role is Role.PAUSED:
            at = local(habit.last_day, 960, zone)
            person = replace(person, paused_at=at, pause_reason="Agreed with the member: a talk with staff first")
        yield replace(habit, person=person)


def _cards(rng: Random, habits: tuple[Habit, ...], zone: ZoneInfo, today: date) -> Iterator[Card]:
    """In the order of issue; the new card of the one who lost theirs comes last."""
    for habit in habits:
        retired = local(work_day(today - timedelta(days=2)), 570, zone) if habit.role is Role.REPLACED else None
        issued = local(habit.first_day, 480, zone)
        yield Card(habit.person.id, _code(rng), habit.person.id, issued, retired)
        if retired:
            lost = Card(len(habits) + 1, _code(rng), habit.person.id, retired, None)
    yield lost


def _code(rng: Random) -> str:
    return complete("".join(rng.choices(ALPHABET, k=24)))
