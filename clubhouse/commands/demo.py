"""A made-up house to look round in."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from clubhouse.commands.place import Place
from clubhouse.commands.terminal import refuse_small_terminal


@click.command()
@click.option(
    "--keep", type=click.Path(path_type=Path), metavar="FILE", help="Make it in this new file, and keep it."
)
@click.pass_obj
def demo(place: Place, keep: Path | None) -> None:
    """Open the kiosk of a made-up house. It is gone when the kiosk is closed, and no real house is touched."""
    refuse_small_terminal()
    if keep is not None:
        _open(place, keep)
        return
    with TemporaryDirectory(prefix="clubhouse-demo-") as folder:
        _open(place, Path(folder) / "house.db")


def _open(place: Place, path: Path) -> None:
    from clubhouse.demo import build, deck

    house = build(path)
    try:
        place.open_kiosk(house, deck(house))
    finally:
        house.close()
