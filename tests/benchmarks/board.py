"""How long the board, one person's day and a scan take on a house with a full board and ten years behind it.

Beside it, turn about, a house of the same people without units. Run by hand: `python -m tests.benchmarks.board`.
"""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from clubhouse.attendance import scan
from clubhouse.board import my_day, see_board
from clubhouse.house import House
from clubhouse.people import list_people
from clubhouse.recurrence import latest_day
from tests.benchmarks.busy_board import COMING, HERE, TASKS, busy_house, quiet_house
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal, head, p99, row
from tests.processes import said_by

# As a kiosk that has just been started: nothing is imported, nothing remembered.
FIRST = """
import sys, time
from pathlib import Path
from datetime import datetime
from clubhouse.board import see_board
from clubhouse.house import House
from db.opening import open_store
house = House(open_store(Path(sys.argv[1])), lambda: datetime.fromisoformat("2026-11-23T09:05:00-05:00"))
house.now()
began = time.perf_counter()
seen = see_board(house)
seconds = time.perf_counter() - began
assert len(seen.units) == int(sys.argv[2])
print(seconds)
"""


@click.command()
@folder_option
@click.option("--runs", default=300, show_default=True, help="How many of each.")
def main(folder: Path, runs: int) -> None:
    """Measure what the work-ordered day adds."""
    folder.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    busy, _, cards = busy_house(folder / "board-busy.db")
    quiet, _, other_cards = quiet_house(folder / "board-quiet.db")
    with closing(busy), closing(quiet):
        print(f"built both in {time.perf_counter() - began:.0f} s: {HERE} people here, {TASKS} tasks of ten years\n")
        _check(busy)
        first = [float(said_by(FIRST, busy.store.path, "10")) for _ in range(9)]
        print(head("the board"), row("first after the kiosk's start", first), sep="\n")
        print(row("first of a day", _taken(lambda: see_board(busy), 30, latest_day.cache_clear)))
        warm = _taken(lambda: see_board(busy), runs)
        print(row("later", warm))
        print(row("without units", _taken(lambda: see_board(quiet), runs)))
        print("\n" + head("one person"))
        for name, house, its_cards in (("with a board", busy, cards), ("without units", quiet, other_cards)):
            people = list_people(house)
            print(row(f"my day, {name}", _taken(lambda: my_day(house, people[runs % HERE]), runs)))  # noqa: B023
            left = iter(its_cards)
            print(row(f"scan in, {name}", _taken(lambda: scan(house, next(left)), COMING)))  # noqa: B023
    print("\n" + goal(f"first board {max(first) * 1000:.0f} ms at most, goal 150", max(first) <= 0.15))
    print(goal(f"later board p99 {p99(warm) * 1000:.0f} ms, goal 150", p99(warm) <= 0.15))


def _taken(act: Callable[[], object], runs: int, before: Callable[[], object] = lambda: None) -> list[float]:
    seconds = []
    for _ in range(runs):
        before()
        began = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - began)
    return seconds


def _check(house: House) -> None:
    seen = see_board(house)
    assert sum(len(each.helpers) for each in seen.units) == HERE
    assert sum(len(each.needed) for each in seen.units) >= TASKS // 4


if __name__ == "__main__":
    main()
