"""What the house asks of a person, and the unit they call theirs; commands of the group `people`."""

import click

from clubhouse import people, permissions, units
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN
from clubhouse.permissions import Permission, Role

_PERMISSION = click.Choice([each.value for each in Permission])
_PERMISSION_OR_ROLE = click.Choice([each.value for each in (*Permission, *Role)])


@click.command()
@click.argument("code", type=PLAIN)
@click.argument("permission", required=False, type=_PERMISSION_OR_ROLE, metavar="[PERMISSION]")
@click.pass_obj
def permit(place: Place, code: str, permission: str | None) -> None:
    """Ask somebody to look after a task of the house, or list what they look after.

    PERMISSION is greeter, board, events, employment, reach-out, reports or settings; staff or
    coordinator stands for all that these look after.
    """
    with place.house() as house:
        person = people.person_by_code(house, code)
        if permission is None:
            for each in sorted(permissions.permissions_of(house, person)):
                click.echo(each)
            return
        if permission in set(Role):
            permissions.give_role(house, COMMAND_LINE, person, Role(permission))
        else:
            permissions.give_permission(house, COMMAND_LINE, person, Permission(permission))
    what = f"all that belongs to {permission}" if permission in set(Role) else permission
    click.echo(f"{person.code} looks after {what} from now on.", err=True)


@click.command()
@click.argument("code", type=PLAIN)
@click.argument("permission", type=_PERMISSION, metavar="PERMISSION")
@click.pass_obj
def unpermit(place: Place, code: str, permission: str) -> None:
    """Take a task of the house back from somebody."""
    with place.house() as house:
        person = people.person_by_code(house, code)
        permissions.take_permission(house, COMMAND_LINE, person, Permission(permission))
    click.echo(f"{person.code} no longer looks after {permission}.", err=True)


@click.command("home-unit")
@click.argument("code", type=PLAIN)
@click.argument("unit", required=False, type=PLAIN)
@click.pass_obj
def home_unit(place: Place, code: str, unit: str | None) -> None:
    """Show or set the unit that somebody calls theirs.

    UNIT is the name of a unit, or none. It binds nobody to anything.
    """
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        if unit is None:
            known = {each.id: each.name for each in units.list_units(house)}
            click.echo(known.get(person.home_unit_id or 0, "none"))
            return
        unit_id = None if unit.casefold() == "none" else units.unit_named(house, unit).id
        units.set_home_unit(house, COMMAND_LINE, person, unit_id)
    click.echo(f"{person.code} calls {'no unit' if unit_id is None else unit} theirs.", err=True)
