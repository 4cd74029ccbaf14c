"""Statements about orientation: getting to know the house, with a buddy, step by step."""

from dataclasses import dataclass
from datetime import date, datetime

from db.people import SHOWN_COLUMNS, NewPerson, known_as
from db.store import Store
from db.values import instant_text, maybe_date


@dataclass(frozen=True)
class NewOrientation:
    """Somebody who gets to know the house."""

    person_id: int
    buddy_id: int | None
    """Who goes along; None while nobody is found."""
    since: date


@dataclass(frozen=True)
class Orientation(NewOrientation):
    """One on file."""

    id: int
    ended_on: date | None
    """None while it goes on."""


@dataclass(frozen=True)
class UnderWay:
    """An orientation that goes on, with what a list shows of it."""

    orientation: Orientation
    person: NewPerson
    done: int
    """How many steps are done."""


def of_person(store: Store, person_id: int) -> Orientation | None:
    """The person's orientation that goes on, or else the last."""
    row = store.connection.execute(
        "SELECT person_id, buddy_id, since, id, ended_on FROM orientations WHERE person_id = ?"
        " ORDER BY ended_on IS NULL DESC, id DESC LIMIT 1",
        (person_id,),
    ).fetchone()
    return None if row is None else _orientation(*row)


def _orientation(person_id: int, buddy_id: int | None, since: str, id_: int, ended_on: str | None) -> Orientation:
    return Orientation(person_id, buddy_id, date.fromisoformat(since), id_, maybe_date(ended_on))


def under_way(store: Store) -> list[UnderWay]:
    """All that go on, the newest first."""
    rows = store.connection.execute(
        "SELECT orientations.person_id, buddy_id, orientations.since, orientations.id, orientations.ended_on,"
        " (SELECT count(*) FROM orientation_steps WHERE orientation_id = orientations.id AND undone_at IS NULL),"
        f" {SHOWN_COLUMNS} FROM orientations JOIN people ON people.id = person_id"
        " WHERE orientations.ended_on IS NULL ORDER BY orientations.id DESC"
    )
    return [UnderWay(_orientation(*row[:5]), known_as(row[6:]), row[5]) for row in rows]


def begin(store: Store, new: NewOrientation) -> Orientation:
    """Put one on file. Raises `sqlite3.IntegrityError` when one of the person goes on."""
    cursor = store.connection.execute(
        "INSERT INTO orientations (person_id, buddy_id, since) VALUES (?, ?, ?)",
        (new.person_id, new.buddy_id, new.since.isoformat()),
    )
    assert cursor.lastrowid is not None
    return Orientation(new.person_id, new.buddy_id, new.since, cursor.lastrowid, None)


def set_buddy(store: Store, orientation_id: int, buddy_id: int | None) -> None:
    """Who goes along from now on."""
    store.connection.execute("UPDATE orientations SET buddy_id = ? WHERE id = ?", (buddy_id, orientation_id))


def end(store: Store, orientation_id: int, day: date) -> None:
    """The person knows the house."""
    store.connection.execute("UPDATE orientations SET ended_on = ? WHERE id = ?", (day.isoformat(), orientation_id))


def steps(store: Store, orientation_id: int) -> dict[str, date]:
    """The steps that are done, with their days."""
    rows = store.connection.execute(
        "SELECT step, done_on FROM orientation_steps WHERE orientation_id = ? AND undone_at IS NULL ORDER BY id",
        (orientation_id,),
    )
    return {step: date.fromisoformat(day) for step, day in rows}


def tick(store: Store, orientation_id: int, step: str, day: date, by_id: int | None) -> bool:
    """The step is done; False when it was already."""
    cursor = store.connection.execute(
        "INSERT INTO orientation_steps (orientation_id, step, done_on, by_id) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (orientation_id, step) WHERE undone_at IS NULL DO NOTHING",
        (orientation_id, step, day.isoformat(), by_id),
    )
    return cursor.rowcount == 1


def untick(store: Store, orientation_id: int, step: str, at: datetime) -> bool:
    """It is not done after all; False when it was not."""
    cursor = store.connection.execute(
        "UPDATE orientation_steps SET undone_at = ? WHERE orientation_id = ? AND step = ? AND undone_at IS NULL",
        (instant_text(at), orientation_id, step),
    )
    return cursor.rowcount == 1
