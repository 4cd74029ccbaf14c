"""The board as text and as JSON, with names as their people chose to be shown and without the invited."""

import json
from collections.abc import Iterator

import click

from clubhouse.board import Board, Helper, UnitOnBoard
from clubhouse.days import DayKind
from clubhouse.names import clean
from clubhouse.tasks import Needed

_NO_PART = {
    DayKind.WORK_ORDERED: "No unit meeting is left that day.",
    DayKind.SOCIAL: "A day for the social programme, without unit meetings.",
    DayKind.CLOSED: "The house is closed that day.",
}


def board_fields(board: Board) -> Iterator[str]:
    """One JSON object a unit."""
    for each in board.units:
        assert board.part is not None
        fields = {
            "day": str(board.plan.day),
            "part": board.part.name,
            "unit": each.unit.name,
            "sign": each.unit.sign,
            "seats": each.seats,
            "free": each.free,
            "leaders": each.leaders,
            "helpers": [
                {"name": helper.shown, "kind": helper.kind, "task": helper.task_id} for helper in each.helpers
            ],
            "tasks": [_task(needed) for needed in each.needed],
        }
        yield json.dumps(fields)


def _task(needed: Needed) -> dict[str, object]:
    task = needed.task
    return {
        "task": task.id,
        "title": task.title,
        "hands": task.hands,
        "since": str(needed.since_day),
        "done": needed.done,
    }


def print_board(board: Board) -> None:
    """Print one part of a day."""
    plan = board.plan
    if board.part is None:
        note = f" ({plan.note})" if plan.note else ""
        click.echo(clean(f"{plan.day}{note}: {_NO_PART[plan.kind]}"))
        return
    click.echo(clean(f"{plan.day} {board.part.name}, meeting at {board.part.meeting:%H:%M}"))
    for each in board.units:
        click.echo()
        for line in _lines(each):
            click.echo(line)


def _lines(each: UnitOnBoard) -> Iterator[str]:
    yield clean(f"[{each.unit.sign}] {each.unit.name}: {_room(each)}")
    if each.leaders:
        yield "    led by " + clean(", ".join(name or "somebody" for name in each.leaders))
    if each.helpers:
        yield "    " + clean(_people(each))
    for needed in each.needed:
        yield f"    {'done' if needed.done else '    '} {needed.task.id:>4}  " + clean(_words(needed))


def _room(each: UnitOnBoard) -> str:
    if each.free is None:
        return "room for all"
    return "no seat free" if each.full else f"{each.free} of {each.seats} seats free"


def _people(each: UnitOnBoard) -> str:
    titles = {needed.task.id: needed.task.title for needed in each.needed}
    shown = [_person(helper, titles) for helper in each.helpers if helper.shown]
    hidden = len(each.helpers) - len(shown)
    return ", ".join(shown) + (f"{' and ' if shown else ''}{hidden}{' more' if shown else ' here'}" if hidden else "")


def _person(helper: Helper, titles: dict[int, str]) -> str:
    title = titles.get(helper.task_id or 0)
    return f"{helper.shown} ({title})" if title else helper.shown


def _words(needed: Needed) -> str:
    hands = needed.task.hands
    return needed.task.title + (f" ({hands} {'hand' if hands == 1 else 'hands'})" if hands else "")
