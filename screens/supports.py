"""What the house helped a member with, and who wrote it down: the member reads all of it, and may write too."""

from dataclasses import dataclass
from functools import partial

from textual.content import Content
from textual.message import Message

from clubhouse import goals
from clubhouse.goals import SupportKind, WrittenSupport
from screens.own_page import BACK, Done, OwnPage, StepPage
from screens.record_words import KINDS, support_words
from screens.typing_page import TypingPage
from screens.widgets.choices import Choice
from screens.words import N_, _

ADD = Choice("1", N_("Add something"), "add", N_("What the house helped you with today"))
UNDO = Choice("U", N_("Undo: take my last line away"), "undo", N_("The last one that you wrote today"))


@dataclass
class SupportsSeen(Message):
    """The house has shown them, the latest first."""

    supports: list[WrittenSupport]


class SupportsPage(OwnPage):
    """The latest first."""

    _mine = 0

    def follow(self) -> None:
        """Ask the house."""
        house, person = self.kiosk.house, self.person
        self.ask(
            partial(goals.supports_written, house, person.code, person.id, key=self.key), SupportsSeen, group="look"
        )

    def on_supports_seen(self, seen: SupportsSeen) -> None:
        """Show them; one's own of today can be taken away."""
        today = self.kiosk.local_now().date()
        mine = [each.support.id for each in seen.supports if each.own and each.support.day == today]
        self._mine = max(mine, default=0)
        lines = [support_words(each) for each in seen.supports] or [_("Nothing is written here yet.")]
        undo = [UNDO] if self._mine else []
        self.show_page(_("What the house helped me with"), Content("\n".join(lines)), [ADD, *undo, BACK])

    def chosen(self, action: str, number: str = "") -> None:
        """Write one, or take one away."""
        house, person = self.kiosk.house, self.person
        if action == "add":
            self.enter(KindPage(person, self.key))
        else:
            undo = partial(goals.undo_support, house, person.code, person.id, self._mine, key=self.key)
            self.ask(undo, lambda made: Done(_("The line is taken away.")), group="answer")


class KindPage(StepPage):
    """What it was about."""

    def follow(self) -> None:
        """There is nothing to ask."""
        kinds = [Choice(str(place), words, f"kind {kind}") for place, (kind, words) in enumerate(KINDS.items(), 1)]
        self.show_page(_("What did the house help you with?"), Content(""), [*kinds, BACK])

    def chosen(self, action: str, number: str = "") -> None:
        """Now a line."""
        kind, house, person = SupportKind(number), self.kiosk.house, self.person
        keep = partial(goals.add_support, house, person.code, person.id, kind, key=self.key)
        question = _("{area}: what was done?").format(area=_(KINDS[kind]))
        self.enter(TypingPage(question, keep, _("It is written down.")))
