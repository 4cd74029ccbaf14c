"""How long the reach-out list, today and one person's month take with 10,000 people and 1,000,000 visits on file.

Run by hand: `python -m tests.benchmarks.reach_out`.
"""

import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import click

from clubhouse.audit import COMMAND_LINE
from clubhouse.finding import find_people
from clubhouse.house import House
from clubhouse.reach_out import see_reach_out
from clubhouse.record import my_record
from clubhouse.today import see_today
from db.opening import open_store
from tests.benchmarks.big_house import NOW, copy_of_big_house
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal, head, p99, row

GOAL = 0.150


@click.command()
@folder_option
@click.option("--runs", default=50, show_default=True, help="How many of each.")
def main(folder: Path, runs: int) -> None:
    """Measure what the desk asks of a big house."""
    house = House(open_store(copy_of_big_house(folder, "reach-out.db")))
    with closing(house):
        now = datetime.fromisoformat(NOW).replace(tzinfo=house.settings().zone)
        house = House(house.store, lambda: now)
        asked: dict[str, Callable[[], object]] = {
            "today": lambda: see_today(house, COMMAND_LINE),
            "find": lambda: find_people(house, COMMAND_LINE, "ros"),
            "my record": lambda: my_record(house, COMMAND_LINE, 77, "2026-10"),
        }
        print(head("the desk"))
        for after in (7, 14, 30, 3):
            found = see_reach_out(house, COMMAND_LINE, after, page=0).count
            taken = _taken(lambda: see_reach_out(house, COMMAND_LINE, after, page=0), runs)  # noqa: B023
            print(row(f"reach-out after {after} days, page one of {found} members", taken))
            print(goal(f"{GOAL * 1000:.0f} ms for the page", p99(taken) <= GOAL))
        for name, act in asked.items():
            print(row(name, _taken(act, runs)))


def _taken(act: Callable[[], object], runs: int) -> list[float]:
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return taken


if __name__ == "__main__":
    main()
