"""The lines of the unit meeting: each unit with its tasks and its people."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.widgets.option_list import Option

from clubhouse.board import Board, Helper, UnitOnBoard
from clubhouse.tasks import Needed
from screens.parts import seats_words
from screens.words import _, plural


@dataclass(frozen=True)
class Line:
    """What a line of the meeting stands for."""

    unit_id: int
    name: str
    """What it is called, to be told apart while something is typed for it."""
    task_id: int | None = None
    person_id: int | None = None
    """Of somebody who helps there, whether or not with a task."""

    @property
    def key(self) -> str:
        """The same for the same thing, however the list has changed."""
        return f"unit{self.unit_id}-task{self.task_id}-person{self.person_id}"


def lines_of(seen: Board) -> list[tuple[Line, Option]]:
    """Every line with its words, from the top."""
    return [(line, Option(words, id=line.key)) for unit in seen.units for line, words in _unit_lines(unit)]


def _unit_lines(each: UnitOnBoard) -> Iterator[tuple[Line, Content]]:
    unit = each.unit
    leads = [_("{name} leads").format(name=name) for name in each.leaders if name]
    words = " · ".join(part for part in (f"[{unit.sign}] {unit.name}", seats_words(each), *leads) if part)
    yield Line(unit.id, unit.name), Content.styled(words, "bold")
    for needed in each.needed:
        yield Line(unit.id, needed.task.title, task_id=needed.task.id), Content(_task_words(needed))
        yield from _people_lines(each, needed.task.id)
    yield from _people_lines(each, None)


def _people_lines(each: UnitOnBoard, task_id: int | None) -> Iterator[tuple[Line, Content]]:
    for helper in each.helpers:
        if helper.task_id == task_id:
            name = _name(helper)
            indent = " " * (6 if task_id is None else 8)
            yield Line(each.unit.id, name, person_id=helper.person_id), Content(indent + name)


def _task_words(needed: Needed) -> str:
    hands = plural("{count} hand", "{count} hands", needed.task.hands) if needed.task.hands else ""
    again = _("comes again") if needed.task.rule else ""
    words = " · ".join(part for part in (needed.task.title, hands, again, needed.task.skills) if part)
    return f"  [{'x' if needed.done else ' '}] {words}"


def _name(helper: Helper) -> str:
    return helper.shown or _("(name not shown)")
