"""Who has a seat and who waits, after anything that may happen, beside a plain list."""

import json
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from clubhouse import series
from clubhouse.attendance import sign_out
from clubhouse.audit import COMMAND_LINE
from clubhouse.door import see_list
from clubhouse.errors import Overtaken
from clubhouse.house import House
from clubhouse.occurrences import cancel_occurrence, hold_occurrence, set_seats
from clubhouse.program import see_event
from clubhouse.registering import leave, register, register_for, take_off_list
from clubhouse.waiting_list import has_seat
from db.soundness import problems
from tests.events import add_event, list_on_disk, new_series, told
from tests.forms import cases
from tests.houses import SetClock, add, add_with_card, make_house, on_disk
from tests.processes import start

WHO = st.integers(0, 6)


class AnyOrder(RuleBasedStateMachine):
    """Seven people and one event, beside a list of people, a number, and what each of them knows."""

    def __init__(self) -> None:
        """A house with an event of two seats."""
        super().__init__()
        self.folder = TemporaryDirectory()
        self.clock = SetClock()
        self.house = make_house(Path(self.folder.name) / "house.db", self.clock)
        self.people: list[tuple[int, str]] = []
        self.coming: list[int] = []
        self.seats: int | None = 2
        self.held = True
        self.knows: dict[int, tuple[bool, bool]] = {}
        """Of each who is on the list: whether they have a seat, and whether it is held, as far as they know."""

    def teardown(self) -> None:
        """Close and remove the house."""
        self.house.close()
        self.folder.cleanup()

    @initialize()
    def found(self) -> None:
        """The people, and the event."""
        for number in range(7):
            person, code = add_with_card(self.house, f"Rosa{number}")
            self.people.append((person.id, code))
        self.event = add_event(self.house, new_series(seats=2)).id

    def is_seated(self, person: int) -> bool:
        """Whether the model gives that person a seat."""
        return self.seats is None or self.coming.index(person) < self.seats

    @rule(who=WHO, by_staff=st.booleans())
    def register(self, who: int, by_staff: bool) -> None:
        """Somebody would like to come."""
        person = self.people[who][0]
        try:
            if by_staff:
                register_for(self.house, COMMAND_LINE, person, self.event)
            else:
                register(self.house, person, self.event)
        except Overtaken:
            assert not self.held
            return
        assert self.held
        if person not in self.coming:
            self.coming.append(person)
            self.knows[person] = self.is_seated(person), True

    @rule(who=WHO, by_staff=st.booleans())
    def leave(self, who: int, by_staff: bool) -> None:
        """Somebody does not come after all."""
        person = self.people[who][0]
        try:
            if by_staff:
                take_off_list(self.house, COMMAND_LINE, person, self.event)
            else:
                leave(self.house, person, self.event)
        except Overtaken:
            assert not self.held or person not in self.coming
            return
        self.coming.remove(person)
        del self.knows[person]

    @rule(seats=st.none() | st.integers(0, 8))
    def change_seats(self, seats: int | None) -> None:
        """There are more seats, or fewer, or no limit."""
        if self.held:
            set_seats(self.house, COMMAND_LINE, self.event, seats)
            self.seats = seats

    @rule()
    def cancel(self) -> None:
        """It is not held."""
        cancel_occurrence(self.house, COMMAND_LINE, self.event)
        self.held = False

    @rule()
    def hold(self) -> None:
        """It is held after all."""
        hold_occurrence(self.house, COMMAND_LINE, self.event)
        self.held = True

    @rule(who=WHO)
    def scan(self, who: int) -> None:
        """Somebody comes in, and is told what is different from what they know."""
        self.clock.forward(minutes=1)
        person, code = self.people[who]
        kinds = {kind for kind, _ in told(self.house, code)}
        self.sign_out(person)
        if person not in self.coming:
            assert kinds == set()
            return
        seated, held = self.knows[person]
        now = self.is_seated(person)
        if not self.held:
            assert kinds == ({"cancelled"} if held else set())
        else:
            seat_news = {"seat" if now else "waiting"} if now is not seated else set()
            assert kinds == seat_news | (set() if held else {"held"})
        self.knows[person] = now, self.held

    def sign_out(self, person: int) -> None:
        """The person goes, if they are here."""
        with suppress(Overtaken):
            sign_out(self.house, person)

    @invariant()
    def the_list_is_that_of_the_model(self) -> None:
        """The same people in the same order, as many seats as there are, and each place known to its holder."""
        if not self.people:
            return
        assert list_on_disk(self.house, self.event) == self.coming
        if not self.held:
            return
        attendees = see_list(self.house, COMMAND_LINE, self.event).attendees
        assert [(each.person_id, each.has_seat) for each in attendees] == [
            (person, self.is_seated(person)) for person in self.coming
        ]
        for person, _ in self.people:
            event = see_event(self.house, self.event, person)
            waits = person in self.coming and not self.is_seated(person)
            assert event.has_seat is (person in self.coming and not waits)
            assert event.turn == (self.coming.index(person) - (self.seats or 0) + 1 if waits else 0)
            assert event.free == (None if self.seats is None else max(0, self.seats - len(self.coming)))
            assert event.waiting == (0 if self.seats is None else max(0, len(self.coming) - self.seats))

    @invariant()
    def the_house_is_sound(self) -> None:
        """No invariant of the file is broken."""
        assert problems(self.house.store) == []


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = cases(12, 600, stateful_step_count=25)


