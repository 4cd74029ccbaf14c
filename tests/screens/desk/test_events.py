"""The programme at the desk: found, opened, turned, planned; cancelled and held; changed, one or all that follow."""

from dataclasses import replace
from datetime import time

import pytest

from clubhouse import occurrences, registering, series
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.rooms import notices_for
from tests.events import add_event, dates_of, held_days, new_series
from tests.houses import SetClock, add, on_disk
from tests.screens.desks import marked_row, open_desk
from tests.screens.kiosks import LARGE, SIZES, Kiosk, kiosk
from tests.screens.mornings import Day

WEEKLY = "FREQ=WEEKLY;BYDAY=FR"


async def open_events(running: Kiosk, day: Day) -> None:
    """Go into the room."""
    await open_desk(running, day.anas_card)
    running.press("4")
    await running.opens("EventsRoom")


async def open_first(running: Kiosk, day: Day) -> None:
    """Open the first event of the list."""
    await open_events(running, day)
    running.press("enter")
    await running.opens("EventRoom")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_weeks_that_come_stand_in_a_list(
    house: House, day: Day, rosa: Person, size: tuple[int, int]
) -> None:
    bowling = add_event(house, new_series("Bowling", seats=1, starts=time(18, 30), rule=WEEKLY))
    add_event(house, new_series("Park walk", starts=None, minutes=1440))
    for person in (rosa, add(house, "Tom")):
        registering.register(house, person.id, bowling.id)
    async with kiosk(house, size) as running:
        await open_events(running, day)
        await running.shows("Mon 23 Nov to Sun 20 Dec", "Park walk 0", "Bowling 1/1 1 waits", "Bowling 0/1", "1 New")
        assert await marked_row(running) == "Fri 27 Nov all day Park walk 0 "
        running.type("bow dec")
        assert await marked_row(running) == "Fri 4 Dec 18:30 Bowling 0/1 "
        running.press("escape", "3")
        await running.shows("Mon 21 Dec", "Fri 25 Dec")
        running.press("2", "2")
        await running.shows("Mon 26 Oct to Sun 22 Nov")
        assert await marked_row(running) == ""


async def test_what_is_past_is_found_with_the_latest_marked(house: House, day: Day, clock: SetClock) -> None:
    add_event(house, new_series("Bowling", rule=WEEKLY))
    clock.forward(days=14)
    async with kiosk(house) as running:
        await open_events(running, day)
        running.press("2")
        await running.shows("Fri 27 Nov")
        assert (await marked_row(running)).startswith("Fri 4 Dec")


