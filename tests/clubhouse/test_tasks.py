"""The needs list: what comes up when, what is done, and what rolls to the next unit meeting."""

from dataclasses import replace
from datetime import date, time

import pytest

from clubhouse import days, tasks
from clubhouse.audit import COMMAND_LINE
from clubhouse.board import see_board
from clubhouse.days import DayKind, NewPart
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.tasks import NewTask, Task
from clubhouse.units import Unit
from tests.boards import AFTERNOON, MORNING, add_task, add_unit, titles
from tests.houses import SetClock, add, on_disk

WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
MONDAYS = "FREQ=WEEKLY;BYDAY=MO"


@pytest.fixture
def unit(house: House) -> Unit:
    """A unit of the house."""
    return add_unit(house)


def on_list(house: House, part_id: int = MORNING, day: date | None = None) -> list[str]:
    """The list of that part, today unless told otherwise."""
    return titles(see_board(house, part_id, day))


def tick(house: House, task: Task) -> None:
    """Somebody says that it is done."""
    tasks.tick_task(house, COMMAND_LINE, task.id)


def test_a_task_is_on_the_list_of_its_unit_and_part_from_its_first_day(house: House, unit: Unit) -> None:
    other = add_unit(house, "Clerical")
    add_task(house, unit, "Dishes", first_day=date(2026, 11, 24))
    add_task(house, other, "Phones", part=AFTERNOON)
    assert (on_list(house), on_list(house, AFTERNOON)) == ([], ["Phones"])
    assert on_list(house, day=date(2026, 11, 24)) == ["Dishes", "Phones"]
    by_unit = {each.unit.name: len(each.needed) for each in see_board(house, AFTERNOON).units}
    assert by_unit == {"Culinary": 0, "Clerical": 1}


def test_done_it_stays_in_sight_that_part_and_is_off_the_next_list(house: House, unit: Unit, clock: SetClock) -> None:
    task = add_task(house, unit)
    clock.set("2026-11-23 11:00")
    tick(house, task)
    assert (on_list(house), on_list(house, AFTERNOON)) == (["Dishes ✓"], [])
    clock.set("2026-11-24 09:00")
    assert (on_list(house), on_list(house, AFTERNOON)) == ([], [])


def test_not_done_it_rolls_from_meeting_to_meeting_until_it_is(house: House, unit: Unit, clock: SetClock) -> None:
    task = add_task(house, unit)
    for moment in ("2026-11-23 13:00", "2026-11-24 09:00", "2026-11-24 13:00", "2026-11-30 09:00"):
        clock.set(moment)
        part = MORNING if "09:00" in moment else AFTERNOON
        assert on_list(house, part) == ["Dishes"], moment
    tick(house, task)
    assert (on_list(house), on_list(house, AFTERNOON)) == (["Dishes ✓"], [])
    clock.forward(days=1)
    assert on_list(house) == []
    assert on_disk(house.store.path, "SELECT since_day, day FROM task_ticks") == [("2026-11-23", "2026-11-30")]


def test_what_rolled_to_the_afternoon_is_ticked_and_unticked_there(house: House, unit: Unit, clock: SetClock) -> None:
    task = add_task(house, unit)
    clock.set("2026-11-23 14:00")
    tick(house, task)
    assert on_list(house, AFTERNOON) == ["Dishes ✓"]
    tasks.untick_task(house, COMMAND_LINE, task.id)
    assert on_list(house, AFTERNOON) == ["Dishes"]


def test_of_yesterday_afternoon_it_comes_up_at_the_first_meeting(house: House, unit: Unit, clock: SetClock) -> None:
    task = add_task(house, unit, part=AFTERNOON)
    assert (on_list(house), on_list(house, AFTERNOON)) == ([], ["Dishes"])
    clock.set("2026-11-24 09:00")
    assert on_list(house) == ["Dishes"]
    tick(house, task)
    assert (on_list(house), on_list(house, AFTERNOON)) == (["Dishes ✓"], [])


def test_an_afternoon_task_can_be_ticked_ahead(house: House, unit: Unit, clock: SetClock) -> None:
    task = add_task(house, unit, part=AFTERNOON)
    clock.set("2026-11-23 10:00")
    tick(house, task)
    assert (on_list(house), on_list(house, AFTERNOON)) == ([], ["Dishes ✓"])


