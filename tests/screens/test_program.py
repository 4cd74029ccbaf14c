"""Classes and events: by day, one's own on top; this week or this month; what changes elsewhere shows."""

from datetime import date, time

import pytest

from clubhouse import registering
from clubhouse.house import House
from clubhouse.occurrences import cancel_occurrence, set_seats
from clubhouse.people import Kind, Person
from clubhouse.program import see_program
from screens.program import lines_of, span
from tests.houses import SetClock, add
from tests.screens.kiosks import SIZES, WIDE, Kiosk, kiosk
from tests.screens.mornings import ACTOR_ON_FILE
from tests.screens.programs import comes, fill, open_event, open_program, plan
from tests.screens.test_board import on_screen
from tests.screens.test_home import Take, ways

TUESDAY, SATURDAY, NEXT_WEEK = date(2026, 11, 24), date(2026, 11, 28), date(2026, 11, 30)


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
async def test_what_is_on_this_week_with_ones_own_on_top(
    house: House, rosa: Person, rosas_card: str, size: tuple[int, int]
) -> None:
    ana = add(house, "Ana", "Ortiz", Kind.STAFF)
    plan(house, "Karaoke", TUESDAY, time(19), place="", seats=None)
    movies = plan(house, "Movie night", TUESDAY, time(20), seats=1, place="Lounge")
    fill(house, movies, 3)
    comes(house, plan(house, leads=(ana.id,), place="Hall"), rosa)
    plan(house, "Far away", NEXT_WEEK)
    async with kiosk(house, size) as running:
        await open_program(running, rosas_card)
        await running.shows(
            "This week",
            "1 Friday 27 November, 18:30 · Bowling You are registered · Ana O. leads · Hall",
            "2 Tomorrow, 19:00 · Karaoke Seats for everybody",
            "3 Tomorrow, 20:00 · Movie night Full, 2 wait · Lounge",
            "8 This month", "0 Back",
        )  # fmt: skip
        assert "Far away" not in running.text()
        assert "Other" not in running.text()
        assert on_screen(running)


@ways
async def test_every_way_of_choosing_opens_the_event(house: House, rosas_card: str, take: Take) -> None:
    plan(house)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await take(running, "2", "Classes and events")
        await running.opens("ProgramPage")
        await take(running, "1", "Friday 27 November, 18:30 · Bowling")
        await running.opens("EventPage")
        await running.shows("Bowling", "2 seats free")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_full_month_is_leafed_through(house: House, rosas_card: str, size: tuple[int, int]) -> None:
    titles = [f"Event {place}" for place in range(1, 9)]
    for place, title in enumerate(titles):
        plan(house, title, TUESDAY, time(10 + place))
    async with kiosk(house, size) as running:
        await open_program(running, rosas_card)
        assert running.choices() == ["1", "2", "3", "4", "7", "8", "0"]
        assert on_screen(running)
        running.press("8")
        await running.shows("This month", "8 This week", "9 The month as a calendar")
        seen: list[str] = []
        while len(seen) < len(titles):
            assert on_screen(running)
            events = [row.choice for row in running.rows() if row.choice and row.choice.action.startswith("event")]
            seen += [event.words.rpartition(" · ")[2] for event in events]
            running.press("7")
            await running.settle()
        assert seen == titles
        await running.shows("1 Tomorrow, 10:00 · Event 1")


