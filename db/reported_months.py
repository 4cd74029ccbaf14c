"""Statements about months whose hours have been reported."""

from dataclasses import dataclass
from datetime import datetime

from db.store import Store
from db.values import instant, instant_text


@dataclass(frozen=True)
class Reported:
    """A month that has been reported."""

    month: str
    """As 2026-11."""
    placement_id: int | None
    """None for the whole house."""
    at: datetime


def of_month(store: Store, month: str) -> list[Reported]:
    """What has been reported of that month."""
    rows = store.connection.execute(
        "SELECT month, placement_id, at FROM reported_months WHERE month = ? ORDER BY id", (month,)
    )
    return [Reported(month, placement, instant(at)) for month, placement, at in rows]


def since(store: Store, month: str) -> list[Reported]:
    """What has been reported of that month and those after it."""
    rows = store.connection.execute(
        "SELECT month, placement_id, at FROM reported_months WHERE month >= ? ORDER BY month, id", (month,)
    )
    return [Reported(month, placement, instant(at)) for month, placement, at in rows]


def add(store: Store, reported: Reported) -> None:
    """Note a month as reported. Raises `sqlite3.IntegrityError` for one that is already."""
    store.connection.execute(
        "INSERT INTO reported_months (month, placement_id, at) VALUES (?, ?, ?)",
        (reported.month, reported.placement_id, instant_text(reported.at)),
    )
