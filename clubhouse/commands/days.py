"""The days of the house: the weekly pattern, the parts of a day, single days that differ, and the end of a day."""

from dataclasses import replace
from datetime import date, timedelta

import click

from clubhouse import days
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import (
    PLAIN,
    day_typed,
    time_typed,
    weekday_name,
    weekday_typed,
    weekdays_typed,
    weekdays_words,
)
from clubhouse.days import DayKind, NewPart, Part
from clubhouse.errors import NotFound
from clubhouse.house import House
from clubhouse.visits import close_days

USUAL = "usual"
"""A single day with this kind follows the weekly pattern again."""
_AHEAD = timedelta(days=366)


@click.group("days")
def days_group() -> None:
    """Kinds of day and parts of the day."""


@days_group.command("list")
@click.pass_obj
def list_(place: Place) -> None:
    """List the weekly pattern, the parts of a day, and the days of the coming year that differ."""
    with place.house() as house:
        week, parts, today = days.weekly_pattern(house), days.list_parts(house), house.today()
        specials = days.special_days(house, today, _a_year_on(today))
    columns(("WEEKDAY", "KIND"), [(weekday_name(weekday), kind) for weekday, kind in week.items()])
    click.echo()
    columns(("PART", "MEETING", "STARTS", "ENDS", "HELD"), [_part_row(part) for part in parts])
    click.echo()
    rows = [(str(each.day), each.kind or USUAL, each.note) for each in specials]
    columns(("DAY", "KIND", "NOTE"), rows)


def _a_year_on(day: date) -> date:
    return day + min(_AHEAD, date.max - day)


def _part_row(part: Part) -> tuple[str, ...]:
    times = (f"{each:%H:%M}" for each in (part.meeting, part.starts, part.ends))
    return (part.name, *times, weekdays_words(part.weekdays))


@days_group.command("set")
@click.argument("day", type=PLAIN, metavar="DAY")
@click.argument("kind", type=click.Choice([*(kind.value for kind in DayKind), USUAL]), metavar="KIND")
@click.option("--note", type=PLAIN, default="", help="Why a single day differs, such as: Thanksgiving.")
@click.option("--since", metavar="DAY", help="From which day on a weekday is so.  [default: today]")
@click.pass_obj
def set_(place: Place, day: str, kind: str, note: str, since: str | None) -> None:
    """Say what kind of day a weekday or a single day is.

    DAY is a weekday such as saturday, or a date. KIND is work-ordered, social or closed, and for a date also usual:
    as the weekly pattern has it. Days before --since stay what they were, and so do their figures.
    """
    if day[:1].isdigit():
        if since:
            raise click.UsageError("--since is for a weekday; a single day is what it is on that day.")
        with place.house() as house:
            plan = days.set_day(house, COMMAND_LINE, day_typed(day), None if kind == USUAL else DayKind(kind), note)
        click.echo(f"{plan.day} is now {plan.kind}.", err=True)
        return
    if note or kind == USUAL:
        raise click.UsageError("A weekday takes no note, and is work-ordered, social or closed.")
    weekday = weekday_typed(day)
    with place.house() as house:
        begins = day_typed(since) if since else house.today()
        days.set_weekday(house, COMMAND_LINE, weekday, DayKind(kind), begins)
    click.echo(f"Every {weekday_name(weekday)} is {kind} from {begins} on.", err=True)


@days_group.group("part")
def part_group() -> None:
    """The parts of a work-ordered day."""


@part_group.command()
@click.argument("name", type=PLAIN)
@click.option("--meeting", required=True, metavar="TIME", help="When the unit meeting is, such as 09:00.")
@click.option("--starts", required=True, metavar="TIME", help="When the work begins.")
@click.option("--ends", required=True, metavar="TIME", help="When it ends.")
@click.option("--held", type=PLAIN, default="every day", metavar="WEEKDAYS",
              help="On which work-ordered days: monday,thursday or weekdays.  [default: every day]")  # fmt: skip
@click.pass_obj
def add(place: Place, name: str, meeting: str, starts: str, ends: str, held: str) -> None:
    """Hold another part of the day."""
    new = NewPart(name, weekdays_typed(held), time_typed(meeting), time_typed(starts), time_typed(ends))
    with place.house() as house:
        part = days.add_part(house, COMMAND_LINE, new)
    click.echo(f"The {part.name} begins with its meeting at {part.meeting:%H:%M}.", err=True)


@part_group.command()
@click.argument("part", type=PLAIN)
@click.option("--name", type=PLAIN, help="Another name.")
@click.option("--meeting", metavar="TIME", help="When the unit meeting is.")
@click.option("--starts", metavar="TIME", help="When the work begins.")
@click.option("--ends", metavar="TIME", help="When it ends.")
@click.option("--held", type=PLAIN, metavar="WEEKDAYS", help="On which work-ordered days.")
@click.pass_obj
def change(
    place: Place,
    part: str,
    name: str | None,
    meeting: str | None,
    starts: str | None,
    ends: str | None,
    held: str | None,
) -> None:
    """Change the name or the times of a part.

    What is not named stays as it is.
    """
    if (name, meeting, starts, ends, held) == (None,) * 5:
        raise click.UsageError("Name at least one thing to change.")
    with place.house() as house, house.store.transaction():
        was = days.part_named(house, part)
        to = replace(
            was,
            name=was.name if name is None else name,
            weekdays=weekdays_typed(held) if held else was.weekdays,
            meeting=time_typed(meeting) if meeting else was.meeting,
            starts=time_typed(starts) if starts else was.starts,
            ends=time_typed(ends) if ends else was.ends,
        )
        now = days.change_part(house, COMMAND_LINE, was.id, to)
    click.echo(f"The {now.name} is changed.", err=True)


@part_group.command()
@click.argument("part", type=PLAIN)
@click.pass_obj
def end(place: Place, part: str) -> None:
    """Hold a part no longer.

    What was done in it stays on file.
    """
    with place.house() as house:
        was = days.part_named(house, part)
        days.end_part(house, COMMAND_LINE, was.id)
    click.echo(f"The {was.name} is held no longer.", err=True)


def part_typed(house: House, name: str | None) -> Part:
    """The part of that name, or where nothing was typed the one that is offered now. Raises `NotFound`."""
    if name is not None:
        return days.part_named(house, name)
    now = house.now()
    part = days.offered_part(days.plan_of(house, now.date()), now)
    if part is None:
        raise NotFound("No unit meeting is left today. See the days with: clubhouse days list")
    return part


@click.command()
@click.pass_obj
def close_day(place: Place) -> None:
    """End visits left open on an earlier day.

    Their ends are estimates, and marked so. The kiosk does this by itself when the day turns.
    """
    with place.house() as house:
        closed = close_days(house)
    click.echo(f"{len(closed)} left open, now ended as estimates.", err=True)
