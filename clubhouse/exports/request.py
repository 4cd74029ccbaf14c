"""What is asked of an export, and what its rows are read from."""

from dataclasses import dataclass
from datetime import date

from clubhouse.exports.local_times import LocalTimes
from clubhouse.house import House
from db.days import Week
from db.exporting import Reader

FIRST_EVER = date(1900, 1, 1)
"""Of corrections no days need be named; then they are those from this one on."""


@dataclass(frozen=True)
class Request:
    """What to export."""

    what: str
    """One of `sheets.SHEETS`."""
    first: date
    last: date
    """Both days are included."""
    names: bool = False
    """Also names; by themselves exports carry codes."""
    rounding: str = "nearest"
    """How minutes become quarter hours."""
    per: str = "day"
    """Over what minutes are added before they are rounded."""
    corrections_since: date | None = None
    """Only what was written or changed after the fact on this day or later."""


@dataclass(frozen=True)
class Reading:
    """The house at one moment, and the days asked for."""

    house: House
    actor: str
    reader: Reader
    days: tuple[date, date]
    local: LocalTimes
    corrected: frozenset[int]
    """The visits that were written or changed after the fact."""
    only_corrected: bool
    since: str
    """The moment from which on it counts as corrected, as kept."""
    rounding: str
    per: str
    week: Week
    """The weekly pattern, as it was."""
    special: dict[str, str]
    """The kind of days that differ, by ISO date."""

    def kind_of(self, day: str) -> str:
        """The kind of the day `2026-11-23`."""
        return self.special.get(day) or self.week.kind_of(date.fromisoformat(day))
