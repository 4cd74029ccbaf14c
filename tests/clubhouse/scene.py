"""A house on a Monday morning in which every operation of floor 2 has something to do."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from clubhouse import people, visits
from clubhouse.attendance import Answer, scan
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.visits import Visit
from tests.clubhouse.day_operations import DayScene, day_scene
from tests.clubhouse.employment_operations import WorkScene, work_scene
from tests.clubhouse.people_scene import PeopleScene, people_scene
from tests.clubhouse.program_operations import ProgramScene, program_scene
from tests.houses import ACTOR, SetClock, add, add_with_card


@dataclass(frozen=True)
class Scene:
    """All of it."""

    here: Person
    """Signed in today by `answer`."""
    answer: Answer
    away: Person
    """Without a card."""
    staff_code: str
    left_open_code: str
    """Of somebody who signed in yesterday and never out."""
    paused: Person
    guesser: Person
    """Whose visit of yesterday, `guessed`, was closed as an estimate."""
    guessed: Visit
    csv: Path
    day: DayScene
    program: ProgramScene
    work: WorkScene
    people: PeopleScene


def whole_scene(house: House, clock: SetClock, folder: Path) -> Scene:
    """Put all of it on file in a new house; `folder` is where a list of people is written."""
    guesser, guesser_code = add_with_card(house, "Gil")
    _, left_open_code = add_with_card(house, "Lou")
    here, here_code = add_with_card(house, "Rosa")
    _, staff_code = add_with_card(house, "Sam", kind=Kind.STAFF)
    yesterday = clock.moment - timedelta(days=1)
    scan(house, guesser_code, yesterday)
    (guessed,) = visits.close_days(house)
    scan(house, left_open_code, yesterday)
    answer = scan(house, here_code)
    paused = people.pause_person(house, ACTOR, add_with_card(house, "Pat")[0].id, "see Sam")
    away, day, work, known = add(house, "Ann"), day_scene(house), work_scene(house), people_scene(house)
    clock.forward(hours=1)
    program = program_scene(house)
    csv = folder / "people.csv"
    csv.write_text("First name,Last name\nEve,Stone\n", encoding="utf-8")
    return Scene(
        here, answer, away, staff_code, left_open_code, paused, guesser, guessed, csv, day, program, work, known
    )
