"""What the house did, as rows: who helped in which unit, which tasks were done, which events were held."""

from collections.abc import Iterator

from clubhouse.exports.cells import WHO, YES_NO, Column, Holds, Row, length
from clubhouse.exports.request import Reading

_DAY = Column("day", "Day", Holds.DAY, "The house's local date.")
_PART = Column("part", "Part of the day", Holds.TEXT, "Morning, afternoon or what the house calls it.")
_UNIT = Column("unit", "Unit", Holds.TEXT, "The team that runs a part of the house; no payer's unit.")

UNITS = (
    _DAY,
    _PART,
    _UNIT,
    *WHO,
    Column("kind", "Kind", Holds.WORD, "member, staff or volunteer."),
    Column("task", "Task", Holds.TEXT, "The task taken; empty for whoever helped with what came."),
    Column("written_by", "Written by", Holds.TEXT, "The code of who wrote it down for them; empty for themselves."),
    Column("left", "Left at", Holds.TIME, "When the person left the unit before that part of the day was over."),
)


def helped(reading: Reading) -> Iterator[tuple[str, ...]]:
    """Whoever was in a unit when its part of the day began or came later, with when they left before its end."""
    for day, part, starts, *said, ended_at in reading.reader.unit_work(*reading.days):
        left = reading.local.told(ended_at)[1] if ended_at else ""
        if not left or left > starts:
            yield day, part, *said, left


def units(reading: Reading) -> Iterator[Row]:
    """A row for each person who helped in a unit in a part of a day."""
    for day, part, unit, code, first, last, kind, task, scribe, left in helped(reading):
        yield [day, part, unit, code, first, last, kind, task, scribe, left]


TASKS = (
    _DAY,
    Column("task", "Task", Holds.TEXT, "What was done."),
    _UNIT,
    _PART,
    Column("came_up", "Came up on", Holds.DAY, "The day on which it was put on the list."),
    *WHO,
)


def tasks(reading: Reading) -> Iterator[Row]:
    """A row for each task that was done, with who said so."""
    return ([*row] for row in reading.reader.ticks(*reading.days))


EVENTS = (
    Column("event", "Event", Holds.NUMBER, "The number of the event in the house's file."),
    _DAY,
    Column("starts", "Starts", Holds.TIME, "Local time; empty for what lasts the whole day."),
    Column("length", "Length", Holds.LENGTH, "How long it lasts."),
    Column("kind", "Kind", Holds.TEXT, "class, social, meeting or another of the house's kinds."),
    Column("title", "Title", Holds.TEXT, "Its title inside the house."),
    Column("place", "Place", Holds.TEXT, "Where it is held."),
    Column("seats", "Seats", Holds.NUMBER, "Empty where there is no limit."),
    Column("registered", "Registered", Holds.NUMBER, "How many have a seat."),
    Column("waiting", "Waiting", Holds.NUMBER, "How many wait for a seat."),
    Column("there", "There", Holds.NUMBER, "How many were there, registered or not."),
    Column("cancelled", "Cancelled", Holds.WORD, "yes where it was not held."),
)


def events(reading: Reading) -> Iterator[Row]:
    """A row for each class or event on each of its days."""
    for number, day, starts, minutes, kind, title, place, seats, cancelled, on_list, there in reading.reader.events(
        *reading.days
    ):
        registered = on_list if seats is None else min(on_list, seats)
        yield [
            number, day, starts or "", length(minutes), kind, title, place, "" if seats is None else seats,
            registered, on_list - registered, there, YES_NO[cancelled is not None],
        ]  # fmt: skip
