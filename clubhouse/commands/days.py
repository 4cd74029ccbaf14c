"""The days of the house."""

import click

from clubhouse.commands.place import Place
from clubhouse.visits import close_days


@click.command()
@click.pass_obj
def close_day(place: Place) -> None:
    """End visits left open on an earlier day.

    Their ends are estimates, and marked so. The kiosk does this by itself when the day turns.
    """
    with place.house() as house:
        closed = close_days(house)
    click.echo(f"{len(closed)} left open, now ended as estimates.", err=True)
