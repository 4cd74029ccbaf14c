"""Visits on the command line, by code; names come only when asked for."""

import json
from datetime import datetime

import click

import db.visits
from clubhouse import names, people, visits
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, days_typed, moment_typed
from clubhouse.errors import NotFound
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.views import note_view
from clubhouse.visits import Visit


@click.group("visits")
def visits_group() -> None:
    """Who was here, and setting it right."""


@visits_group.command("list")
@click.option("--from", "first", metavar="DAY", help="The first day, such as 2026-11-20.  [default: today]")
@click.option("--to", "last", metavar="DAY", help="The last day.  [default: today]")
@click.option("--names", "with_names", is_flag=True, help="Also the full names.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def list_(place: Place, first: str | None, last: str | None, with_names: bool, as_json: bool) -> None:
    """List the visits of some days.

    The audit log notes that the list was seen.
    """
    with place.house() as house:
        start, end = days_typed(house, first, last)
        note_view(house, COMMAND_LINE, f"visits {start} to {end}", names=with_names)
        rows = [
            _fields(house, visit, person, with_names) for visit, person in visits.visits_between(house, start, end)
        ]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    heads = ("VISIT", "DAY", "PERSON", "IN", "OUT", "ENDED BY", *(["NAME"] if with_names else []))
    columns(heads, [_cells(row) for row in rows])


def _fields(house: House, visit: Visit, person: Person, with_names: bool) -> dict[str, str | int | bool | None]:
    fields: dict[str, str | int | bool | None] = {
        "visit": visit.id,
        "day": str(visit.day),
        "person": person.code,
        "in": house.local(visit.in_at).isoformat(),
        "in_how": visit.in_how,
        "out": house.local(visit.out_at).isoformat() if visit.out_at else None,
        "out_how": visit.out_how,
        "estimated": visit.estimated,
    }
    return fields | ({"name": names.full_name(person)} if with_names else {})


def _cells(row: dict[str, str | int | bool | None]) -> list[str]:
    times = [f"{datetime.fromisoformat(str(row[key])):%H:%M}" if row[key] else "" for key in ("in", "out")]
    name = [str(row["name"])] if "name" in row else []
    return [str(row["visit"]), str(row["day"]), str(row["person"]), *times, str(row["out_how"] or ""), *name]


@visits_group.command()
@click.argument("code", type=PLAIN)
@click.option("--in", "came", required=True, metavar="TIME", help="08:47 today, or 2026-11-20T08:47.")
@click.option(
    "--out", "left", metavar="TIME", help="15:30 on the day of --in, or with its date.  [default: still here]"
)
@click.option("--reason", type=PLAIN, default="", help="Where it is from, such as: paper sheet.")
@click.pass_obj
def add(place: Place, code: str, came: str, left: str | None, reason: str) -> None:
    """Write down a visit from paper.

    Of the person with that CODE. Prints the number of the visit.
    """
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        start = moment_typed(house, came, house.today())
        end = moment_typed(house, left, start.date()) if left is not None else None
        visit = visits.add_visit(house, COMMAND_LINE, person, start, end, reason)
    click.echo(str(visit.id))


@visits_group.command()
@click.argument("visit", type=click.IntRange(0, 2**63 - 1))
@click.option("--in", "came", metavar="TIME", help="When they came: 08:47 on that day, or 2026-11-20T08:47.")
@click.option("--out", "left", metavar="TIME", help="When they left: 15:30 on that day, or with a date.")
@click.option("--reason", type=PLAIN, required=True, help="Why, such as: paper sheet.")
@click.pass_obj
def correct(place: Place, visit: int, came: str | None, left: str | None, reason: str) -> None:
    """Set the times of a visit right.

    Of the VISIT with that number. A time that is not named stays as it was; the audit log keeps the old ones.
    """
    if came is None and left is None:
        raise click.UsageError("Name the time to set right, with --in or --out.")
    with place.house() as house, house.store.transaction():
        was = db.visits.get(house.store, visit)
        if was is None:
            raise NotFound(f"There is no visit number {visit}. See the numbers with: clubhouse visits list")
        start = moment_typed(house, came, was.day) if came is not None else was.in_at
        end = moment_typed(house, left, house.local(start).date()) if left is not None else was.out_at
        visits.correct_visit(house, COMMAND_LINE, visit, start, end, reason)
    click.echo(f"Visit {visit} is corrected.", err=True)


@visits_group.command()
@click.argument("visit", type=click.IntRange(0, 2**63 - 1))
@click.pass_obj
def confirm(place: Place, visit: int) -> None:
    """Say that the guess of when somebody left is right.

    Of the VISIT with that number; from then on it is no guess.
    """
    with place.house() as house:
        visits.confirm_guess(house, COMMAND_LINE, visit)
    click.echo(f"Visit {visit} is confirmed.", err=True)


@visits_group.command()
@click.argument("month", type=PLAIN, metavar="MONTH")
@click.option("--sure", is_flag=True, help="Also where something in it is in doubt.")
@click.pass_obj
def lock(place: Place, month: str, sure: bool) -> None:
    """Lock a month whose attendance was reported.

    MONTH is over, and written as 2026-10. From then on its visits are corrected by those who look after reports, with
    a reason, and the corrections come with: clubhouse export visits --corrections-since DAY
    """
    from clubhouse.locking import lock_month

    with place.house() as house:
        lock_month(house, COMMAND_LINE, month, sure=sure)
    click.echo(f"{month} is locked.", err=True)


@visits_group.command()
@click.argument("month", type=PLAIN, metavar="MONTH")
@click.option("--reason", type=PLAIN, required=True, help="Why, such as: the report was not sent.")
@click.pass_obj
def unlock(place: Place, month: str, reason: str) -> None:
    """Take the lock off a month; that it was locked stays on file."""
    from clubhouse.locking import unlock_month

    with place.house() as house:
        unlock_month(house, COMMAND_LINE, month, reason)
    click.echo(f"{month} is not locked any more.", err=True)


@visits_group.command()
@click.pass_obj
def months(place: Place) -> None:
    """List the last 24 months with their locks, and how much in each is in doubt."""
    from clubhouse.locking import see_months

    with place.house() as house:
        rows = [
            (each.month, f"{house.local(each.lock.locked_at).date()}" if each.lock else "", each.by, str(each.doubts))
            for each in see_months(house, COMMAND_LINE)
        ]
    columns(("MONTH", "LOCKED ON", "BY", "IN DOUBT"), rows)
