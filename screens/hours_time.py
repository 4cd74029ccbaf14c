"""From when to when somebody worked, or how long: by keys in the steps of the house, one question after another."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from clubhouse.employment.stretches import (
    LONGEST_MINUTES,
    Stretch,
    from_to,
    of_length,
    real_minutes,
    shown_minutes,
)
from screens.asking import Refusal
from screens.hours_items import Writes
from screens.hours_words import length_words
from screens.hours_writing import BOTH_RIGHT, NOT_BOTH, QUESTION, WritingPage, Wrote
from screens.marking import stands
from screens.widgets.choices import Choice, Choices
from screens.words import N_, _, time_words

DAY_MINUTES = 24 * 60
USUAL_START, USUAL_LENGTH = 9 * 60, 4 * 60
"""Where nothing is usual."""
ONLY_LENGTH = Choice("5", N_("I only know how long"), "length", N_("Asks for the hours without a time"))
BACK = Choice("0", N_("Back: write nothing"), "back", N_("Goes back; nothing is written"))
TO_START = Choice("0", N_("Back: when I began"), "start", N_("Asks again when you began"))


@dataclass(frozen=True)
class Begun:
    """What the page begins with."""

    starts: int | None
    """Minutes after midnight as the clock shows them; None where only a length is known."""
    minutes: int
    """Until it ended, as the clock shows them too; of real time where only a length is known."""


def begun_with(starts_at: datetime | None, minutes: int, zone: ZoneInfo) -> Begun:
    """Begin with that stretch; where nothing is known, with a usual morning."""
    if starts_at is None:
        return Begun(None, minutes) if minutes else Begun(USUAL_START, USUAL_LENGTH)
    local = starts_at.astimezone(zone)
    return Begun(local.hour * 60 + local.minute, shown_minutes(starts_at, minutes, zone))


class HoursTimePage(WritingPage):
    """Asks when it began, then when it ended; past midnight the end is on the next day."""

    DEFAULT_CSS = """
    HoursTimePage #question { height: 5; padding: 0 2; background: $calm-ground; color: $calm; }
    HoursTimePage Choices { padding: 0 1; }
    """

    def __init__(self, day: date, about: str, begun: Begun, writes: Writes) -> None:
        """`about` stands above; `writes` puts it on file."""
        super().__init__()
        self.day, self.about, self._writes = day, about, writes
        self._starts = USUAL_START if begun.starts is None else begun.starts
        self._minutes = max(1, min(begun.minutes, DAY_MINUTES - 1))
        self._asks = "length" if begun.starts is None else "start"
        self._step = 0
        self._said = ""

    def compose(self) -> ComposeResult:
        """The question, the ways to answer it."""
        yield Static(id="question", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Ask."""
        self._show("3")

    def _steps(self) -> tuple[int, ...]:
        exact = (1,) if self.kiosk.settings.hour_steps == 1 else ()
        return (*((30, 15) if self._asks == "length" else (15, 60)), *exact)

    @property
    def step(self) -> int:
        """Of how many minutes one press is."""
        steps = self._steps()
        return steps[self._step % len(steps)]

    def _show(self, marked: str) -> None:
        if not stands(self, "#question", "ChoiceRow"):
            return
        words = {
            "start": N_("When did you begin?"),
            "end": N_("You began at {start}. When were you done?"),
            "length": N_("How long did you work?"),
        }[self._asks]
        question = _(words).format(start=self._clock(self._starts))
        asking = self.is_asking() and not self._asked
        lines = [self.about, self._said or question]
        self.query_one("#question", Static).update(Content.assemble((lines[0], "bold"), "\n", lines[1]))
        choices = [BOTH_RIGHT, NOT_BOTH] if asking else self._offered()
        self.query_one(Choices).show(choices, marked="0" if asking else marked)

    def _offered(self) -> list[Choice]:
        back, on = (self._moved(step) for step in (-self.step, self.step))
        if self._asks == "start":
            return [
                Choice("1", _("Earlier: {time}").format(time=self._clock(back)), "move -1"),
                Choice("2", _("Later: {time}").format(time=self._clock(on)), "move 1"),
                Choice("3", _("I began at {time}").format(time=self._clock(self._starts)), "end"),
                *self._other_steps(),
                ONLY_LENGTH,
                BACK,
            ]
        if self._asks == "end":
            return [
                Choice("1", _("Earlier: {time}").format(time=self._end_words(back)), "move -1"),
                Choice("2", _("Later: {time}").format(time=self._end_words(on)), "move 1"),
                Choice("3", _("Write it down: until {time}").format(time=self._end_words(self._minutes)), "write"),
                *self._other_steps(),
                TO_START,
            ]
        return [
            Choice("1", _("Shorter: {time}").format(time=length_words(back)), "move -1"),
            Choice("2", _("Longer: {time}").format(time=length_words(on)), "move 1"),
            Choice("3", _("Write it down: {time}").format(time=length_words(self._minutes)), "write"),
            *self._other_steps(),
            Choice("5", N_("I know from when to when"), "start", N_("Asks when you began and when you were done")),
            BACK,
        ]

    def _other_steps(self) -> list[Choice]:
        steps = self._steps()
        if len(steps) < 2:
            return []
        then = length_words(steps[(self._step + 1) % len(steps)])
        return [Choice("4", _("In steps of {time}").format(time=then), "steps", N_("Moves further or less at once"))]

    def _moved(self, by: int) -> int:
        was = self._starts if self._asks == "start" else self._minutes
        shown = was if self._asks != "end" else self._starts + was  # the end falls on the quarter, as the clock shows
        moved = shown + by
        moved = moved - moved % abs(by) if by > 0 else moved + -moved % abs(by)
        if self._asks == "start":
            return moved % DAY_MINUTES
        moved -= self._starts if self._asks == "end" else 0
        return moved if 0 < moved < DAY_MINUTES else was

    def _clock(self, minutes: int) -> str:
        return time_words(_time(minutes), self.kiosk.settings.clock_hours)

    def _end_words(self, minutes: int) -> str:
        words = self._clock(self._starts + minutes)
        if self._starts + minutes >= DAY_MINUTES:
            words = _("{time} the next day").format(time=words)
        real = real_minutes(self.day, _time(self._starts), minutes, self.kiosk.settings.zone)
        # Of a time that the clocks skip there is no length; writing it down says so.
        return _("{time}, {length}").format(time=words, length=length_words(real)) if real else words

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Move the time, go on to the next question, write it down, or go back."""
        action, _space, which = taken.choice.action.partition(" ")
        if action in ("sure", "not_sure"):
            self._said = ""
            self.answer(action)
            self._show("3")
            return
        self._said = ""
        if action == "back":
            self.action_leave()
        elif action == "write":
            self.write(self._writes, self._stretch())
        elif action == "move":
            self._move(int(which) * self.step)
            self._show(taken.choice.key)
        elif action == "steps":
            self._step += 1
            self._show(taken.choice.key)
        else:
            self._asks, self._step = action, 0
            self._show("3")

    def _move(self, by: int) -> None:
        if self._asks == "start":
            self._starts = self._moved(by)
        else:
            self._minutes = self._moved(by)

    def _stretch(self) -> Callable[[], Stretch]:
        if self._asks == "length":
            return partial(of_length, min(self._minutes, LONGEST_MINUTES))
        starts, ends = _time(self._starts), _time(self._starts + self._minutes)
        return partial(from_to, self.kiosk.house, self.day, starts, ends)

    def on_wrote(self, wrote: Wrote) -> None:
        """Back to the day, or ask."""
        self._asked = False
        if wrote.done:
            self.answer("done")
            self.action_leave()
        else:
            self._said = _(QUESTION)
            self._show("0")

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why nothing was written; the times stay as they are."""
        self._asked = False
        self._said = refusal.sentence
        self.answer("refused")
        self._show("3")


def _time(minutes: int) -> time:
    return time(*divmod(minutes % DAY_MINUTES, 60))
