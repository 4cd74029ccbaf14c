"""Who would like to work, members' own jobs, what is ahead, and the employment figures, on the command line."""

import json
from dataclasses import replace

import click

from clubhouse import people
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, day_typed
from clubhouse.commands.typed_work import NUMBER, day_or_today, minutes_typed
from clubhouse.employment import guideline, jobs, months, next_in_line, outlook
from clubhouse.employment.guideline import Guideline
from clubhouse.employment.jobs import Job, JobKind, NewJob
from clubhouse.employment.pay import h_mm
from clubhouse.employment.places import WorkPlace

_PLACEMENT = click.option("--placement", type=NUMBER, help="For this placement.  [default: any]")
_KIND = click.Choice([kind.value for kind in JobKind])


@click.group("line")
def line_group() -> None:
    """Who would like to work, in the order of coming."""


@line_group.command("list")
@_PLACEMENT
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def line_list(place: Place, placement: int | None, as_json: bool) -> None:
    """List who would like to work.

    The audit log notes that the list was seen.
    """
    with place.house() as house:
        found = next_in_line.see_line(house, COMMAND_LINE, placement)
        rows = [
            {
                "person": each.person.code,
                "placement": each.wish.placement_id,
                "since": str(house.local(each.wish.at).date()),
            }
            for each in found
        ]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    columns(
        ("PERSON", "PLACEMENT", "SINCE"),
        [(str(row["person"]), str(row["placement"] or "any"), str(row["since"])) for row in rows],
    )


@line_group.command("join")
@click.argument("code", type=PLAIN)
@_PLACEMENT
@click.pass_obj
def line_join(place: Place, code: str, placement: int | None) -> None:
    """Write down that somebody would like to work."""
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        next_in_line.like_to_work(house, COMMAND_LINE, person.id, placement)
    click.echo(f"{person.code} would like to work.", err=True)


@line_group.command("leave")
@click.argument("code", type=PLAIN)
@_PLACEMENT
@click.pass_obj
def line_leave(place: Place, code: str, placement: int | None) -> None:
    """Take somebody out of the line."""
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        next_in_line.leave_line(house, COMMAND_LINE, person.id, placement)
    click.echo(f"{person.code} is out of the line.", err=True)


@click.group("own")
def own_group() -> None:
    """Members' own jobs, supported (SE) or independent (IE)."""


@own_group.command("list")
@click.option("--on", metavar="DAY", help="On which day.  [default: today]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def own_list(place: Place, on: str | None, as_json: bool) -> None:
    """List the jobs that members have.

    The audit log notes that the list was seen.
    """
    with place.house() as house:
        found = jobs.see_jobs(house, COMMAND_LINE, day_or_today(house, on))
        codes = {person.id: person.code for person in people.list_people(house)}
        rows = [_job_fields(each, codes[each.person_id]) for each in found]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    heads = ("JOB", "PERSON", "KIND", "EMPLOYER", "WORK", "A WEEK", "FROM", "UNTIL")
    keys = ("job", "person", "kind", "employer", "work", "week", "first_day", "last_day")
    columns(heads, [["" if row[key] is None else str(row[key]) for key in keys] for row in rows])


def _job_fields(job: Job, code: str) -> dict[str, object]:
    return {
        "job": job.id,
        "person": code,
        "kind": job.kind,
        "employer": job.employer,
        "work": job.job,
        "week": h_mm(job.weekly_minutes),
        "week_minutes": job.weekly_minutes,
        "first_day": str(job.first_day),
        "last_day": str(job.last_day) if job.last_day else None,
    }


@own_group.command("add")
@click.argument("code", type=PLAIN)
@click.argument("employer", type=PLAIN)
@click.argument("work", type=PLAIN)
@click.option("--kind", type=_KIND, required=True, help="Supported or independent.")
@click.option("--week", required=True, metavar="HOURS", help="The hours a week: 20 or 17:30.")
@click.option("--from", "first", metavar="DAY", help="The first day.  [default: today]")
@click.pass_obj
def own_add(place: Place, code: str, employer: str, work: str, kind: str, week: str, first: str | None) -> None:
    """Write down a member's own job, and print its number."""
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, code)
        new = NewJob(person.id, JobKind(kind), employer, work, minutes_typed(week), day_or_today(house, first))
        made = jobs.add_job(house, COMMAND_LINE, new)
    click.echo(str(made.id))


