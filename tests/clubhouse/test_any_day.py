"""Any order of choosing, asking and leaving, on a clock that runs on: no seat is taken twice and none stays held."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from clubhouse import helping, invitations, tasks, units
from clubhouse.attendance import Answer, Outcome, scan, sign_in_by_name, sign_out, undo
from clubhouse.audit import COMMAND_LINE
from clubhouse.board import my_day, see_board
from clubhouse.cards import issue_card
from clubhouse.errors import Refused
from clubhouse.helping import NoSeat
from clubhouse.people import Kind, Person
from clubhouse.tasks import Task
from clubhouse.units import Unit
from clubhouse.visits import close_days
from db.soundness import problems
from tests.boards import AFTERNOON, MORNING, add_task, add_unit, set_seats
from tests.forms import cases
from tests.houses import SetClock, add, make_house, on_disk

WHO = st.integers(0, 2)
UNIT = st.integers(0, 2)
PART = st.sampled_from([MORNING, AFTERNOON])
TASK = st.none() | st.integers(0, 3)

Place = tuple[object, ...]


class AnyDay(RuleBasedStateMachine):
    """Three people, three units with few seats, four tasks, and kiosks that are used in any order."""

    def __init__(self) -> None:
        """A house on a Monday morning."""
        super().__init__()
        self.clock = SetClock()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "house.db"
        self.house = make_house(self.path, self.clock)
        self.answers: list[Answer] = []
        self.before: dict[Place, int] = {}
        """By day, part and unit: how many seats were taken or held before the last step."""

    def teardown(self) -> None:
        """Close and remove the house."""
        self.house.close()
        self.folder.cleanup()

    @initialize()
    def found(self) -> None:
        """Everybody is here, one of them as staff, and there is something to do."""
        kinds = [Kind.STAFF, Kind.MEMBER, Kind.VOLUNTEER]
        with self.house.store.transaction():
            self.people = [add(self.house, f"Rosa{n}", kind=kind) for n, kind in enumerate(kinds)]
            self.codes = [issue_card(self.house, COMMAND_LINE, person).code for person in self.people]
            self.units = [add_unit(self.house, name, seats) for name, seats in (("A", 1), ("B", 1), ("C", 2))]
            self.tasks = [
                add_task(self.house, unit, part=part, rule=rule)
                for unit, part, rule in (
                    (self.units[0], MORNING, ""),
                    (self.units[1], AFTERNOON, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
                    (self.units[1], MORNING, "FREQ=WEEKLY;BYDAY=MO"),
                    (self.units[2], MORNING, ""),
                )
            ]
            self.answers = [sign_in_by_name(self.house, person.id) for person in self.people]

    def person(self, who: int) -> Person:
        """One of those on file."""
        return self.people[who]

    def unit(self, which: int) -> Unit:
        """One of the three."""
        return self.units[which]

    def task_id(self, which: int | None) -> int | None:
        """The number of one of the four, or no task."""
        return None if which is None else self.tasks[which].id

    @rule(who=WHO, unit=UNIT, part=PART, task=TASK)
    def join(self, who: int, unit: int, part: int, task: int | None) -> None:
        """Somebody chooses a unit; where it is full, the units that are named have room."""
        full: NoSeat | None = None
        try:
            helping.join_unit(self.house, self.person(who).id, self.unit(unit).id, part, self.task_id(task))
        except NoSeat as told:
            full = told
        except Refused:
            return
        wanting = {each.unit.name for each in see_board(self.house, part).units if not each.full}
        assert full is None or (full.unit not in wanting and set(full.wanting) == wanting)

    @rule(who=WHO, part=PART)
    def leave(self, who: int, part: int) -> None:
        """Somebody does not help there after all."""
        with suppress(Refused):
            helping.leave_unit(self.house, self.person(who).id, part)

    @rule(who=WHO, part=PART, task=TASK)
    def take_task(self, who: int, part: int, task: int | None) -> None:
        """Somebody takes a task of their unit, or gives it back."""
        with suppress(Refused):
            helping.take_task(self.house, self.person(who).id, part, self.task_id(task))

    @rule(who=WHO)
    def visit_only(self, who: int) -> None:
        """Just visiting today, which can always be."""
        helping.visit_only(self.house, self.person(who).id)
        assert all(mine.visiting for mine in my_day(self.house, self.person(who)).parts)

    @rule(who=WHO, unit=UNIT, part=PART, task=TASK)
    def put_on_board(self, who: int, unit: int, part: int, task: int | None) -> None:
        """Staff write down what somebody asked for."""
        with suppress(Refused):
            helping.put_on_board(
                self.house, self.people[0].code, self.person(who).id, self.unit(unit).id, part, self.task_id(task)
            )

    @rule(who=WHO, part=PART)
    def take_off(self, who: int, part: int) -> None:
        """Staff write down that somebody does not help after all."""
        with suppress(Refused):
            helping.take_off(self.house, self.people[0].code, self.person(who).id, part)

    @rule(who=WHO, unit=UNIT, part=PART, task=TASK)
    def invite(self, who: int, unit: int, part: int, task: int | None) -> None:
        """Staff hold a seat and ask."""
        with suppress(Refused):
            invitations.invite(
                self.house, self.people[0].code, self.person(who).id, self.unit(unit).id, part, self.task_id(task)
            )

    @rule(who=WHO, yes=st.booleans())
    def answer(self, who: int, yes: bool) -> None:
        """Somebody says yes or not today to what they are asked; both always can be."""
        asked = my_day(self.house, self.person(who)).invitation
        if asked and yes:
            assert (
                invitations.accept_invitation(self.house, self.person(who).id, asked.part.id).unit_id == asked.unit.id
            )
        elif asked:
            invitations.decline_invitation(self.house, self.person(who).id, asked.part.id)

    @rule(who=WHO, part=PART)
    def withdraw(self, who: int, part: int) -> None:
        """Staff take an invitation back."""
        with suppress(Refused):
            invitations.withdraw_invitation(self.house, self.people[0].code, self.person(who).id, part)

    @rule(who=WHO, by_scan=st.booleans())
    def sign_in(self, who: int, by_scan: bool) -> None:
        """Somebody comes; or staff leave, by scan."""
        house, person = self.house, self.person(who)
        answer = scan(house, self.codes[who]) if by_scan else sign_in_by_name(house, person.id)
        assert answer.outcome not in (Outcome.BUSY, Outcome.FAILED)
        self.answers.append(answer)

    @rule(who=WHO)
    def sign_out(self, who: int) -> None:
        """Somebody leaves the house, or is out already."""
        with suppress(Refused):
            self.answers.append(sign_out(self.house, self.person(who).id))

    @precondition(lambda self: self.answers)
    @rule(back=st.integers(1, 3))
    def undo(self, back: int) -> None:
        """One of the last answers is taken back, or has been overtaken."""
        with suppress(Refused):
            self.answers.append(undo(self.house, self.answers[-min(back, len(self.answers))]))

    @rule(unit=UNIT, part=PART, seats=st.none() | st.integers(0, 3))
    def seats(self, unit: int, part: int, seats: int | None) -> None:
        """A unit gets more seats, or fewer."""
        set_seats(self.house, self.unit(unit), seats, part)

    @rule(unit=UNIT)
    def rest_or_wake(self, unit: int) -> None:
        """A unit rests, or is taken up again."""
        resting = units.get_unit(self.house, self.unit(unit).id).resting_since
        (units.wake_unit if resting else units.rest_unit)(self.house, COMMAND_LINE, self.unit(unit).id)

    @rule(task=st.integers(0, 3), how=st.sampled_from(["tick", "untick", "move", "end"]))
    def work_on(self, task: int, how: str) -> None:
        """A task is done, is not after all, moves to another unit or ends."""
        own: Task = self.tasks[task]
        with suppress(Refused):
            if how == "tick":
                tasks.tick_task(self.house, COMMAND_LINE, own.id)
            elif how == "untick":
                tasks.untick_task(self.house, COMMAND_LINE, own.id)
            elif how == "move":
                other = self.units[own.unit_id % len(self.units)]
                self.tasks[task] = tasks.change_task(self.house, COMMAND_LINE, own.id, replace(own, unit_id=other.id))
            else:
                tasks.end_task(self.house, COMMAND_LINE, own.id)

    @rule(minutes=st.sampled_from([1, 1, 30, 150]))
    def time_passes(self, minutes: int) -> None:
        """The day goes on."""
        self.clock.forward(minutes=minutes)

    @rule(days=st.sampled_from([1, 1, 3]), closes=st.booleans())
    def night(self, days: int, closes: bool) -> None:
        """Another morning; where the kiosk was on, the day before was closed, and no held seat is left of it."""
        today = self.house.today()
        self.clock.set(f"{today} 08:30")
        self.clock.forward(days=days)
        if closes:
            close_days(self.house)
            assert on_disk(self.path, "SELECT day FROM sign_ups WHERE state = 'invited'") == []

    def taken(self) -> dict[Place, int]:
        """By day, part and unit: how many seats are taken or held."""
        rows = on_disk(
            self.path,
            "SELECT day, part_id, unit_id, count(*) FROM sign_ups WHERE ended_at IS NULL AND unit_id IS NOT NULL"
            " GROUP BY day, part_id, unit_id",
        )
        return {tuple(place): int(str(count)) for *place, count in rows}

    @invariant()
    def seats_hold(self) -> None:
        """Where seats were made fewer than those who were there nobody more comes; else none is taken twice."""
        rows = on_disk(self.path, "SELECT part_id, unit_id, seats FROM unit_seats WHERE seats IS NOT NULL")
        seats = {(part, unit): int(str(count)) for part, unit, count in rows}
        taken = self.taken()
        for place, count in taken.items():
            assert count <= max(seats.get((place[1], place[2]), count), self.before.get(place, 0)), place
        self.before = taken

    @invariant()
    def boards_agree(self) -> None:
        """The board shows no seat below zero and everybody once, as it stands on the disk."""
        for part in (MORNING, AFTERNOON):
            seen = see_board(self.house, part)
            if seen.part is None:
                continue
            assert all(each.free is None or each.free >= 0 for each in seen.units)
            shown = [helper.person_id for each in seen.units for helper in each.helpers]
            assert len(shown) == len(set(shown))

    @invariant()
    def is_sound(self) -> None:
        """The check finds nothing."""
        assert problems(self.house.store) == []


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = cases(10, 150, stateful_step_count=30)
