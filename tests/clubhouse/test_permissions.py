"""Who may do what: staff, whoever was asked to, and the command line; for all others nothing is written."""

import importlib
import inspect
from dataclasses import replace

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import issue_card, replace_card
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.people import Kind, Person, add_person, change_person, end_person, pause_person
from clubhouse.permissions import (
    STAFF_HOLD,
    NotAllowed,
    Permission,
    give_permission,
    holder,
    permissions_of,
    require,
    take_permission,
)
from tests.clubhouse.day_operations import DAY_WRITES, DayScene, Write, day_scene
from tests.clubhouse.desk_operations import DESK_WRITES
from tests.clubhouse.program_operations import PROGRAM_WRITES, ProgramWrite, program_scene
from tests.houses import add, add_with_card, on_disk

GUARDED = [write for write in (*DAY_WRITES, *DESK_WRITES) if write.permission]
MODULES = ("days", "helping", "invitations", "permissions", "pins", "tasks", "units")
OPEN_TO_ALL = {"tasks.tick_task", "tasks.untick_task", "units.set_home_unit"}

guarded = pytest.mark.parametrize("write", GUARDED, ids=lambda write: write.name)


@pytest.fixture
def scene(house: House) -> DayScene:
    """A Monday morning."""
    return day_scene(house)


def written(house: House) -> list[tuple[object, ...]]:
    """What tells whether anything was written: how many rows were ever changed on this connection."""
    return house.store.connection.execute("SELECT total_changes()").fetchall()


def strangers(house: House, scene: DayScene, permission: Permission | None) -> list[str]:
    """Codes of people who do not hold the permission, and of nobody."""
    other = Permission.REPORTS
    asked_for_other, no_longer = add(house, "Otto"), add(house, "Nils")
    give_permission(house, COMMAND_LINE, asked_for_other, other)
    ended = add(house, "Eva", kind=Kind.STAFF)
    for each in Permission:
        give_permission(house, COMMAND_LINE, no_longer, each)
        take_permission(house, COMMAND_LINE, no_longer, each)
        give_permission(house, COMMAND_LINE, ended, each)
    end_person(house, COMMAND_LINE, ended.id)
    plain_staff = [] if permission in STAFF_HOLD else [scene.staff.code]
    volunteer = add(house, "Vera", kind=Kind.VOLUNTEER)
    people = [scene.guest, scene.helper, volunteer, asked_for_other, no_longer, ended]
    return [*(person.code for person in people), *plain_staff, "M9999", "house", ""]


def test_every_operation_that_takes_an_actor_stands_in_the_table() -> None:
    taking = {
        f"{module}.{name}"
        for module in MODULES
        for name, function in inspect.getmembers(importlib.import_module(f"clubhouse.{module}"), inspect.isfunction)
        if function.__module__ == f"clubhouse.{module}"
        and not name.startswith("_")
        and "actor" in inspect.signature(function).parameters
    }
    assert taking - {"permissions.require", "pins.put_pin"} == {write.name for write in GUARDED} | OPEN_TO_ALL


@guarded
def test_whoever_holds_the_permission_may(house: House, scene: DayScene, write: Write) -> None:
    write.act(house, scene, scene.keeper.code.lower())
    assert on_disk(house.store.path, "SELECT actor FROM audit ORDER BY id DESC LIMIT 1") == [
        ((scene.keeper.code.lower() if write.actions else COMMAND_LINE),)
    ]


@guarded
def test_staff_may_look_after_the_board_and_not_change_the_house(house: House, scene: DayScene, write: Write) -> None:
    before = written(house)
    if write.permission is Permission.BOARD:
        write.act(house, scene, scene.staff.code)
        assert written(house) != before
    else:
        with pytest.raises(NotAllowed):
            write.act(house, scene, scene.staff.code)
        assert written(house) == before


@guarded
def test_others_are_refused_and_nothing_is_written(house: House, scene: DayScene, write: Write) -> None:
    for code in strangers(house, scene, write.permission):
        before = written(house)
        with pytest.raises(NotAllowed, match="ask at reception"):
            write.act(house, scene, code)
        assert written(house) == before, code


@pytest.mark.parametrize(
    "write", [each for each in DAY_WRITES if each.name in OPEN_TO_ALL], ids=lambda each: each.name
)
def test_anybody_may_tick_a_task_and_choose_a_home_unit(house: House, scene: DayScene, write: Write) -> None:
    write.act(house, scene, scene.guest.code)
    assert on_disk(house.store.path, "SELECT actor, action FROM audit ORDER BY id DESC LIMIT 1") == [
        (scene.guest.code, write.actions[-1])
    ]


