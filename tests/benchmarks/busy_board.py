"""A house with a full board and ten years of days behind it, and one of the same people without units."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from clubhouse import helping, tasks, units
from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import issue_card
from clubhouse.house import House
from clubhouse.people import Kind, add_person, new_person
from clubhouse.tasks import NewTask
from clubhouse.units import COLOURS, NewUnit
from tests.houses import ZONE, SetClock, make_house

UNITS, TASKS, HERE, COMING = 10, 80, 120, 200
"""Units, tasks, people who are here and on the board, and people who are still to come."""
YEARS_AGO = date(2016, 11, 28)
TODAY = date(2026, 11, 23)
_RULES = (
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
)

# Two parts a day; the ticks tell of each weekday that all was done.
_OLD_SIGN_UPS = """
INSERT INTO sign_ups (person_id, day, part_id, state, unit_id, at, ended_at)
SELECT people.id, day, part, 'joined', 1 + people.id % :units, day || 'T14:00:00Z', NULL
FROM days, (SELECT 1 AS part UNION SELECT 2), people WHERE people.id <= :here
"""
_OLD_TICKS = """
INSERT INTO task_ticks (task_id, since_day, day, at) SELECT tasks.id, day, day, day || 'T15:00:00Z' FROM days, tasks
"""


def busy_house(path: Path) -> tuple[House, list[int], list[str]]:
    """The house with a board, the ids of those here, and the cards of those still to come."""
    house, here, cards = quiet_house(path)
    with house.store.transaction():
        made = [
            units.add_unit(house, COMMAND_LINE, NewUnit(f"Unit {n}", str(n), COLOURS[n % len(COLOURS)], "A team"))
            for n in range(UNITS)
        ]
        for n in range(TASKS):
            wanted = NewTask(
                made[n % UNITS].id, 1 + n % 2, f"Task {n}", "How to.", "", 2, YEARS_AGO, _RULES[n // 2 % 8]
            )
            tasks.add_task(house, COMMAND_LINE, wanted)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TEMP TABLE days (day TEXT)")
        days = (YEARS_AGO + timedelta(days=n) for n in range((TODAY - YEARS_AGO).days))
        connection.executemany("INSERT INTO days VALUES (?)", [(str(day),) for day in days if day.weekday() < 5])
        connection.execute(_OLD_SIGN_UPS, {"units": UNITS, "here": HERE})
        connection.execute(_OLD_TICKS)
    with house.store.transaction():
        for person_id in here:
            for part in (1, 2):
                helping.join_unit(house, person_id, made[person_id % UNITS].id, part)
    return house, here, cards


def quiet_house(path: Path) -> tuple[House, list[int], list[str]]:
    """The same people, and nothing to help with."""
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    house = make_house(path, SetClock())
    assert house.today() == TODAY
    assert house.settings().zone == ZONE
    with house.store.transaction():
        people = [
            add_person(house, COMMAND_LINE, new_person(house, Kind.MEMBER, f"Rosa{n}", "Alvarez"))
            for n in range(HERE + COMING)
        ]
        cards = [issue_card(house, COMMAND_LINE, person).code for person in people]
    return house, [person.id for person in people[:HERE]], cards[HERE:]
