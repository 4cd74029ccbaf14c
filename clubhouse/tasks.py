"""Tasks: the needs list of each unit meeting.

A task comes up on a day and in a part. Done, it is off the list from the next day; not done, it stays on the
list of each unit meeting that follows until it comes up anew. Nobody is named for what was not done.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

import db.tasks
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.names import clean
from clubhouse.permissions import Permission, require
from clubhouse.recurrence import checked_rule, latest_day
from clubhouse.units import get_unit
from db.days import Part
from db.people import Person
from db.tasks import NewTask, Task, Tick

__all__ = ["NewTask", "Task"]


class AlreadyTicked(Overtaken):
    """Somebody was quicker."""


LONGEST_HOW_TO = 4000


@dataclass(frozen=True)
class Needed:
    """A task on the list of one part of one day."""

    task: Task
    since_day: date
    """The day on which it came up."""
    done: bool


def tasks_needed(house: House, day: date, parts: tuple[Part, ...], part: Part) -> list[Needed]:
    """The list for `part` of `day`, whose parts are `parts` in order."""
    places = {each.id: place for place, each in enumerate(parts)}
    here = places.get(part.id, 0)
    with house.store.snapshot():
        begins = datetime.combine(day, parts[here - 1].ends if here else time(), house.settings().zone)
        tasks = [task for task in db.tasks.in_use(house.store) if task.first_day <= day]
        found = [_needed(house, task, day, places, here, begins) for task in tasks]
    return [needed for needed in found if needed]


def _needed(
    house: House, task: Task, day: date, places: dict[int, int], here: int, begins: datetime
) -> Needed | None:
    since = latest_day(task.rule, task.first_day, day)
    # Of an earlier day, or of a part that is not held today, a task comes up at the day's first meeting.
    own = places.get(task.part_id, 0) if since == day else 0
    if since is None or own > here:
        return None
    tick = db.tasks.tick_of(house.store, task.id, since)
    # Done, it stays where it was ticked for the rest of that part, and can be unticked there.
    gone = tick is not None and (tick.day < day or (own < here and tick.at < begins))
    return None if gone else Needed(task, since, tick is not None)


def add_task(house: House, actor: str, task: NewTask) -> Task:
    """Put a task on the list. Raises `BadInput`, `NotFound` for an unknown unit."""
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        task_id = db.tasks.add(house.store, _checked(house, task))
        return _written(house, actor, "add_task", task_id, None)


def change_task(house: House, actor: str, task_id: int, to: NewTask) -> Task:
    """Say something else of a task, or move it to another unit or part."""
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        was = get_task(house, task_id)
        db.tasks.change(house.store, task_id, _checked(house, to))
        return _written(house, actor, "change_task", task_id, was)


def end_task(house: House, actor: str, task_id: int) -> None:
    """Take a task off every list; what was done of it stays on file."""
    with house.store.transaction():
        require(house, actor, Permission.BOARD)
        was = get_task(house, task_id)
        db.tasks.end(house.store, task_id, house.today())
        audit.record(house, actor, "end_task", f"task {task_id}", was, None)


def tick_task(house: House, actor: str, task_id: int, person: Person | None = None) -> Tick:
    """Anyone who helps says that a task is done. Raises `AlreadyTicked` when somebody has said so."""
    with house.store.transaction():
        tick = _tick_of(house, task_id)
        if _is_ticked(house, tick):
            raise AlreadyTicked("Somebody has ticked this already. Thank you.")
        db.tasks.tick(house.store, tick, person.id if person else None)
        audit.record(house, actor, "tick_task", f"task {task_id}", None, tick)
        return tick


def untick_task(house: House, actor: str, task_id: int) -> Tick:
    """Take a tick back: the task is on the list again. Raises `Overtaken` when there is none."""
    with house.store.transaction():
        tick = _tick_of(house, task_id)
        if not _is_ticked(house, tick):
            raise Overtaken("This is on the list already.")
        db.tasks.untick(house.store, tick, house.clock())
        audit.record(house, actor, "untick_task", f"task {task_id}", tick, None)
        return tick


def _is_ticked(house: House, tick: Tick) -> bool:
    return db.tasks.tick_of(house.store, tick.task_id, tick.since_day) is not None


def _tick_of(house: House, task_id: int) -> Tick:
    task, now = get_task(house, task_id), house.now()
    since = latest_day(task.rule, task.first_day, now.date())
    if since is None:
        raise Overtaken(f"This comes up on {task.first_day}, not before.")
    return Tick(task_id, since, now.date(), now)


def get_task(house: House, task_id: int) -> Task:
    """The task with that number. Raises `NotFound`."""
    with house.store.snapshot():
        task = db.tasks.get(house.store, task_id)
    if task is None or task.ended_on is not None:
        raise NotFound(f"There is no task with the number {task_id}.")
    return task


def as_new(task: Task) -> NewTask:
    """What is said of a task, to be said anew."""
    return NewTask(
        task.unit_id, task.part_id, task.title, task.how_to, task.skills, task.hands, task.first_day, task.rule
    )


def task_still_in(house: House, task_id: int | None, unit_id: int | None) -> int | None:
    """`task_id`, or None when that task has ended or moved to another unit meanwhile."""
    task = db.tasks.get(house.store, task_id) if task_id else None
    return task_id if task and task.ended_on is None and task.unit_id == unit_id else None


def list_tasks(house: House) -> list[Task]:
    """Every task that is not ended."""
    with house.store.snapshot():
        return db.tasks.in_use(house.store)


def _checked(house: House, task: NewTask) -> NewTask:
    title, skills = clean(task.title), clean(task.skills)
    how_to = "\n".join(clean(line) for line in task.how_to.splitlines()).strip()
    if not title or len(title) > 60:
        raise BadInput("A task needs a title of at most 60 letters.")
    if len(how_to) > LONGEST_HOW_TO:
        raise BadInput(f"The how-to is too long. Use at most {LONGEST_HOW_TO} letters.")
    if task.hands is not None and not 1 <= task.hands <= 99:
        raise BadInput("Hands are a number from 1 to 99, or none for as many as like to.")
    get_unit(house, task.unit_id)
    rule = checked_rule(task.rule) if task.rule else ""
    return replace(task, title=title, skills=skills, how_to=how_to, rule=rule)


def _written(house: House, actor: str, action: str, task_id: int, was: Task | None) -> Task:
    now = get_task(house, task_id)
    audit.record(house, actor, action, f"task {task_id}", was, now)
    return now