def test_permissions_go_by_task_and_are_taken_back(house: House) -> None:
    rosa, sam = add(house), add(house, "Sam", kind=Kind.STAFF)
    assert (permissions_of(house, rosa), permissions_of(house, sam)) == (frozenset(), STAFF_HOLD)
    give_permission(house, COMMAND_LINE, rosa, Permission.REPORTS)
    give_permission(house, COMMAND_LINE, rosa, Permission.REPORTS)
    give_permission(house, COMMAND_LINE, sam, Permission.SETTINGS)
    assert permissions_of(house, rosa) == {Permission.REPORTS}
    assert permissions_of(house, sam) == STAFF_HOLD | {Permission.SETTINGS}
    take_permission(house, COMMAND_LINE, rosa, Permission.REPORTS)
    assert permissions_of(house, rosa) == frozenset()
    give_permission(house, COMMAND_LINE, rosa, Permission.REPORTS)
    assert on_disk(house.store.path, "SELECT task, ended_at IS NULL FROM permissions WHERE person_id = 1") == [
        ("reports", 0),
        ("reports", 1),
    ]


def test_what_was_not_given_cannot_be_taken_back(house: House) -> None:
    sam = add(house, "Sam", kind=Kind.STAFF)
    for permission in (Permission.REPORTS, Permission.BOARD):
        with pytest.raises(NotFound, match="does not hold"):
            take_permission(house, COMMAND_LINE, sam, permission)


@pytest.mark.parametrize("code", ["command line", " Command  LINE ", "house"])
def test_nobody_passes_for_the_command_line(house: House, code: str) -> None:
    rosa = add(house)
    with pytest.raises(BadInput, match="anybody's code"):
        change_person(house, COMMAND_LINE, rosa.id, replace(rosa, code=code))
    with pytest.raises(BadInput, match="anybody's code"):
        add_person(house, COMMAND_LINE, replace(rosa, code=code))


def test_the_person_behind_an_actor_is_told(house: House) -> None:
    sam = add(house, "Sam", kind=Kind.STAFF)
    assert require(house, sam.code, Permission.BOARD) == sam.id
    assert require(house, COMMAND_LINE, Permission.SETTINGS) is None


def held_by(house: House, card: str) -> Person | None:
    """Whose card opens what is for those who look after the board."""
    return holder(house, card, Permission.BOARD)


def test_a_card_opens_for_its_holder_only(house: House) -> None:
    sam, card = add_with_card(house, "Sam", kind=Kind.STAFF)
    rosa, hers = add_with_card(house)
    assert (held_by(house, card), held_by(house, hers), held_by(house, "x")) == (sam, None, None)
    assert on_disk(house.store.path, "SELECT count(*) FROM visits") == [(0,)]
    give_permission(house, COMMAND_LINE, rosa, Permission.BOARD)
    assert held_by(house, hers) == rosa
    replace_card(house, COMMAND_LINE, rosa)
    assert held_by(house, hers) is None


def test_a_card_of_somebody_paused_or_ended_opens_nothing(house: House) -> None:
    sam, card = add_with_card(house, "Sam", kind=Kind.STAFF)
    ana, hers = add_with_card(house, "Ana", kind=Kind.STAFF)
    vic = add(house, "Vic", kind=Kind.VOLUNTEER)
    give_permission(house, COMMAND_LINE, vic, Permission.BOARD)
    his = issue_card(house, COMMAND_LINE, vic).code
    pause_person(house, COMMAND_LINE, sam.id, "see Ana")
    end_person(house, COMMAND_LINE, ana.id)
    end_person(house, COMMAND_LINE, vic.id)
    assert [held_by(house, each) for each in (card, hers, his)] == [None, None, None]


PROGRAM_GUARDED = [write for write in PROGRAM_WRITES if write.permission]
PROGRAM_MODULES = ("series", "occurrences", "registering", "door")
LISTS = {"door.see_list"}
"""Reads what those who look after the events may read; its own test tells of it."""


def test_every_operation_on_the_programme_that_takes_an_actor_stands_in_the_table() -> None:
    taking = {
        f"{module}.{name}"
        for module in PROGRAM_MODULES
        for name, function in inspect.getmembers(importlib.import_module(f"clubhouse.{module}"), inspect.isfunction)
        if function.__module__ == f"clubhouse.{module}"
        and not name.startswith("_")
        and "actor" in inspect.signature(function).parameters
    }
    parts = {"occurrences.hold", "occurrences.lay_out"}
    assert taking - parts - LISTS == {write.name for write in PROGRAM_GUARDED}


@pytest.mark.parametrize("write", PROGRAM_GUARDED, ids=lambda write: write.name)
def test_the_programme_is_for_those_who_look_after_the_events(house: House, write: ProgramWrite) -> None:
    scene = program_scene(house)
    before = written(house)
    for code in (scene.guest.code, scene.seated.code, "M9999", ""):
        with pytest.raises(NotAllowed):
            write.act(house, scene, code)
    assert written(house) == before
    write.act(house, scene, scene.keeper.code)
    assert on_disk(house.store.path, "SELECT actor FROM audit ORDER BY id DESC LIMIT 1") == [(scene.keeper.code,)]
