"""A house with a full month: ten classes and events on each of its days, and ten people registered for each."""

import sqlite3
from contextlib import closing
from datetime import date, time
from pathlib import Path

from clubhouse import series
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.series import NewSeries
from tests.benchmarks.busy_board import quiet_house

A_DAY, DAYS, EACH = 10, 30, 10
"""Classes and events on one day, days of the month, people registered for each."""
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)

_REGISTERED = """
INSERT INTO registrations (occurrence_id, person_id, ride, by_id, at)
SELECT occurrences.id, people.id, 0, NULL, '2026-10-20T14:00:00Z' FROM occurrences, people
WHERE (people.id + occurrences.id) % (SELECT count(*) FROM people) < :each
"""


def full_month(path: Path) -> tuple[House, str]:
    """The house, and the card of somebody who is still to come and registered for some of it."""
    house, _here, cards = quiet_house(path)
    with house.store.transaction():
        for place in range(A_DAY):
            starts, rule = time(9 + place), f"FREQ=DAILY;UNTIL={LAST:%Y%m%d}"
            new = NewSeries(
                "class", f"Event {place}", "", "Lounge", "", FIRST, starts, 60, rule, EACH - 2, 60, rides=False
            )
            series.add_series(house, COMMAND_LINE, new)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(_REGISTERED, {"each": EACH})
        (occurrences,) = connection.execute("SELECT count(*) FROM occurrences").fetchone()
        (registrations,) = connection.execute("SELECT count(*) FROM registrations").fetchone()
        assert (occurrences, registrations) == (A_DAY * DAYS, A_DAY * DAYS * EACH)
    return house, cards[-1]
