"""Whether the kiosk can be shown where it was started."""

import shutil
import sys

from clubhouse.errors import Refused

LEAST_COLUMNS, LEAST_ROWS = 54, 20
"""The smallest terminal in which the kiosk's screens have room."""


def refuse_small_terminal() -> None:
    """Raise `Refused` unless the screens can be shown and used here."""
    if not on_terminal():
        raise Refused("The kiosk needs a terminal of its own. Open one and start: clubhouse")
    size = shutil.get_terminal_size()
    if size.columns < LEAST_COLUMNS or size.lines < LEAST_ROWS:
        raise Refused(
            f"This window has {size.columns} columns and {size.lines} rows; the kiosk needs at least"
            f" {LEAST_COLUMNS} and {LEAST_ROWS}. Make it larger or the letters smaller, and start again."
        )


def on_terminal() -> bool:
    """Whether keys come from a terminal, and the screens, which are drawn on stderr, go to one."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
