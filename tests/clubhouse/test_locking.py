"""A month that was reported is locked: nobody but those who look after reports changes it, and nothing is lost."""

from collections.abc import Callable
from datetime import date, time

import pytest

from clubhouse import attendance, merging, today, visits
from clubhouse.attendance import scan
from clubhouse.audit import COMMAND_LINE
from clubhouse.days import DayKind, set_day, set_weekday
from clubhouse.errors import BadInput, Overtaken
from clubhouse.house import House
from clubhouse.locked_months import MonthLocked, is_locked, locked_between
from clubhouse.locking import StillInDoubt, lock_month, see_months, unlock_month
from clubhouse.people import Kind, Person
from clubhouse.permissions import NotAllowed, Permission, give_permission
from clubhouse.quality import check_quality
from clubhouse.visits import Visit
from tests.houses import SetClock, actions_on_disk, add, add_with_card, local, on_disk, visits_on_disk

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def rosa(house: House) -> Person:
    """A member."""
    return add(house)


@pytest.fixture
def visit(house: House, rosa: Person) -> Visit:
    """One of hers in October."""
    came, left = local("2026-10-20 09:00"), local("2026-10-20 10:00")
    return visits.add_visit(house, COMMAND_LINE, rosa, came, left, "paper")


@pytest.fixture
def staff(house: House) -> Person:
    """Staff who look after the door and not after reports."""
    return add(house, "Sam", kind=Kind.STAFF)


@pytest.fixture
def reports(house: House) -> Person:
    """Staff who look after reports too."""
    person = add(house, "Ana", kind=Kind.STAFF)
    give_permission(house, COMMAND_LINE, person, Permission.REPORTS)
    return person


def correct(house: House, actor: str, visit: Visit, left: str = "2026-10-20 11:00") -> Visit:
    """Another time of leaving."""
    return visits.correct_visit(house, actor, visit.id, visit.in_at, local(left), "paper sheet")


def test_a_locked_month_is_corrected_by_those_who_look_after_reports_alone(
    house: House, visit: Visit, staff: Person, reports: Person
) -> None:
    lock_month(house, reports.code, "2026-10")
    before = visits_on_disk(house)
    with pytest.raises(MonthLocked, match=r"October 2026 was reported .* who looks after reports"):
        correct(house, staff.code, visit)
    assert visits_on_disk(house) == before
    assert correct(house, reports.code, visit).out_at == local("2026-10-20 11:00")


def test_nothing_gets_into_or_out_of_a_locked_month_by_another_door(
    house: House, rosa: Person, visit: Visit, staff: Person
) -> None:
    november = visits.add_visit(
        house, COMMAND_LINE, rosa, local("2026-11-02 09:00"), local("2026-11-02 10:00"), "paper"
    )
    lock_month(house, COMMAND_LINE, "2026-10")
    into = local("2026-10-21 09:00")
    before = visits_on_disk(house)
    acts: tuple[Callable[[], object], ...] = (
        lambda: visits.add_visit(house, staff.code, rosa, into, local("2026-10-21 10:00"), "paper"),
        lambda: today.paper_line(house, staff.code, rosa.id, into.date(), time(9), time(10)),
        lambda: visits.correct_visit(house, staff.code, november.id, into, local("2026-10-21 10:00"), "paper"),
        lambda: today.take_visit_out(house, staff.code, visit.id, "twice on the sheet"),
    )
    for act in acts:
        with pytest.raises(MonthLocked):
            act()
    assert visits_on_disk(house) == before


def test_a_visit_added_to_a_locked_month_needs_a_reason(house: House, rosa: Person, reports: Person) -> None:
    lock_month(house, COMMAND_LINE, "2026-10")
    times = (local("2026-10-21 09:00"), local("2026-10-21 10:00"))
    with pytest.raises(BadInput, match="Say why"):
        visits.add_visit(house, reports.code, rosa, *times, " ")
    assert visits.add_visit(house, reports.code, rosa, *times, "paper sheet").day == date(2026, 10, 21)


def test_two_entries_with_visits_in_a_locked_month_become_one_by_those_who_look_after_reports(
    house: House, rosa: Person, visit: Visit, staff: Person, reports: Person
) -> None:
    twin = add(house, "Rose")
    lock_month(house, COMMAND_LINE, "2026-10")
    merging.merge_people(house, staff.code, rosa.id, twin.id)  # of the twin nothing was reported
    merging.unmerge_people(house, staff.code, twin.id)
    with pytest.raises(MonthLocked):
        merging.merge_people(house, staff.code, twin.id, rosa.id)
    merging.merge_people(house, reports.code, twin.id, rosa.id)
    with pytest.raises(MonthLocked):
        merging.unmerge_people(house, staff.code, rosa.id)


def test_a_member_who_tells_when_they_left_is_thanked_and_what_they_said_is_kept(
    house: House, clock: SetClock
) -> None:
    clock.set("2026-10-30 09:00")
    gil, _ = add_with_card(house, "Gil")
    attendance.sign_in_by_name(house, gil.id)
    clock.set("2026-11-23 09:00")
    with pytest.raises(StillInDoubt):
        lock_month(house, COMMAND_LINE, "2026-10")
    lock_month(house, COMMAND_LINE, "2026-10", sure=True)
    guessed = attendance.sign_in_by_name(house, gil.id).guessed
    assert guessed
    assert visits.tell_leaving(house, gil, guessed, time(14, 30)).estimated
    found = [each.what for each in check_quality(house, COMMAND_LINE, OCTOBER)]
    assert found == [f"visit {guessed.id} of {gil.code}, who said afterwards: left at 14:30"]
    assert on_disk(house.store.path, "SELECT became ->> 'out_at' FROM audit WHERE action = 'tell_after_lock'") == [
        ("2026-10-30T18:30:00Z",)
    ]
    visits.correct_visit(house, COMMAND_LINE, guessed.id, guessed.in_at, local("2026-10-30 14:30"), "told us")
    assert check_quality(house, COMMAND_LINE, OCTOBER) == []


