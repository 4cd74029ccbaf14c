"""Backups, the check, and the audit log."""

import json
from pathlib import Path

import click

from clubhouse import audit as audit_log
from clubhouse import keeping
from clubhouse.audit import COMMAND_LINE, Entry
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import days_typed
from clubhouse.errors import Refused
from clubhouse.house import House
from clubhouse.views import note_view
from db.errors import latest_backup_sentence


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def backup(place: Place, file: Path | None) -> None:
    """Copy the house, while kiosks go on.

    Into a new FILE; without one, into the folder backups beside the house. Prints where the copy is.
    """
    with place.house() as house:
        target = keeping.back_up(house, file)
    click.echo(str(target))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def restore(place: Place, file: Path) -> None:
    """Bring a backup back.

    The house then holds what FILE holds; what it replaces is kept beside it.
    """
    restored = keeping.restore(place.path, file, place.station)
    was = f"What it replaces is kept as {restored.kept}." if restored.kept else "There was no house before."
    click.echo(f"{place.path} holds again what {file} holds. {was}", err=True)


@click.command()
@click.pass_obj
def check(place: Place) -> None:
    """Look for damage in the house's file.

    Prints each problem on a line, what cannot be too, such as two open visits of one person.
    """
    with place.house() as house:
        problems = keeping.check(house)
    for problem in problems:
        click.echo(problem)
    if problems:
        raise Refused(f"{place.path} is not sound. {latest_backup_sentence(place.path)}")
    click.echo(f"{place.path} is sound.", err=True)


@click.command()
@click.option("--from", "first", metavar="DAY", help="The first day, such as 2026-11-20.  [default: today]")
@click.option("--to", "last", metavar="DAY", help="The last day.  [default: today]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with what was and what became.")
@click.pass_obj
def audit(place: Place, first: str | None, last: str | None, as_json: bool) -> None:
    """List who changed or saw what, when and where."""
    with place.house() as house:
        start, end = days_typed(house, first, last)
        note_view(house, COMMAND_LINE, f"audit {start} to {end}", names=as_json)
        entries = audit_log.entries_between(house, start, end)
        if not as_json:
            heads = ("AT", "STATION", "WHO", "DID", "TO WHAT", "WHY")
            columns(heads, [_row(house, entry) for entry in entries])
            return
    for entry in entries:
        click.echo(json.dumps(_fields(house, entry)))


def _row(house: House, entry: Entry) -> tuple[str, ...]:
    at = f"{house.local(entry.at):%Y-%m-%d %H:%M:%S}"
    return at, entry.station, entry.actor, entry.action, entry.subject, entry.reason


def _fields(house: House, entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "at": house.local(entry.at).isoformat(),
        "station": entry.station,
        "actor": entry.actor,
        "action": entry.action,
        "subject": entry.subject,
        "was": entry.was and json.loads(entry.was),
        "became": entry.became and json.loads(entry.became),
        "reason": entry.reason,
    }
