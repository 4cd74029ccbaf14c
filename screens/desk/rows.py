"""A list of rows of which one is marked: moved by keys, taken by Enter or a touch, narrowed by letters.

It draws its own lines, only those that are seen, so that some hundred rows cost no more than a few.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from clubhouse.names import clean, letters

GAP = 2
"""So many blanks stand between two columns."""
LEAST_COLUMN = 4
"""No column is made narrower than this."""


@dataclass(frozen=True)
class Row:
    """One line."""

    id: int | str
    """Whose line it is; the mark stays on it when the list is shown anew."""
    cells: tuple[str, ...]
    """What stands there, plain text, a cell for each column; a column is as wide as its widest cell.

    A single cell has the whole line.
    """
    dim: bool = False
    """Stands back behind the others; it can be taken all the same."""


class Rows(ScrollView, can_focus=False):
    """The list. The page hands its keys on to `moved_by`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--marked", "rows--dim", "rows--head"}
    DEFAULT_CSS = """
    Rows { height: 1fr; background: $background; color: $foreground; overflow-x: hidden; overflow-y: scroll; }
    Rows > .rows--marked { background: $chosen-ground; color: $chosen; text-style: bold; }
    Rows > .rows--dim { color: $quiet; text-style: italic; }
    Rows > .rows--head { background: $panel; color: $foreground; text-style: bold; }
    """

    @dataclass
    class Taken(Message):
        """Somebody took a row, by Enter or by a touch."""

        row: Row

    def __init__(self, heads: tuple[str, ...] = ()) -> None:
        """`heads` stand above the columns and stay there."""
        super().__init__()
        self._heads = heads
        self._known: list[Row] = []
        self._rows: list[Row] = []
        self._widths: list[int] = []
        self._place = 0
        self.typed = ""
        """The letters that narrow the list."""

    # -- what is shown ---------------------------------------------------------------------------------------

    def show(self, rows: Sequence[Row], marked: int | str | None = None) -> None:
        """Show these; the mark goes to the row `marked`, or stays on its row, or else at its place."""
        self._known = [Row(row.id, tuple(clean(cell) for cell in row.cells), row.dim) for row in rows]
        self._choose(marked)

    def narrow(self, typed: str) -> None:
        """Show only rows in which every word typed begins a word."""
        self.typed = typed
        self._choose(None)

    def _choose(self, wanted: int | str | None) -> None:
        if wanted is None and self.marked:
            wanted = self.marked.id
        self._rows = [row for row in self._known if _fits(row, self.typed)] if self.typed else self._known
        places = {row.id: place for place, row in enumerate(self._rows)}
        self._place = places.get(wanted, self._place) if wanted is not None else self._place
        self._place = max(0, min(self._place, len(self._rows) - 1))
        width = self.scrollable_content_region.width
        lines = [self._heads, *(row.cells for row in self._known)]
        in_columns = [cells for cells in lines if len(cells) > 1]
        self._widths = narrowed(_widths(in_columns or lines), width - 2)
        self.virtual_size = Size(max(1, width), len(self._rows) + self._above)
        self._see_mark()
        self.refresh()

    @property
    def shown(self) -> list[Row]:
        """The rows that are not narrowed away, from the top."""
        return list(self._rows)

    @property
    def marked(self) -> Row | None:
        """The marked row; None when there is none."""
        return self._rows[self._place] if self._place < len(self._rows) else None

    def mark(self, row_id: int | str) -> None:
        """Mark the row with that id, if it is shown."""
        self._choose(row_id)

    @property
    def _above(self) -> int:
        return 1 if self._heads else 0

    # -- keys and touches ------------------------------------------------------------------------------------

    def moved_by(self, key: str) -> bool:
        """Whether `key` moves the mark or takes the row; done at once, so that no key overtakes another."""
        page = max(1, self.size.height - self._above - 1)
        moves: dict[str, Callable[[], object]] = {
            "up": lambda: self._move(self._place - 1),
            "down": lambda: self._move(self._place + 1),
            "pageup": lambda: self._move(self._place - page),
            "pagedown": lambda: self._move(self._place + page),
            "home": lambda: self._move(0),
            "end": lambda: self._move(len(self._rows) - 1),
            "enter": self._take,
        }
        if key in moves:
            moves[key]()
        return key in moves

    def _move(self, place: int) -> None:
        self._place = max(0, min(place, len(self._rows) - 1))
        self._see_mark()
        self.refresh()

    def _take(self) -> None:
        if self.marked:
            self.post_message(self.Taken(self.marked))

    def on_click(self, event: events.Click) -> None:
        """A touch marks the row and takes it."""
        place = event.y + self.scroll_offset.y - self._above
        if event.y >= self._above and 0 <= place < len(self._rows):
            self._move(place)
            self._take()

    def on_resize(self) -> None:
        """The mark stays in sight."""
        self._choose(None)

    def _see_mark(self) -> None:
        if self.is_attached and self._rows:
            # From the row above, so that the heads, which stay at the top, do not lie over the mark.
            self.scroll_to_region(
                Region(0, self._place, 1, 1 + self._above), animate=False, immediate=True, force=True
            )

    # -- painting --------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of those in sight."""
        width = self.scrollable_content_region.width
        if y < self._above:
            return self._strip(self._heads, width, self.get_component_rich_style("rows--head"))
        place = y + self.scroll_offset.y - self._above
        if place >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[place]
        return self._strip(row.cells, width, self._style(row, place == self._place))

    def _style(self, row: Row, marked: bool) -> Style:
        if marked:
            return self.get_component_rich_style("rows--marked")
        return self.get_component_rich_style("rows--dim") if row.dim else self.rich_style

    def _strip(self, cells: tuple[str, ...], width: int, style: Style) -> Strip:
        if len(cells) == 1:
            return Strip([Segment(fitted(f" {cells[0]}", width), style)], width)
        words = (" " * GAP).join(fitted(cell, size) for cell, size in zip(cells, self._widths, strict=False))
        return Strip([Segment(fitted(f" {words.rstrip()}", width), style)], width)


def fitted(words: str, width: int) -> str:
    """`words` in exactly `width` cells of the screen, cut with an ellipsis."""
    if cell_len(words) > width > 1:
        return set_cell_size(set_cell_size(words, width - 1).rstrip() + "…", width)
    return set_cell_size(words, width)


def narrowed(widths: Sequence[int], room: int) -> list[int]:
    """The widths of the columns, the widest made narrower until all stand beside each other in `room`."""
    sizes = [min(size, max(room, 0)) for size in widths]
    while sum(sizes) + GAP * (len(sizes) - 1) > room and max(sizes, default=0) > LEAST_COLUMN:
        sizes[sizes.index(max(sizes))] -= 1
    return sizes


def _widths(lines: Sequence[tuple[str, ...]]) -> list[int]:
    columns = max((len(cells) for cells in lines), default=0)
    return [
        max((cell_len(cells[column]) for cells in lines if column < len(cells)), default=0)
        for column in range(columns)
    ]


def _fits(row: Row, typed: str) -> bool:
    known = letters(" ".join(row.cells)).split()
    return all(any(word.startswith(each) for word in known) for each in letters(typed).split())
