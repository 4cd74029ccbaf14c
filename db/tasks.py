"""Statements about tasks and the ticks that say one is done."""

from dataclasses import dataclass
from datetime import date, datetime

from db.store import Store
from db.values import instant, instant_text, maybe_date


@dataclass(frozen=True)
class NewTask:
    """Something that a unit needs hands for."""

    unit_id: int
    part_id: int
    title: str
    how_to: str
    """How it is done, in the house's own words; may be empty, as may `skills`."""
    skills: str
    hands: int | None
    """How many hands it needs; None is as many as like to."""
    first_day: date
    """The day it goes on the list."""
    rule: str
    """An RFC 5545 rule for a task that comes again; empty for one that does not."""


@dataclass(frozen=True)
class Task(NewTask):
    """A task on file."""

    id: int
    ended_on: date | None


@dataclass(frozen=True)
class Tick:
    """Somebody said that a task is done."""

    task_id: int
    since_day: date
    """The day on which the task had come up."""
    day: date
    """The day on which it was done."""
    at: datetime
    """The moment in which that was said."""


_COLUMNS = "unit_id, part_id, title, how_to, skills, hands, first_day, rule, id, ended_on"


def _task(row: tuple[int, int, str, str, str, int | None, str, str, int, str | None]) -> Task:
    unit_id, part_id, title, how_to, skills, hands, first_day, rule, id_, ended_on = row
    first = date.fromisoformat(first_day)
    return Task(unit_id, part_id, title, how_to, skills, hands, first, rule, id_, maybe_date(ended_on))


def _list(store: Store, where: str, *values: object) -> list[Task]:
    rows = store.connection.execute(f"SELECT {_COLUMNS} FROM tasks WHERE {where}", values)
    return [_task(row) for row in rows]


def get(store: Store, task_id: int) -> Task | None:
    """The task with that id."""
    found = _list(store, "id = ?", task_id)
    return found[0] if found else None


def in_use(store: Store) -> list[Task]:
    """The tasks that are not ended."""
    return _list(store, "ended_on IS NULL ORDER BY unit_id, id")


def add(store: Store, task: NewTask) -> int:
    """Put a task on file; returns its id."""
    cursor = store.connection.execute(
        "INSERT INTO tasks (unit_id, part_id, title, how_to, skills, hands, first_day, rule)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        _values(task),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def change(store: Store, task_id: int, task: NewTask) -> None:
    """Replace what is said of a task."""
    store.connection.execute(
        "UPDATE tasks SET unit_id = ?, part_id = ?, title = ?, how_to = ?, skills = ?, hands = ?, first_day = ?,"
        " rule = ? WHERE id = ?",
        (*_values(task), task_id),
    )


def end(store: Store, task_id: int, day: date) -> None:
    """The task is on no list any more."""
    store.connection.execute("UPDATE tasks SET ended_on = ? WHERE id = ?", (day.isoformat(), task_id))


def tick_of(store: Store, task_id: int, since_day: date) -> Tick | None:
    """The tick of the task that came up on that day."""
    row = store.connection.execute(
        "SELECT day, at FROM task_ticks WHERE task_id = ? AND since_day = ? AND undone_at IS NULL",
        (task_id, since_day.isoformat()),
    ).fetchone()
    return Tick(task_id, since_day, date.fromisoformat(row[0]), instant(row[1])) if row else None


def tick(store: Store, made: Tick, person_id: int | None) -> None:
    """Say that a task is done. Raises `sqlite3.IntegrityError` when that was said already."""
    store.connection.execute(
        "INSERT INTO task_ticks (task_id, since_day, day, at, person_id) VALUES (?, ?, ?, ?, ?)",
        (made.task_id, made.since_day.isoformat(), made.day.isoformat(), instant_text(made.at), person_id),
    )


def untick(store: Store, made: Tick, at: datetime) -> None:
    """Take a tick back."""
    store.connection.execute(
        "UPDATE task_ticks SET undone_at = ? WHERE task_id = ? AND since_day = ? AND undone_at IS NULL",
        (instant_text(at), made.task_id, made.since_day.isoformat()),
    )


def _values(task: NewTask) -> tuple[object, ...]:
    return (
        task.unit_id,
        task.part_id,
        task.title,
        task.how_to,
        task.skills,
        task.hands,
        task.first_day.isoformat(),
        task.rule,
    )
