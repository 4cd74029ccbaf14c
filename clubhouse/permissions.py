"""Who may do what. Permissions go by task and can be given to anybody, members too [std 11, 20]."""

from enum import StrEnum

import db.cards
import db.people
import db.permissions
from clubhouse import audit
from clubhouse.codes import Unreadable, read_code
from clubhouse.errors import NotFound, Refused
from clubhouse.house import House
from db.people import Kind, NewPerson, Person


class Permission(StrEnum):
    """A task that is given into somebody's hands."""

    GREETER = "greeter"
    BOARD = "board"
    EVENTS = "events"
    EMPLOYMENT = "employment"
    REACH_OUT = "reach-out"
    REPORTS = "reports"
    SETTINGS = "settings"


STAFF_HOLD = frozenset({Permission.GREETER, Permission.BOARD, Permission.EVENTS, Permission.REACH_OUT})
"""What comes with being staff."""


COORDINATOR_HOLDS = frozenset(Permission)
"""What a coordinator is given: staff's tasks, and paid work, reports and settings."""


class Role(StrEnum):
    """A set of tasks that is given at once, to anybody."""

    STAFF = "staff"
    COORDINATOR = "coordinator"


HELD_BY = {Role.STAFF: STAFF_HOLD, Role.COORDINATOR: COORDINATOR_HOLDS}
"""What each role is made of."""


class NotAllowed(Refused):
    """The person does not hold the permission."""


def permissions_of(house: House, person: Person) -> frozenset[Permission]:
    """All that the person may do."""
    with house.store.snapshot():
        given = frozenset(Permission(task) for task in db.permissions.of_person(house.store, person.id))
    return given | STAFF_HOLD if person.kind is Kind.STAFF else given


def require(house: House, actor: str, permission: Permission) -> int | None:
    """The id of whoever `actor` is, None for the command line. Raises `NotAllowed` without the permission."""
    if actor == audit.COMMAND_LINE:
        return None
    person = db.people.by_code(house.store, actor)
    if person is None or permission not in permissions_held(house, person):
        raise NotAllowed(
            "This is done by staff, or by somebody whom the house has asked to. Please ask at reception."
        )
    return person.id


def require_for(house: House, actor: str, permission: Permission, *people: NewPerson) -> int | None:
    """The same for what is done with these people: where one is staff it takes `SETTINGS`.

    Being staff brings permissions along, so that nobody else makes, changes, ends or brings back staff.
    """
    is_staff = any(person.kind is Kind.STAFF for person in people)
    return require(house, actor, Permission.SETTINGS if is_staff else permission)


def holder(house: House, scanned: str, permission: Permission | None = None) -> Person | None:
    """Whose card was scanned, if they hold the permission, or any at all. Nobody is signed in or out by it."""
    code = read_code(scanned)
    if isinstance(code, Unreadable):
        return None
    with house.store.snapshot():
        card = db.cards.by_code(house.store, code)
        person = db.people.entry_kept(house.store, card.person_id) if card and card.replaced_at is None else None
        if person is None:
            return None
        held = permissions_held(house, person)
    return person if held and (permission is None or permission in held) else None


def permissions_held(house: House, person: Person) -> frozenset[Permission]:
    """All that the person may do now: nothing at all while paused, or after leaving."""
    return frozenset() if person.ended_on or person.paused_at else permissions_of(house, person)


def give_permission(house: House, actor: str, person: Person, permission: Permission) -> None:
    """Ask somebody to look after a task."""
    _change(house, actor, person, permission, "give_permission")


def give_role(house: House, actor: str, person: Person, role: Role) -> None:
    """Ask somebody to look after all the tasks of a role."""
    with house.store.transaction():
        for permission in sorted(HELD_BY[role]):
            give_permission(house, actor, person, permission)


def take_permission(house: House, actor: str, person: Person, permission: Permission) -> None:
    """Take a task back from somebody. Raises `NotFound` when it was not given."""
    _change(house, actor, person, permission, "take_permission")


def _change(house: House, actor: str, person: Person, permission: Permission, action: str) -> None:
    with house.store.transaction():
        require(house, actor, Permission.SETTINGS)
        was = db.permissions.of_person(house.store, person.id)
        if action == "take_permission" and permission not in was:
            raise NotFound(f"{person.code} does not hold the permission {permission}.")
        change = db.permissions.give if action == "give_permission" else db.permissions.take
        change(house.store, person.id, permission, house.clock())
        now = db.permissions.of_person(house.store, person.id)
        audit.record(house, actor, action, f"person {person.id}", was, now)
