"""The kiosk's answer to a scan while a million visits are exported, and while nothing else is done, turn about.

The export runs in another process, as `clubhouse export` does, and, to see what that is good for, in a thread of
the kiosk itself.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from clubhouse.exports.forms import Form
from tests.benchmarks import exporting_kiosk
from tests.benchmarks.big_house import NAME, Carrier, carriers, copy_of_big_house
from tests.benchmarks.options import folder_option
from tests.benchmarks.sign_in import RESTING, Taken, scan
from tests.benchmarks.table import goal, head, p99, row
from tests.benchmarks.terminal import Terminal
from tests.processes import ROOT


@click.command()
@folder_option
@click.option("--scans", default=40, show_default=True, help="How many in each turn.")
@click.option("--turns", default=3, show_default=True, help="How many turns of each kind.")
@click.option("--as", "form", type=click.Choice(["csv", "xlsx"]), default="csv", show_default=True)
def main(folder: Path, scans: int, turns: int, form: str) -> None:
    """Measure answers with an export beside them and without."""
    path, people, taken = copy_of_big_house(folder, "sign-in-export.db"), carriers(), Taken()
    scanning = iter(people)
    quiet: list[float] = []
    beside: list[float] = []
    inside: list[float] = []
    with ExitStack() as stack:
        kiosk = stack.enter_context(Terminal("-m", "clubhouse", "--db", path))
        kiosk.wait_for(NAME)
        for _ in range(turns):
            quiet += _scans(taken, kiosk, scanning, scans)
            with _exporting(path, form):
                beside += _scans(taken, kiosk, scanning, scans)
    with Terminal("-m", exporting_kiosk.__name__, path, form) as kiosk:
        kiosk.wait_for(NAME, 60)
        inside += _scans(taken, kiosk, scanning, scans * turns)
    print(head(f"last byte written -> answer painted, {form}"))
    print(row("nothing else is done", quiet))
    print(row("an export in another process", beside))
    print(row("an export in the kiosk's own process", inside))
    print(goal(f"beside an export p99 is {p99(beside) * 1000:.0f} ms, goal at most 100", p99(beside) <= 0.1))
    print(goal(f"no scan lost or mixed up {' '.join(taken.wrong[:9])}", not taken.wrong))


def _scans(taken: Taken, kiosk: Terminal, people: Iterator[Carrier], scans: int) -> list[float]:
    seconds = []
    for _ in range(scans):
        kiosk.rest(0.15)
        seconds.append(scan(taken, kiosk, next(people)))
        kiosk.rest(0.15)
        kiosk.forget()
        kiosk.write(b"0")
        kiosk.wait_for(RESTING)
    return seconds


@contextmanager
def _exporting(path: Path, form: str) -> Iterator[None]:
    """An export of all visits after the other, until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        command = f'while rm -f "$1"; "$2" -m clubhouse --db "$3" export visits "$1" --as {Form(form)} ' \
                  '--from 2000-01-01 --to 2026-12-31; do :; done'  # fmt: skip
        with subprocess.Popen(
            ["sh", "-c", command, "sh", str(Path(folder) / "visits"), sys.executable, str(path)],
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0,
        ) as running:  # fmt: skip
            try:
                yield
            finally:
                os.killpg(running.pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
