"""What is typed in the unit meeting, and the words below the list: the question, the names found, the keys."""

import textwrap
from dataclasses import dataclass, field

from textual.message import Message

from clubhouse.days import Part
from clubhouse.people import LONGEST_NAME, Found, Search
from screens.meeting_commands import COMMANDS, Command, Needs
from screens.meeting_lines import Line
from screens.words import _

_NOTHING_LOOKED_UP = Search([], False, True)


@dataclass
class Typing:
    """A command that has been begun for one line of one part; neither changes while it is typed."""

    command: Command
    line: Line
    part: Part
    typed: str = ""
    search: Search = field(default=_NOTHING_LOOKED_UP)
    """What the house has found for the letters typed."""
    looked: bool = False
    """Whether the search is that of all the letters typed."""
    entered: bool = False
    """Enter was pressed before the search was there."""

    @property
    def apart(self) -> list[Found]:
        """Those found who can be told apart, to be taken by number."""
        return [found for found in self.search.found if not found.alike]

    def type(self, typed: str) -> None:
        """Replace what is typed; names are to be looked for anew."""
        self.typed = typed[:LONGEST_NAME]
        self.looked = self.entered = False

    def found(self, search: Search) -> None:
        """The house has looked for the letters."""
        self.search, self.looked = search, True

    def words(self) -> str:
        """The question with what is typed, and below it what can be done."""
        head = _("{command}, {line}").format(command=_(self.command.words), line=self.line.name)
        if self.command.needs is Needs.SURE:
            return _("{head}?\nEnter: yes, off every list. Esc: no.").format(head=head)
        return f"{head}: {self.typed}_\n{self._hint() if self.command.needs is Needs.NAME else ''}"

    def _hint(self) -> str:
        if not self.typed or self.search.too_short:
            return _("Type the first letters of the name.")
        found = "   ".join(
            f"{place} {each.shown or _('(name not shown)')}" for place, each in enumerate(self.apart, 1)
        )
        if any(each.alike for each in self.search.found):
            alike = _("Some look the same. Type more of the last name.")
            return f"{found}   {alike}" if found else alike
        return found or (_("No such name.") if self.looked else "")


@dataclass
class Named(Message):
    """The house has looked for a name."""

    search: Search


@dataclass
class Written(Message):
    """A command was carried out."""

    command: Command


def keys_in_rows(width: int) -> str:
    """The keys of the meeting, none of them broken in two."""
    commands = [f"{command.key} {_(command.words)}" for command in COMMANDS]
    keys = [*commands, _("Arrows: line, part"), _("F1 Help"), _("Esc Close")]
    rows = textwrap.wrap("  ".join(key.replace(" ", "\0") for key in keys), width, break_on_hyphens=False)
    return "\n".join(rows).replace("\0", " ")