@own_group.command("change")
@click.argument("job", type=NUMBER)
@click.option("--kind", type=_KIND, help="Supported or independent.")
@click.option("--employer", type=PLAIN, help="Another employer.")
@click.option("--work", type=PLAIN, help="Another name of the work.")
@click.option("--week", metavar="HOURS", help="Other hours a week.")
@click.option("--from", "first", metavar="DAY", help="Another first day.")
@click.pass_obj
def own_change(
    place: Place,
    job: int,
    kind: str | None,
    employer: str | None,
    work: str | None,
    week: str | None,
    first: str | None,
) -> None:
    """Change what is named, and nothing else."""
    if all(each is None for each in (kind, employer, work, week, first)):
        raise click.UsageError("Name at least one thing to change, such as --week.")
    with place.house() as house, house.store.transaction():
        was = jobs.get_job(house, job)
        to = replace(
            was,
            kind=JobKind(kind) if kind else was.kind,
            employer=was.employer if employer is None else employer,
            job=was.job if work is None else work,
            weekly_minutes=minutes_typed(week) if week else was.weekly_minutes,
            first_day=day_typed(first) if first else was.first_day,
        )
        jobs.change_job(house, COMMAND_LINE, job, to)
    click.echo(f"Job {job} is changed.", err=True)


@own_group.command("end")
@click.argument("job", type=NUMBER)
@click.option("--on", metavar="DAY", help="The last day of it.  [default: today]")
@click.pass_obj
def own_end(place: Place, job: int, on: str | None) -> None:
    """End a member's own job."""
    with place.house() as house:
        now = jobs.end_job(house, COMMAND_LINE, job, day_or_today(house, on))
    click.echo(f"Job {job} was held until {now.last_day}.", err=True)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def ahead(place: Place, as_json: bool) -> None:
    """List what staff may want to talk about soon.

    Days for which somebody is looked for, terms that are planned to end, weeks outside the usual hours or the
    guideline's, placements that nobody holds, and days that are not settled. The audit log notes that the list was
    seen.
    """
    with place.house() as house:
        found = outlook.look_ahead(house, COMMAND_LINE)
    rows: list[tuple[str, str, WorkPlace, str | None, str]] = [
        ("looked for", str(each.day), each.place, each.person.code if each.person else None, str(each.stand))
        for each in found.looked_for
    ]
    rows += [
        ("ends", str(term.term.planned_last_day), term.place, term.person.code, f"{term.days_left} days")
        for term in found.ending
    ]
    for week in found.weeks:
        rules = [
            name
            for name, out in (("week-hours", week.outside_usual), ("guideline-hours", week.outside_guideline))
            if out
        ]
        words = f"{h_mm(week.minutes)}, outside {' and '.join(rules)}"
        rows.append(("week", str(week.monday), week.place, week.person.code, words))
    rows += [("nobody", "", at, None, "nobody holds it") for at in found.unheld]
    rows += [
        ("day", str(day.day), day.place, day.person.code if day.person else None, str(day.stand))
        for day in found.unsettled
    ]
    keys = ("what", "day", "placement", "employer", "job", "person", "words")
    for_lists = [
        (what, day, at.placement_id, at.employer, at.job, person, words) for what, day, at, person, words in rows
    ]
    if as_json:
        for row in for_lists:
            click.echo(json.dumps(dict(zip(keys, row, strict=True))))
        return
    columns(
        ("WHAT", "DAY", "PLACEMENT", "EMPLOYER", "JOB", "PERSON", ""),
        [["" if each is None else str(each) for each in row] for row in for_lists],
    )


@click.command()
@click.option("--month", type=PLAIN, metavar="MONTH", help="Such as 2026-11.  [default: this month]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def figures(place: Place, month: str | None, as_json: bool) -> None:
    """Print the employment figures of a month, beside the guideline of accreditation."""
    with place.house() as house:
        first, last = months.days_of(month or months.month_of(house.today()))
        found = guideline.employment_figures(house, first, last)
    rows = {
        "from": str(found.first),
        "to": str(found.last),
        "counted_on": str(found.on),
        "work_ordered_days": found.attendance.days,
        "ada_wod": _decimal(found.attendance.hundredths),
        "in_te": found.in_te,
        "in_se": found.in_se,
        "in_ie": found.in_ie,
        "at_work": found.at_work,
        "te_jobs": found.te_jobs,
        "te_jobs_within_guideline_hours": found.te_jobs_within,
        "te_jobs_within_week_hours": found.te_jobs_usual,
        "at_work_percent": _percent(found.work_guideline),
        "at_work_met": found.work_guideline.met,
        "te_percent": _percent(found.te_guideline),
        "te_met": found.te_guideline.met,
        "te_jobs_percent": _percent(found.jobs_guideline),
        "te_jobs_met": found.jobs_guideline.met,
    }
    if as_json:
        click.echo(json.dumps(rows))
        return
    words = {None: "", True: "yes", False: "no"}
    shown = (
        (key, words[value] if value is None or isinstance(value, bool) else str(value)) for key, value in rows.items()
    )
    columns(("FIGURE", "VALUE"), list(shown))


def _decimal(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02}"


def _percent(rule: Guideline) -> str | None:
    return None if rule.hundredths is None else _decimal(rule.hundredths)
