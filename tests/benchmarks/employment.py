"""How long today's placements and a year's hours take in a house with 200 placements and ten years behind it.

Beside them stands the floor, the same rows read by `sqlite3` alone. By hand: `python -m tests.benchmarks.employment`.
"""

import csv
import io
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import click

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment.coverage_days import coverage_of
from clubhouse.employment.hours_out import hours_between, month_hours
from clubhouse.employment.my_hours import my_hours
from clubhouse.employment.outlook import look_ahead
from clubhouse.employment.pay import money
from clubhouse.house import House
from clubhouse.people import Kind, add_person, new_person
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal, head, p99, row
from tests.employment import add_employer, add_placement
from tests.houses import SetClock, make_house

PLACEMENTS, EMPLOYERS, PEOPLE = 200, 60, 600
FIRST, TODAY = date(2016, 11, 28), date(2026, 11, 23)
TERM_DAYS = 273
YEAR = (date(2025, 11, 23), date(2026, 11, 22))

_TERMS = """
INSERT INTO terms (placement_id, person_id, first_day, planned_last_day, last_day)
SELECT placements.id, 1 + (placements.id * 13 + turn) % :people, first, last, CASE WHEN last < :today THEN last END
FROM placements, turns ORDER BY first, placements.id
"""
# One day in twenty is covered by somebody else; the last three days are not yet confirmed.
_WORK = """
INSERT INTO work_days (placement_id, day, what, person_id, for_id, starts_at, minutes, state, correction, at)
SELECT placement_id, day, what, CASE what WHEN 'worked' THEN person_id ELSE 1 + person_id % :people END,
  CASE what WHEN 'covered' THEN person_id END, day || 'T14:00:00Z', 225 + 15 * (placement_id % 3),
  CASE WHEN day > :sure THEN 'logged' ELSE 'confirmed' END, 0, day || 'T18:00:00Z'
FROM (
  SELECT placement_id, person_id, day, CASE WHEN (placement_id + number) % 20 THEN 'worked' ELSE 'covered' END AS what
  FROM terms JOIN days ON day BETWEEN first_day AND coalesce(last_day, '9999')
)
"""
_FLOOR_TODAY = (
    "SELECT * FROM placements JOIN employers ON employers.id = employer_id",
    "SELECT * FROM placement_times WHERE replaced_at IS NULL",
    f"SELECT * FROM terms JOIN people ON people.id = person_id WHERE last_day IS NULL AND first_day <= '{TODAY}'",
    f"SELECT * FROM work_days WHERE ended_at IS NULL AND day = '{TODAY}'",
    f"SELECT * FROM coverage_requests WHERE ended_at IS NULL AND day = '{TODAY}'",
)
_FLOOR_YEAR = (
    f"SELECT * FROM work_days WHERE ended_at IS NULL AND day BETWEEN '{YEAR[0]}' AND '{YEAR[1]}' ORDER BY day"
)


@click.command()
@folder_option
@click.option("--runs", default=50, show_default=True, help="How many of each.")
def main(folder: Path, runs: int) -> None:
    """Measure paid work."""
    folder.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    house = working_house(folder / "employment.db")
    with closing(house), closing(sqlite3.connect(house.store.path)) as bare:
        (rows,) = bare.execute("SELECT count(*) FROM work_days").fetchone()
        print(f"built in {time.perf_counter() - began:.0f} s: {PLACEMENTS} placements, {rows} rows of hours\n")
        assert len(coverage_of(house, COMMAND_LINE)) == PLACEMENTS
        print(head("today's placements"))
        first = _taken(lambda: coverage_of(house, COMMAND_LINE), 1)
        noted = _taken(lambda: coverage_of(house, COMMAND_LINE), runs)
        print(row("first", first), row("opened, the look noted", noted), sep="\n")
        print(row("painted again", _taken(lambda: coverage_of(house, COMMAND_LINE, again=True), runs)))
        print(row("floor: the rows alone", _taken(lambda: [bare.execute(q).fetchall() for q in _FLOOR_TODAY], runs)))
        print(row("one person's own page", _taken(lambda: my_hours(house, COMMAND_LINE, 1, again=True), runs)))
        print(row("looking ahead", _taken(lambda: look_ahead(house, COMMAND_LINE), 5)))
        print("\n" + head("a year's hours"))
        lines = _taken(lambda: _csv_of_months(house), 5)
        each = _taken(lambda: _csv_of_rows(house), 5)
        print(row("by person, job and month, as CSV", lines), row("each row, as CSV", each), sep="\n")
        print(row("floor: the rows alone", _taken(lambda: bare.execute(_FLOOR_YEAR).fetchall(), 5)))
    print("\n" + goal(f"today's page p99 {p99(noted) * 1000:.0f} ms, goal 150", p99(noted) <= 0.15))
    print(goal(f"the year's hours {max(*lines, *each):.2f} s at most, goal 2", max(*lines, *each) < 2))