def test_a_task_that_comes_up_anew_takes_the_place_of_the_one_not_done(
    house: House, unit: Unit, clock: SetClock
) -> None:
    task = add_task(house, unit, rule=WEEKDAYS)
    clock.set("2026-11-24 10:00")
    assert on_list(house) == ["Dishes"]
    tick(house, task)
    clock.set("2026-11-25 09:00")
    assert on_list(house) == ["Dishes"]
    (needed,) = see_board(house, MORNING).units[0].needed
    assert (needed.since_day, needed.done) == (date(2026, 11, 25), False)


def test_a_weekly_task_rolls_until_its_next_day(house: House, unit: Unit, clock: SetClock) -> None:
    task = add_task(house, unit, rule=MONDAYS)
    clock.set("2026-11-26 09:00")
    assert on_list(house) == ["Dishes"]
    tick(house, task)
    found = []
    for day in (27, 29, 30):
        clock.set(f"2026-11-{day} 09:00")
        found.append(on_list(house))
    assert found == [[], [], ["Dishes"]]


def test_until_a_date_it_comes_and_what_is_left_of_it_rolls_on(house: House, unit: Unit, clock: SetClock) -> None:
    task = add_task(house, unit, rule=f"{MONDAYS};UNTIL=20261201")
    clock.set("2026-12-08 09:00")
    assert on_list(house) == ["Dishes"]
    tick(house, task)
    clock.set("2026-12-14 09:00")
    assert on_list(house) == []


@pytest.mark.parametrize(
    ("rule", "first_day", "comes"),
    [
        ("FREQ=MONTHLY;BYDAY=1MO", date(2026, 10, 1), {date(2026, 11, 2), date(2026, 12, 7)}),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 10, 1), {date(2026, 10, 30), date(2026, 11, 27)}),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", date(2026, 10, 29), {date(2026, 11, 12), date(2026, 11, 26)}),
        ("FREQ=MONTHLY;BYMONTHDAY=31", date(2026, 10, 31), {date(2026, 10, 31), date(2026, 12, 31)}),
    ],
)
def test_on_the_days_of_its_rule_it_comes_anew(
    house: House, unit: Unit, clock: SetClock, rule: str, first_day: date, comes: set[date]
) -> None:
    task = add_task(house, unit, rule=rule, first_day=first_day)
    for day in sorted(comes):
        clock.set(f"{day} 09:00")
        assert tasks.tick_task(house, COMMAND_LINE, task.id).since_day == day
        with pytest.raises(Overtaken, match="ticked this already"):
            tick(house, task)
        clock.forward(days=1)
        with pytest.raises(Overtaken, match="ticked this already"):
            tick(house, task)


def test_over_the_days_that_clocks_change_it_comes_each_day(house: House, unit: Unit, clock: SetClock) -> None:
    for weekday in (6, 7):
        days.set_weekday(house, COMMAND_LINE, weekday, DayKind.WORK_ORDERED, date(2026, 10, 1))
    task = add_task(house, unit, rule="FREQ=DAILY", first_day=date(2026, 10, 1))
    for day in ("2026-10-31", "2026-11-01", "2026-11-02", "2027-03-13", "2027-03-14", "2027-03-15"):
        clock.set(f"{day} 09:00")
        assert on_list(house) == ["Dishes"]
        tick(house, task)
        clock.set(f"{day} 23:30")
        assert on_list(house) == ["Dishes ✓"]
    assert len(on_disk(house.store.path, "SELECT DISTINCT day FROM task_ticks WHERE day = since_day")) == 6


def test_of_a_part_that_is_not_held_today_it_comes_up_at_the_first_meeting(house: House, unit: Unit) -> None:
    lunch = days.add_part(house, COMMAND_LINE, NewPart("lunch", "2", time(12), time(12), time(13)))
    add_task(house, unit, part=lunch.id)
    assert (on_list(house), on_list(house, AFTERNOON)) == (["Dishes"], ["Dishes"])
    assert on_list(house, day=date(2026, 11, 24)) == ["Dishes"]


def test_of_a_part_that_is_held_no_more_it_comes_up_at_the_first_meeting(house: House, unit: Unit) -> None:
    add_task(house, unit, rule=WEEKDAYS)
    days.end_part(house, COMMAND_LINE, MORNING)
    assert on_list(house, AFTERNOON) == ["Dishes"]


