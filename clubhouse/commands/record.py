"""A member's own record on paper, and the supports in it."""

from pathlib import Path

import click

from clubhouse import goals, people
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.output import write_out
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, day_typed
from clubhouse.goals import SupportKind


@click.command()
@click.argument("code", type=PLAIN)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--month", type=PLAIN, metavar="MONTH", help="Such as 2026-11.  [default: this month]")
@click.pass_obj
def record(place: Place, code: str, file: Path | None, month: str | None) -> None:
    """Write somebody's month as a page to print.

    Into a new FILE, or to stdout. The audit log notes that it was seen.
    """
    from clubhouse.record_page import record_page

    with place.house() as house:
        person = people.person_by_code(house, code)
        page = record_page(house, COMMAND_LINE, person.id, month or f"{house.today():%Y-%m}")
    write_out(page, file)


@click.command()
@click.argument("code", type=PLAIN)
@click.argument("kind", type=click.Choice([each.value for each in SupportKind]), metavar="KIND")
@click.argument("line", type=PLAIN)
@click.option("--on", "day", metavar="DAY", help="The day of it.  [default: today]")
@click.pass_obj
def support(place: Place, code: str, kind: str, line: str, day: str | None) -> None:
    """Write down what the house helped somebody with.

    KIND is housing, education, benefits, health-care or transport. It stands in the person's record, which they read.
    """
    with place.house() as house:
        person = people.person_by_code(house, code)
        on = day_typed(day) if day else None
        made = goals.add_support(house, COMMAND_LINE, person.id, SupportKind(kind), line, on)
    click.echo(str(made.id))
