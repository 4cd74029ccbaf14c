"""The check finds each thing that should never be in the file, names it, and finds nothing in a sound one."""

from dataclasses import replace
from pathlib import Path

import pytest

from clubhouse.attendance import scan
from clubhouse.audit import COMMAND_LINE
from clubhouse.door import mark_there
from clubhouse.helping import join_unit
from clubhouse.house import House
from clubhouse.invitations import invite
from clubhouse.merging import merge_people
from clubhouse.occurrences import as_new, change_occurrence
from clubhouse.reach_out import CameOfIt, Way, log_contact
from clubhouse.registering import register
from clubhouse.tasks import tick_task
from clubhouse.visitors import Purpose, sign_in_visitor
from db.errors import StoreBusy
from db.opening import open_store
from db.soundness import problems
from db.store import Store
from tests.boards import MORNING, add_task, add_unit
from tests.events import add_event
from tests.houses import add, add_with_card, damage_tables


def break_with(house: House, statements: list[str]) -> None:
    """Do to the file what no operation does, past every constraint."""
    connection = house.store.connection
    for guard in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
        connection.execute(f"PRAGMA {guard}")
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA ignore_check_constraints = OFF")


def copy_of_sign_up(state: str) -> str:
    """Put the sign-up of that state on file once more."""
    columns = "person_id, day, part_id, state, unit_id, task_id, by_id, at"
    return f"INSERT INTO sign_ups ({columns}) SELECT {columns} FROM sign_ups WHERE state = '{state}'"


COPY_VISIT = "INSERT INTO visits (person_id, day, in_at, in_how) SELECT person_id, day, in_at, in_how FROM visits"

BROKEN = [
    (
        ["DROP INDEX visits_one_open", COPY_VISIT, "INSERT INTO audit SELECT 99, at, '', '', '', 'visit 2', NULL,"
         " NULL, '' FROM audit LIMIT 1"],
        "more than one open visit of a person: person 1",
    ),
    (["UPDATE visits SET out_at = '2026-11-22T01:00:00Z', out_how = 'key'"], "CHECK constraint failed in visits"),
    (
        ["DROP INDEX cards_one_in_use", "INSERT INTO cards SELECT 9, 'X', person_id, issued_at, NULL FROM cards"],
        "more than one card of a person in use: person 1",
    ),
    (["UPDATE visits SET in_at = 'this morning'"], "a visit whose times are no times: visit 1"),
    (["UPDATE visits SET in_at = '26-11-23T13:47:00Z'"], "a visit whose times are no times: visit 1"),
    (["UPDATE visits SET day = '2026-11-25'"], "a visit whose day is not the day it began: visit 1"),
    (["DELETE FROM name_letters"], "a person who cannot be found by name: person 1"),
    (["DROP TRIGGER audit_stays", "DELETE FROM audit"], "a visit without an audit row: visit 1"),
    (
        ["DROP INDEX sign_ups_one_place", copy_of_sign_up("joined")],
        "somebody in two places in one part of a day: person 1 on 2026-11-23",
    ),
    (
        ["DROP INDEX sign_ups_one_invitation", copy_of_sign_up("invited")],
        "more than one invitation of a person in one part of a day: person 1 on 2026-11-23",
    ),
    (
        ["UPDATE sign_ups SET ended_at = at WHERE state = 'invited'"],
        "an answered invitation that was not forgotten: sign-up 2",
    ),
    (
        ["INSERT INTO audit SELECT 99, at, '', '', '', 'sign-up 2', NULL, '{\"state\": \"invited\"}', '' FROM audit"
         " LIMIT 1"],
        "an invitation in the audit log: sign-up 2",
    ),
    (
        ["DROP TRIGGER sign_ups_stay", "UPDATE sign_ups SET unit_id = NULL, state = 'visiting' WHERE id = 1"],
        "somebody just visiting who has a task: sign-up 1",
    ),
    (["UPDATE sign_ups SET at = '2026-11-23 14:00'"], "a sign-up whose times are no times: sign-up 1"),
    (["UPDATE sign_ups SET ended_at = 'noon'"], "a sign-up whose times are no times: sign-up 1"),
    (
        ["DROP TRIGGER audit_stays", "DELETE FROM audit WHERE action = 'join_unit'"],
        "a sign-up without an audit row: sign-up 1",
    ),
    (["INSERT INTO pins VALUES (1, zeroblob(32), zeroblob(16), 2, 1, 1, '2026-11-23T13:47:00Z')"],
     "a PIN without an audit row: person 1"),
    (["INSERT INTO audit SELECT 99, at, '', '', 'change_pin', 'person 1', NULL, '\"2468\"', '' FROM audit LIMIT 1"],
     "a PIN or its hash in the audit log: entry 99"),
    (["INSERT INTO pin_tries VALUES (1, 5, 'yesterday')"], "a wrong PIN whose time is no time: person 1"),
    (["UPDATE task_ticks SET since_day = '2026-11-24'"], "a task ticked before it came up: task 1"),
    (
        ["DROP INDEX registrations_once", "INSERT INTO registrations (occurrence_id, person_id, at)"
         " SELECT occurrence_id, person_id, at FROM registrations"],
        "somebody twice on the list of an event: person 1 on the list of occurrence 1",
    ),
    (["UPDATE registrations SET at = 'noon'"], "a registration whose times are no times: registration 1"),
    (["UPDATE registrations SET ended_at = 'noon'"], "a registration whose times are no times: registration 1"),
    (
        ["DROP TRIGGER audit_stays", "DELETE FROM audit WHERE action = 'register'"],
        "a registration without an audit row: registration 1",
    ),
    (
        ["DROP INDEX presences_once", "INSERT INTO presences (occurrence_id, person_id, how, at)"
         " SELECT occurrence_id, person_id, how, at FROM presences"],
        "somebody twice at an event: person 1 at occurrence 1",
    ),
    (["UPDATE presences SET at = 'noon'"], "a presence whose times are no times: presence 1"),
    (["UPDATE presences SET undone_at = 'noon'"], "a presence whose times are no times: presence 1"),
    (["UPDATE news SET at = 'noon'"], "news whose times are no times: news 1"),
    (["UPDATE news SET forgotten_at = 'noon'"], "news whose times are no times: news 1"),
    (["UPDATE occurrences SET original_day = '2026-11-26'"], "an occurrence outside its series: occurrence 1"),
    (["UPDATE occurrences SET original_day = '2026-11-28'"], "an occurrence outside its series: occurrence 1"),
    (
        ["UPDATE series SET rule = 'FREQ=DAILY;UNTIL=20261127'",
         "UPDATE occurrences SET original_day = '2026-11-28'"],
        "an occurrence outside its series: occurrence 1",
    ),
    (["DELETE FROM series"], "occurrences row 1 points to a series that is not there"),
    (
        ["UPDATE people SET ended_on = NULL WHERE id = 2"],
        "an entry merged into another that is on a list: person 2",
    ),
    (["UPDATE merges SET ended_at = at"], "an entry merged into another without a merge: person 2"),
    (["UPDATE people SET merged_into_id = 2 WHERE id = 1"], "an entry merged into itself: person 1"),
    (
        ["UPDATE visits SET person_id = 2"],
        "somebody signed in under an entry that was merged: person 2",
    ),
    (["UPDATE contacts SET at = 'noon'"], "a contact whose times are no times: contact 1"),
    (
        ["INSERT INTO card_prints (card_id, at) VALUES (1, 'noon')"],
        "a card on a sheet whose times are no times: card 1",
    ),
    (
        ["INSERT INTO card_prints (card_id, at) VALUES (1, '2026-11-23T13:47:00Z')"],
        "a card on a sheet without an audit row: card 1",
    ),
    (["UPDATE visitors SET in_at = '08:47'"], "a visitor whose times are no times: visitor 1"),
    (
        ["DROP TRIGGER audit_stays", "DELETE FROM audit WHERE action = 'log_contact'"],
        "a change to a person's record without an audit row: contact 1",
    ),
    (["UPDATE sign_ups SET state = 'visiting' WHERE id = 1"], "CHECK constraint failed in sign_ups"),
    (["DELETE FROM tasks"], "sign_ups row 1 points to a tasks that is not there"),
    (["DELETE FROM people"], "visits row 1 points to a people that is not there"),
]  # fmt: skip