def test_a_tick_tells_the_helper_if_there_is_one_and_is_taken_back(house: House, unit: Unit) -> None:
    rosa, task = add(house), add_task(house, unit)
    tasks.tick_task(house, rosa.code, task.id, rosa)
    tasks.untick_task(house, rosa.code, task.id)
    with pytest.raises(Overtaken, match="on the list already"):
        tasks.untick_task(house, rosa.code, task.id)
    tick(house, task)
    ticks = "SELECT person_id, undone_at IS NULL FROM task_ticks ORDER BY id"
    assert on_disk(house.store.path, ticks) == [(rosa.id, 0), (None, 1)]


def test_a_task_is_not_ticked_before_it_comes_up(house: House, unit: Unit) -> None:
    for first_day, rule in ((date(2026, 11, 24), ""), (date(2026, 11, 24), MONDAYS)):
        task = add_task(house, unit, rule=rule, first_day=first_day)
        with pytest.raises(Overtaken, match="comes up on 2026-11-24"):
            tick(house, task)


def test_a_task_that_ends_is_on_no_list_and_its_ticks_stay(house: House, unit: Unit) -> None:
    task, other = add_task(house, unit, rule=WEEKDAYS), add_task(house, unit, "Menu")
    tick(house, task)
    tasks.end_task(house, COMMAND_LINE, task.id)
    assert (on_list(house), tasks.list_tasks(house)) == (["Menu"], [other])
    assert on_disk(house.store.path, "SELECT count(*) FROM task_ticks WHERE undone_at IS NULL") == [(1,)]
    with pytest.raises(NotFound, match="no task"):
        tick(house, task)


def test_a_task_is_moved_to_another_unit_and_part(house: House, unit: Unit) -> None:
    task, other = add_task(house, unit), add_unit(house, "Clerical")
    moved = tasks.change_task(house, COMMAND_LINE, task.id, replace(task, unit_id=other.id, part_id=AFTERNOON))
    assert (moved.unit_id, moved.title, moved.id) == (other.id, "Dishes", task.id)
    assert (on_list(house), on_list(house, AFTERNOON)) == ([], ["Dishes"])
    assert tasks.task_still_in(house, task.id, unit.id) is None
    assert tasks.task_still_in(house, task.id, other.id) == task.id


def test_words_are_tidied_and_a_how_to_keeps_its_lines(house: House, unit: Unit) -> None:
    how_to = "\n  Wash  your hands.\x07\n\nDry them.\n"
    wanted = NewTask(unit.id, MORNING, " Lunch \t prep ", how_to, " cooking ", 3, house.today(), "")
    task = tasks.add_task(house, COMMAND_LINE, wanted)
    assert (task.title, task.how_to, task.skills) == ("Lunch prep", "Wash your hands.\n\nDry them.", "cooking")
    assert tasks.get_task(house, task.id) == task


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": " "}, "needs a title"),
        ({"title": "x" * 61}, "at most 60"),
        ({"how_to": "x" * 4001}, "at most 4000"),
        ({"hands": 0}, "1 to 99"),
        ({"hands": 100}, "1 to 99"),
        ({"rule": "FREQ=WEEKLY;INTERVAL=0"}, "no rule"),
    ],
)
def test_a_task_that_cannot_be_is_refused(house: House, unit: Unit, change: dict[str, object], words: str) -> None:
    task = add_task(house, unit)
    wrong = replace(task, **change)  # type: ignore[arg-type]
    with pytest.raises(BadInput, match=words):
        tasks.add_task(house, COMMAND_LINE, wrong)
    with pytest.raises(BadInput, match=words):
        tasks.change_task(house, COMMAND_LINE, task.id, wrong)
    assert tasks.list_tasks(house) == [task]


def test_a_task_needs_a_unit_that_is_there(house: House, unit: Unit) -> None:
    task = add_task(house, unit)
    with pytest.raises(NotFound, match="no unit with the number 9"):
        tasks.add_task(house, COMMAND_LINE, replace(task, unit_id=9))


def test_nobody_is_named_for_what_was_not_done(house: House, unit: Unit, clock: SetClock) -> None:
    add_task(house, unit, rule=WEEKDAYS)
    logged = on_disk(house.store.path, "SELECT count(*) FROM audit")
    clock.forward(days=3)
    assert on_list(house) == ["Dishes"]
    assert on_disk(house.store.path, "SELECT count(*) FROM audit") == logged
    assert on_disk(house.store.path, "SELECT * FROM task_ticks") == []
