"""Finding people, their wishes, and two entries of one person; commands of the group `people`."""

import json
from dataclasses import replace

import click

from clubhouse import finding, merging, names, people, wishes
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, number_or_none
from clubhouse.errors import NotFound
from clubhouse.finding import FoundPerson
from clubhouse.views import note_view
from clubhouse.wishes import NewEmergencyContact, Way

_NOT_SAID = "not-said"


@click.command()
@click.argument("letters", type=PLAIN)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def find(place: Place, letters: str, as_json: bool) -> None:
    """Find people whose names begin with LETTERS.

    Those who are on no list any more too. The audit log notes that names were seen.
    """
    with place.house() as house:
        note_view(house, COMMAND_LINE, "people", names=True)
        found = finding.find_people(house, COMMAND_LINE, letters)
    if as_json:
        for each in found.found:
            click.echo(json.dumps(_fields(each)))
    else:
        columns(("CODE", "KIND", "HERE", "LAST VISIT", "NOTE", "NAME"), [_cells(each) for each in found.found])
    if found.more:
        click.echo("There are more. Type another letter.", err=True)


def _cells(each: FoundPerson) -> tuple[str, ...]:
    person = each.person
    note = "safety pause" if person.paused_at else f"ended {person.ended_on}" if person.ended_on else ""
    last = str(each.last_day or "")
    return person.code, person.kind, "yes" if each.here else "", last, note, each.name


def _fields(each: FoundPerson) -> dict[str, str | bool | None]:
    return {
        "code": each.person.code,
        "kind": each.person.kind,
        "name": each.name,
        "here": each.here,
        "last_visit": str(each.last_day) if each.last_day else None,
        "ended_on": str(each.person.ended_on) if each.person.ended_on else None,
    }


@click.command()
@click.argument("code", type=PLAIN)
@click.option("--way", type=click.Choice([*(way.value for way in Way), _NOT_SAID]),
              help="How they wish to hear from the house.")  # fmt: skip
@click.option("--phone", type=PLAIN, help="Their phone number; '' for none.")
@click.option("--address", type=PLAIN, help="Where a card or a visit finds them; '' for none.")
@click.option("--languages", type=PLAIN, help="In which they like to be spoken to, with commas between.")
@click.option("--after-days", metavar="DAYS", help="After how many days away they wish to hear; none for no wish.")
@click.pass_obj
def contact(
    place: Place,
    code: str,
    way: str | None,
    phone: str | None,
    address: str | None,
    languages: str | None,
    after_days: str | None,
) -> None:
    """Show or set how somebody wishes to be reached.

    What is not named stays as it is. The audit log notes that it was seen.
    """
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        was = wishes.see_wishes(house, COMMAND_LINE, person.id)
        if (way, phone, address, languages, after_days) == (None,) * 5:
            said = was.way or _NOT_SAID
            rows = [("way", said), ("phone", was.phone), ("address", was.address), ("languages", was.languages)]
            columns(("WISH", "WHAT"), [*rows, ("after-days", str(was.after_days or "none"))])
            return
        to = replace(
            was,
            way=was.way if way is None else None if way == _NOT_SAID else Way(way),
            phone=was.phone if phone is None else phone,
            address=was.address if address is None else address,
            languages=was.languages if languages is None else languages,
            after_days=was.after_days if after_days is None else number_or_none(after_days),
        )
        wishes.set_wishes(house, COMMAND_LINE, person.id, to)
    click.echo(f"The wishes of {person.code} are noted.", err=True)


@click.command()
@click.argument("code", type=PLAIN)
@click.option("--add", "name", type=PLAIN, metavar="NAME", help="One more to call.")
@click.option("--phone", type=PLAIN, help="Their phone number; goes with --add.")
@click.option("--relation", type=PLAIN, default="", help="What they are to the person; goes with --add.")
@click.option("--end", "ended", type=int, metavar="NUMBER", help="Not to be called any more.")
@click.pass_obj
def emergency(place: Place, code: str, name: str | None, phone: str | None, relation: str, ended: int | None) -> None:
    """List whom to call in an emergency, or name somebody.

    The audit log notes each time that they were seen.
    """
    if name is not None and phone is None:
        raise click.UsageError("Somebody to call needs a --phone.")
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        if name is not None:
            new = NewEmergencyContact(name, relation, phone or "")
            click.echo(str(wishes.add_emergency(house, COMMAND_LINE, person.id, new).id))
        elif ended is not None:
            wishes.end_emergency(house, COMMAND_LINE, person.id, ended)
            click.echo(f"Number {ended} is not called any more.", err=True)
        else:
            found = wishes.see_emergency(house, COMMAND_LINE, person.id)
            rows = [(str(each.id), each.phone, each.relation, each.name) for each in found]
            columns(("NUMBER", "PHONE", "RELATION", "NAME"), rows)


@click.command()
@click.argument("code", type=PLAIN)
@click.argument("old_code", type=PLAIN)
@click.pass_obj
def merge(place: Place, code: str, old_code: str) -> None:
    """Make two entries of one person one.

    All that OLD_CODE holds goes to CODE, whose entry is kept. The card of either still opens the door.
    """
    with place.house() as house, house.store.transaction():
        kept, old = people.person_by_code(house, code), people.person_by_code(house, old_code)
        merged = merging.merge_people(house, COMMAND_LINE, kept.id, old.id)
    left = f" {merged.left} rows stay with {merged.old.code}, of what only one can have." if merged.left else ""
    click.echo(f"{merged.old.code} is one with {merged.kept.code} from now on.{left}", err=True)


@click.command()
@click.argument("old_code", type=PLAIN)
@click.pass_obj
def unmerge(place: Place, old_code: str) -> None:
    """Make two entries two again.

    OLD_CODE is the one that was not kept; what was noted meanwhile stays with the other.
    """
    with place.house() as house, house.store.transaction():
        pairs = merging.list_merged(house, COMMAND_LINE)
        old = next((old for _, old in pairs if old.code.casefold() == old_code.casefold()), None)
        if old is None:
            raise NotFound(f"{old_code} is one by itself. See the merged ones with: clubhouse people merged")
        kept, old = merging.unmerge_people(house, COMMAND_LINE, old.id)
    click.echo(f"{old.code} and {kept.code} are two again.", err=True)


@click.command()
@click.pass_obj
def merged(place: Place) -> None:
    """List the entries that are one with another."""
    with place.house() as house:
        note_view(house, COMMAND_LINE, "people", names=True)
        pairs = merging.list_merged(house, COMMAND_LINE)
    columns(("CODE", "IS KEPT AS", "NAME"), [(old.code, kept.code, names.full_name(old)) for kept, old in pairs])
