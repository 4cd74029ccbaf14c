"""A kiosk in whose own process everything is exported again and again: what that does to its answers."""

import sys
import tempfile
from datetime import date
from itertools import count
from pathlib import Path
from threading import Thread

from clubhouse.__main__ import open_kiosk
from clubhouse.audit import COMMAND_LINE
from clubhouse.exports.exporting import export
from clubhouse.exports.forms import Form
from clubhouse.exports.request import Request
from clubhouse.house import House, open_house

ALL = Request("visits", date(2000, 1, 1), date(2026, 12, 31))


def main(path: Path, form: Form) -> None:
    """The kiosk of the house at `path`."""
    house = open_house(path)
    Thread(target=_go_on, args=(house, form), daemon=True).start()
    open_kiosk(house, None)


def _go_on(house: House, form: Form) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number in count():
            target = Path(folder) / str(number)
            export(house, COMMAND_LINE, ALL, form, target)
            target.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Form(sys.argv[2]))
