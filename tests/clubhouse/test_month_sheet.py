"""The month on paper: what stands on it, what must not, and that it is one sheet."""

import re
from datetime import date, time

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.days import DayKind, set_day, set_weekday
from clubhouse.house import House
from clubhouse.month_sheet import LARGEST, READABLE, SMALLEST, month_sheet
from clubhouse.occurrences import cancel_occurrence, occurrences_of
from clubhouse.series import NewSeries, Series, add_series
from clubhouse.settings import set_setting
from tests.clubhouse.test_sheet import Page
from tests.houses import ACTOR, NAME

DECEMBER = date(2026, 12, 1)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def plan(
    house: House,
    title: str = "Movie night",
    day: date = DECEMBER,
    starts: time | None = time(18),
    minutes: int = 120,
    *,
    rule: str = "",
    public: str = "",
    place: str = "",
) -> Series:
    """A class or event on file."""
    new = NewSeries("social", title, public, place, "", day, starts, minutes, rule, None, 0, False)
    return add_series(house, COMMAND_LINE, new)


def fill(house: House, number: int) -> None:
    """So many events, spread over December."""
    with house.store.transaction():
        for each in range(number):
            day = DECEMBER.replace(day=each % 31 + 1)
            plan(house, f"Newsletter writing {each}", day, time(9 + each % 11, 30), place="Library")


def size(html: str) -> float:
    """The type's size in points."""
    (found,) = re.findall(r"font: ([0-9.]+)pt", html)
    return float(found)


def days(html: str) -> dict[str, str]:
    """What stands on each day, by the number of the day; of weeks."""
    cells = [" ".join(Page(each).texts) for each in re.findall(r"<td.*?</td>", html, flags=re.DOTALL)]
    return {day: rest for day, _, rest in (cell.partition(" ") for cell in cells) if day}


def heads(html: str) -> list[str]:
    """The names over the columns."""
    return [" ".join(Page(each).texts) for each in re.findall(r"<th.*?</th>", html)]


def test_an_event_stands_on_its_day_with_time_and_place(house: House) -> None:
    plan(house, place="Lounge", rule="FREQ=MONTHLY;BYDAY=1TU,3TU")
    found = days(month_sheet(house, date(2026, 12, 24)))
    assert list(found) == [str(day) for day in range(1, 32)]
    assert {day: words for day, words in found.items() if "Movie" in words} == dict.fromkeys(
        ("1", "15"), "18:00 Movie night, Lounge"
    )


def test_the_month_and_the_house_stand_on_top(house: House) -> None:
    html = month_sheet(house, DECEMBER)
    assert [text for text in Page(html).texts if NAME in text or "2026" in text] == ["December 2026", NAME]


@pytest.mark.parametrize(("starts", "first"), [("monday", WEEKDAYS), ("sunday", [WEEKDAYS[-1], *WEEKDAYS[:-1]])])
@pytest.mark.parametrize("month", [date(2026, 11, 1), DECEMBER, date(2027, 2, 1), date(2027, 8, 1)])
def test_weeks_start_on_the_day_the_house_likes(house: House, starts: str, first: list[str], month: date) -> None:
    set_setting(house, ACTOR, "week-starts", starts)
    html = month_sheet(house, month)
    assert heads(html) == first
    cells = re.findall(r"<td.*?</td>", html, flags=re.DOTALL)
    assert len(cells) % 7 == 0
    filled = [place for place, cell in enumerate(cells) if Page(cell).texts]
    assert [WEEKDAYS[month.replace(day=number + 1).weekday()] for number in range(len(filled))] == [
        first[place % 7] for place in filled
    ]


def test_titles_are_the_neutral_ones_unless_the_page_stays_in_the_house(house: House) -> None:
    plan(house, "Talk about voices", public="Talk")
    plan(house, "Karaoke")
    assert days(month_sheet(house, DECEMBER))["1"] == "18:00 Talk 18:00 Karaoke"
    assert days(month_sheet(house, DECEMBER, inner=True))["1"] == "18:00 Talk about voices 18:00 Karaoke"


def test_holidays_and_closed_days_stand_by_their_note(house: House) -> None:
    set_day(house, COMMAND_LINE, date(2026, 12, 25), DayKind.SOCIAL, "Christmas Day")
    set_day(house, COMMAND_LINE, date(2026, 12, 30), DayKind.CLOSED, "Floors")
    set_day(house, COMMAND_LINE, date(2026, 12, 31), DayKind.CLOSED)
    plan(house, "Christmas dinner", date(2026, 12, 25))
    found = days(month_sheet(house, DECEMBER))
    assert found["25"] == "Christmas Day 18:00 Christmas dinner"
    assert (found["30"], found["31"]) == ("Floors", "closed")


