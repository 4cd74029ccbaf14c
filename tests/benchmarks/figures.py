"""The figures of a house of 10,000 people and 1,000,000 visits over ten years, reckoned and painted at the desk.

Run by hand: `python -m tests.benchmarks.figures`.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import click

from clubhouse import pins
from clubhouse.audit import COMMAND_LINE
from clubhouse.figures_report import figures_report
from clubhouse.house import House, open_house
from clubhouse.locking import see_months
from clubhouse.people import person_by_code
from clubhouse.periods import months
from clubhouse.permissions import Permission, give_permission
from clubhouse.pictures import pictures
from tests.benchmarks.big_house import carriers, copy_of_big_house
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal, head, row
from tests.benchmarks.terminal import Terminal

MOST_SECONDS = 0.300
PIN = "2468"
MONTH, YEAR, TEN_YEARS = months(date(2026, 10, 1), 1), months(date(2025, 11, 1), 12), months(date(2016, 11, 1), 120)
ENTER, ESCAPE, DOWN, F9 = b"\r", b"\x1b", b"\x1b[B", b"\x1b[20~"


@click.command()
@folder_option
@click.option("--rounds", default=10, show_default=True, help="So often each is done.")
@click.option("--painted/--not-painted", default=True, help="Also the desk's page, in a terminal.")
def main(folder: Path, rounds: int, painted: bool) -> None:
    """Print how long they take, and whether the goal is met."""
    path = copy_of_big_house(folder, "figures.db")
    house = open_house(path)
    print(head("reckoned: wall, then processor"))
    for name, period in (("a month", MONTH), ("a year", YEAR), ("ten years", TEN_YEARS)):
        _reckoned(f"figures of {name}, three periods", rounds, lambda of=period: figures_report(house, of))  # type: ignore[misc]
        _reckoned(f"charts of {name}", rounds, lambda of=period: pictures(house, of))  # type: ignore[misc]
    _reckoned("24 months with their doubts", 3, lambda: see_months(house, COMMAND_LINE))
    _prepare(house)
    house.close()
    if painted:
        _paint(path, rounds)


def _reckoned(name: str, rounds: int, do: Callable[[], object]) -> None:
    wall, processor = [], []
    for _ in range(rounds):
        began, used = perf_counter(), process_time()
        do()
        wall.append(perf_counter() - began)
        processor.append(process_time() - used)
    print(row(name, wall), row("", processor), sep="\n")


def _prepare(house: House) -> None:
    """Let the first of the people go through the staff door, to the reports."""
    person = person_by_code(house, carriers()[0].code)
    give_permission(house, COMMAND_LINE, person, Permission.REPORTS)
    pins.put_pin(house, COMMAND_LINE, person, pins.hashed(PIN))


def _paint(path: Path, rounds: int) -> None:
    opened, turned = [], []
    with Terminal("-m", "clubhouse", "--db", str(path)) as terminal:
        terminal.wait_for("Scan your card")
        terminal.rest(1)
        terminal.write(F9)
        terminal.wait_for("Staff")
        terminal.rest(1)
        terminal.write(carriers()[0].card.encode() + ENTER)
        terminal.wait_for("PIN")
        terminal.rest(1)
        terminal.write(PIN.encode() + ENTER)
        terminal.wait_for("Reports")
        terminal.rest(1)
        terminal.write(b"7")
        terminal.wait_for("Lock a month")
        for _ in range(rounds):
            opened.append(_seconds(terminal, ENTER, "October 2026, beside"))
            turned.append(_seconds(terminal, b"E", "September 2026, beside"))
            _seconds(terminal, ESCAPE, "Lock a month")
    print("", head("at the desk: key written -> page painted"), sep="\n")
    print(row("the month opened", opened), row("the month before", turned), sep="\n")
    for name, seconds in (("opened", opened), ("turned", turned)):
        words = f"a month's figures, {name}: median {median(seconds) * 1000:.0f} ms, goal at most 300"
        print(goal(words, median(seconds) <= MOST_SECONDS))


def _seconds(terminal: Terminal, key: bytes, words: str) -> float:
    terminal.rest(0.7)  # one thing after the other
    terminal.forget()
    written = terminal.write(key)
    return terminal.wait_for(words) - written


if __name__ == "__main__":
    main()
