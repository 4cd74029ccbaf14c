"""PINs: who opens the staff desk proves by one who they are.

A PIN is kept as a scrypt hash and stands in no log. Wrong tries are counted in the file, so that they hold for all
kiosks and after a restart: those at one name, and those at any, for whoever goes from name to name. Whether a name is
on file, whether its person has a PIN, and whether one has to wait makes no difference to how much is computed; and of
the first two, nor to what is said.
"""

import hashlib
import hmac
import math
import secrets
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import db.cards
import db.people
import db.pins
from clubhouse import audit
from clubhouse.codes import Unreadable, read_code
from clubhouse.errors import BadInput, NotFound, Refused
from clubhouse.house import House
from clubhouse.permissions import NotAllowed, Permission, permissions_held, require
from db.people import Person
from db.pins import EVERYBODY, Pin, Tries

T = TypeVar("T")
LEAST_DIGITS, MOST_DIGITS = 4, 12
GIVEN_DIGITS = 6
FREE_TRIES = 5
"""So many wrong ones in a row are the slips of a hand; from then on each makes everybody wait."""
FIRST_WAIT, LONGEST_WAIT = 60, 15 * 60
"""In seconds; the wait doubles with each further wrong try."""
FREE_OF_ALL, PACE, CALM = 20, 60, 10 * 60
"""After so many wrong tries at any names, with less than `CALM` seconds between them, there is one try in `PACE`."""
UNKNOWN, UNKNOWN_NAMES = 2**40, 1000
"""Tries at what nobody is called or holds are counted under so many numbers from there on, as those of people are."""
COST = (2**14, 8, 1)
"""The parameters n, r and p of scrypt for new PINs: 16 MB and less than a tenth of a second."""


class WrongPin(Refused):
    """The PIN is not that of the person, or there is no such person, or they have none."""


class PinWait(Refused):
    """There were too many wrong tries; `seconds` are left to wait."""

    def __init__(self, seconds: int) -> None:
        """`seconds` is at least 1."""
        self.seconds = seconds
        minutes, rest = divmod(seconds, 60)
        parts = [_count(minutes, "minute")] * (minutes > 0) + [_count(rest, "second")] * (rest > 0)
        super().__init__(f"There were too many wrong tries. Please wait {' and '.join(parts)}, then try again.")


@dataclass(frozen=True)
class Opened:
    """Somebody stands at the desk."""

    person: Person
    held: frozenset[Permission]
    """What they may do there; never empty."""


def give_pin(house: House, actor: str, person: Person) -> str:
    """A new random PIN in place of any other, to be shown once; the count of wrong tries begins anew."""
    pin = f"{secrets.randbelow(10**GIVEN_DIGITS):0{GIVEN_DIGITS}}"
    kept = hashed(pin)
    with house.store.transaction():
        require(house, actor, Permission.SETTINGS)
        put_pin(house, actor, person, kept)
    return pin


def put_pin(house: House, actor: str, person: Person, pin: Pin) -> None:
    """Put a PIN on file that was given to somebody. Raises `NotFound`."""
    with house.store.transaction():
        if db.people.get(house.store, person.id) is None:
            raise NotFound(f"Nobody has the number {person.id}.")
        db.pins.put(house.store, person.id, pin, house.clock())
        db.pins.forget_tries(house.store, person.id)
        audit.record(house, actor, "give_pin", f"person {person.id}", None, None)


def change_pin(house: House, person: Person, old: str, new: str) -> None:
    """Another PIN of one's own choice. Raises `BadInput`, `WrongPin` or `PinWait`; a wrong `old` one is counted."""
    fresh = hashed(checked_pin(new))

    def change() -> None:
        db.pins.put(house.store, person.id, fresh, house.clock())
        audit.record(house, person.code, "change_pin", f"person {person.id}", None, None)

    with_pin(house, person, old, change, "The old PIN is not right. Nothing was changed.")


def with_pin(house: House, person: Person, pin: str, then: Callable[[], T], refusal: str) -> T:
    """What `then` returns, done in one transaction where that is the person's PIN.

    Raises `PinWait`, or `WrongPin` with `refusal`: a wrong one is counted, on the disk before it is told.
    """
    right = _matches(_kept(house, person), pin)
    with house.store.transaction():
        _refuse_while_waiting(house, person.id)
        if right:
            db.pins.forget_tries(house.store, person.id)
            return then()
        _count_wrong(house, person.id)
    raise WrongPin(refusal)


