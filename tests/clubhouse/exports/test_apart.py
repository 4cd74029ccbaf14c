"""A long export is made by a process of its own, and is the same in file, log and refusals."""

import os
import signal
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadFile
from clubhouse.exports import apart
from clubhouse.exports.apart import export_beside
from clubhouse.exports.forms import Form
from clubhouse.exports.presets import preset
from clubhouse.exports.request import Request
from clubhouse.permissions import NotAllowed, Permission, give_permission
from db.values import instant_text
from tests.clubhouse.exports.conftest import Desk, Week
from tests.houses import actions_on_disk, on_disk

_EVERY_DAY = """
WITH RECURSIVE numbers (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i < 12000)
INSERT INTO visits (person_id, day, in_at, in_how, out_at, out_how)
SELECT ?, date('1985-01-01', i || ' days'), date('1985-01-01', i || ' days') || 'T14:00:00Z', 'scan',
  date('1985-01-01', i || ' days') || 'T15:00:00Z', 'key' FROM numbers
"""
YEAR = Request("visits", date(2026, 1, 1), date(2026, 12, 31))


def test_a_long_export_is_the_file_that_a_short_one_is_and_stands_in_the_log(desk: Desk, week: Week) -> None:
    give_permission(desk.house, COMMAND_LINE, week.sam, Permission.REPORTS)
    target, same = desk.folder / "year.csv", desk.write("visits")[0]
    done = export_beside(desk.house, "S0001", YEAR, Form.CSV, target)
    assert (done.path, done.rows, done.unsure.open) == (target, 7, 1)
    assert target.read_bytes() == same.read_bytes()
    *_, last = on_disk(desk.house.store.path, "SELECT actor, station, at FROM audit WHERE action = 'export'")
    assert last == ("S0001", desk.house.station, instant_text(desk.house.clock()))


def test_it_takes_the_columns_of_a_preset(desk: Desk) -> None:
    wanted, target = preset("service-day"), desk.folder / "days.csv"
    asked = replace(YEAR, what=wanted.what)
    export_beside(desk.house, COMMAND_LINE, asked, Form.CSV, target, columns=wanted.columns, bom=True)
    assert target.read_bytes().startswith(b"\xef\xbb\xbfMember ID,Service date,")


def test_what_is_refused_there_is_refused_here(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        export_beside(desk.house, "S0001", replace(YEAR, what="jobs"), Form.CSV, desk.folder / "jobs.csv")
    assert list(desk.folder.iterdir()) == []


def test_a_short_export_needs_no_process(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(apart, "subprocess")
    month = replace(YEAR, first=date(2026, 11, 1), last=date(2026, 11, 30))
    assert export_beside(desk.house, COMMAND_LINE, month, Form.CSV, desk.folder / "month.csv").rows == 7


def test_whoever_stops_it_leaves_nothing(desk: Desk, week: Week) -> None:
    with closing(sqlite3.connect(desk.house.store.path)) as connection, connection:
        connection.execute(_EVERY_DAY, (week.rosa.id,))
    told: list[int] = []

    def stop(rows: int) -> None:
        told.append(rows)
        raise BadFile("stopped")

    with pytest.raises(BadFile, match="stopped"):
        export_beside(
            desk.house,
            COMMAND_LINE,
            replace(YEAR, first=date(1980, 1, 1)),
            Form.CSV,
            desk.folder / "all.csv",
            told=stop,
        )
    assert told == [10_000]
    assert list(desk.folder.iterdir()) == []
    assert "export" not in actions_on_disk(desk.house)


def test_a_process_that_is_killed_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    started = subprocess.Popen

    def killed(*asked: Any, **more: Any) -> object:
        process = started(*asked, **more)
        os.kill(process.pid, signal.SIGKILL)
        return process

    monkeypatch.setattr(subprocess, "Popen", killed)
    with pytest.raises((BadFile, BrokenPipeError)):
        export_beside(desk.house, COMMAND_LINE, YEAR, Form.CSV, desk.folder / "year.csv")
    assert list(desk.folder.iterdir()) == []
