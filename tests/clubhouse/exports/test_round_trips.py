"""What is exported is read by other programs with the same values, and nothing in it runs."""

import csv
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from clubhouse.exports.attendance import Rounding, quarter_hours_of
from clubhouse.exports.exporting import EVERYTHING
from clubhouse.exports.forms import Form
from clubhouse.exports.sheets import SHEETS
from clubhouse.pictures import pictures
from tests.clubhouse.exports.conftest import WEEK, Desk

TABLES = [what for what in SHEETS if what != "sign-in-sheet"]


def rows_of(desk: Desk, what: str, **asked: Any) -> list[dict[str, str]]:
    """The rows of a CSV file, as Python reads them."""
    path, _ = desk.write(what, **asked)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_each_visit_with_its_local_times_and_minutes(desk: Desk) -> None:
    rosa = [row for row in rows_of(desk, "visits") if row["Code"] == "M0001"]
    assert [(row["In"], row["Out"], row["Minutes"], row["Length"]) for row in rosa] == [
        ("09:00", "09:20", "20", "0:20"),
        ("11:00", "11:20", "20", "0:20"),
        ("14:00", "14:20", "20", "0:20"),
        ("08:47", "", "", ""),
    ]
    assert [(row["Estimated"], row["Open"], row["Corrected"]) for row in rosa[2:]] == [
        ("no", "no", "yes"),
        ("no", "yes", "no"),
    ]


def test_a_visit_past_midnight_belongs_to_the_day_on_which_it_began(desk: Desk) -> None:
    night = next(row for row in rows_of(desk, "visits") if row["In"] == "23:30")
    assert (night["Day"], night["Out on"], night["Out"], night["Minutes"]) == (
        "2026-11-20",
        "2026-11-21",
        "00:45",
        "75",
    )


def test_three_times_in_and_out_are_one_day_of_one_hour(desk: Desk) -> None:
    day = next(row for row in rows_of(desk, "service-days") if row["Code"] == "M0001")
    assert (day["Visits"], day["Minutes"], day["Length"], day["First in"], day["Last out"]) == (
        "3", "60", "1:00", "09:00", "14:20",
    )  # fmt: skip
    assert day["Staff present"] == "1"
    today = next(row for row in rows_of(desk, "service-days") if row["Day"] == "2026-11-23")
    assert (today["Kind of day"], today["Activities"], today["Which"]) == ("work-ordered", "1", "Culinary")
    assert (today["Open"], today["Minutes"], today["Last out"]) == ("1", "0", "")


@pytest.mark.parametrize(
    ("rounding", "per", "units"),
    [
        ("down", "day", "4"),
        ("down", "visit", "3"),
        ("nearest", "visit", "3"),
        ("up", "visit", "6"),
        ("up", "day", "4"),
    ],
)
def test_quarter_hours_name_their_rule(desk: Desk, rounding: str, per: str, units: str) -> None:
    day = next(row for row in rows_of(desk, "quarter-hours", rounding=rounding, per=per) if row["Code"] == "M0001")
    assert (day["Minutes"], day["Units of 15 minutes"], day["Rule"]) == ("60", units, f"{rounding} by {per}")


@pytest.mark.parametrize(
    ("minutes", "down", "nearest", "up"),
    [
        (0, 0, 0, 0), (1, 0, 0, 1), (7, 0, 0, 1), (8, 0, 1, 1), (14, 0, 1, 1), (15, 1, 1, 1), (16, 1, 1, 2),
        (22, 1, 1, 2), (23, 1, 2, 2), (29, 1, 2, 2), (30, 2, 2, 2), (37, 2, 2, 3), (38, 2, 3, 3), (1440, 96, 96, 96),
    ],
)  # fmt: skip
def test_minutes_are_rounded_as_the_rule_says(minutes: int, down: int, nearest: int, up: int) -> None:
    # Half a quarter hour is 7.5 minutes, which no whole number of minutes is: 7 is below it and 8 above.
    assert [quarter_hours_of(minutes, rounding) for rounding in Rounding] == [down, nearest, up]
    assert abs(nearest * 15 - minutes) < 7.5


