"""The cards that the demonstration's keys play in place of a scanner."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import islice

import db.cards
import db.people
import db.visits
from clubhouse.codes import ALPHABET, complete
from clubhouse.house import House
from clubhouse.people import Kind, Person
from db.cards import Card
from db.visits import Visit

_HISTORY = timedelta(days=3650)
_NEVER = _HISTORY.days + 1
PIN = "2468"
"""With which all staff of the demonstration open the desk."""
_NOT_OURS = "https://example.org/menu"


@dataclass(frozen=True)
class Deck:
    """What a scanner would send, ready to be played."""

    members: tuple[str, ...]
    """Codes of members who have not been here today, in the order in which they will come; of all, if none."""
    staff: tuple[str, ...]
    """Codes of staff, those not yet here first."""
    unusual: tuple[str, ...]
    """Texts with an answer of their own each: first visit, welcome back, replaced card, safety pause, unknown
    card, unclear scan, not a card of ours. One that the house has nobody for is left out."""
    pin: str = ""
    """The PIN of all staff, told where it is asked for; empty in a house that has none for all."""


@dataclass(frozen=True)
class _Holder:
    """Somebody with a card in use."""

    person: Person
    code: str
    last: Visit | None
    """The last visit."""
    days_away: int
    """Since the last visit; `_NEVER` without one."""

    @property
    def may_enter(self) -> bool:
        """Whether a scan signs them in."""
        return self.person.paused_at is None


def deck(house: House) -> Deck:
    """The deck of a house made by `clubhouse.demo.build`, as it stands now."""
    with house.store.snapshot():
        today, active_days = house.today(), house.settings().active_days
        cards = db.cards.every(house.store)
        holders = list(_holders(house, cards, today))
    members = [each for each in holders if each.person.kind is Kind.MEMBER and each.may_enter]
    to_come = [each for each in members if 0 < each.days_away < active_days]
    staff = [each for each in holders if each.person.kind is Kind.STAFF and each.may_enter]
    return Deck(
        _codes(sorted(to_come, key=_expected(house)) or members),
        _codes(sorted(staff, key=lambda each: each.days_away == 0)),
        tuple(_unusual(cards, holders, active_days)),
        PIN,
    )


def _holders(house: House, cards: list[Card], today: date) -> Iterator[_Holder]:
    last = {visit.person_id: visit for visit in db.visits.between(house.store, today - _HISTORY, today)}
    people = {person.id: person for person in db.people.every(house.store)}
    for card in cards:
        if card.replaced_at is None:
            visit = last.get(card.person_id)
            days_away = (today - visit.day).days if visit else _NEVER
            yield _Holder(people[card.person_id], card.code, visit, days_away)


def _expected(house: House) -> Callable[[_Holder], tuple[bool, bool, time]]:
    """Sorts first who came this week, by the time at which they came last; those times of day gone by go last."""
    now = house.now().time()

    def key(holder: _Holder) -> tuple[bool, bool, time]:
        came = house.local(holder.last.in_at).time() if holder.last else time.max
        return holder.days_away > 7, came < now, came

    return key


def _unusual(cards: list[Card], holders: list[_Holder], active_days: int) -> Iterator[str]:
    members = [each for each in holders if each.person.kind is Kind.MEMBER]
    each_of_a_kind = (
        (each.code for each in members if each.days_away == _NEVER and each.may_enter),
        (each.code for each in members if active_days <= each.days_away < _NEVER and each.may_enter),
        (card.code for card in cards if card.replaced_at is not None),
        (each.code for each in members if not each.may_enter),
        iter([complete(ALPHABET[0] * 24)]),
        (_misread(each.code) for each in holders),
        iter([_NOT_OURS]),
    )
    for texts in each_of_a_kind:
        yield from islice(texts, 1)


def _misread(code: str) -> str:
    """The code with one letter in the middle changed."""
    middle = len(code) // 2
    other = ALPHABET[ALPHABET.index(code[middle]) - 1]
    return code[:middle] + other + code[middle + 1 :]


def _codes(holders: list[_Holder]) -> tuple[str, ...]:
    return tuple(each.code for each in holders)
