"""Statements about the audit log, which triggers keep from ever being changed."""

from dataclasses import dataclass
from datetime import datetime

from db.store import Store
from db.values import instant, instant_text


@dataclass(frozen=True)
class NewEntry:
    """Who did what, where and when."""

    at: datetime
    station: str
    actor: str
    """The code of the person who did it, or `house` for what happens by itself."""
    action: str
    """The operation's name."""
    subject: str
    """What it was done to: table and id, `visit 12`."""
    was: str | None
    """What stood there before, as JSON."""
    became: str | None
    """What stands there now, as JSON."""
    reason: str


@dataclass(frozen=True)
class Entry(NewEntry):
    """A row of the log."""

    id: int


def add(store: Store, entry: NewEntry) -> None:
    """Write one row."""
    store.connection.execute(
        "INSERT INTO audit (at, station, actor, action, subject, was, became, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            instant_text(entry.at),
            entry.station,
            entry.actor,
            entry.action,
            entry.subject,
            entry.was,
            entry.became,
            entry.reason,
        ),
    )


def between(store: Store, start: datetime, end: datetime) -> list[Entry]:
    """The rows from `start` up to but without `end`, oldest first."""
    rows = store.connection.execute(
        "SELECT at, station, actor, action, subject, was, became, reason, id FROM audit"
        " WHERE at >= ? AND at < ? ORDER BY id",
        (instant_text(start), instant_text(end)),
    )
    return [Entry(instant(row[0]), *row[1:]) for row in rows]
