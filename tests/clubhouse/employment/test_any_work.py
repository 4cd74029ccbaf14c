"""Any sequence of logging, changing, covering, ending, confirming and reporting: every day of a held placement is
explained, totals are the sums of the rows, and what a report said changes only as a correction."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import confirming, corrections, coverage, months, placements, terms, work_days
from clubhouse.employment.asking import NotSure
from clubhouse.employment.coverage_days import CoverDay, Stand, coverage_between
from clubhouse.employment.hours_out import hours_between, month_hours
from clubhouse.employment.stretches import Stretch, from_length, of_length
from clubhouse.errors import Refused
from clubhouse.people import Kind, Person
from db.coverage import Request
from db.soundness import problems
from db.work_days import What, Work
from tests.employment import WEEKDAYS, add_employer, add_placement
from tests.forms import cases
from tests.houses import SetClock, add, make_house, on_disk

FIRST = date(2026, 10, 12)
DAYS = st.integers(0, 55).map(lambda number: FIRST + timedelta(days=number))
WHO = st.integers(0, 3)
WHERE = st.integers(0, 2)
MINUTES = st.sampled_from([15, 60, 240, 245, 1440])
START = st.sampled_from([None, 0, 9, 23])
SURE = st.booleans()


class AnyWork(RuleBasedStateMachine):
    """Three placements, one of them group TE, four people, and a clock that goes on."""

    def __init__(self) -> None:
        """Nobody holds anything yet."""
        super().__init__()
        self.clock = SetClock()
        self.folder = TemporaryDirectory()
        self.house = make_house(Path(self.folder.name) / "house.db", self.clock)
        self.people = [add(self.house, name) for name in ("Rosa", "Ben", "Li")]
        self.people.append(add(self.house, "Sam", kind=Kind.STAFF))
        employer = add_employer(self.house)
        self.placements = [
            add_placement(self.house, employer, job, group=job == "Crew") for job in ("Baker", "Clerk", "Crew")
        ]

    @initialize()
    def some_hold_something(self) -> None:
        """From the first day on."""
        for who, where in ((0, 0), (1, 1), (0, 2), (1, 2)):
            terms.begin_term(self.house, COMMAND_LINE, self.placements[where].id, self.people[who].id, FIRST)

    def teardown(self) -> None:
        """Close and remove the house."""
        self.house.close()
        self.folder.cleanup()

    def stretch(self, day: date, start: int | None, minutes: int) -> Stretch:
        """With a start or without."""
        if start is None:
            return of_length(minutes)
        return from_length(self.house, day, time(start), minutes)

    def try_to(self, act: Callable[[bool], object], sure: bool) -> None:
        """Do it; what is refused changes nothing, and what is only asked about is done when sure."""
        before = on_disk(self.house.store.path, "SELECT count(*), max(id) FROM audit")
        try:
            act(sure)
        except NotSure:
            assert not sure
            assert on_disk(self.house.store.path, "SELECT count(*), max(id) FROM audit") == before
        except Refused:
            assert on_disk(self.house.store.path, "SELECT count(*), max(id) FROM audit") == before

    def rows(self) -> list[Work]:
        """All that counts."""
        last = FIRST + timedelta(days=90)
        return [row.work for row in hours_between(self.house, COMMAND_LINE, FIRST, last, again=True)]

    def cover_days(self) -> list[CoverDay]:
        """What is known of all days."""
        last = FIRST + timedelta(days=55)
        return coverage_between(self.house, COMMAND_LINE, FIRST, last, again=True)

    @rule(days=st.integers(1, 12))
    def time_passes(self, days: int) -> None:
        """Some days later."""
        self.clock.forward(days=days)

    @rule(who=WHO, where=WHERE, day=DAYS, sure=SURE)
    def begin(self, who: int, where: int, day: date, sure: bool) -> None:
        """Somebody begins a term."""
        person, placement = self.people[who], self.placements[where]
        self.try_to(
            lambda sure: terms.begin_term(self.house, COMMAND_LINE, placement.id, person.id, day, sure=sure), sure
        )

    @rule(which=st.integers(0, 9), day=DAYS, sure=SURE)
    def end(self, which: int, day: date, sure: bool) -> None:
        """A term ends, or is taken back."""
        found = [term.id for person in self.people for term in terms.terms_of(self.house, COMMAND_LINE, person.id)]
        if found:
            term_id = found[which % len(found)]
            self.try_to(lambda sure: terms.end_term(self.house, COMMAND_LINE, term_id, day, sure=sure), sure)
            if which == 9:
                self.try_to(lambda _: terms.take_back_term(self.house, COMMAND_LINE, term_id), sure)

    @rule(who=WHO, where=WHERE, day=DAYS, start=START, minutes=MINUTES, sure=SURE, by_staff=st.booleans())
    def log(
        self, who: int, where: int, day: date, start: int | None, minutes: int, sure: bool, by_staff: bool
    ) -> None:
        """Hours worked."""
        person, placement = self.people[who], self.placements[where]
        actor, stretch = COMMAND_LINE if by_staff else person.code, self.stretch(day, start, minutes)
        self.try_to(
            lambda sure: work_days.log_hours(self.house, actor, person.id, placement.id, day, stretch, sure=sure),
            sure,
        )

    @rule(who=WHO, whom=WHO, where=WHERE, day=DAYS, start=START, minutes=MINUTES, sure=SURE)
    def cover(self, who: int, whom: int, where: int, day: date, start: int | None, minutes: int, sure: bool) -> None:
        """Hours covered, for who holds it or for nobody."""
        held = any(term.placement_id == self.placements[where].id and term.holds_on(day) for term in self.terms())
        for_id, stretch = self.people[whom].id if held else None, self.stretch(day, start, minutes)
        person, placement = self.people[who], self.placements[where]
        self.try_to(
            lambda sure: work_days.log_coverage(
                self.house, COMMAND_LINE, person.id, placement.id, day, for_id, stretch, sure=sure
            ),
            sure,
        )

    def terms(self) -> list[terms.Term]:
        """Every term."""
        return [term for person in self.people for term in terms.terms_of(self.house, COMMAND_LINE, person.id)]

    @rule(who=WHO, where=WHERE, day=DAYS, taker=WHO, then=st.sampled_from(["", "take", "go", "release"]))
    def cannot_go(self, who: int, where: int, day: date, taker: int, then: str) -> None:
        """Somebody can't go, and perhaps somebody covers."""
        person, placement = self.people[who], self.placements[where]
        with suppress(Refused):
            request = coverage.cannot_go(self.house, person.code, person.id, placement.id, day)
            self.go_on(request, self.people[taker], then)

    def go_on(self, request: Request, taker: Person, then: str) -> None:
        """What comes of a request."""
        if then == "go":
            coverage.go_after_all(self.house, COMMAND_LINE, request.id)
        if then in ("take", "release"):
            coverage.offer_coverage(self.house, COMMAND_LINE, request.id, taker.id)
            coverage.accept_coverage(self.house, taker.code, taker.id, request.id)
        if then == "release":
            coverage.release_coverage(self.house, taker.code, request.id)

    @rule(where=WHERE, day=DAYS)
    def employer_closed(self, where: int, day: date) -> None:
        """The employer is closed."""
        self.try_to(lambda _: work_days.log_closed(self.house, COMMAND_LINE, self.placements[where].id, day), True)

    @rule(which=st.integers(0, 30), minutes=MINUTES, start=START, sure=SURE, by_staff=st.booleans())
    def change(self, which: int, minutes: int, start: int | None, sure: bool, by_staff: bool) -> None:
        """Hours are set right by whom they are of, or by staff."""
        rows = self.rows()
        if not rows:
            return
        row = rows[which % len(rows)]
        stretch = self.stretch(row.day, start, minutes)
        code = {person.id: person.code for person in self.people}.get(row.person_id or 0, "")
        if by_staff:
            self.try_to(
                lambda sure: corrections.correct_hours(
                    self.house, COMMAND_LINE, row.id, stretch, "time sheet", sure=sure
                ),
                sure,
            )
        else:
            self.try_to(lambda sure: corrections.change_hours(self.house, code, row.id, stretch, sure=sure), sure)

    @rule(which=st.integers(0, 30), sure=SURE)
    def take_back_a_change(self, which: int, sure: bool) -> None:
        """What stood there before counts again."""
        rows = self.rows()
        if rows:
            row = rows[which % len(rows)]
            code = {person.id: person.code for person in self.people}.get(row.person_id or 0, "")
            self.try_to(lambda sure: corrections.take_back_change(self.house, code, row.id, sure=sure), sure)

    @rule(which=st.integers(0, 30), by_staff=st.booleans())
    def remove(self, which: int, by_staff: bool) -> None:
        """Hours are taken away."""
        rows = self.rows()
        if rows:
            row = rows[which % len(rows)]
            code = {person.id: person.code for person in self.people}.get(row.person_id or 0, "")
            actor = COMMAND_LINE if by_staff else code
            self.try_to(lambda _: corrections.remove_hours(self.house, actor, row.id, "written twice"), True)

    @rule(which=st.integers(0, 30), month=st.sampled_from(["2026-10", "2026-11"]), whole=st.booleans())
    def confirm(self, which: int, month: str, whole: bool) -> None:
        """One row or a whole month."""
        rows = self.rows()
        if whole:
            confirming.confirm_month(self.house, COMMAND_LINE, month)
            assert {row.state for row in self.rows() if str(row.day).startswith(month)} <= {"confirmed"}
        elif rows:
            confirming.confirm_hours(self.house, COMMAND_LINE, [rows[which % len(rows)].id])

    @rule(month=st.sampled_from(["2026-10", "2026-11"]), where=st.sampled_from([None, 0, 1]), sure=SURE)
    def lock(self, month: str, where: int | None, sure: bool) -> None:
        """A month is reported."""
        placement_id = None if where is None else self.placements[where].id
        self.try_to(lambda sure: months.lock_month(self.house, COMMAND_LINE, month, placement_id, sure=sure), sure)

    @rule(where=WHERE, cents=st.integers(700, 3000), day=DAYS, sure=SURE)
    def wage(self, where: int, cents: int, day: date, sure: bool) -> None:
        """Another wage from a day on."""
        placement = self.placements[where]
        self.try_to(
            lambda sure: placements.set_wage(self.house, COMMAND_LINE, placement.id, cents, day, sure=sure), sure
        )

    @invariant()
    def no_day_of_a_held_placement_is_unexplained(self) -> None:
        """Each holder of each work day stands there once, and what is said fits the rows."""
        found = {(each.day, each.placement.id, each.term.id if each.term else 0): each for each in self.cover_days()}
        assert len(found) == len(self.cover_days())
        weekdays = {usual.weekday for usual in WEEKDAYS}
        for term in self.terms():
            for number in range(56):
                day = FIRST + timedelta(days=number)
                if term.holds_on(day) and day.isoweekday() in weekdays:
                    assert (day, term.placement_id, term.id) in found
        for each in found.values():
            explain(each, self.house.today())

    @invariant()
    def every_row_stands_on_one_day_and_in_one_sum(self) -> None:
        """Nothing that was written is lost from the lists, and totals are sums of the rows."""
        rows, last = self.rows(), FIRST + timedelta(days=55)
        listed = {row.id for each in self.cover_days() for row in each.work}
        assert {row.id for row in rows if row.day <= last} == listed
        lines = month_hours(self.house, COMMAND_LINE, "2026-10", "2027-01", again=True)
        assert sum(line.pay.minutes for line in lines) == sum(row.minutes for row in rows)
        assert sum(line.pay.cent_minutes for line in lines) == sum(
            row.minutes * self.wage_on(row.placement_id or 0, row.day) for row in rows
        )

    def wage_on(self, placement_id: int, day: date) -> int:
        """As another program finds it."""
        ((cents,),) = on_disk(
            self.house.store.path,
            f"SELECT cents FROM placement_wages WHERE placement_id = {placement_id} AND since <= '{day}'"
            " AND replaced_at IS NULL ORDER BY since DESC LIMIT 1",
        )
        return int(str(cents))

    @invariant()
    def what_was_written_after_a_report_is_marked(self) -> None:
        """And nothing else is."""
        wrong = on_disk(
            self.house.store.path,
            "SELECT id FROM work_days WHERE correction <> EXISTS (SELECT 1 FROM reported_months AS r"
            " WHERE r.month = substr(day, 1, 7) AND coalesce(r.placement_id, work_days.placement_id) ="
            " work_days.placement_id AND r.at < work_days.at)"
            " AND NOT EXISTS (SELECT 1 FROM reported_months AS r WHERE r.at = work_days.at)",
        )
        assert wrong == []

    @invariant()
    def the_file_is_sound(self) -> None:
        """Whatever was done."""
        assert problems(self.house.store) == []


def explain(each: CoverDay, today: date) -> None:
    """Hold what is said of one placement on one day against its rows."""
    said = {row.what for row in each.work}
    taken = each.request is not None and each.request.taken_by is not None
    match each.stand:
        case Stand.WORKING:
            assert What.WORKED in said or (each.term and each.day >= today and not said and each.request is None)
        case Stand.COVERED:
            assert What.COVERED in said or taken
            assert each.covered_by
        case Stand.CLOSED:
            assert said == {What.CLOSED}
        case Stand.NOT_COVERED:
            assert not taken
            assert each.term is None or each.request is not None
        case Stand.OPEN:
            assert each.term
            assert (said, each.request) == (set(), None)
            assert each.day < today


TestAnyWork = AnyWork.TestCase
TestAnyWork.settings = cases(6, 60, stateful_step_count=25)
