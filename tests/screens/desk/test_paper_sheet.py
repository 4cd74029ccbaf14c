"""A day typed in from paper: every key counts, none is lost, problems are said at once."""

import pytest

from clubhouse.attendance import sign_in_by_name
from clubhouse.finding import find_people
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.settings import set_setting
from tests.houses import ACTOR, SetClock, add, on_disk, visits_on_disk
from tests.screens.desks import open_desk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import FIRST_NAMES, Day
from tests.test_docs import DOCS

_LINES_ON_DISK = (
    "SELECT first_name, in_at, out_at FROM visits JOIN people ON people.id = person_id ORDER BY visits.id"
)
LINES = 60
MOST_BESIDE_LETTERS = 10


async def open_sheet(running: Kiosk, day: Day) -> None:
    """Open the paper sheet at the desk."""
    await open_desk(running, day.anas_card)
    running.press("1")
    await running.opens("TodayRoom")
    running.press("1")
    await running.opens("PaperSheet")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_line_is_typed_and_kept(house: House, day: Day, rosa: Person, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await open_sheet(running, day)
        running.press("pageup", "pageup", "pageup")
        await running.shows("Friday, 20 November 2026", "Name: _")
        running.type("ros")
        await running.shows("Rosa Alvarez: type the time of coming, or Enter.")
        running.type("847\r")
        await running.shows("Name: Rosa Alvarez In: 847 Out: _")
        running.type("15\r")
        await running.shows("1 line typed", "20 Nov 2026 Rosa Alvarez 8:47 to 15:00", "Name: _")
        assert visits_on_disk(house) == [("2026-11-20T13:47:00Z", "2026-11-20T20:00:00Z", "paper")]


async def test_keys_of_several_lines_pressed_at_once_are_all_taken_in_order(
    house: House, day: Day, rosa: Person
) -> None:
    add(house, "Rosamund", "Beck")
    add(house, "Tom", "Tull")
    async with kiosk(house) as running:
        await open_sheet(running, day)
        running.press("pageup")
        running.type("ros18:47\r1530\rt0900\r1600\rros209001000\r")
        await running.shows("3 lines typed")
        rows = on_disk(house.store.path, _LINES_ON_DISK)
        assert [(name, str(came)[11:16], str(left)[11:16]) for name, came, left in rows] == [
            ("Rosa", "13:47", "20:30"),
            ("Tom", "14:00", "21:00"),
            ("Rosamund", "14:00", "15:00"),
        ]


async def test_an_overlap_is_said_at_once_and_the_line_stays_to_be_mended(
    house: House, day: Day, rosa: Person
) -> None:
    async with kiosk(house) as running:
        await open_sheet(running, day)
        running.press("pageup")
        running.type("ros\r847\r1200\r")
        await running.shows("1 line typed")
        running.type("ros\r1130\r1500\r")
        await running.shows("There is a visit at that time already", "In: 1130 Out: 1500_")
        running.press(*["backspace"] * 8)
        await running.shows("In: 1_ Out:")
        running.type("230\r1500\r")
        await running.shows("2 lines typed", "Rosa Alvarez 12:30 to 15:00")
        assert len(visits_on_disk(house)) == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("zzz8", "No such name."),
        ("ros99\r", "is no time of day"),
        ("ros\r\r", "is no time of day"),
        ("ros847\r830\r", "The time of leaving comes after the time of coming."),
        ("ros847\r\r", "A visit of an earlier day needs a time of leaving."),
        ("\r", "Type the first letters of a name."),
    ],
)
async def test_what_cannot_be_is_said_and_nothing_written(
    house: House, day: Day, rosa: Person, typed: str, said: str
) -> None:
    async with kiosk(house) as running:
        await open_sheet(running, day)
        running.press("pageup")
        running.type(typed)
        await running.shows(said)
        assert visits_on_disk(house) == []


async def test_the_last_line_is_taken_back_and_the_one_before(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_sheet(running, day)
        running.press("pageup")
        running.type("ros900\r1000\rros1100\r1200\rro")
        await running.shows("2 lines typed", "Name: ro_")
        running.press("delete")
        await running.shows("Taken back:", "11:00 to 12:00", "1 line typed", "Name: ro_")
        running.press("delete", "delete")
        await running.shows("No line was typed yet.")
        assert visits_on_disk(house) == []


async def test_who_is_still_here_has_no_time_of_leaving(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_sheet(running, day)
        running.press("pagedown")
        running.type("ros830\r\r")
        await running.shows("Monday, 23 November 2026", "Rosa Alvarez 8:30, still in")


async def test_with_a_12_hour_clock_the_afternoon_is_understood(house: House, day: Day, rosa: Person) -> None:
    set_setting(house, ACTOR, "clock", "12")
    async with kiosk(house) as running:
        await open_sheet(running, day)
        running.press("pageup")
        running.type("ros847\r330\r")
        await running.shows("Rosa Alvarez 8:47 am to 3:30 pm")


async def test_two_of_one_name_are_told_apart_by_their_codes(house: House, day: Day, rosa: Person) -> None:
    other = add(house)
    async with kiosk(house) as running:
        await open_sheet(running, day)
        running.type("ros")
        await running.shows(f"1 Rosa Alvarez {rosa.code} 2 Rosa Alvarez {other.code}")
        running.press("enter")
        await running.shows("Press the number of the name")


async def test_escape_empties_the_line_first_and_a_scan_wins(
    house: House, day: Day, rosa: Person, rosas_card: str
) -> None:
    async with kiosk(house) as running:
        await open_sheet(running, day)
        running.type("ros847")
        await running.shows("In: 847_")
        running.press("escape")
        await running.shows("The line is empty again.", "Name: _")
        running.press("escape")
        await running.opens("TodayRoom")
        running.press("1")
        await running.opens("PaperSheet")
        running.type("ro")
        await running.come(rosas_card, later=5)
        await running.shows("Welcome, Rosa.")


async def test_sixty_lines_take_no_more_than_the_letters_and_ten_keys_each(
    house: House, day: Day, clock: SetClock
) -> None:
    with house.store.transaction():
        for place in range(LINES):
            add(
                house, FIRST_NAMES[place % len(FIRST_NAMES)], f"{chr(ord('A') + place // 10)}{'aeiou'[place % 5]}berg"
            )
    people = [each for letter in FIRST_NAMES for each in find_people(house, ACTOR, letter).found]
    typed, most = "", 0
    for place, each in enumerate(people[:LINES]):
        letters = each.person.first_name[:3].lower()
        offered = [found.person.id for found in find_people(house, ACTOR, letters).found]
        taken = str(offered.index(each.person.id) + 1) if len(offered) > 1 else ""
        came = f"{8 + place % 3}{place % 60:02}"
        # After four digits the next time runs on, as somebody types who reads the sheet.
        line = f"{taken}{came}{'' if len(came) == 4 else chr(13)}1{3 + place % 5}{place % 60:02}\r"
        most = max(most, len(line))
        typed += letters + line
    async with kiosk(house) as running:
        await open_sheet(running, day)
        running.press("pageup")
        running.type(typed)
        await running.until(lambda: len(visits_on_disk(house)) == LINES, "all lines", seconds=90)
        await running.shows(f"{LINES} lines typed")
    assert most <= MOST_BESIDE_LETTERS, "keys of one line, besides its letters"
    assert f"{len(typed) / LINES:.1f} keys a line" in " ".join(DOCS["docs/staff.md"].split())
    assert sign_in_by_name(house, people[0].person.id).visit
