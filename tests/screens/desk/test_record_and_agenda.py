"""At the desk: a record is countersigned and supports are written; decisions of the house meeting are noted."""

from datetime import date

import pytest

from clubhouse import goals, house_meeting, record, record_pin
from clubhouse.audit import COMMAND_LINE
from clubhouse.goals import SupportKind
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.permissions import Permission, give_permission
from screens.desk.record import StaffRecord
from tests.employment import add_placement, hold, log
from tests.houses import actions_on_disk, on_disk
from tests.screens.desks import marked_row, open_desk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import Day

MONTH = "2026-11"


async def open_record(running: Kiosk, day: Day, rosa: Person) -> None:
    """Ana opens Rosa's record."""
    give_permission(running.app.house, COMMAND_LINE, day.ana, Permission.SETTINGS)
    await open_desk(running, day.anas_card)
    desk = running.app.screen
    desk.enter_page(StaffRecord(desk.actor, desk.permissions, rosa.id))  # type: ignore[attr-defined]
    await running.opens("StaffRecord")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_staff_sign_a_month_and_take_it_back(
    house: House, day: Day, rosa: Person, size: tuple[int, int]
) -> None:
    record.write_own_words(house, rosa.code, rosa.id, MONTH, "[/] A good month")
    async with kiosk(house, size) as running:
        await open_record(running, day, rosa)
        await running.shows("Rosa Alvarez, November 2026", "[/] A good month")
        assert actions_on_disk(house).count("view") == 1
        running.press("S")
        await running.shows("You have signed the month.", "signed for the house")
        running.press("T")
        await running.shows("The answer is taken back.")
        running.press("D")
        await running.shows("Noted: not signed.", "chose not to sign for the house")
        running.press("B")
        await running.shows("Rosa Alvarez, October 2026")


async def test_staff_write_what_the_house_helped_with(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_record(running, day, rosa)
        running.press("W")
        await running.opens("SupportForm")
        running.press("enter")
        running.type("Read the lease")
        running.press("enter")
        running.press("enter")
        await running.shows("It is written down", "Read the lease (you wrote it)")
        (written,) = goals.supports_written(house, rosa.code, rosa.id)
        assert not written.own


async def test_a_support_is_taken_back_and_stays_on_file(house: House, day: Day, rosa: Person) -> None:
    goals.add_support(house, rosa.code, rosa.id, SupportKind.TRANSPORT, "A bus pass")
    async with kiosk(house) as running:
        await open_record(running, day, rosa)
        await running.shows("A bus pass")
        running.press("U")
        await running.shows("Mark a line of what the house helped with first")
        while "A bus pass" not in await marked_row(running):
            running.press("down")
        running.press("U")
        await running.opens("Question")
        await running.shows("Was this a slip?", "A bus pass")
        running.press("enter")
        await running.opens("StaffRecord")
        await running.shows("It stands in the record no longer.")
        await running.until(lambda: "A bus pass" not in running.flat(), "the line to go")
    assert on_disk(house.store.path, "SELECT line, undone_at IS NULL FROM supports") == [("A bus pass", 0)]


@pytest.mark.parametrize("permission", [Permission.REPORTS, Permission.EMPLOYMENT])
async def test_paid_work_stands_there_only_for_whoever_looks_after_it(
    house: House, day: Day, rosa: Person, permission: Permission
) -> None:
    placement = add_placement(house, job="Baker")
    hold(house, placement, rosa)
    log(house, placement, rosa, date(2026, 11, 20), 150)
    give_permission(house, COMMAND_LINE, day.ana, permission)
    async with kiosk(house) as running:
        await open_record(running, day, rosa)
        await running.shows("Rosa Alvarez, November 2026", "No visits in this month.")
        assert ("Baker: 2 h 30 min" in running.flat()) is (permission is Permission.EMPLOYMENT)


async def test_ones_own_record_is_opened_at_the_kiosk_and_not_here(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await open_record(running, day, day.ana)
        await running.shows("A PIN stands before your record. Open it at the kiosk with your card")
        assert "No visits in this month." not in running.flat()


async def test_a_forgotten_pin_is_taken_away_by_two_presses(house: House, day: Day, rosa: Person) -> None:
    record_pin.choose_pin(house, rosa, "1357")
    async with kiosk(house) as running:
        await open_record(running, day, rosa)
        running.press("P")
        await running.shows("Press P once more")
        assert record_pin.has_pin(house, rosa.id)
        running.press("P")
        await running.shows("The PIN is taken away.")
        assert not record_pin.has_pin(house, rosa.id)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_decisions_are_noted_and_reopened(house: House, day: Day, rosa: Person, size: tuple[int, int]) -> None:
    house_meeting.add_item(house, rosa.id, "A trip [/]")
    async with kiosk(house, size) as running:
        await open_desk(running, day.anas_card)
        running.press("m")
        await running.opens("AgendaRoom")
        await running.shows("A trip [/]")
        running.press("enter")
        await running.opens("DecisionForm")
        running.type("In June")
        running.press("enter")
        await running.shows("The decision is noted.", "In June")
        assert house_meeting.see_agenda(house).items == ()
        running.press("R")
        await running.shows("It is on the agenda again: A trip [/]")
        assert [item.words for item in house_meeting.see_agenda(house).items] == ["A trip [/]"]
        running.press("A")
        await running.opens("ItemForm")
        running.type("The roof")
        running.press("enter")
        await running.shows("It is on the agenda.", "The roof")
