"""My record at the kiosk: read, written into, signed or not; goals, supports, the agenda; the PIN before it."""

from pathlib import Path

import pytest

from clubhouse import goals, house_meeting, record, record_pin
from clubhouse.audit import COMMAND_LINE
from clubhouse.goals import Area, SupportKind
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission, give_permission
from clubhouse.settings import set_setting
from tests.houses import SetClock, add
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.test_privacy import keeps, kept_of

MONTH = "2026-11"
SECRET = "Zanzibar"


async def more(running: Kiosk, card: str, *keys: str) -> None:
    """Open *More*, and go on from there."""
    await running.come(card)
    for key in ("4", *keys):
        running.press(key)
        await running.settle()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_month_is_read_and_signed(house: House, rosa: Person, rosas_card: str, size: tuple[int, int]) -> None:
    ana = add(house, "Ana", "Ortiz", Kind.STAFF)
    give_permission(house, COMMAND_LINE, ana, Permission.REPORTS)
    record.sign_month(house, ana.code, rosa.id, MONTH)
    async with kiosk(house, size) as running:
        await more(running, rosas_card, "1")
        await running.shows("My record: November 2026", "You were here on 1 day.", "Ana Ortiz signed for the house")
        running.press("1")
        await running.shows("Monday, 23 November: since 8:47")
        running.press("0")
        await running.opens("RecordPage")
        running.press("3")
        await running.shows("1 I sign this month", "2 I choose not to sign")
        running.press("2")
        await running.shows("Noted: you choose not to sign.", "3 Take my answer back")
        running.press("1")
        await running.shows("You have signed. Thank you.")
        seen = record.my_record(house, rosa.code, rosa.id, MONTH)
        assert seen.own
        assert seen.own.signed
        running.press("3")
        await running.shows("Your answer is taken back.")
        assert record.my_record(house, rosa.code, rosa.id, MONTH).own is None


