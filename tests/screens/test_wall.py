"""The board on the wall: what it shows, what it must not, and that it needs nobody."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.pilot import Pilot

from clubhouse.audit import COMMAND_LINE
from clubhouse.board import see_board
from clubhouse.days import NewPart, Part, add_part, list_parts, set_day
from clubhouse.helping import join_unit, leave_unit
from clubhouse.house import House
from clubhouse.invitations import invite
from clubhouse.people import Kind, ShownAs
from clubhouse.settings import set_setting
from clubhouse.tasks import NewTask, add_task, tick_task
from clubhouse.units import COLOURS, NewUnit, Unit, add_unit, assign_lead, rest_unit, set_seats
from db.days import DayKind
from db.errors import StoreDamaged
from db.opening import open_store
from screens.wall import WallApp
from screens.wall_cards import GROUNDS, ON_GROUND, Item, card_lines, card_of, flow
from tests.houses import SetClock, add
from tests.screens.kiosks import LARGE, SMALL, WIDE
from tests.screens.stillness import still, until

EVERY_SIZE = [LARGE, SMALL, WIDE]


@dataclass
class Watched:
    """A running wall board."""

    app: WallApp
    pilot: Pilot[None]

    def lines(self) -> list[str]:
        """The screen's lines from the top."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def flat(self) -> str:
        """The screen's words with single spaces."""
        return " ".join(" ".join(self.lines()).split())

    async def until(self, predicate: Callable[[], object], what: str) -> None:
        """Wait until `predicate` is true; fail with the screen when it never is."""
        await until(self.app, predicate, lambda: "\n".join([f"waited in vain for {what}:", *self.lines()]))

    async def shows(self, *words: str) -> None:
        """Wait until all of these stand on the screen."""
        await self.until(lambda: all(each in self.flat() for each in words), f"{words}")

    async def minute(self) -> None:
        """Let a minute's look at the house come and be shown."""
        self.app.turn_minute()
        # The follower runs as long as the app.
        await self.until(lambda: all(each.is_finished for each in self.app.workers if each.group == "look"), "a look")
        await still(self.app)

    async def pages(self) -> list[str]:
        """What stands on each page, from the one that is up."""
        found = []
        for _ in self.app.wall._pages:
            found.append("\n".join(self.lines()))
            self.app.wall.turn_page()
            await still(self.app)
        return found


@asynccontextmanager
async def wall(house: House, size: tuple[int, int] = LARGE) -> AsyncIterator[Watched]:
    """The wall board of `house`, with all that can be seen now."""
    app = WallApp(house)
    async with app.run_test(size=size) as pilot:
        running = Watched(app, pilot)
        await running.shows(house.settings().name)
        await running.minute()
        yield running


@pytest.fixture
def morning(house: House) -> Part:
    """The first part of the day."""
    return list_parts(house)[0]


@pytest.fixture
def kitchen(house: House) -> Unit:
    """A unit."""
    return add_unit(house, COMMAND_LINE, NewUnit("Culinary", "K", "orange", ""))


def need(house: House, unit: Unit, part: Part, title: str, hands: int | None = None) -> int:
    """Put a task on the list; its number."""
    return add_task(house, COMMAND_LINE, NewTask(unit.id, part.id, title, "", "", hands, house.today(), "")).id


def elsewhere(house: House, does: Callable[[House], object]) -> None:
    """Let a kiosk at the same file do something."""
    other = House(open_store(house.store.path), house.clock, "kiosk")
    does(other)
    other.close()


async def test_who_leads_who_helps_and_which_hands_are_wanted(house: House, kitchen: Unit, morning: Part) -> None:
    set_seats(house, COMMAND_LINE, kitchen.id, morning, 6)
    ana = add(house, "Ana", "Cole", Kind.STAFF)
    assign_lead(house, COMMAND_LINE, kitchen.id, morning, ana, weekday=1, day=None)
    lunch = need(house, kitchen, morning, "Lunch", 3)
    till = need(house, kitchen, morning, "Till", 1)
    need(house, kitchen, morning, "Bread")
    done = need(house, kitchen, morning, "Breakfast")
    tick_task(house, COMMAND_LINE, done)
    for name, task in (("Rosa", lunch), ("Wei", till)):
        join_unit(house, add(house, name).id, kitchen.id, morning.id, task)
    join_unit(house, add(house, "Tom", "Secret", shown_as=ShownAs.HIDDEN).id, kitchen.id, morning.id)
    join_unit(house, ana.id, kitchen.id, morning.id)
    async with wall(house) as running:
        assert "This morning: unit meeting 9:00, work 9:30 to 12:00" in running.flat()
        assert "K Culinary 2 seats free Ana C. leads, Rosa A., Wei A. and 1 more" in running.flat()
        assert running.flat().endswith("Hands wanted: Lunch (2), Bread")
        assert not re.search("Tom|Secret|Till|Breakfast", running.flat())


