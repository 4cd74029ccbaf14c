"""Where would you like to help? The units of one part of the day, and the answers of equal rank beside them."""

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
from clubhouse.people import Person
from screens.asking import Refusal
from screens.page import Page
from screens.parts import needs_words, question, seats_words, there_words, this_part
from screens.widgets.choices import MOST, Choice, Choices
from screens.words import N_, _

VISITING = Choice("6", N_("Just visiting today"), "visit", N_("As good an answer as any other"))
MORE_UNITS = Choice("7", N_("More units"), "more", N_("Shows the units that have no room on this page"))
DECIDE_LATER = Choice("0", N_("Decide later"), "later", N_("Goes back; nothing is chosen"))
BACK = Choice("0", N_("Back"), "later", N_("Goes back; what was chosen stays"))


@dataclass
class BoardSeen(Message):
    """The house has shown its board."""

    board: Board


@dataclass
class Joined(Message):
    """The person is on the list of a unit."""

    sign_up: SignUp


@dataclass
class Visiting(Message):
    """The person is just visiting today."""


class BoardPage(Page):
    """One key joins a unit; a change on another kiosk shows at once."""

    DEFAULT_CSS = """
    BoardPage #question { height: 2; padding: 0 2; text-style: bold; content-align: left middle; }
    BoardPage Choices { padding: 0 1; }
    """

    def __init__(self, person: Person, my_day: MyDay, part: Part) -> None:
        """`part` is the one asked about first."""
        super().__init__()
        self.person, self.my_day, self.part = person, my_day, part
        self._board: Board | None = None
        self._first = 0

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        yield Static(id="question", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Ask the house."""
        self._say(question(self.part))
        self.follow()

    def follow(self) -> None:
        """Show the board as it is now."""
        see = partial(board.see_board, self.kiosk.house, self.part.id, home_unit_id=self.person.home_unit_id)
        self.ask(see, BoardSeen, group="look")

    def on_board_seen(self, seen: BoardSeen) -> None:
        """Show the units, keeping the mark where it was."""
        self._board = seen.board
        marked = next((row.choice.key for row in self.query_one(Choices).rows() if row.has_focus and row.choice), "1")
        self.query_one(Choices).show(self._offered(seen.board), marked=marked)

    def _offered(self, seen: Board) -> list[Choice]:
        mine = self.my_day.of(self.part)
        chosen = mine is not None and (mine.unit is not None or mine.visiting)
        fixed = [VISITING, *self._other_part(), BACK if chosen else DECIDE_LATER]
        room = MOST - len(fixed)
        if len(seen.units) > room:
            room, fixed = room - 1, [VISITING, MORE_UNITS, *fixed[1:]]
        units = seen.units[self._first : self._first + room]
        return [_unit_choice(str(place), each) for place, each in enumerate(units, 1)] + fixed

    def _other_part(self) -> list[Choice]:
        # The part that comes next, or after the last the first that is not over.
        parts = [mine.part for mine in self.my_day.parts]
        if len(parts) < 2 or self.part not in parts:
            return []
        other = parts[(parts.index(self.part) + 1) % len(parts)]
        return [Choice("8", _("Look at {part}").format(part=this_part(other)), f"part {other.id}")]

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Join, look further, or go back."""
        action, _space, number = taken.choice.action.partition(" ")
        if action == "unit":
            join = partial(helping.join_unit, self.kiosk.house, self.person.id, int(number), self.part.id)
            self.ask(join, Joined, group="answer")
        elif action == "visit":
            visit = partial(helping.visit_only, self.kiosk.house, self.person.id)
            self.ask(visit, lambda nothing: Visiting(), group="answer")
        elif action == "part":
            self.part = next(mine.part for mine in self.my_day.parts if mine.part.id == int(number))
            self._look_at(0)
        elif action == "more":
            self._turn()
        else:
            self.action_leave()

    def _turn(self) -> None:
        shown = sum(choice.action.startswith("unit") for choice in self.choices())
        count = len(self._board.units) if self._board else 0
        self._look_at(self._first + shown if self._first + shown < count else 0)

    def _look_at(self, first: int) -> None:
        self._first = first
        self._say(question(self.part))
        self.follow()

    def on_joined(self, joined: Joined) -> None:
        """Show the unit's tasks."""
        self.kiosk.open_unit(self.person, self.part, joined.sign_up)

    def on_visiting(self) -> None:
        """Back, where it stands as the answer."""
        self.action_leave()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why, for example which units still want hands, and show the board as it is now."""
        self._say(refusal.sentence)
        self.follow()

    def _say(self, words: str) -> None:
        self.query_one("#question", Static).update(Content(words))


def _unit_choice(key: str, each: UnitOnBoard) -> Choice:
    words = " · ".join(part for part in (f"[{each.unit.sign}] {each.unit.name}", seats_words(each)) if part)
    return Choice(key, words, f"unit {each.unit.id}", each.unit.about, (there_words(each), needs_words(each)))
