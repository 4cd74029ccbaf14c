"""The fields of a form: what is asked for, what is typed, and how each shows itself in one line."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from clubhouse.people import Found, Search
from screens.words import N_, _

LONGEST = 200
"""So many letters fit into a field."""


class Kind(Enum):
    """How a field is filled in."""

    TEXT = "text"
    SECRET = "secret"
    """Typed as text and shown as dots."""
    CHOICE = "choice"
    """One of a few fixed values, turned with the arrows left and right."""
    PERSON = "person"
    """Letters of a name, then a digit; the value is the number of the person, empty for nobody."""


YES, NO = "yes", "no"


@dataclass(frozen=True)
class Field:
    """One thing that is asked for."""

    name: str
    """By which the room finds what was typed."""
    words: str
    """What it is called on the screen."""
    hint: str = ""
    """One line on what to type, shown while the field is marked."""
    value: str = ""
    """What stands there at first."""
    check: Callable[[str], object] | None = None
    """Raises a `Refused` with a sentence for people when the value cannot be taken; the field is then marked."""
    kind: Kind = Kind.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    """Of a choice: each value with its words."""
    shown: str = ""
    """Of a person: the name of whoever stands there at first."""


def choice_field(name: str, words: str, choices: Sequence[tuple[str, str]], value: str = "", hint: str = "") -> Field:
    """One of a few fixed values, each with its words; the first, where none is given."""
    return Field(name, words, hint, value or choices[0][0], kind=Kind.CHOICE, choices=tuple(choices))


def yes_no_field(name: str, words: str, *, value: bool = False, hint: str = "") -> Field:
    """A question; its value is `YES` or `NO`."""
    return choice_field(name, words, ((YES, N_("yes")), (NO, N_("no"))), YES if value else NO, hint)


def person_field(name: str, words: str, hint: str = "", person_id: int | None = None, shown: str = "") -> Field:
    """Somebody on file; the value is their number as text, empty for nobody."""
    return Field(name, words, hint, str(person_id or ""), kind=Kind.PERSON, shown=shown)


_NOTHING = Search([], False, True)


@dataclass
class Filled:
    """A field with what was typed into it."""

    field: Field
    value: str
    shown: str = ""
    """Of a person: the name of whoever was taken."""
    letters: str = ""
    """Of a person: what was typed to find somebody."""
    search: Search = dataclasses.field(default=_NOTHING)
    looked: bool = False
    """Whether the search is that of all the letters typed."""

    @property
    def apart(self) -> list[Found]:
        """Those found who can be told apart, to be taken by number."""
        return [found for found in self.search.found if not found.alike]

    def words(self, *, marked: bool, dot: str) -> str:
        """What stands in the field's line; the end of a long text, as that is where one types."""
        cursor = "_" if marked else ""
        match self.field.kind:
            case Kind.SECRET:
                return dot * len(self.value) + cursor
            case Kind.CHOICE:
                words = _(dict(self.field.choices)[self.value])
                return f"< {words} >" if marked else words
            case Kind.PERSON:
                return f"{self.letters}_" if self.letters else f"{self.shown}{cursor}"
        return self.value + cursor

    def type(self, character: str) -> None:
        """One more letter; of a person, letters for another begin anew."""
        if self.field.kind is Kind.PERSON:
            self._letters(self.letters + character)
            self.value = self.shown = ""
        elif len(self.value) < LONGEST:
            self.value += character

    def rub_out(self) -> None:
        """One letter less; whoever was taken goes at once."""
        if self.field.kind is Kind.PERSON:
            self._letters(self.letters[:-1])
            self.value = self.shown = ""
        else:
            self.value = self.value[:-1]

    def empty(self) -> None:
        """Nothing typed, nobody taken."""
        self._letters("")
        self.value = self.shown = ""

    def turn(self, step: int) -> None:
        """The next of the fixed values, and after the last the first."""
        values = [value for value, _words in self.field.choices]
        self.value = values[(values.index(self.value) + step) % len(values)]

    def take(self, found: Found) -> None:
        """That person it is."""
        self.value, self.shown = str(found.person_id), found.shown or _("(name not shown)")
        self._letters("")

    def found(self, search: Search) -> None:
        """The house has looked for the letters."""
        self.search, self.looked = search, True

    def _letters(self, letters: str) -> None:
        self.letters, self.search, self.looked = letters[:LONGEST], _NOTHING, False

    def hint(self) -> str:
        """What to do in this field now."""
        if self.field.kind is Kind.CHOICE:
            return _(self.field.hint) or _("Left and right choose.")
        if self.field.kind is not Kind.PERSON or not self.letters:
            return _(self.field.hint)
        return self._names()

    def _names(self) -> str:
        if self.search.too_short:
            return _("Type the first letters of the name.") if self.looked else ""
        names = "   ".join(
            f"{place} {each.shown or _('(name not shown)')}" for place, each in enumerate(self.apart, 1)
        )
        if len(self.apart) < len(self.search.found):
            return f"{names}   {_('Some look the same. Type more of the last name.')}".strip()
        return names or (_("No such name.") if self.looked else "")


def filled(each: Field) -> Filled:
    """The field as it stands at first."""
    return Filled(each, each.value, each.shown)
