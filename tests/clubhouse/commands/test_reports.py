"""Exports, figures and doubts as they are typed."""

import csv
import json
from pathlib import Path

import pytest

from clubhouse.commands import export
from clubhouse.commands.figures import draw
from clubhouse.pictures import Picture
from tests.clubhouse.commands.conftest import Terminal


@pytest.fixture
def visited(terminal: Terminal) -> Terminal:
    """A house in which Rosa was here for an hour."""
    terminal.done("people", "add", "Rosa")
    terminal.done("visits", "add", "M0001", "--in", "2026-11-20T09:00", "--out", "2026-11-20T10:00")
    return terminal


def test_an_export_tells_where_it_is_and_how_many_rows_it_has(visited: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "visits.csv"
    result = visited.type("export", "visits", str(target), "--during", "this month")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{target}\n", "1 rows.\n")
    with target.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["Code"], row["In"], row["Minutes"]) == ("M0001", "09:00", "60")


def test_a_preset_may_stand_alone_or_with_a_file(visited: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "board.xlsx"
    visited.done("export", "--preset", "board-report", str(target))
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("cards",), ("visits", "--during", "last month", "--to", "2026-11-20"),
        ("visits", "x.csv", "--preset", "board-report"), ("visits", "--as", "pdf"),
    ],
)  # fmt: skip
def test_what_cannot_be_exported_is_told(visited: Terminal, arguments: tuple[str, ...]) -> None:
    assert visited.misused("export", *arguments) != ""


def test_days_that_are_no_period_are_told(visited: Terminal) -> None:
    assert "is no period" in visited.refused("export", "visits", "--during", "soon")


def test_how_far_it_is_stands_on_a_terminal_after_a_second(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    told = export._Progress()
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    told(10_000)
    now[0] = 1.5
    told(20_000)
    monkeypatch.setattr("sys.stderr.isatty", lambda: False)
    told(30_000)
    assert capsys.readouterr().err == "\r20,000 rows"


def test_figures_stand_in_words_as_charts_and_for_programs(visited: Terminal) -> None:
    shown = visited.done("figures", "--month", "2026-11", "--formulas", "--charts")
    assert "2026-11     2026-10     2025-11" in shown
    assert "members here, each once a day, by work-ordered days" in shown
    assert "Members here by weekday, on average" in shown
    lines = [json.loads(line) for line in visited.done("figures", "--month", "2026-11", "--json").splitlines()]
    told = {line["figure"]: line for line in lines}
    assert (told["unique-members"]["value"], told["ada"]["above"], told["ada"]["below"]) == ("1", 1, 19)
    assert visited.misused("figures", "--month", "2026-11", "--during", "last month") != ""


def test_a_page_for_the_board_goes_into_a_new_file(visited: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "board.html"
    visited.done("figures", "--month", "2026-11", "--page", str(target))
    assert "<svg" in target.read_text(encoding="utf-8")


def test_a_chart_is_of_hash_signs_where_there_are_no_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = Picture("Here", (("Mon", 2.0), ("Tue", 1.0), ("Wed", 0.0)))
    monkeypatch.setattr("clubhouse.commands.figures._can_print", lambda text: False)
    assert draw(picture) == ["Here", f"Mon {'#' * 40} 2", f"Tue {'#' * 20} 1", "Wed  0"]


def test_what_is_in_doubt_is_listed(visited: Terminal) -> None:
    assert visited.type("quality", "--during", "this month").stderr == "Nothing is in doubt.\n"
    visited.done("people", "add", "rosa")
    (line,) = visited.done("quality", "--json").splitlines()
    assert json.loads(line) == {
        "doubt": "looks like one person twice", "day": None, "what": "M0001 and M0002",
        "mend": "clubhouse people merge M0001 M0002",
    }  # fmt: skip


def test_a_month_is_locked_listed_and_unlocked(visited: Terminal) -> None:
    assert "is not over yet" in visited.refused("visits", "lock", "2026-11")
    assert visited.type("visits", "lock", "2026-10").stderr == "2026-10 is locked.\n"
    first, *_ = visited.done("visits", "months").splitlines()[1:]
    assert first.split() == ["2026-10", "2026-11-23", "command", "line", "0"]
    assert visited.type("quality").stderr.startswith("Locked: 2026-10.\n")
    assert visited.type("visits", "unlock", "2026-10", "--reason", "not sent").exit_code == 0
    assert "is not locked" in visited.refused("visits", "unlock", "2026-10", "--reason", "not sent")


def test_corrections_are_of_all_days_unless_days_are_named(visited: Terminal, tmp_path: Path) -> None:
    for days, count in (((), 1), (("--during", "2026-10"), 0)):
        target = tmp_path / f"{count}.csv"
        visited.done("export", "visits", str(target), "--corrections-since", "2026-11-23", *days)
        with target.open(encoding="utf-8", newline="") as file:
            assert [row["Change"] for row in csv.DictReader(file)] == ["added"] * count
