"""Kinds of day and parts of the day: the week, the days that differ, and the part that is offered at each time."""

from dataclasses import replace
from datetime import date, time

import pytest

from clubhouse import days
from clubhouse.audit import COMMAND_LINE
from clubhouse.days import DayKind, NewPart
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from tests.boards import AFTERNOON, MORNING, part_of
from tests.houses import SetClock, local, on_disk

MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)
SUNDAY = date(2026, 11, 29)
EVENING = NewPart("evening", "1234567", time(17), time(17), time(19))


def names(house: House, day: date) -> list[str]:
    """The parts of that day."""
    return [part.name for part in days.plan_of(house, day).parts]


def offered(house: House, moment: str) -> str | None:
    """The part asked about at that local time."""
    now = local(moment)
    part = days.offered_part(days.plan_of(house, now.date()), now)
    return part.name if part else None


def test_a_new_house_works_monday_to_friday_in_two_parts(house: House) -> None:
    assert list(days.weekly_pattern(house)) == [1, 2, 3, 4, 5, 6, 7]
    kinds = [days.plan_of(house, date(2026, 11, day)).kind for day in range(23, 30)]
    assert kinds == [*[DayKind.WORK_ORDERED] * 5, DayKind.SOCIAL, DayKind.CLOSED]
    assert [names(house, day) for day in (MONDAY, SATURDAY, SUNDAY)] == [["morning", "afternoon"], [], []]


def test_a_weekday_can_be_of_another_kind(house: House) -> None:
    days.set_weekday(house, COMMAND_LINE, 6, DayKind.WORK_ORDERED)
    days.set_weekday(house, COMMAND_LINE, 1, DayKind.CLOSED)
    assert (names(house, SATURDAY), names(house, MONDAY)) == (["morning", "afternoon"], [])
    assert on_disk(house.store.path, "SELECT was, became FROM audit ORDER BY id DESC LIMIT 1") == [
        ('"work-ordered"', '"closed"')
    ]


def test_a_change_of_the_week_leaves_the_days_before_it_as_they_were(house: House) -> None:
    days.set_weekday(house, COMMAND_LINE, 6, DayKind.WORK_ORDERED)
    days.set_weekday(house, COMMAND_LINE, 6, DayKind.CLOSED, date(2027, 1, 1))
    days.set_weekday(house, COMMAND_LINE, 1, DayKind.SOCIAL, date(2026, 9, 1))
    saturdays = [days.plan_of(house, date(2026, 11, day)).kind for day in (21, 28)]
    assert saturdays == [DayKind.SOCIAL, DayKind.WORK_ORDERED]
    assert days.plan_of(house, date(2027, 1, 2)).kind is DayKind.CLOSED
    assert [days.plan_of(house, date(2026, month, day)).kind for month, day in ((8, 31), (9, 7))] == [
        DayKind.WORK_ORDERED,
        DayKind.SOCIAL,
    ]
    assert days.weekly_pattern(house)[6] is DayKind.WORK_ORDERED


def test_of_two_changes_from_the_same_day_on_the_later_counts(house: House) -> None:
    for kind in (DayKind.CLOSED, DayKind.SOCIAL):
        days.set_weekday(house, COMMAND_LINE, 1, kind)
    assert days.plan_of(house, MONDAY).kind is DayKind.SOCIAL


@pytest.mark.parametrize("weekday", [0, 8, -1])
def test_a_weekday_that_is_none_is_refused(house: House, weekday: int) -> None:
    with pytest.raises(BadInput, match="from 1"):
        days.set_weekday(house, COMMAND_LINE, weekday, DayKind.CLOSED)


def test_one_day_differs_and_is_of_the_weeks_kind_again(house: House) -> None:
    plan = days.set_day(house, COMMAND_LINE, MONDAY, DayKind.CLOSED, "  snow ")
    assert (plan.kind, plan.note, plan.parts) == (DayKind.CLOSED, "snow", ())
    assert days.plan_of(house, date(2026, 11, 30)).kind is DayKind.WORK_ORDERED
    assert days.set_day(house, COMMAND_LINE, SATURDAY, DayKind.WORK_ORDERED, "open house").parts != ()
    assert [each.day for each in days.special_days(house, MONDAY, SUNDAY)] == [MONDAY, SATURDAY]
    assert days.special_days(house, date(2026, 11, 24), date(2026, 11, 27)) == []
    plan = days.set_day(house, COMMAND_LINE, MONDAY, None)
    assert (plan.kind, plan.note, len(plan.parts)) == (DayKind.WORK_ORDERED, "", 2)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23 00:00", "morning"),
        ("2026-11-23 08:47", "morning"),
        ("2026-11-23 11:59:59", "morning"),
        ("2026-11-23 12:00", None),
        ("2026-11-23 12:59:59", None),
        ("2026-11-23 13:00", "afternoon"),
        ("2026-11-23 15:59:59", "afternoon"),
        ("2026-11-23 16:00", None),
        ("2026-11-28 10:00", None),
        ("2026-11-29 10:00", None),
    ],
)
def test_the_part_that_is_offered(house: House, moment: str, expected: str | None) -> None:
    assert offered(house, moment) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23 08:00", ["morning", "afternoon"]),
        ("2026-11-23 12:00", ["afternoon"]),
        ("2026-11-23 16:00", []),
        ("2026-11-24 08:00", []),
        ("2026-11-22 23:59", ["morning", "afternoon"]),
    ],
)
def test_the_parts_that_are_not_over(house: House, moment: str, expected: list[str]) -> None:
    found = days.open_parts(days.plan_of(house, MONDAY), local(moment))
    assert [part.name for part in found] == expected


