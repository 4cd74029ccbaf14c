"""The unit somebody has joined: its tasks, one of which can be taken, and the way out again."""

from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import board, helping
from clubhouse.board import Board, UnitOnBoard
from clubhouse.days import Part
from clubhouse.helping import SignUp
from clubhouse.people import Person
from clubhouse.tasks import Needed
from screens.asking import Refusal
from screens.page import Page
from screens.parts import names, this_part
from screens.widgets.choices import Choice, Choices
from screens.words import N_, _, plural

MOST_TASKS = 4

LEAVE = Choice("U", N_("Undo: I do not help here"), "leave", N_("Takes you off this list"))
MORE_TASKS = Choice("7", N_("More tasks"), "more", N_("Shows the tasks that have no room on this page"))
DONE = Choice("0", N_("Done"), "done", N_("Closes your page; what was chosen stays"))


@dataclass
class UnitSeen(Message):
    """The house has shown its board."""

    board: Board


@dataclass
class TaskTaken(Message):
    """The person helps with a task."""

    sign_up: SignUp


class Left(Message):
    """The person is off the list."""


class UnitPage(Page):
    """Whoever takes no task helps with whatever comes."""

    DEFAULT_CSS = """
    UnitPage #unit { height: 3; padding: 0 2; content-align: left middle; background: $glad-ground; color: $glad; }
    UnitPage Choices { padding: 0 1; }
    """

    def __init__(self, person: Person, part: Part, sign_up: SignUp) -> None:
        """`sign_up` is the person's place in `part`."""
        super().__init__()
        self.person, self.part, self.sign_up = person, part, sign_up
        self._seen: UnitOnBoard | None = None
        self._first = 0

    def compose(self) -> ComposeResult:
        """The unit and its tasks."""
        yield Static(id="unit", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Ask the house."""
        self.follow()

    def follow(self) -> None:
        """Show the unit as it is now."""
        self.ask(partial(board.see_board, self.kiosk.house, self.part.id), UnitSeen, group="look")

    def on_unit_seen(self, seen: UnitSeen) -> None:
        """Show its tasks."""
        self._seen = next((each for each in seen.board.units if each.unit.id == self.sign_up.unit_id), None)
        if self._seen is None:  # the unit was laid to rest meanwhile
            self.action_leave()
            return
        unit = self._seen.unit
        words = _("You help in {unit} {part}.").format(unit=unit.name, part=this_part(self.part))
        ask = _("Take a task, or help with whatever comes.") if self._seen.needed else unit.about
        self.query_one("#unit", Static).update(Content.assemble((words, "bold"), "\n", ask))
        self.query_one(Choices).show(self._offered(self._seen), marked=DONE.key)

    def _offered(self, seen: UnitOnBoard) -> list[Choice]:
        shown = seen.needed[self._first : self._first + MOST_TASKS]
        tasks = [_task_choice(str(place), each, seen) for place, each in enumerate(shown, 1)]
        more = [MORE_TASKS] if len(seen.needed) > MOST_TASKS else []
        return [*tasks, *more, LEAVE, DONE]

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Take a task, look further, leave the unit, or be done."""
        action, _space, number = taken.choice.action.partition(" ")
        house, person = self.kiosk.house, self.person
        if action == "task":
            take = partial(helping.take_task, house, person.id, self.part.id, int(number))
            self.ask(take, TaskTaken, group="answer")
        elif action == "leave":
            leave = partial(helping.leave_unit, house, person.id, self.part.id)
            self.ask(leave, lambda nothing: Left(), group="answer")
        elif action == "more":
            self._first = self._first + MOST_TASKS if self._more_tasks() else 0
            self.follow()
        else:
            self.kiosk.rest()

    def _more_tasks(self) -> bool:
        return self._seen is not None and self._first + MOST_TASKS < len(self._seen.needed)

    def on_task_taken(self, taken: TaskTaken) -> None:
        """Show how it is done."""
        needed = [each for each in self._seen.needed if each.task.id == taken.sign_up.task_id] if self._seen else []
        if needed:
            self.kiosk.open_task(self.person, self.part, needed[0])

    def on_left(self) -> None:
        """Back to the units."""
        self.action_leave()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why, and show the unit as it is now."""
        self.query_one("#unit", Static).update(Content(refusal.sentence))


def _task_choice(key: str, needed: Needed, seen: UnitOnBoard) -> Choice:
    task = needed.task
    there = tuple(helper for helper in seen.helpers if helper.task_id == task.id)
    hands = plural("{count} hand needed", "{count} hands needed", task.hands) if task.hands else ""
    state = _("done") if needed.done else hands
    words = " · ".join(part for part in (task.title, state, task.skills) if part)
    who = _("With {names}").format(names=", ".join(names(there))) if there else _("Nobody yet")
    return Choice(key, words, f"task {task.id}", "", (who,))
