"""Visitors on the command line."""

import json
from datetime import datetime

import click

from clubhouse import people, visitors
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, days_typed, moment_typed
from clubhouse.house import House
from clubhouse.views import note_view
from clubhouse.visitors import Purpose, Visitor

_PURPOSES = click.Choice([each.value for each in Purpose])


@click.group("visitors")
def visitors_group() -> None:
    """Guests who sign in by name, and tours."""


@visitors_group.command("list")
@click.option("--from", "first", metavar="DAY", help="The first day, such as 2026-11-20.  [default: today]")
@click.option("--to", "last", metavar="DAY", help="The last day.  [default: today]")
@click.option("--months", is_flag=True, help="Only how many came in each month, and how many for a tour.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def list_(place: Place, first: str | None, last: str | None, months: bool, as_json: bool) -> None:
    """List the visitors of some days.

    The audit log notes that names were seen.
    """
    with place.house() as house:
        start, end = days_typed(house, first, last)
        if months:
            counted = visitors.count_visitors(house, start, end)
            if as_json:
                for month in counted:
                    click.echo(json.dumps(vars(month)))
            else:
                columns(("MONTH", "TOURS", "ALL"), [(x.month, str(x.tours), str(x.all)) for x in counted])
            return
        note_view(house, COMMAND_LINE, f"visitors {start} to {end}", names=True)
        rows = [_fields(house, each) for each in visitors.visitors_between(house, COMMAND_LINE, start, end)]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    columns(("VISITOR", "DAY", "IN", "OUT", "PURPOSE", "NAME", "LINE"), [_cells(row) for row in rows])


def _fields(house: House, each: Visitor) -> dict[str, str | int | bool | None]:
    return {
        "visitor": each.id,
        "day": str(each.day),
        "in": house.local(each.in_at).isoformat(),
        "out": house.local(each.out_at).isoformat() if each.out_at else None,
        "estimated": each.estimated,
        "purpose": each.purpose,
        "name": each.name,
        "line": each.line,
    }


def _cells(row: dict[str, str | int | bool | None]) -> list[str]:
    times = [f"{datetime.fromisoformat(str(row[key])):%H:%M}" if row[key] else "" for key in ("in", "out")]
    return [str(row["visitor"]), str(row["day"]), *times, *(str(row[key]) for key in ("purpose", "name", "line"))]


@visitors_group.command()
@click.argument("name", type=PLAIN)
@click.option("--purpose", type=_PURPOSES, default=Purpose.GUEST.value, show_default=True, help="What brings them.")
@click.option(
    "--in", "came", metavar="TIME", help="08:47 today, or 2026-11-20T08:47.  [default: now, and still here]"
)
@click.option("--out", "left", metavar="TIME", help="15:30 on the day of --in; needed with --in.")
@click.option("--line", type=PLAIN, default="", help="Where they are from, or whom they see.")
@click.pass_obj
def add(place: Place, name: str, purpose: str, came: str | None, left: str | None, line: str) -> None:
    """Write down a visitor.

    Prints the visitor's number.
    """
    if (came is None) != (left is None):
        raise click.UsageError("Name both times, with --in and --out; or none for somebody who comes now.")
    with place.house() as house:
        if came is None or left is None:
            visitor = visitors.sign_in_visitor(house, name, Purpose(purpose), line, COMMAND_LINE)
        else:
            start = moment_typed(house, came, house.today())
            end = moment_typed(house, left, start.date())
            visitor = visitors.add_visitor(house, COMMAND_LINE, name, Purpose(purpose), start, end, line)
    click.echo(str(visitor.id))


@visitors_group.command()
@click.argument("number", type=int)
@click.pass_obj
def leave(place: Place, number: int) -> None:
    """Sign a visitor out now."""
    with place.house() as house:
        visitor = visitors.sign_out_visitor(house, number, COMMAND_LINE)
    click.echo(f"Visitor {visitor.id} is signed out.", err=True)


@visitors_group.command()
@click.argument("number", type=int)
@click.argument("code", type=PLAIN)
@click.pass_obj
def joins(place: Place, number: int, code: str) -> None:
    """Note that a visitor is on file now, with that CODE."""
    with place.house() as house:
        person = people.person_by_code(house, code)
        visitors.joins(house, COMMAND_LINE, number, person.id)
    click.echo(f"Visitor {number} is {person.code} now.", err=True)
