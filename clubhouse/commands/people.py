"""People on the command line."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from clubhouse import names, people, views
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.finding import contact, emergency, find, merge, merged, unmerge
from clubhouse.commands.lists import columns
from clubhouse.commands.newcomers import orientation_, photos_
from clubhouse.commands.place import Place
from clubhouse.commands.trust import home_unit, permit, unpermit
from clubhouse.commands.typed import PLAIN, day_typed
from clubhouse.errors import Refused
from clubhouse.names import clean
from clubhouse.people import Kind, Person, ShownAs

_KINDS = click.Choice([kind.value for kind in Kind])
_SHOWN_AS = click.Choice([shown_as.value for shown_as in ShownAs])
_REASON = click.option("--reason", type=PLAIN, default="", help="Why, for the audit log.")


@click.group("people")
def people_group() -> None:
    """Members, staff and volunteers."""


@people_group.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def import_(place: Place, file: Path) -> None:
    """Bring in the people of a CSV file.

    Everybody in FILE; or nobody when anything in it is wrong, and then each problem is printed on a line.
    """
    from clubhouse.importing import ImportProblems, import_people

    try:
        with place.house() as house:
            imported = import_people(house, COMMAND_LINE, file)
    except ImportProblems as error:
        for problem in error.problems:
            click.echo(clean(str(problem)))
        raise Refused("Nothing was imported: mend the lines named, then try again.") from None
    done = f"{imported.added} added, {imported.changed} changed, {imported.same} the same as before."
    not_kept = f" Columns not kept: {', '.join(imported.unused)}." if imported.unused else ""
    click.echo(clean(done + not_kept), err=True)


@people_group.command()
@click.argument("first_name", type=PLAIN)
@click.argument("last_name", type=PLAIN, default="")
@click.option("--kind", type=_KINDS, default=Kind.MEMBER.value, show_default=True, help="What the person is here.")
@click.option("--nickname", type=PLAIN, default="", help="What they like to be called.")
@click.option("--shown-as", type=_SHOWN_AS, default=ShownAs.FIRST_NAME.value, show_default=True,
              help="How the name stands on screens that others see.")  # fmt: skip
@click.option("--since", metavar="DAY", help="The day they joined, such as 2026-11-20.  [default: today]")
@click.option("--code", type=PLAIN, default="", help="Their code in the house.  [default: the next free one]")
@click.pass_obj
def add(
    place: Place,
    first_name: str,
    last_name: str,
    kind: str,
    nickname: str,
    shown_as: str,
    since: str | None,
    code: str,
) -> None:
    """Put somebody on file, and print their code."""
    with place.house() as house:
        new = people.new_person(house, Kind(kind), first_name, last_name, nickname)
        joined = day_typed(since) if since else new.since
        new = replace(new, shown_as=ShownAs(shown_as), since=joined, code=code)
        namesakes = people.people_called(house, first_name, last_name)
        person = people.add_person(house, COMMAND_LINE, new)
    click.echo(person.code)
    if namesakes:
        codes = ", ".join(each.code for each in namesakes)
        click.echo(
            f"The same name is on file as {codes}. If that is the same person:"
            f" clubhouse people merge {namesakes[0].code} {person.code}",
            err=True,
        )


@people_group.command("list")
@click.option("--all", "everyone", is_flag=True, help="Also those who are on no list any more.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def list_(place: Place, everyone: bool, as_json: bool) -> None:
    """List the people on file. The audit log notes that the list was seen."""
    with place.house() as house:
        views.note_view(house, COMMAND_LINE, "people", names=True)
        found = [person for person in people.list_people(house) if everyone or person.ended_on is None]
    if as_json:
        for person in found:
            click.echo(json.dumps(_fields(person)))
        return
    columns(
        ("CODE", "KIND", "SINCE", "NOTE", "SHOWN AS", "NAME"),
        [
            (
                person.code,
                person.kind,
                str(person.since),
                _note(person),
                names.shown_name(person) or "(hidden)",
                names.full_name(person),
            )
            for person in found
        ],
    )


def _note(person: Person) -> str:
    if person.paused_at is not None:
        return "safety pause"
    return f"ended {person.ended_on}" if person.ended_on else ""


def _fields(person: Person) -> dict[str, str | bool | None]:
    return {
        "code": person.code,
        "kind": person.kind,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "nickname": person.nickname,
        "shown_as": person.shown_as,
        "since": str(person.since),
        "ended_on": str(person.ended_on) if person.ended_on else None,
        "paused": person.paused_at is not None,
    }


@people_group.command()
@click.argument("code", type=PLAIN)
@click.option("--first-name", type=PLAIN, help="The new first name.")
@click.option("--last-name", type=PLAIN, help="The new last name; '' for none.")
@click.option("--nickname", type=PLAIN, help="The new nickname; '' for none.")
@click.option("--shown-as", type=_SHOWN_AS, help="How the name stands on screens that others see.")
@click.option("--kind", type=_KINDS, help="What the person is here.")
@click.option("--since", metavar="DAY", help="The day they joined.")
@click.option("--code", "new_code", type=PLAIN, help="A new code in the house.")
@_REASON
@click.pass_obj
def change(
    place: Place,
    code: str,
    first_name: str | None,
    last_name: str | None,
    nickname: str | None,
    shown_as: str | None,
    kind: str | None,
    since: str | None,
    new_code: str | None,
    reason: str,
) -> None:
    """Change names, code and the like.

    What is not named stays as it is.
    """
    if (first_name, last_name, nickname, shown_as, kind, since, new_code) == (None,) * 7:
        raise click.UsageError("Name at least one thing to change.")
    with place.house() as house, house.store.transaction():
        was = people.person_by_code(house, code)
        to = replace(
            was,
            code=_or(new_code, was.code),
            kind=Kind(kind) if kind else was.kind,
            first_name=_or(first_name, was.first_name),
            last_name=_or(last_name, was.last_name),
            nickname=_or(nickname, was.nickname),
            shown_as=ShownAs(shown_as) if shown_as else was.shown_as,
            since=_day_or(since, was.since),
        )
        now = people.change_person(house, COMMAND_LINE, was.id, to, reason)
    click.echo(f"{now.code} is changed.", err=True)


def _or(typed: str | None, was: str) -> str:
    return was if typed is None else typed


def _day_or(typed: str | None, was: date) -> date:
    return was if typed is None else day_typed(typed)


@people_group.command()
@click.argument("code", type=PLAIN)
@_REASON
@click.pass_obj
def end(place: Place, code: str, reason: str) -> None:
    """Take somebody off the lists.

    The card of a member still opens the door, and brings them back. That of staff is retired.
    """
    with place.house() as house:
        person = people.end_person(house, COMMAND_LINE, people.person_by_code(house, code).id, reason)
    click.echo(f"{person.code} is on no list since {person.ended_on}.", err=True)


@people_group.command()
@click.argument("code", type=PLAIN)
@click.option("--reason", type=PLAIN, required=True, help="Why; kept for staff, never shown at the kiosk.")
@click.pass_obj
def pause(place: Place, code: str, reason: str) -> None:
    """Set a safety pause.

    At the next scan the person is asked to see a staff member.
    """
    with place.house() as house:
        person = people.pause_person(house, COMMAND_LINE, people.person_by_code(house, code).id, reason)
    click.echo(f"{person.code} is asked to see a staff member from now on.", err=True)


@people_group.command()
@click.argument("code", type=PLAIN)
@_REASON
@click.pass_obj
def resume(place: Place, code: str, reason: str) -> None:
    """Lift a safety pause."""
    with place.house() as house:
        person = people.resume_person(house, COMMAND_LINE, people.person_by_code(house, code).id, reason)
    click.echo(f"{person.code} can sign in again.", err=True)


for command in (
    *(permit, unpermit, home_unit, find, contact, emergency, orientation_, photos_),
    *(merge, unmerge, merged),
):
    people_group.add_command(command)
