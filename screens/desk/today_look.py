"""All that needs the same look: overlaps, guesses or invitations, each with its person."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.message import Message

from clubhouse import today, visits
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.today import Today
from screens.desk import today_words
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.rows import Row, Rows
from screens.desk.today_person import PersonRoom
from screens.marking import stands
from screens.words import N_, _

TITLES = {
    "overlap": N_("Visits that overlap"),
    "guess": N_("Sign-outs that are a guess"),
    "asked": N_("Invitations that wait"),
}


@dataclass
class SeenAgain(Message):
    """The house has told of the day."""

    today: Today


@dataclass
class GuessConfirmed(Message):
    """It is no guess any more."""

    row: Row


RIGHT = DeskKey(
    "1", N_("The guess is right"), N_("They left when the marked line says; it is no guess then"), "right"
)


class LookAgain(ListRoom):
    """One row each; Enter opens the person, where it is set right."""

    narrows = True
    heads: ClassVar[tuple[str, ...]] = (N_("Name"), N_("What"))

    def __init__(self, actor: Person, held: frozenset[Permission], kind: str) -> None:
        """`kind` is one of `TITLES`."""
        super().__init__(actor, held)
        self._kind = kind
        self._known: list[Row] = []

    @property
    def commands(self) -> Sequence[DeskKey]:  # type: ignore[override]
        """A guess can be right."""
        return [RIGHT] if self._kind == "guess" else []

    def title_words(self) -> str:
        """What needs a look."""
        return _(TITLES[self._kind])

    def follow(self) -> None:
        """Look at the day anew."""
        self.ask(partial(today.see_today, self.kiosk.house, self.actor.code), SeenAgain, group="look")

    def on_seen_again(self, message: SeenAgain) -> None:
        """Show what is left."""
        self._known = rows = self._rows_of(message.today)
        self.show_rows(rows)
        if not rows:
            self.say(_("Nothing is left here. Esc goes back."))

    def _rows_of(self, day: Today) -> list[Row]:
        clock = self.kiosk.settings.clock_hours
        if self._kind == "overlap":
            return [today_words.overlap_row(each, clock) for each in day.overlaps]
        if self._kind == "guess":
            return [today_words.guess_row(each, clock) for each in day.guesses]
        return [
            Row(
                f"person {each.person_id} {place}",
                (each.name, _("{part}: {unit}").format(part=each.part, unit=each.unit)),
            )
            for place, each in enumerate(day.asked)
        ]

    def action_right(self) -> None:
        """They left when the marked line says."""
        row = self.rows.marked
        if row:
            visit_id = int(str(row.id).split()[-1])
            confirm = partial(visits.confirm_guess, self.kiosk.house, self.actor.code, visit_id)
            self.ask(confirm, lambda _visit: GuessConfirmed(row), group="answer")

    def on_guess_confirmed(self, confirmed: GuessConfirmed) -> None:
        """Say so. The line keeps its place and the mark until the list is looked at anew: a key pressed twice by a
        hand that shakes would else confirm the next one."""
        self._asked = False
        row = confirmed.row
        self.say(_("{name}: noted, the guess is right.").format(name=row.cells[0]))
        if stands(self, "Rows"):
            done = Row(row.id, (row.cells[0], _("the guess is right")), dim=True)
            self.show_rows([done if each.id == row.id else each for each in self._known], row.id)

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Open the person, at the visit."""
        _what, person_id, *rest = str(taken.row.id).split()
        visit_id = int(rest[1]) if len(rest) == 2 else None
        self.enter_page(PersonRoom(self.actor, self.permissions, int(person_id), taken.row.cells[0], visit_id))
