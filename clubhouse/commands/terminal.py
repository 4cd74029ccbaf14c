"""Whether the screens can be shown where they were started."""

import os
import sys

from clubhouse.errors import Refused

LEAST_COLUMNS, LEAST_ROWS = 54, 20
"""The smallest terminal in which the screens have room."""


def refuse_small_terminal(screens: str = "kiosk", command: str = "clubhouse") -> None:
    """Raise `Refused` unless the screens can be shown and used here; `command` opens them."""
    if not on_terminal():
        raise Refused(f"The {screens} needs a terminal of its own. Open one and start: {command}")
    size = window_size()
    if size.columns < LEAST_COLUMNS or size.lines < LEAST_ROWS:
        raise Refused(
            f"This window has {size.columns} columns and {size.lines} rows; the {screens} needs at least"
            f" {LEAST_COLUMNS} and {LEAST_ROWS}. Make it larger or the letters smaller, and start again."
        )


def window_size() -> os.terminal_size:
    """Of the window itself, whatever COLUMNS and LINES in the environment say."""
    return os.get_terminal_size(sys.stderr.fileno())


def on_terminal() -> bool:
    """Whether keys come from a terminal, and the screens, which are drawn on stderr, go to one."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
