"""Figures against a second reckoning: plain Python over the raw rows, of days and houses of every kind."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

import db.days
from clubhouse import attendance, helping, visits
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput
from clubhouse.figures import Figure, Shows, house_figures
from clubhouse.figures_page import figures_page
from clubhouse.figures_report import all_figures, figures_report
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.periods import Period
from clubhouse.pictures import pictures
from clubhouse.visitors import Purpose, sign_in_visitor
from db.days import DayKind, SpecialDay
from tests.boards import MORNING, add_unit
from tests.forms import cases
from tests.houses import ZONE, SetClock, add, local, make_house, on_disk

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
MONDAY = date(2026, 11, 16)


def write_down(house: House, person: Person, came: str, left: str) -> None:
    """A visit from paper."""
    visits.add_visit(house, COMMAND_LINE, person, local(came), local(left), "paper")


def values(house: House, period: Period) -> dict[str, tuple[int, int, str]]:
    """Above, below and value of each figure."""
    return {each.key: (each.above, each.below, each.value) for each in all_figures(house, period)}


def test_an_open_day_on_which_nobody_came_counts(house: House) -> None:
    rosa = add(house)
    write_down(house, rosa, "2026-11-16 09:00", "2026-11-16 10:00")
    found = values(house, (MONDAY, MONDAY + timedelta(days=6)))
    assert found["ada"] == (1, 6, "0.17")
    assert found["ada-wod"] == (1, 5, "0.20")
    assert found["ada-ewh"] == (0, 1, "0.00")


def test_three_times_in_and_out_are_one_person(house: House) -> None:
    rosa = add(house)
    for hour in (9, 11, 14):
        write_down(house, rosa, f"2026-11-16 {hour:02}:00", f"2026-11-16 {hour:02}:20")
    found = values(house, (MONDAY, MONDAY))
    assert (found["ada"], found["unique-members"], found["hours-a-visit"]) == (
        (1, 1, "1.00"), (1, 1, "1"), (60, 3, "0:20"),
    )  # fmt: skip


def test_a_visit_past_midnight_counts_on_the_day_on_which_it_began(house: House) -> None:
    write_down(house, add(house), "2026-11-16 23:00", "2026-11-17 01:00")
    assert values(house, (MONDAY, MONDAY))["ada"] == (1, 1, "1.00")
    tuesday = MONDAY + timedelta(days=1)
    assert values(house, (tuesday, tuesday))["ada"] == (0, 1, "0.00")


def test_the_hour_that_comes_twice_is_real_time(house: House) -> None:
    write_down(house, add(house), "2026-10-31 23:30", "2026-11-01 03:30")
    assert values(house, (date(2026, 10, 31),) * 2)["hours-a-visit"] == (300, 1, "5:00")


def test_staff_and_volunteers_are_not_counted(house: House) -> None:
    for kind in (Kind.STAFF, Kind.VOLUNTEER):
        write_down(house, add(house, kind=kind), "2026-11-16 09:00", "2026-11-16 10:00")
    found = values(house, (MONDAY, MONDAY))
    assert {found[key][0] for key in ("ada", "unique-members", "active-members", "hours-a-visit")} == {0}
    assert found["hours-a-visit"][2] == ""


def test_days_to_come_and_closed_days_do_not_count(house: House) -> None:
    db.days.put_special(house.store, SpecialDay(MONDAY, DayKind.CLOSED, "snow"))
    found = values(house, NOVEMBER)
    assert (found["ada-wod"][1], found["ada-ewh"][1]) == (15, 3)


def test_active_members_came_in_the_last_ninety_days(house: House, clock: SetClock) -> None:
    rosa, li = add(house), add(house, "Li")
    write_down(house, rosa, "2026-08-03 09:00", "2026-08-03 10:00")
    write_down(house, li, "2026-08-02 09:00", "2026-08-02 10:00")
    assert values(house, (date(2026, 10, 31),) * 2)["active-members"][0] == 1


def test_time_in_units_ends_when_one_leaves(house: House, clock: SetClock) -> None:
    unit = add_unit(house)
    for name in ("Rosa", "Li"):
        person = add(house, name)
        attendance.sign_in_by_name(house, person.id)
        helping.join_unit(house, person.id, unit.id, MORNING)
    clock.set("2026-11-23 10:00")
    helping.leave_unit(house, 1, MORNING)
    assert values(house, NOVEMBER)["unit-hours"] == (30 + 150, 1, "3:00")


def test_tours_and_new_members(house: House) -> None:
    add(house)
    sign_in_visitor(house, "Tom", Purpose.TOUR)
    sign_in_visitor(house, "Ann", Purpose.GUEST)
    found = values(house, NOVEMBER)
    assert (found["tours"][0], found["new-members"][0]) == (1, 1)


@dataclass(frozen=True)
class Came:
    """One visit of a random house."""

    who: int
    starts: datetime
    minutes: int


came = st.builds(
    Came,
    st.integers(0, 5),
    # Over both changes of the clocks.
    st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 20), timezones=st.just(UTC)).map(  # noqa: DTZ001
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.integers(0, 900),
)
day = st.dates(date(2026, 2, 20), date(2026, 11, 22))


@cases(15, 400)
@given(st.lists(came, max_size=25), st.tuples(day, day), st.dictionaries(day, st.sampled_from(DayKind), max_size=5))
def test_figures_are_those_of_a_second_reckoning(
    stays: list[Came], span: Period, differ: dict[date, DayKind]
) -> None:
    period = (min(span), max(span))
    with TemporaryDirectory() as folder:
        house = make_house(Path(folder) / "house.db")
        try:
            fill(house, stays, differ)
            found, raw = house_figures(house, period), on_disk(house.store.path, RAW)
        finally:
            house.close()
    assert {each.key: (each.above, each.below) for each in found[:6]} == reckoned(raw, period, differ)


RAW = "SELECT person_id, kind, in_at, out_at FROM visits JOIN people ON people.id = person_id WHERE undone_at IS NULL"


def fill(house: House, stays: list[Came], differ: dict[date, DayKind]) -> None:
    """Put all of it on file; the last of the people is staff."""
    people = [add(house, f"P{number}", kind=Kind.STAFF if number == 5 else Kind.MEMBER) for number in range(6)]
    for each, kind in differ.items():
        db.days.put_special(house.store, SpecialDay(each, kind, "so"))
    for number, stay in enumerate(stays):
        end = stay.starts + timedelta(minutes=stay.minutes)
        came_at, left_at = (f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in (stay.starts, end))
        on, undone_at = stay.starts.astimezone(ZONE).date(), left_at if number % 7 == 6 else None
        house.store.connection.execute(
            "INSERT INTO visits (person_id, day, in_at, in_how, out_at, out_how, undone_at)"
            " VALUES (?, ?, ?, 'scan', ?, 'key', ?)",
            (people[stay.who].id, str(on), came_at, left_at, undone_at),
        )


def reckoned(
    raw: list[tuple[object, ...]], period: Period, differ: dict[date, DayKind]
) -> dict[str, tuple[int, int]]:
    """The same by sets and loops."""
    first, last = period
    usual = {5: DayKind.SOCIAL, 6: DayKind.CLOSED}
    every = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    kind_of = {each: differ.get(each, usual.get(each.weekday(), DayKind.WORK_ORDERED)) for each in every}
    stays = []
    for who, kind, came_at, left_at in raw:
        start, end = (datetime.fromisoformat(str(each)) for each in (came_at, left_at))
        if kind == "member":
            stays.append((who, start.astimezone(ZONE).date(), (end - start) // timedelta(minutes=1)))
    inside = [each for each in stays if first <= each[1] <= last]

    def average(*kinds: DayKind) -> tuple[int, int]:
        counted = {each for each, kind in kind_of.items() if kind in kinds}
        return len({(who, on) for who, on, _ in inside if on in counted}), len(counted)

    return {
        "ada": average(DayKind.WORK_ORDERED, DayKind.SOCIAL),
        "ada-wod": average(DayKind.WORK_ORDERED),
        "ada-ewh": average(DayKind.SOCIAL),
        "active-members": (len({who for who, on, _ in stays if last - timedelta(days=90) < on <= last}), 1),
        "unique-members": (len({who for who, _, _ in inside}), 1),
        "hours-a-visit": (sum(minutes for *_, minutes in inside), len(inside)),
    }


@pytest.mark.parametrize(
    ("above", "below", "shows", "value"),
    [
        (5, 1, Shows.COUNT, "5"), (1, 3, Shows.AVERAGE, "0.33"), (2, 3, Shows.AVERAGE, "0.67"),
        (1, 200, Shows.AVERAGE, "0.01"), (125, 60, Shows.LENGTH, "0:02"), (61, 1, Shows.LENGTH, "1:01"),
        (5, 0, Shows.PERCENT, ""),
    ],
)  # fmt: skip
def test_a_figure_is_divided_when_shown_and_rounded_half_up(above: int, below: int, shows: Shows, value: str) -> None:
    assert Figure("key", "name", "formula", above, below, shows).value == value


def test_figures_stand_beside_the_period_before_and_the_year_before(house: House) -> None:
    rosa = add(house)
    for came_on in ("2026-11-02", "2026-10-05", "2025-11-03"):
        write_down(house, rosa, f"{came_on} 09:00", f"{came_on} 10:00")
    report = figures_report(house, NOVEMBER)
    assert (report.before[0], report.year_before) == (date(2026, 10, 1), (date(2025, 11, 1), date(2025, 11, 30)))
    line = next(line for line in report.lines if line.now.key == "ada")
    assert [(each.above, each.below) for each in (line.now, line.before, line.year_before)] == [
        (1, 19),
        (1, 27),
        (1, 25),
    ]


def test_days_in_the_wrong_order_and_the_year_one_are_refused(house: House) -> None:
    with pytest.raises(BadInput, match="The first day comes first"):
        figures_report(house, NOVEMBER[::-1])
    with pytest.raises(BadInput, match="nothing before"):
        figures_report(house, (date(1, 1, 1), date(1, 1, 31)))


def test_pictures_show_days_weekdays_and_the_hours_one_was_here(house: House) -> None:
    write_down(house, add(house), "2026-11-16 09:50", "2026-11-16 11:10")
    by_day, by_weekday, by_hour, by_unit, *_ = pictures(house, (MONDAY, MONDAY + timedelta(days=1)))
    assert by_day.bars == (("Mon 2026-11-16", 1.0), ("Tue 2026-11-17", 0.0))
    assert by_weekday.bars == (("Monday", 1.0), ("Tuesday", 0.0))
    assert by_hour.bars == (("09:00", 0.5), ("10:00", 0.5), ("11:00", 0.5))
    assert by_unit.bars == ()


def test_the_page_for_the_board_is_complete_in_itself(house: House) -> None:
    write_down(house, add(house), "2026-11-16 09:50", "2026-11-16 11:10")
    page = figures_page(house, figures_report(house, NOVEMBER), pictures(house, NOVEMBER))
    assert page.count("<svg") == 7
    assert "ADA-WOD" in page
    assert "Rosa" not in page
    assert "<script" not in page
    assert "Harbor House: 2026-11" in page
