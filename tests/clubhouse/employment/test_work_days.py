"""Hours as people write them down: how far back, in which steps, and what is asked about."""

import sqlite3
from datetime import date, time, timedelta

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import corrections, coverage, jobs, work_days
from clubhouse.employment.asking import HoursOverlap
from clubhouse.employment.confirming import unconfirm_hours
from clubhouse.employment.hours_out import month_hours
from clubhouse.employment.jobs import JobKind, NewJob
from clubhouse.employment.placements import Placement, UsualTime
from clubhouse.employment.privacy import NotAsked
from clubhouse.employment.stretches import from_to, of_length, usual_on
from clubhouse.employment.work_days import Settled, What, WorkState
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import NotAllowed
from clubhouse.settings import set_setting
from tests.employment import MONDAY, add_employer, add_placement, cannot_go, confirm, covered, hold, keeper, log
from tests.houses import ACTOR, ZONE, SetClock, add, on_disk

FRIDAY = date(2026, 11, 20)
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def rosa(house: House) -> Person:
    """A member."""
    return add(house)


@pytest.fixture
def bakery(house: House, rosa: Person) -> Placement:
    """A placement that Rosa holds since the first of October."""
    placement = add_placement(house)
    hold(house, placement, rosa, OCTOBER)
    return placement


def test_a_shift_past_midnight_belongs_to_the_day_it_began_and_counts_real_minutes(
    house: House, rosa: Person, clock: SetClock
) -> None:
    night = add_placement(house, times=(UsualTime(6, time(22), 480),))
    hold(house, night, rosa, OCTOBER)
    clock.set("2026-11-02 09:00")
    saturday = date(2026, 10, 31)
    (usual,) = usual_on((UsualTime(6, time(22), 480),), saturday, ZONE)
    made = log(house, night, rosa, saturday, usual.stretch)
    assert (made.day, made.minutes) == (saturday, 540)
    assert on_disk(house.store.path, "SELECT day, starts_at, minutes FROM work_days") == [
        ("2026-10-31", "2026-11-01T02:00:00Z", 540)
    ]
    (line,) = month_hours(house, COMMAND_LINE, "2026-10", "2026-10", again=True)
    assert line.pay.cents == 9 * 1500
    assert month_hours(house, COMMAND_LINE, "2026-11", "2026-11", again=True) == []


def test_a_person_writes_thirty_days_back_and_staff_any_day(house: House, rosa: Person, bakery: Placement) -> None:
    earliest = MONDAY - timedelta(days=30)
    log(house, bakery, rosa, earliest)
    with pytest.raises(Settled, match="more than 30 days ago"):
        log(house, bakery, rosa, earliest - timedelta(days=1))
    set_setting(house, ACTOR, "hours-days-back", "31")
    log(house, bakery, rosa, earliest - timedelta(days=1))
    kim = keeper(house)
    work_days.log_hours(house, kim.code, rosa.id, bakery.id, OCTOBER, of_length(240))


@pytest.mark.parametrize("minutes", [1, 245, 1439])
def test_quarters_are_for_people_and_exact_minutes_for_staff(
    house: House, rosa: Person, bakery: Placement, minutes: int
) -> None:
    with pytest.raises(BadInput, match="steps of 15 minutes"):
        log(house, bakery, rosa, MONDAY, minutes)
    work_days.log_hours(house, COMMAND_LINE, rosa.id, bakery.id, FRIDAY, of_length(minutes))
    set_setting(house, ACTOR, "hour-steps", "exact")
    assert log(house, bakery, rosa, MONDAY, minutes).minutes == minutes


@pytest.mark.parametrize("minutes", [0, -15, 1455])
def test_a_length_that_cannot_be_is_refused(house: House, rosa: Person, bakery: Placement, minutes: int) -> None:
    with pytest.raises(BadInput, match="at most 24"):
        log(house, bakery, rosa, MONDAY, minutes)


def test_a_day_to_come_and_a_time_on_another_day_are_refused(house: House, rosa: Person, bakery: Placement) -> None:
    with pytest.raises(BadInput, match="has not come yet"):
        log(house, bakery, rosa, MONDAY + timedelta(days=1))
    stretch = from_to(house, FRIDAY, time(9), time(13))
    with pytest.raises(BadInput, match="not on 2026-11-23"):
        log(house, bakery, rosa, MONDAY, stretch)


def test_only_who_holds_the_placement_that_day_worked_there(house: House, rosa: Person, bakery: Placement) -> None:
    ben = add(house, "Ben")
    with pytest.raises(NotFound, match="does not hold that placement"):
        log(house, bakery, ben, MONDAY)
    with pytest.raises(NotFound):
        work_days.log_hours(house, COMMAND_LINE, rosa.id, bakery.id, date(2026, 9, 30), of_length(60))


