"""Who may see and write what is private about paid work, and the row that each look leaves."""

import db.people
from clubhouse import views
from clubhouse.house import House
from clubhouse.permissions import NotAllowed, Permission, require


class NotAsked(NotAllowed):
    """Somebody who was not asked to cover would write coverage down."""


def is_own(house: House, actor: str, person_id: int | None) -> bool:
    """Whether `actor` is that very person, who is not asked to see staff first."""
    person = db.people.by_code(house.store, actor) if person_id is not None else None
    return person is not None and person.id == person_id and person.paused_at is None


def keeps(house: House, actor: str) -> bool:
    """Whether `actor` looks after employment."""
    try:
        require(house, actor, Permission.EMPLOYMENT)
    except NotAllowed:
        return False
    return True


def require_own_or(house: House, actor: str, person_id: int | None, permission: Permission) -> bool:
    """Whether `actor` is that very person; anybody else needs the permission. Raises `NotAllowed` without it."""
    if is_own(house, actor, person_id):
        return True
    require(house, actor, permission)
    return False


def own_or_keeper(house: House, actor: str, person_id: int | None) -> bool:
    """Whether `actor` is that very person; anybody else has to look after employment. Raises `NotAllowed`."""
    return require_own_or(house, actor, person_id, Permission.EMPLOYMENT)


def note_look(house: House, actor: str, what: str, again: bool) -> None:
    """Ask for the permission, and note that `actor` is about to see `what` of others.

    A page that is only painted `again` was noted when it was opened. Raises `NotAllowed`.
    """
    with house.store.snapshot():
        require(house, actor, Permission.EMPLOYMENT)
    if not again:
        views.note_view(house, actor, what, names=True)


def note_look_at(house: House, actor: str, person_id: int, what: str, again: bool) -> bool:
    """The same for what is of one person, who sees their own without a row; whether it is their own."""
    with house.store.snapshot():
        own = own_or_keeper(house, actor, person_id)
    if not own:
        note_look(house, actor, f"{what} of person {person_id}", again)
    return own
