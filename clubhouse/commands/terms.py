"""Terms on the command line: who holds a placement from when to when."""

import json

import click

from clubhouse import names, people
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, day_typed
from clubhouse.commands.typed_work import NUMBER, day_or_today
from clubhouse.employment import placement_pages, terms


@click.command()
@click.argument("placement", type=NUMBER)
@click.argument("code", type=PLAIN)
@click.option("--from", "first", metavar="DAY", help="The first day.  [default: today]")
@click.option("--until", metavar="DAY", help="The last day as planned.  [default: the setting term-months on]")
@click.option("--sure", is_flag=True, help="Also where somebody else holds it in that time.")
@click.pass_obj
def begin(place: Place, placement: int, code: str, first: str | None, until: str | None, sure: bool) -> None:
    """Give a placement into a member's hands.

    Into those of the member with that CODE. Prints the number of the term.
    """
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        planned = day_typed(until) if until else None
        term = terms.begin_term(
            house, COMMAND_LINE, placement, person.id, day_or_today(house, first), planned, sure=sure
        )
    click.echo(str(term.id))


@click.command()
@click.argument("term", type=NUMBER)
@click.argument("day", type=PLAIN)
@click.pass_obj
def plan(place: Place, term: int, day: str) -> None:
    """Plan another last day of a term."""
    with place.house() as house:
        now = terms.change_term(house, COMMAND_LINE, term, day_typed(day))
    click.echo(f"Term {term} is planned until {now.planned_last_day}.", err=True)


@click.command()
@click.argument("term", type=NUMBER)
@click.option("--on", metavar="DAY", help="The last day on which it was held.  [default: today]")
@click.option("--reason", type=PLAIN, default="", help="Why, for the audit log.")
@click.option("--sure", is_flag=True, help="Also where it then reaches into somebody else's.")
@click.pass_obj
def end(place: Place, term: int, on: str | None, reason: str, sure: bool) -> None:
    """End a term, or set its end right."""
    with place.house() as house:
        now = terms.end_term(house, COMMAND_LINE, term, day_or_today(house, on), reason, sure=sure)
    click.echo(f"Term {term} was held until {now.last_day}.", err=True)


@click.command("take-back")
@click.argument("term", type=NUMBER)
@click.option("--reason", type=PLAIN, default="", help="Why, for the audit log.")
@click.pass_obj
def take_back(place: Place, term: int, reason: str) -> None:
    """Take a term back that was written down by mistake."""
    with place.house() as house:
        terms.take_back_term(house, COMMAND_LINE, term, reason)
    click.echo(f"Term {term} is taken back.", err=True)


@click.command("terms")
@click.argument("placement", type=NUMBER)
@click.option("--names", "with_names", is_flag=True, help="Also the full names.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def terms_list(place: Place, placement: int, with_names: bool, as_json: bool) -> None:
    """List who held a placement from when to when.

    The audit log notes that the list was seen.
    """
    with place.house() as house:
        page = placement_pages.see_placement(house, COMMAND_LINE, placement)
    rows = [
        {
            "term": held.term.id,
            "person": held.person.code,
            "first_day": str(held.term.first_day),
            "planned_last_day": str(held.term.planned_last_day),
            "last_day": str(held.term.last_day) if held.term.last_day else None,
        }
        | ({"name": names.full_name(held.person)} if with_names else {})
        for held in page.terms
    ]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    heads = ("TERM", "PERSON", "FROM", "PLANNED", "UNTIL", *(["NAME"] if with_names else []))
    columns(heads, [["" if each is None else str(each) for each in row.values()] for row in rows])
