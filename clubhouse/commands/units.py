"""Units on the command line: what they are, their seats, and who of the staff leads them."""

import json
from datetime import date, timedelta

import click

import db.units
from clubhouse import days, names, people, units
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, day_typed, number_or_none, weekday_name, weekday_typed
from clubhouse.errors import NotFound
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.units import COLOURS, Lead, NewUnit, Unit

_COLOURS = click.Choice(COLOURS)
_EVERY = click.option("--every", metavar="WEEKDAY", help="Each week on this weekday, such as monday.")
_ON = click.option("--on", metavar="DAY", help="On this one day, such as 2026-11-20.")


@click.group("units")
def units_group() -> None:
    """The teams that run the house."""


@units_group.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def list_(place: Place, as_json: bool) -> None:
    """List the units, the resting too, with their seats."""
    with place.house() as house, house.store.snapshot():
        seats = {part.name: db.units.seats(house.store, part.id) for part in days.list_parts(house)}
        rows = [_fields(unit, seats) for unit in units.list_units(house)]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    heads = ("UNIT", "SIGN", "COLOUR", "RESTS SINCE", "SEATS", "ABOUT")
    columns(heads, [_cells(row) for row in rows])


def _fields(unit: Unit, seats: dict[str, dict[int, int | None]]) -> dict[str, object]:
    return {
        "unit": unit.name,
        "sign": unit.sign,
        "colour": unit.colour,
        "resting_since": str(unit.resting_since) if unit.resting_since else None,
        "seats": {part: counts.get(unit.id) for part, counts in seats.items()},
        "about": unit.about,
    }


def _cells(row: dict[str, object]) -> list[str]:
    seats = row["seats"]
    assert isinstance(seats, dict)
    counts = ", ".join(f"{part} {count}" for part, count in seats.items() if count is not None)
    since = str(row["resting_since"] or "")
    return [str(row["unit"]), str(row["sign"]), str(row["colour"]), since, counts or "no limit", str(row["about"])]


@units_group.command()
@click.argument("name", type=PLAIN)
@click.option("--sign", type=PLAIN, default="", help="The letter of its sign.  [default: its first]")
@click.option("--colour", type=_COLOURS, default=COLOURS[0], show_default=True, help="The colour of its sign.")
@click.option("--about", type=PLAIN, default="", help="What it does, in a line.")
@click.pass_obj
def add(place: Place, name: str, sign: str, colour: str, about: str) -> None:
    """Put another unit on the board."""
    with place.house() as house:
        unit = units.add_unit(house, COMMAND_LINE, NewUnit(name, sign, colour, about))
    click.echo(f"{unit.name} is on the board.", err=True)


@units_group.command()
@click.argument("unit", type=PLAIN)
@click.option("--name", type=PLAIN, help="Another name.")
@click.option("--sign", type=PLAIN, help="Another letter for its sign.")
@click.option("--colour", type=_COLOURS, help="Another colour for its sign.")
@click.option("--about", type=PLAIN, help="What it does, in a line; '' for nothing.")
@click.pass_obj
def change(
    place: Place, unit: str, name: str | None, sign: str | None, colour: str | None, about: str | None
) -> None:
    """Change the name, sign or word about a unit.

    What is not named stays as it is.
    """
    if (name, sign, colour, about) == (None,) * 4:
        raise click.UsageError("Name at least one thing to change.")
    with place.house() as house, house.store.transaction():
        was = units.unit_named(house, unit)
        to = NewUnit(_or(name, was.name), _or(sign, was.sign), _or(colour, was.colour), _or(about, was.about))
        now = units.change_unit(house, COMMAND_LINE, was.id, to)
    click.echo(f"{now.name} is changed.", err=True)


def _or(typed: str | None, was: str) -> str:
    return was if typed is None else typed


@units_group.command()
@click.argument("unit", type=PLAIN)
@click.pass_obj
def rest(place: Place, unit: str) -> None:
    """Let a unit rest: it is on no board until it is taken up again."""
    with place.house() as house:
        now = units.rest_unit(house, COMMAND_LINE, units.unit_named(house, unit).id)
    click.echo(f"{now.name} rests from now on.", err=True)


@units_group.command()
@click.argument("unit", type=PLAIN)
@click.pass_obj
def wake(place: Place, unit: str) -> None:
    """Take a resting unit up again."""
    with place.house() as house:
        now = units.wake_unit(house, COMMAND_LINE, units.unit_named(house, unit).id)
    click.echo(f"{now.name} is on the board again.", err=True)


