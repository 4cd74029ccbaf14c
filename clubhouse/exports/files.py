"""A file appears whole under its name, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clubhouse.errors import BadFile
from db.store import make_private_file


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A path to write to; at the end it becomes `target`, on the disk, and on any exception it is gone.

    Raises `BadFile` when `target` exists or its folder does not.
    """
    if not target.parent.is_dir():
        raise BadFile(f"There is no folder {target.parent}. Make it first, or choose another.")
    if target.exists():
        raise _exists(target)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    make_private_file(part)
    try:
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


def _exists(target: Path) -> BadFile:
    return BadFile(f"{target} exists already and stays as it is. Choose another name.")


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
