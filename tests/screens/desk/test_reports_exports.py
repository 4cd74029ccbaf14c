"""Exports at the desk: chosen, asked for, looked at, written; refused, stopped, and forgotten when the desk locks."""

import csv
from pathlib import Path
from threading import Event

import pytest

import db.visits
from clubhouse import permissions, visits
from clubhouse.audit import COMMAND_LINE
from clubhouse.exports import exporting
from clubhouse.exports.exporting import EVERYTHING
from clubhouse.exports.making import Unsure
from clubhouse.exports.presets import preset, shipped
from clubhouse.exports.sheets import SHEETS
from clubhouse.exports.table import Table
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.report_exports import all_wanted
from tests.houses import SetClock, actions_on_disk, add_with_card, local
from tests.screens.desk.test_reports import open_reports
from tests.screens.desks import open_desk
from tests.screens.kiosks import SIZES, Kiosk, kiosk
from tests.screens.mornings import Day
from tests.screens.stillness import DEADLINE_SECONDS
from tests.screens.test_privacy import keeps, kept_of

NAME = "visits-2026-10-01-to-2026-10-31.csv"


@pytest.fixture(autouse=True)
def _visits(house: House, day: Day, rosa: Person) -> None:
    for hour in (9, 13):
        came, left = local(f"2026-10-20 {hour:02}:00"), local(f"2026-10-20 {hour:02}:20")
        visits.add_visit(house, COMMAND_LINE, rosa, came, left, "paper sheet")


def folder(house: House) -> Path:
    """Where files go by themselves."""
    return house.store.path.parent / "exports"


async def ask_for(running: Kiosk, day: Day, what: str = "visits") -> None:
    """Open the form of that export."""
    await open_reports(running, day, 2, "ExportsRoom")
    await running.shows("service-day")
    names = [each.name for each in all_wanted(frozenset(Permission))]
    running.press(*["down"] * names.index(what), "enter")
    await running.opens("ExportForm")


def fields_of(what: str) -> int:
    """How many fields the form of that export has."""
    sheet = SHEETS.get(preset(what).what if what in shipped() else what)
    return 4 + bool(sheet and sheet.corrections) + bool(sheet and sheet.what == "quarter-hours")


async def look_at(running: Kiosk, day: Day, what: str = "visits") -> None:
    """Go on to the first rows, of last month."""
    await ask_for(running, day, what)
    running.press(*["enter"] * fields_of(what))
    await running.opens("PreviewRoom")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_from_the_list_to_a_private_file(house: House, day: Day, rosa: Person, size: tuple[int, int]) -> None:
    async with kiosk(house, size) as running:
        await ask_for(running, day)
        await running.shows("Export: visits", "Days last month", "Format CSV, for any program", "Names no", "Folder")
        running.press(*["enter"] * 5)
        await running.opens("PreviewRoom")
        await running.shows(
            "visits, October 2026: the first 2 rows", f"W writes {NAME}", "W Write the file", rosa.code
        )
        assert not folder(house).exists()
        running.press("W")
        await running.shows("The file is written", "It has 2 rows.", "The audit log has a note of it.")
        running.press("W")
        await running.settle()
        running.press("escape")
        await running.opens("ExportsRoom")
    (written,) = folder(house).iterdir()
    assert written.name == NAME
    assert written.stat().st_mode & 0o77 == folder(house).stat().st_mode & 0o77 == 0
    with written.open(newline="") as lines:
        assert [row["Code"] for row in csv.DictReader(lines)] == [rosa.code, rosa.code]
    assert actions_on_disk(house).count("export") == 1


async def test_every_preset_and_export_stands_in_the_list_with_its_sentence(house: House, day: Day) -> None:
    wanted = all_wanted(frozenset(Permission))
    assert [each.name for each in wanted] == [*shipped(), *SHEETS, EVERYTHING]
    async with kiosk(house, (120, 40)) as running:
        await open_reports(running, day, 2, "ExportsRoom")
        await running.shows(*(f"{each.name} {each.about}" for each in wanted))


async def test_each_of_them_is_written(house: House, day: Day) -> None:
    names = [each.name for each in all_wanted(frozenset(Permission))]
    async with kiosk(house) as running:
        await open_reports(running, day, 2, "ExportsRoom")
        await running.shows("service-day")
        for place, name in enumerate(names):
            running.press("home", *["down"] * place, "enter")
            await running.opens("ExportForm")
            running.press(*["enter"] * fields_of(name))
            await running.opens("PreviewRoom")
            running.press("W")
            await running.shows("The file is written")
            assert len(list(folder(house).iterdir())) == place + 1
            running.press("escape")
            await running.opens("ExportsRoom")
    written = [each.name.partition("-2026")[0] for each in folder(house).iterdir()]
    assert sorted(written) == sorted(names)