@units_group.command()
@click.argument("unit", type=PLAIN)
@click.argument("part", type=PLAIN)
@click.argument("number", type=PLAIN)
@click.pass_obj
def seats(place: Place, unit: str, part: str, number: str) -> None:
    """Set how many can help in a unit in a part of the day.

    NUMBER is a number, or none for no limit. Nobody who is there has to go.
    """
    count = number_or_none(number)
    with place.house() as house, house.store.transaction():
        found, when = units.unit_named(house, unit), days.part_named(house, part)
        units.set_seats(house, COMMAND_LINE, found.id, when, count)
    seats = "no limit of seats" if count is None else f"{count} seats"
    click.echo(f"{found.name} has {seats} in the {when.name}.", err=True)


@units_group.command()
@click.argument("unit", type=PLAIN)
@click.argument("part", type=PLAIN)
@click.argument("person", type=PLAIN)
@_EVERY
@_ON
@click.pass_obj
def lead(place: Place, unit: str, part: str, person: str, every: str | None, on: str | None) -> None:
    """Assign one of the staff to lead a unit, each week or on one day.

    PERSON is a code in the house. Whoever leads on one day stands in for the weekly pattern.
    """
    weekday, day = _when(every, on)
    with place.house() as house, house.store.transaction():
        found, when = units.unit_named(house, unit), days.part_named(house, part)
        staff = people.person_by_code(house, person)
        units.assign_lead(house, COMMAND_LINE, found.id, when, staff, weekday=weekday, day=day)
    click.echo(f"{staff.code} leads {found.name} in the {when.name}, {_when_words(weekday, day)}.", err=True)


@units_group.command()
@click.argument("unit", type=PLAIN)
@click.argument("part", type=PLAIN)
@click.argument("person", type=PLAIN)
@_EVERY
@_ON
@click.pass_obj
def unlead(place: Place, unit: str, part: str, person: str, every: str | None, on: str | None) -> None:
    """Take back that somebody leads a unit, from today."""
    weekday, day = _when(every, on)
    with place.house() as house, house.store.transaction():
        found, when = units.unit_named(house, unit), days.part_named(house, part)
        staff = people.person_by_code(house, person)
        wanted = (found.id, when.id, staff.id, weekday, day)
        leads = [each for each in _kept(house, weekday, day) if _key(each) == wanted]
        if not leads:
            raise NotFound(f"{staff.code} does not lead {found.name} then. See who does: clubhouse units leads")
        for each in leads:
            units.end_lead(house, COMMAND_LINE, each)
    click.echo(f"{staff.code} no longer leads {found.name} in the {when.name}.", err=True)


def _when(every: str | None, on: str | None) -> tuple[int | None, date | None]:
    if (every is None) == (on is None):
        raise click.UsageError("Say either --every WEEKDAY, for each week, or --on DAY.")
    return (weekday_typed(every) if every else None), (day_typed(on) if on else None)


def _when_words(weekday: int | None, day: date | None) -> str:
    return f"every {weekday_name(weekday)}" if weekday else f"on {day}"


def _kept(house: House, weekday: int | None, day: date | None) -> list[Lead]:
    # Also those whose place somebody takes on that day alone, whom `leads_on` leaves out.
    today = house.today()
    coming = today + timedelta(days=((weekday or 0) - today.isoweekday()) % 7)
    return db.units.leads_on(house.store, day or coming)


def _key(lead: Lead) -> tuple[int, int, int, int | None, date | None]:
    return lead.unit_id, lead.part_id, lead.person_id, lead.weekday, lead.day


@units_group.command()
@click.argument("day", required=False, type=PLAIN)
@click.pass_obj
def leads(place: Place, day: str | None) -> None:
    """List who leads which unit on a day, today where none is named."""
    with place.house() as house, house.store.snapshot():
        wanted = day_typed(day) if day else house.today()
        parts = {part.id: part.name for part in days.list_parts(house)}
        known = {unit.id: unit.name for unit in units.list_units(house)}
        staff = {person.id: person for person in people.list_people(house)}
        rows = [
            _lead_row(lead, parts[lead.part_id], known[lead.unit_id], staff[lead.person_id])
            for lead in units.leads_on(house, wanted)
            if lead.part_id in parts
        ]
    columns(("UNIT", "PART", "PERSON", "NAME", "WHEN"), rows)


def _lead_row(lead: Lead, part: str, unit: str, person: Person) -> tuple[str, ...]:
    return unit, part, person.code, names.shown_name(person), _when_words(lead.weekday, lead.day)
