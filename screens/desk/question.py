"""A room that asks before something is done: what it would come to, and one line for each answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.listing import ListRoom
from screens.desk.room import Room
from screens.desk.rows import Row, Rows
from screens.words import N_, _


@dataclass(frozen=True)
class Reply:
    """One answer; without `does` and `opens` nothing is done."""

    words: str
    does: Callable[[], object] | None = None
    """The operation; runs in a thread."""
    done: str = ""
    """What the page before says when it was done."""
    opens: Callable[[], Room] | None = None
    """Makes the page that opens in place of the question."""


@dataclass
class Done(Message):
    """The house has done it."""

    words: str


class Question(ListRoom):
    """Enter takes the marked answer; Esc and the last line do nothing."""

    name_of_room = N_("Please look once more")
    enter_words = N_("Do what is marked")
    DEFAULT_CSS = """
    Question #question { height: auto; max-height: 12; padding: 0 1; overflow-y: auto; }
    Question #question { background: $calm-ground; color: $calm; }
    Question Rows { margin: 1 0 0 0; }
    Question.-short Rows { margin: 0; }
    """

    def __init__(
        self,
        actor: Person,
        held: frozenset[Permission],
        words: str,
        replies: Sequence[Reply],
        *,
        closes: int = 1,
    ) -> None:
        """What is asked; when it was done, so many pages are closed, this one counted in."""
        super().__init__(actor, held)
        self._words, self._replies, self._closes = words, (*replies, Reply(_("No, back"))), closes

    def furnish(self) -> ComposeResult:
        """The question above its answers."""
        yield Static(Content(self._words), id="question")
        yield from super().furnish()

    def follow(self) -> None:
        """The answers stay as they are."""
        self.show_rows([Row(place, (reply.words,)) for place, reply in enumerate(self._replies)])

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Do it, open it, or go back."""
        assert isinstance(taken.row.id, int)
        reply = self._replies[taken.row.id]
        if reply.does:
            self.ask(reply.does, lambda _result: Done(reply.done), group="answer")
        elif not self._asked:
            self._close(1)
            if reply.opens and isinstance(self.app.screen, Room):
                self.app.screen.enter_page(reply.opens())

    def on_done(self, done: Done) -> None:
        """Close, and let the page below say so."""
        if self.app.screen is self:
            self._close(self._closes)
            if isinstance(self.app.screen, Room):
                self.app.screen.say(done.words)

    def _close(self, pages: int) -> None:
        for _page in range(pages):
            if isinstance(self.app.screen, Room):
                self.app.screen.action_leave()
