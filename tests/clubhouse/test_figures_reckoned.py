"""The figures beyond attendance, reckoned a second time by loops over the raw rows of random houses."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clubhouse.exports.attendance import Rounding, quarter_hours_of
from clubhouse.figures import house_figures
from clubhouse.figures_report import all_figures
from clubhouse.house import House
from clubhouse.people import Kind
from clubhouse.periods import Period
from clubhouse.pictures import pictures
from tests.boards import add_unit
from tests.houses import ZONE, add, make_house, on_disk

TODAY = date(2026, 11, 23)
"""Of the houses of these tests."""
PEOPLE, STAFF = 5, 4
"""So many people, and the number of the one who is staff."""
day = st.dates(date(2026, 10, 1), date(2026, 12, 31))
maybe_day = st.none() | day
span = st.tuples(day, day).map(lambda days: (min(days), max(days)))
who = st.integers(0, PEOPLE - 1)


@contextmanager
def a_house() -> Iterator[tuple[House, Callable[..., None]]]:
    """A house with its people, and what puts a row into one of its tables."""
    with TemporaryDirectory() as folder:
        house = make_house(Path(folder) / "house.db")
        try:
            for number in range(PEOPLE):
                add(house, f"P{number}", kind=Kind.STAFF if number == STAFF else Kind.MEMBER)

            def put(table: str, **values: object) -> None:
                told = [str(each) if isinstance(each, date) else each for each in values.values()]
                places = ", ".join("?" * len(told))
                house.store.connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", told)

            yield house, put
        finally:
            house.close()


def value(house: House, period: Period, *keys: str) -> list[tuple[int, int]]:
    """Above and below of these figures."""
    found = {each.key: (each.above, each.below) for each in all_figures(house, period)}
    return [found[key] for key in keys]


@dataclass(frozen=True)
class Held:
    """Something of the programme."""

    on: date
    title: int
    cancelled: bool
    there: frozenset[int]
    undone: frozenset[int]


held = st.builds(Held, day, st.integers(0, 2), st.booleans(), st.frozensets(who), st.frozensets(who))


@settings(max_examples=25)
@given(st.lists(held, max_size=8), span)
def test_events_and_those_who_were_there(events: list[Held], period: Period) -> None:
    with a_house() as (house, put):
        for number, event in enumerate(events, 1):
            put("series", id=number, uid=f"u{number}", kind="social", title="x", first_day=event.on,
                minutes=60, made_until=event.on)  # fmt: skip
            put("occurrences", id=number, series_id=number, original_day=event.on, day=event.on, minutes=60,
                title=f"T{event.title}", cancelled_at="x" if event.cancelled else None)  # fmt: skip
            for person in event.there:
                put("presences", occurrence_id=number, person_id=person + 1, how="list", at="x",
                    undone_at="x" if person in event.undone else None)  # fmt: skip
        inside = [e for e in events if period[0] <= e.on <= min(period[1], TODAY) and not e.cancelled]
        there = {event.title: 0 for event in inside}
        for event in inside:
            there[event.title] += len(event.there - event.undone)
        assert value(house, period, "events", "event-attendance") == [(len(inside), 1), (sum(there.values()), 1)]
        bars = next(each for each in pictures(house, period) if each.title == "People at events").bars
        assert {name.partition(" ")[0]: height for name, height in bars} == {f"T{t}": n for t, n in there.items()}


@dataclass(frozen=True)
class Work:
    """A term, or a job of one's own."""

    person: int
    kind: str
    begins: date
    length: int | None
    """Days; None where it goes on."""
    undone: bool

    @property
    def ends(self) -> date | None:
        """The last day."""
        return None if self.length is None else self.begins + timedelta(days=self.length)


work = st.builds(
    Work, who, st.sampled_from(["te", "supported", "independent"]), day, st.none() | st.integers(0, 60), st.booleans()
)
place = st.tuples(day, st.none() | st.integers(0, 60), st.sampled_from([0, 700, 720, 900, 1200, 1201, 2400]))


