"""The matrix: every operation that writes commits whole, rolls back whole, joins an outer one, and leaves its row."""

import importlib
import inspect
import pkgutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

import clubhouse
from clubhouse import attendance, audit, cards, importing, people, settings, views, visits
from clubhouse.attendance import scan
from clubhouse.house import House
from clubhouse.people import Kind
from tests.clubhouse.calendar_operations import CALENDAR_READS, CALENDAR_WRITES
from tests.clubhouse.day_operations import DAY_WRITES, Write
from tests.clubhouse.desk_operations import DESK_WRITES
from tests.clubhouse.employment_operations import (
    EMPLOYMENT_PARTS,
    EMPLOYMENT_READS,
    EMPLOYMENT_WRITES,
    OWN_WRITES,
    WorkWrite,
)
from tests.clubhouse.people_operations import PARTS_OF_PEOPLE, PEOPLE_WRITES, READS_OF_PEOPLE
from tests.clubhouse.people_scene import PeopleWrite
from tests.clubhouse.printing_operations import PRINTING_APART
from tests.clubhouse.program_operations import (
    PROGRAM_PARTS,
    PROGRAM_READS,
    PROGRAM_WRITES,
    ProgramWrite,
)
from tests.clubhouse.report_operations import REPORT_READS, REPORT_WRITES, REPORT_WRITES_APART
from tests.clubhouse.scene import Scene, whole_scene
from tests.houses import ACTOR, SetClock, on_disk
from tests.stages import Stage, set_stage

READS = {
    "attendance.count_here",
    "attendance.with_my_day",
    "audit.entries_between",
    "board.my_day",
    "board.see_board",
    "board_sheet.board_sheet",
    "cards.card_of",
    "cards.list_cards",
    "days.list_parts",
    "days.part_named",
    "days.plan_of",
    "days.special_days",
    "days.weekly_pattern",
    "helping.check_task",
    "helping.find_seat",
    "helping.open_part",
    "helping.person_on_file",
    "invitations.are_held",
    "keeping.check",
    "month_sheet.month_sheet",
    "people.free_codes",
    "people.list_people",
    "people.new_person",
    "people.people_called",
    "people.person_by_code",
    "people.search_name",
    "permissions.holder",
    "permissions.permissions_held",
    "permissions.permissions_of",
    "permissions.require",
    "permissions.require_for",
    "sheet.card_sheet",
    "tasks.get_task",
    "tasks.list_tasks",
    "tasks.task_still_in",
    "tasks.tasks_needed",
    "units.get_unit",
    "units.leads_on",
    "units.list_units",
    "units.unit_named",
    "visits.estimated_end",
    "visits.latest_two",
    "visits.visits_between",
} | EMPLOYMENT_READS
PARTS = {
    "audit.record",
    "helping.come_back",
    "helping.leave_all",
    "invitations.free_held_seats",
    "pins.put_pin",
    "visits.closed_if_left_open",
} | EMPLOYMENT_PARTS
"""Of other operations, in whose transaction they write."""
APART = {"keeping.back_up"} | REPORT_WRITES_APART | PRINTING_APART
"""Writes another file, so it can join no transaction; its own test tells of it."""
ELSEWHERE = ("clubhouse.__main__", "clubhouse.commands", "clubhouse.demo")
"""The front door calls operations, and the demonstration house is a whole file at once; both have their own tests."""


Act = Callable[[House, Scene], object]

