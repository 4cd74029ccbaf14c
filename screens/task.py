"""One task: how it is done, and the tick when it is."""

from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import board, helping, tasks
from clubhouse.board import Board
from clubhouse.days import Part
from clubhouse.people import Person
from clubhouse.tasks import Needed
from screens.asking import Refusal
from screens.marking import key_kept, stands
from screens.page import Page
from screens.parts import this_part
from screens.widgets.choices import Choice, Choices
from screens.words import N_, _

# No key of the tasks on the page before, and two keys: a hand that shakes presses twice.
TICK = Choice("5", N_("It is done"), "tick", N_("Takes the task off the list"))
UNTICK = Choice("6", N_("It is not done yet"), "untick", N_("Puts the task back on the list"))
READ_ON = Choice("7", N_("Read on"), "read", N_("Shows what has no room on this page, then the beginning again"))
ANOTHER = Choice("U", N_("Undo: I do not take this task"), "drop", N_("You stay in the unit"))
DONE = Choice("0", N_("Close"), "done", N_("Closes your page; what was chosen stays"))


@dataclass
class BoardSeen(Message):
    """The house has shown its board."""

    board: Board


class Ticked(Message):
    """The task is done, or is not after all."""


class Dropped(Message):
    """The person takes another task, or none."""


class TaskPage(Page):
    """The how-to stands above the choices and can be as long as it likes."""

    DEFAULT_CSS = """
    TaskPage #task { height: 3; padding: 0 2; content-align: left middle; background: $glad-ground; color: $glad; }
    TaskPage VerticalScroll { padding: 0 2; height: 1fr; }
    TaskPage Choices { padding: 0 1; height: auto; }
    TaskPage.-short ChoiceRow { height: 2; border: none; background: $panel; }
    TaskPage.-short ChoiceRow:focus { background: $chosen-ground; border: none; }
    """

    def __init__(self, person: Person, part: Part, needed: Needed) -> None:
        """The person has taken this task for `part`."""
        super().__init__()
        self.person, self.part, self.needed = person, part, needed

    def compose(self) -> ComposeResult:
        """Title, how-to, choices."""
        task = self.needed.task
        words = _("You help with: {task}, {part}.").format(task=task.title, part=this_part(self.part))
        yield Static(Content.assemble((words, "bold"), "\n", task.skills), id="task")
        with VerticalScroll(can_focus=False):
            how_to = task.how_to or _("There is no how-to for this task. Ask whoever is beside you.")
            yield Static(Content(how_to), id="how-to")
        yield Choices()

    def on_mount(self) -> None:
        """Done, or not."""
        self._offer(self.needed.done)

    def on_resize(self) -> None:
        """How much of the how-to has room."""
        self.call_after_refresh(self._offer_again)

    def follow(self) -> None:
        """Somebody may have ticked it."""
        self.ask(partial(board.see_board, self.kiosk.house, self.part.id), BoardSeen, group="look")

    def on_board_seen(self, seen: BoardSeen) -> None:
        """Show whether it is done."""
        needed = [each for unit in seen.board.units for each in unit.needed if each.task.id == self.needed.task.id]
        if needed and self._stands():
            self.needed = needed[0]
            self._offer(self.needed.done)

    def _stands(self) -> bool:
        return stands(self, "#task", "#how-to", "VerticalScroll", "ChoiceRow")

    def _offer_again(self) -> None:
        if self._stands():
            self._offer(self.needed.done)

    def _offer(self, done: bool) -> None:
        more = [READ_ON] if self._is_long() else []
        choices = [UNTICK if done else TICK, *more, ANOTHER, DONE]
        self.query_one(Choices).show(choices, marked=key_kept(self, choices, otherwise=DONE.key))

    def _is_long(self) -> bool:
        scroll = self.query_one(VerticalScroll)
        return self.query_one("#how-to").size.height > scroll.size.height > 0

    def _read_on(self) -> None:
        scroll = self.query_one(VerticalScroll)
        at_end = scroll.scroll_y >= scroll.max_scroll_y
        scroll.scroll_to(y=0 if at_end else scroll.scroll_y + scroll.size.height - 1, animate=False)

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Tick, drop, or be done."""
        house, person, task = self.kiosk.house, self.person, self.needed.task
        if taken.choice.action == "tick":
            tick = partial(tasks.tick_task, house, person.code, task.id, person)
            self.ask(tick, lambda made: Ticked(), group="answer")
        elif taken.choice.action == "untick":
            untick = partial(tasks.untick_task, house, person.code, task.id)
            self.ask(untick, lambda made: Ticked(), group="answer")
        elif taken.choice.action == "drop":
            drop = partial(helping.take_task, house, person.id, self.part.id, None)
            self.ask(drop, lambda made: Dropped(), group="answer")
        elif taken.choice.action == "read":
            self._read_on()
        else:
            self.kiosk.rest()

    def on_ticked(self) -> None:
        """Offer to take it back."""
        self._asked = False
        self.follow()

    def on_dropped(self) -> None:
        """Back to the unit's tasks."""
        self.action_leave()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why, and show the task as it is now."""
        if self._stands():
            self.query_one("#task", Static).update(Content(refusal.sentence))
        if self._asked:  # a look that fails is not tried again at once
            self.follow()
