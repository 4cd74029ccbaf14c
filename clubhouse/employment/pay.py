"""Pay: minutes times cents an hour, added up exactly, and divided only when a line is shown."""

from dataclasses import dataclass

ROUNDING = "half up"
"""The rule by which the end of a division becomes whole cents: half a cent and more is a cent more."""


@dataclass(frozen=True)
class Pay:
    """Minutes and what they pay, to be added up; nothing in it was rounded."""

    minutes: int = 0
    cent_minutes: int = 0
    """The sum over days of minutes times the cents an hour that held on the day."""
    unpriced_minutes: int = 0
    """Minutes of days for which the house knows no wage."""

    def __add__(self, other: "Pay") -> "Pay":
        """Both together."""
        return Pay(
            self.minutes + other.minutes,
            self.cent_minutes + other.cent_minutes,
            self.unpriced_minutes + other.unpriced_minutes,
        )

    @property
    def known_cents(self) -> int:
        """Gross cents of the minutes with a wage: their sum divided by 60 once, here, and rounded half up."""
        return (self.cent_minutes + 30) // 60

    @property
    def cents(self) -> int | None:
        """Gross cents of the whole line, as `known_cents`; None when the wage of any of its days is not known."""
        return None if self.unpriced_minutes else self.known_cents

    @property
    def h_mm(self) -> str:
        """The minutes as 12:05."""
        return h_mm(self.minutes)


def h_mm(minutes: int) -> str:
    """Minutes as hours and minutes: 12:05."""
    return f"{minutes // 60}:{minutes % 60:02}"


def money(cents: int | None) -> str:
    """Cents as 1234.56; empty where they are not known."""
    return "" if cents is None else f"{cents // 100}.{cents % 100:02}"
