"""The classes and events of the demonstration house: believable, and something for whoever looks round."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from clubhouse import series
from clubhouse.days import plan_of
from clubhouse.demo.program import HOLIDAY, PLANS, WAITING, thanksgiving
from clubhouse.house import House
from clubhouse.people import Kind, list_people
from clubhouse.program import Program, see_program
from clubhouse.series_checks import Gentle, gentle_notes
from db.days import DayKind
from db.soundness import problems
from tests.clubhouse.demo.conftest import built
from tests.forms import long
from tests.houses import on_disk


def coming(house: House) -> Program:
    """What is on in the coming two weeks."""
    return see_program(house, house.today(), house.today() + timedelta(days=13))


def test_every_kind_of_event_has_its_rule_and_its_leader(show: House) -> None:
    found = series.list_series(show)
    assert [each.title for each in found] == [*(plan.title for plan in PLANS), f"{HOLIDAY} dinner"]
    assert {each.kind for each in found} <= set(show.settings().event_kinds)
    kinds = {person.id: person.kind for person in list_people(show)}
    leads = {each.title: [kinds[lead] for lead in series.leads_of(show, each.id)] for each in found}
    assert leads["GED tutoring"] == [Kind.MEMBER]
    assert leads["Cooking safety"] == [Kind.STAFF]


def test_today_has_something_to_register_for(show: House) -> None:
    today = see_program(show, show.today(), show.today()).events
    assert [(event.occurrence.title, event.occurrence.starts) for event in today] == [("GED tutoring", time(16, 15))]
    assert today[0].free
    assert today[0].closes_at > show.now()


def test_one_event_is_full_and_two_wait(show: House) -> None:
    assert [event.waiting for event in coming(show).events if event.free == 0] == [WAITING]
    assert any(event.occurrence.rides for event in coming(show).events)
    assert on_disk(show.store.path, "SELECT count(*) > 5 FROM registrations WHERE ride") == [(1,)]


def test_the_holiday_dinner_lies_on_the_holiday_and_nothing_else_does(show: House) -> None:
    (dinner,) = see_program(show, date(2026, 11, 26), date(2026, 11, 26)).events
    assert dinner.occurrence.title == "Thanksgiving dinner"
    assert (plan_of(show, date(2026, 11, 26)).kind, plan_of(show, date(2026, 11, 26)).note) == (
        DayKind.SOCIAL,
        HOLIDAY,
    )


def test_only_the_tour_shares_time_with_unit_work(show: House) -> None:
    noted = {event.occurrence.title: gentle_notes(show, event.occurrence) for event in coming(show).events}
    assert {title: notes for title, notes in noted.items() if notes} == {"House tour": (Gentle.DURING_UNIT_WORK,)}


def test_who_was_there_had_come_that_day(show: House) -> None:
    there = on_disk(
        show.store.path,
        "SELECT count(*), sum(EXISTS (SELECT 1 FROM visits WHERE visits.person_id = presences.person_id"
        " AND visits.day = occurrences.day)), max(day) FROM presences JOIN occurrences ON occurrences.id ="
        " occurrence_id",
    )
    ((count, came, last),) = there
    assert isinstance(count, int)
    assert count == came
    assert count > 100
    assert str(last) < "2026-11-23"


def test_the_log_tells_of_each_registration(show: House) -> None:
    tells = "SELECT count(*) FROM audit WHERE action = 'register' AND json_extract(became, '$.id') > 0"
    assert on_disk(show.store.path, tells) == on_disk(show.store.path, "SELECT count(*) FROM registrations")
    assert problems(show.store) == []


@pytest.mark.parametrize("now", ["2026-11-26T09:05", long("2026-12-04T09:05"), "2028-02-29T09:05"])
def test_each_day_but_sunday_has_an_event_with_room(tmp_path: Path, now: str) -> None:
    house = built(tmp_path / "demo.db", now)
    today = see_program(house, house.today(), house.today()).events
    assert any(event.free != 0 and event.ends_at > house.now() for event in today)
    assert sorted(event.waiting for event in coming(house).events)[-2:] == [0, WAITING]
    assert problems(house.store) == []
    house.close()


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 1, 1), date(2026, 11, 26)),
        (date(2026, 11, 26), date(2026, 11, 26)),
        (date(2026, 11, 27), date(2027, 11, 25)),
        (date(2028, 2, 29), date(2028, 11, 23)),
        (date(2028, 12, 31), date(2029, 11, 22)),
    ],
)
def test_thanksgiving_is_the_fourth_thursday_of_november(today: date, day: date) -> None:
    assert thanksgiving(today) == day
