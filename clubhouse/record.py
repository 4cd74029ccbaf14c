"""My record: what a member did here in a month, in plain data, and who signed it.

It is the person's own, behind their PIN where they have one (`record_key`). Staff see it with the permission for
reach-out, which comes with being staff, and each such view leaves a row. Staff may countersign; *chose not to sign*
is as good an end as a signature [std 5].
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import db.goals
import db.people
import db.record
import db.supports
from clubhouse import audit
from clubhouse.employment import hours_out, privacy
from clubhouse.employment.hours_out import MonthLine
from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.names import clean, full_name
from clubhouse.own import get_person, note_view_of_other
from clubhouse.permissions import NotAllowed
from clubhouse.program import month_of
from clubhouse.record_key import RecordKey, require_key, require_record
from db.goals import Goal
from db.people import Person
from db.record import Done, Help, Joined, Side, Signature, SignedUp
from db.supports import Support

__all__ = ["Done", "Goal", "Help", "Joined", "Side", "Signature", "Support"]

LONGEST_WORDS = 4000
LEAST_MINUTES = 15
"""Who changes to another unit sooner had not begun there."""


@dataclass(frozen=True)
class Stay:
    """One visit, in the house's time zone."""

    day: date
    came: datetime
    left: datetime | None
    """None while it goes on."""
    estimated: bool
    """The house guessed when the person left."""


@dataclass(frozen=True)
class Signed:
    """A side of the record, answered."""

    signed: bool
    """False for *chose not to sign*."""
    by: str
    """First and last name; empty for the command line."""
    at: datetime


@dataclass(frozen=True)
class Record:
    """A person's month."""

    person: Person
    month: str
    """Such as 2026-11."""
    first: date
    last: date
    stays: tuple[Stay, ...]
    helps: tuple[Help, ...]
    done: tuple[Done, ...]
    joined: tuple[Joined, ...]
    hours: tuple[MonthLine, ...]
    """Of paid work; empty for who neither is the person nor looks after employment."""
    own_words: str
    goals: tuple[Goal, ...]
    """Those that stood at any time of the month."""
    supports: tuple[Support, ...]
    own: Signed | None
    """None while the person has not answered."""
    staff: Signed | None

    @property
    def days(self) -> int:
        """On how many days the person was here."""
        return len({stay.day for stay in self.stays})

    @property
    def units(self) -> tuple[tuple[str, int], ...]:
        """In which units the person helped, and in how many parts of days; the most first."""
        names = [each.unit for each in self.helps]
        return tuple(sorted(((name, names.count(name)) for name in set(names)), key=lambda each: (-each[1], each[0])))


def my_record(house: House, actor: str, person_id: int, month: str, *, key: RecordKey | None = None) -> Record:
    """The person's month, such as `2026-11`. Raises `BadInput`, `NotAllowed`, `PinNeeded`."""
    first, last = days_of(month)
    with house.store.transaction():
        require_record(house, actor, person_id, key)
        note_view_of_other(house, actor, person_id, f"record {month}")
        signatures = db.record.signatures(house.store, person_id, month)
        goals = db.goals.of_person(house.store, person_id)
        return Record(
            person=get_person(house, person_id),
            month=month,
            first=first,
            last=last,
            stays=tuple(_stay(house, each) for each in db.record.stays(house.store, person_id, first, last)),
            helps=_helps(house, db.record.sign_ups(house.store, person_id, first, last)),
            done=tuple(db.record.ticked(house.store, person_id, first, last)),
            joined=tuple(db.record.joined(house.store, person_id, first, last)),
            hours=_hours(house, actor, person_id, month),
            own_words=db.record.own_words(house.store, person_id, month),
            goals=tuple(goal for goal in goals if _stood(goal, first, last)),
            supports=tuple(db.supports.of_person(house.store, person_id, first, last)),
            own=_signed(house, signatures.get(Side.OWN)),
            staff=_signed(house, signatures.get(Side.STAFF)),
        )


def _hours(house: House, actor: str, person_id: int, month: str) -> tuple[MonthLine, ...]:
    # The look at the record is noted; this is part of it.
    if not privacy.is_own(house, actor, person_id) and not privacy.keeps(house, actor):
        return ()
    return tuple(hours_out.month_hours(house, actor, month, month, person_id, again=True))


