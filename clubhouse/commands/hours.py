"""Job hours on the command line: writing them down, confirming, reporting."""

import json
from pathlib import Path

import click

from clubhouse import names, people
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.coverage import COVERAGE, person_id_typed
from clubhouse.commands.lists import columns
from clubhouse.commands.output import write_out
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, days_typed
from clubhouse.commands.typed_work import NUMBER, day_or_today, stretch_options, stretch_typed
from clubhouse.employment import confirming, corrections, hours_out, months, work_days
from clubhouse.employment.hours_out import HoursRow, MonthLine
from clubhouse.employment.pay import ROUNDING, h_mm, money
from clubhouse.employment.writing import get_hours
from clubhouse.house import House

_ON = click.option("--on", metavar="DAY", help="On which day.  [default: today]")
_SURE = click.option("--sure", is_flag=True, help="Also where there are other hours at that time.")
_PERSON = click.option("--person", type=PLAIN, metavar="CODE", help="Of this person alone.")
_NAMES = click.option("--names", "with_names", is_flag=True, help="Also the full names.")
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


@click.group("hours")
def hours_group() -> None:
    """Job hours: worked, covered, confirmed, reported."""


@hours_group.command("list")
@click.option("--from", "first", metavar="DAY", help="The first day, such as 2026-11-20.  [default: today]")
@click.option("--to", "last", metavar="DAY", help="The last day.  [default: today]")
@_PERSON
@_NAMES
@_JSON
@click.pass_obj
def list_(
    place: Place, first: str | None, last: str | None, person: str | None, with_names: bool, as_json: bool
) -> None:
    """List each row of hours of some days.

    The audit log notes that the list was seen.
    """
    with place.house() as house:
        start, end = days_typed(house, first, last)
        found = hours_out.hours_between(house, COMMAND_LINE, start, end, person_id_typed(house, person))
        rows = [_row_fields(house, each, with_names) for each in found]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    heads = ("HOURS", "DAY", "PERSON", "EMPLOYER", "JOB", "WHAT", "FOR", "START", "HOURS", "STATE")
    keys = ("hours", "day", "person", "employer", "job", "what", "for", "start", "h_mm", "state")
    columns((*heads, *(["NAME"] if with_names else [])), [_cells(row, keys) for row in rows])


def _cells(row: dict[str, object], keys: tuple[str, ...]) -> list[str]:
    return [_word(row[key]) for key in (*keys, *(["name"] if "name" in row else []))]


def _word(value: object) -> str:
    return "" if value is None else str(value)


def _row_fields(house: House, each: HoursRow, with_names: bool) -> dict[str, object]:
    work = each.work
    return {
        "hours": work.id,
        "day": str(work.day),
        "person": each.person.code if each.person else None,
        "placement": work.placement_id,
        "own": work.job_id,
        "kind": each.place.kind,
        "employer": each.place.employer,
        "job": each.place.job,
        "what": work.what,
        "for": each.covered_for.code if each.covered_for else None,
        "start": f"{house.local(work.starts_at):%H:%M}" if work.starts_at else None,
        "minutes": work.minutes,
        "h_mm": h_mm(work.minutes),
        "state": work.state,
        "correction": work.correction,
    } | ({"name": names.full_name(each.person) if each.person else None} if with_names else {})


@hours_group.command("month")
@click.argument("month", required=False, type=PLAIN)
@click.option("--to", "last", type=PLAIN, metavar="MONTH", help="The last month.  [default: that month alone]")
@_PERSON
@_NAMES
@_JSON
@click.pass_obj
def month_(
    place: Place, month: str | None, last: str | None, person: str | None, with_names: bool, as_json: bool
) -> None:
    """List hours and gross pay by person, job and month, worked and covered apart.

    MONTH is such as 2026-11, this month where none is named. The audit log notes that the list was seen.
    """
    with place.house() as house:
        first = month or months.month_of(house.today())
        found = hours_out.month_hours(house, COMMAND_LINE, first, last or first, person_id_typed(house, person))
        rows = [_line_fields(each, with_names) for each in found]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    heads = ("MONTH", "PERSON", "EMPLOYER", "JOB", "WHAT", "MINUTES", "HOURS", "PAY", "NOT CONFIRMED", "CORRECTIONS")
    keys = ("month", "person", "employer", "job", "what", "minutes", "h_mm", "pay", "not_confirmed", "corrections")
    columns((*heads, *(["NAME"] if with_names else [])), [_cells(row, keys) for row in rows])
    click.echo(f"Pay is divided out once a line, rounded {ROUNDING} to the cent.", err=True)


def _line_fields(each: MonthLine, with_names: bool) -> dict[str, object]:
    fields: dict[str, object] = {
        "month": each.month,
        "person": each.person.code,
        "placement": each.place.placement_id,
        "own": each.place.job_id,
        "kind": each.place.kind,
        "employer": each.place.employer,
        "job": each.place.job,
        "what": each.what,
        "minutes": each.pay.minutes,
        "h_mm": each.pay.h_mm,
        "pay_cents": each.pay.cents,
        "pay": money(each.pay.cents),
        "not_confirmed": each.unconfirmed,
        "corrections": each.corrections,
    }
    return fields | ({"name": names.full_name(each.person)} if with_names else {})


