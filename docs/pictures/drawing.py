"""Draws a screen of the kiosk as SVG that looks alike wherever it is shown.

Frames and blocks are drawn as shapes and each word has its place, so that it does not matter which font a reader's
computer has; nothing is fetched from elsewhere.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import escape

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

COLUMN, LINE, EDGE = 10, 20, 8
"""Pixels: one column, one line, and what stands round the screen."""

_HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{about}">
<style>
text {{ font: 16.6px "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre }}
.bold {{ font-weight: bold }}</style>
<rect width="{width}" height="{height}" rx="{edge}" fill="#5a6672"/>
<g transform="translate({edge} {edge})" shape-rendering="crispEdges">
"""
_BLOCKS = {
    "█": (0, 0, 8, 8), "▀": (0, 0, 8, 4), "▌": (0, 0, 4, 8), "▐": (4, 0, 8, 8),
    **{lower: (0, 7 - place, 8, 8) for place, lower in enumerate("▁▂▃▄▅▆▇")},
}  # fmt: skip
"""Left, top, right and bottom in eighths of a cell."""
_ARMS = {
    "LEFT": ((0, 1),), "RIGHT": ((2, 1),), "HORIZONTAL": ((0, 1), (2, 1)),
    "UP": ((1, 0),), "DOWN": ((1, 2),), "VERTICAL": ((1, 0), (1, 2)),
}  # fmt: skip
"""Where a line goes from the middle of the cell, in halves of it, by the words of the character's name."""


def drawn(strips: Iterable[Strip], about: str) -> str:
    """The screen as one SVG; `about` says in words what is to be seen."""
    lines = list(strips)
    wide, high = max(strip.cell_length for strip in lines) * COLUMN, len(lines) * LINE
    head = _HEAD.format(width=wide + 2 * EDGE, height=high + 2 * EDGE, edge=EDGE, about=escape(about))
    cells = [cell for line, strip in enumerate(lines) for cell in _segments(strip, line * LINE)]
    grounds = [_ground(segment, x, y) for segment, x, y in cells]
    return head + "\n".join([*grounds, *(shape for cell in cells for shape in _shapes(*cell))]) + "\n</g>\n</svg>\n"


def _segments(strip: Strip, y: int) -> Iterator[tuple[Segment, int, int]]:
    x = 0
    for segment in strip.simplify():
        yield segment, x, y
        x += segment.cell_length * COLUMN


def _colours(style: Style | None) -> tuple[str, str]:
    # Blank cells may have no colour of letters.
    assert style is not None
    assert style.bgcolor is not None
    letters, ground = style.color or style.bgcolor, style.bgcolor
    return letters.get_truecolor().hex, ground.get_truecolor().hex


def _ground(segment: Segment, x: int, y: int) -> str:
    return _box(x, y, segment.cell_length * COLUMN, LINE, _colours(segment.style)[1])


def _shapes(segment: Segment, x: int, y: int) -> Iterator[str]:
    colour, _ = _colours(segment.style)
    bold = ' class="bold"' if segment.style and segment.style.bold else ""
    # A run of one and the same frame character is one shape; a word is one text.
    for piece in re.finditer(r"([\u2500-\u259f])\1*|[^\s\u2500-\u259f]+", segment.text):
        left, cells = x + cell_len(segment.text[: piece.start()]) * COLUMN, cell_len(piece[0])
        if not piece[1]:
            width = cells * COLUMN
            yield (
                f'<text x="{left}" y="{y + 15}" textLength="{width}" fill="{colour}"{bold}>{escape(piece[0])}</text>'
            )
        elif piece[1] in _BLOCKS:
            yield _block(piece[1], left, y, cells, colour)
        else:
            yield _frame(piece[1], left, y, cells, colour)


def _block(character: str, x: int, y: int, cells: int, colour: str) -> str:
    left, top, right, bottom = _BLOCKS[character]
    assert cells == 1 or right - left == 8
    start, end = COLUMN * left // 8, COLUMN * (8 * cells - 8 + right) // 8
    rise, fall = LINE * top // 8, LINE * bottom // 8
    return _box(x + start, y + rise, end - start, fall - rise, colour)


def _frame(character: str, x: int, y: int, cells: int, colour: str) -> str:
    words = unicodedata.name(character).split()
    half, rise = COLUMN // 2, LINE // 2
    if words[3:] == ["HORIZONTAL"]:
        path = f"M{x} {y + rise}h{cells * COLUMN}"
    else:
        assert cells == 1
        ends = [end for word in words for end in _ARMS.get(word, ())]
        path = " ".join(f"M{x + half} {y + rise}L{x + across * half} {y + down * rise}" for across, down in ends)
    return f'<path d="{path}" stroke="{colour}" stroke-width="{3 if "HEAVY" in words else 2}"/>'


def _box(x: int, y: int, width: int, height: int, colour: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}"/>'
