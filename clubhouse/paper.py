"""Pages for printing: what they share so that all of one stands on a sheet of US Letter or A4.

How much room words take is guessed, and rather too much than too little: nothing here knows the printer's letters.
A page is complete in itself: no script, and nothing fetched from elsewhere.
"""

import math
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import escape

POINT = 0.3528
"""A point of type, in millimetres."""
_WIDE = 0.56
"""The width of a letter in ems, more than it is on average."""
_STEP = 0.25


def sizes(largest: float, smallest: float) -> Iterator[float]:
    """Sizes of type in points, the largest first."""
    return (largest - _STEP * step for step in range(int((largest - smallest) / _STEP) + 1))


def lines(text: str, room: float) -> int:
    """How many lines `text` takes where `room` ems stand on one."""
    # A word that does not fit begins a new line, so that about a word's width of each line stays empty.
    ems = _width(text)
    return max(1, math.ceil(ems / room)) if ems <= room else math.ceil(ems / max(room - 4, room / 2))


@lru_cache(maxsize=2048)
def _width(text: str) -> float:
    # Asked again for each size of type that is tried.
    return sum(1.05 if unicodedata.east_asian_width(letter) in "WF" else _WIDE for letter in text)


def page(title: str, style: str, body: str) -> str:
    """The HTML of a page; `body` and `style` stand as they are."""
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
