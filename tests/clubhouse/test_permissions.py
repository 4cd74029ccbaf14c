"""Permissions: given, taken back, held by staff; what each is for stands in docs/permissions.md."""

from dataclasses import replace

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import issue_card, replace_card
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.orientation import tick_step
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
from clubhouse.today import sign_in_for
from tests.clubhouse.people_scene import people_scene
from tests.houses import add, add_with_card, on_disk


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


def test_a_buddy_may_tick_a_step(house: House) -> None:
    scene = people_scene(house)
    tick_step(house, scene.here.code, scene.mia.id, "lunch together")
    assert on_disk(house.store.path, "SELECT by_id FROM orientation_steps WHERE step = 'lunch together'") == [
        (scene.here.id,)
    ]


def test_who_looks_after_something_keeps_their_code_unless_settings_say_so(house: House) -> None:
    greeter, keeper = add(house, "Greta"), add(house, "Kim")
    give_permission(house, COMMAND_LINE, greeter, Permission.GREETER)
    for permission in (Permission.GREETER, Permission.SETTINGS):
        give_permission(house, COMMAND_LINE, keeper, permission)
    for person, code in ((greeter, "X1"), (keeper, "X2")):
        with pytest.raises(NotAllowed):
            change_person(house, greeter.code, person.id, replace(person, code=code))
        change_person(house, greeter.code, person.id, replace(person, nickname="Gee"))
    change_person(house, keeper.code, greeter.id, replace(greeter, code="X1"))


def test_staff_who_have_left_come_back_by_settings_alone(house: House) -> None:
    greeter, left = add(house, "Greta"), add(house, "Sam", kind=Kind.STAFF)
    give_permission(house, COMMAND_LINE, greeter, Permission.GREETER)
    end_person(house, COMMAND_LINE, left.id)
    for bring_back in (
        lambda: issue_card(house, greeter.code, left),
        lambda: sign_in_for(house, greeter.code, left.id),
    ):
        with pytest.raises(NotAllowed):
            bring_back()
    assert on_disk(house.store.path, f"SELECT ended_on IS NULL FROM people WHERE id = {left.id}") == [(0,)]
    assert on_disk(house.store.path, "SELECT count(*) FROM visits") == [(0,)]
    give_permission(house, COMMAND_LINE, greeter, Permission.SETTINGS)
    sign_in_for(house, greeter.code, left.id)
