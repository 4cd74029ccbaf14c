"""The guide of exports and the columns say the same."""

import re

import pytest

from clubhouse.exports.presets import shipped
from clubhouse.exports.sheets import SHEETS
from tests.processes import ROOT

GUIDE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("what", SHEETS)
def test_every_column_stands_in_the_guide_and_the_other_way_round(what: str) -> None:
    sheet = SHEETS[what]
    section = GUIDE.partition(f"\n## {what}\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \|$", section, flags=re.MULTILINE) == [
        (each.key, each.header, f"{each.holds}{', names' if each.names else ''}", each.about)
        for each in sheet.columns
    ]
    assert f"{sheet.rule} Version {sheet.version}." in section


def test_what_corrections_tell_of_before_stands_in_the_guide_and_the_other_way_round() -> None:
    section = GUIDE.partition("\n## What was changed later\n")[2].partition("\n## ")[0]
    found: dict[tuple[str, ...], list[str]] = {}
    for sheet in SHEETS.values():
        for each in sheet.corrected:
            row = (each.key, each.header, f"{each.holds}{', names' if each.names else ''}", each.about)
            found.setdefault(row, []).append(sheet.what)
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", section, flags=re.MULTILINE)
    told = {(key, header, holds, about): of.split(", ") for key, header, holds, of, about in rows}
    assert told == found


def test_every_preset_stands_in_the_guide() -> None:
    assert [name for name in shipped() if f"`{name}`" not in GUIDE] == []


def test_keys_and_names_of_an_export_are_each_there_once() -> None:
    for sheet in SHEETS.values():
        keys = [column.key for column in sheet.columns]
        assert len(keys) == len(set(keys))
