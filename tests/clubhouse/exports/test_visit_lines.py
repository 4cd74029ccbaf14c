"""Visits made as lines of CSV are those that their rows give, on every kind of day."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.exports.csv_file import write_csv
from clubhouse.exports.exporting import export
from clubhouse.exports.forms import Form
from clubhouse.exports.making import making
from clubhouse.exports.request import Request
from clubhouse.house import House
from clubhouse.settings import set_setting
from tests.clubhouse.exports.conftest import Desk, Week, write_down
from tests.houses import SetClock, add

ALL = Request("visits", date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def years(desk: Desk, week: Week, clock: SetClock) -> House:
    """The week, and visits at the edges of days and at both changes of the clocks."""
    late = add(desk.house, 'Jo, the "Late"', "O'Hara")
    for came, left in [
        ("2026-03-07 23:59", "2026-03-08 00:00"),  # past midnight
        ("2026-03-08 00:30", "2026-03-08 04:15"),  # over the hour that is left out
        ("2026-10-31 18:30", "2026-10-31 23:59"),  # past midnight in UTC alone
        ("2026-11-01 00:10", "2026-11-01 02:40"),  # over the hour that comes twice
        ("2026-11-02 00:00", "2026-11-02 00:00"),  # no minute at all
    ]:
        write_down(desk.house, late, came, left)
    return desk.house


def lines_and_rows(house: House, folder: Path, request: Request) -> list[list[list[str]]]:
    """The file as it is made of lines, and as it is made of rows."""
    found = []
    for number, with_lines in enumerate((True, False)):
        path = folder / f"{number}.csv"
        with making(house, COMMAND_LINE, request) as (table, _):
            assert table.lines is not None
            write_csv(table if with_lines else replace(table, lines=None), path)
        with path.open(encoding="utf-8", newline="") as file:
            found.append(list(csv.reader(file)))
        found[-1].append([str(path.read_bytes().count(b"\r\n"))])
    return found


@pytest.mark.parametrize("names", [False, True], ids=["codes", "names"])
def test_the_lines_are_those_of_the_rows(years: House, tmp_path: Path, names: bool) -> None:
    lines, rows = lines_and_rows(years, tmp_path, replace(ALL, names=names))
    assert lines == rows
    assert len(lines) == 1 + 12 + 1
    assert any('Jo, the "Late"' in line for line in lines) is names


def test_every_zone_has_the_same_lines_as_rows(years: House, tmp_path: Path) -> None:
    for zone in ("America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland", "UTC"):
        set_setting(years, COMMAND_LINE, "timezone", zone)
        lines, rows = lines_and_rows(years, tmp_path, ALL)
        assert lines == rows


def test_lines_are_counted_like_rows(years: House, tmp_path: Path) -> None:
    told: list[int] = []
    target = tmp_path / "a.csv"
    done = export(years, COMMAND_LINE, ALL, Form.CSV, target, told=told.append)
    assert done.rows == len(target.read_text(encoding="utf-8").splitlines()) - 1 == 12
