"""What the rooms of paid work share: lists whose first look alone is noted, and questions before something unusual.

A question stands above the list or the form; Enter goes on, Esc does not, and no other key does anything.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse.employment.asking import NotComplete, NotSure
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.asking import Refusal
from screens.desk.form import Form
from screens.desk.listing import ListRoom
from screens.desk.rows import Row, Rows
from screens.desk.work_words import day_list
from screens.marking import stands
from screens.shaking import SHAKE_SECONDS
from screens.words import _

WIDE = 70
"""On so many columns all that is known of a line has room."""
Act = Callable[[bool], object]
"""Does something at the house; told whether somebody is sure of it. A text that it gives is said to be done."""


@dataclass(frozen=True)
class Doubt:
    """The house has not done it, and would if somebody is sure."""

    sentence: str


@dataclass
class Looked(Message):
    """The house has said what stands in a list."""

    seen: object


@dataclass
class Done(Message):
    """The house has done something, or asks about it."""

    result: object
    act: Act
    words: str


@dataclass(frozen=True)
class Question:
    """What is to be answered before something is done."""

    act: Act
    words: str
    """Said when it is done."""
    sure: bool


def tried(act: Act, sure: bool) -> object:
    """What `act` gives, or the `Doubt` that the house has. Runs in a thread."""
    try:
        return act(sure)
    except NotSure as unsure:
        days = day_list(unsure.unexplained) if isinstance(unsure, NotComplete) else ""
        return Doubt(f"{_(str(unsure))} {days}".strip())


def plainly(operation: Callable[..., object], *values: object) -> Act:
    """Calls an operation that never asks whether somebody is sure."""
    return lambda _sure: operation(*values)


class WorkList(ListRoom):
    """A list of paid work. A room says what it `look`s at, and makes the rows of what was seen."""

    DEFAULT_CSS = """
    WorkList #said { max-height: 8; }
    """
    _question: Question | None = None
    _pressed = 0.0
    _looks = _due = False
    """Whether a look is not answered yet, and whether there was something to look at again meanwhile."""

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """Nothing was seen yet."""
        super().__init__(actor, held)
        self._look_lock, self._noted = Lock(), False

    @property
    def is_small(self) -> bool:
        """Whether some columns have no room here."""
        return self.size.width < WIDE

    def look(self, again: bool) -> object:
        """Ask the house. Runs in a thread; `again` when this look was noted already."""
        raise NotImplementedError

    def rows_of(self, seen: object) -> Sequence[Row]:
        """The lines for what was seen; the room may keep what it needs of it."""
        raise NotImplementedError

    def follow(self) -> None:
        """Look again; where a look is not answered yet, after its answer, so that what is shown first is not late."""
        if self._looks:
            self._due = True
        else:
            self._looks = True
            self.ask(self._look, Looked, group="look")

    def look_anew(self) -> None:
        """Something else is looked at from now on, which is noted."""
        self._noted = self._looks = False
        self.say("")
        self.follow()

    def _look(self) -> object:
        with self._look_lock:  # what was looked at before may not be answered yet
            seen = self.look(self._noted)
            self._noted = True
            return seen

    def on_looked(self, looked: Looked) -> None:
        """Show it."""
        self._looks = False
        self.show_rows(self.rows_of(looked.seen))
        if stands(self, "#title"):
            self.query_one("#title", Static).update(Content(self.title_words()), layout=False)
        if self._due:
            self._due = False
            self.follow()

    # -- doing something -----------------------------------------------------------------------------------------

    def do(self, act: Act, words: str, question: str = "") -> None:
        """Do it and say `words`; where there is a `question`, or the house has one, after a yes to it."""
        if question:
            self._put(question, Question(act, words, False))
        else:
            self._try(Question(act, words, False))

    def _put(self, sentence: str, question: Question) -> None:
        self._question = question
        self.say(_("{question}\nEnter: yes. Esc: no.").format(question=sentence))

    def _try(self, question: Question) -> None:
        act, words = question.act, question.words
        self.ask(partial(tried, act, question.sure), lambda result: Done(result, act, words), group="answer")

    def on_done(self, done: Done) -> None:
        """Say so, and show it; or put the question of the house."""
        self._asked = False
        if isinstance(done.result, Doubt):
            self._put(done.result.sentence, Question(done.act, done.words, True))
            return
        self.say(done.result if isinstance(done.result, str) else done.words)
        self.follow()

    def on_refusal(self, refusal: Refusal) -> None:
        """What is asked is taken back, for somebody may have been quicker. `Room` says why."""
        self._question = None
        self._looks = self._due = False

    def takes_key(self, event: events.Key) -> bool:
        """A question that stands is answered first; Enter pressed twice by hands that shake answers nothing."""
        soon = event.time - self._pressed < SHAKE_SECONDS
        if event.key == "enter":
            self._pressed = event.time
        if self._question is None:
            return super().takes_key(event)
        if (event.key == "enter" and not soon) or event.key == "escape":
            question, self._question = self._question, None
            self.say("")
            if event.key == "enter":
                self._try(question)
        return event.key != "f1"

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Open the line, unless a question stands."""
        if self._question is None:
            self.say("")
            self.open_row(taken.row)

    def open_row(self, row: Row) -> None:
        """What Enter does on a line; nothing, where there is no more to see."""


class WorkForm(Form):
    """A form whose operation may ask whether somebody is sure; Enter once more, with nothing changed, says so."""

    DEFAULT_CSS = """
    WorkForm #said { max-height: 8; }
    """
    _sure_of: dict[str, str] | None = None
    _pressed = 0.0

    def write(self, typed: Mapping[str, str], sure: bool) -> object:
        """Call the operation. Runs in a thread."""
        raise NotImplementedError

    def save(self, typed: Mapping[str, str]) -> object:
        """Call it, sure of what the house has asked about."""
        result = tried(partial(self.write, typed), typed == self._sure_of)
        return (result, dict(typed)) if isinstance(result, Doubt) else result

    def saved(self, result: object) -> None:
        """Back to the page before; or put the question of the house."""
        match result:
            case (Doubt(sentence=sentence), dict(typed)):
                self._sure_of = typed
                self.action_go(len(typed))  # to the line that saves, where letters mean nothing
                self.say(_("{question}\nEnter: yes. Esc: no.").format(question=sentence))
            case _:
                super().saved(result)

    def takes_key(self, event: events.Key) -> bool:
        """Enter pressed twice by hands that shake answers no question; whatever is typed takes the question back."""
        if event.key not in ("enter", "up", "down", "f1"):
            self._sure_of = None
        soon = event.time - self._pressed < SHAKE_SECONDS
        if event.key == "enter":
            self._pressed = event.time
            if self._sure_of is not None and soon:
                return True
        return super().takes_key(event)
