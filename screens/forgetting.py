"""What the terminal toolkit remembers of painted lines beside any page, for the whole program."""

from rich.cells import cached_cell_len
from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser

_CACHES = (
    cached_cell_len,  # how wide a text is
    Segment._split_cells,  # texts cut in two
    StylesCache.get_inner_outer,  # whose keys hold the painted lines of a widget
    XTermParser._parse_extended_key,  # which keys were pressed
)


def forget_painted() -> None:
    """Keep none of it; for when the pages on which it stood are gone."""
    for cache in _CACHES:
        cache.cache_clear()
