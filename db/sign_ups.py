"""Statements about sign-ups: who helps where in a part of a day.

A trigger refuses a sign-up for which its unit has no seat, and indexes keep everybody to one place and one
invitation in each part; so that holds however many kiosks write.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from db.people import Kind, ShownAs
from db.store import Store
from db.values import instant_text


class State(StrEnum):
    """What a sign-up says."""

    JOINED = "joined"
    INVITED = "invited"
    """Staff hold a seat and ask; the person has not answered."""
    VISITING = "visiting"
    """Just visiting today."""


@dataclass(frozen=True)
class NewSignUp:
    """One person in one part of a day."""

    person_id: int
    day: date
    part_id: int
    state: State
    unit_id: int | None
    """None for somebody who is just visiting."""
    task_id: int | None
    by_id: int | None
    """Who of the staff invited, or wrote down what the person asked for."""


@dataclass(frozen=True)
class SignUp(NewSignUp):
    """A sign-up on file."""

    id: int


@dataclass(frozen=True)
class Placed:
    """A sign-up with what the board shows of its person."""

    sign_up: SignUp
    kind: Kind
    first_name: str
    last_name: str
    nickname: str
    shown_as: ShownAs


_COLUMNS = "sign_ups.person_id, day, part_id, state, unit_id, task_id, by_id, sign_ups.id"


def _sign_up(row: Sequence[Any]) -> SignUp:
    person_id, day, part_id, state, unit_id, task_id, by_id, id_ = row
    return SignUp(person_id, date.fromisoformat(day), part_id, State(state), unit_id, task_id, by_id, id_)


def _list(store: Store, where: str, *values: object) -> list[SignUp]:
    rows = store.connection.execute(f"SELECT {_COLUMNS} FROM sign_ups WHERE ended_at IS NULL AND {where}", values)
    return [_sign_up(row) for row in rows]


def of_person(store: Store, person_id: int, day: date) -> list[SignUp]:
    """What the person has chosen, and is invited to, on that day."""
    return _list(store, "person_id = ? AND day = ? ORDER BY part_id, id", person_id, day.isoformat())


def placed(store: Store, day: date, part_id: int) -> list[Placed]:
    """Everybody on the board of that part, in the order in which they came."""
    rows = store.connection.execute(
        f"SELECT {_COLUMNS}, kind, first_name, last_name, nickname, shown_as FROM sign_ups"
        " JOIN people ON people.id = sign_ups.person_id"
        " WHERE sign_ups.ended_at IS NULL AND day = ? AND part_id = ? ORDER BY sign_ups.id",
        (day.isoformat(), part_id),
    )
    return [
        Placed(_sign_up(row), Kind(kind), first, last, nickname, ShownAs(shown_as))
        for *row, kind, first, last, nickname, shown_as in rows
    ]


def ended_at(store: Store, person_id: int, day: date, at: datetime) -> list[SignUp]:
    """What the person had chosen for that day and what ended at that moment."""
    rows = store.connection.execute(
        f"SELECT {_COLUMNS} FROM sign_ups WHERE person_id = ? AND day = ? AND ended_at = ? ORDER BY id",
        (person_id, day.isoformat(), instant_text(at)),
    )
    return [_sign_up(row) for row in rows]


def invitations_before(store: Store, day: date) -> list[SignUp]:
    """Invitations of earlier days that were never answered."""
    return _list(store, "state = 'invited' AND day < ? ORDER BY day, id", day.isoformat())


def count(store: Store, day: date, part_id: int, unit_id: int) -> int:
    """How many seats of the unit are taken or held."""
    (taken,) = store.connection.execute(
        "SELECT count(*) FROM sign_ups WHERE ended_at IS NULL AND day = ? AND part_id = ? AND unit_id = ?",
        (day.isoformat(), part_id, unit_id),
    ).fetchone()
    return int(taken)


def add(store: Store, sign_up: NewSignUp, at: datetime) -> SignUp:
    """Put a sign-up on file. Raises `sqlite3.IntegrityError` when there is no seat, or one in that part already."""
    cursor = store.connection.execute(
        "INSERT INTO sign_ups (person_id, day, part_id, state, unit_id, task_id, by_id, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            sign_up.person_id,
            sign_up.day.isoformat(),
            sign_up.part_id,
            sign_up.state,
            sign_up.unit_id,
            sign_up.task_id,
            sign_up.by_id,
            instant_text(at),
        ),
    )
    assert cursor.lastrowid is not None
    return SignUp(**sign_up.__dict__, id=cursor.lastrowid)


def accept(store: Store, invitation_id: int, sign_up: NewSignUp, at: datetime) -> SignUp:
    """Make an invitation the sign-up that was asked for; the seat is the one that was held."""
    store.connection.execute(
        "UPDATE sign_ups SET state = ?, task_id = ?, by_id = ?, at = ? WHERE id = ?",
        (sign_up.state, sign_up.task_id, sign_up.by_id, instant_text(at), invitation_id),
    )
    return SignUp(**sign_up.__dict__, id=invitation_id)


def take_task(store: Store, sign_up_id: int, task_id: int | None) -> None:
    """The task that the person helps with."""
    store.connection.execute("UPDATE sign_ups SET task_id = ? WHERE id = ?", (task_id, sign_up_id))


def end(store: Store, sign_up_id: int, at: datetime) -> None:
    """The person helps there no longer; the row stays."""
    store.connection.execute("UPDATE sign_ups SET ended_at = ? WHERE id = ?", (instant_text(at), sign_up_id))


def forget_invitation(store: Store, sign_up_id: int) -> None:
    """Take an invitation away without a trace: *not today* is nobody's business [std 3]."""
    store.connection.execute("DELETE FROM sign_ups WHERE id = ? AND state = 'invited'", (sign_up_id,))
