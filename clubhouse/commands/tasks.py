"""Tasks on the command line: the needs list, what stands on it and when it comes up."""

import json
from dataclasses import replace
from datetime import date

import click

from clubhouse import days, people, tasks, units
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, day_typed, number_or_none
from clubhouse.house import House
from clubhouse.recurrence_words import rule_from_words, rule_words
from clubhouse.tasks import Needed, NewTask, Task

TASK = click.IntRange(1, 2**63 - 1)
"""The number of a task, as `tasks list` prints it."""
_WHEN = "When it comes up: once, every weekday, every other friday, first monday."


@click.group("tasks")
def tasks_group() -> None:
    """The needs list of each unit meeting."""


@tasks_group.command("list")
@click.option("--on", metavar="DAY", help="What is on the needs list that day.  [default: every task]")
@click.option("--part", type=PLAIN, help="What is on the needs list of this part of the day.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def list_(place: Place, on: str | None, part: str | None, as_json: bool) -> None:
    """List every task, or the needs list of a day."""
    with place.house() as house, house.store.snapshot():
        if on is None and part is None:
            rows = [_fields(house, task, _part_of(house, task), None) for task in tasks.list_tasks(house)]
        else:
            rows = _needs(house, day_typed(on) if on else house.today(), part)
    if as_json:
        for row in rows:
            click.echo(json.dumps(row))
        return
    heads = ("TASK", "UNIT", "PART", "HANDS", "WHEN", "DONE", "TITLE")
    columns(heads, [_cells(row) for row in rows])


def _needs(house: House, day: date, part: str | None) -> list[dict[str, object]]:
    held = days.plan_of(house, day).parts
    wanted = (days.part_named(house, part),) if part is not None else held
    return [
        _fields(house, each.task, here.name, each)
        for here in wanted
        if here in held
        for each in tasks.tasks_needed(house, day, held, here)
    ]


def _part_of(house: House, task: Task) -> str:
    # A part that is held no longer has no name here; its tasks come up at the day's first meeting.
    return next((part.name for part in days.list_parts(house) if part.id == task.part_id), "")


def _fields(house: House, task: Task, part: str, needed: Needed | None) -> dict[str, object]:
    return {
        "task": task.id,
        "unit": units.get_unit(house, task.unit_id).name,
        "part": part,
        "title": task.title,
        "how_to": task.how_to,
        "skills": task.skills,
        "hands": task.hands,
        "from": str(task.first_day),
        "when": rule_words(task.rule),
        "since": str(needed.since_day) if needed else None,
        "done": needed.done if needed else None,
    }


def _cells(row: dict[str, object]) -> list[str]:
    hands = "" if row["hands"] is None else str(row["hands"])
    shown = (row["task"], row["unit"], row["part"], hands, row["when"], "done" if row["done"] else "", row["title"])
    return [str(each) for each in shown]


@tasks_group.command()
@click.argument("unit", type=PLAIN)
@click.argument("part", type=PLAIN)
@click.argument("title", type=PLAIN)
@click.option("--hands", type=int, metavar="NUMBER", help="How many hands it needs.  [default: as many as like to]")
@click.option("--how-to", default="", metavar="TEXT", help="How it is done; may have many lines.")
@click.option("--skills", type=PLAIN, default="", help="Words for what one learns or needs, such as: cooking, till.")
@click.option("--when", type=PLAIN, default="once", show_default=True, help=_WHEN)
@click.option("--from", "first", metavar="DAY", help="The day it first comes up.  [default: today]")
@click.pass_obj
def add(
    place: Place,
    unit: str,
    part: str,
    title: str,
    hands: int | None,
    how_to: str,
    skills: str,
    when: str,
    first: str | None,
) -> None:
    """Put a task on the needs list, and print its number."""
    with place.house() as house, house.store.transaction():
        rule = rule_from_words(when, house.today())
        day = day_typed(first) if first else house.today()
        team, here = units.unit_named(house, unit), days.part_named(house, part)
        new = NewTask(team.id, here.id, title, how_to, skills, hands, day, rule)
        task = tasks.add_task(house, COMMAND_LINE, new)
    click.echo(str(task.id))


@tasks_group.command()
@click.argument("task", type=TASK)
@click.option("--unit", type=PLAIN, help="Move it to this unit.")
@click.option("--part", type=PLAIN, help="Move it to this part of the day.")
@click.option("--title", type=PLAIN, help="Another title.")
@click.option("--hands", type=PLAIN, metavar="NUMBER", help="How many hands it needs; none for as many as like to.")
@click.option("--how-to", metavar="TEXT", help="How it is done; '' for nothing.")
@click.option("--skills", type=PLAIN, help="Words for what one learns or needs; '' for none.")
@click.option("--when", type=PLAIN, help=_WHEN)
@click.option("--from", "first", metavar="DAY", help="The day it first comes up.")
@click.pass_obj
def change(
    place: Place,
    task: int,
    unit: str | None,
    part: str | None,
    title: str | None,
    hands: str | None,
    how_to: str | None,
    skills: str | None,
    when: str | None,
    first: str | None,
) -> None:
    """Change what is said of a task, or move it.

    Of the TASK with that number; what is not named stays as it is.
    """
    if (unit, part, title, hands, how_to, skills, when, first) == (None,) * 8:
        raise click.UsageError("Name at least one thing to change.")
    with place.house() as house, house.store.transaction():
        was = tasks.get_task(house, task)
        to = replace(
            was,
            unit_id=units.unit_named(house, unit).id if unit else was.unit_id,
            part_id=days.part_named(house, part).id if part else was.part_id,
            title=was.title if title is None else title,
            hands=number_or_none(hands) if hands else was.hands,
            how_to=was.how_to if how_to is None else how_to,
            skills=was.skills if skills is None else skills,
            rule=rule_from_words(when, house.today()) if when else was.rule,
            first_day=day_typed(first) if first else was.first_day,
        )
        tasks.change_task(house, COMMAND_LINE, task, to)
    click.echo(f"Task {task} is changed.", err=True)


@tasks_group.command()
@click.argument("task", type=TASK)
@click.pass_obj
def end(place: Place, task: int) -> None:
    """Take a task off every list.

    What was done of it stays on file.
    """
    with place.house() as house:
        tasks.end_task(house, COMMAND_LINE, task)
    click.echo(f"Task {task} is on no list any more.", err=True)


@tasks_group.command()
@click.argument("task", type=TASK)
@click.option("--by", type=PLAIN, metavar="CODE", help="Who says so.")
@click.pass_obj
def tick(place: Place, task: int, by: str | None) -> None:
    """Say that a task is done."""
    with place.house() as house, house.store.transaction():
        person = people.person_by_code(house, by) if by else None
        tasks.tick_task(house, person.code if person else COMMAND_LINE, task, person)
    click.echo(f"Task {task} is done. Thank you.", err=True)


@tasks_group.command()
@click.argument("task", type=TASK)
@click.pass_obj
def untick(place: Place, task: int) -> None:
    """Take back that a task is done: it is on the list again."""
    with place.house() as house:
        tasks.untick_task(house, COMMAND_LINE, task)
    click.echo(f"Task {task} is on the list again.", err=True)
