"""Photo consent: for each purpose of the house's own list, whether a person agrees to be pictured.

What was never asked is no consent. An answer can be changed at any time.
"""

from dataclasses import dataclass

import db.photos
from clubhouse import audit
from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.own import require_own
from clubhouse.permissions import Permission


@dataclass(frozen=True)
class Consent:
    """The answer for one purpose."""

    purpose: str
    agrees: bool | None
    """None while nobody has asked."""


def see_consents(house: House, actor: str, person_id: int) -> tuple[Consent, ...]:
    """An answer for each purpose, in the order of the setting; then those the house no longer asks about."""
    with house.store.snapshot():
        require_own(house, actor, person_id, Permission.GREETER)
        answers = db.photos.of_person(house.store, person_id)
        purposes = dict.fromkeys([*house.settings().photo_purposes, *answers])
        return tuple(Consent(purpose, answers.get(purpose)) for purpose in purposes)


def set_consent(house: House, actor: str, person_id: int, purpose: str, agrees: bool) -> None:
    """The person's answer from now on. Raises `BadInput` for a purpose that the house does not have."""
    with house.store.transaction():
        require_own(house, actor, person_id, Permission.GREETER)
        was, known = db.photos.of_person(house.store, person_id), house.settings().photo_purposes
        if purpose not in {*known, *was}:
            raise BadInput(f"The house takes no pictures for {purpose!r}. It does for: {', '.join(known)}.")
        db.photos.put(house.store, person_id, purpose, agrees, house.clock())
        answers = {purpose: was.get(purpose)}, {purpose: agrees}
        audit.record(house, actor, "set_consent", f"person {person_id}", *answers)
