"""Classes and events on the command line: what is on, calling one off, its seats, and the month on paper."""

import json
from datetime import date, timedelta
from pathlib import Path

import click

import db.registrations
from clubhouse import occurrences, program, series
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands import calendars, event_lists, event_plans
from clubhouse.commands.event_words import EVENT, event_name, time_words
from clubhouse.commands.lists import columns
from clubhouse.commands.output import write_out
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, day_typed, month_typed, number_or_none
from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.program import Event

_LISTED = timedelta(days=27)


@click.group("events")
def events_group() -> None:
    """Classes and social events."""


@events_group.command("list")
@click.option("--from", "first", metavar="DAY", help="The first day, such as 2026-12-01.  [default: today]")
@click.option("--to", "last", metavar="DAY", help="The last day.  [default: four weeks from the first]")
@click.option("--not-held", is_flag=True, help="Those that were cancelled, instead of those that are held.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def list_(place: Place, first: str | None, last: str | None, not_held: bool, as_json: bool) -> None:
    """List what is on, with its number, and how many are registered and wait."""
    with place.house() as house, house.store.snapshot():
        start = day_typed(first) if first else house.today()
        end = day_typed(last) if last else start + min(_LISTED, date.max - start)
        if end < start:
            raise BadInput(f"{end} is before {start}. The first day comes first.")
        found = _not_held(house, start, end) if not_held else list(program.see_program(house, start, end).events)
    if as_json:
        for event in found:
            click.echo(json.dumps(_fields(event)))
        return
    heads = ("EVENT", "DAY", "TIME", "KIND", "SEATS", "REGISTERED", "WAITING", "TITLE", "PLACE")
    columns(heads, [_cells(event) for event in found])


def _not_held(house: House, first: date, last: date) -> list[Event]:
    zone = house.settings().zone
    cancelled = [
        each
        for one in series.list_series(house)
        for each in occurrences.occurrences_of(house, one.id)
        if each.cancelled_at and first <= each.day <= last
    ]
    events = [
        Event(each, *program.times(each, zone), (), len(db.registrations.listed(house.store, each.id)), None, False)
        for each in cancelled
    ]
    return sorted(events, key=lambda event: (event.occurrence.day, event.starts_at, event.occurrence.id))


def _fields(event: Event) -> dict[str, object]:
    on = event.occurrence
    return {
        "event": on.id,
        "series": on.series_id,
        "day": str(on.day),
        "starts": event.starts_at.isoformat(),
        "ends": event.ends_at.isoformat(),
        "whole_day": on.starts is None,
        "kind": on.kind,
        "title": on.title,
        "public_title": on.public_title,
        "place": on.place,
        "leaders": list(event.leaders),
        "seats": on.seats,
        "registered": event.taken - event.waiting,
        "waiting": event.waiting,
        "held": on.cancelled_at is None,
    }


def _cells(event: Event) -> tuple[str, ...]:
    on = event.occurrence
    seats = "" if on.seats is None else str(on.seats)
    taken = (str(event.taken - event.waiting), str(event.waiting or ""))
    return (str(on.id), f"{on.day:%a} {on.day}", time_words(event), on.kind, seats, *taken, on.title, on.place)


@events_group.command()
@click.argument("event", type=EVENT)
@click.option("--following", is_flag=True, help="And all that follow: the series ends before it.")
@click.pass_obj
def cancel(place: Place, event: int, following: bool) -> None:
    """Cancel one event; whoever is registered is told at their next scan.

    The EVENT with that number. Who is registered stays on its list: it may be held after all.
    """
    with place.house() as house, house.store.transaction():
        on = occurrences.get_occurrence(house, event)
        if following:
            series.cancel_following(house, COMMAND_LINE, event)
        else:
            occurrences.cancel_occurrence(house, COMMAND_LINE, event)
    if following:
        click.echo(f"{on.title} is not held from {on.original_day} on.", err=True)
        return
    click.echo(f"{event_name(on)} is not held. Hold it after all with: clubhouse events hold {event}", err=True)


@events_group.command()
@click.argument("event", type=EVENT)
@click.pass_obj
def hold(place: Place, event: int) -> None:
    """Hold a cancelled event after all, for those who were registered."""
    with place.house() as house:
        on = occurrences.hold_occurrence(house, COMMAND_LINE, event)
    click.echo(f"{event_name(on)} is held.", err=True)


@events_group.command()
@click.argument("event", type=EVENT)
@click.argument("number", type=PLAIN)
@click.pass_obj
def seats(place: Place, event: int, number: str) -> None:
    """Set how many seats one event has.

    NUMBER is a number, or none for no limit. With more seats the first who wait have theirs; with fewer the last to
    come wait.
    """
    count = number_or_none(number)
    with place.house() as house, house.store.transaction():
        on = occurrences.set_seats(house, COMMAND_LINE, event, count)
    click.echo(f"{event_name(on)} has {'no limit of seats' if count is None else f'{count} seats'}.", err=True)


@events_group.command()
@click.option("--month", "month_", metavar="MONTH", help="Which month, such as 2026-12.  [default: this month]")
@click.option("--inner", is_flag=True, help="With the titles used in the house, instead of the neutral ones.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def month(place: Place, month_: str | None, inner: bool, file: Path | None) -> None:
    """Make a page of one month for the wall and the newsletter.

    One HTML page, on one sheet, written to the new FILE or to stdout.
    """
    from clubhouse.month_sheet import month_sheet

    with place.house() as house, house.store.snapshot():
        page = month_sheet(house, month_typed(month_) if month_ else house.today(), inner)
    write_out(page, file)


for _command in (
    event_plans.add,
    event_plans.change,
    event_lists.register,
    event_lists.leave,
    event_lists.there,
    event_lists.who,
    calendars.export,
    calendars.import_,
):
    events_group.add_command(_command)
