"""Making the table of an export: its columns, its rows while they are read, and the facts about them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from importlib.metadata import version
from operator import itemgetter

import db.days
import db.locked_months
import db.reported_months
from clubhouse.errors import BadInput, NotFound
from clubhouse.exports.cells import Column, Row
from clubhouse.exports.local_times import LocalTimes
from clubhouse.exports.request import FIRST_EVER, Reading, Request
from clubhouse.exports.sheets import SHEETS, Sheet
from clubhouse.exports.table import Table
from clubhouse.house import House
from clubhouse.permissions import Permission, require
from clubhouse.pictures import pictures
from db.exporting import Reader, reading
from db.values import instant_text


@dataclass(frozen=True)
class Unsure:
    """What in the file may still change."""

    estimated: int
    """So many visits of these days end with a guess."""
    open: int
    """So many visits of these days have not ended."""


def allowed_sheet(house: House, actor: str, request: Request) -> Sheet:
    """The export asked for. Raises `NotFound`, `NotAllowed`, `BadInput` when it cannot be asked that way."""
    if request.what not in SHEETS:
        raise NotFound(f"There is no export {request.what!r}. There are: {', '.join(SHEETS)}.")
    sheet = SHEETS[request.what]
    with house.store.snapshot():
        require(house, actor, Permission.REPORTS)
        for needed in sheet.needs_for(names=request.names):
            require(house, actor, needed)
    if request.corrections_since and not sheet.corrections:
        able = ", ".join(each.what for each in SHEETS.values() if each.corrections)
        raise BadInput(f"The corrections alone are found in these exports: {able}. Leave the rest as it is.")
    return sheet


@contextmanager
def making(
    house: House, actor: str, request: Request, wanted: tuple[Column, ...] = ()
) -> Iterator[tuple[Table, Unsure]]:
    """The table, while it is read; `wanted` are the columns of a preset. Raises as `allowed_sheet`."""
    sheet = allowed_sheet(house, actor, request)
    alone = request.corrections_since is not None
    known = sheet.columns_for(corrections_alone=alone)
    columns = _columns(known, wanted, sheet.corrected if alone else (), names=request.names)
    with reading(house.store) as reader:
        unsure = Unsure(*reader.count_unsure(request.first, request.last) if sheet.corrections else (0, 0))
        read = _reading(house, actor, reader, request)
        rows = _picked(known, columns, ((sheet.corrected_rows if alone else None) or sheet.rows)(read))
        lines = sheet.lines(read, columns) if sheet.lines and not wanted and not alone else None
        facts = _facts(house, actor, sheet, request, unsure)
        drawn = pictures(house, (request.first, request.last)) if sheet.has_pictures else ()
        yield Table(sheet.what, columns, rows, facts, drawn, not wanted, lines), unsure


def _columns(
    known: tuple[Column, ...], wanted: tuple[Column, ...], corrected: tuple[Column, ...], *, names: bool
) -> tuple[Column, ...]:
    if not wanted:
        return tuple(column for column in known if names or not column.names)
    if not names and any(column.names for column in wanted):
        raise BadInput("This preset has names in it. Ask for them with --names, or with names = true in its file.")
    return (*wanted, *(column for column in corrected if names or not column.names))


def _picked(known: tuple[Column, ...], columns: tuple[Column, ...], rows: Iterator[Row]) -> Iterator[Row]:
    keys = [column.key for column in known]
    places = [keys.index(column.key) for column in columns]
    if places == list(range(len(keys))):
        return rows
    if len(places) == 1:
        return ([row[places[0]]] for row in rows)
    return map(itemgetter(*places), rows)


def _reading(house: House, actor: str, reader: Reader, request: Request) -> Reading:
    with house.store.snapshot():
        zone = house.settings().zone
        week = db.days.week(house.store)
        special = db.days.specials(house.store, request.first, request.last)
    since = request.corrections_since
    # What is written after the fact is written on its day or later, wherever in the world the house is.
    begin = datetime.combine(since, time(), zone) if since else _day_before(request)
    return Reading(
        house=house,
        actor=actor,
        reader=reader,
        days=(request.first, request.last),
        local=LocalTimes(zone),
        corrected=frozenset(reader.corrected_visits(begin)),
        only_corrected=since is not None,
        since=instant_text(begin),
        rounding=request.rounding,
        per=request.per,
        week=week,
        special={each.day.isoformat(): each.kind for each in special if each.kind is not None},
    )


def _day_before(request: Request) -> datetime:
    first = datetime.combine(request.first, time(), UTC)
    return first - min(timedelta(days=1), first - datetime.min.replace(tzinfo=UTC))


def _facts(house: House, actor: str, sheet: Sheet, request: Request, unsure: Unsure) -> tuple[tuple[str, str], ...]:
    only = f", only what was changed on {request.corrections_since} or later" if request.corrections_since else ""
    days = f"to {request.last}" if request.first == FIRST_EVER else f"{request.first} to {request.last}"
    return (
        ("House", house.settings().name),
        ("Export", f"{sheet.what}, columns version {sheet.version}"),
        ("What it holds", sheet.about),
        ("Rule", sheet.rule),
        ("Days", f"{days}{only}"),
        ("Estimated sign-outs", str(unsure.estimated)),
        ("Open visits", str(unsure.open)),
        ("Reported months", ", ".join(_reported(house, request)) or "none of these days"),
        ("Locked months", ", ".join(_locked(house, request)) or "none of these days"),
        ("Made by", actor),
        ("Made at", f"{house.now():%Y-%m-%d %H:%M}"),
        ("Program", f"clubhouse-kiosk {version('clubhouse-kiosk')}"),
    )


def _reported(house: House, request: Request) -> list[str]:
    with house.store.snapshot():
        found = db.reported_months.since(house.store, f"{request.first}"[:7])
    return [
        f"{each.month} on {house.local(each.at).date()}"
        for each in found
        if each.placement_id is None and each.month <= f"{request.last}"[:7]
    ]


def _locked(house: House, request: Request) -> list[str]:
    with house.store.snapshot():
        found = db.locked_months.between(house.store, f"{request.first}"[:7], f"{request.last}"[:7])
    return [f"{each.month} on {house.local(each.locked_at).date()}" for each in found]
