"""The monthly figures of a house of 10,000 people and 1,000,000 visits, with the two periods beside."""

from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import click

from clubhouse.figures_report import figures_report
from clubhouse.house import open_house
from clubhouse.periods import months
from tests.benchmarks.big_house import copy_of_big_house
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal, head, row


@click.command()
@folder_option
@click.option("--rounds", default=20, show_default=True, help="So often they are figured out.")
def main(folder: Path, rounds: int) -> None:
    """Print how long they take, and whether the goal is met."""
    house, wall, processor = open_house(copy_of_big_house(folder, "figures.db")), [], []
    for _ in range(rounds):
        began, used = perf_counter(), process_time()
        figures_report(house, months(date(2026, 10, 1), 1))
        wall.append(perf_counter() - began)
        processor.append(process_time() - used)
    house.close()
    print("\n".join([head("A month's figures, three periods"), row("wall", wall), row("processor", processor)]))
    middle = sorted(processor)[rounds // 2] * 1000
    print(goal(f"{middle:.0f} ms of the processor, 300 at most", middle < 300))


if __name__ == "__main__":
    main()
