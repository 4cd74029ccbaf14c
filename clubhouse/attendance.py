"""Signing in and out. Every scan has exactly one outcome, and an answer given is on the disk.

A visit is open from in to out; a person has one open at most. Whoever was signed in can undo it, for as long
as nothing else has happened to the visit.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

import db.cards
import db.people
import db.visits
from clubhouse import audit, door, helping, names, visits
from clubhouse.board import MyDay, my_day
from clubhouse.codes import Unreadable, read_code
from clubhouse.door import AtTheDoor
from clubhouse.employment.beside import AtWork, at_work
from clubhouse.errors import NotFound, Overtaken
from clubhouse.house import House
from db.errors import StoreBusy, StoreError
from db.people import Kind, Person
from db.visits import InHow, OutHow, Visit

REPEAT_SECONDS = 3
"""The same card within this time is one scan that a scanner read twice. Moments are kept in whole seconds, so that
it may be nearly a second more."""


class Outcome(StrEnum):
    """What came of it."""

    FIRST_VISIT = "first visit"
    WELCOME = "welcome"
    WELCOME_BACK = "welcome back"
    """After `active-days` or more away."""
    AGAIN = "signed in again"
    """Another visit on the same day."""
    ALREADY_HERE = "already here"
    REPEATED = "repeated"
    REPLACED = "replaced card"
    PAUSED = "safety pause"
    UNKNOWN = "unknown card"
    NOT_OURS = "not a card of ours"
    UNCLEAR = "unclear scan"
    STAFF_IN = "staff in"
    STAFF_OUT = "staff out"
    BUSY = "store busy"
    FAILED = "store failed"
    SIGNED_OUT = "signed out"
    """By key, not by scan; as are the two below."""
    IN_UNDONE = "sign-in undone"
    OUT_UNDONE = "sign-out undone"


TROUBLE = frozenset({Outcome.BUSY, Outcome.FAILED})
"""Nothing is on the disk."""


@dataclass(frozen=True)
class Answer:
    """The house's answer to one scan or key."""

    outcome: Outcome
    at: datetime
    """The moment of the scan, in the house's time zone."""
    person: Person | None = None
    visit: Visit | None = None
    """The visit begun, ended or going on."""
    before: Visit | None = None
    """The person's visit before that one."""
    same_as: Outcome | None = None
    """For a repeated scan: the outcome that is shown again."""
    my_day: MyDay | None = None
    """What somebody who is here can choose, and has chosen, to help with today."""
    door: AtTheDoor | None = None
    """What somebody who is here is told of classes and events."""
    work: AtWork | None = None
    """Whether there is anything of paid work for somebody who is here, and no more."""

    @property
    def shows(self) -> Outcome:
        """The outcome whose words fit: that of the first scan, when repeated."""
        return self.same_as or self.outcome

    @property
    def name(self) -> str:
        """The name to greet with; empty when there is nobody, or somebody who stays unnamed."""
        return names.greeting_name(self.person) if self.person else ""

    @property
    def is_here(self) -> bool:
        """Whether the person is signed in now."""
        return self.visit is not None and self.visit.out_at is None

    @property
    def guessed(self) -> Visit | None:
        """The last visit, if the house had to guess its end and has not been told better."""
        return self.before if self.before and self.before.estimated else None


def scan(house: House, scanned: str, at: datetime | None = None) -> Answer:
    """Answer what a scanner sent, `at` that moment or else now. Never raises for anything scanned."""
    code, moment = read_code(scanned), at or house.clock()
    try:
        moment = house.local(moment)
        if isinstance(code, Unreadable):
            unread = Outcome.UNCLEAR if code is Unreadable.UNCLEAR else Outcome.NOT_OURS
            return Answer(unread, moment)
        with house.store.transaction():
            return _answer_card(house, code, moment)
    except StoreBusy:
        return Answer(Outcome.BUSY, moment)
    except StoreError:
        return Answer(Outcome.FAILED, moment)


def _answer_card(house: House, code: str, at: datetime) -> Answer:
    card = db.cards.by_code(house.store, code)
    person = db.people.entry_kept(house.store, card.person_id) if card else None
    if card is None or person is None:
        return Answer(Outcome.UNKNOWN, at)
    if card.replaced_at is not None:
        return Answer(Outcome.REPLACED, at)
    return with_my_day(house, _meet(house, _arrive(house, person, at, InHow.SCAN)))


def sign_in_by_name(house: House, person_id: int) -> Answer:
    """Sign in somebody who found their name; staff already here are told so. Raises `NotFound`."""
    with house.store.transaction():
        person = db.people.entry_kept(house.store, person_id)
        if person is None:
            raise NotFound("That name is not on file any more. Please look again.")
        return with_my_day(house, _meet(house, _arrive(house, person, house.now(), InHow.NAME)))


def _meet(house: House, answer: Answer) -> Answer:
    if answer.person and answer.visit and answer.is_here and answer.outcome is not Outcome.REPEATED:
        door.arrive(house, answer.person, answer.visit, answer.at)
    return answer


def with_my_day(house: House, answer: Answer) -> Answer:
    """The answer with what the person can choose and is told; of somebody who is not here, the answer as it is."""
    if answer.person is None or answer.visit is None or not answer.is_here:
        return answer
    found = door.at_the_door(house, answer.person, answer.visit, answer.at)
    return replace(answer, my_day=my_day(house, answer.person), door=found, work=at_work(house, answer.person))