async def test_what_is_not_held_is_shown_on_wish_and_held_again(house: House, day: Day, rosa: Person) -> None:
    bowling = add_event(house, new_series("Bowling"))
    registering.register(house, rosa.id, bowling.id)
    occurrences.cancel_occurrence(house, COMMAND_LINE, bowling.id)
    async with kiosk(house) as running:
        await open_events(running, day)
        await running.settle()
        assert "Bowling" not in running.text()
        running.press("4")
        await running.shows("Bowling 1 not held")
        running.press("enter")
        await running.opens("EventRoom")
        await running.shows("Not held. Bowling", "Rosa Alvarez")
        running.press("enter")
        await running.settle()
        running.press("5")
        await running.shows("6 holds it after all.")
        running.press("6")
        await running.shows("It is held after all.")
        await running.settle()
        running.press("6")
        await running.shows("It is held.")
    assert occurrences.get_occurrence(house, bowling.id).cancelled_at is None
    assert on_disk(house.store.path, "SELECT count(*) FROM presences") == [(0,)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_series_is_planned_from_words_and_read_back(
    house: House, day: Day, rosa: Person, size: tuple[int, int]
) -> None:
    async with kiosk(house, size) as running:
        await open_events(running, day)
        running.press("1")
        await running.opens("NewEvent")
        running.type("Film club\r")
        running.press("right", "enter")
        running.type("friday\r6 pm\r1:30\r1st and 3rd friday until june\r")
        running.type("18 december\r27 november\r12\rLounge\r\rBring a chair. / And a friend.\r2\r")
        running.press("right", "enter")
        running.type("alv")
        await running.shows("1 Rosa A.")
        running.type("1\r\r\r")
        await running.opens("Question")
        await running.shows(
            "Film club · social · Lounge · first and third friday until 2027-06-30",
            "Next: Friday 27 November, 18:00; Friday 4 December, 18:00; Friday 1 January, 18:00",
            "Led by: Rosa A.",
        )
        assert series.list_series(house) == []
        running.press("enter")
        await running.opens("EventsRoom")
        await running.shows("It is planned.", "Fri 27 Nov 18:00 Film club 0/12", "Fri 4 Dec")
    (made,) = series.list_series(house)
    assert (made.kind, made.minutes, made.seats, made.closes_minutes, made.rides) == ("social", 90, 12, 120, True)
    assert made.notes == "Bring a chair.\nAnd a friend."
    assert series.leads_of(house, made.id) == [rosa.id]
    assert held_days(house, made)[:3] == ["11-27", "12-04", "01-01"]


async def test_a_refusal_marks_its_field_and_nothing_typed_is_lost(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_events(running, day)
        running.press("1")
        await running.opens("NewEvent")
        running.press("enter")
        await running.shows("It needs a title")
        running.type("Film club\r\rfridaymorning\r")
        await running.shows("is no day")
        assert await marked_row(running) == "Day fridaymorning_"
        running.press("delete")
        running.type("friday\rall day\r2 hours\r")
        await running.shows("What lasts all day lasts whole days")
        assert await marked_row(running) == "Length 2 hours_"
        running.press("delete")
        running.type("1 day\rfridays until may 2026\r")
        await running.shows("That never comes")
        running.press("delete")
        running.type("whenever\r")
        await running.shows("is no rule that is known")
        assert await marked_row(running) == "How often whenever_"
        running.press("delete", "enter")
        assert await marked_row(running) == "Not on _"
        assert "Film club" in running.text()
    assert series.list_series(house) == []


async def test_what_the_question_says_can_be_mended(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_events(running, day)
        running.press("1")
        await running.opens("NewEvent")
        running.type("Typing\r\rfriday\r10:00\r1:00\r" + "\r" * 12)
        await running.opens("Question")
        await running.shows("Please note: on Friday 27 November it shares time with the unit work")
        running.press("escape")
        await running.opens("NewEvent")
        running.press(*["up"] * 20)
        running.type(" class")
        await running.shows("Typing class_")
        running.touch("Save")
        await running.opens("Question")
        running.press("down", "enter")
        await running.opens("NewEvent")
    assert series.list_series(house) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_cancelling_says_how_many_are_told_and_takes_one_or_all(
    house: House, day: Day, rosa: Person, size: tuple[int, int]
) -> None:
    made = series.add_series(house, COMMAND_LINE, new_series("Bowling", rule=WEEKLY))
    first, second, *_ = dates_of(house, made)
    for person, event in ((rosa, first), (rosa, second), (add(house, "Tom"), second)):
        registering.register(house, person.id, event.id)
    async with kiosk(house, size) as running:
        await open_first(running, day)
        running.press("5")
        await running.opens("Question")
        await running.shows(
            "Cancel Bowling, Friday 27 November, 14:00?",
            "Only this one: 1 person is told",
            "This and all that follow (13): 2 people are told",
        )
        running.press("down", "down", "enter")
        await running.opens("EventRoom")
        assert len(held_days(house, made)) == 13
        running.press("5")
        await running.opens("Question")
        running.press("enter")
        await running.opens("EventRoom")
        await running.shows("It is not held.")
        assert held_days(house, made)[0] == "12-04"
        running.press("escape")
        await running.opens("EventsRoom")
        running.press("enter")
        await running.opens("EventRoom")
        running.press("5")
        await running.opens("Question")
        running.press("down", "enter")
        await running.shows("This and all that follow are not held.")
    assert held_days(house, made) == []


async def test_one_is_changed_by_itself(house: House, day: Day, rosa: Person) -> None:
    made = series.add_series(house, COMMAND_LINE, replace(new_series("Bowling", rule=WEEKLY), notes="One.\nTwo."))
    first, *_ = dates_of(house, made)
    registering.register(house, rosa.id, first.id)
    async with kiosk(house) as running:
        await open_first(running, day)
        running.press("4")
        await running.opens("Question")
        running.press("enter")
        await running.opens("ChangeOne")
        await running.shows("Title Bowling", "Day 2026-11-27", "Time 14:00", "Length 1:00", "Notes One. / Two.")
        running.press("down", "down", "delete")
        running.type("15:30\r\r\r\r\r")
        await running.opens("EventRoom")
        await running.shows("It is changed.", "Friday 27 November, 15:30 to 16:30")
    now = dates_of(house, made)
    assert [each.starts for each in now[:2]] == [time(15, 30), time(14)]
    assert (now[0].notes, now[0].seats) == ("One.\nTwo.", None)
    assert on_disk(house.store.path, "SELECT kind FROM news") == [("changed",)]


async def test_this_and_all_that_follow_are_changed_in_the_form_filled_in(
    house: House, day: Day, rosa: Person
) -> None:
    made = series.add_series(house, COMMAND_LINE, new_series("Bowling", rule=WEEKLY, seats=9), [rosa.id])
    first, *_ = dates_of(house, made)
    registering.register(house, rosa.id, first.id)
    async with kiosk(house) as running:
        await open_first(running, day)
        running.press("4")
        await running.opens("Question")
        running.press("down", "enter")
        await running.opens("ChangeFollowing")
        await running.shows("How often every friday", "Who leads Rosa Alvarez", "Seats 9")
        running.press(*["down"] * 5, "delete")
        running.type("every saturday\r\x7f8\r")
        running.touch("Save")
        await running.opens("Question")
        await running.shows(
            "every saturday", "Next: Saturday 28 November, 14:00", "1 person is on the list", "the last to come wait"
        )
        running.press("enter")
        await running.opens("EventRoom")
        await running.shows("It is changed.", "Saturday 28 November, 14:00", "1 of 8 seats")
    assert held_days(house, made)[:2] == ["11-28", "12-05"]
    assert series.leads_of(house, made.id) == [rosa.id]


async def test_what_comes_once_is_changed_without_a_question(house: House, day: Day) -> None:
    add_event(house, new_series("Dinner"))
    async with kiosk(house) as running:
        await open_first(running, day)
        running.press("4")
        await running.opens("ChangeAll")
        running.type(" for all")
        running.touch("Save")
        await running.opens("Question")
        running.press("enter")
        await running.opens("EventRoom")
        await running.shows("Dinner for all")


async def test_one_more_day_and_who_leads(house: House, day: Day, rosa: Person) -> None:
    made = series.add_series(house, COMMAND_LINE, new_series("Bowling", rule=WEEKLY))
    async with kiosk(house) as running:
        await open_first(running, day)
        running.press("8")
        await running.opens("MoreDay")
        running.type("27 november\r")
        await running.shows("It is planned for that day already.")
        running.press("delete")
        running.type("28 november\r")
        await running.opens("EventRoom")
        running.press("7")
        await running.opens("Leads")
        running.type("ana")
        await running.shows("1 Ana O.")
        running.type("1\ralv")
        await running.shows("1 Rosa A.")
        running.type("1\r\r")
        await running.opens("EventRoom")
        await running.shows("Ana Ortiz, Rosa Alvarez lead")
    assert held_days(house, made)[:2] == ["11-27", "11-28"]
    assert series.leads_of(house, made.id) == [day.ana.id, rosa.id]


def test_events_of_today_stand_on_the_desk_of_those_who_look_after_them(
    house: House, day: Day, clock: SetClock, rosa: Person
) -> None:
    clock.set("2026-11-27 10:00")
    add_event(house, new_series("Breakfast", starts=time(8)))
    event = add_event(house, new_series("Bowling", seats=8))
    registering.register(house, rosa.id, event.id)
    held = frozenset({Permission.EVENTS})
    assert notices_for(house, held)[1:] == ["Today: Bowling, 14:00 (1/8)"]
    for title in ("Chess", "Choir", "Cards", "Clay"):
        add_event(house, new_series(title))
    assert notices_for(house, held)[1:] == [
        "Today: Bowling, 14:00 (1/8); Chess, 14:00 (0); Choir, 14:00 (0); and 2 more"
    ]
    assert len(notices_for(house, frozenset({Permission.REPORTS}))) == 1


async def test_what_was_typed_is_text(house: House, day: Day) -> None:
    add_event(house, replace(new_series("[@click=app.quit]x[/]"), place="[bold]"))
    async with kiosk(house, LARGE) as running:
        await open_first(running, day)
        await running.shows("[@click=app.quit]x[/] · social · [bold]")
        running.press("5")
        await running.opens("Question")
        await running.shows("Cancel [@click=app.quit]x[/], ")