async def test_who_is_invited_takes_a_seat_and_has_no_name(house: House, kitchen: Unit, morning: Part) -> None:
    set_seats(house, COMMAND_LINE, kitchen.id, morning, 1)
    invite(house, COMMAND_LINE, add(house).id, kitchen.id, morning.id)
    async with wall(house) as running:
        assert "Culinary no seat free Nobody yet: be the first." in running.flat()
        assert not re.search("Rosa|more|invited", running.flat())


async def test_hidden_people_alone_are_counted(house: House, kitchen: Unit, morning: Part) -> None:
    for _ in range(2):
        join_unit(house, add(house, "Tom", shown_as=ShownAs.HIDDEN).id, kitchen.id, morning.id)
    async with wall(house) as running:
        assert running.flat().endswith("Culinary room for all 2 here")


async def test_it_follows_every_kiosk(house: House, kitchen: Unit, morning: Part) -> None:
    rosa = add(house)
    async with wall(house) as running:
        elsewhere(house, lambda other: join_unit(other, rosa.id, kitchen.id, morning.id))
        await running.shows("Rosa A.")
        elsewhere(house, lambda other: leave_unit(other, rosa.id, morning.id))
        await running.until(lambda: "Rosa" not in running.flat(), "Rosa to be gone")
        elsewhere(house, lambda other: rest_unit(other, COMMAND_LINE, kitchen.id))
        await running.shows("No unit is on the board yet.")