def _arrive(house: House, person: Person, at: datetime, how: InHow) -> Answer:
    if person.paused_at is not None:
        return Answer(Outcome.PAUSED, at, person)
    latest, before = visits.latest_two(house, person)
    if latest and how is InHow.SCAN and _is_repeat(latest, at):
        return _same_again(house, person, latest, before, at)
    latest = latest and visits.closed_if_left_open(house, latest, at)
    if latest and latest.out_at is None:
        if person.kind is Kind.STAFF and how is InHow.SCAN:
            return _leave(house, person, latest, at, OutHow.SCAN)
        return Answer(Outcome.ALREADY_HERE, at, person, latest, before)
    return _sign_in(house, person, latest, at, how)


def _sign_in(house: House, person: Person, before: Visit | None, at: datetime, how: InHow) -> Answer:
    if person.ended_on is not None:
        person = _take_back(house, person)
    visit = db.visits.begin(house.store, person.id, at.date(), at, how)
    audit.record(house, person.code, "sign_in", f"visit {visit.id}", None, visit)
    return Answer(_welcome(house, person, visit, before), at, person, visit, before)


def _welcome(house: House, person: Person, visit: Visit, before: Visit | None) -> Outcome:
    if person.kind is Kind.STAFF:
        return Outcome.STAFF_IN
    if before is None:
        return Outcome.FIRST_VISIT
    if before.day == visit.day:
        return Outcome.AGAIN
    away = (visit.day - before.day).days
    return Outcome.WELCOME_BACK if away >= house.settings().active_days else Outcome.WELCOME


def _take_back(house: House, person: Person) -> Person:
    db.people.end(house.store, person.id, None)
    back = replace(person, ended_on=None)
    audit.record(house, person.code, "come_back", f"person {person.id}", person, back)
    return back


def _is_repeat(latest: Visit, at: datetime) -> bool:
    scanned = [latest.in_at] if latest.in_how is InHow.SCAN else []
    if latest.out_at is not None:
        scanned = [latest.out_at] if latest.out_how is OutHow.SCAN else []
    return any(timedelta(0) <= at - moment <= timedelta(seconds=REPEAT_SECONDS) for moment in scanned)


def _same_again(house: House, person: Person, latest: Visit, before: Visit | None, at: datetime) -> Answer:
    first = Outcome.STAFF_OUT if latest.out_at else _welcome(house, person, latest, before)
    return Answer(Outcome.REPEATED, at, person, latest, before, same_as=first)


def sign_out(house: House, person_id: int) -> Answer:
    """Sign somebody out. Raises `Overtaken` when they are not signed in."""
    with house.store.transaction():
        person = db.people.get(house.store, person_id)
        visit = db.visits.open_of(house.store, person_id)
        if person is None or visit is None:
            raise Overtaken("You are signed out already.")
        return _leave(house, person, visit, house.now(), OutHow.KEY)


def _leave(house: House, person: Person, visit: Visit, at: datetime, how: OutHow) -> Answer:
    db.visits.finish(house.store, visit.id, at, how)
    helping.leave_all(house, person, max(at, house.local(visit.in_at)))
    outcome = Outcome.STAFF_OUT if how is OutHow.SCAN else Outcome.SIGNED_OUT
    return _changed(house, person, visit, "sign_out", outcome, at)


def can_undo(answer: Answer) -> bool:
    """Whether the answer tells of something that was written and can be taken back."""
    return answer.shows in _UNDO


def undo(house: House, answer: Answer) -> Answer:
    """Take back the sign-in or sign-out that `answer` tells of. Raises `Overtaken` when it has changed since.

    Raises `MonthLocked` where the answer was left standing until its month was reported.
    """
    from clubhouse.locked_months import MonthLocked, is_locked, month_of  # the kiosk starts without it

    if answer.visit is None or answer.person is None or not can_undo(answer):
        raise Overtaken("There is nothing to undo.")
    with house.store.transaction():
        visit = db.visits.get(house.store, answer.visit.id)
        other = db.visits.open_of(house.store, answer.person.id)
        if visit is None or visit != answer.visit or (other and other.id != visit.id):
            raise Overtaken("This has changed in the meantime. Please scan your card again.")
        if is_locked(house, visit.day):
            raise MonthLocked(month_of(visit.day))
        return _UNDO[answer.shows](house, answer.person, visit)


def _undo_in(house: House, person: Person, visit: Visit) -> Answer:
    now = house.now()
    db.visits.undo(house.store, visit.id, now)
    helping.leave_all(house, person, now)
    door.undo_arrival(house, person, visit, now)
    audit.record(house, person.code, "undo_sign_in", f"visit {visit.id}", visit, None)
    return Answer(Outcome.IN_UNDONE, now, person)


def _undo_out(house: House, person: Person, visit: Visit) -> Answer:
    db.visits.reopen(house.store, visit.id)
    if visit.out_at is not None:
        helping.come_back(house, person, visit.out_at)
    return with_my_day(house, _changed(house, person, visit, "undo_sign_out", Outcome.OUT_UNDONE, house.now()))


_UNDO: dict[Outcome, Callable[[House, Person, Visit], Answer]] = {
    Outcome.FIRST_VISIT: _undo_in,
    Outcome.WELCOME: _undo_in,
    Outcome.WELCOME_BACK: _undo_in,
    Outcome.AGAIN: _undo_in,
    Outcome.STAFF_IN: _undo_in,
    Outcome.STAFF_OUT: _undo_out,
    Outcome.SIGNED_OUT: _undo_out,
}


def _changed(house: House, person: Person, was: Visit, action: str, outcome: Outcome, at: datetime) -> Answer:
    now = db.visits.get(house.store, was.id)
    audit.record(house, person.code, action, f"visit {was.id}", was, now)
    return Answer(outcome, at, person, now)


def count_here(house: House) -> int:
    """How many people are signed in now."""
    with house.store.snapshot():
        return db.visits.count_open(house.store, house.today())
