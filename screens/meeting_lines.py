"""The lines of the unit meeting: each unit with its tasks and its people."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from clubhouse.board import Board, Helper, UnitOnBoard
from clubhouse.tasks import Needed
from screens.parts import seats_words
from screens.words import N_, _, plural


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


class Lines(OptionList, inherit_bindings=False):
    """The list; the marked line stays marked when it is shown anew, or else the place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", N_("Up"), tooltip=N_("Marks the line above"), show=False),
        Binding("down", "cursor_down", N_("Down"), tooltip=N_("Marks the line below"), show=False),
        Binding("pageup", "page_up", N_("Page up"), tooltip=N_("Marks a line a page above"), show=False),
        Binding("pagedown", "page_down", N_("Page down"), tooltip=N_("Marks a line a page below"), show=False),
        Binding("home", "first", N_("First line"), tooltip=N_("Marks the first line"), show=False),
        Binding("end", "last", N_("Last line"), tooltip=N_("Marks the last line"), show=False),
    ]
    DEFAULT_CSS = """
    Lines {
        height: 1fr; border: none; background: $background; color: $foreground; padding: 0;
        overflow-y: scroll;
    }
    Lines:focus { border: none; }
    Lines > .option-list--option-highlighted { background: $chosen-ground; color: $chosen; }
    """

    def __init__(self) -> None:
        """No line yet."""
        super().__init__()
        self._by_key: dict[str, Line] = {}

    def show(self, seen: Board) -> None:
        """Show the board as it is now."""
        marked, place = self.marked, self.highlighted or 0
        lines = lines_of(seen) if seen.part else []
        self._by_key = {line.key: line for line, _option in lines}
        self.clear_options()
        self.add_options([option for _line, option in lines])
        keys = list(self._by_key)
        if keys:
            kept = marked is not None and marked.key in keys
            self.highlighted = keys.index(marked.key) if marked and kept else min(place, len(keys) - 1)

    def moved_by(self, key: str) -> bool:
        """Move the mark, if `key` does so; at once, so that the next key finds it where it belongs."""
        moves: dict[str, Callable[[], object]] = {
            "up": self.action_cursor_up,
            "down": self.action_cursor_down,
            "pageup": self.action_page_up,
            "pagedown": self.action_page_down,
            "home": self.action_first,
            "end": self.action_last,
        }
        if key in moves:
            moves[key]()
        return key in moves

    @property
    def marked(self) -> Line | None:
        """The line that commands work on; None when there is none."""
        option = self.highlighted_option
        return self._by_key.get(option.id or "") if option else None


def lines_of(seen: Board) -> list[tuple[Line, Option]]:
    """Every line with its words, from the top."""
    return [(line, Option(words, id=line.key)) for unit in seen.units for line, words in _unit_lines(unit)]


def _unit_lines(each: UnitOnBoard) -> Iterator[tuple[Line, Content]]:
    unit = each.unit
    leads = [_("{name} leads").format(name=name) for name in each.leaders if name]
    words = " · ".join(part for part in (f"[{unit.sign}] {unit.name}", seats_words(each), *leads) if part)
    yield Line(unit.id, unit.name), Content.styled(words, "bold")
    yield from _people_lines(each, None)
    for needed in each.needed:
        yield Line(unit.id, needed.task.title, task_id=needed.task.id), Content(_task_words(needed))
        yield from _people_lines(each, needed.task.id)


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
