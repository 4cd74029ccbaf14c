"""An export is allowed, whole, noted and named without names; or it is refused and nothing is there."""

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadFile, BadInput, NotFound
from clubhouse.exports import csv_file
from clubhouse.exports.cells import Column, Row
from clubhouse.exports.exporting import EVERYTHING, export, preview
from clubhouse.exports.forms import Form
from clubhouse.exports.presets import preset, shipped
from clubhouse.exports.request import Request
from clubhouse.exports.sheets import SHEETS
from clubhouse.exports.table import Table
from clubhouse.house import House
from clubhouse.permissions import NotAllowed, Permission, give_permission
from tests.clubhouse.exports.conftest import WEEK, Desk, Week
from tests.houses import actions_on_disk, on_disk
from tests.processes import ROOT

ASKED = Request("visits", *WEEK)


def test_a_reason_may_hold_names_and_stays_at_home(desk: Desk) -> None:
    head = desk.write("audit")[0].read_text(encoding="utf-8").splitlines()[0]
    assert head == "Entry,At,Station,Who,Did,To what"


@pytest.mark.parametrize("what", [what for what in SHEETS if what not in ("sign-in-sheet", "figures")])
def test_names_come_only_when_they_are_asked_for(desk: Desk, what: str) -> None:
    content = desk.write(what)[0].read_text(encoding="utf-8")
    assert "Rosa" not in content
    assert "Alvarez" not in content


def test_an_export_and_a_preview_each_leave_a_row(desk: Desk) -> None:
    path, _ = desk.write("visits")
    preview(desk.house, COMMAND_LINE, ASKED)
    assert actions_on_disk(desk.house)[-2:] == ["export", "view"]
    (became,) = on_disk(desk.house.store.path, "SELECT became FROM audit WHERE action = 'export'")
    assert json.loads(str(became[0])) == {
        "from": "2026-11-16", "to": "2026-11-23", "names": False, "rows": 7, "file": path.name,
    }  # fmt: skip


def test_a_preview_shows_the_first_rows(desk: Desk) -> None:
    columns, rows = preview(desk.house, COMMAND_LINE, ASKED, most=2)
    assert [column.key for column in columns][:3] == ["visit", "code", "kind"]
    assert [row[1] for row in rows] == ["M0001", "S0001"]


def test_it_needs_the_permission_for_reports_and_that_of_its_subject(desk: Desk, week: Week) -> None:
    def ask(what: str) -> tuple[tuple[Column, ...], list[Row]]:
        return preview(desk.house, "S0001", replace(ASKED, what=what))

    with pytest.raises(NotAllowed):
        ask("visits")
    give_permission(desk.house, COMMAND_LINE, week.sam, Permission.REPORTS)
    assert ask("visits")
    for what in ("hours", "jobs"):
        with pytest.raises(NotAllowed):
            ask(what)
    give_permission(desk.house, COMMAND_LINE, week.sam, Permission.EMPLOYMENT)
    assert ask("hours")


def test_what_the_log_tells_with_names_is_for_those_who_may_see_all_of_it(desk: Desk, week: Week) -> None:
    give_permission(desk.house, COMMAND_LINE, week.sam, Permission.REPORTS)
    log = replace(ASKED, what="audit")
    columns, _ = preview(desk.house, "S0001", log)
    assert {"was", "became", "why"}.isdisjoint(column.key for column in columns)
    with pytest.raises(NotAllowed):
        preview(desk.house, "S0001", replace(log, names=True))
    give_permission(desk.house, COMMAND_LINE, week.sam, Permission.EMPLOYMENT)
    columns, _ = preview(desk.house, "S0001", replace(log, names=True))
    assert {"was", "became", "why"} <= {column.key for column in columns}


def test_everything_is_refused_whole_where_a_part_is_not_allowed(desk: Desk, week: Week) -> None:
    give_permission(desk.house, COMMAND_LINE, week.sam, Permission.REPORTS)
    target = desk.folder / "all.db"
    with pytest.raises(NotAllowed):
        export(desk.house, "S0001", replace(ASKED, what=EVERYTHING), Form.SQLITE, target)
    assert list(desk.folder.iterdir()) == []


def test_what_cannot_be_asked_for_is_told(desk: Desk) -> None:
    with pytest.raises(NotFound, match="There is no export 'secrets'"):
        desk.write("secrets")
    with pytest.raises(BadInput, match="holds events"):
        desk.write("visits", Form.ICS)
    with pytest.raises(BadInput, match="corrections alone"):
        desk.write("people", corrections_since=date(2026, 11, 1))
    with pytest.raises(BadInput, match="file of tables"):
        desk.write(EVERYTHING)


def test_a_file_that_is_there_stays_as_it_is(desk: Desk) -> None:
    target = desk.folder / "a.csv"
    target.write_text("mine")
    with pytest.raises(BadFile, match="exists already"):
        export(desk.house, COMMAND_LINE, ASKED, Form.CSV, target)
    with pytest.raises(BadFile, match="There is no folder"):
        export(desk.house, COMMAND_LINE, ASKED, Form.CSV, desk.folder / "none" / "a.csv")
    assert target.read_text() == "mine"
    assert os.listdir(desk.folder) == ["a.csv"]


def test_a_file_that_came_meanwhile_is_not_replaced(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    target, write = desk.folder / "a.csv", csv_file.write_csv

    def slowly(table: Table, path: Path, *, bom: bool) -> None:
        write(table, path, bom=bom)
        target.write_text("theirs")

    monkeypatch.setattr("clubhouse.exports.forms.write_csv", slowly)
    with pytest.raises(BadFile, match="exists already"):
        export(desk.house, COMMAND_LINE, ASKED, Form.CSV, target)
    assert target.read_text() == "theirs"
    assert os.listdir(desk.folder) == ["a.csv"]


def test_only_its_owner_can_read_it(desk: Desk) -> None:
    assert desk.write("visits")[0].stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.ICS])
