"""What is a person's own: they may see and change it themselves, others only with the permission named."""

import db.people
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.permissions import Permission, require
from clubhouse.views import note_view
from db.people import Person


def require_own(house: House, actor: str, person_id: int, permission: Permission) -> int | None:
    """The id of whoever `actor` is, None for the command line. Raises `NotAllowed`, `NotFound`.

    It is the person themselves, who is not asked to see staff first, or somebody who holds the permission.
    """
    person = get_person(house, person_id)
    if actor != audit.COMMAND_LINE and actor.casefold() == person.code.casefold() and person.paused_at is None:
        return person.id
    return require(house, actor, permission)


def note_view_of_other(house: House, actor: str, person_id: int, what: str) -> None:
    """Leave a row when somebody else than the person is about to see `what` of theirs."""
    if actor.casefold() != get_person(house, person_id).code.casefold():
        note_view(house, actor, f"{what} of person {person_id}", names=True)


def get_person(house: House, person_id: int) -> Person:
    """The person with that number; of a merged entry there is nothing to see or change. Raises `NotFound`."""
    with house.store.snapshot():
        person = db.people.get(house.store, person_id)
    if person is None:
        raise NotFound(f"Nobody has the number {person_id}.")
    if person.merged_into_id is not None:
        raise NotFound("This entry is one with another of the same person now. Please look the person up again.")
    return person


def checked_line(text: str, what: str, longest: int = 200, *, needed: bool = True) -> str:
    """`text` as kept, on one line. Raises `BadInput` when it is too long, or needed and not there."""
    tidy = clean(text)
    if needed and not tidy:
        raise BadInput(f"{what} is missing. Write at least one letter.")
    if len(tidy) > longest:
        raise BadInput(f"{what} is too long. Use at most {longest} letters.")
    return tidy
