"""A walk through every page of the kiosk, as one member takes it."""

from collections.abc import AsyncGenerator

from clubhouse.attendance import scan
from clubhouse.house import House
from tests.houses import SetClock
from tests.screens.kiosks import Kiosk

PAGES = ["Welcome", "NoCard", "Home", "Leaving", "Look", "Help", "Closing", "ProgramPage", "MonthPage",
         "MorePage", "MyCard", "RecordPage", "ReadMonth", "SignMonth", "GoalsPage", "AreaPage", "SupportsPage",
         "KindPage", "HouseMeetingPage", "MyPinPage", "OwnPin", "TypingPage", "IdleWarning", "TooSmall"]  # fmt: skip
OWN_PAGES = (
    ("4", "MorePage"), ("5", "MyCard"), ("escape", "MorePage"),
    ("1", "RecordPage"), ("1", "ReadMonth"), ("0", "RecordPage"), ("3", "SignMonth"), ("0", "RecordPage"),
    ("2", "TypingPage"), ("escape", "RecordPage"), ("0", "MorePage"),
    ("2", "GoalsPage"), ("5", "AreaPage"), ("0", "GoalsPage"), ("0", "MorePage"),
    ("3", "SupportsPage"), ("1", "KindPage"), ("0", "SupportsPage"), ("0", "MorePage"),
    ("4", "HouseMeetingPage"), ("0", "MorePage"), ("6", "MyPinPage"), ("1", "OwnPin"),
)  # fmt: skip
"""The key, and the page to which it leads from the one before."""


async def every_page(
    running: Kiosk, house: House, clock: SetClock, card: str, letters: str
) -> AsyncGenerator[str, None]:
    """Open each page in turn and give its name; whoever holds `card` forgot to sign out the day before.

    `letters` are typed where a name is looked for.
    """
    scan(house, card)
    clock.forward(days=1)
    size = running.app.size
    yield "Welcome"
    running.press("f2")
    await running.opens("NoCard")
    running.type(letters)
    await running.settle()
    yield "NoCard"
    await go_home(running, card)
    yield "Home"
    for key, page in (("8", "Leaving"), ("f3", "Look"), ("f1", "Help"), ("f10", "Closing")):
        await go_home(running, card)
        running.press(key)
        await running.opens(page)
        yield page
    await go_home(running, card)
    for key, page in (("2", "ProgramPage"), ("9", "MonthPage")):
        running.press(key)
        await running.opens(page)
        yield page
        if page == "ProgramPage":
            running.press("8")
            await running.until(lambda: "9" in running.choices(), "the month")
    await go_home(running, card)
    seen = set()
    for key, page in OWN_PAGES:
        running.press(key)
        await running.opens(page)
        if page not in seen:
            yield page
        seen.add(page)
    clock.forward(seconds=10)  # at once, the card that opened the PIN's page would be one read once more
    await go_home(running, card)
    running.wait_idle(50)
    await running.opens("IdleWarning")
    await running.settle()
    yield "IdleWarning"
    await go_home(running, card)
    await running.pilot.resize_terminal(50, 20)
    await running.opens("TooSmall")
    yield "TooSmall"
    await running.pilot.resize_terminal(*size)
    await running.settle()


async def go_home(running: Kiosk, card: str) -> None:
    """Be on the person's own page, whatever is open."""
    await running.settle()
    await running.come(card, later=5)  # after a pause, so that nothing typed before belongs to the scan
