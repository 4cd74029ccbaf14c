"""A unit meeting in the hands of a test."""

from functools import partial

from clubhouse.house import House
from screens.meeting_lines import Lines
from tests.houses import on_disk
from tests.screens.desks import open_desk
from tests.screens.kiosks import Kiosk
from tests.screens.mornings import Day


async def open_meeting(running: Kiosk, card: str) -> None:
    """Go through the staff door and the desk."""
    await open_desk(running, card)
    running.press("3")
    await running.opens("Meeting")
    await running.shows("Unit meeting")


def marked_line(running: Kiosk) -> str:
    """The words of the marked line."""
    options = running.app.screen.query_one(Lines)
    return str(options.highlighted_option.prompt).strip() if options.highlighted_option else ""


async def mark(running: Kiosk, words: str) -> None:
    """Move down to the line with these words."""
    lines = running.app.screen.query_one(Lines)
    for _ in range(300):
        if words in marked_line(running):
            return
        was = lines.highlighted
        running.press("down")
        await running.until(partial(_has_moved, lines, was), f"line {words!r}")


def _has_moved(lines: Lines, was: int | None) -> bool:
    return lines.highlighted != was


async def command(running: Kiosk, letter: str, typed: str = "") -> None:
    """Begin a command, type what it needs, and let the house do it."""
    running.press(letter)
    running.type(typed)
    await running.settle()


async def take_first(running: Kiosk, letter: str, name: str) -> None:
    """A command for the person of that name."""
    await command(running, letter, name)
    await running.shows("1 ")
    running.press("1")
    await running.settle()


def tasks_on_disk(day: Day) -> list[tuple[object, ...]]:
    """Title, unit, part and hands of each task that is not ended, as another program reads them."""
    return on_disk(
        day.house.store.path,
        """SELECT title, units.name, day_parts.name, hands FROM tasks JOIN units ON units.id = unit_id
           JOIN day_parts ON day_parts.id = part_id WHERE tasks.ended_on IS NULL ORDER BY tasks.id""",
    )


def leads_on_disk(house: House) -> list[tuple[object, ...]]:
    """Who leads which unit, as another program reads it."""
    return on_disk(
        house.store.path,
        """SELECT first_name, units.name, day FROM unit_leads JOIN people ON people.id = person_id
           JOIN units ON units.id = unit_id""",
    )
