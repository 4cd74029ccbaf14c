"""What is typed at the desk about paid work, read as the command line reads it."""

from datetime import date, time

from clubhouse.employment.placements import UsualTime
from clubhouse.employment.stretches import Stretch, from_length, from_to, of_length
from clubhouse.errors import BadInput
from clubhouse.house import House
from screens.desk.fields import Field
from screens.words import N_, _

# What the command line reads with is imported when something was typed: the desk opens without it.


def day_of(text: str) -> date:
    """The day written as 2026-11-20. Raises `BadInput`."""
    from clubhouse.commands.typed import day_typed

    return day_typed(text.strip())


def maybe_day(text: str) -> date | None:
    """The same, or None where nothing was typed."""
    return day_of(text) if text.strip() else None


def person_of(text: str) -> int | None:
    """The number of whoever was taken; None for nobody."""
    return int(text) if text else None


def somebody(text: str) -> int:
    """The same. Raises `BadInput` for nobody."""
    if not text:
        raise BadInput(N_("Type the first letters of a name, then its number."))
    return int(text)


def minutes_of(text: str) -> int:
    """Minutes written as 4 or 4:30. Raises `BadInput`."""
    from clubhouse.commands.typed_work import minutes_typed

    return minutes_typed(text.strip())


def cents_of(text: str) -> int | None:
    """Cents written as 15.50; None where nothing was typed. Raises `BadInput`."""
    from clubhouse.commands.typed_work import cents_typed

    return cents_typed(text.strip()) if text.strip() else None


def time_of(text: str) -> time:
    """The time of day written as 9:00 or 09:00. Raises `BadInput`."""
    from clubhouse.commands.typed import time_typed

    return time_typed(text.strip().rjust(5, "0"))


def times_of(text: str) -> tuple[UsualTime, ...]:
    """Usual times written as `weekdays 09:00-13:00; saturday 10:00-12:00`. Raises `BadInput`."""
    from clubhouse.commands.typed_work import times_typed

    return times_typed(tuple(each for each in text.split(";") if each.strip()))


def times_as_typed(times: tuple[UsualTime, ...]) -> str:
    """Usual times as `times_of` reads them."""
    from clubhouse.commands.typed_work import times_words

    return times_words(times)


def hours_as_typed(minutes: int) -> str:
    """Minutes as `minutes_of` reads them."""
    return f"{minutes // 60}:{minutes % 60:02}"


def stretch_fields(starts: str = "", ends: str = "", length: str = "") -> tuple[Field, Field, Field]:
    """From, to, and how long."""
    return (
        Field("starts", N_("From"), N_("Such as 09:00. May stay empty."), starts),
        Field("ends", N_("To"), N_("Such as 13:00; or leave it empty and say how long."), ends),
        Field("length", N_("Or how long"), N_("Such as 4 or 4:30; only where nothing stands in To."), length),
    )


def stretch_of(house: House, day: date, starts: str, ends: str, length: str) -> Stretch:
    """The stretch typed into those fields. Raises `BadInput` when too little or too much is said."""
    starts, ends, length = (each.strip() for each in (starts, ends, length))
    if bool(ends) == bool(length):
        raise BadInput(_("Say either To or how long it was, and not both."))
    if ends:
        if not starts:
            raise BadInput(_("Say from when it was."))
        return from_to(house, day, time_of(starts), time_of(ends))
    minutes = minutes_of(length)
    return from_length(house, day, time_of(starts), minutes) if starts else of_length(minutes)
