"""Who may do what with people: the person, whoever holds the permission, and the command line; nobody else."""

import importlib
import inspect
from pathlib import Path

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import issue_missing_cards
from clubhouse.house import House
from clubhouse.people import Kind, end_person, pause_person
from clubhouse.permissions import STAFF_HOLD, NotAllowed, Permission, give_permission, take_permission
from tests.clubhouse.older_operations import OLDER
from tests.clubhouse.people_operations import PEOPLE_READS, PEOPLE_WRITES
from tests.clubhouse.people_scene import PeopleScene, PeopleWrite, people_scene
from tests.houses import ACTOR, add, on_disk
from tests.stages import Stage, set_stage

EVERY = (*PEOPLE_WRITES, *PEOPLE_READS, *OLDER)
GUARDED = [each for each in EVERY if each.permission or each.own]
MODULES = sorted({each.name.partition(".")[0] for each in EVERY})
BY_OTHERS = {"cards.issue_missing_cards"}
"""Takes long to set up; has a test of its own."""
PARTS = {"own.note_view_of_other", "own.require_own", "record.require_person", "wishes.put_wishes"}
GUESTS = {f"visitors.{each}_visitor" for each in ("sign_in", "sign_out", "undo")} | {"visitors.stay_after_all"}
"""A guest at the kiosk has no code; anybody may."""

guarded = pytest.mark.parametrize("operation", GUARDED, ids=lambda each: f"{each.name} {each.of}".strip())


@pytest.fixture(scope="session")
def stage(new_house_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Stage[PeopleScene]:
    """A Monday morning, made once."""
    return set_stage(new_house_file, tmp_path_factory.mktemp("people"), lambda house, _: people_scene(house))


@pytest.fixture
def path(tmp_path: Path, stage: Stage[PeopleScene]) -> Path:
    """The file of a house on that morning."""
    return stage.copy(tmp_path)


@pytest.fixture
def scene(stage: Stage[PeopleScene]) -> PeopleScene:
    """What is on file."""
    return stage.scene


def changes(house: House) -> object:
    """How many rows were ever changed on this connection."""
    return house.store.connection.execute("SELECT total_changes()").fetchone()


def holder(house: House, *permissions: Permission) -> str:
    """The code of a volunteer who was asked to look after these, and nothing else."""
    person = add(house, "Vic", kind=Kind.VOLUNTEER)
    for permission in permissions:
        give_permission(house, COMMAND_LINE, person, permission)
    return person.code


def test_every_operation_that_takes_an_actor_stands_in_the_table() -> None:
    taking = {
        f"{module}.{name}"
        for module in MODULES
        for name, function in inspect.getmembers(importlib.import_module(f"clubhouse.{module}"), inspect.isfunction)
        if function.__module__ == f"clubhouse.{module}"
        and not name.startswith("_")
        and "actor" in inspect.signature(function).parameters
    }
    assert taking - PARTS - BY_OTHERS - GUESTS == {each.name for each in GUARDED}


@guarded
def test_whoever_holds_the_permission_may(house: House, scene: PeopleScene, operation: PeopleWrite) -> None:
    if operation.permission is None:
        return
    code = holder(house, operation.permission)
    operation.act(house, scene, code.lower())
    if operation.actions:
        rows = on_disk(house.store.path, "SELECT actor, action FROM audit ORDER BY id DESC LIMIT 1")
        assert rows == [(code.lower(), operation.actions[-1])]


@guarded
def test_each_set_of_permissions_without_that_one_does_not_do(
    house: House, scene: PeopleScene, operation: PeopleWrite
) -> None:
    others = [each for each in Permission if each is not operation.permission]
    taken, ended, paused = holder(house, *Permission), holder(house, *Permission), holder(house, *Permission)
    people = {code: id_ for id_, code in on_disk(house.store.path, "SELECT id, code FROM people")}
    if operation.permission:
        volunteer = add(house, "Otto", kind=Kind.VOLUNTEER)
        give_permission(house, COMMAND_LINE, volunteer, operation.permission)
        take_permission(house, COMMAND_LINE, volunteer, operation.permission)
        taken = volunteer.code
        end_person(house, COMMAND_LINE, int(str(people[ended])))
        pause_person(house, COMMAND_LINE, int(str(people[paused])), "see Ana")
    strangers = [holder(house, *others), taken, ended, paused, holder(house), scene.twin.code, "M9999", "house", ""]
    for code in strangers:
        before = changes(house)
        with pytest.raises(NotAllowed):
            operation.act(house, scene, code)
        assert changes(house) == before, code


@guarded
def test_staff_may_what_comes_with_being_staff(house: House, scene: PeopleScene, operation: PeopleWrite) -> None:
    staff = add(house, "Sam", kind=Kind.STAFF)
    if operation.permission in STAFF_HOLD:
        operation.act(house, scene, staff.code)
    else:
        with pytest.raises(NotAllowed):
            operation.act(house, scene, staff.code)


@guarded
def test_the_person_may_what_is_their_own(house: House, scene: PeopleScene, operation: PeopleWrite) -> None:
    if operation.own:
        operation.act(house, scene, scene.mia.code.lower())
    else:
        with pytest.raises(NotAllowed):
            operation.act(house, scene, scene.mia.code)


@pytest.mark.parametrize(
    "operation", [each for each in PEOPLE_WRITES if each.actions == ["view"]], ids=lambda x: x.name
)
def test_a_view_leaves_a_row_unless_it_is_ones_own(house: House, scene: PeopleScene, operation: PeopleWrite) -> None:
    count = "SELECT count(*) FROM audit WHERE action = 'view'"
    before = on_disk(house.store.path, count)
    if operation.own:
        operation.act(house, scene, scene.mia.code)
        assert on_disk(house.store.path, count) == before
    operation.act(house, scene, ACTOR)
    assert on_disk(house.store.path, count) != before


def test_cards_for_all_are_issued_by_a_greeter(house: House, scene: PeopleScene) -> None:
    with pytest.raises(NotAllowed):
        issue_missing_cards(house, scene.mia.code)
    assert len(issue_missing_cards(house, holder(house, Permission.GREETER))) > 1


def test_a_buddy_may_tick_a_step(house: House, scene: PeopleScene) -> None:
    tick = next(each for each in PEOPLE_WRITES if each.name == "orientation.tick_step")
    tick.act(house, scene, scene.here.code)
    assert on_disk(house.store.path, "SELECT by_id FROM orientation_steps WHERE step = 'lunch together'") == [
        (scene.here.id,)
    ]
