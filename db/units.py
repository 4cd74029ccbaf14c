"""Statements about units: what they are, their seats, and which staff lead them."""

from dataclasses import dataclass
from datetime import date

from db.store import Store
from db.values import maybe_date


@dataclass(frozen=True)
class NewUnit:
    """A team that runs part of the house."""

    name: str
    sign: str
    """One character that stands for it."""
    colour: str
    """The name of the sign's colour."""
    about: str
    """What the unit does, in a line."""


@dataclass(frozen=True)
class Unit(NewUnit):
    """A unit on file."""

    id: int
    resting_since: date | None
    """Since when nobody is asked to help there."""


@dataclass(frozen=True)
class Lead:
    """One of the staff leads a unit in a part, on one day or each week."""

    id: int
    unit_id: int
    part_id: int
    person_id: int
    weekday: int | None
    """ISO weekday; None for a single `day`."""
    day: date | None


def every(store: Store) -> list[Unit]:
    """All units, the resting too, in the order in which they were added."""
    rows = store.connection.execute("SELECT name, sign, colour, about, id, resting_since FROM units ORDER BY id")
    return [
        Unit(name, sign, colour, about, id_, maybe_date(resting)) for name, sign, colour, about, id_, resting in rows
    ]


def get(store: Store, unit_id: int) -> Unit | None:
    """The unit with that id."""
    return next((unit for unit in every(store) if unit.id == unit_id), None)


def add(store: Store, unit: NewUnit) -> int:
    """Put a unit on file; returns its id."""
    cursor = store.connection.execute(
        "INSERT INTO units (name, sign, colour, about) VALUES (?, ?, ?, ?)",
        (unit.name, unit.sign, unit.colour, unit.about),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def change(store: Store, unit_id: int, unit: NewUnit) -> None:
    """Replace what is said of a unit."""
    store.connection.execute(
        "UPDATE units SET name = ?, sign = ?, colour = ?, about = ? WHERE id = ?",
        (unit.name, unit.sign, unit.colour, unit.about, unit_id),
    )


def rest(store: Store, unit_id: int, day: date | None) -> None:
    """Let a unit rest from `day`, or with None take it up again."""
    store.connection.execute("UPDATE units SET resting_since = ? WHERE id = ?", (day and day.isoformat(), unit_id))


def seats(store: Store, part_id: int) -> dict[int, int | None]:
    """Seats by unit in that part; a unit that is missing, or None, has no limit."""
    rows = store.connection.execute("SELECT unit_id, seats FROM unit_seats WHERE part_id = ?", (part_id,))
    return dict(rows.fetchall())


def put_seats(store: Store, unit_id: int, part_id: int, count: int | None) -> None:
    """Set the seats of a unit in a part; None is no limit."""
    store.connection.execute(
        "INSERT INTO unit_seats (unit_id, part_id, seats) VALUES (?, ?, ?)"
        " ON CONFLICT (unit_id, part_id) DO UPDATE SET seats = excluded.seats",
        (unit_id, part_id, count),
    )


_LEAD = "id, unit_id, part_id, person_id, weekday, day"


def _lead(row: tuple[int, int, int, int, int | None, str | None]) -> Lead:
    return Lead(*row[:5], maybe_date(row[5]))


def leads_on(store: Store, day: date) -> list[Lead]:
    """Who leads on that day by the weekly pattern or for that day alone, in use on it."""
    rows = store.connection.execute(
        f"SELECT {_LEAD} FROM unit_leads WHERE weekday = ? AND since <= ? AND (ended_on IS NULL OR ended_on > ?)"
        f" UNION ALL SELECT {_LEAD} FROM unit_leads WHERE day = ? AND ended_on IS NULL ORDER BY 1",
        (day.isoweekday(), day.isoformat(), day.isoformat(), day.isoformat()),
    )
    return [_lead(row) for row in rows]


def add_lead(store: Store, lead: Lead, since: date) -> int:
    """Put a lead on file (its id is ignored); returns the id."""
    cursor = store.connection.execute(
        "INSERT INTO unit_leads (unit_id, part_id, person_id, weekday, day, since) VALUES (?, ?, ?, ?, ?, ?)",
        (
            lead.unit_id,
            lead.part_id,
            lead.person_id,
            lead.weekday,
            lead.day and lead.day.isoformat(),
            since.isoformat(),
        ),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def end_lead(store: Store, lead_id: int, day: date) -> None:
    """From `day` on the person no longer leads there."""
    store.connection.execute("UPDATE unit_leads SET ended_on = ? WHERE id = ?", (day.isoformat(), lead_id))
