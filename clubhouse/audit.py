"""Who did what, when and where: a row for every change, written in the change's own transaction."""

import dataclasses
import json
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import db.audit
from clubhouse.names import clean
from db.audit import Entry, NewEntry
from db.values import instant_text

if TYPE_CHECKING:
    from clubhouse.house import House

__all__ = ["COMMAND_LINE", "HOUSE", "Entry", "entries_between", "entry", "record"]

HOUSE = "house"
"""The actor of what happens by itself, such as closing a day."""
COMMAND_LINE = "command line"
"""The actor of a command: whoever may run it on this computer."""

# The calendar's ends less a day, so that midnight there is a time in every zone.
_FIRST_DAY, _LAST_DAY = date.min + timedelta(days=1), date.max - timedelta(days=1)


def entry(
    at: datetime,
    station: str,
    actor: str,
    action: str,
    subject: str,
    was: object,
    became: object,
    reason: str = "",
) -> NewEntry:
    """One row, not yet written; `was` and `became` are dataclasses, plain values, or None."""
    return NewEntry(at, clean(station), clean(actor), action, subject, _json(was), _json(became), clean(reason))


def record(
    house: "House", actor: str, action: str, subject: str, was: object, became: object, reason: str = ""
) -> None:
    """Write one row, of this moment and station."""
    db.audit.add(house.store, entry(house.clock(), house.station, actor, action, subject, was, became, reason))


def entries_between(house: "House", first: date, last: date) -> list[Entry]:
    """The rows of the local days `first` to `last`, both included, oldest first."""
    with house.store.snapshot():
        zone = house.settings().zone
        start = datetime.combine(max(first, _FIRST_DAY), time(), zone)
        end = datetime.combine(min(last, _LAST_DAY) + timedelta(days=1), time(), zone)
        return db.audit.between(house.store, start, end)


def _json(value: object) -> str | None:
    if value is None:
        return None
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = vars(value)  # `asdict` copies what lies deeper, where nothing does, and takes long
    return json.dumps(value, default=_text, ensure_ascii=False)


def _text(value: object) -> str:
    return instant_text(value) if isinstance(value, datetime) else str(value)
