"""Reported months, wages that hold from a day on, and sums that were never rounded on the way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import benefits_report, confirming, corrections, months, placements, work_days
from clubhouse.employment.asking import MonthReported, NotComplete
from clubhouse.employment.hours_out import month_hours, total
from clubhouse.employment.pay import Pay, h_mm, money
from clubhouse.employment.placements import Placement
from clubhouse.employment.stretches import of_length
from clubhouse.employment.work_days import Settled
from clubhouse.errors import BadInput, Overtaken
from clubhouse.house import House
from clubhouse.people import Person
from tests.employment import MONDAY, add_employer, add_placement, confirm, covered, hold, log
from tests.houses import add

FRIDAY, THURSDAY, OCTOBER = date(2026, 11, 20), date(2026, 11, 19), date(2026, 10, 30)


@pytest.fixture
def rosa(house: House) -> Person:
    """A member."""
    return add(house)


@pytest.fixture
def bakery(house: House, rosa: Person) -> Placement:
    """A placement without usual times that Rosa holds since the first of October."""
    placement = add_placement(house, times=())
    hold(house, placement, rosa, date(2026, 10, 1))
    return placement


def test_pay_goes_by_the_wage_that_held_on_each_day(house: House, rosa: Person, bakery: Placement) -> None:
    placements.set_wage(house, COMMAND_LINE, bakery.id, 1601, FRIDAY)
    log(house, bakery, rosa, THURSDAY, 15)
    log(house, bakery, rosa, FRIDAY, 15)
    log(house, bakery, rosa, MONDAY, 15)
    (line,) = month_hours(house, COMMAND_LINE, "2026-11", "2026-11", again=True)
    assert line.pay == Pay(45, 15 * 1500 + 30 * 1601)
    assert line.pay.cents == 1176  # 1175.5; each day rounded by itself would come to 375 + 400 + 400
    placements.set_wage(house, COMMAND_LINE, bakery.id, 1700, FRIDAY)
    (line,) = month_hours(house, COMMAND_LINE, "2026-11", "2026-11", again=True)
    assert line.pay.cent_minutes == 15 * 1500 + 30 * 1700


def test_a_day_without_a_wage_is_never_paid_as_nothing(house: House, rosa: Person) -> None:
    unpaid = add_placement(house, cents=None)
    hold(house, unpaid, rosa)
    log(house, unpaid, rosa, THURSDAY, 60)
    placements.set_wage(house, COMMAND_LINE, unpaid.id, 1200, FRIDAY)
    log(house, unpaid, rosa, FRIDAY, 60)
    (line,) = month_hours(house, COMMAND_LINE, "2026-11", "2026-11", again=True)
    assert (line.pay.cents, line.pay.known_cents, line.pay.unpriced_minutes) == (None, 1200, 60)


@given(st.lists(st.tuples(st.integers(1, 1440), st.integers(0, 100_000)), max_size=30))
def test_a_total_is_the_sum_of_its_parts_and_is_divided_once(parts: list[tuple[int, int]]) -> None:
    pays = [Pay(minutes, minutes * cents) for minutes, cents in parts]
    whole = sum(pays, Pay())
    exact = sum(minutes * cents for minutes, cents in parts)
    assert whole.minutes == sum(minutes for minutes, _ in parts)
    assert whole.cents is not None
    assert abs(whole.cents * 60 - exact) <= 30
    assert whole.cents == exact // 60 + (exact % 60 >= 30)


def test_words_for_hours_and_money() -> None:
    assert [h_mm(minutes) for minutes in (0, 5, 60, 725, 6000)] == ["0:00", "0:05", "1:00", "12:05", "100:00"]
    assert [money(cents) for cents in (None, 0, 5, 123456)] == ["", "0.00", "0.05", "1234.56"]


def test_worked_and_covered_stand_apart(house: House, rosa: Person, bakery: Placement) -> None:
    other = add_placement(house, add_employer(house, "Library"))
    ben = add(house, "Ben")
    hold(house, other, ben)
    log(house, bakery, rosa, FRIDAY, 60)
    covered(house, other, rosa, FRIDAY, ben, 120)
    lines = month_hours(house, COMMAND_LINE, "2026-11", "2026-11", rosa.id, again=True)
    assert [(line.what, line.place.employer, line.pay.minutes) for line in lines] == [
        ("worked", "Harbor Bakery", 60),
        ("covered", "Library", 120),
    ]
    assert total(lines) == Pay(180, 180 * 1500)


def test_a_month_is_reported_once_everything_is_there_or_somebody_is_sure(
    house: House, rosa: Person, bakery: Placement
) -> None:
    row = log(house, bakery, rosa, OCTOBER)
    with pytest.raises(NotComplete) as told:
        months.lock_month(house, COMMAND_LINE, "2026-10")
    assert (told.value.unconfirmed, told.value.unexplained) == (1, ())
    confirm(house, row)
    months.lock_month(house, COMMAND_LINE, "2026-10")
    for placement_id in (None, bakery.id):
        with pytest.raises(Overtaken, match="already"):
            months.lock_month(house, COMMAND_LINE, "2026-10", placement_id)
    for month, told_words in (("2026-12", "not come yet"), ("2026-13", "no month"), ("2026-1", "no month")):
        with pytest.raises(BadInput, match=told_words):
            months.lock_month(house, COMMAND_LINE, month)


def test_a_day_that_nobody_explained_is_told_before_a_month_is_reported(house: House, rosa: Person) -> None:
    placement = add_placement(house, opened_on=date(2026, 10, 29))
    hold(house, placement, rosa, date(2026, 10, 29))
    confirm(house, log(house, placement, rosa, OCTOBER))
    with pytest.raises(NotComplete) as told:
        months.lock_month(house, COMMAND_LINE, "2026-10", placement.id)
    assert told.value.unexplained == (date(2026, 10, 29),)
    months.lock_month(house, COMMAND_LINE, "2026-10", placement.id, sure=True)
    assert months.is_reported(house, placement.id, OCTOBER)
    assert not months.is_reported(house, None, OCTOBER)


def test_of_a_reported_month_people_write_no_more_and_staff_correct(
    house: House, rosa: Person, bakery: Placement
) -> None:
    row = log(house, bakery, rosa, OCTOBER)
    months.lock_month(house, COMMAND_LINE, "2026-10", sure=True)
    for act in (
        lambda: log(house, bakery, rosa, date(2026, 10, 29)),
        lambda: corrections.change_hours(house, rosa.code, row.id, of_length(60)),
        lambda: corrections.remove_hours(house, rosa.code, row.id),
    ):
        with pytest.raises(Settled, match="reported"):
            act()
    now = corrections.correct_hours(house, COMMAND_LINE, row.id, of_length(250), "time sheet")
    more = work_days.log_hours(house, COMMAND_LINE, rosa.id, bakery.id, date(2026, 10, 29), of_length(60))
    assert (now.correction, more.correction) == (True, True)
    (line,) = month_hours(house, COMMAND_LINE, "2026-10", "2026-10", again=True)
    assert (line.pay.minutes, line.corrections, line.unconfirmed) == (310, 2, 2)
    confirming.confirm_month(house, COMMAND_LINE, "2026-10")
    with pytest.raises(Settled, match="Correct them instead"):
        confirming.unconfirm_hours(house, COMMAND_LINE, [now.id])


def test_a_wage_that_changes_a_reported_month_is_asked_about_and_marked(
    house: House, rosa: Person, bakery: Placement
) -> None:
    log(house, bakery, rosa, OCTOBER)
    months.lock_month(house, COMMAND_LINE, "2026-10", sure=True)
    with pytest.raises(MonthReported) as told:
        placements.set_wage(house, COMMAND_LINE, bakery.id, 1600, date(2026, 10, 15))
    assert told.value.month == "2026-10"
    assert placements.set_wage(house, COMMAND_LINE, bakery.id, 1600, date(2026, 10, 15), sure=True).correction
    assert not placements.set_wage(house, COMMAND_LINE, bakery.id, 1700, date(2026, 10, 31)).correction
    assert not placements.set_wage(house, COMMAND_LINE, bakery.id, 1500, date(2026, 9, 1)).correction


def test_the_benefits_report_is_one_page_to_sign(house: House, rosa: Person, bakery: Placement) -> None:
    log(house, bakery, rosa, THURSDAY, 195)
    confirm(house, log(house, bakery, rosa, FRIDAY, 240))
    page = benefits_report.benefits_page(house, rosa.code, rosa.id, "2026-11")
    for words in (
        *("Harbor House", "Rosa Alvarez, M0001", "2026-11-20", "Harbor Bakery: Baker", "108.75", "7:15", "half up"),
        *("Member", "Staff", "chose not to sign", "not confirmed yet: 1.", "not confirmed"),
    ):
        assert words in page, words
    assert page.count("<tr") == 1 + 1 + 1 + 1 + 2
    assert "http" not in page
    assert "<script" not in page