async def test_on_paper_staff_are_asked_where_the_house_names_no_folder(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await more(running, rosas_card, "1", "1")
        await running.shows("Would you like it on paper? Staff print it for you.")
        assert "Print this month" not in running.flat()


async def test_a_month_is_printed_from_the_kiosk_where_the_house_allows_it(
    house: House, rosa: Person, rosas_card: str, tmp_path: Path
) -> None:
    folder = tmp_path / "print"
    folder.mkdir()
    set_setting(house, COMMAND_LINE, "print-folder", str(folder))
    record_pin.choose_pin(house, rosa, "8642")
    async with kiosk(house) as running:
        await more(running, rosas_card, "1")
        running.type("8642\r")
        await running.opens("RecordPage")
        running.press("1")
        await running.opens("ReadMonth")
        await running.shows("Print this month")
        running.press("1")
        await running.shows("Your page is ready to be printed.")
        assert str(folder) not in running.flat()
        assert [path.name for path in folder.iterdir()] == [f"record-{rosa.code}-{MONTH}.html"]
        folder.rename(tmp_path / "gone")
        running.press("1")
        await running.shows("Please ask staff: they print it for you.")


async def test_earlier_and_later_months(house: House, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await more(running, rosas_card, "1")
        assert "8" not in running.choices()
        running.press("7")
        await running.shows("My record: October 2026", "8 A later month")
        running.press("8")
        await running.shows("My record: November 2026")


async def test_own_words_stand_as_typed_and_over_lines(house: House, rosa: Person, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await more(running, rosas_card, "1", "2")
        running.type("[/] good")
        running.press("enter")
        running.type("12 cakes")
        await running.shows("[/] good 12 cakes_")
        running.press("f4")
        await running.shows("Your words are kept.")
        assert record.my_record(house, rosa.code, rosa.id, MONTH).own_words == "[/] good\n12 cakes"


async def test_words_are_not_lost_by_one_key(house: House, rosa: Person, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await more(running, rosas_card, "1", "2")
        running.type("nearly")
        running.press("escape")
        await running.shows("not kept yet")
        running.press("escape")
        await running.opens("RecordPage")
        assert record.my_record(house, rosa.code, rosa.id, MONTH).own_words == ""


async def test_a_goal_is_added_changed_put_aside_and_kept_after_all(
    house: House, rosa: Person, rosas_card: str
) -> None:
    def standing() -> list[tuple[Area, str]]:
        return [(goal.area, goal.words) for goal in goals.see_goals(house, rosa.code, rosa.id)]

    async with kiosk(house) as running:
        await more(running, rosas_card, "2", "5", "3")
        running.type("A flat")
        running.press("enter")
        await running.shows("Your goal is kept.", "1 Housing A flat")
        running.press("1")
        await running.opens("GoalPage")
        running.press("1")
        await running.opens("TypingPage")
        running.type(" with a cat")
        running.press("enter")
        await running.shows("Your goal is changed.", "A flat with a cat")
        assert standing() == [(Area.HOUSING, "A flat with a cat")]
        running.press("2")
        await running.shows("It stands no longer among your goals.")
        assert standing() == []
        running.press("U")
        await running.shows("It is your goal again.")
        assert standing() == [(Area.HOUSING, "A flat with a cat")]


async def test_supports_say_who_wrote_them(house: House, rosa: Person, rosas_card: str) -> None:
    ana = add(house, "Ana", "Ortiz", Kind.STAFF)
    goals.add_support(house, ana.code, rosa.id, SupportKind.HOUSING, "Read the lease")
    async with kiosk(house) as running:
        await more(running, rosas_card, "3")
        await running.shows("Housing: Read the lease (Ana Ortiz wrote it)")
        assert "U" not in running.choices()
        for key in "15":
            running.press(key)
            await running.settle()
        running.type("A bus pass")
        running.press("enter")
        await running.shows("It is written down.", "Transport: A bus pass (you wrote it)")
        running.press("U")
        await running.shows("The line is taken away.")
        (left,) = goals.supports_written(house, rosa.code, rosa.id)
        assert left.support.line == "Read the lease"


async def test_the_agenda_by_anybody(house: House, rosa: Person, rosas_card: str) -> None:
    house_meeting.add_item(house, add(house, "Sam", "Stone").id, "More chairs")
    async with kiosk(house) as running:
        await more(running, rosas_card, "4", "1")
        running.type("A trip")
        running.press("enter")
        await running.shows("It is on the agenda.", "- More chairs (Sam S.)", "- A trip (you)", "2 Withdraw: A trip")
        assert "3" not in running.choices()
        running.press("2")
        await running.shows("It is withdrawn.")
        assert [item.words for item in house_meeting.see_agenda(house).items] == ["More chairs"]
        running.press("U")
        await running.shows("It is on the agenda again.")
        assert [item.words for item in house_meeting.see_agenda(house).items] == ["More chairs", "A trip"]


async def test_a_pin_is_chosen_and_asked_for(house: House, rosa: Person, rosas_card: str) -> None:
    async with kiosk(house) as running:
        await more(running, rosas_card, "6", "1")
        running.type("8642\r8643\r")
        await running.shows("two different ways")
        running.type("8642\r8642\r")
        await running.shows("Your PIN is set.")
        assert record_pin.has_pin(house, rosa.id)
        running.press("0")
        await running.opens("MorePage")
        running.press("1")
        await running.opens("OwnPin")
        running.type("0000\r")
        await running.shows("That PIN is not right.")
        running.type("8642\r")
        await running.opens("RecordPage")
        running.press("0")
        await running.opens("MorePage")
        running.press("2")
        await running.opens("GoalsPage")


async def test_removing_the_pin_needs_it(house: House, rosa: Person, rosas_card: str) -> None:
    record_pin.choose_pin(house, rosa, "8642")
    async with kiosk(house) as running:
        await more(running, rosas_card, "6", "2")
        running.type("9753\r")
        await running.shows("That PIN is not right.")
        running.type("8642\r")
        await running.shows("You have no PIN any more.")
        assert not record_pin.has_pin(house, rosa.id)


@pytest.mark.parametrize("key", ["1", "2", "3"])
async def test_the_pin_is_asked_anew_at_the_next_scan(
    house: House, clock: SetClock, rosa: Person, rosas_card: str, key: str
) -> None:
    record_pin.choose_pin(house, rosa, "8642")
    async with kiosk(house) as running:
        await more(running, rosas_card, key)
        running.type("8642\r")
        await running.until(lambda: running.page not in ("OwnPin", "MorePage"), "what is private")
        clock.forward(minutes=1)
        await running.come(rosas_card, later=5)
        running.press("4")
        await running.opens("MorePage")
        running.press(key)
        await running.opens("OwnPin")


@pytest.mark.parametrize("keys", [("1",), ("1", "1"), ("1", "2"), ("2",), ("2", "1"), ("3",), ("4",)], ids=str)
async def test_nothing_stays_after_rest(house: House, rosa: Person, rosas_card: str, keys: tuple[str, ...]) -> None:
    record.write_own_words(house, rosa.code, rosa.id, MONTH, SECRET)
    goals.add_goal(house, rosa.code, rosa.id, Area.WORK, SECRET)
    goals.add_support(house, rosa.code, rosa.id, SupportKind.HOUSING, SECRET)
    house_meeting.add_item(house, rosa.id, SECRET)
    async with kiosk(house) as running:
        await more(running, rosas_card, *keys)
        assert keeps(running, SECRET)
        running.wait_idle(1000)
        await running.opens("Welcome")
        await running.until(lambda: not kept_of(running, SECRET), "the words to be forgotten")
