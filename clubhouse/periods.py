"""Periods in words, as people ask for reports: *last month*, *this quarter*, *fiscal year from July*."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from clubhouse.errors import BadInput

Period = tuple[date, date]
"""First and last day, both included."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

EXAMPLES = "last month, this quarter, 2026-10, 2026-10-01 to 2026-12-31, fiscal year from July, last year"
"""What people may write; shown when something cannot be understood."""


def period_typed(text: str, today: date) -> Period:
    """The period that `text` names on the day `today`; *this month* runs to its end. Raises `BadInput`."""
    words = " ".join(text.lower().split())
    try:
        found = _named(words, today) or _fiscal_year(words, today) or _written(words)
    except (ValueError, OverflowError):
        found = None
    if found is None or found[1] < found[0]:
        raise BadInput(f"{text!r} is no period that is known. Write for example: {EXAMPLES}.")
    return found


def months(first: date, count: int) -> Period:
    """`count` whole months from the month of `first` on."""
    first = first.replace(day=1)
    return first, _months_on(first, count) - timedelta(days=1)


def before(period: Period) -> Period:
    """The period of the same kind just before: whole months before whole months, else as many days."""
    first, last = period
    count = _whole_months(period)
    if count:
        return months(_months_on(first, -count), count)
    return first - (last - first) - timedelta(days=1), first - timedelta(days=1)


def after(period: Period) -> Period:
    """The period of the same kind just after, whose period before is this one."""
    first, last = period
    count = _whole_months(period)
    if count:
        return months(_months_on(first, count), count)
    return last + timedelta(days=1), last + (last - first) + timedelta(days=1)


def year_before(period: Period) -> Period:
    """The same days a year earlier; whole months stay whole."""
    count = _whole_months(period)
    first, last = period
    return months(_months_on(first, -12), count) if count else (_a_year_back(first), _a_year_back(last))


def period_words(period: Period) -> str:
    """The period as `period_typed` reads it: `2026-10` for a month, else its first and last day."""
    first, last = period
    return f"{first}"[:7] if _whole_months(period) == 1 else f"{first} to {last}"


def _whole_months(period: Period) -> int:
    """How many months the period is; 0 when it is not of whole months."""
    first, last = period
    after = last + timedelta(days=1)
    whole = first.day == 1 and after.day == 1
    return (after.year - first.year) * 12 + after.month - first.month if whole else 0


def _a_year_back(day: date) -> date:
    return (
        day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
    )


def _months_on(first: date, count: int) -> date:
    whole = first.year * 12 + first.month - 1 + count
    return date(whole // 12, whole % 12 + 1, 1)


_SIZES: dict[str, Callable[[date], Period]] = {
    "week": lambda day: (day - timedelta(days=day.weekday()), day + timedelta(days=6 - day.weekday())),
    "month": lambda day: months(day, 1),
    "quarter": lambda day: months(day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1), 3),
    "year": lambda day: months(day.replace(day=1, month=1), 12),
}


def _named(words: str, today: date) -> Period | None:
    if words in ("today", "yesterday"):
        day = today - timedelta(days=words == "yesterday")
        return day, day
    which, _, size = words.partition(" ")
    if which not in ("this", "last") or size not in _SIZES:
        return None
    this = _SIZES[size](today)
    return this if which == "this" else _SIZES[size](this[0] - timedelta(days=1))


def _fiscal_year(words: str, today: date) -> Period | None:
    found = re.fullmatch(r"(last )?fiscal year from ([a-z]{3})[a-z]*", words)
    if not found or found[2] not in _MONTHS:
        return None
    start = today.replace(day=1, month=_MONTHS.index(found[2]) + 1)
    start = start if start <= today else _months_on(start, -12)
    return months(_months_on(start, -12) if found[1] else start, 12)


def _written(words: str) -> Period | None:
    if re.fullmatch(r"\d{4}", words):
        return months(date(int(words), 1, 1), 12)
    if re.fullmatch(r"\d{4}-\d{2}", words):
        return months(date.fromisoformat(f"{words}-01"), 1)
    if found := re.fullmatch(r"(\d{4})-?q([1-4])", words):
        return months(date(int(found[1]), int(found[2]) * 3 - 2, 1), 3)
    first, _, last = words.partition(" to ")
    return date.fromisoformat(first), date.fromisoformat(last or first)