def working_house(path: Path) -> House:
    """The house, made anew at `path`."""
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    house = make_house(path, SetClock())
    with house.store.transaction():
        for number in range(PEOPLE):
            add_person(house, COMMAND_LINE, new_person(house, Kind.MEMBER, f"Rosa{number}", "Alvarez"))
        employers = [add_employer(house, f"Employer {number}") for number in range(EMPLOYERS)]
        for number in range(PLACEMENTS):
            add_placement(house, employers[number % EMPLOYERS], f"Job {number}", opened_on=FIRST)
    with closing(sqlite3.connect(path)) as connection, connection:
        _add_years(connection)
    # In years of use the log is long written back; as it is now, every read would go through it.
    house.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return house


def _add_years(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TEMP TABLE days (number INTEGER, day TEXT)")
    days = (FIRST + timedelta(days=number) for number in range((TODAY - FIRST).days))
    weekdays = [(number, str(day)) for number, day in enumerate(day for day in days if day.weekday() < 5)]
    connection.executemany("INSERT INTO days VALUES (?, ?)", weekdays)
    connection.execute("CREATE TEMP TABLE turns (turn INTEGER, first TEXT, last TEXT)")
    starts = [FIRST + timedelta(days=TERM_DAYS * turn) for turn in range((TODAY - FIRST).days // TERM_DAYS + 1)]
    turns = [(n, str(start), str(start + timedelta(days=TERM_DAYS - 1))) for n, start in enumerate(starts)]
    connection.executemany("INSERT INTO turns VALUES (?, ?, ?)", turns)
    connection.execute(_TERMS, {"people": PEOPLE, "today": str(TODAY)})
    connection.execute(_WORK, {"people": PEOPLE, "sure": str(TODAY - timedelta(days=4))})
    connection.executemany(
        "INSERT INTO placement_wages (placement_id, since, cents, correction) VALUES (?, ?, ?, 0)",
        [
            (n, f"{year}-01-01", 1000 + 50 * (year - 2016))
            for n in range(1, PLACEMENTS + 1)
            for year in range(2017, 2027)
        ],
    )


def _csv_of_months(house: House) -> int:
    out = io.StringIO()
    writer = csv.writer(out)
    for line in month_hours(house, COMMAND_LINE, f"{YEAR[0]}"[:7], f"{YEAR[1]}"[:7]):
        cells = (line.person.code, line.place.employer, line.place.job, line.month, line.what)
        writer.writerow((*cells, line.pay.minutes, line.pay.h_mm, money(line.pay.cents)))
    return len(out.getvalue())


def _csv_of_rows(house: House) -> int:
    out = io.StringIO()
    writer = csv.writer(out)
    for each in hours_between(house, COMMAND_LINE, *YEAR):
        code = each.person.code if each.person else ""
        writer.writerow((each.work.day, code, each.place.employer, each.place.job, each.work.what, each.work.minutes))
    return len(out.getvalue())


def _taken(act: Callable[[], object], runs: int) -> list[float]:
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - began)
    return seconds


if __name__ == "__main__":
    main()
