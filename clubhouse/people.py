"""People: members, staff and volunteers; how they are found, added, changed, paused.

Membership is for life: ending somebody takes them off the lists, and coming back ends the ending [std 1].
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

import db.cards
import db.people
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound, Overtaken, Refused
from clubhouse.house import House
from clubhouse.names import clean, find_letters, letters, shown_name, whole_letters
from clubhouse.permissions import Permission, permissions_of, require, require_for
from db.people import Kind, NewPerson, Person, ShownAs

__all__ = ["Kind", "NewPerson", "Person", "ShownAs"]

MOST_FOUND = 5
"""No search at the kiosk answers with more people than this."""
MOST_LOOKED_AT = 500
"""So many names with the same first letters are looked through for those that may be found."""
LEAST_LETTERS = 3
"""A search begins with this many letters, so that nobody can leaf through the member list."""
LONGEST_NAME = 80

_CODE_LETTER = {Kind.MEMBER: "M", Kind.STAFF: "S", Kind.VOLUNTEER: "V"}


@dataclass(frozen=True)
class Found:
    """One answer to somebody who looks for their own name at the kiosk."""

    person_id: int
    shown: str
    """The name as the person chooses; empty when hidden."""
    alike: bool
    """Another answer looks the same, so that a choice between them would be a guess."""


@dataclass(frozen=True)
class Search:
    """What a search by letters found."""

    found: list[Found]
    more: bool
    """There are more than `MOST_FOUND`; another letter will help."""
    too_short: bool
    """Nothing was looked up yet."""


def search_name(house: House, typed: str) -> Search:
    """Those whose name begins with what was typed; a hidden name only when typed whole."""
    wanted = letters(typed)
    short = len(wanted.replace(" ", "")) < LEAST_LETTERS
    if not wanted:
        return Search([], False, True)
    with house.store.snapshot():
        people = db.people.by_letters(house.store, wanted, whole=short, most=MOST_LOOKED_AT)
    people = [person for person in people if _may_find(person, wanted)]
    shown = [shown_name(person) for person in people]
    found = [Found(person.id, name, shown.count(name) > 1) for person, name in zip(people, shown, strict=True)]
    return Search(found[:MOST_FOUND], len(found) > MOST_FOUND, short and not found)


def _may_find(person: Person, wanted: str) -> bool:
    return person.shown_as is not ShownAs.HIDDEN or wanted in whole_letters(person)


def person_by_code(house: House, code: str) -> Person:
    """The person with that code; for the code of a merged entry, that of the entry kept. Raises `NotFound`."""
    person = db.people.by_code(house.store, clean(code))
    person = person and db.people.entry_kept(house.store, person.id)
    if person is None:
        raise NotFound(f"Nobody has the code {code!r}. See the codes with: clubhouse people list")
    return person


def people_called(house: House, first_name: str, last_name: str) -> list[Person]:
    """Those on file whose first and last name are exactly these, of merged entries the one kept."""
    with house.store.snapshot():
        found = db.people.called(house.store, clean(first_name), clean(last_name))
    return [person for person in found if person.merged_into_id is None]


def list_people(house: House) -> list[Person]:
    """Everyone on file, the ended too; an entry that was merged into another is nobody by itself."""
    with house.store.snapshot():
        return [person for person in db.people.every(house.store) if person.merged_into_id is None]


def add_person(house: House, actor: str, person: NewPerson) -> Person:
    """Put somebody on file; an empty code is replaced by the next free one. Raises `BadInput`, `Refused`."""
    with house.store.transaction():
        require_for(house, actor, Permission.GREETER, person)
        person = checked(replace(person, code=clean(person.code) or next(free_codes(house, person.kind))))
        taken = db.people.by_code(house.store, person.code)
        if taken is not None:
            raise Refused(f"The code {person.code} belongs to somebody else already. Choose another code.")
        person_id = db.people.add(house.store, person, find_letters(person))
        audit.record(house, actor, "add_person", f"person {person_id}", None, person)
        return _get(house, person_id)


def change_person(house: House, actor: str, person_id: int, to: NewPerson, reason: str = "") -> Person:
    """Replace what is known of somebody. Raises `BadInput`, `NotFound`, `Refused` when the code is taken.

    Who may do what goes by the code, so that of whoever looks after something is changed by holders of `SETTINGS`.
    """
    to = checked(to)
    with house.store.transaction():
        was = _get(house, person_id)
        require_for(house, actor, Permission.GREETER, was, to)
        if to.code != was.code and permissions_of(house, was):
            require(house, actor, Permission.SETTINGS)
        holder = db.people.by_code(house.store, to.code)
        if holder is not None and holder.id != person_id:
            raise Refused(f"The code {to.code} belongs to somebody else already. Choose another code.")
        db.people.change(house.store, person_id, to, find_letters(to))
        now = _get(house, person_id)
        audit.record(house, actor, "change_person", f"person {person_id}", was, now, reason)
        return now


def end_person(house: House, actor: str, person_id: int, reason: str = "") -> Person:
    """Take somebody off the lists from today. A member's card still opens the door; that of staff is retired."""
    with house.store.transaction():
        was = _get(house, person_id)
        require_for(house, actor, Permission.REACH_OUT, was)
        db.people.end(house.store, person_id, house.today())
        card = db.cards.in_use(house.store, person_id)
        if card is not None and was.kind is Kind.STAFF:
            db.cards.retire(house.store, card.id, house.clock())
            db.cards.retire_merged(house.store, person_id, house.clock())
        now = _get(house, person_id)
        audit.record(house, actor, "end_person", f"person {person_id}", was, now, reason)
        return now


