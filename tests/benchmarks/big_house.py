"""A house of 10,000 people with cards and 1,000,000 visits over ten years, made once and kept in a folder.

It is the same in every run.
"""

import random
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import product
from pathlib import Path

import db.cards
import db.people
from clubhouse import audit
from clubhouse.codes import ALPHABET, complete
from clubhouse.house import House, found_house
from clubhouse.names import find_letters
from clubhouse.people import Kind, NewPerson, ShownAs
from db.schema import STEPS

NAME = "Harbor House"
NOW = "2026-11-23T08:47"
"""The local time for `CLUBHOUSE_NOW`: the first work day after the last visit on file."""
PEOPLE = 10_000
VISITS = 1_000_000

_VISITS_A_DAY = 400
_LAST_DAY = date(2026, 11, 20)
_SYLLABLES = (
    "Ab Bel Cor Dan El Fen Gil Hal Is Jor Kal Lor Mar Nor Os Per Ros Sam Tor Wil",
    "a ada ali ami ani ara avi e eda eli emi eni era i ida ila ima ini o oda oli ona u uli una",
    "bel cy da dor fa fin ga hal ja kin la lin ma mir na nor ra rin ta vin",
)

# 7919 shares no factor with 10,000, so nobody comes twice on one day; the mornings are spread over 90 minutes.
_ADD_VISITS = """
WITH RECURSIVE numbers (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i < :visits - 1)
INSERT INTO visits (person_id, day, in_at, in_how, out_at, out_how)
SELECT 1 + i * 7919 % :people, day,
  strftime('%Y-%m-%dT%H:%M:%SZ', day, '+13 hours', (i * 37 % 5400) || ' seconds'), 'scan',
  strftime('%Y-%m-%dT%H:%M:%SZ', day, '+16 hours', (i * 61 % 14400) || ' seconds'), 'key'
FROM numbers JOIN days ON days.number = i / :a_day
"""

_ADD_AUDIT = """
INSERT INTO audit (at, station, actor, action, subject, was, became)
SELECT {at}, 'kiosk', code, '{action}', 'visit ' || visits.id, {was}, {became}
FROM visits JOIN people ON people.id = person_id ORDER BY visits.id
"""
_OPEN = (
    """'{"id": ' || visits.id || ', "person_id": ' || person_id || ', "day": "' || day || '", "in_at": "' || in_at"""
    """ || '", "in_how": "scan", '"""
)
_BEGUN = _OPEN + """ || '"out_at": null, "out_how": null}'"""
_ENDED = _OPEN + """ || '"out_at": "' || out_at || '", "out_how": "key"}'"""


@dataclass(frozen=True)
class Carrier:
    """One person of the big house with the card they carry."""

    person_id: int
    code: str
    first_name: str
    """Nobody else's, and what the kiosk greets with."""
    card: str


def carriers() -> list[Carrier]:
    """Everyone in the big house, by id."""
    chance = random.Random(20261123)
    names = ["".join(parts) for parts in product(*(each.split() for each in _SYLLABLES))]
    chance.shuffle(names)
    return [
        Carrier(number, f"M{number:05}", name, complete("".join(chance.choices(ALPHABET, k=24))))
        for number, name in enumerate(names[:PEOPLE], 1)
    ]


def big_house(folder: Path) -> Path:
    """The file of the big house in `folder`, made when it is not there; to be copied and not opened."""
    steps = sha256(repr((STEPS, _ADD_VISITS, _ADD_AUDIT, _ENDED, _VISITS_A_DAY)).encode()).hexdigest()[:12]
    path = folder / f"big-house-{steps}.db"
    if not path.exists():
        began = time.perf_counter()
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        _build(part)
        part.rename(path)
        size = path.stat().st_size / 1e6
        print(f"built {path.name}, {size:.0f} MB, in {time.perf_counter() - began:.0f} s")
    return path


def copy_of_big_house(folder: Path, name: str) -> Path:
    """A copy to be written in, `name` in `folder`, in place of the one of an earlier run."""
    path = folder / name
    for end in ("", "-wal", "-shm"):
        path.with_name(name + end).unlink(missing_ok=True)
    shutil.copy(big_house(folder), path)
    return path


def _build(path: Path) -> None:
    house = found_house(path, NAME, "America/New_York")
    try:
        _add_people(house)
    finally:
        house.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        _add_years(connection)
        connection.execute("PRAGMA journal_mode=WAL").fetchall()


def _add_people(house: House) -> None:
    since, issued = date(2017, 1, 2), datetime(2017, 1, 2, 14, tzinfo=UTC)
    with house.store.transaction():
        for each in carriers():
            person = NewPerson(each.code, Kind.MEMBER, each.first_name, "Doe", "", ShownAs.FIRST_NAME, since)
            db.people.add(house.store, person, find_letters(person))
            db.cards.issue(house.store, each.card, each.person_id, issued)
            audit.record(house, audit.COMMAND_LINE, "add_person", f"person {each.person_id}", None, person)


def _add_years(connection: sqlite3.Connection) -> None:
    # An index is built much faster over rows that are there than row by row.
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('visits', 'audit') AND sql <> ''"
    ).fetchall()
    connection.execute("BEGIN")
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    connection.execute("CREATE TEMP TABLE days (number INTEGER PRIMARY KEY, day TEXT)")
    connection.executemany("INSERT INTO days VALUES (?, ?)", enumerate(_work_days()))
    connection.execute(_ADD_VISITS, {"visits": VISITS, "people": PEOPLE, "a_day": _VISITS_A_DAY})
    connection.execute(_ADD_AUDIT.format(at="in_at", action="sign_in", was="NULL", became=_BEGUN))
    connection.execute(_ADD_AUDIT.format(at="out_at", action="sign_out", was=_BEGUN, became=_ENDED))
    for _, sql in indexes:
        connection.execute(sql)
    connection.execute("COMMIT")


def _work_days() -> list[str]:
    """The work days of the visits, in order."""
    days: list[str] = []
    day = _LAST_DAY
    while len(days) * _VISITS_A_DAY < VISITS:
        if day.weekday() < 5:
            days.append(day.isoformat())
        day -= timedelta(days=1)
    return days[::-1]
