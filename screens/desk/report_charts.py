"""Charts of the figures at the desk, one at a time: bars of plain characters, in as much room as there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from rich.cells import cell_len
from textual import events
from textual.message import Message

from clubhouse.people import Person
from clubhouse.periods import Period
from clubhouse.permissions import Permission
from clubhouse.pictures import Picture, pictures
from screens.desk.listing import DeskKey
from screens.desk.report_days import DaysRoom, days_words
from screens.desk.rows import GAP, Row, fitted
from screens.words import N_, _

_SIDES = 4
"""Columns that a row leaves free at its sides, the scroll bar counted in."""
_LEAST, _LONGEST_NAME = 4, 24


@dataclass
class Drawn(Message):
    """The house has counted."""

    period: Period
    pictures: tuple[Picture, ...]


class ChartsRoom(DaysRoom):
    """One chart of some days; nobody's name stands in it."""

    name_of_room = N_("Charts")
    commands = (
        DeskKey("N", N_("Next chart"), N_("After the last, the first"), "next_chart"),
        DeskKey("B", N_("Chart before"), N_("The one before this"), "chart_before"),
        *DaysRoom.commands,
    )

    def __init__(self, actor: Person, held: frozenset[Permission], period: Period | None = None) -> None:
        """Of the days `period`, last month at first."""
        super().__init__(actor, held)
        self._period, self._pictures, self._at = period, tuple[Picture, ...](), 0

    def look(self) -> None:
        """Ask for them."""
        period = self.period
        self.ask(partial(pictures, self.kiosk.house, period), lambda drawn: Drawn(period, drawn), group="look")

    def on_drawn(self, drawn: Drawn) -> None:
        """Show the one that was shown before."""
        if drawn.period == self.period:  # not turned meanwhile
            self._pictures = drawn.pictures
            self._show()

    def _show(self) -> None:
        if not self._pictures:
            return
        picture = self._pictures[self._at]
        words = _("{title} · {days} · {place} of {count}").format(
            title=_(picture.title), days=days_words(self.period), place=self._at + 1, count=len(self._pictures)
        )
        self.say_above(words)
        self.show_rows(bars(picture, self.size.width - _SIDES, "#" if self.kiosk.ascii_only else "█"))

    def line_words(self, row: Row | None) -> str:
        """How the bars are counted, and what the marked one says."""
        if not self._pictures:
            return ""
        picture = self._pictures[self._at]
        if row is None:
            return _("Nothing was noted in these days. {about}").format(about=_(picture.about))
        name, height = picture.bars[int(row.id)]
        return _("{name}: {height}\nCounted: {about}").format(
            name=_(name), height=f"{height:g}", about=_(picture.about)
        )

    def on_resize(self, event: events.Resize) -> None:
        """Bars as long as there is room."""
        super().on_resize(event)
        self._show()

    def action_next_chart(self) -> None:
        """Turn on."""
        self._turn_to(1)

    def action_chart_before(self) -> None:
        """Turn back."""
        self._turn_to(-1)

    def _turn_to(self, step: int) -> None:
        if self._pictures:
            self._at = (self._at + step) % len(self._pictures)
            self._show()
            self.rows.moved_by("home")
            self.say_line()


def bars(picture: Picture, width: int, block: str) -> Sequence[Row]:
    """A row for each bar, in so many columns: its name, the bar, its height."""
    most = max((height for _name, height in picture.bars), default=0)
    names = [_short(_(name)) for name, _height in picture.bars]
    wide = max((cell_len(name) for name in names), default=0)
    heights = [f"{height:g}" for _name, height in picture.bars]
    room = max(_LEAST, width - wide - max(map(len, heights), default=0) - 2 * GAP)
    return [
        Row(place, (name, block * round(room * height / most) if most else "", shown))
        for place, (name, (_name, height), shown) in enumerate(zip(names, picture.bars, heights, strict=True))
    ]


def _short(name: str) -> str:
    return fitted(name, _LONGEST_NAME).rstrip() if cell_len(name) > _LONGEST_NAME else name
