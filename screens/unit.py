"""The unit somebody has joined: its tasks, one of which can be taken, and the way out again."""

from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import board, helping
from clubhouse.board import Board, MyDay, UnitOnBoard
from clubhouse.days import Part
from clubhouse.helping import SignUp
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.tasks import Needed
from screens.asking import Refusal
from screens.marking import key_kept, stands
from screens.page import Page
from screens.parts import names, part_after, this_part
from screens.widgets.choices import MOST, Choice, Choices
from screens.words import N_, _, plural

LEAVE = Choice("U", N_("Undo: I do not help here"), "leave", N_("Takes you off this list"))
MORE_TASKS = Choice("7", N_("More tasks"), "more", N_("Shows the tasks that have no room on this page"))
DONE = Choice("0", N_("Done"), "done", N_("Closes your page; what was chosen stays"))


@dataclass
class UnitSeen(Message):
    """The house has shown its board, and what the person has chosen."""

    board: Board
    my_day: MyDay


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
    UnitPage ChoiceRow.-rich { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, person: Person, part: Part, sign_up: SignUp) -> None:
        """`sign_up` is the person's place in `part`; the page follows when it changes elsewhere."""
        super().__init__()
        self.person, self.part, self.sign_up = person, part, sign_up
        self._my_day: MyDay | None = None
        self._seen: UnitOnBoard | None = None
        self._first = 0

    def compose(self) -> ComposeResult:
        """The unit and its tasks."""
        yield Static(id="unit", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Ask the house."""
        self.follow()

    def on_screen_resume(self) -> None:
        """Back from a task: what was taken, ticked or left there shows."""
        if self._seen and self._stands():
            self._say_where()
            self.follow()

    def follow(self) -> None:
        """Show the unit as it is now."""
        self.ask(partial(_look, self.kiosk.house, self.person, self.part.id), lambda seen: seen, group="look")

    def on_unit_seen(self, seen: UnitSeen) -> None:
        """Show the tasks of the unit where the person helps now, keeping the mark where it was."""
        if not self._stands():
            return  # closed meanwhile
        was, self._my_day = self._seen, seen.my_day
        self._seen = next((each for each in seen.board.units if self._is_in(each)), None)
        if self._seen is None:  # taken off the list on another kiosk, or the unit rests
            if self.kiosk.screen is self:
                self.action_leave()
            return
        if was is None or was.unit != self._seen.unit:
            self._say_where()
        choices = self._offered(self._seen)
        self.query_one(Choices).show(choices, marked=key_kept(self, choices, otherwise=DONE.key))

    def _stands(self) -> bool:
        return stands(self, "#unit", "ChoiceRow")

    def _is_in(self, each: UnitOnBoard) -> bool:
        return any(helper.person_id == self.person.id for helper in each.helpers)

    def _say_where(self) -> None:
        assert self._seen
        unit = self._seen.unit
        words = _("You help in {unit} {part}.").format(unit=unit.name, part=this_part(self.part))
        ask = _("Take a task, or help with whatever comes.") if self._seen.needed else unit.about
        self.query_one("#unit", Static).update(Content.assemble((words, "bold"), "\n", ask))

    def _offered(self, seen: UnitOnBoard) -> list[Choice]:
        fixed = [*self._other_part(), LEAVE, DONE]
        if len(seen.needed) > MOST - len(fixed):
            fixed = [MORE_TASKS, *fixed]
        self._first = self._first if self._first < len(seen.needed) else 0
        shown = seen.needed[self._first : self._first + MOST - len(fixed)]
        return [_task_choice(str(place), each, seen) for place, each in enumerate(shown, 1)] + fixed

    def _other_part(self) -> list[Choice]:
        other = part_after(self._my_day, self.part) if self._my_day else None
        words = _("Look at {part} too")
        return [Choice("8", words.format(part=this_part(other)), "part")] if other else []

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
            self._turn()
        elif action == "part":
            self._open_other_part()
        else:
            self.kiosk.rest()

    def _turn(self) -> None:
        shown = sum(choice.action.startswith("task") for choice in self.choices())
        count = len(self._seen.needed) if self._seen else 0
        self._first = self._first + shown if self._first + shown < count else 0
        self.follow()

    def _open_other_part(self) -> None:
        other = part_after(self._my_day, self.part) if self._my_day else None
        if self._my_day and other:
            self.kiosk.open_board(self.person, self._my_day, other)

    def on_task_taken(self, taken: TaskTaken) -> None:
        """Show how it is done."""
        self._asked = False
        needed = [each for each in self._seen.needed if each.task.id == taken.sign_up.task_id] if self._seen else []
        if needed:
            self.kiosk.open_task(self.person, self.part, needed[0])

    def on_left(self) -> None:
        """Back to the units."""
        self.action_leave()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why, and show the unit as it is now."""
        if self._stands():
            self.query_one("#unit", Static).update(Content(refusal.sentence))
        if self._asked:  # a look that fails is not tried again at once
            self.follow()


def _look(house: House, person: Person, part_id: int) -> UnitSeen:
    return UnitSeen(board.see_board(house, part_id), board.my_day(house, person))


def _task_choice(key: str, needed: Needed, seen: UnitOnBoard) -> Choice:
    task = needed.task
    there = tuple(helper for helper in seen.helpers if helper.task_id == task.id)
    hands = plural("{count} hand needed", "{count} hands needed", task.hands) if task.hands else ""
    state = _("done") if needed.done else hands
    words = " · ".join(part for part in (task.title, state, task.skills) if part)
    who = _("With {names}").format(names=", ".join(names(there))) if there else _("Nobody yet")
    return Choice(key, words, f"task {task.id}", "", (who,))
