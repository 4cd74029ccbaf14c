"""Each outcome of a scan, driven by keys through the whole kiosk: the words on the screen and what is on disk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from clubhouse.attendance import Outcome, scan
from clubhouse.cards import replace_card
from clubhouse.codes import complete
from clubhouse.house import House
from clubhouse.people import Kind, Person, end_person, pause_person
from clubhouse.visits import add_visit
from screens.answers import SAYINGS
from tests.forms import long
from tests.houses import ACTOR, MONDAY_MORNING, SetClock, add_with_card, on_disk, visits_on_disk
from tests.screens.kiosks import SMALL, kiosk


@dataclass(frozen=True)
class Case:
    """One outcome: what comes before, what is scanned, what is said, how many visits there are then."""

    outcome: Outcome
    words: str
    visits: int
    before: Callable[[House, SetClock, Person, str], object] = lambda house, clock, person, card: None
    kind: Kind = Kind.MEMBER
    scanned: str = ""
    """Instead of the person's card."""
    last_out: str | None = None


def come(house: House, clock: SetClock, person: Person, card: str, seconds: float = 60) -> None:
    """Scan so many seconds ago."""
    clock.forward(seconds=-seconds)
    scan(house, card)
    clock.forward(seconds=seconds)


def came_days_ago(days: int) -> Callable[[House, SetClock, Person, str], object]:
    """A visit of two hours, so many days ago."""
    start = MONDAY_MORNING - timedelta(days=days)
    return lambda house, clock, person, card: add_visit(
        house, ACTOR, person, start, start + timedelta(hours=2), "paper"
    )


MISREAD = complete("CBDEFGHIJKLNRTUVCBDEFGHI")[:-1] + "V"
CASES = [
    Case(Outcome.FIRST_VISIT, "Welcome, Rosa. You are signed in, 8:47. Your first time here.", 1),
    Case(Outcome.WELCOME, "Good morning, Rosa. You are signed in, 8:47. Have a good day.", 2, came_days_ago(3)),
    Case(Outcome.WELCOME, "Good morning, Rosa. You are signed in, 8:47.", 2, came_days_ago(89)),
    Case(Outcome.WELCOME_BACK, "Welcome back, Rosa. You are signed in, 8:47.", 2, came_days_ago(90)),
    Case(Outcome.WELCOME_BACK, "Welcome back, Rosa. You are signed in, 8:47.", 2, came_days_ago(3000)),
    Case(
        Outcome.AGAIN, "Hello again, Rosa. You are signed in again, 8:47.", 2,
        lambda house, clock, person, card: add_visit(
            house, ACTOR, person, MONDAY_MORNING - timedelta(hours=2), MONDAY_MORNING - timedelta(hours=1), "paper"
        ),
    ),
    Case(Outcome.ALREADY_HERE, "Hello, Rosa. You are here already, since 8:46.", 1, come),
    Case(
        Outcome.REPEATED, "Welcome, Rosa. You are signed in, 8:46. We have your card already", 1,
        lambda house, clock, person, card: come(house, clock, person, card, seconds=2),
    ),
    Case(
        Outcome.REPLACED, "This card was replaced. Please ask at reception. Nobody was signed in.", 0,
        lambda house, clock, person, card: replace_card(house, ACTOR, person),
    ),
    Case(
        Outcome.PAUSED, "Hello, Rosa. Please see a staff member.", 0,
        lambda house, clock, person, card: pause_person(house, ACTOR, person.id, "private"),
    ),
    Case(
        Outcome.FIRST_VISIT, "Welcome, Rosa. You are signed in, 8:47.", 1,
        lambda house, clock, person, card: end_person(house, ACTOR, person.id),
    ),
    Case(Outcome.UNKNOWN, "We do not know this card.", 0, scanned=complete("CBDEFGHIJKLNRTUVCBDEFGHI")),
    Case(Outcome.NOT_OURS, "That is not a card of this house.", 0, scanned="https://example.org"),
    Case(Outcome.UNCLEAR, "That was hard to read. Please scan again.", 0, scanned=MISREAD),
    Case(Outcome.STAFF_IN, "Good morning, Rosa. You are in, 8:47. Scan again when you leave.", 1, kind=Kind.STAFF),
    Case(Outcome.STAFF_OUT, "Goodbye, Rosa. You are out, 8:47.", 1, come, kind=Kind.STAFF, last_out="scan"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{number} {case.outcome}" for number, case in enumerate(CASES)])
async def test_the_words_the_bell_and_the_disk(house: House, clock: SetClock, case: Case) -> None:
    person, card = add_with_card(house, kind=case.kind)
    case.before(house, clock, person, card)
    async with kiosk(house, SMALL) as running:
        rings = running.count_rings()
        await running.come(case.scanned or card)
        await running.shows(case.words, SAYINGS[case.outcome].symbol)
        assert "private" not in running.text()
        assert len(rings) == {"glad": 1, "calm": 0, "asking": 2}[SAYINGS[case.outcome].tone]
        visits = visits_on_disk(house)
        assert len(visits) == case.visits
        if visits:
            assert visits[-1][2] == case.last_out


def test_every_outcome_of_a_scan_is_here_but_those_of_a_broken_store() -> None:
    by_key = {Outcome.SIGNED_OUT, Outcome.IN_UNDONE, Outcome.OUT_UNDONE}  # tests of a person's page
    in_trouble = {Outcome.BUSY, Outcome.FAILED}  # tests of the scan desk
    assert {case.outcome for case in CASES} == set(Outcome) - by_key - in_trouble


@pytest.mark.parametrize("count", [120, long(500)])
async def test_hundreds_of_scans_in_one_burst(house: House, count: int) -> None:
    with house.store.transaction():
        cards = [add_with_card(house, f"Member {number}")[1] for number in range(count)]
    async with kiosk(house) as running:
        running.type("".join(f"{card}\r" for card in cards))
        await running.until(lambda: running.app.home.code == cards[-1], "the last answer", seconds=60)
        await running.shows(f"Welcome, Member {count - 1}.")
        in_order = [row[0] for row in on_disk(house.store.path, "SELECT person_id FROM visits ORDER BY id")]
        assert in_order == list(range(1, count + 1))
