"""A calendar that is imported again: what has changed in it changes here, nobody loses their place, all are told."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, assume, given
from hypothesis import strategies as st

from clubhouse.audit import COMMAND_LINE
from clubhouse.calendars.importing import Imported, import_calendar
from clubhouse.errors import BadInput
from clubhouse.house import House
from clubhouse.occurrences import as_new, cancel_occurrence, change_occurrence
from clubhouse.permissions import NotAllowed
from clubhouse.program import see_program
from clubhouse.registering import register_for
from clubhouse.series import NewSeries, add_series, cancel_following, change_following, list_series, set_leads
from db.occurrences import Occurrence
from tests.clubhouse.calendars.held import FIRST, LAST, bring_in, calendar, content, event, held, live_on
from tests.forms import with_one_house
from tests.houses import SetClock, add, make_house, on_disk

TUESDAYS = ("DTSTART:20261124T180000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=TU")
ONCE = ("DTSTART:20261204T180000", "DURATION:PT1H")


def on(house: House, day: str) -> Occurrence:
    """The one thing that is held on that day."""
    (found,) = [each.occurrence for each in see_program(house, FIRST, LAST).events if f"{each.occurrence.day}" == day]
    return found


def days(house: House, count: int = 4) -> list[str]:
    """When the next of all that is held begin."""
    return [f"{start:%m-%d %H:%M}" for start, _, _ in held(house)[:count]]


def told(house: House) -> list[object]:
    """What people are still to be told."""
    return [kind for (kind,) in on_disk(house.store.path, "SELECT kind FROM news WHERE told_at IS NULL ORDER BY id")]


def registered_on(house: House, day: str) -> list[object]:
    """Who is registered for what is held on that day."""
    sql = f"SELECT person_id FROM registrations WHERE occurrence_id = {on(house, day).id} AND ended_at IS NULL"
    return [person for (person,) in on_disk(house.store.path, sql)]


@pytest.fixture
def rosa(house: House, tmp_path: Path) -> int:
    """Somebody who is registered for the second Tuesday of what was imported."""
    bring_in(house, tmp_path, calendar(event(*TUESDAYS)))
    person = add(house)
    register_for(house, COMMAND_LINE, person.id, on(house, "2026-12-01").id)
    return person.id


def again(house: House, folder: Path, *events: str) -> Imported:
    """Import the calendar as it is now."""
    done = bring_in(house, folder, calendar(*events))
    before = content(house)
    twice = bring_in(house, folder, calendar(*events))
    assert (twice.added, twice.changed, content(house)) == (0, 0, before)
    return done


def test_another_time_moves_it_and_whoever_is_registered_is_told(house: House, tmp_path: Path, rosa: int) -> None:
    done = again(house, tmp_path, event("DTSTART:20261124T190000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=TU"))
    assert done == Imported(0, 1, 0, ())
    assert days(house) == ["11-24 19:00", "12-01 19:00", "12-08 19:00", "12-15 19:00"]
    assert (registered_on(house, "2026-12-01"), told(house)) == ([rosa], ["changed"])


def test_another_weekday_takes_along_who_is_registered_in_that_week(house: House, tmp_path: Path, rosa: int) -> None:
    again(house, tmp_path, event("DTSTART:20261126T180000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=TH"))
    assert days(house, 3) == ["11-26 18:00", "12-03 18:00", "12-10 18:00"]
    assert (registered_on(house, "2026-12-03"), told(house)) == ([rosa], ["changed"])


def test_what_lies_before_today_stays_as_it_was(house: House, clock: SetClock, tmp_path: Path, rosa: int) -> None:
    clock.forward(days=10)
    done = again(house, tmp_path, event("DTSTART:20261124T190000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=TU"))
    assert done.changed == 1
    assert days(house) == ["11-24 18:00", "12-01 18:00", "12-08 19:00", "12-15 19:00"]
    clock.forward(days=10)
    again(house, tmp_path, event("DTSTART:20261124T200000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=TU"))
    assert days(house, 5) == ["11-24 18:00", "12-01 18:00", "12-08 19:00", "12-15 20:00", "12-22 20:00"]


def test_what_is_over_today_is_not_held_a_second_time(house: House, clock: SetClock, tmp_path: Path) -> None:
    bring_in(house, tmp_path, calendar(event("DTSTART:20261123T080000", "DURATION:PT30M", "RRULE:FREQ=WEEKLY")))
    clock.forward(hours=8)
    again(house, tmp_path, event("DTSTART:20261123T081500", "DURATION:PT30M", "RRULE:FREQ=WEEKLY"))
    assert days(house, 3) == ["11-23 08:00", "11-30 08:15", "12-07 08:15"]


def test_one_day_called_off_one_moved_and_one_more(house: House, tmp_path: Path, rosa: int) -> None:
    moved = event("RECURRENCE-ID:20261208T180000", "DTSTART:20261209T190000", "DURATION:PT1H", title="Moved")
    lines = ("EXDATE:20261201T180000", "RDATE:20261219T180000")
    assert again(house, tmp_path, event(*TUESDAYS, *lines), moved) == Imported(0, 1, 0, ())
    assert days(house) == ["11-24 18:00", "12-09 19:00", "12-15 18:00", "12-19 18:00"]
    assert (on(house, "2026-12-09").title, told(house)) == ("Moved", ["cancelled"])


def test_exceptions_far_ahead_wait_until_their_day_is_planned(house: House, clock: SetClock, tmp_path: Path) -> None:
    bring_in(house, tmp_path, calendar(event(*TUESDAYS)))
    far = event("RECURRENCE-ID:20270608T180000", "DTSTART:20270609T200000", "DURATION:PT1H")
    again(house, tmp_path, event(*TUESDAYS, "EXDATE:20270601T180000"), far)
    again(house, tmp_path, event(*TUESDAYS, "EXDATE:20270601T180000", title="Bowls"), far)
    live_on(house)
    june = [f"{start:%m-%d %H:%M} {title}" for start, _, title in held(house, date(2027, 6, 1), date(2027, 6, 15))]
    assert june == ["06-09 20:00 Bowling", "06-15 18:00 Bowls"]


def test_a_single_event_is_carried_wherever_it_goes(house: House, tmp_path: Path) -> None:
    bring_in(house, tmp_path, calendar(event(*ONCE)))
    person = add(house)
    register_for(house, COMMAND_LINE, person.id, on(house, "2026-12-04").id)
    done = again(house, tmp_path, event("DTSTART:20270211T090000", "DURATION:PT2H"))
    assert (done.changed, days(house)) == (1, ["02-11 09:00"])
    assert (registered_on(house, "2027-02-11"), told(house)) == ([person.id], ["changed"])


@pytest.mark.parametrize(
    "gone",
    [
        calendar(event(*TUESDAYS, "STATUS:CANCELLED")),
        calendar(event(*TUESDAYS)).replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:CANCEL"),
    ],
    ids=["status", "method"],
)
def test_what_is_called_off_is_called_off_here(house: House, tmp_path: Path, rosa: int, gone: str) -> None:
    assert bring_in(house, tmp_path, gone) == Imported(0, 1, 0, ())
    assert (days(house), told(house)) == ([], ["cancelled"])
    assert bring_in(house, tmp_path, gone) == Imported(0, 0, 1, ())


def test_a_call_off_of_what_is_not_here_is_nothing(house: House, tmp_path: Path) -> None:
    assert bring_in(house, tmp_path, calendar(event(*ONCE, "STATUS:CANCELLED"))) == Imported(0, 0, 1, ())
    assert list_series(house) == []


def test_a_message_that_calls_off_one_day(house: House, tmp_path: Path, rosa: int) -> None:
    one = event("RECURRENCE-ID:20261201T180000", "DTSTART:20261201T180000", "STATUS:CANCELLED")
    assert bring_in(house, tmp_path, calendar(one)) == Imported(0, 1, 0, ())
    assert (days(house, 2), told(house)) == (["11-24 18:00", "12-08 18:00"], ["cancelled"])


def test_a_message_that_moves_one_day(house: House, tmp_path: Path, rosa: int) -> None:
    one = event("RECURRENCE-ID:20261201T180000", "DTSTART:20261202T110000", "DURATION:PT1H")
    assert bring_in(house, tmp_path, calendar(one)) == Imported(0, 1, 0, ())
    assert bring_in(house, tmp_path, calendar(one)) == Imported(0, 0, 1, ())
    assert (days(house, 2), registered_on(house, "2026-12-02")) == (["11-24 18:00", "12-02 11:00"], [rosa])


def test_one_day_of_an_unknown_series_is_an_event_of_its_own(house: House, tmp_path: Path) -> None:
    one = event("RECURRENCE-ID:20261201T180000", "DTSTART:20261202T110000", "DURATION:PT1H")
    assert again(house, tmp_path, one) == Imported(1, 0, 0, ())
    assert days(house) == ["12-02 11:00"]


def test_all_that_follow_change_and_keep_who_is_registered(house: House, tmp_path: Path, rosa: int) -> None:
    following = "RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T180000"
    done = again(
        house, tmp_path, event(*TUESDAYS), event(following, "DTSTART:20261202T110000", "DURATION:PT2H", title="Bowls")
    )
    assert (done.added, done.left_out) == (0, ())
    assert days(house) == ["11-24 18:00", "12-02 11:00", "12-09 11:00", "12-16 11:00"]
    assert (registered_on(house, "2026-12-02"), told(house)) == ([rosa], ["changed"])


def test_a_new_series_of_which_all_that_follow_change_or_end(house: House, tmp_path: Path) -> None:
    change = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T180000", "DTSTART:20261208T200000", "DURATION:PT2H", title="Late"
    )
    end = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261222T180000", "DTSTART:20261222T180000", "STATUS:CANCELLED")
    assert again(house, tmp_path, event(*TUESDAYS), end, change) == Imported(2, 0, 0, ())
    assert days(house, 9) == ["11-24 18:00", "12-01 18:00", "12-08 20:00", "12-15 20:00"]


def test_what_had_ended_goes_on_with_the_same_leaders(house: House, clock: SetClock, tmp_path: Path) -> None:
    bring_in(house, tmp_path, calendar(event(*TUESDAYS[:2], "RRULE:FREQ=WEEKLY;COUNT=2")))
    leader = add(house, "Ana")
    set_leads(house, COMMAND_LINE, list_series(house)[0].id, [leader.id])
    clock.forward(days=20)
    done = again(house, tmp_path, event(*TUESDAYS[:2], "RRULE:FREQ=WEEKLY;COUNT=6"))
    assert done.changed + done.added == 1
    assert days(house, 9) == ["11-24 18:00", "12-01 18:00", "12-15 18:00", "12-22 18:00", "12-29 18:00"]
    assert see_program(house, date(2026, 12, 15), date(2026, 12, 15)).events[0].leaders == ("Ana A.",)


def test_what_the_house_changed_or_called_off_for_one_day_stays_and_is_listed(house: House, tmp_path: Path) -> None:
    bring_in(house, tmp_path, calendar(event(*TUESDAYS)))
    cancel_occurrence(house, COMMAND_LINE, on(house, "2026-12-01").id)
    other = on(house, "2026-12-08")
    change_occurrence(house, COMMAND_LINE, other.id, replace(as_new(other), place="Garden"))
    done = again(house, tmp_path, event(*TUESDAYS))
    assert [str(each) for each in done.left_out] == [
        "Line 4: Bowling: on 2026-12-01 it is not held here, and stays so; in the file it is.",
        "Line 4: Bowling: on 2026-12-08 it differs here, and stays so.",
    ]
    assert (done.changed, days(house, 2)) == (0, ["11-24 18:00", "12-08 18:00"])


def test_what_was_ended_here_stays_ended_and_is_listed(house: House, tmp_path: Path) -> None:
    bring_in(house, tmp_path, calendar(event(*TUESDAYS)))
    cancel_following(house, COMMAND_LINE, on(house, "2026-12-08").id)
    done = again(house, tmp_path, event(*TUESDAYS))
    assert [each.sentence for each in done.left_out] == ["Bowling: it was ended here, and stays so."]
    assert days(house) == ["11-24 18:00", "12-01 18:00"]


def test_what_the_house_cut_in_two_is_not_doubled(house: House, tmp_path: Path, rosa: int) -> None:
    pivot = on(house, "2026-12-15")
    was = list_series(house)[0]
    said = {name: getattr(was, name) for name in NewSeries.__dataclass_fields__} | {
        "first_day": pivot.day,
        "seats": 9,
    }
    change_following(house, COMMAND_LINE, pivot.id, NewSeries(**said))
    assert again(house, tmp_path, event(*TUESDAYS)).changed == 0
    assert days(house) == ["11-24 18:00", "12-01 18:00", "12-08 18:00", "12-15 18:00"]
    assert again(house, tmp_path, event(*TUESDAYS, title="Bowls")).changed == 1
    assert [title for _, _, title in held(house)][:4] == ["Bowling"] * 3 + ["Bowls"]
    assert on(house, "2026-12-15").seats == 9


def test_seats_public_title_and_kind_are_the_houses_own(house: House, tmp_path: Path) -> None:
    new = NewSeries("class", "Bowling", "Sport", "", "", date(2026, 12, 4), None, 1440, "", 5, 60, True)
    add_series(house, COMMAND_LINE, new, uid="one")
    done = again(house, tmp_path, event(*ONCE))
    found = on(house, "2026-12-04")
    assert done.changed == 1
    assert (found.kind, found.public_title, found.seats, found.closes_minutes, found.rides) == (
        *("class", "Sport"),
        *(5, 60, True),
    )
    assert found.starts is not None


def test_what_is_over_is_counted_and_not_taken_unless_asked_for(house: House, tmp_path: Path) -> None:
    old = event("DTSTART:20260504T180000", "DURATION:PT1H", uid="old")
    older = event("DTSTART:20250504T180000", "RRULE:FREQ=WEEKLY;COUNT=3", uid="older")
    done = bring_in(house, tmp_path, calendar(old, older, event(*ONCE)))
    assert (done.added, [str(each) for each in done.left_out]) == (
        1,
        ["Line 1: What was over before 2026-11-23 was not taken: 2 in number."],
    )
    done = bring_in(house, tmp_path, calendar(old, older, event(*ONCE)), first=date(2026, 1, 1))
    assert (done.added, done.unchanged) == (1, 1)
    assert held(house, date(2026, 1, 1))[0][0].month == 5


def test_only_who_looks_after_events_imports(house: House, tmp_path: Path) -> None:
    (tmp_path / "calendar.ics").write_text(calendar(event(*ONCE)))
    person = add(house)
    with pytest.raises(NotAllowed):
        import_calendar(house, person.code, tmp_path / "calendar.ics", "social")
    with pytest.raises(BadInput, match="no kind of event"):
        import_calendar(house, COMMAND_LINE, tmp_path / "calendar.ics", "party")
    assert list_series(house) == []


# Starts that their rules give: a day besides a rule stays here when the file no longer names it.
VERSIONS = st.lists(
    st.tuples(
        st.sampled_from(["FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=DAILY;INTERVAL=3", ""]),
        st.sampled_from(
            ["20261124T180000", "20261126T070000", "20261208T180000", "20270105T233000", "20261120T090000"]
        ),
        st.sampled_from(["Bowling", "Bowls"]),
        st.integers(0, 30),
    ),
    min_size=2,
    max_size=4,
)


@with_one_house(6, 60, phases=[Phase.generate])
@given(versions=VERSIONS)
def test_after_any_changes_all_that_is_ahead_is_as_if_only_the_last_file_had_come(
    tmp_path_factory: pytest.TempPathFactory, versions: list[tuple[str, str, str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("houses")
    clock = SetClock()
    grown = make_house(folder / "grown.db", clock)
    text = ""
    for rule, start, title, days_later in versions:
        clock.forward(days=days_later)
        lines = (f"DTSTART:{start}", "DURATION:PT1H", *([f"RRULE:{rule}"] if rule else []))
        text = calendar(event(*lines, title=title))
        bring_in(grown, folder, text)
    before, again = content(grown), bring_in(grown, folder, text)
    assume(not again.left_out)  # a file that ended it once: that it goes on is told, and left to people
    assert again.changed == 0
    assert content(grown) == before
    fresh = make_house(folder / "fresh.db", clock)
    bring_in(fresh, folder, text)
    # What follows on something begins no earlier than it did, so that no day is held twice.
    ahead = max(grown.today() + timedelta(days=1), list_series(grown)[-1].first_day)
    end = grown.today() + timedelta(days=80)
    assert held(grown, ahead, end) == held(fresh, ahead, end)
    grown.close()
    fresh.close()
