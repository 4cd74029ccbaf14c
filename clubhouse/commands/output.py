"""Where a page or picture goes: to stdout, or whole into a new file."""

import sys
from pathlib import Path

import click

from clubhouse.errors import BadFile
from db.store import make_private_file


def write_out(text: str, target: Path | None) -> None:
    """Write `text` in UTF-8. Raises `BadFile` when `target` exists, `OSError` when it cannot be written."""
    if target is None:
        # Bytes, because the page says that it is UTF-8 whatever this terminal uses.
        stdout = sys.stdout.buffer
        stdout.write(text.encode())
        stdout.flush()
        return
    try:
        make_private_file(target)
    except FileExistsError:
        raise BadFile(f"{target} exists already and stays as it is. Choose another name.") from None
    try:
        target.write_text(text, encoding="utf-8", newline="\n")
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    click.echo(f"Written to {target}.", err=True)