async def test_names_and_format_are_chosen(house: House, day: Day, rosa: Person, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    async with kiosk(house) as running:
        await ask_for(running, day)
        running.press("delete")
        running.type("2026-10-20\r")
        running.press("right", "enter", "right", "enter", "enter", "delete")
        running.type(f"{tmp_path / 'stick'}\r")
        await running.opens("PreviewRoom")
        await running.shows("Alvarez")
        running.press("W")
        await running.shows("The file is written")
    (written,) = (tmp_path / "stick").iterdir()
    assert written.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "Alvarez" in written.read_text()


async def test_corrections_alone_are_asked_for_of_all_days(
    house: House, day: Day, rosa: Person, clock: SetClock
) -> None:
    early = db.visits.latest(house.store, rosa.id, 2)[1]
    clock.forward(days=1)
    visits.correct_visit(house, COMMAND_LINE, early.id, early.in_at, local("2026-10-20 09:50"), "she told us")
    async with kiosk(house) as running:
        await ask_for(running, day)
        running.press("enter", "enter", "enter")
        running.type("soon\r")
        await running.shows("Write the day like 2026-11-05, or leave it empty.")
        running.press("delete")
        running.type("2026-11-24\r\r")
        await running.opens("PreviewRoom")
        await running.shows("visits, corrections since 2026-11-24: the first row", "Was: minutes: 20")
        running.press("W")
        await running.shows("It has 1 row.")
    assert [each.name for each in folder(house).iterdir()] == ["visits-corrections-since-2026-11-24.csv"]


async def test_quarter_hours_are_rounded_as_asked(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await ask_for(running, day, "quarter-hours")
        running.press("enter", "enter", "enter", "right")
        await running.shows("< up: one that has begun counts >")
        running.press("enter", "enter", "enter")
        await running.opens("PreviewRoom")
        await running.shows("Units of 15 minutes: 3", "Rule: up by day")


async def test_what_may_still_change_is_said(
    house: House, day: Day, rosa: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsure = Unsure(3, 1)
    monkeypatch.setattr(exporting, "_write", lambda *_asked, **_bom: unsure)
    async with kiosk(house) as running:
        await look_at(running, day)
        running.press("W")
        await running.shows("Of the visits of these days 3 end with a guess, and 1 are still open.")


async def test_a_folder_that_is_not_there_is_said_and_nothing_is_written(
    house: House, day: Day, tmp_path: Path
) -> None:
    async with kiosk(house) as running:
        await ask_for(running, day)
        running.press("down", "down", "down", "down", "delete")
        running.type("reports\r")
        await running.shows("Write the whole folder from the top")
        running.press("delete")
        running.type(f"{tmp_path / 'gone'}\r")
        await running.opens("PreviewRoom")
        running.press("W")
        await running.shows("There is no folder", "W writes visits")
    assert actions_on_disk(house).count("export") == 0


async def test_a_full_disk_is_said(house: House, day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_asked: object, **_bom: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "write_table", full)
    async with kiosk(house) as running:
        await look_at(running, day)
        running.press("W")
        await running.shows("The file cannot be written there: No space left on device.")
    assert list(folder(house).iterdir()) == []


async def test_esc_stops_it_and_no_half_file_is_left(house: House, day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "_EVERY", 1)
    async with kiosk(house) as running:
        await look_at(running, day)
        page = running.app.screen

        def stopped_after_a_row(*_asked: object, **_bom: object) -> None:
            page._stop.set()  # type: ignore[attr-defined]
            for _row in _asked[0].rows:  # type: ignore[attr-defined]
                pass

        monkeypatch.setattr(exporting, "write_table", stopped_after_a_row)
        running.press("W")
        await running.shows("It was stopped, and no file is left.")
        running.press("escape")
        await running.opens("ExportForm")
    assert list(folder(house).iterdir()) == []
    assert actions_on_disk(house).count("export") == 0


async def test_nobody_without_the_permission_finds_the_door_or_what_needs_another(house: House) -> None:
    member, card = add_with_card(house, "Nina", "Novak")
    permissions.give_permission(house, COMMAND_LINE, member, Permission.REPORTS)
    kept = {each.name for each in all_wanted(frozenset({Permission.REPORTS}))}
    assert {"hours", "jobs", "reach-out"}.isdisjoint(kept)
    async with kiosk(house) as running:
        await open_desk(running, card)
        await running.shows("7 Reports")
        running.press("7")
        await running.opens("ReportsRoom")


async def test_rows_with_names_are_forgotten_when_the_desk_locks(house: House, day: Day) -> None:
    async with kiosk(house) as running:
        await ask_for(running, day)
        running.press("enter", "enter", "right", "enter", "enter", "enter")
        await running.opens("PreviewRoom")
        await running.shows("Alvarez")
        assert keeps(running, "Alvarez")
        running.wait_idle(180)
        await running.opens("Welcome")
        await running.until(lambda: not kept_of(running, "Alvarez"), "the rows to be forgotten")


async def test_the_desk_that_locks_stops_what_is_being_written(
    house: House, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, locked, ended = Event(), Event(), Event()

    def slow(table: Table, *_asked: object, **_bom: object) -> None:
        begun.set()
        locked.wait(DEADLINE_SECONDS)
        try:
            list(table.rows)
        finally:
            ended.set()

    monkeypatch.setattr(exporting, "write_table", slow)
    async with kiosk(house) as running:
        await look_at(running, day)
        running.press("W")
        await running.until(begun.is_set, "the writing to begin")
        running.wait_idle(180)
        await running.until(lambda: running.page == "Welcome", "the desk to lock")
        locked.set()
        await running.until(ended.is_set, "the writing to end")
        await running.until(lambda: not list(folder(house).iterdir()), "the half file to be gone")
    assert actions_on_disk(house).count("export") == 0
