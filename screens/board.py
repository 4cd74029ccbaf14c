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
from clubhouse.house import House
from clubhouse.people import Person
from screens.asking import Refusal
from screens.marking import key_kept, stands
from screens.page import Page
from screens.parts import mine_words, needs_words, part_after, question, seats_words, there_words, this_part
from screens.widgets.choices import MOST, Choice, Choices
from screens.words import N_, _

VISITING = Choice("6", N_("Just visiting today"), "visit", N_("As good an answer as any other"))
MORE_UNITS = Choice("7", N_("More units"), "more", N_("Shows the units that have no room on this page"))
DECIDE_LATER = Choice("0", N_("Decide later"), "later", N_("Goes back; nothing is chosen"))
BACK = Choice("0", N_("Back"), "later", N_("Goes back; what was chosen stays"))


@dataclass
class BoardSeen(Message):
    """The house has shown its board, and what the person has chosen."""

    board: Board
    my_day: MyDay


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
    BoardPage #question { height: auto; min-height: 2; padding: 0 2; text-style: bold; }
    BoardPage Choices { padding: 0 1; }
    BoardPage ChoiceRow.-rich { text-wrap: nowrap; text-overflow: ellipsis; }
    BoardPage.-short Choices.-many ChoiceRow.-rich { height: 3; }
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
        self._ask_where()
        self.follow()

    def on_screen_resume(self) -> None:
        """Back from a unit: what was chosen or left there shows."""
        if self._board and self._stands():
            self._ask_where()
            self.follow()

    def follow(self) -> None:
        """Show the board as it is now."""
        self.ask(partial(_look, self.kiosk.house, self.person, self.part.id), lambda seen: seen, group="look")

    def on_board_seen(self, seen: BoardSeen) -> None:
        """Show the units, keeping the mark where it was."""
        if not self._stands() or (seen.board.part and seen.board.part.id != self.part.id):
            return  # closed meanwhile, or asked before the person turned to another part
        self._board, chosen, self.my_day = seen.board, self._chosen(), seen.my_day
        if self.my_day.of(self.part) is None:
            self._part_is_over()
            return
        if chosen != self._chosen():
            self._ask_where()
        choices = self._offered(seen.board)
        self.query_one(Choices).show(choices, marked=key_kept(self, choices, otherwise="1"))

    def _part_is_over(self) -> None:
        if self.my_day.offered:
            self.part = self.my_day.offered
            self._look_at(0)
        elif self.kiosk.screen is self:
            self.action_leave()

    def _chosen(self) -> str:
        return mine_words(self.my_day.of(self.part))

    def _offered(self, seen: Board) -> list[Choice]:
        fixed = [VISITING, *self._other_part(), BACK if self._chosen() else DECIDE_LATER]
        room = MOST - len(fixed)
        if len(seen.units) > room:
            room, fixed = room - 1, [VISITING, MORE_UNITS, *fixed[1:]]
        self._first = self._first if self._first < len(seen.units) else 0
        units = seen.units[self._first : self._first + room]
        return [_unit_choice(str(place), each) for place, each in enumerate(units, 1)] + fixed

    def _other_part(self) -> list[Choice]:
        other = part_after(self.my_day, self.part)
        if other is None:
            return []
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
            self.part = part_after(self.my_day, self.part) or self.part
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
        self._ask_where()
        self.follow()

    def on_joined(self, joined: Joined) -> None:
        """Show the unit's tasks."""
        self._asked = False
        self.kiosk.open_unit(self.person, self.part, joined.sign_up)

    def on_visiting(self) -> None:
        """Back, where it stands as the answer."""
        self.action_leave()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why, for example which units still want hands, and show the board as it is now."""
        if self._stands():
            self._say(refusal.sentence)
        if self._asked:  # a look that fails is not tried again at once
            self.follow()

    def _stands(self) -> bool:
        return stands(self, "#question", "ChoiceRow")

    def _ask_where(self) -> None:
        self._say("\n".join(words for words in (question(self.part), self._chosen()) if words))

    def _say(self, words: str) -> None:
        self.query_one("#question", Static).update(Content(words))


def _look(house: House, person: Person, part_id: int) -> BoardSeen:
    seen = board.see_board(house, part_id, home_unit_id=person.home_unit_id)
    return BoardSeen(seen, board.my_day(house, person))


def _unit_choice(key: str, each: UnitOnBoard) -> Choice:
    words = " · ".join(part for part in (f"[{each.unit.sign}] {each.unit.name}", seats_words(each)) if part)
    return Choice(key, words, f"unit {each.unit.id}", each.unit.about, (there_words(each), needs_words(each)))
