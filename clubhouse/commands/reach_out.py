"""Reach-out on the command line."""

import json

import click

from clubhouse import people, reach_out
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, day_typed
from clubhouse.reach_out import CameOfIt, ToReach, Way

_WAYS = click.Choice([way.value for way in Way if way is not Way.PLEASE_DONT])


@click.group("reach-out")
def reach_out_group() -> None:
    """Members who were not seen for a while."""


@reach_out_group.command("list")
@click.option("--after", type=click.IntRange(1, 3650), metavar="DAYS",
              help="After how many days away.  [default: the first of the setting reach-out-bands]")  # fmt: skip
@click.option("--long-ago", is_flag=True, help="Those last seen before the days of the setting active-days.")
@click.option("--unit", type=PLAIN, help="Only those who call this unit theirs.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def list_(place: Place, after: int | None, long_ago: bool, unit: str | None, as_json: bool) -> None:
    """List whom to get in touch with, and how they wish it.

    The audit log notes that the list was seen.
    """
    with place.house() as house:
        seen = reach_out.see_reach_out(house, COMMAND_LINE, after, long_ago=long_ago)
    found = [each for each in seen.members if unit is None or each.unit.casefold() == unit.casefold()]
    if as_json:
        for each in found:
            click.echo(json.dumps(_fields(each)))
        return
    heads = ("CODE", "LAST VISIT", "DAYS", "WAY", "PHONE", "UNIT", "LAST CONTACT", "NEXT", "NAME")
    columns(heads, [_cells(each) for each in found])


def _cells(each: ToReach) -> tuple[str, ...]:
    last = f"{each.last.day} {each.last.came_of_it}" if each.last else ""
    way, phone = each.wishes.way or "", each.wishes.phone
    name = each.name + (" (safety pause)" if each.paused else "")
    days, next_on = str(each.days), str(each.next_on or "")
    return each.code, str(each.last_day), days, way, phone, each.unit, last, next_on, name


def _fields(each: ToReach) -> dict[str, str | int | bool | None]:
    return {
        "code": each.code,
        "name": each.name,
        "last_visit": str(each.last_day),
        "days": each.days,
        "band": each.band,
        "unit": each.unit,
        "way": each.wishes.way,
        "phone": each.wishes.phone,
        "address": each.wishes.address,
        "languages": each.wishes.languages,
        "paused": each.paused,
        "last_contact": str(each.last.day) if each.last else None,
        "came_of_it": each.last.came_of_it if each.last else None,
        "next": str(each.next_on) if each.next_on else None,
    }


@reach_out_group.command()
@click.argument("code", type=PLAIN)
@click.option("--way", type=_WAYS, required=True, help="How the house got in touch.")
@click.option("--came-of-it", type=click.Choice([each.value for each in CameOfIt]), required=True,
              help="What came of it; please-dont becomes the person's wish.")  # fmt: skip
@click.option("--line", type=PLAIN, default="", help="A line about it.")
@click.option("--next", "next_on", metavar="DAY", help="When to get in touch again.")
@click.option("--on", "day", metavar="DAY", help="The day of the contact.  [default: today]")
@click.pass_obj
def log(place: Place, code: str, way: str, came_of_it: str, line: str, next_on: str | None, day: str | None) -> None:
    """Note that the house got in touch with somebody.

    Prints the number of the contact.
    """
    with place.house() as house:
        person = people.person_by_code(house, code)
        made = reach_out.log_contact(
            house,
            COMMAND_LINE,
            person.id,
            Way(way),
            CameOfIt(came_of_it),
            line,
            day_typed(next_on) if next_on else None,
            day_typed(day) if day else None,
        )
    click.echo(str(made.id))


@reach_out_group.command()
@click.argument("number", type=int)
@click.pass_obj
def undo(place: Place, number: int) -> None:
    """Take a contact back that was a slip."""
    with place.house() as house:
        reach_out.undo_contact(house, COMMAND_LINE, number)
    click.echo(f"Contact {number} stands on no list any more.", err=True)
