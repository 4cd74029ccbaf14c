"""The staff desk in a terminal of its own, and the PINs that open it."""

import click

from clubhouse import people, pins
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.place import Place
from clubhouse.commands.terminal import refuse_small_terminal
from clubhouse.commands.typed import PLAIN


@click.group("pin")
def pin_group() -> None:
    """Give PINs for the staff desk."""


@pin_group.command()
@click.argument("code", type=PLAIN)
@click.pass_obj
def give(place: Place, code: str) -> None:
    """Give somebody a new PIN, and print it this once.

    One that they had before is valid no more.
    """
    with place.house() as house:
        person = people.person_by_code(house, code)
        pin = pins.give_pin(house, COMMAND_LINE, person)
    click.echo(f"This is the PIN of {person.code}. It is shown this once; they can change it at the desk.", err=True)
    click.echo(pin)


@click.command()
@click.pass_obj
def desk(place: Place) -> None:
    """Open the staff desk in this terminal."""
    refuse_small_terminal("staff desk", "clubhouse desk")
    assert place.open_desk
    with place.house() as house:
        place.open_desk(house)
