"""Pages that write hours down: where it would be unusual they ask first, and then do what the person says."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.message import Message

from clubhouse.employment.stretches import Stretch
from screens.hours_items import Writes, written_or_asked
from screens.page import Page
from screens.widgets.choices import Choice
from screens.words import N_

BOTH_RIGHT = Choice("5", N_("Yes, both are right"), "sure", N_("Writes it down beside the other hours"))
NOT_BOTH = Choice("0", N_("No, do not write it"), "not_sure", N_("Nothing is written"))
QUESTION = N_("There are other job hours of that time, or of that day without times. Are both right?")


@dataclass
class Wrote(Message):
    """The hours are on file; or not `done`, and it is to be asked whether both are right."""

    done: bool


class WritingPage(Page):
    """Keeps what is to be written, while it asks."""

    def __init__(self) -> None:
        """Nothing is asked yet."""
        super().__init__()
        self._unsure: Callable[[], object] | None = None

    def write(self, writes: Writes, stretch: Callable[[], Stretch]) -> None:
        """Write the stretch down, or ask."""
        self._unsure = partial(self._write, writes, stretch, sure=True)
        self._write(writes, stretch, sure=False)

    def _write(self, writes: Writes, stretch: Callable[[], Stretch], *, sure: bool) -> None:
        write = partial(written_or_asked, lambda: writes(stretch(), sure=sure))
        self.ask(write, Wrote, group="answer")

    def is_asking(self) -> bool:
        """Whether the page waits for *both are right*; to be asked after `Wrote`."""
        return self._unsure is not None

    def answer(self, action: str) -> None:
        """Do what was asked about, or drop it."""
        unsure, self._unsure = self._unsure, None
        if action == "sure" and unsure:
            unsure()
