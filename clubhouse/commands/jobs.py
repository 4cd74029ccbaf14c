"""Paid work on the command line: employers, placements and who holds them."""

import json
from dataclasses import replace

import click

from clubhouse import people
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.jobs_of_members import ahead, figures, line_group, own_group
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.terms import begin, end, plan, take_back, terms_list
from clubhouse.commands.typed import PLAIN, day_typed
from clubhouse.commands.typed_work import NUMBER, cents_typed, day_or_today, minutes_typed, times_typed, times_words
from clubhouse.employment import employers, placement_pages, placements
from clubhouse.employment.employers import NewEmployer
from clubhouse.employment.pay import h_mm, money
from clubhouse.employment.placement_pages import PlacementLine
from clubhouse.employment.placements import NewPlacement
from clubhouse.house import House

_TIMES = click.option("--times", multiple=True, metavar="TEXT",
                      help="Usual times, such as: weekdays 09:00-13:00. As often as there are others.")  # fmt: skip
_BY = "Who of the house looks after it, by code."


@click.group("jobs")
def jobs_group() -> None:
    """Employers, placements, who holds them, and members' own jobs."""


@jobs_group.group("employers")
def employers_group() -> None:
    """With whom the house has placements."""


@employers_group.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def employers_list(place: Place, as_json: bool) -> None:
    """List the employers, the closed too."""
    with place.house() as house:
        found = employers.see_employers(house, COMMAND_LINE)
    if as_json:
        for each in found:
            closed = str(each.closed_on) if each.closed_on else None
            click.echo(
                json.dumps({"employer": each.name, "number": each.id, "contact": each.contact, "closed_on": closed})
            )
        return
    columns(
        ("EMPLOYER", "CLOSED", "CONTACT"), [(each.name, str(each.closed_on or ""), each.contact) for each in found]
    )


@employers_group.command("add")
@click.argument("name", type=PLAIN)
@click.option("--contact", type=PLAIN, default="", help="Whom to call there.")
@click.pass_obj
def employers_add(place: Place, name: str, contact: str) -> None:
    """Put an employer on file."""
    with place.house() as house:
        made = employers.add_employer(house, COMMAND_LINE, NewEmployer(name, contact))
    click.echo(f"{made.name} is on file.", err=True)


@employers_group.command("change")
@click.argument("employer", type=PLAIN)
@click.option("--name", type=PLAIN, help="Another name.")
@click.option("--contact", type=PLAIN, help="Whom to call there; '' for nobody.")
@click.pass_obj
def employers_change(place: Place, employer: str, name: str | None, contact: str | None) -> None:
    """Change what is named, and nothing else."""
    if name is None and contact is None:
        raise click.UsageError("Name at least one thing to change, such as --contact.")
    with place.house() as house, house.store.transaction():
        was = employers.employer_named(house, employer)
        to = NewEmployer(was.name if name is None else name, was.contact if contact is None else contact)
        now = employers.change_employer(house, COMMAND_LINE, was.id, to)
    click.echo(f"{now.name} is changed.", err=True)


@employers_group.command("close")
@click.argument("employer", type=PLAIN)
@click.pass_obj
def employers_close(place: Place, employer: str) -> None:
    """Have nothing there any more, from today."""
    with place.house() as house, house.store.transaction():
        was = employers.employer_named(house, employer)
        employers.close_employer(house, COMMAND_LINE, was.id)
    click.echo(f"{was.name} is closed.", err=True)


@employers_group.command("reopen")
@click.argument("employer", type=PLAIN)
@click.pass_obj
def employers_reopen(place: Place, employer: str) -> None:
    """Have placements there again."""
    with place.house() as house, house.store.transaction():
        was = employers.employer_named(house, employer)
        employers.reopen_employer(house, COMMAND_LINE, was.id)
    click.echo(f"{was.name} is open again.", err=True)


