"""Planning classes and events on the command line: a new one, and changing one or all that follow."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

import click

from clubhouse import occurrences, people, series
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.event_words import EVENT, WHOLE_DAY, event_name, notes_in_words
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, day_typed, minutes_typed, number_or_none, time_typed
from clubhouse.house import House
from clubhouse.occurrences import Occurrence
from clubhouse.recurrence_words import rule_from_words
from clubhouse.series import NewSeries

_EVERY = 'When it comes: once, every thursday, "1st and 3rd tuesday", "every other friday until 2027-06-30".'
_TITLE = "The neutral title for those outside, where it is another one."
_CLOSES = "Until so long before it starts people register and leave by themselves, such as 2h."


@click.command()
@click.argument("title", type=PLAIN)
@click.argument("kind", type=PLAIN)
@click.argument("day", type=PLAIN)
@click.argument("starts", type=PLAIN, metavar="TIME")
@click.argument("length", type=PLAIN)
@click.option("--every", type=PLAIN, default="once", show_default=True, metavar="TEXT", help=_EVERY)
@click.option("--not-on", multiple=True, metavar="DAY", help="A day of its rule on which it is not held; several.")
@click.option("--also-on", multiple=True, metavar="DAY", help="One more day on which it is held; several.")
@click.option("--seats", type=PLAIN, default="none", metavar="NUMBER", help="How many seats.  [default: no limit]")
@click.option("--place", "where", type=PLAIN, default="", help="Where it is.")
@click.option("--lead", multiple=True, type=PLAIN, metavar="CODE", help="Who leads it, member or staff; several.")
@click.option("--public", type=PLAIN, default="", metavar="TITLE", help=_TITLE)
@click.option("--notes", default="", metavar="TEXT", help="What one should know; may have many lines.")
@click.option("--ride", is_flag=True, help="Ask whether people need a ride.")
@click.option("--closes", type=PLAIN, default="0m", metavar="LENGTH", help=f"{_CLOSES}  [default: until it starts]")
@click.pass_obj
def add(
    place: Place,
    title: str,
    kind: str,
    day: str,
    starts: str,
    length: str,
    every: str,
    not_on: tuple[str, ...],
    also_on: tuple[str, ...],
    seats: str,
    where: str,
    lead: tuple[str, ...],
    public: str,
    notes: str,
    ride: bool,
    closes: str,
) -> None:
    """Plan a class or event, and print the number of the first one.

    TIME is such as 18:00, or all-day; LENGTH such as 1:30, 90m or 2d.
    """
    new = NewSeries(
        kind=kind,
        title=title,
        public_title=public,
        place=where,
        notes=notes,
        first_day=day_typed(day),
        starts=_starts_typed(starts),
        minutes=minutes_typed(length),
        rule="",
        seats=number_or_none(seats),
        closes_minutes=minutes_typed(closes),
        rides=ride,
    )
    off, extra = [day_typed(each) for each in not_on], [day_typed(each) for each in also_on]
    with place.house() as house, house.store.transaction():
        made = series.add_series(
            house,
            COMMAND_LINE,
            replace(new, rule=rule_from_words(every, house.today())),
            _ids(house, lead),
            off,
            extra,
        )
        planned = _held(house, made.id)
        notes_said = notes_in_words(house, planned)
    if planned:
        click.echo(str(planned[0].id))
    _say(notes_said)


def _starts_typed(text: str) -> time | None:
    return None if text.casefold() == WHOLE_DAY else time_typed(text)


def _ids(house: House, codes: Sequence[str]) -> list[int]:
    return [people.person_by_code(house, code).id for code in codes]


def _held(house: House, series_id: int) -> list[Occurrence]:
    return [each for each in occurrences.occurrences_of(house, series_id) if each.cancelled_at is None]


def _say(notes: Sequence[str]) -> None:
    for note in notes:
        click.echo(note, err=True)


@click.command()
@click.argument("event", type=EVENT)
@click.option("--following", is_flag=True, help="And all that follow.")
@click.option("--title", type=PLAIN, help="Another title.")
@click.option("--public", type=PLAIN, metavar="TITLE", help=f"{_TITLE} '' for none.")
@click.option("--place", "where", type=PLAIN, help="Another place; '' for none.")
@click.option("--notes", metavar="TEXT", help="What one should know; '' for nothing.")
@click.option("--day", metavar="DAY", help="Another day; with --following the first one.")
@click.option("--time", "starts", type=PLAIN, metavar="TIME", help="Another time, or all-day.")
@click.option("--length", type=PLAIN, help="How long it lasts, such as 1:30 or 90m.")
@click.option("--seats", type=PLAIN, metavar="NUMBER", help="How many seats; none for no limit.")
@click.option("--kind", type=PLAIN, help="Another kind; with --following.")
@click.option("--every", type=PLAIN, metavar="TEXT", help=f"With --following. {_EVERY}")
@click.option("--lead", multiple=True, type=PLAIN, metavar="CODE", help="Who leads it; with --following; several.")
@click.option("--ride/--no-ride", default=None, help="Whether to ask if people need a ride; with --following.")
@click.option("--closes", type=PLAIN, metavar="LENGTH", help=f"With --following. {_CLOSES}")
@click.pass_obj
def change(
    place: Place,
    event: int,
    following: bool,
    title: str | None,
    public: str | None,
    where: str | None,
    notes: str | None,
    day: str | None,
    starts: str | None,
    length: str | None,
    seats: str | None,
    kind: str | None,
    every: str | None,
    lead: tuple[str, ...],
    ride: bool | None,
    closes: str | None,
) -> None:
    """Change one event, or with --following also all that follow.

    The EVENT with that number; what is not named stays as it is. Whoever is registered is told of another day, time,
    place or title at their next scan.
    """
    for_one: dict[str, object] = {
        name: value
        for name, typed, value in (
            ("title", title, title),
            ("public_title", public, public),
            ("place", where, where),
            ("notes", notes, notes),
            ("first_day" if following else "day", day, day and day_typed(day)),
            ("starts", starts, starts and _starts_typed(starts)),
            ("minutes", length, length and minutes_typed(length)),
            ("seats", seats, seats and number_or_none(seats)),
        )
        if typed is not None
    }
    for_all: dict[str, object] = {
        name: value
        for name, typed, value in (
            ("kind", kind, kind),
            ("rule", every, every and rule_from_words(every)),
            ("rides", ride, ride),
            ("closes_minutes", closes, closes and minutes_typed(closes)),
        )
        if typed is not None
    }
    if not (for_one or for_all or lead):
        raise click.UsageError("Name at least one thing to change.")
    if (for_all or lead) and not following:
        raise click.UsageError("--kind, --every, --lead, --ride and --closes go with --following.")
    with place.house() as house, house.store.transaction():
        if following:
            leads = _ids(house, lead) if lead else None
            said, planned = _change_following(house, event, for_one | for_all, leads)
        else:
            said, planned = _change_one(house, event, for_one)
        notes_said = notes_in_words(house, planned)
    click.echo(said, err=True)
    _say(notes_said)


def _change_one(house: House, event: int, changes: dict[str, object]) -> tuple[str, list[Occurrence]]:
    was = occurrences.as_new(occurrences.get_occurrence(house, event))
    now = occurrences.change_occurrence(house, COMMAND_LINE, event, replace(was, **changes))  # type: ignore[arg-type]
    return f"{event_name(now)} is changed.", [now]


def _change_following(
    house: House, event: int, changes: dict[str, object], leads: list[int] | None
) -> tuple[str, list[Occurrence]]:
    pivot = occurrences.get_occurrence(house, event)
    was = series.as_new(series.get_series(house, pivot.series_id), pivot)
    now = series.change_following(house, COMMAND_LINE, event, replace(was, **changes), leads)  # type: ignore[arg-type]
    held = [each for each in _held(house, now.id) if each.day >= now.first_day]
    return f"{now.title} is changed from {now.first_day} on.", held