def bring_back(house: House, actor: str, person_id: int) -> Person:
    """Put somebody on the lists again, as coming does by itself. Raises `Overtaken` for who is on them."""
    with house.store.transaction():
        was = _get(house, person_id)
        require_for(house, actor, Permission.REACH_OUT, was)
        if was.merged_into_id is not None:
            raise NotFound("This entry is one with another of the same person now. Please look the person up again.")
        if was.ended_on is None:
            raise Overtaken(f"{was.code} is on the lists already.")
        db.people.end(house.store, person_id, None)
        now = _get(house, person_id)
        audit.record(house, actor, "come_back", f"person {person_id}", was, now)
        return now


def pause_person(house: House, actor: str, person_id: int, reason: str) -> Person:
    """Set a safety pause: at the next scan the person is asked to see staff. Raises `BadInput` without a reason."""
    if not clean(reason):
        raise BadInput("A safety pause needs a reason; it is never shown at the kiosk.")
    return _pause(house, actor, person_id, "pause_person", clean(reason))


def resume_person(house: House, actor: str, person_id: int, reason: str = "") -> Person:
    """Lift a safety pause."""
    return _pause(house, actor, person_id, "resume_person", reason)


def _pause(house: House, actor: str, person_id: int, action: str, reason: str) -> Person:
    sets = action == "pause_person"
    with house.store.transaction():
        was = _get(house, person_id)
        require_for(house, actor, Permission.REACH_OUT, was)
        db.people.pause(house.store, person_id, house.clock() if sets else None, reason if sets else "")
        now = _get(house, person_id)
        audit.record(house, actor, action, f"person {person_id}", was, now, reason)
        return now


def checked(person: NewPerson) -> NewPerson:
    """`person` with tidy names. Raises `BadInput` without a name, for one too long to show, or a code of nobody."""
    tidy = replace(
        person,
        code=clean(person.code),
        first_name=clean(person.first_name),
        last_name=clean(person.last_name),
        nickname=clean(person.nickname),
    )
    refuse_bad_name(tidy.first_name)
    if tidy.code.casefold() in (audit.HOUSE, audit.COMMAND_LINE):  # who may do what goes by it
        raise BadInput(f"{tidy.code} cannot be anybody's code. Choose another code.")
    for name in (tidy.last_name, tidy.nickname, tidy.code):
        _refuse_long(name)
    return tidy


def refuse_bad_name(name: str) -> None:
    """Raise `BadInput` when nobody can be called so: nothing there, or too long to show."""
    if not name:
        raise BadInput("A first name is missing. Write at least one letter.")
    _refuse_long(name)


def _refuse_long(name: str) -> None:
    if len(name) > LONGEST_NAME:
        raise BadInput(f"{name[:20]}... is too long. Use at most {LONGEST_NAME} letters.")


def free_codes(house: House, kind: Kind) -> Iterator[str]:
    """The free codes of that kind, in order: M0001 for members, S0001 for staff, V0001 for volunteers."""
    letter = _CODE_LETTER[kind]
    numbers = [code[1:] for code in db.people.codes_like(house.store, letter)]
    used = [int(number) for number in numbers if number.isascii() and number.isdigit()]
    return (f"{letter}{number:04}" for number in count(max(used, default=0) + 1))


def new_person(house: House, kind: Kind, first_name: str, last_name: str = "", nickname: str = "") -> NewPerson:
    """Somebody who joins today, shown by first name, with a code yet to be given."""
    return NewPerson("", kind, first_name, last_name, nickname, ShownAs.FIRST_NAME, house.today())


def _get(house: House, person_id: int) -> Person:
    person = db.people.get(house.store, person_id)
    if person is None:
        raise NotFound(f"Nobody has the number {person_id}.")
    return person