@jobs_group.command("list")
@click.option("--closed", is_flag=True, help="Also placements that the house holds no longer.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def list_(place: Place, closed: bool, as_json: bool) -> None:
    """List the placements, with who holds them today.

    The audit log notes that the list was seen.
    """
    with place.house() as house:
        rows = [_fields(each) for each in placement_pages.see_placements(house, COMMAND_LINE, closed=closed)]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    heads = ("PLACEMENT", "EMPLOYER", "JOB", "KIND", "A WEEK", "WAGE", "HELD BY", "TIMES")
    keys = ("placement", "employer", "job", "kind", "week", "wage", "held_by", "times")
    columns(heads, [[_cell(row[key]) for key in keys] for row in rows])


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nobody"
    return "" if value is None else str(value)


def _fields(each: PlacementLine) -> dict[str, object]:
    placement, by = each.placement, each.looked_after_by
    return {
        "placement": placement.id,
        "employer": each.employer,
        "job": placement.job,
        "kind": "group TE" if placement.is_group else "TE",
        "place": placement.place,
        "contact": placement.contact,
        "week": h_mm(placement.weekly_minutes),
        "week_minutes": placement.weekly_minutes,
        "wage": money(each.cents),
        "wage_cents": each.cents,
        "held_by": [held.person.code for held in each.holders],
        "times": times_words(each.times),
        "looked_after_by": by.code if by else None,
        "opened_on": str(placement.opened_on),
        "closed_on": str(placement.closed_on) if placement.closed_on else None,
    }


@jobs_group.command()
@click.argument("employer", type=PLAIN)
@click.argument("job", type=PLAIN)
@click.option("--week", required=True, metavar="HOURS", help="The usual hours a week: 20 or 17:30.")
@_TIMES
@click.option("--wage", metavar="AMOUNT", help="What is paid an hour: 15.50.")
@click.option("--where", type=PLAIN, default="", help="Where the work is done.")
@click.option("--contact", type=PLAIN, default="", help="Whom to call there.")
@click.option("--group", is_flag=True, help="Group TE: several members hold it at the same time.")
@click.option("--looked-after-by", "by", type=PLAIN, metavar="CODE", help=_BY)
@click.option("--opened", metavar="DAY", help="Since when the house holds it.  [default: today]")
@click.pass_obj
def add(
    place: Place,
    employer: str,
    job: str,
    week: str,
    times: tuple[str, ...],
    wage: str | None,
    where: str,
    contact: str,
    group: bool,
    by: str | None,
    opened: str | None,
) -> None:
    """Put a placement on file, and print its number."""
    with place.house() as house, house.store.transaction():
        found = employers.employer_named(house, employer)
        by_id = people.person_by_code(house, by).id if by else None
        new = NewPlacement(
            found.id, job, where, contact, group, minutes_typed(week), by_id, day_or_today(house, opened)
        )
        cents = cents_typed(wage) if wage is not None else None
        made = placements.add_placement(house, COMMAND_LINE, new, times_typed(times), cents)
    click.echo(str(made.id))


@jobs_group.command()
@click.argument("placement", type=NUMBER)
@click.option("--employer", type=PLAIN, help="Another employer.")
@click.option("--job", type=PLAIN, help="Another name of the work.")
@click.option("--week", metavar="HOURS", help="The usual hours a week.")
@click.option("--where", type=PLAIN, help="Where the work is done; '' for nothing.")
@click.option("--contact", type=PLAIN, help="Whom to call there; '' for nobody.")
@click.option("--group/--single", default=None, help="Held by several members at the same time, or by one.")
@click.option("--looked-after-by", "by", type=PLAIN, metavar="CODE", help=f"{_BY} '' for nobody.")
@click.option("--opened", metavar="DAY", help="Since when the house holds it.")
@click.pass_obj
def change(
    place: Place,
    placement: int,
    employer: str | None,
    job: str | None,
    week: str | None,
    where: str | None,
    contact: str | None,
    group: bool | None,
    by: str | None,
    opened: str | None,
) -> None:
    """Change what is named, and nothing else."""
    if all(each is None for each in (employer, job, week, where, contact, group, by, opened)):
        raise click.UsageError("Name at least one thing to change, such as --job.")
    with place.house() as house, house.store.transaction():
        was = placements.get_placement(house, placement)
        to = replace(
            was,
            employer_id=_employer(house, employer, was.employer_id),
            job=was.job if job is None else job,
            weekly_minutes=was.weekly_minutes if week is None else minutes_typed(week),
            place=was.place if where is None else where,
            contact=was.contact if contact is None else contact,
            is_group=was.is_group if group is None else group,
            looked_after_by=_keeper(house, by, was.looked_after_by),
            opened_on=was.opened_on if opened is None else day_typed(opened),
        )
        placements.change_placement(house, COMMAND_LINE, placement, to)
    click.echo(f"Placement {placement} is changed.", err=True)


def _employer(house: House, typed: str | None, was: int) -> int:
    return was if typed is None else employers.employer_named(house, typed).id


def _keeper(house: House, typed: str | None, was: int | None) -> int | None:
    if typed is None:
        return was
    return people.person_by_code(house, typed).id if typed else None


@jobs_group.command()
@click.argument("placement", type=NUMBER)
@click.option("--on", metavar="DAY", help="The first day on which the house holds it no longer.  [default: today]")
@click.pass_obj
def close(place: Place, placement: int, on: str | None) -> None:
    """Hold a placement no longer."""
    with place.house() as house:
        placements.close_placement(house, COMMAND_LINE, placement, day_or_today(house, on))
    click.echo(f"Placement {placement} is closed.", err=True)


@jobs_group.command()
@click.argument("placement", type=NUMBER)
@click.pass_obj
def reopen(place: Place, placement: int) -> None:
    """Hold a placement again, as if it had never been closed."""
    with place.house() as house:
        placements.reopen_placement(house, COMMAND_LINE, placement)
    click.echo(f"Placement {placement} is open again.", err=True)


@jobs_group.command()
@click.argument("placement", type=NUMBER)
@_TIMES
@click.option("--from", "since", metavar="DAY", help="From when on.  [default: today]")
@click.pass_obj
def times(place: Place, placement: int, times: tuple[str, ...], since: str | None) -> None:
    """Set the usual times of a week from a day on; without --times there are none."""
    typed = times_typed(times)
    with place.house() as house:
        placements.set_times(house, COMMAND_LINE, placement, typed, day_or_today(house, since))
    click.echo(f"Placement {placement} has the times: {times_words(typed) or 'none'}.", err=True)


@jobs_group.command()
@click.argument("placement", type=NUMBER)
@click.argument("amount")
@click.option("--from", "since", metavar="DAY", help="From when on.  [default: today]")
@click.option("--sure", is_flag=True, help="Also where a month that was reported comes out differently.")
@click.pass_obj
def wage(place: Place, placement: int, amount: str, since: str | None, sure: bool) -> None:
    """Set the hourly wage from a day on, such as 15.50."""
    cents = cents_typed(amount)
    with place.house() as house:
        placements.set_wage(house, COMMAND_LINE, placement, cents, day_or_today(house, since), sure=sure)
    click.echo(f"Placement {placement} pays {money(cents)} an hour.", err=True)


for _command in (begin, plan, end, take_back, terms_list, line_group, own_group, ahead, figures):
    jobs_group.add_command(_command)
