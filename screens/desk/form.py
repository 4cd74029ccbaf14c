"""A room that asks for several things, all in sight, one line each; after the last, Enter saves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import people
from clubhouse.errors import Refused
from clubhouse.people import Search
from screens.asking import Refusal
from screens.desk.fields import Field, Filled, Kind, filled
from screens.desk.room import Room
from screens.desk.rows import Row, Rows
from screens.marking import stands
from screens.scanning import Letters
from screens.words import N_, _

SAVE = "save"
"""The row below the fields; the fields have their places as ids."""


@dataclass
class Saved(Message):
    """The house has done it."""

    result: object


@dataclass
class Named(Message):
    """The house has looked for a name."""

    place: int
    letters: str
    search: Search


class Form(Room):
    """Fields, the marked one typed into. A form says its `fields` and what it does to `save` them."""

    done_words: ClassVar[str] = N_("It is saved.")
    """What the page before says when it was saved."""
    save_words: ClassVar[str] = N_("Save")
    """The row below the fields."""
    save_about: ClassVar[str] = N_("Enter saves what stands above.")
    """What is said of that row while it is marked."""
    leave_words: ClassVar[str] = N_("Back, nothing is saved")
    """What Esc does."""
    letters = Letters.TYPED
    _place = 0
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", N_("Field above"), tooltip=N_("Goes to the field above"), show=False),
        Binding("down", "go(1)", N_("Field below"), tooltip=N_("Goes to the field below"), show=False),
        Binding(
            "left", "turn(-1)", N_("Another choice"), tooltip=N_("Where there is a choice; right too"), show=False
        ),
        Binding("right", "turn(1)", show=False),
        Binding("backspace", "rub_out", N_("Rub out"), tooltip=N_("Take the last letter away"), show=False),
        Binding("delete", "empty", N_("Empty"), tooltip=N_("Take all letters of the field away"), show=False),
        Binding("enter", "enter", N_("Next"), tooltip=N_("The next field; after the last it is saved"), show=False),
    ]
    DEFAULT_CSS = """
    Form Rows { margin: 1 0 0 0; }
    Form.-short Rows { margin: 0; }
    Form #line { height: auto; min-height: 2; max-height: 6; padding: 0 1; background: $calm-ground; color: $calm; }
    Form #keys { height: auto; padding: 0 1; background: $panel; }
    """

    def fields(self) -> Sequence[Field]:
        """What is asked for, from the top; at least one."""
        raise NotImplementedError

    def save(self, typed: Mapping[str, str]) -> object:
        """Call the operation with what was `typed`, by the names of the fields. Runs in a thread."""
        raise NotImplementedError

    def check_together(self, name: str, typed: Mapping[str, str]) -> None:
        """Raise a `Refused` when the field `name` cannot be taken beside what else is `typed`; it is then marked."""

    def saved(self, result: object) -> None:
        """It was done: back to the page before. A form that goes on to something else says so here."""
        self.leave_saying(_(self.done_words))

    # -- showing -------------------------------------------------------------------------------------------------

    def furnish(self) -> ComposeResult:
        """The fields, what is typed with its hint, the keys."""
        yield Rows()
        yield Static(id="line", markup=False)
        keys = _("Enter Next   Up, Down Field   F1 Help   Esc {does}").format(does=_(self.leave_words))
        yield Static(keys, id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the first field."""
        self._show()

    @cached_property
    def _filled(self) -> list[Filled]:
        return [filled(each) for each in self.fields()]

    def _show(self) -> None:
        if not self._stands():
            return  # not yet open: what is typed already is shown then
        dot = "*" if self.kiosk.ascii_only else "●"
        rows = [
            Row(place, (_(each.field.words), each.words(marked=place == self._place, dot=dot)))
            for place, each in enumerate(self._filled)
        ]
        marked = self._place if self._place < len(rows) else SAVE
        self.query_one(Rows).show([*rows, Row(SAVE, (_(self.save_words),))], marked)
        self._show_line(dot)

    def _show_line(self, dot: str) -> None:
        each = self._marked
        if each is None:
            words = _(self.save_about)
        else:
            words = f"{_(each.field.words)}: {each.words(marked=True, dot=dot)}\n{each.hint()}"
        self.query_one("#line", Static).update(Content(words))

    @property
    def _marked(self) -> Filled | None:
        return self._filled[self._place] if self._place < len(self._filled) else None

    # -- keys ----------------------------------------------------------------------------------------------------

    def takes_key(self, event: events.Key) -> bool:
        """Every key of a field is taken at once, so that of keys pressed fast none overtakes another."""
        if self._asked:
            return event.key not in ("escape", "f1")
        character, each = event.character or "", self._marked
        if event.key in ("up", "down"):
            self.action_go(1 if event.key == "down" else -1)
        elif event.key in ("left", "right"):
            self.action_turn(1 if event.key == "right" else -1)
        elif event.key == "enter":
            self.action_enter()
        elif event.key == "backspace":
            self.action_rub_out()
        elif event.key == "delete":
            self.action_empty()
        elif each and character and character.isprintable():
            self._type(each, character)
        else:
            return False
        return True

    def action_go(self, step: int) -> None:
        """To the field above or below; what was typed stays."""
        self._go(self._place + step)

    def _go(self, place: int) -> None:
        self._place = max(0, min(place, len(self._filled)))
        self.kiosk.forget_keys()
        self._show()

    def action_turn(self, step: int) -> None:
        """Another of the fixed values."""
        each = self._marked
        if each and each.field.kind is Kind.CHOICE:
            each.turn(step)
            self._show()

    def action_rub_out(self) -> None:
        """One letter less."""
        each = self._marked
        if each and each.field.kind is not Kind.CHOICE:
            each.rub_out()
            self._look(each)
            self._show()

    def action_empty(self) -> None:
        """The field anew, to be typed from the beginning."""
        each = self._marked
        if each and each.field.kind is not Kind.CHOICE:
            each.empty()
            self.kiosk.forget_keys()
            self._show()

    def _type(self, each: Filled, character: str) -> None:
        self.say("")
        if each.field.kind is Kind.CHOICE:
            each.turn(1 if character == " " else 0)
        elif each.field.kind is Kind.PERSON and character.isdecimal():
            if 1 <= int(character) <= len(each.apart):
                each.take(each.apart[int(character) - 1])
        else:
            each.type(character)
            self._look(each)
        self._show()

    def _look(self, each: Filled) -> None:
        if each.field.kind is Kind.PERSON and each.letters:
            place, letters, house = self._place, each.letters, self.kiosk.house
            look = partial(people.search_name, house, letters)
            self.ask(look, lambda search: Named(place, letters, search), group="name")

    def on_named(self, named: Named) -> None:
        """Show who was found, to be taken by number."""
        if self._stands() and self._filled[named.place].letters == named.letters:
            self._filled[named.place].found(named.search)
            self._show()

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """A touch marks a field, or saves."""
        if taken.row.id == SAVE:
            self._try_to_save()
        elif isinstance(taken.row.id, int) and not self._asked:
            self._go(taken.row.id)

    def action_enter(self) -> None:
        """On to the next field, and from the last to saving."""
        each = self._marked
        if each and not self._settled(self._place):
            return
        if self._place >= len(self._filled) - 1:
            self._try_to_save()
        else:
            self._go(self._place + 1)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields, by their names."""
        return {each.field.name: each.value for each in self._filled}

    def begin_anew(self) -> None:
        """Every field as it stood at first, and the first one marked."""
        self.kiosk.forget_keys()
        self._filled = [filled(each) for each in self.fields()]
        self._place = 0
        self._show()

    # -- saving --------------------------------------------------------------------------------------------------

    def _settled(self, place: int) -> bool:
        """Whether that field can be left; else it is marked, and why not is said."""
        each = self._filled[place]
        try:
            if each.letters:
                _take_the_only_one(each)
            if each.field.check:
                each.field.check(each.value)
            self.check_together(each.field.name, self.typed)
        except Refused as refused:
            self._go(place)
            self.say(_(str(refused)))
            return False
        return True

    def _try_to_save(self) -> None:
        if self._asked or not all(self._settled(place) for place in range(len(self._filled))):
            return
        self.say("")
        self.kiosk.forget_keys()
        self.ask(partial(self.save, self.typed), Saved, group="answer")

    def on_saved(self, saved: Saved) -> None:
        """Say so."""
        self._asked = False
        if self._stands():
            self.saved(saved.result)

    def on_refusal(self, refusal: Refusal) -> None:
        """Why not stands above; all that was typed stays. `Room` says it."""

    def _stands(self) -> bool:
        return stands(self, "Rows", "#line")


def _take_the_only_one(each: Filled) -> None:
    """Letters for which a single name was found are as good as its number. Raises `Refused` for others."""
    if len(each.apart) != 1 or len(each.search.found) != 1:
        raise Refused(_("Press the number of a name, or rub the letters out."))
    each.take(each.apart[0])
