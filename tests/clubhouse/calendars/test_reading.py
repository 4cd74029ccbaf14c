"""What single lines of a calendar file mean, and what is listed where they cannot be carried over."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr

from clubhouse.calendars.importing import Imported
from clubhouse.house import House
from clubhouse.series import list_series
from clubhouse.settings import set_setting
from tests.clubhouse.calendars.held import bring_in, calendar, event, held, held_by_others, live_on
from tests.houses import ACTOR

START = "DTSTART:20261124T180000"
HOUR = "DURATION:PT1H"


def sentences(done: Imported) -> list[str]:
    """What was left out."""
    return [each.sentence for each in done.left_out]


@pytest.mark.parametrize(
    ("lines", "starts", "minutes"),
    [
        (("DTSTART:20261124T180000", "DTEND:20261124T193000"), "11-24 18:00", 90),
        (("DTSTART:20261124T180000Z", "DURATION:PT45M"), "11-24 13:00", 45),
        (("DTSTART;TZID=Europe/Oslo:20261124T180000", "DURATION:P1DT1H"), "11-24 12:00", 1500),
        (("DTSTART;TZID=W. Europe Standard Time:20261124T180000", "DURATION:P1W"), "11-24 12:00", 10080),
        (("DTSTART;TZID=\"Pacific Standard Time\":20261124T220000", "DURATION:PT90S"), "11-25 01:00", 2),
        (("DTSTART;TZID=/example.org/20260101_1/Asia/Tokyo:20261125T090000", HOUR), "11-24 19:00", 60),
        (("DTSTART:20261124T180000",), "11-24 18:00", 60),
        (("DTSTART:20261124T180000", "DTEND:20261124T180000"), "11-24 18:00", 60),
        (("DTSTART;VALUE=DATE:20261124",), "11-24 00:00", 1440),
        (("DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261127"), "11-24 00:00", 3 * 1440),
        (("DTSTART:20261124", "DURATION:P2D"), "11-24 00:00", 2 * 1440),
        (("DTSTART:20261124T1800", "DURATION:PT1H"), "11-24 18:00", 60),
        (("dtstart;tzid=America/New_York:20261124t180000", "duration:pt1h"), "11-24 18:00", 60),
    ],
)  # fmt: skip
def test_when_it_is_held(house: House, tmp_path: Path, lines: tuple[str, ...], starts: str, minutes: int) -> None:
    assert bring_in(house, tmp_path, calendar(event(*lines))) == Imported(1, 0, 0, ())
    ((start, end, _),) = held(house)
    assert f"{start:%m-%d %H:%M}" == starts
    assert list_series(house)[0].minutes == minutes
    assert end - start == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((START, HOUR, "RRULE:FREQ=SECONDLY"), "comes again by a rule that is not kept here, 'FREQ=SECONDLY'."),
        ((START, HOUR, "RRULE:FREQ=HOURLY;INTERVAL=2"), "comes again by a rule"),
        ((START, HOUR, "RRULE:FREQ=DAILY;BYHOUR=9,15"), "comes again by a rule"),
        ((START, HOUR, "RRULE:FREQ=DAILY;INTERVAL=0"), "comes again by a rule"),
        ((START, HOUR, "RRULE:FREQ=DAILY;COUNT=1000000000"), "comes again by a rule"),
        ((START, HOUR, "RRULE:FREQ=DAILY;COUNT=0"), "comes again by a rule"),
        ((START, HOUR, "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20270101"), "comes again by a rule"),
        ((START, HOUR, "RRULE:FREQ=DAILY;UNTIL=tomorrow"), "comes again by a rule"),
        ((START, HOUR, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "comes again by a rule"),
        ((START, HOUR, "RRULE:"), "comes again by a rule"),
        ((START, HOUR, "RRULE:" + "FREQ=DAILY;" * 5000), "comes again by a rule"),
        ((START, HOUR, "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"), "comes by several rules at once"),
        ((START, HOUR, "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY"), "comes by several rules at once"),
        (
            ("DTSTART;TZID=Nowhere/Atall:20261124T180000", HOUR),
            "is in a time zone that is not known, 'Nowhere/Atall'",
        ),
        (("DTSTART;TZID=../../etc/passwd:20261124T180000", HOUR), "is in a time zone that is not known"),
        (("DTSTART:20261324T180000", HOUR), "has a date that cannot be read, '20261324T180000'."),
        (("DTSTART:18 o'clock", HOUR), "has a date that cannot be read"),
        (("DTSTART:00010101T000000Z", HOUR), "has a date that cannot be read"),
        (("DTSTART:99991231T235959Z", HOUR), "has a date that cannot be read"),
        ((HOUR,), "does not say when it begins."),
        ((START, "DTEND:20261124T170000"), "ends before it begins."),
        ((START, "DTEND:20271124T170000"), "lasts longer than 14 days."),
        ((START, "DTEND;VALUE=DATE:20261125"), "begins with a time and ends with a day"),
        ((START, "DURATION:P"), "has a length that cannot be read, 'P'."),
        ((START, "DURATION:PT99999999H"), "has a length that cannot be read"),
        ((START, HOUR, "CLASS:PRIVATE"), "is marked as private in its calendar."),
        ((START, HOUR, "RRULE:FREQ=DAILY", "EXDATE:" + ",".join(["20261201T180000"] * 1001)), "names more than 1000"),
    ],
)
def test_what_cannot_be_carried_over_is_listed(
    house: House, tmp_path: Path, lines: tuple[str, ...], sentence: str
) -> None:
    done = bring_in(house, tmp_path, calendar(event(*lines), event(START, HOUR, uid="two", title="Bingo")))
    assert (done.added, [each.title for each in list_series(house)]) == (1, ["Bingo"])
    assert len(done.left_out) == 1
    assert str(done.left_out[0]).startswith(f"Line 4: Bowling: {sentence}")


def test_an_event_without_a_title_is_listed(house: House, tmp_path: Path) -> None:
    assert sentences(bring_in(house, tmp_path, calendar(event(START, HOUR, title=" ")))) == [
        "An event: has no title."
    ]


def test_a_line_that_is_none_is_listed_and_the_rest_is_read(house: House, tmp_path: Path) -> None:
    done = bring_in(house, tmp_path, calendar(event(START, HOUR, 'LOCATION;X="open:Hall', "SUMMARY broken")))
    assert sentences(done) == ["This line cannot be understood and was passed over."]
    assert len(held(house)) == 1


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYDAY=TU;COUNT=5",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T230000Z",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T225959Z",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T180000",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "FREQ=MONTHLY;BYDAY=4TU,-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=6",
        "FREQ=MONTHLY;BYMONTHDAY=-1,24",
        "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=22,23,24,25,26,27,28",
        "FREQ=YEARLY;BYMONTH=11,3;BYDAY=-1TU",
        "FREQ=YEARLY;BYYEARDAY=1,100,200,328",
        "FREQ=YEARLY;BYWEEKNO=20,48;BYDAY=TU",
        "FREQ=DAILY;BYMONTH=12,1",
        "FREQ=DAILY;INTERVAL=10;COUNT=30",
        "freq=weekly;byday=tu",
    ],
)
def test_a_rule_falls_on_the_days_that_dateutil_finds(house: House, tmp_path: Path, rule: str) -> None:
    done = bring_in(house, tmp_path, calendar(event(START, HOUR, f"RRULE:{rule}")))
    live_on(house)
    zone = ZoneInfo("America/New_York")
    start = datetime(2026, 11, 24, 18, tzinfo=zone)
    text = rule.upper()
    if "UNTIL" in text and not text.endswith("Z"):
        until = datetime(2026, 12, 8, 18, tzinfo=zone) if "T1800" in text else datetime(2026, 12, 8, tzinfo=zone)
        text = f"FREQ=WEEKLY;BYDAY=TU;UNTIL={until.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        if "T1800" not in rule:
            text = text.replace("20261208T050000Z", "20261209T045959Z")
    days = [each.replace(tzinfo=None) for each in rrulestr(text, dtstart=start).xafter(start, inc=True, count=400)]
    ours = [begins for begins, _, _ in held(house)]
    theirs = [day for day in days if day.date() <= date(2027, 11, 22)]
    assert ours == sorted({start.replace(tzinfo=None), *theirs})
    assert done == Imported(1, 0, 0, ())


def test_a_start_that_its_rule_does_not_give_is_held_too(house: House, tmp_path: Path) -> None:
    text = calendar(event(START, HOUR, "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20261212"))
    assert bring_in(house, tmp_path, text).added == 1
    assert held(house) == held_by_others(text.replace(HOUR, "DTEND:20261124T190000"), ZoneInfo("America/New_York"))
    assert [f"{start:%m-%d}" for start, _, _ in held(house)] == ["11-24", "11-27", "12-04", "12-11"]
    assert bring_in(house, tmp_path, text) == Imported(0, 0, 1, ())


def test_a_day_at_another_time_replaces_one_that_is_called_off(house: House, tmp_path: Path) -> None:
    lines = ("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261201T180000", "RDATE:20261201T200000,20261203T070000")
    text = calendar(event(START, HOUR, *lines))
    assert bring_in(house, tmp_path, text) == Imported(1, 0, 0, ())
    assert [f"{start:%m-%d %H}" for start, _, _ in held(house)] == ["11-24 18", "12-01 20", "12-03 07", "12-08 18"]
    assert bring_in(house, tmp_path, text) == Imported(0, 0, 1, ())


def test_twice_on_one_day_is_listed(house: House, tmp_path: Path) -> None:
    done = bring_in(house, tmp_path, calendar(event(START, HOUR, "RDATE:20261124T200000")))
    assert sentences(done) == ["Bowling: comes twice on 2026-11-24; the first of them is kept."]
    assert len(held(house)) == 1


def test_several_events_under_one_name_are_listed(house: House, tmp_path: Path) -> None:
    done = bring_in(house, tmp_path, calendar(event(START, HOUR), event("DTSTART:20261125T180000", HOUR)))
    assert sentences(done) == ["Bowling: stands several times in the file under one name; the last is kept."]
    assert [f"{start:%m-%d}" for start, _, _ in held(house)] == ["11-25"]
    assert (
        sentences(bring_in(house, tmp_path, calendar(event(START, HOUR, uid="b"), event(START, HOUR, uid="b")))) == []
    )


def test_a_day_named_in_utc_or_without_a_time_is_the_same_day(house: House, tmp_path: Path) -> None:
    lines = ("RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20261201T230000Z", "EXDATE;VALUE=DATE:20261208")
    bring_in(house, tmp_path, calendar(event(START, HOUR, *lines, "EXDATE:20261215T170000")))
    assert [f"{start:%m-%d}" for start, _, _ in held(house)] == ["11-24", "12-15"]


def test_another_zone_with_the_same_clock_changes_keeps_its_days(house: House, tmp_path: Path) -> None:
    late = event("DTSTART;TZID=America/Los_Angeles:20261124T220000", HOUR, "RRULE:FREQ=WEEKLY;BYDAY=TU,FR")
    assert bring_in(house, tmp_path, calendar(late)) == Imported(1, 0, 0, ())
    live_on(house)
    text = calendar(late).replace(HOUR, "DTEND;TZID=America/Los_Angeles:20261124T230000")
    assert held(house) == held_by_others(text, ZoneInfo("America/New_York"))
    assert list_series(house)[0].rule == "FREQ=WEEKLY;BYDAY=WE,SA"


@pytest.mark.parametrize(
    "start", ["DTSTART;TZID=Europe/Oslo:20261124T180000", "DTSTART:20261124T170000Z"], ids=["oslo", "utc"]
)
def test_a_time_that_shifts_here_through_the_year_is_told(house: House, tmp_path: Path, start: str) -> None:
    done = bring_in(house, tmp_path, calendar(event(start, HOUR, "RRULE:FREQ=WEEKLY")))
    assert sentences(done) == ["Bowling: its time shifts here through the year; that of its first day is kept."]
    live_on(house)
    assert {f"{begins:%H:%M}" for begins, _, _ in held(house)} == {"12:00"}


def test_a_rule_that_falls_on_other_days_here_is_listed(house: House, tmp_path: Path) -> None:
    late = event("DTSTART;TZID=America/Los_Angeles:20261130T220000", HOUR, "RRULE:FREQ=MONTHLY;BYDAY=-1MO")
    assert sentences(bring_in(house, tmp_path, calendar(late))) == [
        "Bowling: comes by a rule that falls on other days here."
    ]


@pytest.mark.parametrize("zone", ["Europe/Oslo", "Australia/Sydney", "Pacific/Tahiti", "America/New_York"])
def test_floating_times_are_the_houses_through_both_clock_changes(house: House, tmp_path: Path, zone: str) -> None:
    set_setting(house, ACTOR, "timezone", zone)
    bring_in(house, tmp_path, calendar(event("DTSTART:20261125T023000", HOUR, "RRULE:FREQ=DAILY")))
    live_on(house)
    found = held(house, date(2026, 11, 25), date(2027, 11, 20))
    assert len(found) == 361
    moments = [datetime.combine(start.date(), start.time(), ZoneInfo(zone)) for start, _, _ in found]
    skipped = [moment for moment in moments if moment.hour != 2]
    assert len(skipped) == (zone != "Pacific/Tahiti")


def test_tasks_reminders_and_guests_are_not_read(house: House, tmp_path: Path) -> None:
    alarm = "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nSUMMARY:Wake up\r\nDTSTART:nonsense\r\nEND:VALARM"
    todo = "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Buy bread\r\nEND:VTODO\r\n"
    guest = "ATTENDEE;CN=Somebody:mailto:x@example.org"
    assert bring_in(house, tmp_path, calendar(todo, event(START, HOUR, guest, alarm))) == Imported(1, 0, 0, ())
    assert [each.title for each in list_series(house)] == ["Bowling"]
