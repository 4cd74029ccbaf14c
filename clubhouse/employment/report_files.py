"""Reports as files to print: each in a file of its own, in a folder beside the house's, for its owner's eyes only."""

from pathlib import Path

from clubhouse.employment.benefits_report import benefits_page
from clubhouse.errors import BadFile
from clubhouse.helping import person_on_file
from clubhouse.house import House
from db.store import make_private_file

FOLDER = "to-print"
"""Beside the house's file. What lies there can be thrown away when it was printed; it is made anew at any time."""


def write_benefits_report(house: House, actor: str, person_id: int, month: str) -> Path:
    """The benefits report of one member and month in a new file; returns where it is.

    Raises as `benefits_page` does, and `BadFile` when it cannot be written.
    """
    page = benefits_page(house, actor, person_id, month)
    name = f"benefits-{person_on_file(house, person_id).code}-{month}"
    folder = house.store.path.absolute().parent / FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        return _written(folder, name, page)
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise BadFile(f"The report cannot be written into {folder}: {reason}. Ask who set the kiosk up.") from None


def _written(folder: Path, name: str, page: str) -> Path:
    number = 1
    while True:
        target = folder / (f"{name}.html" if number == 1 else f"{name}-{number}.html")
        try:
            make_private_file(target)
            break
        except FileExistsError:
            number += 1
    try:
        target.write_text(page, encoding="utf-8", newline="\n")
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target
