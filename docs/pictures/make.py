"""Makes every picture of the guides from the kiosk itself: `python -m docs.pictures.make`, in the project's folder.

The house is that of the demonstration on a set morning, the keys are those that people press, and the same kiosk
gives the same bytes.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.app import App

from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import card_of, list_cards
from clubhouse.clock import VARIABLE
from clubhouse.demo import build, deck
from clubhouse.demo.deck import PIN
from clubhouse.employment.coverage import offer_coverage
from clubhouse.employment.coverage_days import coverage_of
from clubhouse.employment.placement_pages import see_placements
from clubhouse.house import House
from clubhouse.permissions import Permission, holder
from docs.pictures.drawing import drawn
from screens.wall import WallApp
from tests.houses import SetClock
from tests.screens.kiosks import LARGE, Kiosk, kiosk

HERE = Path(__file__).parent

Scene = Callable[[Kiosk, list[str]], Awaitable[None]]
"""Brings the resting kiosk to what is to be seen; takes the next card from those of the members who are to come."""


async def _welcome(running: Kiosk, cards: list[str]) -> None:
    await running.shows("people are here.")


async def _help(running: Kiosk, cards: list[str]) -> None:
    running.press("f1")
    await running.opens("Help")


async def _no_card(running: Kiosk, cards: list[str]) -> None:
    running.press("f2")
    await running.opens("NoCard")
    running.type("ros")
    await running.shows("Press the number of your name.")


async def _invitation(running: Kiosk, cards: list[str]) -> None:
    await running.come(cards.pop(0))
    await running.shows("Not today")


async def _home(running: Kiosk, cards: list[str]) -> None:
    await running.come(cards.pop(0))


async def _board(running: Kiosk, cards: list[str]) -> None:
    await running.come(cards.pop(0))
    running.press("1")
    await running.opens("BoardPage")


async def _unit(running: Kiosk, cards: list[str]) -> None:
    await _board(running, cards)
    running.press("1")
    await running.opens("UnitPage")


async def _task(running: Kiosk, cards: list[str]) -> None:
    await _unit(running, cards)
    running.press("1")
    await running.opens("TaskPage")


async def _program(running: Kiosk, cards: list[str]) -> None:
    await running.come(cards[0])
    running.press("2")
    await running.opens("ProgramPage")
    await running.shows("This week", "7 More")


async def _event(running: Kiosk, cards: list[str]) -> None:
    await _program(running, cards)
    running.type("4", later=1)
    await running.opens("EventPage")
    await running.shows("3 Take it along")


async def _take_along(running: Kiosk, cards: list[str]) -> None:
    await _event(running, cards)
    running.type("3", later=1)
    await running.opens("TakeAlong")


async def _month(running: Kiosk, cards: list[str]) -> None:
    await _program(running, cards)
    running.type("8", later=1)
    await running.shows("9 The month as a calendar")
    running.type("9", later=1)
    await running.opens("MonthPage")
    running.press("down")
    await running.shows("[30]")


async def _hours(running: Kiosk, cards: list[str]) -> None:
    await running.come(_holders_card(running.app.house))
    running.press("3")
    await running.opens("HoursPage")
    await running.shows("8 Another day or week")
    running.press("left")
    await running.shows("16 November")


async def _hours_day(running: Kiosk, cards: list[str]) -> None:
    await running.come(_holders_card(running.app.house))
    running.press("3")
    await running.opens("HoursPage")
    await running.shows("8 Another day or week")
    running.type("1", later=1)
    await running.opens("HoursDayPage")
    await running.shows("1 As usual")


async def _hours_time(running: Kiosk, cards: list[str]) -> None:
    await _hours_day(running, cards)
    running.type("3", later=2)
    await running.opens("HoursTimePage")
    await running.shows("When did you begin?")


async def _covering(running: Kiosk, cards: list[str]) -> None:
    house = running.app.house
    request = next(each.request for each in coverage_of(house, COMMAND_LINE) if each.request and not each.covered_by)
    card = cards[0]
    asked = next(person for held, person in list_cards(house) if held.code == card)
    offer_coverage(house, COMMAND_LINE, request.id, asked.id)
    await running.come(card)
    running.press("3")
    await running.opens("HoursPage")
    await running.shows("1 Somebody would like your help")
    running.type("1", later=1)
    await running.opens("CoveringPage")
    await running.shows("1 Yes, I'll cover")


def _holders_card(house: House) -> str:
    # Of whoever holds the placement that comes first in the list.
    person = next(line.holders[0].person for line in see_placements(house, COMMAND_LINE) if line.holders)
    return card_of(house, person).code


async def _desk(running: Kiosk, permission: Permission = Permission.BOARD) -> None:
    house = running.app.house
    running.press("f9")
    await running.opens("StaffDoor")
    running.scan(next(card for card in deck(house).staff if holder(house, card, permission)))
    await running.opens("StaffPin")
    running.type(f"{PIN}\r")
    await running.opens("Desk")


async def _meeting(running: Kiosk, cards: list[str]) -> None:
    await _desk(running)
    running.press("3")
    await running.opens("Meeting")


async def _events_desk(running: Kiosk, cards: list[str]) -> None:
    await _desk(running)
    running.press("4")
    await running.opens("EventsRoom")
    await running.shows("Bowling")


async def _event_desk(running: Kiosk, cards: list[str]) -> None:
    await _events_desk(running, cards)
    running.type("cook")
    running.press("enter")
    await running.opens("EventRoom")
    await running.shows("waits, 2nd")


async def _event_form(running: Kiosk, cards: list[str]) -> None:
    await _events_desk(running, cards)
    running.press("1")
    await running.opens("NewEvent")
    running.type("Film club\r")
    running.press("right", "enter")
    running.type("friday\r6:30 pm\r2 hours\revery other friday until june")
    await running.shows("until june_")


async def _work(running: Kiosk, cards: list[str]) -> None:
    await _desk(running, Permission.EMPLOYMENT)
    running.press("5")
    await running.opens("Work")
    await running.shows("not yet covered")


async def _my_card(running: Kiosk, cards: list[str]) -> None:
    await running.come(cards.pop(0))
    running.press("4")
    await running.opens("MorePage")
    running.type("5", later=1)
    await running.opens("MyCard")


async def _signed_out(running: Kiosk, cards: list[str]) -> None:
    await running.come(cards.pop(0))
    running.press("9")
    await running.shows("Goodbye")


async def _warning(running: Kiosk, cards: list[str]) -> None:
    await running.come(cards.pop(0))
    running.wait_idle(running.app.settings.idle_seconds)
    await running.shows("Are you still there?", "20 seconds")


async def _dark(running: Kiosk, cards: list[str]) -> None:
    await running.come(cards.pop(0))
    running.press("f3")
    await running.opens("Look")
    running.press("2", "0")
    await running.opens("Home")


async def _no_sign_out(running: Kiosk, cards: list[str]) -> None:
    await running.come(cards[0])
    await running.shows("there was no sign-out")


async def _leaving(running: Kiosk, cards: list[str]) -> None:
    await running.come(cards[0])
    running.press("8")
    await running.opens("Leaving")


MORNING = "2026-11-23 08:47"
SCENES: dict[str, tuple[str, Scene]] = {
    "welcome": ("The kiosk at rest: Scan your card to sign in.", _welcome),
    "help": ("What every key does.", _help),
    "no-card": ("Three letters of a name, and the people to choose from.", _no_card),
    "invitation": ("A member is asked for help with lunch: yes, or not today.", _invitation),
    "home": ("A member is signed in, with the choices there are now.", _home),
    "board": ("Where would you like to help this morning? The units, each with a number.", _board),
    "unit": ("A member helps in a unit, and can take one of its tasks.", _unit),
    "task": ("A task, how it is done, and the key for when it is.", _task),
    "meeting": ("The unit meeting: units, tasks and people in one list, and the keys.", _meeting),
    "events-desk": ("The programme at the staff desk, four weeks as a list.", _events_desk),
    "event-desk": ("The list of one event: who has a seat, and who waits.", _event_desk),
    "event-form": ("A new event in a form: how often it comes is said in words.", _event_form),
    "work": ("Paid work at the staff desk: today's placements, what is not yet covered on top.", _work),
    "my-card": ("A member's card on the screen, to be photographed.", _my_card),
    "signed-out": ("A member is signed out, and can undo it.", _signed_out),
    "warning": ("Are you still there? Press any key for more time.", _warning),
    "program": ("Classes and events of this week, each with a number.", _program),
    "event": ("A class or event: when, where, who leads it, and the key to come along.", _event),
    "take-along": ("The picture of an event, for the camera of a phone.", _take_along),
    "month": ("November as a calendar, and below it what is on on the marked day.", _month),
    "hours": ("A week of job hours, each day with a number.", _hours),
    "hours-day": ("A day of job hours: as usual with one key, another time, or I can't go.", _hours_day),
    "hours-time": ("When did you begin? Earlier, later, and the key to go on.", _hours_time),
    "dark": ("A member's page in light letters on a dark ground.", _dark),
    "covering": ("Somebody is asked to cover: yes, or not today.", _covering),
}
"""What is seen on the first morning, by the name of its file."""

NEXT_MORNING = "2026-11-24 08:52"
NEXT_SCENES: dict[str, tuple[str, Scene]] = {
    "no-sign-out": ("A member is told of a day without a sign-out.", _no_sign_out),
    "leaving": ("The member says when they left.", _leaving),
}
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
            for name, (about, scene) in scenes.items():
                await scene(running, given)
                await running.settle()
                _write(folder / f"{name}.svg", running.app, about)
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
