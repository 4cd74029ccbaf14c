"""What was changed after the fact comes with what stood there before, once for each visit, and nothing else does."""

import csv
from datetime import date, timedelta
from typing import Any

import pytest

from clubhouse import merging, today, visits
from clubhouse.audit import COMMAND_LINE
from clubhouse.exports.presets import preset
from clubhouse.locking import lock_month, unlock_month
from clubhouse.people import Person
from clubhouse.visits import Visit, visits_between
from tests.clubhouse.exports.conftest import WEEK, Desk, Week, write_down
from tests.houses import SetClock, add, local

SINCE = date(2026, 12, 2)


@pytest.fixture(autouse=True)
def _later(desk: Desk, clock: SetClock) -> None:
    clock.set("2026-12-02 10:00")
    visits.close_days(desk.house)


def visits_of(desk: Desk, person: Person) -> list[Visit]:
    """The person's visits of the week, in order."""
    return [visit for visit, who in visits_between(desk.house, *WEEK) if who.id == person.id]


def correct(desk: Desk, visit: Visit, came: str, left: str, actor: str = COMMAND_LINE) -> None:
    """Other times."""
    visits.correct_visit(desk.house, actor, visit.id, local(came), local(left), "Rosa told us")


def rows(desk: Desk, what: str = "visits", **asked: Any) -> list[dict[str, str]]:
    """The corrections, by header."""
    path, done = desk.write(what, **{"corrections_since": SINCE, **asked})
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert len(found) == done.rows
    return found


def test_a_visit_that_was_corrected_twice_has_one_row_with_its_first_times(desk: Desk, week: Week) -> None:
    early = visits_of(desk, week.rosa)[0]
    correct(desk, early, "2026-11-20 09:00", "2026-11-20 10:50")
    correct(desk, early, "2026-11-20 09:00", "2026-11-20 09:50")
    (row,) = rows(desk)
    assert (row["Change"], row["In"], row["Out"], row["Minutes"]) == ("changed", "09:00", "09:50", "50")
    assert (row["Was: in"], row["Was: out"], row["Was: minutes"]) == ("09:00", "09:20", "20")
    assert (row["Changed at"], row["Changed by"]) == ("2026-12-02 10:00:00", "command line")
    assert "Why" not in row
    assert rows(desk, names=True)[0]["Why"] == "Rosa told us"


def test_what_came_back_to_what_it_was_is_no_correction(desk: Desk, week: Week) -> None:
    early = visits_of(desk, week.rosa)[0]
    correct(desk, early, "2026-11-20 09:00", "2026-11-20 09:50")
    correct(desk, early, "2026-11-20 09:00", "2026-11-20 09:20")
    assert rows(desk) == []


def test_a_visit_added_or_taken_out_has_nothing_on_one_side(desk: Desk, week: Week) -> None:
    today.take_visit_out(desk.house, COMMAND_LINE, visits_of(desk, week.rosa)[0].id, "twice on the sheet")
    write_down(desk.house, week.rosa, "2026-11-19 09:00", "2026-11-19 10:00")
    added, out = rows(desk)
    assert (added["Change"], added["Minutes"], added["Was: day"], added["Was: minutes"]) == ("added", "60", "", "0")
    assert (out["Change"], out["Day"], out["In"], out["Minutes"]) == ("taken out", "2026-11-20", "", "0")
    assert (out["Was: in"], out["Was: minutes"]) == ("09:00", "20")


def test_a_visit_moved_to_another_day_is_found_by_both_days(desk: Desk, week: Week) -> None:
    correct(desk, visits_of(desk, week.rosa)[0], "2026-11-25 09:00", "2026-11-25 09:20")
    for days in ((date(2026, 11, 20),) * 2, (date(2026, 11, 25),) * 2):
        (row,) = rows(desk, first=days[0], last=days[1])
        assert (row["Was: day"], row["Day"]) == ("2026-11-20", "2026-11-25")
    assert rows(desk, first=date(2026, 11, 21), last=date(2026, 11, 24)) == []


