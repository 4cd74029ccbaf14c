"""Calendar files on the command line; commands of the group `events`."""

from datetime import date, timedelta
from pathlib import Path

import click

from clubhouse import people
from clubhouse.audit import COMMAND_LINE
from clubhouse.calendars.importing import import_calendar
from clubhouse.calendars.writing import house_calendar, my_calendar, outside_calendar
from clubhouse.commands.output import write_out
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, day_typed
from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.views import note_view

_AHEAD = timedelta(days=365)


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "first", metavar="DAY", help="The first day, such as 2026-12-01.  [default: today]")
@click.option("--to", "last", metavar="DAY", help="The last day.  [default: a year from the first]")
@click.option("--mine", metavar="CODE", type=PLAIN, help="Only what the person with that code is registered for.")
@click.option("--outside", is_flag=True, help="For everybody: neutral titles, no notes.")
@click.pass_obj
def export(place: Place, file: Path, first: str | None, last: str | None, mine: str | None, outside: bool) -> None:
    """Write a calendar FILE (.ics) for other programs.

    With all classes and events of some days, or one person's own. A series is in it whole.
    """
    if mine is not None and (first or last or outside):
        raise click.UsageError("--mine is one's own calendar, from today on; it goes with no other option.")
    with place.house() as house:
        if mine is not None:
            person = people.person_by_code(house, mine)
            note_view(house, COMMAND_LINE, f"calendar of {person.code}", names=False)
            content = my_calendar(house, person.id)
        else:
            days = _days(house, first, last)
            content = outside_calendar(house, *days) if outside else house_calendar(house, COMMAND_LINE, *days)
    write_out(content.decode(), file)


def _days(house: House, first: str | None, last: str | None) -> tuple[date, date]:
    start = day_typed(first) if first else house.today()
    end = day_typed(last) if last else start + min(_AHEAD, date.max - start)
    if end < start:
        raise BadInput(f"{end} is before {start}. The first day comes first.")
    return start, end


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", required=True, type=PLAIN, help="What kind of event each new one is, such as social.")
@click.option("--from", "first", metavar="DAY", help="What is over before that day is not taken.  [default: today]")
@click.pass_obj
def import_(place: Place, file: Path, kind: str, first: str | None) -> None:
    """Read a calendar FILE (.ics) of another program.

    An event that came from the same calendar before is changed, and whoever is registered for it is told. Lists
    what is not carried over.
    """
    with place.house() as house:
        done = import_calendar(house, COMMAND_LINE, file, kind, day_typed(first) if first else None)
    for problem in done.left_out:
        click.echo(str(problem), err=True)
    click.echo(f"{done.added} added, {done.changed} changed, {done.unchanged} unchanged.", err=True)
