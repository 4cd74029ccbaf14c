"""Every operation of the programme of classes and events, and a house in which each has something to do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time

from clubhouse import attendance, door, occurrences, permissions, registering, series
from clubhouse.attendance import Answer
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.occurrences import Occurrence
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission
from clubhouse.series import Series
from tests.events import dates_of, new_series
from tests.houses import add_with_card

_MONDAY = date(2026, 11, 23)

PROGRAM_READS = {
    "occurrences.get_occurrence",
    "occurrences.is_over",
    "occurrences.occurrences_of",
    "door.at_the_door",
    "door.see_list",
    "program.as_seen",
    "program.see_event",
    "program.see_program",
    "series.get_series",
    "series.leads_of",
    "series.list_series",
    "series.reaches_ahead",
    "series.series_by_uid",
    "series_checks.checked",
    "series_checks.gentle_notes",
    "series_checks.holiday_missed",
    "series_checks.is_during_unit_work",
    "series_checks.is_evening_weekend_holiday",
}
PROGRAM_PARTS = {
    "door.arrive",
    "door.undo_arrival",
    "occurrences.hold",
    "occurrences.lay_out",
    "occurrences.leave_out",
    "series.reach_ahead",
    "waiting_list.tell_all",
    "waiting_list.telling",
}
"""Of other operations, in whose transaction they write."""


@dataclass(frozen=True)
class ProgramScene:
    """A weekly event that has begun and has two more days to come, and people round it."""

    weekly: Series
    now: Occurrence
    """Of `weekly`, at this hour; one seat, and one who waits."""
    next: Occurrence
    off: Occurrence
    """Of `weekly`, cancelled."""
    staff: Person
    keeper: Person
    """A volunteer who was asked to look after the events."""
    seated: Person
    """Registered for `now` and `next`, and there."""
    waiting: Person
    guest: Person
    """On no list."""
    came: Answer
    """Of somebody's sign-in that noted them as there."""
    code: str
    """The card of somebody registered for `now` who has not come in yet."""


def program_scene(house: House) -> ProgramScene:
    """Put all of it on file, at the house's time."""
    with house.store.transaction():
        new = new_series(first_day=_MONDAY, starts=time(9), minutes=120, rule="FREQ=WEEKLY", rides=True)
        weekly = series.add_series(house, COMMAND_LINE, new)
        now, following, off, *_ = dates_of(house, weekly)
        occurrences.cancel_occurrence(house, COMMAND_LINE, off.id)
        people = [add_with_card(house, name) for name in ("Eli", "Finn", "Uma", "Zoe", "Kim")]
        (seated, card), (comer, comers_card), (coming, code), (waiting, _), (guest, _) = people
        for person in (seated, comer, coming, waiting):
            registering.register_for(house, COMMAND_LINE, person.id, now.id)
        registering.register(house, seated.id, following.id)
        occurrences.set_seats(house, COMMAND_LINE, now.id, 3)
        attendance.scan(house, card)
        came = attendance.scan(house, comers_card)
        staff, _ = add_with_card(house, "Ida", kind=Kind.STAFF)
        keeper, _ = add_with_card(house, "Ned", kind=Kind.VOLUNTEER)
        permissions.give_permission(house, COMMAND_LINE, keeper, Permission.EVENTS)
    return ProgramScene(weekly, now, following, off, staff, keeper, seated, waiting, guest, came, code)


@dataclass(frozen=True)
class ProgramWrite:
    """One operation, called so that it writes."""

    name: str
    """Module and function."""
    act: Callable[[House, ProgramScene, str], object]
    """Calls it with the actor given, where it takes one."""
    actions: list[str]
    """The rows that it leaves in the log."""
    permission: Permission | None = None
    """What its actor has to hold; None where anybody may."""
    of: str = ""
    """What is special about this call."""


def _from_next(scene: ProgramScene, title: str) -> series.NewSeries:
    return replace(series.as_new(scene.weekly, scene.next), title=title)


_EVENTS = Permission.EVENTS

