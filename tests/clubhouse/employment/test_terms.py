"""Terms, the line, own jobs, the look ahead and the figures of the guideline."""

from datetime import date

import pytest

from clubhouse.attendance import sign_in_by_name
from clubhouse.audit import COMMAND_LINE
from clubhouse.days import DayKind, set_day
from clubhouse.employment import employers, guideline, jobs, next_in_line, outlook, placement_pages, placements, terms
from clubhouse.employment.asking import AlreadyHeld
from clubhouse.employment.jobs import JobKind, NewJob
from clubhouse.employment.my_hours import my_hours
from clubhouse.employment.placements import Placement
from clubhouse.errors import BadInput, Overtaken, Refused
from clubhouse.figures import Attendance, work_ordered_attendance
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.settings import set_setting
from tests.employment import MONDAY, add_employer, add_placement, cannot_go, covered, hold, log
from tests.houses import ACTOR, SetClock, add

FRIDAY, NOVEMBER = date(2026, 11, 20), date(2026, 11, 2)


@pytest.fixture
def rosa(house: House) -> Person:
    """A member."""
    return add(house)


@pytest.fixture
def bakery(house: House) -> Placement:
    """A placement that nobody holds."""
    return add_placement(house)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 23), 9, date(2027, 8, 23)),
        (date(2026, 5, 31), 9, date(2027, 2, 28)),
        (date(2027, 5, 31), 9, date(2028, 2, 29)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
    ],
)
def test_so_many_months_on(house: House, bakery: Placement, rosa: Person, day: date, months: int, then: date) -> None:
    set_setting(house, ACTOR, "term-months", str(months))
    assert hold(house, bakery, rosa, day).planned_last_day == then == terms.months_on(day, months)


def test_a_second_holder_is_asked_about_outside_group_te(house: House, bakery: Placement, rosa: Person) -> None:
    ben, term = add(house, "Ben"), hold(house, bakery, rosa)
    with pytest.raises(AlreadyHeld, match="from 2026-11-02 to now") as told:
        hold(house, bakery, ben)
    assert told.value.terms == (term,)
    assert hold(house, bakery, ben, sure=True).person_id == ben.id
    crew = add_placement(house, add_employer(house, "Docks"), group=True)
    for person in (rosa, ben):
        hold(house, crew, person)
    with pytest.raises(Refused, match="already"):
        hold(house, crew, rosa, sure=True)


def test_the_next_member_follows_the_day_after(house: House, bakery: Placement, rosa: Person) -> None:
    ben, term = add(house, "Ben"), hold(house, bakery, rosa)
    terms.end_term(house, COMMAND_LINE, term.id, FRIDAY)
    hold(house, bakery, ben, date(2026, 11, 21))
    with pytest.raises(AlreadyHeld):
        terms.end_term(house, COMMAND_LINE, term.id, MONDAY)
    terms.end_term(house, COMMAND_LINE, term.id, MONDAY, sure=True)


def test_a_term_does_not_end_before_its_hours(house: House, bakery: Placement, rosa: Person) -> None:
    term = hold(house, bakery, rosa)
    log(house, bakery, rosa, FRIDAY)
    with pytest.raises(Refused, match="the last on 2026-11-20"):
        terms.end_term(house, COMMAND_LINE, term.id, date(2026, 11, 19))
    with pytest.raises(Refused, match="hours of this term"):
        terms.take_back_term(house, COMMAND_LINE, term.id)
    with pytest.raises(BadInput, match="It began on"):
        terms.end_term(house, COMMAND_LINE, term.id, date(2026, 11, 1))
    terms.end_term(house, COMMAND_LINE, term.id, FRIDAY)


def test_members_hold_placements_that_are_open(house: House, bakery: Placement, rosa: Person) -> None:
    with pytest.raises(BadInput, match="held by a member"):
        hold(house, bakery, add(house, "Sam", kind=Kind.STAFF))
    with pytest.raises(BadInput, match="does not hold this placement"):
        hold(house, bakery, rosa, date(2026, 1, 4))
    with pytest.raises(BadInput, match="planned to end"):
        terms.begin_term(house, COMMAND_LINE, bakery.id, rosa.id, MONDAY, FRIDAY)
    hold(house, bakery, rosa)
    with pytest.raises(Refused, match="End the term"):
        placements.close_placement(house, COMMAND_LINE, bakery.id)
    with pytest.raises(Refused, match="Close that placement first"):
        employers.close_employer(house, COMMAND_LINE, bakery.employer_id)


def test_the_line_keeps_the_order_of_coming_until_a_term_begins(
    house: House, bakery: Placement, rosa: Person
) -> None:
    ben, clerk = add(house, "Ben"), add_placement(house, add_employer(house, "Library"))
    next_in_line.like_to_work(house, ben.code, ben.id)
    next_in_line.like_to_work(house, rosa.code, rosa.id, bakery.id)
    next_in_line.like_to_work(house, ben.code, ben.id, clerk.id)
    with pytest.raises(Overtaken, match="already"):
        next_in_line.like_to_work(house, ben.code, ben.id)
    for_bakery = next_in_line.see_line(house, COMMAND_LINE, bakery.id, again=True)
    assert [each.person.id for each in for_bakery] == [ben.id, rosa.id]
    page = placement_pages.see_placement(house, COMMAND_LINE, bakery.id, again=True)
    assert [each.person.id for each in page.line_for_it] == [ben.id, rosa.id]
    hold(house, bakery, ben)
    left = [(each.person.id, each.wish.placement_id) for each in next_in_line.see_line(house, COMMAND_LINE)]
    assert left == [(rosa.id, bakery.id), (ben.id, clerk.id)]


