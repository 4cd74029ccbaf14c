"""The staff desk in the hands of a test."""

from clubhouse import permissions, pins
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Person
from screens.desk.rows import Rows
from tests.screens.kiosks import Kiosk

PIN = "2468"


def give_pin(house: House, person: Person, pin: str = PIN) -> None:
    """Let the person have that PIN."""
    pins.put_pin(house, COMMAND_LINE, person, pins.hashed(pin))


async def stand_at_door(running: Kiosk) -> None:
    """Stand before the staff door."""
    running.press("f9")
    await running.opens("StaffDoor")


async def ask_for_pin(running: Kiosk, card: str) -> None:
    """Hold the card up at the door; its person has `PIN` from then on."""
    person = permissions.holder(running.app.house, card)
    if person:
        give_pin(running.app.house, person)
    await stand_at_door(running)
    running.scan(card)
    await running.opens("StaffPin")


async def open_desk(running: Kiosk, card: str) -> None:
    """Go through the staff door, with card and PIN."""
    await ask_for_pin(running, card)
    running.type(f"{PIN}\r")
    await running.opens("Desk")


async def marked_row(running: Kiosk) -> str:
    """The words of the marked row, when all keys are dealt with."""
    await running.settle()
    row = running.app.screen.query_one(Rows).marked
    return " ".join(row.cells) if row else ""
