"""Paid work at the desk: the day's placements, who is asked, who covers, hours for somebody."""

from datetime import timedelta

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import issue_card
from clubhouse.employment import coverage, work_days
from clubhouse.employment.coverage_days import Stand, coverage_of
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.permissions import Permission, give_permission, take_permission
from screens.desk.rooms import doors_for, notices_for
from tests.employment import MONDAY, cannot_go
from tests.houses import actions_on_disk
from tests.screens.desk.works import Work, hours_on_disk, make_work, open_page, open_work, views
from tests.screens.desks import marked_row, open_desk
from tests.screens.kiosks import SIZES, WIDE, Kiosk, kiosk


@pytest.fixture
def work(house: House) -> Work:
    """One of two placements is not yet covered."""
    return make_work(house)


def stands(house: House) -> list[Stand]:
    """What is known of today's placements."""
    return [each.stand for each in coverage_of(house, COMMAND_LINE, again=True)]


async def open_day(running: Kiosk, work: Work) -> None:
    """Open the placement that is not yet covered."""
    await open_work(running, work)
    running.press("home", "enter")
    await running.opens("WorkDay")


def test_the_desk_says_how_many_are_not_covered_and_nobodys_name(house: House, work: Work) -> None:
    held = frozenset({Permission.EMPLOYMENT})
    assert notices_for(house, held)[0] == "1 placement is not covered today."
    cannot_go(house, work.baker, work.rosa, MONDAY)
    assert notices_for(house, held)[0] == "2 placements are not covered today."
    later = cannot_go(house, work.baker, work.rosa, MONDAY + timedelta(days=1))
    assert notices_for(house, held)[0] == "2 placements are not covered today. Later: 1."
    assert notices_for(house, frozenset(set(Permission) - held))[0] == "0 people are here now."
    coverage.arrange_coverage(house, COMMAND_LINE, later.id, work.ana.id)
    assert notices_for(house, held)[0] == "2 placements are not covered today."


async def test_i_cannot_go_tomorrow_stands_on_the_desk_at_once(house: House, work: Work) -> None:
    coverage.go_after_all(house, COMMAND_LINE, work.request.id)
    async with kiosk(house) as running:
        await open_desk(running, work.card)
        await running.shows("0 people are here now.")
        await running.elsewhere(lambda other: cannot_go(other, work.baker, work.rosa, MONDAY + timedelta(days=1)))
        await running.shows("1 placement is not covered on a later day.")
        running.press("5")
        await running.opens("Work")
        running.press("l")
        await running.opens("WorkAhead")
        await running.shows("Somebody is looked for - Tuesday 24 November: not yet covered, Harbor Bakery: Baker")