WRITES: dict[str, tuple[Act, list[str]]] = {
    "attendance.scan": (lambda house, scene: scan(house, scene.staff_code), ["sign_in"]),
    "attendance.scan of a visit left open": (
        lambda house, scene: scan(house, scene.left_open_code),
        ["close_day", "sign_in"],
    ),
    "attendance.sign_in_by_name": (
        lambda house, scene: attendance.sign_in_by_name(house, scene.away.id),
        ["sign_in"],
    ),
    "attendance.sign_out": (lambda house, scene: attendance.sign_out(house, scene.here.id), ["sign_out"]),
    "attendance.undo": (lambda house, scene: attendance.undo(house, scene.answer), ["undo_sign_in"]),
    "cards.issue_card": (lambda house, scene: cards.issue_card(house, ACTOR, scene.away), ["issue_card"]),
    "cards.issue_missing_cards": (lambda house, _: cards.issue_missing_cards(house, ACTOR), ["issue_card"] * 3),
    "cards.replace_card": (lambda house, scene: cards.replace_card(house, ACTOR, scene.here), ["replace_card"]),
    "importing.import_people": (
        lambda house, scene: importing.import_people(house, ACTOR, scene.csv),
        ["add_person"],
    ),
    "people.add_person": (
        lambda house, _: people.add_person(house, ACTOR, people.new_person(house, Kind.MEMBER, "Eve")),
        ["add_person"],
    ),
    "people.change_person": (
        lambda house, scene: people.change_person(house, ACTOR, scene.here.id, replace(scene.here, nickname="Ro")),
        ["change_person"],
    ),
    "people.end_person": (lambda house, scene: people.end_person(house, ACTOR, scene.here.id), ["end_person"]),
    "people.pause_person": (
        lambda house, scene: people.pause_person(house, ACTOR, scene.here.id, "see Sam"),
        ["pause_person"],
    ),
    "people.resume_person": (
        lambda house, scene: people.resume_person(house, ACTOR, scene.paused.id),
        ["resume_person"],
    ),
    "settings.set_setting": (lambda house, _: settings.set_setting(house, ACTOR, "look", "dark"), ["set_setting"]),
    "views.note_view": (lambda house, _: views.note_view(house, ACTOR, "people", names=True), ["view"]),
    "visits.add_visit": (
        lambda house, scene: visits.add_visit(
            house, ACTOR, scene.away, house.now() - timedelta(hours=1), house.now(), "paper sheet"
        ),
        ["add_visit"],
    ),
    "visits.close_days": (lambda house, _: visits.close_days(house), ["close_day"]),
    "visits.correct_visit": (
        lambda house, scene: visits.correct_visit(
            house, ACTOR, scene.guessed.id, scene.guessed.in_at, scene.guessed.in_at, "paper sheet"
        ),
        ["correct_visit"],
    ),
    "visits.tell_leaving": (
        lambda house, scene: visits.tell_leaving(house, scene.guesser, scene.guessed, time(12)),
        ["tell_leaving"],
    ),
}


def of_the_day(write: Write) -> tuple[Act, list[str]]:
    """An operation of the work-ordered day, as one of this table."""
    return lambda house, scene: write.act(house, scene.day, audit.COMMAND_LINE), write.actions


def of_the_program(write: ProgramWrite) -> tuple[Act, list[str]]:
    """An operation of the programme of classes and events, as one of this table."""
    return lambda house, scene: write.act(house, scene.program, audit.COMMAND_LINE), write.actions


WRITES |= {
    f"{write.name} {write.of}".strip(): of_the_day(write) for write in (*DAY_WRITES, *DESK_WRITES, *REPORT_WRITES)
}
WRITES |= {f"{write.name} {write.of}".strip(): of_the_program(write) for write in PROGRAM_WRITES}
WRITES |= CALENDAR_WRITES
READS |= PROGRAM_READS | CALENDAR_READS | REPORT_READS
PARTS |= PROGRAM_PARTS


def of_paid_work(write: WorkWrite) -> tuple[Act, list[str]]:
    """An operation of paid work, as one of this table."""
    return lambda house, scene: write.act(house, scene.work, audit.COMMAND_LINE), write.actions


WRITES |= {
    f"employment.{write.name} {write.of}".strip(): of_paid_work(write) for write in (*EMPLOYMENT_WRITES, *OWN_WRITES)
}


def of_people(write: PeopleWrite) -> tuple[Act, list[str]]:
    """An operation about people, as one of this table."""
    return lambda house, scene: write.act(house, scene.people, audit.COMMAND_LINE), write.actions


WRITES |= {f"{write.name} {write.of}".strip(): of_people(write) for write in PEOPLE_WRITES}
READS |= READS_OF_PEOPLE
PARTS |= PARTS_OF_PEOPLE


def make_scene(house: House, clock: SetClock, folder: Path) -> Scene:
    """The house, an hour after somebody has signed in."""
    return whole_scene(house, clock, folder)