def test_two_jobs_at_one_time_are_asked_about_and_written_as_they_were(
    house: House, rosa: Person, bakery: Placement
) -> None:
    job = jobs.add_job(house, rosa.code, NewJob(rosa.id, JobKind.SUPPORTED, "Library", "Page", 600, OCTOBER))
    first = log(house, bakery, rosa, FRIDAY, from_to(house, FRIDAY, time(9), time(13)))
    at_once = from_to(house, FRIDAY, time(12, 45), time(14))
    with pytest.raises(HoursOverlap) as told:
        work_days.log_job_hours(house, rosa.code, rosa.id, job.id, FRIDAY, at_once)
    assert told.value.others == (first,)
    work_days.log_job_hours(house, rosa.code, rosa.id, job.id, FRIDAY, at_once, sure=True)
    after = from_to(house, FRIDAY, time(14), time(15))
    work_days.log_job_hours(house, rosa.code, rosa.id, job.id, FRIDAY, after)
    assert [row[0] for row in on_disk(house.store.path, "SELECT minutes FROM work_days ORDER BY id")] == [240, 75, 60]


def test_an_overlap_over_midnight_is_noticed(house: House, rosa: Person, bakery: Placement) -> None:
    log(house, bakery, rosa, date(2026, 11, 19), from_to(house, date(2026, 11, 19), time(22), time(6)))
    with pytest.raises(HoursOverlap):
        log(house, bakery, rosa, FRIDAY, from_to(house, FRIDAY, time(5, 45), time(9)))
    log(house, bakery, rosa, FRIDAY, from_to(house, FRIDAY, time(6), time(9)))


def test_the_same_day_twice_without_times_is_asked_about(house: House, rosa: Person, bakery: Placement) -> None:
    other = add_placement(house, add_employer(house, "Library"))
    hold(house, other, rosa, OCTOBER)
    log(house, bakery, rosa, FRIDAY)
    with pytest.raises(HoursOverlap):
        log(house, bakery, rosa, FRIDAY, 60)
    log(house, other, rosa, FRIDAY, 60)
    log(house, bakery, rosa, FRIDAY, 60, sure=True)


def test_hours_covered_while_the_holder_worked_are_asked_about(house: House, rosa: Person, bakery: Placement) -> None:
    ben = add(house, "Ben")
    log(house, bakery, rosa, FRIDAY, from_to(house, FRIDAY, time(9), time(11)))
    with pytest.raises(HoursOverlap):
        work_days.log_coverage(
            *(house, COMMAND_LINE, ben.id, bakery.id, FRIDAY, rosa.id),
            from_to(house, FRIDAY, time(10), time(13)),
        )
    made = work_days.log_coverage(
        *(house, COMMAND_LINE, ben.id, bakery.id, FRIDAY, rosa.id), from_to(house, FRIDAY, time(11), time(13))
    )
    assert (made.what, made.for_id, made.minutes) == (What.COVERED, rosa.id, 120)


def test_who_said_yes_writes_the_coverage_down_and_nobody_else(house: House, rosa: Person, bakery: Placement) -> None:
    ben, sam = add(house, "Ben"), add(house, "Sam", kind=Kind.STAFF)
    request = cannot_go(house, bakery, rosa, MONDAY)
    for person in (ben, sam):
        with pytest.raises(NotAsked, match="ask staff"):
            work_days.log_coverage(house, person.code, person.id, bakery.id, MONDAY, rosa.id, of_length(240))
    coverage.offer_coverage(house, COMMAND_LINE, request.id, ben.id)
    coverage.accept_coverage(house, ben.code, ben.id, request.id)
    made = work_days.log_coverage(house, ben.code, ben.id, bakery.id, MONDAY, rosa.id, of_length(240))
    assert (made.person_id, made.for_id, made.state) == (ben.id, rosa.id, WorkState.LOGGED)


def test_coverage_is_said_for_whom_and_never_for_oneself(house: House, rosa: Person, bakery: Placement) -> None:
    ben = add(house, "Ben")
    with pytest.raises(BadInput, match="for whom"):
        covered(house, bakery, ben, FRIDAY, None)
    with pytest.raises(BadInput, match="for themselves"):
        covered(house, bakery, rosa, FRIDAY, rosa)
    with pytest.raises(NotFound, match="does not hold"):
        covered(house, bakery, rosa, FRIDAY, ben)
    assert covered(house, bakery, ben, date(2026, 9, 30), None).for_id is None


