"""Paid work as rows: hours, and who held which job. What an employer pays stands there by the hour, unrounded."""

from collections.abc import Iterator

from clubhouse.employment.pay import money
from clubhouse.exports.cells import WHO, YES_NO, Column, Holds, Row, length
from clubhouse.exports.request import Reading

_JOB = (
    Column("kind", "Kind", Holds.WORD, "TE, group TE, SE or IE."),
    Column("employer", "Employer", Holds.TEXT, "Where the job is."),
    Column("job", "Job", Holds.TEXT, "What the job is."),
)

HOURS = (
    Column("day", "Day", Holds.DAY, "The house's local date on which the work began."),
    *WHO,
    Column("what", "What", Holds.WORD, "worked, or covered in the place of whoever holds the placement."),
    Column(
        "covered_for", "Covered for", Holds.TEXT, "The code of whoever holds the placement, where it was covered."
    ),
    *_JOB,
    Column("minutes", "Minutes", Holds.NUMBER, "Whole minutes of work."),
    Column("length", "Length", Holds.LENGTH, "The same in hours and minutes."),
    Column("confirmed", "Confirmed", Holds.WORD, "yes where staff have confirmed it."),
    Column("correction", "Correction", Holds.WORD, "yes where it was written after the month had been reported."),
    Column("wage", "Wage", Holds.MONEY, "An hour's gross pay in TE on that day; empty where the house knows none."),
)


def hours(reading: Reading) -> Iterator[Row]:
    """A row for each stretch of work that counts."""
    for *told, at, minutes, state, correction, cents in reading.reader.hours(*reading.days):
        if reading.only_corrected and not (correction and at >= reading.since):
            continue
        yield [*told, minutes, length(minutes), YES_NO[state == "confirmed"], YES_NO[correction], money(cents)]


JOBS = (
    *WHO,
    *_JOB,
    Column("weekly", "Usual week", Holds.LENGTH, "The usual hours a week."),
    Column("first_day", "First day", Holds.DAY, "Since when the person has it."),
    Column("planned_last_day", "Planned last day", Holds.DAY, "Of a term in TE, as it was agreed."),
    Column("last_day", "Last day", Holds.DAY, "Until when the person had it; empty while it goes on."),
)


def jobs(reading: Reading) -> Iterator[Row]:
    """A row for each term and each member's own job that was held on any of these days."""
    for *told, weekly, first, planned, last in reading.reader.jobs(*reading.days):
        yield [*told, length(weekly), first, planned, last]
