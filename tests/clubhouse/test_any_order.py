"""Any order of operations, on a clock that jumps: the house stays sound and nobody is here twice."""

from contextlib import suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from clubhouse.attendance import TROUBLE, Answer, Outcome, count_here, scan, sign_in_by_name, sign_out, undo
from clubhouse.cards import issue_card, issue_missing_cards, replace_card
from clubhouse.errors import Refused
from clubhouse.people import Kind, Person, end_person, list_people, pause_person, resume_person, search_name
from clubhouse.visits import add_visit, close_days, correct_visit, tell_leaving
from db.soundness import problems
from tests.forms import cases
from tests.houses import ACTOR, SetClock, add, make_house, on_disk

HOURS = st.integers(-30, 30)
WHO = st.integers(0, 3)


class AnyOrder(RuleBasedStateMachine):
    """People, their cards and visits, and a kiosk that is used in any order."""

    def __init__(self) -> None:
        """A new house, in which nobody is on file."""
        super().__init__()
        self.clock = SetClock()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "house.db"
        self.house = make_house(self.path, self.clock)
        self.codes: list[str] = []
        self.answers: list[Answer] = []
        self.logged = 0

    def teardown(self) -> None:
        """Close and remove the house."""
        self.house.close()
        self.folder.cleanup()

    def person(self, who: int) -> Person:
        """One of those on file."""
        people = list_people(self.house)
        return people[who % len(people)]

    @initialize()
    def found(self) -> None:
        """A member and a member of staff are on file from the start."""
        self.add("Rosa", Kind.MEMBER)
        self.add("Sam", Kind.STAFF)

    @rule(name=st.sampled_from(["Rosa", "李", "Sam"]), kind=st.sampled_from(Kind))
    def add(self, name: str, kind: Kind) -> None:
        """Somebody joins and gets a card."""
        person = add(self.house, name, kind=kind)
        self.codes.append(issue_card(self.house, ACTOR, person).code)
        assert person in list_people(self.house)

    @rule(which=st.integers(0, 9))
    def scan(self, which: int) -> None:
        """Any card ever issued is scanned."""
        answer = scan(self.house, self.codes[which % len(self.codes)])
        assert answer.outcome not in TROUBLE | {Outcome.UNKNOWN, Outcome.UNCLEAR, Outcome.NOT_OURS}
        self.keep(answer)

    @rule(who=WHO)
    def sign_in_by_name(self, who: int) -> None:
        """Somebody is found by name."""
        self.keep(sign_in_by_name(self.house, self.person(who).id))

    @rule(who=WHO)
    def sign_out(self, who: int) -> None:
        """Somebody signs out, or is told that they are out."""
        with suppress(Refused):
            self.keep(sign_out(self.house, self.person(who).id))

    @precondition(lambda self: self.answers)
    @rule(back=st.integers(1, 4))
    def undo(self, back: int) -> None:
        """Any of the last answers is undone, or has been overtaken."""
        with suppress(Refused):
            self.keep(undo(self.house, self.answers[-min(back, len(self.answers))]))

    @rule(visit=st.integers(1, 9), start=HOURS, length=st.none() | HOURS)
    def correct(self, visit: int, start: int, length: int | None) -> None:
        """A visit gets other times, or they cannot be."""
        came, left = self.times(start, length)
        with suppress(Refused):
            correct_visit(self.house, ACTOR, visit, came, left, "paper sheet")

    @rule(who=WHO, start=HOURS, length=st.none() | HOURS)
    def write_down(self, who: int, start: int, length: int | None) -> None:
        """A visit is written down from paper, or its times cannot be."""
        came, left = self.times(start, length)
        with suppress(Refused):
            add_visit(self.house, ACTOR, self.person(who), came, left, "paper sheet")

    @precondition(lambda self: self.answers)
    @rule(back=st.integers(1, 4), at=st.times())
    def tell_leaving(self, back: int, at: time) -> None:
        """Somebody tells when they left a visit whose end was guessed."""
        answer = self.answers[-min(back, len(self.answers))]
        if answer.guessed and answer.person:
            with suppress(Refused):
                tell_leaving(self.house, answer.person, answer.guessed, at.replace(microsecond=0))

    @rule(who=WHO)
    def pause(self, who: int) -> None:
        """Staff ask somebody to see them first."""
        assert pause_person(self.house, ACTOR, self.person(who).id, "see Sam").paused_at is not None

    @rule(who=WHO)
    def resume(self, who: int) -> None:
        """A pause is lifted, or there was none."""
        assert resume_person(self.house, ACTOR, self.person(who).id).paused_at is None

    @rule(who=WHO)
    def end(self, who: int) -> None:
        """Somebody leaves the house."""
        assert end_person(self.house, ACTOR, self.person(who).id).ended_on is not None

    @rule(who=WHO)
    def replace_card(self, who: int) -> None:
        """A card is lost."""
        with suppress(Refused):
            self.codes.append(replace_card(self.house, ACTOR, self.person(who)).code)

    @rule()
    def issue_missing_cards(self) -> None:
        """Everyone without a card gets one."""
        self.codes += [card.code for card in issue_missing_cards(self.house, ACTOR)]

    @rule()
    def close_days(self) -> None:
        """The kiosk starts, or the day turns."""
        close_days(self.house)
        assert close_days(self.house) == []

    @rule(seconds=st.sampled_from([0, 1, 3, 60]), hours=HOURS, days=st.sampled_from([0, 0, 0, 1, -1, 95, -400]))
    def time_passes(self, seconds: int, hours: int, days: int) -> None:
        """The clock runs on, or is set to another time."""
        self.clock.forward(days=days, hours=hours, seconds=seconds)

    @rule(typed=st.sampled_from(["rosa", "ros", "sam", "李", ""]))
    def search(self, typed: str) -> None:
        """Somebody looks for a name."""
        ended = {person.id for person in list_people(self.house) if person.ended_on}
        assert ended.isdisjoint(each.person_id for each in search_name(self.house, typed).found)

    def times(self, start: int, length: int | None) -> tuple[datetime, datetime | None]:
        """So many hours from now, and so many hours later."""
        came = self.clock() + timedelta(hours=start)
        return came, None if length is None else came + timedelta(hours=length)

    def keep(self, answer: Answer) -> None:
        """Remember an answer, which must agree with what is on the disk."""
        self.answers.append(answer)
        if answer.visit is not None:
            ((out_at,),) = on_disk(self.path, f"SELECT out_at FROM visits WHERE id = {answer.visit.id}")
            assert answer.is_here == (out_at is None)

    @invariant()
    def is_sound(self) -> None:
        """The check finds nothing, nobody is here twice, and the log has only grown."""
        assert problems(self.house.store) == []
        open_visits = "SELECT person_id FROM visits WHERE out_at IS NULL AND undone_at IS NULL"
        here = on_disk(self.path, open_visits)
        assert len(here) == len(set(here))
        assert count_here(self.house) <= len(here)
        ((logged,),) = on_disk(self.path, "SELECT count(*) FROM audit")
        assert int(str(logged)) >= self.logged
        self.logged = int(str(logged))


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = cases(10, 150, stateful_step_count=30)
