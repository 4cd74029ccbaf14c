"""Where a file goes that is asked for at the desk: a folder beside the house's file, or one that is named."""

from datetime import date
from pathlib import Path

from clubhouse.errors import BadFile
from clubhouse.periods import Period


def usual_folder(house_file: Path) -> Path:
    """The folder `exports` beside the house's file; it is there only once something was written."""
    return house_file.absolute().parent / "exports"


def folder_typed(text: str) -> Path:
    """The folder that is named from the top, or from one's home with `~`. Raises `BadFile`."""
    try:
        folder = Path(text.strip()).expanduser()
    except RuntimeError:  # nobody's home is known
        folder = Path()
    if not folder.is_absolute() or "\0" in text:
        raise BadFile("Write the whole folder from the top, such as /media/stick or ~/reports.")
    return folder


def file_stem(name: str, days: Period, corrections_since: date | None = None) -> str:
    """How a file is named that holds `name`: after its days, or that it holds corrections alone."""
    if corrections_since:
        return f"{name}-corrections-since-{corrections_since}"
    return f"{name}-{days[0]}-to-{days[1]}"


def free_file(folder: Path, stem: str, ending: str) -> Path:
    """A file of that folder and name that is not there yet; with a number where it is."""
    number, target = 1, folder / f"{stem}.{ending}"
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}.{ending}"
    return target


def make_folder(folder: Path, usual: Path) -> None:
    """Make the folder where it is the usual one, for its owner alone. Raises `BadFile` where another is missing."""
    try:
        if folder == usual:
            folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_dir():
            return
    except OSError as error:
        raise BadFile(f"The folder {folder} cannot be used: {error.strerror}. Choose another.") from None
    raise BadFile(f"There is no folder {folder}. Make it first, or choose another.")
