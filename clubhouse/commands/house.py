"""A new house, and what it can choose."""

import click

from clubhouse import settings as house_settings
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN
from clubhouse.house import House, found_house
from clubhouse.people import Kind, add_person, new_person, refuse_bad_name
from clubhouse.permissions import Role, give_role
from clubhouse.pins import give_pin


@click.command()
@click.option("--name", required=True, type=PLAIN, help="The name of the house, as it stands on the kiosk.")
@click.option("--timezone", required=True, type=PLAIN, help="Its time zone, such as America/New_York.")
@click.option("--coordinator", type=PLAIN, metavar="NAME",
              help="First and last name of a coordinator, who gets a PIN for the staff desk.")  # fmt: skip
@click.pass_obj
def init(place: Place, name: str, timezone: str, coordinator: str | None) -> None:
    """Make a new house. A house that is there already stays as it is."""
    if coordinator is not None:
        refuse_bad_name(coordinator)
    house = found_house(place.path, name, timezone, place.station)
    try:
        click.echo(f"{name} is founded, in {place.path}.", err=True)
        if coordinator is not None:
            _add_coordinator(house, coordinator)
    finally:
        house.close()


def _add_coordinator(house: House, name: str) -> None:
    first, _, last = name.partition(" ")
    with house.store.transaction():
        person = add_person(house, COMMAND_LINE, new_person(house, Kind.STAFF, first, last))
        give_role(house, COMMAND_LINE, person, Role.COORDINATOR)
        pin = give_pin(house, COMMAND_LINE, person)
    click.echo(
        f"{person.code} is {name}, coordinator. This PIN opens the staff desk. It is shown this once:", err=True
    )
    click.echo(pin)


@click.command()
@click.argument("key", required=False, type=PLAIN)
@click.argument("value", required=False, type=PLAIN)
@click.pass_obj
def settings(place: Place, key: str | None, value: str | None) -> None:
    """Show or change what the house can choose.

    Lists the settings; or prints the one called KEY; or sets it to VALUE.
    """
    with place.house() as house:
        if key is not None and value is not None:
            house_settings.set_setting(house, COMMAND_LINE, key, value)
            click.echo(f"{key} is now {value}.", err=True)
            return
        with house.store.snapshot():
            texts = house_settings.texts(house.store)
    if key is None:
        about = house_settings.SETTINGS
        columns(("KEY", "VALUE", "ABOUT"), [(each, texts[each], about[each].about) for each in texts])
    else:
        house_settings.setting_named(key)
        click.echo(texts[key])
