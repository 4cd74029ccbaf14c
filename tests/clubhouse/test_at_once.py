"""Several kiosks at the same moment: one visit, one undo, one card."""

import json
from pathlib import Path

from clubhouse.attendance import Outcome, scan, sign_out, undo
from clubhouse.errors import Overtaken
from clubhouse.house import House
from db.opening import open_store
from db.soundness import problems
from tests.houses import SetClock, add_with_card, on_disk, visits_on_disk
from tests.processes import said_at_once

SCAN = """
import sys
from pathlib import Path
from clubhouse.attendance import scan
from clubhouse.house import open_house
house = open_house(Path(sys.argv[1]), busy_seconds=30)
# go
print(scan(house, sys.argv[2]).outcome)
"""

ISSUE = """
import json, sys
from pathlib import Path
from clubhouse.cards import issue_missing_cards
from clubhouse.house import open_house
house = open_house(Path(sys.argv[1]), busy_seconds=30)
# go
print(json.dumps([card.person_id for card in issue_missing_cards(house, "command line")]))
"""


def test_ten_processes_that_sign_in_one_card_at_once_make_one_visit(house: House) -> None:
    _, code = add_with_card(house)
    said = [line.strip() for line in said_at_once(10, SCAN, house.store.path, code)]
    assert said.count(Outcome.FIRST_VISIT) == 1
    assert set(said) <= {Outcome.FIRST_VISIT, Outcome.REPEATED, Outcome.ALREADY_HERE}
    assert len(visits_on_disk(house)) == 1
    assert problems(house.store) == []


def test_processes_that_issue_missing_cards_at_once_issue_each_once(house: House) -> None:
    people = [add_with_card(house, name)[0].id for name in ("Rosa", "Sam", "Ann")]
    house.store.connection.execute("UPDATE cards SET replaced_at = issued_at")
    said = [json.loads(line) for line in said_at_once(4, ISSUE, house.store.path)]
    assert sorted(person for issued in said for person in issued) == people
    assert on_disk(house.store.path, "SELECT count(*) FROM cards WHERE replaced_at IS NULL") == [(3,)]


def test_two_kiosks_see_each_others_visits_at_once(house: House, path: Path, clock: SetClock) -> None:
    garden = House(open_store(path), clock, "garden")
    rosa, code = add_with_card(house)
    assert scan(house, code).outcome is Outcome.FIRST_VISIT
    assert scan(garden, code).outcome is Outcome.REPEATED
    clock.forward(minutes=1)
    assert scan(garden, code).outcome is Outcome.ALREADY_HERE
    sign_out(garden, rosa.id)
    assert scan(house, code).outcome is Outcome.AGAIN
    garden.close()


def test_an_undo_at_one_kiosk_overtakes_that_at_the_other(house: House, path: Path, clock: SetClock) -> None:
    garden = House(open_store(path), clock, "garden")
    _, code = add_with_card(house)
    answer, seen = scan(house, code), scan(garden, code)
    undo(garden, seen)
    try:
        undo(house, answer)
        told = ""
    except Overtaken as overtaken:
        told = str(overtaken)
    garden.close()
    assert told == "This has changed in the meantime. Please scan your card again."
    assert visits_on_disk(house) == []
