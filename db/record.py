"""Statements about a person's own record of a month: what they did here, their own words, and who signed."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from db.store import Store
from db.values import instant, instant_text, maybe_instant


class Side(StrEnum):
    """Who signs a month."""

    OWN = "own"
    STAFF = "staff"


@dataclass(frozen=True)
class Stay:
    """One visit."""

    day: date
    in_at: datetime
    out_at: datetime | None
    estimated: bool
    """The house guessed the end."""


@dataclass(frozen=True)
class Help:
    """Where somebody helped in one part of a day."""

    day: date
    part: str
    unit: str
    task: str
    """Empty when it was whatever came."""


@dataclass(frozen=True)
class SignedUp:
    """A sign-up with what tells whether it came to helping."""

    help: Help
    starts: time
    """Of the part, on the house's clock."""
    at: datetime
    ended_at: datetime | None
    """When the person changed their mind, or left the house."""


@dataclass(frozen=True)
class Done:
    """A task that somebody said is done."""

    day: date
    title: str


@dataclass(frozen=True)
class Joined:
    """A class or event at which somebody was."""

    day: date
    title: str
    kind: str


@dataclass(frozen=True)
class Signature:
    """Somebody signed a month, or chose not to."""

    side: Side
    signed: bool
    """False for *chose not to sign*, which is a valid end [std 5]."""
    by_id: int | None
    at: datetime


def stays(store: Store, person_id: int, first: date, last: date) -> list[Stay]:
    """The person's visits of these days, in order."""
    rows = store.connection.execute(
        "SELECT day, in_at, out_at, out_how FROM visits"
        " WHERE person_id = ? AND undone_at IS NULL AND day BETWEEN ? AND ? ORDER BY in_at, id",
        (person_id, first.isoformat(), last.isoformat()),
    )
    return [
        Stay(date.fromisoformat(day), instant(came), maybe_instant(left), how == "estimate")
        for day, came, left, how in rows
    ]


def sign_ups(store: Store, person_id: int, first: date, last: date) -> list[SignedUp]:
    """Where the person said they would help on these days, in order, the ended too."""
    rows = store.connection.execute(
        "SELECT day, day_parts.name, units.name, coalesce(tasks.title, ''), starts, at, sign_ups.ended_at"
        " FROM sign_ups"
        " JOIN day_parts ON day_parts.id = sign_ups.part_id JOIN units ON units.id = sign_ups.unit_id"
        " LEFT JOIN tasks ON tasks.id = sign_ups.task_id"
        " WHERE person_id = ? AND day BETWEEN ? AND ? AND state = 'joined'"
        " ORDER BY day, starts, sign_ups.id",
        (person_id, first.isoformat(), last.isoformat()),
    )
    return [
        SignedUp(
            Help(date.fromisoformat(day), part, unit, task),
            time.fromisoformat(starts),
            instant(at),
            maybe_instant(ended_at),
        )
        for day, part, unit, task, starts, at, ended_at in rows
    ]


def ticked(store: Store, person_id: int, first: date, last: date) -> list[Done]:
    """The tasks that the person said are done, in order."""
    rows = store.connection.execute(
        "SELECT day, title FROM task_ticks JOIN tasks ON tasks.id = task_id"
        " WHERE person_id = ? AND day BETWEEN ? AND ? AND undone_at IS NULL ORDER BY at, task_ticks.id",
        (person_id, first.isoformat(), last.isoformat()),
    )
    return [Done(date.fromisoformat(day), title) for day, title in rows]


def joined(store: Store, person_id: int, first: date, last: date) -> list[Joined]:
    """The classes and events of these days at which the person was, in order."""
    rows = store.connection.execute(
        "SELECT day, occurrences.title, kind FROM occurrences"
        " CROSS JOIN presences ON occurrence_id = occurrences.id AND person_id = ? AND undone_at IS NULL"
        " JOIN series ON series.id = series_id WHERE day BETWEEN ? AND ? AND cancelled_at IS NULL"
        " ORDER BY day, occurrences.starts, occurrences.id",
        (person_id, first.isoformat(), last.isoformat()),
    )
    return [Joined(date.fromisoformat(day), title, kind) for day, title, kind in rows]


def own_words(store: Store, person_id: int, month: str) -> str:
    """What the person wrote about the month; empty when nothing."""
    row = store.connection.execute(
        "SELECT words FROM own_words WHERE person_id = ? AND month = ? AND ended_at IS NULL", (person_id, month)
    ).fetchone()
    return "" if row is None else str(row[0])


def put_own_words(store: Store, person_id: int, month: str, words: str, at: datetime) -> None:
    """Write these in place of any other, which stay on file as ended; empty words are none."""
    moment = instant_text(at)
    store.connection.execute(
        "UPDATE own_words SET ended_at = ? WHERE person_id = ? AND month = ? AND ended_at IS NULL",
        (moment, person_id, month),
    )
    if words:
        store.connection.execute(
            "INSERT INTO own_words (person_id, month, words, at) VALUES (?, ?, ?, ?)",
            (person_id, month, words, moment),
        )


def signatures(store: Store, person_id: int, month: str) -> dict[Side, Signature]:
    """Who signed the month, or chose not to."""
    rows = store.connection.execute(
        "SELECT side, signed, by_id, at FROM signatures WHERE person_id = ? AND month = ? AND ended_at IS NULL",
        (person_id, month),
    )
    return {Side(side): Signature(Side(side), bool(signed), by_id, instant(at)) for side, signed, by_id, at in rows}


def sign(store: Store, person_id: int, month: str, signature: Signature) -> None:
    """Put a signature on file in place of any other of that side, which stays as ended."""
    unsign(store, person_id, month, signature.side, signature.at)
    store.connection.execute(
        "INSERT INTO signatures (person_id, month, side, signed, by_id, at) VALUES (?, ?, ?, ?, ?, ?)",
        (person_id, month, signature.side, signature.signed, signature.by_id, instant_text(signature.at)),
    )


def unsign(store: Store, person_id: int, month: str, side: Side, at: datetime) -> None:
    """That side has not answered after all; the row stays."""
    store.connection.execute(
        "UPDATE signatures SET ended_at = ? WHERE person_id = ? AND month = ? AND side = ? AND ended_at IS NULL",
        (instant_text(at), person_id, month, side),
    )