PROGRAM_WRITES = (
    ProgramWrite(
        "series.add_series",
        lambda house, scene, actor: series.add_series(house, actor, new_series(), [scene.staff.id]),
        ["add_series"],
        _EVENTS,
    ),
    ProgramWrite(
        "series.change_following",
        lambda house, scene, actor: series.change_following(
            house, actor, scene.next.id, _from_next(scene, "Bingo night")
        ),
        ["change_series", *["change_occurrence"] * 13],
        _EVENTS,
    ),
    ProgramWrite(
        "series.cancel_following",
        lambda house, scene, actor: series.cancel_following(house, actor, scene.next.id),
        [*["cancel_occurrence"] * 12, "end_series"],
        _EVENTS,
    ),
    ProgramWrite(
        "series.add_day",
        lambda house, scene, actor: series.add_day(house, actor, scene.weekly.id, date(2026, 12, 1)),
        ["add_day"],
        _EVENTS,
    ),
    ProgramWrite(
        "series.set_leads",
        lambda house, scene, actor: series.set_leads(house, actor, scene.weekly.id, [scene.staff.id]),
        ["set_leads"],
        _EVENTS,
    ),
    ProgramWrite(
        "occurrences.change_occurrence",
        lambda house, scene, actor: occurrences.change_occurrence(
            house, actor, scene.now.id, replace(occurrences.as_new(scene.now), place="Garden")
        ),
        ["change_occurrence"],
        _EVENTS,
    ),
    ProgramWrite(
        "occurrences.set_seats",
        lambda house, scene, actor: occurrences.set_seats(house, actor, scene.now.id, 9),
        ["change_occurrence"],
        _EVENTS,
    ),
    ProgramWrite(
        "occurrences.cancel_occurrence",
        lambda house, scene, actor: occurrences.cancel_occurrence(house, actor, scene.now.id),
        ["cancel_occurrence"],
        _EVENTS,
    ),
    ProgramWrite(
        "occurrences.hold_occurrence",
        lambda house, scene, actor: occurrences.hold_occurrence(house, actor, scene.off.id),
        ["hold_occurrence"],
        _EVENTS,
    ),
    ProgramWrite(
        "registering.register",
        lambda house, scene, _: registering.register(house, scene.guest.id, scene.next.id, ride=True),
        ["register"],
    ),
    ProgramWrite(
        "registering.register_for",
        lambda house, scene, actor: registering.register_for(house, actor, scene.guest.id, scene.now.id),
        ["register"],
        _EVENTS,
    ),
    ProgramWrite(
        "registering.leave",
        lambda house, scene, _: registering.leave(house, scene.seated.id, scene.next.id),
        ["leave_event"],
    ),
    ProgramWrite(
        "registering.take_off_list",
        lambda house, scene, actor: registering.take_off_list(house, actor, scene.seated.id, scene.now.id),
        ["leave_event"],
        _EVENTS,
    ),
    ProgramWrite(
        "registering.set_ride",
        lambda house, scene, _: registering.set_ride(house, scene.seated.id, scene.next.id, True),
        ["set_ride"],
    ),
    ProgramWrite(
        "door.come_to",
        lambda house, scene, _: door.come_to(house, scene.guest.id, scene.now.id),
        ["mark_there"],
    ),
    ProgramWrite(
        "door.not_there",
        lambda house, scene, _: door.not_there(house, scene.seated.id, scene.now.id),
        ["unmark_there"],
    ),
    ProgramWrite(
        "door.mark_there",
        lambda house, scene, actor: door.mark_there(house, actor, scene.waiting.id, scene.now.id),
        ["mark_there"],
        _EVENTS,
    ),
    ProgramWrite(
        "door.unmark_there",
        lambda house, scene, actor: door.unmark_there(house, actor, scene.seated.id, scene.now.id),
        ["unmark_there"],
        _EVENTS,
    ),
    ProgramWrite(
        "attendance.scan",
        lambda house, scene, _: attendance.scan(house, scene.code),
        ["sign_in", "mark_there"],
        of="at the door of an event",
    ),
    ProgramWrite(
        "attendance.undo",
        lambda house, scene, _: attendance.undo(house, scene.came),
        ["unmark_there", "undo_sign_in"],
        of="of a sign-in at the door of an event",
    ),
)
