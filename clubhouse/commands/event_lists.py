"""Who comes to a class or event, on the command line: registering, leaving, who was there, the list."""

import json

import click

from clubhouse import door, people, registering
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.event_words import EVENT, event_name
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN
from clubhouse.door import Attendee
from clubhouse.views import note_view


@click.command()
@click.argument("event", type=EVENT)
@click.argument("person", type=PLAIN)
@click.option("--ride", is_flag=True, help="They need a ride.")
@click.pass_obj
def register(place: Place, event: int, person: str, ride: bool) -> None:
    """Write down that somebody would like to come; on the waiting list when it is full.

    The PERSON with that code. It can be written down at any time, also afterwards.
    """
    with place.house() as house, house.store.transaction():
        who = people.person_by_code(house, person)
        came = registering.register_for(house, COMMAND_LINE, who.id, event, ride=ride)
    on = came.event.occurrence
    if came.event.has_seat:
        click.echo(f"{event_name(on)} has a seat for {who.code}.", err=True)
    else:
        click.echo(f"{event_name(on)} is full; {who.code} is number {came.event.turn} of those who wait.", err=True)
    for other in came.overlaps:
        click.echo(f"At that time {who.code} is also registered: {event_name(other.occurrence)[:-1]}.", err=True)


@click.command()
@click.argument("event", type=EVENT)
@click.argument("person", type=PLAIN)
@click.pass_obj
def leave(place: Place, event: int, person: str) -> None:
    """Write down that somebody does not come after all; the next who waits has the seat."""
    with place.house() as house, house.store.transaction():
        who = people.person_by_code(house, person)
        left = registering.take_off_list(house, COMMAND_LINE, who.id, event)
    click.echo(f"{event_name(left.occurrence)} has {who.code} on its list no longer.", err=True)


@click.command()
@click.argument("event", type=EVENT)
@click.argument("person", type=PLAIN)
@click.option("--undo", is_flag=True, help="They were not there after all.")
@click.pass_obj
def there(place: Place, event: int, person: str, undo: bool) -> None:
    """Write down that somebody was there, registered or not; also afterwards from paper."""
    with place.house() as house, house.store.transaction():
        who = people.person_by_code(house, person)
        if undo:
            door.unmark_there(house, COMMAND_LINE, who.id, event)
        else:
            door.mark_there(house, COMMAND_LINE, who.id, event)
    click.echo(f"It is {'no longer ' if undo else ''}noted that {who.code} was there.", err=True)


@click.command()
@click.argument("event", type=EVENT)
@click.option("--names", "with_names", is_flag=True, help="Also the full names.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def who(place: Place, event: int, with_names: bool, as_json: bool) -> None:
    """List who is registered for an event, in the order of coming, who waits, and who was there.

    The audit log notes that the list was seen.
    """
    with place.house() as house, house.store.transaction():
        note_view(house, COMMAND_LINE, f"list of event {event}", names=with_names)
        found = door.see_list(house, COMMAND_LINE, event)
    rows = [_fields(each, with_names) for each in found.attendees]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    heads = ("PERSON", "LIST", "RIDE", "THERE", *(["NAME"] if with_names else []))
    columns(heads, [_cells(row) for row in rows])


def _fields(each: Attendee, with_names: bool) -> dict[str, object]:
    name = {"name": each.name} if with_names else {}
    return {
        "person": each.code,
        "kind": each.kind,
        "registered": each.registered and each.has_seat,
        "waiting": each.registered and not each.has_seat,
        "ride": each.ride,
        "there": each.there,
    } | name


def _cells(row: dict[str, object]) -> list[str]:
    on_list = "registered" if row["registered"] else "waiting" if row["waiting"] else ""
    ride, there = "ride" if row["ride"] else "", "there" if row["there"] else ""
    return [str(row["person"]), on_list, ride, there, *([str(row["name"])] if "name" in row else [])]
