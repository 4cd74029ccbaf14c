"""The days of the house."""

import click

from clubhouse.commands.place import Place
from clubhouse.visits import close_days


@click.command()
@click.pass_obj
def close_day(place: Place) -> None:
    """End every visit left open on an earlier day, as an estimate. The kiosk does so by itself."""
    with place.house() as house:
        closed = close_days(house)
    click.echo(f"{len(closed)} left open, now ended as estimates.", err=True)
