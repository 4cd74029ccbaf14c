"""Scans are answered in order and at once; what cannot be written is kept, tried again, and never called done."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from clubhouse.attendance import Answer, Outcome
from clubhouse.house import House
from db.opening import open_store
from screens import scan_desk
from screens.scan_desk import Answered, ScanDesk
from tests.houses import SetClock, add_with_card, visits_on_disk
from tests.screens.kiosks import Kiosk, kiosk
from tests.screens.stillness import DEADLINE_SECONDS


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program holds the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def gone(path: Path) -> Iterator[None]:
    """The file is not where it was, as when a cable is loose."""
    away = path.with_name("away")
    path.rename(away)
    yield
    away.rename(path)


Trouble = Callable[[Path], AbstractContextManager[None]]

troubles = pytest.mark.parametrize(
    ("trouble", "outcome", "words"),
    [
        (held, Outcome.BUSY, "The computer is busy. You need not scan again."),
        (gone, Outcome.FAILED, "Please sign in on the paper sheet at reception."),
    ],
)


@pytest.fixture
def house(path: Path, clock: SetClock) -> Iterator[House]:
    """The house with little patience for other programs."""
    house = House(open_store(path, busy_seconds=0.02), clock)
    yield house
    house.close()


@contextmanager
def desk(house: House, told: list[Answered]) -> Iterator[ScanDesk]:
    """A desk at work that tries again soon."""
    at_work = ScanDesk(house, told.append, retry_seconds=0.01)
    thread = Thread(target=at_work.run)
    thread.start()
    yield at_work
    at_work.close()
    thread.join(DEADLINE_SECONDS)
    assert not thread.is_alive()


def wait_for(told: list[Answered], count: int) -> None:
    """Wait until that many answers came."""
    give_up = monotonic() + DEADLINE_SECONDS
    while len(told) < count:
        assert monotonic() < give_up, told


def test_answers_come_in_the_order_of_the_scans(house: House) -> None:
    codes = [add_with_card(house, f"Member {number}")[1] for number in range(20)]
    told: list[Answered] = []
    with desk(house, told) as at_work:
        for code in codes:
            at_work.put(code)
    assert [answered.code for answered in told] == codes
    assert [answered.answer.person.id for answered in told if answered.answer.person] == list(range(1, 21))


def test_a_code_travels_only_when_it_is_one(house: House) -> None:
    told: list[Answered] = []
    with desk(house, told) as at_work:
        at_work.put("https://example.org")
    assert told[0].code == ""


@troubles
def test_trouble_is_told_at_once_and_the_scan_keeps_its_own_time(
    house: House, clock: SetClock, trouble: Trouble, outcome: Outcome, words: str
) -> None:
    _, code = add_with_card(house)
    told: list[Answered] = []
    with desk(house, told) as at_work:
        with trouble(house.store.path):
            house.store.close()
            at_work.put(code)
            wait_for(told, 1)
            clock.forward(minutes=10)
        wait_for(told, 2)
    assert [answered.answer.outcome for answered in told] == [outcome, Outcome.FIRST_VISIT]
    assert [answered.after_trouble for answered in told] == [False, True]
    assert visits_on_disk(house) == [("2026-11-23T13:47:00Z", None, None)]


def test_what_waits_is_written_in_order_and_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = iter([True] * 7)
    asked: list[str] = []

    def scan(_house: House, scanned: str, at: datetime) -> Answer:
        asked.append(scanned)
        return Answer(Outcome.BUSY if next(refusals, False) else Outcome.WELCOME, at)

    monkeypatch.setattr(scan_desk, "scan", scan)
    told: list[Answered] = []
    with desk(house, told) as at_work:
        for code in ("first", "second", "first", "third"):
            at_work.put(code)
        wait_for(told, 7)
    late = [answered for answered in told if answered.after_trouble]
    assert len(told) - len(late) == 4
    assert len(late) == 3
    assert asked[-3:] == ["first", "second", "third"]


async def come_in_trouble(running: Kiosk, code: str, words: str) -> None:
    """Scan while nothing can be written."""
    running.app.house.store.close()
    await running.come(code)
    await running.shows(words)
    assert "signed in" not in running.flat().lower()
    assert running.choices() == ["0"]


@troubles
async def test_the_page_turns_by_itself_when_it_is_written(
    house: House, clock: SetClock, rosas_card: str, trouble: Trouble, outcome: Outcome, words: str
) -> None:
    async with kiosk(house, retry_seconds=0.02) as running:
        with trouble(house.store.path):
            await come_in_trouble(running, rosas_card, words)
            clock.forward(minutes=3)
        await running.shows("Welcome, Rosa. You are signed in, 8:47.")
        assert visits_on_disk(house) == [("2026-11-23T13:47:00Z", None, None)]


@troubles
async def test_whoever_has_taken_the_page_meanwhile_is_not_disturbed(
    house: House, rosas_card: str, trouble: Trouble, outcome: Outcome, words: str
) -> None:
    async with kiosk(house, retry_seconds=0.02) as running:
        with trouble(house.store.path):
            await come_in_trouble(running, rosas_card, words)
            running.press("0")
            await running.opens("Welcome")
            running.press("f3")
            await running.opens("Look")
        await running.until(lambda: len(visits_on_disk(house)) == 1, "the visit on disk")
        await running.settle()
        assert running.page == "Look"
        running.press("escape")
        await running.opens("Welcome")
        assert "Rosa" not in running.text()


@troubles
async def test_who_has_pressed_done_is_not_called_back(
    house: House, rosas_card: str, trouble: Trouble, outcome: Outcome, words: str
) -> None:
    async with kiosk(house, retry_seconds=0.02) as running:
        with trouble(house.store.path):
            await come_in_trouble(running, rosas_card, words)
            running.press("0")
            await running.opens("Welcome")
        await running.until(lambda: len(visits_on_disk(house)) == 1, "the visit on disk")
        await running.shows("1 person is here.")
        assert running.page == "Welcome"
        assert "Rosa" not in running.text()


async def test_a_key_in_trouble_says_why_nothing_was_done(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await running.come(rosas_card)
        with held(house.store.path):
            running.press("9")
            await running.shows("The computer is busy. Please try again in a moment.")
            assert "9" in running.choices()
        running.press("9")
        await running.shows("Goodbye, Rosa.")
