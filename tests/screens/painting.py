"""What a kiosk in a test paints, and what it reads of its styles.

A terminal is painted at every beat, for eyes. A test looks when the kiosk has come to rest: only then it is painted,
but for the first few times that a page is painted at all, when it is painted as for eyes. What every kiosk reads
alike, the styles of its pages, the first reads for all.
"""

from collections import Counter, defaultdict
from typing import Any

import pytest
from textual.app import App
from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

AS_FOR_EYES = 6
"""How often each kind of page is, in each worker."""
_paint, _begin, _set = Screen._compositor_refresh, Stylesheet.__init__, Stylesheet.set_variables
_painted: Counter[type] = Counter()
_read: defaultdict[tuple[object, ...], LRUCache[tuple[object, ...], list[RuleSet]]] = defaultdict(
    lambda: LRUCache(10_000)
)
"""What the styles say, by the colours and sizes of a look."""


def paint_at_rest(patch: pytest.MonkeyPatch) -> None:
    """Let kiosks do so as long as the patch lasts."""
    patch.setattr(Screen, "_compositor_refresh", _paint_later)
    patch.setattr(Stylesheet, "__init__", _begin_with)
    patch.setattr(Stylesheet, "set_variables", _go_on_with)


def paint(app: App[Any]) -> None:
    """Paint what has changed on the page on top since it was painted last."""
    if app.screen_stack and not app._batch_count and app.screen._compositor._dirty_regions:
        _paint(app.screen)


def _paint_later(screen: Screen[Any]) -> None:
    _painted[type(screen)] += 1
    if _painted[type(screen)] <= AS_FOR_EYES or screen is not screen.app.screen:
        _paint(screen)
        return
    screen._dirty_widgets.clear()
    screen.app._update_mouse_over(screen)


def _begin_with(sheet: Stylesheet, *, variables: dict[str, str] | None = None) -> None:
    _begin(sheet, variables=variables)
    _share(sheet)


def _go_on_with(sheet: Stylesheet, variables: dict[str, str]) -> None:
    sheet._parse_cache = LRUCache(1)  # which is cleared now
    _set(sheet, variables)
    _share(sheet)


def _share(sheet: Stylesheet) -> None:
    sheet._parse_cache = _read[tuple(sheet._variables.items())]