async def test_it_turns_with_the_day(house: House, clock: SetClock, kitchen: Unit) -> None:
    morning, afternoon = list_parts(house)
    join_unit(house, add(house, "Rosa").id, kitchen.id, morning.id)
    join_unit(house, add(house, "Wei").id, kitchen.id, afternoon.id)
    async with wall(house) as running:
        await running.shows("8:47", "This morning", "Rosa A.")
        clock.set("2026-11-23 12:59")
        await running.minute()
        assert "Wei A." not in running.flat()
        clock.set("2026-11-23 13:00")
        await running.minute()
        assert "This afternoon: unit meeting 13:00" in running.flat()
        assert "Wei A." in running.flat()
        assert "Rosa A." not in running.flat()
        clock.set("2026-11-23 16:00")
        await running.minute()
        assert "That was today. Thank you, everybody. Tomorrow, Tuesday: unit meeting at 9:00." in running.flat()
        clock.set("2026-11-24 00:01")
        await running.minute()
        assert "Tuesday, 24 November" in running.flat()
        assert "Nobody yet: be the first." in running.flat()


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-27 17:00", "That was today. Thank you, everybody. Tomorrow, Saturday: the social programme. "
         "The next unit meeting is on Monday, 30 November, at 9:00."),
        ("2026-11-28 10:00", "Today is a day for the social programme. Tomorrow, Sunday, the house is closed."),
        ("2026-11-29 10:00", "The house is closed today. Tomorrow, Monday: unit meeting at 9:00."),
        ("2026-11-26 10:00", "Today is a day for the social programme. (Thanksgiving) "
         "Tomorrow, Friday: unit meeting at 9:00."),
        ("2026-11-25 17:00", "Tomorrow, Thursday: the social programme. (Thanksgiving)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.usefixtures("kitchen")
async def test_without_a_board_it_says_what_the_day_is_and_what_comes(
    house: House, clock: SetClock, now: str, words: str, size: tuple[int, int]
) -> None:
    set_day(house, COMMAND_LINE, house.today().replace(day=26), DayKind.SOCIAL, "Thanksgiving")
    clock.set(now)
    async with wall(house, size) as running:
        assert words in running.flat()
        assert "Culinary" not in running.flat()


async def test_a_house_that_is_closed_for_weeks_names_no_meeting(house: House, clock: SetClock) -> None:
    for day in range(1, 32):
        set_day(house, COMMAND_LINE, house.today().replace(month=12, day=day), DayKind.CLOSED)
    clock.set("2026-12-05 10:00")
    async with wall(house) as running:
        await running.shows("The house is closed today.", "Tomorrow, Sunday, the house is closed.")
        assert "next unit meeting" not in running.flat()


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("count", [1, 4, 6, 10])
async def test_every_unit_has_its_place_on_one_page_and_no_line_is_cut(
    house: House, morning: Part, size: tuple[int, int], count: int
) -> None:
    units = [add_unit(house, COMMAND_LINE, NewUnit(f"Unit {number}.", "", "blue", "")) for number in range(count)]
    with house.store.transaction():
        for number in range(12 * count):
            unit = units[number % count]
            join_unit(house, add(house, f"Rosalind{number}").id, unit.id, morning.id)
        for number in range(8 * count):
            need(house, units[number % count], morning, f"Something that is to be done soon {number}", 2)
    async with wall(house, size) as running:
        pages = await running.pages()
        for unit in units:
            assert sum(f"{unit.name} " in page for page in pages) == 1
        columns = {len(page.columns) for page in running.app.wall._pages}
        assert columns == ({2} if size == WIDE and count > 1 else {1})
        assert "".join(pages).count("Hands wanted:") == count
        assert all(f"Page {place} of {len(pages)}" in page for place, page in enumerate(pages, 1) if len(pages) > 1)
        assert running.app.screen.max_scroll_y == running.app.screen.max_scroll_x == 0
        for page in running.app.wall._pages:
            for column in page.columns:
                room = running.app.screen.query_one("#cards").size.height
                assert sum(map(len, column)) + page.gap * (len(column) - 1) <= room


@pytest.mark.parametrize(("key", "closes"), [("ctrl+c", True), ("q", True), ("f10", True), ("ctrl+q", False)])
async def test_three_keys_close_it_and_no_other(house: House, key: str, closes: bool) -> None:
    async with wall(house) as running:
        before = running.lines()
        for other in ("enter", "escape", "tab", "x", "0", "f1", "f2", "ctrl+p", "down", "pagedown"):
            await running.pilot.press(other)
        assert running.lines() == before
        await running.pilot.press(key)
        assert running.app._exit is closes


@pytest.mark.parametrize("name", ["[/] x", "[@click=app.quit]go", "[red]Rosa", "\\[b]", "$primary"])
async def test_names_are_text(house: House, morning: Part, name: str) -> None:
    unit = add_unit(house, COMMAND_LINE, NewUnit(name, "[", "blue", ""))
    need(house, unit, morning, f"task {name}")
    join_unit(house, add(house, name, "").id, unit.id, morning.id)
    set_setting(house, COMMAND_LINE, "name", name)
    async with wall(house) as running:
        assert running.flat().count(name) == 4


async def test_light_and_dark_follow_the_setting(house: House) -> None:
    async with wall(house) as running:
        assert running.app.theme == "light"
        elsewhere(house, lambda other: set_setting(other, COMMAND_LINE, "look", "dark"))
        await running.until(lambda: running.app.theme == "dark", "the dark look")


async def test_when_the_file_cannot_be_read_the_last_board_stays_and_says_so(
    house: House, clock: SetClock, kitchen: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_: House) -> None:
        raise StoreDamaged("damaged")

    async with wall(house) as running:
        clock.set("2026-11-23 09:02")
        with monkeypatch.context() as patch:
            patch.setattr("screens.wall_words.see_board", damaged)
            await running.minute()
        assert f"{kitchen.name} room for all" in running.flat()
        assert "cannot be read now, 9:02" in running.flat()
        await running.minute()
        assert "cannot be read" not in running.flat()


async def test_parts_have_the_names_that_the_house_gave_them(house: House, clock: SetClock, kitchen: Unit) -> None:
    times = (clock().replace(hour=17).time(), clock().replace(hour=18).time(), clock().replace(hour=20).time())
    add_part(house, COMMAND_LINE, NewPart("evening", "1", *(each.replace(minute=0) for each in times)))
    set_setting(house, COMMAND_LINE, "clock", "12")
    clock.set("2026-11-23 17:30")
    async with wall(house, SMALL) as running:
        assert "This evening: unit meeting 5:00 pm" in running.flat()
        assert kitchen.name in running.flat()


def luminance(colour: str) -> float:
    """Of `#rrggbb`, as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", COLOURS)
def test_every_sign_can_be_read(colour: str) -> None:
    assert (luminance(ON_GROUND) + 0.05) / (luminance(GROUNDS[colour]) + 0.05) >= 7


TEXTS = st.text(st.characters(exclude_categories=("C", "Z", "M")), min_size=1, max_size=30)


@given(st.lists(TEXTS, max_size=30), st.integers(0, 9), st.integers(35, 90), st.integers(1, 6))
def test_lines_are_never_too_many_nor_too_wide_and_nobody_is_forgotten(
    names: list[str], hidden: int, width: int, lines: int
) -> None:
    found = flow([Item(name) for name in names], hidden, width, lines, "Hands wanted:")
    assert len(found) <= max(lines, 1)
    assert all(line.cell_length <= width for line in found)
    words = Content("\n").join(found).plain
    counted = re.search(r"(?:and )?([0-9]+) (?:more|here)$", words) if words else None
    more = int(counted[1]) if counted else 0
    assert more >= hidden or names
    kept = len(names) + hidden - more
    assert 0 <= kept <= len(names)
    assert kept >= min(1, len(names))


@pytest.mark.parametrize("name", ["Employment, Education & More!!", "厨" * 30, "M" * 30, "K"])
@pytest.mark.parametrize("sign", ["厨", "W", "["])
@pytest.mark.parametrize("width", [46, 52, 78])
def test_the_title_of_a_card_is_as_wide_as_the_card(house: House, name: str, sign: str, width: int) -> None:
    add_unit(house, COMMAND_LINE, NewUnit(name, sign, "blue", ""))
    (unit,) = see_board(house).units
    title, *_ = card_lines(card_of(unit), width, 2, 1)
    assert title.cell_length == width
    assert title.plain.endswith("room for all")
