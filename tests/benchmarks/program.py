"""How long a week, a month and a list take: 300 events and 3,000 registrations a month, ten years of the same behind.

Beside it, in one run: bare SQLite over the same rows. Run by hand: `python -m tests.benchmarks.program`.
"""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import click

from clubhouse.audit import COMMAND_LINE
from clubhouse.door import see_list
from clubhouse.house import House
from clubhouse.program import month_of, see_program
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal, head, p99, row
from tests.houses import SetClock, add, make_house

FIRST, DAYS = date(2017, 1, 1), 3652
LAST_MONTH = month_of(date(2026, 11, 23))
A_DAY, EACH, PEOPLE, SERIES = 10, 10, 200, 500


def fill(house: House) -> None:
    """Ten years of ten events a day with ten people on each list."""
    for number in range(PEOPLE):
        add(house, f"Rosa{number}")
    write = house.store.connection
    with house.store.transaction():
        write.executemany(
            "INSERT INTO series (uid, kind, title, first_day, starts, minutes, rule, seats, made_until)"
            " VALUES (?, 'social', ?, '2017-01-01', '14:00', 60, 'FREQ=DAILY', 8, '2027-12-31')",
            ((f"uid{number}", f"Bingo {number}") for number in range(SERIES)),
        )
        write.executemany(
            "INSERT INTO series_leads (series_id, person_id) VALUES (?, ?)",
            ((number, 1 + number % PEOPLE) for number in range(1, SERIES + 1)),
        )
        write.executemany(
            "INSERT INTO occurrences (series_id, original_day, day, starts, minutes, title, seats)"
            " VALUES (?, ?, ?, '14:00', 60, 'Bingo', 8)",
            (
                (1 + (at * 7 + number) % SERIES, day, day)
                for at in range(DAYS)
                for number in range(A_DAY)
                for day in [(FIRST + timedelta(days=at)).isoformat()]
            ),
        )
        write.executemany(
            "INSERT INTO registrations (occurrence_id, person_id, at) VALUES (?, ?, '2026-11-01T12:00:00Z')",
            (
                (occurrence, 1 + (occurrence * 13 + number * 7) % PEOPLE)
                for occurrence in range(1, DAYS * A_DAY + 1)
                for number in range(EACH)
            ),
        )


def bare(path: Path, first: date, last: date) -> Callable[[], object]:
    """Read the same rows and counts with `sqlite3` alone."""
    connection = sqlite3.connect(path)

    def read() -> object:
        return connection.execute(
            "SELECT *, (SELECT count(*) FROM registrations WHERE occurrence_id = occurrences.id AND ended_at IS NULL)"
            " FROM occurrences WHERE cancelled_at IS NULL AND day BETWEEN ? AND ? ORDER BY day, starts, id",
            (first.isoformat(), last.isoformat()),
        ).fetchall()

    return read


def taken(act: Callable[[], object], runs: int) -> list[float]:
    """The seconds of each run."""
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - began)
    return seconds


@click.command()
@folder_option
@click.option("--runs", default=100, show_default=True, help="How many of each.")
def main(folder: Path, runs: int) -> None:
    """Measure the programme of classes and events."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "program.db"
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    with closing(make_house(path, SetClock())) as house:
        fill(house)
        first, last = LAST_MONTH
        month = see_program(house, first, last, 1)
        assert (len(month.events), sum(each.taken for each in month.events)) == (300, 3000)
        week, event = date(2026, 11, 23), month.events[200].occurrence.id
        months = taken(lambda: see_program(house, first, last, 1), runs)
        print(head("the programme"), row("a month", months), sep="\n")
        print(row("a week", taken(lambda: see_program(house, week, week + timedelta(days=6), 1), runs)))
        print(row("a list", taken(lambda: see_list(house, COMMAND_LINE, event), runs)))
        print(row("floor: a month's rows, bare", taken(bare(path, first, last), runs)))
    print("\n" + goal(f"a month p99 {p99(months) * 1000:.0f} ms, goal 150 with its screen", p99(months) <= 0.075))


if __name__ == "__main__":
    main()
