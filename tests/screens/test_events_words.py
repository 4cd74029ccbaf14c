"""Classes and events in words, without a screen."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from clubhouse.door import AtTheDoor, News, NewsKind
from clubhouse.house import House
from clubhouse.program import Event, Mine, see_event
from screens.events_words import (
    capital,
    from_to_words,
    here_words,
    leaders_words,
    mine_words,
    near_words,
    news_words,
    place_words,
    seats_words,
    short_news_words,
    state_words,
    when_words,
)
from tests.screens.programs import FRIDAY, plan


@pytest.fixture
def event(house: House) -> Event:
    """Bowling on Friday, from 18:30 to 20:00, two seats."""
    return see_event(house, plan(house).id)


def lasting(event: Event, starts: time | None, minutes: int) -> Event:
    """The same at another time."""
    begins = event.starts_at.replace(hour=starts.hour if starts else 0, minute=starts.minute if starts else 0)
    occurrence = replace(event.occurrence, starts=starts, minutes=minutes)
    return replace(event, occurrence=occurrence, starts_at=begins, ends_at=begins + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
     (22, "22nd"), (103, "103rd"), (111, "111th")],
)  # fmt: skip
def test_places(count: int, words: str) -> None:
    assert place_words(count) == words


def test_days_near_by_have_names() -> None:
    assert near_words(FRIDAY, FRIDAY) == "Today"
    assert near_words(FRIDAY, FRIDAY - timedelta(days=1)) == "Tomorrow"
    assert near_words(FRIDAY, FRIDAY + timedelta(days=1)) == "Friday 27 November"


@pytest.mark.parametrize(
    ("starts", "minutes", "words"),
    [
        (time(18, 30), 90, "Friday 27 November, 18:30 to 20:00"),
        (time(22), 180, "Friday 27 November, 22:00 to 1:00"),
        (time(18), 48 * 60, "Friday 27 November, 18:00 to Sunday 29 November, 18:00"),
        (None, 24 * 60, "Friday 27 November"),
        (None, 3 * 24 * 60, "Friday 27 November to Sunday 29 November"),
    ],
)
def test_from_when_to_when(event: Event, starts: time | None, minutes: int, words: str) -> None:
    assert from_to_words(lasting(event, starts, minutes), 24) == words


def test_a_house_with_a_twelve_hour_clock(event: Event) -> None:
    assert when_words(event.occurrence, 12) == "Friday 27 November, 6:30 pm"


@pytest.mark.parametrize(
    ("seats", "taken", "words"),
    [
        (2, 0, "2 seats free"), (2, 1, "1 seat free"), (2, 2, "full"), (2, 3, "full, 1 waits"),
        (2, 5, "full, 3 wait"),
        (0, 0, "full"), (None, 50, "seats for everybody"),
    ],
)  # fmt: skip
def test_seats(event: Event, seats: int | None, taken: int, words: str) -> None:
    assert seats_words(replace(event, occurrence=replace(event.occurrence, seats=seats), taken=taken)) == words


def test_ones_own_place(event: Event) -> None:
    assert mine_words(event) == ""
    assert mine_words(replace(event, mine=Mine(1, 1, ride=False))) == "you are registered"
    assert mine_words(replace(event, mine=Mine(1, 3, ride=False))) == "you are 2nd on the waiting list"


def test_who_leads(event: Event) -> None:
    assert leaders_words(event) == ""
    assert leaders_words(replace(event, leaders=("Ana O.",))) == "Ana O. leads"
    assert leaders_words(replace(event, leaders=("Ana O.", "{names} [/]"))) == "Ana O., {names} [/] lead"


def test_a_line(event: Event) -> None:
    assert state_words(event) == "2 seats free · Bowling hall"
    mine = replace(event, mine=Mine(1, 2, ride=False), leaders=("Ana O.",))
    assert state_words(mine) == "You are 1st on the waiting list · Ana O. leads · Bowling hall"
    assert capital("") == ""


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (NewsKind.SEAT, "You have a seat now: {title}, Friday 27 November, 18:30."),
        (NewsKind.WAITING, "There are fewer seats for {title}: you are 2nd on the waiting list."),
        (NewsKind.CHANGED, "{title} has changed: now Friday 27 November, 18:30, Bowling hall."),
        (NewsKind.CANCELLED, "{title} is cancelled on Friday 27 November, 18:30."),
        (NewsKind.HELD, "{title} is held after all: Friday 27 November, 18:30."),
    ],
)
def test_news(event: Event, kind: NewsKind, words: str) -> None:
    for title in ("Bowling", "{when} [/] %s"):
        occurrence = replace(event.occurrence, title=title)
        assert news_words(News(kind, occurrence, 2), 24) == words.replace("{title}", title)


def test_every_kind_of_news_has_words(event: Event) -> None:
    assert all(news_words(News(kind, event.occurrence), 24) for kind in NewsKind)
    assert len({short_news_words(News(kind, event.occurrence)) for kind in NewsKind}) == len(NewsKind)


def test_several_things_are_on(event: Event) -> None:
    listed = replace(event, mine=Mine(1, 0, ride=False), there=True)
    other = replace(event, occurrence=replace(event.occurrence, title="Karaoke"), there=True)
    assert here_words(AtTheDoor((listed, other), ())) == (
        "You are on the list for Bowling: good that you are here.\nYou are here for Karaoke: welcome."
    )
    assert here_words(AtTheDoor((event,), ())) == ""


def test_the_day_is_the_houses(house: House) -> None:
    party = see_event(house, plan(house, "Party", date(2026, 12, 31), time(23), 120).id)
    assert from_to_words(party, 24) == "Thursday 31 December, 23:00 to 1:00"
