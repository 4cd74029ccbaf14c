"""The board on the command line: shown, opened on a wall, printed; and who helps where."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from clubhouse import board, days, helping, invitations, people, units
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.board_text import board_fields, print_board
from clubhouse.commands.days import part_typed
from clubhouse.commands.output import write_out
from clubhouse.commands.place import Place
from clubhouse.commands.tasks import TASK
from clubhouse.commands.terminal import refuse_small_terminal
from clubhouse.commands.typed import PLAIN, day_typed
from clubhouse.days import Part
from clubhouse.errors import Overtaken
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.units import Unit

_PART = click.option("--part", type=PLAIN, help="Which part of today.  [default: the one that the kiosk offers now]")
_TASK = click.option("--task", type=TASK, metavar="TASK", help="The number of the task that they help with.")


def _seat(command: Callable[..., None]) -> Callable[..., None]:
    """Takes PERSON and UNIT, a part of today and a task."""
    for taken in (_TASK, _PART, click.argument("unit", type=PLAIN), click.argument("person", type=PLAIN)):
        command = taken(command)
    return command


@click.group("board", invoke_without_command=True)
@click.pass_context
def board_group(ctx: click.Context) -> None:
    """Who helps where today. Without a command, the board opens for a wall."""
    if ctx.invoked_subcommand is not None:
        return
    place = ctx.ensure_object(Place)
    refuse_small_terminal("board", "clubhouse board")
    assert place.open_wall is not None
    with place.house() as house:
        place.open_wall(house)


@board_group.command()
@click.option("--on", metavar="DAY", help="All parts of this day.  [default: now]")
@click.option("--part", type=PLAIN, help="Only this part of the day.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a unit and line.")
@click.pass_obj
def show(place: Place, on: str | None, part: str | None, as_json: bool) -> None:
    """Print the board as it can be seen by everybody."""
    with place.house() as house, house.store.snapshot():
        day = day_typed(on) if on else None
        wanted = _parts_wanted(house, day, part)
        seen = [board.see_board(house, each.id if each else None, day) for each in wanted]
    for each in seen:
        if as_json:
            for fields in board_fields(each):
                click.echo(fields)
        else:
            print_board(each)


def _parts_wanted(house: House, day: date | None, part: str | None) -> list[Part | None]:
    held = days.plan_of(house, day or house.today()).parts
    if part is not None:
        wanted = days.part_named(house, part)
        return [wanted if wanted in held else None]
    return list(held) or [None] if day else [None]


@board_group.command()
@_seat
@click.pass_obj
def join(place: Place, person: str, unit: str, part: str | None, task: int | None) -> None:
    """Help in a unit, as at the kiosk.

    The PERSON with that code leaves the unit where they were, if there is one.
    """
    with place.house() as house, house.store.transaction():
        who, team, when = _named(house, person, unit, part)
        helping.join_unit(house, who.id, team.id, when.id, task)
    click.echo(f"{who.code} helps in {team.name}, {when.name}.", err=True)


@board_group.command()
@_seat
@click.pass_obj
def put(place: Place, person: str, unit: str, part: str | None, task: int | None) -> None:
    """Write down what somebody asked for, or put one of the staff on the board."""
    with place.house() as house, house.store.transaction():
        who, team, when = _named(house, person, unit, part)
        helping.put_on_board(house, COMMAND_LINE, who.id, team.id, when.id, task)
    click.echo(f"{who.code} helps in {team.name}, {when.name}.", err=True)


@board_group.command()
@_seat
@click.pass_obj
def invite(place: Place, person: str, unit: str, part: str | None, task: int | None) -> None:
    """Hold a seat for somebody and ask them at their next scan."""
    with place.house() as house, house.store.transaction():
        who, team, when = _named(house, person, unit, part)
        invitations.invite(house, COMMAND_LINE, who.id, team.id, when.id, task)
    click.echo(f"{who.code} is asked to help in {team.name}, {when.name}; the seat is held.", err=True)


@board_group.command()
@click.argument("person", type=PLAIN)
@click.argument("said", type=click.Choice(["yes", "not-today"]), metavar="ANSWER")
@_PART
@click.pass_obj
def answer(place: Place, person: str, said: str, part: str | None) -> None:
    """Answer an invitation with yes or not-today.

    Not today frees the seat and leaves nothing behind.
    """
    with place.house() as house, house.store.transaction():
        who = people.person_by_code(house, person)
        when = _asked(house, who, part)
        if said == "yes":
            invitations.accept_invitation(house, who.id, when.id)
        else:
            invitations.decline_invitation(house, who.id, when.id)
    click.echo(f"{who.code} helps, {when.name}." if said == "yes" else "The seat is free again.", err=True)


@board_group.command()
@click.argument("person", type=PLAIN)
@_PART
@click.pass_obj
def withdraw(place: Place, person: str, part: str | None) -> None:
    """Take an invitation back; the seat is free again."""
    with place.house() as house, house.store.transaction():
        who = people.person_by_code(house, person)
        invitations.withdraw_invitation(house, COMMAND_LINE, who.id, _asked(house, who, part).id)
    click.echo("The seat is free again.", err=True)


@board_group.command()
@click.argument("person", type=PLAIN)
@_PART
@click.pass_obj
def leave(place: Place, person: str, part: str | None) -> None:
    """Not help there after all, nor be just visiting."""
    with place.house() as house, house.store.transaction():
        who, when = people.person_by_code(house, person), part_typed(house, part)
        helping.leave_unit(house, who.id, when.id)
    click.echo(f"{who.code} is on no list, {when.name}.", err=True)


@board_group.command()
@click.argument("person", type=PLAIN)
@click.pass_obj
def visit(place: Place, person: str) -> None:
    """Be just visiting for what is left of the day."""
    with place.house() as house:
        who = people.person_by_code(house, person)
        helping.visit_only(house, who.id)
    click.echo(f"{who.code} is just visiting today.", err=True)


@board_group.command("print")
@click.option("--on", metavar="DAY", help="The day.  [default: today]")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this new file.")
@click.pass_obj
def print_(place: Place, on: str | None, output: Path | None) -> None:
    """Make a page for a day without power.

    One HTML page with every part of the day, its units, leaders and tasks, and lines to write names on.
    """
    from clubhouse.board_sheet import board_sheet

    with place.house() as house:
        page = board_sheet(house, day_typed(on) if on else house.today())
    write_out(page, output)


def _named(house: House, person: str, unit: str, part: str | None) -> tuple[Person, Unit, Part]:
    return people.person_by_code(house, person), units.unit_named(house, unit), part_typed(house, part)


def _asked(house: House, person: Person, part: str | None) -> Part:
    # Without a part typed, that of the invitation that waits.
    if part is not None:
        return days.part_named(house, part)
    waiting = board.my_day(house, person).invitation
    if waiting is None:
        raise Overtaken(f"No invitation waits for {person.code}.")
    return waiting.part