def write_own_words(
    house: House, actor: str, person_id: int, month: str, words: str, *, key: RecordKey | None = None
) -> None:
    """What the person says about the month, in place of what stood there; empty takes it away.

    Raises `BadInput`, `PinNeeded`, and `NotAllowed` for everybody else: they are the person's own words.
    """
    days_of(month)
    tidy = "\n".join(clean(line) for line in words.splitlines()).strip()
    if len(tidy) > LONGEST_WORDS:
        raise BadInput(f"That is too long for one month. Use at most {LONGEST_WORDS} letters.")
    with house.store.transaction():
        require_person(house, actor, person_id, key)
        db.record.put_own_words(house.store, person_id, month, tidy, house.clock())
        # The log is read by others: the words themselves stand in the record alone, the earlier ones too.
        audit.record(house, actor, "write_own_words", f"person {person_id}", None, {"month": month})


def sign_month(
    house: House, actor: str, person_id: int, month: str, *, signs: bool = True, key: RecordKey | None = None
) -> Signed:
    """The person signs their month, or chooses not to; done by somebody else, it is staff who countersign.

    Signing again takes the place of what was. Raises `BadInput` for a month to come, `NotAllowed`, `PinNeeded`.
    """
    first, _ = days_of(month)
    with house.store.transaction():
        by_id = require_record(house, actor, person_id, key)
        if first > house.today():
            raise BadInput("That month has not come yet. Choose another one.")
        side = Side.OWN if by_id == person_id else Side.STAFF
        was = db.record.signatures(house.store, person_id, month).get(side)
        made = Signature(side, signs, by_id, house.now())
        db.record.sign(house.store, person_id, month, made)
        audit.record(house, actor, "sign_month", f"person {person_id}", was, {"month": month, **vars(made)})
        done = _signed(house, made)
        assert done is not None
        return done


def take_back_signature(
    house: House, actor: str, person_id: int, month: str, *, key: RecordKey | None = None
) -> None:
    """The signature of one's own side is taken back; nothing happens where there is none."""
    days_of(month)
    with house.store.transaction():
        by_id = require_record(house, actor, person_id, key)
        side = Side.OWN if by_id == person_id else Side.STAFF
        was = db.record.signatures(house.store, person_id, month).get(side)
        db.record.unsign(house.store, person_id, month, side, house.clock())
        audit.record(house, actor, "take_back_signature", f"person {person_id}", was, {"month": month})


def require_person(house: House, actor: str, person_id: int, key: RecordKey | None) -> None:
    """Pass the person themselves, not paused, and the command line for them. Raises `NotAllowed`, `PinNeeded`."""
    person = get_person(house, person_id)
    is_own = actor.casefold() == person.code.casefold() and person.paused_at is None
    if actor != audit.COMMAND_LINE and not is_own:
        raise NotAllowed("This is for the person themselves to write.")
    if actor != audit.COMMAND_LINE:
        require_key(house, person_id, key)


def days_of(month: str) -> tuple[date, date]:
    """The first and last day of the month written as `2026-11`. Raises `BadInput`."""
    try:
        if len(month) != 7:
            raise ValueError
        return month_of(date.fromisoformat(f"{month}-01"))
    except (ValueError, OverflowError):
        raise BadInput(f"{month!r} is no month. Write it as 2026-11.") from None


def _stood(goal: Goal, first: date, last: date) -> bool:
    return goal.since <= last and (goal.ended_on is None or goal.ended_on >= first)


def _stay(house: House, each: db.record.Stay) -> Stay:
    return Stay(each.day, house.local(each.in_at), each.out_at and house.local(each.out_at), each.estimated)


def _helps(house: House, sign_ups: list[SignedUp]) -> tuple[Help, ...]:
    """Where it came to helping, each once: who leaves the house, or for another unit, has helped until then."""
    return tuple(dict.fromkeys(each.help for each in sign_ups if _came_to_helping(house, each)))


def _came_to_helping(house: House, each: SignedUp) -> bool:
    if each.ended_at is None:
        return True
    begins = datetime.combine(each.help.day, each.starts, house.settings().zone)
    return house.local(each.ended_at) - max(begins, house.local(each.at)) >= timedelta(minutes=LEAST_MINUTES)


def _signed(house: House, signature: Signature | None) -> Signed | None:
    if signature is None:
        return None
    by = db.people.get(house.store, signature.by_id) if signature.by_id else None
    return Signed(signature.signed, full_name(by) if by else "", house.local(signature.at))
