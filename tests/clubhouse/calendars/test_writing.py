"""Calendar files as they go out: read back by other libraries with the same times, and by another house."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import assume, given
from hypothesis import strategies as st

from clubhouse.audit import COMMAND_LINE
from clubhouse.calendars.writing import house_calendar, my_calendar, outside_calendar
from clubhouse.house import House
from clubhouse.occurrences import as_new, cancel_occurrence, change_occurrence, occurrences_of, set_seats
from clubhouse.permissions import NotAllowed
from clubhouse.program import see_program
from clubhouse.recurrence import checked_rule
from clubhouse.registering import register_for
from clubhouse.series import NewSeries, Series, add_day, add_series, list_series
from clubhouse.settings import set_setting
from tests.clubhouse.calendars.held import FIRST, LAST, bring_in, held, held_by_others, live_on
from tests.forms import with_one_house
from tests.houses import ACTOR, SetClock, add, make_house

ZONES = ["Europe/Oslo", "America/New_York", "Australia/Sydney", "Pacific/Tahiti", "Africa/Casablanca"]
BINGO = NewSeries("social", "Bingo", "Games", "Hall", "Tea; and\ncake, too", FIRST, time(18), 90, "", None, 0, False)


def plan(house: House, rule: str = "", **said: object) -> Series:
    """A series on file."""
    return add_series(house, COMMAND_LINE, replace(BINGO, rule=rule, **said))  # type: ignore[arg-type]


def written(house: House) -> str:
    """The house's calendar for a year."""
    return house_calendar(house, COMMAND_LINE, FIRST, LAST).decode()


def with_exceptions(house: House, made: Series) -> None:
    """One day is called off, one moved, one renamed, and one comes besides."""
    off, moved, renamed = occurrences_of(house, made.id)[1:4]
    cancel_occurrence(house, COMMAND_LINE, off.id)
    day = moved.day + timedelta(days=1)
    change_occurrence(house, COMMAND_LINE, moved.id, replace(as_new(moved), day=day, starts=time(9), minutes=30))
    change_occurrence(house, COMMAND_LINE, renamed.id, replace(as_new(renamed), title="Big bingo", public_title=""))
    if made.rule != "FREQ=DAILY":
        add_day(house, COMMAND_LINE, made.id, renamed.day + timedelta(days=2))