@pytest.mark.parametrize(
    ("before", "seats", "expected"),
    [(0, 1, True), (1, 1, False), (0, 0, False), (999, None, True), (2, 3, True), (3, 3, False)],
)
def test_the_first_to_come_have_the_seats(before: int, seats: int | None, expected: bool) -> None:
    assert has_seat(before, seats) is expected


def test_a_freed_seat_is_the_next_ones_and_they_alone_are_told(house: House) -> None:
    event = add_event(house, new_series(seats=1))
    (first, _), (second, card), (third, other) = (add_with_card(house, name) for name in ("Ann", "Bob", "Cy"))
    for person in (first, second, third):
        register(house, person.id, event.id)
    leave(house, first.id, event.id)
    assert told(house, other) == []
    assert told(house, card) == [("seat", event.id)]


def test_what_is_taken_back_before_it_was_told_is_no_news(house: House, clock: SetClock) -> None:
    event = add_event(house, new_series(seats=0))
    person, card = add_with_card(house)
    register(house, person.id, event.id)
    for seats in (1, 0):
        set_seats(house, COMMAND_LINE, event.id, seats)
    assert told(house, card) == []


# Told what to do, it does so and answers with how many it then sees before it.
KIOSK = """
import json, sys
from datetime import datetime
from pathlib import Path
from clubhouse.house import House
from clubhouse.registering import leave, register
from db.opening import open_store
house = House(open_store(Path(sys.argv[1]), busy_seconds=60), lambda: datetime.fromisoformat(sys.argv[3]))
person_id = int(sys.argv[2])
for line in sys.stdin:
    what, occurrence_id = line.split()
    try:
        if what == "register":
            seen = register(house, person_id, int(occurrence_id)).event
            answer = ["seat" if seen.has_seat else "waits", seen.mine.before]
        else:
            answer = ["left", leave(house, person_id, int(occurrence_id)).taken]
    except Exception as error:
        answer = ["error", repr(error)]
    print(json.dumps(answer), flush=True)
"""
KIOSKS, SEATS = 10, 3


@pytest.mark.parametrize("races", [5, pytest.param(200, marks=pytest.mark.long)])
def test_ten_kiosks_at_once_never_give_a_seat_twice(house: House, clock: SetClock, races: int) -> None:
    people = [add(house, f"Rosa{number}").id for number in range(KIOSKS)]
    moment = clock.moment.isoformat()
    kiosks = [start(KIOSK, house.store.path, str(person), moment) for person in people]

    def race(said: list[str]) -> list[list[object]]:
        for kiosk, line in zip(kiosks, said, strict=True):
            assert kiosk.stdin is not None
            kiosk.stdin.write(line + "\n")
            kiosk.stdin.flush()
        return [json.loads(kiosk.stdout.readline()) for kiosk in kiosks if kiosk.stdout is not None]

    try:
        for _ in range(races):
            event = add_event(house, new_series(seats=SEATS)).id
            answers = race([f"register {event}"] * KIOSKS)
            assert sorted(answers) == [
                *(["seat", before] for before in range(SEATS)),
                *(["waits", before] for before in range(SEATS, KIOSKS)),
            ]
            in_order = [person for _, person in sorted(zip((each[1] for each in answers), people, strict=True))]
            assert list_on_disk(house, event) == in_order
            again = race([f"{'leave' if person in in_order[:5] else 'register'} {event}" for person in people])
            assert [each for each in again if each[0] == "error"] == []
            assert list_on_disk(house, event) == in_order[5:]
            seated = on_disk(
                house.store.path,
                f"SELECT person_id FROM news WHERE occurrence_id = {event} AND"
                " kind = 'seat' AND told_at IS NULL AND forgotten_at IS NULL ORDER BY person_id",
            )
            assert [person for (person,) in seated] == sorted(in_order[5 : 5 + SEATS])
    finally:
        for kiosk in kiosks:
            kiosk.communicate(timeout=60)
    assert problems(house.store) == []
    assert len(series.list_series(house)) == races
