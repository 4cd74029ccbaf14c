"""A column of large choices. Each is taken by its key, by arrows and Enter, or by a touch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from screens.words import N_, _

MOST = 7
"""More choices than this are too many for one screen (DOMAIN.md, section 6)."""

FEW = 4
"""So many have room at full height on the smallest screen."""


@dataclass(frozen=True)
class Choice:
    """One thing that can be chosen."""

    key: str
    """The key that takes it: a digit or one capital letter."""
    words: str
    action: str
    """A name for whoever handles `Choices.Taken`."""
    about: str = ""
    """One more line for the help page."""
    more: tuple[str, ...] = ()
    """At most two lines below the words, which then stand in bold."""


class ChoiceRow(Static, can_focus=True):
    """One choice on the screen, three rows high."""

    DEFAULT_CSS = """
    ChoiceRow {
        height: 3; width: 1fr; max-width: 96; padding: 0 2; border: round $edge; content-align: left middle;
        background: $background; color: $foreground; text-wrap: nowrap; text-overflow: ellipsis;
    }
    ChoiceRow:focus { background: $chosen-ground; color: $chosen; border: heavy $chosen-ground; text-style: bold; }
    ChoiceRow.-rich { border: none; border-left: outer $edge; background: $panel; padding: 0 1; }
    ChoiceRow.-rich:even { background: $background; }
    ChoiceRow.-rich:focus { border-left: outer $chosen-ground; background: $chosen-ground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "take", N_("Choose"), tooltip=N_("Take the choice that is marked"), show=False)
    ]

    def __init__(self) -> None:
        """Empty, and hidden until a choice is put in."""
        super().__init__(markup=False)
        self.choice: Choice | None = None
        self.display = False

    def put(self, choice: Choice | None) -> None:
        """Show `choice`, or nothing."""
        self.display = choice is not None
        if choice != self.choice:
            self.choice = choice
            self.set_class(bool(choice and choice.more), "-rich")
            self.update(_content(choice) if choice else Content(""), layout=False)

    def forget(self) -> None:
        """Hold no choice any more, but keep the place."""
        self.choice = None
        self.update(Content(""), layout=False)

    def action_take(self) -> None:
        """Say that this was chosen."""
        if self.choice:
            self.post_message(Choices.Taken(self.choice))

    def on_click(self) -> None:
        """A touch chooses at once."""
        self.action_take()


def _content(choice: Choice) -> Content:
    words = f"{choice.key}   {_(choice.words)}"
    if not choice.more:
        return Content(words)
    return Content("\n" + "\N{NO-BREAK SPACE}" * 4).join(
        [Content.styled(words, "bold"), *(Content(line) for line in choice.more)]
    )


class Choices(Vertical):
    """At most `MOST` choices; the rows stay, only their words change, so that a page turns at once."""

    DEFAULT_CSS = "Choices { height: 1fr; overflow-y: auto; align-horizontal: center; }"

    @dataclass
    class Taken(Message):
        """Somebody chose."""

        choice: Choice

    def compose(self) -> ComposeResult:
        """Empty rows."""
        for _place in range(MOST):
            yield ChoiceRow()

    @property
    def shown(self) -> Iterator[Choice]:
        """The choices on the screen, from the top."""
        return (row.choice for row in self.query(ChoiceRow) if row.choice)

    def rows(self) -> list[ChoiceRow]:
        """All rows, also those that show nothing."""
        return list(self.query(ChoiceRow))

    def show(self, choices: Sequence[Choice], marked: str = "", *, mark: bool = True) -> None:
        """Show these, and mark for Enter the one whose key is `marked`, or else the first; without `mark`, none."""
        rows = self.rows()
        self.set_class(len(choices) > FEW, "-many")
        for place, row in enumerate(rows):
            row.put(choices[place] if place < len(choices) else None)
        ready = next((row for row in rows if row.choice and row.choice.key == marked), rows[0])
        if choices:
            self.screen.set_focus(ready if mark else None, scroll_visible=False)

    def forget(self) -> None:
        """Blank every row; what shows next need not be laid out anew."""
        for row in self.query(ChoiceRow):
            row.forget()

    def take(self, character: str) -> bool:
        """Take the choice of that key; False when there is none."""
        for row in self.query(ChoiceRow):
            if row.choice and row.choice.key == character.upper():
                row.action_take()
                return True
        return False