def test_a_visit_of_another_entry_now_tells_whose_it_was(desk: Desk, week: Week, clock: SetClock) -> None:
    twin = add(desk.house, "Rose")
    merging.merge_people(desk.house, COMMAND_LINE, twin.id, week.rosa.id)
    found = rows(desk)
    assert {(row["Code"], row["Was: code"]) for row in found} == {(twin.code, week.rosa.code)}
    assert len(found) == 4
    clock.forward(days=1)
    merging.unmerge_people(desk.house, COMMAND_LINE, week.rosa.id)
    assert rows(desk) == []
    assert {row["Was: code"] for row in rows(desk, corrections_since=date(2026, 12, 3))} == {twin.code}


def test_the_days_and_quarter_hours_tell_what_they_were(desk: Desk, week: Week) -> None:
    early, _, late = visits_of(desk, week.rosa)[:3]
    correct(desk, early, "2026-11-20 09:00", "2026-11-20 09:50")
    correct(desk, late, "2026-11-19 14:00", "2026-11-19 14:20")
    found = rows(desk, "service-days")
    assert [
        (row["Day"], row["Minutes"], row["Visits"], row["Was: minutes"], row["Was: visits"]) for row in found
    ] == [
        ("2026-11-19", "20", "1", "0", "0"),
        ("2026-11-20", "70", "2", "60", "3"),
    ]
    units = rows(desk, "quarter-hours", rounding="down", per="visit")
    told = [(row["Minutes"], row["Units of 15 minutes"], row["Was: minutes"], row["Was: units"]) for row in units]
    assert told == [("20", "1", "0", "0"), ("70", "4", "60", "3")]


def test_a_day_of_which_nothing_is_left_is_told(desk: Desk, week: Week) -> None:
    for visit in visits_of(desk, week.rosa)[:3]:
        today.take_visit_out(desk.house, COMMAND_LINE, visit.id, "another person")
    for what in ("service-days", "quarter-hours"):
        (row,) = rows(desk, what)
        assert (row["Code"], row["Minutes"], row["Was: minutes"]) == (week.rosa.code, "0", "60")


def test_it_says_whether_the_month_was_locked_when_it_was_changed(desk: Desk, week: Week, clock: SetClock) -> None:
    early, second, third = visits_of(desk, week.rosa)[:3]
    correct(desk, early, "2026-11-20 09:00", "2026-11-20 09:30")
    clock.forward(hours=1)
    lock_month(desk.house, COMMAND_LINE, "2026-11", sure=True)
    correct(desk, second, "2026-11-20 11:00", "2026-11-20 11:30")
    clock.forward(hours=1)
    unlock_month(desk.house, COMMAND_LINE, "2026-11", "it was not sent")
    correct(desk, third, "2026-11-20 14:00", "2026-11-20 14:30")
    assert [row["Was locked"] for row in rows(desk)] == ["no", "yes", "no"]


def test_staff_are_no_members_whose_days_are_counted(desk: Desk, week: Week) -> None:
    correct(desk, visits_of(desk, week.sam)[0], "2026-11-20 09:19", "2026-11-20 13:00")
    assert len(rows(desk)) == 1
    assert rows(desk, "service-days") == []


def test_a_preset_has_what_was_before_behind_its_own_columns(desk: Desk, week: Week) -> None:
    correct(desk, visits_of(desk, week.rosa)[0], "2026-11-20 09:00", "2026-11-20 09:50")
    path, _ = desk.write("quarter-hours", columns=preset("quarter-hours-nearest").columns, corrections_since=SINCE)
    heads = path.read_text(encoding="utf-8").splitlines()[0]
    assert heads.endswith("Corrected,Was: minutes,Was: units,Changed at,Was locked")


def test_a_correction_before_that_day_is_none(desk: Desk, week: Week, clock: SetClock) -> None:
    correct(desk, visits_of(desk, week.rosa)[0], "2026-11-20 09:00", "2026-11-20 09:50")
    assert rows(desk, corrections_since=clock.moment.date() + timedelta(days=1)) == []