def open_desk(house: House, who: int | str, pin: str) -> Opened:
    """Open the staff desk for the person with that number, or whose card was scanned.

    Raises `WrongPin` or `PinWait`, and with the right PIN `NotAllowed` for whoever looks after nothing. A wrong try
    is on the disk before it is told; of tries at several kiosks at once, none is answered once the wait has begun.
    """
    person = _person(house, who)
    number = person.id if person else UNKNOWN + zlib.crc32(f"{who}".encode(errors="replace")) % UNKNOWN_NAMES
    right = _matches(_kept(house, person), pin) and person is not None
    with house.store.transaction():
        _refuse_while_waiting(house, number)
        held = permissions_held(house, person) if person else frozenset()
        if right and person:
            db.pins.forget_tries(house.store, number)
        if right and person and held:
            audit.record(house, person.code, "open_desk", f"person {number}", None, None)
        if not right:
            _count_wrong(house, number)
    if not right or person is None:
        raise WrongPin("That PIN is not right. Whoever has none, or has forgotten it, asks a coordinator for one.")
    if not held:
        raise NotAllowed("The desk is for those whom the house has asked to look after something.")
    return Opened(person, held)


def checked_pin(pin: str) -> str:
    """`pin` as it is. Raises `BadInput` for anything but 4 to 12 digits."""
    if not (pin.isascii() and pin.isdigit() and LEAST_DIGITS <= len(pin) <= MOST_DIGITS):
        raise BadInput(f"A PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits, and nothing else.")
    return pin


def hashed(pin: str, salt: bytes = b"") -> Pin:
    """What is kept of `pin`, with a random salt of its own; another is for made-up houses only."""
    salt, (n, r, p) = salt or secrets.token_bytes(16), COST
    return Pin(_scrypt(pin, salt, n, r, p), salt, n, r, p)


def wait_after(wrong: int) -> int:
    """How many seconds everybody waits after so many wrong tries in a row."""
    over = wrong - FREE_TRIES
    return 0 if over < 0 else min(FIRST_WAIT << min(over, 10), LONGEST_WAIT)


def _matches(kept: Pin | None, pin: str) -> bool:
    # Where nothing is kept there is as much to compute, so that the time taken tells nothing.
    if kept is None:
        n, r, p = COST
        _scrypt(pin, bytes(16), n, r, p)
        return False
    return hmac.compare_digest(_scrypt(pin, kept.salt, kept.n, kept.r, kept.p), kept.hash)


def _scrypt(pin: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    memory = 256 * r * (n + p + 8)  # twice what it takes; OpenSSL refuses more than 32 MB unless told
    return hashlib.scrypt(pin.encode(errors="replace"), salt=salt, n=n, r=r, p=p, maxmem=memory, dklen=32)


def _kept(house: House, person: Person | None) -> Pin | None:
    with house.store.snapshot():
        return db.pins.of_person(house.store, person.id if person else 0)


def _person(house: House, who: int | str) -> Person | None:
    with house.store.snapshot():
        if isinstance(who, int):
            return db.people.get(house.store, who)
        code = read_code(who)
        card = None if isinstance(code, Unreadable) else db.cards.by_code(house.store, code)
        return db.people.get(house.store, card.person_id) if card and card.replaced_at is None else None


def _refuse_while_waiting(house: House, who: int) -> None:
    at_one, at_any = (db.pins.tries(house.store, number) for number in (who, EVERYBODY))
    waits = (
        _seconds_left(house, at_one, wait_after(at_one.wrong) if at_one else 0),
        _seconds_left(house, at_any, PACE if at_any and at_any.wrong >= FREE_OF_ALL else 0),
    )
    if max(waits) > 0:
        raise PinWait(max(waits))


def _seconds_left(house: House, tries: Tries | None, wait: int) -> int:
    if tries is None:
        return 0
    passed = _passed(house, tries)
    # A clock that was put back would else lock the desk until it shows the old time again.
    return math.ceil(wait - passed) if passed >= 0 else 0


def _passed(house: House, tries: Tries) -> float:
    return (house.clock() - tries.last_at).total_seconds()


def _count_wrong(house: House, who: int) -> None:
    at_any = db.pins.tries(house.store, EVERYBODY)
    if at_any and _passed(house, at_any) >= CALM:
        db.pins.forget_tries(house.store, EVERYBODY)
    for number in (who, EVERYBODY):
        db.pins.count_wrong(house.store, number, house.clock())
    audit.record(house, audit.HOUSE, "wrong_pin", f"person {who}" if who < UNKNOWN else "nobody", None, None)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