def test_what_was_left_open_is_closed_before_the_month_is_locked(house: House, clock: SetClock) -> None:
    clock.set("2026-10-31 23:30")
    attendance.sign_in_by_name(house, add(house, "Gil").id)
    clock.set("2026-11-01 00:05")
    with pytest.raises(StillInDoubt, match="1 thing to look at"):
        lock_month(house, COMMAND_LINE, "2026-10")
    assert visits_on_disk(house)[0][1] is None
    lock_month(house, COMMAND_LINE, "2026-10", sure=True)
    assert visits_on_disk(house)[0][2] == "estimate"


def test_an_answer_left_standing_takes_nothing_back_in_a_locked_month(house: House, clock: SetClock) -> None:
    clock.set("2026-10-31 23:30")
    _, code = add_with_card(house, "Sam", kind=Kind.STAFF)
    scan(house, code)
    clock.set("2026-10-31 23:50")
    out = scan(house, code)
    clock.set("2026-11-01 00:05")
    lock_month(house, COMMAND_LINE, "2026-10")
    with pytest.raises(MonthLocked):
        attendance.undo(house, out)


def test_the_kind_of_a_reported_day_is_changed_by_those_who_look_after_reports(
    house: House, staff: Person, reports: Person
) -> None:
    for person in (staff, reports):
        give_permission(house, COMMAND_LINE, person, Permission.SETTINGS)
    lock_month(house, COMMAND_LINE, "2026-10")
    acts: tuple[Callable[[str], object], ...] = (
        lambda actor: set_day(house, actor, OCTOBER[0], DayKind.CLOSED, "storm"),
        lambda actor: set_weekday(house, actor, 6, DayKind.CLOSED, date(2026, 9, 1)),
    )
    for act in acts:
        with pytest.raises(MonthLocked):
            act(staff.code)
        act(reports.code)
    set_weekday(house, staff.code, 6, DayKind.SOCIAL)
    set_day(house, staff.code, date(2026, 11, 2), DayKind.CLOSED)


def test_nobody_is_ever_stopped_at_the_door(house: House, rosa: Person) -> None:
    lock_month(house, COMMAND_LINE, "2026-10")
    assert attendance.sign_in_by_name(house, rosa.id).is_here
    assert attendance.sign_out(house, rosa.id).visit


def test_a_lock_is_taken_off_with_a_reason_and_stays_on_file(house: House, reports: Person, clock: SetClock) -> None:
    lock_month(house, reports.code, "2026-10")
    with pytest.raises(BadInput, match="needs a reason"):
        unlock_month(house, reports.code, "2026-10", " ")
    clock.forward(hours=1)
    ended = unlock_month(house, reports.code, "2026-10", "it was not sent")
    assert (ended.ended_at, ended.ended_by) == (house.now(), reports.id)
    assert not is_locked(house, OCTOBER[0])
    lock_month(house, reports.code, "2026-10")
    rows = on_disk(house.store.path, "SELECT month, ended_at IS NULL FROM locked_months ORDER BY id")
    assert rows == [("2026-10", 0), ("2026-10", 1)]
    assert actions_on_disk(house)[-3:] == ["lock_visits", "unlock_visits", "lock_visits"]


@pytest.mark.parametrize(
    ("month", "error", "words"),
    [
        ("2026-11", BadInput, "not over yet"),
        ("2027-01", BadInput, "not over yet"),
        ("October", BadInput, "no month"),
        ("2026-09", Overtaken, "locked already"),
    ],
)
def test_what_cannot_be_locked_is_refused(house: House, month: str, error: type[Exception], words: str) -> None:
    lock_month(house, COMMAND_LINE, "2026-09")
    with pytest.raises(error, match=words):
        lock_month(house, COMMAND_LINE, month)
    assert [each.month for each in locked_between(house, date(2026, 1, 1), date(2027, 1, 1))] == ["2026-09"]


def test_a_month_that_is_not_locked_cannot_be_unlocked(house: House) -> None:
    with pytest.raises(Overtaken, match="not locked"):
        unlock_month(house, COMMAND_LINE, "2026-10", "why not")


def test_it_needs_the_permission_for_reports(house: House, staff: Person) -> None:
    lock_month(house, COMMAND_LINE, "2026-09")
    acts: tuple[Callable[[], object], ...] = (
        lambda: lock_month(house, staff.code, "2026-10"),
        lambda: unlock_month(house, staff.code, "2026-09", "why"),
        lambda: see_months(house, staff.code),
    )
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_the_months_that_are_over_are_listed_with_their_locks(house: House, visit: Visit, reports: Person) -> None:
    lock_month(house, reports.code, "2026-09")
    found = see_months(house, reports.code)
    assert (found[0].month, found[-1].month, len(found)) == ("2026-10", "2024-11", 24)
    assert [(each.by, bool(each.lock), each.doubts) for each in found[:2]] == [
        ("", False, 0),
        (reports.code, True, 0),
    ]
