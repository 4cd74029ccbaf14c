"""Codes in, answers out: for a turnstile, a second scanner, a test."""

import io
import json
import re
import sys
from collections.abc import Iterator
from typing import cast

import click

from clubhouse import attendance, names
from clubhouse.attendance import Answer
from clubhouse.commands.place import Place

LONGEST = 256
"""Bytes of a line that are kept; a card has 29 letters, so that a longer line is none anyway."""

_END = re.compile(rb"[\r\n\t]+")


@click.command()
@click.pass_obj
def scan(place: Place) -> None:
    """Answer scans on stdin with JSON on stdout.

    A scan ends with CR, LF or Tab; each is answered at once with one line.
    """
    with place.house() as house:
        for scanned in scans(cast(io.BufferedReader, sys.stdin.buffer)):
            click.echo(json.dumps(_fields(attendance.scan(house, scanned))))


def scans(stream: io.BufferedReader) -> Iterator[str]:
    """What stands before each run of CR, LF or Tab; the last one needs none. Latin-1 reads any byte."""
    kept = b""
    while chunk := stream.read1(65536):
        *whole, rest = _END.split(chunk)
        for part in whole:
            if line := kept + part:
                yield line[:LONGEST].decode("latin-1")
            kept = b""
        kept = (kept + rest)[:LONGEST]
    if kept:
        yield kept.decode("latin-1")


def _fields(answer: Answer) -> dict[str, str | int | bool | None]:
    return {
        "outcome": answer.outcome,
        "same_as": answer.same_as,
        "at": answer.at.isoformat(timespec="seconds"),
        "person": answer.person.code if answer.person else None,
        "name": names.shown_name(answer.person) if answer.person else None,
        "visit": answer.visit.id if answer.visit else None,
        "here": answer.is_here,
    }