@settings(max_examples=25)
@given(st.lists(work, max_size=8), st.lists(place, max_size=5), st.lists(st.tuples(who, day), max_size=10), span)
def test_members_at_work_beside_attendance(
    works: list[Work], places: list[tuple[date, int | None, int]], came: list[tuple[int, date]], period: Period
) -> None:
    with a_house() as (house, put):
        put("employers", id=1, name="Bakery")
        for number, (opened, length, minutes) in enumerate(places, 1):
            closed = None if length is None else opened + timedelta(days=length)
            put("placements", id=number, employer_id=1, job="x", weekly_minutes=minutes, opened_on=opened,
                closed_on=closed)  # fmt: skip
        put(
            "placements",
            id=99,
            employer_id=1,
            job="x",
            weekly_minutes=0,
            opened_on="2020-01-01",
            closed_on="2020-01-02",
        )
        for each in works:
            if each.kind == "te":
                undone_at = "x" if each.undone else None
                put("terms", placement_id=99, person_id=each.person + 1, first_day=each.begins,
                    planned_last_day=each.begins, last_day=each.ends, undone_at=undone_at)  # fmt: skip
            else:
                put("jobs", person_id=each.person + 1, kind=each.kind, employer="x", job="x", weekly_minutes=60,
                    first_day=each.begins, last_day=each.ends)  # fmt: skip
        for person, on in came:
            put("visits", person_id=person + 1, day=on, in_at=f"{on}T15:00:00Z", in_how="scan",
                out_at=f"{on}T16:00:00Z", out_how="key")  # fmt: skip
        on = max(period[0], min(period[1], TODAY))
        now = {
            kind: {
                each.person
                for each in works
                if each.kind == kind
                and each.begins <= on
                and (each.ends is None or each.ends >= on)
                and not (each.undone and kind == "te")
            }
            for kind in ("te", "supported", "independent")
        }
        jobs = [
            minutes
            for opened, length, minutes in places
            if opened <= on and (length is None or opened + timedelta(days=length) > on)
        ]
        at_work = len(now["te"] | now["supported"] | now["independent"])
        assert value(house, period, "at-work", "in-te", "in-se", "in-ie", "te-jobs") == [
            (each, 1) for each in (at_work, *(len(now[kind]) for kind in now), len(jobs))
        ]  # fmt: skip
        days = [period[0] + timedelta(days=number) for number in range((period[1] - period[0]).days + 1)]
        open_days = {each for each in days if each.weekday() < 5 and each <= TODAY}
        present = len({(person, on) for person, on in came if on in open_days and person != STAFF})
        shares = value(house, period, "at-work-share", "te-share", "te-jobs-share", "te-jobs-usual")
        whole = len(open_days)
        assert shares[0] == (at_work * 100 * whole, present)
        assert shares[1] == (len(now["te"]) * 100 * whole, present)
        assert shares[2] == (sum(12 * 60 <= each <= 20 * 60 for each in jobs) * 100, len(jobs))
        assert shares[3] == (sum(15 * 60 <= each <= 20 * 60 for each in jobs) * 100, len(jobs))


@dataclass(frozen=True)
class Helped:
    """Somebody in a unit."""

    person: int
    on: date
    part: int
    left: int | None
    """Minutes after the part's start; None for whoever stayed."""


helped = st.builds(Helped, who, day, st.integers(0, 1), st.none() | st.integers(-60, 300))
PARTS = ((time(9, 30), time(12)), (time(13, 30), time(16)))


