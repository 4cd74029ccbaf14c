"""The check finds each thing about paid work that should never be in the file, and nothing in a sound one."""

from datetime import date

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import corrections, coverage, jobs, work_days
from clubhouse.employment.jobs import JobKind, NewJob
from clubhouse.employment.stretches import of_length
from clubhouse.house import House
from db.employment_invariants import EMPLOYMENT_INVARIANTS
from db.soundness import problems
from tests.db.test_soundness import break_with
from tests.employment import add_placement, cannot_go, hold, log
from tests.houses import add

FREE, FREE_LOG = ["DROP TRIGGER work_days_stay"], "DROP TRIGGER audit_stays"
TERM = "placement_id, person_id, first_day, planned_last_day, last_day, NULL"
OFFER = "99, at, '', '', 'offer_coverage', 'coverage 1', NULL, NULL, ''"
BROKEN = [
    (
        [*FREE, "UPDATE work_days SET person_id = 2 WHERE id = 1"],
        "hours of somebody who does not hold the placement: work day 1",
    ),
    (["UPDATE terms SET undone_at = 'x'"], "hours of somebody who does not hold the placement: work day 1"),
    (["UPDATE jobs SET last_day = '2026-11-22'"], "hours in a job that the person does not have: work day 2"),
    ([*FREE, "UPDATE work_days SET starts_at = 'noon' WHERE id = 1"], "hours whose time is no time: work day 1"),
    (
        [*FREE, "UPDATE work_days SET starts_at = '2026-11-25T14:00:00Z' WHERE id = 1"],
        "hours that begin on another day: work day 1",
    ),
    (
        [FREE_LOG, "DELETE FROM audit WHERE subject = 'work day 1'"],
        "hours without an audit row: work day 1",
    ),
    (
        [*FREE, "UPDATE work_days SET day = '2026-11-19' WHERE id = 4"],
        "hours whose correction is of another day, job or person: work day 3",
    ),
    ([FREE_LOG, "DELETE FROM audit WHERE subject = 'term 1'"], "a term without an audit row: term 1"),
    (
        ["UPDATE placements SET opened_on = '2026-11-10'"],
        "a term outside the time in which the house holds the placement: term 1",
    ),
    (
        [f"INSERT INTO terms SELECT 9, {TERM} FROM terms"],
        "somebody who holds a placement twice at the same time: term 9",
    ),
    (["UPDATE coverage_requests SET ended_at = at"], "somebody asked to cover what is covered: coverage 1"),
    (
        [f"INSERT INTO audit SELECT {OFFER} FROM audit LIMIT 1"],
        "an offer to cover in the audit log: coverage 1",
    ),
]  # fmt: skip


@pytest.fixture
def used(house: House) -> House:
    """A house with a placement, hours, a correction, a job and somebody who is asked to cover."""
    rosa, ben = add(house), add(house, "Ben")
    placement = add_placement(house)
    hold(house, placement, rosa)
    log(house, placement, rosa, date(2026, 11, 23))
    job = jobs.add_job(
        house, COMMAND_LINE, NewJob(ben.id, JobKind.SUPPORTED, "Library", "Page", 600, date(2026, 11, 1))
    )
    work_days.log_job_hours(house, ben.code, ben.id, job.id, date(2026, 11, 23), of_length(60))
    was = log(house, placement, rosa, date(2026, 11, 20))
    corrections.change_hours(house, rosa.code, was.id, of_length(180))
    request = cannot_go(house, placement, rosa, date(2026, 11, 24))
    coverage.offer_coverage(house, COMMAND_LINE, request.id, ben.id)
    return house


def test_a_house_with_paid_work_is_sound(used: House) -> None:
    assert problems(used.store) == []


@pytest.mark.parametrize(("statements", "found"), BROKEN)
def test_what_should_never_be_in_the_file_is_found(used: House, statements: list[str], found: str) -> None:
    break_with(used, statements)
    assert found in problems(used.store)


def test_every_invariant_is_broken_once_here() -> None:
    assert {found.partition(": ")[0] for _, found in BROKEN} == set(EMPLOYMENT_INVARIANTS)
