"""Files as other programs write them give the days and times that another library finds in them."""

from pathlib import Path

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.calendars.importing import Imported, import_calendar
from clubhouse.house import House
from clubhouse.series import list_series
from tests.clubhouse.calendars.held import FILES, bring_in, content, held, held_by_others, live_on
from tests.houses import ZONE

NAMES = [
    "apple.ics",
    "described_zone.ics",
    "everything.ics",
    "google.ics",
    "outlook.ics",
    "thunderbird.ics",
]
EVENTS = {"apple.ics": 3, "described_zone.ics": 1, "everything.ics": 4, "google.ics": 4, "outlook.ics": 2}


def text(name: str) -> str:
    """What the file says, in whatever letters."""
    raw = (FILES / name).read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def test_every_file_is_tried() -> None:
    assert sorted(path.name for path in FILES.glob("*.ics")) == NAMES


@pytest.mark.filterwarnings("ignore:Timezone:UserWarning")
@pytest.mark.parametrize("name", NAMES)
def test_a_year_of_it_is_held_as_another_library_says(house: House, name: str) -> None:
    done = import_calendar(house, COMMAND_LINE, FILES / name, "social")
    live_on(house)
    others = held_by_others(text(name), ZONE)
    assert len(others) > 15
    assert held(house) == others
    assert done == Imported(EVENTS.get(name, 1), 0, 0, ())


@pytest.mark.parametrize("name", NAMES)
def test_a_second_import_changes_nothing(house: House, name: str) -> None:
    import_calendar(house, COMMAND_LINE, FILES / name, "social")
    before = content(house)
    assert import_calendar(house, COMMAND_LINE, FILES / name, "class") == Imported(0, 0, EVENTS.get(name, 1), ())
    assert content(house) == before


@pytest.mark.parametrize("name", NAMES)
def test_an_import_months_later_changes_nothing(house: House, name: str) -> None:
    import_calendar(house, COMMAND_LINE, FILES / name, "social")
    live_on(house)
    house.clock.forward(days=100)  # type: ignore[attr-defined]
    before = content(house)
    done = import_calendar(house, COMMAND_LINE, FILES / name, "social")
    assert (done.added, done.changed, done.unchanged) == (0, 0, EVENTS.get(name, 1))
    assert content(house) == before


@pytest.mark.parametrize(
    "raw",
    [
        text("google.ics").encode("utf-8-sig"),
        text("google.ics").encode("utf-16"),
        text("google.ics").encode("utf-16-le"),
        text("google.ics").encode("utf-16-be"),
        text("google.ics").replace("\r\n", "\n").encode(),
        text("google.ics").replace("\r\n", "\r").encode(),
        text("google.ics").lower().replace("america/new_york", "America/New_York").encode(),
    ],
    ids=["byte order mark", "utf-16", "utf-16 little", "utf-16 big", "unix lines", "old mac lines", "small letters"],
)
def test_letters_and_line_ends_do_not_matter(house: House, tmp_path: Path, raw: bytes) -> None:
    bring_in(house, tmp_path, raw)
    live_on(house)
    others = held_by_others(text("google.ics"), ZONE)
    assert [each[:2] for each in held(house)] == [each[:2] for each in others]


def test_text_is_read_as_it_was_meant(house: House) -> None:
    import_calendar(house, COMMAND_LINE, FILES / "everything.ics", "class")
    import_calendar(house, COMMAND_LINE, FILES / "thunderbird.ics", "social")
    import_calendar(house, COMMAND_LINE, FILES / "google.ics", "social")
    found = {each.uid: each for each in list_series(house)}
    cooking = found["every-1"]
    whole = "Cooking safety, part one; with a title that is folded across two lines"
    assert cooking.title == whole[:59] + "…"
    assert cooking.notes == f"{whole}\nFirst line\nSecond line with a backslash \\ in it"
    assert found["f2b0-tb"].title == "Café und Kuchen"
    assert found["2k3v9bowling@google.com"].place == "Harbor Lanes, 12 Water Street"
    assert {each.kind for each in found.values()} == {"class", "social"}


def test_nobody_who_was_invited_elsewhere_is_named(house: House) -> None:
    import_calendar(house, COMMAND_LINE, FILES / "google.ics", "social")
    assert "example.org" not in "\n".join(content(house))
