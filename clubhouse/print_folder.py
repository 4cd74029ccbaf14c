"""Where pages go that are to be printed: each a file of its own, which only its owner can read.

What lies there can be thrown away when it was printed; it is made anew at any time.
"""

from pathlib import Path

from clubhouse.errors import BadFile, Refused
from clubhouse.exports.places import make_folder
from clubhouse.house import House
from db.store import make_private_file

FOLDER = "to-print"
"""Beside the house's file, where the setting `print-folder` names no other."""


class NoFolder(Refused):
    """The house has named no folder into which the kiosk may write."""

    def __init__(self) -> None:
        """One sentence for whoever stands at the kiosk."""
        super().__init__("Would you like it on paper? Please ask staff: they print it for you.")


def folder_beside(house: House) -> Path:
    """The folder beside the house's file, which only its owner can open; it is made when it is first needed."""
    return house.store.path.absolute().parent / FOLDER


def kiosk_folder(house: House) -> Path:
    """The folder of the setting, for whoever stands at the kiosk. Raises `NoFolder` where the house names none."""
    folder = house.settings().print_folder
    if folder is None:
        raise NoFolder
    return folder


def write_page(house: House, folder: Path, name: str, page: str) -> Path:
    """Write `page` as `name`.html, or with a number behind the name where that is taken. Raises `BadFile`."""
    try:
        make_folder(folder, folder_beside(house))
        target = _free(folder, name)
    except OSError as error:
        raise _cannot(folder, error) from None
    try:
        target.write_text(page, encoding="utf-8", newline="\n")
    except BaseException as error:
        target.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _cannot(folder, error) from None
        raise
    return target


def _free(folder: Path, name: str) -> Path:
    number = 1
    while True:
        target = folder / (f"{name}.html" if number == 1 else f"{name}-{number}.html")
        try:
            make_private_file(target)
            return target
        except FileExistsError:
            number += 1


def _cannot(folder: Path, error: OSError) -> BadFile:
    reason = error.strerror or "no reason given"
    return BadFile(
        f"The page cannot be written into {folder}: {reason}. Choose another folder, or ask who set the kiosk up."
    )
