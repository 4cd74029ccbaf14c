"""The check finds each thing about locked months that should never be in the file, and nothing in a sound one."""

import pytest

from clubhouse import visits
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.locking import lock_month
from db.month_invariants import MONTH_INVARIANTS
from db.soundness import problems
from tests.db.test_soundness import break_with
from tests.houses import SetClock, add, local

FREE = "DROP TRIGGER audit_stays"
BROKEN = [
    ([FREE, "DELETE FROM audit WHERE action = 'lock_visits'"], "a locked month without an audit row: month 2026-10"),
    (["UPDATE locked_months SET ended_at = 'soon'"], "a locked month whose times are no times: month 2026-10"),
    (
        ["INSERT INTO audit SELECT 99, at, '', '', 'correct_visit', subject, was, became, '' FROM audit"
         " WHERE action = 'correct_visit'"],
        "a correction in a locked month without a reason: visit 1",
    ),
]  # fmt: skip


@pytest.fixture
def locked(house: House, clock: SetClock) -> House:
    """A house with a correction in a month that was locked before."""
    came, left = local("2026-10-20 09:00"), local("2026-10-20 10:00")
    visit = visits.add_visit(house, COMMAND_LINE, add(house), came, left, "")
    clock.forward(hours=1)
    lock_month(house, COMMAND_LINE, "2026-10")
    clock.forward(hours=1)
    visits.correct_visit(house, COMMAND_LINE, visit.id, came, local("2026-10-20 11:00"), "paper sheet")
    return house


def test_a_house_with_a_locked_month_is_sound(locked: House) -> None:
    assert problems(locked.store) == []


@pytest.mark.parametrize(("statements", "problem"), BROKEN, ids=[problem for _, problem in BROKEN])
def test_what_should_never_be_is_found(locked: House, statements: list[str], problem: str) -> None:
    break_with(locked, statements)
    assert problem in problems(locked.store)


def test_every_such_thing_is_tried() -> None:
    assert {problem.partition(": ")[0] for _, problem in BROKEN} == set(MONTH_INVARIANTS)
