"""Classes and events over time: what changes for those who are registered, and what stays as it was."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from clubhouse import occurrences, series
from clubhouse.audit import COMMAND_LINE
from clubhouse.door import mark_there
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.occurrences import as_planned
from clubhouse.program import see_event
from clubhouse.recurrence import days_between
from clubhouse.registering import register, register_for
from clubhouse.series import AHEAD, NewSeries, Occurrence, Series
from clubhouse.visits import close_days
from db.soundness import problems
from tests.events import FRIDAY, add_event, dates_of, held_days, list_on_disk, new_series, told
from tests.forms import cases
from tests.houses import SetClock, add, add_with_card, make_house, on_disk

WEEK = timedelta(days=7)
WEEKLY = "FREQ=WEEKLY"
TUESDAYS = "FREQ=WEEKLY;BYDAY=TU"
THURSDAYS = "FREQ=WEEKLY;BYDAY=TH"


def plan(house: House, new: NewSeries) -> Series:
    """Put a series on file."""
    return series.add_series(house, COMMAND_LINE, new)


@pytest.fixture
def fridays(house: House) -> Series:
    """An hour each Friday at two, with two seats."""
    return plan(house, new_series(rule=WEEKLY, seats=2))


def from_on(made: Series, occurrence: Occurrence, **said: object) -> NewSeries:
    """What is said of a series from an occurrence on."""
    return replace(series.as_new(made, occurrence), **said)  # type: ignore[arg-type]


def change(house: House, made: Series, occurrence: Occurrence, **said: object) -> Series:
    """Say something else of a series from an occurrence on."""
    return series.change_following(house, COMMAND_LINE, occurrence.id, from_on(made, occurrence, **said))


def test_what_comes_again_is_on_file_for_thirteen_weeks(house: House, fridays: Series) -> None:
    dates = dates_of(house, fridays)
    assert [each.day for each in dates] == [FRIDAY + WEEK * number for number in range(13)]
    assert {(each.starts, each.minutes, each.seats, each.place) for each in dates} == {(time(14), 60, 2, "Hall")}


def test_a_day_further_each_day(house: House, fridays: Series, clock: SetClock) -> None:
    close_days(house)
    for _ in range(7):
        clock.forward(days=1)
        assert not series.reaches_ahead(house)
        close_days(house)
        assert series.reaches_ahead(house)
    assert dates_of(house, fridays)[-1].day == FRIDAY + WEEK * 13


def test_a_kiosk_that_was_off_for_a_year_leaves_no_gap(house: House, fridays: Series, clock: SetClock) -> None:
    clock.forward(days=365)
    close_days(house)
    days = [each.day for each in dates_of(house, fridays)]
    assert days == [FRIDAY + WEEK * number for number in range(len(days))]
    assert days[-1] > house.today() + AHEAD - WEEK


def test_an_ended_series_is_followed_no_more(house: House, clock: SetClock) -> None:
    plan(house, new_series(rule="FREQ=WEEKLY;UNTIL=20261218"))
    clock.forward(days=400)
    assert series.reaches_ahead(house)


def test_a_single_event_is_on_file_however_far_ahead(house: House) -> None:
    event = add_event(house, new_series(first_day=date(2027, 12, 25)))
    assert (event.day, event.original_day) == (date(2027, 12, 25), date(2027, 12, 25))


def test_a_number_of_times_becomes_a_last_day(house: House) -> None:
    made = plan(house, new_series(rule="FREQ=WEEKLY;COUNT=3"))
    assert made.rule == "FREQ=WEEKLY;UNTIL=20261211"
    assert held_days(house, made) == ["11-27", "12-04", "12-11"]


def test_the_first_day_is_one_on_which_it_comes(house: House) -> None:
    assert plan(house, new_series(rule=TUESDAYS)).first_day == date(2026, 12, 1)


def test_exceptions_and_extra_days(house: House) -> None:
    made = series.add_series(
        house,
        COMMAND_LINE,
        new_series(rule="FREQ=WEEKLY;UNTIL=20261225"),
        not_on=[date(2026, 12, 11), date(2026, 12, 12), date(2026, 12, 15)],
        also_on=[date(2026, 12, 4), date(2026, 12, 15), date(2026, 12, 16)],
    )
    assert held_days(house, made) == ["11-27", "12-04", "12-16", "12-18", "12-25"]
    assert [each.extra for each in dates_of(house, made)] == [False, False, False, True, False, False]


def test_one_more_day_once(house: House, fridays: Series) -> None:
    moved = dates_of(house, fridays)[1]
    occurrences.change_occurrence(
        house, COMMAND_LINE, moved.id, replace(occurrences.as_new(moved), day=date(2026, 12, 2))
    )
    made = series.add_day(house, COMMAND_LINE, fridays.id, date(2026, 12, 2))
    assert (made.original_day, made.extra, made.id != moved.id) == (date(2026, 12, 2), True, True)
    with pytest.raises(Overtaken, match="already"):
        series.add_day(house, COMMAND_LINE, fridays.id, date(2026, 12, 2))


def test_from_this_one_on_the_earlier_stay(house: House, fridays: Series) -> None:
    third = dates_of(house, fridays)[2]
    now = change(house, fridays, third, starts=time(16), title="Late bingo")
    assert [f"{each.starts:%H}" for each in dates_of(house, fridays)] == ["14", "14"]
    assert {(f"{each.starts:%H}", each.title) for each in dates_of(house, now)} == {("16", "Late bingo")}
    assert len(dates_of(house, now)) == 11
    assert dates_of(house, now)[0].id == third.id
    assert series.get_series(house, fridays.id).rule.endswith("UNTIL=20261210")
    assert now.uid != fridays.uid


def test_from_the_first_on_it_is_the_same_series(house: House, fridays: Series) -> None:
    now = change(house, fridays, dates_of(house, fridays)[0], place="Garden")
    assert (now.id, now.uid) == (fridays.id, fridays.uid)
    assert {each.place for each in dates_of(house, now)} == {"Garden"}


def test_who_is_registered_stays_so_and_is_told(house: House, fridays: Series) -> None:
    second = dates_of(house, fridays)[1]
    person, code = add_with_card(house)
    register(house, person.id, second.id)
    change(house, fridays, second, starts=time(16))
    assert list_on_disk(house, second.id) == [person.id]
    assert told(house, code) == [("changed", second.id)]


def test_a_new_title_outside_and_new_notes_are_no_news(house: House, fridays: Series) -> None:
    second = dates_of(house, fridays)[1]
    person, code = add_with_card(house)
    register(house, person.id, second.id)
    change(house, fridays, second, notes="Bring a pen", public_title="Games", seats=9)
    assert told(house, code) == []


def test_friday_becomes_thursday_of_the_same_week(house: House, fridays: Series) -> None:
    second = dates_of(house, fridays)[1]
    now = change(house, fridays, second, rule=THURSDAYS)
    assert now.first_day == date(2026, 12, 3)
    moved = see_event(house, second.id).occurrence
    assert (moved.day, moved.original_day, moved.series_id) == (date(2026, 12, 3), date(2026, 12, 3), now.id)


@pytest.mark.parametrize(
    ("rule", "clock_at", "first"),
    [
        (THURSDAYS, "2026-11-26 15:01", "12-03"),
        (THURSDAYS, "2026-11-26 14:30", "11-26"),
        ("FREQ=WEEKLY;BYDAY=MO,TU", "2026-11-23 08:47", "11-24"),
        ("FREQ=DAILY", "2026-11-23 08:47", "11-27"),
        ("FREQ=WEEKLY;BYDAY=SU", "2026-11-23 08:47", "11-29"),
        ("FREQ=WEEKLY;BYDAY=MO,SU", "2026-11-23 08:47", "11-29"),
    ],
)
def test_an_earlier_day_of_the_week_only_where_it_is_ahead_and_no_later_one_comes(
    house: House, fridays: Series, clock: SetClock, rule: str, clock_at: str, first: str
) -> None:
    clock.set(clock_at)
    now = change(house, fridays, dates_of(house, fridays)[0], rule=rule)
    assert f"{now.first_day:%m-%d}" == first


def test_an_earlier_day_only_after_the_occurrence_before(house: House) -> None:
    made = plan(house, new_series(rule="FREQ=WEEKLY;BYDAY=TH,FR"))
    friday = dates_of(house, made)[2]
    assert friday.day == date(2026, 12, 4)
    now = change(house, made, friday, rule=TUESDAYS)
    assert now.first_day == date(2026, 12, 8)


def test_a_week_in_which_it_comes_no_more_is_cancelled_and_told(house: House, fridays: Series) -> None:
    _, second, third, *_ = dates_of(house, fridays)
    person, code = add_with_card(house)
    register(house, person.id, third.id)
    now = change(house, fridays, second, rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=FR")
    assert held_days(house, now)[:3] == ["12-04", "12-18", "01-01"]
    assert told(house, code) == [("cancelled", third.id)]


def test_what_was_cancelled_with_its_rule_is_held_again_with_it(house: House, fridays: Series) -> None:
    second = dates_of(house, fridays)[1]
    person, code = add_with_card(house)
    register(house, person.id, dates_of(house, fridays)[2].id)
    now = change(house, fridays, second, rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=FR")
    told(house, code)
    change(house, fridays, dates_of(house, fridays)[0], rule=WEEKLY)
    assert len(held_days(house, fridays)) + len(held_days(house, now)) >= 13


def test_a_month_in_which_it_comes_once_is_carried_to_its_day(house: House) -> None:
    made = plan(house, new_series(first_day=date(2027, 1, 1), rule="FREQ=MONTHLY;BYDAY=1FR"))
    first = dates_of(house, made)[0]
    change(house, made, first, rule="FREQ=MONTHLY;BYDAY=1TH")
    assert see_event(house, first.id).occurrence.day == date(2027, 1, 7)


def test_what_was_changed_of_one_by_itself_stays_and_the_rest_follows(house: House, fridays: Series) -> None:
    _, second, third, fourth, fifth, *_ = dates_of(house, fridays)
    new = replace(occurrences.as_new(third), title="Grand bingo")
    occurrences.change_occurrence(house, COMMAND_LINE, third.id, new)
    occurrences.change_occurrence(
        house, COMMAND_LINE, fifth.id, replace(occurrences.as_new(fifth), day=date(2026, 12, 26), starts=time(11))
    )
    occurrences.set_seats(house, COMMAND_LINE, fourth.id, 12)
    occurrences.cancel_occurrence(house, COMMAND_LINE, dates_of(house, fridays)[5].id)
    series.add_day(house, COMMAND_LINE, fridays.id, date(2026, 12, 9))
    now = change(house, fridays, second, place="Garden", title="Bingo night", seats=3, starts=time(15))
    found = {f"{each.original_day:%m-%d}": each for each in dates_of(house, now)}
    assert {each.place for each in found.values()} == {"Garden"}
    assert (found["12-11"].title, found["12-11"].seats, found["12-11"].starts) == ("Grand bingo", 3, time(15))
    assert (found["12-18"].title, found["12-18"].seats) == ("Bingo night", 12)
    assert (found["12-25"].day, found["12-25"].starts) == (date(2026, 12, 26), time(11))
    assert found["01-01"].cancelled_at is not None
    assert found["12-09"].extra
    again = change(house, now, found["12-18"], place="Hall")
    assert dates_of(house, again)[0].seats == 12
    assert problems(house.store) == []


def test_a_cancelled_day_is_not_carried_to_another(house: House) -> None:
    made = plan(house, new_series(first_day=date(2026, 11, 30), rule="FREQ=WEEKLY;BYDAY=MO,FR"))
    monday, friday, *_ = dates_of(house, made)
    occurrences.cancel_occurrence(house, COMMAND_LINE, monday.id)
    change(house, made, monday, rule="FREQ=WEEKLY;BYDAY=WE")
    assert see_event(house, friday.id).occurrence.day == date(2026, 12, 2)


def test_what_is_over_stays_as_it_was(house: House, fridays: Series, clock: SetClock) -> None:
    first, second, third, *_ = dates_of(house, fridays)
    person = add(house)
    register_for(house, COMMAND_LINE, person.id, first.id)
    mark_there(house, COMMAND_LINE, person.id, first.id)
    clock.set("2026-12-07 09:00")
    now = change(house, fridays, first, rule=TUESDAYS, place="Garden")
    was = {each.id: each for each in dates_of(house, now)}
    assert [(was[each.id].day, was[each.id].place, was[each.id].extra) for each in (first, second)] == [
        (first.day, "Hall", True),
        (second.day, "Hall", True),
    ]
    assert was[third.id].day == date(2026, 12, 8)
    assert held_days(house, now)[:4] == ["11-27", "12-04", "12-08", "12-15"]
    assert problems(house.store) == []


def test_a_single_event_is_moved_wherever_it_goes(house: House) -> None:
    event = add_event(house)
    person, code = add_with_card(house)
    register(house, person.id, event.id)
    made = series.get_series(house, event.series_id)
    change(house, made, event, first_day=date(2027, 3, 1))
    assert see_event(house, event.id, person.id).has_seat
    assert see_event(house, event.id).occurrence.day == date(2027, 3, 1)
    assert told(house, code) == [("changed", event.id)]


def test_the_series_ends_before_this_one(house: House, fridays: Series, clock: SetClock) -> None:
    third = dates_of(house, fridays)[2]
    person, code = add_with_card(house)
    register(house, person.id, third.id)
    series.cancel_following(house, COMMAND_LINE, third.id)
    assert held_days(house, fridays) == ["11-27", "12-04"]
    assert told(house, code) == [("cancelled", third.id)]
    clock.forward(days=30)
    close_days(house)
    assert held_days(house, fridays) == ["11-27", "12-04"]


def test_one_of_an_ended_series_is_held_after_all(house: House, fridays: Series) -> None:
    third = dates_of(house, fridays)[2]
    series.cancel_following(house, COMMAND_LINE, third.id)
    assert occurrences.hold_occurrence(house, COMMAND_LINE, third.id).extra
    assert held_days(house, fridays) == ["11-27", "12-04", "12-11"]
    assert problems(house.store) == []


def test_ending_a_series_from_one_that_is_over_keeps_what_was(house: House, fridays: Series, clock: SetClock) -> None:
    clock.set("2026-12-05 09:00")
    series.cancel_following(house, COMMAND_LINE, dates_of(house, fridays)[0].id)
    assert held_days(house, fridays) == ["11-27", "12-04"]
    assert problems(house.store) == []


def test_cutting_at_a_day_after_the_end_makes_the_series_no_longer(house: House) -> None:
    made = plan(house, new_series(rule="FREQ=WEEKLY;UNTIL=20261204"))
    extra = series.add_day(house, COMMAND_LINE, made.id, date(2026, 12, 20))
    series.cancel_following(house, COMMAND_LINE, extra.id)
    assert series.get_series(house, made.id).rule == made.rule


def test_who_leads_is_kept_and_named_once(house: House, fridays: Series) -> None:
    ann, bob = add(house, "Ann").id, add(house, "Bob").id
    series.set_leads(house, COMMAND_LINE, fridays.id, [bob, ann])
    series.set_leads(house, COMMAND_LINE, fridays.id, [bob, ann])
    now = change(house, fridays, dates_of(house, fridays)[3], place="Garden")
    assert series.leads_of(house, now.id) == series.leads_of(house, fridays.id) == [bob, ann]
    assert on_disk(house.store.path, "SELECT count(*) FROM series_leads") == [(4,)]
    assert see_event(house, dates_of(house, now)[0].id).leaders == ("Bob A.", "Ann A.")
    with pytest.raises(NotFound):
        series.set_leads(house, COMMAND_LINE, fridays.id, [999])


def test_what_cannot_be_changes_nothing(house: House, fridays: Series) -> None:
    first = dates_of(house, fridays)[0]
    with pytest.raises(BadInput, match="never comes"):
        change(house, fridays, first, rule="FREQ=WEEKLY;UNTIL=20200101")
    with pytest.raises(NotFound):
        series.change_following(house, COMMAND_LINE, 999, new_series())
    assert series.get_series(house, fridays.id) == fridays
    with pytest.raises(NotFound):
        series.get_series(house, 999)


RULES = st.sampled_from(
    [
        *("", WEEKLY, THURSDAYS, "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=-1FR"),
        *("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "FREQ=WEEKLY;UNTIL=20270115", "FREQ=MONTHLY;BYMONTHDAY=31"),
    ]
)


class AnyChange(RuleBasedStateMachine):
    """One series that is changed and cancelled in any way, with somebody registered for each of its days."""

    def __init__(self) -> None:
        """A weekly event."""
        super().__init__()
        self.folder = TemporaryDirectory()
        self.clock = SetClock()
        self.house = make_house(Path(self.folder.name) / "house.db", self.clock)
        self.person = add(self.house).id
        plan(self.house, new_series(rule=WEEKLY))
        for each in self.every():
            register_for(self.house, COMMAND_LINE, self.person, each.id)
        self.registered = {each.id for each in self.every()}
        self.past: dict[int, object] = {}

    def teardown(self) -> None:
        """Close and remove the house."""
        self.house.close()
        self.folder.cleanup()

    def every(self) -> list[Occurrence]:
        """All that is on file."""
        return [each for made in series.list_series(self.house) for each in dates_of(self.house, made)]

    def one(self, number: int) -> Occurrence:
        """One of them."""
        every = self.every()
        return every[number % len(every)]

    @rule(number=st.integers(0, 99), rule=RULES, later=st.integers(-9, 30), hour=st.sampled_from([None, time(14)]))
    def change(self, number: int, rule: str, later: int, hour: time | None) -> None:
        """From one on it comes otherwise."""
        pivot = self.one(number)
        was = series.get_series(self.house, pivot.series_id)
        if not rule and not was.rule:
            self.past.pop(pivot.id, None)  # what comes once can be set right afterwards
        said = from_on(was, pivot, rule=rule, starts=hour, minutes=1440)
        to = replace(said, first_day=said.first_day + timedelta(days=later))
        try:
            series.change_following(self.house, COMMAND_LINE, pivot.id, to)
        except BadInput:
            assert "UNTIL" in rule

    @rule(number=st.integers(0, 99), what=st.sampled_from(["cancel", "hold", "end", "move"]))
    def change_one(self, number: int, what: str) -> None:
        """Something happens to one, or all that follow it end."""
        one = self.one(number)
        if what == "end":
            series.cancel_following(self.house, COMMAND_LINE, one.id)
        elif what == "move":
            new = replace(occurrences.as_new(one), day=one.day + timedelta(days=1))
            occurrences.change_occurrence(self.house, COMMAND_LINE, one.id, new)
            self.past.pop(one.id, None)
        else:
            act = occurrences.cancel_occurrence if what == "cancel" else occurrences.hold_occurrence
            act(self.house, COMMAND_LINE, one.id)
            self.past.pop(one.id, None)

    @rule(days=st.integers(1, 20))
    def wait(self, days: int) -> None:
        """Time goes by."""
        self.clock.forward(days=days)
        close_days(self.house)
        for each in self.every():
            if each.day < self.house.today() - timedelta(days=1):
                self.past[each.id] = (each.day, each.place, each.starts, each.cancelled_at)

    @invariant()
    def nobody_is_lost_and_the_past_stays(self) -> None:
        """Each registration is there; what is over is as it was; every day of a rule has its occurrence."""
        assert problems(self.house.store) == []
        rows = on_disk(self.house.store.path, "SELECT occurrence_id FROM registrations WHERE ended_at IS NULL")
        assert {row[0] for row in rows} == self.registered
        found = {each.id: (each.day, each.place, each.starts, each.cancelled_at) for each in self.every()}
        assert {id_: found[id_] for id_ in self.past} == self.past
        for made in series.list_series(self.house):
            days = {each.original_day for each in dates_of(self.house, made)}
            until = min(made.made_until, self.house.today() + AHEAD)
            assert set(days_between(made.rule, made.first_day, made.first_day, until)) <= days


TestAnyChange = AnyChange.TestCase
TestAnyChange.settings = cases(12, 300, stateful_step_count=12)


def test_an_occurrence_as_planned_is_what_the_series_says(house: House, fridays: Series) -> None:
    first = dates_of(house, fridays)[0]
    assert occurrences.as_new(first) == as_planned(fridays, FRIDAY)
    assert occurrences.occurrences_of(house, fridays.id)[0] == first
