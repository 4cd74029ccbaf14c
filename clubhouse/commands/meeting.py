"""The house meeting on the command line."""

import click

from clubhouse import house_meeting, people
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, days_typed


@click.group("meeting")
def meeting_group() -> None:
    """What the house meeting talks about, and what it decided."""


@meeting_group.command("list")
@click.option("--decided", is_flag=True, help="What was decided, instead of what is open.")
@click.option("--from", "first", metavar="DAY", help="With --decided: the first day.  [default: today]")
@click.option("--to", "last", metavar="DAY", help="With --decided: the last day.  [default: today]")
@click.pass_obj
def list_(place: Place, decided: bool, first: str | None, last: str | None) -> None:
    """List the agenda of the next house meeting."""
    with place.house() as house:
        if decided:
            found = house_meeting.list_decisions(house, *days_typed(house, first, last))
            rows = [(str(each.item_id), str(each.decided_on), each.words, each.decision) for each in found]
            columns(("NUMBER", "DAY", "WHAT", "DECIDED"), rows)
            return
        agenda = house_meeting.see_agenda(house)
    columns(("NUMBER", "BY", "WHAT"), [(str(each.item_id), each.by, each.words) for each in agenda.items])
    click.echo(f"The next house meeting is on {agenda.day:%A} {agenda.day}.", err=True)


@meeting_group.command()
@click.argument("words", type=PLAIN)
@click.option("--by", "code", type=PLAIN, metavar="CODE", help="Who brings it up.  [default: the house]")
@click.pass_obj
def add(place: Place, words: str, code: str | None) -> None:
    """Bring something up.

    Prints its number.
    """
    with place.house() as house:
        if code is None:
            item = house_meeting.add_item_of_house(house, COMMAND_LINE, words)
        else:
            item = house_meeting.add_item(house, people.person_by_code(house, code).id, words)
    click.echo(str(item.item_id))


@meeting_group.command()
@click.argument("number", type=int)
@click.argument("decision", type=PLAIN)
@click.pass_obj
def decide(place: Place, number: int, decision: str) -> None:
    """Note what was decided."""
    with place.house() as house:
        item = house_meeting.note_decision(house, COMMAND_LINE, number, decision)
    click.echo(f"Number {item.item_id} is decided.", err=True)


@meeting_group.command()
@click.argument("number", type=int)
@click.pass_obj
def reopen(place: Place, number: int) -> None:
    """Put something on the agenda again."""
    with place.house() as house:
        house_meeting.reopen_item(house, COMMAND_LINE, number)
    click.echo(f"Number {number} is on the agenda again.", err=True)