@pytest.mark.parametrize("trouble", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")])
def test_nothing_is_left_of_an_export_that_was_broken_off(
    desk: Desk, form: Form, trouble: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(rows: Iterator[object]) -> Iterator[object]:
        yield next(rows)
        raise trouble

    for way in ("_going_by", "_lines_going_by"):
        monkeypatch.setattr(f"clubhouse.exports.exporting._Counter.{way}", lambda self, rows: breaking(rows))
    with pytest.raises(type(trouble)):
        desk.write("visits", form)
    assert list(desk.folder.iterdir()) == []
    assert "export" not in actions_on_disk(desk.house)


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX, Form.SQLITE, Form.JSON, Form.HTML])
def test_a_full_disk_is_told_in_one_line_and_leaves_nothing(desk: Desk, form: Form) -> None:
    # A limit on the size of files stands for the full disk.
    command = [
        sys.executable, "-c",
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "from clubhouse.__main__ import main; main()",
        "--db", str(desk.house.store.path), "export", "visits", str(desk.folder / f"x.{form}"),
        "--as", form, "--from", "2026-11-01", "--to", "2026-11-30",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1), done.stderr
    assert list(desk.folder.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk of this system is always full")
@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX, Form.JSON, Form.HTML])
def test_a_disk_without_room_is_said_to_be_full(form: Form, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    full = nullcontext(Path("/dev/full"))
    monkeypatch.setattr("clubhouse.exports.exporting.whole_file", lambda target: full)
    with pytest.raises(OSError, match="No space left") as told:
        desk.write("visits", form)
    assert told.value.errno == errno.ENOSPC
    assert "export" not in actions_on_disk(desk.house)


def test_what_a_power_cut_has_left_is_gone_with_the_next_export(desk: Desk) -> None:
    left, theirs = (desk.folder / name for name in (".old.csv.clubhouse-99.part", ".film.mp4.part"))
    held = desk.folder / ".new.csv.clubhouse-98.part"
    for each in (left, theirs, held):
        each.write_text("half")
    with held.open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        path, _ = desk.write("visits")
    assert sorted(desk.folder.iterdir()) == sorted([theirs, held, path])


def test_kill_leaves_nothing(desk: Desk) -> None:
    target = desk.folder / "x.csv"
    program = (
        "import time, clubhouse.exports.forms as forms\n"
        "forms.write_csv = lambda table, path, bom: (path.write_text('half'), time.sleep(60))\n"
        "from clubhouse.__main__ import main; main()"
    )
    command = [sys.executable, "-c", program, "--db", str(desk.house.store.path), "export", "visits", str(target)]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not any(each.stat().st_size for each in desk.folder.iterdir()):
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(signal.SIGTERM)
    assert running.communicate() == ("", "Stopped.\n")
    assert running.returncode == 1
    assert list(desk.folder.iterdir()) == []


def test_the_shipped_presets_are_what_payers_and_boards_ask_for(desk: Desk) -> None:
    assert shipped() == ["board-report", "quarter-hours-nearest", "service-day"]
    found = {name: preset(name) for name in shipped()}
    heads = {
        name: desk.write(each.what, columns=each.columns)[0].read_text().splitlines()[0]
        for name, each in found.items()
    }
    assert heads == {
        "board-report": "Figure,This month,Month before,Year before,How it is counted",
        "quarter-hours-nearest": "Member ID,Service date,Minutes,Units of service,Rule,Estimated,Corrected",
        "service-day": "Member ID,Service date,Time in,Time out,Minutes,Activities,Staff present,Estimated,Corrected",
    }
    assert (found["quarter-hours-nearest"].rounding, found["board-report"].form) == ("nearest", "xlsx")


def test_a_preset_of_ones_own_names_columns_in_their_order(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('what = "visits"\ncolumns = ["day", "code"]\n[headers]\nday = "=Day"\n')
    mine = preset(str(path))
    assert desk.write(mine.what, columns=mine.columns)[0].read_text().splitlines()[:2] == [
        "'=Day,Code",
        "2026-11-20,M0001",
    ]


def test_a_preset_gives_no_names_by_the_way(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('what = "visits"\ncolumns = ["first_name"]\n')
    mine = preset(str(path))
    with pytest.raises(BadInput, match="has names in it"):
        desk.write(mine.what, columns=mine.columns)
    assert "Rosa" in desk.write(mine.what, columns=mine.columns, names=True)[0].read_text()


@pytest.mark.parametrize(
    "text",
    [
        "", "what = 1", 'what = "cards"', 'what = "visits"\nas = "pdf"', 'what = "visits"\ncolumns = ["pin"]',
        'what = "visits"\ncolumns = []', 'what = "visits"\ncolumns = "day"', 'what = "visits"\nnames = "no"',
        'what = "visits"\nrounding = "always up"', 'what = "visits"\ncolour = "red"', "what =", "\x00",
    ],
)  # fmt: skip
def test_a_preset_that_cannot_be_used_says_why(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text)
    with pytest.raises(BadFile, match="cannot be used"):
        preset(str(path))


def test_a_preset_that_is_not_there_is_told(house: House) -> None:
    with pytest.raises(NotFound, match="There are: board-report, quarter-hours-nearest, service-day"):
        preset("nobody")