def test_on_the_day_that_clocks_change_the_wall_clock_counts(house: House) -> None:
    days.set_weekday(house, COMMAND_LINE, 7, DayKind.WORK_ORDERED, date(2026, 11, 1))
    assert [offered(house, f"2026-11-01 {time}") for time in ("01:30", "12:59", "13:00")] == [
        "morning",
        None,
        "afternoon",
    ]
    assert [offered(house, f"2027-03-14 {time}") for time in ("01:59", "03:00", "15:59")] == [
        "morning",
        "morning",
        "afternoon",
    ]


def test_a_house_can_have_a_single_part(house: House) -> None:
    days.end_part(house, COMMAND_LINE, MORNING)
    assert names(house, MONDAY) == ["afternoon"]
    assert [offered(house, f"2026-11-23 {time}") for time in ("08:00", "13:00", "16:00")] == [
        "afternoon",
        "afternoon",
        None,
    ]
    assert on_disk(house.store.path, "SELECT ended_on FROM day_parts WHERE id = 1") == [("2026-11-23",)]


def test_a_house_can_have_four_parts_in_the_order_of_the_day(house: House) -> None:
    days.add_part(house, COMMAND_LINE, EVENING)
    days.add_part(house, COMMAND_LINE, NewPart("lunch", "12345", time(11, 45), time(12), time(13)))
    assert names(house, MONDAY) == ["morning", "lunch", "afternoon", "evening"]
    at = ("11:44", "11:45", "12:30", "13:00", "16:30", "17:00", "19:00")
    assert [offered(house, f"2026-11-23 {time}") for time in at] == [
        *("morning", "lunch", "lunch", "afternoon"),
        *(None, "evening", None),
    ]


def test_a_house_without_parts_offers_nothing(house: House) -> None:
    for part_id in (MORNING, AFTERNOON):
        days.end_part(house, COMMAND_LINE, part_id)
    assert (names(house, MONDAY), offered(house, "2026-11-23 09:00")) == ([], None)


def test_a_part_is_held_on_its_weekdays_only(house: House) -> None:
    days.change_part(house, COMMAND_LINE, AFTERNOON, replace(EVENING, name="Tuesdays", weekdays="42"))
    assert [names(house, date(2026, 11, day)) for day in (23, 24, 26)] == [
        ["morning"],
        ["morning", "Tuesdays"],
        ["morning", "Tuesdays"],
    ]
    assert part_of(house, AFTERNOON).weekdays == "24"


def test_a_part_can_have_other_times(house: House) -> None:
    later = NewPart("morning", "12345", time(10, 0, 59), time(10, 30), time(12, 30))
    assert days.change_part(house, COMMAND_LINE, MORNING, later).meeting == time(10)
    assert offered(house, "2026-11-23 12:15") == "morning"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (replace(EVENING, name=" "), "needs a name"),
        (replace(EVENING, name="x" * 21), "at most 20"),
        (replace(EVENING, name="MORNING"), "already"),
        (replace(EVENING, weekdays=""), "weekdays"),
        (replace(EVENING, weekdays="18"), "weekdays"),
        (replace(EVENING, meeting=time(17, 30)), "three times"),
        (replace(EVENING, ends=time(17)), "three times"),
        (replace(EVENING, ends=time(17, 0, 30)), "three times"),
    ],
)
def test_a_part_that_cannot_be_is_refused(house: House, part: NewPart, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        days.add_part(house, COMMAND_LINE, part)
    with pytest.raises(BadInput, match=words):
        days.change_part(house, COMMAND_LINE, AFTERNOON, part)
    assert names(house, MONDAY) == ["morning", "afternoon"]


def test_a_name_is_free_again_when_its_part_has_ended(house: House) -> None:
    days.end_part(house, COMMAND_LINE, MORNING)
    assert days.add_part(house, COMMAND_LINE, replace(EVENING, name="morning")).id == 3


def test_a_part_is_found_by_its_name_in_any_case(house: House) -> None:
    assert days.part_named(house, " Afternoon ").id == AFTERNOON
    with pytest.raises(NotFound, match="There are: morning, afternoon"):
        days.part_named(house, "evening")


def test_a_part_that_is_not_there_is_told(house: House) -> None:
    with pytest.raises(NotFound, match="number 9"):
        days.change_part(house, COMMAND_LINE, 9, EVENING)
    with pytest.raises(NotFound, match="number 9"):
        days.end_part(house, COMMAND_LINE, 9)


def test_the_day_turns_with_the_house_and_not_with_utc(house: House, clock: SetClock) -> None:
    clock.set("2026-11-23 23:30")
    days.end_part(house, COMMAND_LINE, AFTERNOON)
    assert on_disk(house.store.path, "SELECT ended_on FROM day_parts WHERE id = 2") == [("2026-11-23",)]
