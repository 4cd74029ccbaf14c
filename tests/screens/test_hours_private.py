"""Nobody but the person finds their job hours or their pay: every screen is walked as every other kind of person."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import coverage
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission, give_permission
from tests.employment import CENTS, MONDAY, add_employer, add_placement, cannot_go, hold, log
from tests.forms import long
from tests.houses import SetClock, add, add_with_card
from tests.screens.desks import open_desk
from tests.screens.kiosks import SMALL, Kiosk, kiosk
from tests.screens.test_wall import wall
from tests.screens.walking import every_page, go_home

EMPLOYER, JOB, PLACE = "Zanzibarium", "Quokkakeeper", "12 Quay Street"
SECRET = (EMPLOYER, JOB, PLACE, "3 h 45 min", "3:45", "225", "56.25", f"{CENTS}", f"{CENTS // 100}.00", "gross pay")
"""What stands on the person's own pages, or would if they wrote it otherwise."""

OTHER_TASKS = tuple(each for each in Permission if each is not Permission.EMPLOYMENT)
OTHERS: dict[str, tuple[Kind, tuple[Permission, ...]]] = {
    "member": (Kind.MEMBER, ()),
    "volunteer with all but that": (Kind.VOLUNTEER, OTHER_TASKS),
    "staff": (Kind.STAFF, ()),
}
EACH_ALONE: dict[str, tuple[Kind, tuple[Permission, ...]]] = {
    "volunteer": (Kind.VOLUNTEER, ()),
    **{f"member with {each}": (Kind.MEMBER, (each,)) for each in OTHER_TASKS},
}


def rosa_works(house: House) -> tuple[Person, str]:
    """Rosa holds a placement, has worked today, and can't go tomorrow."""
    rosa, card = add_with_card(house)
    work = add_placement(house, add_employer(house, EMPLOYER), JOB)
    hold(house, work, rosa)
    log(house, work, rosa, MONDAY, 225)
    cannot_go(house, work, rosa, MONDAY.replace(day=24))
    return rosa, card


async def every_screen(running: Kiosk, house: House, clock: SetClock, card: str) -> AsyncGenerator[str, None]:
    """All that somebody can open: the pages of the kiosk, their own job hours, and the desk, where they may."""
    async with aclosing(every_page(running, house, clock, card, "ros")) as pages:
        async for page in pages:
            yield page
    await go_home(running, card)
    if "3" in running.choices():
        running.press("3")
        await running.opens("HoursPage")
        await running.settle()
        yield "HoursPage"
        running.press("8")
        await running.settle()
        yield "other days"
        running.press("1")
        await running.settle()
        yield "the week before"
    running.app.rest()
    await running.opens("Welcome")


@pytest.mark.parametrize(
    ("kind", "permissions"),
    [*OTHERS.values(), *(long(*each) for each in EACH_ALONE.values())],
    ids=[*OTHERS, *EACH_ALONE],
)
async def test_nobody_else_finds_hours_or_pay(
    house: House, clock: SetClock, kind: Kind, permissions: tuple[Permission, ...]
) -> None:
    rosa_works(house)
    other, card = add_with_card(house, "Ben", "Cho", kind)
    for permission in permissions:
        give_permission(house, COMMAND_LINE, other, permission)
    async with kiosk(house, SMALL) as running:
        async with aclosing(every_screen(running, house, clock, card)) as pages:
            async for page in pages:
                assert [secret for secret in SECRET if secret in running.flat()] == [], page
        if kind is Kind.STAFF or permissions:
            await open_desk(running, card)
            await running.settle()
            desk = running.choices()
            assert not any(secret in running.flat() for secret in SECRET)
            for key in (key for key in desk if key != "0"):
                running.press(key)
                await running.settle()
                assert [secret for secret in SECRET if secret in running.flat()] == [], key
                running.press("escape")
                await running.settle()


async def test_the_walk_finds_what_is_there(house: House, clock: SetClock) -> None:
    _rosa, card = rosa_works(house)
    found = ""
    async with kiosk(house, SMALL) as running, aclosing(every_screen(running, house, clock, card)) as pages:
        async for page in pages:
            assert EMPLOYER not in running.flat() or page == "other days", page
            found += running.flat()
    assert EMPLOYER in found
    assert "3 h 45 min" in found


async def test_the_wall_shows_nothing_of_it(house: House) -> None:
    rosa_works(house)
    async with wall(house) as running:
        assert not any(secret in page for page in await running.pages() for secret in SECRET)


async def test_who_covers_learns_where_and_when_and_never_for_whom(house: House) -> None:
    hilde = add(house, "Hildegunda", "Vandersloot")
    ben, card = add_with_card(house, "Ben", "Cho")
    work = add_placement(house, add_employer(house, EMPLOYER), JOB)
    hold(house, work, hilde)
    log(house, work, hilde, MONDAY.replace(day=20), 225)
    request = cannot_go(house, work, hilde, MONDAY)
    coverage.offer_coverage(house, COMMAND_LINE, request.id, ben.id)
    async with kiosk(house) as running:
        await running.come(card)
        assert EMPLOYER not in running.flat()
        running.press("3")
        await running.opens("HoursPage")
        await running.shows("1 Somebody would like your help")
        running.press("1")
        await running.opens("CoveringPage")
        await running.shows(EMPLOYER, "1 Yes")
        running.press("1")
        await running.shows("Thank you.")
        for secret in ("Hildegunda", "Vandersloot", hilde.code, "3 h 45 min", "gross pay"):
            assert secret not in running.flat()
