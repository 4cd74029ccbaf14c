"""From process start to the first paint of the resting screen, on a house of 10,000 people, beside a hello-world app.

Both in the same terminal, turn about; then what the resting kiosk costs.
"""

import os
from collections.abc import Callable
from pathlib import Path
from statistics import median

import click

from tests.benchmarks import hello
from tests.benchmarks.big_house import NAME, copy_of_big_house
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal, head, row
from tests.benchmarks.terminal import Terminal

Start = Callable[[], Terminal]


@click.command()
@folder_option
@click.option("--runs", default=15, show_default=True, help="How many starts of each.")
@click.option("--rest", default=20.0, show_default=True, help="For how many seconds the resting kiosk is watched.")
def main(folder: Path, runs: int, rest: float) -> None:
    """Measure the kiosk's start, and what it costs to leave it on."""
    path = copy_of_big_house(folder, "start.db")

    def kiosk() -> Terminal:
        return Terminal("-m", "clubhouse", "--db", path)

    def hello_world() -> Terminal:
        return Terminal("-m", hello.__name__)

    _start(kiosk, NAME), _start(hello_world, hello.WORDS)  # so that both find their .pyc files
    pairs = [(_start(kiosk, NAME), _start(hello_world, hello.WORDS)) for _ in range(runs)]
    ours, floor = [each for each, _ in pairs], [each for _, each in pairs]
    print(head("process start -> first paint"), row("kiosk, big house", ours), sep="\n")
    print(row("floor: hello world", floor), "", sep="\n")
    share = median(ours) / median(floor)
    print(goal(f"median {share:.2f} of the floor's, goal at most 1.5", share <= 1.5))
    print(f"\nat rest for {rest:.0f} s                           CPU       memory")
    for name, words, start in (("kiosk", NAME, kiosk), ("hello world", hello.WORDS, hello_world)):
        share, memory = _at_rest(start, words, rest)
        print(f"{name:<38}{share * 100:>8.2f} %{memory / 1e6:>8.1f} MB")


def _start(start: Start, words: str) -> float:
    with start() as terminal:
        return terminal.wait_for(words) - terminal.started


def _at_rest(start: Start, words: str, seconds: float) -> tuple[float, int]:
    """The share of one processor that the program uses at rest, and its resident bytes."""
    with start() as terminal:
        terminal.wait_for(words)
        terminal.rest(2)  # what belongs to the start is over
        before = _processor_seconds(terminal.pid)
        terminal.rest(seconds)
        used = _processor_seconds(terminal.pid) - before
        pages = int(Path(f"/proc/{terminal.pid}/statm").read_text().split()[1])
    return used / seconds, pages * os.sysconf("SC_PAGE_SIZE")


def _processor_seconds(pid: int) -> float:
    # The program's name, in brackets, may hold spaces; utime and stime are fields 14 and 15 (proc(5)).
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
