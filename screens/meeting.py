"""The unit meeting: units, tasks and people in one list, and every change to it from the keyboard.

A command works on the marked line. What it needs besides, a title or a name, is typed into the last lines of the
same screen.
"""

from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import board, people
from clubhouse.board import Board
from clubhouse.people import Person
from screens.asking import Refusal
from screens.marking import stands
from screens.meeting_commands import COMMANDS, Command, Needs, Turn
from screens.meeting_lines import Lines
from screens.meeting_typing import Named, Typing, Written, keys_in_rows
from screens.own_card import OwnCardPage
from screens.parts import this_part
from screens.scanning import Letters
from screens.widgets.choices import Choice
from screens.words import N_, _


@dataclass
class BoardSeen(Message):
    """The house has shown its board."""

    board: Board


_COMMANDS_BY_KEY = {command.key: command for command in COMMANDS}


class Meeting(OwnCardPage):
    """Everything of the meeting without leaving this page; a talk may last long, so it rests longer than others."""

    idle_seconds = 600
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left,right", "turn_part", N_("Other part of the day"), tooltip=N_("Morning or afternoon"), show=False
        ),
        Binding("up,down", "stay", show=False),
        Binding("escape", "leave", N_("Close"), tooltip=N_("Ends typing, or closes the meeting"), show=False),
        Binding("backspace", "rub_out", N_("Rub out"), tooltip=N_("Take the last letter away"), show=False),
    ]
    DEFAULT_CSS = """
    Meeting #title { height: 1; background: $chosen-ground; color: $chosen; text-style: bold; padding: 0 1; }
    Meeting #line {
        height: auto; min-height: 2; max-height: 5; padding: 0 1; background: $calm-ground; color: $calm;
    }
    Meeting #commands { height: auto; padding: 0 1; background: $panel; }
    """

    def __init__(self, actor: Person) -> None:
        """`actor` runs the meeting."""
        super().__init__(actor.id)
        self.actor = actor
        self._board: Board | None = None
        self._part_id: int | None = None
        self._typing: Typing | None = None
        self._last: Typing | None = None
        """What the house is carrying out."""
        self._waiting: deque[tuple[Typing, int]] = deque()
        """What comes after that, with whose name was chosen."""

    @property
    def letters(self) -> Letters:  # type: ignore[override]
        """Letters are commands, but while something is typed they are letters."""
        return Letters.TYPED if self._typing else Letters.CHOICES

    def choices(self) -> list[Choice]:
        """The commands, for the help page and for telling them from a scan."""
        return [Choice(command.key, command.words, command.words, command.about) for command in COMMANDS]

    def compose(self) -> ComposeResult:
        """The board, what is typed, the commands."""
        yield Static(id="title", markup=False)
        yield Lines()
        yield Static(id="line", markup=False)
        yield Static(id="commands", markup=False)

    def on_mount(self) -> None:
        """Ask the house."""
        self.query_one(Lines).focus()
        self.follow()

    def on_resize(self, event: events.Resize) -> None:
        """The keys, in as many rows as they need."""
        self.query_one("#commands", Static).update(Content(keys_in_rows(event.size.width - 2)))

    def follow(self) -> None:
        """Show the board as it is now."""
        self.ask(partial(board.see_board, self.kiosk.house, self._part_id), BoardSeen, group="look")

    def on_board_seen(self, seen: BoardSeen) -> None:
        """Show it, keeping the mark where it was."""
        if not self._stands():
            return  # closed meanwhile
        self._board = seen.board
        self._say_title()
        self.query_one(Lines).show(seen.board)
        if seen.board.part and not seen.board.units:
            self._say(_("There are no units yet."))

    def _say_title(self) -> None:
        part = self._board.part if self._board else None
        words = (
            _("Unit meeting, {part}").format(part=this_part(part)) if part else _("There is no unit meeting today.")
        )
        self.query_one("#title", Static).update(Content(words))

    def takes_key(self, event: events.Key) -> bool:
        """A letter begins a command, or is typed into the one begun; of keys pressed fast none overtakes another."""
        if self._board is None or not self._stands():
            return True  # not yet open, or closed
        if self._typing:
            return self._type_key(self._typing, event)
        command = _COMMANDS_BY_KEY.get((event.character or "").upper())
        if command:
            self._begin(command)
            return True
        return self.query_one(Lines).moved_by(event.key)

    def _begin(self, command: Command) -> None:
        line, part = self.query_one(Lines).marked, self._board.part if self._board else None
        if line is None or part is None:
            return
        typing = Typing(command, line, part)
        if command.needs is Needs.NOTHING or (command.needs is Needs.SURE and not line.task_id):
            self._run(typing)
            return
        self._typing = typing
        self.set_focus(None)
        self._type(typing, "")

    def _type_key(self, typing: Typing, event: events.Key) -> bool:
        character = event.character or ""
        if event.key == "enter":
            self._finish(typing)
        elif event.key == "escape":
            self._end_typing()
        elif event.key == "backspace":
            self._type(typing, typing.typed[:-1])
        elif typing.command.needs is Needs.NAME and character.isdecimal():
            self._take(typing, int(character))
        elif character and character.isprintable():
            self._type(typing, typing.typed + character)
        else:
            return False
        return True

    def _type(self, typing: Typing, typed: str) -> None:
        typing.type(typed)
        if typing.command.needs is Needs.NAME:
            self.ask(partial(people.search_name, self.kiosk.house, typing.typed), Named, group="name")
        self._say(typing.words())

    def on_named(self, named: Named) -> None:
        """Show who was found, to be taken by number."""
        if self._typing and self._stands():
            self._typing.found(named.search)
            self._say(self._typing.words())
            if self._typing.entered:
                self._finish(self._typing)

    def _take(self, typing: Typing, place: int) -> None:
        if 1 <= place <= len(typing.apart):
            self._run(typing, typing.apart[place - 1].person_id)

    def _finish(self, typing: Typing) -> None:
        needs = typing.command.needs
        if needs is Needs.SURE or (needs is Needs.TITLE and typing.typed.strip()):
            self._run(typing)
        elif needs is Needs.NAME and not typing.looked:
            typing.entered = True
        elif needs is Needs.NAME and len(typing.apart) == 1:
            self._take(typing, 1)

    def _run(self, typing: Typing, person_id: int = 0) -> None:
        self._end_typing()
        if self._last is None:
            self._carry_out(typing, person_id)
        elif (typing.command, typing.line) != (self._last.command, self._last.line):  # a hand that shakes
            self._waiting.append((typing, person_id))

    def _carry_out(self, typing: Typing, person_id: int) -> None:
        self._last = typing
        turn = Turn(self.kiosk.house, self.actor.code, typing.part, typing.line, typing.typed, person_id)
        self.ask(partial(typing.command.run, turn), lambda done: Written(typing.command), group="answer")

    def _carry_out_next(self) -> None:
        self._asked, self._last = False, None
        if self._waiting:
            self._carry_out(*self._waiting.popleft())

    def _end_typing(self) -> None:
        self._typing = None
        self.kiosk.forget_keys()
        self._say("")
        self.query_one(Lines).focus()

    def _stands(self) -> bool:
        return stands(self, "#title", "Lines", "#line")

    def _say(self, words: str) -> None:
        self.query_one("#line", Static).update(Content(words))

    def on_written(self, written: Written) -> None:
        """Show what has changed."""
        if not self._stands():
            return  # closed meanwhile
        self._carry_out_next()
        if written.command.done and not self._typing:
            self._say(_(written.command.done))
        self.follow()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why it was not done; a title can be typed on."""
        if not self._stands():
            return  # closed meanwhile
        refused = self._last
        self._say(refusal.sentence)
        if refused is None:  # a look that failed; it is not tried again at once
            return
        self._carry_out_next()
        if refused.command.needs is Needs.TITLE and not self._typing:
            self._typing = refused
            self.set_focus(None)
            self._say(f"{refusal.sentence}\n{refused.words()}")
        self.follow()

    def action_rub_out(self) -> None:
        """Stands on the help page; the key itself is taken where letters are typed."""

    def action_stay(self) -> None:
        """While something is typed the mark stays."""

    def action_leave(self) -> None:
        """Close the meeting; typing is ended where letters are typed."""
        self.kiosk.rest()

    def action_turn_part(self) -> None:
        """The next part of the day, and after the last the first."""
        if self._board and self._board.part and not self._typing:
            ids = [part.id for part in self._board.plan.parts]
            self._part_id = ids[(ids.index(self._board.part.id) + 1) % len(ids)]
            self.follow()
