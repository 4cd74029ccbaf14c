"""`kill -9` in a loop of scans: every answer that was given is on the disk, whole, and nothing else but the last."""

import json
import random
import signal
from pathlib import Path

import pytest

from clubhouse.house import House
from clubhouse.people import Kind
from db.opening import open_store
from db.soundness import problems
from tests.houses import add_with_card, on_disk
from tests.processes import start

# Everybody's card in turn, each scan five seconds after the one before; an answer a line.
KIOSK = """
import itertools, json, sys
from datetime import datetime, timedelta
from pathlib import Path
from clubhouse.attendance import scan
from clubhouse.house import open_house
house = open_house(Path(sys.argv[1]), "kiosk")
at, codes = datetime.fromisoformat(sys.argv[2]), sys.argv[3:]
for code in itertools.cycle(codes):
    at += timedelta(minutes=7)
    answer = scan(house, code, at)
    print(json.dumps([answer.outcome, answer.visit.id, answer.visit.out_at is None]), flush=True)
"""

Said = list[tuple[str, int, bool]]


def killed(path: Path, codes: list[str], began: str, answers: int) -> Said:
    """What a kiosk answered that was killed after at least so many answers."""
    kiosk = start(KIOSK, path, began, *codes)
    assert kiosk.stdout is not None
    lines = [kiosk.stdout.readline() for _ in range(answers)]
    kiosk.send_signal(signal.SIGKILL)
    rest = kiosk.stdout.read()  # `communicate` would pass over what `readline` has read ahead
    _, problem = kiosk.communicate()
    assert kiosk.returncode == -signal.SIGKILL, problem
    whole = [line for line in "".join([*lines, rest]).splitlines(keepends=True) if line.endswith("\n")]
    return [(outcome, visit, here) for outcome, visit, here in map(json.loads, whole)]


def check(path: Path, said: Said, visits_before: int) -> None:
    """Whatever was answered is on the disk, with one visit more at most: the one cut off before its answer."""
    on_file = {row[0]: row[1] is None for row in on_disk(path, "SELECT id, out_at FROM visits")}
    assert {visit for _, visit, _ in said} <= set(on_file)
    last_word = {visit: here for _, visit, here in said}
    differing = [visit for visit, here in last_word.items() if on_file[visit] != here]
    begun = {visit for outcome, visit, _ in said if outcome not in ("already here", "staff out", "repeated")}
    new = len(on_file) - visits_before - len(begun)
    assert 0 <= new + len(differing) <= 1
    store = open_store(path)
    found = problems(store)
    store.close()
    assert found == []


def kill_many(house: House, times: int, most_answers: int) -> int:
    """Kill a kiosk so many times over one file; how many scans it answered in all."""
    chance, path, answered = random.Random(times), house.store.path, 0
    kinds = [Kind.STAFF, Kind.MEMBER, Kind.MEMBER]
    codes = [add_with_card(house, f"Rosa{number}", kind=kinds[number % 3])[1] for number in range(30)]
    for number in range(times):
        ((before,),) = on_disk(path, "SELECT count(*) FROM visits")
        said = killed(path, codes, f"{2000 + number}-11-23T13:00:00+00:00", chance.randint(0, most_answers))
        check(path, said, int(str(before)))
        answered += len(said)
    return answered


def test_ten_kills_lose_no_answered_sign_in(house: House) -> None:
    assert kill_many(house, 10, 60) > 100


@pytest.mark.long
def test_two_hundred_kills_lose_no_answered_sign_in(house: House) -> None:
    assert kill_many(house, 200, 60) > 2000
