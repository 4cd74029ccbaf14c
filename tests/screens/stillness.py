"""Waiting until an app has nothing left to do, without guessing by the clock or the processor."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.app import App

from tests.screens.painting import paint

DEADLINE_SECONDS = 30.0
"""Nothing waits so long unless it is never going to happen."""
_A_MOMENT = 0.003


async def still(app: App[Any]) -> None:
    """Wait until nothing is left to run: what there is waits for keys, for threads or for the clock.

    A screen that is to be painted is painted at once, and not at the next beat of its timer.
    """
    loop = asyncio.get_running_loop()
    give_up = loop.time() + DEADLINE_SECONDS
    while True:
        await asyncio.sleep(0)
        assert loop.time() < give_up, "the app is never still"
        if not loop._ready and not _has_painted(app):  # type: ignore[attr-defined]
            return


def _has_painted(app: App[Any]) -> bool:
    if not app.screen_stack or app._batch_count or not app.screen._update_timer._active.is_set():
        return False
    app.screen._on_timer_update()
    return True


async def until(
    app: App[Any], predicate: Callable[[], object], problem: Callable[[], str], seconds: float = DEADLINE_SECONDS
) -> None:
    """Wait until `predicate` is true, and paint; fail with the words of `problem` when it never is."""
    loop = asyncio.get_running_loop()
    give_up = loop.time() + seconds
    await still(app)
    while not predicate():
        assert app._exception is None, app._exception
        assert loop.time() < give_up, problem()
        await asyncio.sleep(_A_MOMENT)
        await still(app)
    paint(app)