async def test_nothing_is_planned(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await open_program(running, rosas_card)
        await running.shows("This week: nothing is planned.")
        assert running.choices() == ["8", "0"]
        running.press("0")
        await running.opens("Home")


async def test_what_changes_elsewhere_shows_and_the_mark_stays(house: House, rosa: Person, rosas_card: str) -> None:
    karaoke = plan(house, "Karaoke", TUESDAY, place="")
    bowling = plan(house, place="")
    async with kiosk(house) as running:
        await open_program(running, rosas_card)
        running.press("down")
        await running.settle()
        assert "Bowling" in running.marked()
        await running.elsewhere(lambda other: fill(other, bowling, 2))
        await running.shows("Bowling Full")
        await running.elsewhere(lambda other: comes(other, bowling, rosa))
        await running.shows("1 Friday 27 November, 18:30 · Bowling You are 1st on the waiting list")
        assert "Bowling" in running.marked()
        await running.elsewhere(lambda other: set_seats(other, ACTOR_ON_FILE, bowling.id, 3))
        await running.shows("Bowling You are registered")
        await running.elsewhere(lambda other: cancel_occurrence(other, ACTOR_ON_FILE, karaoke.id))
        await running.until(lambda: "Karaoke" not in running.text(), "the cancelled to be gone")


async def test_what_was_chosen_shows_when_one_comes_back(house: House, rosas_card: str) -> None:
    plan(house)
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("1 I would like to come")
        running.press("1")
        await running.shows("You are registered")
        running.press("0")
        await running.opens("ProgramPage")
        await running.shows("Bowling You are registered")


async def test_all_the_news_stand_on_top(house: House, rosa: Person, rosas_card: str) -> None:
    plan(house, "Karaoke", TUESDAY)
    made = [plan(house, f"Event {place}", SATURDAY, time(10 + place), seats=1) for place in range(3)]
    for event in made:
        first = fill(house, event, 1)[0]
        comes(house, event, rosa)
        if event is made[0]:
            registering.leave(house, first.id, event.id)
    set_seats(house, ACTOR_ON_FILE, made[1].id, None)
    cancel_occurrence(house, ACTOR_ON_FILE, made[2].id)
    async with kiosk(house) as running:
        await running.come(rosas_card)
        await running.shows("You have a seat now: Event 0, Saturday 28 November, 10:00. And 2 more: press 2.")
        running.press("2")
        await running.opens("ProgramPage")
        await running.shows(
            "1 Saturday 28 November, 10:00 · Event 0 News: you have a seat now. You are registered",
            "2 Saturday 28 November, 11:00 · Event 1 News: you have a seat now. You are registered",
            "3 Saturday 28 November, 12:00 · Event 2 News: this is cancelled.",
            "4 Tomorrow, 18:30 · Karaoke",
        )
        running.press("3")
        await running.settle()
        assert running.page == "ProgramPage"
        running.press("1")
        await running.opens("EventPage")
        await running.shows("Event 0", "You are registered")
        running.press("u")
        await running.shows("1 I would like to come")
        running.press("0")
        await running.opens("ProgramPage")
        await running.shows("1 Saturday 28 November, 11:00 · Event 1 News", "Event 0 1 seat free")


def test_over_shows_no_more(house: House, clock: SetClock, rosa: Person) -> None:
    plan(house, "Breakfast", clock.moment.date(), time(8), 30)
    going_on = plan(house, "Coffee", clock.moment.date(), time(8, 30), 30)
    seen = see_program(house, clock.moment.date(), clock.moment.date(), rosa.id)
    assert [line.event and line.event.occurrence for line in lines_of(seen, ())] == [going_on]
    assert len(lines_of(seen, (), whole_day=True)) == 2


@pytest.mark.parametrize(
    ("spans", "today", "last"),
    [
        ("week", date(2026, 11, 23), date(2026, 11, 29)),
        ("week", date(2026, 11, 27), date(2026, 11, 29)),
        ("week", date(2026, 11, 28), date(2026, 12, 6)),
        ("week", date(2026, 11, 29), date(2026, 12, 6)),
        ("month", date(2026, 11, 1), date(2026, 11, 30)),
        ("month", date(2026, 11, 23), date(2026, 11, 30)),
        ("month", date(2026, 11, 24), date(2026, 12, 31)),
        ("month", date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_near_its_end_the_next_shows_too(spans: str, today: date, last: date) -> None:
    assert span(spans, today) == (today, last)


async def test_near_the_end_it_says_so(house: House, clock: SetClock, rosas_card: str) -> None:
    clock.set("2026-11-29 10:00")
    plan(house, day=date(2026, 12, 5))
    async with kiosk(house) as running:
        await open_program(running, rosas_card)
        await running.shows("This week and the next", "Saturday 5 December, 18:30 · Bowling")
        running.press("8")
        await running.shows("This month and the next", "Saturday 5 December")


async def test_a_hand_that_shakes_opens_one_page_only(
    house: House, rosas_card: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.steady.BREATH_SECONDS", 3600)
    plan(house)
    plan(house, "Karaoke")
    async with kiosk(house) as running:
        await running.come(rosas_card)
        running.press("2", "2", "2")
        await running.opens("ProgramPage")
        running.press("2", "enter")
        await running.settle()
        assert running.page == "ProgramPage"
        monkeypatch.setattr("screens.steady.BREATH_SECONDS", 0)
        running.press("2")
        await running.opens("EventPage")
        monkeypatch.setattr("screens.steady.BREATH_SECONDS", 3600)
        running.press("escape")
        await running.opens("ProgramPage")


async def is_gone(running: Kiosk) -> bool:
    """Whether no page of the programme is open any more."""
    names = {type(page).__name__ for page in running.app.screen_stack}
    return not {"ProgramPage", "EventPage", "MonthPage", "TakeAlong"} & names


async def test_the_next_scan_closes_every_page(house: House, rosas_card: str) -> None:
    plan(house)
    async with kiosk(house) as running:
        await open_event(running, rosas_card)
        await running.shows("3 Take it along")
        running.press("3")
        await running.opens("TakeAlong")
        await running.come("a library card", later=15)
        assert await is_gone(running)
