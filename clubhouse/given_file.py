"""A file that somebody names, read whole: whatever is wrong with it is a sentence that says what to do."""

from pathlib import Path

from clubhouse.errors import BadFile


def read_given(path: Path, what: str, most: int, advice: str) -> bytes:
    """The bytes of the file, at most `most` of them.

    `what` is what the file should be, such as "CSV file"; `advice` is the sentence for one that is larger. Raises
    `BadFile`.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except FileNotFoundError:
        raise BadFile(f"There is no file {path}. Check the name and the folder.") from None
    except IsADirectoryError:
        raise BadFile(f"{path} is a folder. Name the {what} inside it.") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise BadFile(f"{path} cannot be read: {reason}. Check who may read it.") from None
    if len(raw) > most:
        raise BadFile(f"{path} is larger than {most // 1_000_000} MB. {advice}")
    return raw