@pytest.mark.parametrize("what", TABLES)
def test_nothing_that_a_spreadsheet_would_run_stands_in_any_csv_file(desk: Desk, what: str) -> None:
    for row in rows_of(desk, what, names=True):
        assert [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_text_that_a_spreadsheet_would_run_is_harmless_in_csv(desk: Desk) -> None:
    row = next(row for row in rows_of(desk, "people", names=True) if "HYPERLINK" in row["First name"])
    assert (row["Code"], row["First name"], row["Last name"]) == ("'+1", '\'=HYPERLINK("x")', "'@SUM(1)")


_ASK = """
import duckdb, json, sys
print(json.dumps([(asked.columns, asked.fetchall()) for asked in map(duckdb.sql, sys.argv[1:])]))
"""


def asked_of_duckdb(path: Path, *questions: str) -> list[tuple[list[str], list[list[object]]]]:
    """The columns and rows that DuckDB answers to each, in a process of its own: at its end it is not quiet."""
    command = [sys.executable, "-c", _ASK, *(each.format(path=path) for each in questions)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return [(columns, rows) for columns, rows in json.loads(done.stdout)]


def test_duckdb_reads_the_same_rows_as_python(desk: Desk) -> None:
    path, _ = desk.write("visits", names=True)
    with path.open(encoding="utf-8", newline="") as file:
        head, *expected = csv.reader(file)
    (columns, found), (_, total) = asked_of_duckdb(
        path,
        "SELECT * FROM read_csv('{path}', all_varchar = true, header = true)",
        "SELECT sum(Minutes)::INTEGER FROM '{path}' WHERE Code = 'M0001'",
    )
    assert columns == head
    assert [[cell or "" for cell in row] for row in found] == expected
    assert total == [[60]]


def test_a_csv_file_is_as_rfc_4180_says(desk: Desk) -> None:
    content = desk.write("people", names=True)[0].read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") == 4
    assert b'"\'=HYPERLINK(""x"")"' in content


def test_excel_has_real_days_times_lengths_and_numbers(desk: Desk) -> None:
    book = load_workbook(desk.write("visits", Form.XLSX, names=True)[0])
    sheet = book["visits"]
    head, *rows = sheet.iter_rows()
    place = {cell.value: number for number, cell in enumerate(head)}
    rosa = [row for row in rows if row[place["Code"]].value == "M0001"][:3]
    assert [row[place["Day"]].value for row in rosa] == [datetime.fromisoformat("2026-11-20")] * 3
    assert [row[place["In"]].value for row in rosa] == [time(9), time(11), time(14)]
    lengths = [row[place["Length"]].value for row in rosa]
    assert lengths == [timedelta(minutes=20)] * 3
    assert sum(lengths, timedelta()) == timedelta(hours=1)
    assert rosa[0][place["Length"]].number_format == "[h]:mm"
    assert [row[place["Minutes"]].value for row in rosa] == [20, 20, 20]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:P8")


def test_text_is_typed_as_text_in_excel(desk: Desk) -> None:
    sheet = load_workbook(desk.write("people", Form.XLSX, names=True)[0])["people"]
    cell = next(cell for (cell,) in sheet.iter_rows(min_col=2, max_col=2) if "HYPERLINK" in str(cell.value))
    assert (cell.value, cell.data_type) == ('=HYPERLINK("x")', "s")


def test_a_second_sheet_explains_the_columns_and_the_rule(desk: Desk) -> None:
    about = load_workbook(desk.write("service-days", Form.XLSX)[0])["About"]
    told = {row[0].value: row[1].value for row in about.iter_rows() if row[0].value}
    assert (told["House"], told["Days"], told["Made by"]) == (
        "Harbor House",
        "2026-11-16 to 2026-11-23",
        "command line",
    )
    assert told["Rule"].startswith("Members only")
    assert (told["Estimated sign-outs"], told["Open visits"]) == ("1", "1")
    assert "Last out" in told


def test_figures_have_charts_in_excel(desk: Desk) -> None:
    book = load_workbook(desk.write("figures", Form.XLSX)[0])
    assert book.sheetnames == ["figures", "About", "Charts", "Numbers of charts"]
    assert len(book["Charts"]._charts) == len(pictures(desk.house, WEEK)) == 7


@pytest.mark.parametrize("what", TABLES)
def test_every_format_has_the_same_cells(desk: Desk, what: str) -> None:
    columns = SHEETS[what].columns
    wanted = rows_of(desk, what, names=True) if what != "audit" else []
    told = [json.loads(line) for line in desk.write(what, Form.JSON, names=True)[0].read_text().splitlines()]
    assert all(list(row) == [column.key for column in columns] for row in told)
    if what not in ("audit", "people"):
        as_text = [["" if cell is None else str(cell) for cell in row.values()] for row in told]
        assert [[*row.values()] for row in wanted] == [
            [f"'{cell}" if cell.startswith(("+", "=", "@")) else cell for cell in row] for row in as_text
        ]
    with closing(sqlite3.connect(desk.write(what, Form.SQLITE, names=True)[0])) as connection:
        (count,) = connection.execute(f'SELECT count(*) FROM "{what.replace("-", "_")}"').fetchone()
        documented = connection.execute("SELECT key FROM columns ORDER BY rowid").fetchall()
    assert [key for (key,) in documented] == [column.key for column in columns]
    assert count == len(told) or what == "audit"


def test_everything_is_one_file_of_tables_and_views_and_none_of_the_houses_own(desk: Desk) -> None:
    path, _ = desk.write(EVERYTHING, Form.SQLITE)
    with closing(sqlite3.connect(path)) as connection:
        kinds = dict(connection.execute("SELECT name, type FROM sqlite_schema").fetchall())
        assert connection.execute("SELECT * FROM members_by_month").fetchall() == [("2026-11", 2, 6, 1.89)]
        assert connection.execute("SELECT people FROM people_by_day WHERE day = '2026-11-20'").fetchall() == [
            (2,),
            (1,),
        ]
    assert {name for name, kind in kinds.items() if kind == "table"} == {
        "columns", "facts", *(what.replace("-", "_") for what in TABLES),
    }  # fmt: skip
    assert "cards" not in kinds
    assert "first_name" not in str(kinds)


def test_the_sign_in_sheet_has_shown_names_and_blank_lines(desk: Desk) -> None:
    page = desk.write("sign-in-sheet", Form.HTML)[0].read_text(encoding="utf-8")
    assert "<th>Signature</th>" in page
    assert page.count("<th>In</th>") == page.count("<th>Out</th>") == 3
    assert "Rosa A." in page
    assert "Alvarez" not in page
    assert page.count("<tr>") == 1 + 3 + 25
    assert "<script" not in page
    assert "http" not in page


def test_the_sign_in_sheet_is_in_the_order_of_the_names_that_stand_on_it(desk: Desk) -> None:
    names = [row["Name"] for row in rows_of(desk, "sign-in-sheet")]
    assert names == [*sorted(filter(None, names), key=str.casefold), *[""] * 25]


def test_events_go_out_as_a_calendar(desk: Desk) -> None:
    assert desk.write("events", Form.ICS)[0].read_bytes().startswith(b"BEGIN:VCALENDAR")
