"""What a member sees.

Each brings the resting kiosk to what is to be seen; its docstring is the words beside the picture.
"""

from tests.screens.kiosks import Kiosk


async def welcome(running: Kiosk, cards: list[str]) -> None:
    """The kiosk at rest: Scan your card to sign in."""
    await running.shows("people are here.")


async def help(running: Kiosk, cards: list[str]) -> None:
    """What every key does."""
    running.press("f1")
    await running.opens("Help")


async def no_card(running: Kiosk, cards: list[str]) -> None:
    """Three letters of a name, and the people to choose from."""
    running.press("f2")
    await running.opens("NoCard")
    running.type("ros")
    await running.shows("Press the number of your name.")


async def invitation(running: Kiosk, cards: list[str]) -> None:
    """A member is asked for help with lunch: yes, or not today."""
    await running.come(cards.pop(0))
    await running.shows("Not today")


async def home(running: Kiosk, cards: list[str]) -> None:
    """A member is signed in, with the choices there are now."""
    await running.come(cards.pop(0))


async def board(running: Kiosk, cards: list[str]) -> None:
    """Where would you like to help this morning? The units, each with a number."""
    await running.come(cards.pop(0))
    running.press("1")
    await running.opens("BoardPage")


async def unit(running: Kiosk, cards: list[str]) -> None:
    """A member helps in a unit, and can take one of its tasks."""
    await board(running, cards)
    running.press("1")
    await running.opens("UnitPage")


async def task(running: Kiosk, cards: list[str]) -> None:
    """A task, how it is done, and the key for when it is."""
    await unit(running, cards)
    running.press("1")
    await running.opens("TaskPage")


async def program(running: Kiosk, cards: list[str]) -> None:
    """Classes and events of this week, each with a number."""
    await running.come(cards[0])
    running.press("2")
    await running.opens("ProgramPage")
    await running.shows("This week", "7 More")


async def event(running: Kiosk, cards: list[str]) -> None:
    """A class or event: when, where, who leads it, and the key to come along."""
    await program(running, cards)
    running.type("4", later=1)
    await running.opens("EventPage")
    await running.shows("3 Take it along")


async def take_along(running: Kiosk, cards: list[str]) -> None:
    """The picture of an event, for the camera of a phone."""
    await event(running, cards)
    running.type("3", later=1)
    await running.opens("TakeAlong")


async def month(running: Kiosk, cards: list[str]) -> None:
    """November as a calendar, and below it what is on on the marked day."""
    await program(running, cards)
    running.type("8", later=1)
    await running.shows("9 The month as a calendar")
    running.type("9", later=1)
    await running.opens("MonthPage")
    running.press("down")
    await running.shows("[30]")


async def my_record(running: Kiosk, cards: list[str]) -> None:
    """A month of a member's own record, in plain words."""
    await running.come(cards[0])
    running.press("4")
    await running.opens("MorePage")
    running.type("1", later=1)
    await running.opens("RecordPage")


async def my_card(running: Kiosk, cards: list[str]) -> None:
    """A member's card on the screen, to be photographed."""
    await running.come(cards.pop(0))
    running.press("4")
    await running.opens("MorePage")
    running.type("5", later=1)
    await running.opens("MyCard")


async def signed_out(running: Kiosk, cards: list[str]) -> None:
    """A member is signed out, and can undo it."""
    await running.come(cards.pop(0))
    running.press("9")
    await running.shows("Goodbye")


async def warning(running: Kiosk, cards: list[str]) -> None:
    """Are you still there? Press any key for more time."""
    await running.come(cards.pop(0))
    running.wait_idle(running.app.settings.idle_seconds)
    await running.shows("Are you still there?", "20 seconds")


async def dark(running: Kiosk, cards: list[str]) -> None:
    """A member's page in light letters on a dark ground."""
    await running.come(cards.pop(0))
    running.press("f3")
    await running.opens("Look")
    running.press("2", "0")
    await running.opens("Home")


async def no_sign_out(running: Kiosk, cards: list[str]) -> None:
    """A member is told of a day without a sign-out."""
    await running.come(cards[0])
    await running.shows("there was no sign-out")


async def leaving(running: Kiosk, cards: list[str]) -> None:
    """The member says when they left."""
    await running.come(cards[0])
    running.press("8")
    await running.opens("Leaving")