@settings(max_examples=25)
@given(st.lists(helped, max_size=10, unique_by=lambda each: (each.person, each.on, each.part)), span)
def test_time_in_units(rows: list[Helped], period: Period) -> None:
    with a_house() as (house, put):
        unit, minutes = add_unit(house), 0
        for each in rows:
            start, end = (datetime.combine(each.on, at, ZONE).astimezone(UTC) for at in PARTS[each.part])
            left = end if each.left is None else start + timedelta(minutes=each.left)
            ended_at = None if each.left is None else f"{left:%Y-%m-%dT%H:%M:%SZ}"
            put("sign_ups", person_id=each.person + 1, day=each.on, part_id=each.part + 1, state="joined",
                unit_id=unit.id, at="x", ended_at=ended_at)  # fmt: skip
            if each.person != STAFF and period[0] <= each.on <= min(period[1], TODAY):
                minutes += max(0, (min(left, end) - start) // timedelta(minutes=1))
        assert value(house, period, "unit-hours") == [(minutes, 1)]


@settings(max_examples=25)
@given(
    st.lists(st.tuples(day, st.sampled_from(["tour", "guest", "meeting"]), st.booleans()), max_size=10),
    st.lists(day, min_size=PEOPLE, max_size=PEOPLE),
    span,
)
def test_tours_and_new_members(came: list[tuple[date, str, bool]], since: list[date], period: Period) -> None:
    with a_house() as (house, put):
        for on, purpose, undone in came:
            put("visitors", name="x", purpose=purpose, day=on, in_at=f"{on}T15:00:00Z",
                undone_at="x" if undone else None)  # fmt: skip
        for number, joined in enumerate(since, 1):
            house.store.connection.execute("UPDATE people SET since = ? WHERE id = ?", (str(joined), number))
        tours = sum(purpose == "tour" and not undone and period[0] <= on <= period[1] for on, purpose, undone in came)
        new = sum(period[0] <= joined <= period[1] for joined in since[:STAFF])
        assert value(house, period, "tours", "new-members") == [(tours, 1), (new, 1)]


def test_every_figure_is_reckoned_a_second_time() -> None:
    with a_house() as (house, _put):
        keys = {each.key for each in all_figures(house, (TODAY, TODAY))}
    files = (Path(__file__).parent / "test_figures.py", Path(__file__))
    told = "".join(path.read_text(encoding="utf-8") for path in files)
    assert {key for key in keys if f'"{key}"' not in told} == set()


@pytest.mark.parametrize(("rounding", "least"), [(Rounding.DOWN, 15), (Rounding.NEAREST, 8), (Rounding.UP, 1)])
@given(st.integers(0, 3000))
def test_quarter_hours_under_each_rule(rounding: Rounding, least: int, minutes: int) -> None:
    # Quarter hours are counted off one after the other; what is left makes one where it is long enough.
    units, left = 0, minutes
    while left >= 15:
        units, left = units + 1, left - 15
    assert quarter_hours_of(minutes, rounding) == units + (left >= least)


@settings(max_examples=25)
@given(
    st.lists(st.tuples(day, st.sampled_from(["work-ordered", "social", "closed"]), st.integers(1, 7)), max_size=6),
    span,
)
def test_ada_follows_the_week_as_it_was_on_each_day(changes: list[tuple[date, str, int]], period: Period) -> None:
    with a_house() as (house, put):
        for since, kind, weekday in changes:
            put("weekday_changes", weekday=weekday, kind=kind, since=since, at="x")
        raw = on_disk(house.store.path, "SELECT since, weekday, kind FROM weekday_changes ORDER BY id")
        found = {each.key: each.below for each in house_figures(house, period)}
    usual = [*["work-ordered"] * 5, "social", "closed"]
    counted = dict.fromkeys(usual, 0)
    for number in range((min(period[1], TODAY) - period[0]).days + 1):
        day = period[0] + timedelta(days=number)
        begun, told = date.min, usual[day.weekday()]
        for first, of, became in raw:
            if of == day.isoweekday() and begun <= date.fromisoformat(str(first)) <= day:
                begun, told = date.fromisoformat(str(first)), str(became)
        counted[told] += 1
    assert (found["ada-wod"], found["ada-ewh"]) == (counted["work-ordered"], counted["social"])
    assert found["ada"] == counted["work-ordered"] + counted["social"]