@pytest.fixture
def used(house: House) -> House:
    """A house in which somebody is here, helps with a task that is done, is invited elsewhere, comes to an event.

    They have another entry; somebody has got in touch with them, and a visitor is here.
    """
    rosa, code = add_with_card(house)
    merge_people(house, COMMAND_LINE, rosa.id, add(house, "Rosie").id)
    scan(house, code)
    culinary, clerical = add_unit(house), add_unit(house, "Clerical")
    task = add_task(house, culinary)
    join_unit(house, rosa.id, culinary.id, MORNING, task.id)
    tick_task(house, rosa.code, task.id, rosa)
    invite(house, COMMAND_LINE, rosa.id, clerical.id, MORNING)
    bingo = add_event(house)
    register(house, rosa.id, bingo.id)
    mark_there(house, COMMAND_LINE, rosa.id, bingo.id)
    change_occurrence(house, COMMAND_LINE, bingo.id, replace(as_new(bingo), place="Garden"))
    log_contact(house, COMMAND_LINE, rosa.id, Way.CALL, CameOfIt.TALKED)
    sign_in_visitor(house, "Tom", Purpose.TOUR)
    return house


def test_a_house_in_use_is_sound(used: House) -> None:
    assert problems(used.store) == []


@pytest.mark.parametrize(("statements", "found"), BROKEN)
def test_what_should_never_be_in_the_file_is_found(used: House, statements: list[str], found: str) -> None:
    break_with(used, statements)
    assert found in problems(used.store)


def test_a_file_with_broken_pages_is_told_as_damaged(path: Path) -> None:
    damage_tables(path)
    store = open_store(path)
    told = problems(store)
    store.close()
    assert len(told) > 1
    assert [line for line in told if not line.startswith("Page ")] == []


def test_a_file_that_is_no_database_is_told_as_damaged(path: Path) -> None:
    path.write_bytes(b"not a database" * 1000)
    assert problems(Store(path)) == ["damaged: file is not a database"]


def test_a_file_that_another_holds_alone_is_told_as_busy(store: Store, other: Store) -> None:
    other.close()
    lone = Store(store.path, busy_seconds=0)
    store.close()
    lone.connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    lone.connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy):
        problems(store)
    lone.close()
