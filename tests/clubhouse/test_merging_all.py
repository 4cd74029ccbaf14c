"""A merge of an entry that stands in every column of every table that names a person, and back; and of PINs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from clubhouse import (
    attendance,
    door,
    goals,
    helping,
    house_meeting,
    locking,
    orientation,
    photos,
    pins,
    reach_out,
    record,
    record_pin,
    registering,
    series,
    tasks,
    units,
    visitors,
    wishes,
)
from clubhouse.attendance import scan
from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import coverage, jobs, next_in_line, placements
from clubhouse.employment.jobs import JobKind, NewJob
from clubhouse.goals import Area, SupportKind
from clubhouse.house import House
from clubhouse.merging import merge_people, unmerge_people
from clubhouse.occurrences import cancel_occurrence
from clubhouse.people import Kind, Person, change_person
from clubhouse.permissions import Permission, give_permission
from clubhouse.pins import PinWait, WrongPin
from clubhouse.reach_out import CameOfIt, Way
from clubhouse.visitors import Purpose
from clubhouse.wishes import NewEmergencyContact, Wishes
from db.merging import MOVED
from db.soundness import problems
from tests.boards import AFTERNOON, MORNING, add_task, add_unit, part_of
from tests.clubhouse.test_merging import content
from tests.employment import MONDAY, add_employer, add_placement, cannot_go, covered, hold, log
from tests.events import dates_of, new_series
from tests.houses import SetClock, add, add_with_card, on_disk

MONTH = "2026-11"


def be_everywhere(house: House, who: Person, other: Person) -> None:
    """Let `who` do and be asked all that leaves a trace of them; they were staff for a while."""
    for permission in Permission:
        give_permission(house, COMMAND_LINE, who, permission)
    for part in (_on_the_board, _in_the_program, _at_work, _known):
        part(house, who, other)
    record_pin.choose_pin(house, who, "2468")


def _on_the_board(house: House, who: Person, other: Person) -> None:
    unit = add_unit(house)
    task = add_task(house, unit)
    for person in (who, other):
        attendance.sign_in_by_name(house, person.id)
    as_staff = change_person(house, COMMAND_LINE, who.id, replace(who, kind=Kind.STAFF))
    units.assign_lead(house, who.code, unit.id, part_of(house, MORNING), as_staff, weekday=1, day=None)
    change_person(house, COMMAND_LINE, who.id, who)
    tasks.tick_task(house, who.code, task.id, who)
    helping.join_unit(house, who.id, unit.id, MORNING)
    helping.put_on_board(house, who.code, other.id, unit.id, AFTERNOON)


def _in_the_program(house: House, who: Person, other: Person) -> None:
    weekly = series.add_series(
        house, COMMAND_LINE, new_series(first_day=MONDAY, starts=time(9), minutes=120, rule="FREQ=WEEKLY"), [who.id]
    )
    now, following, *_ = dates_of(house, weekly)
    registering.register_for(house, who.code, other.id, now.id)
    door.mark_there(house, who.code, who.id, now.id)
    registering.register(house, who.id, following.id)
    cancel_occurrence(house, COMMAND_LINE, following.id)


def _at_work(house: House, who: Person, other: Person) -> None:
    employer = add_employer(house)
    baker, clerk = add_placement(house, employer), add_placement(house, employer, "Clerk")
    placements.change_placement(house, COMMAND_LINE, baker.id, replace(baker, looked_after_by=who.id))
    hold(house, baker, who, date(2026, 11, 2))
    hold(house, clerk, other, date(2026, 11, 2))
    log(house, baker, who, date(2026, 11, 20))
    covered(house, baker, other, date(2026, 11, 19), who)
    cannot_go(house, baker, who, MONDAY + timedelta(days=1))
    request = cannot_go(house, clerk, other, MONDAY + timedelta(days=1))
    coverage.arrange_coverage(house, COMMAND_LINE, request.id, who.id)
    locking.lock_month(house, who.code, "2026-09", sure=True)
    locking.unlock_month(house, who.code, "2026-09", "the report was not sent")
    next_in_line.like_to_work(house, who.code, who.id)
    jobs.add_job(house, who.code, NewJob(who.id, JobKind.SUPPORTED, "Library", "Page", 600, date(2026, 9, 1)))


def _known(house: House, who: Person, other: Person) -> None:
    wishes.set_wishes(house, who.code, who.id, Wishes(Way.CALL, "555 0100"))
    wishes.add_emergency(house, who.code, who.id, NewEmergencyContact("Sue", "sister", "555 0101"))
    photos.set_consent(house, who.code, who.id, "newsletter", True)
    orientation.begin_orientation(house, who.code, who.id)
    orientation.begin_orientation(house, who.code, other.id, who.id)
    orientation.tick_step(house, who.code, other.id, "lunch together")
    for person in (who, other):
        reach_out.log_contact(house, who.code, person.id, Way.CALL, CameOfIt.TALKED)
        goals.add_support(house, who.code, person.id, SupportKind.HOUSING, "A lease")
        record.sign_month(house, who.code, person.id, MONTH)
    record.write_own_words(house, who.code, who.id, MONTH, "Good")
    goals.add_goal(house, who.code, who.id, Area.WORK, "A job with plants")
    item = house_meeting.add_item(house, who.id, "Chairs")
    house_meeting.note_decision(house, who.code, item.item_id, "Six")
    guest = visitors.sign_in_visitor(house, "Vee", Purpose.TOUR)
    visitors.joins(house, who.code, guest.id, who.id)


def rows_of(house: House, person: Person) -> set[tuple[str, str]]:
    """The columns in which that person stands."""
    return {
        (table, column)
        for table, column in MOVED
        if on_disk(house.store.path, f"SELECT 1 FROM {table} WHERE {column} = {person.id} LIMIT 1")
    }


@pytest.mark.parametrize("times", [1, 2])
def test_every_row_of_every_table_goes_along_and_comes_back(house: House, clock: SetClock, times: int) -> None:
    kept, (old, _), other = add(house, "Rosie"), add_with_card(house, "Rosa"), add(house, "Ben")
    be_everywhere(house, old, other)
    assert rows_of(house, old) == set(MOVED)
    before = content(house.store.path)
    for _ in range(times):
        assert merge_people(house, COMMAND_LINE, kept.id, old.id).left == 0
        assert (rows_of(house, kept), rows_of(house, old)) == (set(MOVED), set())
        assert problems(house.store) == []
        clock.forward(days=1)
        unmerge_people(house, COMMAND_LINE, old.id)
        assert content(house.store.path) == before


def test_two_entries_that_both_stand_everywhere_come_apart_as_they_were(house: House) -> None:
    kept, old = add_with_card(house, "Rosie")[0], add_with_card(house, "Rosa")[0]
    for who, other in ((kept, add(house, "Ben")), (old, add(house, "Ann"))):
        be_everywhere_but_twice(house, who, other)
    attendance.sign_out(house, old.id)
    before = content(house.store.path)
    assert merge_people(house, COMMAND_LINE, kept.id, old.id).left > 3
    assert rows_of(house, kept) == set(MOVED)
    assert content(house.store.path) != before
    unmerge_people(house, COMMAND_LINE, old.id)
    assert content(house.store.path) == before


def be_everywhere_but_twice(house: House, who: Person, other: Person) -> None:
    """The same for a second pair: names that a house has only once are other ones."""
    names = iter((f"{who.code} one", f"{who.code} two"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.clubhouse.test_merging_all.add_unit", _named(add_unit, names))
        patch.setattr("tests.clubhouse.test_merging_all.add_employer", _named(add_employer, names))
        be_everywhere(house, who, other)


def _named(add: Callable[..., object], names: object) -> Callable[[House], object]:
    return lambda house: add(house, next(names))  # type: ignore[call-overload]


@pytest.fixture
def entries(house: House) -> tuple[Person, Person, str]:
    """Two entries of one person, the one to be kept first; and the card of the other."""
    kept, (old, card) = add_with_card(house, "Rosie")[0], add_with_card(house, "Rosa")
    return kept, old, card


def test_a_pin_goes_along_where_the_kept_entry_has_none(house: House, entries: tuple[Person, Person, str]) -> None:
    kept, old, _ = entries
    record_pin.choose_pin(house, old, "2468")
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    record_pin.open_record(house, kept, "2468")
    assert not record_pin.has_pin(house, old.id)
    unmerge_people(house, COMMAND_LINE, old.id)
    record_pin.open_record(house, old, "2468")
    assert not record_pin.has_pin(house, kept.id)


def test_where_both_have_one_that_of_the_kept_entry_opens(house: House, entries: tuple[Person, Person, str]) -> None:
    kept, old, card = entries
    for person, pin in ((kept, "1357"), (old, "2468")):
        record_pin.choose_pin(house, person, pin)
        give_permission(house, COMMAND_LINE, person, Permission.BOARD)
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    record_pin.open_record(house, kept, "1357")
    with pytest.raises(WrongPin):
        record_pin.open_record(house, kept, "2468")
    assert scan(house, card).person == kept
    assert pins.open_desk(house, kept.id, "1357").person.id == kept.id
    unmerge_people(house, COMMAND_LINE, old.id)
    for person, pin in ((kept, "1357"), (old, "2468")):
        record_pin.open_record(house, person, pin)


def test_a_pin_changed_meanwhile_goes_back_changed(house: House, entries: tuple[Person, Person, str]) -> None:
    kept, old, _ = entries
    record_pin.choose_pin(house, old, "2468")
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    pins.change_pin(house, kept, "2468", "9753")
    unmerge_people(house, COMMAND_LINE, old.id)
    record_pin.open_record(house, old, "9753")


def test_a_merge_does_not_end_a_wait(house: House, entries: tuple[Person, Person, str]) -> None:
    kept, old, _ = entries
    record_pin.choose_pin(house, kept, "1357")
    for _ in range(pins.FREE_TRIES):
        with pytest.raises(WrongPin):
            record_pin.open_record(house, kept, "0000")
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    with pytest.raises(PinWait):
        record_pin.open_record(house, kept, "1357")
