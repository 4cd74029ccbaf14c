"""Makes every picture of the guides from the kiosk itself: `python -m docs.pictures.make`, in the project's folder.

The house is that of the demonstration on a set morning, the keys are those that people press, and the same kiosk
gives the same bytes.
"""

import asyncio
import os
from collections.abc import Awaitable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from textual.app import App

from clubhouse.clock import VARIABLE
from clubhouse.demo import build, deck
from clubhouse.house import House
from docs.pictures import at_the_desk, at_the_kiosk, at_work
from docs.pictures.drawing import drawn
from screens.wall import WallApp
from tests.houses import SetClock
from tests.screens.kiosks import LARGE, Kiosk, kiosk

HERE = Path(__file__).parent


class Scene(Protocol):
    """Brings the resting kiosk to what is to be seen.

    It takes the next card from those of the members who are to come; its name is the picture's, its docstring the
    words beside the picture.
    """

    __name__: str

    def __call__(self, running: Kiosk, cards: list[str], /) -> Awaitable[None]: ...


MORNING = "2026-11-23 08:47"
SCENES: tuple[Scene, ...] = (
    at_the_kiosk.welcome,
    at_the_kiosk.help,
    at_the_kiosk.no_card,
    at_the_kiosk.invitation,
    at_the_kiosk.home,
    at_the_kiosk.board,
    at_the_kiosk.unit,
    at_the_kiosk.task,
    at_the_desk.desk,
    at_the_desk.today,
    at_the_desk.person,
    at_the_desk.reach_out,
    at_the_desk.figures,
    at_the_desk.meeting,
    at_the_desk.events_desk,
    at_the_desk.event_desk,
    at_the_desk.event_form,
    at_the_desk.work,
    at_the_kiosk.my_card,
    at_the_kiosk.signed_out,
    at_the_kiosk.warning,
    at_the_kiosk.program,
    at_the_kiosk.event,
    at_the_kiosk.take_along,
    at_the_kiosk.month,
    at_the_kiosk.my_record,
    at_work.hours,
    at_work.hours_day,
    at_work.hours_time,
    at_the_kiosk.dark,
    at_work.covering,
)
"""What is seen on the first morning; a picture has the name of its scene."""

NEXT_MORNING = "2026-11-24 08:52"
NEXT_SCENES: tuple[Scene, ...] = (at_the_kiosk.no_sign_out, at_the_kiosk.leaving)
"""What the first of them sees the next morning, who did not sign out."""


def make_pictures(folder: Path) -> None:
    """Write every picture into `folder`, in place of those that are there."""
    with TemporaryDirectory() as room:
        house = _demonstration(Path(room) / "house.db")
        try:
            asyncio.run(_make(folder, house))
        finally:
            house.close()


def _demonstration(path: Path) -> House:
    was = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = MORNING
    try:
        return replace(build(path), clock=SetClock())
    finally:
        os.environ.pop(VARIABLE)
        if was is not None:
            os.environ[VARIABLE] = was


async def _make(folder: Path, house: House) -> None:
    assert isinstance(house.clock, SetClock)
    invited, _also_invited, *others = deck(house).members
    cards = [invited, *others]
    for morning, scenes, given in ((MORNING, SCENES, cards), (NEXT_MORNING, NEXT_SCENES, [invited])):
        house.clock.set(morning)
        async with kiosk(house) as running:
            for scene in scenes:
                await scene(running, given)
                await running.settle()
                _write(folder / f"{scene.__name__.replace('_', '-')}.svg", running.app, scene.__doc__ or "")
                running.app.rest()
                await running.opens("Welcome")
        if morning == MORNING:
            await _draw_wall(folder, house)


async def _draw_wall(folder: Path, house: House) -> None:
    wall = WallApp(house)
    async with wall.run_test(size=LARGE) as pilot:
        while not wall.wall._pages:
            await pilot.pause(0.01)
        await pilot.pause()
        _write(folder / "wall.svg", wall, "The board on the wall: who helps where this morning, and with what.")


def _write(path: Path, app: App[None], about: str) -> None:
    picture = drawn(app.screen._compositor.render_strips(), about)
    path.write_text(picture, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make_pictures(HERE)