def by_vobject(text: str, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    """When vobject says that the events of the file are held, in the house's time."""
    events = list(vobject.readOne(text).vevent_list)
    alone = {each.recurrence_id.value for each in events if hasattr(each, "recurrence_id")}
    return sorted(pair for each in events for pair in _times(each, alone, zone))


def _times(
    event: "vobject.base.Component", alone: set[object], zone: ZoneInfo
) -> Iterator[tuple[datetime, datetime]]:
    start, end = event.dtstart.value, event.dtend.value
    # vobject walks in the hands of the clock; a day's length across a clock change is not its subject.
    rules = None if hasattr(event, "recurrence_id") else event.getrruleset(addRDate=True)
    limit = datetime(2027, 11, 23, tzinfo=start.tzinfo)
    moments = [start] if rules is None else rules.between(start, limit, inc=True)
    for moment in moments:
        if rules is None or moment not in alone:
            here = moment.astimezone(zone).replace(tzinfo=None)
            yield here, here + (end - start)


@pytest.mark.parametrize("zone", ZONES[:4])
@pytest.mark.parametrize("rule", ["", "FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=DAILY;INTERVAL=3"])
def test_vobject_reads_back_the_same_times_of_a_year(house: House, zone: str, rule: str) -> None:
    set_setting(house, ACTOR, "timezone", zone)
    made = plan(house, rule)
    live_on(house)
    if rule:
        with_exceptions(house, made)
    found = by_vobject(written(house), ZoneInfo(zone))
    ours = [(start, end) for start, end, _ in held(house)]
    assert found == ours
    assert len(ours) >= (12 if rule else 1)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("starts", [time(2, 30), time(18), time(23, 45), None], ids=str)
def test_a_year_of_every_day_is_the_same_to_another_library(house: House, zone: str, starts: time | None) -> None:
    set_setting(house, ACTOR, "timezone", zone)
    made = plan(house, "FREQ=DAILY", starts=starts, minutes=90 if starts else 1440)
    with_exceptions(house, made)
    live_on(house)
    # In the hour that a clock skips or goes through twice, the other library counts by its hands.
    odd = changes_of(ZoneInfo(zone)) if starts == time(2, 30) else set()
    ours, others = held(house), held_by_others(written(house), ZoneInfo(zone))
    assert [each for each in ours if each[0].date() not in odd] == [
        each for each in others if each[0].date() not in odd
    ]
    assert len(ours) == len(others) == 364
    assert len(odd) <= 2


def changes_of(zone: ZoneInfo) -> set[date]:
    """The days of the year on which the clocks change."""
    days = (FIRST + timedelta(days=each) for each in range(365))
    hours = {day: {datetime.combine(day, time(hour), zone).utcoffset() for hour in (0, 12)} for day in days}
    return {day for day, offsets in hours.items() if len(offsets) > 1}


@pytest.mark.parametrize("zone", [*ZONES, "Europe/Dublin", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"])
def test_the_zone_in_the_file_is_the_houses_own_all_year(house: House, zone: str) -> None:
    set_setting(house, ACTOR, "timezone", zone)
    plan(house, "FREQ=DAILY")
    read = icalendar.Calendar.from_ical(written(house))
    (described,) = read.walk("VTIMEZONE")
    assert isinstance(described, icalendar.Timezone)
    by_file = described.to_tz(lookup_tzid=False)
    for hours in range(0, 3 * 8760, 7):
        wall = datetime(2026, 11, 23) + timedelta(hours=hours)  # noqa: DTZ001 - asked of both zones
        known = wall.replace(tzinfo=ZoneInfo(zone))
        if known.replace(fold=1).utcoffset() == known.utcoffset():  # in the hour that comes twice both are right
            assert wall.replace(tzinfo=by_file).utcoffset() == known.utcoffset(), wall


def test_a_file_has_short_lines_with_the_right_ends(house: House) -> None:
    plan(house, "FREQ=WEEKLY", title="Ein sehr langer Abend für Spiele — ünd Tëe 🎲 bei uns", notes="é" * 900)
    raw = house_calendar(house, COMMAND_LINE, FIRST, LAST)
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert all(line.decode() is not None for line in raw.split(b"\r\n"))
    for name in (b"PRODID:", b"VERSION:2.0", b"UID:", b"DTSTAMP:", b"CATEGORIES:social", b"LOCATION:Hall"):
        assert raw.count(b"\r\n" + name) == 1


def test_the_same_moment_writes_the_same_file_and_a_later_one_counts_as_newer(house: House, clock: SetClock) -> None:
    made = plan(house, "FREQ=WEEKLY")
    with_exceptions(house, made)
    once = written(house)
    assert written(house) == once
    clock.forward(minutes=10)
    later = written(house)
    sequences = [int(re.findall(r"SEQUENCE:(\d+)", text)[0]) for text in (once, later)]
    assert sequences[1] == sequences[0] + 10
    assert re.findall("UID:(.*)", once) == re.findall("UID:(.*)", later) == [f"{made.uid}\r"] * 3


def test_outside_stand_neutral_titles_and_no_notes(house: House) -> None:
    with_exceptions(house, plan(house, "FREQ=WEEKLY"))
    text = outside_calendar(house, FIRST, LAST).decode()
    assert re.findall("SUMMARY:(.*)\r", text) == ["Games", "Games", "Big bingo"]
    assert "DESCRIPTION" not in text
    assert re.findall("SUMMARY:(.*)\r", written(house)) == ["Bingo", "Bingo", "Big bingo"]


def test_inner_titles_are_for_those_who_look_after_events(house: House) -> None:
    person = add(house)
    with pytest.raises(NotAllowed):
        house_calendar(house, person.code, FIRST, LAST)


def test_a_series_stands_in_it_whole_and_what_lies_outside_the_days_does_not(house: House) -> None:
    plan(house, "FREQ=YEARLY", title="Birthday", first_day=date(2020, 12, 24), starts=None, minutes=1440)
    plan(house, title="Past", first_day=date(2026, 11, 1))
    plan(house, title="Far", first_day=date(2027, 5, 1))
    plan(house, "FREQ=WEEKLY;UNTIL=20261110", title="Ended", first_day=date(2026, 10, 1))
    text = house_calendar(house, COMMAND_LINE, FIRST, date(2026, 12, 31)).decode()
    assert re.findall("SUMMARY:(.*)\r", text) == ["Birthday"]
    assert "DTSTART;VALUE=DATE:20201224\r\nDTEND;VALUE=DATE:20201225" in text
    assert "RRULE:FREQ=YEARLY\r\n" in text
    text = house_calendar(house, COMMAND_LINE, date(2027, 12, 20), date(2027, 12, 31)).decode()
    assert re.findall("SUMMARY:(.*)\r", text) == ["Birthday"]


def test_a_single_event_that_was_called_off_is_told_as_such(house: House) -> None:
    (found,) = occurrences_of(house, plan(house).id)
    cancel_occurrence(house, COMMAND_LINE, found.id)
    assert "STATUS:CANCELLED" in written(house)


def test_ones_own_calendar_has_what_one_is_registered_for_and_no_name(house: House, clock: SetClock) -> None:
    rosa, other = add(house, "Rosamunde", "Quill"), add(house, "Osgood", "Quill")
    made = plan(house, "FREQ=WEEKLY;BYDAY=TU")
    first, second, third = occurrences_of(house, made.id)[:3]
    set_seats(house, COMMAND_LINE, second.id, 1)
    for person, on in ((rosa, first), (other, second), (rosa, second), (other, third)):
        register_for(house, COMMAND_LINE, person.id, on.id)
    text = my_calendar(house, rosa.id).decode()
    assert re.findall("STATUS:(.*)\r", text) == ["CONFIRMED", "TENTATIVE"]
    assert re.findall("DTSTART;TZID=America/New_York:(.*)\r", text) == ["20261124T180000", "20261201T180000"]
    assert re.findall("SUMMARY:(.*)\r", text) == ["Bingo", "Bingo"]
    uids = re.findall("UID:(.*)\r", text)
    assert len(set(uids)) == 2
    for whole in (text, written(house), outside_calendar(house, FIRST, LAST).decode()):
        assert not re.search("Rosamunde|Osgood|Quill|ATTENDEE|ORGANIZER", whole)
    clock.forward(days=3)
    assert re.findall("UID:(.*)\r", my_calendar(house, rosa.id).decode()) == uids[1:]


def test_an_empty_calendar_is_a_calendar(house: House) -> None:
    assert len(icalendar.Calendar.from_ical(written(house)).walk()) == 1
    assert my_calendar(house, add(house).id).endswith(b"END:VCALENDAR\r\n")


RULES = st.one_of(
    st.just(""),
    st.builds(
        lambda step, days, weekstart: f"FREQ=WEEKLY{step};BYDAY={','.join(days)}{weekstart}",
        st.sampled_from(["", ";INTERVAL=2", ";INTERVAL=3"]),
        st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=4, unique=True),
        st.sampled_from(["", ";WKST=SU"]),
    ),
    st.builds(
        lambda step, places, day: f"FREQ=MONTHLY{step};BYDAY={','.join(f'{place}{day}' for place in places)}",
        st.sampled_from(["", ";INTERVAL=2"]),
        st.lists(st.sampled_from(["1", "2", "3", "4", "5", "-1", "-2"]), min_size=1, max_size=3, unique=True),
        st.sampled_from(["MO", "WE", "SU"]),
    ),
    st.sampled_from(
        ["FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=-1,15", "FREQ=DAILY;INTERVAL=5", "FREQ=YEARLY"]
    ),
)


@with_one_house(10, 200)
@given(
    rule=RULES,
    end=st.none() | st.integers(0, 200),
    first=st.dates(date(2026, 11, 24), date(2027, 1, 20)),
    starts=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    zone=st.sampled_from(ZONES),
    off=st.integers(0, 3),
)
def test_another_house_that_imports_the_file_holds_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    rule: str,
    end: int | None,
    first: date,
    starts: time | None,
    zone: str,
    off: int,
) -> None:
    folder = tmp_path_factory.mktemp("houses")
    if rule and end is not None:
        rule += f";UNTIL={first + timedelta(days=end + 40):%Y%m%d}"
    assume(not rule or checked_rule(rule))
    one, two = make_house(folder / "one.db"), make_house(folder / "two.db")
    for each in (one, two):
        set_setting(each, ACTOR, "timezone", zone)
    made = plan(one, rule, first_day=first, starts=starts, minutes=90 if starts else 1440)
    for found in occurrences_of(one, made.id)[off : off + 2]:
        cancel_occurrence(one, COMMAND_LINE, found.id)
    for found in occurrences_of(one, made.id)[off + 2 : off + 3]:
        day = found.day + timedelta(days=1)
        change_occurrence(one, COMMAND_LINE, found.id, replace(as_new(found), day=day, title="Moved"))
    done = bring_in(two, folder, house_calendar(one, COMMAND_LINE, FIRST, LAST))
    assert done.left_out == ()
    for each in (one, two):
        live_on(each)
    assert held(two) == held(one)
    assert [each.rule for each in list_series(two)] in ([made.rule], [])
    again = bring_in(two, folder, house_calendar(one, COMMAND_LINE, FIRST, LAST))
    assert (again.added, again.changed, again.left_out) == (0, 0, ())
    assert len(see_program(two, FIRST, LAST).events) == len(held(one))
    one.close()
    two.close()
