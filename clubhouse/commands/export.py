"""Exports on the command line: what, which days, in which format, into which file."""

import gc
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN, day_typed, days_typed
from clubhouse.exports import presets
from clubhouse.exports.cells import Column
from clubhouse.exports.exporting import EVERYTHING, Exported
from clubhouse.exports.exporting import export as write_export
from clubhouse.exports.forms import Form
from clubhouse.exports.places import file_stem
from clubhouse.exports.request import FIRST_EVER, Request
from clubhouse.exports.sheets import SHEETS
from clubhouse.house import House
from clubhouse.periods import EXAMPLES, Period, period_typed


@click.command()
@click.argument("what", required=False)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--during", type=PLAIN, metavar="PERIOD", help=f"Which days, in words: {EXAMPLES}.  [default: last month]"
)
@click.option("--from", "first", metavar="DAY", help="The first day, such as 2026-11-01, in place of --during.")
@click.option("--to", "last", metavar="DAY", help="The last day.  [default: today]")
@click.option(
    "--as",
    "form",
    type=click.Choice([form.value for form in Form]),
    help="The format.  [default: csv; sqlite for everything, html for the sign-in sheet]",
)
@click.option("--names", "with_names", is_flag=True, help="Also names; without it, codes only.")
@click.option(
    "--preset", "preset_name", metavar="NAME", help="What a payer wants: a name, or a TOML file of your own."
)
@click.option("--rounding", type=click.Choice(["down", "nearest", "up"]), default="nearest", show_default=True,
              help="How minutes become quarter hours.")  # fmt: skip
@click.option(
    "--corrections-since",
    metavar="DAY",
    help="Only what was written or changed after the fact since then, with what it was; of all days at first.",
)
@click.option("--bom", is_flag=True, help="Begin a CSV file so that Excel reads its letters rightly.")
@click.pass_obj
def export(
    place: Place,
    what: str | None,
    file: Path | None,
    during: str | None,
    first: str | None,
    last: str | None,
    form: str | None,
    with_names: bool,
    preset_name: str | None,
    rounding: str,
    corrections_since: str | None,
    bom: bool,
) -> None:
    """Write what the house has noted into a file, without retyping.

    WHAT is one of the exports, everything, or left to a preset; FILE is new, by default named after what and when.
    Prints where it is, and on stderr how many rows it has and how many visits may still change. The audit log
    notes it.
    """
    wanted = presets.preset(preset_name) if preset_name else None
    if wanted and file is None and what not in (None, wanted.what):
        what, file = None, Path(what or "")
    subject = _subject(what, wanted.what if wanted else None)
    with place.house() as house:
        since = day_typed(corrections_since) if corrections_since else None
        days = _days(house, during, first, last, since)
        request = Request(
            subject,
            *days,
            names=with_names or bool(wanted and wanted.names),
            rounding=wanted.rounding if wanted else rounding,
            per=wanted.per if wanted else "day",
            corrections_since=since,
        )
        as_form = Form(form or (wanted and wanted.form) or _USUAL.get(subject, Form.CSV))
        target = file or Path(f"{file_stem(wanted.name if wanted else subject, days, since)}.{as_form}")
        columns: tuple[Column, ...] = wanted.columns if wanted else ()
        with _stopped_like_by_keys(), _without_collecting():
            done = write_export(
                house, COMMAND_LINE, request, as_form, target, columns=columns, bom=bom, told=_Progress()
            )
    _tell(done)


_USUAL = {EVERYTHING: Form.SQLITE, "sign-in-sheet": Form.HTML}
"""The formats of what is seldom wanted as CSV."""


@contextmanager
def _stopped_like_by_keys() -> Iterator[None]:
    """Let `kill` clear away what is half written, as Ctrl-C does."""
    was = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, was)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Millions of rows hold no rings of objects; looking for some takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _subject(what: str | None, of_preset: str | None) -> str:
    if (what or of_preset) is None or (what and of_preset and what != of_preset):
        raise click.UsageError("Name what to export, or a --preset; not two different ones.")
    known = (*SHEETS, EVERYTHING)
    subject = what or of_preset or ""
    if subject not in known:
        raise click.UsageError(f"There is no export {subject!r}. WHAT is one of: {', '.join(known)}.")
    return subject


def _days(
    house: House, during: str | None, first: str | None, last: str | None, corrections_since: date | None
) -> Period:
    if during and (first or last):
        raise click.UsageError("Name the days either with --during, or with --from and --to.")
    if first or last:
        return days_typed(house, first, last)
    if corrections_since and not during:
        return FIRST_EVER, house.today()
    return period_typed(during or "last month", house.today())


class _Progress:
    """Counts rows on a terminal, once the export has taken a second."""

    def __init__(self) -> None:
        """The export begins."""
        self._begun = time.monotonic()

    def __call__(self, rows: int) -> None:
        """So many are written."""
        if sys.stderr.isatty() and time.monotonic() - self._begun > 1:
            click.echo(f"\r{rows:,} rows", nl=False, err=True)


def _tell(done: Exported) -> None:
    click.echo(str(done.path))
    estimated, still_open = done.unsure.estimated, done.unsure.open
    looks = f" Of the visits of these days {estimated} end with a guess and {still_open} are still open."
    begin = "\r" if sys.stderr.isatty() else ""
    click.echo(f"{begin}{done.rows:,} rows." + (looks if estimated or still_open else ""), err=True)
