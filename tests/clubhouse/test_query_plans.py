"""What a kiosk asks of the file is found through an index: no large table is read from end to end."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from clubhouse import (
    attendance,
    audit,
    board,
    cards,
    door,
    finding,
    goals,
    helping,
    invitations,
    known,
    next_sheet,
    occurrences,
    orientation,
    people,
    photos,
    pins,
    planning,
    program,
    reach_out,
    record,
    registering,
    series,
    tasks,
    today,
    units,
    visitors,
    visits,
    wishes,
)
from clubhouse.attendance import scan
from clubhouse.errors import Refused
from clubhouse.house import House
from clubhouse.people import Kind
from tests.boards import AFTERNOON, MORNING, add_task, add_unit
from tests.clubhouse.employment_operations import EMPLOYMENT_WRITES, OWN_WRITES, WorkScene, WorkWrite, work_scene
from tests.events import new_series
from tests.houses import ACTOR, MONDAY_MORNING, SetClock, add_with_card
from tests.stages import Stage, set_stage

LARGE = (
    *("visits", "people", "cards", "name_letters", "audit", "sign_ups", "task_ticks"),
    *("occurrences", "registrations", "presences", "news", "series_leads", "pins", "pin_tries"),
    *("work_days", "terms", "coverage_requests", "jobs"),
    *("contacts", "contact_wishes", "goals", "supports", "own_words", "signatures", "visitors", "photo_consents"),
    "card_prints",
)
# Every visit that is open stands in this index, and no other: as many rows as people are here. In the other stands
# every card that waits to be printed.
OPEN_ONLY = ("visits_open_by_day", "card_prints_waiting")
CULINARY, CLERICAL, FULL = 1, 2, 3
TOMORROW = MONDAY_MORNING + timedelta(days=1)

Act = Callable[[House, str], object]


ASKED: dict[str, Act] = {
    "scan": scan,
    "scan of an unknown card": lambda house, code: scan(house, "CH" + "C" * 27),
    "sign in by name": lambda house, _: attendance.sign_in_by_name(house, 2),
    "sign out": lambda house, code: attendance.sign_out(house, 1),
    "undo": lambda house, code: attendance.undo(house, attendance.sign_out(house, 1)),
    "count here": lambda house, _: attendance.count_here(house),
    "close days": lambda house, _: visits.close_days(house),
    "search": lambda house, _: people.search_name(house, "rosa"),
    "search of a short name": lambda house, _: people.search_name(house, "li"),
    "person by code": lambda house, _: people.person_by_code(house, "M0001"),
    "add a person": lambda house, _: people.add_person(house, ACTOR, people.new_person(house, Kind.MEMBER, "Eve")),
    "change a person": lambda house, _: people.change_person(house, ACTOR, 1, people.person_by_code(house, "M0001")),
    "end staff": lambda house, _: people.end_person(house, ACTOR, 3),
    "replace a card": lambda house, _: cards.replace_card(house, ACTOR, people.person_by_code(house, "M0001")),
    "write down a visit": lambda house, _: visits.add_visit(
        house, ACTOR, people.person_by_code(house, "S0001"), house.now(), house.now(), "paper sheet"
    ),
    "correct a visit": lambda house, _: visits.correct_visit(
        house, ACTOR, 1, house.now(), house.now(), "paper sheet"
    ),
    "see the board": lambda house, _: board.see_board(house),
    "my day": lambda house, _: board.my_day(house, people.person_by_code(house, "M0001")),
    "join a unit": lambda house, _: helping.join_unit(house, 2, CULINARY, MORNING),
    "join a full unit": lambda house, _: refused(lambda: helping.join_unit(house, 2, FULL, MORNING)),
    "change to another unit": lambda house, _: helping.join_unit(house, 1, CLERICAL, MORNING),
    "leave a unit": lambda house, _: helping.leave_unit(house, 1, MORNING),
    "just visiting": lambda house, _: helping.visit_only(house, 1),
    "invite": lambda house, _: invitations.invite(house, audit.COMMAND_LINE, 2, CULINARY, MORNING),
    "accept an invitation": lambda house, _: invitations.accept_invitation(house, 1, AFTERNOON),
    "decline an invitation": lambda house, _: invitations.decline_invitation(house, 1, AFTERNOON),
    "close days with held seats": lambda house, _: visits.close_days(replace(house, clock=lambda: TOMORROW)),
    "open the desk": lambda house, _: refused(lambda: pins.open_desk(house, 1, "1234")),
    "change a PIN": lambda house, _: refused(
        lambda: pins.change_pin(house, people.person_by_code(house, "M0001"), "1234", "5678")
    ),
    "tick a task": lambda house, _: tasks.tick_task(house, "M0001", 1),
    "see the programme": lambda house, _: program.see_program(house, *program.month_of(house.today()), 1),
    "see an event": lambda house, _: program.see_event(house, 1, 1),
    "see the list of an event": lambda house, _: door.see_list(house, audit.COMMAND_LINE, 1),
    "open an event at the desk": lambda house, _: planning.open_list(house, audit.COMMAND_LINE, 1),
    "count what follows": lambda house, _: planning.see_following(house, audit.COMMAND_LINE, 1),
    "what is not held": lambda house, _: program.see_not_held(house, *program.month_of(house.today())),
    "register": lambda house, _: registering.register(house, 2, 2),
    "leave an event": lambda house, _: registering.leave(house, 1, 2),
    "fewer seats": lambda house, _: occurrences.set_seats(house, audit.COMMAND_LINE, 2, 0),
    "cancel an event": lambda house, _: occurrences.cancel_occurrence(house, audit.COMMAND_LINE, 2),
    "come to an event": lambda house, _: door.come_to(house, 2, 1),
    "undo a sign-in": lambda house, _: attendance.undo(house, attendance.sign_in_by_name(house, 3)),
    "the programme reaches a day further": lambda house, _: visits.close_days(replace(house, clock=lambda: TOMORROW)),
    "see today": lambda house, _: today.see_today(house, ACTOR),
    "sign somebody in": lambda house, _: today.sign_in_for(house, ACTOR, 3),
    "sign somebody out": lambda house, _: today.sign_out_for(house, ACTOR, 1),
    "a line of paper": lambda house, _: today.paper_line(house, ACTOR, 3, house.today(), time(7), time(8)),
    "find people": lambda house, _: finding.find_people(house, ACTOR, "m0001"),
    "see person": lambda house, _: known.see_person(house, ACTOR, 1),
    "put a card on the next sheet": lambda house, _: next_sheet.put_on_sheet(house, ACTOR, 1),
    "see the next sheet": lambda house, _: next_sheet.see_sheet(house, ACTOR),
    "take a card off the next sheet": lambda house, _: next_sheet.take_off_sheet(
        house, ACTOR, next_sheet.put_on_sheet(house, ACTOR, 1).card_id
    ),
    "confirm a guess": lambda house, _: refused(lambda: visits.confirm_guess(house, ACTOR, 1)),
    "a page of reach-out": lambda house, _: reach_out.see_reach_out(house, ACTOR, page=1),
    "reach-out": lambda house, _: reach_out.see_reach_out(house, ACTOR),
    "reach-out of those not seen for long": lambda house, _: reach_out.see_reach_out(house, ACTOR, long_ago=True),
    "log a contact": lambda house, _: reach_out.log_contact(
        house, ACTOR, 2, reach_out.Way.CALL, reach_out.CameOfIt.PLEASE_DONT
    ),
    "the contacts of a person": lambda house, _: reach_out.see_contacts(house, ACTOR, 2),
    "wishes": lambda house, _: wishes.see_wishes(house, ACTOR, 2),
    "whom to call": lambda house, _: wishes.see_emergency(house, ACTOR, 2),
    "photo consent": lambda house, _: photos.set_consent(house, ACTOR, 2, "newsletter", True),
    "begin an orientation": lambda house, _: orientation.begin_orientation(house, ACTOR, 2, 1),
    "my record": lambda house, _: record.my_record(house, ACTOR, 1, "2026-11"),
    "own words": lambda house, _: record.write_own_words(house, ACTOR, 1, "2026-11", "Good."),
    "sign a month": lambda house, _: record.sign_month(house, ACTOR, 1, "2026-11"),
    "goals": lambda house, _: goals.see_goals(house, ACTOR, 1),
    "supports": lambda house, _: goals.see_supports(house, ACTOR, 1, date.min, date.max),
    "a visitor comes and goes": lambda house, _: visitors.sign_out_visitor(
        house, visitors.sign_in_visitor(house, "Tom", visitors.Purpose.TOUR).id
    ),
    "visitors": lambda house, _: visitors.visitors_between(house, ACTOR, house.today(), house.today()),
    "tours": lambda house, _: visitors.count_visitors(house, house.today(), house.today()),
    "the log of a day": lambda house, _: audit.entries_between(house, house.today(), house.today()),
}


def refused(act: Callable[[], object]) -> None:
    """Do what the house refuses to do."""
    with pytest.raises(Refused):
        act()


@contextmanager
def statements(house: House) -> Iterator[list[str]]:
    """Every statement that runs meanwhile, with its values."""
    heard: list[str] = []
    house.store.connection.set_trace_callback(heard.append)
    try:
        yield heard
    finally:
        house.store.connection.set_trace_callback(None)


def plan(house: House, statement: str) -> list[str]:
    """How SQLite will go about it, a line a step."""
    return [row[3] for row in house.store.connection.execute(f"EXPLAIN QUERY PLAN {statement}")]


def reads_a_whole_table(step: str) -> bool:
    """Whether the step goes through a large table, or an index over all of it, from end to end."""
    found = re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?", step)
    return found is not None and found[1] in LARGE and found[2] not in OPEN_ONLY


def somebody_helps(house: House, clock: SetClock) -> str:
    """A card; its holder helps in one unit and is invited to another. Somebody left yesterday's visit open."""
    _, code = add_with_card(house)
    _, other = add_with_card(house, "Li", "Wu")
    add_with_card(house, "Sam", "Lee", Kind.STAFF)
    scan(house, other, clock.moment - timedelta(days=1))
    scan(house, code)
    clock.forward(minutes=5)
    for name, seats in (("Culinary", None), ("Clerical", 5), ("Full", 0)):
        add_unit(house, name, seats)
    task = add_task(house, units.get_unit(house, CULINARY))
    helping.join_unit(house, 1, CULINARY, MORNING, task.id)
    invitations.invite(house, audit.COMMAND_LINE, 1, CLERICAL, AFTERNOON)
    made = series.add_series(
        house, audit.COMMAND_LINE, new_series(first_day=house.today(), starts=time(9), rule="FREQ=DAILY"), [1]
    )
    for each in occurrences.occurrences_of(house, made.id)[:2]:
        registering.register(house, 1, each.id)
    return code


