"""A file appears whole under its name, or not at all."""

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clubhouse.errors import BadFile
from db.store import make_private_file

_PART = re.compile(r"\..+\.clubhouse-\d+\.part")
"""How a file is called that is not whole yet, by the process that writes it."""


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A path to write to; at the end it becomes `target`, on the disk, and on any exception it is gone.

    Raises `BadFile` when `target` exists or its folder does not.
    """
    if not target.parent.is_dir():
        raise BadFile(f"There is no folder {target.parent}. Make it first, or choose another.")
    if target.exists():
        raise _exists(target)
    _clear_away(target.parent)
    part = target.with_name(f".{target.name}.clubhouse-{os.getpid()}.part")
    part.unlink(missing_ok=True)
    make_private_file(part)
    held = os.open(part, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)  # goes with this process, however it ends
        yield part
        _flush(part)
        try:
            os.link(part, target)  # unlike a rename, it never takes the place of a file that came meanwhile
        except FileExistsError:
            raise _exists(target) from None
        except OSError:  # a stick with a file system that knows no links
            part.rename(target)
    finally:
        part.unlink(missing_ok=True)
        os.close(held)


def _clear_away(folder: Path) -> None:
    """Drop what a power cut has left half written in the folder; what nobody holds, nobody writes any more."""
    for left in folder.glob(".*.part"):
        with suppress(OSError), left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _PART.fullmatch(left.name) and left.stat().st_size:  # an empty one may not be held yet
                left.unlink()


def _exists(target: Path) -> BadFile:
    return BadFile(f"{target} exists already and stays as it is. Choose another name.")


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
