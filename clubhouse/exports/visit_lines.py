"""Visits as lines of CSV, made straight from what is kept: those that their rows would give, in half the time.

Millions of visits are made of few texts: people, minutes of a day, lengths. Each is made once, and then only joined.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clubhouse.exports.attendance import VISITS, visits_of_day
from clubhouse.exports.cells import WHO, YES_NO, Column, length
from clubhouse.exports.csv_file import csv_lines
from clubhouse.exports.local_times import PlainDay
from clubhouse.exports.request import Reading

_LENGTHS = [f"{minutes},{length(minutes)}" for minutes in range(24 * 60)]
_HOWS = ("scan", "key", "paper", "told", "estimate")
_ENDS = [{how: f"{how},{YES_NO[how == 'estimate']},no,{corrected}\r\n" for how in _HOWS} for corrected in YES_NO]
"""By whether it was corrected and how it ended: that, whether it is a guess, that it is not open, and the first."""
_Visits = Sequence[tuple[Any, ...]]


def visit_lines(reading: Reading, columns: Sequence[Column]) -> Iterator[list[str]]:
    """The lines of each day; `columns` are the export's own, with names or without."""
    known = reading.reader.known()
    places = [place for place, column in enumerate(VISITS) if column in columns]
    texts = _who(known, [column for column in VISITS[1 : len(WHO) + 2] if column in columns])
    for day, visits in reading.reader.visits_by_day(*reading.days):
        plain = reading.local.plain_day(day)
        if plain and _all_within(plain, visits):
            yield _plain_lines(day, plain, visits, texts, reading.corrected)
        else:
            rows = visits_of_day(reading, known, day, visits)
            yield csv_lines(([row[place] for place in places] for row in rows), columns)


def _who(known: Mapping[int, tuple[str, ...]], columns: Sequence[Column]) -> dict[int, str]:
    """The cells of everybody, by number, as they stand in a line."""
    places = [place for place, column in enumerate(VISITS[1:]) if column in columns]
    lines = csv_lines(([cells[place] for place in places] for cells in known.values()), columns)
    return {number: line.removesuffix("\r\n") for number, line in zip(known, lines, strict=True)}


def _all_within(plain: PlainDay, visits: _Visits) -> bool:
    """Whether all have ended before midnight, of a day that was the same when they were written."""
    ends = [out_at or "open" for _, _, _, _, out_at, _ in visits]
    return plain.begins <= visits[0][2] and max(ends) < plain.ends


def _plain_lines(
    day: str, plain: PlainDay, visits: _Visits, who: Mapping[int, str], corrected: frozenset[int]
) -> list[str]:
    times, lines = plain.times, []
    for number, person_id, in_at, in_how, out_at, out_how in visits:
        begun, came = times[in_at[11:16]]
        ended, left = times[out_at[11:16]]
        minutes = _LENGTHS[ended - begun - (out_at[17:] < in_at[17:])]
        end = _ENDS[number in corrected][out_how]
        lines.append(f"{number},{who[person_id]},{day},{came},{day},{left},{minutes},{in_how},{end}")
    return lines
