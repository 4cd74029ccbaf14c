"""The front door: the command line, and the one place of this floor that opens screens."""

import gc
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from clubhouse.commands.one_line import one_line
from clubhouse.commands.place import Place
from clubhouse.commands.terminal import refuse_small_terminal
from clubhouse.commands.typed import PLAIN
from clubhouse.house import DEFAULT_STATION, House

if TYPE_CHECKING:
    from clubhouse.demo import Deck

COMMANDS = {
    "init": "house:init",
    "settings": "house:settings",
    "people": "people:people_group",
    "cards": "cards:cards_group",
    "pin": "pins:pin_group",
    "desk": "pins:desk",
    "scan": "scan:scan",
    "visits": "visits:visits_group",
    "visitors": "visitors:visitors_group",
    "reach-out": "reach_out:reach_out_group",
    "record": "record:record",
    "support": "record:support",
    "meeting": "meeting:meeting_group",
    "board": "board:board_group",
    "tasks": "tasks:tasks_group",
    "events": "events:events_group",
    "units": "units:units_group",
    "days": "days:days_group",
    "jobs": "jobs:jobs_group",
    "hours": "hours:hours_group",
    "close-day": "days:close_day",
    "export": "export:export",
    "figures": "figures:figures",
    "quality": "quality:quality",
    "backup": "keeping:backup",
    "restore": "keeping:restore",
    "check": "keeping:check",
    "audit": "keeping:audit",
    "demo": "demo:demo",
}
"""Every command's file and function, in the order in which `--help` lists them."""


class FrontDoor(click.Group):
    """Loads a command when it is called, so that the kiosk starts without any, and tells errors in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        return cast(click.Command, getattr(import_module(f"clubhouse.commands.{module}"), function))

    def invoke(self, ctx: click.Context) -> Any:
        """Run what was asked for."""
        with one_line():
            return super().invoke(ctx)


@click.group(cls=FrontDoor, invoke_without_command=True)
@click.option("--db", "file", type=click.Path(path_type=Path), metavar="FILE",
              envvar="CLUBHOUSE_DB", show_envvar=True,
              help="The file of the house.  [default: house.db in the folder for this user's data]")  # fmt: skip
@click.option("--station", type=PLAIN, default=DEFAULT_STATION, show_default=True, metavar="NAME",
              help="Which kiosk or terminal this is; stands in the audit log.")  # fmt: skip
@click.pass_context
def front_door(ctx: click.Context, file: Path | None, station: str) -> None:
    """The kiosk of a Clubhouse. Without a command, it opens."""
    place = ctx.obj = Place(file, station, open_kiosk, open_wall, open_desk)
    if ctx.invoked_subcommand is None:
        refuse_small_terminal()
        with place.house() as house:
            place.open_kiosk(house, None)


def open_kiosk(house: House, deck: "Deck | None") -> None:
    """Show the kiosk until it is closed."""
    gc.disable()  # a start makes much and drops little; the kiosk collects again from its first page on
    from screens.app import run_kiosk

    run_kiosk(house, deck)


def open_desk(house: House) -> None:
    """Show the staff desk until it is closed."""
    from screens.app import run_kiosk

    run_kiosk(house, at_desk=True)


def open_wall(house: House) -> None:
    """Show the wall board until it is closed."""
    from screens.wall import run_wall

    run_wall(house)


def main() -> None:
    """What `clubhouse` starts."""
    for stream in (sys.stdout, sys.stderr):
        # A name that this terminal has no letters for is shown with question marks rather than not at all.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    front_door(prog_name="clubhouse")


if __name__ == "__main__":
    main()
