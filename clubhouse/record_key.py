"""The key to one's own record: proof that its PIN was typed, for members who have one.

It is made of what is kept of the PIN, so that nobody makes one who did not type it, and it opens nothing any more
once that PIN is changed or taken away. Whoever has no PIN needs no key.
"""

import hmac
from dataclasses import dataclass, field

import db.pins
from clubhouse.errors import Refused
from clubhouse.house import House
from clubhouse.own import require_own
from clubhouse.permissions import Permission
from db.pins import Pin


@dataclass(frozen=True)
class RecordKey:
    """Somebody has typed the PIN that stands before their record."""

    person_id: int
    proof: bytes = field(repr=False)


class PinNeeded(Refused):
    """A PIN stands before the record, and was not typed."""

    def __init__(self) -> None:
        """One sentence for whoever it is."""
        super().__init__("A PIN stands before your record. Open it at the kiosk with your card, then type the PIN.")


def key_to(person_id: int, kept: Pin) -> RecordKey:
    """The key of whoever has typed that PIN."""
    return RecordKey(person_id, hmac.digest(kept.hash, f"record of {person_id}".encode(), "sha256"))


def require_key(house: House, person_id: int, key: RecordKey | None) -> None:
    """Raise `PinNeeded` where a PIN stands before the record and `key` is not made of it."""
    kept = db.pins.of_person(house.store, person_id)
    if kept and not (key and hmac.compare_digest(key.proof, key_to(person_id, kept).proof)):
        raise PinNeeded


def require_record(house: House, actor: str, person_id: int, key: RecordKey | None) -> int | None:
    """The id of whoever `actor` is, None for the command line. Raises `NotAllowed`, `PinNeeded`, `NotFound`.

    It is the person themselves, with the key to their record, or somebody who looks after reach-out.
    """
    by_id = require_own(house, actor, person_id, Permission.REACH_OUT)
    if by_id == person_id:
        require_key(house, person_id, key)
    return by_id
