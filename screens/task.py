"""One task: how it is done, and the tick when it is."""

from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import helping, tasks
from clubhouse.days import Part
from clubhouse.people import Person
from clubhouse.tasks import Needed
from screens.asking import Refusal
from screens.page import Page
from screens.parts import this_part
from screens.widgets.choices import Choice, Choices
from screens.words import N_, _

TICK = Choice("1", N_("It is done"), "tick", N_("Takes the task off the list"))
UNTICK = Choice("1", N_("It is not done yet"), "untick", N_("Puts the task back on the list"))
ANOTHER = Choice("U", N_("Undo: I do not take this task"), "drop", N_("You stay in the unit"))
DONE = Choice("0", N_("Close"), "done", N_("Closes your page; what was chosen stays"))


class Ticked(Message):
    """The task is done, or is not after all."""

    def __init__(self, done: bool) -> None:
        """Which of the two."""
        super().__init__()
        self.done = done


class Dropped(Message):
    """The person takes another task, or none."""


class TaskPage(Page):
    """The how-to stands above the choices and can be as long as it likes."""

    DEFAULT_CSS = """
    TaskPage #task { height: 3; padding: 0 2; content-align: left middle; background: $glad-ground; color: $glad; }
    TaskPage VerticalScroll { padding: 0 2; height: 1fr; }
    TaskPage Choices { padding: 0 1; height: 9; }
    TaskPage.-short Choices { height: 9; }
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
            yield Static(Content(task.how_to or _("There is no how-to for this task. Ask whoever is beside you.")))
        yield Choices()

    def on_mount(self) -> None:
        """Done, or not."""
        self._offer(self.needed.done)

    def _offer(self, done: bool) -> None:
        self.query_one(Choices).show([UNTICK if done else TICK, ANOTHER, DONE], marked=DONE.key)

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Tick, drop, or be done."""
        house, person, task = self.kiosk.house, self.person, self.needed.task
        if taken.choice.action == "tick":
            tick = partial(tasks.tick_task, house, person.code, task.id, person)
            self.ask(tick, lambda made: Ticked(True), group="answer")
        elif taken.choice.action == "untick":
            untick = partial(tasks.untick_task, house, person.code, task.id)
            self.ask(untick, lambda made: Ticked(False), group="answer")
        elif taken.choice.action == "drop":
            drop = partial(helping.take_task, house, person.id, self.part.id, None)
            self.ask(drop, lambda made: Dropped(), group="answer")
        else:
            self.kiosk.rest()

    def on_ticked(self, ticked: Ticked) -> None:
        """Offer to take it back."""
        self._offer(ticked.done)

    def on_dropped(self) -> None:
        """Back to the unit's tasks."""
        self.action_leave()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why."""
        self.query_one("#task", Static).update(Content(refusal.sentence))
