"""What may be said of a class or event, and what staff are told of it kindly without being kept from it."""

from dataclasses import replace
from datetime import date, time, timedelta
from enum import StrEnum

import db.days
from clubhouse.days import plan_of
from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.program import LONGEST_DAYS, times
from clubhouse.recurrence import checked_rule, first_day_of, without_count
from db.days import DayKind, SpecialDay
from db.occurrences import NewOccurrence, Occurrence
from db.series import NewSeries

LONGEST_TITLE = 60
LONGEST_NOTES = 2000
MOST_SEATS = 999
MOST_MINUTES = LONGEST_DAYS * 24 * 60
EARLIEST, LATEST = date(1900, 1, 1), date(9900, 1, 1)
"""Far enough from the ends of the calendar that every time of day is one in every zone."""
_HOLIDAYS_AROUND = timedelta(days=14)


def checked(house: House, series: NewSeries) -> NewSeries:
    """`series` as kept: tidy words, its first day one on which it comes, a last day for a number of times.

    Raises `BadInput` for what cannot be.
    """
    kinds = house.settings().event_kinds
    if series.kind not in kinds:
        raise BadInput(f"{series.kind!r} is no kind of event here. Choose one of: {', '.join(kinds)}.")
    if not 0 <= series.closes_minutes <= MOST_MINUTES:
        raise BadInput("People can register until at most 14 days before.")
    rule = checked_rule(series.rule) if series.rule else ""
    _check_day(series.first_day)
    first_day = first_day_of(rule, series.first_day)
    said = checked_words(series.title, series.public_title, series.place, series.notes)
    _check_size(series.seats, series.minutes, series.starts)
    title, public_title, place, notes = said
    return replace(
        series,
        title=title,
        public_title=public_title,
        place=place,
        notes=notes,
        starts=series.starts and series.starts.replace(second=0, microsecond=0),
        first_day=first_day,
        rule=without_count(rule, first_day),
    )


def checked_occurrence(occurrence: NewOccurrence) -> NewOccurrence:
    """`occurrence` as kept. Raises `BadInput`."""
    title, public_title, place, notes = checked_words(
        occurrence.title, occurrence.public_title, occurrence.place, occurrence.notes
    )
    _check_size(occurrence.seats, occurrence.minutes, occurrence.starts)
    _check_day(occurrence.day)
    return replace(occurrence, title=title, public_title=public_title, place=place, notes=notes)


def checked_words(title: str, public_title: str, place: str, notes: str) -> tuple[str, str, str, str]:
    """Title, neutral title, place and notes as kept. Raises `BadInput`."""
    title, public_title, place = clean(title), clean(public_title), clean(place)
    notes = "\n".join(clean(line) for line in notes.splitlines()).strip()
    if not title or max(len(title), len(public_title), len(place)) > LONGEST_TITLE:
        raise BadInput(f"It needs a title; titles and the place have at most {LONGEST_TITLE} letters.")
    if len(notes) > LONGEST_NOTES:
        raise BadInput(f"The notes are too long. Use at most {LONGEST_NOTES} letters.")
    return title, public_title, place, notes


def _check_day(day: date) -> None:
    if not EARLIEST <= day <= LATEST:
        raise BadInput(f"{day} is too far away. Write the year with four digits, such as 2026-12-01.")


def _check_size(seats: int | None, minutes: int, starts: time | None) -> None:
    if seats is not None and not 0 <= seats <= MOST_SEATS:
        raise BadInput(f"Seats are a number from 0 to {MOST_SEATS}, or none for no limit.")
    if not 1 <= minutes <= MOST_MINUTES or (starts is None and minutes % (24 * 60)):
        raise BadInput("It lasts from 1 minute to 14 days; what lasts the whole day lasts whole days.")


class Gentle(StrEnum):
    """Something for whoever plans an event to think about; nothing is refused for it."""

    HOLIDAY_ELSEWHERE = "holiday elsewhere"
    """It has the name of a holiday and does not lie on it [std 32]."""
    DURING_UNIT_WORK = "during unit work"
    """It lies in a part of a work-ordered day; classes do not replace unit work."""


def gentle_notes(house: House, occurrence: Occurrence) -> tuple[Gentle, ...]:
    """What to think about with this occurrence."""
    with house.store.snapshot():
        found = {
            Gentle.HOLIDAY_ELSEWHERE: holiday_missed(house, occurrence) is not None,
            Gentle.DURING_UNIT_WORK: is_during_unit_work(house, occurrence),
        }
    return tuple(note for note, fits in found.items() if fits)


def is_during_unit_work(house: House, occurrence: Occurrence) -> bool:
    """Whether it shares time with a part of a work-ordered day; all else is evening, weekend or holiday (EWH)."""
    starts, ends = times(occurrence, house.settings().zone)
    begins = time() if occurrence.starts is None else starts.time()
    finish = ends.time() if ends.date() == starts.date() else time.max
    return any(begins < part.ends and finish > part.starts for part in plan_of(house, occurrence.day).parts)


def is_evening_weekend_holiday(house: House, occurrence: Occurrence) -> bool:
    """Whether it counts as EWH in the figures: on another day than a work-ordered one, or outside its hours."""
    plan = plan_of(house, occurrence.day)
    return plan.kind is not DayKind.WORK_ORDERED or not is_during_unit_work(house, occurrence)


def holiday_missed(house: House, occurrence: Occurrence) -> SpecialDay | None:
    """The holiday near by that its title names, where it does not lie on one of that name [std 32]."""
    day = occurrence.day
    with house.store.snapshot():
        around = db.days.specials(house.store, *(_near(day, off) for off in (-_HOLIDAYS_AROUND, _HOLIDAYS_AROUND)))
    named = [each for each in around if each.note and each.note.casefold() in occurrence.title.casefold()]
    if any(each.day == day for each in named):
        return None
    return min(named, key=lambda each: abs(each.day - day), default=None)


def _near(day: date, off: timedelta) -> date:
    return day + min(max(off, date.min - day), date.max - day)
