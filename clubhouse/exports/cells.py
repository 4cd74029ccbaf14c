"""Columns and cells. A cell is the text that stands in a CSV file, or a whole number; other formats read that."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Cell = str | int
"""Text or a whole number; the empty text where there is nothing."""
Row = Sequence[Cell]


class Holds(StrEnum):
    """What the cells of a column hold, and how it is written."""

    TEXT = "text"
    """What people typed."""
    WORD = "word"
    """One of the program's own words or codes."""
    DAY = "day"
    """`2026-11-23`, the house's local date."""
    TIME = "time"
    """`08:47`, the house's local time."""
    LENGTH = "length"
    """Hours and minutes, `1:05`."""
    NUMBER = "number"
    DECIMAL = "decimal"
    """`12.35`, with two decimals."""
    MOMENT = "moment"
    """`2026-11-23 08:47:05`, local."""
    MONEY = "money"
    """`12.50`, of whole cents."""


@dataclass(frozen=True)
class Column:
    """One column of an export."""

    key: str
    """Its stable name, for programs and presets."""
    header: str
    holds: Holds
    about: str
    """What stands in it, in one sentence."""
    names: bool = False
    """It names a person, and is left out unless asked for."""


WHO = (
    Column("code", "Code", Holds.TEXT, "The person's code in the house."),
    Column("first_name", "First name", Holds.TEXT, "The person's first name.", names=True),
    Column("last_name", "Last name", Holds.TEXT, "The person's last name.", names=True),
)
"""Whose row it is."""

YES_NO = ("no", "yes")
"""How true and false are written: by their number."""


def length(minutes: int) -> str:
    """Minutes as hours and minutes: 65 is `1:05`."""
    return _LENGTHS[minutes] if 0 <= minutes < len(_LENGTHS) else f"{minutes // 60}:{minutes % 60:02}"


_LENGTHS = [f"{minutes // 60}:{minutes % 60:02}" for minutes in range(24 * 60 + 1)]
