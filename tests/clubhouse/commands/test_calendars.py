"""`clubhouse events export` and `import`."""

from pathlib import Path

import icalendar
import pytest

from tests.clubhouse.calendars.held import FILES, calendar, event
from tests.clubhouse.commands.conftest import Terminal
from tests.houses import on_disk


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where a test writes its calendar."""
    return tmp_path / "out.ics"


def titles(path: Path) -> list[str]:
    """What stands in the file."""
    return [str(each["SUMMARY"]) for each in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")]


def test_what_is_imported_is_listed_and_exported_again(terminal: Terminal, target: Path) -> None:
    first = terminal.type("events", "import", str(FILES / "google.ics"), "--kind", "social")
    assert (first.exit_code, first.stdout, first.stderr) == (0, "", "4 added, 0 changed, 0 unchanged.\n")
    again = terminal.type("events", "import", str(FILES / "google.ics"), "--kind", "social")
    assert again.stderr == "0 added, 0 changed, 4 unchanged.\n"
    assert terminal.type("events", "export", str(target)).stderr == f"Written to {target}.\n"
    assert sorted(titles(target)) == sorted(
        ["Bowling", "Bowling (holiday lanes)", "Movie night", "Open house over the holidays", "Typing class"]
    )
    assert b"\r\n" in target.read_bytes()
    assert b"\r\r" not in target.read_bytes()


def test_what_is_left_out_is_told_with_its_line(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "in.ics"
    file.write_text(calendar(event("DTSTART:20261204T180000", "RRULE:FREQ=SECONDLY")))
    done = terminal.type("events", "import", str(file), "--kind", "social")
    assert done.stderr.splitlines() == [
        "Line 4: Bowling: comes again by a rule that is not kept here, 'FREQ=SECONDLY'.",
        "0 added, 0 changed, 0 unchanged.",
    ]


def test_the_days_of_an_export_are_chosen(terminal: Terminal, target: Path, tmp_path: Path) -> None:
    terminal.done("events", "import", str(FILES / "google.ics"), "--kind", "social")
    terminal.done("events", "export", "--from", "2026-12-04", "--to", "2026-12-04", str(target))
    assert titles(target) == ["Movie night"]
    assert "The first day comes first." in terminal.refused(
        "events", "export", "--from", "2026-12-04", "--to", "2026-12-03", str(tmp_path / "none.ics")
    )


def test_ones_own_calendar_is_noted_in_the_log(terminal: Terminal, target: Path, tmp_path: Path) -> None:
    terminal.done("people", "add", "Rosa", "Alvarez")
    terminal.done("events", "import", str(FILES / "google.ics"), "--kind", "social")
    (row,) = on_disk(terminal.path, "SELECT id FROM occurrences WHERE title = 'Movie night'")
    terminal.done("events", "register", str(row[0]), "M0001")
    terminal.done("events", "export", "--mine", "M0001", str(target))
    assert titles(target) == ["Movie night"]
    assert on_disk(terminal.path, "SELECT subject FROM audit WHERE action = 'view'") == [("calendar of M0001",)]
    wrong = ("events", "export", "--mine", "M0001", "--outside", str(tmp_path / "none.ics"))
    assert "goes with no other option" in terminal.misused(*wrong)
    assert not (tmp_path / "none.ics").exists()


def test_an_outside_calendar_has_neutral_titles(terminal: Terminal, target: Path) -> None:
    terminal.done("events", "add", "Movie night", "social", "2026-12-01", "18:00", "2:00", "--public", "Film")
    terminal.done("events", "export", "--outside", str(target))
    assert titles(target) == ["Film"]


def test_a_file_that_is_there_stays(terminal: Terminal, target: Path) -> None:
    target.write_text("mine")
    assert "exists already and stays as it is" in terminal.refused("events", "export", str(target))
    assert target.read_text() == "mine"


def test_an_unknown_kind_and_a_damaged_file_are_refused(terminal: Terminal, tmp_path: Path) -> None:
    assert "no kind of event" in terminal.refused("events", "import", str(FILES / "apple.ics"), "--kind", "party")
    file = tmp_path / "in.ics"
    file.write_bytes((FILES / "apple.ics").read_bytes()[:900])
    assert "is cut off or damaged" in terminal.refused("events", "import", str(file), "--kind", "social")
    assert on_disk(terminal.path, "SELECT * FROM series") == []