def test_the_door_is_seen_by_who_looks_after_employment() -> None:
    others = frozenset(set(Permission) - {Permission.EMPLOYMENT})
    assert "Paid work" not in [door.words for door in doors_for(others)]
    assert "Paid work" in [door.words for door in doors_for(frozenset({Permission.EMPLOYMENT}))]


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
async def test_what_is_not_yet_covered_stands_on_top(house: House, work: Work, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await open_work(running, work)
        await running.shows("Paid work · Monday 23 November · Kimberly R.", "Clerk", "Baker", "N Next day")
        assert (await marked_row(running)).startswith("not yet covered 09:00")
        assert (await marked_row(running)).endswith("for Benjamin Beck")
        running.press("down")
        assert (await marked_row(running)).endswith("Rosa Alvarez")
        running.press("b")
        await running.shows("Sunday 22 November", "Nobody works in a placement that day.")
        running.press("b", "b")
        await running.shows("Friday 20 November", "working", "nobody holds it")
        running.press("t", "n")
        await running.shows("Tuesday 24 November")


async def test_the_list_follows_the_house_and_each_look_is_noted_once(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_work(running, work)
        await running.shows("not yet covered")
        assert views(house) == 1
        await running.elsewhere(
            lambda other: coverage.arrange_coverage(other, COMMAND_LINE, work.request.id, work.ana.id)
        )
        await running.shows("Ana Ortiz for Benjamin Beck")
        assert views(house) == 1
        running.press("n")
        await running.shows("Tuesday")
        assert views(house) == 2
        running.press("m")
        await running.opens("WorkMonth")
        running.press("escape")
        await running.opens("Work")
        assert views(house) == 3


async def test_staff_and_members_are_asked_by_letters_of_the_name(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_day(running, work)
        running.press("o")
        await running.opens("Offer")
        for name in ("Ana", "Rosa"):
            running.type(name[:3].lower())
            await running.shows(f"1 {name}")
            running.type("1\r")
            await running.settle()
        running.press("enter", "enter", "enter")
        await running.opens("WorkDay")
        await running.shows("They are asked.", "Asked Ana Ortiz", "Asked Rosa Alvarez")
        running.press("end", "d")
        await running.shows("Rosa Alvarez is asked no longer.")
        await running.until(lambda: "Asked Rosa" not in running.flat(), "Rosa to be asked no longer")
        assert coverage.offered_to(house, COMMAND_LINE, work.request.id) == [work.ana.id]


async def test_nobody_is_seen_to_have_said_not_today(house: House, work: Work) -> None:
    coverage.offer_coverage(house, COMMAND_LINE, work.request.id, work.rosa.id)
    async with kiosk(house) as running:
        await open_day(running, work)
        await running.shows("Asked Rosa Alvarez")
        await running.elsewhere(
            lambda other: coverage.decline_coverage(other, work.rosa.code, work.rosa.id, work.request.id)
        )
        await running.until(lambda: "Rosa" not in running.flat(), "nothing of it to stay")


async def test_a_member_is_put_down_after_a_yes_and_staff_outright(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_day(running, work)
        running.press("a")
        await running.opens("Arrange")
        running.type("ros")
        await running.shows("1 Rosa A.")
        running.type("1\r\r\r")
        await running.shows("A member says yes first.")
        assert stands(house)[0] is Stand.NOT_COVERED
        running.press("right", "enter")
        await running.opens("WorkDay")
        await running.shows("covered: Rosa Alvarez for Benjamin Beck")
        running.press("a")
        await running.opens("Arrange")
        running.type("ana", later=1)
        await running.shows("1 Ana O.")
        running.type("1\r\r\r")
        await running.opens("WorkDay")
        await running.shows("covered: Ana Ortiz for Benjamin Beck")
        running.press("g")
        await running.shows("Ana Ortiz can't cover after all?", "Enter: yes. Esc: no.")
        running.press("enter")
        await running.shows("not yet covered")


async def test_a_question_is_answered_by_enter_or_esc_alone(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_day(running, work)
        running.press("e")
        await running.shows("Harbor Bakery is closed that day?")
        running.press("e", "x", "down")
        await running.settle()
        assert "closed that day?" in running.flat()
        running.press("escape")
        await running.until(lambda: "closed that day?" not in running.flat(), "no")
        assert (running.page, stands(house)[0]) == ("WorkDay", Stand.NOT_COVERED)
        running.press("e", "enter")
        await running.shows("Noted: the employer is closed.")
        assert Stand.CLOSED in stands(house)


async def test_who_holds_it_cannot_go_and_goes_after_all(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_work(running, work)
        running.press("end", "enter")
        await running.opens("WorkDay")
        running.press("o")
        await running.shows("Nobody is looked for yet. Press L first.", "L Look for coverage")
        assert "O Offer it" not in running.flat()
        running.press("l", "enter")
        await running.shows("Somebody is looked for.", "not yet covered: for Rosa Alvarez", "O Offer it")
        running.press("g", "enter")
        await running.shows("Nobody is looked for any more.", "working: Rosa Alvarez")


async def test_hours_are_written_for_somebody_and_an_overlap_is_asked_about(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_day(running, work)
        running.press("w")
        await running.opens("WriteHours")
        await running.shows("Benjamin Beck worked", "From 09:00", "To 13:00")
        running.press(*["down"] * 5, "enter")
        await running.opens("WorkDay")
        await running.shows("Benjamin Beck, worked, 09:00 4:00 (to confirm)")
        running.press("w")
        await running.opens("WriteHours")
        running.press(*["down"] * 5, "enter")
        await running.shows("There are other job hours at that time", "Enter: yes. Esc: no.")
        assert len(hours_on_disk(house)) == 3
        running.press("enter")
        await running.opens("WorkDay")
        assert hours_on_disk(house)[2:] == [("2026-11-23", "worked", 240, "logged", 0)] * 2


async def test_hands_that_shake_answer_no_question_of_a_form(house: House, work: Work) -> None:
    work_days.log_hours(
        house, COMMAND_LINE, work.ben.id, work.clerk.id, MONDAY, coverage_of(house, COMMAND_LINE)[0].usual[0].stretch
    )
    async with kiosk(house) as running:
        await open_work(running, work)
        await running.shows("Benjamin")
        running.press("end")
        while "Benjamin" not in await marked_row(running):
            running.press("up")
        running.press("enter")
        await running.opens("WorkDay")
        running.press("w")
        await running.opens("WriteHours")
        running.press(*["down"] * 5, "enter")
        await running.shows("Enter: yes. Esc: no.")
        running.pace -= 0.5  # as a second press of the same moment
        running.press("enter")
        await running.settle()
        assert (running.page, len(hours_on_disk(house))) == ("WriteHours", 3)


async def test_coverage_is_written_for_whoever_is_named(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_day(running, work)
        running.press("w")
        await running.opens("WriteHours")
        running.press("right", "enter")
        running.type("ana")
        await running.shows("1 Ana O.")
        running.type("1\r\r\x7f\x7f\x7f\x7f\x7f\r3:15\r\r")
        await running.opens("WorkDay")
        await running.shows("Ana Ortiz, covered, 09:00 3:15 (to confirm)")
        running.press("k")
        await running.shows("Confirmed.", "(confirmed)")
        running.press("k")
        await running.shows("Not confirmed any more.", "(to confirm)")
        running.press("r")
        await running.opens("RemoveHours")
        running.press("enter", "enter")
        await running.shows("Taking hours away needs a reason")
        running.press("up")
        running.type("wrong day\r\r")
        await running.opens("WorkDay")
        assert len(hours_on_disk(house)) == 2


async def test_somebody_without_the_permission_finds_no_door_and_no_data(
    house: House, work: Work, rosa: Person
) -> None:
    card = issue_card(house, COMMAND_LINE, rosa).code
    for permission in set(Permission) - {Permission.EMPLOYMENT}:
        give_permission(house, COMMAND_LINE, rosa, permission)
    async with kiosk(house) as running:
        await open_desk(running, card)
        running.press("5")
        await running.settle()
        assert running.page == "Desk"
        assert "placement" not in running.flat()
        assert views(house) == 0


async def test_a_permission_taken_meanwhile_shows_nothing_more(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_work(running, work)
        await running.elsewhere(lambda other: take_permission(other, COMMAND_LINE, work.kim, Permission.EMPLOYMENT))
        running.press("m")
        await running.opens("WorkMonth")
        await running.settle()
        assert "Rosa" not in running.flat()
        assert actions_on_disk(house).count("view") == 1


async def test_every_room_behind_it_opens_and_goes_back(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        for key, page in (("m", "WorkMonth"), ("p", "WorkPlaces"), ("j", "WorkJobs"), ("l", "WorkAhead")):
            await open_page(running, work, key, page)
            running.press("escape")
            await running.opens("Work")
            running.press("escape", "escape")
            await running.opens("Welcome")
