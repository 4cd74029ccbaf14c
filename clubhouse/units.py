"""Units: the teams that run the house, their seats, and who of the staff leads them."""

from dataclasses import replace
from datetime import date

import db.people
import db.units
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.own import require_own
from clubhouse.permissions import Permission, require
from db.days import Part
from db.people import Kind, Person
from db.units import Lead, NewUnit, Unit

__all__ = ["COLOURS", "Lead", "NewUnit", "Unit"]

COLOURS = ("blue", "green", "orange", "purple", "red", "teal", "brown", "grey")
"""The colours a unit's sign can have; it is known by its sign and name as well."""


def list_units(house: House) -> list[Unit]:
    """All units, the resting too."""
    with house.store.snapshot():
        return db.units.every(house.store)


def unit_named(house: House, name: str) -> Unit:
    """The unit of that name, in any case. Raises `NotFound`."""
    units = list_units(house)
    for unit in units:
        if unit.name.casefold() == name.strip().casefold():
            return unit
    known = ", ".join(unit.name for unit in units) or "none yet"
    raise NotFound(f"There is no unit called {name!r}. There are: {known}.")


def add_unit(house: House, actor: str, unit: NewUnit) -> Unit:
    """Another unit. Raises `BadInput` when its name is taken or missing, or its colour unknown."""
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        unit_id = db.units.add(house.store, _checked(house, unit, 0))
        return _written(house, actor, "add_unit", unit_id, None)


def change_unit(house: House, actor: str, unit_id: int, to: NewUnit) -> Unit:
    """Another name, sign or word about a unit. Raises `BadInput`, `NotFound`."""
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        was = get_unit(house, unit_id)
        db.units.change(house.store, unit_id, _checked(house, to, unit_id))
        return _written(house, actor, "change_unit", unit_id, was)


def rest_unit(house: House, actor: str, unit_id: int) -> Unit:
    """Let a unit rest: it is on no board until it is taken up again."""
    return _rest(house, actor, "rest_unit", unit_id, house.today())


def wake_unit(house: House, actor: str, unit_id: int) -> Unit:
    """Take a resting unit up again."""
    return _rest(house, actor, "wake_unit", unit_id, None)


def _rest(house: House, actor: str, action: str, unit_id: int, day: date | None) -> Unit:
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        was = get_unit(house, unit_id)
        db.units.rest(house.store, unit_id, day)
        return _written(house, actor, action, unit_id, was)


def set_seats(house: House, actor: str, unit_id: int, part: Part, seats: int | None) -> None:
    """How many can help in a unit in that part; None is no limit. Nobody who is there has to go."""
    if seats is not None and not 0 <= seats <= 999:
        raise BadInput("Seats are a number from 0 to 999, or none for no limit.")
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        unit = get_unit(house, unit_id)
        was = db.units.seats(house.store, part.id).get(unit.id)
        db.units.put_seats(house.store, unit.id, part.id, seats)
        audit.record(house, actor, "set_seats", f"unit {unit.id}", {part.name: was}, {part.name: seats})


def set_home_unit(house: House, actor: str, person: Person, unit_id: int | None) -> Person:
    """The unit that a person calls theirs; None for no unit. It binds nobody to anything. Raises `NotAllowed`."""
    with house.store.transaction():
        require_own(house, actor, person.id, Permission.GREETER)
        if unit_id is not None:
            get_unit(house, unit_id)
        db.people.set_home_unit(house.store, person.id, unit_id)
        now = replace(person, home_unit_id=unit_id)
        audit.record(house, actor, "set_home_unit", f"person {person.id}", person, now)
        return now


def assign_lead(
    house: House, actor: str, unit_id: int, part: Part, person: Person, *, weekday: int | None, day: date | None
) -> Lead:
    """One of the staff leads a unit, each week on `weekday` (ISO) or on one `day`. Raises `BadInput` for others."""
    if person.kind is not Kind.STAFF:
        raise BadInput("Staff are assigned to lead; everybody else is asked. Choose one of the staff.")
    if (weekday is None) == (day is None):
        raise BadInput("Say either a weekday, for each week, or one day.")
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        get_unit(house, unit_id)
        lead = Lead(0, unit_id, part.id, person.id, weekday, day)
        lead = replace(lead, id=db.units.add_lead(house.store, lead, house.today()))
        audit.record(house, actor, "assign_lead", f"unit {unit_id}", None, lead)
        return lead


def end_lead(house: House, actor: str, lead: Lead) -> None:
    """From today the person no longer leads there."""
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        db.units.end_lead(house.store, lead.id, house.today())
        audit.record(house, actor, "end_lead", f"unit {lead.unit_id}", lead, None)


def leads_on(house: House, day: date) -> list[Lead]:
    """Who leads on `day`; somebody assigned for that day alone stands in for the weekly pattern."""
    with house.store.snapshot():
        leads = db.units.leads_on(house.store, day)
    for_the_day = {(lead.unit_id, lead.part_id) for lead in leads if lead.day}
    return [lead for lead in leads if lead.day or (lead.unit_id, lead.part_id) not in for_the_day]


def get_unit(house: House, unit_id: int) -> Unit:
    """The unit with that number. Raises `NotFound`."""
    with house.store.snapshot():
        unit = db.units.get(house.store, unit_id)
    if unit is None:
        raise NotFound(f"There is no unit with the number {unit_id}.")
    return unit


def _checked(house: House, unit: NewUnit, unit_id: int) -> NewUnit:
    name = clean(unit.name)
    if not name or len(name) > 30:
        raise BadInput("A unit needs a name of at most 30 letters.")
    if any(each.id != unit_id and each.name.casefold() == name.casefold() for each in db.units.every(house.store)):
        raise BadInput(f"There is a unit called {name} already. Choose another name.")
    if unit.colour not in COLOURS:
        raise BadInput(f"{unit.colour} is no colour for a sign. Choose one of: {', '.join(COLOURS)}.")
    return NewUnit(name, (clean(unit.sign) or name)[0].upper()[0], unit.colour, clean(unit.about))


def _written(house: House, actor: str, action: str, unit_id: int, was: Unit | None) -> Unit:
    now = get_unit(house, unit_id)
    audit.record(house, actor, action, f"unit {unit_id}", was, now)
    return now
