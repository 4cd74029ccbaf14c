"""A house to test with: a real file, a clock that stands until it is set, and people who hold cards."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import issue_card
from clubhouse.house import House
from clubhouse.people import Kind, Person, ShownAs, add_person, new_person
from clubhouse.settings import set_setting
from db.opening import create_store

ZONE = ZoneInfo("America/New_York")
NAME = "Harbor House"
ACTOR = COMMAND_LINE
"""Who does things in tests where it does not matter who."""


def local(text: str) -> datetime:
    """The moment at which the test house's wall clock shows `text`, such as `2026-11-23 08:47`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


MONDAY_MORNING = local("2026-11-23 08:47")


class SetClock:
    """A house's clock that stands still until a test moves it."""

    def __init__(self, moment: datetime = MONDAY_MORNING) -> None:
        """Shows `moment`, which is aware."""
        self.moment = moment

    def __call__(self) -> datetime:
        """The moment shown."""
        return self.moment

    def set(self, text: str) -> None:
        """Show the local time `text`, such as `2026-11-23 08:47`."""
        self.moment = local(text)

    def forward(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Move on by so much real time; backward with negative numbers."""
        # Through UTC: adding to a local time would move the hands of the clock, not the time.
        utc = self.moment.astimezone(ZoneInfo("UTC"))
        self.moment = utc + timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def make_house(path: Path, clock: SetClock | None = None, station: str = "kiosk") -> House:
    """A new house in New York whose file is at `path`. Close it when done."""
    house = House(create_store(path), clock or SetClock(), station)
    with house.store.transaction():
        set_setting(house, ACTOR, "name", NAME)
        set_setting(house, ACTOR, "timezone", ZONE.key)
    return house


def add(
    house: House,
    first_name: str = "Rosa",
    last_name: str = "Alvarez",
    kind: Kind = Kind.MEMBER,
    nickname: str = "",
    shown_as: ShownAs = ShownAs.FIRST_NAME,
) -> Person:
    """Somebody on file, without a card."""
    person = new_person(house, kind, first_name, last_name, nickname)
    return add_person(house, ACTOR, replace(person, shown_as=shown_as))


def add_with_card(
    house: House, first_name: str = "Rosa", last_name: str = "Alvarez", kind: Kind = Kind.MEMBER
) -> tuple[Person, str]:
    """Somebody on file and the code of their card."""
    person = add(house, first_name, last_name, kind)
    return person, issue_card(house, ACTOR, person).code


def on_disk(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What plain `sqlite3` reads from the file, on a connection of its own."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def visits_on_disk(house: House) -> list[tuple[object, ...]]:
    """`(in_at, out_at, out_how)` of each visit that counts, in order, as another program reads them."""
    return on_disk(
        house.store.path, "SELECT in_at, out_at, out_how FROM visits WHERE undone_at IS NULL ORDER BY in_at, id"
    )


def actions_on_disk(house: House) -> list[object]:
    """The action of each row of the audit log, in order, as another program reads them."""
    return [action for (action,) in on_disk(house.store.path, "SELECT action FROM audit ORDER BY id")]


def damage_tables(path: Path) -> None:
    """Overwrite the first page of every table and index, as a failing disk might; the schema stays readable."""
    pages = [int(str(page)) for (page,) in on_disk(path, "SELECT rootpage FROM sqlite_schema WHERE rootpage > 1")]
    ((size,),) = on_disk(path, "PRAGMA page_size")
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * int(str(size)))
            file.write(b"\xa5" * int(str(size)))
