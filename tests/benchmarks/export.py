"""A million visits to CSV and Excel, beside the same rows written by the sqlite3 shell and by a bare XlsxWriter loop.

Each runs as a program of its own, so that its processor time and its largest memory are its own. The shell writes
the rows twice: as they are kept, and with the columns of the export, told in local time by SQLite.
"""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click

from tests.benchmarks.big_house import VISITS, copy_of_big_house
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal

_KEPT = (
    "SELECT id, person_id, day, in_at, in_how, out_at, out_how FROM visits WHERE undone_at IS NULL"
    " ORDER BY day, in_at, id"
)
_MINUTES = "(strftime('%s', out_at) - strftime('%s', in_at)) / 60"
_TOLD = (
    "SELECT visits.id, code, kind, day, strftime('%H:%M', in_at, 'localtime'),"
    " strftime('%Y-%m-%d', out_at, 'localtime'), strftime('%H:%M', out_at, 'localtime'),"
    f" {_MINUTES}, printf('%d:%02d', {_MINUTES} / 60, {_MINUTES} % 60), in_how, out_how,"
    " iif(out_how = 'estimate', 'yes', 'no'), iif(out_at IS NULL, 'yes', 'no'), 'no'"
    " FROM visits JOIN people ON people.id = person_id WHERE undone_at IS NULL ORDER BY day, in_at, visits.id"
)
_EXPORT = (sys.executable, "-m", "clubhouse", "--db")
_DAYS = ("--from", "2000-01-01", "--to", "2026-12-31")
_BARE = """
import csv, sys
from xlsxwriter import Workbook
with Workbook(sys.argv[2], {"constant_memory": True}) as book:
    sheet = book.add_worksheet()
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file)):
            for place, cell in enumerate(row):
                if place in (0, 7) and number:
                    sheet.write_number(number, place, int(cell or 0))
                else:
                    sheet.write_string(number, place, cell)
"""


@dataclass(frozen=True)
class Ran:
    """What a program took."""

    wall: float
    processor: float
    """Seconds, of the user and of the system for it."""
    megabytes: float
    """The most memory that it held."""


def ran(command: list[str], target: Path, **environment: str) -> Ran:
    """Run a program that writes `target`, or whose output goes there."""
    target.unlink(missing_ok=True)
    began = time.perf_counter()
    with target.with_suffix(".out").open("wb") as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env={**os.environ, **environment})
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise click.ClickException(f"{command[0]} ended with {child.returncode}")
    return Ran(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


@click.command()
@folder_option
@click.option("--rounds", default=3, show_default=True, help="So often each runs, turn about.")
def main(folder: Path, rounds: int) -> None:
    """Print what each took, and whether the goals are met."""
    house, out = copy_of_big_house(folder, "export.db"), folder / "export"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    csv, xlsx = out / "visits.csv", out / "visits.xlsx"
    programs: dict[str, tuple[list[str], Path]] = {
        "sqlite3 shell, as kept": (["sqlite3", "-csv", str(house), _KEPT], out / "kept"),
        "sqlite3 shell, same columns": (["sqlite3", "-csv", str(house), _TOLD], out / "told"),
        "clubhouse export, csv": ([*_EXPORT, str(house), "export", "visits", str(csv), *_DAYS], csv),
        "bare XlsxWriter loop": ([sys.executable, "-c", _BARE, str(csv), str(out / "bare.xlsx")], out / "bare.xlsx"),
        "clubhouse export, xlsx": (
            [*_EXPORT, str(house), "export", "visits", str(xlsx), "--as", "xlsx", *_DAYS],
            xlsx,
        ),
    }
    took: dict[str, list[Ran]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, (command, target) in programs.items():
            took[name].append(ran(command, target, TZ="America/New_York"))
    print(f"{VISITS:,} visits, median of {rounds}\n{'':<30}{'wall s':>9}{'cpu s':>9}{'MB':>7}")
    middle = {name: Ran(*(median(getattr(each, what) for each in runs) for what in Ran.__annotations__))
              for name, runs in took.items()}  # fmt: skip
    for name, each in middle.items():
        print(f"{name:<30}{each.wall:>9.1f}{each.processor:>9.1f}{each.megabytes:>7.0f}")
    kept, told, ours, bare, ours_xlsx = middle.values()
    for words, mine, theirs, most in (
        ("the goal: csv, beside the shell's rows as kept", ours, kept, 3),
        ("the goal: xlsx, beside the bare loop", ours_xlsx, bare, 1.3),
        ("for comparison: csv, beside the shell's same columns", ours, told, 3),
    ):
        times = mine.processor / theirs.processor
        print(goal(
            f"{words}: {times:.2f} times the processor time, {mine.wall / theirs.wall:.2f} the wall time,"
            f" {most} at most", times <= most,
        ))  # fmt: skip
    memory = max(ours.megabytes, ours_xlsx.megabytes)
    print(goal(f"{memory:.0f} MB at most, 150 allowed", memory < 150))


if __name__ == "__main__":
    main()