def in_a_working_house(house: House, clock: SetClock) -> tuple[str, WorkScene]:
    """That card, and paid work."""
    return somebody_helps(house, clock), work_scene(house)


@pytest.fixture(scope="session")
def stage(new_house_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Stage[tuple[str, WorkScene]]:
    """All of it, made once."""
    return set_stage(new_house_file, tmp_path_factory.mktemp("plans"), in_a_working_house)


@pytest.fixture
def path(tmp_path: Path, stage: Stage[tuple[str, WorkScene]]) -> Path:
    """The file of a house with all of it."""
    return stage.copy(tmp_path)


def whole_reads(house: House, act: Callable[[], object]) -> dict[str, list[str]]:
    """What is asked by the act that reads a large table from end to end, with the steps that do."""
    with statements(house) as heard:
        act()
    asked = [each for each in heard if each.startswith(("SELECT", "INSERT", "UPDATE", "DELETE"))]
    assert asked != []
    steps = {each: [step for step in plan(house, each) if reads_a_whole_table(step)] for each in asked}
    return {each: found for each, found in steps.items() if found}


@pytest.mark.parametrize("act", ASKED.values(), ids=list(ASKED))
def test_no_large_table_is_read_from_end_to_end(
    house: House, clock: SetClock, stage: Stage[tuple[str, WorkScene]], act: Act
) -> None:
    clock.forward(minutes=5)
    code, _ = stage.scene
    assert whole_reads(house, lambda: act(house, code)) == {}


@pytest.mark.parametrize(
    "write", [*EMPLOYMENT_WRITES, *OWN_WRITES], ids=lambda write: f"{write.name} {write.of}".strip()
)
def test_paid_work_reads_no_large_table_from_end_to_end(
    house: House, clock: SetClock, stage: Stage[tuple[str, WorkScene]], write: WorkWrite
) -> None:
    clock.forward(minutes=5)
    _, scene = stage.scene
    assert whole_reads(house, lambda: write.act(house, scene, audit.COMMAND_LINE)) == {}


@pytest.mark.parametrize("table", LARGE)
def test_a_table_read_from_end_to_end_would_be_noticed(house: House, table: str) -> None:
    assert [reads_a_whole_table(step) for step in plan(house, f"SELECT * FROM {table}")] == [True]
