"""Where a file goes that is asked for at the desk."""

from datetime import date
from pathlib import Path

import pytest

from clubhouse.errors import BadFile
from clubhouse.exports.places import file_stem, folder_typed, free_file, make_folder, usual_folder

DAYS = (date(2026, 10, 1), date(2026, 10, 31))


def test_no_file_takes_the_name_of_another(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        target = free_file(tmp_path, file_stem("visits", DAYS), "csv")
        target.touch()
        names.append(target.name)
    stem = "visits-2026-10-01-to-2026-10-31"
    assert names == [f"{stem}.csv", f"{stem}-2.csv", f"{stem}-3.csv"]


def test_a_file_of_corrections_says_so() -> None:
    assert file_stem("visits", DAYS, date(2026, 11, 5)) == "visits-corrections-since-2026-11-05"


def test_the_usual_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    usual = usual_folder(tmp_path / "house.db")
    make_folder(usual, usual)
    make_folder(usual, usual)
    assert usual == tmp_path / "exports"
    assert usual.stat().st_mode & 0o777 == 0o700


def test_no_other_folder_is_made(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="There is no folder"):
        make_folder(tmp_path / "other", tmp_path / "exports")
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_usual_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "exports").touch()
    with pytest.raises(BadFile, match="cannot be used"):
        make_folder(tmp_path / "exports", tmp_path / "exports")


@pytest.mark.parametrize("text", ["", "reports", "../reports", "/media/\0"])
def test_a_folder_is_named_whole(text: str) -> None:
    with pytest.raises(BadFile, match="from the top"):
        folder_typed(text)


def test_a_folder_of_ones_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/somewhere")
    assert folder_typed(" ~/reports ") == Path("/somewhere/reports")
