"""The House: founding one, opening it, and its time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clubhouse.clock import VARIABLE
from clubhouse.errors import BadInput, Refused
from clubhouse.house import House, found_house, open_house
from db.errors import StoreMissing
from db.soundness import problems
from tests.houses import NAME, ZONE, SetClock, actions_on_disk, on_disk
from tests.processes import said_at_once

FOUND = """
import sys
from pathlib import Path
import sqlite_utils
from clubhouse.errors import Refused
from clubhouse.house import found_house
# go
try:
    found_house(Path(sys.argv[1]), "Harbor House", "America/New_York")
    print("founded")
except Refused:
    print("refused")
"""


@pytest.fixture
def founded(tmp_path: Path) -> Iterator[House]:
    """A house just founded."""
    house = found_house(tmp_path / "new" / "house.db", NAME, ZONE.key)
    yield house
    house.close()


def test_a_house_knows_its_name_and_zone(house: House) -> None:
    assert (house.settings().name, house.settings().zone) == (NAME, ZONE)


def test_today_is_the_local_date_where_utc_has_tomorrow_already(house: House, clock: SetClock) -> None:
    clock.set("2026-11-23 22:30")
    assert house.today() == date(2026, 11, 23)


def test_now_is_in_whole_seconds_of_the_house_s_zone(house: House, clock: SetClock) -> None:
    clock.moment = datetime(2026, 11, 23, 13, 47, 5, 999_999, tzinfo=UTC)
    assert house.now().isoformat() == "2026-11-23T08:47:05-05:00"


@pytest.mark.parametrize(
    ("utc", "wall_clock"),
    [
        ("2026-03-08T06:59:59", "2026-03-08T01:59:59-05:00"),
        ("2026-03-08T07:00:00", "2026-03-08T03:00:00-04:00"),
        ("2026-11-01T05:30:00", "2026-11-01T01:30:00-04:00"),
        ("2026-11-01T06:30:00", "2026-11-01T01:30:00-05:00"),
    ],
)
def test_the_wall_clock_is_right_on_the_days_it_changes(house: House, utc: str, wall_clock: str) -> None:
    assert house.local(datetime.fromisoformat(utc).replace(tzinfo=UTC)).isoformat() == wall_clock


def test_a_founded_house_has_its_settings_and_their_audit_rows(founded: House) -> None:
    assert (founded.settings().name, founded.settings().zone) == (NAME, ZONE)
    assert actions_on_disk(founded) == ["set_setting", "set_setting"]
    assert problems(founded.store) == []


def test_a_second_founding_is_refused_and_changes_nothing(founded: House) -> None:
    path = founded.store.path
    with pytest.raises(Refused, match=r"already holds a house\. Open it with: clubhouse --db"):
        found_house(path, "Other House", "Europe/Oslo")
    assert on_disk(path, "SELECT value FROM settings WHERE key = 'name'") == [(NAME,)]


@pytest.mark.parametrize(
    ("name", "zone"), [("", "UTC"), ("x" * 61, "UTC"), ("House", "Mars/Olympus"), ("a\nb", "UTC")]
)
def test_founding_with_impossible_settings_makes_no_file(tmp_path: Path, name: str, zone: str) -> None:
    with pytest.raises(BadInput):
        found_house(tmp_path / "house.db", name, zone)
    assert list(tmp_path.iterdir()) == []


def test_of_processes_that_found_one_house_at_once_one_does(tmp_path: Path) -> None:
    said = said_at_once(4, FOUND, tmp_path / "house.db")
    assert sorted(said) == ["founded\n"] + ["refused\n"] * 3
    assert on_disk(tmp_path / "house.db", "SELECT count(*) FROM audit") == [(2,)]


def test_opening_a_house_takes_its_clock_from_outside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "2026-11-23T08:47")
    house = open_house(path, "front door")
    assert house.today() == date(2026, 11, 23)
    assert house.station == "front door"
    house.close()


def test_a_house_whose_clock_cannot_be_is_not_left_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "monday")
    with pytest.raises(BadInput):
        open_house(path)
    assert [each.name for each in path.parent.iterdir()] == ["house.db"]


def test_a_missing_house_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_house(tmp_path / "house.db")