def test_a_day_with_an_event_is_not_called_closed(house: House) -> None:
    set_weekday(house, COMMAND_LINE, 6, DayKind.CLOSED)
    plan(house, "Park walk", date(2026, 12, 5))
    found = days(month_sheet(house, DECEMBER))
    assert (found["5"], found["12"]) == ("18:00 Park walk", "closed")


def test_what_lasts_whole_days_stands_on_each_of_them(house: House) -> None:
    plan(house, "Camp", date(2026, 11, 29), None, 4 * 24 * 60)
    plan(house, "Trip", date(2026, 12, 31), None, 2 * 24 * 60)
    plan(house, "Night", date(2026, 11, 30), time(23), 180)
    found = days(month_sheet(house, DECEMBER))
    assert {day: words for day, words in found.items() if words not in ("", "closed")} == {
        "1": "Camp",
        "2": "Camp",
        "31": "Trip",
    }


def test_a_cancelled_event_does_not_stand_there(house: House) -> None:
    (only,) = occurrences_of(house, plan(house).id)
    cancel_occurrence(house, COMMAND_LINE, only.id)
    assert "Movie" not in month_sheet(house, DECEMBER)


def test_a_house_with_a_12_hour_clock_reads_its_times(house: House) -> None:
    set_setting(house, ACTOR, "clock", "12")
    for starts in (time(0, 15), time(9), time(12), time(18, 30)):
        plan(house, "X", starts=starts)
    assert days(month_sheet(house, DECEMBER))["1"] == "12:15 am X 9:00 am X 12:00 pm X 6:30 pm X"


@pytest.mark.parametrize("number", [1, 400])
def test_what_people_typed_is_text(house: House, number: int) -> None:
    typed = '<img src=x onerror=alert(1)> & "quotes"'
    set_setting(house, ACTOR, "name", "<b>House</b> & Co")
    set_day(house, COMMAND_LINE, DECEMBER, DayKind.SOCIAL, "<i>New</i> & old")
    fill(house, number)
    plan(house, typed, place="<u>Room</u>")
    page = Page(month_sheet(house, DECEMBER))
    text = " ".join(page.texts)
    assert f"{typed}, <u>Room</u>" in text
    assert "<b>House</b> & Co" in text
    assert "<i>New</i> & old" in text
    assert not {"img", "i", "u", "script", "link"} & {tag for tag, _ in page.tags}


def test_nothing_is_fetched(house: House) -> None:
    fill(house, 40)
    html = month_sheet(house, DECEMBER)
    assert not re.findall(r"url\(|@import|http|src=|href=", html)


def test_more_events_make_the_type_smaller_down_to_a_list(house: House) -> None:
    found = []
    for _ in range(8):
        html = month_sheet(house, DECEMBER)
        found.append((size(html), "<table>" in html))
        fill(house, 30)
    weeks, lists = ([each for each, in_weeks in found if in_weeks is kind] for kind in (True, False))
    assert [each for _, each in found] == [True] * len(weeks) + [False] * len(lists)
    assert weeks[0] == LARGEST
    assert weeks == sorted(weeks, reverse=True)
    assert lists == sorted(lists, reverse=True)
    assert weeks[-1] >= READABLE > lists[-1]


def test_a_month_of_300_stands_in_a_list_on_one_sheet(house: House) -> None:
    fill(house, 300)
    html = month_sheet(house, DECEMBER)
    page = Page(html)
    assert size(html) > SMALLEST  # the smallest is also taken where nothing fits
    assert sum(attributes.get("class") == "days" for _, attributes in page.tags) == 1
    assert all(any(f"Newsletter writing {each}," in text for text in page.texts) for each in range(300))
    named = [text for text in page.texts if text.split()[0] in WEEKDAYS]
    assert list(dict.fromkeys(named)) == [
        f"{DECEMBER.replace(day=day):%A} {day}" for day in range(1, 32)
    ]  # a day that is cut says again which it is


def test_more_than_a_sheet_holds_goes_on_on_the_next(house: House) -> None:
    fill(house, 600)
    html = month_sheet(house, DECEMBER)
    assert size(html) == SMALLEST
    assert html.count("Newsletter writing") == 600


@pytest.mark.parametrize("month", [date.min, date.max])
def test_any_month_can_be_printed(house: House, month: date) -> None:
    assert len(days(month_sheet(house, month))) == 31
