"""A record on paper: into a file for its owner alone, from the desk, and from the kiosk where the house allows it."""

from pathlib import Path

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadFile
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import NotAllowed
from clubhouse.print_folder import NoFolder, folder_beside
from clubhouse.record_key import PinNeeded
from clubhouse.record_pin import choose_pin, open_record
from clubhouse.record_print import print_own_record, print_record
from clubhouse.settings import set_setting
from tests.houses import actions_on_disk, add

MONTH = "2026-11"


@pytest.fixture
def rosa(house: House) -> Person:
    """A member."""
    return add(house)


def allow(house: House, folder: Path) -> None:
    """The house names that folder."""
    set_setting(house, COMMAND_LINE, "print-folder", str(folder))


def test_each_page_has_a_file_of_its_own_and_leaves_a_row(house: House, rosa: Person) -> None:
    ana = add(house, "Ana", kind=Kind.STAFF)
    first, second = (print_record(house, ana.code, rosa.id, MONTH, folder_beside(house)) for _ in range(2))
    assert (first.name, second.name) == (f"record-{rosa.code}-{MONTH}.html", f"record-{rosa.code}-{MONTH}-2.html")
    assert "Rosa" in first.read_text(encoding="utf-8")
    assert [path.stat().st_mode & 0o077 for path in (first, first.parent)] == [0, 0]
    assert actions_on_disk(house)[-4:] == ["view", "print_record"] * 2


def test_whoever_may_not_see_it_gets_no_file(house: House, rosa: Person) -> None:
    with pytest.raises(NotAllowed):
        print_record(house, add(house, "Ben").code, rosa.id, MONTH, folder_beside(house))
    assert not folder_beside(house).exists()


def test_without_a_file_there_is_no_row(house: House, rosa: Person) -> None:
    before = actions_on_disk(house)
    with pytest.raises(BadFile, match="There is no folder"):
        print_record(house, COMMAND_LINE, rosa.id, MONTH, house.store.path.parent / "other")
    assert actions_on_disk(house) == before


def test_a_file_that_cannot_be_written_is_said_and_not_left_half(
    house: House, rosa: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(BadFile, match="No space left on device"):
        print_record(house, COMMAND_LINE, rosa.id, MONTH, folder_beside(house))
    assert list(folder_beside(house).iterdir()) == []


def test_the_kiosk_writes_only_where_the_house_allows_it(house: House, rosa: Person, tmp_path: Path) -> None:
    with pytest.raises(NoFolder, match="ask staff"):
        print_own_record(house, rosa.id, MONTH)
    allow(house, tmp_path / "gone")
    with pytest.raises(NoFolder, match="ask staff"):
        print_own_record(house, rosa.id, MONTH)
    allow(house, tmp_path)
    path = print_own_record(house, rosa.id, MONTH)
    assert path.parent == tmp_path
    assert actions_on_disk(house)[-1] == "print_record"


def test_a_pin_stands_before_the_page_too(house: House, rosa: Person, tmp_path: Path) -> None:
    allow(house, tmp_path)
    choose_pin(house, rosa, "13579")
    with pytest.raises(PinNeeded):
        print_own_record(house, rosa.id, MONTH)
    assert print_own_record(house, rosa.id, MONTH, key=open_record(house, rosa, "13579")).exists()
