"""The unit meeting: units, tasks and people in one list, and every change to it from the keyboard.

A command works on the marked line. What it needs besides, a title or a name, is typed into the last lines of the
same screen.
"""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from clubhouse import board, people
from clubhouse.board import Board
from clubhouse.people import LONGEST_NAME, Person, Search
from screens.asking import Refusal
from screens.meeting_commands import COMMANDS, Command, Needs, Turn
from screens.meeting_lines import Line, lines_of
from screens.page import Page
from screens.parts import this_part
from screens.scanning import Letters
from screens.widgets.choices import Choice
from screens.words import N_, _


@dataclass
class BoardSeen(Message):
    """The house has shown its board."""

    board: Board


@dataclass
class Named(Message):
    """The house has looked for a name."""

    search: Search


class Written(Message):
    """A command was carried out."""


class Meeting(Page):
    """Everything of the meeting without leaving this page; a talk may last long, so it rests longer than others."""

    idle_seconds = 600
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left,right", "turn_part", N_("Other part of the day"), tooltip=N_("Morning or afternoon"), show=False
        ),
        Binding("escape", "leave", N_("Close"), tooltip=N_("Ends typing, or closes the meeting"), show=False),
        Binding("backspace", "rub_out", N_("Rub out"), tooltip=N_("Take the last letter away"), show=False),
    ]
    DEFAULT_CSS = """
    Meeting #title { height: 1; background: $chosen-ground; color: $chosen; text-style: bold; padding: 0 1; }
    Meeting OptionList { height: 1fr; border: none; background: $background; color: $foreground; padding: 0; }
    Meeting OptionList:focus { border: none; }
    Meeting OptionList > .option-list--option-highlighted { background: $chosen-ground; color: $chosen; }
    Meeting #line { height: 2; padding: 0 1; background: $calm-ground; color: $calm; }
    Meeting #commands { height: 2; padding: 0 1; background: $panel; }
    """

    def __init__(self, actor: Person) -> None:
        """`actor` runs the meeting."""
        super().__init__()
        self.actor = actor
        self._board: Board | None = None
        self._lines: dict[str, Line] = {}
        self._part_id: int | None = None
        self._command: Command | None = None
        self._typed = ""
        self._search = Search([], False, True)

    @property
    def letters(self) -> Letters:  # type: ignore[override]
        """Letters are commands, but while something is typed they are letters."""
        return Letters.TYPED if self._command else Letters.CHOICES

    def choices(self) -> list[Choice]:
        """The commands, for the help page and for telling them from a scan."""
        return [Choice(command.key, command.words, command.words, command.about) for command in COMMANDS]

    def compose(self) -> ComposeResult:
        """The board, what is typed, the commands."""
        yield Static(id="title", markup=False)
        yield OptionList()
        yield Static(id="line", markup=False)
        yield Static(id="commands", markup=False)

    def on_mount(self) -> None:
        """Ask the house."""
        commands = [f"{command.key} {_(command.words)}" for command in COMMANDS]
        keys = [*commands, _("Arrows: line, part"), _("F1 Help"), _("Esc Close")]
        unbroken = [key.replace(" ", "\N{NO-BREAK SPACE}") for key in keys]
        self.query_one("#commands", Static).update(Content("  ".join(unbroken)))
        self.query_one(OptionList).focus()
        self.follow()

    def follow(self) -> None:
        """Show the board as it is now."""
        self.ask(partial(board.see_board, self.kiosk.house, self._part_id), BoardSeen, group="look")

    def on_board_seen(self, seen: BoardSeen) -> None:
        """Show it, keeping the mark where it was."""
        self._board = seen.board
        part = seen.board.part
        lines = lines_of(seen.board) if part else []
        self._lines = {line.key: line for line, _option in lines}
        self._say_title()
        options = self.query_one(OptionList)
        marked, place = self._marked(), options.highlighted or 0
        options.clear_options()
        options.add_options([option for _line, option in lines])
        keys = list(self._lines)
        if keys:
            options.highlighted = (
                keys.index(marked.key) if marked and marked.key in keys else min(place, len(keys) - 1)
            )

    def _say_title(self) -> None:
        part = self._board.part if self._board else None
        words = (
            _("Unit meeting, {part}").format(part=this_part(part)) if part else _("There is no unit meeting today.")
        )
        self.query_one("#title", Static).update(Content(words))

    def _marked(self) -> Line | None:
        options = self.query_one(OptionList)
        option = options.highlighted_option
        return self._lines.get(option.id or "") if option else None

    # -- commands ------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """A letter begins a command, or is typed into the one begun."""
        event.prevent_default()
        if self._command:
            self._type_key(event)
        elif event.character:
            for command in COMMANDS:
                if command.key == event.character.upper():
                    self._begin(command)

    def _begin(self, command: Command) -> None:
        if self._board is None or self._board.part is None or self._marked() is None:
            return
        if command.needs is Needs.NOTHING:
            self._run(command)
            return
        self._command = command
        self.set_focus(None)
        self._type("")

    def _type_key(self, event: events.Key) -> None:
        assert self._command is not None
        character = event.character or ""
        if event.key == "enter":
            self._finish()
        elif self._command.needs is Needs.NAME and character.isdigit():
            self._take(int(character))
        elif character.isprintable() and character:
            self._type((self._typed + character)[:LONGEST_NAME])

    def _type(self, typed: str) -> None:
        assert self._command is not None
        self._typed = typed
        if self._command.needs is Needs.NAME:
            self.ask(partial(people.search_name, self.kiosk.house, typed), Named, group="name")
        self._say(f"{_(self._command.words)}: {typed}_")

    def on_named(self, named: Named) -> None:
        """Show who was found, to be taken by number."""
        if self._command and self._command.needs is Needs.NAME:
            self._search = named.search
            found = [f"{place} {each.shown or _('(name not shown)')}" for place, each in enumerate(self._apart(), 1)]
            hint = "   ".join(found) or (_("Type the first letters of the name.") if self._typed else "")
            self._say(f"{_(self._command.words)}: {self._typed}_\n{hint}")

    def _apart(self) -> list[people.Found]:
        return [found for found in self._search.found if not found.alike]

    def _take(self, place: int) -> None:
        if self._command and 1 <= place <= len(self._apart()):
            self._run(self._command, person_id=self._apart()[place - 1].person_id)

    def _finish(self) -> None:
        assert self._command is not None
        if self._command.needs is Needs.TITLE and self._typed.strip():
            self._run(self._command, title=self._typed)
        elif self._command.needs is Needs.NAME and len(self._apart()) == 1:
            self._take(1)

    def _run(self, command: Command, title: str = "", person_id: int = 0) -> None:
        line, part = self._marked(), self._board.part if self._board else None
        self._end_typing()
        if line and part:
            turn = Turn(self.kiosk.house, self.actor.code, part, line, title, person_id)
            self.ask(partial(command.run, turn), lambda done: Written(), group="write")

    def _end_typing(self) -> None:
        self._command, self._typed, self._search = None, "", Search([], False, True)
        self._say("")
        self.query_one(OptionList).focus()

    def _say(self, words: str) -> None:
        self.query_one("#line", Static).update(Content(words))

    def on_written(self) -> None:
        """Show what has changed."""
        self.follow()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why it was not done."""
        self._say(refusal.sentence)
        self.follow()

    def action_rub_out(self) -> None:
        """Take the last letter away."""
        if self._command:
            self._type(self._typed[:-1])

    def action_leave(self) -> None:
        """End the typing; without any, close the meeting."""
        if self._command:
            self._end_typing()
        else:
            self.kiosk.rest()

    def action_turn_part(self) -> None:
        """The next part of the day, and after the last the first."""
        if self._board and self._board.part:
            ids = [part.id for part in self._board.plan.parts]
            self._part_id = ids[(ids.index(self._board.part.id) + 1) % len(ids)]
            self.follow()
