"""Classes and events in words on the command line, and what staff are told of them kindly."""

from collections.abc import Sequence
from datetime import timedelta

import click

from clubhouse.house import House
from clubhouse.occurrences import Occurrence
from clubhouse.program import Event
from clubhouse.series_checks import Gentle, gentle_notes, holiday_missed

EVENT = click.IntRange(1, 2**63 - 1)
"""The number of an event, as `events list` prints it."""
WHOLE_DAY = "all-day"
"""In place of a time of day."""


def time_words(event: Event) -> str:
    """From when to when it lasts; the last day stands with what ends on another one."""
    start, end = event.starts_at, event.ends_at
    if event.occurrence.starts is None:
        last = end.date() - timedelta(days=1)
        return WHOLE_DAY if last == start.date() else f"{WHOLE_DAY} to {last}"
    over = f"{end.date()} " if end.date() != start.date() else ""
    return f"{start:%H:%M}-{over}{end:%H:%M}"


def event_name(on: Occurrence) -> str:
    """Which event it is, in words."""
    return f"{on.title}, {on.day} {f'{on.starts:%H:%M}' if on.starts else WHOLE_DAY},"


def notes_in_words(house: House, planned: Sequence[Occurrence]) -> list[str]:
    """What to think about with these, each thought once."""
    found: dict[Gentle, str] = {}
    for on in planned:
        for note in gentle_notes(house, on):
            found.setdefault(note, _words(house, note, on))
    return list(found.values())


def _words(house: House, note: Gentle, on: Occurrence) -> str:
    holiday = holiday_missed(house, on) if note is Gentle.HOLIDAY_ELSEWHERE else None
    if holiday:
        return (
            f"Please note: {holiday.note} is on {holiday.day:%A} {holiday.day}, and this is on {on.day:%A} {on.day}."
        )
    return (
        f"Please note: on {on.day:%A} {on.day} it shares time with the unit work. Classes and events do not take its"
        " place."
    )