def test_looking_ahead_tells_of_ends_weeks_and_placements_without_a_holder(
    house: House, bakery: Placement, rosa: Person
) -> None:
    library = add_placement(house, add_employer(house, "Library"))
    term = hold(house, bakery, rosa)
    terms.change_term(house, COMMAND_LINE, term.id, date(2027, 1, 22))
    for day in range(9, 14):  # 15 hours, within both rules
        log(house, bakery, rosa, date(2026, 11, day), 180)
    for day in range(16, 21):  # 13:45, within the guideline alone
        log(house, bakery, rosa, date(2026, 11, day), 165)
    ahead = outlook.look_ahead(house, COMMAND_LINE)
    assert [(each.term.id, each.days_left) for each in ahead.ending] == [(term.id, 60)]
    weeks = [(str(each.monday), each.minutes, each.outside_usual, each.outside_guideline) for each in ahead.weeks]
    assert weeks == [("2026-11-02", 0, True, True), ("2026-11-16", 825, True, False)]
    assert [each.placement_id for each in ahead.unheld] == [library.id]
    days = {each.day for each in ahead.unsettled if each.place.placement_id == bakery.id}
    assert days == {date(2026, 11, day) for day in range(2, 7)} | {
        date(2026, 10, day) for day in (26, 27, 28, 29, 30)
    }
    terms.change_term(house, COMMAND_LINE, term.id, date(2027, 1, 23))
    assert outlook.look_ahead(house, COMMAND_LINE).ending == ()


def test_ada_wod_counts_each_member_once_a_day_over_open_days(house: House, rosa: Person, clock: SetClock) -> None:
    staff, ben = add(house, "Sam", kind=Kind.STAFF), add(house, "Ben")
    for day, people in (("2026-11-16", (rosa, ben, staff)), ("2026-11-17", (rosa,)), ("2026-11-21", (rosa, ben))):
        clock.set(f"{day} 09:00")
        for person in people:
            sign_in_by_name(house, person.id)
    set_day(house, COMMAND_LINE, date(2026, 11, 19), DayKind.CLOSED)
    clock.set("2026-11-20 15:00")
    found = work_ordered_attendance(house, date(2026, 11, 16), date(2026, 11, 30))
    assert found == Attendance(3, 4)  # Monday, Tuesday, Wednesday and Friday; Saturday is social
    assert (found.hundredths, Attendance(0, 0).hundredths, Attendance(2, 3).hundredths) == (75, 0, 67)
    with pytest.raises(BadInput, match="no period"):
        work_ordered_attendance(house, date(2026, 11, 16), date(2026, 11, 15))


def test_the_guideline_counts_members_once_and_compares_without_rounding(
    house: House, bakery: Placement, rosa: Person
) -> None:
    ben, li = add(house, "Ben"), add(house, "Li")
    add_placement(house, add_employer(house, "Library"), weekly_minutes=21 * 60)
    add_placement(house, add_employer(house, "Docks"), weekly_minutes=14 * 60)
    hold(house, bakery, rosa)
    for person, kind in ((rosa, JobKind.INDEPENDENT), (ben, JobKind.SUPPORTED)):
        jobs.add_job(house, COMMAND_LINE, NewJob(person.id, kind, "Shop", "Clerk", 600, NOVEMBER))
    for person in (rosa, ben, li):
        sign_in_by_name(house, person.id)
    found = guideline.employment_figures(house, MONDAY, MONDAY)
    assert (found.in_te, found.in_se, found.in_ie, found.at_work) == (1, 1, 1, 2)
    assert (found.te_jobs, found.te_jobs_within, found.te_jobs_usual) == (3, 2, 1)
    rules = (found.work_guideline, found.te_guideline, found.jobs_guideline)
    assert [rule.met for rule in rules] == [True, True, True]
    assert [rule.hundredths for rule in rules] == [6667, 3333, 6667]
    set_setting(house, ACTOR, "guideline-te", "34")
    assert not guideline.employment_figures(house, MONDAY, MONDAY).te_guideline.met
    assert guideline.Guideline(1, 2, 1, 50).met
    assert guideline.Guideline(1, 0, 5, 50).met is None


def test_ones_own_page_has_the_week_with_the_usual_times_and_totals(
    house: House, bakery: Placement, rosa: Person
) -> None:
    ben, library = add(house, "Ben"), add_placement(house, add_employer(house, "Library"))
    hold(house, bakery, rosa)
    hold(house, library, ben)
    log(house, bakery, rosa, FRIDAY)
    log(house, bakery, rosa, MONDAY)
    covered(house, library, rosa, FRIDAY, ben, 60)
    request = cannot_go(house, bakery, rosa, date(2026, 11, 24))
    page = my_hours(house, rosa.code, rosa.id)
    assert [each.day.day for each in page.days] == list(range(23, 30))
    monday, tuesday, *_, sunday = page.days
    assert [(entry.work.minutes, entry.changeable) for entry in monday.entries] == [(240, True)]
    assert (monday.offered[0].written, tuesday.offered[0].written) == (True, False)
    assert (tuesday.offered[0].request, tuesday.writable, monday.writable) == (request, False, True)
    assert f"{monday.offered[0].usual[0].starts:%H:%M}-{monday.offered[0].usual[0].ends:%H:%M}" == "09:00-13:00"
    assert sunday.offered[0].usual == ()
    totals = (page.week_worked, page.week_covered, page.month_worked, page.month_covered)
    assert (totals, page.month, page.hour_steps) == ((240, 0, 480, 60), "2026-11", 15)
    assert [work.place.employer for work in page.work] == ["Harbor Bakery"]
