"""Long exports in a process of their own: the kiosk answers a scan as fast as ever while one is made.

In a thread of the kiosk an export would take every second turn of Python. The process begins with this module, is
told by pipe what to do, and says so how far it is; it stops when the kiosk stops it or is gone.
"""

import os
import pickle
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from clubhouse.clock import VARIABLE
from clubhouse.errors import BadFile
from clubhouse.exports.cells import Column
from clubhouse.exports.exporting import EVERYTHING, Exported, Told, export
from clubhouse.exports.forms import Form
from clubhouse.exports.request import Request
from clubhouse.house import House, open_house

_DAYS = 31
"""A month of a large house takes less than the start of a process."""


@dataclass(frozen=True)
class _Asked:
    """All that the process is told."""

    house_file: Path
    station: str
    actor: str
    request: Request
    form: Form
    target: Path
    columns: tuple[Column, ...]
    bom: bool


def export_beside(
    house: House,
    actor: str,
    request: Request,
    form: Form,
    target: Path,
    *,
    columns: tuple[Column, ...] = (),
    bom: bool = False,
    told: Told = lambda rows: None,
) -> Exported:
    """What `export` does, in a process of its own where it may take long. Raises as `export`."""
    if request.what != EVERYTHING and (request.last - request.first).days < _DAYS:
        return export(house, actor, request, form, target, columns=columns, bom=bom, told=told)
    asked = _Asked(house.store.path, house.station, actor, request, form, target, columns, bom)
    moment = {VARIABLE: house.clock().isoformat()}
    with subprocess.Popen(
        [sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=os.environ | moment, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump(asked, process.stdin)
            process.stdin.flush()
            return _answer(process.stdout, told)
        finally:
            process.terminate()  # it clears away what is half written; where it is done this does nothing


def _answer(said: IO[bytes], told: Told) -> Exported:
    while True:
        try:
            word = pickle.load(said)
        except EOFError:
            raise BadFile("It was broken off from outside, and no file is left. Please write it again.") from None
        if isinstance(word, Exported):
            return word
        if isinstance(word, BaseException):
            raise word
        told(word)


def _work() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    os.nice(5)  # whoever scans a card comes first
    asked: _Asked = pickle.load(sys.stdin.buffer)

    def say(word: object) -> None:
        pickle.dump(word, sys.stdout.buffer)
        sys.stdout.buffer.flush()

    try:
        house = open_house(asked.house_file, asked.station)
        done = export(
            house, asked.actor, asked.request, asked.form, asked.target,
            columns=asked.columns, bom=asked.bom, told=say,
        )  # fmt: skip
        say(done)
    except Exception as error:
        say(error)


if __name__ == "__main__":
    _work()
