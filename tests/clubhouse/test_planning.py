"""What those who look after the programme see before they change it; nobody else sees it, and nothing is changed."""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

import pytest

from clubhouse import door, occurrences, planning, registering, series
from clubhouse.audit import COMMAND_LINE
from clubhouse.days import DayKind, set_day
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.people import Kind
from clubhouse.permissions import NotAllowed
from clubhouse.series_checks import Gentle
from tests.events import FRIDAY, add_event, dates_of, new_series
from tests.houses import SetClock, actions_on_disk, add, on_disk

WEEKLY = "FREQ=WEEKLY;BYDAY=FR"


def test_the_list_of_what_is_not_held_can_be_seen(house: House) -> None:
    event, rosa = add_event(house), add(house)
    registering.register(house, rosa.id, event.id)
    occurrences.cancel_occurrence(house, COMMAND_LINE, event.id)
    seen = planning.see_planned(house, COMMAND_LINE, event.id)
    assert [each.name for each in seen.list.attendees] == ["Rosa Alvarez"]
    assert seen.event.occurrence.cancelled_at is not None
    assert seen.thoughts == ()
    assert [each.person_id for each in door.see_list(house, COMMAND_LINE, event.id).attendees] == [rosa.id]


def test_what_is_held_and_what_is_not_are_two_programmes(house: House) -> None:
    held, off = add_event(house), add_event(house, new_series("Chess"))
    registering.register(house, add(house).id, off.id)
    occurrences.cancel_occurrence(house, COMMAND_LINE, off.id)
    see = partial(planning.see_plan, house, COMMAND_LINE, FRIDAY, FRIDAY)
    assert [each.occurrence.id for each in see().events] == [held.id]
    assert [(each.occurrence.id, each.taken) for each in see(held=False).events] == [(off.id, 1)]
    before = FRIDAY - timedelta(days=1)
    assert planning.see_plan(house, COMMAND_LINE, before, before, held=False).events == ()


def test_who_leads_stands_there_with_the_whole_name(house: House) -> None:
    ana, rosa = add(house, "Ana", "Ortiz", Kind.STAFF), add(house)
    made = series.add_series(house, COMMAND_LINE, new_series(), [rosa.id, ana.id])
    seen = planning.see_planned(house, COMMAND_LINE, dates_of(house, made)[0].id)
    assert [each.name for each in seen.leaders] == ["Rosa Alvarez", "Ana Ortiz"]


@pytest.mark.parametrize(("at", "begun"), [("13:29", False), ("13:30", True), ("18:00", True)])
def test_who_is_there_can_be_noted_from_when_the_door_opens(
    house: House, clock: SetClock, at: str, begun: bool
) -> None:
    event = add_event(house)
    clock.set(f"2026-11-27 {at}")
    assert planning.see_planned(house, COMMAND_LINE, event.id).has_begun is begun


def test_what_to_think_about_is_said_once_with_its_holiday(house: House) -> None:
    set_day(house, COMMAND_LINE, date(2026, 11, 26), DayKind.SOCIAL, "Thanksgiving")
    made = series.add_series(house, COMMAND_LINE, new_series("Thanksgiving dinner", rule=WEEKLY))
    thoughts = planning.thoughts_on(house, dates_of(house, made))
    assert [each.gentle for each in thoughts] == [Gentle.HOLIDAY_ELSEWHERE, Gentle.DURING_UNIT_WORK]
    assert thoughts[0].holiday is not None
    assert (thoughts[0].holiday.day, thoughts[0].occurrence.day) == (date(2026, 11, 26), FRIDAY)


def test_who_would_be_told_is_counted_once(house: House) -> None:
    made = series.add_series(house, COMMAND_LINE, new_series(rule=WEEKLY, seats=1))
    first, second, third, *others = dates_of(house, made)
    rosa, tom = add(house), add(house, "Tom")
    for person, event in ((rosa, first), (rosa, second), (tom, second), (tom, third)):
        registering.register(house, person.id, event.id)
    occurrences.cancel_occurrence(house, COMMAND_LINE, third.id)
    count = planning.see_following(house, COMMAND_LINE, second.id)
    assert (count.events, count.people) == (1 + len(others), 2)
    assert planning.see_following(house, COMMAND_LINE, third.id).people == 0


@pytest.mark.parametrize(("seats", "back"), [(None, 0), (4, 0), (3, 0), (2, 1), (0, 3)])
def test_who_would_wait_again_is_counted(house: House, seats: int | None, back: int) -> None:
    event = add_event(house, new_series(seats=3))
    for name in ("Ann", "Ben", "Cleo", "Dan", "Eva"):
        registering.register(house, add(house, name).id, event.id)
    seen = planning.see_planned(house, COMMAND_LINE, event.id).event
    assert planning.waiting_again(seen, seats) == back
    occurrences.set_seats(house, COMMAND_LINE, event.id, seats)
    now = planning.see_planned(house, COMMAND_LINE, event.id).list.attendees
    assert 3 - sum(each.has_seat for each in now[:3]) == back


def test_a_plan_is_foreseen_and_nothing_is_written(house: House) -> None:
    before = actions_on_disk(house)
    new = new_series("Film club", rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", starts=time(18))
    plan = partial(series.add_series, house, COMMAND_LINE, new, (), [FRIDAY])
    seen = planning.foresee(house, plan)
    assert [str(each.day) for each in seen.held[:2]] == ["2026-12-11", "2026-12-25"]
    assert seen.thoughts == ()
    assert actions_on_disk(house) == before
    assert on_disk(house.store.path, "SELECT count(*) FROM series") == [(0,)]
    assert dates_of(house, plan())[1].day == seen.held[0].day


def test_a_change_is_foreseen_and_nothing_is_told(house: House) -> None:
    made = series.add_series(house, COMMAND_LINE, new_series(rule=WEEKLY))
    second = dates_of(house, made)[1]
    registering.register(house, add(house).id, second.id)
    to = replace(series.as_new(made, second), rule="FREQ=WEEKLY;BYDAY=SA")
    seen = planning.foresee(house, partial(series.change_following, house, COMMAND_LINE, second.id, to))
    assert str(seen.held[0].day) == "2026-12-05"
    assert dates_of(house, made)[1] == second
    assert on_disk(house.store.path, "SELECT count(*) FROM news") == [(0,)]


def test_what_is_refused_is_refused_when_foreseen(house: House) -> None:
    with pytest.raises(BadInput, match="kind"):
        planning.foresee(house, partial(series.add_series, house, COMMAND_LINE, new_series(kind="chaos")))


def test_only_those_who_look_after_the_events_see_it(house: House) -> None:
    event, rosa = add_event(house), add(house)
    for see in (planning.see_planned, planning.see_following, planning.open_list):
        with pytest.raises(NotAllowed):
            see(house, rosa.code, event.id)
        with pytest.raises(NotFound):
            see(house, COMMAND_LINE, 999)
    with pytest.raises(NotAllowed):
        planning.see_plan(house, rosa.code, FRIDAY, FRIDAY)
