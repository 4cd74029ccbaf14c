"""Every operation, by everybody: done exactly where docs/permissions.md says so, and noted as it says."""

import ast
import importlib
import inspect
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copy

import pytest

import screens
from clubhouse import pins
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import Refused
from clubhouse.house import House
from clubhouse.permissions import NotAllowed
from db.opening import open_store
from tests.clubhouse.asking_operations import AGAIN
from tests.clubhouse.calls import Call
from tests.clubhouse.every_call import CALLS
from tests.clubhouse.scene import Scene, whole_scene
from tests.clubhouse.test_operations import PARTS, operations
from tests.clubhouse.who_may import ANY_TASK, ANYBODY, INSIDE, ROWS, Actor, everybody, row_of
from tests.houses import SetClock

BY_THEMSELVES = {"pins.open_desk"}
"""It asks for the PIN of whoever holds a task; tried apart."""
FOR_THE_PERSON_ALONE = {"employment.corrections.change_hours", "employment.corrections.take_back_change"}
"""Even the command line corrects instead, with a reason."""


@dataclass(frozen=True)
class Stage:
    """A house with something to do for every operation, and those who try."""

    house: House
    scene: Scene
    actors: list[Actor]


@pytest.fixture(scope="module")
def stage(new_house_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Used by all tests here: what each writes is taken back."""
    folder = tmp_path_factory.mktemp("who")
    clock = SetClock()
    house = House(open_store(Path(copy(new_house_file, folder / "house.db"))), clock)
    scene = whole_scene(house, clock, folder)
    yield Stage(house, scene, everybody(house))
    house.close()


class _TakenBack(Exception):
    pass


@dataclass(frozen=True)
class Tried:
    """What came of a try."""

    refused: bool
    log: list[tuple[str, str, str]]
    """The actor, action and all else of the rows that it left."""
    wrote: bool


def attempt(stage: Stage, call: Call, code: str) -> Tried:
    """Let `code` do it, see what is in the log, and take it back. Raises what is no want of a permission."""
    connection = stage.house.store.connection
    changes, last = "SELECT total_changes()", "SELECT max(id) FROM audit"
    refused, log, wrote = False, [], False
    with suppress(_TakenBack), stage.house.store.transaction():
        ((before,), (number,)) = connection.execute(changes).fetchone(), connection.execute(last).fetchone()
        try:
            call.act(stage.house, stage.scene, code)
        except NotAllowed:
            refused = True
        wrote = connection.execute(changes).fetchone() != (before,)
        rows = "SELECT actor, action, subject || ' ' || coalesce(was, '') || coalesce(became, '') || reason"
        log = connection.execute(f"{rows} FROM audit WHERE id > ? ORDER BY id", (number,)).fetchall()
        raise _TakenBack
    return Tried(refused, log, wrote)


def parameters_of(name: str) -> set[str]:
    """What the operation takes."""
    module, _, function = name.rpartition(".")
    return set(inspect.signature(getattr(importlib.import_module(f"clubhouse.{module}"), function)).parameters)


def takes_actor(name: str) -> bool:
    """Whether the operation asks who does it."""
    return "actor" in parameters_of(name)


ASKING = [call for call in CALLS if takes_actor(call.partition(" ")[0])]
LOOKS = [call for call in ASKING if {"view", "export"} & row_of(call).actions and not call.endswith(" again")]
SILENT = [call for call in CALLS if call not in ASKING and call not in BY_THEMSELVES]


def test_every_operation_has_a_line_and_every_line_an_operation() -> None:
    assert sorted({key.partition(" ")[0] for key in ROWS}) == sorted(operations())
    assert [key for key in ROWS if " " in key and key not in CALLS] == []


def test_every_operation_that_asks_is_tried() -> None:
    asking = {name for name in operations() if takes_actor(name) and ROWS[name].who != INSIDE}
    assert asking == {call.partition(" ")[0] for call in ASKING if row_of(call).who != INSIDE}


def test_what_can_be_painted_again_is_tried_so() -> None:
    assert {name for name in operations() if "again" in parameters_of(name)} - PARTS == set(AGAIN)


def test_what_asks_for_a_permission_takes_an_actor() -> None:
    assert [key for key, row in ROWS.items() if row.ways and not takes_actor(key.partition(" ")[0])] == []


@pytest.mark.parametrize("name", ASKING)
def test_exactly_those_may(stage: Stage, name: str) -> None:
    row, call = row_of(name), CALLS[name]
    tried = {actor.label: attempt(stage, call, actor.code) for actor in stage.actors}
    may = {actor.label for actor in stage.actors if row.lets(actor.held)}
    assert {label for label, each in tried.items() if not each.refused} == may
    assert [label for label in tried.keys() - may if tried[label].wrote] == []
    assert attempt(stage, call, COMMAND_LINE).refused is (name in FOR_THE_PERSON_ALONE)
    for actor in (each for each in stage.actors if each.label in may):
        actions = {action for _, action, _ in tried[actor.label].log}
        assert actions <= row.actions, actor.label
        assert bool(actions) == bool(row.actions and not name.endswith(" again")), actor.label
        if row.ways:
            assert {who for who, _, _ in tried[actor.label].log} <= {actor.code}, actor.label


@pytest.mark.parametrize("name", ASKING)
def test_the_person_may_what_is_their_own_unless_paused(stage: Stage, name: str) -> None:
    row, call = row_of(name), CALLS[name]
    person = call.person(stage.scene)
    if row.who == ANYBODY:
        return
    own = attempt(stage, call, person.code.lower())
    assert own.refused is not row.own
    assert [action for _, action, _ in own.log if action == "view"] == []
    connection = stage.house.store.connection
    with suppress(_TakenBack), stage.house.store.transaction():
        connection.execute("UPDATE people SET paused_at = '2026-11-01T10:00:00Z' WHERE id = ?", (person.id,))
        assert attempt(stage, call, person.code).refused
        raise _TakenBack


@pytest.mark.parametrize("name", LOOKS)
def test_the_row_of_a_look_says_whose_and_not_what(stage: Stage, name: str) -> None:
    actor = next(each for each in stage.actors if each.label == "member who holds all")
    rows = [
        (said, words)
        for _, said, words in attempt(stage, CALLS[name], actor.code).log
        if said in row_of(name).actions
    ]
    assert "view" in dict(rows) or "export" in dict(rows)
    subject = CALLS[name].person(stage.scene)
    for _, words in rows:
        assert len(words.split()) >= 2
        assert [private for private in PRIVATE if private in words] == []
        assert "of person" not in words or f"of person {subject.id}" in words
        json.loads(words[words.index("{") :])


PRIVATE = (
    "555 010", "sister", "Sue", "job with plants", "lease", "see Ana", "see Sam", "City Library", "Page", "Bakery",
    "Mia", "Hildy", "Ben", "Nora", "Tom Tull", "1500",
)  # fmt: skip
"""What the scene says of its people, and their names."""


@pytest.mark.parametrize("name", SILENT)
def test_what_is_ones_own_at_the_kiosk_asks_for_no_permission(stage: Stage, name: str) -> None:
    call = CALLS[name]
    assert row_of(name).who in (ANYBODY, "own")
    done = attempt(stage, call, "")
    assert not done.refused
    assert {action for _, action, _ in done.log} <= row_of(name).actions
    for kind in ("member", "staff"):
        for given in ((), *((actor.held,) for actor in stage.actors if actor.label.startswith("member"))):
            with suppress(_TakenBack), stage.house.store.transaction():
                become(stage, kind, *given)
                with suppress(Refused):
                    assert not attempt(stage, call, "").refused
                raise _TakenBack


def become(stage: Stage, kind: str, held: frozenset[str] = frozenset()) -> None:
    """Let everybody in the house be of that kind and hold these."""
    connection = stage.house.store.connection
    connection.execute("UPDATE people SET kind = ?", (kind,))
    connection.execute("UPDATE permissions SET ended_at = given_at WHERE ended_at IS NULL")
    for task in held:
        connection.execute(
            "INSERT INTO permissions (person_id, task, given_at) SELECT id, ?, '2026-11-01T10:00:00Z' FROM people",
            (task,),
        )


def test_the_desk_opens_for_whoever_holds_a_task(stage: Stage) -> None:
    assert ROWS["pins.open_desk"].who == ANY_TASK
    opened = set()
    for actor in (each for each in stage.actors if each.person):
        assert actor.person
        with suppress(_TakenBack), stage.house.store.transaction():
            pins.put_pin(stage.house, COMMAND_LINE, actor.person, pins.hashed("2468"))
            with suppress(NotAllowed):
                assert pins.open_desk(stage.house, actor.person.id, "2468").held == actor.held
                opened.add(actor.label)
            raise _TakenBack
    assert opened == {actor.label for actor in stage.actors if actor.held}


def used_by(folder: Path) -> dict[str, set[str]]:
    """The operations that the pages of a folder name, each with the files in which they do."""
    known, used = set(operations()), dict[str, set[str]]()
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("clubhouse"):
                for each in node.names:
                    named[each.asname or each.name] = f"{node.module}.{each.name}".removeprefix("clubhouse.")
        for node in ast.walk(tree):
            whole = ""
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in named:
                whole = f"{named[node.value.id]}.{node.attr}"
            elif isinstance(node, ast.Name):
                whole = named.get(node.id, "")
            if whole in known:
                used.setdefault(whole, set()).add(str(path.relative_to(folder)))
    return used


def test_no_page_reaches_what_is_inside_the_house() -> None:
    used = used_by(Path(screens.__path__[0]))
    assert len(used) > 100
    assert {name: files for name, files in used.items() if ROWS[name].who == INSIDE} == {}


def test_what_any_task_may_is_named_by_the_pages_of_the_desk_alone() -> None:
    used = used_by(Path(screens.__path__[0]))
    found = {
        name: files
        for name, files in used.items()
        if ROWS[name].who == ANY_TASK and name not in BY_THEMSELVES
        if not all(file.startswith("desk") for file in files)
    }
    assert {file for files in found.values() for file in files if not file.startswith("desk")} == {
        "meeting_commands.py"
    }
