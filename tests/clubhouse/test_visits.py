"""Visits after the fact: closing what was left open, paper, corrections, and being told the real time."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest

import db.visits
from clubhouse.attendance import scan, sign_out
from clubhouse.errors import BadInput, NotFound, Overtaken, Refused
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.settings import set_setting
from clubhouse.visits import (
    Visit,
    add_visit,
    close_days,
    confirm_guess,
    correct_visit,
    estimated_end,
    tell_leaving,
    visits_between,
)
from db.soundness import problems
from db.visits import InHow, OutHow
from tests.houses import ACTOR, SetClock, add, add_with_card, local, on_disk, visits_on_disk

MONDAY = date(2026, 11, 23)


@pytest.fixture
def rosa(house: House) -> Person:
    """A member, at 18:00 on Monday."""
    return add(house)


@pytest.fixture(autouse=True)
def _evening(clock: SetClock) -> None:
    clock.set("2026-11-23 18:00")


def stay(house: House, person: Person, start: str, end: str | None) -> Visit:
    """A visit written down from paper."""
    return add_visit(house, ACTOR, person, local(start), local(end) if end else None, "paper sheet")


def test_a_paper_visit_is_kept_as_written(house: House, rosa: Person) -> None:
    visit = stay(house, rosa, "2026-11-23 09:00", "2026-11-23 15:30")
    assert (visit.day, visit.in_how, visit.out_how) == (MONDAY, InHow.PAPER, OutHow.PAPER)
    assert visits_on_disk(house) == [("2026-11-23T14:00:00Z", "2026-11-23T20:30:00Z", "paper")]


def test_a_paper_visit_without_an_end_is_open_today_only(house: House, rosa: Person) -> None:
    with pytest.raises(BadInput, match="A visit of an earlier day needs a time of leaving"):
        stay(house, rosa, "2026-11-22 09:00", None)
    assert stay(house, rosa, "2026-11-23 09:00", None).out_at is None
    with pytest.raises(BadInput, match="There is a visit at that time already: number 1, 2026-11-23 09:00 to now"):
        stay(house, rosa, "2026-11-23 10:00", "2026-11-23 11:00")


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        ("2026-11-23 18:01", None, "has not come yet"),
        ("2026-11-23 17:00", "2026-11-23 18:01", "has not come yet"),
        ("2026-11-23 15:00", "2026-11-23 14:59", "14:59 is before 15:00"),
        ("2026-11-22 08:00", "2026-11-23 08:01", "longer than 24 hours"),
        ("2026-11-23 09:30", "2026-11-23 10:30", "at that time already: number 1, 2026-11-23 10:00 to 11:00"),
        ("2026-11-23 10:59", "2026-11-23 12:00", "Correct that one instead"),
    ],
)
def test_times_that_cannot_be_are_refused_with_the_reason(
    house: House, rosa: Person, start: str, end: str | None, why: str
) -> None:
    stay(house, rosa, "2026-11-23 10:00", "2026-11-23 11:00")
    before = visits_on_disk(house)
    with pytest.raises(BadInput, match=why):
        stay(house, rosa, start, end)
    assert visits_on_disk(house) == before


@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_either_end_of_the_calendar_is_refused_with_a_sentence(house: House, rosa: Person, moment: datetime) -> None:
    house.store.connection.execute(
        "UPDATE settings SET value = ? WHERE key = 'timezone'",
        ("Pacific/Kiritimati" if moment.year == 9999 else "America/New_York",),
    )
    with pytest.raises(BadInput, match="That date cannot be"):
        add_visit(house, ACTOR, rosa, moment, moment, "slip of the pen")


def test_a_year_without_its_centuries_is_kept_soundly(house: House, rosa: Person) -> None:
    stay(house, rosa, "0026-11-23 09:00", "0026-11-23 10:00")
    assert problems(house.store) == []
    assert visits_between(house, date(26, 1, 1), date(26, 12, 31))[0][1] == rosa


def test_visits_may_touch_and_a_second_person_may_be_here_too(house: House, rosa: Person) -> None:
    stay(house, rosa, "2026-11-23 10:00", "2026-11-23 11:00")
    stay(house, rosa, "2026-11-23 11:00", "2026-11-23 12:00")
    stay(house, add(house, "Sam"), "2026-11-23 10:30", "2026-11-23 11:30")
    assert len(visits_between(house, MONDAY, MONDAY)) == 3


def test_a_correction_replaces_the_times_and_needs_a_reason(house: House, rosa: Person) -> None:
    visit = stay(house, rosa, "2026-11-23 10:00", "2026-11-23 11:00")
    for reason in ("", " ", "\x00"):
        with pytest.raises(BadInput, match="A correction needs a reason"):
            correct_visit(house, ACTOR, visit.id, local("2026-11-22 10:00"), local("2026-11-22 12:00"), reason)
    now = correct_visit(house, ACTOR, visit.id, local("2026-11-22 10:00"), local("2026-11-22 12:00"), "paper sheet")
    assert now.day == date(2026, 11, 22)
    assert visits_on_disk(house) == [("2026-11-22T15:00:00Z", "2026-11-22T17:00:00Z", "paper")]


def test_a_correction_that_leaves_the_end_leaves_how_it_was_known(house: House) -> None:
    rosa, code = add_with_card(house)
    scan(house, code)
    visit = sign_out(house, rosa.id).visit
    assert visit is not None
    assert visit.out_at is not None
    now = correct_visit(house, ACTOR, visit.id, local("2026-11-23 09:00"), visit.out_at, "forgot to scan")
    assert (now.in_how, now.out_how) == (InHow.SCAN, OutHow.KEY)


def test_a_correction_may_not_overlap_nor_open_a_second_visit(house: House, rosa: Person) -> None:
    first = stay(house, rosa, "2026-11-23 08:00", "2026-11-23 09:00")
    stay(house, rosa, "2026-11-23 10:00", None)
    with pytest.raises(BadInput, match="at that time already: number 2"):
        correct_visit(house, ACTOR, first.id, first.in_at, local("2026-11-23 10:30"), "paper sheet")
    with pytest.raises(BadInput, match="at that time already: number 2"):
        correct_visit(house, ACTOR, first.id, first.in_at, None, "paper sheet")


def test_a_visit_that_is_not_there_says_how_to_see_the_numbers(house: House) -> None:
    with pytest.raises(NotFound, match=r"no visit number 7\. See the numbers with: clubhouse visits list"):
        correct_visit(house, ACTOR, 7, local("2026-11-23 08:00"), None, "paper sheet")


@pytest.mark.parametrize(
    ("came", "left"),
    [
        ("2026-11-23 08:47", "2026-11-23 16:00"),
        ("2026-11-23 15:59", "2026-11-23 16:00"),
        ("2026-11-23 16:00", "2026-11-23 17:00"),
        ("2026-11-23 18:30", "2026-11-23 19:30"),
        ("2026-11-23 23:30", "2026-11-23 23:59"),
        ("2026-11-23 23:59:30", "2026-11-23 23:59:30"),
        ("2026-11-01 00:30", "2026-11-01 16:00"),  # the clock is set back that night
        ("2026-03-08 01:30", "2026-03-08 16:00"),  # and forward this
    ],
)
def test_a_visit_left_open_ends_at_closing_time_or_an_hour_after_coming(
    house: House, clock: SetClock, came: str, left: str
) -> None:
    _, code = add_with_card(house)
    clock.set(came)
    scan(house, code)
    clock.forward(days=2)
    (visit,) = close_days(house)
    assert visit.estimated
    assert visit.out_at == local(left)


def test_the_guess_follows_the_settings(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house)
    set_setting(house, ACTOR, "closing-time", "17:30")
    set_setting(house, ACTOR, "visit-minutes", "90")
    visit = scan(house, code).visit
    assert visit is not None
    assert estimated_end(house, visit) == local("2026-11-23 19:30")
    clock.set("2026-11-23 20:00")
    assert close_days(house) == []


@pytest.mark.parametrize("days", [1, 2, 30, 400])
def test_every_day_left_open_is_closed_however_long_the_kiosk_was_off(
    house: House, clock: SetClock, days: int
) -> None:
    codes = [add_with_card(house, name)[1] for name in ("Rosa", "Sam", "Ann")]
    for code in codes:
        scan(house, code)
        clock.forward(days=1)
    clock.forward(days=days)
    closed = close_days(house)
    assert [visit.day for visit in closed] == [MONDAY + timedelta(days=n) for n in range(3)]
    assert close_days(house) == []
    assert problems(house.store) == []


def test_a_person_tells_when_they_really_left(house: House, clock: SetClock) -> None:
    rosa, code = add_with_card(house)
    scan(house, code)
    clock.forward(days=1)
    (visit,) = close_days(house)
    told = tell_leaving(house, rosa, visit, time(18, 45))
    assert (told.out_at, told.out_how, told.estimated) == (local("2026-11-23 18:45"), OutHow.TOLD, False)
    with pytest.raises(Overtaken, match="set right in the meantime"):
        tell_leaving(house, rosa, visit, time(18, 50))


@pytest.mark.parametrize(("at", "why"), [(time(17, 59), "is before 18:00"), (time(20, 30), "at that time already")])
def test_a_time_of_leaving_that_cannot_be_is_refused(house: House, clock: SetClock, at: time, why: str) -> None:
    rosa, code = add_with_card(house)
    scan(house, code)
    clock.forward(days=1)
    (visit,) = close_days(house)
    stay(house, rosa, "2026-11-23 20:00", "2026-11-23 21:00")
    with pytest.raises(BadInput, match=why):
        tell_leaving(house, rosa, visit, at)
    assert visits_on_disk(house)[0] == ("2026-11-23T23:00:00Z", "2026-11-24T00:00:00Z", "estimate")


def test_nobody_tells_for_somebody_else(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house)
    scan(house, code)
    clock.forward(days=1)
    (visit,) = close_days(house)
    with pytest.raises(Overtaken):
        tell_leaving(house, add(house, "Sam"), visit, time(18, 30))


@pytest.mark.parametrize("at", [time(1, 10), time(1, 50)])
def test_an_hour_that_the_clock_shows_twice_can_be_told(house: House, clock: SetClock, at: time) -> None:
    rosa, code = add_with_card(house)
    set_setting(house, ACTOR, "closing-time", "00:00")
    clock.moment = datetime(2026, 11, 1, 5, 5, tzinfo=UTC)  # 1:05, the first time
    scan(house, code)
    clock.forward(days=1)
    (visit,) = close_days(house)
    assert visit.out_at == visit.in_at + timedelta(hours=1)
    assert tell_leaving(house, rosa, visit, at).out_at == datetime(2026, 11, 1, 5, at.minute, tzinfo=UTC)


def test_a_guess_that_is_right_is_none_any_more_and_its_history_stays(house: House, clock: SetClock) -> None:
    _, code = add_with_card(house)
    scan(house, code)
    clock.forward(days=1)
    (visit,) = close_days(house)
    now = confirm_guess(house, ACTOR, visit.id)
    assert (now.in_at, now.out_at, now.estimated) == (visit.in_at, visit.out_at, False)
    rows = on_disk(house.store.path, "SELECT action, reason, was ->> 'out_how', became ->> 'out_how' FROM audit")
    assert rows[-2:] == [
        ("close_day", "", None, "estimate"),
        ("correct_visit", "the guess is right", "estimate", "paper"),
    ]
    with pytest.raises(Overtaken, match="no guess any more"):
        confirm_guess(house, ACTOR, visit.id)


def test_a_guess_that_lies_over_another_visit_is_not_right(house: House, clock: SetClock) -> None:
    rosa, code = add_with_card(house)
    scan(house, code)
    clock.forward(days=1)
    (visit,) = close_days(house)
    db.visits.add_ended(house.store, rosa.id, visit.day, visit.in_at, visit.in_at + timedelta(minutes=30))
    with pytest.raises(BadInput, match="at that time already"):
        confirm_guess(house, ACTOR, visit.id)


def test_visits_of_days_come_with_their_people_in_order(house: House, rosa: Person) -> None:
    sam = add(house, "Sam")
    stay(house, sam, "2026-11-23 09:00", "2026-11-23 10:00")
    stay(house, rosa, "2026-11-22 09:00", "2026-11-22 10:00")
    listed = visits_between(house, date(2026, 11, 22), MONDAY)
    assert [person.first_name for _, person in listed] == ["Rosa", "Sam"]


def refusals(house: House, visit: Visit) -> list[Callable[[], object]]:
    """Operations that are refused whole."""
    return [
        lambda: correct_visit(house, ACTOR, visit.id, visit.in_at - timedelta(days=2), visit.out_at, "x"),
        lambda: add_visit(house, ACTOR, add(house, "Sam"), visit.in_at, visit.in_at - timedelta(hours=1), "x"),
    ]


def test_what_is_refused_leaves_no_row_in_the_log(house: House, rosa: Person) -> None:
    visit = stay(house, rosa, "2026-11-23 10:00", "2026-11-23 11:00")
    with house.store.snapshot():
        before = house.store.connection.execute("SELECT count(*) FROM audit WHERE subject LIKE 'visit%'").fetchone()
    for refused in refusals(house, visit):
        with pytest.raises(Refused):
            refused()
    after = house.store.connection.execute("SELECT count(*) FROM audit WHERE subject LIKE 'visit%'").fetchone()
    assert after == before
