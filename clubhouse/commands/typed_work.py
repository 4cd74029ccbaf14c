"""What people type about paid work: hours and minutes, money, usual times of a week, and when somebody worked."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

import click

from clubhouse.commands.typed import day_typed, time_typed, weekdays_typed, weekdays_words
from clubhouse.employment.stretches import Stretch, from_length, from_to, of_length
from clubhouse.errors import BadInput
from clubhouse.house import House
from db.placements import UsualTime

_Command = TypeVar("_Command", bound=Callable[..., Any])

NUMBER = click.IntRange(1, 2**63 - 1)
"""The number of a placement, term, job, request or row of hours, as the lists print it."""


def minutes_typed(text: str) -> int:
    """Minutes written as `4`, `4:30` or `0:45`. Raises `BadInput`."""
    found = re.fullmatch(r"([0-9]{1,3})(?::([0-5][0-9]))?", text)
    if not found:
        raise BadInput(f"{text!r} are no hours. Write them as 4 or 4:30.")
    return int(found[1]) * 60 + int(found[2] or 0)


def cents_typed(text: str) -> int:
    """Cents written as `15`, `15.5` or `15.50`. Raises `BadInput`."""
    found = re.fullmatch(r"([0-9]{1,6})(?:\.([0-9]{1,2}))?", text)
    if not found:
        raise BadInput(f"{text!r} is no amount. Write it as 15.50.")
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))


def times_typed(texts: tuple[str, ...]) -> tuple[UsualTime, ...]:
    """Usual times written as `weekdays 09:00-13:00` or `saturday 22:00-06:00`. Raises `BadInput`."""
    return tuple(each for text in texts for each in _times(text))


def _times(text: str) -> list[UsualTime]:
    days, _, times = text.strip().rpartition(" ")
    starts, _, ends = times.partition("-")
    if not days or not ends:
        raise BadInput(f"{text!r} are no usual times. Write them as: weekdays 09:00-13:00")
    start, end = time_typed(starts), time_typed(ends)
    length = datetime.combine(date.min, end) - datetime.combine(date.min, start)
    minutes = int(length.total_seconds()) // 60 % (24 * 60)
    return [UsualTime(int(digit), start, minutes) for digit in sorted(weekdays_typed(days))]


def times_words(times: tuple[UsualTime, ...]) -> str:
    """Usual times as `times_typed` reads them, those that are alike together."""
    days: dict[tuple[time, int], str] = {}
    for each in times:
        days[each.starts, each.minutes] = days.get((each.starts, each.minutes), "") + str(each.weekday)
    return "; ".join(
        f"{weekdays_words(digits)} {starts:%H:%M}-{_end(starts, minutes):%H:%M}"
        for (starts, minutes), digits in days.items()
    )


def _end(starts: time, minutes: int) -> time:
    return (datetime.combine(date(2000, 1, 1), starts) + timedelta(minutes=minutes)).time()


def stretch_options(command: _Command) -> _Command:
    """The options that say how long somebody worked."""
    for option in (
        click.option("--length", metavar="HOURS", help="How long it was: 4 or 4:30."),
        click.option(
            "--to", "ends", metavar="TIME", help="When it ended; past midnight where that is before --from."
        ),
        click.option("--from", "starts", metavar="TIME", help="When it started: 09:00."),
    ):
        command = option(command)
    return command


def stretch_typed(house: House, day: date, starts: str | None, ends: str | None, length: str | None) -> Stretch:
    """The stretch on that day. Raises `BadInput`, `click.UsageError` when too little or too much is said."""
    if (ends is None) == (length is None) or (ends is not None and starts is None):
        raise click.UsageError("Say either --from and --to, or --length, with --from where it is known.")
    if ends is not None and starts is not None:
        return from_to(house, day, time_typed(starts), time_typed(ends))
    minutes = minutes_typed(length or "")
    return from_length(house, day, time_typed(starts), minutes) if starts else of_length(minutes)


def day_or_today(house: House, text: str | None) -> date:
    """The day typed, or today. Raises `BadInput`."""
    return day_typed(text) if text else house.today()
