"""Paid work at the desk in the hands of a test: two placements, who holds them, and somebody who looks after it."""

from dataclasses import dataclass
from datetime import date, timedelta

from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import issue_card
from clubhouse.employment.coverage_days import Request
from clubhouse.employment.placements import Placement
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission, give_permission
from tests.employment import MONDAY, add_employer, add_placement, cannot_go, confirm, hold, log
from tests.houses import add, on_disk
from tests.screens.desks import open_desk
from tests.screens.kiosks import Kiosk

FRIDAY, THURSDAY = MONDAY - timedelta(days=3), MONDAY - timedelta(days=4)


@dataclass(frozen=True)
class Work:
    """A Monday on which one of two placements is not yet covered."""

    kim: Person
    """A member who was asked to look after employment."""
    card: str
    """Kim's."""
    rosa: Person
    """Holds the baker's placement, and has written hours on Thursday, confirmed, and Friday."""
    ben: Person
    """Holds the clerk's, and can't go today."""
    ana: Person
    """Of the staff."""
    baker: Placement
    clerk: Placement
    request: Request


def make_work(house: House) -> Work:
    """Put it on file."""
    with house.store.transaction():
        kim, ana = add(house, "Kimberly", "Reed"), add(house, "Ana", "Ortiz", kind=Kind.STAFF)
        give_permission(house, COMMAND_LINE, kim, Permission.EMPLOYMENT)
        card = issue_card(house, COMMAND_LINE, kim).code
        rosa, ben = add(house), add(house, "Benjamin", "Beck")
        bakery = add_employer(house)
        baker, clerk = add_placement(house, bakery, "Baker"), add_placement(house, bakery, "Clerk")
        hold(house, baker, rosa)
        hold(house, clerk, ben, date(2026, 11, 23))
        thursday = log(house, baker, rosa, THURSDAY)
        log(house, baker, rosa, FRIDAY)
        confirm(house, thursday)
        request = cannot_go(house, clerk, ben, MONDAY)
    return Work(kim, card, rosa, ben, ana, baker, clerk, request)


async def open_work(running: Kiosk, work: Work) -> None:
    """Go to the room of paid work."""
    await open_desk(running, work.card)
    running.press("5")
    await running.opens("Work")


async def open_page(running: Kiosk, work: Work, key: str, page: str) -> None:
    """Go to one of the rooms behind it."""
    await open_work(running, work)
    running.press(key)
    await running.opens(page)


def views(house: House) -> int:
    """How many looks were noted."""
    ((count,),) = on_disk(house.store.path, "SELECT count(*) FROM audit WHERE action = 'view'")
    assert isinstance(count, int)
    return count


def hours_on_disk(house: House) -> list[tuple[object, ...]]:
    """Day, what, minutes, state and whether it is a correction, of each row that counts."""
    return on_disk(
        house.store.path,
        "SELECT day, what, minutes, state, correction FROM work_days WHERE ended_at IS NULL ORDER BY day, id",
    )
