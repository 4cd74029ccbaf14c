"""Backups, bringing one back, and the check: nothing is ever lost, and open kiosks follow."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from clubhouse.attendance import Outcome, count_here, scan
from clubhouse.errors import BadFile, Refused
from clubhouse.house import House
from clubhouse.keeping import Restored, back_up, check, restore
from clubhouse.people import list_people
from db.errors import StoreBusy, StoreForeign, StoreTooNew, StoreUnwritable, latest_backup_note
from db.opening import open_store
from tests.houses import ACTOR, SetClock, actions_on_disk, add, add_with_card, on_disk


@pytest.fixture(autouse=True)
def _monday_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUBHOUSE_NOW", "2026-11-23T08:47:00")


@pytest.fixture
def backup(house: House, tmp_path: Path) -> Path:
    """A backup in which Rosa alone is on file; in the house Tom came after her."""
    add(house, "Rosa")
    target = back_up(house, tmp_path / "stick.db")
    add(house, "Tom")
    return target


def names_in(path: Path) -> list[object]:
    return [name for (name,) in on_disk(path, "SELECT first_name FROM people ORDER BY id")]


def files(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def kept_beside(restored: Restored) -> Path:
    """The replaced file, whose name tells when."""
    assert restored.kept is not None
    assert restored.kept.name.startswith("house.db.replaced-20261123-0847")
    return restored.kept


class TestBackUp:
    def test_without_a_name_it_goes_into_a_private_folder_under_the_house_s_time(self, house: House) -> None:
        target = back_up(house)
        assert target == house.store.path.parent / "backups" / "house-20261123-084700.db"
        assert (target.parent.stat().st_mode & 0o777, target.stat().st_mode & 0o777) == (0o700, 0o600)
        assert latest_backup_note(house.store.path).read_text().strip() == str(target)

    def test_it_leaves_its_audit_row(self, house: House, tmp_path: Path) -> None:
        back_up(house, tmp_path / "stick.db")
        assert on_disk(house.store.path, "SELECT actor, action, became FROM audit ORDER BY id DESC LIMIT 1") == [
            ("command line", "back_up", '"stick.db"')
        ]

    def test_a_file_that_is_there_stays(self, house: House, tmp_path: Path) -> None:
        (tmp_path / "dear.txt").write_text("dear")
        with pytest.raises(BadFile, match=r"dear\.txt exists already"):
            back_up(house, tmp_path / "dear.txt")
        with pytest.raises(BadFile, match="exists already"):
            back_up(house, house.store.path)
        assert (tmp_path / "dear.txt").read_text() == "dear"
        assert not latest_backup_note(house.store.path).exists()

    def test_two_in_one_second_do_not_replace_each_other(self, house: House) -> None:
        back_up(house)
        with pytest.raises(BadFile, match="exists already"):
            back_up(house)

    def test_a_folder_that_is_not_there_is_named(self, house: House, tmp_path: Path) -> None:
        with pytest.raises(BadFile, match=f"no folder {tmp_path}/stick"):
            back_up(house, tmp_path / "stick" / "house.db")

    def test_a_full_disk_leaves_no_half_copy_and_the_note_of_the_one_before(
        self, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = back_up(house)
        monkeypatch.setattr("db.backups.make_private_file", make_on_full_disk)
        with pytest.raises(StoreUnwritable, match="disk is full"):
            back_up(house, tmp_path / "stick.db")
        assert not {name for name in files(tmp_path) if name.startswith("stick")}
        assert latest_backup_note(house.store.path).read_text().strip() == str(before)
        assert actions_on_disk(house).count("back_up") == 1

    def test_a_house_that_is_not_sound_does_not_become_the_latest_backup(self, house: House, tmp_path: Path) -> None:
        before = back_up(house)
        break_invariant(house.store.path)
        with pytest.raises(Refused, match=f"not sound .* no backup was made.*{before.name}"):
            back_up(house, tmp_path / "stick.db")
        assert not (tmp_path / "stick.db").exists()


def make_on_full_disk(path: Path) -> None:
    """A file on a file system that is always full."""
    path.symlink_to("/dev/full")


def break_invariant(path: Path) -> None:
    """Put a person on file whom no name finds."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO people (code, kind, first_name, since) VALUES ('M9', 'member', 'Lost', '2026-01-01')"
        )


class TestCheck:
    def test_a_sound_house_has_no_problems(self, house: House) -> None:
        add_with_card(house)
        assert check(house) == []

    def test_what_cannot_be_is_a_line(self, house: House) -> None:
        break_invariant(house.store.path)
        assert check(house) == ["a person who cannot be found by name: person 1"]


