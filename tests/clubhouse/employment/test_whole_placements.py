"""A placement written on one page: all of it or nothing."""

from datetime import date, time

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment.asking import MonthReported
from clubhouse.employment.employers import close_employer, list_employers
from clubhouse.employment.months import lock_month
from clubhouse.employment.placement_pages import see_placement
from clubhouse.employment.placements import NewPlacement, Placement, UsualTime
from clubhouse.employment.whole_placements import WholePlacement, write_placement
from clubhouse.errors import BadInput
from clubhouse.house import House
from tests.employment import CENTS, MONDAY, OPENED, WEEKDAYS, add_employer, add_placement, hold, log
from tests.houses import actions_on_disk, add


def whole(
    employer: str = "Harbor Bakery",
    job: str = "Baker",
    times: tuple[UsualTime, ...] = WEEKDAYS,
    cents: int | None = CENTS,
    since: date = MONDAY,
    opened_on: date = OPENED,
) -> WholePlacement:
    """As a form gives it."""
    said = NewPlacement(0, job, "12 Quay Street", "", False, 1200, None, opened_on)
    return WholePlacement(employer, said, times, cents, since)


@pytest.fixture
def baker(house: House) -> Placement:
    """A placement on file."""
    return add_placement(house, job="Baker")


def test_a_new_placement_at_an_employer_new_or_known(house: House) -> None:
    made = write_placement(house, COMMAND_LINE, None, whole())
    page = see_placement(house, COMMAND_LINE, made.id)
    assert (page.line.employer, page.line.cents, page.line.times) == ("Harbor Bakery", CENTS, WEEKDAYS)
    write_placement(house, COMMAND_LINE, None, whole("harbor BAKERY", "Clerk"))
    assert [each.name for each in list_employers(house)] == ["Harbor Bakery"]


def test_what_is_as_it_was_leaves_no_trace(house: House, baker: Placement) -> None:
    before = actions_on_disk(house)
    write_placement(house, COMMAND_LINE, baker.id, whole(times=tuple(reversed(WEEKDAYS))))
    assert actions_on_disk(house) == before


def test_no_wage_typed_leaves_the_wage(house: House, baker: Placement) -> None:
    write_placement(house, COMMAND_LINE, baker.id, whole(cents=None, times=(UsualTime(1, time(9), 60),)))
    page = see_placement(house, COMMAND_LINE, baker.id)
    assert (page.line.cents, [each.since for each in page.times]) == (CENTS, [OPENED, MONDAY])


def test_a_refusal_at_the_end_takes_all_of_it_back(house: House, baker: Placement) -> None:
    rosa = add(house)
    hold(house, baker, rosa)
    log(house, baker, rosa, MONDAY)
    lock_month(house, COMMAND_LINE, "2026-11", sure=True)
    before = actions_on_disk(house)
    with pytest.raises(MonthReported):
        write_placement(house, COMMAND_LINE, baker.id, whole("Old Mill", "Miller", (), 1600))
    with pytest.raises(BadInput):
        write_placement(house, COMMAND_LINE, baker.id, whole("Old Mill", "Miller", (), -1))
    assert actions_on_disk(house) == before
    made = write_placement(house, COMMAND_LINE, baker.id, whole("Old Mill", "Miller", (), 1600), sure=True)
    assert (made.job, see_placement(house, COMMAND_LINE, baker.id).wages[-1].correction) == ("Miller", True)


def test_an_employer_that_was_closed_is_opened_again(house: House) -> None:
    employer = add_employer(house)
    close_employer(house, COMMAND_LINE, employer.id)
    write_placement(house, COMMAND_LINE, None, whole())
    assert [each.closed_on for each in list_employers(house)] == [None]
