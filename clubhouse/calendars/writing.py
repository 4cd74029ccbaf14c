"""The house's calendar, or one's own, for other programs: an iCalendar file (RFC 5545).

A series is one event with its rule, and keeps its name in every file. Nobody's name stands in any of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import db.occurrences
import db.series
from clubhouse.calendars.zones import zone_component
from clubhouse.house import House
from clubhouse.occurrences import as_planned
from clubhouse.permissions import Permission, require
from clubhouse.program import Event, moved, see_program
from clubhouse.recurrence import days_between
from db.occurrences import NewOccurrence, Occurrence
from db.series import Series

if TYPE_CHECKING:
    import icalendar

PRODUCT = "-//Clubhouse Kiosk//Calendar//EN"
_COUNTED_FROM = datetime(2026, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=5 * 366)
_CANCELLED = "CANCELLED"


def house_calendar(house: House, actor: str, first: date, last: date) -> bytes:
    """All that comes from `first` to `last`, series whole, with inner titles and notes. Raises `NotAllowed`."""
    with house.store.snapshot():
        require(house, actor, Permission.EVENTS)
        return _written(house, _of_house(house, first, last, outside=False))


def outside_calendar(house: House, first: date, last: date) -> bytes:
    """The same for everybody: neutral titles, no notes."""
    with house.store.snapshot():
        return _written(house, _of_house(house, first, last, outside=True))


def my_calendar(house: House, person_id: int) -> bytes:
    """What the person is registered for and is not over; what they wait for is tentative."""
    with house.store.snapshot():
        today = house.today()
        mine = see_program(house, today - timedelta(days=1), today + _AHEAD, person_id).mine
        mark = next((series.uid for series in db.series.every(house.store)), "")
        return _written(house, [_own(house, event, mark) for event in mine])


def _own(house: House, event: Event, mark: str) -> "icalendar.Event":
    # Not the name of the series: one may be registered for some of its days, and for these it is one's own entry.
    made = _event(house, event.occurrence, f"{mark}-{event.occurrence.id}", event.occurrence.kind, outside=False)
    made["status"] = "CONFIRMED" if event.has_seat else "TENTATIVE"
    return made


def _of_house(house: House, first: date, last: date, *, outside: bool) -> list["icalendar.Event"]:
    found: list[icalendar.Event] = []
    for series in db.series.every(house.store):
        occurrences = db.occurrences.of_series(house.store, series.id)
        on_file = any(first <= each.day <= last for each in occurrences)
        if on_file or days_between(series.rule, series.first_day, max(first, series.made_until), last):
            found += _series_events(house, series, occurrences, outside=outside)
    return found


def _series_events(
    house: House, series: Series, occurrences: Sequence[Occurrence], *, outside: bool
) -> list["icalendar.Event"]:
    """The event of the series, then one for each occurrence that is unlike the others."""
    zone = house.settings().zone
    held = [each for each in occurrences if each.cancelled_at is None]
    if not series.rule and len(occurrences) == 1:
        return [_single(house, series, occurrences[0], outside=outside)]
    latest = max((each.original_day for each in occurrences), default=series.first_day)
    by_rule = set(days_between(series.rule, series.first_day, series.first_day, latest))
    made = _event(house, as_planned(series, series.first_day), series.uid, series.kind, outside=outside)
    if series.rule:
        made.add("rrule", _rule(series, zone))
    _add_days(made, "exdate", series, zone, by_rule & {each.original_day for each in occurrences if each not in held})
    _add_days(made, "rdate", series, zone, {each.original_day for each in held} - by_rule)
    unlike = [each for each in held if not _is_as_planned(series, each)]
    return [made, *(_unlike(house, series, each, zone, outside=outside) for each in unlike)]


def _single(house: House, series: Series, occurrence: Occurrence, *, outside: bool) -> "icalendar.Event":
    made = _event(house, occurrence, series.uid, series.kind, outside=outside)
    if occurrence.cancelled_at:
        made["status"] = _CANCELLED
    return made


def _unlike(
    house: House, series: Series, occurrence: Occurrence, zone: ZoneInfo, *, outside: bool
) -> "icalendar.Event":
    made = _event(house, occurrence, series.uid, series.kind, outside=outside)
    made.add("recurrence-id", _start(occurrence.original_day, series.starts, zone))
    return made


def _is_as_planned(series: Series, occurrence: Occurrence) -> bool:
    planned = as_planned(series, occurrence.original_day)
    said = {name: getattr(occurrence, name) for name in NewOccurrence.__dataclass_fields__}
    return NewOccurrence(**said | {"seats": None, "extra": False, "differs": False}) == replace(planned, seats=None)


def _add_days(event: "icalendar.Event", name: str, series: Series, zone: ZoneInfo, days: Iterable[date]) -> None:
    for day in sorted(days):
        event.add(name, _start(day, series.starts, zone))


def _rule(series: Series, zone: ZoneInfo) -> "icalendar.vRecur":
    from icalendar import vRecur

    kept = [term for term in series.rule.split(";") if not term.startswith("UNTIL=")]
    until = next((term for term in series.rule.split(";") if term.startswith("UNTIL=")), "")
    if until:
        # In UTC wherever the start has a zone (section 3.3.10).
        day = date.fromisoformat(until[6:14])
        utc = datetime.combine(day, series.starts or time(), zone).astimezone(UTC)
        kept.append(f"UNTIL={day:%Y%m%d}" if series.starts is None else f"UNTIL={utc:%Y%m%dT%H%M%SZ}")
    rule: vRecur = vRecur.from_ical(";".join(kept))
    return rule


def _start(day: date, starts: time | None, zone: ZoneInfo) -> date:
    return day if starts is None else datetime.combine(day, starts, zone)


def _end(occurrence: NewOccurrence, zone: ZoneInfo) -> date:
    if occurrence.starts is None:
        return occurrence.day + timedelta(minutes=occurrence.minutes)
    start = datetime.combine(occurrence.day, occurrence.starts, zone)
    return moved(start, occurrence.minutes)


def _event(house: House, occurrence: NewOccurrence, uid: str, kind: str, *, outside: bool) -> "icalendar.Event":
    from icalendar import Event

    zone, made, now = house.settings().zone, Event(), house.clock().astimezone(UTC).replace(microsecond=0)
    made.add("uid", uid)
    made.add("dtstamp", now)
    made.add("last-modified", now)
    # Whatever is written later counts as newer, as programs take a file only over one that is no newer.
    made.add("sequence", max(0, (now - _COUNTED_FROM) // timedelta(minutes=1)))
    made.add("status", "CONFIRMED")
    made.add("dtstart", _start(occurrence.day, occurrence.starts, zone))
    made.add("dtend", _end(occurrence, zone))
    made.add("summary", (occurrence.public_title if outside else "") or occurrence.title)
    made.add("categories", [kind])
    if occurrence.place:
        made.add("location", occurrence.place)
    if occurrence.notes and not outside:
        made.add("description", occurrence.notes)
    return made


def _written(house: House, events: Sequence["icalendar.Event"]) -> bytes:
    from icalendar import Calendar

    settings, made = house.settings(), Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", settings.name)
    made.add("x-wr-timezone", settings.zone.key)
    moments = [event.decoded("dtstart") for event in events]
    days = [moment.date() for moment in moments if isinstance(moment, datetime)]
    if days:
        made.add_component(zone_component(settings.zone, min(days), max(days)))
    for event in events:
        made.add_component(event)
    content: bytes = made.to_ical()
    return content
