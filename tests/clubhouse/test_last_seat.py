"""Ten kiosks at the same moment and one seat: one gets it, the others read which units still want hands."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from subprocess import Popen

import pytest

from clubhouse.helping import join_unit
from clubhouse.house import House
from clubhouse.units import Unit
from db.soundness import problems
from tests.boards import MORNING, add_unit
from tests.houses import MONDAY_MORNING, SetClock, add, on_disk
from tests.processes import start

KIOSKS = 10

# Told a moment, it answers with what came of the race for the seat at that moment.
KIOSK = """
import json, sys
from datetime import datetime
from pathlib import Path
from clubhouse.helping import NoSeat, join_unit
from clubhouse.house import House
from db.opening import open_store
store, person_id, unit_id = open_store(Path(sys.argv[1]), busy_seconds=60), int(sys.argv[2]), int(sys.argv[3])
for line in sys.stdin:
    house = House(store, lambda: datetime.fromisoformat(line.strip()))
    try:
        answer = ["seat", join_unit(house, person_id, unit_id, 1).person_id]
    except NoSeat as full:
        answer = ["no seat", *full.wanting]
    except Exception as error:
        answer = ["error", repr(error)]
    print(json.dumps(answer), flush=True)
"""


@contextmanager
def kiosks(house: House, people: list[int], unit: Unit) -> Iterator[list["Popen[str]"]]:
    """A process for each of these people, who will go for a seat in that unit."""
    processes = [start(KIOSK, house.store.path, str(person), str(unit.id)) for person in people]
    try:
        yield processes
    finally:
        for process in processes:
            process.communicate(timeout=60)


def race(processes: list["Popen[str]"], moment: str) -> list[list[object]]:
    """What each kiosk says when all go for the seat at once."""
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(moment + "\n")
        process.stdin.flush()
    answers: list[list[object]] = []
    for process in processes:
        assert process.stdout is not None
        answers.append(json.loads(process.stdout.readline()))
    return answers


@pytest.mark.parametrize("races", [10, pytest.param(200, marks=pytest.mark.long)])
def test_the_last_seat_is_taken_once(house: House, clock: SetClock, races: int) -> None:
    culinary, clerical, _, _ = (
        add_unit(house, name, seats)
        for name, seats in (("Culinary", 1), ("Clerical", KIOSKS), ("Wellness", 0), ("Garden", None))
    )
    people = [add(house, f"Rosa{number}").id for number in range(KIOSKS)]
    with kiosks(house, people, culinary) as processes:
        for number in range(races):
            clock.moment = MONDAY_MORNING + timedelta(weeks=number)
            for person in people[::2]:  # these would move, the others come new
                join_unit(house, person, clerical.id, MORNING)
            answers = race(processes, clock.moment.isoformat())
            assert sorted(answers)[:-1] == [["no seat", "Clerical", "Garden"]] * (KIOSKS - 1)
            (winner,) = [person for person, answer in zip(people, answers, strict=True) if answer == ["seat", person]]
            places = on_disk(
                house.store.path,
                "SELECT person_id, unit_id FROM sign_ups WHERE ended_at IS NULL"
                f" AND day = '{house.today()}' ORDER BY person_id",
            )
            kept = {person: clerical.id for person in people[::2]} | {winner: culinary.id}
            assert places == sorted(kept.items())
    assert problems(house.store) == []
