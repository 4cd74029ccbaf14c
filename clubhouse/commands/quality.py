"""What would make a report wrong, on the command line."""

import json

import click

from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN
from clubhouse.locked_months import locked_between
from clubhouse.periods import EXAMPLES, period_typed
from clubhouse.quality import check_quality


@click.command()
@click.option("--during", type=PLAIN, metavar="PERIOD", help=f"Which days: {EXAMPLES}.  [default: last month]")
@click.option("--json", "as_json", is_flag=True, help="One finding a line: doubt, day, what, mend.")
@click.pass_obj
def quality(place: Place, during: str | None, as_json: bool) -> None:
    """Show what would make a report wrong, and how to set it right."""
    with place.house() as house:
        period = period_typed(during or "last month", house.today())
        found, locked = check_quality(house, COMMAND_LINE, period), locked_between(house, *period)
    if locked:
        click.echo(f"Locked: {', '.join(each.month for each in locked)}.", err=True)
    for each in found:
        day = str(each.day) if each.day else None
        if as_json:
            click.echo(json.dumps({"doubt": each.doubt, "day": day, "what": each.what, "mend": each.mend}))
        else:
            click.echo(f"{day or '':<12}{each.doubt}: {each.what}\n{'':<12}{each.mend}")
    if not found:
        click.echo("Nothing is in doubt.", err=True)
