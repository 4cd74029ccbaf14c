"""Whatever goes wrong in a command is told in one plain line on stderr, with exit status 1."""

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from clubhouse.errors import Refused
from clubhouse.names import clean
from db.errors import StoreError

DEBUG = "CLUBHOUSE_DEBUG"
"""The environment variable that, set to 1, adds a traceback for those who mend the program."""


class OneLine(click.ClickException):
    """What is told; click ends the program with status 1."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the line, whatever names or files in it hold."""
        click.echo(clean(self.message), file=file, err=file is None)


@contextmanager
def one_line() -> Iterator[None]:
    """Turn every error of the block into a `OneLine`; only click's own pass, and a reader that left is no error."""
    try:
        yield
        sys.stdout.flush()
    except (click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except (Refused, StoreError) as error:
        raise OneLine(str(error)) from error
    except BrokenPipeError as error:
        _leave_quietly(error)
    except OSError as error:
        raise OneLine(_sentence(error)) from error
    except KeyboardInterrupt:
        raise OneLine("Stopped.") from None
    except Exception as error:
        if os.environ.get(DEBUG) == "1":
            traceback.print_exc()
        raise OneLine(
            f"Something went wrong that should not ({type(error).__name__}: {error})."
            f" What was answered before is kept. {DEBUG}=1 shows more."
        ) from error


def _leave_quietly(error: BrokenPipeError) -> None:
    # Python flushes stdout once more at its end, and would complain there.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    raise click.exceptions.Exit(1) from error


def _sentence(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "The disk is full. Free some space, or name a file on another disk."
    what = error.strerror or str(error) or type(error).__name__
    return f"{error.filename} cannot be used: {what}." if error.filename is not None else f"It did not work: {what}."
