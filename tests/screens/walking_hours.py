"""A walk through every page of job hours and of covering, of somebody with a placement, a job and a question."""

from collections.abc import AsyncGenerator
from datetime import date, timedelta

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import employers, jobs, placements
from clubhouse.employment.employers import NewEmployer
from clubhouse.employment.jobs import JobKind, NewJob
from clubhouse.employment.placements import NewPlacement
from clubhouse.helping import person_on_file
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.settings import set_setting
from tests.employment import CENTS, MONDAY, OPENED, WEEKDAYS, covered, hold, log
from tests.houses import ACTOR
from tests.screens.job_hours import asks
from tests.screens.kiosks import Kiosk


def work_everywhere(house: House, person: Person, words: str) -> None:
    """A placement that the person holds, one that they are asked to cover, and a job of their own, all called so."""
    employer = employers.add_employer(house, COMMAND_LINE, NewEmployer(words[:60], ""))
    made = [
        placements.add_placement(
            house,
            COMMAND_LINE,
            NewPlacement(employer.id, words[:59] + str(place), words[:60], "", False, 1200, None, OPENED),
            WEEKDAYS,
            CENTS,
        )
        for place in range(2)
    ]
    hold(house, made[0], person, date(2026, 10, 1))
    log(house, made[0], person, MONDAY - timedelta(days=5), 225)
    request = asks(house, made[1], person)
    covered(house, made[1], person, MONDAY - timedelta(days=6), _holder(house, request.person_id), 105)
    jobs.add_job(
        house, person.code, NewJob(person.id, JobKind.SUPPORTED, words[:60], words[:60], 600, date(2026, 9, 1))
    )
    set_setting(house, ACTOR, "pay-shown", "on")


def _holder(house: House, person_id: int | None) -> Person:
    assert person_id is not None
    return person_on_file(house, person_id)


async def hours_pages(running: Kiosk, card: str) -> AsyncGenerator[str, None]:
    """Open each page in turn and give its name."""
    await running.come(card, later=5)
    yield "home"
    running.press("3")
    await running.opens("HoursPage")
    await running.until(lambda: "8" in running.choices(), "the week")
    yield "week"
    running.press("8")
    await running.until(lambda: "6" in running.choices(), "other days")
    yield "others"
    running.press("6")
    await running.until(lambda: "U" in running.choices(), "the line")
    yield "wished"
    running.press("1")
    await running.until(lambda: "8" in running.choices(), "the week before")
    yield "week before"
    running.press("right")
    await running.until(lambda: "1" in running.choices() and running.rows()[0].choice, "this week")
    await running.settle()
    running.press("1")
    await running.opens("CoveringPage")
    await running.until(lambda: "2" in running.choices(), "the question")
    yield "question"
    running.press("1")
    await running.until(lambda: "U" in running.choices(), "yes")
    yield "covers"
    running.press("0")
    await running.opens("HoursPage")
    await running.settle()
    running.press("1")
    await running.opens("HoursDayPage")
    await running.until(lambda: "4" in running.choices(), "the day")
    yield "day"
    running.press("7")
    await running.settle()
    yield "other work"
    running.press("3")
    await running.opens("HoursTimePage")
    yield "start"
    running.press("3")
    await running.settle()
    yield "end"
    running.press("0")
    await running.settle()
    running.press("5")
    await running.settle()
    yield "length"
    running.press("3")
    await running.opens("HoursDayPage")
    await running.until(lambda: "8" in running.choices(), "the hours")
    yield "written"
    running.press("3")
    await running.opens("HoursTimePage")
    running.press("5")
    await running.settle()
    running.press("3")
    await running.until(lambda: "5" in running.choices() and len(running.choices()) == 2, "both are right")
    yield "both"
    running.press("f1")
    await running.opens("Help")
    yield "help"
