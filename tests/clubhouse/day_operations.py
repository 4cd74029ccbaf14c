"""Every operation of the work-ordered day that writes, and a house in which each has something to do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time

from clubhouse import attendance, days, helping, invitations, permissions, pins, tasks, units
from clubhouse.attendance import Answer
from clubhouse.audit import COMMAND_LINE
from clubhouse.days import DayKind, NewPart
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission
from clubhouse.tasks import NewTask, Task
from clubhouse.units import Lead, NewUnit, Unit
from tests.boards import AFTERNOON, MORNING, add_task, add_unit, part_of
from tests.houses import add_with_card

STAFF_PIN = "2468"
_DAY = date(2026, 11, 26)
_GARDEN = NewUnit("Garden", "", "green", "")
_LUNCH = NewPart("lunch", "12345", time(12), time(12), time(13))


@dataclass(frozen=True)
class DayScene:
    """People on a Monday morning on which units want hands."""

    helper: Person
    """Signed in; helps in `culinary` this morning."""
    guest: Person
    """On no list yet."""
    asked: Person
    """Invited to `clerical` this morning."""
    left: Answer
    """Of somebody who helped in `culinary` this afternoon, and has signed out."""
    staff: Person
    """Has the PIN `STAFF_PIN`."""
    keeper: Person
    """A volunteer who was asked to look after the board and the settings."""
    culinary: Unit
    clerical: Unit
    resting: Unit
    dishes: Task
    """Of `culinary`, to be done."""
    phones: Task
    """Of `clerical`, and done."""
    lead: Lead


def day_scene(house: House) -> DayScene:
    """Put all of it on file, at the house's time."""
    with house.store.transaction():
        culinary, clerical, resting = (
            add_unit(house, seats=5),
            add_unit(house, "Clerical"),
            add_unit(house, "Wellness"),
        )
        units.rest_unit(house, COMMAND_LINE, resting.id)
        dishes, phones = add_task(house, culinary), add_task(house, clerical, "Phones", "FREQ=DAILY")
        staff, _ = add_with_card(house, "Ana", kind=Kind.STAFF)
        pins.put_pin(house, COMMAND_LINE, staff, pins.hashed(STAFF_PIN))
        keeper, _ = add_with_card(house, "Vic", kind=Kind.VOLUNTEER)
        for permission in (Permission.BOARD, Permission.SETTINGS):
            permissions.give_permission(house, COMMAND_LINE, keeper, permission)
        (helper, _), (guest, _), (asked, _) = (add_with_card(house, name) for name in ("Hal", "Gus", "Ines"))
        leaver, card = add_with_card(house, "Lea")
        attendance.sign_in_by_name(house, helper.id)
        helping.join_unit(house, helper.id, culinary.id, MORNING)
        tasks.tick_task(house, helper.code, phones.id, helper)
        invitations.invite(house, staff.code, asked.id, clerical.id, MORNING)
        attendance.scan(house, card)
        helping.join_unit(house, leaver.id, culinary.id, AFTERNOON)
        left = attendance.sign_out(house, leaver.id)
        lead = units.assign_lead(
            house, COMMAND_LINE, culinary.id, part_of(house, MORNING), staff, weekday=1, day=None
        )
    return DayScene(helper, guest, asked, left, staff, keeper, culinary, clerical, resting, dishes, phones, lead)


@dataclass(frozen=True)
class Write:
    """One operation, called so that it writes."""

    name: str
    """Module and function."""
    act: Callable[[House, DayScene, str], object]
    """Calls it with the actor given, where it takes one."""
    actions: list[str]
    """The rows that it leaves in the log."""
    permission: Permission | None = None
    """What its actor has to hold; None where anybody may."""
    of: str = ""
    """What is special about this call."""


_BOARD, _SETTINGS = Permission.BOARD, Permission.SETTINGS