def test_one_changes_ones_own_hours_until_they_are_confirmed(house: House, rosa: Person, bakery: Placement) -> None:
    was = log(house, bakery, rosa, FRIDAY)
    now = corrections.change_hours(house, rosa.code, was.id, of_length(195))
    assert (now.minutes, now.state, now.correction) == (195, WorkState.LOGGED, False)
    with pytest.raises(NotFound, match="look again"):
        corrections.change_hours(house, rosa.code, was.id, of_length(60))
    confirm(house, now)
    for act in (
        lambda: corrections.change_hours(house, rosa.code, now.id, of_length(60)),
        lambda: corrections.remove_hours(house, rosa.code, now.id),
    ):
        with pytest.raises(Settled, match="confirmed"):
            act()
    unconfirm_hours(house, COMMAND_LINE, [now.id])
    corrections.remove_hours(house, rosa.code, now.id)
    assert on_disk(house.store.path, "SELECT minutes, ended_at IS NULL, replaced_by FROM work_days ORDER BY id") == [
        (240, 0, now.id),
        (195, 0, None),
    ]


def test_a_change_is_taken_back_and_every_row_stays_on_file(house: House, rosa: Person, bakery: Placement) -> None:
    was = log(house, bakery, rosa, FRIDAY, from_to(house, FRIDAY, time(9), time(13)))
    changed = corrections.change_hours(house, rosa.code, was.id, of_length(195))
    back = corrections.take_back_change(house, rosa.code, changed.id)
    assert (back.starts_at, back.minutes, back.state) == (was.starts_at, 240, WorkState.LOGGED)
    assert on_disk(house.store.path, "SELECT minutes, ended_at IS NULL, replaced_by FROM work_days ORDER BY id") == [
        (240, 0, changed.id),
        (195, 0, back.id),
        (240, 1, None),
    ]


def test_what_was_never_changed_or_is_settled_is_not_taken_back(
    house: House, rosa: Person, bakery: Placement
) -> None:
    work = log(house, bakery, rosa, FRIDAY)
    with pytest.raises(Overtaken, match="never changed"):
        corrections.take_back_change(house, rosa.code, work.id)
    changed = corrections.change_hours(house, rosa.code, work.id, of_length(195))
    confirm(house, changed)
    with pytest.raises(Settled, match="confirmed"):
        corrections.take_back_change(house, rosa.code, changed.id)


def test_what_stood_there_before_may_overlap_by_now(house: House, rosa: Person, bakery: Placement) -> None:
    work = log(house, bakery, rosa, FRIDAY, from_to(house, FRIDAY, time(9), time(13)))
    changed = corrections.change_hours(house, rosa.code, work.id, from_to(house, FRIDAY, time(9), time(12)))
    log(house, bakery, rosa, FRIDAY, from_to(house, FRIDAY, time(12), time(13)))
    with pytest.raises(HoursOverlap):
        corrections.take_back_change(house, rosa.code, changed.id)
    assert corrections.take_back_change(house, rosa.code, changed.id, sure=True).minutes == 240


def test_a_correction_keeps_what_stood_there_and_needs_a_reason(
    house: House, rosa: Person, bakery: Placement
) -> None:
    first = log(house, bakery, rosa, FRIDAY)
    confirm(house, first)
    for reason in ("", " "):
        with pytest.raises(BadInput, match="needs a reason"):
            corrections.correct_hours(house, COMMAND_LINE, first.id, of_length(247), reason)
        with pytest.raises(BadInput, match="needs a reason"):
            corrections.remove_hours(house, COMMAND_LINE, first.id, reason)
    second = corrections.correct_hours(house, COMMAND_LINE, first.id, of_length(247), "time sheet")
    third = corrections.correct_hours(house, COMMAND_LINE, second.id, of_length(248), "read again")
    assert (third.state, third.correction) == (WorkState.CONFIRMED, False)
    earlier = corrections.earlier_of(house, rosa.code, third.id)
    assert [(row.minutes, row.replaced_by) for row in earlier] == [(247, third.id), (240, second.id)]
    told = on_disk(house.store.path, "SELECT reason FROM audit WHERE action = 'correct_hours' ORDER BY id")
    assert told == [("time sheet",), ("read again",)]


def test_the_file_itself_keeps_hours_from_being_written_over(house: House, rosa: Person, bakery: Placement) -> None:
    log(house, bakery, rosa, FRIDAY)
    with pytest.raises(sqlite3.IntegrityError, match="never written over"):
        house.store.connection.execute("UPDATE work_days SET minutes = 60")


def test_an_employer_is_closed_once_and_whoever_holds_the_placement_may_say_so(
    house: House, rosa: Person, bakery: Placement
) -> None:
    thanksgiving = date(2026, 11, 26)
    made = work_days.log_closed(house, rosa.code, bakery.id, thanksgiving, "Thanksgiving")
    assert (made.what, made.minutes, made.person_id) == (What.CLOSED, 0, None)
    with pytest.raises(Overtaken, match="known already"):
        work_days.log_closed(house, COMMAND_LINE, bakery.id, thanksgiving)
    with pytest.raises(NotAllowed):
        work_days.log_closed(house, add(house, "Ben").code, bakery.id, FRIDAY)
    corrections.remove_hours(house, rosa.code, made.id)
    work_days.log_closed(house, COMMAND_LINE, bakery.id, thanksgiving)
