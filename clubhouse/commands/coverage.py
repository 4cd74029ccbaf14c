"""Coverage on the command line: today's placements, who can't go, and who goes instead."""

import json

import click

from clubhouse import names, people
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN
from clubhouse.commands.typed_work import NUMBER, day_or_today
from clubhouse.employment import coverage, coverage_days
from clubhouse.employment.coverage_days import CoverDay
from clubhouse.house import House

_ON = click.option("--on", metavar="DAY", help="On which day.  [default: today]")


def person_id_typed(house: House, code: str | None) -> int | None:
    """The id of whoever has that code, or None where none was typed. Raises `NotFound`."""
    return people.person_by_code(house, code).id if code else None


@click.command()
@_ON
@click.option("--names", "with_names", is_flag=True, help="Also the full names of those who hold a placement.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def today(place: Place, on: str | None, with_names: bool, as_json: bool) -> None:
    """List the placements of a day, what is not yet covered first.

    The audit log notes that the list was seen.
    """
    with place.house() as house:
        found = coverage_days.coverage_of(house, COMMAND_LINE, day_or_today(house, on))
    rows = [_fields(each, with_names) for each in found]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    heads = ("IS", "PLACEMENT", "EMPLOYER", "JOB", "TIMES", "HELD BY", "COVERED BY", "REQUEST")
    keys = ("is", "placement", "employer", "job", "times", "held_by", "covered_by", "request")
    shown = (*keys, *(["name"] if with_names else []))
    columns((*heads, *(["NAME"] if with_names else [])), [[_cell(row[key]) for key in shown] for row in rows])


def _cell(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _fields(each: CoverDay, with_names: bool) -> dict[str, object]:
    return {
        "day": str(each.day),
        "is": each.stand,
        "placement": each.placement.id,
        "employer": each.employer,
        "job": each.placement.job,
        "times": [f"{usual.starts:%H:%M}-{usual.ends:%H:%M}" for usual in each.usual],
        "held_by": each.holder.code if each.holder else None,
        "covered_by": [person.code for person in each.covered_by],
        "request": each.request.id if each.request else None,
        "minutes": sum(row.minutes for row in each.work),
    } | ({"name": names.full_name(each.holder) if each.holder else None} if with_names else {})


@click.command("cannot-go")
@click.argument("code", type=PLAIN)
@click.argument("placement", type=NUMBER)
@_ON
@click.pass_obj
def cannot_go(place: Place, code: str, placement: int, on: str | None) -> None:
    """Write down that somebody can't go, and print the number of the request for coverage."""
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        made = coverage.cannot_go(house, COMMAND_LINE, person.id, placement, day_or_today(house, on))
    click.echo(str(made.id))


@click.command()
@click.argument("placement", type=NUMBER)
@_ON
@click.pass_obj
def ask(place: Place, placement: int, on: str | None) -> None:
    """Look for somebody for a placement that nobody holds, and print the number of the request."""
    with place.house() as house:
        made = coverage.ask_for_coverage(house, COMMAND_LINE, placement, day_or_today(house, on))
    click.echo(str(made.id))


@click.command()
@click.argument("request", type=NUMBER)
@click.pass_obj
def go(place: Place, request: int) -> None:
    """Write down that whoever couldn't go can after all."""
    with place.house() as house:
        coverage.go_after_all(house, COMMAND_LINE, request)
    click.echo("Nobody is looked for any more.", err=True)


@click.command()
@click.argument("request", type=NUMBER)
@click.argument("code", type=PLAIN)
@click.pass_obj
def offer(place: Place, request: int, code: str) -> None:
    """Ask somebody whether they would cover."""
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        coverage.offer_coverage(house, COMMAND_LINE, request, person.id)
    click.echo(f"{person.code} is asked.", err=True)


@click.command()
@click.argument("request", type=NUMBER)
@click.argument("code", type=PLAIN)
@click.argument("said", type=click.Choice(["yes", "not-today"]), metavar="ANSWER")
@click.pass_obj
def answer(place: Place, request: int, code: str, said: str) -> None:
    """Answer for somebody who was asked, with yes or not-today.

    Not today leaves nothing behind.
    """
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        if said == "yes":
            coverage.accept_coverage(house, COMMAND_LINE, person.id, request)
        else:
            coverage.decline_coverage(house, COMMAND_LINE, person.id, request)
    click.echo(f"{person.code} covers." if said == "yes" else "They are asked no more.", err=True)


@click.command()
@click.argument("request", type=NUMBER)
@click.argument("code", type=PLAIN)
@click.pass_obj
def arrange(place: Place, request: int, code: str) -> None:
    """Write down who covers."""
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        coverage.arrange_coverage(house, COMMAND_LINE, request, person.id)
    click.echo(f"{person.code} covers.", err=True)


@click.command()
@click.argument("request", type=NUMBER)
@click.pass_obj
def release(place: Place, request: int) -> None:
    """Write down that whoever covers can't after all."""
    with place.house() as house:
        coverage.release_coverage(house, COMMAND_LINE, request)
    click.echo("Somebody is looked for again.", err=True)


COVERAGE = (today, cannot_go, ask, go, offer, answer, arrange, release)
"""The commands of this file, which stand in the group `hours`."""