DAY_WRITES = (
    Write(
        "days.set_weekday",
        lambda house, scene, actor: days.set_weekday(house, actor, 6, DayKind.CLOSED),
        ["set_weekday"],
        _SETTINGS,
    ),
    Write(
        "days.set_day",
        lambda house, scene, actor: days.set_day(house, actor, _DAY, DayKind.SOCIAL, "Thanksgiving"),
        ["set_day"],
        _SETTINGS,
    ),
    Write("days.add_part", lambda house, scene, actor: days.add_part(house, actor, _LUNCH), ["add_part"], _SETTINGS),
    Write(
        "days.change_part",
        lambda house, scene, actor: days.change_part(house, actor, MORNING, _LUNCH),
        ["change_part"],
        _SETTINGS,
    ),
    Write("days.end_part", lambda house, scene, actor: days.end_part(house, actor, MORNING), ["end_part"], _SETTINGS),
    Write("units.add_unit", lambda house, scene, actor: units.add_unit(house, actor, _GARDEN), ["add_unit"], _BOARD),
    Write(
        "units.change_unit",
        lambda house, scene, actor: units.change_unit(house, actor, scene.culinary.id, _GARDEN),
        ["change_unit"],
        _BOARD,
    ),
    Write(
        "units.rest_unit",
        lambda house, scene, actor: units.rest_unit(house, actor, scene.culinary.id),
        ["rest_unit"],
        _BOARD,
    ),
    Write(
        "units.wake_unit",
        lambda house, scene, actor: units.wake_unit(house, actor, scene.resting.id),
        ["wake_unit"],
        _BOARD,
    ),
    Write(
        "units.set_seats",
        lambda house, scene, actor: units.set_seats(house, actor, scene.culinary.id, part_of(house, MORNING), 9),
        ["set_seats"],
        _BOARD,
    ),
    Write(
        "units.set_home_unit",
        lambda house, scene, actor: units.set_home_unit(house, actor, scene.guest, scene.culinary.id),
        ["set_home_unit"],
    ),
    Write(
        "units.assign_lead",
        lambda house, scene, actor: units.assign_lead(
            house, actor, scene.clerical.id, part_of(house, MORNING), scene.staff, weekday=None, day=_DAY
        ),
        ["assign_lead"],
        _BOARD,
    ),
    Write(
        "units.end_lead", lambda house, scene, actor: units.end_lead(house, actor, scene.lead), ["end_lead"], _BOARD
    ),
    Write(
        "tasks.add_task",
        lambda house, scene, actor: tasks.add_task(
            house, actor, NewTask(scene.culinary.id, MORNING, "Menu", "", "", 1, _DAY, "")
        ),
        ["add_task"],
        _BOARD,
    ),
    Write(
        "tasks.change_task",
        lambda house, scene, actor: tasks.change_task(
            house, actor, scene.dishes.id, replace(scene.phones, title="Pots")
        ),
        ["change_task"],
        _BOARD,
    ),
    Write(
        "tasks.end_task",
        lambda house, scene, actor: tasks.end_task(house, actor, scene.dishes.id),
        ["end_task"],
        _BOARD,
    ),
    Write(
        "tasks.tick_task",
        lambda house, scene, actor: tasks.tick_task(house, actor, scene.dishes.id, scene.helper),
        ["tick_task"],
    ),
    Write(
        "tasks.untick_task",
        lambda house, scene, actor: tasks.untick_task(house, actor, scene.phones.id),
        ["untick_task"],
    ),
    Write(
        "helping.join_unit",
        lambda house, scene, _: helping.join_unit(house, scene.guest.id, scene.culinary.id, MORNING, scene.dishes.id),
        ["join_unit"],
    ),
    Write(
        "helping.join_unit",
        lambda house, scene, _: helping.join_unit(house, scene.helper.id, scene.clerical.id, MORNING),
        ["join_unit"],
        of="by somebody who helps elsewhere",
    ),
    Write(
        "helping.put_on_board",
        lambda house, scene, actor: helping.put_on_board(house, actor, scene.guest.id, scene.culinary.id, MORNING),
        ["join_unit"],
        _BOARD,
    ),
    Write(
        "helping.take_off",
        lambda house, scene, actor: helping.take_off(house, actor, scene.helper.id, MORNING),
        ["leave_unit"],
        _BOARD,
    ),
    Write(
        "helping.take_task",
        lambda house, scene, _: helping.take_task(house, scene.helper.id, MORNING, scene.dishes.id),
        ["take_task"],
    ),
    Write(
        "helping.leave_unit",
        lambda house, scene, _: helping.leave_unit(house, scene.helper.id, MORNING),
        ["leave_unit"],
    ),
    Write(
        "helping.visit_only",
        lambda house, scene, _: helping.visit_only(house, scene.helper.id),
        ["leave_unit", "visit_only", "visit_only"],
    ),
    Write(
        "invitations.invite",
        lambda house, scene, actor: invitations.invite(house, actor, scene.guest.id, scene.culinary.id, MORNING),
        [],
        _BOARD,
    ),
    Write(
        "invitations.accept_invitation",
        lambda house, scene, _: invitations.accept_invitation(house, scene.asked.id, MORNING),
        ["join_unit"],
    ),
    Write(
        "invitations.decline_invitation",
        lambda house, scene, _: invitations.decline_invitation(house, scene.asked.id, MORNING),
        [],
    ),
    Write(
        "invitations.withdraw_invitation",
        lambda house, scene, actor: invitations.withdraw_invitation(house, actor, scene.asked.id, MORNING),
        [],
        _BOARD,
    ),
    Write(
        "permissions.give_permission",
        lambda house, scene, actor: permissions.give_permission(house, actor, scene.guest, Permission.BOARD),
        ["give_permission"],
        _SETTINGS,
    ),
    Write(
        "permissions.take_permission",
        lambda house, scene, actor: permissions.take_permission(house, actor, scene.keeper, Permission.BOARD),
        ["take_permission"],
        _SETTINGS,
    ),
    Write(
        "attendance.sign_out",
        lambda house, scene, _: attendance.sign_out(house, scene.helper.id),
        ["leave_unit", "sign_out"],
        of="by somebody who helps",
    ),
    Write(
        "attendance.undo",
        lambda house, scene, _: attendance.undo(house, scene.left),
        ["join_unit", "undo_sign_out"],
        of="by somebody who helped",
    ),
)