@pytest.fixture(scope="session")
def stage(new_house_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Stage[Scene]:
    """The house, made once."""
    folder = tmp_path_factory.mktemp("operations")
    return set_stage(new_house_file, folder, lambda house, clock: make_scene(house, clock, folder))


@pytest.fixture
def path(tmp_path: Path, stage: Stage[Scene]) -> Path:
    """The file of a house in which all of it is on file."""
    return stage.copy(tmp_path)


@pytest.fixture
def scene(stage: Stage[Scene], clock: SetClock) -> Scene:
    """What is on file, an hour after somebody has signed in."""
    clock.forward(hours=1)
    return stage.scene


def content(house: House) -> dict[str, object]:
    """Everything in the file, as another program reads it."""
    with closing(sqlite3.connect(house.store.path)) as connection:
        schema = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()
        tables = [name for kind, name, _ in schema if kind == "table"]
        return {"": schema} | {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}


def actions_after(house: House, last: int) -> list[object]:
    """The actions of the log's rows after row `last`."""
    return [
        action for (action,) in on_disk(house.store.path, f"SELECT action FROM audit WHERE id > {last} ORDER BY id")
    ]


def last_row(house: House) -> int:
    """The number of the log's last row."""
    ((number,),) = on_disk(house.store.path, "SELECT max(id) FROM audit")
    return int(str(number))


def operations() -> Iterator[str]:
    """Every public function of floor 2 that takes a house first, as `module.name`."""
    for found in pkgutil.walk_packages(clubhouse.__path__, "clubhouse."):
        if not found.name.startswith(ELSEWHERE):
            module = importlib.import_module(found.name)
            for name, function in inspect.getmembers(module, inspect.isfunction):
                first = next(iter(inspect.signature(function).parameters), "")
                if function.__module__ == found.name and not name.startswith("_") and first == "house":
                    yield f"{found.name.removeprefix('clubhouse.')}.{name}"


class Stop(Exception):
    """Something goes wrong after the operation."""


every_operation = pytest.mark.parametrize(("act", "actions"), WRITES.values(), ids=list(WRITES))
LOGGED = {name: write for name, write in WRITES.items() if write[1]}
every_logged_operation = pytest.mark.parametrize(("act", "actions"), LOGGED.values(), ids=list(LOGGED))


def test_every_operation_stands_in_one_of_the_tables() -> None:
    tables = [{name.partition(" ")[0] for name in WRITES}, READS, PARTS, APART]
    assert sorted(operations()) == sorted(name for table in tables for name in table)


@every_operation
def test_an_operation_commits_whole_and_leaves_its_rows(
    house: House, scene: Scene, act: Act, actions: list[str]
) -> None:
    before, last = content(house), last_row(house)
    act(house, scene)
    assert content(house) != before
    assert actions_after(house, last) == actions
    rows = on_disk(house.store.path, f"SELECT at, station, actor, subject FROM audit WHERE id > {last}")
    assert {(at, station) for at, station, _, _ in rows} <= {("2026-11-23T14:47:00Z", "kiosk")}
    assert all(actor and subject for _, _, actor, subject in rows)
    assert not house.store.connection.in_transaction


@every_operation
def test_an_operation_joins_an_outer_transaction(house: House, scene: Scene, act: Act, actions: list[str]) -> None:
    before, last = content(house), last_row(house)
    with house.store.transaction():
        act(house, scene)
        assert content(house) == before
    assert actions_after(house, last) == actions


@every_operation
def test_an_operation_is_taken_back_whole_with_an_outer_transaction(
    house: House, scene: Scene, act: Act, actions: list[str]
) -> None:
    before = content(house)

    def outer() -> None:
        with house.store.transaction():
            act(house, scene)
            raise Stop

    with pytest.raises(Stop):
        outer()
    assert content(house) == before
    act(house, scene)
    assert content(house) != before


def test_only_an_invitation_that_is_no_yes_leaves_no_row() -> None:
    assert WRITES.keys() - LOGGED.keys() == {
        "invitations.invite",
        "invitations.decline_invitation",
        "invitations.withdraw_invitation",
        "employment.coverage.offer_coverage",
        "employment.coverage.withdraw_offer",
        "employment.coverage.decline_coverage",
    }


@every_logged_operation
def test_an_operation_whose_log_row_cannot_be_written_changes_nothing(
    house: House, scene: Scene, act: Act, actions: list[str]
) -> None:
    house.store.connection.execute(
        f"CREATE TRIGGER no_log BEFORE INSERT ON audit WHEN NEW.action = '{actions[-1]}'"
        " BEGIN SELECT RAISE(ABORT, 'no log'); END"
    )
    before = content(house)
    with pytest.raises(sqlite3.IntegrityError, match="no log"):
        act(house, scene)
    assert content(house) == before
    assert not house.store.connection.in_transaction