@hours_group.command()
@click.argument("code", type=PLAIN)
@click.option("--placement", type=NUMBER, help="The placement that they hold.")
@click.option("--own", type=NUMBER, metavar="JOB", help="Their own job.")
@_ON
@stretch_options
@_SURE
@click.pass_obj
def log(
    place: Place,
    code: str,
    placement: int | None,
    own: int | None,
    on: str | None,
    starts: str | None,
    ends: str | None,
    length: str | None,
    sure: bool,
) -> None:
    """Write down hours that somebody worked, and print their number."""
    if (placement is None) == (own is None):
        raise click.UsageError("Say either --placement or --own.")
    with place.house() as house, house.store.transaction():
        person, day = people.person_by_code(house, code), day_or_today(house, on)
        stretch = stretch_typed(house, day, starts, ends, length)
        if placement is not None:
            made = work_days.log_hours(house, COMMAND_LINE, person.id, placement, day, stretch, sure=sure)
        else:
            made = work_days.log_job_hours(house, COMMAND_LINE, person.id, own or 0, day, stretch, sure=sure)
    click.echo(str(made.id))


@hours_group.command()
@click.argument("code", type=PLAIN)
@click.argument("placement", type=NUMBER)
@click.option("--for", "for_code", type=PLAIN, metavar="CODE", help="In whose place.  [default: nobody held it]")
@_ON
@stretch_options
@_SURE
@click.pass_obj
def cover(
    place: Place,
    code: str,
    placement: int,
    for_code: str | None,
    on: str | None,
    starts: str | None,
    ends: str | None,
    length: str | None,
    sure: bool,
) -> None:
    """Write down hours that somebody covered, and print their number."""
    with place.house() as house, house.store.transaction():
        person, day = people.person_by_code(house, code), day_or_today(house, on)
        for_id = person_id_typed(house, for_code)
        stretch = stretch_typed(house, day, starts, ends, length)
        made = work_days.log_coverage(house, COMMAND_LINE, person.id, placement, day, for_id, stretch, sure=sure)
    click.echo(str(made.id))


@hours_group.command()
@click.argument("placement", type=NUMBER)
@_ON
@click.option("--reason", type=PLAIN, default="", help="Why, for the audit log.")
@click.pass_obj
def closed(place: Place, placement: int, on: str | None, reason: str) -> None:
    """Write down that the employer was closed, and print the number of that."""
    with place.house() as house:
        made = work_days.log_closed(house, COMMAND_LINE, placement, day_or_today(house, on), reason)
    click.echo(str(made.id))


@hours_group.command()
@click.argument("hours", type=NUMBER)
@stretch_options
@click.option("--reason", type=PLAIN, required=True, help="Why, such as: time sheet of the employer.")
@_SURE
@click.pass_obj
def correct(
    place: Place, hours: int, starts: str | None, ends: str | None, length: str | None, reason: str, sure: bool
) -> None:
    """Set hours right, confirmed and reported ones too, and print the new number.

    What stood there stays on file.
    """
    with place.house() as house, house.store.transaction():
        stretch = stretch_typed(house, get_hours(house, hours).day, starts, ends, length)
        made = corrections.correct_hours(house, COMMAND_LINE, hours, stretch, reason, sure=sure)
    click.echo(str(made.id))


@hours_group.command()
@click.argument("hours", type=NUMBER)
@click.option("--reason", type=PLAIN, required=True, help="Why, such as: written twice.")
@click.pass_obj
def remove(place: Place, hours: int, reason: str) -> None:
    """Take hours away; what they said stays on file."""
    with place.house() as house:
        corrections.remove_hours(house, COMMAND_LINE, hours, reason)
    click.echo(f"Hours {hours} count no more.", err=True)


@hours_group.command()
@click.argument("hours", type=NUMBER, nargs=-1)
@click.option("--month", type=PLAIN, metavar="MONTH", help="All of this month, such as 2026-11.")
@click.option("--placement", type=NUMBER, help="With --month: of this placement alone.")
@click.option("--person", type=PLAIN, metavar="CODE", help="With --month: of this person alone.")
@click.option("--undo", is_flag=True, help="Take it back that these hours are confirmed.")
@click.pass_obj
def confirm(
    place: Place,
    hours: tuple[int, ...],
    month: str | None,
    placement: int | None,
    person: str | None,
    undo: bool,
) -> None:
    """Confirm hours by their numbers, or those of a whole month."""
    if bool(hours) == (month is not None) or (undo and month) or (not month and (placement or person)):
        raise click.UsageError("Say either the numbers of hours, or --month.")
    with place.house() as house, house.store.transaction():
        if month is not None:
            who = person_id_typed(house, person)
            done = confirming.confirm_month(house, COMMAND_LINE, month, placement, who)
        elif undo:
            done = confirming.unconfirm_hours(house, COMMAND_LINE, hours)
        else:
            done = confirming.confirm_hours(house, COMMAND_LINE, hours)
    click.echo(f"{'Not confirmed any more' if undo else 'Confirmed'}: {len(done)}.", err=True)


@hours_group.command()
@click.argument("month", type=PLAIN)
@click.option("--placement", type=NUMBER, help="Of this placement alone.  [default: the whole house]")
@click.option("--sure", is_flag=True, help="Also where hours are missing or not confirmed.")
@click.pass_obj
def lock(place: Place, month: str, placement: int | None, sure: bool) -> None:
    """Note that a month has been reported.

    From then on staff alone write of it, and what they write is marked as a correction.
    """
    with place.house() as house:
        months.lock_month(house, COMMAND_LINE, month, placement, sure=sure)
    click.echo(f"{month} is reported.", err=True)


@hours_group.command()
@click.argument("code", type=PLAIN)
@click.argument("month", type=PLAIN)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this new file.")
@click.pass_obj
def report(place: Place, code: str, month: str, output: Path | None) -> None:
    """Make the benefits report of one member and month, to print and sign.

    One HTML page with each day, the sums, and lines for member and staff to sign. The audit log notes it.
    """
    from clubhouse.employment.benefits_report import benefits_page

    with place.house() as house:
        page = benefits_page(house, COMMAND_LINE, people.person_by_code(house, code).id, month)
    write_out(page, output)


for _command in COVERAGE:
    hours_group.add_command(_command)
