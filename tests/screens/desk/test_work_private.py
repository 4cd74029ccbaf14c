"""Behind the doors of the desk, too, who does not look after employment finds no hours, no pay and no employer."""

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import months
from clubhouse.house import House
from clubhouse.people import Kind
from clubhouse.permissions import Permission, give_permission
from screens.desk.rows import Rows
from tests.employment import MONDAY, add_employer, add_placement, cannot_go, confirm, hold, log
from tests.houses import add, add_with_card
from tests.screens.desks import open_desk
from tests.screens.kiosks import Kiosk, kiosk

EMPLOYER, JOB = "Zanzibarium", "Quokkakeeper"
SECRET = (EMPLOYER, JOB, "3:45", "3 h 45 min", "56.25", "15.00")
"""Where Rosa works, how long, and what it pays."""
OTHERS = [each for each in Permission if each is not Permission.EMPLOYMENT]
MOST_PAGES = 25
"""So many pages behind one door are looked at."""


def rosa_works(house: House) -> None:
    """Rosa holds a placement, has worked, and can't go tomorrow; last month is reported."""
    rosa = add(house)
    work = add_placement(house, add_employer(house, EMPLOYER), JOB)
    hold(house, work, rosa)
    confirm(house, log(house, work, rosa, MONDAY.replace(day=20), 225))
    log(house, work, rosa, MONDAY, 225)
    cannot_go(house, work, rosa, MONDAY.replace(day=24))
    months.lock_month(house, COMMAND_LINE, "2026-11", sure=True)


async def pages_behind(running: Kiosk, key: str) -> list[str]:
    """What is read behind that door: its list, and what Enter opens on each of its first lines."""
    running.press(key)
    await running.settle()
    room, read = running.app.screen, [running.flat()]
    lists = room.query(Rows)
    for place in range(min(len(lists.first().shown), MOST_PAGES) if lists else 0):
        running.press("home", *["down"] * place, "enter")
        await running.settle()
        read.append(running.flat())
        if running.app.screen is not room:
            running.press("end", "enter")
            await running.settle()
            read.append(running.flat())
        for _step in range(3):
            if running.app.screen is not room:
                running.press("escape")
                await running.settle()
    return read


@pytest.mark.parametrize("permission", OTHERS)
async def test_no_door_of_others_leads_to_it(house: House, permission: Permission) -> None:
    rosa_works(house)
    other, card = add_with_card(house, "Ben", "Cho", Kind.STAFF)
    give_permission(house, COMMAND_LINE, other, permission)
    async with kiosk(house) as running:
        await open_desk(running, card)
        await running.settle()
        doors = [key for key in running.choices() if key not in "089"]
        assert "5" not in doors
        read = []
        for key in doors:
            if running.page != "Desk":
                running.app.rest()
                await open_desk(running, card)
            read += await pages_behind(running, key)
            for _step in range(3):
                if running.page not in ("Desk", "Welcome"):
                    running.press("escape")
                    await running.settle()
    assert [secret for secret in SECRET if any(secret in page for page in read)] == []


async def test_the_walk_finds_what_is_there(house: House) -> None:
    rosa_works(house)
    other, card = add_with_card(house, "Ben", "Cho", Kind.STAFF)
    give_permission(house, COMMAND_LINE, other, Permission.EMPLOYMENT)
    async with kiosk(house) as running:
        await open_desk(running, card)
        read = await pages_behind(running, "5")
    assert len(read) > 1
    assert all(any(secret in page for page in read) for secret in (EMPLOYER, JOB, "3:45"))
