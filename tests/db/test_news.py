"""Statements about news: told once, and what contradicts itself is no news."""

from datetime import UTC, date, datetime, timedelta

import pytest

import db.news
from db.news import NewsKind, Untold
from db.store import Store
from tests.db.people import put

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = date(2026, 11, 23)


@pytest.fixture
def person(store: Store) -> int:
    """Somebody, and an event with the number 1."""
    store.connection.execute(
        "INSERT INTO series (uid, kind, title, first_day, minutes, made_until)"
        " VALUES ('a', 'social', 'Tea', '2026-11-23', 60, '2026-11-23')"
    )
    store.connection.execute(
        "INSERT INTO occurrences (series_id, original_day, day, minutes, title)"
        " VALUES (1, '2026-11-23', '2026-11-23', 60, 'Tea')"
    )
    return put(store)


def news(store: Store, person: int, since: datetime = NOON) -> list[NewsKind]:
    """What the person is told of the event."""
    found = db.news.of_person(store, person, since, DAY)
    assert {each.occurrence_id for each in found} <= {1}
    return [each.kind for each in found]


@pytest.mark.parametrize(
    ("put_in_order", "told"),
    [
        (["seat"], ["seat"]),
        (["seat", "seat"], ["seat"]),
        (["seat", "waiting"], []),
        (["seat", "waiting", "seat"], ["seat"]),
        (["cancelled", "held"], []),
        (["seat", "changed", "cancelled", "held"], ["seat", "changed"]),
    ],
)
def test_what_is_taken_back_untold_is_no_news(
    store: Store, person: int, put_in_order: list[str], told: list[str]
) -> None:
    for kind in put_in_order:
        db.news.put(store, person, 1, NewsKind(kind), NOON)
    assert news(store, person) == told


def test_of_two_told_the_later_stands(store: Store, person: int) -> None:
    for kind in (NewsKind.SEAT, NewsKind.WAITING):
        db.news.put(store, person, 1, kind, NOON)
        db.news.tell(store, person, NOON)
    assert news(store, person) == [NewsKind.WAITING]
    assert news(store, person, NOON + timedelta(seconds=1)) == []
    db.news.untell(store, person, NOON)
    assert news(store, person, NOON + timedelta(seconds=1)) == [NewsKind.WAITING]


def test_what_is_forgotten_is_told_no_more(store: Store, person: int) -> None:
    db.news.put(store, person, 1, NewsKind.SEAT, NOON)
    assert db.news.of_person(store, person, NOON, DAY) == [Untold(1, NewsKind.SEAT)]
    assert db.news.of_person(store, person, NOON, DAY + timedelta(days=1)) == []
    db.news.forget(store, person, 1, NOON)
    assert news(store, person) == []
