"""The line of a paper sheet that is being typed: a name by its letters, in, out. It knows no widget.

Five digits and more run on from the time of coming into that of leaving, so `10151530` is as good as `1015 1530`.
"""

from dataclasses import dataclass, field
from enum import IntEnum

from clubhouse.errors import BadInput
from clubhouse.finding import FoundPeople, FoundPerson
from clubhouse.people import LONGEST_NAME
from clubhouse.typed_times import LONGEST, typed_time
from screens.words import _

MOST_SHOWN = 9
"""So many names have a digit."""
_LONGEST_TIME = 7
"""Of `08:47pm`."""
_NOBODY = FoundPeople((), False)


class Part(IntEnum):
    """What is typed now."""

    WHO = 0
    IN = 1
    OUT = 2


@dataclass
class SheetLine:
    """What was typed of one line so far."""

    part: Part = Part.WHO
    letters: str = ""
    found: FoundPeople = field(default=_NOBODY)
    looked: bool = True
    """Whether `found` is that of all the letters."""
    who: FoundPerson | None = None
    times: dict[Part, str] = field(default_factory=lambda: {Part.IN: "", Part.OUT: ""})

    @property
    def empty(self) -> bool:
        """Whether nothing is typed yet."""
        return not (self.letters or self.who or any(self.times.values()))

    @property
    def offered(self) -> tuple[FoundPerson, ...]:
        """Those who can be taken by a digit, or as the only one."""
        return self.found.found[:MOST_SHOWN]

    def waits_for(self, character: str) -> bool:
        """Whether that key means something only when the house has answered."""
        return self.part is Part.WHO and not self.looked and not is_letter(character)

    def type(self, character: str, clock_hours: int) -> None:
        """One more letter or digit. Raises `BadInput` when it cannot be taken, and stays as it was."""
        if self.part is Part.WHO:
            self._type_who(character, clock_hours)
        elif character in " -":
            self.go_on(clock_hours)
        elif character.casefold() in "0123456789:.apm":
            self._type_time(character, clock_hours)

    def _type_who(self, character: str, clock_hours: int) -> None:
        if is_letter(character):
            self.letters, self.looked = (self.letters + character).lstrip()[:LONGEST_NAME], False
        elif len(self.offered) == 1:
            self._take(self.offered[0])
            self.type(character, clock_hours)
        elif 1 <= int(character) <= len(self.offered):
            self._take(self.offered[int(character) - 1])
        else:
            raise BadInput(_no_such(self))

    def _type_time(self, character: str, clock_hours: int) -> None:
        typed = self.times[self.part]
        if self.part is Part.IN and typed.isdigit() and len(typed) == LONGEST and character.isdigit():
            self.go_on(clock_hours)
            typed = self.times[self.part]
        if len(typed) < _LONGEST_TIME and not (typed.isdigit() and len(typed) == LONGEST and character.isdigit()):
            self.times[self.part] = typed + character

    def go_on(self, clock_hours: int) -> None:
        """To the next part. Raises `BadInput` when this one is not yet right."""
        if self.part is Part.WHO:
            if len(self.offered) != 1 or self.found.more:
                raise BadInput(_no_such(self))
            self._take(self.offered[0])
        elif self.part is Part.IN:
            typed_time(self.times[Part.IN], clock_hours)
            self.part = Part.OUT

    def _take(self, who: FoundPerson) -> None:
        self.who, self.letters, self.found, self.part = who, "", _NOBODY, Part.IN

    def rub_out(self) -> bool:
        """One letter less, or back to the part before; whether the letters of the name are others now."""
        if self.part is not Part.WHO and self.times[self.part]:
            self.times[self.part] = self.times[self.part][:-1]
        elif self.part is Part.OUT:
            self.part = Part.IN
        elif self.part is Part.IN:
            self.part, self.letters, self.who = Part.WHO, self.who.name if self.who else "", None
            self.looked = False
        else:
            self.letters, self.looked = self.letters[:-1], len(self.letters) < 2
            self.found = _NOBODY if self.looked else self.found
        return not self.looked


def is_letter(character: str) -> bool:
    """Whether the character may stand in a name; a digit takes one."""
    return bool(character) and character.isprintable() and not character.isdecimal()


def _no_such(line: SheetLine) -> str:
    if not line.letters:
        return _("Type the first letters of a name.")
    if not line.found.found:
        return _("No such name. Rub letters out; somebody new is added under People.")
    return _("Press the number of the name, or type another letter.")
