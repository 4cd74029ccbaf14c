"""What is seen at the staff desk.

Each brings the resting kiosk to what is to be seen; its docstring is the words beside the picture.
"""

from clubhouse.demo import deck
from clubhouse.demo.deck import PIN
from clubhouse.permissions import Permission, holder
from tests.screens.kiosks import Kiosk


async def desk(running: Kiosk, cards: list[str]) -> None:
    """The staff desk: each room with its key, and what wants looking at."""
    await _desk(running, Permission.SETTINGS)


async def today(running: Kiosk, cards: list[str]) -> None:
    """Who is in, since when, and what needs a look."""
    await _desk(running)
    running.press("1")
    await running.opens("TodayRoom")
    await running.shows("A paper sheet")


async def person(running: Kiosk, cards: list[str]) -> None:
    """What staff see of one person, each action with its key."""
    await _desk(running)
    running.press("2")
    await running.opens("PeopleRoom")
    running.type("ros")
    await running.settle()
    running.press("enter")
    await running.opens("PersonPage")


async def reach_out(running: Kiosk, cards: list[str]) -> None:
    """Who was not here for a while, and how they wish to be reached."""
    await _desk(running, Permission.REACH_OUT)
    running.press("6")
    await running.opens("ReachOutRoom")


async def figures(running: Kiosk, cards: list[str]) -> None:
    """The figures of a month, beside the month before and the year before."""
    await _desk(running, Permission.REPORTS)
    running.press("7")
    await running.opens("ReportsRoom")
    await running.shows("Figures")
    running.press("enter")
    await running.opens("FiguresRoom")


async def meeting(running: Kiosk, cards: list[str]) -> None:
    """The unit meeting: units, tasks and people in one list, and the keys."""
    await _desk(running)
    running.press("3")
    await running.opens("Meeting")


async def events_desk(running: Kiosk, cards: list[str]) -> None:
    """The programme at the staff desk, four weeks as a list."""
    await _desk(running)
    running.press("4")
    await running.opens("EventsRoom")
    await running.shows("Bowling")


async def event_desk(running: Kiosk, cards: list[str]) -> None:
    """The list of one event: who has a seat, and who waits."""
    await events_desk(running, cards)
    running.type("cook")
    running.press("enter")
    await running.opens("EventRoom")
    await running.shows("waits, 2nd")


async def event_form(running: Kiosk, cards: list[str]) -> None:
    """A new event in a form: how often it comes is said in words."""
    await events_desk(running, cards)
    running.press("1")
    await running.opens("NewEvent")
    running.type("Film club\r")
    running.press("right", "enter")
    running.type("friday\r6:30 pm\r2 hours\revery other friday until june")
    await running.shows("until june_")


async def work(running: Kiosk, cards: list[str]) -> None:
    """Paid work at the staff desk: today's placements, what is not yet covered on top."""
    await _desk(running, Permission.EMPLOYMENT)
    running.press("5")
    await running.opens("Work")
    await running.shows("not yet covered")


async def _desk(running: Kiosk, permission: Permission = Permission.BOARD) -> None:
    house = running.app.house
    running.press("f9")
    await running.opens("StaffDoor")
    running.scan(next(card for card in deck(house).staff if holder(house, card, permission)))
    await running.opens("StaffPin")
    running.type(f"{PIN}\r")
    await running.opens("Desk")
