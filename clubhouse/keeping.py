"""Keeping the house safe: backups, bringing one back, and looking for damage. Nothing is ever lost by it."""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import db.backups
import db.soundness
from clubhouse import audit, settings
from clubhouse.errors import BadFile, Refused
from clubhouse.house import DEFAULT_STATION, House, open_house
from db.errors import StoreDamaged, StoreForeign, StoreMissing, StoreTooNew, latest_backup_sentence
from db.opening import open_store
from db.store import BUSY_SECONDS, Store, make_private_file

FOLDER = "backups"
"""Beside the house's file, where backups go that are given no other place."""


@dataclass(frozen=True)
class Restored:
    """What a restore did."""

    source: Path
    kept: Path | None
    """Where the replaced file is kept; None when there was none."""


def back_up(house: House, target: Path | None = None) -> Path:
    """Copy the house into a new file, by default one named after the time in the folder `backups`; returns it.

    The copy appears whole or not at all. Raises `Refused` when the house is not sound, so that no backup is worth
    less than the one before, `BadFile` when `target` exists, `OSError`, or a `StoreError`.
    """
    path = house.store.path
    if problems := check(house):
        raise Refused(f"{path} is not sound ({problems[0]}), so no backup was made. {latest_backup_sentence(path)}")
    target = target or _named_after_now(house)
    if not target.parent.is_dir():
        raise BadFile(f"There is no folder {target.parent}. Make it first, or choose another.")
    try:
        db.backups.back_up(house.store, target)
    except FileExistsError:
        raise BadFile(f"{target} exists already and stays as it is. Choose another name.") from None
    db.backups.remember_backup(house.store, target)
    with house.store.transaction():
        audit.record(house, audit.COMMAND_LINE, "back_up", "house", None, target.name)
    return target


def _named_after_now(house: House) -> Path:
    path = house.store.path
    folder = path.parent / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{path.stem}-{_stamp(house.now())}{path.suffix}"


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%d-%H%M%S}"


def check(house: House) -> list[str]:
    """Each problem of the file as one line; empty when all is well. Raises a `StoreError`."""
    with house.store.snapshot():
        return db.soundness.problems(house.store)


def restore(path: Path, source: Path, station: str = DEFAULT_STATION, busy_seconds: float = BUSY_SECONDS) -> Restored:
    """Put what the backup `source` holds in the place of the house at `path`, and keep that beside it.

    Kiosks that are open follow, except where the file was damaged: those must be started again. Raises `BadFile`
    when `source` is no sound house, and a `StoreError` or `OSError` when `path` cannot be replaced; then nothing
    has changed.
    """
    if path.exists() and source.exists() and path.samefile(source):
        raise Refused(f"{source} is the house itself. Name the backup that should take its place.")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Beside the house, so that the copy can take its place by a rename.
    with TemporaryDirectory(prefix=".restoring-", dir=path.parent) as folder:
        copy = Path(folder) / path.name
        now = _take_copy(source, copy)
        kept = _replace(path, copy, path.with_name(f"{path.name}.replaced-{_stamp(now)}"), busy_seconds)
    with contextlib.closing(open_house(path, station, busy_seconds)) as house, house.store.transaction():
        audit.record(house, audit.COMMAND_LINE, "restore", "house", kept and kept.name, source.name)
    return Restored(source, kept)


def _take_copy(source: Path, copy: Path) -> datetime:
    """Copy `source`, which is only read, bring the copy to the newest schema and check it; returns its time now."""
    if not source.is_file():
        raise BadFile(f"There is no backup at {source}.")
    make_private_file(copy)
    try:
        with contextlib.closing(Store(copy)) as empty:
            db.backups.overwrite(empty, source)
        with contextlib.closing(open_house(copy)) as house:
            _refuse_unsound(house, source)
            return house.now()
    except StoreTooNew:
        raise BadFile(
            f"{source} was written by a newer version of this program. Install that version first."
        ) from None
    except StoreDamaged:
        raise BadFile(f"{source} is damaged or is no backup of a house. Nothing was changed.") from None


def _refuse_unsound(house: House, source: Path) -> None:
    with house.store.snapshot():
        founded = settings.founded(house.store)
    if not founded:
        raise BadFile(f"{source} holds no house. Nothing was changed.")
    if problems := check(house):
        raise BadFile(f"{source} is not sound ({problems[0]}). Nothing was changed; try an older backup.")


def _replace(path: Path, copy: Path, kept: Path, busy_seconds: float) -> Path | None:
    """Put `copy` in the place of `path`, which is then at `kept`; None when there was nothing."""
    if kept.exists():
        raise Refused(f"{kept} exists already. Wait a second and try again.")
    try:
        with contextlib.closing(open_store(path, busy_seconds)) as store:
            _overwrite(store, copy, kept)
            return kept
    except StoreForeign:
        raise
    except (StoreDamaged, StoreMissing):
        moved = _move_away(path, kept)
        copy.rename(path)
        return kept if moved else None


def _overwrite(store: Store, copy: Path, kept: Path) -> None:
    db.backups.back_up(store, kept)
    try:
        db.backups.overwrite(store, copy)
    except BaseException:
        kept.unlink()
        raise


def _move_away(path: Path, kept: Path) -> bool:
    # What was written last lies in the -wal file: left behind, it would be mixed into the house brought back.
    there = [end for end in ("", "-wal", "-shm") if path.with_name(path.name + end).exists()]
    for end in there:
        path.with_name(path.name + end).rename(kept.with_name(kept.name + end))
    return bool(there)
