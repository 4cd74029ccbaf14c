"""How moments and days stand in the file: text of ISO 8601, so that any tool can read and sort them."""

from datetime import UTC, date, datetime, time


def instant_text(moment: datetime) -> str:
    """A moment as kept: UTC, whole seconds, `2026-11-23T13:47:05Z`."""
    # Not `strftime`, which writes the year 26 without leading zeros on Linux.
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def instant(text: str) -> datetime:
    """The aware UTC moment kept as `text`."""
    return datetime.fromisoformat(text)


def maybe_instant(text: str | None) -> datetime | None:
    """The moment kept as `text`, or None where none is kept."""
    return None if text is None else datetime.fromisoformat(text)


def maybe_date(text: str | None) -> date | None:
    """The day kept as `text`, or None where none is kept."""
    return None if text is None else date.fromisoformat(text)


def time_text(moment: time | None) -> str | None:
    """A time of day as kept, `08:47`; None where there is none."""
    return None if moment is None else f"{moment:%H:%M}"


def maybe_time(text: str | None) -> time | None:
    """The time of day kept as `text`, or None where none is kept."""
    return None if text is None else time.fromisoformat(text)
