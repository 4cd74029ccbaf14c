"""Employers: with whom the house has placements."""

import db.employers
import db.placements
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound, Refused
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.permissions import Permission, require
from db.employers import Employer, NewEmployer

__all__ = ["Employer", "NewEmployer"]

LONGEST = 60


def list_employers(house: House) -> list[Employer]:
    """All employers by name, the closed too."""
    with house.store.snapshot():
        return db.employers.every(house.store)


def see_employers(house: House, actor: str) -> list[Employer]:
    """The same for a page or a list, with whom to call there. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.EMPLOYMENT)
        return list_employers(house)


def get_employer(house: House, employer_id: int) -> Employer:
    """The employer with that number. Raises `NotFound`."""
    with house.store.snapshot():
        employer = db.employers.get(house.store, employer_id)
    if employer is None:
        raise NotFound(f"There is no employer with the number {employer_id}.")
    return employer


def employer_named(house: House, name: str) -> Employer:
    """The employer of that name, in any case. Raises `NotFound`."""
    employers = list_employers(house)
    for employer in employers:
        if employer.name.casefold() == clean(name).casefold():
            return employer
    known = ", ".join(employer.name for employer in employers) or "none yet"
    raise NotFound(f"There is no employer called {name!r}. There are: {known}.")


def add_employer(house: House, actor: str, employer: NewEmployer) -> Employer:
    """Another employer. Raises `BadInput` when the name is taken or missing."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        employer_id = db.employers.add(house.store, _checked(house, employer, 0))
        return _written(house, actor, "add_employer", employer_id, None)


def change_employer(house: House, actor: str, employer_id: int, to: NewEmployer) -> Employer:
    """Another name or contact. Raises `BadInput`, `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        was = get_employer(house, employer_id)
        db.employers.change(house.store, employer_id, _checked(house, to, employer_id))
        return _written(house, actor, "change_employer", employer_id, was)


def close_employer(house: House, actor: str, employer_id: int) -> Employer:
    """From today the house has nothing there. Raises `Refused` while it holds a placement there."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        was, today = get_employer(house, employer_id), house.today()
        for placement in db.placements.open_between(house.store, today, today):
            if placement.employer_id == employer_id:
                raise Refused(f"The house still holds {placement.job} at {was.name}. Close that placement first.")
        db.employers.close(house.store, employer_id, today)
        return _written(house, actor, "close_employer", employer_id, was)


def reopen_employer(house: House, actor: str, employer_id: int) -> Employer:
    """The house has placements there again."""
    with house.store.transaction():
        require(house, actor, Permission.EMPLOYMENT)
        was = get_employer(house, employer_id)
        db.employers.close(house.store, employer_id, None)
        return _written(house, actor, "reopen_employer", employer_id, was)


def _checked(house: House, employer: NewEmployer, employer_id: int) -> NewEmployer:
    name = clean(employer.name)
    if not name or len(name) > LONGEST:
        raise BadInput(f"An employer needs a name of at most {LONGEST} letters.")
    for each in db.employers.every(house.store):
        if each.id != employer_id and each.name.casefold() == name.casefold():
            raise BadInput(f"There is an employer called {name} already. Choose another name.")
    return NewEmployer(name, clean(employer.contact))


def _written(house: House, actor: str, action: str, employer_id: int, was: Employer | None) -> Employer:
    now = get_employer(house, employer_id)
    audit.record(house, actor, action, f"employer {employer_id}", was, now)
    return now
