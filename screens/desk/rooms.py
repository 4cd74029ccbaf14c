"""The doors of the desk: which rooms there are, and who sees which.

Another room is one line in `ROOMS`; a line about what needs a look is one more in `NOTICES`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from clubhouse import attendance, board
from clubhouse.house import House
from clubhouse.permissions import Permission
from screens.desk.room import Room
from screens.parts import this_part
from screens.words import N_, _, plural


@dataclass(frozen=True)
class RoomDoor:
    """A way from the desk into one of its rooms."""

    key: str
    """The digit or capital letter that opens it, of no other door; not `8`, `9`, `0`, nor C and H, as cards begin."""
    words: str
    about: str
    """One more line, for the help page."""
    permission: Permission | None
    """Who sees the door; None for everybody at the desk."""
    opens: Callable[[Room], None]
    """Called with the desk, whose `actor` goes in."""


def room(place: str) -> Callable[[Room], None]:
    """Opens the room at `place`, its module in this package and its class; imported when first opened."""
    return partial(_enter, place)


def _enter(place: str, desk: Room) -> None:
    module, _colon, name = place.partition(":")
    desk.enter(getattr(import_module(f"screens.desk.{module}"), name))


def _open_meeting(desk: Room) -> None:
    # A meeting may lie open for long, so the desk does not lie open below it.
    desk.kiosk.open_meeting(desk.actor)


def _lock(desk: Room) -> None:
    desk.kiosk.rest()


ROOMS = (
    RoomDoor("1", N_("Today"), N_("Who is in, visitors, a paper sheet"), Permission.GREETER, room("today:TodayRoom")),
    RoomDoor(
        "2",
        N_("People"),
        N_("Find somebody, or put somebody new on file"),
        Permission.GREETER,
        room("people:PeopleRoom"),
    ),
    RoomDoor("3", N_("Unit meeting"), N_("The needs list, and who helps where"), Permission.BOARD, _open_meeting),
    RoomDoor(
        "4",
        N_("Classes and events"),
        N_("Plan them, and see who comes and who was there"),
        Permission.EVENTS,
        room("events:EventsRoom"),
    ),
    RoomDoor(
        "5", N_("Paid work"), N_("Placements, coverage and job hours"), Permission.EMPLOYMENT, room("work:Work")
    ),
    RoomDoor(
        "6",
        N_("Reach-out"),
        N_("Who was not here for a while, and how they wish to be reached"),
        Permission.REACH_OUT,
        room("reach_out:ReachOutRoom"),
    ),
    RoomDoor(
        "7",
        N_("Reports"),
        N_("Figures, files for payers and the board, and what to set right before"),
        Permission.REPORTS,
        room("reports:ReportsRoom"),
    ),
    RoomDoor(
        "M",
        N_("House meeting"),
        N_("Its agenda, and what was decided"),
        Permission.BOARD,
        room("agenda:AgendaRoom"),
    ),
)
"""In the order in which they stand on the desk."""

MY_PIN = RoomDoor("8", N_("Change my PIN"), N_("Another PIN of your own choice"), None, room("my_pin:MyPin"))
LOCK = RoomDoor("0", N_("Lock the desk"), N_("Closes everything that is open here"), None, _lock)


def doors_for(held: frozenset[Permission]) -> list[RoomDoor]:
    """The doors that somebody with these permissions sees, without that which locks the desk."""
    return [door for door in (*ROOMS, MY_PIN) if door.permission is None or door.permission in held]


@dataclass(frozen=True)
class Notice:
    """Something that is looked up each time the desk is shown."""

    permission: Permission | None
    """Who is told; None for everybody at the desk."""
    words: Callable[[House], str]
    """Runs in a thread; empty when there is nothing to tell."""


def _here(house: House) -> str:
    return plural("{count} person is here now.", "{count} people are here now.", attendance.count_here(house))


def _meeting(house: House) -> str:
    part = board.see_board(house).part
    return _("There is a unit meeting {part}.").format(part=this_part(part)) if part else ""


def _events(house: House) -> str:
    from screens.desk.event_words import notice_words

    return notice_words(house)


def _not_covered(house: House) -> str:
    # Floor 2 of paid work is loaded with the desk, and not with the kiosk.
    from clubhouse.employment.coverage_days import count_looked_for, count_not_covered

    count, later = count_not_covered(house), count_looked_for(house)
    one, many = "{count} placement is not covered today.", "{count} placements are not covered today."
    today = plural(one, many, count) if count else ""
    if not later:
        return today
    if today:
        return _("{today} Later: {count}.").format(today=today, count=later)
    one, many = (
        "{count} placement is not covered on a later day.",
        "{count} placements are not covered on later days.",
    )
    return plural(one, many, later)


NOTICES = (
    Notice(Permission.EMPLOYMENT, _not_covered),
    Notice(None, _here),
    Notice(Permission.BOARD, _meeting),
    Notice(Permission.EVENTS, _events),
)
"""From the top."""


def notices_for(house: House, held: frozenset[Permission]) -> list[str]:
    """What somebody with these permissions is told now."""
    known = [notice for notice in NOTICES if notice.permission is None or notice.permission in held]
    return [words for notice in known if (words := notice.words(house))]
