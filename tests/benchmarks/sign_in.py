"""From the last byte of a scan to the painted answer, in a real terminal, on a house of 10,000 people.

Beside it, in the same run and turn about with it: a bare commit of the same two rows, and a bare app that paints
a label on Enter.
"""

import math
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median

import click

from tests.benchmarks import bare_label
from tests.benchmarks.big_house import NAME, Carrier, carriers, copy_of_big_house
from tests.benchmarks.floors import BareCommit, take_label
from tests.benchmarks.options import folder_option
from tests.benchmarks.streams import Stream, painted_names, stream
from tests.benchmarks.table import goal, head, p99, row
from tests.benchmarks.terminal import Silent, Terminal

RESTING = "Scan your card to sign in"


@dataclass
class Taken:
    """The seconds of each kind, one a round."""

    from_home: list[float] = field(default_factory=list)
    """The page of the person before was open."""
    from_rest: list[float] = field(default_factory=list)
    commits: list[float] = field(default_factory=list)
    labels: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    """Whose scan was not answered, or answered with somebody else's name."""
    last: str = ""
    """Whose answer was painted last; the kiosk may paint it once more before the next."""
    streams: list[Stream] = field(default_factory=list)


@click.command()
@folder_option
@click.option("--scans", default=300, show_default=True, help="How many from each page.")
@click.option("--apart", default=0.25, show_default=True, help="At least so many seconds between two scans.")
def main(folder: Path, scans: int, apart: float) -> None:
    """Measure the kiosk's answer to a scan, and its floors."""
    path, other = (copy_of_big_house(folder, name) for name in ("sign-in.db", "sign-in-floor.db"))
    people, taken = iter(carriers()), Taken()
    with ExitStack() as stack:
        kiosk = stack.enter_context(Terminal("-m", "clubhouse", "--db", path))
        label = stack.enter_context(Terminal("-m", bare_label.__name__))
        commit = stack.enter_context(closing(BareCommit(other)))
        label.wait_for(bare_label.READY)
        kiosk.wait_for(NAME)
        for _ in range(scans):
            _round(taken, people, kiosk, label, commit, apart / 2)
        taken.streams.append(stream(kiosk, path, list(islice(people, 500)), gap=0))
        taken.streams.append(stream(kiosk, path, list(islice(people, 200)), gap=0.001))
    _report(taken)


def _round(
    taken: Taken, people: Iterator[Carrier], kiosk: Terminal, label: Terminal, commit: BareCommit, rest: float
) -> None:
    kiosk.rest(rest)
    taken.from_rest.append(scan(taken, kiosk, next(people)))
    kiosk.rest(rest)
    taken.commits.append(commit.take(next(people)))
    kiosk.rest(rest)
    taken.from_home.append(scan(taken, kiosk, next(people)))
    kiosk.rest(rest)
    taken.labels.append(take_label(label, next(people)))
    kiosk.forget()
    kiosk.write(b"0")
    kiosk.wait_for(RESTING)


def scan(taken: Taken, kiosk: Terminal, person: Carrier) -> float:
    """Seconds from the last byte of the scan to its painted answer, endless where none came."""
    kiosk.forget()
    written = kiosk.write(person.card.encode() + b"\r")
    try:
        seconds = kiosk.wait_for(rf", {person.first_name}\. You are signed in, \d+:\d\d") - written
    except Silent:
        seconds = math.inf
    if set(painted_names(kiosk.output)) - {taken.last} != {person.first_name}:
        taken.wrong.append(person.first_name)
    taken.last = person.first_name
    return seconds


def _report(taken: Taken) -> None:
    pages = {"scan on the resting screen": taken.from_rest, "scan on the page of another": taken.from_home}
    floors = {"floor: bare commit of the two rows": taken.commits, "floor: bare app, label on Enter": taken.labels}
    print(head("last byte written -> answer painted"))
    for name, times in (pages | floors).items():
        print(row(name, times))
    scans = sum(map(len, pages.values()))
    print(f"\n{len(taken.wrong)} of {scans} scans lost or mixed up {' '.join(taken.wrong[:9])}")
    print(*taken.streams, "", sep="\n")
    floor = median(taken.commits) + median(taken.labels)
    for name, times in pages.items():
        print(goal(f"{name}: p99 {p99(times) * 1000:.0f} ms, goal at most 100", p99(times) <= 0.1))
        share = median(times) / floor
        print(goal(f"{name}: median {share:.2f} of the floors' {floor * 1000:.1f} ms, goal at most 2", share <= 2))
    print(goal("no scan lost, merged or mixed up", not taken.wrong and all(each.whole for each in taken.streams)))


if __name__ == "__main__":
    main()