class TestRestore:
    def test_the_house_holds_again_what_the_backup_holds_and_the_replaced_one_is_kept(
        self, path: Path, backup: Path
    ) -> None:
        restored = restore(path, backup)
        assert names_in(path) == ["Rosa"]
        assert names_in(kept_beside(restored)) == ["Rosa", "Tom"]
        assert kept_beside(restored).stat().st_mode & 0o777 == 0o600

    def test_it_leaves_its_audit_row_and_no_other_file(self, path: Path, backup: Path, house: House) -> None:
        restored = restore(path, backup, station="desk")
        house.close()
        row = on_disk(path, "SELECT station, actor, action, was, became FROM audit ORDER BY id DESC LIMIT 1")
        assert row == [("desk", "command line", "restore", f'"{kept_beside(restored).name}"', '"stick.db"')]
        assert files(path.parent) - {"house.db-wal", "house.db-shm"} == {
            "house.db",
            "house.db.latest-backup",
            "stick.db",
            kept_beside(restored).name,
        }

    def test_an_open_kiosk_follows(self, house: House, tmp_path: Path) -> None:
        _, code = add_with_card(house)
        target = back_up(house, tmp_path / "stick.db")
        assert scan(house, code).outcome is Outcome.FIRST_VISIT
        seen = house.store.data_version()
        restore(house.store.path, target)
        assert house.store.data_version() != seen
        assert count_here(house) == 0
        assert scan(house, code).outcome is Outcome.FIRST_VISIT
        assert check(house) == []

    def test_the_backup_is_only_read(self, path: Path, backup: Path) -> None:
        was = backup.read_bytes()
        restore(path, backup)
        assert backup.read_bytes() == was
        assert not {name for name in files(backup.parent) if name.startswith("stick.db-")}

    def test_where_no_house_was_one_is_made(self, tmp_path: Path, backup: Path) -> None:
        path = tmp_path / "new" / "house.db"
        assert restore(path, backup) == Restored(backup, None)
        assert (names_in(path), path.stat().st_mode & 0o777) == (["Rosa"], 0o600)

    def test_what_was_written_last_to_a_lost_file_is_moved_away_too(
        self, path: Path, backup: Path, house: House
    ) -> None:
        house.close()
        path.unlink()
        path.with_name("house.db-wal").write_bytes(b"writes that belong to the lost file")
        restored = restore(path, backup)
        assert names_in(path) == ["Rosa"]
        assert b"lost" in kept_beside(restored).with_name(f"{kept_beside(restored).name}-wal").read_bytes()

    @pytest.mark.parametrize("damage", [b"no database at all, and longer than a header" * 100, None])
    def test_a_damaged_house_is_moved_away_as_it_is(
        self, path: Path, backup: Path, house: House, damage: bytes | None
    ) -> None:
        house.close()
        damaged = path.read_bytes()[:5000] if damage is None else damage
        path.write_bytes(damaged)
        restored = restore(path, backup)
        assert kept_beside(restored).read_bytes() == damaged
        assert names_in(path) == ["Rosa"]

    def test_another_program_s_database_is_left_alone(self, tmp_path: Path, backup: Path) -> None:
        path = tmp_path / "browser.sqlite"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE cookies (name)")
        was = path.read_bytes()
        with pytest.raises(StoreForeign):
            restore(path, backup)
        assert path.read_bytes() == was

    def test_a_house_of_a_newer_version_is_left_alone(self, path: Path, backup: Path, house: House) -> None:
        on_disk(path, "PRAGMA user_version = 99")
        with pytest.raises(StoreTooNew):
            restore(path, backup)
        assert names_in(path) == ["Rosa", "Tom"]

    def test_while_another_program_writes_nothing_changes(self, path: Path, backup: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreBusy):
                restore(path, backup, busy_seconds=0.01)
        assert names_in(path) == ["Rosa", "Tom"]
        assert not [name for name in files(path.parent) if "replaced" in name or "restoring" in name]


class TestRestoreRefuses:
    """A source that is no sound house: nothing changes."""

    @pytest.fixture(autouse=True)
    def _nothing_changes(self, path: Path, backup: Path) -> Iterator[None]:
        yield
        assert names_in(path) == ["Rosa", "Tom"]
        assert not [name for name in files(path.parent) if "replaced" in name or "restoring" in name]

    def test_none(self, path: Path) -> None:
        with pytest.raises(BadFile, match="There is no backup at"):
            restore(path, path.with_name("none.db"))
        with pytest.raises(BadFile, match="There is no backup at"):
            restore(path, path.parent)

    def test_the_house_itself(self, path: Path) -> None:
        path.with_name("link.db").symlink_to(path)
        with pytest.raises(Refused, match="is the house itself"):
            restore(path, path.with_name("link.db"))

    def test_no_database(self, path: Path, backup: Path) -> None:
        backup.write_text("no database" * 1000)
        with pytest.raises(BadFile, match=r"stick\.db is damaged or is no backup"):
            restore(path, backup)

    def test_a_backup_cut_short(self, path: Path, backup: Path) -> None:
        backup.write_bytes(backup.read_bytes()[:20000])
        with pytest.raises(BadFile, match=r"stick\.db"):
            restore(path, backup)

    def test_another_program_s_database(self, path: Path, tmp_path: Path) -> None:
        with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
            connection.execute("CREATE TABLE cookies (name)")
        with pytest.raises(BadFile, match="is no backup of a house"):
            restore(path, tmp_path / "other.db")

    def test_an_empty_file(self, path: Path, tmp_path: Path) -> None:
        (tmp_path / "empty.db").touch()
        with pytest.raises(BadFile, match="holds no house"):
            restore(path, tmp_path / "empty.db")

    def test_a_newer_version(self, path: Path, backup: Path) -> None:
        on_disk(backup, "PRAGMA user_version = 99")
        with pytest.raises(BadFile, match=r"stick\.db was written by a newer version"):
            restore(path, backup)

    def test_what_cannot_be(self, path: Path, backup: Path) -> None:
        break_invariant(backup)
        with pytest.raises(BadFile, match=r"not sound .*cannot be found by name.* try an older backup"):
            restore(path, backup)


def test_a_backup_is_a_whole_house(house: House, tmp_path: Path) -> None:
    _, code = add_with_card(house)
    copy = Path(shutil.copy(back_up(house, tmp_path / "stick.db"), tmp_path / "elsewhere.db"))
    with closing(House(open_store(copy), SetClock(), station=ACTOR)) as elsewhere:
        assert scan(elsewhere, code).outcome is Outcome.FIRST_VISIT
        assert len(list_people(elsewhere)) == 1
