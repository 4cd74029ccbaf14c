"""Placements at the desk: new ones, changes, terms, the line, members' own jobs, and what is ahead."""

from datetime import date

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import jobs, months, next_in_line, terms
from clubhouse.employment.placement_pages import see_placement, see_placements
from clubhouse.house import House
from tests.screens.desk.works import Work, hours_on_disk, make_work, open_page
from tests.screens.desks import marked_row
from tests.screens.kiosks import SIZES, WIDE, Kiosk, kiosk


@pytest.fixture
def work(house: House) -> Work:
    """Two placements at one employer."""
    return make_work(house)


async def open_place(running: Kiosk, work: Work, letters: str) -> None:
    """Open the page of the placement that is found by these letters."""
    await open_page(running, work, "p", "WorkPlaces")
    await running.shows("Harbor Bakery")
    running.type(f"{letters}\r")
    await running.opens("WorkPlacePage")
    await running.shows("Wage")


async def test_a_new_placement_at_a_new_employer(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_page(running, work, "p", "WorkPlaces")
        running.press("1")
        await running.opens("PlacementForm")
        running.type("Old Mill\rMiller\r1 Hill\rweekday 9\r")
        await running.shows("are no usual times. Write them as: weekdays 09:00-13:00")
        running.type("\x7f" * 9 + "weekdays 09:00-12:00\r15\r15.5\r\rMr. Wind\r\r\r")
        await running.opens("WorkPlaces")
        await running.shows("The placement is saved.", "Old Mill: Miller", "weekdays 09:00-12:00", "nobody")
    line = next(line for line in see_placements(house, COMMAND_LINE) if line.employer == "Old Mill")
    assert (line.cents, line.placement.weekly_minutes, line.placement.contact) == (1550, 900, "Mr. Wind")
    assert line.looked_after_by == work.kim


async def test_other_times_hold_from_a_day_on(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_place(running, work, "bak")
        running.press("t")
        await running.opens("OtherTimes")
        running.press("delete")
        running.type("monday 9-12\r")
        await running.shows("'9' is no time of day.")
        running.press("delete")
        running.type("monday 09:00-12:00\r" + "\x7f" * 10 + "2026-12-01\r")
        await running.opens("WorkPlacePage")
        await running.shows(
            "The times are saved.", "From 2026-12-01 monday 09:00-12:00", "Times weekdays 09:00-13:00"
        )
    kept = see_placement(house, COMMAND_LINE, work.baker.id).times
    assert [(each.since, len(each.times)) for each in kept] == [(date(2026, 1, 5), 5), (date(2026, 12, 1), 1)]


async def test_another_wage_holds_from_a_day_on_and_is_asked_about(house: House, work: Work) -> None:
    months.lock_month(house, COMMAND_LINE, "2026-11", sure=True)
    async with kiosk(house) as running:
        await open_place(running, work, "bak")
        running.press("p")
        await running.opens("OtherWage")
        running.press("delete")
        running.type("\r" + "\x7f" * 10 + "2026-11-01\r")
        await running.shows("Say what is paid an hour")
        running.press("up", "up")
        running.type("16.25\r\r\r")
        await running.shows("2026-11 has been reported. Say so if it is to be corrected", "Enter: yes. Esc: no.")
        running.press("enter")
        await running.opens("WorkPlacePage")
        await running.shows("16.25 since 2026-11-01; 15.00 since 2026-01-05")
    wages = see_placement(house, COMMAND_LINE, work.baker.id).wages
    assert [(each.cents, each.since, each.correction) for each in wages] == [
        (1500, date(2026, 1, 5), False),
        (1625, date(2026, 11, 1), True),
    ]


async def test_hours_of_a_day_without_usual_times(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_place(running, work, "bak")
        running.press("w")
        await running.opens("WriteThere")
        running.type("\x7f" * 10 + "2026-11-21\r\rros")
        await running.shows("1 Rosa A.")
        running.type("1\r\r10:00\r12:30\r\r")
        await running.opens("WorkPlacePage")
        await running.shows("The hours are written down.")
        running.press("w")
        await running.opens("WriteThere")
        running.type("\x7f" * 10 + "2026-11-22\r")
        running.press("right")
        running.type("\rana")
        await running.shows("1 Ana O.")
        running.type("1\rros")
        await running.shows("1 Rosa A.")
        running.type("1\r\r\r3\r")
        await running.opens("WorkPlacePage")
        await running.shows("The hours are written down.")
    assert hours_on_disk(house)[-2:] == [
        ("2026-11-21", "worked", 150, "logged", 0),
        ("2026-11-22", "covered", 180, "logged", 0),
    ]


async def test_an_employer_is_closed_when_nothing_is_held_there(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_page(running, work, "p", "WorkPlaces")
        running.press("4")
        await running.opens("WorkEmployers")
        await running.shows("Harbor Bakery", "2 placements", "Ms. Oak, 555-0100")
        running.press("z", "enter")
        await running.shows("The house still holds Baker at Harbor Bakery. Close that placement first.")
        running.press("n")
        await running.opens("EmployerForm")
        running.type("Old Mill\rMr. Wind\r")
        await running.opens("WorkEmployers")
        await running.shows("The employer is saved.", "Old Mill", "0 placements", "Mr. Wind")
        running.press("end", "z")
        await running.shows("The house has no placement at Old Mill from today on?")
        running.press("enter")
        await running.shows("The employer is closed.", "closed since 2026-11-23")
        running.press("enter")
        await running.opens("EmployerForm")
        running.type("s\r\r")
        await running.opens("WorkEmployers")
        await running.shows("Old Mills")
        running.press("end", "z", "enter")
        await running.shows("The employer is open again.", "0 placements")


async def test_a_wage_of_a_reported_month_is_asked_about(house: House, work: Work) -> None:
    months.lock_month(house, COMMAND_LINE, "2026-11", sure=True)
    async with kiosk(house) as running:
        await open_place(running, work, "bak")
        running.press("e")
        await running.opens("PlacementForm")
        running.press(*["down"] * 5)
        running.type("\x7f" * 5 + "16.25\r" + "\x7f" * 10 + "2026-11-01\r\r\r\r\r")
        await running.shows("2026-11 has been reported. Say so if it is to be corrected", "Enter: yes. Esc: no.")
        running.press("enter")
        await running.opens("WorkPlacePage")
        await running.shows("16.25 since 2026-11-01; 15.00 since 2026-01-05")
    wage = see_placement(house, COMMAND_LINE, work.baker.id).wages[-1]
    assert (wage.cents, wage.since, wage.correction) == (1625, date(2026, 11, 1), True)


async def test_the_day_of_opening_is_set_right(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_place(running, work, "bak")
        running.press("e")
        await running.opens("PlacementForm")
        running.press(*["down"] * 10, "delete")
        running.type("2026-12-01\r")
        await running.shows("Somebody held it from 2026-11-02 on. It cannot open after that day.")
        running.press("delete")
        running.type("2025-12-01\r")
        await running.opens("WorkPlacePage")
        await running.shows("Open since 2025-12-01")


async def test_something_else_typed_is_asked_about_anew(house: House, work: Work) -> None:
    months.lock_month(house, COMMAND_LINE, "2026-11", sure=True)
    async with kiosk(house) as running:
        await open_place(running, work, "bak")
        running.press("e")
        await running.opens("PlacementForm")
        running.press(*["down"] * 5)
        running.type("\x7f" * 5 + "16.25\r" + "\x7f" * 10 + "2026-11-01\r\r\r\r\r")
        await running.shows("Enter: yes. Esc: no.")
        running.press(*["up"] * 6)
        running.type("\x7f5")
        running.press(*["down"] * 6, "enter")
        await running.shows("Enter: yes. Esc: no.")
        assert running.page == "PlacementForm"
        assert len(see_placement(house, COMMAND_LINE, work.baker.id).wages) == 1


async def test_a_term_of_nine_months_is_offered_and_two_at_a_time_are_asked_about(house: House, work: Work) -> None:
    next_in_line.like_to_work(house, work.kim.code, work.kim.id)
    async with kiosk(house) as running:
        await open_place(running, work, "bak")
        await running.shows("Holds it Rosa Alvarez, since 2026-11-02", "Next in line Kimberly Reed, any placement")
        running.press("end", "enter")
        await running.opens("BeginTerm")
        await running.shows("Who Kimberly Reed", "First day 2026-11-23", "Planned until 2027-08-23")
        running.press("down", "down", "enter")
        await running.shows("Somebody else holds this placement", "Enter: yes. Esc: no.")
        running.press("enter")
        await running.opens("WorkPlacePage")
        await running.shows("The term is written down.", "Holds it Kimberly Reed, since 2026-11-23")
        assert "Next in line" not in running.flat()


async def test_a_term_is_planned_ended_and_taken_back(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_place(running, work, "cler")
        running.press("x")
        await running.shows("Mark the line of a term first.")
        running.press("end")
        assert (await marked_row(running)).startswith("Holds it Benjamin Beck")
        running.press("enter")
        await running.opens("PlanTerm")
        running.type("\x7f" * 10 + "2027-01-31\r")
        await running.opens("WorkPlacePage")
        await running.shows("planned until 2027-01-31")
        running.press("x")
        await running.opens("EndTerm")
        running.type("\rfound a job\r")
        await running.opens("WorkPlacePage")
        await running.shows("Held it Benjamin Beck, 2026-11-23 to 2026-11-23")
        running.press("r")
        await running.opens("TakeBackTerm")
        running.type("wrong placement\r")
        await running.opens("WorkPlacePage")
        await running.until(lambda: "Benjamin" not in running.flat(), "the term to be taken back")
        running.press("z")
        await running.opens("ClosePlacement")
        running.press("enter")
        await running.opens("WorkPlacePage")
        await running.shows("The placement is closed.", "closed since 2026-11-23")
        running.press("z", "enter")
        await running.shows("The placement is open again.")


async def test_who_would_like_to_work_stands_in_line(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_page(running, work, "p", "WorkPlaces")
        running.press("3")
        await running.opens("WorkLine")
        await running.shows("Nobody stands in the line.")
        running.press("i")
        await running.opens("LikeToWork")
        running.type("ros")
        await running.shows("1 Rosa A.")
        running.type("1\r")
        await running.opens("WorkLine")
        await running.shows("Rosa Alvarez", "any placement", "Monday 23 November")
        running.press("d", "enter")
        await running.shows("Nobody stands in the line.")


async def test_members_own_jobs(house: House, work: Work) -> None:
    async with kiosk(house) as running:
        await open_page(running, work, "j", "WorkJobs")
        await running.shows("No member's own job is on file today.")
        running.press("n")
        await running.opens("JobForm")
        running.type("ros")
        await running.shows("1 Rosa A.")
        running.type("1\r\rCity Library\rPage\r12:30\r\r")
        await running.opens("WorkJobs")
        await running.shows("Rosa Alvarez", "SE", "City Library: Page", "12:30")
        running.press("enter")
        await running.opens("JobForm")
        running.press("right", "down", "down", "down", "down", "enter")
        await running.opens("WorkJobs")
        await running.shows("IE City Library: Page")
        running.press("w")
        await running.opens("WriteOwnHours")
        running.type("\r\r\r2:10\r")
        await running.opens("WorkJobs")
        await running.shows("The hours are written down.")
        assert hours_on_disk(house)[-1] == ("2026-11-23", "worked", 130, "logged", 0)
        running.press("x")
        await running.opens("EndJob")
        running.type("\x7f" * 10 + "2026-11-23\r")
        await running.opens("WorkJobs")
    (job,) = jobs.jobs_of(house, COMMAND_LINE, work.rosa.id)
    assert job.last_day == date(2026, 11, 23)


@pytest.mark.parametrize("size", [*SIZES, WIDE], ids=str)
async def test_what_is_ahead_stands_with_the_figures(house: House, work: Work, size: tuple[int, int]) -> None:
    (term,) = terms.terms_of(house, COMMAND_LINE, work.rosa.id)
    terms.change_term(house, COMMAND_LINE, term.id, date(2026, 12, 3))
    async with kiosk(house, size) as running:
        await open_page(running, work, "l", "WorkAhead")
        await running.shows("Somebody is looked for - none")
        await running.shows("Terms that end soon", "- 2026-12-03 (in 10 days): Rosa", "Nobody holds it - none")
        await running.shows("Weeks outside 15-20 h - 2026-11-02: 0:00 h", "Weeks outside 12-20 h")
        running.press(*["down"] * 3, "enter")
        await running.opens("WorkPlacePage")
        running.press("escape")
        await running.opens("WorkAhead")
        running.press("end")
        await running.shows("Employment figures, November 2026", "2 in TE, 0 in SE", "TE jobs at 15-20 h: 2 of 2")
        running.press("enter")
        await running.settle()
        assert running.page == "WorkAhead"
